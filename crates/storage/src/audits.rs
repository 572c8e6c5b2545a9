//! The audit trail.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{Result, entity::audit};

/// One line of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// UUIDv7.
    pub id: Uuid,
    /// When, UTC.
    pub at: OffsetDateTime,
    /// Who.
    pub actor: String,
    /// What: `import`.
    pub deed: String,
    /// Which record: `case:rita-karasartova`.
    pub subject: String,
    /// What changed, without anything personal.
    pub detail: serde_json::Value,
}

/// Adds a line.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, entry: Entry) -> Result<()> {
    let Entry { id, at, actor, deed, subject, detail } = entry;
    let row = audit::ActiveModel {
        id: Set(id),
        at: Set(at),
        actor: Set(actor),
        deed: Set(deed),
        subject: Set(subject),
        detail: Set(detail),
    };
    audit::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// All lines about a record, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn about(db: &impl ConnectionTrait, subject: &str) -> Result<Vec<Entry>> {
    of_subjects(db, &[subject.to_owned()]).await
}

/// All lines about some records, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_subjects(db: &impl ConnectionTrait, subjects: &[String]) -> Result<Vec<Entry>> {
    let rows = audit::Entity::find()
        .filter(audit::Column::Subject.is_in(subjects))
        .order_by_asc(audit::Column::At)
        .order_by_asc(audit::Column::Id)
        .all(db)
        .await?;
    let entry = |row: audit::Model| Entry {
        id: row.id,
        at: row.at,
        actor: row.actor,
        deed: row.deed,
        subject: row.subject,
        detail: row.detail,
    };
    Ok(rows.into_iter().map(entry).collect())
}
