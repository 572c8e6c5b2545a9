//! Text on a canvas: paragraphs, names in their own script, single lines, lists.

use crate::error::LetterError;
use crate::frame::{Element, Item, Line, Tag};
use crate::sheets::spec::NativeName;

use super::{Canvas, Place, Type};

/// NO-BREAK SPACE.
const NO_BREAK: char = '\u{a0}';

impl Canvas<'_> {
    /// A paragraph. Gives where the next may begin.
    pub fn paragraph(&mut self, text: &str, ty: Type, place: Place) -> Result<i32, LetterError> {
        self.tagged(Tag::Paragraph, text, ty, place)
    }

    /// A text in an element of its own; none if it is empty. Gives where the next may begin.
    pub fn tagged(&mut self, tag: Tag, text: &str, ty: Type, place: Place) -> Result<i32, LetterError> {
        if text.trim().is_empty() {
            return Ok(place.y);
        }
        self.element(tag, |canvas| canvas.text(text, ty, place))
    }

    /// A name in its own script, in an element with its language. Left out where no font has its characters: the name stands
    /// there in Latin letters too.
    pub fn native(&mut self, name: &NativeName, ty: Type, place: Place) -> Result<i32, LetterError> {
        let lines = self.native_lines(name, ty, place.width)?;
        if lines.is_empty() {
            return Ok(place.y);
        }
        let parent = self.within.last().copied();
        let element = Element { tag: Tag::Paragraph, parent, alt: String::new(), lang: name.lang.clone() };
        self.inside(element, |canvas| Ok(canvas.set(lines, ty, place)))
    }

    /// The lines of a name in its own script; none where no font has its characters.
    pub fn native_lines(&mut self, name: &NativeName, ty: Type, width: i32) -> Result<Vec<Line>, LetterError> {
        match self.speaking(&name.lang, |canvas| canvas.broken(&name.text, ty, width)) {
            Err(LetterError::NoGlyph { .. } | LetterError::NoFont { .. }) => Ok(Vec::new()),
            lines => lines,
        }
    }

    /// Text in the element that is open. Gives where the next may begin.
    pub fn text(&mut self, text: &str, ty: Type, place: Place) -> Result<i32, LetterError> {
        let lines = self.broken(text, ty, place.width)?;
        Ok(self.set(lines, ty, place))
    }

    /// A single line that ends at a place instead of beginning there.
    pub fn text_to(&mut self, text: &str, ty: Type, right: i32, y: i32) -> Result<(), LetterError> {
        for line in self.broken(text, ty, right)? {
            let x = right - line.width();
            self.put(line, ty, x, y);
        }
        Ok(())
    }

    /// Lines one below the other. Gives where the next may begin.
    pub fn set(&mut self, lines: Vec<Line>, ty: Type, place: Place) -> i32 {
        let mut y = place.y;
        for line in lines {
            let x = if self.fixed && line.rtl { place.x + place.width - line.width() } else { place.x };
            self.put(line, ty, x, y);
            y += ty.line_height();
        }
        y
    }

    fn put(&mut self, line: Line, ty: Type, x: i32, y: i32) {
        let element = self.within.last().copied();
        let line = Line { element, ink: ty.ink, x, y: y + ty.baseline(), ..line };
        self.paint(Item::Line(line));
    }

    /// The lines of a text in a width, not yet placed.
    pub fn broken(&mut self, text: &str, ty: Type, width: i32) -> Result<Vec<Line>, LetterError> {
        let mut lines = Vec::new();
        for part in text.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
            lines.extend(self.lines.wrapped(part, &self.lang, ty.style, ty.size, width)?);
        }
        Ok(lines)
    }

    /// How high a text is in a width.
    pub fn height(&mut self, text: &str, ty: Type, width: i32) -> Result<i32, LetterError> {
        let lines = self.broken(text, ty, width)?.len();
        Ok(i32::try_from(lines).unwrap_or(i32::MAX / 20_000) * ty.line_height())
    }

    /// How wide a text is on one line.
    pub fn width(&mut self, text: &str, ty: Type) -> Result<i32, LetterError> {
        Ok(self.lines.single(text, &self.lang, ty.style, ty.size)?.width())
    }

    /// The first of these sizes in which the text has at most so many lines and no word is divided; the last one otherwise.
    pub fn fitting(
        &mut self,
        text: &str,
        ty: Type,
        sizes: &[i32],
        width: i32,
        most: usize,
    ) -> Result<Type, LetterError> {
        let mut fitting = ty;
        // Words with a joiner between them are one word here.
        let tied = text.replace(" \u{2060}", "\u{a0}");
        for size in sizes {
            fitting = ty.sized(*size);
            let mut widest = 0;
            for word in tied.split(|c: char| c.is_whitespace() && c != NO_BREAK) {
                widest = widest.max(self.width(word, fitting)?);
            }
            if widest <= width && self.broken(text, fitting, width)?.len() <= most {
                break;
            }
        }
        Ok(fitting)
    }

    /// A numbered or dashed list. Gives where the next may begin.
    pub fn list(&mut self, entries: &[String], numbered: bool, ty: Type, place: Place) -> Result<i32, LetterError> {
        const INDENT: i32 = 5_000;
        let body = Place { x: place.x + INDENT, width: place.width - INDENT, ..place };
        self.element(if numbered { Tag::NumberedList } else { Tag::List }, |canvas| {
            let mut y = place.y;
            for (index, entry) in entries.iter().enumerate() {
                let mark = if numbered { format!("{}.", index + 1) } else { "–".to_owned() };
                y = canvas.element(Tag::ListItem, |canvas| {
                    canvas.tagged(Tag::Label, &mark, ty, place.at(y))?;
                    canvas.tagged(Tag::ListBody, entry, ty, body.at(y))
                })?;
            }
            Ok(y)
        })
    }

    /// The height of a list.
    pub fn list_height(&mut self, entries: &[String], ty: Type, width: i32) -> Result<i32, LetterError> {
        entries.iter().try_fold(0, |sum, entry| Ok(sum + self.height(entry, ty, width - 5_000)?))
    }
}
