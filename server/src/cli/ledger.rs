//! What is asked of the ledger, told it and taken back from it.

use std::path::PathBuf;

use clap::Args;
use domain::{Slug, country::Country};

/// `pillarbox totals`
#[derive(Debug, Args)]
pub struct Totals {
    /// The campaign; the current one by default
    #[arg(long, value_name = "SLUG")]
    pub campaign: Option<Slug>,
    /// As they stood at the end of a day (UTC), such as 2026-12-10
    #[arg(long, value_name = "DAY", value_parser = domain::date::day)]
    pub on: Option<time::Date>,
    /// As JSON, in the words of the API
    #[arg(long)]
    pub json: bool,
}

/// `pillarbox report`
#[derive(Debug, Args)]
pub struct Report {
    /// The table
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    /// The campaign
    #[arg(long, value_name = "SLUG")]
    pub campaign: String,
    /// The group, by its slug or its name
    #[arg(long, required_unless_present = "section", conflicts_with = "section")]
    pub group: Option<String>,
    /// The section, by its country's letters, such as de; or centre
    #[arg(long)]
    pub section: Option<String>,
    /// The first day, such as 2026-12-01
    #[arg(long, value_name = "DAY")]
    pub from: String,
    /// The last day, under which it is counted
    #[arg(long, value_name = "DAY")]
    pub to: String,
    /// How exact the numbers are: counted, estimated or at-least
    #[arg(long, default_value = "counted")]
    pub basis: String,
    /// By how many people it was, where that is known; else the largest number in the table's column `people`
    #[arg(long, value_name = "NUMBER")]
    pub people: Option<i64>,
    /// A remark for staff; it names nobody
    #[arg(long)]
    pub note: Option<String>,
    /// The reference of the report that this one replaces
    #[arg(long, value_name = "REFERENCE")]
    pub replaces: Option<String>,
    /// The report's own UUIDv7; the same id is the same report. A new one by default
    #[arg(long)]
    pub id: Option<uuid::Uuid>,
    /// Say what it would change and count nothing
    #[arg(long)]
    pub look: bool,
}

/// `pillarbox correct`
#[derive(Debug, Args)]
pub struct Correct {
    /// What stands on a receipt: an action or a whole report, by its reference
    #[arg(long, value_name = "REFERENCE", conflicts_with_all = ["campaign", "undo", "list"])]
    pub receipt: Option<String>,
    /// How many it really was: the difference is taken back or added
    #[arg(long, value_name = "NUMBER", requires = "receipt")]
    pub to: Option<u32>,
    /// List the senders of very much in the last seven days
    #[arg(long, conflicts_with_all = ["campaign", "receipt", "undo", "list"])]
    pub busy: bool,
    /// Everything in this campaign that fits what is said besides
    #[arg(long, value_name = "SLUG")]
    pub campaign: Option<Slug>,
    /// Only for this case
    #[arg(long, value_name = "SLUG", requires = "campaign")]
    pub case: Option<Slug>,
    /// Only of this kind
    #[arg(long, requires = "campaign")]
    pub kind: Option<domain::action::Kind>,
    /// Only from this country
    #[arg(long, value_name = "CODE", requires = "campaign")]
    pub country: Option<Country>,
    /// Only of this group
    #[arg(long, value_name = "SLUG", requires = "campaign")]
    pub group: Option<Slug>,
    /// Only what came in this way: online or reported
    #[arg(long, requires = "campaign")]
    pub channel: Option<domain::action::Channel>,
    /// Only what was done on this day or later
    #[arg(long, value_name = "DAY", value_parser = domain::date::day, requires = "campaign")]
    pub done_from: Option<time::Date>,
    /// Only what was done on this day or earlier
    #[arg(long, value_name = "DAY", value_parser = domain::date::day, requires = "campaign")]
    pub done_to: Option<time::Date>,
    /// Only what was counted at this moment or later, such as 2026-12-10T08:00:00Z
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "campaign")]
    pub counted_from: Option<time::OffsetDateTime>,
    /// Only what was counted before this moment
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "campaign")]
    pub counted_to: Option<time::OffsetDateTime>,
    /// Only what was sent from where the action on this receipt was sent from, on its day (known for seven days)
    #[arg(long, value_name = "REFERENCE", requires = "campaign")]
    pub same_sender_as: Option<String>,
    /// Only what is part of a burst: more than so many entries from one sender …
    #[arg(long, value_name = "NUMBER", requires = "burst_minutes")]
    pub burst_more_than: Option<u32>,
    /// … within so many minutes
    #[arg(long, value_name = "MINUTES", requires = "burst_more_than")]
    pub burst_minutes: Option<u32>,
    /// Only entries of at least so many actions at once
    #[arg(long, value_name = "NUMBER", requires = "campaign")]
    pub at_least: Option<u32>,
    /// Why: counted-twice, mistake, test, not-genuine or asked
    #[arg(long)]
    pub reason: Option<domain::ledger::Reason>,
    /// A remark for the audit trail; it names nobody
    #[arg(long, default_value = "")]
    pub remark: String,
    /// Do it: the number of actions that was shown before
    #[arg(long, value_name = "NUMBER", requires = "reason")]
    pub actions: Option<i64>,
    /// Put back what this correction took back
    #[arg(long, value_name = "CORRECTION", conflicts_with_all = ["campaign", "list"])]
    pub undo: Option<uuid::Uuid>,
    /// List the newest corrections
    #[arg(long, conflicts_with = "campaign")]
    pub list: bool,
}

/// `pillarbox grace`
#[derive(Debug, Args)]
pub struct Grace {
    /// Set it, 0 to 366; without it is said what holds
    #[arg(value_name = "DAYS")]
    pub days: Option<u16>,
}

/// `pillarbox groups`
#[derive(Debug, Args)]
pub struct Groups {
    /// Show this group on the site
    #[arg(long, value_name = "SLUG")]
    pub show: Option<Slug>,
    /// Take this group off the site's list
    #[arg(long, value_name = "SLUG")]
    pub hide: Option<Slug>,
}

fn moment(text: &str) -> Result<time::OffsetDateTime, String> {
    let read = time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339);
    read.map_err(|_| "write a moment as 2026-12-10T08:00:00Z".to_owned())
}
