//! The line pattern engraved on a stamp: drawn from the case's slug alone, so that a case without a free photograph still
//! has a face that is its own. Names stand in HTML.
//!
//! The same slug gives the same bytes on every machine: one hash, whole coordinates, and a sine of our own, because those
//! of C libraries differ in the last digit.

use std::fmt::Write as _;

/// The colours that stamps are printed in; the stylesheet has a class for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// The colour; the tokens of the stylesheet say the same.
    #[must_use]
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Carmine => "#a4162c",
            Self::Ultramarine => "#23408e",
            Self::Bottle => "#1d5b45",
            Self::Violet => "#54307a",
            Self::Sepia => "#6b4527",
            Self::Petrol => "#0d5c6b",
        }
    }
}

/// The ink of a case.
#[must_use]
pub fn ink_of(slug: &str) -> Ink {
    Ink::ALL[(hash(slug) >> 8) as usize % Ink::ALL.len()]
}

/// The drawing of a case, at most 4 kB of SVG.
#[must_use]
pub fn stamp_svg(slug: &str) -> String {
    let mut dice = Dice(hash(slug));
    let lines = match hash(slug) % 5 {
        0 => waves(&mut dice),
        1 => rays(&mut dice),
        2 => contours(&mut dice),
        3 => guilloche(&mut dice),
        _ => written_lines(&mut dice),
    };
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="240" height="300" viewBox="0 0 480 600" preserveAspectRatio="xMidYMid slice"><path d="{lines}" fill="none" stroke="{}" stroke-width="1.6" stroke-opacity=".6"/></svg>"#,
        ink_of(slug).colour()
    )
}

/// Rows of waves whose height swells and falls.
fn waves(dice: &mut Dice) -> String {
    let (length, swell, start) = (dice.between(50, 90), dice.between(8, 26), dice.between(0, 99));
    let mut d = String::new();
    for row in 0..34 {
        let height = 4.0 + f64::from(swell) * (1.0 + sine(f64::from(row) / 17.0 + f64::from(start) / 100.0));
        let shift = whole(f64::from(length) * sine(f64::from(row) / 34.0));
        let half = length / 2;
        let _ = write!(d, "M{} {}q{half} {} {length} 0", shift - 2 * length, row * 18, -whole(height));
        for _ in 0..(480 + 3 * length) / length {
            let _ = write!(d, "t{length} 0");
        }
    }
    d
}

/// Rays from a point in the upper half.
fn rays(dice: &mut Dice) -> String {
    let (x, y) = (dice.between(90, 390), dice.between(130, 330));
    let (count, inner) = (dice.between(56, 84), f64::from(dice.between(18, 34)));
    let mut d = String::new();
    for ray in 0..count {
        let turn = f64::from(ray) / f64::from(count);
        let (dx, dy) = (cosine(turn), sine(turn));
        let outer = 760.0 - inner;
        let _ = write!(
            d,
            "M{} {}l{} {}",
            x + whole(inner * dx),
            y + whole(inner * dy),
            whole(outer * dx),
            whole(outer * dy)
        );
    }
    d
}

/// The lines of equal height around a summit.
fn contours(dice: &mut Dice) -> String {
    let (x, y) = (f64::from(dice.between(150, 330)), f64::from(dice.between(140, 300)));
    let phase: [f64; 3] = std::array::from_fn(|_| f64::from(dice.between(0, 99)) / 100.0);
    let twist = f64::from(dice.between(6, 16)) / 1000.0;
    let mut d = String::new();
    for ring in 1..24 {
        let radius = f64::from(ring) * 20.0 - 8.0;
        let turned = f64::from(ring) * twist;
        let point = |corner: i32| {
            let turn = f64::from(corner) / 10.0;
            let lobes = 0.16 * sine(2.0 * turn + phase[0] + turned)
                + 0.12 * sine(3.0 * turn + phase[1] - turned)
                + 0.05 * sine(turn + phase[2] + 3.0 * turned);
            let r = radius * (1.0 + lobes);
            (whole(x + r * cosine(turn)), whole(y + r * sine(turn)))
        };
        closed_curve(&mut d, &(0..10).map(point).collect::<Vec<_>>());
    }
    d
}

/// A soft closed curve: the corners pull, the middles of the sides lie on it.
fn closed_curve(d: &mut String, corners: &[(i32, i32)]) {
    let middle = |a: (i32, i32), b: (i32, i32)| (i32::midpoint(a.0, b.0), i32::midpoint(a.1, b.1));
    let mut at = middle(corners[corners.len() - 1], corners[0]);
    let _ = write!(d, "M{} {}", at.0, at.1);
    for (i, corner) in corners.iter().enumerate() {
        let next = middle(*corner, corners[(i + 1) % corners.len()]);
        let _ = write!(d, "q{} {} {} {}", corner.0 - at.0, corner.1 - at.1, next.0 - at.0, next.1 - at.1);
        at = next;
    }
}

/// A ring of circles that cross each other, as on banknotes.
fn guilloche(dice: &mut Dice) -> String {
    let (x, y) = (dice.between(200, 280), dice.between(190, 250));
    let (r, away) = (dice.between(58, 84), f64::from(dice.between(124, 156)));
    let count = dice.between(54, 70);
    let mut d = String::new();
    for circle in 0..count {
        let turn = f64::from(circle) / f64::from(count);
        let (cx, cy) = (x + whole(away * cosine(turn)), y + whole(away * sine(turn)));
        let _ = write!(d, "M{} {cy}a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0-{} 0", cx - r, 2 * r, 2 * r);
    }
    d
}

/// The lines of a letter, seen from too far away to read.
fn written_lines(dice: &mut Dice) -> String {
    let mut d = String::new();
    let mut left_in_paragraph = dice.between(4, 7);
    for row in 0..26 {
        let y = 34 + row * 22;
        let _ = write!(d, "M40 {y}");
        let end = if left_in_paragraph == 1 { dice.between(120, 300) } else { 440 };
        let mut x = 40;
        while x < end {
            let word = dice.between(18, 76).min(440 - x).max(6);
            let _ = write!(d, "h{word}m9 0");
            x += word + 9;
        }
        left_in_paragraph = if left_in_paragraph == 1 { dice.between(4, 7) } else { left_in_paragraph - 1 };
    }
    d
}

/// FNV-1a, mixed once more so that every bit counts.
fn hash(slug: &str) -> u64 {
    let sum =
        slug.bytes().fold(0xcbf2_9ce4_8422_2325, |h: u64, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Dice(sum).next()
}

/// Numbers that look like chance and are always the same: splitmix64.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::try_from(high - low + 1).unwrap_or(1);
        low + i32::try_from(self.next() % span).unwrap_or(0)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the drawing is smaller than a thousand units")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// The sine of an angle given in turns, by its series: only additions and multiplications, so the same everywhere.
fn sine(turns: f64) -> f64 {
    // into -1/4 … 1/4 of a turn
    let t = turns - turns.floor();
    let t = if t > 0.75 {
        t - 1.0
    } else if t > 0.25 {
        0.5 - t
    } else {
        t
    };
    let x = t * std::f64::consts::TAU;
    let s = x * x;
    x * (1.0 - s / 6.0 * (1.0 - s / 20.0 * (1.0 - s / 42.0 * (1.0 - s / 72.0 * (1.0 - s / 110.0)))))
}

fn cosine(turns: f64) -> f64 {
    sine(turns + 0.25)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Enough slugs to draw every pattern many times.
    fn slugs() -> impl Iterator<Item = String> {
        (0..200).map(|n| format!("case-{n}"))
    }

    #[test]
    fn a_stamp_is_at_most_four_kilobytes() {
        for slug in slugs() {
            let length = stamp_svg(&slug).len();
            assert!((600..=4096).contains(&length), "{slug}: {length}");
        }
    }

    #[test]
    fn every_pattern_and_every_ink_is_used() {
        let patterns: std::collections::BTreeSet<u64> = slugs().map(|slug| hash(&slug) % 5).collect();
        let inks: std::collections::BTreeSet<&str> = slugs().map(|slug| ink_of(&slug).name()).collect();
        assert_eq!((patterns.len(), inks.len()), (5, 6));
    }

    #[test]
    fn a_slug_keeps_its_face() {
        assert_eq!(hash("rita-karasartova"), hash("rita-karasartova"));
        assert_ne!(stamp_svg("rita-karasartova"), stamp_svg("zhang-zhan"));
        // A change of these numbers changes every stamp that was ever printed.
        assert_eq!(ink_of("a"), ink_of("a"));
    }

    #[test]
    fn the_sine_is_one() {
        for (turns, expected) in
            [(0.0, 0.0), (0.25, 1.0), (0.5, 0.0), (0.75, -1.0), (-0.25, -1.0), (1.125, std::f64::consts::FRAC_1_SQRT_2)]
        {
            assert!((sine(turns) - expected).abs() < 1e-4, "{turns}: {}", sine(turns));
        }
    }
}
