//! The site's own settings.

use sea_orm::{ConnectionTrait, EntityTrait, Set, Statement, sea_query::OnConflict};
use serde::{Serialize, de::DeserializeOwned};
use time::OffsetDateTime;

use crate::{Result, entity::setting, from_document, to_document};

/// The setting with this name.
///
/// # Errors
/// When the database refuses or the setting cannot be read.
pub async fn get<T: DeserializeOwned>(db: &impl ConnectionTrait, name: &str) -> Result<Option<T>> {
    let row = setting::Entity::find_by_id(name).one(db).await?;
    row.map(|row| from_document(&format!("setting {name}"), row.record)).transpose()
}

/// Writes a setting, new or not.
///
/// # Errors
/// When the database refuses.
pub async fn put<T: Serialize + Sync>(
    db: &impl ConnectionTrait,
    name: &str,
    value: &T,
    now: OffsetDateTime,
) -> Result<()> {
    let row = setting::ActiveModel {
        name: Set(name.to_owned()),
        record: Set(to_document(name, value)?),
        updated_at: Set(now),
    };
    let replace = OnConflict::column(setting::Column::Name)
        .update_columns([setting::Column::Record, setting::Column::UpdatedAt])
        .to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}

/// A number that grows with every change of a case or a campaign, whoever makes it (triggers see to it): what is kept in
/// memory is as old as the number it was read with. Never 0.
///
/// # Errors
/// When the database refuses.
pub async fn content_version(db: &impl ConnectionTrait) -> Result<i64> {
    let statement = Statement::from_string(db.get_database_backend(), "SELECT version FROM content_version");
    let row = db.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get("", "version")).transpose()?.unwrap_or(1))
}
