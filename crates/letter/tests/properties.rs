//! Whatever is typed is in the file or in the error, and whatever a display list holds is written or refused.
#![cfg(all(feature = "pdf", feature = "svg", feature = "embedded-fonts", feature = "hyphens"))]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;
#[path = "../fuzz/src/any.rs"]
mod lists;

use std::collections::BTreeMap;

use common::rita;
use letter::{Fonts, LetterError, LetterSpec, Sender};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};
use proptest::prelude::*;

/// What each code of each font means.
type Meanings = BTreeMap<Vec<u8>, BTreeMap<u16, String>>;

/// How often each character stands in the file's text, spaces left out.
fn characters(bytes: &[u8]) -> BTreeMap<char, usize> {
    let pdf = Document::load_mem(bytes).unwrap();
    let mut counts = BTreeMap::new();
    for page in pdf.get_pages().into_values() {
        let meanings = meanings(&pdf, pdf.get_dictionary(page).unwrap());
        let mut font = Vec::new();
        for operation in Content::decode(&pdf.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
                "TJ" => {
                    let strings =
                        operation.operands[0].as_array().unwrap().iter().filter_map(|part| part.as_str().ok());
                    let codes =
                        strings.flat_map(|codes| codes.chunks(2)).map(|two| u16::from_be_bytes([two[0], two[1]]));
                    codes
                        .flat_map(|code| meanings[&font][&code].chars())
                        .for_each(|c| *counts.entry(c).or_insert(0) += 1);
                }
                _ => {}
            }
        }
    }
    counts
}

fn meanings(pdf: &Document, page: &Dictionary) -> Meanings {
    let dict = |object: &Object| match object {
        Object::Reference(id) => pdf.get_dictionary(*id).unwrap().clone(),
        other => other.as_dict().unwrap().clone(),
    };
    let fonts = dict(dict(page.get(b"Resources").unwrap()).get(b"Font").unwrap());
    let of_font = |(name, font): (&Vec<u8>, &Object)| {
        let table = dict(font).get(b"ToUnicode").unwrap().as_reference().unwrap();
        let table = pdf.get_object(table).unwrap().as_stream().unwrap().get_plain_content().unwrap();
        (name.clone(), codes(&String::from_utf8(table).unwrap()))
    };
    fonts.iter().map(of_font).collect()
}

fn codes(table: &str) -> BTreeMap<u16, String> {
    let units = |text: &str| -> Vec<u16> {
        let digits = text.trim_matches(['<', '>']).as_bytes().chunks(4);
        digits.map(|four| u16::from_str_radix(std::str::from_utf8(four).unwrap(), 16).unwrap()).collect()
    };
    let pairs = table.lines().filter(|line| line.starts_with('<') && !line.contains("<FFFF>"));
    let pair = |line: &str| {
        let (code, text) = line.split_once(' ').unwrap();
        (units(code)[0], String::from_utf16(&units(text)).unwrap())
    };
    pairs.map(pair).collect()
}

/// What shows: all but spaces and what has no look of its own.
fn shows(character: char) -> bool {
    let silent = matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    !character.is_whitespace() && !character.is_control() && !silent
}

fn text() -> impl Strategy<Value = String> {
    let alphabets = [
        "[a-zA-Z ,.;:'()0-9äéßŁőÑ\n-]{0,400}",
        "[а-яА-Яёңөүљџ ,.«»\n]{0,300}",
        "[α-ωΆ-Ώ ,.;\n]{0,300}",
        "[א-ת ,.0-9a-z\n]{0,300}",
        "[ء-ي\u{64b}-\u{652} ،.0-9a-z]{0,300}",
        "[क-हा-्ंः ।0-9]{0,200}",
        "[ก-ฮะ-ูเ-์ 0-9]{0,200}",
        "[e\u{301}\u{302}x\u{308}y\u{327} ]{0,60}",
        "[\0-\u{1f}\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}a ]{0,60}",
    ];
    prop::sample::select(alphabets.to_vec()).prop_flat_map(|alphabet| alphabet.prop_map(|text| text))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_typed_is_in_the_file_or_in_the_error(
        body in text(), salutation in "[A-Za-zé ]{0,30}", name in "[A-Za-zÑő ]{0,30}",
        lang in prop::sample::select(vec!["en", "de", "ru", "el", "ar", "he", "hi", "th", ""]),
    ) {
        let fonts = Fonts::embedded();
        let typed = format!("{body}{salutation}{name}");
        let spec = LetterSpec {
            lang: lang.into(), body, salutation, sender: Sender { name, lines: vec![] }, recipient: vec![],
            place_and_date: String::new(), closing: String::new(), ..rita()
        };
        match letter::layout(&spec, &fonts) {
            Ok(document) => {
                let counts = characters(&letter::pdf::write(&document, &fonts).unwrap());
                let mut wanted: BTreeMap<char, usize> = BTreeMap::new();
                typed.chars().filter(|c| shows(*c)).for_each(|c| *wanted.entry(c).or_insert(0) += 1);
                for (character, count) in wanted {
                    let found = counts.get(&character).copied().unwrap_or(0);
                    prop_assert!(found >= count, "{character:?} {count} times, in the file {found} times");
                }
            }
            Err(LetterError::NoGlyph { character, .. }) => prop_assert!(typed.contains(character)),
            Err(LetterError::TooManyMarks { character, .. }) => prop_assert!(character == ' ' || typed.contains(character)),
            Err(LetterError::LineTooWide { text, .. }) => prop_assert!(!text.is_empty()),
            Err(error) => prop_assert!(error.field().is_some(), "{error}"),
        }
    }

    #[test]
    fn any_display_list_is_written_or_refused(data in prop::collection::vec(any::<u8>(), 0..600)) {
        let fonts = Fonts::embedded();
        let document = lists::document(&data);
        if let Ok(bytes) = letter::pdf::write(&document, &fonts) {
            let pdf = Document::load_mem(&bytes).unwrap();
            prop_assert_eq!(pdf.get_pages().len(), document.pages.len());
            for page in pdf.get_pages().into_values() {
                prop_assert!(Content::decode(&pdf.get_page_content(page)).is_ok());
            }
        }
        for page in 0..document.pages.len() {
            let _ = letter::svg::page(&document, &fonts, page);
        }
    }
}
