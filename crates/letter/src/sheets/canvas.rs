//! Pages being filled: text, rules, codes at their places, each in the element that says what it is.

mod codes;
mod measures;
mod mirror;
mod text;
mod within;

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Drawing, Element, Ink, Item, Page, Rule, Size, Structure, Tag};
use crate::order::Base;

use super::lines::Lines;
use super::spec::Stock;
pub(super) use measures::{BOTTOM, CODE, EDGE, Place, SIDE, TOP, Type};

/// Pages of one document, being filled.
pub(super) struct Canvas<'f> {
    lines: Lines<'f>,
    stock: Stock,
    pub size: Size,
    pages: Vec<Page>,
    structure: Structure,
    within: Vec<u32>,
    /// The language of what is being set.
    lang: String,
    /// Whether everything has its place on the paper whatever the language: labels, windows.
    fixed: bool,
}

impl<'f> Canvas<'f> {
    /// A canvas with one empty page of the paper's size.
    pub fn new(stock: &Stock, fonts: &'f Fonts) -> Self {
        Self::of_size(stock, Size::from(stock.paper), fonts)
    }

    /// A canvas with one empty page of a size of its own.
    pub fn of_size(stock: &Stock, size: Size, fonts: &'f Fonts) -> Self {
        Self {
            lines: Lines::new(fonts),
            lang: stock.lang.clone(),
            stock: stock.clone(),
            size,
            pages: vec![Page::default()],
            structure: Structure::default(),
            within: Vec::new(),
            fixed: false,
        }
    }

    /// The same, with everything at its place whatever the language. Only lines that run from right to left end where others
    /// begin.
    pub fn fixed(self) -> Self {
        Self { fixed: true, ..self }
    }

    /// The finished document: turned around if its language runs from right to left.
    ///
    /// # Errors
    /// [`LetterError::SheetFull`] if anything stands beside the paper: a text had no end.
    pub fn finish(mut self) -> Result<Document, LetterError> {
        if !self.fixed && Base::of_language(&self.stock.lang) == Base::RightToLeft {
            mirror::mirror(&mut self.pages, self.size.width);
        }
        within::within(Document {
            lang: self.stock.lang,
            title: self.stock.title,
            date: self.stock.date,
            size: self.size,
            pages: self.pages,
            structure: self.structure,
        })
    }

    /// The width between the sides' margins.
    pub const fn measure(&self) -> i32 {
        self.size.width - 2 * SIDE
    }

    /// Where text ends at the page's foot.
    pub const fn bottom(&self) -> i32 {
        self.size.height - BOTTOM
    }

    /// The next page.
    pub fn turn(&mut self) {
        self.pages.push(Page::default());
    }

    /// Where this page's content begins. Marked pages have the sheet's edge: the airmail edge of the site as a double rule, because
    /// toner prints stripes badly.
    pub fn edge(&mut self) {
        let (x, width) = (SIDE / 2, self.size.width - SIDE);
        self.rule(Rule { x, y: 8_000, width, height: 500, ink: Ink::Black });
        self.rule(Rule { x, y: 9_000, width, height: 150, ink: Ink::Black });
    }

    /// The black edge of mourning post, in its place.
    pub fn black_edge(&mut self) {
        let (near, thick) = (EDGE + 1_000, 2_500);
        let (width, height) = (self.size.width - 2 * near, self.size.height - 2 * near);
        for (x, y, width, height) in [
            (near, near, width, thick),
            (near, near + height - thick, width, thick),
            (near, near + thick, thick, height - 2 * thick),
            (near + width - thick, near + thick, thick, height - 2 * thick),
        ] {
            self.rule(Rule { x, y, width, height, ink: Ink::Black });
        }
    }

    /// What `paint` paints stands in a new element.
    pub fn element<T>(
        &mut self,
        tag: Tag,
        paint: impl FnOnce(&mut Self) -> Result<T, LetterError>,
    ) -> Result<T, LetterError> {
        let parent = self.within.last().copied();
        let element = Element { tag, parent, alt: String::new(), lang: String::new() };
        self.inside(element, paint)
    }

    /// What `paint` paints is a picture with these words for those who do not see it.
    pub fn figure<T>(
        &mut self,
        alt: &str,
        paint: impl FnOnce(&mut Self) -> Result<T, LetterError>,
    ) -> Result<T, LetterError> {
        let parent = self.within.last().copied();
        self.inside(Element { tag: Tag::Figure, parent, alt: alt.to_owned(), lang: String::new() }, paint)
    }

    fn inside<T>(
        &mut self,
        element: Element,
        paint: impl FnOnce(&mut Self) -> Result<T, LetterError>,
    ) -> Result<T, LetterError> {
        let number = self.structure.push(element);
        self.within.push(number);
        let done = paint(self);
        self.within.pop();
        done
    }

    /// What is being painted belongs to no element: it is there for the eye only.
    pub fn unread<T>(&mut self, paint: impl FnOnce(&mut Self) -> Result<T, LetterError>) -> Result<T, LetterError> {
        let within = std::mem::take(&mut self.within);
        let done = paint(self);
        self.within = within;
        done
    }

    /// Sets in another language.
    pub fn speaking<T>(
        &mut self,
        lang: &str,
        paint: impl FnOnce(&mut Self) -> Result<T, LetterError>,
    ) -> Result<T, LetterError> {
        let before = std::mem::replace(&mut self.lang, lang.to_owned());
        let done = paint(self);
        self.lang = before;
        done
    }

    /// A bar. Never read aloud.
    pub fn rule(&mut self, rule: Rule) {
        self.paint(Item::Rule(rule));
    }

    /// A thin horizontal rule.
    pub fn line(&mut self, place: Place, ink: Ink, height: i32) {
        self.rule(Rule { x: place.x, y: place.y, width: place.width, height, ink });
    }

    /// A drawing in the element that is open.
    pub fn drawing(&mut self, drawing: Drawing) {
        let element = self.within.last().copied();
        self.paint(Item::Drawing(Drawing { element, ..drawing }));
    }

    /// The element that is open.
    pub fn open_element(&self) -> Option<u32> {
        self.within.last().copied()
    }

    /// Something painted, as it is.
    pub fn paint(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }
}
