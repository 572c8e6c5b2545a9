//! Every kind of document that there is, each with the words of a sample.

use std::path::PathBuf;

use letter::fonts::FontName;
use letter::sheets::spec::{Envelope, EnvelopeSize, LabelStock, ListSheet, Poster, TestSheet, Titled};
use letter::{Alignment, Document, Fonts, LetterSpec, LetterStyle, Paper, Profile, sheets};

use crate::{arabic, common, samples};

/// The fonts of the crate, and the East Asian ones where `scripts/fonts` put them.
pub fn fonts() -> Fonts {
    let cache = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache/pillarbox/fonts"));
    let folder = std::env::var_os("PILLARBOX_FONTS_DIR").map(PathBuf::from).or(cache).unwrap();
    [FontName::Chinese, FontName::Japanese, FontName::Korean].into_iter().fold(Fonts::embedded(), |fonts, name| {
        let path = folder.join(name.file());
        let file = std::fs::read(&path).unwrap_or_else(|_| panic!("{} is missing: run scripts/fonts", path.display()));
        fonts.with(name, file).unwrap()
    })
}

/// Sheets of a paper.
pub fn of_sheets(paper: Paper, fonts: &Fonts) -> Vec<(String, Document)> {
    let sign_up = ListSheet { asks: Titled::default(), ..samples::petition(paper) };
    let mourned = Poster { mourned: true, native: None, ..samples::poster(paper) };
    let test = |profile, letter: LetterSpec| TestSheet {
        stock: samples::stock(paper),
        heading: "Test sheet".into(),
        intro: "Lay it behind the window.".into(),
        ruler: "100 mm".into(),
        letter: LetterSpec { profile, paper, ..letter },
    };
    let mut all = vec![
        ("cover", sheets::cover(&samples::cover(paper), fonts)),
        ("case", sheets::case_sheet(&samples::case(paper), fonts)),
        ("tally", sheets::tally(&samples::tally(paper), fonts)),
        ("cards", sheets::cards(&samples::cards(paper), fonts)),
        ("petition", sheets::list(&samples::petition(paper), fonts)),
        ("sign-up", sheets::list(&sign_up, fonts)),
        ("poster", sheets::poster(&samples::poster(paper), fonts)),
        ("poster of mourning", sheets::poster(&mourned, fonts)),
        ("test sheet", sheets::test(&test(Profile::Din5008B, common::rita()), fonts)),
        ("cover in Arabic", sheets::cover(&arabic::cover(paper), fonts)),
        ("case in Arabic", sheets::case_sheet(&arabic::case(paper), fonts)),
        ("tally in Arabic", sheets::tally(&arabic::tally(paper), fonts)),
        ("petition in Arabic", sheets::list(&arabic::petition(paper), fonts)),
    ];
    all.extend(LabelStock::ALL.iter().map(|stock| ("labels", sheets::labels(&samples::label_sheet(*stock), fonts))));
    let envelope = |size: &EnvelopeSize| {
        let sheet = Envelope { stock: samples::stock(paper), size: *size, address: samples::address() };
        ("envelope", sheets::envelope(&sheet, fonts))
    };
    all.extend(EnvelopeSize::ALL.iter().map(envelope));
    all.into_iter().map(|(name, document)| (format!("{name}, {paper}"), document.unwrap())).collect()
}

/// Letters in all fifteen languages: typed, justified, to be written by hand, and with an address only.
pub fn of_letters(fonts: &Fonts) -> Vec<(String, Document)> {
    let lines = LetterStyle::Lines {
        heading: "What to say".into(),
        points: vec!["Say who you are.".into(), "Ask for her freedom.".into()],
    };
    let mut all = Vec::new();
    for (lang, spec) in common::languages() {
        let (typed, blank) = (spec.style.clone(), LetterStyle::Blank);
        for (kind, style) in [("typed", &typed), ("ruled", &lines), ("blank", &blank)] {
            for (profile, paper) in [(Profile::Din5008B, Paper::A4), (Profile::Plain, Paper::Letter)] {
                let alignment = if profile == Profile::Plain { Alignment::Justified } else { Alignment::Ragged };
                let spec = LetterSpec { style: style.clone(), profile, paper, alignment, ..spec.clone() };
                all.push((format!("{lang}, {kind}, {profile}"), letter::layout(&spec, fonts).unwrap()));
            }
        }
    }
    all
}
