//! Reports: what groups and sections say they did.
//!
//! A report is counted line by line under the channel `reported`. One that replaces an earlier one takes the earlier one
//! back in the same transaction, by entries of the ledger that name what they correct; both stay on record.

mod csv;
mod entries;
mod grace;
mod pack;
mod view;

use std::collections::BTreeMap;

use domain::{
    Slug,
    field::{FieldError, Rule},
    pack::PackCode,
    report::{Change, MOST_LINES, NewReport, Report, Reporter, difference},
    section::Section,
};
use sea_orm::DatabaseTransaction;
use serde::Serialize;
use storage::{groups::Stored as StoredGroup, reports::Stored};
use uuid::Uuid;

use crate::{Actor, Engine, EngineError, corrections::Compensation, groups::NamedGroup};

pub use csv::{CsvLines, read_csv};
pub use pack::{PackCase, PackReport};
pub use view::{ReportLine, ReportView};

/// What became of a report that was sent.
#[derive(Clone, Debug)]
pub struct Reported {
    /// What is counted.
    pub view: ReportView,
    /// Whether this was the first time; a repeat counts nothing.
    pub first: bool,
}

/// What a report would change, shown before it is sent.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPreview {
    /// The report as it was understood.
    #[serde(skip)]
    pub report: Report,
    /// All its lines together, in actions.
    pub actions: i64,
    /// All lines of the report that it replaces, in actions; none where it replaces none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
    /// The lines that differ from the report that it replaces; every line where it replaces none.
    pub changes: Vec<Change>,
    /// The names of its cases, as far as they are public, for pages.
    #[serde(skip)]
    pub names: BTreeMap<Slug, String>,
}

/// Where a report comes from, besides what it says itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportSource {
    /// The pack whose form it is.
    pub pack: Option<PackCode>,
    /// The group as it named itself; it is made where there is none yet. The report's own `group` is not looked at then.
    pub group: Option<NamedGroup>,
}

/// Who reports, in the ledger's numbers.
struct Who {
    group: Option<StoredGroup>,
    section: Section,
}

impl Who {
    fn group_number(&self) -> i32 {
        self.group.as_ref().map_or(0, |group| group.number)
    }
}

/// A report that was read and may be counted, with what it needs.
struct Ready {
    report: Report,
    campaign: storage::campaigns::Stored,
    cases: BTreeMap<Slug, storage::cases::Stored>,
    earlier: Option<Stored>,
}

impl Engine {
    /// Counts a report. Sent twice, it is one report. Anybody may for a group, as with actions: staff correct what is not so.
    /// In a section's name only who is known to speak for it: its numbers are a country's.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor does not speak for the section that it names;
    /// [`EngineError::Invalid`] with every rule it breaks, [`EngineError::Conflict`] when its id was used with other
    /// fields or the report that it replaces was replaced at the same moment, [`EngineError::Unavailable`] when it cannot
    /// be committed: then nothing was counted.
    pub async fn record_report(
        &self,
        actor: &Actor,
        new: &NewReport,
        source: &ReportSource,
    ) -> Result<Reported, EngineError> {
        let report = self.read_report(new).await?;
        let writer = self.writer().await?;
        let tx = storage::begin(&self.db).await?;
        let counted = self.count_report(&tx, writer, actor, report, source).await;
        self.end_report(tx, counted).await
    }

    /// Reads a report's fields. Where one is not what it should be, campaign and cases are asked all the same: whoever
    /// mends the report hears of everything at once.
    async fn read_report(&self, new: &NewReport) -> Result<Report, EngineError> {
        match new.read() {
            Ok(report) => Ok(report),
            Err(wrong) => Err(self.all_wrong(new, wrong).await?),
        }
    }

    /// What is wrong with a report's fields, and what campaign and cases say against the rest.
    pub(crate) async fn all_wrong(
        &self,
        new: &NewReport,
        mut wrong: Vec<FieldError>,
    ) -> Result<EngineError, EngineError> {
        if let Ok(slug) = new.campaign.parse::<Slug>()
            && let Some(known) = storage::campaigns::by_slug(&self.db, &slug).await?
            && known.campaign.state.is_public()
        {
            let slugs: Vec<Slug> =
                new.lines.iter().take(MOST_LINES).filter_map(|line| line.case.trim().parse().ok()).collect();
            let cases = storage::cases::by_slugs(&self.db, &slugs).await?;
            wrong.extend(
                new.check_lines(&known.campaign, |slug| cases.get(slug).map(|known| (&known.case, known.state))),
            );
        }
        Ok(EngineError::Invalid(in_order(wrong)))
    }

    /// Ends the transaction in which a report was counted, or refused.
    pub(crate) async fn end_report(
        &self,
        tx: DatabaseTransaction,
        counted: Result<(Stored, bool), EngineError>,
    ) -> Result<Reported, EngineError> {
        match counted {
            Ok((stored, first)) => {
                tx.commit().await?;
                self.counted().await;
                Ok(Reported { view: self.report_view(&stored).await?, first })
            }
            Err(refusal) => {
                tx.rollback().await?;
                Err(refusal)
            }
        }
    }

    /// What a report would change. Nothing is written.
    ///
    /// # Errors
    /// As [`Engine::record_report`].
    pub async fn preview_report(
        &self,
        actor: &Actor,
        new: &NewReport,
        source: &ReportSource,
    ) -> Result<ReportPreview, EngineError> {
        let report = self.read_report(new).await?;
        let tx = storage::begin_reading(&self.db).await?;
        // a group that is not there yet has no earlier report
        let who = match &source.group {
            Some(named) => storage::groups::by_name_in(&tx, &named.name, named.country).await?.map(in_the_ledger),
            None => Some(self.who(&tx, &report, source, actor).await?),
        };
        let ready = self.ready(&tx, report, who.as_ref()).await?;
        tx.rollback().await?;
        let before = ready.earlier.as_ref().map(|earlier| earlier.report.lines.as_slice());
        Ok(ReportPreview {
            actions: ready.report.actions(),
            before: ready.earlier.as_ref().map(|earlier| earlier.report.actions()),
            names: self.public_names(&ready.cases),
            changes: difference(before.unwrap_or_default(), &ready.report.lines),
            report: ready.report,
        })
    }

    pub(crate) async fn count_report(
        &self,
        tx: &DatabaseTransaction,
        writer: i32,
        actor: &Actor,
        report: Report,
        source: &ReportSource,
    ) -> Result<(Stored, bool), EngineError> {
        let who = self.who(tx, &report, source, actor).await?;
        let report = Report { reporter: reporter(&who), ..report };
        if let Some(earlier) = storage::reports::by_id(tx, report.id).await? {
            return if earlier.report == report { Ok((earlier, false)) } else { Err(EngineError::Conflict) };
        }
        let ready = self.ready(tx, report, Some(&who)).await?;
        let stored = Stored {
            campaign: ready.campaign.number,
            group: who.group_number(),
            section: who.section.number(),
            pack: source.pack,
            actor: actor.name(),
            recorded_at: self.now(),
            report: ready.report.clone(),
        };
        let taken_back = match &ready.earlier {
            Some(earlier) => self.takes_back(tx, actor, earlier, stored.report.id).await?,
            None => Compensation::default(),
        };
        let lines = self.count_lines(tx, writer, &ready, &stored, taken_back).await?;
        storage::reports::add(tx, &stored, &lines).await?;
        if let (Some(code), Some(group)) = (source.pack, &who.group) {
            self.pack_is_of(tx, code, group).await?;
        }
        let detail = serde_json::json!({
            "campaign": stored.report.campaign, "lines": lines.len(), "actions": stored.report.actions(),
            "replaces": stored.report.replaces,
        });
        self.trace(tx, actor, "report", format!("report:{}", stored.report.id), detail).await?;
        Ok((stored, true))
    }

    /// Who reports: the group that named itself or is given, or the section.
    async fn who(
        &self,
        tx: &DatabaseTransaction,
        report: &Report,
        source: &ReportSource,
        actor: &Actor,
    ) -> Result<Who, EngineError> {
        let group = match (&source.group, &report.reporter) {
            (Some(named), _) => self.group_named(tx, actor, named).await?,
            (None, Reporter::Group(given)) => self.group_given(tx, given).await?,
            (None, Reporter::Section(section)) if actor.may_report_for(*section) => {
                return Ok(Who { group: None, section: *section });
            }
            (None, Reporter::Section(_)) => return Err(EngineError::Denied),
        };
        Ok(in_the_ledger(group))
    }

    /// Asks campaign, cases and the report that it replaces whether it may be counted.
    async fn ready(&self, tx: &DatabaseTransaction, report: Report, who: Option<&Who>) -> Result<Ready, EngineError> {
        let unknown = || EngineError::field("campaign", Rule::UnknownCampaign);
        let campaign = storage::campaigns::by_slug(tx, &report.campaign).await?;
        let campaign = campaign.filter(|stored| stored.campaign.state.is_public()).ok_or_else(unknown)?;
        let cases = storage::cases::by_slugs(tx, report.lines.iter().map(|line| &line.case)).await?;
        let grace = self.grace(tx).await?;
        let find = |slug: &Slug| cases.get(slug).map(|stored| (&stored.case, stored.state));
        let mut wrong = report.check(&campaign.campaign, find, grace, self.now()).err().unwrap_or_default();
        let earlier = match report.replaces {
            None => None,
            Some(id) => match self.replaceable(tx, id, campaign.number, who).await? {
                Ok(earlier) => Some(earlier),
                Err(refusal) => {
                    wrong.push(refusal);
                    None
                }
            },
        };
        if wrong.is_empty() { Ok(Ready { report, campaign, cases, earlier }) } else { Err(EngineError::Invalid(wrong)) }
    }

    /// The report that is to be replaced: of the same campaign and the same group or section, and not replaced yet.
    async fn replaceable(
        &self,
        tx: &DatabaseTransaction,
        id: Uuid,
        campaign: i16,
        who: Option<&Who>,
    ) -> Result<Result<Stored, FieldError>, EngineError> {
        let found = storage::reports::by_id(tx, id).await?.filter(|earlier| {
            let same = |who: &Who| earlier.group == who.group_number() && earlier.section == who.section.number();
            earlier.campaign == campaign && who.is_some_and(same)
        });
        let Some(earlier) = found else { return Ok(Err(FieldError::new("replaces", Rule::UnknownReport))) };
        Ok(match storage::reports::replacing(tx, id).await? {
            Some(later) => Err(FieldError::with_detail("replaces", Rule::ReplacedBefore, later.report.id.to_string())),
            None => Ok(earlier),
        })
    }

    fn public_names(&self, cases: &BTreeMap<Slug, storage::cases::Stored>) -> BTreeMap<Slug, String> {
        let today = self.today();
        let public = cases.values().map(|stored| &stored.case).filter(|case| case.may_be_public_on(today));
        public.map(|case| (case.slug.clone(), case.name.clone())).collect()
    }

    /// A pack without a group is of the group that reports from it.
    async fn pack_is_of(
        &self,
        tx: &DatabaseTransaction,
        code: PackCode,
        group: &StoredGroup,
    ) -> Result<(), EngineError> {
        let open = storage::packs::by_code(tx, code).await?.is_some_and(|pack| pack.group == 0);
        if open {
            storage::packs::set_group(tx, code, group.number).await?;
        }
        Ok(())
    }
}

/// What is wrong with the whole, then what is wrong with each line.
fn in_order(mut wrong: Vec<FieldError>) -> Vec<FieldError> {
    wrong.sort_by_key(|error| error.line().map(|(n, _)| n));
    wrong
}

fn in_the_ledger(group: StoredGroup) -> Who {
    Who { section: group.group.section(), group: Some(group) }
}

/// The reporter as it stays on record: a group by its slug, however it was given.
fn reporter(who: &Who) -> Reporter {
    match &who.group {
        Some(group) => Reporter::Group(group.group.slug.to_string()),
        None => Reporter::Section(who.section),
    }
}
