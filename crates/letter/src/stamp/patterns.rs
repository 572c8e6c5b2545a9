//! The five kinds of engraving. Lengths in the units of `FACE`.

use super::{
    FACE,
    stroke::{Point, Step, Stroke},
    turning::{Dice, ONE, cosine, sine, times},
};

/// What is engraved: some strokes, as they are or turned about a place again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The strokes.
    pub strokes: Vec<Stroke>,
    /// How they are repeated.
    pub turns: Option<Turns>,
}

/// The same strokes, turned about a place: by one step, two steps, and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turns {
    /// The place.
    pub about: Point,
    /// One step, clockwise, in ten-thousandths of a degree.
    pub step: i32,
    /// How often the number of strokes is doubled.
    pub doublings: u32,
}

impl Drawing {
    const fn plain(strokes: Vec<Stroke>) -> Self {
        Self { strokes, turns: None }
    }

    /// Every stroke, the turned ones too.
    pub fn unfolded(&self) -> Vec<Stroke> {
        let Some(turns) = self.turns else { return self.strokes.clone() };
        let angle = |copy: i32| {
            let parts = i64::from(copy) * i64::from(turns.step) * i64::from(ONE) / 3_600_000;
            i32::try_from(parts).unwrap_or(0)
        };
        let turned = |copy: i32| self.strokes.iter().map(move |stroke| stroke.turned(turns.about, angle(copy)));
        (0..1_i32 << turns.doublings).flat_map(turned).collect()
    }
}

/// Rows of waves whose height swells and falls, each row a little further on.
pub fn waves(dice: &mut Dice) -> Drawing {
    const ROWS: i32 = 34;
    let half = dice.between(28, 48) * 4;
    let (calm, swell, start) = (dice.between(12, 22), dice.between(14, 34), dice.between(0, ONE));
    let row = |row: i32| {
        let turn = row * ONE / ROWS;
        let height = calm + times(swell, (ONE + sine(turn * 2 + start)) / 2);
        let shift = times(half, sine(turn + start));
        let mut at = Point::new(-shift.rem_euclid(2 * half), row * 36 + 6);
        let (begin, mut up) = (at, height);
        let mut steps = Vec::new();
        while at.x < FACE.0 {
            let via = Point::new(at.x + half / 2, at.y - up);
            at = Point::new(at.x + half, at.y);
            steps.push(Step::Curve(via, at));
            up = -up;
        }
        Stroke { start: begin, steps }
    };
    Drawing::plain((0..ROWS).map(row).collect())
}

/// Rays from a point in the upper half; further out, finer ones between them.
pub fn rays(dice: &mut Dice) -> Drawing {
    const FAR: i32 = 1600;
    let centre = Point::new(dice.between(240, 720), dice.between(340, 540));
    let (count, inner, outer) = (dice.between(34, 40) * 2, dice.between(40, 60), dice.between(260, 340));
    let (petals, depth) = (dice.between(3, 8), dice.between(50, 120));
    let ray = |ray: i32| {
        let turn = ray * ONE / (count * 2);
        let on = |radius: i32| Point::new(centre.x + times(radius, cosine(turn)), centre.y + times(radius, sine(turn)));
        let begins = if ray % 2 == 0 { inner } else { outer + times(depth, sine(turn * petals)) };
        Stroke::line(on(begins), on(FAR))
    };
    Drawing::plain((0..count * 2).filter_map(ray).collect())
}

/// The lines of equal height around a summit.
pub fn contours(dice: &mut Dice) -> Drawing {
    const RINGS: i32 = 27;
    let centre = Point::new(dice.between(300, 660), dice.between(320, 560));
    let phase: [i32; 3] = std::array::from_fn(|_| dice.between(0, ONE));
    let twist: [i32; 3] = std::array::from_fn(|_| dice.between(-2200, 2200));
    let ring = |ring: i32| {
        let corners = (9 + ring).min(24);
        // the middles of the sides lie nearer to the centre than the corners
        let radius = (ring * 40 - 14) * (corners * corners + 5) / (corners * corners);
        let corner = |corner: i32| {
            let turn = corner * ONE / corners;
            let lobe = |lobes: i32, which: usize| sine(turn * lobes + phase[which] + ring * twist[which]);
            let r = radius + times(radius, lobe(2, 0) / 6 + lobe(3, 1) / 7 + lobe(5, 2) / 18);
            even(Point::new(centre.x + times(r, cosine(turn)), centre.y + times(r, sine(turn))))
        };
        Stroke::closed(&(0..corners).map(corner).collect::<Vec<_>>())
    };
    Drawing::plain((1..=RINGS).filter_map(ring).collect())
}

/// A ring of lines that cross each other.
pub fn guilloche(dice: &mut Dice) -> Drawing {
    const DOUBLINGS: u32 = 4;
    let centre = even(Point::new(dice.between(440, 520), dice.between(420, 500)));
    let (middle, swing) = (dice.between(350, 400), dice.between(120, 160));
    let lobes = dice.one_of(&[6, 8, 9, 10, 12]);
    let corners = lobes * 6;
    let corner = |corner: i32| {
        let turn = corner * ONE / corners;
        let r = middle + times(swing, sine(turn * lobes));
        even(Point::new(centre.x + times(r, cosine(turn)), centre.y + times(r, sine(turn))))
    };
    let line = Stroke::closed(&(0..corners).map(corner).collect::<Vec<_>>());
    let step = 3_600_000 / (lobes << DOUBLINGS);
    Drawing { strokes: line.into_iter().collect(), turns: Some(Turns { about: centre, step, doublings: DOUBLINGS }) }
}

/// The lines of a letter.
pub fn written_lines(dice: &mut Dice) -> Drawing {
    const LEFT: i32 = 56;
    const RIGHT: i32 = 904;
    let mut strokes = Vec::new();
    let mut left_in_paragraph = dice.between(4, 8);
    for row in 0..36 {
        let y = row * 33 + 24;
        let end = if left_in_paragraph == 1 { dice.between(260, 640) } else { RIGHT };
        let mut x = LEFT;
        while x < end {
            let to = (x + dice.between(44, 190)).min(RIGHT);
            strokes.extend(Stroke::line(Point::new(x, y), Point::new(to, y)));
            x = to + 20;
        }
        left_in_paragraph = if left_in_paragraph == 1 { dice.between(4, 8) } else { left_in_paragraph - 1 };
    }
    Drawing::plain(strokes)
}

const fn even(point: Point) -> Point {
    Point::new(point.x & !1, point.y & !1)
}
