//! From a form to a spec, the same on the server and in a browser.
//!
//! A [`Stationery`] is what stands in a letter whoever writes it; [`Typed`] is what a writer adds. What is wrong is told as
//! [`Fault`]s of the form's fields, never with more of what was typed than one character.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::error::{Field, LetterError};
use crate::spec::{Alignment, LetterSpec, LetterStyle, Paper, Profile, Sender, SpecDate};

/// The longest text of a letter, in characters: some eight pages. Longer is not read.
pub const LONGEST_BODY: usize = 20_000;
/// The longest name, town or salutation, in characters.
pub const LONGEST_LINE: usize = 120;

/// What stands in a letter whoever writes it.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Stationery {
    /// The letter's language as a BCP 47 tag.
    pub lang: String,
    /// The document's title.
    pub title: String,
    /// The day on the letter.
    pub date: SpecDate,
    /// That day as it is printed.
    pub written: String,
    /// Whom it goes to.
    pub destination: Destination,
    /// The salutation where the writer chooses none.
    pub salutation: String,
    /// The closing.
    pub closing: String,
}

/// An address whose last line, the country, depends on where the letter is posted.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The lines above the country.
    pub lines: Vec<String>,
    /// The country it is in, by ISO code: a letter posted there needs no country.
    pub home: String,
    /// The country's name where nothing else is said below.
    pub name: String,
    /// Its name for letters posted in these countries, by ISO code.
    pub names: Vec<(String, Vec<String>)>,
}

impl Destination {
    /// The lines of a letter posted in a country, by ISO code, or somewhere not said.
    #[must_use]
    pub fn lines(&self, posted_from: &str) -> Vec<String> {
        let mut lines = self.lines.clone();
        if self.home != posted_from {
            let named = self.names.iter().find(|(_, from)| from.iter().any(|code| code == posted_from));
            lines.push(named.map_or(&self.name, |(name, _)| name).clone());
        }
        lines
    }
}

/// What a writer adds. Not `Debug`: it must not end up in a log by accident.
#[derive(Clone)]
pub struct Typed {
    /// The name; may be empty.
    pub name: String,
    /// The town or the address, line by line; may be empty.
    pub sender_lines: Vec<String>,
    /// The salutation; may be empty.
    pub salutation: String,
    /// The text.
    pub body: String,
    /// What stands where the text goes; only a text that is to be printed has to be there.
    pub style: LetterStyle,
    /// The envelope.
    pub profile: Profile,
    /// The sheet.
    pub paper: Paper,
    /// How lines end.
    pub alignment: Alignment,
    /// Where it is posted, by ISO code; may be empty.
    pub posted_from: String,
}

impl Stationery {
    /// The letter.
    ///
    /// # Errors
    /// The fields that are too long, or empty where something is needed.
    pub fn spec(&self, typed: &Typed) -> Result<LetterSpec, Vec<Fault>> {
        let wrong = too_long(typed);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let place = place(&typed.sender_lines);
        let salutation = typed.salutation.trim();
        Ok(LetterSpec {
            lang: self.lang.clone(),
            title: self.title.clone(),
            date: self.date,
            profile: typed.profile,
            paper: typed.paper,
            sender: Sender { name: typed.name.trim().to_owned(), lines: typed.sender_lines.clone() },
            recipient: self.destination.lines(&typed.posted_from),
            place_and_date: if place.is_empty() {
                self.written.clone()
            } else {
                format!("{place}{}{}", comma(&self.lang), self.written)
            },
            salutation: if salutation.is_empty() { self.salutation.clone() } else { salutation.to_owned() },
            body: typed.body.clone(),
            closing: self.closing.clone(),
            style: typed.style.clone(),
            alignment: typed.alignment,
        })
    }
}

/// The lines of an address as it was typed, without those that are empty.
#[must_use]
pub fn address_lines(typed: &str) -> Vec<String> {
    typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The comma between place and date, with the space that goes with it.
fn comma(lang: &str) -> &'static str {
    match lang.split('-').next().unwrap_or_default() {
        "ar" | "ckb" | "fa" | "ps" | "ug" | "ur" => "، ",
        "ja" => "、",
        "zh" => "，",
        _ => ", ",
    }
}

/// The town for the date line: that of an address's last line, or of the line before where the last one is a country in capitals,
/// as posts ask for it, or a postcode alone. Empty where it is not sure which line names the town: after one with a postcode.
fn place(lines: &[String]) -> String {
    let Some((last, before)) = lines.split_last() else { return String::new() };
    let Some(previous) = before.last() else { return town(last) };
    if last.chars().any(|c| c.is_ascii_digit()) {
        return Some(town(last)).filter(|town| !town.is_empty()).unwrap_or_else(|| town(previous));
    }
    let coded = previous.split_whitespace().any(is_postcode);
    let capitals = last.chars().filter(|c| c.is_alphabetic()).count() > 3 && !last.chars().any(char::is_lowercase);
    match (coded, capitals && last.chars().any(char::is_uppercase)) {
        (true, true) => town(previous),
        (true, false) => String::new(),
        (false, _) => town(last),
    }
}

/// The town of an address line: without a postcode, and without the letters of a state or province beside it.
fn town(line: &str) -> String {
    let has_digit = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let state = |word: &str| (2..=3).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let first = words.iter().position(|word| !has_digit(word)).unwrap_or(words.len());
    words.drain(..first);
    // "1012 AB Amsterdam"
    if first > 0 && words.len() > 1 && words.first().is_some_and(|word| state(word)) {
        words.remove(0);
    }
    let end = words.iter().rposition(|word| !has_digit(word)).map_or(0, |last| last + 1);
    if words.iter().skip(end).any(|word| word.len() > 2) {
        words.truncate(end);
        if words.len() > 1 && words.last().is_some_and(|word| state(word)) {
            words.pop();
        }
    }
    words.join(" ").trim_end_matches(',').to_owned()
}

/// Four digits or more, or letters and digits as in `SW1A`.
fn is_postcode(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    digits >= 4
        || (digits > 0
            && word.len() > 2
            && word.chars().filter(char::is_ascii_uppercase).count() + digits == word.len())
}

/// What is wrong with a field of the form.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form: `salutation`, `body`, `name`, `town`, `target` or `closing`.
    pub field: Cow<'static, str>,
    /// What is wrong with it.
    pub rule: FaultRule,
    /// The limit, the line's number, or the character.
    pub detail: Option<String>,
}

/// What can be wrong with a field.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum FaultRule {
    /// It is needed and empty.
    Required,
    /// It is longer than anybody reads.
    TooLong,
    /// A character cannot be set.
    NotPrintable,
    /// The font for a character is not here.
    FontMissing,
    /// It does not fit on the paper.
    DoesNotFit,
    /// It has more lines than there is room for.
    TooManyLines,
    /// The address has more lines than this envelope's window has room for.
    AddressTooLong,
    /// A line of the address is wider than this envelope's window.
    AddressTooWide,
}

impl Fault {
    fn new(field: &'static str, rule: FaultRule, detail: Option<String>) -> Self {
        Self { field: Cow::Borrowed(field), rule, detail }
    }

    /// What a writer can mend of the engine's error; nothing if it is about no field.
    #[must_use]
    pub fn of(error: &LetterError) -> Option<Self> {
        let field = match error.field()? {
            Field::Sender | Field::Place => "town",
            Field::Recipient => "target",
            Field::Salutation => "salutation",
            Field::Body | Field::Sheet => "body",
            Field::Closing => "closing",
        };
        Some(match error {
            LetterError::NoGlyph { character, code, .. } => {
                Self::new(field, FaultRule::NotPrintable, Some(format!("{character} ({code})")))
            }
            LetterError::TooManyMarks { character, .. } => {
                Self::new(field, FaultRule::NotPrintable, Some(character.to_string()))
            }
            LetterError::NoFont { character, code, .. } => {
                Self::new(field, FaultRule::FontMissing, Some(format!("{character} ({code})")))
            }
            LetterError::TooManyLines { field: Field::Recipient, lines, limit } => {
                Self::new(field, FaultRule::AddressTooLong, Some(format!("{lines} > {limit}")))
            }
            LetterError::TooManyLines { lines, limit, .. } => {
                Self::new(field, FaultRule::TooManyLines, Some(format!("{lines} > {limit}")))
            }
            // The address is the case's: nothing that was typed is quoted.
            LetterError::LineTooWide { field: Field::Recipient, text, over_mm, .. } => {
                Self::new(field, FaultRule::AddressTooWide, Some(format!("{text} (+{over_mm} mm)")))
            }
            LetterError::LineTooWide { line, .. } => Self::new(field, FaultRule::DoesNotFit, Some(line.to_string())),
            _ => Self::new(field, FaultRule::DoesNotFit, None),
        })
    }
}

impl Fault {
    /// The same with the address named where it is about that: an office's, nothing that was typed.
    #[must_use]
    pub fn naming(self, address: &[String]) -> Self {
        match (self.rule, self.detail, address.first()) {
            (rule @ FaultRule::AddressTooLong, Some(detail), Some(name)) => {
                Self { rule, detail: Some(format!("{name}: {detail}")), ..self }
            }
            (_, detail, _) => Self { detail, ..self },
        }
    }
}

fn too_long(typed: &Typed) -> Vec<Fault> {
    let mut wrong = Vec::new();
    let longest_line = typed.sender_lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    for (field, length) in
        [("name", typed.name.chars().count()), ("town", longest_line), ("salutation", typed.salutation.chars().count())]
    {
        if length > LONGEST_LINE {
            wrong.push(Fault::new(field, FaultRule::TooLong, Some(LONGEST_LINE.to_string())));
        }
    }
    if typed.style == LetterStyle::Prefilled && typed.body.trim().is_empty() {
        wrong.push(Fault::new("body", FaultRule::Required, None));
    } else if typed.body.chars().count() > LONGEST_BODY {
        wrong.push(Fault::new("body", FaultRule::TooLong, Some(LONGEST_BODY.to_string())));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stationery() -> Stationery {
        Stationery {
            lang: "en".into(),
            title: "Rita Karasartova: Prosecutor General".into(),
            date: SpecDate { year: 2026, month: 11, day: 24 },
            written: "24 November 2026".into(),
            destination: Destination {
                lines: vec!["Prosecutor General".into(), "Bishkek 720040".into()],
                home: "KG".into(),
                name: "KYRGYZSTAN".into(),
                names: vec![("KIRGISISTAN".into(), vec!["DE".into(), "AT".into()])],
            },
            salutation: "Dear Prosecutor General,".into(),
            closing: "Yours sincerely,".into(),
        }
    }

    fn typed() -> Typed {
        Typed {
            name: " Anna Berg ".into(),
            sender_lines: address_lines("Lindenweg 1\r\n\r\n 79098 Freiburg "),
            salutation: "  ".into(),
            body: "Please free her.".into(),
            style: LetterStyle::Prefilled,
            profile: Profile::Plain,
            paper: Paper::A4,
            alignment: Alignment::Justified,
            posted_from: String::new(),
        }
    }

    #[test]
    fn what_is_left_out_comes_from_the_case() {
        let spec = stationery().spec(&typed()).unwrap();
        assert_eq!(spec.salutation, "Dear Prosecutor General,");
        assert_eq!(spec.sender.name, "Anna Berg");
        assert_eq!(spec.sender.lines, ["Lindenweg 1", "79098 Freiburg"]);
        assert_eq!(spec.place_and_date, "Freiburg, 24 November 2026");
        let nameless = Typed { sender_lines: Vec::new(), ..typed() };
        assert_eq!(stationery().spec(&nameless).unwrap().place_and_date, "24 November 2026");
    }

    #[test]
    fn the_country_is_named_as_the_posting_countrys_post_reads_it() {
        let last = |from: &str| stationery().destination.lines(from).pop().unwrap();
        assert_eq!(last(""), "KYRGYZSTAN");
        assert_eq!(last("AT"), "KIRGISISTAN");
        assert_eq!(last("KG"), "Bishkek 720040");
    }

    #[test]
    fn every_field_that_is_too_long_is_named() {
        let long = Typed { name: "x".repeat(121), body: " ".into(), ..typed() };
        let wrong = stationery().spec(&long).unwrap_err();
        let told: Vec<_> = wrong.iter().map(|fault| (fault.field.as_ref(), fault.rule)).collect();
        assert_eq!(told, [("name", FaultRule::TooLong), ("body", FaultRule::Required)]);
    }

    #[test]
    fn the_engines_errors_quote_one_character_at_most() {
        let error = LetterError::NoGlyph { field: Field::Place, character: 'X', code: "U+0058".into() };
        let fault = Fault::of(&error).unwrap();
        assert_eq!((fault.field.as_ref(), fault.detail.as_deref()), ("town", Some("X (U+0058)")));
        assert_eq!(Fault::of(&LetterError::NoFonts), None);
    }

    #[test]
    fn the_date_line_names_the_town_without_its_postcode() {
        assert_eq!(town("79098 Freiburg"), "Freiburg");
        assert_eq!(town("Freiburg"), "Freiburg");
        assert_eq!(town("New York"), "New York");
        for (line, town_of) in [
            ("New York, NY 10001", "New York"),
            ("Toronto ON M5V 2T6", "Toronto"),
            ("Bishkek 720040", "Bishkek"),
            ("SW1A 1AA London", "London"),
            ("1012 AB Amsterdam", "Amsterdam"),
            ("110 00 Praha 1", "Praha 1"),
            ("D-79098 Freiburg", "Freiburg"),
            ("St. John’s", "St. John’s"),
        ] {
            assert_eq!(town(line), town_of);
        }
    }

    #[test]
    fn the_date_line_never_names_a_country_or_a_postcode() {
        let of = |address: &str| place(&address_lines(&address.replace(" / ", "\n")));
        assert_eq!(of("Lindenweg 1 / 79098 Freiburg / GERMANY"), "Freiburg");
        assert_eq!(of("Lindenweg 1 / 79098 Freiburg / Germany"), "", "a country, or a town: the date alone");
        assert_eq!(of("Lindenweg 1 / 79098 Freiburg"), "Freiburg");
        assert_eq!(of("350 Fifth Avenue / New York, NY 10001 / UNITED STATES"), "New York");
        assert_eq!(of("10 Downing Street / London / SW1A 2AA"), "London");
        assert_eq!(of("12 Main Street / London"), "London");
        assert_eq!(of("12 Main Street / LONDON"), "LONDON");
        assert_eq!(of("ул. Ленина 1 / 720040 Бишкек / КЫРГЫЗСТАН"), "Бишкек");
        assert_eq!(of(""), "");
    }

    #[test]
    fn an_address_that_does_not_fit_is_told_with_its_lines_and_the_room() {
        let error = LetterError::TooManyLines { field: Field::Recipient, lines: 7, limit: 6 };
        let fault = Fault::of(&error).unwrap().naming(&["The Governor".into(), "Akure".into()]);
        assert_eq!((fault.field.as_ref(), fault.rule), ("target", FaultRule::AddressTooLong));
        assert_eq!(fault.detail.as_deref(), Some("The Governor: 7 > 6"));
        let sender = LetterError::TooManyLines { field: Field::Sender, lines: 9, limit: 8 };
        let fault = Fault::of(&sender).unwrap().naming(&["The Governor".into()]);
        assert_eq!((fault.rule, fault.detail.as_deref()), (FaultRule::TooManyLines, Some("9 > 8")));
        let font =
            LetterError::NoFont { field: Field::Body, character: '漢', code: "U+6F22".into(), file: "a".into() };
        assert_eq!(Fault::of(&font).unwrap().rule, FaultRule::FontMissing);
    }
}
