//! Paths and inks.

use serde::{Deserialize, Serialize};

use crate::stamp;

/// Paths, painted in their order. Lengths are micrometres from the page's top left corner.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The figure that it belongs to; none for what is not to be read.
    pub element: Option<u32>,
    /// Nothing is painted outside of this.
    pub clip: Option<Clip>,
    /// The paths.
    pub paths: Vec<Path>,
}

/// An upright rectangle.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clip {
    /// The left edge.
    pub x: i32,
    /// The top edge.
    pub y: i32,
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// A path with what paints it. What is inside is decided by the nonzero winding rule.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The steps of the pen; the first of each part is a [`Step::Move`].
    pub steps: Vec<Step>,
    /// The colour inside, if it is filled.
    pub fill: Option<Ink>,
    /// The colour of the stroke, if it is stroked, over the filling.
    pub stroke: Option<Ink>,
    /// The stroke's width. Ends are cut, corners mitred.
    pub width: i32,
}

/// A step of the pen.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a point, without drawing.
    Move(i32, i32),
    /// A straight line to a point.
    Line(i32, i32),
    /// A cubic Bézier curve: two control points (x, y each), then its end.
    Curve(i32, i32, i32, i32, i32, i32),
    /// A straight line to where the part began.
    Close,
}

/// The colours of print: those of `style/tokens.css` on paper.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    /// Text.
    #[default]
    Black,
    /// The paper's own, on top of something dark.
    White,
    /// Labels and small type.
    Grey,
    /// Rules and writing lines.
    Rule,
    /// Behind a table's sums.
    Pale,
    /// The one action: post-box red.
    Red,
    /// Airmail blue.
    Blue,
    /// A stamp's ink.
    Stamp(stamp::Ink),
}

impl Ink {
    /// Red, green and blue from 0 to 255 in sRGB.
    #[must_use]
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Black => [0, 0, 0],
            Self::White => [255, 255, 255],
            Self::Grey => [0x4a, 0x58, 0x66],
            Self::Rule => [0x6f, 0x7d, 0x89],
            Self::Pale => [0xf4, 0xf6, 0xf7],
            Self::Red => [0xc1, 0x12, 0x1f],
            Self::Blue => [0x1f, 0x4e, 0x8c],
            Self::Stamp(ink) => ink.rgb(),
        }
    }
}

impl Step {
    /// The point that the pen comes to, if the step names one.
    #[must_use]
    pub const fn end(self) -> Option<(i32, i32)> {
        match self {
            Self::Move(x, y) | Self::Line(x, y) | Self::Curve(_, _, _, _, x, y) => Some((x, y)),
            Self::Close => None,
        }
    }
}

impl Drawing {
    /// The rectangle around the paths' points and control points, cut at the clip; none if there is nothing.
    #[must_use]
    pub fn bounds(&self) -> Option<Clip> {
        let steps = self.paths.iter().flat_map(|path| &path.steps);
        let mut points = steps.flat_map(|step| match *step {
            Step::Curve(x1, y1, x2, y2, x, y) => vec![(x1, y1), (x2, y2), (x, y)],
            other => other.end().into_iter().collect(),
        });
        let first = points.next()?;
        let (low, high) = points.fold((first, first), |((left, top), (right, bottom)), (x, y)| {
            ((left.min(x), top.min(y)), (right.max(x), bottom.max(y)))
        });
        let all =
            Clip { x: low.0, y: low.1, width: high.0.saturating_sub(low.0), height: high.1.saturating_sub(low.1) };
        Some(self.clip.map_or(all, |clip| clip.shared_with(&all)))
    }
}

impl Clip {
    /// What two rectangles have in common; of no width or height if nothing.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let right = self.x.saturating_add(self.width).min(other.x.saturating_add(other.width));
        let bottom = self.y.saturating_add(self.height).min(other.y.saturating_add(other.height));
        Self { x, y, width: right.saturating_sub(x).max(0), height: bottom.saturating_sub(y).max(0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_go_around_all_points_and_stop_at_the_clip() {
        let steps = vec![Step::Move(10, 20), Step::Curve(0, 90, 50, 60, 30, 40), Step::Close];
        let path = Path { steps, fill: Some(Ink::Red), ..Path::default() };
        let mut drawing = Drawing { paths: vec![path], ..Drawing::default() };
        assert_eq!(drawing.bounds(), Some(Clip { x: 0, y: 20, width: 50, height: 70 }));
        drawing.clip = Some(Clip { x: 20, y: 0, width: 100, height: 30 });
        assert_eq!(drawing.bounds(), Some(Clip { x: 20, y: 20, width: 30, height: 10 }));
        assert_eq!(Drawing::default().bounds(), None);
    }
}
