//! Signing in and out.

use domain::staff::Login;
use serde_json::json;
use storage::{accounts::Account, sessions::Session};
use time::{Duration, OffsetDateTime};

use crate::{Actor, Engine, EngineError, StaffMember, tokens};

/// How long a session lasts at most.
pub const LASTS: Duration = Duration::days(7);
/// How long a session lasts without being used.
pub const LASTS_UNUSED: Duration = Duration::hours(12);
/// How exact the moment of last use is kept: a page that is read must not cost a write each time.
const USED_TO: Duration = Duration::minutes(5);
/// So many wrong passwords are answered at once.
const FREE_TRIES: i32 = 5;
/// The longest wait after wrong passwords.
const LONGEST_WAIT: Duration = Duration::minutes(15);
/// After so long without a try, wrong passwords are forgotten.
const FORGOTTEN: Duration = Duration::days(1);

/// How signing in ended, where it did not fail.
#[derive(Clone, PartialEq, Eq)]
pub enum SignedIn {
    /// With a session: the token for the cookie. Not `Debug`, so that no log ends up with it.
    Yes(String),
    /// Login and password do not belong together; which of the two was wrong is not said.
    No,
}

impl Engine {
    /// Signs somebody in.
    ///
    /// # Errors
    /// [`EngineError::Wait`] after too many wrong passwords for this login, with the minutes to wait: the same whether
    /// or not there is such an account.
    pub async fn sign_in(&self, login: &str, password: &str) -> Result<SignedIn, EngineError> {
        let Ok(login) = login.parse::<Login>() else { return Ok(SignedIn::No) };
        let tried_as = tokens::hash(login.as_str());
        let now = self.now();
        self.take_a_try(&tried_as, now).await?;
        let account = storage::accounts::by_login(&self.db, &login).await?;
        let fits = self.passwords.fits(account.as_ref(), password).await?;
        match account.filter(|account| fits && account.state.may_sign_in()) {
            Some(account) => self.begin_session(&account, &tried_as, now).await.map(SignedIn::Yes),
            None => Ok(SignedIn::No),
        }
    }

    /// Counts the try before it is known how it ends, so that many at once are many tries.
    async fn take_a_try(&self, tried_as: &[u8], now: OffsetDateTime) -> Result<(), EngineError> {
        let tx = storage::begin(&self.db).await?;
        storage::sessions::tidy(&tx, now, now - FORGOTTEN).await?;
        // counted first: it keeps others who try the same login waiting until this one is through
        storage::sessions::tried(&tx, tried_as, now).await?;
        let (tries, last_at) = storage::sessions::tries(&tx, tried_as).await?.unwrap_or((1, now));
        let until = last_at + wait_after(tries - 1);
        if until > now {
            tx.rollback().await?;
            return Err(EngineError::Wait((until - now).whole_minutes() + 1));
        }
        storage::sessions::tried_at(&tx, tried_as, now).await?;
        Ok(tx.commit().await?)
    }

    async fn begin_session(
        &self,
        account: &Account,
        tried_as: &[u8],
        now: OffsetDateTime,
    ) -> Result<String, EngineError> {
        let token = tokens::written(self.entropy.secret());
        let kept = tokens::kept(&token).ok_or(EngineError::Internal)?;
        let session = Session { account: account.id, created_at: now, expires_at: now + LASTS, used_at: now };
        let tx = storage::begin(&self.db).await?;
        storage::sessions::add(&tx, &kept, &session).await?;
        storage::sessions::forget_tries(&tx, tried_as).await?;
        let actor = Actor::Staff(StaffMember::from(account));
        self.trail_account(&tx, &actor, "sign-in", account.id, json!({})).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// A token with which programs act for somebody on the staff, at the API only as at the site, for `days` (1 to 90). It ends
    /// like a session when the password or the role changes.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for whoever may not manage accounts, [`EngineError::NotFound`] when nobody signs in as this or
    /// no password is set yet, [`EngineError::Invalid`] when it would hold too long.
    pub async fn make_token(&self, actor: &Actor, login: &Login, days: u16) -> Result<String, EngineError> {
        if !actor.may_manage_accounts() {
            return Err(EngineError::Denied);
        }
        if !(1..=90).contains(&days) {
            return Err(EngineError::field("days", domain::field::Rule::Format));
        }
        let (token, now) = (tokens::written(self.entropy.secret()), self.now());
        let kept = tokens::kept(&token).ok_or(EngineError::Internal)?;
        let tx = storage::begin(&self.db).await?;
        let account = storage::accounts::by_login(&tx, login).await?.filter(|account| account.state.may_sign_in());
        let Some(account) = account else {
            tx.rollback().await?;
            return Err(EngineError::NotFound);
        };
        let expires_at = now + Duration::days(days.into());
        // as if last used when it ends: programs may pause for longer than people
        let session = Session { account: account.id, created_at: now, expires_at, used_at: expires_at };
        storage::sessions::add(&tx, &kept, &session).await?;
        self.trail_account(&tx, actor, "token", account.id, json!({ "days": days })).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Who holds this session; nobody when it ended, was never there, or the account may not sign in any more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn signed_in(&self, token: &str) -> Result<Option<Actor>, EngineError> {
        let Some(kept) = tokens::kept(token) else { return Ok(None) };
        let Some((session, account)) = storage::sessions::by_token(&self.db, &kept).await? else { return Ok(None) };
        let now = self.now();
        let holds = now < session.expires_at && now < session.used_at + LASTS_UNUSED && account.state.may_sign_in();
        if !holds {
            storage::sessions::end(&self.db, &kept).await?;
            return Ok(None);
        }
        if now >= session.used_at + USED_TO {
            storage::sessions::used(&self.db, &kept, now).await?;
        }
        Ok(Some(Actor::Staff(StaffMember::from(&account))))
    }

    /// Ends a session. One that is not there is ended already.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sign_out(&self, token: &str) -> Result<(), EngineError> {
        let Some(kept) = tokens::kept(token) else { return Ok(()) };
        Ok(storage::sessions::end(&self.db, &kept).await?)
    }
}

/// How long to wait after so many wrong passwords: a minute after the fifth, twice as long after each further one.
fn wait_after(tries: i32) -> Duration {
    let beyond = u32::try_from(tries - FREE_TRIES).unwrap_or(0).min(10);
    if tries < FREE_TRIES { Duration::ZERO } else { LONGEST_WAIT.min(Duration::MINUTE * 2_i32.pow(beyond)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_ends_at_a_quarter_of_an_hour() {
        let minutes = [0, 1, 4, 5, 6, 7, 8, 9, 100, i32::MAX].map(|tries| wait_after(tries).whole_minutes());
        assert_eq!(minutes, [0, 0, 0, 1, 2, 4, 8, 15, 15, 15]);
    }
}
