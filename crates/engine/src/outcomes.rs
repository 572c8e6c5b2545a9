//! What became of the cases: of every edition its published figures and, case by case, what changed.
//!
//! Only public cases are named. Of a withdrawn one not even the number shows here.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use domain::{
    PartialDate, Slug,
    campaign::{Campaign, Figure},
    case::{Case, Standing},
    outcome::Outcome,
    source::Source,
};

use crate::{Engine, EngineError, campaigns::CampaignLink, cases::CaseCard, open_letters::JointLink};

/// What became of a case, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// The main demand was met.
    Met,
    /// Something changed, for better or worse.
    Changed,
    /// Nothing is known since.
    NothingKnown,
}

/// A case with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// What its stamp shows.
    pub card: CaseCard,
    /// The newest state that the sources show.
    pub standing: Standing,
    /// What changed, in order.
    pub outcomes: Vec<Outcome>,
}

impl Fate {
    /// What became of it, in one word.
    #[must_use]
    pub const fn became(&self) -> Became {
        match (&self.card.met, self.outcomes.is_empty()) {
            (Some(_), _) => Became::Met,
            (None, false) => Became::Changed,
            (None, true) => Became::NothingKnown,
        }
    }
}

/// An edition with its published figures and its cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Name and address.
    pub campaign: CampaignLink,
    /// What others published about it. Never mixed with what this site counted.
    pub figures: Vec<Figure>,
    /// Its public cases: main demand met, changed, nothing known; each group in the edition's order.
    pub fates: Vec<Fate>,
}

/// The page "What letters did".
#[derive(Clone, Debug)]
pub struct OutcomesPage {
    /// The cases whose stamp is cancelled, the newest outcome first.
    pub wall: Vec<CaseCard>,
    /// Those who died, by name.
    pub mourned: Vec<CaseCard>,
    /// Every public edition, the newest first.
    pub editions: Vec<Edition>,
    /// Public cases that stand in no edition.
    pub beyond: Vec<Fate>,
    /// Open letters, the newest first.
    pub open_letters: Vec<JointLink>,
    /// Statements, the newest first.
    pub statements: Vec<JointLink>,
    /// Every source that the page cites, by id.
    pub sources: BTreeMap<String, Source>,
}

impl Engine {
    /// Everything that is known about what became of the cases.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn outcomes(&self) -> Result<OutcomesPage, EngineError> {
        let unnamed = self.unnamed().await?;
        let mut fates = self.fates().await?;
        fates.values_mut().for_each(|fate| unnamed.leave_out_of_outcomes(&mut fate.outcomes));
        let all = storage::campaigns::all(&self.read).await?;
        let mut campaigns: Vec<Campaign> = all.into_values().map(|stored| stored.campaign).collect();
        campaigns.retain(|campaign| campaign.state.is_public() && campaign.year.is_some());
        campaigns.iter_mut().for_each(|campaign| unnamed.leave_out_of(campaign));
        campaigns.sort_by_key(|campaign| Reverse((campaign.year, campaign.opens)));
        let featured: BTreeSet<&Slug> = campaigns.iter().flat_map(|campaign| &campaign.cases).collect();
        let beyond = fates.values().filter(|fate| !featured.contains(&fate.card.slug)).cloned().collect();
        let editions: Vec<Edition> = campaigns.iter().map(|campaign| edition(campaign, &fates)).collect();
        let cited: BTreeSet<&str> = (fates.values().flat_map(cited))
            .chain(editions.iter().flat_map(|edition| &edition.figures).flat_map(|figure| &figure.sources))
            .map(String::as_str)
            .collect();
        let mut sources = storage::sources::by_ids(&self.read, cited).await?;
        unnamed.leave_out_of_sources(&mut sources);
        Ok(OutcomesPage {
            wall: wall(&fates),
            mourned: by_name(fates.values().filter(|fate| fate.card.mourned)),
            editions,
            beyond,
            open_letters: self.open_letters().await?,
            statements: self.statements().await?,
            sources,
        })
    }

    /// Every public case with what became of it.
    async fn fates(&self) -> Result<BTreeMap<Slug, Fate>, EngineError> {
        let mut stored = storage::cases::all(&self.read).await?;
        let slugs: Vec<Slug> = stored.keys().cloned().collect();
        let cards = self.case_cards(&slugs).await?;
        let fate = |card: CaseCard| {
            let Case { standing, outcomes, .. } = stored.remove(&card.slug)?.case;
            Some((card.slug.clone(), Fate { card, standing, outcomes }))
        };
        Ok(cards.into_iter().filter_map(fate).collect())
    }
}

fn edition(campaign: &Campaign, fates: &BTreeMap<Slug, Fate>) -> Edition {
    let mut own: Vec<Fate> = campaign.cases.iter().filter_map(|slug| fates.get(slug)).cloned().collect();
    own.sort_by_key(Fate::became);
    Edition { campaign: CampaignLink::from(campaign), figures: campaign.figures.clone(), fates: own }
}

/// The cancelled stamps. Someone who died has no postmark, whatever was reached before.
fn wall(fates: &BTreeMap<Slug, Fate>) -> Vec<CaseCard> {
    let mut wall = by_name(fates.values().filter(|fate| fate.card.met.is_some() && !fate.card.mourned));
    wall.sort_by_key(|card| Reverse(card.met.as_ref().map(|met| PartialDate::first_day(met.date))));
    wall
}

fn by_name<'a>(fates: impl Iterator<Item = &'a Fate>) -> Vec<CaseCard> {
    let mut cards: Vec<CaseCard> = fates.map(|fate| fate.card.clone()).collect();
    cards.sort_by_key(|card| card.name.to_lowercase());
    cards
}

fn cited(fate: &Fate) -> impl Iterator<Item = &String> {
    std::iter::once(&fate.standing.source).chain(fate.outcomes.iter().flat_map(|outcome| &outcome.sources))
}
