//! A stamp on paper: the pattern in the case's ink, the country and the edition above it, the name below.

use crate::error::LetterError;
use crate::fonts::Style;
use crate::frame::{Clip, Drawing, Ink, Path, Rule, Step};
use crate::stamp::{self, FACE, LINE, Point};

use super::canvas::{Canvas, Place, Type};
use super::spec::StampFace;

/// A stamp's height for its width.
const fn height(width: i32) -> i32 {
    width * 5 / 4
}

/// Paints a stamp of a width. Gives where the next may begin.
pub(super) fn paint(canvas: &mut Canvas, stamp: &StampFace, place: Place) -> Result<i32, LetterError> {
    let (width, height) = (place.width, height(place.width));
    canvas.figure(&stamp.alt, |canvas| {
        let margin = width * 7 / 100;
        let face =
            Clip { x: place.x + margin, y: place.y + margin, width: width - 2 * margin, height: height - 2 * margin };
        let sheet = Clip { x: place.x, y: place.y, width, height };
        let paths = vec![perforation(&sheet), engraved(&stamp.slug, &face)];
        canvas.drawing(Drawing { paths, clip: Some(grown(&sheet, 200)), ..Drawing::default() });
        where_from(canvas, stamp, &face)?;
        who(canvas, stamp, &face)?;
        // Last, so that nothing covers half of it.
        let frame = Path { steps: rectangle(&face), stroke: Some(ink(&stamp.slug)), width: 250, ..Path::default() };
        canvas.drawing(Drawing { paths: vec![frame], ..Drawing::default() });
        Ok(())
    })?;
    Ok(place.y + height)
}

/// The pattern, scaled to the face.
fn engraved(slug: &str, face: &Clip) -> Path {
    let at =
        |point: Point| (face.x + scaled(point.x, face.width, FACE.0), face.y + scaled(point.y, face.height, FACE.1));
    let mut steps = Vec::new();
    for stroke in stamp::engraving(slug).strokes() {
        let mut from = at(stroke.start);
        steps.push(Step::Move(from.0, from.1));
        for step in stroke.steps {
            match step {
                stamp::Step::Line(to) => {
                    from = at(to);
                    steps.push(Step::Line(from.0, from.1));
                }
                stamp::Step::Curve(via, to) => {
                    let (via, to) = (at(via), at(to));
                    steps.push(cubic(from, via, to));
                    from = to;
                }
            }
        }
    }
    // a printer's finest line: thinner ones come and go
    Path { steps, stroke: Some(ink(slug)), width: scaled(LINE, face.width, FACE.0).max(80), ..Path::default() }
}

fn scaled(length: i32, to: i32, from: i32) -> i32 {
    i32::try_from(i64::from(length) * i64::from(to) / i64::from(from.max(1))).unwrap_or(0)
}

/// A quadratic curve as the cubic one that is the same.
const fn cubic(from: (i32, i32), via: (i32, i32), to: (i32, i32)) -> Step {
    Step::Curve(
        (from.0 + 2 * via.0) / 3,
        (from.1 + 2 * via.1) / 3,
        (to.0 + 2 * via.0) / 3,
        (to.1 + 2 * via.1) / 3,
        to.0,
        to.1,
    )
}

/// What a case's stamp is printed in.
pub(super) fn ink(slug: &str) -> Ink {
    Ink::Stamp(stamp::ink_of(slug))
}

/// Country and edition on a strip of white, so that they can be read on any pattern.
fn where_from(canvas: &mut Canvas, stamp: &StampFace, face: &Clip) -> Result<(), LetterError> {
    let ty = Type::new(Style::LabelBold, face.width / 540, face.width / 470, ink(&stamp.slug));
    let pad = face.width / 22;
    let strip = ty.line_height() + pad;
    canvas.rule(Rule { x: face.x + 125, y: face.y + 125, width: face.width - 250, height: strip, ink: Ink::White });
    let (left, right, y) = (face.x + pad, face.x + face.width - pad, face.y + 125 + pad / 2);
    let mut room = right - left;
    if !stamp.edition.is_empty() {
        canvas.text_to(&stamp.edition, ty, right, y)?;
        room -= canvas.width(&stamp.edition, ty)? + pad;
    }
    let sizes = [ty.size, ty.size * 85 / 100, ty.size * 70 / 100];
    let fitting = canvas.fitting(&stamp.country, ty, &sizes, room, 1)?;
    let lines = canvas.broken(&stamp.country, fitting, room)?.into_iter().take(1).collect();
    canvas.set(lines, fitting, Place::new(left, y + ty.baseline() - fitting.baseline(), room));
    Ok(())
}

/// The name on a ground of ink.
fn who(canvas: &mut Canvas, stamp: &StampFace, face: &Clip) -> Result<(), LetterError> {
    let pad = face.width / 18;
    let room = face.width - 2 * pad;
    let largest = face.width / 300;
    let sizes: Vec<i32> = [100, 88, 76, 66, 58, 50, 44].iter().map(|part| largest * part / 100).collect();
    let name = Type::new(Style::LabelBold, largest, largest * 103 / 100, Ink::White);
    let name = canvas.fitting(&stamp.name, name, &sizes, room, 3)?;
    let native = Type::new(Style::Label, largest * 56 / 100, largest * 70 / 100, Ink::White);
    let mut high = canvas.height(&stamp.name, name, room)?;
    let own = match &stamp.native {
        Some(own) => canvas.native_lines(own, native, room)?,
        None => Vec::new(),
    };
    let own: Vec<_> = own.into_iter().take(2).collect();
    high += i32::try_from(own.len()).unwrap_or(0) * native.line_height() + 2 * pad;
    let top = face.y + face.height - high;
    canvas.rule(Rule { x: face.x, y: top, width: face.width, height: high, ink: ink(&stamp.slug) });
    let y = canvas.text(&stamp.name, name, Place::new(face.x + pad, top + pad * 8 / 10, room))?;
    canvas.set(own, native, Place::new(face.x + pad, y, room));
    Ok(())
}

pub(super) fn rectangle(of: &Clip) -> Vec<Step> {
    let (right, bottom) = (of.x + of.width, of.y + of.height);
    vec![
        Step::Move(of.x, of.y),
        Step::Line(right, of.y),
        Step::Line(right, bottom),
        Step::Line(of.x, bottom),
        Step::Close,
    ]
}

const fn grown(of: &Clip, by: i32) -> Clip {
    Clip { x: of.x - by, y: of.y - by, width: of.width + 2 * by, height: of.height + 2 * by }
}

/// The torn edge: half circles bitten out of each side, the same number on sides of the same length.
fn perforation(of: &Clip) -> Path {
    let bites = |length: i32| (length / 2_600).max(4);
    let corners =
        [(of.x, of.y), (of.x + of.width, of.y), (of.x + of.width, of.y + of.height), (of.x, of.y + of.height)];
    let mut steps = vec![Step::Move(of.x, of.y)];
    for side in 0..4_usize {
        let ((ax, ay), (bx, by)) = (corners[side], corners[(side + 1) % 4]);
        let length = (bx - ax).abs() + (by - ay).abs();
        let ((ux, uy), count) = (((bx - ax).signum(), (by - ay).signum()), bites(length));
        // inwards is to the right of the way, the corners going round clockwise
        let (ix, iy) = (-uy, ux);
        for bite in 0..count {
            let middle = length * (2 * bite + 1) / (2 * count);
            let r = length / count * 3 / 10;
            let at = |along: i32, inwards: i32| (ax + ux * along + ix * inwards, ay + uy * along + iy * inwards);
            // a quarter circle is a curve whose handles are 0.5523 of its radius
            let k = r * 5_523 / 10_000;
            let (start, deep, end) = (at(middle - r, 0), at(middle, r), at(middle + r, 0));
            let quarter = |a: (i32, i32), b: (i32, i32), to: (i32, i32)| Step::Curve(a.0, a.1, b.0, b.1, to.0, to.1);
            steps.push(Step::Line(start.0, start.1));
            steps.push(quarter(at(middle - r, k), at(middle - k, r), deep));
            steps.push(quarter(at(middle + k, r), at(middle + r, k), end));
        }
        steps.push(Step::Line(bx, by));
    }
    steps.push(Step::Close);
    Path { steps, stroke: Some(Ink::Rule), width: 120, ..Path::default() }
}
