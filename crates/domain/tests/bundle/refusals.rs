//! Broken records. The line that a person is sent to is that of the change itself, counted in the text before it is read.

use rstest::rstest;

use crate::files::{Broken, files};

const RITA: &str = "cases/rita-karasartova.toml";
const BACH: &str = "cases/dang-dinh-bach.toml";
const OPEN: &str = "campaigns/open-cases.toml";
const EDITION: &str = "campaigns/w4r-2021.toml";
const SEOUL: &str = "targets/mayor-seoul.toml";
/// The third event of the case, `events[2]`.
const THIRD: &str = "[[events]]\ndate = \"2023-06-23\"";

#[rstest]
#[case::broken_toml(RITA, THIRD, "\"2023-06-23\"", "\"2023-06-23", "the file", "invalid basic string")]
#[case::a_key_twice(RITA, THIRD, "text = ", "date = \"2022\"\ntext = ", "the file", "duplicate key")]
#[case::wrong_type(
    RITA,
    "",
    "accepts_messages = false",
    "accepts_messages = \"no\"",
    "solidarity.accepts_messages",
    "expected a boolean"
)]
#[case::wrong_type_in_a_list(RITA, "story = [", "  \"Police", "  7,\n  \"Police", "story[1]", "expected a string")]
#[case::a_negative_figure(EDITION, "", "value = 275_000", "value = -275_000", "figures[3].value", "expected u64")]
#[case::unknown_field(RITA, "", "kind = ", "colour = \"red\"\nkind = ", "colour", "unknown field `colour`")]
#[case::unknown_field_of_an_event(RITA, THIRD, "text = ", "title = ", "events[2].title", "unknown field `title`")]
#[case::unknown_table(RITA, "", "[consent]", "[consents]", "consents", "unknown field `consents`")]
#[case::unknown_field_of_sources("sources.toml", "", "[[sources]]", "[[source]]", "source", "expected `sources`")]
#[case::a_month_13(RITA, THIRD, "date = \"2023-06-23\"", "date = \"2024-13\"", "events[2].date", "write a date as")]
#[case::a_day_32(
    RITA,
    "[standing]",
    "as_of = \"2025-12-11\"",
    "as_of = \"2025-12-32\"",
    "standing.as_of",
    "write a date as"
)]
#[case::a_month_where_a_day_is_due(
    SEOUL,
    "",
    "sources = ",
    "checked_on = \"2026-01\"\nsources = ",
    "checked_on",
    "write a date as"
)]
#[case::no_date(RITA, "", "[[events]]\ndate = \"2023-06-23\"", "[[events]]", "events[2]", "missing field `date`")]
#[case::unknown_status(
    RITA,
    "",
    "status = \"convicted\"",
    "status = \"free\"",
    "standing.status",
    "unknown variant `free`"
)]
#[case::a_country_by_name(RITA, "", "country = \"KG\"", "country = \"Kyrgyzstan\"", "country", "two capital letters")]
#[case::a_language_by_name(SEOUL, "", "languages = [\"ko\"", "languages = [\"Korean\"", "languages[0]", "language tag")]
#[case::a_slug_by_name(OPEN, "", "  \"joel-paredes\"", "  \"Joel Paredes\"", "cases[4]", "use lower-case letters")]
#[case::unknown_source_of_an_event(
    RITA,
    THIRD,
    "sources = [\"aica-rita-candle\"]",
    "sources = [\"nobody\"]",
    "events[2].sources[0]",
    "no source has the id nobody"
)]
#[case::unknown_source_of_an_outcome(
    RITA,
    "[[outcomes]]",
    "sources = [\"aica",
    "sources = [\"nobody",
    "outcomes[0].sources[0]",
    "no source has the id nobody"
)]
#[case::unknown_source_of_the_text(
    RITA,
    "text_sources",
    "  \"aica-rita\",",
    "  \"nobody\",",
    "text_sources[3]",
    "no source has the id nobody"
)]
#[case::unknown_source_of_the_standing(
    RITA,
    "[standing]",
    "source = \"",
    "source = \"nobody-",
    "standing.source",
    "no source has the id nobody-"
)]
#[case::unknown_source_of_the_name(
    RITA,
    "[native_name]",
    "source = \"",
    "source = \"nobody-",
    "native_name.source",
    "no source has the id nobody-"
)]
#[case::unknown_source_of_the_messages(
    RITA,
    "[solidarity]",
    "sources = [\"",
    "sources = [\"nobody-",
    "solidarity.sources[0]",
    "no source has the id nobody-"
)]
#[case::unknown_source_of_a_target(
    SEOUL,
    "",
    "sources = [\"",
    "sources = [\"nobody-",
    "sources[0]",
    "no source has the id nobody-"
)]
#[case::unknown_source_of_a_figure(
    EDITION,
    "value = 275_000",
    "sources = [\"",
    "sources = [\"nobody-",
    "figures[3].sources[0]",
    "no source has the id nobody-"
)]
#[case::unknown_source_of_a_window(
    EDITION,
    "[[windows]]",
    "sources = [\"",
    "sources = [\"nobody-",
    "windows[0].sources[0]",
    "no source has the id nobody-"
)]
#[case::unknown_target(
    RITA,
    "[[targets]]",
    "target = \"prosecutor",
    "target = \"nobody",
    "targets[0].target",
    "no target has the slug nobody"
)]
#[case::unknown_case(
    OPEN,
    "",
    "  \"joel-paredes\"",
    "  \"joel-parades\"",
    "cases[4]",
    "no case has the slug joel-parades"
)]
#[case::a_case_twice(
    OPEN,
    "",
    "  \"joel-paredes\"",
    "  \"rita-karasartova\"",
    "cases[4]",
    "rita-karasartova stands twice"
)]
#[case::a_foreign_target_of_an_appeal(
    RITA,
    "",
    "demands = [",
    "target = \"mayor-seoul\"\ndemands = [",
    "appeals[0].target",
    "the case has no target mayor-seoul"
)]
#[case::no_office(
    SEOUL,
    "",
    "office = \"Mayor of Seoul\"",
    "office = \" \"",
    "office",
    "without an office there is no target"
)]
#[case::consent_by_demonstration(
    "bundle.toml",
    "",
    "demonstration = true",
    "",
    "consent.basis",
    "the bundle is not marked so"
)]
#[case::address_that_may_not_be_shown(
    "cases/chaima-issa.toml",
    "",
    "may_show = [\"card-address\"]",
    "",
    "solidarity.address_lines",
    "does not let an address for cards be shown"
)]
#[case::another_format("bundle.toml", "", "format = 1", "format = 2", "format", "must be 1")]
#[case::the_end_before_the_beginning(
    EDITION,
    "",
    "closes = \"2022-01-31\"",
    "closes = \"2020-01-31\"",
    "closes",
    "before the opening"
)]
#[case::after_letters_of_many_bytes(
    BACH,
    "[[events]]",
    "text = ",
    "words = ",
    "events[0].words",
    "unknown field `words`"
)]
fn a_broken_bundle_is_refused(
    #[case] file: &str,
    #[case] anchor: &str,
    #[case] old: &str,
    #[case] new: &str,
    #[case] field: &str,
    #[case] problem: &str,
) {
    let broken = Broken::new(file, anchor, old, new);
    let refused = broken.refused();
    assert_eq!(refused.field, field, "{refused}");
    assert!(refused.problem.contains(problem), "{refused}");
    // What is wrong with the mark of the whole, or with what may be shown, is told where it tells: in the record.
    match field {
        "consent.basis" => assert_eq!((refused.file.as_str(), refused.line), first_consent()),
        "solidarity.address_lines" => {
            assert_eq!((refused.file.as_str(), refused.line), (file, broken.line_of("address_lines = [")))
        }
        _ => assert_eq!((refused.file.as_str(), refused.line), (file, broken.line), "{refused}"),
    }
}

/// The first case, by name of its file, and the line of its basis of consent.
fn first_consent() -> (&'static str, usize) {
    let file = files().iter().filter(|f| f.path.starts_with("cases/")).min_by_key(|f| f.path.as_str()).unwrap();
    let line = file.text.lines().position(|line| line == "basis = \"demonstration\"").unwrap();
    (&file.path, line + 1)
}

#[test]
fn a_published_case_without_consent_is_refused() {
    let refused = Broken::new(RITA, "", "[consent]\nbasis = \"demonstration\"\n", "").refused();
    assert_eq!(
        refused.to_string(),
        format!("{RITA}, line 1, consent: is missing: no case is published without consent")
    );
}

#[test]
fn one_id_means_one_source() {
    let two = Broken::new("sources.toml", "", "id = \"24kg-rita-2025-12\"", "id = \"24kg-rita-2025-09\"");
    let refused = two.refused();
    assert_eq!((refused.file.as_str(), refused.line), ("sources.toml", two.line));
    assert!(refused.field.starts_with("sources[") && refused.field.ends_with("].id"), "{refused}");
    assert_eq!(refused.problem, "the id 24kg-rita-2025-09 means two different sources");

    let text = &files().iter().find(|file| file.path == "sources.toml").unwrap().text;
    let first = text.split("[[sources]]").nth(1).unwrap();
    let twice = Broken::new("sources.toml", "", "[[sources]]", &format!("[[sources]]{first}[[sources]]"));
    let refused = twice.refused();
    let lines_of_one = first.matches('\n').count();
    assert_eq!((refused.field.as_str(), refused.line), ("sources[1].id", twice.line + lines_of_one + 1), "{refused}");
    assert!(refused.problem.ends_with("stands twice"), "{refused}");
}

#[test]
fn one_target_stands_once_in_a_case() {
    let entry = "[[targets]]\ntarget = \"prosecutor-general-kyrgyzstan\"\nrole = \"primary\"\n";
    let twice = Broken::new(RITA, "", entry, &format!("{entry}\n{entry}"));
    let refused = twice.refused();
    assert_eq!((refused.field.as_str(), refused.line), ("targets[1].target", twice.line + 5), "{refused}");
}

#[test]
fn one_language_has_one_greeting_and_one_appeal() {
    let entry = "[[greetings]]\nlang = \"en\"\nsalutation = \"Dear Prosecutor General\"\n";
    let twice = Broken::new("targets/prosecutor-general-kyrgyzstan.toml", "", entry, &format!("{entry}\n{entry}"));
    let refused = twice.refused();
    assert_eq!((refused.field.as_str(), refused.line), ("greetings[1].lang", twice.line + 5), "{refused}");

    let text = &files().iter().find(|file| file.path == RITA).unwrap().text;
    let (start, end) = (text.find("[[appeals]]").unwrap(), text.find("[[events]]").unwrap());
    let entry = &text[start..end];
    let twice = Broken::new(RITA, "", entry, &format!("{entry}{entry}"));
    let refused = twice.refused();
    let line = twice.line + entry.matches('\n').count() + 1;
    assert_eq!((refused.field.as_str(), refused.line), ("appeals[1].lang", line), "{refused}");
}
