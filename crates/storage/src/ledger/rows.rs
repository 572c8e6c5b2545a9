//! The rows that a link of the chain brings.

use std::collections::BTreeSet;

use sea_orm::{DbBackend, Statement};

use super::{
    Entry, Head,
    statement::{Cell, Insert, for_postgres, for_sqlite},
};
use crate::tallies::{Deltas, Key};

/// The ledger's columns and their types.
pub const ACTION: [(&str, &str); 14] = [
    ("campaign", "int2"),
    ("id", "uuid"),
    ("cases", "int2"),
    ("kind", "int2"),
    ("quantity", "int4"),
    ("country", "int2"),
    ("section", "int2"),
    ("grp", "int4"),
    ("occurred_on", "int4"),
    ("channel", "int2"),
    ("basis", "int2"),
    ("entry", "int2"),
    ("writer", "int4"),
    ("number", "int4"),
];

const ORIGIN: [(&str, &str); 4] = [("campaign", "int2"), ("id", "uuid"), ("origin", "uuid"), ("reason", "int2")];

const CHAIN: [(&str, &str); 5] =
    [("writer", "int4"), ("number", "int4"), ("recorded_at", "int8"), ("entries", "int4"), ("hash", "bytea")];

/// The rows of the ledger itself: they are written first.
pub fn actions(link: &Head, entries: &[&Entry]) -> Insert {
    let cells = entries.iter().flat_map(|entry| action(link.writer, link.number, entry)).collect();
    Insert { table: "action", columns: ACTION.into(), adds_on: None, cells }
}

/// The statement for SQLite that writes so many of them.
pub fn actions_text(rows: usize) -> String {
    Insert { table: "action", columns: ACTION.into(), adds_on: None, cells: Vec::new() }.sqlite(rows)
}

/// The rows that are written after them, table by table in that order: where entries come from, what they add to the
/// tallies, and the link.
pub fn others(link: &Head, recorded_at: i64, entries: &[&Entry]) -> Vec<Insert> {
    let mut inserts = Vec::new();
    let origins = origins(entries);
    if !origins.cells.is_empty() {
        inserts.push(origins);
    }
    inserts.extend(Deltas::of(entries).grains().map(|(grain, changes)| tally(grain, changes)));
    inserts.push(changes(entries));
    inserts.push(chain(link, recorded_at, entries.len()));
    inserts
}

/// The statements that write them all.
pub fn statements(backend: DbBackend, inserts: Vec<Insert>) -> Vec<Statement> {
    let texts = if backend == DbBackend::Sqlite {
        for_sqlite(inserts)
    } else {
        let (text, values) = for_postgres(&inserts);
        vec![(text, values.into_iter().map(Into::into).collect())]
    };
    texts.into_iter().map(|(text, values)| Statement::from_sql_and_values(backend, text, values)).collect()
}

fn number(number: impl Into<i64>) -> Cell {
    Cell::Number(number.into())
}

/// An entry's row in the ledger, by the place of its link.
pub fn action(writer: i32, link: i32, entry: &Entry) -> [Cell; ACTION.len()] {
    [
        number(entry.campaign),
        Cell::Id(entry.id),
        number(entry.case),
        number(entry.kind.number()),
        number(entry.quantity),
        number(entry.country.number()),
        number(entry.section),
        number(entry.group),
        number(entry.occurred_on),
        number(entry.channel.number()),
        number(entry.basis.number()),
        number(entry.entry.number()),
        number(writer),
        number(link),
    ]
}

fn origins(entries: &[&Entry]) -> Insert {
    let cells = entries.iter().filter_map(|entry| {
        let origin = entry.origin.as_ref()?;
        Some([number(entry.campaign), Cell::Id(entry.id), Cell::Id(origin.id), number(origin.reason_number())])
    });
    Insert { table: "action_origin", columns: ORIGIN.into(), adds_on: None, cells: cells.flatten().collect() }
}

fn tally(grain: &'static crate::tallies::Grain, changes: &[(Key, i64)]) -> Insert {
    let key = grain.key.iter().map(|by| (by.column(), "int4"));
    let cells = changes.iter().flat_map(|(key, actions)| {
        key.iter().take(grain.key.len()).map(|part| number(*part)).chain([number(*actions)])
    });
    Insert {
        table: grain.table,
        columns: key.chain([("actions", "int8")]).collect(),
        adds_on: Some(grain.key.iter().map(|by| by.column()).collect::<Vec<_>>().join(", ")),
        cells: cells.collect(),
    }
}

/// The days whose tallies change with this link.
fn changes(entries: &[&Entry]) -> Insert {
    let days: BTreeSet<(i16, i32)> = entries.iter().map(|entry| (entry.campaign, entry.occurred_on)).collect();
    let cells = days.into_iter().flat_map(|(campaign, day)| [number(campaign), number(day), number(1)]);
    Insert {
        table: "tally_change",
        columns: vec![("campaign", "int4"), ("occurred_on", "int4"), ("changes", "int8")],
        adds_on: Some("campaign, occurred_on".to_owned()),
        cells: cells.collect(),
    }
}

fn chain(link: &Head, recorded_at: i64, entries: usize) -> Insert {
    let cells = vec![
        number(link.writer),
        number(link.number),
        number(recorded_at),
        Cell::Number(i64::try_from(entries).unwrap_or(i64::MAX)),
        Cell::Hash(link.hash),
    ];
    Insert { table: "chain", columns: CHAIN.into(), adds_on: None, cells }
}
