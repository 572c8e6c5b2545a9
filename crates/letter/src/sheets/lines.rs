//! Text in a style and a width as lines, not yet placed.

use crate::clean::clean;
use crate::error::{Field, LetterError};
use crate::fonts::{Fonts, Style};
use crate::frame::{Line, Role};
use crate::typeset::{Type, Typeset};

/// The most lines that one text of a sheet may take: more than any page holds.
const MOST: usize = 120;

/// Sets text of several languages.
pub(super) struct Lines<'f> {
    fonts: &'f Fonts,
    setters: Vec<(String, Typeset<'f>)>,
}

impl<'f> Lines<'f> {
    pub const fn new(fonts: &'f Fonts) -> Self {
        Self { fonts, setters: Vec::new() }
    }

    /// A text broken into lines no wider than `width`.
    pub fn wrapped(
        &mut self,
        text: &str,
        lang: &str,
        style: Style,
        size: i32,
        width: i32,
    ) -> Result<Vec<Line>, LetterError> {
        let text = clean(text, Field::Sheet)?;
        let lines = self.setter(lang).paragraph(&text, Type::new(style, size), width, MOST + 1, Field::Sheet)?;
        if lines.len() > MOST {
            return Err(LetterError::SheetFull { part: text.chars().take(60).collect() });
        }
        Ok(lines.into_iter().map(|line| Line { role: Role::Sheet, ..line }).collect())
    }

    /// A text on one line, however wide.
    pub fn single(&mut self, text: &str, lang: &str, style: Style, size: i32) -> Result<Line, LetterError> {
        let text = clean(text, Field::Sheet)?;
        let line = self.setter(lang).line(&text, Type::new(style, size), Field::Sheet)?;
        Ok(Line { role: Role::Sheet, ..line })
    }

    fn setter(&mut self, lang: &str) -> &mut Typeset<'f> {
        let known = self.setters.iter().position(|(of, _)| of == lang);
        let index = known.unwrap_or_else(|| {
            self.setters.push((lang.to_owned(), Typeset::new(self.fonts, lang)));
            self.setters.len() - 1
        });
        &mut self.setters[index].1
    }
}
