//! Why a letter cannot be set, and what its writer can do about it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The part of the spec that an error is about.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The sender's name or lines.
    Sender,
    /// The address.
    Recipient,
    /// Place and date.
    Place,
    /// The salutation.
    Salutation,
    /// The text.
    Body,
    /// The closing.
    Closing,
    /// A text on a sheet that is no letter.
    Sheet,
}

impl Field {
    /// The wire name, such as `recipient`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::Place => "place",
            Self::Salutation => "salutation",
            Self::Body => "body",
            Self::Closing => "closing",
            Self::Sheet => "sheet",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a letter cannot be set or written.
///
/// The text is for logs and the command line; a form shows its own words for the variant and puts them at [`Self::field`].
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[serde(tag = "error", rename_all = "kebab-case")]
pub enum LetterError {
    /// No font has a glyph for a character.
    #[error("{field}: no font has the character {character} ({code}): replace it")]
    NoGlyph {
        /// Where it stands.
        field: Field,
        /// The character.
        character: char,
        /// Its code point, such as `U+1F600`.
        code: String,
    },
    /// The font that has a character is known, but it is not here.
    #[error("{field}: the font for {character} ({code}) is not here: install {file}, or write it in another script")]
    NoFont {
        /// Where it stands.
        field: Field,
        /// The character.
        character: char,
        /// Its code point, such as `U+6F22`.
        code: String,
        /// The font's file, such as `NotoSerifSC-Regular.ttf`.
        file: String,
    },
    /// More marks on one letter than any language writes: they would leave the line.
    #[error("{field}: too many marks on {character} (more than {limit}): remove some")]
    TooManyMarks {
        /// Where it stands.
        field: Field,
        /// The first character of the cluster, usually the letter below the marks.
        character: char,
        /// How many marks are set.
        limit: usize,
    },
    /// A line that may not be broken is too wide even in the smallest type.
    #[error("{field}: line {line}, \"{text}\", is {over_mm} mm too wide: shorten it or make two lines of it")]
    LineTooWide {
        /// Where it stands.
        field: Field,
        /// The line's number, from 1.
        line: usize,
        /// The line's beginning, up to 60 characters.
        text: String,
        /// By how much it is too wide, in millimetres, rounded up.
        over_mm: i32,
    },
    /// More lines than the place has room for.
    #[error("{field}: {lines} lines, and there is room for {limit}: put some together or leave some out")]
    TooManyLines {
        /// Which block.
        field: Field,
        /// How many lines it has.
        lines: usize,
        /// How many fit.
        limit: usize,
    },
    /// The letter has more pages than the engine sets.
    #[error("{field}: the letter has more than {limit} pages: shorten it")]
    TooLong {
        /// The field that is too long.
        field: Field,
        /// The most pages a letter may have.
        limit: usize,
    },
    /// A sheet has more on it than a page holds.
    #[error("{part}: more than the sheet has room for: shorten it")]
    SheetFull {
        /// Its heading, or the text that is too long.
        part: String,
    },
    /// Labels would be printed beside their sheet.
    #[error(
        "with this offset labels would leave the sheet: choose one from {} to {} mm to the right and from {} to {} mm down",
        millimetres(right.0), millimetres(right.1), millimetres(down.0), millimetres(down.1)
    )]
    OffTheSheet {
        /// How far they may be moved to the right at the least and at the most, in micrometres.
        right: (i32, i32),
        /// How far down.
        down: (i32, i32),
    },
    /// The metadata's date is no date.
    #[error("the date {year}-{month}-{day} does not exist")]
    BadDate {
        /// The year given.
        year: i32,
        /// The month given.
        month: u8,
        /// The day given.
        day: u8,
    },
    /// No font was passed.
    #[error("no font: pass at least one")]
    NoFonts,
    /// A font cannot be read or used.
    #[error("font {index} cannot be used: pass a font with TrueType outlines")]
    BadFont {
        /// The font's index in the list passed, from 0.
        index: usize,
    },
    /// A page that the document does not have.
    #[error("page {index} does not exist: the document has {pages}")]
    NoPage {
        /// The index asked for, from 0.
        index: usize,
        /// How many pages there are.
        pages: usize,
    },
    /// The file could not be written: a limit of the format or of a library.
    #[error("the PDF cannot be written: {reason}")]
    Pdf {
        /// What went wrong.
        reason: String,
    },
}

impl LetterError {
    /// The field that the error is about, if it is about one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::NoGlyph { field, .. }
            | Self::NoFont { field, .. }
            | Self::TooManyMarks { field, .. }
            | Self::LineTooWide { field, .. }
            | Self::TooManyLines { field, .. }
            | Self::TooLong { field, .. } => Some(*field),
            Self::SheetFull { .. } | Self::OffTheSheet { .. } => Some(Field::Sheet),
            Self::BadDate { .. } | Self::NoFonts | Self::BadFont { .. } | Self::NoPage { .. } | Self::Pdf { .. } => {
                None
            }
        }
    }
}

/// Micrometres as millimetres with one decimal and a sign.
fn millimetres(length: i32) -> String {
    format!("{}{}.{}", if length < 0 { '-' } else { '+' }, length.abs() / 1_000, length.abs() % 1_000 / 100)
}

/// A character's code point as Unicode writes it.
#[cfg(feature = "layout")]
pub(crate) fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
