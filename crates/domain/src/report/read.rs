//! From what arrives to a report.

use std::collections::BTreeSet;

use super::{LONGEST_NOTE, Line, MOST_LINES, MOST_REPORTED, NewLine, NewReport, Report, Reporter};
use crate::{
    Lang, Slug,
    action::Kind,
    campaign::Basis,
    field::{FieldError, Rule},
};

impl NewReport {
    /// Reads the fields.
    ///
    /// # Errors
    /// Every field that is not what it should be, not only the first; those of a line are called `lines[2].quantity`.
    pub fn read(&self) -> Result<Report, Vec<FieldError>> {
        let none = self.lines.is_empty().then(|| FieldError::new("lines", Rule::NoLines));
        match (self.read_or_nothing(), none) {
            (Ok(report), None) => Ok(report),
            (read, none) => Err(none.into_iter().chain(read.err().into_iter().flatten()).collect()),
        }
    }

    /// The same for a report that may have no line: it says that nothing was done after all.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_or_nothing(&self) -> Result<Report, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let lines = self.read_lines(&mut wrong);
        let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
        if self.id.get_version_num() != 7 {
            note("id", Rule::NotUuid7);
        }
        if self.replaces.is_some_and(|id| id.is_nil()) {
            note("replaces", Rule::UnknownReport);
        }
        let campaign = self.campaign.parse::<Slug>().map_err(|_| note("campaign", Rule::UnknownCampaign));
        let reporter = self.reporter().map_err(|(field, rule)| note(field, rule));
        let from = crate::date::day(self.collected_from.trim()).map_err(|_| note("collected_from", Rule::Format));
        let to = crate::date::day(self.collected_to.trim()).map_err(|_| note("collected_to", Rule::Format));
        if let (Ok(from), Ok(to)) = (from, to)
            && from > to
        {
            note("collected_to", Rule::NotBeforeTheFirstDay);
        }
        let basis = self.basis.parse::<Basis>().map_err(|word| wrong.push(FieldError::unknown_word("basis", &word)));
        let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
        let people = self.people.map(|people| {
            let people = u32::try_from(people).ok().filter(|people| (1..=MOST_REPORTED).contains(people));
            people.ok_or_else(|| note("people", Rule::OneToTenMillion))
        });
        let people = people.transpose();
        let remark = self.note.as_deref().map(str::trim).filter(|text| !text.is_empty());
        if remark.is_some_and(|text| text.chars().count() > LONGEST_NOTE) {
            wrong.push(FieldError::with_detail("note", Rule::TooLong, LONGEST_NOTE.to_string()));
        }
        match (campaign, reporter, from, to, basis, people) {
            (Ok(campaign), Ok(reporter), Ok(from), Ok(to), Ok(basis), Ok(people)) if wrong.is_empty() => Ok(Report {
                id: self.id,
                campaign,
                reporter,
                replaces: self.replaces,
                collected_from: from,
                collected_to: to,
                basis,
                people,
                note: remark.map(str::to_owned),
                lines,
            }),
            _ => Err(wrong),
        }
    }

    fn reporter(&self) -> Result<Reporter, (&'static str, Rule)> {
        let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        match (given(&self.group), given(&self.section)) {
            (Some(group), None) => Ok(Reporter::Group(group)),
            (None, Some(section)) => {
                section.parse().map(Reporter::Section).map_err(|_| ("section", Rule::UnknownSection))
            }
            _ => Err(("group", Rule::GroupOrSection)),
        }
    }

    fn read_lines(&self, wrong: &mut Vec<FieldError>) -> Vec<Line> {
        if self.lines.len() > MOST_LINES {
            // the lines of such a file are not worth naming one by one
            wrong.push(FieldError::with_detail("lines", Rule::TooManyLines, MOST_LINES.to_string()));
            return Vec::new();
        }
        let mut seen = BTreeSet::new();
        let mut lines = Vec::new();
        for (n, new) in self.lines.iter().enumerate() {
            match new.read(n) {
                Err(errors) => wrong.extend(errors),
                Ok(line) if !seen.insert((line.case.clone(), line.kind, line.language.clone())) => {
                    wrong.push(FieldError::new(&format!("lines[{n}]"), Rule::StandsTwice));
                }
                Ok(line) => lines.push(line),
            }
        }
        lines
    }
}

impl NewLine {
    fn read(&self, n: usize) -> Result<Line, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let place = |field: &str| format!("lines[{n}].{field}");
        let case = self.case.trim().parse::<Slug>();
        let case = case.map_err(|_| wrong.push(FieldError::new(&place("case"), Rule::UnknownCase)));
        let kind = self.kind.trim().parse::<Kind>();
        let kind = kind.map_err(|word| wrong.push(FieldError::unknown_word(&place("kind"), &word)));
        let mut note = |field: &str, rule| wrong.push(FieldError::new(&place(field), rule));
        let quantity = u32::try_from(self.quantity).ok().filter(|n| (1..=MOST_REPORTED).contains(n));
        if quantity.is_none() {
            note("quantity", Rule::OneToTenMillion);
        }
        let language = self.language.as_deref().map(str::trim).filter(|tag| !tag.is_empty());
        let language = language.map(str::parse::<Lang>).transpose().map_err(|_| note("language", Rule::Format));
        match (case, kind, quantity, language) {
            (Ok(case), Ok(kind), Some(quantity), Ok(language)) => Ok(Line { case, kind, quantity, language }),
            _ => Err(wrong),
        }
    }
}
