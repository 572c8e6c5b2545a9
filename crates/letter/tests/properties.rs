//! Whatever is typed is in the file or in the error, and whatever a display list holds is written or refused.
#![cfg(all(feature = "pdf", feature = "svg", feature = "embedded-fonts", feature = "hyphens"))]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;
#[path = "../fuzz/src/any.rs"]
mod lists;

use common::reading::missing;
use common::rita;
use letter::{Fonts, LetterError, LetterSpec, Sender};
use lopdf::Document;
use lopdf::content::Content;
use proptest::prelude::*;

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
                let file = letter::pdf::write(&document, &fonts).unwrap();
                prop_assert_eq!(missing(&typed, &file), vec![]);
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
