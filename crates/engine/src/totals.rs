//! Totals: the tallies in the words of the API.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use domain::{
    Slug,
    action::{Channel, Kind},
    country::Country,
    totals::{CaseTotal, ChannelTotals, CountryTotal, Totals},
};
use storage::tallies::{By, Filter, Sum};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{Actor, Engine, EngineError};

impl Engine {
    /// The totals of a campaign that is public.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none; [`EngineError::Unavailable`] when the database does not answer.
    pub async fn totals(&self, campaign: &Slug) -> Result<Totals, EngineError> {
        Ok(Totals::clone(&*self.shared_totals(campaign).await?))
    }

    /// The number of a campaign that is public.
    pub(crate) async fn public_campaign(&self, campaign: &Slug) -> Result<i16, EngineError> {
        let stored = storage::campaigns::by_slug(&self.db, campaign).await?;
        stored.filter(|s| s.campaign.state.is_public()).map(|s| s.number).ok_or(EngineError::NotFound)
    }

    pub(crate) async fn totals_of(&self, campaign: &Slug, number: i16) -> Result<Totals, EngineError> {
        let sums = storage::tallies::sums(&self.db, &Filter::campaign(number), &BY).await?;
        let people = storage::reports::people(&self.db, number).await?;
        let totals = self.add_up(campaign, &sums, self.now()).await?;
        Ok(Totals { people: Some(people).filter(|people| *people > 0), ..totals })
    }

    /// By how many people at least the reports of a campaign are, for staff.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for whoever may not read counts; [`EngineError::NotFound`] when there is no such campaign.
    pub async fn people(&self, actor: &Actor, campaign: &Slug) -> Result<i64, EngineError> {
        if !actor.may_read_counts() {
            return Err(EngineError::Denied);
        }
        let stored = storage::campaigns::by_slug(&self.db, campaign).await?.ok_or(EngineError::NotFound)?;
        Ok(storage::reports::people(&self.db, stored.number).await?)
    }

    pub(crate) async fn add_up(
        &self,
        campaign: &Slug,
        sums: &[Sum],
        as_of: OffsetDateTime,
    ) -> Result<Totals, EngineError> {
        let sums: Vec<Part> = sums.iter().filter_map(Part::of).collect();
        let numbers: BTreeSet<i16> = sums.iter().map(|sum| sum.case).collect();
        let slugs = storage::cases::slugs_by_number(&self.db, numbers).await?;
        let cases = storage::cases::by_slugs(&self.db, slugs.values()).await?;
        // a withdrawn case is counted, and named nowhere
        let today = self.today();
        let public: BTreeMap<i16, Slug> = slugs
            .into_iter()
            .filter(|(_, slug)| cases.get(slug).is_some_and(|s| s.case.may_be_public_on(today)))
            .collect();
        let as_of = as_of.format(&Rfc3339).map_err(|_| EngineError::Internal)?;
        Ok(add_up(campaign.clone(), as_of, &sums, &public))
    }
}

/// What public totals are asked by.
pub(crate) const BY: [By; 4] = [By::Case, By::Kind, By::Country, By::Channel];

/// A sum as public totals need it.
struct Part {
    case: i16,
    kind: Kind,
    country: Country,
    channel: Option<Channel>,
    actions: i64,
}

impl Part {
    /// None for a kind that this version does not know.
    fn of(sum: &Sum) -> Option<Self> {
        let [case, kind, country, channel] = sum.key.as_slice() else { return None };
        let small = |number: &i32| i16::try_from(*number).unwrap_or(0);
        Some(Self {
            case: small(case),
            kind: Kind::from_number(small(kind))?,
            country: Country::from_number(small(country)),
            channel: Channel::from_number(small(channel)),
            actions: sum.actions,
        })
    }
}

fn add_up(campaign: Slug, as_of: String, sums: &[Part], public: &BTreeMap<i16, Slug>) -> Totals {
    let mut by_kind: BTreeMap<Kind, i64> = BTreeMap::new();
    let mut by_case: BTreeMap<&Slug, BTreeMap<Kind, i64>> = BTreeMap::new();
    let mut by_country: BTreeMap<Country, i64> = BTreeMap::new();
    let mut by_channel = ChannelTotals::default();
    for sum in sums {
        *by_kind.entry(sum.kind).or_default() += sum.actions;
        *by_country.entry(sum.country).or_default() += sum.actions;
        let reported = sum.channel == Some(Channel::Reported);
        *(if reported { &mut by_channel.reported } else { &mut by_channel.online }) += sum.actions;
        if let Some(case) = public.get(&sum.case) {
            *by_case.entry(case).or_default().entry(sum.kind).or_default() += sum.actions;
        }
    }
    let mut by_case: Vec<CaseTotal> = by_case
        .into_iter()
        .map(|(case, by_kind)| CaseTotal { case: case.clone(), actions: by_kind.values().sum(), by_kind })
        .collect();
    by_case.sort_by_key(|total| Reverse(total.actions));
    let mut by_country: Vec<CountryTotal> =
        by_country.into_iter().map(|(c, actions)| CountryTotal { country: c.code().to_owned(), actions }).collect();
    by_country.sort_by_key(|total| Reverse(total.actions));
    Totals { campaign, as_of, actions: by_kind.values().sum(), people: None, by_kind, by_case, by_country, by_channel }
}
