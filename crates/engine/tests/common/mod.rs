//! An engine on a fresh database with the demonstration campaigns, a clock that stands still and ids that count up.
#![allow(dead_code, unused_imports, reason = "each test file uses its own part")]

#[path = "../../../storage/tests/common/databases.rs"]
mod databases;

use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

pub use databases::TestDatabase;
use domain::{action::NewAction, bundle::Bundle};
use engine::{Actor, Clock, Engine, Entropy, import::read_folder};
use time::{OffsetDateTime, macros::datetime};
use uuid::{Builder, Uuid};

pub const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

pub struct Fixed {
    pub now: Mutex<OffsetDateTime>,
    ids: AtomicU64,
}

impl Clock for Fixed {
    fn now(&self) -> OffsetDateTime {
        *self.now.lock().unwrap()
    }
}

impl Entropy for Fixed {
    fn id(&self, now: OffsetDateTime) -> Uuid {
        id(self.ids.fetch_add(1, Ordering::SeqCst), now)
    }

    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes[24..].copy_from_slice(&self.ids.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        bytes
    }
}

/// The n-th UUIDv7 of a moment.
pub fn id(n: u64, now: OffsetDateTime) -> Uuid {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    Builder::from_unix_timestamp_millis(u64::try_from(now.unix_timestamp()).unwrap() * 1000, &random).into_uuid()
}

pub struct House {
    pub name: &'static str,
    pub engine: Engine,
    pub clock: Arc<Fixed>,
    pub database: TestDatabase,
}

pub fn demonstration() -> Bundle {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

/// An engine on each database, empty.
pub async fn empty_houses() -> Vec<House> {
    let houses = databases::databases().await.into_iter().map(|database| {
        let clock = Arc::new(Fixed { now: Mutex::new(NOW), ids: AtomicU64::new(1) });
        let engine = Engine::new(database.db.clone(), clock.clone(), clock.clone());
        House { name: database.name, engine, clock, database }
    });
    houses.collect()
}

/// An engine on each database, with the demonstration campaigns.
pub async fn houses() -> Vec<House> {
    let houses = empty_houses().await;
    for house in &houses {
        house.engine.import(&Actor::Setup, &demonstration(), false).await.unwrap();
    }
    houses
}

/// The n-th letter for Rita Karasartova.
pub fn letter_for_rita(n: u64) -> NewAction {
    NewAction {
        id: id(1_000_000 + n, NOW),
        campaign: "open-cases".into(),
        case: "rita-karasartova".into(),
        kind: "letter".into(),
        quantity: 1,
        country: Some("DE".into()),
        occurred_on: "2026-11-23".into(),
        group: None,
    }
}
