//! A spec to a display list.

mod folios;
mod hand;
mod head;
mod plain;
mod tags;

use crate::clean::clean;
use crate::error::{Field, LetterError};
use crate::flow::{Block, Row, Signature, paginate};
use crate::fonts::names::of_labels;
use crate::fonts::{FontName, Fonts, Style};
use crate::frame::{Document, Item, Line, Page, Role};
use crate::geometry::{BLOCK_SIZES, BODY, FEW_LINES, FITS, Geometry, INDENT, LEADING, PAGES};
use crate::spec::{LetterSpec, LetterStyle, SpecDate};
use crate::typeset::{Type, Typeset};
use plain::Form;

/// Sets a letter.
///
/// # Errors
///
/// [`LetterError`] names the field and the character or the line that cannot be set. No text is ever left out or put
/// outside the page: what does not fit is an error.
pub fn layout(spec: &LetterSpec, fonts: &Fonts) -> Result<Document, LetterError> {
    check(spec, fonts)?;
    set(spec, Typeset::new(fonts, &spec.lang)).0
}

/// What can be refused before anything is set.
pub(crate) fn check(spec: &LetterSpec, fonts: &Fonts) -> Result<(), LetterError> {
    check_date(spec.date)?;
    if fonts.is_empty() { Err(LetterError::NoFonts) } else { Ok(()) }
}

/// Sets a letter with what was set before in its language, and gives that back for the next.
pub(crate) fn set<'f>(spec: &LetterSpec, typeset: Typeset<'f>) -> (Result<Document, LetterError>, Typeset<'f>) {
    let mut setter = Setter::new(spec, typeset);
    let document = setter.document(spec);
    (document, setter.typeset)
}

/// The files that a letter needs and that are not among the fonts, by name: see [`Fonts::missing`].
#[must_use]
pub fn missing(spec: &LetterSpec, fonts: &Fonts) -> Vec<&'static str> {
    let mut texts = vec![&spec.sender.name, &spec.place_and_date, &spec.salutation, &spec.body, &spec.closing];
    texts.extend(spec.sender.lines.iter().chain(&spec.recipient));
    let mut labels = Vec::new();
    if let LetterStyle::Lines { heading, points } = &spec.style {
        texts.extend(std::iter::once(heading).chain(points));
        labels = of_labels(std::iter::once(heading).chain(points).map(String::as_str));
        labels.retain(|name| !fonts.contains(*name));
    }
    let mut missing = fonts.missing(&spec.lang, texts.into_iter().map(String::as_str));
    missing.extend(labels.into_iter().map(FontName::file));
    missing
}

fn check_date(date: SpecDate) -> Result<(), LetterError> {
    let SpecDate { year, month, day } = date;
    let good = (0..=9_999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if good { Ok(()) } else { Err(LetterError::BadDate { year, month, day }) }
}

/// Sets lines in one letter's language and measures.
struct Setter<'s> {
    geometry: Geometry,
    typeset: Typeset<'s>,
}

/// A block whose lines may not be broken.
struct Fixed {
    role: Role,
    field: Field,
    /// How wide a line may be, in micrometres.
    width: i32,
    sizes: &'static [i32],
}

impl<'s> Setter<'s> {
    fn new(spec: &LetterSpec, typeset: Typeset<'s>) -> Self {
        Self { geometry: Geometry::of(spec.profile, spec.paper), typeset: typeset.aligned(spec.alignment) }
    }

    fn document(&mut self, spec: &LetterSpec) -> Result<Document, LetterError> {
        let mut head = Vec::new();
        let first = match self.geometry.window {
            Some(window) => self.window_head(spec, &window, &mut head)?,
            None => self.plain_head(spec, &mut head)?,
        };
        let mut pages = self.pages(spec, first)?;
        if let Some(page) = pages.first_mut() {
            let body = std::mem::replace(&mut page.items, head);
            page.items.extend(body);
            page.items.extend(self.marks().into_iter().map(Item::Rule));
        }
        self.folios(spec, &mut pages)?;
        let structure = tags::tag(&mut pages);
        Ok(Document {
            lang: spec.lang.clone(),
            title: spec.title.clone(),
            date: spec.date,
            size: spec.paper.into(),
            pages,
            structure,
        })
    }

    /// Lines in the largest size in which all of them fit.
    fn fixed(&mut self, texts: &[String], block: &Fixed) -> Result<Vec<Line>, LetterError> {
        let lines = self.typeset.fitted(texts, Style::Book, block.sizes, block.width, block.field)?;
        Ok(lines.into_iter().map(|line| Line { role: block.role, ..line }).collect())
    }

    /// Such lines at the edge of a column where the first of them begins.
    fn block(&mut self, texts: &[String], block: &Fixed, left: i32) -> Result<Vec<Line>, LetterError> {
        let lines = self.fixed(texts, block)?;
        let rtl = lines.first().is_some_and(|line| line.rtl);
        let place = |line: Line| Line { rtl: line.rtl, ..aligned(Line { rtl, ..line.clone() }, left, block.width) };
        Ok(lines.into_iter().map(place).collect())
    }

    /// One line, not yet placed.
    fn line(&mut self, text: &str, role: Role, size: i32, field: Field) -> Result<Line, LetterError> {
        let line = self.typeset.line(text, Type::new(Style::Book, size), field)?;
        Ok(Line { role, ..line })
    }

    /// What stands below the head.
    fn pages(&mut self, spec: &LetterSpec, first: i32) -> Result<Vec<Page>, LetterError> {
        match &spec.style {
            LetterStyle::Prefilled => {
                let mut fits = FITS.iter().copied();
                let roomy = self.text_pages(spec, first, fits.next().unwrap_or((BODY, LEADING)))?;
                // A letter of three pages does not become one by smaller type.
                if roomy.len() == 2 {
                    for fit in fits {
                        let pages = self.text_pages(spec, first, fit)?;
                        if pages.len() == 1 {
                            return Ok(pages);
                        }
                    }
                }
                Ok(roomy)
            }
            LetterStyle::Lines { heading, points } => {
                let salutation = self.text(&spec.salutation, Role::Salutation, Field::Salutation, FEW_LINES)?;
                let signature = self.signature(spec)?;
                let salutation = salutation.into_iter().flatten().map(|row| row.line).collect();
                Ok(vec![self.ruled(salutation, signature, (heading, points), first)?])
            }
            LetterStyle::Blank => Ok(vec![Page::default()]),
        }
    }

    /// The text in a type size and leading.
    fn text_pages(&mut self, spec: &LetterSpec, first: i32, fit: (i32, i32)) -> Result<Vec<Page>, LetterError> {
        (self.geometry.body, self.geometry.leading) = fit;
        let (blocks, signature) = (self.blocks(spec)?, self.signature(spec)?);
        paginate(blocks, signature, &self.geometry, first)
    }

    /// Salutation and body as blocks of lines.
    fn blocks(&mut self, spec: &LetterSpec) -> Result<Vec<Block>, LetterError> {
        let mut blocks = self.text(&spec.salutation, Role::Salutation, Field::Salutation, FEW_LINES)?;
        blocks.extend(self.text(&spec.body, Role::Body, Field::Body, usize::MAX)?);
        Ok(blocks)
    }

    fn signature(&mut self, spec: &LetterSpec) -> Result<Signature, LetterError> {
        let closing = self.text(&spec.closing, Role::Closing, Field::Closing, FEW_LINES)?;
        let closing = closing.into_iter().flatten().map(|row| row.line).collect();
        let texts = printed_lines(std::slice::from_ref(&spec.sender.name), Field::Sender)?;
        limit(Field::Sender, texts.len(), FEW_LINES)?;
        let block =
            Fixed { role: Role::Name, field: Field::Sender, width: self.geometry.measure(), sizes: BLOCK_SIZES };
        // Where the text begins, whatever letters the name is written in.
        let (rtl, left) = (self.typeset.is_rtl(), self.geometry.left);
        let name = self.fixed(&texts, &block)?.into_iter();
        let name = name.map(|line| Line { x: edge(&line, rtl, left, block.width), ..line }).collect();
        Ok(Signature { closing, name })
    }

    /// Running text: a block per paragraph, at most `most` lines in all.
    fn text(&mut self, typed: &str, role: Role, field: Field, most: usize) -> Result<Vec<Block>, LetterError> {
        // More lines than fit on all pages need not be set before they are refused.
        let ceiling = most.min(PAGES * 60);
        let cleaned = clean(typed, field)?;
        let mut blocks: Vec<Block> = Vec::new();
        let (mut total, mut open) = (0, false);
        for typed_line in cleaned.split('\n') {
            let trimmed = typed_line.trim();
            if trimmed.is_empty() {
                open = false;
                continue;
            }
            let lines = self.broken(trimmed, role, field, ceiling + 1 - total)?;
            total += lines.len();
            if total > ceiling {
                return Err(too_many(field, total, most));
            }
            // Nothing but characters that do not show.
            if lines.is_empty() {
                open = false;
                continue;
            }
            match blocks.last_mut() {
                Some(block) if open => block.extend(lines),
                _ => blocks.push(lines),
            }
            open = true;
        }
        for block in &mut blocks {
            if let Some(row) = block.first_mut() {
                row.mark.as_mut().unwrap_or(&mut row.line).opens = true;
            }
        }
        Ok(blocks)
    }

    /// A typed line broken into lines of the column, at most `most`.
    fn broken(&mut self, typed: &str, role: Role, field: Field, most: usize) -> Result<Block, LetterError> {
        let form = if role == Role::Body { Form::of(typed) } else { Form::Plain(typed) };
        let (face, left) = (Type::new(Style::Book, self.geometry.body), self.geometry.left);
        let measure = self.geometry.measure();
        let (text, width, indent) = match form {
            Form::Plain(text) => (text, measure, 0),
            Form::Quote(text) => (text, measure - 2 * INDENT, INDENT),
            Form::Item(_, text) => (text, measure - INDENT, INDENT),
        };
        let role = if role == Role::Body { form.role() } else { role };
        let lines = self.typeset.paragraph(text, face, width, most, field)?;
        let rtl = lines.first().is_some_and(|line| line.rtl);
        // What is set in is set in from where lines begin; a quotation from both sides.
        let from = left + if rtl && role == Role::Entry { 0 } else { indent };
        let row = |line: Line| Row { mark: None, line: Line { role, opens: false, ..aligned(line, from, width) } };
        let mut rows: Block = lines.into_iter().map(row).collect();
        if let Form::Item(mark, _) = form {
            let Some(row) = rows.first_mut() else {
                // Nothing of the item shows: what looks like its mark is the text.
                return self.broken(mark, role, field, most);
            };
            let mark = self.typeset.line(mark, face, field)?;
            let x = edge(&mark, rtl, left, measure);
            row.mark = Some(Line { role: Role::Mark, rtl, x, ..mark });
        }
        Ok(rows)
    }

    /// Where a line stands that ends where the text's lines end: at the right, or at the left in a letter that runs from right
    /// to left.
    fn far_edge(&self, line: &Line) -> i32 {
        let left = self.geometry.left;
        if self.typeset.is_rtl() { left } else { left + self.geometry.measure() - line.width() }
    }
}

/// The line at the edge of a column where it begins.
fn aligned(line: Line, left: i32, width: i32) -> Line {
    Line { x: edge(&line, line.rtl, left, width), ..line }
}

/// Where a line stands that begins at a column's left edge, or at its right.
fn edge(line: &Line, right: bool, left: i32, width: i32) -> i32 {
    if right { left + width - line.width() } else { left }
}

/// Lines without the empty ones; a line break inside one makes two.
fn printed_lines(typed: &[String], field: Field) -> Result<Vec<String>, LetterError> {
    let mut lines = Vec::new();
    for text in typed {
        let cleaned = clean(text, field)?;
        lines.extend(cleaned.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
    }
    Ok(lines)
}

fn limit(field: Field, lines: usize, limit: usize) -> Result<(), LetterError> {
    if lines > limit { Err(LetterError::TooManyLines { field, lines, limit }) } else { Ok(()) }
}

fn too_many(field: Field, lines: usize, most: usize) -> LetterError {
    if most == usize::MAX {
        LetterError::TooLong { field, limit: PAGES }
    } else {
        LetterError::TooManyLines { field, lines, limit: most }
    }
}

#[cfg(test)]
#[cfg(all(feature = "embedded-fonts", feature = "hyphens", feature = "svg", feature = "pdf"))]
mod tests;
