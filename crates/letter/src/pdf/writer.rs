//! Documents, one after the other, into one file.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::codes::Codes;
use super::content::{Content, Painter, bounds, points};
use super::file::File;
use super::metadata::Meta;
use super::outline::Outline;
use super::pages::Pages;
use super::syntax::{Ref, Syntax};
use super::tree::{Marked, Tree};
use super::{base, srgb};
use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Line, Shared, Size};

/// Writes documents into one PDF file as they come: pages go to the sink when they are added, so that memory stays the same
/// from a hundred letters to five thousand.
///
/// Each font is subset and embedded once, at the end, for the whole file. A shared block is in the file once. After an error
/// the file is of no use.
pub struct Writer<W> {
    file: File<W>,
    fonts: Fonts,
    meta: Meta,
    codes: Codes,
    pages: Pages,
    tree: Tree,
    outline: Outline,
    /// The forms of shared blocks by where the block is in memory, which is theirs as long as it is kept.
    forms: BTreeMap<usize, (u32, Arc<Vec<Line>>)>,
    /// The forms' objects by their numbers.
    form_objects: Vec<Ref>,
    /// The streams of pages by their hash.
    streams: BTreeMap<[u8; 32], Ref>,
    /// What pages and forms may name. A form's own resources are the fonts alone.
    resources: Ref,
    font_resources: Ref,
}

impl<W: Write> Writer<W> {
    /// Begins a file. `fonts` are the ones that all documents were set with.
    ///
    /// # Errors
    ///
    /// [`LetterError::Pdf`] if the sink takes nothing.
    pub fn new(sink: W, meta: Meta, fonts: &Fonts) -> Result<Self, LetterError> {
        Ok(Self::of(File::new(sink)?, meta, fonts))
    }

    /// Begins a file that is compressed and written on a thread of its own while pages are set: the same bytes in half the time,
    /// where there is a second core. Not in a browser, which has no threads.
    ///
    /// # Errors
    ///
    /// [`LetterError::Pdf`] if the sink takes nothing or no thread can be started.
    pub fn on_a_thread(sink: W, meta: Meta, fonts: &Fonts) -> Result<Self, LetterError>
    where
        W: Send + 'static,
    {
        Ok(Self::of(File::on_a_thread(sink)?, meta, fonts))
    }

    fn of(mut file: File<W>, meta: Meta, fonts: &Fonts) -> Self {
        let (pages, tree) = (Pages::new(&mut file), Tree::new(&mut file));
        let (resources, font_resources) = (file.reserve(), file.reserve());
        Self {
            file,
            fonts: fonts.clone(),
            meta,
            codes: Codes::new(),
            pages,
            tree,
            outline: Outline::default(),
            forms: BTreeMap::new(),
            form_objects: Vec::new(),
            streams: BTreeMap::new(),
            resources,
            font_resources,
        }
    }

    /// What is added from here on stands in a chapter: a bookmark around the bookmarks that follow.
    pub fn chapter(&mut self, title: &str) {
        self.outline.chapter(title);
    }

    /// Adds a letter or a sheet, with a bookmark to its first page if it has a title.
    ///
    /// # Errors
    ///
    /// [`LetterError::BadFont`] if it was set with other fonts, [`LetterError::Pdf`] if its structure is broken or the sink
    /// takes no more.
    pub fn add(&mut self, document: &Document, bookmark: Option<&str>) -> Result<(), LetterError> {
        self.add_copies(document, 1, bookmark)
    }

    /// Adds a document several times. What the copies have in common, all that is painted, is in the file once.
    ///
    /// # Errors
    ///
    /// As [`Self::add`].
    pub fn add_copies(
        &mut self,
        document: &Document,
        copies: usize,
        bookmark: Option<&str>,
    ) -> Result<(), LetterError> {
        let mut contents = self.paint(document)?;
        let mut streams = Vec::with_capacity(contents.len());
        for content in &mut contents {
            streams.push(self.stream(std::mem::take(&mut content.operators))?);
        }
        let lang = Some(document.lang.as_str()).filter(|lang| *lang != self.meta.lang);
        let marked = Marked { document, lang, contents: &contents };
        for copy in 0..copies {
            let pages: Vec<Ref> = contents.iter().map(|_| self.file.reserve()).collect();
            if let Some(first) = pages.first() {
                self.outline.page(*first, bookmark.filter(|_| copy == 0));
            }
            let mut key = self.tree.next_key();
            for ((page, stream), content) in pages.iter().zip(&streams).zip(&contents) {
                let marked = (!content.marks.is_empty()).then_some(key);
                self.page(*page, document.size, Some(*stream), marked)?;
                key += i64::from(marked.is_some());
            }
            self.tree.add(&marked, &pages, &mut self.file)?;
        }
        Ok(())
    }

    /// Adds an empty page, such as the back of a sheet.
    ///
    /// # Errors
    ///
    /// [`LetterError::Pdf`] if the sink takes no more.
    pub fn blank(&mut self, size: Size) -> Result<(), LetterError> {
        let page = self.file.reserve();
        self.page(page, size, None, None)
    }

    /// How many pages there are.
    #[must_use]
    pub const fn pages(&self) -> usize {
        self.pages.count()
    }

    /// Ends the file and gives the sink back.
    ///
    /// # Errors
    ///
    /// [`LetterError::BadFont`] if a font cannot be subset, [`LetterError::Pdf`] if there is no page or the sink takes no more.
    pub fn finish(mut self) -> Result<W, LetterError> {
        if self.pages.count() == 0 {
            return Err(LetterError::Pdf { reason: "a file needs a page: add a document".into() });
        }
        self.write_resources()?;
        let Self { mut file, meta, pages, tree, outline, .. } = self;
        let pages = pages.finish(&mut file)?;
        let tree = tree.finish(&mut file)?;
        let outline = outline.finish(&mut file)?;
        let (profile, xmp, info, catalog) = (file.reserve(), file.reserve(), file.reserve(), file.reserve());
        file.stream(profile, b"/N 3".to_vec(), srgb::profile())?;
        file.bare_stream(xmp, b"/Type/Metadata/Subtype/XML".to_vec(), meta.xmp().into_bytes())?;
        file.put(info, |out| meta.info(out))?;
        file.put(catalog, |out| {
            out.raw("<</Type/Catalog/Pages ").reference(pages).raw("/Metadata ").reference(xmp);
            out.raw("/Lang").text(meta.lang()).raw("/MarkInfo<</Marked true>>/StructTreeRoot ").reference(tree);
            // A letter scaled to fit misses its envelope's window.
            out.raw("/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>");
            out.raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)");
            out.raw("/DestOutputProfile ").reference(profile).raw(">>]");
            if let Some(outline) = outline {
                out.raw("/Outlines ").reference(outline).raw("/PageMode/UseOutlines");
            }
            out.raw(">>");
        })?;
        file.finish(catalog, info)
    }

    /// Every page's operators. Only forms are written, so that a document that is refused leaves no page behind.
    fn paint(&mut self, document: &Document) -> Result<Vec<Content>, LetterError> {
        document.pages.iter().flat_map(|page| &page.items).try_for_each(|item| match item {
            crate::frame::Item::Shared(shared) => self.form(shared),
            _ => Ok(()),
        })?;
        let Self { codes, fonts, forms, .. } = self;
        let form = |shared: &Shared| forms.get(&address(shared)).map(|(number, _)| *number);
        let pages = document.pages.iter();
        pages
            .map(|page| Painter::new(document.size.height, codes, fonts).page(page, &document.structure, form))
            .collect()
    }

    /// The stream of a page's operators, which is in the file once however often the page is added.
    fn stream(&mut self, operators: Vec<u8>) -> Result<Ref, LetterError> {
        let digest = Sha256::digest(&operators).into();
        if let Some(stream) = self.streams.get(&digest) {
            return Ok(*stream);
        }
        let stream = self.file.reserve();
        self.file.stream(stream, Vec::new(), operators)?;
        self.streams.insert(digest, stream);
        Ok(stream)
    }

    /// Writes the form of a shared block if there is none yet.
    fn form(&mut self, shared: &Shared) -> Result<(), LetterError> {
        if self.forms.contains_key(&address(shared)) {
            return Ok(());
        }
        let operators = Painter::new(0, &mut self.codes, &self.fonts).block(shared)?;
        let object = self.file.reserve();
        let mut entries = Vec::new();
        entries.raw("/Type/XObject/Subtype/Form/Resources<</Font ").reference(self.font_resources).raw(">>/BBox[");
        bounds(shared).iter().for_each(|edge| {
            entries.thousandths(*edge).raw(" ");
        });
        entries.raw("]");
        self.file.stream(object, entries, operators)?;
        let number = u32::try_from(self.form_objects.len()).unwrap_or(u32::MAX);
        self.form_objects.push(object);
        self.forms.insert(address(shared), (number, shared.block.clone()));
        Ok(())
    }

    fn page(&mut self, page: Ref, size: Size, content: Option<Ref>, key: Option<i64>) -> Result<(), LetterError> {
        let parent = self.pages.add(page, &mut self.file)?;
        let resources = self.resources;
        self.file.put(page, |out| {
            out.raw("<</Type/Page/Parent ").reference(parent).raw("/MediaBox[0 0 ");
            out.thousandths(points(size.width)).raw(" ").thousandths(points(size.height)).raw("]/Resources ");
            out.reference(resources).raw("/Tabs/S");
            if let Some(content) = content {
                out.raw("/Contents ").reference(content);
            }
            if let Some(key) = key {
                out.raw("/StructParents ").int(key);
            }
            out.raw(">>");
        })
    }

    fn write_resources(&mut self) -> Result<(), LetterError> {
        let fonts = base::write_fonts(&self.codes, &self.fonts, &mut self.file)?;
        let (font_resources, forms) = (self.font_resources, &self.form_objects);
        self.file.put(font_resources, |out| {
            out.raw("<<");
            fonts.iter().for_each(|(name, font)| {
                out.name(name).raw(" ").reference(*font);
            });
            out.raw(">>");
        })?;
        self.file.put(self.resources, |out| {
            out.raw("<</Font ").reference(font_resources);
            if !forms.is_empty() {
                out.raw("/XObject<<");
                for (number, form) in forms.iter().enumerate() {
                    out.raw("/X").int(number as i64).raw(" ").reference(*form);
                }
                out.raw(">>");
            }
            out.raw(">>");
        })
    }
}

/// Where a shared block is in memory.
fn address(shared: &Shared) -> usize {
    Arc::as_ptr(&shared.block).addr()
}

impl<W> std::fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("meta", &self.meta).field("pages", &self.pages.count()).finish_non_exhaustive()
    }
}
