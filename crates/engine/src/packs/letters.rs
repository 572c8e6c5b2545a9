//! A pack's letters: the whole text, lines to write on, or an address only.

use domain::{country::Country, pack::Style};
use letter::spec::{Alignment, LetterSpec, LetterStyle};

use super::contents::{Contents, Entry};
use crate::{Engine, EngineError, letters::LetterRequest};

/// A letter that is printed so many times.
pub(super) struct PackLetter {
    pub spec: LetterSpec,
    pub copies: usize,
}

impl Engine {
    /// The letters of an entry. `heading` stands above the points of those that are written by hand.
    pub(super) fn pack_letter(
        &self,
        contents: &Contents,
        entry: &Entry,
        posted_from: Option<Country>,
        heading: &str,
    ) -> Result<PackLetter, EngineError> {
        let request = LetterRequest {
            case: entry.letters.case.clone(),
            target: Some(entry.draft.target.slug.clone()),
            lang: entry.draft.lang.clone(),
            profile: contents.profile,
            paper: contents.paper,
            alignment: Alignment::default(),
            name: String::new(),
            sender_lines: Vec::new(),
            salutation: String::new(),
            body: None,
            date: Some(contents.date),
            posted_from,
        };
        let style = match entry.letters.style {
            Style::Prefilled => LetterStyle::Prefilled,
            Style::Lines => {
                LetterStyle::Lines { heading: heading.to_owned(), points: entry.draft.talking_points.clone() }
            }
            Style::Blank => LetterStyle::Blank,
        };
        Ok(PackLetter {
            spec: LetterSpec { style, ..self.letter_spec(&request, &entry.draft)? },
            copies: usize::try_from(entry.letters.copies).unwrap_or(usize::MAX),
        })
    }
}
