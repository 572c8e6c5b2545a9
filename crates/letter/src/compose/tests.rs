mod forms;
mod hand;
mod input;
mod pages;
mod windows;

use super::*;
use crate::clean::{BREAK, JOINER, SOFT_HYPHEN};
use crate::frame::{Glyph, Placed, Run, Tag, micrometres};
use crate::spec::{Alignment, Paper, Profile, Sender};

fn spec() -> LetterSpec {
    LetterSpec {
        lang: "en".into(),
        title: "Letter".into(),
        date: SpecDate { year: 2026, month: 11, day: 23 },
        profile: Profile::Din5008B,
        paper: Paper::A4,
        sender: Sender { name: "Anna Berg".into(), lines: vec!["Freiburg".into()] },
        recipient: ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040", "KYRGYZSTAN"]
            .map(String::from)
            .to_vec(),
        place_and_date: "Freiburg, 23 November 2026".into(),
        salutation: "Dear Prosecutor General,".into(),
        body: "I ask you to quash the conviction.".into(),
        closing: "Yours sincerely,".into(),
        style: LetterStyle::default(),
        alignment: Alignment::default(),
    }
}

fn set(spec: &LetterSpec) -> Result<Document, LetterError> {
    layout(spec, &Fonts::embedded())
}

fn lines(document: &Document, role: Role) -> Vec<Placed<'_>> {
    let wanted = |line: &Placed| line.role == role || (role == Role::Body && line.role.is_text());
    document.pages.iter().flat_map(Page::lines).filter(wanted).collect()
}

/// The role's text without spaces and without the hyphens that the engine set.
fn read(document: &Document, role: Role) -> String {
    lines(document, role).iter().map(|line| solid(&line.text)).collect()
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(*c, SOFT_HYPHEN | BREAK | JOINER)).collect()
}

/// Fails if any glyph's ink leaves the page or any line the margins.
fn check_page(document: &Document) {
    let fonts = Fonts::embedded();
    let (width, height) = (document.size.width, document.size.height);
    for line in document.pages.iter().flat_map(Page::lines) {
        assert!(line.x >= 19_000 && line.x + line.width() <= width - 12_900, "{line:?}");
        if line.role.is_text() || matches!(line.role, Role::Salutation | Role::Closing) {
            // The narrowest margin of any profile; justified lines are whole font units wide.
            assert!(line.x + line.width() <= width - 20_000 + 60, "beyond the column: {line:?}");
        }
        let mut x = line.x;
        for run in &line.runs {
            for glyph in &run.glyphs {
                let (left, right, bottom, top) = ink(&fonts, run, glyph, line.size);
                assert!(x + left > 0 && x + right < width && line.y - top > 0 && line.y - bottom < height, "{line:?}");
                x += micrometres(glyph.advance.into(), line.size, run.upem);
            }
        }
    }
}

fn ink(fonts: &Fonts, run: &Run, glyph: &Glyph, size: i32) -> (i32, i32, i32, i32) {
    let outlines = fonts.face(run.font).unwrap().font.outline_glyphs();
    let Some(outline) = outlines.get(harfrust::GlyphId::from(glyph.id)) else { return (0, 0, 0, 0) };
    let bounds = outline.extents().unwrap();
    let length = |units: f32, moved: i32| micrometres(units as i64 + i64::from(moved), size, run.upem);
    let (x, y) = (bounds.x_bearing, bounds.y_bearing);
    (
        length(x, glyph.dx),
        length(x + bounds.width, glyph.dx),
        length(y - bounds.height.abs(), glyph.dy),
        length(y, glyph.dy),
    )
}
