//! What has to hold for what many sign together: open letters and statements.

use super::{BundleError, Known, listed, problem, unknown_source};
use crate::{open_letter::OpenLetter, statement::Statement};

pub fn open_letter(letter: &OpenLetter, known: &Known<'_>) -> Option<BundleError> {
    let file = format!("open-letters/{}.toml", letter.slug);
    if let Some((field, what)) = letter.contradictions().into_iter().next() {
        return Some(problem(file, field, what));
    }
    let events = letter.events.iter().enumerate();
    let cited = listed("sources", &letter.sources)
        .chain(listed("addressee.sources", &letter.addressee.sources))
        .chain(events.flat_map(|(at, event)| listed(format!("events[{at}].sources"), &event.sources)));
    unknown_source(&file, known, cited)
}

pub fn statement(statement: &Statement, known: &Known<'_>) -> Option<BundleError> {
    let file = format!("statements/{}.toml", statement.slug);
    if let Some((field, what)) = statement.contradictions().into_iter().next() {
        return Some(problem(file, field, what));
    }
    if let Some((field, slug)) = statement.cases().find(|(_, slug)| !known.cases.contains(slug)) {
        return Some(problem(file, field, format!("no case has the slug {slug}")));
    }
    let letters = statement.see_also.open_letters.iter().enumerate();
    if let Some((at, slug)) = letters.into_iter().find(|(_, slug)| !known.open_letters.contains(slug)) {
        let what = format!("no open letter has the slug {slug}");
        return Some(problem(file, format!("see_also.open_letters[{at}]"), what));
    }
    unknown_source(&file, known, listed("sources", &statement.sources))
}
