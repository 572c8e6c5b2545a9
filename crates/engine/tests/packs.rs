//! Packs: what a group asked for, in its order, each letter on a sheet of its own, and nothing when something is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use common::{House, houses};
use domain::{
    Lang,
    field::Rule,
    pack::{PackCode, PackSpec},
};
use engine::{
    EngineError,
    packs::{PackOrder, PackProgress, PrintedPack, SheetWords, code_of},
};

/// The keys themselves, with what is filled in: the catalogues stand elsewhere.
struct Keys(Lang);

impl SheetWords for Keys {
    fn lang(&self) -> &Lang {
        &self.0
    }
    fn say(&self, key: &str, filled_in: &[(&'static str, &str)]) -> String {
        let filled: Vec<&str> = filled_in.iter().map(|(_, value)| *value).collect();
        format!("{key} {}", filled.join(" ")).trim().to_owned()
    }
    fn many(&self, key: &str, count: i64) -> String {
        format!("{key} {count}")
    }
}

/// A sink that can be looked into afterwards.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn spec(text: &str) -> PackSpec {
    domain::pack::read(text).unwrap()
}

fn order(spec: PackSpec) -> PackOrder {
    let code: PackCode = "K7QF-2M9D".parse().unwrap();
    PackOrder { spec, code: Some(code), base_url: "https://example.org".into(), words: Arc::new(Keys(Lang::en())) }
}

async fn printed(house: &House, order: &PackOrder) -> Result<(PrintedPack, Vec<u8>, Vec<PackProgress>), EngineError> {
    let (sink, seen) = (Sink::default(), Arc::new(Mutex::new(Vec::new())));
    let told = seen.clone();
    let pack = house.engine.print_pack(order, sink.clone(), move |at| told.lock().unwrap().push(at)).await?;
    let (bytes, progress) = (sink.0.lock().unwrap().clone(), seen.lock().unwrap().clone());
    Ok((pack, bytes, progress))
}

fn invalid(error: EngineError) -> Vec<(String, Rule, String)> {
    match error {
        EngineError::Invalid(fields) => {
            fields.into_iter().map(|f| (f.field, f.rule, f.detail.unwrap_or_default())).collect()
        }
        other => panic!("{other}"),
    }
}

const TWO: &str = r#"
title = "Freiburg group, 10 December"
date = "2026-12-10"
posted_from = "DE"
[[letters]]
case = "rita-karasartova"
copies = 3
[[letters]]
case = "manahel-al-otaibi"
copies = 2
"#;

#[tokio::test]
async fn a_pack_has_a_sheet_for_everything() {
    let house = houses().await.remove(0);
    let (pack, bytes, progress) = printed(&house, &order(spec(TWO))).await.unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    // cover, two case sheets, five letters, tally sheet: each with its back
    assert_eq!((pack.letters, pack.pages), (5, 2 * 9));
    assert_eq!(pack.file_name, "pack-K7QF-2M9D.pdf");
    assert_eq!(progress.last(), Some(&PackProgress { pages: 18, of: 18 }));
    assert!(progress.windows(2).all(|pair| pair[0].pages < pair[1].pages));

    let again = printed(&house, &order(spec(TWO))).await.unwrap().1;
    assert!(again == bytes, "the same order gives the same bytes");
    let one_sided = spec(&TWO.replace("posted_from", "duplex = false\nposted_from"));
    assert_eq!(printed(&house, &order(one_sided)).await.unwrap().0.pages, 9);
}

#[tokio::test]
async fn sets_and_hands_and_few_sheets() {
    let house = houses().await.remove(0);
    let text = TWO
        .replace("posted_from", "order = \"sets\"\ninclude = []\nposted_from")
        .replace("copies = 3", "copies = 3\nstyle = \"lines\"")
        .replace("copies = 2", "copies = 2\nstyle = \"blank\"");
    let (pack, ..) = printed(&house, &order(spec(&text))).await.unwrap();
    assert_eq!((pack.letters, pack.pages), (5, 10));
}

#[tokio::test]
async fn everything_that_is_wrong_is_named_at_once_and_nothing_is_written() {
    let house = houses().await.remove(0);
    let text = r#"
        title = "Evening"
        profile = "c4"
        [[letters]]
        case = "rita-karasartova"
        target = "president-egypt"
        copies = 1
        [[letters]]
        case = "nobody"
        copies = 1
        [[letters]]
        case = "mohamed-baker"
        copies = 1
    "#;
    let sink = Sink::default();
    let refused = house.engine.print_pack(&order(spec(text)), sink.clone(), |_| {}).await.unwrap_err();
    let wrong = invalid(refused);
    let told: Vec<(&str, Rule)> = wrong.iter().map(|(field, rule, _)| (field.as_str(), *rule)).collect();
    assert_eq!(told[0], ("profile", Rule::UnknownWord));
    assert_eq!(told[1], ("letters[0].target", Rule::UnknownWord));
    assert_eq!(told[2], ("letters[1].case", Rule::UnknownCase));
    assert_eq!(told[3].0, "letters[2].case");
    assert!(wrong[3].2.contains("Mohamed Baker"), "{wrong:?}");
    assert!(sink.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn every_case_that_takes_letters_has_its_sheet() {
    let house = houses().await.remove(0);
    let mut text = String::from("title = \"All\"\ndate = \"2026-12-10\"\n");
    let mut cases = 0;
    for card in house.engine.cases().await.unwrap().into_iter().filter(|card| card.takes_letters) {
        text.push_str(&format!("[[letters]]\ncase = \"{}\"\ncopies = 1\n", card.slug));
        cases += 1;
    }
    assert!(cases > 15);
    for paper in ["a4", "letter"] {
        let spec = spec(&format!("paper = \"{paper}\"\n{text}"));
        let contents = house.engine.check_pack(&spec).await.unwrap();
        assert_eq!(contents.lines.len(), cases);
        let (pack, ..) = printed(&house, &order(spec)).await.unwrap();
        assert_eq!(pack.letters, cases);
    }
}

#[tokio::test]
async fn five_hundred_letters_are_no_trouble() {
    let house = houses().await.remove(0);
    let text = TWO.replace("copies = 3", "copies = 400").replace("copies = 2", "copies = 100");
    let (pack, bytes, progress) = printed(&house, &order(spec(&text))).await.unwrap();
    assert_eq!((pack.letters, pack.pages), (500, 2 * 504));
    assert!(bytes.len() < 2_000_000, "{} bytes", bytes.len());
    assert!(progress.len() > 20);
}

#[test]
fn a_spec_always_has_the_same_code() {
    let other = TWO.replace("copies = 2", "copies = 4");
    assert_eq!(code_of(&spec(TWO)), code_of(&spec(TWO)));
    assert_ne!(code_of(&spec(TWO)), code_of(&spec(&other)));
}

#[tokio::test]
async fn everything_that_a_writing_evening_needs_is_set_for_every_case() {
    let house = houses().await.remove(0);
    let include = r#"include = ["cover", "test", "case-sheets", "petition", "poster", "cards", "sign-up", "tally",
        "labels:L7160:20", "envelopes:DL"]"#;
    let mut text = format!("title = \"All\"\ndate = \"2026-12-10\"\nposted_from = \"DE\"\n{include}\n");
    let mut cases = 0;
    for card in house.engine.cases().await.unwrap().into_iter().filter(|card| card.takes_letters) {
        text.push_str(&format!("[[letters]]\ncase = \"{}\"\ncopies = 1\n", card.slug));
        cases += 1;
    }
    for paper in ["a4", "letter"] {
        let (pack, ..) = printed(&house, &order(spec(&format!("paper = \"{paper}\"\n{text}")))).await.unwrap();
        // at least case sheet, letter, petition, poster and envelope for each, each with its back
        assert!(pack.pages >= cases * 10, "{} pages", pack.pages);
    }
}

#[tokio::test]
async fn labels_and_envelopes_that_nobody_makes_are_refused_by_their_place() {
    let house = houses().await.remove(0);
    for (include, known) in [("labels:L9999:1", "L7160"), ("labels:L7160:22", "L7163"), ("envelopes:C4", "C5/6")] {
        let text = TWO.replace("posted_from", &format!("include = [\"cover\", \"{include}\"]\nposted_from"));
        let wrong = invalid(printed(&house, &order(spec(&text))).await.unwrap_err());
        assert_eq!((wrong[0].0.as_str(), wrong[0].1), ("include[1]", Rule::UnknownWord));
        assert!(wrong[0].2.contains(known), "{wrong:?}");
    }
    let cards = TWO.replace("posted_from", "include = [\"cards\"]\nposted_from");
    let wrong = invalid(printed(&house, &order(spec(&cards))).await.unwrap_err());
    assert_eq!((wrong[0].0.as_str(), wrong[0].1), ("include[0]", Rule::NoCards), "neither case takes cards");
}
