//! Campaigns as supporters see them.

use std::collections::BTreeMap;

use domain::{Slug, campaign::Campaign, source::Source, totals::Totals};
use storage::campaigns::Stored;

use crate::{Engine, EngineError, cases::CaseCard};

/// What a page needs to name a campaign and to lead there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignLink {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// The year of the edition; none for a standing campaign.
    pub year: Option<u16>,
}

impl From<&Campaign> for CampaignLink {
    fn from(campaign: &Campaign) -> Self {
        Self { slug: campaign.slug.clone(), title: campaign.title.clone(), year: campaign.year }
    }
}

/// A campaign's page.
#[derive(Clone, Debug)]
pub struct CampaignPage {
    /// The campaign.
    pub campaign: Campaign,
    /// Whether it takes actions today.
    pub takes_actions: bool,
    /// Its public cases, in its order.
    pub cases: Vec<CaseCard>,
    /// What was done in it so far.
    pub totals: Totals,
    /// The sources of figures, windows and goals, by id.
    pub sources: BTreeMap<String, Source>,
}

impl Engine {
    /// The campaign that the home page shows: of those that take actions today the edition that opened last, else the
    /// standing one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn current_campaign(&self) -> Result<Option<CampaignPage>, EngineError> {
        let all = storage::campaigns::all(&self.read).await?;
        match current(all.into_values(), self.today()) {
            Some(stored) => self.fill_campaign(stored).await.map(Some),
            None => Ok(None),
        }
    }

    /// The page of a campaign that is public.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none; [`EngineError::Unavailable`] when the database does not answer.
    pub async fn campaign_page(&self, slug: &Slug) -> Result<CampaignPage, EngineError> {
        let stored = storage::campaigns::by_slug(&self.read, slug).await?;
        let stored = stored.filter(|s| s.campaign.state.is_public()).ok_or(EngineError::NotFound)?;
        self.fill_campaign(stored).await
    }

    /// All public campaigns, the newest edition first, standing ones at the head.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn campaigns(&self) -> Result<Vec<Campaign>, EngineError> {
        let all = storage::campaigns::all(&self.read).await?;
        let mut campaigns: Vec<Campaign> =
            all.into_values().map(|s| s.campaign).filter(|campaign| campaign.state.is_public()).collect();
        campaigns.sort_by_key(|campaign| (campaign.year.is_some(), std::cmp::Reverse(campaign.opens)));
        Ok(campaigns)
    }

    /// The day on which "today" is decided for readers: UTC.
    #[must_use]
    pub fn today(&self) -> time::Date {
        self.now().date()
    }

    async fn fill_campaign(&self, stored: Stored) -> Result<CampaignPage, EngineError> {
        let mut campaign = stored.campaign;
        let unnamed = self.unnamed().await?;
        unnamed.leave_out_of(&mut campaign);
        let cases = self.case_cards(&campaign.cases).await?;
        let totals = self.totals(&campaign.slug).await?;
        let cited = (campaign.figures.iter().flat_map(|f| &f.sources))
            .chain(campaign.windows.iter().flat_map(|w| &w.sources))
            .chain(campaign.goals.iter().flat_map(|g| &g.sources));
        let mut sources = storage::sources::by_ids(&self.read, cited.map(String::as_str)).await?;
        unnamed.leave_out_of_sources(&mut sources);
        let takes_actions = campaign.takes_actions_on(self.today());
        Ok(CampaignPage { campaign, takes_actions, cases, totals, sources })
    }
}

/// Of the campaigns that take actions on `today`, the edition that opened last, else the standing one.
pub(crate) fn current(all: impl IntoIterator<Item = Stored>, today: time::Date) -> Option<Stored> {
    all.into_iter()
        .filter(|stored| stored.campaign.takes_actions_on(today))
        .max_by_key(|stored| (!stored.campaign.is_standing(), stored.campaign.opens.first_day()))
}
