use super::*;
use rstest::rstest;

const WHOLE: &str = r#"
title = "Writing evening, Freiburg"
date = "2026-12-10"
profile = "din5008-b"
paper = "a4"
duplex = true
order = "sets"
posted_from = "DE"
include = ["cover", "case-sheets", "labels:L7160:1", "tally", "sign-up"]

[[letters]]
case = "rita-karasartova"
copies = 20
style = "prefilled"

[[letters]]
case = "ahmed-mansoor"
target = "the-king"
copies = 5
lang = "en"
style = "lines"
"#;

fn whole() -> PackSpec {
    read(WHOLE).unwrap()
}

fn refused(spec: &PackSpec) -> Vec<(String, Rule)> {
    spec.check().unwrap_err().into_iter().map(|e| (e.field, e.rule)).collect()
}

#[test]
fn a_pack_is_read_as_it_is_written() {
    let spec = whole();
    assert_eq!(spec.copies(), 25);
    assert_eq!(spec.cases().iter().map(|c| c.as_str()).collect::<Vec<_>>(), ["rita-karasartova", "ahmed-mansoor"]);
    assert_eq!(spec.letters[1].style, Style::Lines);
    assert_eq!(spec.include[2], Include::Labels { sheet: "L7160".into(), first: 1, offset: (0, 0) });
    let again: PackSpec = toml::from_str(&toml::to_string(&spec).unwrap()).unwrap();
    assert_eq!(again, spec);
    let json = serde_json::to_string(&spec).unwrap();
    assert_eq!(serde_json::from_str::<PackSpec>(&json).unwrap(), spec);
}

#[test]
fn a_day_may_stand_without_quotes_as_toml_has_it() {
    let text = WHOLE.replace("date = \"2026-12-10\"", "date = 2026-12-10");
    assert_ne!(text, WHOLE);
    assert_eq!(read(&text).unwrap(), whole());
    let at_an_hour = read(&WHOLE.replace("date = \"2026-12-10\"", "date = 2026-12-10T18:00:00")).unwrap_err();
    assert_eq!((at_an_hour.line, at_an_hour.field.as_str()), (3, "date"));
}

#[test]
fn the_shortest_pack_has_what_most_groups_print() {
    let spec = read("title = \"Evening\"\n[[letters]]\ncase = \"a\"\ncopies = 1\n").unwrap();
    assert_eq!(spec.include, Include::usual());
    assert!(spec.duplex && spec.date.is_none() && spec.profile.is_none());
    assert_eq!((spec.order, spec.letters[0].style), (Order::ByCase, Style::Prefilled));
    let json = serde_json::to_string(&spec).unwrap();
    assert_eq!(serde_json::from_str::<PackSpec>(&json).unwrap(), spec);
}

#[rstest]
#[case("copies = 20", "copies = 0", 13, "letters[0].copies")]
#[case("copies = 20", "copies = 5001", 13, "letters[0].copies")]
#[case("copies = 20", "copies = \"many\"", 13, "letters[0].copies")]
#[case("style = \"lines\"", "style = \"ruled\"", 21, "letters[1].style")]
#[case("case = \"rita-karasartova\"", "case = \"Rita\"", 12, "letters[0].case")]
#[case("posted_from = \"DE\"", "posted_from = \"Germany\"", 8, "posted_from")]
#[case("date = \"2026-12-10\"", "date = \"10 December\"", 3, "date")]
#[case("\"tally\"", "\"tallies\"", 9, "include[3]")]
#[case("\"tally\"", "\"cover\"", 9, "include[3]")]
#[case("order = \"sets\"", "ordered = \"sets\"", 7, "ordered")]
#[case("title = \"Writing evening, Freiburg\"", "title = \"  \"", 2, "title")]
fn what_is_wrong_is_named_with_its_line_and_field(
    #[case] right: &str,
    #[case] wrong: &str,
    #[case] line: usize,
    #[case] field: &str,
) {
    assert!(WHOLE.contains(right));
    let error = read(&WHOLE.replace(right, wrong)).unwrap_err();
    assert_eq!((error.line, error.field.as_str()), (line, field), "{error}");
    assert!(!error.problem.is_empty());
}

#[test]
fn a_pack_has_letters_and_not_too_many() {
    let mut spec = whole();
    spec.letters[0].copies = 4_995;
    assert!(spec.check().is_ok());
    spec.letters[0].copies = 4_996;
    assert_eq!(refused(&spec), [("letters".to_owned(), Rule::OneToFiveThousand)]);
    spec.letters[0].copies = u32::MAX;
    assert_eq!(refused(&spec), [("letters[0].copies".to_owned(), Rule::OneToFiveThousand)]);
    spec.letters.clear();
    assert_eq!(refused(&spec), [("letters".to_owned(), Rule::NothingChosen)]);
    assert!(read("title = \"Evening\"").unwrap_err().to_string().contains("choose at least one"));
}

#[test]
fn a_title_fits_on_a_cover() {
    let mut spec = whole();
    spec.title = "ж".repeat(LONGEST_TITLE);
    assert!(spec.check().is_ok());
    spec.title.push('ж');
    assert_eq!(refused(&spec), [("title".to_owned(), Rule::TooLong)]);
    spec.title = "a\nb".to_owned();
    assert_eq!(refused(&spec), [("title".to_owned(), Rule::NotPrintable)]);
}
