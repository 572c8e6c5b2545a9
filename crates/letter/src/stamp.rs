//! Stamps: the line pattern that is a case's face, drawn from its slug alone, so that a case without a free photograph still
//! has one that is its own. The same on a page, in a picture and on paper; names stand beside it, never in it.
//!
//! ```
//! let engraving = letter::stamp::engraving("rita-karasartova");
//! let picture = engraving.svg();        // for a browser, at most 4 kB
//! let lines = engraving.strokes();      // for paper: lines and curves inside FACE
//! # assert!(picture.len() <= 4096 && !lines.is_empty());
//! ```
//!
//! Whole numbers only: the same slug gives the same lines on every machine, natively and in a browser.

mod patterns;
mod stroke;
mod svg;
mod turning;

pub use stroke::{Point, Step, Stroke};

use serde::{Deserialize, Serialize};

use patterns::Drawing;
use turning::{Dice, hash};

/// The size of a stamp's face, width and height, in the units of [`Point`]: four to a pixel of the usual size.
pub const FACE: (i32, i32) = (960, 1200);

/// How wide a line is, in the same units.
pub const LINE: i32 = 3;

/// How dark the lines are on paper that is tinted with the same ink, in hundredths.
pub const DARKNESS: i32 = 55;

/// The colours that stamps are printed in; the stylesheet has a class for each.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    /// A deep red.
    Carmine,
    /// A deep blue.
    Ultramarine,
    /// A bottle's green.
    Bottle,
    /// Violet.
    Violet,
    /// Brown.
    Sepia,
    /// Blue with green in it.
    Petrol,
}

/// The kinds of engraving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Rows of waves.
    Waves,
    /// Rays from a point.
    Rays,
    /// Lines of equal height around a summit.
    Contours,
    /// A rosette of lines that cross each other, as on banknotes.
    Guilloche,
    /// The lines of a letter, from too far away to read.
    WrittenLines,
}

/// Added to a slug before its pattern and its ink are drawn: under these numbers the cases on the drawings that the looks were
/// designed with wear what they wear there. A change changes every stamp that was ever printed.
const PATTERN_SEED: u64 = 2_956_115_111;
const INK_SEED: u64 = 613_304_894;

/// A case's engraving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engraving {
    /// What it is printed in.
    pub ink: Ink,
    /// What kind it is.
    pub pattern: Pattern,
    drawing: Drawing,
}

/// The engraving of the case with this slug.
#[must_use]
pub fn engraving(slug: &str) -> Engraving {
    let pattern = pattern_of(slug);
    let mut dice = Dice::new(hash(slug));
    let drawing = match pattern {
        Pattern::Waves => patterns::waves(&mut dice),
        Pattern::Rays => patterns::rays(&mut dice),
        Pattern::Contours => patterns::contours(&mut dice),
        Pattern::Guilloche => patterns::guilloche(&mut dice),
        Pattern::WrittenLines => patterns::written_lines(&mut dice),
    };
    Engraving { ink: ink_of(slug), pattern, drawing }
}

/// The ink of a case.
#[must_use]
pub fn ink_of(slug: &str) -> Ink {
    Dice::new(hash(slug) ^ INK_SEED).one_of(&Ink::ALL)
}

fn pattern_of(slug: &str) -> Pattern {
    Dice::new(hash(slug) ^ PATTERN_SEED).one_of(&Pattern::ALL)
}

impl Engraving {
    /// Its lines for a printer, cut at the edge of the face.
    #[must_use]
    pub fn strokes(&self) -> Vec<Stroke> {
        stroke::within_face(&self.drawing.unfolded())
    }

    /// The drawing for a browser: at most 4 kB of SVG, without names, without a background.
    #[must_use]
    pub fn svg(&self) -> String {
        svg::write(&self.drawing, self.ink)
    }
}

impl Ink {
    const ALL: [Self; 6] = [Self::Carmine, Self::Ultramarine, Self::Bottle, Self::Violet, Self::Sepia, Self::Petrol];

    /// Its name in class names: `ink-carmine`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Carmine => "carmine",
            Self::Ultramarine => "ultramarine",
            Self::Bottle => "bottle",
            Self::Violet => "violet",
            Self::Sepia => "sepia",
            Self::Petrol => "petrol",
        }
    }

    /// The colour as `#rrggbb`; the tokens of the stylesheet say the same.
    #[must_use]
    pub fn colour(self) -> String {
        let [red, green, blue] = self.rgb();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The colour as red, green and blue.
    #[must_use]
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Carmine => [0xa4, 0x16, 0x2c],
            Self::Ultramarine => [0x23, 0x40, 0x8e],
            Self::Bottle => [0x1d, 0x5b, 0x45],
            Self::Violet => [0x54, 0x30, 0x7a],
            Self::Sepia => [0x6b, 0x45, 0x27],
            Self::Petrol => [0x0d, 0x5c, 0x6b],
        }
    }
}

impl Pattern {
    const ALL: [Self; 5] = [Self::Waves, Self::Rays, Self::Contours, Self::Guilloche, Self::WrittenLines];
}

#[cfg(test)]
#[path = "stamp/tests.rs"]
mod tests;
