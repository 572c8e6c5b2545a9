//! The pass over all rows in the order of the chains.

use super::{Findings, snapshots::Days};
use crate::{
    entity::action,
    ledger::{Entry, Hash, Head, Origin},
};

/// A row with its link; a link without rows comes once, without one.
#[derive(Debug)]
pub(super) struct Read {
    pub link: (i32, i32),
    pub recorded_at: i64,
    pub entries: i32,
    pub hash: Option<Hash>,
    pub row: Option<(action::Model, Option<Origin>)>,
}

/// The link whose rows are coming.
struct Open {
    link: (i32, i32),
    recorded_at: i64,
    entries: i32,
    hash: Option<Hash>,
    rows: Vec<Entry>,
    unknown: bool,
}

/// What is known so far.
pub(super) struct Pass {
    head: Option<Head>,
    open: Option<Open>,
    entries: u64,
    links: u64,
    findings: Findings,
    days: Days,
}

/// What the pass found.
pub(super) struct Outcome {
    pub entries: u64,
    pub links: u64,
    pub findings: Findings,
    pub days: Days,
}

impl Pass {
    pub fn new(days: Days) -> Self {
        Self { head: None, open: None, entries: 0, links: 0, findings: Findings::default(), days }
    }

    /// Takes the next row.
    pub fn see(&mut self, read: Read) {
        if self.open.as_ref().is_none_or(|open| open.link != read.link) {
            self.close();
            let Read { link, recorded_at, entries, hash, .. } = read;
            self.open = Some(Open { link, recorded_at, entries, hash, rows: Vec::new(), unknown: false });
        }
        let (Some(open), Some((row, origin))) = (self.open.as_mut(), read.row) else { return };
        self.entries += 1;
        self.days.count(&row);
        match Entry::of_row(&row, origin) {
            Some(entry) => open.rows.push(entry),
            None => open.unknown = true,
        }
    }

    /// Ends the open link: are its rows as many as it says, and is its hash theirs?
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let (writer, number) = open.link;
        self.links += 1;
        let name = format!("chain {writer}, link {number}");
        let before = match self.head.take().filter(|head| head.writer == writer) {
            Some(head) => head,
            None => Head::start(writer),
        };
        if number != before.number + 1 {
            self.findings.add(format!("{name}: the links {} to {} before it are gone", before.number + 1, number - 1));
        }
        let rows = open.rows.len();
        if usize::try_from(open.entries) != Ok(rows) {
            self.findings.add(format!("{name}: it has {rows} rows where {} were written", open.entries));
        }
        if open.unknown {
            self.findings.add(format!("{name}: a row has a kind, channel or basis that this version does not know"));
        }
        let before = Head { number: number - 1, ..before };
        let rows: Vec<&Entry> = open.rows.iter().collect();
        let computed = before.next(open.recorded_at, &rows);
        let stored = open.hash.unwrap_or_default();
        if open.hash != Some(computed.hash) {
            self.findings.add(format!(
                "{name}: its hash is not that of its {} rows and the link before it: a row was changed, added or taken away",
                rows.len()
            ));
        }
        self.days.see_link(writer, number, &stored);
        // what follows is judged by what stands there, so that one change is one finding
        self.head = Some(Head { hash: stored, ..computed });
    }

    /// After the last row.
    pub fn end(mut self) -> Outcome {
        self.close();
        Outcome { entries: self.entries, links: self.links, findings: self.findings, days: self.days }
    }
}
