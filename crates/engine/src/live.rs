//! Totals that many look at while they grow: one answer for all who ask at the same time, and a word to all who watch.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use domain::{Slug, totals::Totals};
use tokio::{sync::watch, time::Instant};

use crate::{Engine, EngineError};

/// How old an answer may be even if this process counted nothing: others may have.
const AGE: Duration = Duration::from_secs(2);

/// How often watchers are told, at most.
const PACE: Duration = Duration::from_millis(500);

/// How often is looked when nobody said that there was anything new.
const SLOW: Duration = Duration::from_secs(5);

/// A campaign's totals as they were last read.
struct Shown {
    generation: u64,
    version: i64,
    at: Instant,
    totals: Arc<Totals>,
}

/// A campaign that somebody asked for.
struct Place {
    /// Held while they are read: who comes meanwhile gets the same answer.
    shown: tokio::sync::Mutex<Option<Shown>>,
    watched: watch::Sender<Option<Arc<Totals>>>,
}

/// What all handles of an engine share.
#[derive(Clone)]
pub(crate) struct Live {
    places: Arc<Mutex<HashMap<Slug, Arc<Place>>>>,
    /// Grows with everything that is counted, here or, as far as is heard, elsewhere.
    generation: Arc<AtomicU64>,
    /// Grows with what this process counted.
    own: watch::Sender<u64>,
    heard: watch::Sender<u64>,
    closed: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            places: Arc::default(),
            generation: Arc::default(),
            own: watch::Sender::new(0),
            heard: watch::Sender::new(0),
            closed: watch::Sender::new(false),
        }
    }
}

impl Live {
    /// Something was counted by this process.
    pub fn counted(&self) {
        self.generation.fetch_add(1, Ordering::SeqCst);
        self.own.send_modify(|n| *n += 1);
    }

    /// Whether [`Engine::tell_watchers`] runs.
    pub fn is_telling(&self) -> bool {
        self.own.receiver_count() > 0
    }

    /// Another process says that it counted something.
    fn heard(&self) {
        self.generation.fetch_add(1, Ordering::SeqCst);
        self.heard.send_modify(|n| *n += 1);
    }

    fn place(&self, campaign: &Slug) -> Option<Arc<Place>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner).get(campaign).cloned()
    }

    /// Only for campaigns that are there, so that asking for others takes no memory.
    fn make_place(&self, campaign: &Slug) -> Arc<Place> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let place = || Arc::new(Place { shown: tokio::sync::Mutex::default(), watched: watch::Sender::new(None) });
        places.entry(campaign.clone()).or_insert_with(place).clone()
    }

    fn watched(&self) -> Vec<(Slug, Arc<Place>)> {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places
            .iter()
            .filter(|(_, place)| place.watched.receiver_count() > 0)
            .map(|(s, p)| (s.clone(), p.clone()))
            .collect()
    }
}

/// Somebody who watches a campaign's totals.
#[derive(Debug)]
pub struct Watcher {
    totals: watch::Receiver<Option<Arc<Totals>>>,
    closed: watch::Receiver<bool>,
}

impl Watcher {
    /// The totals once they are others than those given last; none when the server stops.
    pub async fn next(&mut self) -> Option<Arc<Totals>> {
        loop {
            tokio::select! {
                _ = self.closed.wait_for(|closed| *closed) => return None,
                changed = self.totals.changed() => changed.ok()?,
            }
            if let Some(totals) = self.totals.borrow_and_update().clone() {
                return Some(totals);
            }
        }
    }
}

impl Engine {
    /// The totals of a campaign that is public. What this process counted is in them at once, what others counted within
    /// two seconds. Many who ask at once are one question to the database.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none; [`EngineError::Unavailable`] when the database does not answer.
    pub async fn shared_totals(&self, campaign: &Slug) -> Result<Arc<Totals>, EngineError> {
        let Some(place) = self.live.place(campaign) else {
            let number = self.public_campaign(campaign).await?;
            let place = self.live.make_place(campaign);
            return self.look(campaign, Some(number), &place).await;
        };
        self.look(campaign, None, &place).await
    }

    async fn look(&self, campaign: &Slug, number: Option<i16>, place: &Place) -> Result<Arc<Totals>, EngineError> {
        let mut shown = place.shown.lock().await;
        // before reading: what is counted from here on makes the answer old
        let generation = self.live.generation.load(Ordering::SeqCst);
        let version = storage::settings::content_version(&self.db).await?;
        if let Some(shown) = &*shown
            && (shown.generation, shown.version) == (generation, version)
            && shown.at.elapsed() < AGE
        {
            return Ok(shown.totals.clone());
        }
        let number = match number {
            Some(number) => number,
            None => self.public_campaign(campaign).await?,
        };
        let totals = Arc::new(self.totals_of(campaign, number).await?);
        *shown = Some(Shown { generation, version, at: Instant::now(), totals: totals.clone() });
        Ok(totals)
    }

    /// Watches a public campaign's totals; the first ones come at once.
    ///
    /// # Errors
    /// As [`Engine::shared_totals`].
    pub async fn watch_totals(&self, campaign: &Slug) -> Result<Watcher, EngineError> {
        let totals = self.shared_totals(campaign).await?;
        let place = self.live.make_place(campaign);
        let mut receiver = place.watched.subscribe();
        tell(&place, &totals);
        receiver.mark_changed();
        Ok(Watcher { totals: receiver, closed: self.live.closed.subscribe() })
    }

    /// Tells those who watch, at most twice a second, and the other servers; until [`Engine::stop_telling`].
    ///
    /// On PostgreSQL servers tell each other by `NOTIFY`, beside the ledger's transactions; should a word be lost, a slow
    /// look finds out.
    pub async fn tell_watchers(&self) {
        let mut closed = self.live.closed.subscribe();
        let telling = async {
            let (mut own, mut heard) = (self.live.own.subscribe(), self.live.heard.subscribe());
            loop {
                let here = tokio::select! {
                    changed = own.changed() => changed.is_ok(),
                    _ = heard.changed() => false,
                    () = tokio::time::sleep(SLOW) => false,
                };
                if here {
                    self.tell_servers().await;
                }
                self.tell_all().await;
                tokio::time::sleep(PACE).await;
            }
        };
        let listening = async {
            loop {
                storage::notify::listen(&self.db, || self.live.heard()).await;
                tokio::time::sleep(SLOW).await;
            }
        };
        tokio::select! {
            _ = closed.wait_for(|closed| *closed) => {}
            () = telling => {}
            () = listening => {}
        }
    }

    /// Tells the other servers that something was counted. On SQLite the one server looks by itself. A word that is lost costs
    /// seconds, no action.
    pub(crate) async fn tell_servers(&self) {
        if let Err(error) = storage::notify::counted(&self.db).await {
            tracing::warn!(kind = %EngineError::from(error), "the servers were not told");
        }
    }

    async fn tell_all(&self) {
        for (campaign, place) in self.live.watched() {
            match self.look(&campaign, None, &place).await {
                Ok(totals) => tell(&place, &totals),
                // a campaign that is not public any more has nobody to tell: they see it when they load the page again
                Err(error) => tracing::debug!(%error, "totals were not told"),
            }
        }
    }

    /// Ends what watchers hold, so that the server can stop.
    pub fn stop_telling(&self) {
        self.live.closed.send_replace(true);
    }
}

/// Gives the watchers totals if they are others, whenever they were read.
fn tell(place: &Place, totals: &Arc<Totals>) {
    place.watched.send_if_modified(|told| {
        let same =
            told.as_ref().is_some_and(|told| Totals { as_of: told.as_of.clone(), ..(**totals).clone() } == **told);
        if !same {
            *told = Some(totals.clone());
        }
        !same
    });
}
