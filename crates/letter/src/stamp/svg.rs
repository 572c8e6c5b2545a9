//! The drawing as SVG, in as few bytes as it takes: relative coordinates, no letter twice, a curve whose pull mirrors the one
//! before in two numbers, and turned strokes as copies of copies.

use std::fmt::Write as _;

use super::{
    DARKNESS, FACE, Ink, LINE,
    patterns::{Drawing, Turns},
    stroke::{Point, Step, Stroke},
};

/// The whole picture.
pub fn write(drawing: &Drawing, ink: Ink) -> String {
    let (width, height, colour) = (FACE.0, FACE.1, ink.colour());
    let mut path = Path::default();
    drawing.strokes.iter().for_each(|stroke| path.stroke(stroke));
    let lines = match drawing.turns {
        None => format!(r#"<path d="{}"/>"#, path.d),
        Some(turns) => turned(&path.d, turns),
    };
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="240" height="300" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice"><g fill="none" stroke="{colour}" stroke-width="{LINE}" opacity=".{DARKNESS}">{lines}</g></svg>"#
    )
}

/// The path, then each group holding the one before twice: as it is and turned on.
fn turned(d: &str, turns: Turns) -> String {
    let mut all = format!(r#"<path id="t0" d="{d}"/>"#);
    for doubling in 0..turns.doublings {
        let degrees = Degrees(turns.step << doubling);
        let Point { x, y } = turns.about;
        all = format!(
            r##"<g id="t{}">{all}<use href="#t{doubling}" transform="rotate({degrees} {x} {y})"/></g>"##,
            doubling + 1
        );
    }
    all
}

/// Ten-thousandths of a degree.
struct Degrees(i32);

impl std::fmt::Display for Degrees {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = format!("{}.{:04}", self.0 / 10_000, self.0 % 10_000);
        f.write_str(number.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// Path data as it grows.
#[derive(Default)]
struct Path {
    d: String,
    /// Where the pen is; nowhere before the first move.
    at: Option<Point>,
    /// The pull of the curve just drawn.
    via: Option<Point>,
    /// The letter that need not be repeated.
    letter: char,
}

impl Path {
    fn stroke(&mut self, stroke: &Stroke) {
        let mut from = stroke.start;
        for step in &stroke.steps {
            if !step.is_beyond(from) {
                self.go_to(from);
                self.step(from, *step);
            }
            from = step.end();
        }
    }

    fn go_to(&mut self, to: Point) {
        if self.at == Some(to) {
            return;
        }
        let absolute = format!("M{}", pair(to));
        let relative = self.at.map(|at| format!("m{}", pair(less(to, at)))).filter(|m| m.len() < absolute.len());
        self.d.push_str(&relative.unwrap_or(absolute));
        (self.at, self.via, self.letter) = (Some(to), None, 'm');
    }

    fn step(&mut self, from: Point, step: Step) {
        match step {
            Step::Line(to) if to.y == from.y => self.write('h', &(to.x - from.x).to_string()),
            Step::Line(to) => self.write('l', &pair(less(to, from))),
            Step::Curve(via, to) if self.via.is_some_and(|before| less(via, from) == less(from, before)) => {
                self.write('t', &pair(less(to, from)));
            }
            Step::Curve(via, to) => {
                let end = pair(less(to, from));
                let gap = if end.starts_with('-') { "" } else { " " };
                self.write('q', &format!("{}{gap}{end}", pair(less(via, from))));
            }
        }
        self.at = Some(step.end());
        self.via = match step {
            Step::Curve(via, _) => Some(via),
            Step::Line(_) => None,
        };
    }

    fn write(&mut self, letter: char, numbers: &str) {
        if self.letter != letter {
            self.d.push(letter);
        } else if !numbers.starts_with('-') {
            self.d.push(' ');
        }
        self.d.push_str(numbers);
        self.letter = letter;
    }
}

const fn less(a: Point, b: Point) -> Point {
    Point::new(a.x - b.x, a.y - b.y)
}

/// Two numbers; a minus sign parts them as well as a space.
fn pair(point: Point) -> String {
    let mut both = point.x.to_string();
    let _ = if point.y < 0 { write!(both, "{}", point.y) } else { write!(both, " {}", point.y) };
    both
}
