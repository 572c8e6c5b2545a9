//! Many letters in a row: what they have in common is set once.

use crate::compose;
use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::Document;
use crate::sharing::Sharing;
use crate::spec::LetterSpec;
use crate::typeset::Typeset;

/// Sets letters one after the other and remembers the paragraphs that came back.
///
/// From its second time on, a paragraph is placed as [`crate::frame::Item::Shared`]: a PDF of a thousand letters with one text
/// has that text twice. What is remembered depends on the letters alone, so the same letters in the same order give the same
/// documents.
pub struct Typesetter<'f> {
    fonts: &'f Fonts,
    /// A setter for each language.
    languages: Vec<(String, Typeset<'f>)>,
    sharing: Sharing,
}

impl<'f> Typesetter<'f> {
    /// A typesetter that has set nothing yet.
    #[must_use]
    pub fn new(fonts: &'f Fonts) -> Self {
        Self { fonts, languages: Vec::new(), sharing: Sharing::default() }
    }

    /// Sets a letter.
    ///
    /// # Errors
    ///
    /// As [`crate::layout`].
    pub fn letter(&mut self, spec: &LetterSpec) -> Result<Document, LetterError> {
        compose::check(spec, self.fonts)?;
        let known = self.languages.iter().position(|(lang, _)| *lang == spec.lang);
        let (lang, typeset) = match known {
            Some(at) => self.languages.swap_remove(at),
            None => (spec.lang.clone(), Typeset::new(self.fonts, &spec.lang)),
        };
        let (document, typeset) = compose::set(spec, typeset);
        self.languages.push((lang, typeset));
        let mut document = document?;
        self.sharing.share(&mut document);
        Ok(document)
    }
}

impl std::fmt::Debug for Typesetter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typesetter").field("languages", &self.languages.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
#[cfg(all(feature = "embedded-fonts", feature = "hyphens"))]
mod tests {
    use super::*;
    use crate::frame::{Item, Line};
    use crate::spec::{Paper, Profile, Sender, SpecDate};

    fn spec(name: &str) -> LetterSpec {
        let body = "I ask you to quash the conviction of Rita Karasartova, who has given legal advice to people in need for \
            more than ten years, and to let her live and work without fear.";
        LetterSpec {
            lang: "en".into(),
            title: "Letter".into(),
            date: SpecDate { year: 2026, month: 11, day: 23 },
            profile: Profile::Din5008B,
            paper: Paper::A4,
            sender: Sender { name: name.into(), lines: vec![] },
            recipient: vec!["Prosecutor General".into()],
            place_and_date: "Freiburg".into(),
            salutation: "Dear Prosecutor General,".into(),
            body: body.into(),
            closing: "Yours sincerely,".into(),
            style: crate::LetterStyle::default(),
            alignment: crate::Alignment::default(),
        }
    }

    fn placed(document: &Document) -> Vec<(i32, i32, Option<u32>, Line)> {
        let lines = document.pages.iter().flat_map(|page| page.lines());
        lines.map(|p| (p.x, p.y, p.element, Line { x: 0, y: 0, element: None, ..p.line.clone() })).collect()
    }

    #[test]
    fn a_letter_in_a_row_looks_as_if_it_were_alone() {
        let fonts = Fonts::embedded();
        let mut typesetter = Typesetter::new(&fonts);
        for name in ["Anna Berg", "Ben Cole", "Anna Berg", "Cem Demir", "Dora Ek"] {
            let (row, alone) = (typesetter.letter(&spec(name)).unwrap(), crate::layout(&spec(name), &fonts).unwrap());
            assert_eq!(placed(&row), placed(&alone), "{name}");
            assert_eq!(row.structure, alone.structure);
        }
    }

    #[test]
    fn a_text_that_comes_back_is_shared() {
        let fonts = Fonts::embedded();
        let mut typesetter = Typesetter::new(&fonts);
        let mut shared = |name: &str| -> Vec<usize> {
            let document = typesetter.letter(&spec(name)).unwrap();
            let items = document.pages.into_iter().flat_map(|page| page.items);
            items
                .filter_map(|item| if let Item::Shared(it) = item { Some(it.block.as_ptr().addr()) } else { None })
                .collect()
        };
        assert_eq!(shared("One").len(), 0);
        let second = shared("Two");
        assert_eq!(second.len(), 1, "the text, and no single lines");
        assert_eq!(shared("Three"), second);
    }

    #[test]
    fn a_letter_that_is_refused_does_no_harm_to_the_next() {
        let fonts = Fonts::embedded();
        let mut typesetter = Typesetter::new(&fonts);
        assert!(typesetter.letter(&spec("漢")).is_err());
        assert_eq!(typesetter.letter(&spec("Anna")).unwrap(), crate::layout(&spec("Anna"), &fonts).unwrap());
    }
}
