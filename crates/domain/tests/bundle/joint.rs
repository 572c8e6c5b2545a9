//! What many signed together: the open letter and the statement, in their order and with their qualifiers.

use domain::{open_letter::OpenLetter, statement::Asked};
use rstest::rstest;

use crate::files::{Broken, bundle};

const LETTER: &str = "open-letters/kyrgyzstan-foreign-representatives-2024.toml";
const STATEMENT: &str = "statements/eu-central-asia-2025.toml";

fn letter() -> &'static OpenLetter {
    &bundle().open_letters[0]
}

#[test]
fn thirty_one_signed_in_this_order() {
    let names: Vec<&str> = letter().signatories.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names.len(), 31);
    assert_eq!(names[0], "International Partnership for Human Rights (IPHR)");
    assert_eq!(names[10], "Helsinki Citizens’ Assembly – Vanadzor");
    assert_eq!(names[30], "Amnesty International");
    let without_country = letter().signatories.iter().filter(|s| s.country.is_none()).count();
    assert_eq!(without_country, 10, "no country is given where none is printed");
    assert_eq!(letter().checked(), 0, "nobody has checked who may sign");
}

#[test]
fn two_signed_within_the_framework_of_the_observatory() {
    let qualified: Vec<(&str, &str)> = (letter().signatories.iter())
        .filter(|s| !s.qualifier.is_empty())
        .map(|s| (s.name.as_str(), s.qualifier.as_str()))
        .collect();
    let framework = "within the framework of the Observatory for the Protection of Human Rights Defenders";
    assert_eq!(
        qualified,
        [
            ("FIDH (International Federation for Human Rights)", framework),
            ("World Organisation Against Torture (OMCT)", framework)
        ]
    );
}

#[test]
fn eight_organisations_name_twenty_six_people_in_five_countries() {
    let statement = &bundle().statements[0];
    assert_eq!(statement.organisations.len(), 8);
    assert_eq!(statement.organisations[0], "Civil Rights Defenders");
    let countries: Vec<(&str, usize)> =
        statement.countries.iter().map(|each| (each.country.code(), each.people.len())).collect();
    assert_eq!(countries, [("KZ", 4), ("KG", 5), ("TJ", 12), ("TM", 1), ("UZ", 4)]);
    let of = |asked| statement.countries.iter().flat_map(|c| &c.people).filter(|p| p.asked == asked).count();
    assert_eq!(Asked::ALL.iter().map(|asked| of(*asked)).collect::<Vec<_>>(), [21, 2, 1, 1, 1]);
}

#[rstest]
#[case::unknown_source(LETTER, "sources = [\"hrdblog", "sources = [\"nobody-", "sources[0]", "no source has the id")]
#[case::unknown_source_of_an_event(
    LETTER,
    "[\"civicsolidarity-kg-2024\"",
    "[\"nobody\"",
    "events[0].sources[0]",
    "no source has the id nobody"
)]
#[case::unknown_field(LETTER, "reasons = [", "why = [", "why", "unknown field")]
#[case::nobody_addressed(
    LETTER,
    "office = \"President of the Kyrgyz Republic\"",
    "office = \"\"",
    "addressee.office",
    "is empty"
)]
#[case::a_signatory_twice(
    LETTER,
    "name = \"Norwegian Helsinki Committee\"\nprinted = \"Norwegian Helsinki Committee\"",
    "name = \"IDP Women Association Consent\"",
    "signatories[2].name",
    "stands twice"
)]
#[case::another_line_than_the_name(
    LETTER,
    "printed = \"Norwegian Helsinki Committee\"",
    "printed = \"Someone else\"",
    "signatories[2].printed",
    "does not contain the name"
)]
#[case::a_qualifier_that_was_not_signed(
    LETTER,
    "qualifier = \"within",
    "qualifier = \"outside",
    "signatories[28].qualifier",
    "does not stand in the printed line"
)]
#[case::unknown_word(
    STATEMENT,
    "asked = \"release\"",
    "asked = \"freedom\"",
    "countries[0].people[0].asked",
    "release"
)]
#[case::unknown_case(STATEMENT, "\"rita-karasartova\"", "\"rita\"", "see_also.cases[0]", "no case has the slug rita")]
#[case::unknown_case_of_a_person(
    STATEMENT,
    "role = \"activist\"",
    "role = \"activist\"\ncase = \"nobody\"",
    "countries[0].people[0].case",
    "no case has the slug nobody"
)]
#[case::unknown_letter(
    STATEMENT,
    "[\"kyrgyzstan-foreign",
    "[\"kazakhstan-foreign",
    "see_also.open_letters[0]",
    "no open letter has the slug"
)]
#[case::an_organisation_twice(
    STATEMENT,
    "\"Araminta\"",
    "\"Civil Rights Defenders\"",
    "organisations[2]",
    "Civil Rights Defenders stands twice"
)]
#[case::a_country_twice(STATEMENT, "country = \"KG\"", "country = \"KZ\"", "countries[1].country", "KZ stands twice")]
#[case::a_person_twice(
    STATEMENT,
    "name = \"Marat Zhylanbayev\"",
    "name = \"Aigerim Tleuzhanova\"",
    "countries[0].people[1].name",
    "stands twice"
)]
fn a_broken_one_is_refused(
    #[case] file: &str,
    #[case] old: &str,
    #[case] new: &str,
    #[case] field: &str,
    #[case] problem: &str,
) {
    let broken = Broken::new(file, "", old, new);
    let refused = broken.refused();
    assert_eq!((refused.file.as_str(), refused.field.as_str()), (file, field), "{refused}");
    assert!(refused.problem.contains(problem), "{refused}");
    assert!(refused.line.abs_diff(broken.line) <= 1, "{refused}, not at line {}", broken.line);
}
