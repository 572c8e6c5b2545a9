//! A report as it is shown and answered.

use std::collections::BTreeMap;

use domain::{Lang, Slug, action::Kind, campaign::Basis, date::iso_day, pack::PackCode, reference, section::Section};
use serde::Serialize;
use storage::reports::Stored;
use time::{Date, OffsetDateTime, serde::rfc3339};
use uuid::Uuid;

use crate::{Engine, EngineError};

/// A report, as its sender and staff see it. It names nobody but the cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportView {
    /// The public reference: `/receipts/{reference}`.
    pub reference: String,
    /// The client's own id.
    pub id: Uuid,
    /// The campaign in which it is counted.
    pub campaign: Slug,
    /// The group that reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Slug>,
    /// The section that reported, or that the group belongs to.
    pub section: Section,
    /// The report that it replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Uuid>,
    /// The report that replaced it: then it counts nothing any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Uuid>,
    /// The first day.
    #[serde(with = "iso_day")]
    pub collected_from: Date,
    /// The last day.
    #[serde(with = "iso_day")]
    pub collected_to: Date,
    /// How exact the numbers are.
    pub basis: Basis,
    /// By how many people it was, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// What was done.
    pub lines: Vec<ReportLine>,
    /// All lines together, in actions.
    pub actions: i64,
    /// How many of them still count: fewer once it was corrected, none once it was replaced.
    pub counts: i64,
    /// When it was counted, UTC.
    #[serde(with = "rfc3339")]
    pub recorded_at: OffsetDateTime,
    /// The group's name, for pages.
    #[serde(skip)]
    pub group_name: Option<String>,
    /// The note, for staff.
    #[serde(skip)]
    pub note: Option<String>,
    /// The pack it came from, for pages.
    #[serde(skip)]
    pub pack: Option<PackCode>,
}

/// A line of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportLine {
    /// The case; none once it is withdrawn.
    pub case: Option<Slug>,
    /// What was done.
    pub kind: Kind,
    /// How many, in actions.
    pub quantity: u32,
    /// In which language, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// The case's name, for pages.
    #[serde(skip)]
    pub case_name: Option<String>,
}

impl ReportView {
    /// How many of its actions count now, where staff corrected it. Of one that was replaced the later one says what counts.
    #[must_use]
    pub fn corrected_to(&self) -> Option<i64> {
        (self.replaced_by.is_none() && self.counts != self.actions).then_some(self.counts)
    }
}

impl Engine {
    /// The report with this reference.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none.
    pub async fn report_receipt(&self, written: &str) -> Result<ReportView, EngineError> {
        let id = reference::read(written).ok_or(EngineError::NotFound)?;
        let stored = storage::reports::by_id(&self.db, id).await?.ok_or(EngineError::NotFound)?;
        self.report_view(&stored).await
    }

    /// The names of all public cases, in small letters, for tables that people write.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn case_names(&self) -> Result<BTreeMap<String, Slug>, EngineError> {
        let today = self.today();
        let all = storage::cases::all(&self.read).await?;
        let public = all.into_values().map(|stored| stored.case).filter(|case| case.may_be_public_on(today));
        Ok(public.map(|case| (case.name.to_lowercase(), case.slug)).collect())
    }

    /// The reports of a group or section in a campaign, the newest first.
    pub(crate) async fn reports_of(
        &self,
        campaign: i16,
        group: i32,
        section: i16,
        most: u64,
    ) -> Result<Vec<ReportView>, EngineError> {
        let mut views = Vec::new();
        for stored in storage::reports::of_reporter(&self.db, campaign, group, section, most).await? {
            views.push(self.report_view(&stored).await?);
        }
        Ok(views)
    }

    /// All reports, the newest first, for staff.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not see them.
    pub async fn reports(&self, actor: &crate::Actor, skip: u64, most: u64) -> Result<Vec<ReportView>, EngineError> {
        if !actor.may_correct() {
            return Err(EngineError::Denied);
        }
        let mut views = Vec::new();
        for stored in storage::reports::newest(&self.db, skip, most).await? {
            views.push(self.report_view(&stored).await?);
        }
        Ok(views)
    }

    pub(crate) async fn report_view(&self, stored: &Stored) -> Result<ReportView, EngineError> {
        let report = &stored.report;
        let cases = storage::cases::by_slugs(&self.db, report.lines.iter().map(|line| &line.case)).await?;
        let today = self.today();
        // a withdrawn case is counted, and named nowhere
        let line = |line: &domain::report::Line| {
            let case = cases.get(&line.case).map(|stored| &stored.case).filter(|case| case.may_be_public_on(today));
            ReportLine {
                case: case.map(|case| case.slug.clone()),
                case_name: case.map(|case| case.name.clone()),
                kind: line.kind,
                quantity: line.quantity,
                language: line.language.clone(),
            }
        };
        let group = match stored.group {
            0 => None,
            number => storage::groups::by_number(&self.db, number).await?.map(|stored| stored.group),
        };
        let standing = self.standing_of_report(&self.db, stored).await?;
        let replaced_by = storage::reports::replacing(&self.db, report.id).await?.map(|later| later.report.id);
        Ok(ReportView {
            reference: reference::write(report.id),
            id: report.id,
            campaign: report.campaign.clone(),
            group: group.as_ref().map(|group| group.slug.clone()),
            section: Section::from_number(stored.section),
            replaces: report.replaces,
            replaced_by,
            collected_from: report.collected_from,
            collected_to: report.collected_to,
            basis: report.basis,
            people: report.people,
            lines: report.lines.iter().map(line).collect(),
            actions: report.actions(),
            counts: standing.iter().map(|one| one.counts).sum(),
            recorded_at: stored.recorded_at,
            group_name: group.map(|group| group.name),
            note: report.note.clone(),
            pack: stored.pack,
        })
    }
}
