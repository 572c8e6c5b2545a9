//! A spec to a display list.

mod head;

use crate::breaks::breakable;
use crate::clean::clean;
use crate::error::{Field, LetterError};
use crate::fit::{Paragraph, first_fit, nanometres};
use crate::flow::{Block, Signature, paginate};
use crate::fonts::Fonts;
use crate::frame::{Document, Item, Line, Page, Role};
use crate::geometry::{BLOCK_SIZES, BODY, FEW_LINES, FOLIO, FOLIO_UP, Geometry, PAGES};
use crate::hyphens::Hyphens;
use crate::shape::Shaper;
use crate::spec::{LetterSpec, SpecDate};

/// Sets a letter.
///
/// # Errors
///
/// [`LetterError`] names the field and the character or the line that cannot be set. No text is ever left out or put
/// outside the page: what does not fit is an error.
pub fn layout(spec: &LetterSpec, fonts: &Fonts) -> Result<Document, LetterError> {
    check_date(spec.date)?;
    if fonts.faces().is_empty() {
        return Err(LetterError::NoFonts);
    }
    let mut setter = Setter::new(spec, fonts);
    let mut head = Vec::new();
    let first = match setter.geometry.window {
        Some(window) => setter.window_head(spec, &window, &mut head)?,
        None => setter.plain_head(spec, &mut head)?,
    };
    let blocks = setter.blocks(spec)?;
    let signature = setter.signature(spec)?;
    let mut pages = paginate(blocks, signature, &setter.geometry, first)?;
    if let Some(page) = pages.first_mut() {
        let body = std::mem::replace(&mut page.items, head);
        page.items.extend(body);
        page.items.extend(setter.marks().into_iter().map(Item::Rule));
    }
    setter.folios(&mut pages)?;
    Ok(Document { lang: spec.lang.clone(), title: spec.title.clone(), date: spec.date, paper: spec.paper, pages })
}

fn check_date(date: SpecDate) -> Result<(), LetterError> {
    let SpecDate { year, month, day } = date;
    let good = (0..=9_999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if good { Ok(()) } else { Err(LetterError::BadDate { year, month, day }) }
}

/// Sets lines in one letter's language and measures.
struct Setter<'s> {
    lang: &'s str,
    geometry: Geometry,
    shaper: Shaper<'s>,
    hyphens: Option<Hyphens>,
    /// The width of a hyphen in the body in nanometres; none if no font has one.
    hyphen: Option<i64>,
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
    fn new(spec: &'s LetterSpec, fonts: &'s Fonts) -> Self {
        let mut shaper = Shaper::new(fonts, &spec.lang);
        let hyphen = shaper.shape("-", Field::Body).ok().map(|runs| {
            let glyphs =
                runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| nanometres(glyph.advance, BODY, run.upem)));
            glyphs.sum()
        });
        let hyphens = Hyphens::for_language(&spec.lang).filter(|_| hyphen.is_some());
        Self { lang: &spec.lang, geometry: Geometry::of(spec.profile, spec.paper), shaper, hyphens, hyphen }
    }

    /// Lines in the largest size in which all of them fit.
    fn fixed(&mut self, texts: &[String], block: &Fixed) -> Result<Vec<Line>, LetterError> {
        let smallest = block.sizes.last().copied().unwrap_or(BODY);
        let mut lines = Vec::with_capacity(texts.len());
        for (index, text) in texts.iter().enumerate() {
            let line = self.line(text, block.role, smallest, block.field)?;
            let over = line.width() - block.width;
            if over > 0 {
                let text = text.chars().take(60).collect();
                let over_mm = over.saturating_add(999) / 1_000;
                return Err(LetterError::LineTooWide { field: block.field, line: index + 1, text, over_mm });
            }
            lines.push(Line { opens: index == 0, ..line });
        }
        let fits = |size: &&i32| lines.iter().all(|line| Line { size: **size, ..line.clone() }.width() <= block.width);
        let size = block.sizes.iter().find(fits).copied().unwrap_or(smallest);
        Ok(lines.into_iter().map(|line| Line { size, ..line }).collect())
    }

    /// One line, not yet placed.
    fn line(&mut self, text: &str, role: Role, size: i32, field: Field) -> Result<Line, LetterError> {
        let text = breakable(text, self.lang).text;
        let runs = self.shaper.shape(&text, field)?;
        Ok(Line { role, opens: false, x: 0, y: 0, size, text, runs })
    }

    /// Salutation and body as blocks of lines.
    fn blocks(&mut self, spec: &LetterSpec) -> Result<Vec<Block>, LetterError> {
        let mut blocks = self.text(&spec.salutation, Role::Salutation, Field::Salutation, FEW_LINES)?;
        blocks.extend(self.text(&spec.body, Role::Body, Field::Body, usize::MAX)?);
        Ok(blocks)
    }

    fn signature(&mut self, spec: &LetterSpec) -> Result<Signature, LetterError> {
        let closing =
            self.text(&spec.closing, Role::Closing, Field::Closing, FEW_LINES)?.into_iter().flatten().collect();
        let texts = printed_lines(std::slice::from_ref(&spec.sender.name), Field::Sender)?;
        limit(Field::Sender, texts.len(), FEW_LINES)?;
        let block =
            Fixed { role: Role::Name, field: Field::Sender, width: self.geometry.measure(), sizes: BLOCK_SIZES };
        let x = self.geometry.left;
        let name = self.fixed(&texts, &block)?.into_iter().map(|line| Line { x, ..line }).collect();
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
            match blocks.last_mut() {
                Some(block) if open => block.extend(lines),
                _ => blocks.push(lines),
            }
            open = true;
        }
        for block in &mut blocks {
            if let Some(line) = block.first_mut() {
                line.opens = true;
            }
        }
        Ok(blocks)
    }

    /// A typed line broken into lines of the column, at most `most`.
    fn broken(&mut self, typed: &str, role: Role, field: Field, most: usize) -> Result<Vec<Line>, LetterError> {
        let source = breakable(typed, self.lang);
        let runs = self.shaper.shape(&source.text, field)?;
        let paragraph = Paragraph::new(&source, &runs, BODY, self.hyphen.unwrap_or(0), self.hyphens);
        let measure = i64::from(self.geometry.measure()) * 1_000;
        let cuts = first_fit(&paragraph, measure, most);
        cuts.into_iter()
            .map(|cut| {
                let text = source.text.get(cut.start..cut.end).unwrap_or_default();
                self.set(text, cut.hyphen && self.hyphen.is_some(), role, field)
            })
            .collect()
    }

    /// A line of running text; a hyphen at its end is drawn as a hyphen and read as a soft one.
    fn set(&mut self, text: &str, hyphen: bool, role: Role, field: Field) -> Result<Line, LetterError> {
        let shown = if hyphen { format!("{text}-") } else { text.to_owned() };
        let mut runs = self.shaper.shape(&shown, field)?;
        let mut read = shown;
        if hyphen {
            read.pop();
            read.push(crate::clean::SOFT_HYPHEN);
            if let Some(glyph) = runs.last_mut().and_then(|run| run.glyphs.last_mut()) {
                glyph.len += 1;
            }
        }
        Ok(Line { role, opens: false, x: self.geometry.left, y: 0, size: BODY, text: read, runs })
    }

    /// The page numbers, if there is more than one page.
    fn folios(&mut self, pages: &mut [Page]) -> Result<(), LetterError> {
        let count = pages.len();
        if count < 2 {
            return Ok(());
        }
        for (index, page) in pages.iter_mut().enumerate() {
            let line = self.line(&format!("{} / {count}", index + 1), Role::Folio, FOLIO, Field::Body)?;
            let x = self.geometry.paper.width() - self.geometry.right - line.width();
            let y = self.geometry.paper.height() - FOLIO_UP;
            page.items.push(Item::Line(Line { x, y, opens: true, ..line }));
        }
        Ok(())
    }
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
