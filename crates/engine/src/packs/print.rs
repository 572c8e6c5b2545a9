//! A pack's parts onto pages, in order, into a sink.

use std::io::Write;

use domain::{
    field::{FieldError, Rule},
    pack::{Include, Order},
};
use letter::{
    Document, Fonts, LetterError,
    frame::Page,
    pdf::{Meta, Writer},
    sheets,
};

use super::{
    PackOrder, PackProgress, PrintedPack,
    extras::Extra,
    parts::Parts,
    sheets::{Numbers, Sheets},
};
use crate::EngineError;

/// How many copies are written between two reports of progress.
const AT_ONCE: usize = 20;

/// Some copies of a document in a row.
struct Block {
    /// Its place among the documents.
    document: usize,
    copies: usize,
    bookmark: Option<String>,
    /// The bookmark above, if this block opens one.
    chapter: Option<String>,
    /// What the cover calls it, if it names it beside the letters.
    beside: Option<&'static str>,
    /// The entry whose letters these are.
    entry: Option<usize>,
}

impl Block {
    const fn of(document: usize) -> Self {
        Self { document, copies: 1, bookmark: None, chapter: None, beside: None, entry: None }
    }
}

/// Sets and writes everything.
pub(super) fn write<W: Write + Send + 'static>(
    order: &PackOrder,
    parts: &Parts,
    fonts: &Fonts,
    sink: W,
    progress: impl FnMut(PackProgress),
) -> Result<PrintedPack, EngineError> {
    let mut pile = Pile { order, parts, fonts, documents: Vec::new(), blocks: Vec::new() };
    pile.fill()?;
    let pages = pile.pages();
    pile.written(sink, pages, progress).map_err(failed)?;
    let name = order.code.map_or_else(|| domain::date::iso(parts.contents.date), |code| code.to_string());
    let letters = parts.letters.iter().map(|letter| letter.copies).sum();
    Ok(PrintedPack { pages, letters, file_name: format!("pack-{name}.pdf") })
}

/// A failure of the sink or of the writer.
fn failed(error: LetterError) -> EngineError {
    tracing::error!(%error, "a pack could not be written");
    EngineError::Internal
}

/// What does not fit on a sheet or cannot be set, as an error of the spec's field.
fn does_not_fit(error: &LetterError, field: String, name: &str) -> EngineError {
    let rule = match error {
        LetterError::NoFont { .. } => Rule::FontMissing,
        LetterError::OffTheSheet { .. } => Rule::OffTheSheet,
        LetterError::NoGlyph { .. } | LetterError::TooManyMarks { .. } => Rule::NotPrintable,
        _ => Rule::DoesNotFit,
    };
    EngineError::Invalid(vec![FieldError::with_detail(&field, rule, format!("{name}: {error}"))])
}

/// The pack as it grows.
struct Pile<'p> {
    order: &'p PackOrder,
    parts: &'p Parts,
    fonts: &'p Fonts,
    documents: Vec<Document>,
    blocks: Vec<Block>,
}

impl Pile<'_> {
    const fn sheets(&self) -> Sheets<'_> {
        Sheets { order: self.order, contents: &self.parts.contents, demonstration: self.parts.demonstration }
    }

    /// Everything in its order: cover, test sheet, case sheets, letters, lists and posters, tally sheet, and last what is
    /// printed on other paper. The cover names pages and so is set last.
    fn fill(&mut self) -> Result<(), EngineError> {
        let covered = self.sheets().includes(&Include::Cover);
        if covered {
            let cover = self.add(self.cover(&Numbers::default())?);
            self.blocks.push(Block { bookmark: Some(self.order.words.say("sheet-cover", &[])), ..Block::of(cover) });
        }
        self.extras(Extra::comes_first)?;
        self.case_sheets()?;
        self.letters()?;
        self.extras(|extra| !extra.comes_first() && !extra.comes_last())?;
        self.tally()?;
        self.extras(Extra::comes_last)?;
        // a contents table that fills another page moves all numbers
        for _ in 0..3 {
            if !covered {
                break;
            }
            let before = self.documents.first().map_or(0, Document::page_count);
            let cover = self.cover(&self.numbers())?;
            let cover = self.padded(cover);
            let after = cover.page_count();
            if let Some(first) = self.documents.first_mut() {
                *first = cover;
            }
            if before == after {
                break;
            }
        }
        Ok(())
    }

    /// A document that begins on a right-hand page: printed on both sides it takes whole sheets.
    fn add(&mut self, document: Document) -> usize {
        let document = self.padded(document);
        self.documents.push(document);
        self.documents.len() - 1
    }

    fn padded(&self, mut document: Document) -> Document {
        if self.order.spec.duplex && !document.pages.len().is_multiple_of(2) {
            document.pages.push(Page::default());
        }
        document
    }

    fn cover(&self, numbers: &Numbers) -> Result<Document, EngineError> {
        let sheet = self.sheets().cover(numbers);
        sheets::cover(&sheet, self.fonts).map_err(|error| does_not_fit(&error, "title".into(), &sheet.heading))
    }

    fn case_sheets(&mut self) -> Result<(), EngineError> {
        let mut chapter = Some(self.order.words.say("sheet-case-sheets", &[]));
        for case in &self.parts.cases {
            let refused = |error: LetterError| does_not_fit(&error, "include".into(), &case.name);
            let document = sheets::case_sheet(case, self.fonts).map_err(refused)?;
            let block = Block {
                bookmark: Some(case.name.clone()),
                chapter: chapter.take(),
                beside: Some("sheet-case-sheets"),
                ..Block::of(self.add(document))
            };
            self.blocks.push(block);
        }
        Ok(())
    }

    fn letters(&mut self) -> Result<(), EngineError> {
        let first = self.documents.len();
        for (n, letter) in self.parts.letters.iter().enumerate() {
            let name = self.parts.contents.entries.get(n).map_or("", |entry| &entry.draft.page.case.name);
            let set = letter::layout(&letter.spec, self.fonts);
            let document = set.map_err(|error| does_not_fit(&error, format!("letters[{n}].case"), name))?;
            self.add(document);
        }
        let mut chapter = Some(self.order.words.say("sheet-letters", &[]));
        if self.order.spec.order == Order::ByCase {
            for (n, letter) in self.parts.letters.iter().enumerate() {
                let bookmark = self.parts.contents.entries.get(n).map(|entry| entry.draft.page.case.name.clone());
                let block = Block {
                    copies: letter.copies,
                    bookmark,
                    chapter: chapter.take(),
                    entry: Some(n),
                    ..Block::of(first + n)
                };
                self.blocks.push(block);
            }
            return Ok(());
        }
        let most = self.parts.letters.iter().map(|letter| letter.copies).max().unwrap_or(0);
        for set in 0..most {
            let mut bookmark = Some(self.order.words.say("sheet-set", &[("number", &(set + 1).to_string())]));
            for (n, letter) in self.parts.letters.iter().enumerate().filter(|(_, letter)| letter.copies > set) {
                debug_assert!(letter.copies > set);
                let block = Block {
                    bookmark: bookmark.take(),
                    chapter: chapter.take(),
                    entry: Some(n),
                    ..Block::of(first + n)
                };
                self.blocks.push(block);
            }
        }
        Ok(())
    }

    /// The further sheets that `wanted` says, those of a kind together.
    fn extras(&mut self, wanted: impl Fn(&Extra) -> bool) -> Result<(), EngineError> {
        let mut before = "";
        for extra in self.parts.extras.iter().filter(|extra| wanted(extra)) {
            let set = extra.set(self.fonts, self.order.spec.duplex);
            let document = set.map_err(|error| does_not_fit(&error, extra.field.clone(), &extra.name))?;
            let opens = extra.kind != before;
            before = extra.kind;
            let chapter = opens.then(|| self.order.words.say(extra.kind, &[]));
            // a kind of one sheet needs no bookmark below its own
            let bookmark = Some(extra.name.clone()).filter(|name| chapter.as_ref() != Some(name));
            let block = Block {
                copies: extra.copies,
                bookmark,
                chapter,
                beside: Some(extra.kind),
                ..Block::of(self.add(document))
            };
            self.blocks.push(block);
        }
        Ok(())
    }

    fn tally(&mut self) -> Result<(), EngineError> {
        let Some(tally) = &self.parts.tally else { return Ok(()) };
        let set = sheets::tally(tally, self.fonts);
        let document = set.map_err(|error| does_not_fit(&error, "include".into(), &tally.heading))?;
        let bookmark = Some(self.order.words.say("sheet-tally", &[]));
        // at the level of the chapters
        let block = Block { chapter: bookmark, beside: Some("sheet-tally"), ..Block::of(self.add(document)) };
        self.blocks.push(block);
        Ok(())
    }

    fn pages_of(&self, block: &Block) -> usize {
        self.documents.get(block.document).map_or(0, Document::page_count) * block.copies
    }

    fn pages(&self) -> usize {
        self.blocks.iter().map(|block| self.pages_of(block)).sum()
    }

    /// Where everything stands.
    fn numbers(&self) -> Numbers {
        let mut numbers = Numbers { letters: vec![(0, 0); self.parts.letters.len()], ..Numbers::default() };
        let mut page = 1;
        for block in &self.blocks {
            let next = page + self.pages_of(block);
            if let Some(range) = block.entry.and_then(|n| numbers.letters.get_mut(n)) {
                *range = (if range.0 == 0 { page } else { range.0 }, next - 1);
            }
            if let Some(key) = block.beside {
                match numbers.besides.last_mut() {
                    Some((same, _, last)) if *same == key => *last = next - 1,
                    _ => numbers.besides.push((key, page, next - 1)),
                }
            }
            page = next;
        }
        numbers.pages = page - 1;
        numbers.paper = if self.order.spec.duplex { numbers.pages.div_ceil(2) } else { numbers.pages };
        numbers
    }

    /// Page after page into the sink.
    fn written<W: Write + Send + 'static>(
        &self,
        sink: W,
        of: usize,
        mut progress: impl FnMut(PackProgress),
    ) -> Result<(), LetterError> {
        let stock = self.sheets().stock(self.order.spec.title.trim().to_owned());
        let meta = Meta { title: stock.title, lang: stock.lang, date: stock.date };
        let mut writer = Writer::on_a_thread(sink, meta, self.fonts)?;
        for block in &self.blocks {
            let Some(document) = self.documents.get(block.document) else { continue };
            if let Some(chapter) = &block.chapter {
                writer.chapter(chapter);
            }
            let (mut left, mut bookmark) = (block.copies, block.bookmark.as_deref());
            while left > 0 {
                let now = left.min(AT_ONCE);
                writer.add_copies(document, now, bookmark.take())?;
                left -= now;
                progress(PackProgress { pages: writer.pages(), of });
            }
        }
        writer.finish()?.flush().map_err(|error| LetterError::Pdf { reason: error.to_string() })
    }
}
