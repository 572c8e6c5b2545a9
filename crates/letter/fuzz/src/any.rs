//! A display list out of any bytes: mostly reasonable, with the odd number or reference that no layout would make.

use std::sync::Arc;

use letter::Document;
use letter::SpecDate;
use letter::frame::{
    Clip, Drawing, Element, Glyph, Ink, Item, Line, Page, Path, Rule, Run, Shared, Size, Step, Structure, Tag,
};

const TAGS: [Tag; 12] = [
    Tag::Section,
    Tag::Heading(1),
    Tag::Heading(9),
    Tag::Paragraph,
    Tag::List,
    Tag::ListItem,
    Tag::Label,
    Tag::Table,
    Tag::HeaderCell,
    Tag::Figure,
    Tag::Caption,
    Tag::Quote,
];
const INKS: [Ink; 4] = [Ink::Black, Ink::White, Ink::Rule, Ink::Stamp(letter::stamp::Ink::Petrol)];
const TEXTS: [&str; 8] = ["", "a", "official", "\u{5d0}\u{5b8}", "e\u{301}", "\u{1f600}\n", "漢字", "(\\)\r"];
const LENGTHS: [i32; 8] = [0, 1, -1, 25_000, 210_000, 297_000, i32::MAX, i32::MIN];

/// The bytes, one after the other, then zeros.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[usize::from(self.next()) % choices.len()].clone()
    }

    /// A length: mostly on a page, now and then one of the worst.
    fn length(&mut self) -> i32 {
        match self.next() {
            byte if byte < 24 => self.of(&LENGTHS),
            byte => i32::from(byte) * 1_000 + i32::from(self.next()),
        }
    }

    fn number(&mut self) -> u16 {
        u16::from_be_bytes([self.next(), self.next()])
    }
}

/// The list.
pub fn document(data: &[u8]) -> Document {
    let mut bytes = Bytes(data);
    let mut structure = Structure::default();
    for number in 0..u32::from(bytes.next() % 12) {
        let parent = match bytes.next() % 8 {
            0 => None,
            1 => Some(number + 1),
            _ => number.checked_sub(1 + u32::from(bytes.next()) % number.max(1)),
        };
        let (tag, alt, lang) = (bytes.of(&TAGS), bytes.of(&TEXTS).into(), bytes.of(&TEXTS).into());
        structure.push(Element { tag, parent, alt, lang });
    }
    let pages = (0..1 + bytes.next() % 3).map(|_| page(&mut bytes)).collect();
    let date = SpecDate { year: i32::from(bytes.number()), month: bytes.next(), day: bytes.next() };
    let size = Size { width: bytes.length(), height: bytes.length() };
    Document { lang: bytes.of(&TEXTS).into(), title: bytes.of(&TEXTS).into(), date, size, pages, structure }
}

fn page(bytes: &mut Bytes) -> Page {
    Page { items: (0..bytes.next() % 16).map(|_| item(bytes)).collect() }
}

fn item(bytes: &mut Bytes) -> Item {
    match bytes.next() % 6 {
        0 => {
            let (x, y, width, height) = (bytes.length(), bytes.length(), bytes.length(), bytes.length());
            Item::Rule(Rule { x, y, width, height, ink: bytes.of(&INKS) })
        }
        1 => Item::Drawing(drawing(bytes)),
        2 => {
            let block = Arc::new((0..bytes.next() % 4).map(|_| line(bytes)).collect());
            Item::Shared(Shared { x: bytes.length(), y: bytes.length(), element: element(bytes), block })
        }
        _ => Item::Line(line(bytes)),
    }
}

fn element(bytes: &mut Bytes) -> Option<u32> {
    match bytes.next() {
        byte if byte < 64 => None,
        255 => Some(u32::MAX),
        byte => Some(u32::from(byte % 8)),
    }
}

fn line(bytes: &mut Bytes) -> Line {
    let text = bytes.of(&TEXTS).to_owned();
    let runs = (0..bytes.next() % 3).map(|_| run(bytes)).collect();
    Line {
        element: element(bytes),
        ink: bytes.of(&INKS),
        rtl: bytes.next().is_multiple_of(4),
        x: bytes.length(),
        y: bytes.length(),
        size: bytes.length() % 2_000,
        text,
        runs,
        ..Line::default()
    }
}

fn run(bytes: &mut Bytes) -> Run {
    let font = if bytes.next() == 255 { 200 } else { 0 };
    let upem = if bytes.next() == 255 { bytes.of(&LENGTHS) } else { 1_000 };
    let glyphs = (0..bytes.next() % 12).map(|_| Glyph {
        id: bytes.number(),
        advance: bytes.length(),
        dx: bytes.length(),
        dy: bytes.length(),
        start: u32::from(bytes.next() % 12),
        len: u16::from(bytes.next() % 4),
    });
    Run { font, upem, glyphs: glyphs.collect() }
}

fn drawing(bytes: &mut Bytes) -> Drawing {
    let clip = (bytes.next().is_multiple_of(2)).then(|| Clip {
        x: bytes.length(),
        y: bytes.length(),
        width: bytes.length(),
        height: bytes.length(),
    });
    let paths = (0..bytes.next() % 4).map(|_| {
        let steps = (0..bytes.next() % 8).map(|_| {
            let mut point = || bytes.length();
            let (x, y) = (point(), point());
            match x % 4 {
                0 => Step::Move(x, y),
                1 => Step::Line(x, y),
                2 => Step::Curve(point(), point(), point(), point(), x, y),
                _ => Step::Close,
            }
        });
        let steps = steps.collect();
        let ink = |byte: u8| INKS.get(usize::from(byte % 8)).copied();
        Path { steps, fill: ink(bytes.next()), stroke: ink(bytes.next()), width: bytes.length() }
    });
    let paths = paths.collect();
    Drawing { element: element(bytes), clip, paths }
}
