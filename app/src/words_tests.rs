//! Catalogue and code say the same.

use std::{collections::BTreeSet, fs, path::Path};

use domain::{
    action::Kind,
    campaign::Basis,
    counts::By,
    field::Rule,
    group::GroupKind,
    outcome::OutcomeKind,
    pack::{Order, Style},
    staff::Role,
    state::CaseState,
    statement::Asked,
    status::Status,
};
use letter::{Paper, Profile};

use super::*;

/// The closed sets whose words are looked up by [`Words::of`].
fn sets() -> Vec<(&'static str, Vec<String>)> {
    fn names<T: std::fmt::Display>(all: &[T]) -> Vec<String> {
        all.iter().map(ToString::to_string).collect()
    }
    vec![
        ("status", names(Status::ALL)),
        ("outcome", names(OutcomeKind::ALL)),
        ("postmark", names(OutcomeKind::ALL)),
        ("asked", names(Asked::ALL)),
        ("kind", names(Kind::ALL)),
        ("counted", names(Kind::ALL)),
        ("by", names(By::ALL)),
        ("state", names(CaseState::ALL)),
        ("role", names(Role::ALL)),
        ("reason", names(domain::ledger::Reason::ALL)),
        ("corrected", vec!["done".to_owned(), "undone".to_owned()]),
        ("rule", names(Rule::ALL)),
        ("figure", names(Basis::ALL)),
        ("basis", names(Basis::ALL)),
        ("group-kind", names(GroupKind::ALL)),
        ("alignment", names(letter::Alignment::ALL)),
        ("pack-order", names(Order::ALL)),
        ("pack-style", names(Style::ALL)),
        (
            "pack-sheet",
            ["cover", "test", "case-sheets", "cards", "petition", "poster", "labels", "envelopes", "tally", "sign-up"]
                .map(str::to_owned)
                .into(),
        ),
        ("profile", names(Profile::ALL)),
        ("paper", names(Paper::ALL)),
        ("heading", crate::parts::count::headings().map(str::to_owned).collect()),
        ("channel", vec!["online".to_owned(), "reported".to_owned()]),
        ("refused", vec!["sent-before".to_owned(), "too-many".to_owned(), "later".to_owned()]),
    ]
}

fn files(folder: &Path, ending: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|e| e == ending) && !path.ends_with("words_tests.rs") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
}

fn read(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    found
}

/// The first string literal of every call of a method.
fn literals(source: &str, method: &str) -> Vec<String> {
    let call = format!(".{method}(");
    let after = source.match_indices(&call).map(|(at, _)| source[at + call.len()..].trim_start());
    after.filter_map(|rest| Some(rest.strip_prefix('"')?.split_once('"')?.0.to_owned())).collect()
}

fn used() -> BTreeSet<String> {
    let sources = read("src", "rs");
    let all = |methods: &[&str]| -> BTreeSet<String> {
        sources.iter().flat_map(|source| methods.iter().flat_map(|method| literals(source, method))).collect()
    };
    let mut keys = all(&["t", "with", "many"]);
    keys.extend(printed());
    let called = all(&["of", "of_with"]);
    for (set, words) in sets() {
        assert!(called.contains(set), "nothing looks up the set {set}");
        keys.extend(words.into_iter().map(|word| format!("{set}-{word}")));
    }
    for set in called {
        assert!(sets().iter().any(|(known, _)| *known == set), "the test does not know the set {set}");
    }
    keys
}

/// The keys that the printed sheets ask for: the engine has no words of its own.
fn printed() -> BTreeSet<String> {
    let sources = read("../crates/engine/src/packs", "rs");
    let keys = sources.iter().flat_map(|source| {
        let quoted: Vec<String> = source.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        quoted
    });
    let mut keys: BTreeSet<String> = keys.filter(|key| key.starts_with("sheet-") && !key.contains('{')).collect();
    let kinds = [Kind::Letter, Kind::PrintedLetter, Kind::Card, Kind::PetitionSignature];
    keys.extend(kinds.map(|kind| format!("sheet-kind-{kind}")));
    keys
}

fn written(lang: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for catalogue in read(&format!("locales/{lang}"), "ftl") {
        for line in catalogue.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let key = line.split_once(" =").unwrap().0;
            assert!(keys.insert(key.to_owned()), "{lang}: {key} stands in it twice");
        }
    }
    keys
}

#[test]
fn every_key_that_is_used_is_written_and_every_key_that_is_written_is_used() {
    let (used, written) = (used(), written("en"));
    let missing: Vec<_> = used.difference(&written).collect();
    let idle: Vec<_> = written.difference(&used).collect();
    assert!(missing.is_empty(), "used but not written: {missing:?}");
    assert!(idle.is_empty(), "written but not used: {idle:?}");
    assert!(used.len() > 100);
}

#[test]
fn every_language_has_every_key() {
    let english = written("en");
    for folder in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).unwrap() {
        let lang = folder.unwrap().file_name().into_string().unwrap();
        assert_eq!(written(&lang), english, "{lang}");
    }
}

#[test]
fn numbers_have_their_thousands_set_apart() {
    let w = Words::new(Lang::en());
    let shown = [0, 999, 1_000, 12_408, 1_234_567, -1_000].map(|n| w.number(n));
    assert_eq!(shown, ["0", "999", "1,000", "12,408", "1,234,567", "\u{2212}1,000"]);
}

#[test]
fn one_is_said_otherwise_than_many() {
    let w = Words::new(Lang::en());
    assert_eq!(w.many("fact-actions", 1), "1 action");
    assert_eq!(w.many("fact-actions", 1_235), "1,235 actions");
}

#[test]
fn a_remedy_names_the_character() {
    let w = Words::new(Lang::en());
    let said = w.of_with("rule", Rule::NotPrintable, [("detail", "鄒 (U+9112)".into())]);
    assert!(said.contains("鄒 (U+9112)"), "{said}");
    assert!(w.of_with("rule", Rule::TooLong, [("detail", "none".into())]).contains("shorten"));
}

#[test]
fn a_language_without_a_catalogue_is_answered_in_english() {
    let w = Words::new("ky".parse().unwrap());
    assert_eq!(w.t("site"), "Pillarbox");
}
