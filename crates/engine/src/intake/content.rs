//! Campaigns and cases in memory, as the rules for counting need them.

use std::{collections::HashMap, sync::Arc};

use domain::{Slug, action::StateSince, campaign::Campaign, case::Case, country::Country};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::EngineError;

/// A campaign by its number.
#[derive(Clone, Debug)]
pub(crate) struct KnownCampaign {
    pub number: i16,
    pub campaign: Campaign,
    /// The highest id in its ledger, where nothing is added any more; none where actions are taken, so that every id
    /// may be there. Ids begin with their moment, so that what is posted now is above it.
    pub closed_at: Option<Uuid>,
}

/// A case by its number.
#[derive(Clone, Debug)]
pub(crate) struct KnownCase {
    pub number: i16,
    pub case: Case,
    pub state: StateSince,
}

/// All of them, as old as the version that they were read with.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub version: i64,
    campaigns: HashMap<Slug, KnownCampaign>,
    cases: HashMap<Slug, KnownCase>,
    slugs: HashMap<i16, Slug>,
    groups: HashMap<Slug, (i32, Country)>,
}

impl Content {
    /// What is in memory if nothing changed since, else everything anew.
    ///
    /// # Errors
    /// As [`Content::read`].
    pub async fn current(db: &impl ConnectionTrait, kept: &Arc<Self>) -> Result<Arc<Self>, EngineError> {
        let version = storage::settings::content_version(db).await?;
        if version == kept.version { Ok(kept.clone()) } else { Ok(Arc::new(Self::read(db, version).await?)) }
    }

    /// Reads everything.
    ///
    /// # Errors
    /// When the database refuses or a record cannot be read.
    pub async fn read(db: &impl ConnectionTrait, version: i64) -> Result<Self, EngineError> {
        let mut content = Self { version, ..Self::default() };
        for (slug, stored) in storage::campaigns::all(db).await? {
            let (number, campaign) = (stored.number, stored.campaign);
            let closed_at = if campaign.state.accepts_actions() {
                None
            } else {
                Some(storage::actions::highest_id(db, number).await?.unwrap_or(Uuid::nil()))
            };
            content.campaigns.insert(slug, KnownCampaign { number, campaign, closed_at });
        }
        for (slug, stored) in storage::cases::all(db).await? {
            content.slugs.insert(stored.number, slug.clone());
            content.cases.insert(slug, KnownCase { number: stored.number, case: stored.case, state: stored.state });
        }
        for stored in storage::groups::all(db).await? {
            content.groups.insert(stored.group.slug, (stored.number, stored.group.country));
        }
        Ok(content)
    }

    pub fn campaign(&self, slug: &Slug) -> Option<&KnownCampaign> {
        self.campaigns.get(slug)
    }

    /// A group's number and country.
    pub fn group(&self, slug: &Slug) -> Option<(i32, Country)> {
        self.groups.get(slug).copied()
    }

    pub fn campaigns(&self) -> impl Iterator<Item = &KnownCampaign> {
        self.campaigns.values()
    }

    pub fn case(&self, slug: &Slug) -> Option<&KnownCase> {
        self.cases.get(slug)
    }

    pub fn case_by_number(&self, number: i16) -> Option<&KnownCase> {
        self.cases.get(self.slugs.get(&number)?)
    }
}
