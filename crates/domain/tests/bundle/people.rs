//! The people of the cases: how things stand, what may be shown and what protects them.

use domain::{
    Lang,
    case::Case,
    consent::{ConsentBasis, MayShow},
    outcome::OutcomeKind,
};

use crate::files::{bundle, case, files};

fn slugs(wanted: impl Fn(&Case) -> bool) -> Vec<&'static str> {
    bundle().cases.iter().filter(|case| wanted(case)).map(|case| case.slug.as_str()).collect()
}

#[test]
fn seven_demands_are_met() {
    let met: Vec<(&str, OutcomeKind, String)> = (bundle().cases.iter())
        .filter_map(|case| case.main_demand_met().map(|o| (case.slug.as_str(), o.kind, o.date.to_string())))
        .collect();
    let met: Vec<(&str, OutcomeKind, &str)> =
        met.iter().map(|(slug, kind, date)| (*slug, *kind, date.as_str())).collect();
    assert_eq!(
        met,
        [
            ("aleksandra-skochilenko", OutcomeKind::Freed, "2024-08-01"),
            ("bernardo-caal-xol", OutcomeKind::Freed, "2022-03-24"),
            ("dorgelesse-nguessan", OutcomeKind::Freed, "2025-01"),
            ("maryia-kalesnikava", OutcomeKind::Freed, "2025-12-13"),
            ("mohamed-baker", OutcomeKind::Freed, "2023-07-20"),
            ("neth-nahara", OutcomeKind::Freed, "2025-01-01"),
            ("rocky-myers", OutcomeKind::Commuted, "2025-02-28"),
        ]
    );
    let released_once = case("zhang-zhan").outcomes.iter().find(|o| o.kind == OutcomeKind::Freed).unwrap();
    assert!(!released_once.meets_main_demand, "she was detained again");
}

#[test]
fn the_dead_are_mourned_whatever_their_outcomes_say() {
    assert_eq!(slugs(Case::is_mourned), ["azimjan-askarov", "thulani-maseko", "zineb-redouane"]);
}

#[test]
fn native_names_stand_where_a_source_prints_them() {
    let names: Vec<(&str, &str, &str)> = (bundle().cases.iter())
        .filter_map(|case| case.native_name.as_ref().map(|n| (case.slug.as_str(), n.lang.as_str(), n.text.as_str())))
        .collect();
    assert_eq!(
        names,
        [
            ("ahmed-mansoor", "ar", "أحمد منصور"),
            ("chow-hang-tung", "zh-Hant", "鄒幸彤"),
            ("dang-dinh-bach", "vi", "Đặng Đình Bách"),
            ("justyna-wydrzynska", "pl", "Justyna Wydrzyńska"),
            ("kyung-seok-park", "ko", "박경석"),
            ("luis-manuel-otero-alcantara", "es", "Luis Manuel Otero Alcántara"),
            ("manahel-al-otaibi", "ar", "مناهل العتيبي"),
            ("nasser-zefzafi", "ar", "ناصر الزفزافي"),
            ("rita-karasartova", "ru", "Рита Карасартова"),
            ("sebnem-korur-fincanci", "tr", "Şebnem Korur Fincancı"),
            ("shahnewaz-chowdhury", "bn", "শাহনেওয়াজ চৌধুরী"),
            ("zhang-zhan", "zh-Hans", "张展"),
        ]
    );
}

#[test]
fn every_case_is_shown_as_a_demonstration_and_nothing_beyond() {
    for case in &bundle().cases {
        let consent = case.consent.as_ref().unwrap();
        assert_eq!(consent.basis, ConsentBasis::Demonstration, "{}", case.slug);
        let address = case.solidarity.as_ref().is_some_and(|s| !s.address_lines.is_empty());
        let wanted = if address { vec![MayShow::CardAddress] } else { Vec::new() };
        assert_eq!(consent.may_show, wanted, "{}", case.slug);
    }
}

#[test]
fn addresses_for_cards_are_those_of_institutions() {
    let care_of: Vec<(&str, &str)> = (bundle().cases.iter())
        .filter_map(|case| Some((case, case.solidarity.as_ref()?)))
        .filter(|(_, solidarity)| !solidarity.address_lines.is_empty())
        .map(|(case, solidarity)| {
            assert!(solidarity.accepts_messages, "{}: an address without a welcome", case.slug);
            let institution = |line: &&String| ["Centre", "Amnesty", "Birliği"].iter().any(|word| line.contains(word));
            (case.slug.as_str(), solidarity.address_lines.iter().find(institution).unwrap().as_str())
        })
        .collect();
    assert_eq!(
        care_of,
        [
            ("ahmed-mansoor", "Gulf Centre for Human Rights"),
            ("chaima-issa", "c/o Amnesty International, Bureau régional de Tunis"),
            ("sebnem-korur-fincanci", "Türk Tabipleri Birliği"),
        ]
    );
}

#[test]
fn the_prison_of_a_minor_is_nowhere() {
    for file in files() {
        for part in ["Batova", "Bobruisk", "213800"] {
            assert!(!file.text.contains(part), "{} names {part}", file.path);
        }
    }
}

#[test]
fn three_cases_carry_rules_of_their_own() {
    let ruled = slugs(|case| {
        let consent = case.consent.as_ref().unwrap();
        assert_eq!(consent.letter_rules.is_empty(), consent.card_rules.is_empty(), "{}", case.slug);
        !consent.letter_rules.is_empty()
    });
    assert_eq!(ruled, ["janna-jihad", "mikita-zalatarou", "thapelo-mohapi"]);
    let mohapi = case("thapelo-mohapi");
    assert!(mohapi.consent.as_ref().unwrap().letter_rules[0].contains("Do not ask, guess or write where"));
    assert!(!mohapi.solidarity.as_ref().unwrap().accepts_messages);
}

#[test]
fn every_case_asks_in_english_and_only_in_english() {
    for case in &bundle().cases {
        let [appeal] = case.appeals.as_slice() else { panic!("{} has {} appeals", case.slug, case.appeals.len()) };
        assert_eq!(appeal.lang, Lang::en(), "{}", case.slug);
        assert!(!appeal.opening.is_empty() && !appeal.talking_points.is_empty(), "{}", case.slug);
    }
    let rita = &case("rita-karasartova").appeals[0];
    assert_eq!(rita.as_of.to_string(), "2025-12");
    assert!(rita.demands[0].starts_with("Quash the conviction"), "the main demand stands first");
}

#[test]
fn what_happened_stands_in_order_and_with_a_source() {
    for case in &bundle().cases {
        assert!(case.events.is_sorted_by_key(|event| event.date), "{}", case.slug);
        assert!(case.outcomes.is_sorted_by_key(|outcome| outcome.date), "{}", case.slug);
        assert!(case.events.iter().all(|event| !event.sources.is_empty()), "{}", case.slug);
        assert!(case.outcomes.iter().all(|outcome| !outcome.sources.is_empty()), "{}", case.slug);
    }
    let dates: Vec<String> = case("rita-karasartova").events.iter().take(3).map(|e| e.date.to_string()).collect();
    assert_eq!(dates, ["2022-10", "2022-10-23", "2023-06-23"], "the month stands before its days");
    let events: usize = bundle().cases.iter().map(|case| case.events.len()).sum();
    let outcomes: usize = bundle().cases.iter().map(|case| case.outcomes.len()).sum();
    assert_eq!((events, outcomes), (253, 32));
}
