//! What a pack can be made of.

use domain::{Slug, campaign::Campaign, country::Country};

use crate::{Engine, EngineError, campaigns::CampaignLink};

/// A case that a pack can have letters for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackChoice {
    /// The case.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Where the case is.
    pub country: Country,
    /// The office that its letters go to.
    pub office: String,
}

/// What the builder starts from.
#[derive(Clone, Debug)]
pub struct PackChoices {
    /// The campaign.
    pub campaign: Campaign,
    /// Its cases that letters are written for and that have an address, in its order.
    pub cases: Vec<PackChoice>,
    /// The other campaigns that take actions today.
    pub others: Vec<CampaignLink>,
}

impl Engine {
    /// What a pack of a campaign can be made of; of the current one where none is named. None when no campaign is open.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when the campaign that is named takes no actions today.
    pub async fn pack_choices(&self, campaign: Option<&Slug>) -> Result<Option<PackChoices>, EngineError> {
        let today = self.today();
        let all = storage::campaigns::all(&self.read).await?;
        let mut open: Vec<_> = all.into_values().filter(|stored| stored.campaign.takes_actions_on(today)).collect();
        let chosen = match campaign {
            Some(slug) => open.iter().position(|stored| stored.campaign.slug == *slug).ok_or(EngineError::NotFound)?,
            None => {
                let newest = |n: &usize| {
                    let campaign = &open[*n].campaign;
                    (!campaign.is_standing(), campaign.opens)
                };
                match (0..open.len()).max_by_key(newest) {
                    Some(newest) => newest,
                    None => return Ok(None),
                }
            }
        };
        let campaign = open.swap_remove(chosen).campaign;
        let cases = storage::cases::by_slugs(&self.read, &campaign.cases).await?;
        let offices: Vec<Slug> =
            cases.values().flat_map(|stored| stored.case.targets.iter()).map(|target| target.target.clone()).collect();
        let targets = storage::targets::by_slugs(&self.read, &offices).await?;
        let choice = |slug: &Slug| {
            let case = &cases.get(slug)?.case;
            let waits = case.may_be_public_on(today) && case.accepts_letters();
            let mut of_case = case.targets.iter().filter_map(|target| targets.get(&target.target));
            let office = of_case.find(|target| target.takes_letters())?.office.clone();
            waits.then(|| PackChoice { slug: slug.clone(), name: case.name.clone(), country: case.country, office })
        };
        Ok(Some(PackChoices {
            cases: campaign.cases.iter().filter_map(choice).collect(),
            others: open.iter().map(|stored| CampaignLink::from(&stored.campaign)).collect(),
            campaign,
        }))
    }
}
