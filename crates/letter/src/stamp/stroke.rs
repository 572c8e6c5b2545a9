//! Lines and curves, and how they are cut at the edge of the face.

use super::{
    FACE,
    turning::{cosine, sine, times},
};

/// A place on the face, from its upper left corner; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Downwards.
    pub y: i32,
}

/// A step of the graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Straight to a place.
    Line(Point),
    /// Along a quadratic curve, pulled by the first place, to the second. The control points of the same curve written as a
    /// cubic lie two thirds of the way from either end to the first place.
    Curve(Point, Point),
}

/// One line, engraved without lifting the graver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Where it begins.
    pub start: Point,
    /// Where it goes.
    pub steps: Vec<Step>,
}

impl Point {
    /// The place at these coordinates.
    pub(super) const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }

    /// Half-way between two places.
    pub(super) const fn middle(self, other: Self) -> Self {
        Self::new(i32::midpoint(self.x, other.x), i32::midpoint(self.y, other.y))
    }

    /// The place turned about another, clockwise, by an angle in parts of `ONE`.
    pub(super) fn turned(self, about: Self, angle: i32) -> Self {
        let (dx, dy, sin, cos) = (self.x - about.x, self.y - about.y, sine(angle), cosine(angle));
        Self::new(about.x + times(dx, cos) - times(dy, sin), about.y + times(dx, sin) + times(dy, cos))
    }

    const fn is_inside(self) -> bool {
        0 <= self.x && self.x <= FACE.0 && 0 <= self.y && self.y <= FACE.1
    }
}

impl Step {
    /// Where it ends.
    #[must_use]
    pub const fn end(self) -> Point {
        match self {
            Self::Line(to) | Self::Curve(_, to) => to,
        }
    }

    /// Whether nothing of it, begun at `from`, is to be seen: all of it lies beyond one edge.
    pub(super) fn is_beyond(self, from: Point) -> bool {
        let points = match self {
            Self::Line(to) => [from, to, to],
            Self::Curve(via, to) => [from, via, to],
        };
        let all = |beyond: fn(&Point) -> bool| points.iter().all(beyond);
        all(|p| p.x < 0) || all(|p| p.x > FACE.0) || all(|p| p.y < 0) || all(|p| p.y > FACE.1)
    }
}

impl Stroke {
    /// A straight line, cut at the edge; nothing when none of it is on the face.
    pub(super) fn line(from: Point, to: Point) -> Option<Self> {
        cut(from, to).map(|(start, end)| Self { start, steps: vec![Step::Line(end)] })
    }

    /// A soft closed curve: the corners pull, the middles of the sides lie on it. With even corners every pull is the mirror
    /// image of the one before, which a browser can be told in two numbers.
    pub(super) fn closed(corners: &[Point]) -> Option<Self> {
        let (first, last) = (*corners.first()?, *corners.last()?);
        let next = corners.iter().skip(1).copied().chain([first]);
        let steps = corners.iter().zip(next).map(|(corner, next)| Step::Curve(*corner, corner.middle(next))).collect();
        Some(Self { start: last.middle(first), steps })
    }

    /// The stroke turned about a place.
    pub(super) fn turned(&self, about: Point, angle: i32) -> Self {
        let turn = |point: Point| point.turned(about, angle);
        let step = |step: &Step| match *step {
            Step::Line(to) => Step::Line(turn(to)),
            Step::Curve(via, to) => Step::Curve(turn(via), turn(to)),
        };
        Self { start: turn(self.start), steps: self.steps.iter().map(step).collect() }
    }
}

/// What of the strokes is on the face. A curve across the edge becomes short lines there; all others stay curves.
pub fn within_face(strokes: &[Stroke]) -> Vec<Stroke> {
    let mut kept: Vec<Stroke> = Vec::new();
    for stroke in strokes {
        let mut at = stroke.start;
        let mut pen = None;
        for step in &stroke.steps {
            for (from, piece) in pieces(at, *step) {
                match kept.last_mut().filter(|_| pen == Some(from)) {
                    Some(line) => line.steps.push(piece),
                    None => kept.push(Stroke { start: from, steps: vec![piece] }),
                }
                pen = Some(piece.end());
            }
            at = step.end();
        }
    }
    kept
}

/// The parts of one step that are on the face, each with its beginning.
fn pieces(from: Point, step: Step) -> Vec<(Point, Step)> {
    const PARTS: i32 = 8;
    if step.is_beyond(from) {
        return Vec::new();
    }
    match step {
        Step::Line(to) => cut(from, to).map(|(a, b)| (a, Step::Line(b))).into_iter().collect(),
        Step::Curve(via, to) if from.is_inside() && via.is_inside() && to.is_inside() => vec![(from, step)],
        Step::Curve(via, to) => {
            let at = |part: i32| {
                let (a, b, c) = ((PARTS - part) * (PARTS - part), 2 * part * (PARTS - part), part * part);
                let on = |p: i32, q: i32, r: i32| (a * p + b * q + c * r) / (PARTS * PARTS);
                Point::new(on(from.x, via.x, to.x), on(from.y, via.y, to.y))
            };
            let lines = (0..PARTS).filter_map(|part| cut(at(part), at(part + 1)));
            lines.map(|(a, b)| (a, Step::Line(b))).collect()
        }
    }
}

/// The part of a straight line that is on the face, by Liang and Barsky.
fn cut(from: Point, to: Point) -> Option<(Point, Point)> {
    const FINE: i64 = 1 << 20;
    let (dx, dy) = (i64::from(to.x - from.x), i64::from(to.y - from.y));
    let (mut enters, mut leaves) = (0, FINE);
    let edges = [(-dx, from.x), (dx, FACE.0 - from.x), (-dy, from.y), (dy, FACE.1 - from.y)];
    for (towards, room) in edges {
        let room = i64::from(room);
        if towards == 0 && room < 0 {
            return None;
        }
        if towards < 0 {
            enters = enters.max(room * FINE / towards);
        } else if towards > 0 {
            leaves = leaves.min(room * FINE / towards);
        }
    }
    let along = |start: i32, way: i64, part: i64| {
        let moved = (way * part + FINE / 2).div_euclid(FINE);
        start + i32::try_from(moved).unwrap_or(0)
    };
    let at = |part: i64| {
        let (x, y) = (along(from.x, dx, part), along(from.y, dy, part));
        Point::new(x.clamp(0, FACE.0), y.clamp(0, FACE.1))
    };
    (enters < leaves).then(|| (at(enters), at(leaves)))
}
