//! The command line.

mod bench;
mod ledger;
mod staff;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use domain::{Lang, Slug, country::Country, pack::PackCode};
use letter::spec::{Alignment, Paper, Profile};

pub use bench::{Bench, BenchCheck, BenchCounts, BenchFill, BenchLedger, BenchLetters, BenchLoad};
pub use ledger::{Correct, Grace, Groups, Report, Totals};
pub use staff::{SectionCommand, Sections, Staff, StaffAdd, StaffCommand, StaffDisable, StaffToken};

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
    /// counted, and a row that was counted before counts nothing. Rows are then counted 50,000 at a time: an id that stands
    /// for something else already ends it there, and the same file can be imported again once that row is mended.
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
    /// The letter's language: one that the case has a text in, or that of the text given with --text
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
