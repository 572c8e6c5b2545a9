//! Sessions of staff, and tries to sign in. Tokens and logins arrive here hashed.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait as _, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    Result,
    accounts::{self, Account},
    entity::{account, session, sign_in_try},
};

/// A session as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub account: Uuid,
    /// When they signed in, UTC.
    pub created_at: OffsetDateTime,
    /// Until when it lasts at most, UTC.
    pub expires_at: OffsetDateTime,
    /// When it was last used, UTC, to a few minutes.
    pub used_at: OffsetDateTime,
}

/// Adds a session under its hashed token.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, token: &[u8], new: &Session) -> Result<()> {
    let row = session::ActiveModel {
        token: Set(token.to_vec()),
        account: Set(new.account),
        created_at: Set(new.created_at),
        expires_at: Set(new.expires_at),
        used_at: Set(new.used_at),
    };
    session::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// The session with this hashed token and its account, whether or not it still holds.
///
/// # Errors
/// When the database refuses or the account cannot be read.
pub async fn by_token(db: &impl ConnectionTrait, token: &[u8]) -> Result<Option<(Session, Account)>> {
    let Some(row) = session::Entity::find_by_id(token.to_vec()).one(db).await? else { return Ok(None) };
    let session::Model { account: id, created_at, expires_at, used_at, .. } = row;
    let owner = account::Entity::find_by_id(id).one(db).await?.map(accounts::read).transpose()?;
    Ok(owner.map(|owner| (Session { account: id, created_at, expires_at, used_at }, owner)))
}

/// Notes that a session was used.
///
/// # Errors
/// When the database refuses.
pub async fn used(db: &impl ConnectionTrait, token: &[u8], now: OffsetDateTime) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::UsedAt, Expr::value(now))
        .filter(session::Column::Token.eq(token.to_vec()))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// When the database refuses.
pub async fn end(db: &impl ConnectionTrait, token: &[u8]) -> Result<()> {
    session::Entity::delete_by_id(token.to_vec()).exec(db).await?;
    Ok(())
}

/// Ends every session of an account. Says how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn end_all(db: &impl ConnectionTrait, account: Uuid) -> Result<u64> {
    let gone = session::Entity::delete_many().filter(session::Column::Account.eq(account)).exec(db).await?;
    Ok(gone.rows_affected)
}

/// Takes away sessions that ended before `now`, and tries to sign in that were made before `forgotten`.
///
/// # Errors
/// When the database refuses.
pub async fn tidy(db: &impl ConnectionTrait, now: OffsetDateTime, forgotten: OffsetDateTime) -> Result<()> {
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(now)).exec(db).await?;
    sign_in_try::Entity::delete_many().filter(sign_in_try::Column::LastAt.lt(forgotten)).exec(db).await?;
    Ok(())
}

/// How often this hashed login was tried in vain, and when last.
///
/// # Errors
/// When the database refuses.
pub async fn tries(db: &impl ConnectionTrait, login: &[u8]) -> Result<Option<(i32, OffsetDateTime)>> {
    let row = sign_in_try::Entity::find_by_id(login.to_vec()).one(db).await?;
    Ok(row.map(|row| (row.tries, row.last_at)))
}

/// Counts a try, before it is known how it ends. Only the first sets the moment: whoever counts one looks at the moment
/// of the one before, which nobody else can change meanwhile, and then calls [`tried_at`].
///
/// # Errors
/// When the database refuses.
pub async fn tried(db: &impl ConnectionTrait, login: &[u8], now: OffsetDateTime) -> Result<()> {
    let row = sign_in_try::ActiveModel { login: Set(login.to_vec()), tries: Set(1), last_at: Set(now) };
    let one_more = Expr::col((sign_in_try::Entity, sign_in_try::Column::Tries)).add(1);
    let again = OnConflict::column(sign_in_try::Column::Login).value(sign_in_try::Column::Tries, one_more).to_owned();
    sign_in_try::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

/// Notes when the last try was.
///
/// # Errors
/// When the database refuses.
pub async fn tried_at(db: &impl ConnectionTrait, login: &[u8], now: OffsetDateTime) -> Result<()> {
    sign_in_try::Entity::update_many()
        .col_expr(sign_in_try::Column::LastAt, Expr::value(now))
        .filter(sign_in_try::Column::Login.eq(login.to_vec()))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets the tries of a login: it went well.
///
/// # Errors
/// When the database refuses.
pub async fn forget_tries(db: &impl ConnectionTrait, login: &[u8]) -> Result<()> {
    sign_in_try::Entity::delete_by_id(login.to_vec()).exec(db).await?;
    Ok(())
}
