//! The ledger in its final shape: what kind of entry each row is, what it belongs to, and the chain that it stands in.
//!
//! The moment of counting moves from the row to its link of the chain: all rows of one transaction share it, so the row
//! stays small. Rows from before keep theirs: each moment becomes a link of writer 0, without a hash until
//! `storage::ledger::seal` gives it one.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// One row an entry: an action, a line of a report, a correction. Wide columns first, so that PostgreSQL leaves no gaps.
/// `writer` and `number` name the link of the chain that the row came in with.
const ACTION: &str = "CREATE TABLE action (
    id {uuid} NOT NULL,
    quantity INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    occurred_on INTEGER NOT NULL,
    writer INTEGER NOT NULL,
    number INTEGER NOT NULL,
    campaign SMALLINT NOT NULL,
    cases SMALLINT NOT NULL,
    kind SMALLINT NOT NULL,
    country SMALLINT NOT NULL,
    section SMALLINT NOT NULL,
    channel SMALLINT NOT NULL,
    basis SMALLINT NOT NULL,
    entry SMALLINT NOT NULL,
    PRIMARY KEY (campaign, id)
) {without_rowid}";

/// What the few rows that are not plain actions belong to: the report of a line, the entry that a correction corrects,
/// with its reason.
const ORIGIN: &str = "CREATE TABLE action_origin (
    campaign SMALLINT NOT NULL,
    id {uuid} NOT NULL,
    origin {uuid} NOT NULL,
    reason SMALLINT NOT NULL,
    PRIMARY KEY (campaign, id)
) {without_rowid}";

/// Whoever writes to the ledger: a process, or one run of a command.
const WRITER: &str = "CREATE TABLE writer (writer INTEGER NOT NULL PRIMARY KEY, began_at BIGINT NOT NULL)";

/// One link a transaction: when, how many entries, and the hash over the link before it and all its rows.
const CHAIN: &str = "CREATE TABLE chain (
    writer INTEGER NOT NULL,
    number INTEGER NOT NULL,
    recorded_at BIGINT NOT NULL,
    entries INTEGER NOT NULL,
    hash {bytes},
    PRIMARY KEY (writer, number)
) {without_rowid}";

/// What was said on a day: one row a campaign. `lines_day` is the day whose lines hold: a campaign in which nothing
/// changed shares those of the day before.
const SNAPSHOT: &str = "CREATE TABLE snapshot (
    campaign SMALLINT NOT NULL,
    day INTEGER NOT NULL,
    taken_at BIGINT NOT NULL,
    actions BIGINT NOT NULL,
    lines_day INTEGER NOT NULL,
    PRIMARY KEY (campaign, day)
) {without_rowid}";

/// The last link of each chain that grew since the snapshot before.
const SNAPSHOT_HEAD: &str = "CREATE TABLE snapshot_head (
    day INTEGER NOT NULL,
    writer INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash {bytes} NOT NULL,
    PRIMARY KEY (day, writer)
) {without_rowid}";

/// A number that grows with every change of a case or a campaign, whoever makes it: what is kept in memory is as old as
/// the number it was read with.
const VERSION: [&str; 2] = [
    "CREATE TABLE content_version (one SMALLINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)",
    "INSERT INTO content_version (one, version) VALUES (1, 1)",
];

const WATCHED: [&str; 2] = ["cases", "campaign"];

/// The tallies, each with its key in the order in which it is asked: a question with a group, a country or a span of
/// days reads one stretch.
const GRAINS: [(&str, &str); 5] = [
    ("tally", "campaign, grp, occurred_on, cases, kind, country, section, channel, basis"),
    ("tally_total", "campaign, cases, kind, country, section, channel, basis"),
    ("tally_day", "campaign, country, occurred_on, cases, kind, section, channel, basis"),
    ("tally_group", "campaign, grp, cases, kind, country, section, channel, basis"),
    ("tally_date", "campaign, occurred_on, cases, kind, channel, basis"),
];

const SNAPSHOT_LINE: (&str, &str) = ("snapshot_line", "campaign, day, cases, kind, country, section, channel, basis");

/// The ledger as m0002 made it.
const BEFORE: &str = "CREATE TABLE action (
    campaign SMALLINT NOT NULL, id {uuid} NOT NULL, cases SMALLINT NOT NULL, kind SMALLINT NOT NULL,
    quantity INTEGER NOT NULL, country SMALLINT NOT NULL, section SMALLINT NOT NULL, grp INTEGER NOT NULL,
    occurred_on INTEGER NOT NULL, recorded_at BIGINT NOT NULL, channel SMALLINT NOT NULL, basis SMALLINT NOT NULL,
    PRIMARY KEY (campaign, id)
) {without_rowid}";

const GRAINS_BEFORE: [(&str, &str); 4] = [
    ("tally", "campaign, cases, kind, country, section, channel, basis, grp, occurred_on"),
    ("tally_total", "campaign, cases, kind, country, section, channel, basis"),
    ("tally_day", "campaign, cases, kind, country, section, channel, basis, occurred_on"),
    ("tally_group", "campaign, cases, kind, country, section, channel, basis, grp"),
];

const COMMON: &str = "id, quantity, grp, occurred_on, campaign, cases, kind, country, section, channel, basis";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, "ALTER TABLE action RENAME TO action_before").await?;
        for table in [ACTION, ORIGIN, WRITER, CHAIN, SNAPSHOT, SNAPSHOT_HEAD] {
            run(manager, table).await?;
        }
        run(manager, "CREATE INDEX action_origin_origin ON action_origin (campaign, origin)").await?;
        run(manager, &grain(SNAPSHOT_LINE)).await?;
        for statement in carried_over() {
            run(manager, &statement).await?;
        }
        rebuild(manager, &GRAINS_BEFORE, &GRAINS).await?;
        run(manager, "CREATE INDEX tally_day_section ON tally_day (campaign, section, occurred_on)").await?;
        for statement in VERSION {
            run(manager, statement).await?;
        }
        watch(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        unwatch(manager).await?;
        run(manager, "ALTER TABLE action RENAME TO action_after").await?;
        run(manager, BEFORE).await?;
        let back = format!(
            "INSERT INTO action ({COMMON}, recorded_at) SELECT {COMMON}, c.recorded_at FROM action_after a \
             JOIN chain c ON c.writer = a.writer AND c.number = a.number"
        );
        run(manager, &back).await?;
        rebuild(manager, &GRAINS, &GRAINS_BEFORE).await?;
        let gone = ["action_after", "action_origin", "chain", "writer", "snapshot", "snapshot_head", "snapshot_line"];
        for table in gone.into_iter().chain(["content_version"]) {
            run(manager, &format!("DROP TABLE {table}")).await?;
        }
        Ok(())
    }
}

async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let sqlite = manager.get_database_backend() == DbBackend::Sqlite;
    let (uuid, bytes, without_rowid) = if sqlite { ("BLOB", "BLOB", "WITHOUT ROWID") } else { ("UUID", "BYTEA", "") };
    let sql = sql.replace("{uuid}", uuid).replace("{bytes}", bytes).replace("{without_rowid}", without_rowid);
    manager.get_connection().execute_unprepared(&sql).await.map(|_| ())
}

/// The rows of m0002, each moment a link of writer 0.
fn carried_over() -> [String; 4] {
    [
        "INSERT INTO writer (writer, began_at) SELECT 0, MIN(recorded_at) FROM action_before HAVING COUNT(*) > 0".into(),
        "INSERT INTO chain (writer, number, recorded_at, entries) \
         SELECT 0, ROW_NUMBER() OVER (ORDER BY recorded_at), recorded_at, COUNT(*) FROM action_before GROUP BY recorded_at"
            .into(),
        format!(
            "INSERT INTO action ({COMMON}, writer, number, entry) SELECT {COMMON}, 0, c.number, 0 FROM action_before a \
             JOIN chain c ON c.writer = 0 AND c.recorded_at = a.recorded_at"
        ),
        "DROP TABLE action_before".into(),
    ]
}

/// Makes the tallies anew, from the ledger.
async fn rebuild(manager: &SchemaManager<'_>, old: &[(&str, &str)], new: &[(&str, &str)]) -> Result<(), DbErr> {
    for (table, _) in old {
        run(manager, &format!("DROP TABLE {table}")).await?;
    }
    for (table, key) in new {
        run(manager, &grain((table, key))).await?;
        let sums =
            format!("INSERT INTO {table} ({key}, actions) SELECT {key}, SUM(quantity) FROM action GROUP BY {key}");
        run(manager, &sums).await?;
    }
    Ok(())
}

fn grain((table, key): (&str, &str)) -> String {
    let columns: String = key.split(", ").map(|column| format!("{column} INTEGER NOT NULL, ")).collect();
    format!("CREATE TABLE {table} ({columns}actions BIGINT NOT NULL, PRIMARY KEY ({key})) {{without_rowid}}")
}

async fn watch(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    const GROW: &str = "UPDATE content_version SET version = version + 1;";
    if manager.get_database_backend() != DbBackend::Sqlite {
        let grow = format!(
            "CREATE FUNCTION content_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {GROW} RETURN NULL; END $$"
        );
        run(manager, &grow).await?;
        for table in WATCHED {
            let trigger = format!(
                "CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE ON {table} \
                 FOR EACH STATEMENT EXECUTE FUNCTION content_changed()"
            );
            run(manager, &trigger).await?;
        }
        return Ok(());
    }
    for table in WATCHED {
        for deed in ["INSERT", "UPDATE", "DELETE"] {
            run(manager, &format!("CREATE TRIGGER {table}_{deed} AFTER {deed} ON {table} BEGIN {GROW} END")).await?;
        }
    }
    Ok(())
}

async fn unwatch(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() != DbBackend::Sqlite {
        return run(manager, "DROP FUNCTION content_changed() CASCADE").await;
    }
    for table in WATCHED {
        for deed in ["INSERT", "UPDATE", "DELETE"] {
            run(manager, &format!("DROP TRIGGER {table}_{deed}")).await?;
        }
    }
    Ok(())
}
