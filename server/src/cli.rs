//! The command line.

mod bench;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use domain::{
    Lang, Slug,
    country::Country,
    pack::PackCode,
    section::Section,
    staff::{Login, Role},
};
use letter::spec::{Alignment, Paper, Profile};

pub use bench::{Bench, BenchCheck, BenchCounts, BenchFill, BenchLedger, BenchLetters, BenchLoad};

/// A letter-writing campaign engine.
#[derive(Debug, Parser)]
#[command(name = "pillarbox", version, about, long_about = None, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the binary does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site
    Serve(Serve),
    /// Bring the database to this version's schema
    Migrate,
    /// Bring campaigns, cases, targets, open letters and statements in from a folder, or actions from a file
    ///
    /// A folder is what `pillarbox export` writes. A file whose name ends in .csv holds actions, a row each, under a header
    /// line with id, campaign, case, kind, quantity, country, occurred_on, group: every row keeps the rules or none is
    /// counted, and a row that was counted before counts nothing.
    Import(Import),
    /// Write all content to a new folder, also drafts and withdrawn cases
    ///
    /// Campaigns, cases, targets, open letters, statements and their sources, as files that `pillarbox import` reads
    /// again; the same content always gives the same bytes. Records of every state are in it, also drafts and withdrawn
    /// cases: it is staff's own copy, so keep it where only staff can read it. Actions, receipts and the audit trail are
    /// not in it.
    Export(Export),
    /// Write one letter as a PDF
    Letter(Box<Letter>),
    /// Write a group's pack as a PDF: cover, case sheets, letters, tally sheet and what else a writing evening needs
    ///
    /// The pack is described in a TOML file; `docs/pack.toml` is one to start from. The same file on the same day gives the
    /// same PDF. A case that nobody writes for now, or that has no address, is refused by name, and nothing is written.
    Pack(Pack),
    /// Print a campaign's totals
    Totals(Totals),
    /// Recompute chains, tallies and snapshots from the ledger, and say what differs
    ///
    /// Changes nothing and may run beside a server. Exit 1 when anything differs.
    Verify,
    /// Give and take the accounts of staff
    Staff(Staff),
    /// Measure
    #[command(subcommand)]
    Bench(Bench),
    /// Count a group's or section's report from a table
    ///
    /// The table is CSV with the columns case, kind, quantity and, if you like, language, as spreadsheet programs write it.
    /// All rows are taken or none; each that is not right is named.
    Report(Box<Report>),
    /// Take back what was counted by mistake, or put it back
    ///
    /// Nothing in the ledger is changed: entries are added that compensate others and name them, with a reason. Without
    /// --actions it only says how much would be taken back.
    Correct(Box<Correct>),
    /// List groups, and say which the site shows
    Groups(Groups),
    /// For how many days after its end a campaign still takes reports
    Grace(Grace),
    /// Keys with which sections sign their daily totals
    Section(Sections),
    /// Print the configuration in force, secrets hidden
    Config,
}

/// `pillarbox serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Import this folder first when the database holds no campaign yet
    #[arg(long, value_name = "DIR")]
    pub first_import: Option<PathBuf>,
}

/// `pillarbox import DIR`
#[derive(Debug, Args)]
pub struct Import {
    /// The folder: bundle.toml, sources.toml, targets/, cases/, campaigns/, open-letters/, statements/; or FILE.csv
    pub folder: PathBuf,
    /// Overwrite records that staff changed by hand
    #[arg(long)]
    pub force: bool,
}

/// `pillarbox export DIR`
#[derive(Debug, Args)]
pub struct Export {
    /// A folder that is new or empty
    pub folder: PathBuf,
}

/// `pillarbox letter`
#[derive(Debug, Args)]
pub struct Letter {
    /// The case, by its name in addresses: rita-karasartova
    #[arg(long, value_name = "SLUG")]
    pub case: Slug,
    /// The office to write to; the case's first one with an address by default
    #[arg(long, value_name = "SLUG")]
    pub target: Option<Slug>,
    /// The letter's language
    #[arg(long, default_value = "en", value_name = "LANG")]
    pub lang: Lang,
    /// The envelope: plain, din5008-b, din5008-a, swiss-right, swiss-left, nf-z11-001, norway-c65, us-9-single or us-9-double;
    /// by default the one usual where it is posted
    #[arg(long)]
    pub profile: Option<Profile>,
    /// The sheet: a4 or letter; by default the one usual where it is posted
    #[arg(long)]
    pub paper: Option<Paper>,
    /// How lines end: ragged or justified
    #[arg(long, default_value = "ragged")]
    pub alignment: Alignment,
    /// Who writes: a TOML file with `name = "…"` and `lines = ["…"]`
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// The letter's text; by default the case's own points
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
    /// The day on the letter, such as 2026-11-23; today by default
    #[arg(long, value_name = "DAY", value_parser = domain::date::day)]
    pub date: Option<time::Date>,
    /// Where it is posted, by ISO code, such as DE
    #[arg(long, value_name = "CODE")]
    pub posted_from: Option<Country>,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub out: PathBuf,
}

/// `pillarbox pack`
#[derive(Debug, Args)]
pub struct Pack {
    /// What is in the pack: `title`, `date`, `include = [...]`, `[[letters]]`
    #[arg(long, value_name = "FILE")]
    pub spec: PathBuf,
    /// The code that is printed on it; by default one made from the spec, so that the same spec has the same code
    #[arg(long, value_name = "CODE")]
    pub code: Option<PackCode>,
    /// Show no progress
    #[arg(short, long)]
    pub quiet: bool,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    pub out: PathBuf,
}

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

/// `pillarbox staff`
#[derive(Debug, Args)]
pub struct Staff {
    /// What to do.
    #[command(subcommand)]
    pub command: StaffCommand,
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Make an account, or a new link for one that is there, and print the link that sets its password
    ///
    /// The link works once and for three days. For an account that is there it takes the place of all earlier links, and
    /// everybody signed in with it has to sign in again.
    Add(StaffAdd),
    /// End an account: its sessions and links end at once, and nobody signs in with it
    Disable(StaffDisable),
    /// Print a token with which a program uses the API in this account's name
    Token(StaffToken),
}

/// `pillarbox staff token`
#[derive(Debug, Args)]
pub struct StaffToken {
    /// What they sign in with
    #[arg(value_name = "E-MAIL")]
    pub login: Login,
    /// For how many days, 1 to 90
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    pub days: u16,
}

/// `pillarbox staff add`
#[derive(Debug, Args)]
pub struct StaffAdd {
    /// What they sign in with: an e-mail address, or a name without spaces
    #[arg(value_name = "E-MAIL")]
    pub login: Login,
    /// How they are called
    #[arg(long)]
    pub name: Option<String>,
    /// reader: reads counts; counter: corrects them too; editor: edits content; admin: everything
    #[arg(long, default_value = "reader")]
    pub role: Role,
    /// The section, by its country's two letters, such as de; or centre
    #[arg(long, default_value = "centre")]
    pub section: Section,
}

/// `pillarbox staff disable`
#[derive(Debug, Args)]
pub struct StaffDisable {
    /// What they sign in with
    #[arg(value_name = "E-MAIL")]
    pub login: Login,
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

/// `pillarbox section`
#[derive(Debug, Args)]
pub struct Sections {
    /// What to do.
    #[command(subcommand)]
    pub command: SectionCommand,
}

/// What can be done with sections.
#[derive(Debug, Subcommand)]
pub enum SectionCommand {
    /// Make a section's key and print it, once; an earlier key ends
    Key {
        /// The section, by its country's two letters, such as de; or centre
        #[arg(value_name = "SECTION")]
        section: Section,
    },
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
