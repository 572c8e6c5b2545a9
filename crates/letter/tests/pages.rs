//! What the pages look like, as text: a change of layout shows as a change of these files.
#![cfg(all(feature = "svg", feature = "embedded-fonts", feature = "hyphens"))]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fmt::Write;

use common::{letters, rita};
use letter::frame::{Item, Rule, Size};
use letter::{Document, Fonts, LetterSpec, Paper, Profile};

/// Every item with its place in micrometres and its size in tenths of a point.
fn described(document: &Document) -> String {
    let paper = Paper::ALL.iter().find(|paper| Size::from(**paper) == document.size).unwrap();
    let mut text = format!("{paper} {}\n", document.lang);
    for (index, page) in document.pages.iter().enumerate() {
        let _ = writeln!(text, "page {}", index + 1);
        for item in &page.items {
            let _ = match item {
                Item::Line(line) => {
                    writeln!(
                        text,
                        "{:>6} {:>6} {:>3} {:?}: {}",
                        line.x,
                        line.y,
                        line.size,
                        line.role,
                        line.text.replace('\u{ad}', "~")
                    )
                }
                Item::Rule(Rule { x, y, width, height, .. }) => {
                    writeln!(text, "{x:>6} {y:>6} rule {width} x {height}")
                }
                Item::Drawing(_) | Item::Shared(_) => unreachable!("one letter has neither"),
            };
        }
    }
    text
}

fn set(spec: &LetterSpec) -> Document {
    letter::layout(spec, &Fonts::embedded()).unwrap()
}

#[test]
fn a_letter_in_each_language() {
    for (lang, spec) in letters() {
        insta::assert_snapshot!(format!("din-{lang}"), described(&set(&spec)));
    }
}

#[test]
fn a_plain_letter_on_each_paper() {
    for paper in Paper::ALL {
        let spec = LetterSpec { profile: Profile::Plain, paper: *paper, ..rita() };
        insta::assert_snapshot!(format!("plain-{paper}"), described(&set(&spec)));
    }
}

#[test]
fn a_letter_of_three_pages() {
    let spec = rita();
    let body = [spec.body.as_str(); 9].join("\n\n");
    let document = set(&LetterSpec { body, ..spec });
    assert_eq!(document.page_count(), 3);
    insta::assert_snapshot!("three-pages", described(&document));
}

#[test]
fn the_text_reads_in_order() {
    insta::assert_snapshot!("text", letter::text::write(&set(&rita())));
}

#[test]
fn the_display_list_survives_serialising() {
    let document = set(&rita());
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
}

#[test]
fn a_preview_holds_to_a_strict_policy() {
    let document = set(&rita());
    let svg = letter::svg::page(&document, &Fonts::embedded(), 0).unwrap();
    assert!(svg.starts_with(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 210000 297000\" width=\"210mm\" height=\"297mm\""
    ));
    assert!(!svg.contains("style=") && !svg.contains("<script") && !svg.contains("href=\"http"));
    assert_eq!(svg.matches("<path d=").count(), 4, "the rule under the sender and three marks");
    assert!(svg.matches("<use").count() > 700);
}
