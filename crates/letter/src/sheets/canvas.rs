//! Pages being filled: text, rules, codes at their places, each in the element that says what it is.

use crate::error::LetterError;
use crate::fonts::{Fonts, Style};
use crate::frame::{Document, Drawing, Element, Ink, Item, Line, Page, Path, Rule, Size, Step, Structure, Tag};

use super::code::modules;
use super::lines::Lines;
use super::spec::{Code, NativeName, Stock};

/// What is asked of every sheet: nothing within 5 mm of the edge, because office printers do not reach it.
pub(super) const EDGE: i32 = 5_000;
/// From the paper's side to the text.
pub(super) const SIDE: i32 = 18_000;
/// From the paper's top to the first line's top.
pub(super) const TOP: i32 = 20_000;
/// From the paper's bottom to the end of the text.
pub(super) const BOTTOM: i32 = 12_000;
/// The side of a QR code; 25 mm is the least that a telephone reads with ease.
pub(super) const CODE: i32 = 28_000;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub style: Style,
    /// In tenths of a point.
    pub size: i32,
    /// From baseline to baseline, in tenths of a point.
    pub leading: i32,
    pub ink: Ink,
}

impl Type {
    pub const H1: Self = Self::new(Style::LabelBold, 260, 281, Ink::Black);
    pub const H2: Self = Self::new(Style::LabelBold, 125, 145, Ink::Black);
    pub const NATIVE: Self = Self::new(Style::Label, 140, 180, Ink::Black);
    pub const LABEL: Self = Self::new(Style::Label, 90, 117, Ink::Grey);
    pub const BODY: Self = Self::new(Style::Book, 105, 152, Ink::Black);
    pub const LEDGER: Self = Self::new(Style::Label, 100, 130, Ink::Black);
    pub const LEDGER_HEAD: Self = Self::new(Style::Label, 100, 130, Ink::Grey);
    pub const LEDGER_BOLD: Self = Self::new(Style::LabelBold, 100, 130, Ink::Black);

    pub const fn new(style: Style, size: i32, leading: i32, ink: Ink) -> Self {
        Self { style, size, leading, ink }
    }

    /// The same at another size, with the leading in proportion.
    pub const fn sized(self, size: i32) -> Self {
        Self { size, leading: self.leading * size / self.size, ..self }
    }

    /// The leading in micrometres.
    pub const fn line_height(self) -> i32 {
        micrometres(self.leading)
    }

    /// From a line's top to its baseline, in micrometres: half of what the leading adds, then the letters' height.
    pub const fn baseline(self) -> i32 {
        micrometres((self.leading - self.size) / 2 + self.size * 78 / 100)
    }
}

/// Tenths of a point in micrometres: 72 points are 25,400.
const fn micrometres(tenths: i32) -> i32 {
    tenths * 25_400 / 720
}

/// Where a text goes: its left end, its first line's top, how wide it may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub x: i32,
    pub y: i32,
    pub width: i32,
}

impl Place {
    pub const fn new(x: i32, y: i32, width: i32) -> Self {
        Self { x, y, width }
    }

    pub const fn at(self, y: i32) -> Self {
        Self { y, ..self }
    }
}

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
        }
    }

    /// The finished document.
    pub fn finish(self) -> Document {
        Document {
            lang: self.stock.lang,
            title: self.stock.title,
            date: self.stock.date,
            size: self.size,
            pages: self.pages,
            structure: self.structure,
        }
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
            Err(LetterError::NoGlyph { .. }) => Ok(Vec::new()),
            lines => lines,
        }
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
            self.put(line, ty, place.x, y);
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
        for size in sizes {
            fitting = ty.sized(*size);
            let mut widest = 0;
            for word in text.split_whitespace() {
                widest = widest.max(self.width(word, fitting)?);
            }
            if widest <= width && self.broken(text, fitting, width)?.len() <= most {
                break;
            }
        }
        Ok(fitting)
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

    /// A QR code of a side, and its words below it. Gives where the next may begin.
    pub fn code(&mut self, code: &Code, side: i32, place: Place) -> Result<i32, LetterError> {
        let quiet = self.modules(code, side, place)?;
        self.paragraph(&code.caption, Type::LABEL, place.at(place.y + side + quiet - 600))
    }

    /// A QR code with its words at its side, their last line level with its foot.
    pub fn code_beside(&mut self, code: &Code, side: i32, place: Place) -> Result<(), LetterError> {
        let quiet = self.modules(code, side, place)?;
        let (x, width) = (place.x + side + quiet, place.width - side - quiet);
        let height = self.height(&code.caption, Type::LABEL, width)?;
        self.paragraph(&code.caption, Type::LABEL, Place::new(x, place.y + (side - height).max(0), width)).map(drop)
    }

    /// The code's modules. Gives how much white has to stay around it.
    fn modules(&mut self, code: &Code, side: i32, place: Place) -> Result<i32, LetterError> {
        let found = modules(&code.url).ok_or_else(|| LetterError::SheetFull { part: code.url.clone() })?;
        let module = |n: i32| n * side / found.side;
        let mut steps = Vec::with_capacity(found.bars.len() * 5);
        for (row, column, length) in &found.bars {
            let (left, right) = (place.x + module(*column), place.x + module(column + length));
            let (top, bottom) = (place.y + module(*row), place.y + module(row + 1));
            steps.extend([
                Step::Move(left, top),
                Step::Line(right, top),
                Step::Line(right, bottom),
                Step::Line(left, bottom),
                Step::Close,
            ]);
        }
        let path = Path { steps, fill: Some(Ink::Black), ..Path::default() };
        self.figure(&code.alt, |canvas| {
            canvas.drawing(Drawing { paths: vec![path], ..Drawing::default() });
            Ok(())
        })?;
        // four modules, or no telephone finds it (ISO/IEC 18004)
        Ok(module(4))
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
