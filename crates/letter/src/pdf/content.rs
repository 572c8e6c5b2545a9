//! What stands on a page as PDF operators, all of it marked: as part of an element, or as an artifact.

mod text;

use super::codes::Codes;
use super::syntax::Syntax;
use super::tree;
use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Clip, Drawing, Ink, Item, Page, Path, Placed, Rule, Shared, Step, Structure};

/// Writes the operators of one page or one form.
pub(super) struct Painter<'p> {
    fonts: &'p Fonts,
    codes: &'p mut Codes,
    /// The page's height in micrometres: PDF counts from the bottom.
    height: i32,
    out: Vec<u8>,
    state: State,
    /// The line matrix of the open text object in thousandths of a point; none outside of one.
    text: Option<(i64, i64)>,
    marked: Option<Mark>,
}

/// What operators have set so far; none is unknown.
#[derive(Clone, Copy, Default)]
struct State {
    font: Option<(u8, i32)>,
    fill: Option<Ink>,
    stroke: Option<Ink>,
    width: Option<i32>,
}

/// What the open stretch of marked content belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Element(u32),
    Artifact,
}

/// A page's operators, and the elements that its stretches of marked content belong to.
#[derive(Default)]
pub(super) struct Content {
    /// The operators.
    pub operators: Vec<u8>,
    /// The element of each stretch, by the stretch's number.
    pub marks: Vec<u32>,
}

impl<'p> Painter<'p> {
    pub fn new(height: i32, codes: &'p mut Codes, fonts: &'p Fonts) -> Self {
        Self { fonts, codes, height, out: Vec::new(), state: State::default(), text: None, marked: None }
    }

    /// The operators of a page; `form` gives the name of the form of a shared block.
    pub fn page(
        mut self,
        page: &Page,
        structure: &Structure,
        mut form: impl FnMut(&Shared) -> Option<u32>,
    ) -> Result<Content, LetterError> {
        let mut marks = Vec::new();
        for item in &page.items {
            match item {
                Item::Line(line) => {
                    self.begin_text();
                    self.mark(line.element, structure, &mut marks)?;
                    self.line(&Placed { x: line.x, y: line.y, element: line.element, line })?;
                }
                Item::Shared(shared) => {
                    if let Some(number) = form(shared) {
                        self.end_text();
                        self.mark(shared.element, structure, &mut marks)?;
                        self.form(number, shared.x, shared.y);
                    } else {
                        self.begin_text();
                        self.mark(shared.element, structure, &mut marks)?;
                        shared.lines().try_for_each(|placed| self.line(&placed))?;
                    }
                }
                Item::Rule(rule) => {
                    self.end_text();
                    self.mark(None, structure, &mut marks)?;
                    self.rule(rule);
                }
                Item::Drawing(drawing) => {
                    self.end_text();
                    self.mark(drawing.element, structure, &mut marks)?;
                    self.drawing(drawing);
                }
            }
        }
        self.end_text();
        self.unmark();
        Ok(Content { operators: self.out, marks })
    }

    /// The operators of a shared block, which is marked where it is painted. Its own origin is the page's top left corner.
    pub fn block(mut self, shared: &Shared) -> Result<Vec<u8>, LetterError> {
        self.begin_text();
        for line in shared.block.iter() {
            self.line(&Placed { x: line.x, y: line.y, element: None, line })?;
        }
        self.end_text();
        Ok(self.out)
    }

    /// Goes on as a part of an element, or as an artifact.
    fn mark(&mut self, element: Option<u32>, structure: &Structure, marks: &mut Vec<u32>) -> Result<(), LetterError> {
        let wanted = element.map_or(Mark::Artifact, Mark::Element);
        if self.marked == Some(wanted) {
            return Ok(());
        }
        self.unmark();
        if let Some(number) = element {
            let element = structure.elements.get(number as usize).ok_or_else(|| unknown(number))?;
            self.out.name(tree::name(element.tag)).raw("<</MCID ").int(marks.len() as i64).raw(">>BDC\n");
            marks.push(number);
        } else {
            self.out.raw("/Artifact BMC\n");
        }
        self.marked = Some(wanted);
        Ok(())
    }

    fn unmark(&mut self) {
        if self.marked.take().is_some() {
            self.out.raw("EMC\n");
        }
    }

    /// Marked content lies wholly inside or outside of a text object.
    fn begin_text(&mut self) {
        if self.text.is_none() {
            self.unmark();
            self.out.raw("BT\n");
            self.text = Some((0, 0));
        }
    }

    fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.unmark();
            self.out.raw("ET\n");
        }
    }

    fn form(&mut self, number: u32, x: i32, y: i32) {
        let y = self.up(y);
        self.out.raw("q 1 0 0 1 ").thousandths(points(x)).raw(" ").thousandths(y);
        self.out.raw(" cm/X").int(number.into()).raw(" Do Q\n");
    }

    /// How far above the page's bottom a place is, in thousandths of a point.
    fn up(&self, y: i32) -> i64 {
        points(self.height.saturating_sub(y))
    }

    fn rule(&mut self, rule: &Rule) {
        self.fill(rule.ink);
        self.rectangle(&Clip { x: rule.x, y: rule.y, width: rule.width, height: rule.height });
        self.out.raw("f\n");
    }

    fn drawing(&mut self, drawing: &Drawing) {
        let before = self.state;
        if let Some(clip) = &drawing.clip {
            self.out.raw("q ");
            self.rectangle(clip);
            self.out.raw("W n\n");
        }
        drawing.paths.iter().for_each(|path| self.path(path));
        if drawing.clip.is_some() {
            self.out.raw("Q\n");
            self.state = before;
        }
    }

    fn rectangle(&mut self, clip: &Clip) {
        let bottom = self.up(clip.y.saturating_add(clip.height));
        self.out.thousandths(points(clip.x)).raw(" ").thousandths(bottom).raw(" ");
        self.out.thousandths(points(clip.width)).raw(" ").thousandths(points(clip.height)).raw(" re ");
    }

    fn path(&mut self, path: &Path) {
        let paint = match (path.fill, path.stroke) {
            (Some(_), Some(_)) => "B\n",
            (Some(_), None) => "f\n",
            (None, Some(_)) => "S\n",
            (None, None) => return,
        };
        if path.steps.is_empty() {
            return;
        }
        if let Some(ink) = path.fill {
            self.fill(ink);
        }
        if let Some(ink) = path.stroke {
            self.stroke(ink, path.width);
        }
        for step in &path.steps {
            self.step(step);
        }
        self.out.raw(paint);
    }

    fn step(&mut self, step: &Step) {
        match *step {
            Step::Move(x, y) => self.point(x, y).raw("m\n"),
            Step::Line(x, y) => self.point(x, y).raw("l\n"),
            Step::Curve(x1, y1, x2, y2, x, y) => {
                self.point(x1, y1);
                self.point(x2, y2);
                self.point(x, y).raw("c\n")
            }
            Step::Close => self.out.raw("h\n"),
        };
    }

    /// A drawing's point, to a hundredth of a point: 3.5 micrometres.
    fn point(&mut self, x: i32, y: i32) -> &mut Vec<u8> {
        let hundredth = |length: i64| (length + 5).div_euclid(10) * 10;
        let y = self.up(y);
        self.out.thousandths(hundredth(points(x))).raw(" ").thousandths(hundredth(y)).raw(" ");
        &mut self.out
    }

    fn fill(&mut self, ink: Ink) {
        if self.state.fill != Some(ink) {
            self.state.fill = Some(ink);
            self.colour(ink, "g\n", "rg\n");
        }
    }

    fn stroke(&mut self, ink: Ink, width: i32) {
        if self.state.stroke != Some(ink) {
            self.state.stroke = Some(ink);
            self.colour(ink, "G\n", "RG\n");
        }
        if self.state.width != Some(width) {
            self.state.width = Some(width);
            self.out.thousandths(points(width)).raw(" w\n");
        }
    }

    fn colour(&mut self, ink: Ink, grey: &str, rgb: &str) {
        let part = |part: u8| (i64::from(part) * 2_000 + 255) / 510;
        let [red, green, blue] = ink.rgb();
        if red == green && green == blue {
            self.out.thousandths(part(red)).raw(" ").raw(grey);
        } else {
            self.out.thousandths(part(red)).raw(" ").thousandths(part(green)).raw(" ");
            self.out.thousandths(part(blue)).raw(" ").raw(rgb);
        }
    }
}

fn unknown(element: u32) -> LetterError {
    LetterError::Pdf { reason: format!("the structure has no element {element}") }
}

/// Micrometres in thousandths of a point, rounded to the nearest: 25,400 micrometres are 72 points.
pub(super) fn points(length: i32) -> i64 {
    (i64::from(length) * 72_000 + 12_700).div_euclid(25_400)
}

/// The rectangle around a shared block in thousandths of a point from its origin, with room for what leaves the lines.
pub(super) fn bounds(shared: &Shared) -> [i64; 4] {
    let lines = || shared.block.iter();
    let room = lines().map(|line| i64::from(line.size) * 200).max().unwrap_or(0);
    let left = lines().map(|line| points(line.x)).min().unwrap_or(0) - room;
    let right = lines().map(|line| points(line.x.saturating_add(line.width()))).max().unwrap_or(0) + room;
    let top = lines().map(|line| points(line.y)).min().unwrap_or(0) - room;
    let bottom = lines().map(|line| points(line.y)).max().unwrap_or(0) + room;
    [left, -bottom, right, -top]
}

/// What a page holds of a figure: the rectangle in thousandths of a point, from the page's bottom left.
pub(super) fn rectangle(clip: &Clip, height: i32) -> [i64; 4] {
    let (right, bottom) = (clip.x.saturating_add(clip.width), clip.y.saturating_add(clip.height));
    let up = |y: i32| points(height.saturating_sub(y));
    [points(clip.x), up(bottom), points(right), up(clip.y)]
}
