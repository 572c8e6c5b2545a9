//! What a stamp promises: small, its own, the same everywhere, inside its frame.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{
    turning::{ONE, sine},
    *,
};

/// The slugs of the demonstration data.
fn cases() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/cases");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.unwrap().file_name().to_str().unwrap().strip_suffix(".toml").map(str::to_owned)
    };
    std::fs::read_dir(folder).unwrap().filter_map(name).collect()
}

#[test]
fn every_case_of_the_demonstration_has_a_drawing_of_at_most_four_kilobytes() {
    let cases = cases();
    assert_eq!(cases.len(), 40);
    let drawings: BTreeSet<String> = cases.iter().map(|slug| engraving(slug).svg()).collect();
    assert_eq!(drawings.len(), 40, "no two are the same");
    for drawing in drawings {
        assert!((700..=4096).contains(&drawing.len()), "{}: {drawing}", drawing.len());
    }
}

#[test]
fn every_pattern_and_every_ink_is_used() {
    let all: Vec<Engraving> = cases().iter().map(|slug| engraving(slug)).collect();
    let patterns: BTreeSet<Pattern> = all.iter().map(|engraving| engraving.pattern).collect();
    let inks: BTreeSet<Ink> = all.iter().map(|engraving| engraving.ink).collect();
    assert_eq!((patterns.len(), inks.len()), (Pattern::ALL.len(), Ink::ALL.len()));
}

#[test]
fn the_sine_is_one() {
    for step in 0..=1000 {
        let angle = step * ONE / 500 - ONE;
        let expected = (f64::from(angle) / f64::from(ONE) * std::f64::consts::TAU).sin();
        let error = (f64::from(sine(angle)) / f64::from(ONE) - expected).abs();
        assert!(error < 5e-4, "{angle}: {error}");
    }
}

proptest! {
    #[test]
    fn any_slug_gives_a_small_drawing_whose_lines_stay_on_the_face(slug in "[a-z]{1,12}(-[a-z0-9]{1,12}){0,4}") {
        let engraving = engraving(&slug);
        let svg = engraving.svg();
        prop_assert!((700..=4096).contains(&svg.len()), "{}: {}", slug, svg.len());
        let strokes = engraving.strokes();
        prop_assert!(strokes.len() >= 16);
        for stroke in strokes {
            prop_assert!(!stroke.steps.is_empty());
            let ends = stroke.steps.iter().flat_map(|step| match *step {
                Step::Line(to) => [to, to],
                Step::Curve(via, to) => [via, to],
            });
            for Point { x, y } in ends.chain([stroke.start]) {
                prop_assert!((0..=FACE.0).contains(&x) && (0..=FACE.1).contains(&y), "{} at {} {}", slug, x, y);
            }
        }
    }
}
