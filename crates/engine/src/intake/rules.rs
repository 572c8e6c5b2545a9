//! From an action to an entry of the ledger, and whether it may be counted.

use domain::{
    action::{Action, Channel},
    campaign::Basis,
    field::Rule,
    ledger::EntryKind,
    section::Section,
};
use storage::{entity::action::Model, ledger::Entry};
use time::OffsetDateTime;

use super::Content;
use crate::{EngineError, receipts::days};

/// The entry that an action is. Campaign, case and group have to be there; whether they count it is asked of a new one
/// only. Its section is its group's, else its country's, else the centre.
pub(crate) fn entry(content: &Content, action: &Action) -> Result<Entry, EngineError> {
    let campaign = content
        .campaign(&action.campaign)
        .filter(|known| known.campaign.state.is_public())
        .ok_or_else(|| EngineError::field("campaign", Rule::UnknownCampaign))?;
    let case = content.case(&action.case).ok_or_else(|| EngineError::field("case", Rule::UnknownCase))?;
    let (group, country) = match &action.group {
        None => (0, action.country),
        Some(slug) => content.group(slug).ok_or_else(|| EngineError::field("group", Rule::UnknownGroup))?,
    };
    Ok(Entry {
        campaign: campaign.number,
        id: action.id,
        case: case.number,
        kind: action.kind,
        quantity: i32::try_from(action.quantity).unwrap_or(i32::MAX),
        country: action.country,
        section: Section::of_country(country).number(),
        group,
        occurred_on: days(action.occurred_on),
        channel: Channel::Online,
        basis: Basis::Counted,
        entry: EntryKind::Action,
        origin: None,
    })
}

/// Whether campaign and case count it.
pub(crate) fn counts(content: &Content, action: &Action, now: OffsetDateTime) -> Result<(), EngineError> {
    let (Some(campaign), Some(case)) = (content.campaign(&action.campaign), content.case(&action.case)) else {
        return Ok(());
    };
    action.check(&campaign.campaign, &case.case, case.state, now).map_err(EngineError::Invalid)
}

/// Whether a row and an entry are the same action. The moment of counting is not part of it, nor the section, which
/// follows from the rest.
pub(crate) fn says_the_same(row: &Model, entry: &Entry) -> bool {
    Entry::of_row(row, None) == Some(Entry { section: row.section, ..entry.clone() })
}
