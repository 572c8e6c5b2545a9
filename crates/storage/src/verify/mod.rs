//! Recomputing everything from the ledger's rows: chains, tallies, snapshots. Says what differs; changes nothing.

mod chain;
mod read;
mod snapshots;
mod tallies;

use sea_orm::DatabaseConnection;

use crate::Result;

/// The most findings of one sort that are listed one by one.
pub const LISTED: usize = 20;

/// What was looked at and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Rows of the ledger.
    pub entries: u64,
    /// Links of all chains.
    pub links: u64,
    /// Snapshots, a campaign and a day each.
    pub snapshots: u64,
    /// What is not as it should be, in words.
    pub findings: Vec<String>,
    /// Findings beyond those that are listed.
    pub more: u64,
}

impl Verification {
    /// Whether all is as it should be.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Findings of one sort: the first are kept, the rest counted.
#[derive(Debug, Default)]
struct Findings {
    listed: Vec<String>,
    more: u64,
}

impl Findings {
    fn add(&mut self, finding: String) {
        if self.listed.len() < LISTED { self.listed.push(finding) } else { self.more += 1 }
    }
}

/// Recomputes everything. Reads the whole ledger once, in the order of the chains; servers may go on writing.
///
/// # Errors
/// When the database refuses.
pub async fn run(db: &DatabaseConnection) -> Result<Verification> {
    let mut all = Verification::default();
    let days = snapshots::Days::read(db).await?;
    let mut pass = chain::Pass::new(days);
    read::each_row(db, &mut pass).await?;
    let chain::Outcome { entries, links, findings, days } = pass.end();
    (all.entries, all.links) = (entries, links);
    let (snapshots, said) = days.compare(db).await?;
    all.snapshots = snapshots;
    for some in [findings, said, read::strays(db).await?, tallies::compare(db).await?] {
        all.findings.extend(some.listed);
        all.more += some.more;
    }
    Ok(all)
}
