//! From a form to a spec, the same on the server and in a browser.
//!
//! A [`Stationery`] is what stands in a letter whoever writes it; [`Typed`] is what a writer adds. What is wrong is told as
//! [`Fault`]s of the form's fields, never with more of what was typed than one character.

mod fault;
mod place;

use serde::{Deserialize, Serialize};

use crate::spec::{Alignment, LetterSpec, LetterStyle, Paper, Profile, Sender, SpecDate};

pub use fault::{Fault, FaultRule};
use place::{comma, place};

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
}
