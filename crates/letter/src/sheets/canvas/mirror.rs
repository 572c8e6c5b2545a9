//! A sheet in a language that runs from right to left: what stood at the left stands at the right. Sheets are made from left to
//! right and turned around at the end, so that none of them has to know.

use crate::frame::{Clip, Drawing, Item, Line, Page, Path, Rule, Shared, Step};

/// Moves all that is painted to the other side. Lines, codes and stamps keep their own shape.
pub(super) fn mirror(pages: &mut [Page], width: i32) {
    for item in pages.iter_mut().flat_map(|page| &mut page.items) {
        match item {
            Item::Line(line) => line.x = other_side(line.x, line.width(), width),
            Item::Rule(rule) => *rule = Rule { x: other_side(rule.x, rule.width, width), ..*rule },
            Item::Shared(shared) => shared.x = other_side(shared.x, widest(shared), width),
            Item::Drawing(drawing) => {
                if let Some(Clip { x, width: own, .. }) = drawing.clip.or_else(|| drawing.bounds()) {
                    shift(drawing, other_side(x, own, width) - x);
                }
            }
        }
    }
}

const fn other_side(x: i32, own: i32, width: i32) -> i32 {
    width - x - own
}

fn widest(shared: &Shared) -> i32 {
    shared.block.iter().map(Line::width).max().unwrap_or(0)
}

fn shift(drawing: &mut Drawing, by: i32) {
    if let Some(clip) = &mut drawing.clip {
        clip.x += by;
    }
    let steps = drawing.paths.iter_mut().flat_map(|path: &mut Path| &mut path.steps);
    for step in steps {
        match step {
            Step::Move(x, _) | Step::Line(x, _) => *x += by,
            Step::Curve(x1, _, x2, _, x, _) => {
                for x in [x1, x2, x] {
                    *x += by;
                }
            }
            Step::Close => {}
        }
    }
}
