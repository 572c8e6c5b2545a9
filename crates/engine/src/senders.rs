//! Where something is sent from: a hash of the address with a key of the day, for limits and for finding what one sender
//! sent. No address is stored anywhere, and the key is deleted when its day is over.
//!
//! What is counted is not kept waiting by this: who sent it is noted in memory and written once a second, many rows at once.
//! A server that dies loses the notes of its last second, and no action.

use std::{
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::Duration,
};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use storage::senders::Sent;
use time::OffsetDateTime;

use crate::{
    Engine, EngineError,
    limits::Limited,
    receipts::{days, millis},
};

/// How long it is known that two actions had one sender: seven days.
const KEPT: time::Duration = time::Duration::days(7);

/// How often what was noted is written.
const PACE: Duration = Duration::from_secs(1);

/// How many paces lie between two tidyings.
const TIDIED_AFTER: u32 = 600;

/// So many notes wait at most; while the database takes none, further ones are not made.
const MOST_NOTES: usize = 100_000;

/// A sender: 16 bytes that say nothing without the key of the day.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sender([u8; 16]);

/// The key of a day.
#[derive(Clone)]
struct DayKey {
    day: i32,
    mac: Hmac<Sha256>,
}

/// What all handles of an engine share.
#[derive(Clone, Default)]
pub(crate) struct Senders {
    key: Arc<RwLock<Option<DayKey>>>,
    notes: Arc<Mutex<Vec<Sent>>>,
}

impl Senders {
    /// Notes where an entry came from.
    pub fn note(&self, campaign: i16, entry: uuid::Uuid, sender: Sender, at: i64) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        if notes.len() < MOST_NOTES {
            notes.push(Sent { campaign, sender: sender.0.to_vec(), entry, at });
        }
    }

    fn take(&self) -> Vec<Sent> {
        std::mem::take(&mut *self.notes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn put_back(&self, sent: Vec<Sent>) {
        let mut notes = self.notes.lock().unwrap_or_else(PoisonError::into_inner);
        let room = MOST_NOTES.saturating_sub(notes.len());
        notes.extend(sent.into_iter().take(room));
    }

    fn known(&self, day: i32) -> Option<DayKey> {
        let key = self.key.read().unwrap_or_else(PoisonError::into_inner);
        key.as_ref().filter(|key| key.day == day).cloned()
    }
}

impl Engine {
    /// Asks whether something of this kind may come from an address now, and takes it off what may come. Gives the sender;
    /// none where limits are off or no address is known.
    ///
    /// # Errors
    /// [`EngineError::TooMany`] with the seconds to wait; [`EngineError::Unavailable`] when the day's key cannot be had.
    pub async fn allow(&self, what: Limited, from: Option<IpAddr>) -> Result<Option<Sender>, EngineError> {
        let Some(address) = from.filter(|_| self.limits.are_on()) else { return Ok(None) };
        let sender = self.sender(address).await?;
        self.limits.take(what, sender)?;
        Ok(Some(sender))
    }

    async fn sender(&self, address: IpAddr) -> Result<Sender, EngineError> {
        let day = days(self.now().date());
        let key = match self.senders.known(day) {
            Some(key) => key,
            None => self.key_of(day).await?,
        };
        Ok(hashed(key.mac, address))
    }

    async fn key_of(&self, day: i32) -> Result<DayKey, EngineError> {
        let secret = storage::senders::key(&self.db, day, &self.entropy.secret()).await?;
        let mac = Hmac::<Sha256>::new_from_slice(&secret).map_err(|_| EngineError::Internal)?;
        let key = DayKey { day, mac };
        *self.senders.key.write().unwrap_or_else(PoisonError::into_inner) = Some(key.clone());
        Ok(key)
    }

    /// Writes once a second where actions came from, and every ten minutes forgets what is older than a week and the keys of
    /// earlier days. Does not end.
    pub async fn keep_senders(&self) {
        let mut paces = 0;
        loop {
            if paces % TIDIED_AFTER == 0
                && let Err(error) = self.tidy_senders().await
            {
                tracing::warn!(%error, "old keys and hashes of senders still stand: it is tried again");
            }
            paces += 1;
            self.write_senders().await;
            tokio::time::sleep(PACE).await;
        }
    }

    /// Writes what was noted so far.
    pub async fn write_senders(&self) {
        let sent = self.senders.take();
        if sent.is_empty() {
            return;
        }
        if let Err(error) = self.add_senders(&sent).await {
            tracing::warn!(%error, "where actions came from was not noted: it is tried again");
            self.senders.put_back(sent);
        }
    }

    async fn add_senders(&self, sent: &[Sent]) -> Result<(), EngineError> {
        let tx = storage::begin(&self.db).await?;
        storage::senders::add(&tx, sent).await?;
        Ok(tx.commit().await?)
    }

    /// Deletes keys of days that are over and hashes that are older than a week.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn tidy_senders(&self) -> Result<(), EngineError> {
        self.limits.tidy();
        let now: OffsetDateTime = self.now();
        let tx = storage::begin(&self.db).await?;
        storage::senders::tidy(&tx, days(now.date()), millis(now - KEPT)).await?;
        Ok(tx.commit().await?)
    }
}

/// A household has one IPv4 address, or a /64 of IPv6: one sender each.
fn hashed(mut mac: Hmac<Sha256>, address: IpAddr) -> Sender {
    match address.to_canonical() {
        IpAddr::V4(address) => mac.update(&address.octets()),
        IpAddr::V6(address) => mac.update(&address.octets()[..8]),
    }
    let whole = mac.finalize().into_bytes();
    let mut part = [0; 16];
    part.copy_from_slice(&whole[..16]);
    Sender(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(key: u8, address: &str) -> [u8; 16] {
        hashed(Hmac::new_from_slice(&[key; 32]).unwrap(), address.parse().unwrap()).0
    }

    #[test]
    fn a_household_is_one_sender_and_another_day_another_hash() {
        assert_eq!(of(1, "192.0.2.7"), of(1, "::ffff:192.0.2.7"));
        assert_eq!(of(1, "2001:db8:1:2::1"), of(1, "2001:db8:1:2:ffff::9"));
        assert_ne!(of(1, "2001:db8:1:2::1"), of(1, "2001:db8:1:3::1"));
        assert_ne!(of(1, "192.0.2.7"), of(1, "192.0.2.8"));
        assert_ne!(of(1, "192.0.2.7"), of(2, "192.0.2.7"));
    }
}
