//! Letters and every kind of sheet with everything that people paste: each glyph stands on the page, each character of a letter is in
//! the file or named in the error, a sheet is a page or one clear error, and nothing panics. `PROPTEST_CASES=20000` looks further; `fuzz/` looks without an end.
#![cfg(all(feature = "pdf", feature = "sheets", feature = "embedded", feature = "hyphens"))]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;
#[path = "common/sheets.rs"]
mod samples;

use std::path::PathBuf;
use std::sync::LazyLock;

use common::reading::missing;
use common::rita;
use letter::fonts::FontName;
use letter::frame::Item;
use letter::sheets::{self, spec::*};
use letter::{Alignment, Document, Fonts, LetterError, LetterSpec, LetterStyle, Paper, Profile, Sender};
use proptest::prelude::*;
use proptest::sample::select;

/// The fonts of the crate, and the East Asian ones where `scripts/fonts` put them: without them their characters are refused.
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let cache = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache/pillarbox/fonts"));
    let folder = std::env::var_os("PILLARBOX_FONTS_DIR").map(PathBuf::from).or(cache).unwrap_or_default();
    let large = [FontName::Chinese, FontName::Japanese, FontName::Korean];
    large.into_iter().fold(Fonts::embedded(), |fonts, name| match std::fs::read(folder.join(name.file())) {
        Ok(file) => fonts.with(name, file).unwrap(),
        Err(_) => fonts,
    })
});

const LANGS: &[&str] = &[
    "", "en", "de", "nl", "ru", "el", "pl", "ar", "he", "fa", "hi", "bn", "th", "km", "lo", "my", "zh-Hans", "ja", "ko",
];

/// Pieces of text in every script that is set, and of what should do no harm.
fn piece() -> BoxedStrategy<String> {
    prop_oneof![
        6 => "[a-zA-ZäöüßéñŁőÑ ,.;:'()0-9-]{1,40}",
        1 => "([aeoun][\u{301}\u{302}\u{303}\u{308}]){1,12}",
        2 => "[а-яА-Яёңөүљџ ,.«»]{1,40}",
        2 => "[α-ωΆ-Ώ ,.;]{1,40}",
        2 => "[ء-غف-ي\u{64b}-\u{652} ،.0-9٠-٩a-z]{1,40}",
        2 => "[א-ת\u{5b4}-\u{5b8} ,.0-9a-z-]{1,40}",
        1 => "[क-हा-्ंः ।0-9]{1,30}",
        1 => "[ক-নপ-রা-ীু-ূ্ং ।0-9]{1,30}",
        1 => "[ก-ฮะ-ูเ-์ 0-9]{1,30}",
        1 => "[\u{1780}-\u{17b3}\u{17b6}-\u{17d6} ]{1,30}",
        1 => "[ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ\u{eb0}-\u{eb9}\u{ebb}-\u{ebd}\u{ec0}-\u{ec4}\u{ec8}-\u{ecd} ]{1,30}",
        1 => "[\u{1000}-\u{103f}၊။ ]{1,30}",
        1 => "[的一是不了人在有我他请释放她、。「」（）]{1,30}",
        1 => "[ぁ-んァ-ヶー、。]{1,30}",
        1 => "[가-힣 ]{1,20}",
        2 => "\n{1,3}",
        1 => "\n(- |> |[1-9]\\. )[a-z ]{1,30}",
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}]{1,8}",
        1 => "\r|\u{202e}|\u{2066}|\u{2028}|\u{2029}|\u{c}|\u{feff}",
        1 => "[\u{200b}-\u{200f}\u{2060}\u{ad}]{1,60}",
        1 => "[a-z]{90,160}",
        1 => select(vec!["a".to_owned() + &"\u{301}".repeat(40), "\u{1f49b}".into(), "\u{1f468}\u{200d}\u{1f469}".into()]),
    ]
    .boxed()
}

fn text(pieces: usize) -> BoxedStrategy<String> {
    prop::collection::vec(piece(), 0..pieces).prop_map(|pieces| pieces.concat()).boxed()
}

/// Harmless text more often than not: an error in one field hides all others.
fn line() -> BoxedStrategy<String> {
    prop_oneof![9 => "[A-Za-zÀ-ÿ0-9 ,.-]{0,36}", 1 => text(2)].boxed()
}

fn lines(most: usize) -> BoxedStrategy<Vec<String>> {
    prop::collection::vec(line(), 0..most).boxed()
}

prop_compose! {
    fn letters()(
        lang in select(LANGS), profile in select(Profile::ALL), paper in select(Paper::ALL),
        alignment in select(&[Alignment::Ragged, Alignment::Justified][..]),
        body in prop_oneof![1 => text(2), 3 => text(30), 3 => text(120)], repeated in 1..4_usize,
        recipient in lines(11), name in line(), sender in lines(4), closing in line(), salutation in line(), place in line(),
    ) -> LetterSpec {
        LetterSpec {
            lang: lang.into(), profile, paper, alignment, body: body.repeat(repeated), recipient,
            sender: Sender { name, lines: sender }, closing, salutation, place_and_date: place, ..rita()
        }
    }
}

/// The first glyph, line, rule or drawing that leaves the page.
fn outside(document: &Document) -> Option<String> {
    let (width, height) = (document.size.width, document.size.height);
    let within = |x: i32, y: i32, right: i32, bottom: i32| x >= 0 && y >= 0 && right <= width && bottom <= height;
    for item in document.pages.iter().flat_map(|page| &page.items) {
        for placed in item.lines() {
            // The letters' height and depth: 0.95 and 0.35 of the size, a tenth of a point being 35 micrometres.
            let (up, down) = (placed.line.size * 34, placed.line.size * 13);
            if !within(placed.x, placed.y - up, placed.x + placed.line.width(), placed.y + down) {
                return Some(format!("{placed:?}"));
            }
        }
        let good = match item {
            Item::Rule(rule) => within(rule.x, rule.y, rule.x + rule.width, rule.y + rule.height),
            Item::Drawing(drawing) => drawing.bounds().is_none_or(|b| within(b.x, b.y, b.x + b.width, b.y + b.height)),
            _ => true,
        };
        if !good {
            return Some(format!("{item:?}"));
        }
    }
    None
}

/// All that was typed, but the marks of quotations, which are not printed.
fn typed(spec: &LetterSpec) -> String {
    let fields = [&spec.body, &spec.salutation, &spec.closing, &spec.place_and_date, &spec.sender.name];
    let all: String = fields.into_iter().chain(&spec.recipient).chain(&spec.sender.lines).cloned().collect();
    all.replace('>', "")
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(128)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pasted_stands_on_its_page_or_is_named(spec in letters()) {
        match letter::layout(&spec, &FONTS) {
            Ok(document) => {
                prop_assert_eq!(outside(&document), None);
                let file = letter::pdf::write(&document, &FONTS).unwrap();
                prop_assert_eq!(missing(&typed(&spec), &file), vec![]);
            }
            Err(LetterError::NoGlyph { character, .. } | LetterError::NoFont { character, .. }) => prop_assert!(typed(&spec).contains(character)),
            Err(error) => prop_assert!(error.field().is_some(), "{error}"),
        }
    }
}

/// A text of a sheet: short ones are mostly harmless, any may be several lines of anything.
fn of_sheet() -> BoxedStrategy<String> {
    prop_oneof![6 => line(), 3 => text(4), 1 => text(40)].boxed()
}

prop_compose! {
    fn letters_of_every_style()(
        letter in letters(), style in 0..3_usize, heading in of_sheet(), points in prop::collection::vec(of_sheet(), 0..5),
    ) -> LetterSpec {
        let style = match style {
            0 => LetterStyle::Lines { heading, points },
            1 => LetterStyle::Blank,
            _ => LetterStyle::Prefilled,
        };
        LetterSpec { style, ..letter }
    }
}

/// Words for a sheet, taken one after the other and from the beginning again.
struct WordsOf(Vec<String>, std::cell::Cell<usize>);

impl WordsOf {
    fn next(&self) -> String {
        self.1.set(self.1.get() + 1);
        self.0[self.1.get() % self.0.len()].clone()
    }

    fn many(&self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.next()).collect()
    }

    fn titled(&self, count: usize) -> Titled {
        Titled { heading: self.next(), entries: self.many(count) }
    }

    fn native(&self, lang: &str) -> Option<NativeName> {
        Some(NativeName { text: self.next(), lang: lang.into() })
    }

    fn stamp(&self, lang: &str) -> StampFace {
        let (country, name, native) = (self.next(), self.next(), self.native(lang));
        StampFace { country, name, native, edition: self.next(), ..samples::stamp() }
    }

    fn code(&self) -> Option<Code> {
        Some(Code { url: "https://example.org/r/K7QF-2M9D".into(), caption: self.next(), alt: self.next() })
    }
}

/// A sheet of every kind with such words, each with its name.
fn every_sheet(
    w: &WordsOf,
    lang: &str,
    paper: Paper,
    count: usize,
) -> Vec<(&'static str, Result<Document, LetterError>)> {
    let fonts = &*FONTS;
    let stock = || Stock { lang: lang.into(), title: w.next(), ..samples::stock(paper) };
    let cover = samples::cover(paper);
    let row = |_| w.many(cover.contents.columns.len());
    let contents = Ledger { rows: (0..count).map(row).collect(), ..cover.contents.clone() };
    let pairs = (0..count).map(|_| (w.next(), w.next())).collect();
    let cover = CoverSheet {
        stock: stock(),
        label: w.next(),
        heading: w.next(),
        code: w.code(),
        notice: w.next(),
        contents,
        besides: w.next(),
        printing: w.titled(count),
        posting: Facts { heading: w.next(), pairs },
        foot: w.next(),
        ..cover
    };
    let case = CaseSheet {
        stock: stock(),
        stamp: w.stamp(lang),
        name: w.next(),
        native: w.native(lang),
        label: w.next(),
        notice: w.next(),
        story: w.many(count),
        asks: w.titled(count),
        address: w.titled(count),
        begin: w.next(),
        advice: w.titled(count),
        code: w.code(),
        ..samples::case(paper)
    };
    let tally = TallySheet {
        stock: stock(),
        label: w.next(),
        heading: w.next(),
        code: w.code(),
        intro: w.next(),
        case: w.next(),
        kinds: w.many(4),
        cases: (0..count).map(|_| (w.next(), w.next())).collect(),
        all: w.next(),
        fields: w.many(2),
        sum: w.next(),
    };
    let cards = CardSheet {
        stock: stock(),
        label: w.next(),
        name: w.next(),
        native: w.native(lang),
        address: w.titled(count),
        rules: w.titled(count),
        code: w.code(),
    };
    let columns = [8, 37, 25, 30].map(|width| (w.next(), width)).to_vec();
    let list = ListSheet {
        stock: stock(),
        label: w.next(),
        heading: w.next(),
        intro: w.next(),
        asks: w.titled(count),
        columns,
        foot: w.next(),
    };
    let poster = Poster {
        stock: stock(),
        stamp: w.stamp(lang),
        heading: w.next(),
        native: w.native(lang),
        summary: w.next(),
        fields: w.many(2),
        code: w.code(),
        foot: w.next(),
        mourned: count == 1,
    };
    let test = TestSheet {
        stock: stock(),
        heading: w.next(),
        intro: w.next(),
        ruler: w.next(),
        letter: LetterSpec { recipient: w.many(count), paper, ..rita() },
    };
    let labels = LabelStock::ALL[count % LabelStock::ALL.len()];
    let labels = LabelSheet { addresses: vec![(w.many(count), 3)], test: w.next(), ..samples::label_sheet(labels) };
    let size = EnvelopeSize::ALL[count % EnvelopeSize::ALL.len()];
    let envelope = Envelope { stock: stock(), size, address: w.many(count) };
    vec![
        ("cover", sheets::cover(&cover, fonts)),
        ("case", sheets::case_sheet(&case, fonts)),
        ("tally", sheets::tally(&tally, fonts)),
        ("cards", sheets::cards(&cards, fonts)),
        ("list", sheets::list(&list, fonts)),
        ("poster", sheets::poster(&poster, fonts)),
        ("test", sheets::test(&test, fonts)),
        ("labels", sheets::labels(&labels, fonts)),
        ("envelope", sheets::envelope(&envelope, fonts)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pasted_into_a_sheet_stands_on_it_or_is_refused(
        words in prop::collection::vec(of_sheet(), 1..30), lang in select(LANGS), paper in select(Paper::ALL), count in 0..9_usize,
    ) {
        let words = WordsOf(words, std::cell::Cell::new(0));
        for (name, sheet) in every_sheet(&words, lang, paper, count) {
            match sheet {
                Ok(document) => {
                    prop_assert_eq!(outside(&document), None, "{}", name);
                    prop_assert!(letter::pdf::write(&document, &FONTS).is_ok(), "{}", name);
                }
                Err(error) => prop_assert!(error.field().is_some(), "{name}: {error}"),
            }
        }
    }

    #[test]
    fn letters_to_be_written_by_hand_stand_on_their_page_too(spec in letters_of_every_style()) {
        match letter::layout(&spec, &FONTS) {
            Ok(document) => {
                prop_assert_eq!(outside(&document), None);
                prop_assert!(letter::pdf::write(&document, &FONTS).is_ok());
            }
            Err(error) => prop_assert!(error.field().is_some(), "{error}"),
        }
    }
}

#[test]
fn what_a_form_sends_at_its_worst_is_a_letter_or_one_error() {
    let worst = [
        String::new(),
        "word ".repeat(200_000),
        "\u{202e}".repeat(500_000),
        "\r".repeat(1_000_000),
        "\u{200b}\u{200d}".repeat(160_000),
        "漢字".repeat(160_000),
        "مستشفى ".repeat(70_000),
    ];
    for body in worst {
        for profile in [Profile::Plain, Profile::Din5008B] {
            match letter::layout(&LetterSpec { body: body.clone(), profile, ..rita() }, &FONTS) {
                Ok(document) => assert_eq!(outside(&document), None),
                Err(error) => assert!(error.field().is_some(), "{error}"),
            }
        }
    }
}
