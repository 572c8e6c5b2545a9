//! The parts of a pack in their order, each with what its pages are made from.

use domain::pack::Include;
use letter::sheets::spec::{CaseSheet, TallySheet};

use super::{
    PackOrder,
    contents::{Contents, Entry},
    extras::Extra,
    letters::PackLetter,
    sheets::Sheets,
};
use crate::{Engine, EngineError};

/// Everything that is printed, before it is set.
pub(super) struct Parts {
    pub contents: Contents,
    /// Who made the demonstration, where the site is one.
    pub demonstration: bool,
    pub letters: Vec<PackLetter>,
    pub cases: Vec<CaseSheet>,
    pub tally: Option<TallySheet>,
    /// Every further sheet, in the order of the spec.
    pub extras: Vec<Extra>,
}

impl Parts {
    /// Every text that may need a font of its own: letters, and what is printed of a case.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let letters = self.letters.iter().flat_map(|letter| {
            let spec = &letter.spec;
            [&spec.salutation, &spec.body, &spec.closing].into_iter().chain(&spec.recipient)
        });
        let cases = self.contents.entries.iter().flat_map(|entry| {
            let case = &entry.draft.page.case;
            let native = case.native_name.iter().map(|native| &native.text);
            native.chain([&case.name, &case.summary]).chain(&case.story).chain(&entry.draft.demands)
        });
        letters.chain(cases).map(String::as_str)
    }
}

impl Engine {
    /// Everything that an order asks for, in words.
    pub(super) async fn pack_parts(&self, order: &PackOrder, contents: Contents) -> Result<Parts, EngineError> {
        let demonstration = self.demonstration().await?.is_some();
        let from = order.spec.posted_from;
        let points = order.words.say("sheet-points", &[]);
        let letters = contents.entries.iter().map(|entry| self.pack_letter(&contents, entry, from, &points));
        let letters = letters.collect::<Result<Vec<_>, _>>()?;
        let sheets = Sheets { order, contents: &contents, demonstration };
        let wanted = |name: &str| order.spec.include.iter().any(|include| include.name() == name);
        let cases = if wanted(Include::CaseSheets.name()) {
            first_of_each(&contents).map(|entry| sheets.case(entry)).collect()
        } else {
            Vec::new()
        };
        let tally = wanted(Include::Tally.name()).then(|| sheets.tally());
        let specs: Vec<&letter::LetterSpec> = letters.iter().map(|letter| &letter.spec).collect();
        let extras = sheets.extras(&specs)?;
        Ok(Parts { demonstration, letters, cases, tally, extras, contents })
    }
}

/// Each case's first entry.
pub(super) fn first_of_each(contents: &Contents) -> impl Iterator<Item = &Entry> {
    contents.entries.iter().enumerate().filter_map(|(n, entry)| {
        let before = contents.entries.iter().take(n);
        let known = before.into_iter().any(|earlier| earlier.letters.case == entry.letters.case);
        (!known).then_some(entry)
    })
}
