//! Accounts of staff, and the one-time links with which they set a password.

use domain::{
    section::Section,
    staff::{AccountState, Login, Role},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    Result, StorageError,
    entity::{account, invitation},
};

/// An account. Not `Debug`: the hash of a password stands in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// UUIDv7.
    pub id: Uuid,
    /// What is typed to sign in.
    pub login: String,
    /// How they are called.
    pub name: String,
    /// The section they belong to.
    pub section: Section,
    /// What they may do.
    pub role: Role,
    /// Where the account stands.
    pub state: AccountState,
    /// The password as an argon2id hash; none until they set one.
    pub password: Option<String>,
    /// When it was made, UTC.
    pub created_at: OffsetDateTime,
    /// When it was disabled, UTC.
    pub disabled_at: Option<OffsetDateTime>,
}

/// The account that this login belongs to, whatever its state.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_login(db: &impl ConnectionTrait, login: &Login) -> Result<Option<Account>> {
    account::Entity::find().filter(account::Column::Login.eq(login.as_str())).one(db).await?.map(read).transpose()
}

/// The account with this id, whatever its state.
///
/// # Errors
/// When the database refuses or the record cannot be read.
pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Account>> {
    account::Entity::find_by_id(id).one(db).await?.map(read).transpose()
}

/// Every account, whatever its state.
///
/// # Errors
/// When the database refuses or a record cannot be read.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Account>> {
    account::Entity::find().all(db).await?.into_iter().map(read).collect()
}

/// Adds an account.
///
/// # Errors
/// [`StorageError::Conflict`] when the login is taken.
pub async fn add(db: &impl ConnectionTrait, new: &Account) -> Result<()> {
    account::Entity::insert(row(new).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Writes an account that is there already.
///
/// # Errors
/// When the database refuses.
pub async fn change(db: &impl ConnectionTrait, changed: &Account) -> Result<()> {
    row(changed).into_active_model().reset_all().update(db).await?;
    Ok(())
}

fn row(account: &Account) -> account::Model {
    account::Model {
        id: account.id,
        login: account.login.clone(),
        name: account.name.clone(),
        section: account.section.to_string(),
        role: account.role.to_string(),
        state: account.state.to_string(),
        password: account.password.clone(),
        created_at: account.created_at,
        disabled_at: account.disabled_at,
    }
}

pub(crate) fn read(row: account::Model) -> Result<Account> {
    let wrong =
        |what: &str| StorageError::Unreadable { key: format!("account {}", row.id), why: format!("its {what}") };
    Ok(Account {
        section: row.section.parse().map_err(|_| wrong("section"))?,
        role: row.role.parse().map_err(|_| wrong("role"))?,
        state: row.state.parse().map_err(|_| wrong("state"))?,
        id: row.id,
        login: row.login,
        name: row.name,
        password: row.password,
        created_at: row.created_at,
        disabled_at: row.disabled_at,
    })
}

/// Keeps a link's hashed token in place of all earlier ones of the account.
///
/// # Errors
/// When the database refuses.
pub async fn invite(
    db: &impl ConnectionTrait,
    account: Uuid,
    token: &[u8],
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<()> {
    forget_invitations(db, account).await?;
    let row = invitation::ActiveModel {
        token: Set(token.to_vec()),
        account: Set(account),
        created_at: Set(created_at),
        expires_at: Set(expires_at),
    };
    invitation::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Whose link this hashed token is, and until when it can be used.
///
/// # Errors
/// When the database refuses.
pub async fn invited(db: &impl ConnectionTrait, token: &[u8]) -> Result<Option<(Uuid, OffsetDateTime)>> {
    let row = invitation::Entity::find_by_id(token.to_vec()).one(db).await?;
    Ok(row.map(|row| (row.account, row.expires_at)))
}

/// Takes every link of an account away. Says how many there were: of two who use one link at once, one gets 0.
///
/// # Errors
/// When the database refuses.
pub async fn forget_invitations(db: &impl ConnectionTrait, account: Uuid) -> Result<u64> {
    let gone = invitation::Entity::delete_many().filter(invitation::Column::Account.eq(account)).exec(db).await?;
    Ok(gone.rows_affected)
}
