//! What plain text says about its own form: quotations and lists, as people write them in mail.

use crate::frame::{Line, font_units};

/// How a typed line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form<'t> {
    /// As it is.
    Plain(&'t str),
    /// Set in from both sides; what marked it is not printed.
    Quote(&'t str),
    /// An item of a list: its mark, which hangs before the text, and the text.
    Item(&'t str, &'t str),
}

impl<'t> Form<'t> {
    /// The form of a line without spaces around it: `> ` before a quotation, `- `, `* `, `• `, `– `, `1. ` or `1) ` before an
    /// item of a list.
    pub fn of(line: &'t str) -> Self {
        if let Some(quoted) = line.strip_prefix('>').map(str::trim_start).filter(|rest| !rest.is_empty()) {
            return Self::Quote(quoted);
        }
        match line.split_once(' ') {
            Some((mark, text)) if is_mark(mark) && !text.trim().is_empty() => Self::Item(mark, text.trim_start()),
            _ => Self::Plain(line),
        }
    }
}

fn is_mark(mark: &str) -> bool {
    if matches!(mark, "-" | "*" | "•" | "–" | "—") {
        return true;
    }
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    // "2026." begins a sentence more often than a list.
    (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Puts an item's mark and the space after it before its first line, as far out as the text is set in.
pub(super) fn hang(line: &mut Line, mark: Line, indent: i32) {
    let shift = mark.text.len();
    for glyph in line.runs.iter_mut().flat_map(|run| &mut run.glyphs) {
        glyph.start += u32::try_from(shift).unwrap_or(0);
    }
    let gap = (indent - mark.width()).max(0);
    let (text, size) = (mark.text, line.size);
    let mut runs = mark.runs;
    for run in &mut runs {
        let units = i32::try_from(font_units(gap, size, run.upem)).unwrap_or(0);
        run.glyphs
            .iter_mut()
            .filter(|glyph| glyph.start as usize + 1 == shift)
            .for_each(|space| space.advance += units);
    }
    line.text.insert_str(0, &text);
    if line.rtl {
        line.runs.extend(runs);
    } else {
        runs.append(&mut line.runs);
        line.runs = runs;
        line.x -= indent;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_quotations_are_seen_and_nothing_else() {
        assert_eq!(Form::of("- Free her."), Form::Item("-", "Free her."));
        assert_eq!(Form::of("12) Free her."), Form::Item("12)", "Free her."));
        assert_eq!(Form::of("> I only shared it."), Form::Quote("I only shared it."));
        for plain in ["Free her.", "-5 degrees", "2024. That year", "- ", ">", "1.5 million", "A. Toktonalieva Street"]
        {
            assert_eq!(Form::of(plain), Form::Plain(plain));
        }
    }
}
