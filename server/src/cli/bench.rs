//! `pillarbox bench …`: what is measured.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use domain::Slug;

/// `pillarbox bench letters`
#[derive(Debug, Args)]
pub struct BenchLetters {
    /// How many letters, each with a sender and an addressee of its own
    #[arg(long, default_value_t = 1_000, value_name = "NUMBER")]
    pub letters: usize,
    /// A text of its own for each letter, too; by default all have one
    #[arg(long)]
    pub own_texts: bool,
    /// Compress and write the file on the thread that sets the letters, as a browser does
    #[arg(long)]
    pub one_core: bool,
    /// Keep the file
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Print what was measured as JSON
    #[arg(long)]
    pub json: bool,
    /// Write the letters themselves as JSON, to measure other programs with them, and set nothing
    #[arg(long, value_name = "FILE")]
    pub specs: Option<PathBuf>,
}

/// `pillarbox bench`
#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Set a pack of letters and write it as one PDF; needs no database
    Letters(BenchLetters),
    /// Durable actions a second over HTTP, the naive design beside it in the same run
    Ledger(BenchLedger),
    /// Ask everything that staff's page of counts can ask
    Counts(BenchCounts),
    /// Fill a database with many actions
    Fill(BenchFill),
    /// Send actions to a server and keep the ids of those that it acknowledged
    Load(BenchLoad),
    /// Compare acknowledged ids with the ledger
    Check(BenchCheck),
}

/// `pillarbox bench ledger`
#[derive(Debug, Args)]
pub struct BenchLedger {
    /// The database to use; by default a new SQLite file in the folder
    #[arg(long, value_name = "URL")]
    pub database_url: Option<String>,
    /// Where the SQLite file is made; a temporary folder by default
    #[arg(long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// How many clients at once, run by run
    #[arg(long, value_delimiter = ',', default_values_t = [1, 16, 256, 1000])]
    pub clients: Vec<usize>,
    /// How long each run takes
    #[arg(long, default_value_t = 5)]
    pub seconds: u64,
}

/// `pillarbox bench counts`
#[derive(Debug, Args)]
pub struct BenchCounts {
    /// How many editions are asked about, the newest first
    #[arg(long, default_value_t = 3)]
    pub editions: usize,
    /// How many of the slowest questions are named
    #[arg(long, default_value_t = 5)]
    pub slowest: usize,
}

/// `pillarbox bench fill`
#[derive(Debug, Args)]
pub struct BenchFill {
    /// How many actions
    #[arg(long, default_value_t = 56_000_000)]
    pub actions: u64,
}

/// `pillarbox bench load`
#[derive(Debug, Args)]
pub struct BenchLoad {
    /// The server
    #[arg(long, default_value = "127.0.0.1:3000")]
    pub addr: std::net::SocketAddr,
    /// The file that acknowledged ids are added to, a line each
    #[arg(long, value_name = "FILE")]
    pub acknowledged: PathBuf,
    /// The campaign
    #[arg(long, default_value = "open-cases")]
    pub campaign: Slug,
    /// The case
    #[arg(long, default_value = "rita-karasartova")]
    pub case: Slug,
    /// How many clients at once
    #[arg(long, default_value_t = 32)]
    pub clients: usize,
    /// How long
    #[arg(long, default_value_t = 5)]
    pub seconds: u64,
    /// How often each action is delivered, at the same time
    #[arg(long, default_value_t = 1)]
    pub deliveries: usize,
}

/// `pillarbox bench check`
#[derive(Debug, Args)]
pub struct BenchCheck {
    /// The file of acknowledged ids
    #[arg(long, value_name = "FILE")]
    pub acknowledged: PathBuf,
}
