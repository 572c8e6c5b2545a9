//! A report's rows in the ledger.

use domain::{
    action::Channel,
    country::Country,
    ledger::{EntryKind, Reason},
    report::Line,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use storage::{
    ledger::{Entry, Origin},
    reports::Stored,
};
use uuid::Uuid;

use super::Ready;
use crate::{
    Actor, Engine, EngineError,
    corrections::{Compensation, Standing, Why},
    receipts::days,
};

impl Engine {
    /// Counts the lines of a report: one row of the ledger each, under the report's last day. What is taken back for it goes
    /// the same way at once: sums of days are locked in their order, and two turns could meet another writer's half-way.
    pub(super) async fn count_lines(
        &self,
        tx: &DatabaseTransaction,
        writer: i32,
        ready: &Ready,
        stored: &Stored,
        taken_back: Compensation,
    ) -> Result<Vec<storage::reports::Line>, EngineError> {
        let country = self.country_of(tx, stored).await?;
        let mut entries = taken_back.entries;
        let mut lines = Vec::new();
        for (n, line) in stored.report.lines.iter().enumerate() {
            let case = ready.cases.get(&line.case).ok_or(EngineError::Internal)?.number;
            let quantity = i32::try_from(line.quantity).map_err(|_| EngineError::Internal)?;
            let entry = self.entry(stored, line, case, quantity, country);
            lines.push(storage::reports::Line {
                report: stored.report.id,
                line: i32::try_from(n).map_err(|_| EngineError::Internal)?,
                cases: case,
                kind: line.kind.number(),
                quantity,
                language: line.language.as_ref().map(ToString::to_string),
                entry: entry.id,
            });
            entries.push(entry);
        }
        self.append(tx, writer, &entries).await?;
        storage::corrections::add(tx, &taken_back.corrections).await?;
        Ok(lines)
    }

    fn entry(&self, stored: &Stored, line: &Line, case: i16, quantity: i32, country: Country) -> Entry {
        Entry {
            campaign: stored.campaign,
            id: self.new_id(),
            case,
            kind: line.kind,
            quantity,
            country,
            section: stored.section,
            group: stored.group,
            occurred_on: days(stored.report.collected_to),
            channel: Channel::Reported,
            basis: stored.report.basis,
            entry: EntryKind::ReportLine,
            origin: Some(Origin { id: stored.report.id, reason: None }),
        }
    }

    /// The country that a report is counted for: the group's, or the section's.
    async fn country_of(&self, tx: &DatabaseTransaction, stored: &Stored) -> Result<Country, EngineError> {
        if stored.group != 0 {
            let group = storage::groups::by_number(tx, stored.group).await?.ok_or(EngineError::Internal)?;
            return Ok(group.group.country);
        }
        let section = domain::section::Section::from_number(stored.section);
        Ok(section.country().unwrap_or(Country::UNKNOWN))
    }

    /// What still counts of a report's lines.
    pub(crate) async fn standing_of_report(
        &self,
        db: &impl ConnectionTrait,
        report: &Stored,
    ) -> Result<Vec<Standing>, EngineError> {
        let entries = storage::reports::entries(db, report.report.id).await?;
        self.standing(db, report.campaign, &entries).await
    }

    /// What takes all that a report still counts back, because `later` takes its place.
    pub(super) async fn takes_back(
        &self,
        tx: &DatabaseTransaction,
        actor: &Actor,
        earlier: &Stored,
        later: Uuid,
    ) -> Result<Compensation, EngineError> {
        let standing = self.standing_of_report(tx, earlier).await?;
        storage::reports::set_counts(tx, earlier.report.id, false).await?;
        self.compensation(&standing, 0, &Why { batch: later, reason: Reason::Replaced, actor })
    }
}
