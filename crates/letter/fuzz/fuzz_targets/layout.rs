//! Whatever is typed: a letter or one error, never a panic, and no glyph outside the page.
#![no_main]

use letter::frame::Item;
use letter::{Alignment, Fonts, LetterSpec, LetterStyle, Paper, Profile, Sender, SpecDate};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

const LANGS: &[&str] = &["", "en", "de", "ru", "ar", "he", "hi", "bn", "th", "km", "lo", "my", "zh-Hans", "ja", "ko"];

/// The first bytes choose the sheet, the rest is typed into its fields, a form feed between them.
fn spec(data: &[u8]) -> LetterSpec {
    let (choice, typed) = data.split_at(data.len().min(4));
    let pick = |at: usize, of: usize| choice.get(at).map_or(0, |byte| usize::from(*byte) % of);
    let typed = String::from_utf8_lossy(typed);
    let mut fields = typed.split('\u{c}').map(str::to_owned);
    let mut next = || fields.next().unwrap_or_default();
    let style = match pick(3, 4) {
        0 => LetterStyle::Lines { heading: next(), points: vec![next(), next()] },
        1 => LetterStyle::Blank,
        _ => LetterStyle::Prefilled,
    };
    LetterSpec {
        lang: LANGS[pick(0, LANGS.len())].to_owned(),
        title: String::new(),
        date: SpecDate { year: 2026, month: 11, day: 23 },
        profile: Profile::ALL[pick(1, Profile::ALL.len())],
        paper: Paper::ALL[pick(2, Paper::ALL.len())],
        body: next(),
        salutation: next(),
        closing: next(),
        place_and_date: next(),
        recipient: next().lines().map(str::to_owned).collect(),
        sender: Sender { name: next(), lines: vec![next()] },
        style,
        alignment: if pick(3, 8) > 3 { Alignment::Justified } else { Alignment::Ragged },
    }
}

fuzz_target!(|data: &[u8]| {
    let spec = spec(data);
    let Ok(document) = letter::layout(&spec, &FONTS) else { return };
    for page in &document.pages {
        for placed in page.lines() {
            assert!(placed.x >= 0 && placed.x + placed.line.width() <= document.size.width);
            assert!(placed.y > 0 && placed.y < document.size.height);
        }
        for item in &page.items {
            if let Item::Rule(rule) = item {
                assert!(rule.x >= 0 && rule.x + rule.width <= document.size.width);
                assert!(rule.y >= 0 && rule.y + rule.height <= document.size.height);
            }
        }
    }
});
