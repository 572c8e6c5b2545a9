//! `GET /staff/counts.csv`: what `/staff/counts` shows under the same filters, for a spreadsheet.
//!
//! UTF-8 with a byte order mark, because Excel reads names such as "Şebnem" wrongly without one and every other program
//! passes over it; commas and CRLF as RFC 4180 has it; one line a number, so that nothing has to be taken apart again.

use axum::{
    Extension,
    extract::{RawQuery, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Lang, date::iso, field::FieldError};
use engine::{
    Actor, EngineError,
    counts::{CountedCase, Counts, Key, Part, Question},
};

use super::not_now;
use crate::web::Site;

const MARK: &str = "\u{feff}";

const HEADS: [&str; 13] = [
    "campaign",
    "case",
    "case_name",
    "case_country",
    "case_state",
    "country",
    "country_name",
    "section",
    "day",
    "kind",
    "channel",
    "basis",
    "actions",
];

/// The file.
pub async fn file(State(site): State<Site>, actor: Option<Extension<Actor>>, RawQuery(query): RawQuery) -> Response {
    // nobody gets here without: the gate stands before it
    let Some(Extension(actor)) = actor else { return StatusCode::FORBIDDEN.into_response() };
    let question = match Question::read(query.as_deref().unwrap_or_default()) {
        Ok(question) => question,
        Err(wrong) => return refused(&wrong),
    };
    match site.engine.counts(&actor, &question).await {
        Ok(counts) => written(&counts).map_or_else(not_now, |csv| answer(&counts, csv)),
        Err(EngineError::Invalid(wrong)) => refused(&wrong),
        Err(EngineError::Denied) => (StatusCode::FORBIDDEN, "Your account may not read counts.").into_response(),
        Err(EngineError::NotFound) => (StatusCode::NOT_FOUND, "There is no campaign yet.").into_response(),
        Err(_) => not_now(),
    }
}

fn refused(wrong: &[FieldError]) -> Response {
    let line = |error: &FieldError| format!("{}: {}\n", error.field, error.rule.remedy());
    (StatusCode::UNPROCESSABLE_ENTITY, wrong.iter().map(line).collect::<String>()).into_response()
}

fn answer(counts: &Counts, csv: Vec<u8>) -> Response {
    let name = format!("counts-{}-{}.csv", counts.campaign.slug, iso(counts.as_of.date()));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, csv).into_response()
}

/// The whole file; none when it cannot be written, which memory never refuses.
fn written(counts: &Counts) -> Option<Vec<u8>> {
    let out = MARK.as_bytes().to_vec();
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(HEADS).ok()?;
    for row in &counts.rows {
        for part in row.cells.parts() {
            csv.write_record(line(counts, &row.key, part)).ok()?;
        }
    }
    csv.into_inner().ok()
}

fn line(counts: &Counts, key: &Key, part: &Part) -> [String; 13] {
    let (mut case, mut country, mut section, mut day) = (None, None, String::new(), String::new());
    match key {
        Key::Case(of) => case = Some(of),
        Key::Country(from) => country = Some(*from),
        Key::CaseAndCountry(of, from) => (case, country) = (Some(of), Some(*from)),
        Key::Section(of) => section = of.to_string(),
        Key::Day(of) => day = iso(*of),
        Key::Kind(_) => {}
    }
    let of = |part: fn(&CountedCase) -> String| case.map(part).unwrap_or_default();
    let text = [
        counts.campaign.slug.to_string(),
        of(|case| case.slug.to_string()),
        of(|case| case.name.clone()),
        of(|case| case.country.to_string()),
        of(|case| case.state.to_string()),
        country.map(|country| country.to_string()).unwrap_or_default(),
        country.map(|country| country.name(&Lang::en()).to_owned()).unwrap_or_default(),
        section,
        day,
        part.kind.to_string(),
        part.channel.to_string(),
        part.basis.to_string(),
    ];
    let mut texts = text.into_iter().map(harmless);
    let mut line: [String; 13] = std::array::from_fn(|_| texts.next().unwrap_or_default());
    line[12] = part.actions.to_string();
    line
}

/// A text that no spreadsheet takes for a formula: one that would begin like a formula gets an apostrophe before it.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_is_a_text() {
        for formula in ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"https://x\")"] {
            assert_eq!(harmless(formula.to_owned()), format!("'{formula}"));
        }
        for text in ["Rita Karasartova", "2026-11-23", "", "Wet'suwet'en", "A=B"] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
