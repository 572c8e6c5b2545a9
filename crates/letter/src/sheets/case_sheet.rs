//! A case on one page: who, what happened, what we ask, whom to write to and how.

use crate::error::LetterError;
use crate::fonts::Fonts;
use crate::frame::{Document, Tag};

use super::canvas::{CODE, Canvas, Place, SIDE, TOP, Type};
use super::cover::heading;
use super::spec::CaseSheet;
use super::stamp;

/// The sizes of the text, the best first: below 9 pt nobody reads on a sheet that is passed around.
const SIZES: &[i32] = &[105, 100, 95, 90];
/// The sizes of the name.
const NAMES: &[i32] = &[260, 220, 190, 160, 140];
const STAMP: i32 = 42_000;
const GUTTER: i32 = 10_000;
/// Between paragraphs.
const PARAGRAPH: i32 = 1_900;
/// Above a heading in the right column.
const ABOVE: i32 = 4_000;

/// Sets a case sheet: always one page. A story that is longer is cut at a sentence's end and says where the rest stands.
///
/// # Errors
/// [`LetterError::SheetFull`] when demands, address and advice alone are more than the page holds;
/// [`LetterError::NoGlyph`] and others when a text cannot be set.
pub fn case_sheet(sheet: &CaseSheet, fonts: &Fonts) -> Result<Document, LetterError> {
    let mut canvas = Canvas::new(&sheet.stock, fonts);
    canvas.element(Tag::Section, |canvas| {
        let top = head(canvas, sheet)?;
        let right = (canvas.measure() - GUTTER) * 100 / 235;
        let left = canvas.measure() - GUTTER - right;
        let foot = canvas.height(&sheet.notice, Type::LABEL, canvas.measure())?;
        let room = canvas.bottom() - top - if foot > 0 { foot + 3_000 } else { 0 };
        story(canvas, sheet, Place::new(SIDE, top, left), room)?;
        beside(canvas, sheet, Place::new(SIDE + left + GUTTER, top, right), room)?;
        canvas.paragraph(&sheet.notice, Type::LABEL, Place::new(SIDE, canvas.bottom() - foot, canvas.measure()))
    })?;
    canvas.finish()
}

/// The stamp and the names. Gives where the columns begin.
fn head(canvas: &mut Canvas, sheet: &CaseSheet) -> Result<i32, LetterError> {
    if sheet.mourned {
        canvas.black_edge()
    } else {
        canvas.edge()
    }
    let x = SIDE + STAMP + 7_000;
    let column = Place::new(x, TOP, canvas.size.width - SIDE - x);
    let name = canvas.fitting(&sheet.name, Type::H1, NAMES, column.width, 2)?;
    // the heading is read before the picture of the stamp
    let mut y = canvas.tagged(Tag::Heading(1), &sheet.name, name, column)? + 1_200;
    if let Some(native) = &sheet.native {
        y = canvas.native(native, Type::NATIVE, column.at(y))? + 800;
    }
    y = canvas.paragraph(&sheet.label, Type::LABEL, column.at(y))?;
    let below = stamp::paint(canvas, &sheet.stamp, Place::new(SIDE, TOP, STAMP))?;
    Ok(y.max(below) + 6_000)
}

/// The story in the largest size in which all of it fits, else as much of it as fits in the smallest.
fn story(canvas: &mut Canvas, sheet: &CaseSheet, place: Place, room: i32) -> Result<(), LetterError> {
    let mut ty = Type::BODY;
    for size in SIZES {
        ty = Type::BODY.sized(*size);
        if height(canvas, &sheet.story, ty, place.width)? <= room {
            return paragraphs(canvas, &sheet.story, ty, place).map(drop);
        }
    }
    let pointer = canvas.height(&sheet.shortened, Type::LABEL, place.width)? + PARAGRAPH;
    let kept = shortened(canvas, &sheet.story, ty, place.width, room - pointer)?;
    let y = paragraphs(canvas, &kept, ty, place)?;
    canvas.paragraph(&sheet.shortened, Type::LABEL, place.at(y)).map(drop)
}

fn paragraphs(canvas: &mut Canvas, story: &[String], ty: Type, place: Place) -> Result<i32, LetterError> {
    story.iter().try_fold(place.y, |y, text| Ok(canvas.paragraph(text, ty, place.at(y))? + PARAGRAPH))
}

fn height(canvas: &mut Canvas, story: &[String], ty: Type, width: i32) -> Result<i32, LetterError> {
    story.iter().try_fold(-PARAGRAPH, |sum, text| Ok(sum + canvas.height(text, ty, width)? + PARAGRAPH))
}

/// The story up to the last sentence that fits.
fn shortened(
    canvas: &mut Canvas,
    story: &[String],
    ty: Type,
    width: i32,
    room: i32,
) -> Result<Vec<String>, LetterError> {
    let mut kept: Vec<String> = Vec::new();
    for text in story {
        kept.push(text.clone());
        if height(canvas, &kept, ty, width)? <= room {
            continue;
        }
        kept.pop();
        for end in sentence_ends(text).into_iter().rev() {
            kept.push(text.get(..end).unwrap_or_default().to_owned());
            if height(canvas, &kept, ty, width)? <= room {
                break;
            }
            kept.pop();
        }
        break;
    }
    Ok(kept)
}

/// Where a text may be cut: after a sentence, that is before a space that follows a full stop and precedes a capital letter.
/// Abbreviations within a sentence are rarely followed by a capital; "Mr. X" may cost a sentence, never a half one.
fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, _) in text.match_indices(' ') {
        let (before, after) = text.split_at(at);
        let word = before.rsplit(' ').next().unwrap_or_default();
        let ended = before.ends_with(['.', '!', '?', '”', '"', '’']) && word.trim_end_matches('.').chars().count() > 3;
        let opens = after.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '“');
        if ended && opens {
            ends.push(at);
        }
    }
    ends
}

/// The right column in the largest size in which it fits.
fn beside(canvas: &mut Canvas, sheet: &CaseSheet, place: Place, room: i32) -> Result<(), LetterError> {
    let mut fitting = None;
    for size in SIZES {
        let ty = Type::BODY.sized(*size);
        if beside_height(canvas, sheet, ty, place.width)? <= room {
            fitting = Some(ty);
            break;
        }
    }
    let ty = fitting.ok_or_else(|| LetterError::SheetFull { part: sheet.asks.heading.clone() })?;
    let mut y = heading(canvas, &sheet.asks.heading, place)?;
    y = canvas.list(&sheet.asks.entries, true, ty, place.at(y))? + ABOVE;
    if !sheet.address.entries.is_empty() {
        y = heading(canvas, &sheet.address.heading, place.at(y))?;
        y = canvas.paragraph(&sheet.address.entries.join("\n"), ty, place.at(y))? + 1_200;
    }
    y = canvas.paragraph(&sheet.begin, Type::LABEL, place.at(y))? + ABOVE;
    if !sheet.advice.entries.is_empty() {
        y = heading(canvas, &sheet.advice.heading, place.at(y))?;
        y = canvas.list(&sheet.advice.entries, false, ty, place.at(y))? + ABOVE;
    }
    if let Some(code) = &sheet.code {
        canvas.code(code, CODE, place.at(y))?;
    }
    Ok(())
}

/// What [`beside`] takes.
fn beside_height(canvas: &mut Canvas, sheet: &CaseSheet, ty: Type, width: i32) -> Result<i32, LetterError> {
    let title = Type::H2.line_height() + 1_200;
    let mut sum = title + canvas.list_height(&sheet.asks.entries, ty, width)? + ABOVE;
    if !sheet.address.entries.is_empty() {
        sum += title + canvas.height(&sheet.address.entries.join("\n"), ty, width)? + 1_200;
    }
    sum += canvas.height(&sheet.begin, Type::LABEL, width)? + ABOVE;
    if !sheet.advice.entries.is_empty() {
        sum += title + canvas.list_height(&sheet.advice.entries, ty, width)? + ABOVE;
    }
    if let Some(code) = &sheet.code {
        sum += CODE * 5 / 4 + canvas.height(&code.caption, Type::LABEL, width)?;
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::sentence_ends;

    #[test]
    fn a_story_is_cut_after_a_sentence_only() {
        let text = "She was held. On 14 June 2024, Mr. X and St. Y were acquitted. Police came.";
        let cuts: Vec<&str> = sentence_ends(text).into_iter().map(|end| &text[..end]).collect();
        assert_eq!(cuts, ["She was held.", "She was held. On 14 June 2024, Mr. X and St. Y were acquitted."]);
        assert!(sentence_ends("no end").is_empty());
    }
}
