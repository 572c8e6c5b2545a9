//! What plain text says about its own form: quotations and lists, as people write them in mail.

use crate::frame::Role;

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
    /// What its lines are.
    pub const fn role(self) -> Role {
        match self {
            Self::Plain(_) => Role::Body,
            Self::Quote(_) => Role::Quote,
            Self::Item(..) => Role::Entry,
        }
    }

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
