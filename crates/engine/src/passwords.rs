//! Passwords: argon2id with the library's parameters (19 MiB, two passes), which are those of the OWASP cheat sheet.
//!
//! A hash keeps a core busy for some hundredth of a second, so it runs beside the async threads, and only a few at once:
//! whoever sends many passwords keeps the others of the same queue waiting, not the site.

use std::sync::Arc;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _},
};
use domain::{
    field::{FieldError, Rule},
    staff::{LONGEST_PASSWORD, SHORTEST_PASSWORD},
};
use storage::accounts::Account;
use tokio::sync::Semaphore;

use crate::EngineError;

/// How many passwords are hashed at once.
const AT_ONCE: usize = 2;

/// A hash of nobody's password: an unknown account takes as long as a wrong password does.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$Dc2RY0nlb5xYLi3TqLK0WfEcvVfo5KVOKWcgAtUuQ8k";

/// The place where passwords are hashed. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Passwords {
    async fn beside<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, EngineError> {
        let _turn = self.0.acquire().await.map_err(|_| EngineError::Internal)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| EngineError::Internal)
    }

    /// The hash to keep of a password.
    pub(crate) async fn hash(&self, password: &str, salt: [u8; 32]) -> Result<String, EngineError> {
        let password = password.to_owned();
        let hash = move || Argon2::default().hash_password_with_salt(password.as_bytes(), &salt[..16]);
        let hash = self.beside(hash).await?.map_err(|_| EngineError::Internal)?;
        Ok(hash.to_string())
    }

    /// Whether the password is the account's. Takes the same time where there is no account or no password yet.
    pub(crate) async fn fits(&self, account: Option<&Account>, password: &str) -> Result<bool, EngineError> {
        let kept = account.and_then(|account| account.password.clone());
        let there = kept.is_some();
        let (kept, password) = (kept.unwrap_or_else(|| NOBODY.to_owned()), password.to_owned());
        // whatever is longer is nobody's password: not worth a hash of a megabyte
        let short = password.chars().count() <= LONGEST_PASSWORD;
        let verify = move || {
            let tried = if short { password.as_bytes() } else { b"" };
            Argon2::default().verify_password(tried, kept.as_str()).is_ok()
        };
        Ok(self.beside(verify).await? && there && short)
    }
}

/// What is wrong with a password that somebody wants to set.
pub(crate) fn problems(account: &Account, password: &str, again: &str) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let own = [account.login.as_str(), account.login.split('@').next().unwrap_or(""), account.name.as_str()];
    if length < SHORTEST_PASSWORD {
        wrong.push(FieldError::with_detail("password", Rule::TooShort, SHORTEST_PASSWORD.to_string()));
    } else if length > LONGEST_PASSWORD {
        wrong.push(FieldError::with_detail("password", Rule::TooLong, LONGEST_PASSWORD.to_string()));
    } else if own.iter().any(|own| own.chars().count() > 3 && lower.contains(&own.to_lowercase()))
        || is_monotonous(&lower)
    {
        wrong.push(FieldError::new("password", Rule::EasilyGuessed));
    }
    if password != again {
        wrong.push(FieldError::new("again", Rule::NotTheSame));
    }
    wrong
}

/// "aaaaaaaaaaaa" and "123412341234": fewer than five different characters.
fn is_monotonous(password: &str) -> bool {
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    different.len() < 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::password_hash::phc::PasswordHash;

    #[test]
    fn nobodys_hash_is_a_real_one_with_todays_parameters() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let todays = Argon2::default().hash_password_with_salt(b"x", b"sixteen bytes ok").unwrap();
        assert_eq!(
            (nobody.algorithm, nobody.version, &nobody.params),
            (todays.algorithm, todays.version, &todays.params)
        );
        assert_eq!(nobody.hash.unwrap().len(), todays.hash.unwrap().len());
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let passwords = Passwords::default();
        let kept = passwords.hash("correct horse battery", [7; 32]).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        let account = Account {
            id: uuid::Uuid::nil(),
            login: "anna".into(),
            name: "Anna".into(),
            section: domain::section::Section::CENTRE,
            role: domain::staff::Role::Reader,
            state: domain::staff::AccountState::Active,
            password: Some(kept),
            created_at: time::OffsetDateTime::UNIX_EPOCH,
            disabled_at: None,
        };
        assert!(passwords.fits(Some(&account), "correct horse battery").await.unwrap());
        for other in ["correct horse batterY", "", &"x".repeat(100_000)] {
            assert!(!passwords.fits(Some(&account), other).await.unwrap());
        }
        assert!(!passwords.fits(None, "correct horse battery").await.unwrap());
    }
}
