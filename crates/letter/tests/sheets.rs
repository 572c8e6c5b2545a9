//! Sheets: on the paper, inside the printer's reach, in an order that can be read aloud.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
#![cfg(all(feature = "sheets", feature = "pdf", feature = "embedded"))]

#[path = "common/arabic.rs"]
mod arabic;
#[path = "common/sheets.rs"]
mod samples;

use letter::frame::{Document, Item, Size, Tag};
use letter::sheets::spec::{CaseSheet, CoverSheet, Envelope, EnvelopeSize, LabelSheet, LabelStock};
use letter::{Fonts, LetterError, Paper, pdf, sheets};
use proptest::prelude::*;

/// Printers do not reach the paper's edge.
const EDGE: i32 = 5_000;

fn all(paper: Paper) -> Vec<(&'static str, Document)> {
    let fonts = Fonts::embedded();
    vec![
        ("cover", sheets::cover(&samples::cover(paper), &fonts).unwrap()),
        ("case", sheets::case_sheet(&samples::case(paper), &fonts).unwrap()),
        ("tally", sheets::tally(&samples::tally(paper), &fonts).unwrap()),
        ("cards", sheets::cards(&samples::cards(paper), &fonts).unwrap()),
        ("petition", sheets::list(&samples::petition(paper), &fonts).unwrap()),
        ("poster", sheets::poster(&samples::poster(paper), &fonts).unwrap()),
        ("cover in Arabic", sheets::cover(&arabic::cover(paper), &fonts).unwrap()),
        ("case in Arabic", sheets::case_sheet(&arabic::case(paper), &fonts).unwrap()),
        ("tally in Arabic", sheets::tally(&arabic::tally(paper), &fonts).unwrap()),
        ("petition in Arabic", sheets::list(&arabic::petition(paper), &fonts).unwrap()),
    ]
}

/// Everything painted keeps away from the edge.
fn assert_inside(name: &str, document: &Document) {
    let Size { width, height } = document.size;
    let inside = |x: i32, y: i32, right: i32, bottom: i32| {
        x >= EDGE && y >= EDGE && right <= width - EDGE && bottom <= height - EDGE
    };
    for page in &document.pages {
        for item in &page.items {
            let good = match item {
                Item::Rule(rule) => inside(rule.x, rule.y, rule.x + rule.width, rule.y + rule.height),
                Item::Drawing(drawing) => {
                    drawing.bounds().is_none_or(|b| inside(b.x, b.y, b.x + b.width, b.y + b.height))
                }
                Item::Line(_) | Item::Shared(_) => item.lines().all(|line| {
                    let em = line.size * 353 / 10;
                    inside(line.x, line.y - em, line.x + line.width(), line.y + em / 3)
                }),
            };
            assert!(good, "{name}: {item:?} is outside of {width} x {height}");
        }
    }
}

/// All text of a document in reading order.
fn text(document: &Document) -> String {
    let lines = document.pages.iter().flat_map(|page| page.lines().map(|line| line.line.text.clone()));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_stands_where_printers_do_not_reach() {
    for paper in Paper::ALL {
        for (name, document) in all(*paper) {
            assert_eq!(document.pages.len(), 1, "{name}");
            assert_inside(name, &document);
        }
    }
}

#[test]
fn every_sheet_begins_with_its_heading_and_leaves_no_level_out() {
    for (name, document) in all(Paper::A4) {
        let levels: Vec<u8> = document
            .structure
            .elements
            .iter()
            .filter_map(|element| match element.tag {
                Tag::Heading(level) => Some(level),
                _ => None,
            })
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
        let figures = document.structure.elements.iter().filter(|element| element.tag == Tag::Figure);
        assert!(figures.clone().all(|figure| !figure.alt.is_empty()), "{name}");
        if !name.starts_with("petition") {
            assert!(figures.count() > 0, "{name} has a code");
        }
    }
}

#[test]
fn sheets_in_arabic_stand_the_other_way_round() {
    let fonts = Fonts::embedded();
    let right = 210_000 - 18_000;
    let line = |document: &Document, part: &str| {
        let found = document.pages[0].lines().find(|line| line.line.text.contains(part));
        found.map(|line| (line.x, line.x + line.line.width())).unwrap()
    };
    let cover = sheets::cover(&arabic::cover(Paper::A4), &fonts).unwrap();
    assert_eq!(line(&cover, "مجموعة").1, right, "the heading begins at the right");
    assert!(line(&cover, "منال").0 > line(&cover, "وزير").1, "the first column is the right one");
    assert_eq!(line(&cover, "65").0, 18_000, "numbers end at the left");
    let case = sheets::case_sheet(&arabic::case(Paper::A4), &fonts).unwrap();
    assert!(line(&case, "خبيرة").0 > line(&case, "اكتبوا").1, "the story at the right, the address at the left");
    let drawing = |item: &Item| if let Item::Drawing(it) = item { it.bounds() } else { None };
    let stamp = case.pages[0].items.iter().find_map(drawing).unwrap();
    assert!((stamp.x + stamp.width - right).abs() < 1_000, "the stamp at the right: {stamp:?}");
}

#[test]
fn tables_have_a_cell_for_every_column() {
    for (name, columns) in [("cover", 6), ("tally", 6), ("petition", 4)] {
        let document = all(Paper::A4).into_iter().find(|(known, _)| *known == name).unwrap().1;
        let elements = &document.structure.elements;
        let rows: Vec<u32> = (0..).zip(elements).filter(|(_, e)| e.tag == Tag::Row).map(|(n, _)| n).collect();
        assert!(rows.len() > 4, "{name}");
        for row in rows {
            let cells = elements.iter().filter(|element| element.parent == Some(row)).count();
            assert_eq!(cells, columns, "{name}, row {row}");
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let fonts = Fonts::embedded();
    let bytes = || all(Paper::A4).iter().map(|(_, document)| pdf::write(document, &fonts).unwrap()).collect::<Vec<_>>();
    assert_eq!(bytes(), bytes());
}

#[test]
fn the_ruler_is_a_hundred_millimetres_long() {
    let document = sheets::cover(&samples::cover(Paper::A4), &Fonts::embedded()).unwrap();
    let mut rules = document.pages[0].items.iter().filter_map(|item| match item {
        Item::Rule(rule) if rule.width == 100_000 => Some(rule),
        _ => None,
    });
    let bar = rules.next_back().unwrap();
    let ticks: Vec<i32> = document.pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Rule(rule) if rule.y + rule.height == bar.y + bar.height && rule.width < 1_000 => Some(rule.x),
            _ => None,
        })
        .collect();
    assert_eq!(ticks.len(), 11);
    assert_eq!((*ticks.iter().min().unwrap(), *ticks.iter().max().unwrap() + 300), (bar.x, bar.x + 100_000));
}

#[test]
fn a_long_story_ends_with_a_sentence_and_says_where_the_rest_stands() {
    let story: Vec<String> = (0..40)
        .map(|n| {
            format!(
                "This is what happened on day {n}. Nobody was told why it did. The court did not answer the letter."
            )
        })
        .collect();
    let sheet = CaseSheet { story, ..samples::case(Paper::Letter) };
    let document = sheets::case_sheet(&sheet, &Fonts::embedded()).unwrap();
    assert_eq!(document.pages.len(), 1);
    assert_inside("case", &document);
    let read = text(&document);
    let (told, after) = read.split_once("This is shortened").unwrap();
    assert!(told.trim_end().ends_with('.') && told.contains("on day 0"), "{told}");
    assert!(after.contains("What we ask") && after.contains("Bishkek 720040"));
}

#[test]
fn demands_that_no_page_holds_are_refused_by_their_heading() {
    let mut sheet = samples::case(Paper::A4);
    sheet.asks.entries = vec!["Free everybody who was arrested on that day and tell us where they are.".into(); 60];
    let refused = sheets::case_sheet(&sheet, &Fonts::embedded()).unwrap_err();
    assert_eq!(refused, LetterError::SheetFull { part: "What we ask".into() });
}

#[test]
fn a_long_table_of_contents_goes_on_on_the_next_page() {
    let mut sheet = samples::cover(Paper::A4);
    let row = sheet.contents.rows[0].clone();
    sheet.contents.rows = vec![row; 120];
    let document = sheets::cover(&sheet, &Fonts::embedded()).unwrap();
    assert!(document.pages.len() >= 4);
    assert_inside("cover", &document);
    assert_eq!(text(&document).matches("Rita Karasartova").count(), 120);
    let heads = document.structure.elements.iter().filter(|element| element.tag == Tag::HeaderCell).count();
    assert_eq!(heads, 6, "repeated heads are for the eye only");
}

#[test]
fn many_cases_make_the_boxes_lower_and_then_more_pages() {
    let mut sheet = samples::tally(Paper::Letter);
    let case = sheet.cases[0].clone();
    for count in [1, 8, 11, 30] {
        sheet.cases = vec![case.clone(); count];
        let document = sheets::tally(&sheet, &Fonts::embedded()).unwrap();
        assert_inside("tally", &document);
        assert_eq!(text(&document).matches("Rita Karasartova").count(), count);
        assert_eq!(text(&document).matches("Counted by").count(), 1);
    }
}

#[test]
fn every_address_stands_on_its_own_label() {
    let fonts = Fonts::embedded();
    for stock in LabelStock::ALL {
        for (first, offset) in [(1, (0, 0)), (stock.labels(), (0, 0)), (4, (800, -600))] {
            let sheet = LabelSheet { first, offset, ..samples::label_sheet(*stock) };
            let document = sheets::labels(&sheet, &fonts).unwrap();
            let on_a_sheet = stock.labels();
            assert_eq!(document.pages.len(), 1 + (first - 1 + 20).div_ceil(on_a_sheet), "{}", stock.name);
            let label_of = |x: i32, y: i32| {
                let column = (x - offset.0 - stock.origin.0).div_euclid(stock.pitch.0);
                let row = (y - offset.1 - stock.origin.1).div_euclid(stock.pitch.1);
                (column, row)
            };
            for (page, content) in document.pages.iter().enumerate().skip(1) {
                for line in content.lines() {
                    let start = label_of(line.x, line.y - line.size * 35);
                    let end = label_of(line.x + line.width(), line.y + line.size * 9);
                    assert_eq!(start, end, "{} page {page}: {}", stock.name, line.line.text);
                    let number = start.1 * stock.columns + start.0;
                    assert!(page > 1 || number + 1 >= i32::try_from(first).unwrap(), "{} is not free", number + 1);
                }
            }
            assert_eq!(text(&document).matches("Bishkek 720040").count(), 8);
        }
    }
}

#[test]
fn no_offset_prints_a_label_beside_its_sheet() {
    let fonts = Fonts::embedded();
    for stock in LabelStock::ALL {
        let tenths = [-100, -99, -69, -58, -57, -30, 0, 30, 57, 58, 69, 99, 100];
        let (mut set, mut refused) = (0, 0);
        for offset in tenths.iter().flat_map(|right| tenths.map(|down| (right * 100, down * 100))) {
            let mut sheet = LabelSheet { offset, first: 1, ..samples::label_sheet(*stock) };
            // Every label of the sheet is used.
            sheet.addresses.iter_mut().for_each(|address| address.1 = stock.labels());
            match sheets::labels(&sheet, &fonts) {
                Ok(document) => {
                    for line in document.pages.iter().flat_map(|page| page.lines()) {
                        let (left, right) = (line.x, line.x + line.width());
                        assert!(left >= 0 && right <= document.size.width, "{} {offset:?}: {left} {right}", stock.name);
                        assert!(
                            line.y >= line.size * 25 && line.y + line.size * 10 <= document.size.height,
                            "{offset:?}"
                        );
                    }
                    set += 1;
                }
                Err(LetterError::OffTheSheet { right, down }) => {
                    let told = LabelSheet { offset: (right.0, down.1), ..sheet.clone() };
                    assert!(sheets::labels(&told, &fonts).is_ok(), "{}: as far as it says", stock.name);
                    assert!(offset.0 < right.0 || offset.0 > right.1 || offset.1 < down.0 || offset.1 > down.1);
                    refused += 1;
                }
                Err(other) => panic!("{other}"),
            }
        }
        assert!(set > 9 && refused > 9, "{}: {set} set, {refused} refused", stock.name);
    }
    let sheet = LabelSheet { offset: (-10_000, 0), ..samples::label_sheet(LabelStock::ALL[1]) };
    let told = sheets::labels(&sheet, &fonts).unwrap_err().to_string();
    assert!(told.contains("from -5.8 to +") && told.contains("mm to the right"), "{told}");
}

#[test]
fn an_address_that_no_label_holds_is_refused_by_its_lines() {
    let mut sheet = samples::label_sheet(LabelStock::ALL[2]);
    sheet.addresses = vec![(vec!["A line of the address".into(); 14], 1)];
    let refused = sheets::labels(&sheet, &Fonts::embedded()).unwrap_err();
    assert!(refused.to_string().contains("A line of the address"), "{refused}");
}

#[test]
fn an_envelope_is_a_page_of_its_own_size() {
    let fonts = Fonts::embedded();
    for size in EnvelopeSize::ALL {
        let sheet = Envelope { stock: samples::stock(Paper::A4), size: *size, address: samples::address() };
        let document = sheets::envelope(&sheet, &fonts).unwrap();
        assert_eq!(document.size, Size { width: size.width, height: size.height });
        for line in document.pages[0].lines() {
            assert!(line.x >= size.width * 4 / 10 && line.x + line.width() <= size.width - 15_000);
            assert!(line.y >= 40_000 && line.y <= size.height - 15_000, "the stamp's and the post's room is free");
        }
    }
    assert_eq!(EnvelopeSize::named("c56").unwrap().name, "C5/6");
    assert_eq!(EnvelopeSize::named("10").unwrap().name, "#10");
    assert!(EnvelopeSize::named("C4").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_a_pack_is_called_it_stays_on_the_paper(
        heading in "[\\p{Latin}\\p{Cyrillic} .,’–0-9]{1,120}",
        name in "[\\p{Latin} ’-]{1,90}",
        office in "[a-zA-Z ]{1,140}",
    ) {
        let mut sheet: CoverSheet = samples::cover(Paper::A4);
        sheet.heading = heading;
        sheet.contents.rows[1][1] = name.clone();
        sheet.contents.rows[2][2] = office;
        match sheets::cover(&sheet, &Fonts::embedded()) {
            Ok(document) => assert_inside("cover", &document),
            Err(LetterError::NoGlyph { .. } | LetterError::TooManyMarks { .. }) => {}
            Err(other) => prop_assert!(false, "{}", other),
        }
        let case = CaseSheet { name, ..samples::case(Paper::A4) };
        match sheets::case_sheet(&case, &Fonts::embedded()) {
            Ok(document) => assert_inside("case", &document),
            Err(LetterError::NoGlyph { .. } | LetterError::TooManyMarks { .. }) => {}
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}

#[test]
fn a_name_that_no_font_has_in_its_own_script_stands_in_latin_letters_only() {
    let native = letter::sheets::spec::NativeName { text: "박경석".into(), lang: "ko".into() };
    let mut sheet = CaseSheet { native: Some(native.clone()), ..samples::case(Paper::A4) };
    sheet.stamp.native = Some(native);
    let document = sheets::case_sheet(&sheet, &Fonts::embedded()).unwrap();
    assert!(text(&document).contains("Rita Karasartova") && !text(&document).contains('박'));
}
