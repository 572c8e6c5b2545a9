//! The file that a letter becomes, read back.
#![cfg(all(feature = "pdf", feature = "embedded-fonts", feature = "hyphens"))]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::collections::BTreeMap;

use common::{letters, rita};
use letter::{Document, Fonts, LetterSpec, Paper, Profile};
use lopdf::content::Content;
use lopdf::{Dictionary, Object};

fn written(spec: &LetterSpec) -> (Document, Vec<u8>) {
    let fonts = Fonts::embedded();
    let document = letter::layout(spec, &fonts).unwrap();
    let bytes = letter::pdf::write(&document, &fonts).unwrap();
    (document, bytes)
}

fn parsed(spec: &LetterSpec) -> (Document, lopdf::Document) {
    let (document, bytes) = written(spec);
    (document, lopdf::Document::load_mem(&bytes).unwrap())
}

fn fonts_of(pdf: &lopdf::Document) -> Vec<&Dictionary> {
    let fonts = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    fonts.filter(|dict| dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0")).collect()
}

/// What the codes of a font mean, from its ToUnicode table.
fn meanings(pdf: &lopdf::Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = font.get(b"ToUnicode").and_then(Object::as_reference).and_then(|id| pdf.get_object(id)).unwrap();
    let table = String::from_utf8(stream.as_stream().unwrap().get_plain_content().unwrap()).unwrap();
    let hex = |text: &str| -> Vec<u16> {
        let digits = text.trim_matches(['<', '>']).as_bytes();
        digits.chunks(4).map(|four| u16::from_str_radix(std::str::from_utf8(four).unwrap(), 16).unwrap()).collect()
    };
    let pairs = table.lines().filter(|line| line.starts_with('<') && !line.contains("<FFFF>"));
    pairs
        .map(|line| {
            let (code, text) = line.split_once(' ').unwrap();
            (hex(code)[0], String::from_utf16(&hex(text)).unwrap())
        })
        .collect()
}

/// The text of all pages in the order of the file's operators; a zero-width space is a glyph that says nothing.
fn extracted(pdf: &lopdf::Document) -> String {
    let meanings = meanings(pdf, fonts_of(pdf)[0]);
    let mut text = String::new();
    for (_, page) in pdf.get_pages() {
        for operation in Content::decode(&pdf.get_page_content(page)).unwrap().operations {
            if operation.operator != "TJ" {
                continue;
            }
            for shown in operation.operands[0].as_array().unwrap() {
                let Ok(codes) = shown.as_str() else { continue };
                text.extend(codes.chunks(2).map(|code| meanings[&u16::from_be_bytes([code[0], code[1]])].as_str()));
            }
        }
    }
    text.replace('\u{200b}', "")
}

#[test]
fn one_font_is_embedded_and_its_text_can_be_read() {
    for (lang, spec) in letters() {
        let (document, pdf) = parsed(&spec);
        assert_eq!(pdf.get_pages().len(), document.page_count());
        let fonts = fonts_of(&pdf);
        assert_eq!(fonts.len(), 1, "{lang}");
        let descendant = fonts[0].get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        assert!(descendant.get(b"CIDToGIDMap").unwrap().as_reference().is_ok());
        let descriptor = pdf.get_object(descendant.get(b"FontDescriptor").unwrap().as_reference().unwrap()).unwrap();
        let program = descriptor.as_dict().unwrap().get(b"FontFile2").unwrap().as_reference().unwrap();
        let size = pdf.get_object(program).unwrap().as_stream().unwrap().content.len();
        assert!(size < 40_000, "{lang}: the font is a subset of {size} bytes");
        let lines = document.pages.iter().flat_map(|page| page.lines());
        // A space stands between a line and the next, unless a word was divided there.
        let expected: String =
            lines.map(|placed| format!("{} ", placed.line.text).replace("\u{ad} ", "\u{ad}")).collect();
        assert_eq!(extracted(&pdf), expected, "{lang}");
    }
}

#[test]
fn look_alikes_come_out_as_they_were_typed() {
    let body = "hyphen-minus, hyphen\u{2010}, soft; space and no\u{a0}break; \u{3a9} and \u{2126}; \u{b5} and \u{3bc}; \u{2019} and \u{2bc}; official fjord";
    let (_, pdf) = parsed(&LetterSpec { body: body.into(), ..rita() });
    assert!(extracted(&pdf).replace(['\u{ad}', ' '], "").contains(&body.replace(' ', "")));
}

#[test]
fn marks_that_the_font_has_no_letter_for_are_placed_and_read() {
    let body = "x\u{301}y\u{308}\u{301} Ж\u{301}";
    let (document, pdf) = parsed(&LetterSpec { body: body.into(), ..rita() });
    let moved = document.pages[0]
        .lines()
        .flat_map(|placed| &placed.line.runs)
        .flat_map(|run| &run.glyphs)
        .any(|glyph| glyph.dy != 0 || glyph.dx != 0);
    assert!(moved);
    assert!(extracted(&pdf).contains(body));
}

#[test]
fn the_same_letter_is_the_same_file() {
    for (lang, spec) in letters() {
        let (_, first) = written(&spec);
        assert_eq!(first, written(&spec).1, "{lang}");
        let (_, other) = written(&LetterSpec { place_and_date: "Elsewhere".into(), ..spec });
        assert_ne!(first, other);
    }
}

#[test]
fn the_file_says_what_it_is() {
    let (_, pdf) = parsed(&LetterSpec { title: "Письмо".into(), lang: "ru".into(), ..rita() });
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"ru");
    let preferences = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert_eq!(preferences.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
    let info = pdf.get_object(pdf.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap().as_dict().unwrap();
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20261123000000Z");
    let title: Vec<u8> = "\u{feff}Письмо".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), title);
    let id = |pdf: &lopdf::Document| pdf.trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec();
    assert_ne!(id(&pdf), id(&parsed(&rita()).1));
    assert!(id(&pdf).iter().any(|byte| *byte != 0));
}

#[test]
fn the_sheet_has_the_papers_size() {
    for (paper, expected) in [(Paper::A4, (595.276, 841.89)), (Paper::Letter, (612.0, 792.0))] {
        for profile in Profile::ALL {
            let (_, pdf) = parsed(&LetterSpec { paper, profile: *profile, ..rita() });
            let page = pdf.get_dictionary(pdf.get_pages()[&1]).unwrap();
            let media = page.get(b"MediaBox").unwrap().as_array().unwrap();
            let size = [2, 3].map(|index: usize| media[index].as_float().unwrap());
            assert!((size[0] - expected.0).abs() < 0.01 && (size[1] - expected.1).abs() < 0.01, "{size:?}");
        }
    }
}

#[test]
fn another_font_than_the_document_was_set_with_is_an_error() {
    let fonts = Fonts::embedded();
    let mut document = letter::layout(&rita(), &fonts).unwrap();
    for item in &mut document.pages[0].items {
        if let letter::frame::Item::Line(line) = item {
            line.runs.iter_mut().for_each(|run| run.font = 7);
        }
    }
    assert_eq!(letter::pdf::write(&document, &fonts), Err(letter::LetterError::BadFont { index: 7 }));
    assert_eq!(letter::svg::page(&document, &fonts, 0), Err(letter::LetterError::BadFont { index: 7 }));
    assert_eq!(letter::svg::page(&document, &fonts, 3), Err(letter::LetterError::NoPage { index: 3, pages: 1 }));
}
