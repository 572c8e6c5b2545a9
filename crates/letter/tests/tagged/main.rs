//! What a file says to those who do not see it, and to an archive: the rules of PDF/UA-1 and PDF/A-2b that can be read off its
//! objects.
#![cfg(all(feature = "pdf", feature = "svg", feature = "sheets", feature = "embedded", feature = "hyphens"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "../common/arabic.rs"]
mod arabic;
mod checks;
#[path = "../common/mod.rs"]
mod common;
mod kinds;
#[path = "../common/sheets.rs"]
mod samples;
mod tools;

use checks::check;
use common::{letters, rita};
use letter::frame::{Clip, Drawing, Element, Ink, Item, Line, Page, Path, Rule, Size, Step, Structure, Tag};
use letter::pdf::{Meta, Writer};
use letter::{Document, Fonts, LetterError, LetterSpec, Paper, SpecDate, Typesetter};

const DATE: SpecDate = SpecDate { year: 2026, month: 11, day: 23 };

fn meta(lang: &str) -> Meta {
    Meta { title: "Letters & sheets <1>".into(), lang: lang.into(), date: DATE }
}

/// A line of the display list, set by the engine itself.
fn line(text: &str, element: Option<u32>, y: i32) -> Item {
    let spec = LetterSpec { salutation: text.into(), ..rita() };
    let document = letter::layout(&spec, &Fonts::embedded()).unwrap();
    let line = document.pages[0].lines().find(|placed| placed.line.text == text).unwrap().line.clone();
    Item::Line(Line { element, y, ..line })
}

/// A sheet with everything that a sheet can have.
fn sheet() -> Document {
    let mut structure = Structure::default();
    let section = structure.add(Tag::Section, None);
    let mut items = Vec::new();
    let mut y = 20_000;
    let mut put = |text: &str, element: u32| {
        y += 8_000;
        items.push(line(text, Some(element), y));
    };
    put("Rita Karasartova", structure.add(Tag::Heading(1), Some(section)));
    put("What happened", structure.add(Tag::Heading(2), Some(section)));
    put("She was fined.", structure.add(Tag::Paragraph, Some(section)));
    let quote = structure.add(Tag::Quote, Some(section));
    put("A quotation.", structure.add(Tag::Paragraph, Some(quote)));
    let list = structure.add(Tag::NumberedList, Some(section));
    for (number, text) in [("1.", "Quash the conviction."), ("2.", "Let her work.")] {
        let item = structure.add(Tag::ListItem, Some(list));
        put(number, structure.add(Tag::Label, Some(item)));
        put(text, structure.add(Tag::ListBody, Some(item)));
    }
    let table = structure.add(Tag::Table, Some(section));
    for (kind, row) in [(Tag::HeaderCell, ["Kind", "How many"]), (Tag::Cell, ["Letters", "12"])] {
        let tr = structure.add(Tag::Row, Some(table));
        row.iter().for_each(|text| put(text, structure.add(kind, Some(tr))));
    }
    let russian =
        structure.push(Element { tag: Tag::Paragraph, parent: Some(section), alt: String::new(), lang: "ru".into() });
    put("Рита Карасартова", russian);
    let figure = structure.add_figure(Some(section), "The stamp of the case");
    put("KYRGYZSTAN", structure.add(Tag::Caption, Some(figure)));
    let square = vec![
        Step::Move(20_000, 200_000),
        Step::Line(40_000, 200_000),
        Step::Curve(40_000, 210_000, 30_000, 220_000, 20_000, 220_000),
        Step::Close,
    ];
    let path = Path {
        steps: square,
        fill: Some(Ink::Stamp(letter::stamp::Ink::Bottle)),
        stroke: Some(Ink::Black),
        width: 200,
    };
    let clip = Some(Clip { x: 15_000, y: 195_000, width: 30_000, height: 30_000 });
    items.push(Item::Drawing(Drawing { element: Some(figure), clip, paths: vec![path] }));
    items.push(Item::Rule(Rule { x: 20_000, y: 250_000, width: 100_000, height: 200, ink: Ink::Rule }));
    items.push(line("page 1", None, 280_000));
    let (lang, title) = ("en".into(), "A sheet".into());
    Document { lang, title, date: DATE, size: Paper::A4.into(), pages: vec![Page { items }], structure }
}

#[test]
fn a_letter_in_each_language_keeps_the_rules() {
    let fonts = Fonts::embedded();
    for (lang, spec) in letters() {
        let bytes = letter::pdf::write(&letter::layout(&spec, &fonts).unwrap(), &fonts).unwrap();
        let found = check(&bytes);
        assert!(found.elements.iter().filter(|tag| *tag == "P").count() >= 7, "{lang}: {:?}", found.elements);
        tools::qpdf(&bytes);
    }
}

#[test]
fn every_kind_of_document_keeps_the_rules() {
    let fonts = kinds::fonts();
    let sheets = Paper::ALL.iter().flat_map(|paper| kinds::of_sheets(*paper, &fonts));
    let all: Vec<_> = sheets.chain(kinds::of_letters(&fonts)).collect();
    assert!(all.len() > 120, "{}", all.len());
    for (name, document) in all {
        // Whoever breaks a rule is named above its message.
        println!("{name}");
        let bytes = letter::pdf::write(&document, &fonts).unwrap();
        let found = check(&bytes);
        assert_eq!(found.pages, document.page_count(), "{name}");
        tools::qpdf(&bytes);
    }
}

#[test]
fn a_letter_of_several_pages_keeps_the_rules() {
    let fonts = Fonts::embedded();
    let spec = LetterSpec { body: [rita().body.as_str(); 9].join("\n\n"), ..rita() };
    let found = check(&letter::pdf::write(&letter::layout(&spec, &fonts).unwrap(), &fonts).unwrap());
    assert_eq!(found.pages, 3);
}

#[test]
fn a_letters_lists_and_quotations_are_tagged_as_such() {
    let fonts = Fonts::embedded();
    let body =
        "I ask:\n- Quash the conviction.\n- Let her work.\n\n1. And soon.\n\n> She only shared it.\n\nThank you.";
    for lang in ["en", "ar"] {
        let spec = LetterSpec { lang: lang.into(), body: body.into(), ..rita() };
        let bytes = letter::pdf::write(&letter::layout(&spec, &fonts).unwrap(), &fonts).unwrap();
        let found = check(&bytes);
        let from = found.elements.iter().position(|tag| tag == "L").unwrap();
        let expected = "L LI Lbl LBody LI Lbl LBody L LI Lbl LBody BlockQuote P P";
        assert_eq!(found.elements[from..from + 14].join(" "), expected);
        tools::qpdf(&bytes);
        if let Some(text) = tools::text(&bytes) {
            assert!(text.contains("Quash the conviction.") && !text.contains('>'), "{text}");
        }
    }
}

#[test]
fn a_sheet_with_headings_lists_tables_and_figures_keeps_the_rules() {
    let fonts = Fonts::embedded();
    let bytes = letter::pdf::write(&sheet(), &fonts).unwrap();
    let found = check(&bytes);
    for tag in ["H1", "H2", "BlockQuote", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption"] {
        assert!(found.elements.iter().any(|element| element == tag), "{tag}");
    }
    tools::qpdf(&bytes);
    if let Some(text) = tools::text(&bytes) {
        assert!(text.contains("Quash the conviction.") && text.contains("Рита Карасартова"), "{text}");
    }
    // Drawings and inks are in the preview too.
    let svg = letter::svg::page(&sheet(), &fonts, 0).unwrap();
    assert!(svg.contains("fill=\"#1d5b45\"") && svg.contains("stroke=\"currentColor\""));
}

#[test]
fn a_pack_keeps_the_rules_and_shares_what_its_letters_share() {
    let fonts = Fonts::embedded();
    let pack = |letters: usize| {
        let (mut typesetter, mut writer) =
            (Typesetter::new(&fonts), Writer::new(Vec::new(), meta("en"), &fonts).unwrap());
        writer.chapter("Sheets");
        writer.add(&sheet(), Some("Rita Karasartova")).unwrap();
        writer.blank(Paper::A4.into()).unwrap();
        writer.chapter("Letters");
        for number in 0..letters {
            let name = format!("Writer Number {number}");
            let spec = LetterSpec { sender: letter::Sender { name: name.clone(), lines: vec![] }, ..rita() };
            writer.add(&typesetter.letter(&spec).unwrap(), Some(&name)).unwrap();
        }
        let russian = letters_in("ru");
        writer.add_copies(&letter::layout(&russian, &fonts).unwrap(), 100, Some("Russian")).unwrap();
        assert_eq!(writer.pages(), letters + 102);
        writer.finish().unwrap()
    };
    let (small, large) = (pack(3), pack(103));
    let found = check(&large);
    assert_eq!(found.pages, 205);
    assert_eq!(
        found.bookmarks,
        ["Sheets", "  Rita Karasartova", "Letters"]
            .map(String::from)
            .into_iter()
            .chain((0..103).map(|n| format!("  Writer Number {n}")))
            .chain(["  Russian".into()])
            .collect::<Vec<_>>()
    );
    assert!(found.forms >= 2, "paragraphs are shared");
    let each = (large.len() - small.len()) / 100;
    assert!(each < 1_000, "{each} bytes for a further letter");
    tools::qpdf(&large);
    if let Some(text) = tools::text(&large) {
        assert_eq!(text.matches("Writer Number 77").count(), 2, "in the window and below the signature");
        assert_eq!(text.matches('\u{c}').count(), 205);
    }
}

fn letters_in(lang: &str) -> LetterSpec {
    letters().into_iter().find(|(known, _)| *known == lang).unwrap().1
}

#[test]
fn the_same_pack_is_the_same_file() {
    let fonts = Fonts::embedded();
    let pack = |title: &str| {
        let mut writer = Writer::new(Vec::new(), Meta { title: title.into(), ..meta("en") }, &fonts).unwrap();
        writer.add_copies(&sheet(), 3, None).unwrap();
        writer.finish().unwrap()
    };
    assert_eq!(pack("A"), pack("A"));
    assert_ne!(pack("A"), pack("B"));
}

/// So many letters by a writer.
fn row<W: std::io::Write>(mut writer: Writer<W>, fonts: &Fonts, letters: usize) -> Result<W, LetterError> {
    let mut typesetter = Typesetter::new(fonts);
    for number in 0..letters {
        let sender = letter::Sender { name: format!("Writer Number {number}"), lines: vec![] };
        writer.add(&typesetter.letter(&LetterSpec { sender, ..rita() })?, None)?;
    }
    writer.finish()
}

/// A sink that takes its time, so that streams have to wait for it.
struct Slow(Vec<u8>);

impl std::io::Write for Slow {
    fn write(&mut self, data: &[u8]) -> std::io::Result<usize> {
        std::thread::sleep(std::time::Duration::from_millis(1));
        self.0.write(data)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_thread_of_its_own_makes_no_other_file_and_tells_what_went_wrong() {
    let fonts = Fonts::embedded();
    let here = row(Writer::new(Vec::new(), meta("en"), &fonts).unwrap(), &fonts, 150).unwrap();
    let beside = row(Writer::on_a_thread(Vec::new(), meta("en"), &fonts).unwrap(), &fonts, 150).unwrap();
    assert!(here == beside, "{} and {} bytes", here.len(), beside.len());
    let slowly = row(Writer::on_a_thread(Slow(Vec::new()), meta("en"), &fonts).unwrap(), &fonts, 150).unwrap();
    assert!(here == slowly.0, "whoever compresses a stream makes the same of it");
    // Full before the end, and full at the end.
    for room in [20_000, here.len() - 10] {
        let sink = std::io::Cursor::new(vec![0_u8; room].into_boxed_slice());
        let refused = row(Writer::on_a_thread(sink, meta("en"), &fonts).unwrap(), &fonts, 150);
        let Err(LetterError::Pdf { reason }) = refused else { panic!("written into {room} bytes") };
        assert!(reason.contains("the sink took no more"), "{reason}");
    }
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let fonts = Fonts::embedded();
    assert!(matches!(Writer::new(Vec::new(), meta("en"), &fonts).unwrap().finish(), Err(LetterError::Pdf { .. })));
    let mut unknown = sheet();
    unknown.pages[0].items.push(line("Lost", Some(99), 100_000));
    assert!(matches!(letter::pdf::write(&unknown, &fonts), Err(LetterError::Pdf { .. })));
    let mut backwards = sheet();
    backwards.structure.elements[1].parent = Some(5);
    assert!(matches!(letter::pdf::write(&backwards, &fonts), Err(LetterError::Pdf { .. })));
    let full = std::io::Cursor::new([0_u8; 100]);
    let refused = |sink: std::io::Cursor<[u8; 100]>| -> Result<_, LetterError> {
        let mut writer = Writer::new(sink, meta("en"), &fonts)?;
        writer.add(&sheet(), None)?;
        writer.finish()
    };
    assert!(matches!(refused(full), Err(LetterError::Pdf { .. })));
}

#[test]
fn an_envelope_is_a_page_too() {
    let fonts = Fonts::embedded();
    let envelope = Document { size: Size { width: 220_000, height: 110_000 }, ..sheet() };
    let bytes = letter::pdf::write(&envelope, &fonts).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let page = pdf.get_dictionary(pdf.get_pages()[&1]).unwrap();
    let media = page.get(b"MediaBox").unwrap().as_array().unwrap();
    assert!((media[2].as_float().unwrap() - 623.622).abs() < 0.01, "{media:?}");
}
