//! Accounts of staff: given and taken at the command line or by an admin, opened with a one-time link.

use std::collections::BTreeMap;

use domain::{
    field::Rule,
    section::Section,
    staff::{AccountState, Login, Role},
};
use sea_orm::DatabaseTransaction;
use serde_json::json;
use storage::{accounts::Account, audits::Entry};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::{Actor, Engine, EngineError, StaffMember, passwords, tokens};

/// How long a link to set a password can be used.
pub const LINK_LASTS: Duration = Duration::days(3);

/// An account to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// What is typed to sign in.
    pub login: Login,
    /// How they are called; the login where empty.
    pub name: String,
    /// The section they belong to.
    pub section: Section,
    /// What they may do.
    pub role: Role,
}

/// A one-time link. The token stands nowhere else: it is not `Debug`, so that no log ends up with it.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The last part of the link's address.
    pub token: String,
    /// Until when it can be used, UTC.
    pub expires_at: OffsetDateTime,
    /// Whether the account was there already, and this is a new link for it.
    pub again: bool,
}

/// Whom a link is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// What is typed to sign in.
    pub login: String,
    /// How they are called.
    pub name: String,
}

impl From<&Account> for StaffMember {
    fn from(account: &Account) -> Self {
        Self { account: account.id, name: account.name.clone(), role: account.role, section: account.section }
    }
}

impl Engine {
    /// Makes an account, or takes one that is there and gives it this name, section and role; either way with a new
    /// link to set a password. Earlier links end; a password that is set already goes on working until the link is used.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for whoever may not, [`EngineError::Unavailable`] when the database does not commit.
    pub async fn add_staff(&self, actor: &Actor, new: &NewAccount) -> Result<Invitation, EngineError> {
        if !actor.may_manage_accounts() {
            return Err(EngineError::Denied);
        }
        let now = self.now();
        let (token, expires_at) = (tokens::written(self.entropy.secret()), now + LINK_LASTS);
        let kept = tokens::kept(&token).ok_or(EngineError::Internal)?;
        let tx = storage::begin(&self.db).await?;
        let earlier = storage::accounts::by_login(&tx, &new.login).await?;
        let again = earlier.is_some();
        let account = match earlier {
            Some(earlier) => {
                let changed = taken_up(earlier, new);
                storage::accounts::change(&tx, &changed).await?;
                changed
            }
            None => {
                let account = made(self.new_id(), new, now);
                storage::accounts::add(&tx, &account).await?;
                account
            }
        };
        storage::accounts::invite(&tx, account.id, &kept, now, expires_at).await?;
        // a changed role holds at once: the next page asks for the password again
        storage::sessions::end_all(&tx, account.id).await?;
        let deed = if again { "account-invite" } else { "account-add" };
        let detail = json!({ "role": account.role, "section": account.section });
        self.trail_account(&tx, actor, deed, account.id, detail).await?;
        tx.commit().await?;
        Ok(Invitation { token, expires_at, again })
    }

    /// Ends an account: its sessions end at once, its links too, and nobody can sign in with it.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for whoever may not, [`EngineError::NotFound`] when there is no such account.
    pub async fn disable_staff(&self, actor: &Actor, login: &Login) -> Result<u64, EngineError> {
        if !actor.may_manage_accounts() {
            return Err(EngineError::Denied);
        }
        let tx = storage::begin(&self.db).await?;
        let Some(mut account) = storage::accounts::by_login(&tx, login).await? else {
            tx.rollback().await?;
            return Err(EngineError::NotFound);
        };
        account.state = AccountState::Disabled;
        account.disabled_at = Some(self.now());
        account.password = None;
        storage::accounts::change(&tx, &account).await?;
        storage::accounts::forget_invitations(&tx, account.id).await?;
        let ended = storage::sessions::end_all(&tx, account.id).await?;
        self.trail_account(&tx, actor, "account-disable", account.id, json!({ "sessions": ended })).await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// The names of staff by how the audit trail calls them, for lists of who did what.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for whoever may not read counts.
    pub async fn staff_names(&self, actor: &Actor) -> Result<BTreeMap<String, String>, EngineError> {
        if !actor.may_read_counts() {
            return Err(EngineError::Denied);
        }
        let all = storage::accounts::all(&self.db).await?;
        Ok(all.iter().map(|account| (Actor::Staff(account.into()).name(), account.name.clone())).collect())
    }

    /// Whom this link is for.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when it was used, has ended or never was: which of these is not said.
    pub async fn invited(&self, token: &str) -> Result<Invited, EngineError> {
        let kept = tokens::kept(token).ok_or(EngineError::NotFound)?;
        let account = self.account_of_link(&self.db, &kept).await?;
        Ok(Invited { login: account.login, name: account.name })
    }

    /// Sets a password with a link, which is used up with it; every session of the account ends.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] for a password that will not do, [`EngineError::NotFound`] as [`Self::invited`].
    pub async fn set_password(&self, token: &str, password: &str, again: &str) -> Result<(), EngineError> {
        let kept = tokens::kept(token).ok_or(EngineError::NotFound)?;
        let account = self.account_of_link(&self.db, &kept).await?;
        let wrong = passwords::problems(&account, password, again);
        if !wrong.is_empty() {
            return Err(EngineError::Invalid(wrong));
        }
        let hash = self.passwords.hash(password, self.entropy.secret()).await?;
        let tx = storage::begin(&self.db).await?;
        // looked at again inside: of two who use the link at once, one finds it gone
        let account = self.account_of_link(&tx, &kept).await;
        let done = match account {
            Ok(account) => self.open_account(&tx, account, hash).await,
            Err(gone) => Err(gone),
        };
        match done {
            Ok(()) => Ok(tx.commit().await?),
            Err(refusal) => {
                tx.rollback().await?;
                Err(refusal)
            }
        }
    }

    async fn open_account(
        &self,
        tx: &DatabaseTransaction,
        mut account: Account,
        hash: String,
    ) -> Result<(), EngineError> {
        if storage::accounts::forget_invitations(tx, account.id).await? == 0 {
            return Err(EngineError::NotFound);
        }
        account.password = Some(hash);
        account.state = AccountState::Active;
        storage::accounts::change(tx, &account).await?;
        storage::sessions::end_all(tx, account.id).await?;
        storage::sessions::forget_tries(tx, &tokens::hash(&account.login)).await?;
        let actor = Actor::Staff(StaffMember::from(&account));
        self.trail_account(tx, &actor, "password-set", account.id, json!({})).await
    }

    async fn account_of_link(&self, db: &impl sea_orm::ConnectionTrait, kept: &[u8]) -> Result<Account, EngineError> {
        let (id, expires_at) = storage::accounts::invited(db, kept).await?.ok_or(EngineError::NotFound)?;
        let account = storage::accounts::by_id(db, id).await?.ok_or(EngineError::NotFound)?;
        let holds = expires_at > self.now() && account.state != AccountState::Disabled;
        holds.then_some(account).ok_or(EngineError::NotFound)
    }

    /// A line of the trail about an account. The login stands in none: accounts are named by their id.
    pub(crate) async fn trail_account(
        &self,
        tx: &impl sea_orm::ConnectionTrait,
        actor: &Actor,
        deed: &str,
        account: Uuid,
        detail: serde_json::Value,
    ) -> Result<(), EngineError> {
        let entry = Entry {
            id: self.new_id(),
            at: self.now(),
            actor: actor.name(),
            deed: deed.to_owned(),
            subject: format!("account:{account}"),
            detail,
        };
        Ok(storage::audits::add(tx, entry).await?)
    }
}

fn made(id: Uuid, new: &NewAccount, now: OffsetDateTime) -> Account {
    Account {
        id,
        login: new.login.to_string(),
        name: name_of(new),
        section: new.section,
        role: new.role,
        state: AccountState::Invited,
        password: None,
        created_at: now,
        disabled_at: None,
    }
}

/// An account that is there: with the new name, section and role. A disabled one waits for its link again.
fn taken_up(earlier: Account, new: &NewAccount) -> Account {
    let state = if earlier.state == AccountState::Disabled { AccountState::Invited } else { earlier.state };
    Account { name: name_of(new), section: new.section, role: new.role, state, disabled_at: None, ..earlier }
}

fn name_of(new: &NewAccount) -> String {
    let name = new.name.trim();
    if name.is_empty() { new.login.to_string() } else { name.to_owned() }
}

/// The login that was typed.
///
/// # Errors
/// [`EngineError::Invalid`] when it cannot be one.
pub fn login(text: &str) -> Result<Login, EngineError> {
    text.parse().map_err(|_| EngineError::field("login", Rule::Format))
}
