//! Cases as supporters see them.

use std::collections::BTreeMap;

use domain::{
    Slug,
    case::{Case, NativeName},
    country::Country,
    outcome::Outcome,
    source::Source,
    state::CaseState,
    status::Status,
    target::{Target, TargetRole},
    totals::CaseTotal,
};
use storage::{campaigns, cases::Stored};

use crate::{Engine, EngineError, campaigns::CampaignLink};

/// A case in a list: what its stamp shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseCard {
    /// Its name in addresses.
    pub slug: Slug,
    /// The name.
    pub name: String,
    /// The name in its own script.
    pub native_name: Option<NativeName>,
    /// Where the case is.
    pub country: Country,
    /// The year of the newest edition that featured it.
    pub edition: Option<u16>,
    /// How things stand.
    pub status: Status,
    /// Two or three sentences.
    pub summary: String,
    /// The outcome that met the main demand, if one did.
    pub met: Option<Outcome>,
    /// Whether it has the black edge.
    pub mourned: bool,
    /// Whether letters are asked for and some target can be written to on paper.
    pub takes_letters: bool,
}

/// A target of a case, with why the case writes to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseTargetView {
    /// Why.
    pub role: TargetRole,
    /// The target.
    pub target: Target,
}

/// A case's page.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The case.
    pub case: Case,
    /// Its targets, the most important first.
    pub targets: Vec<CaseTargetView>,
    /// The public campaigns that feature it, the newest first.
    pub campaigns: Vec<CampaignLink>,
    /// The campaign in which an action for it is counted today.
    pub counts_in: Option<CampaignLink>,
    /// What was done for it in that campaign, in actions.
    pub total: Option<CaseTotal>,
    /// Every source that the page cites, by id.
    pub sources: BTreeMap<String, Source>,
}

impl CasePage {
    /// The first target that a letter on paper can be addressed to.
    #[must_use]
    pub fn first_addressable(&self) -> Option<&Target> {
        self.targets.iter().map(|view| &view.target).find(|target| target.takes_letters())
    }

    /// Whether a letter is offered: it is asked for, and there is somebody to send it to.
    #[must_use]
    pub fn offers_letter(&self) -> bool {
        self.case.accepts_letters() && self.first_addressable().is_some()
    }

    /// The year of the newest edition that featured it.
    #[must_use]
    pub fn edition(&self) -> Option<u16> {
        self.campaigns.iter().find_map(|campaign| campaign.year)
    }
}

impl Engine {
    /// The page of a public case.
    ///
    /// # Errors
    /// [`EngineError::Gone`] for a withdrawn case or one whose consent has ended, [`EngineError::NotFound`] when there
    /// is none, [`EngineError::Unavailable`] when the database does not answer.
    pub async fn case_page(&self, slug: &Slug) -> Result<CasePage, EngineError> {
        let stored = self.public_case(slug).await?;
        let case = stored.case;
        let mut known = storage::targets::by_slugs(&self.read, case.targets.iter().map(|t| &t.target)).await?;
        let targets =
            case.targets.iter().filter_map(|t| Some(CaseTargetView { role: t.role, target: known.remove(&t.target)? }));
        let targets: Vec<CaseTargetView> = targets.collect();
        let all = campaigns::all(&self.read).await?;
        let mut featuring: Vec<&campaigns::Stored> =
            all.values().filter(|c| c.campaign.state.is_public() && c.campaign.cases.contains(slug)).collect();
        featuring.sort_by_key(|c| std::cmp::Reverse((c.campaign.year, c.campaign.opens)));
        let counting = crate::campaigns::current(featuring.iter().map(|c| (*c).clone()), self.today());
        let total = match &counting {
            Some(counting) => {
                let totals = self.totals_of(&counting.campaign.slug, counting.number).await?;
                totals.by_case.into_iter().find(|total| total.case == *slug)
            }
            None => None,
        };
        let mut sources = storage::sources::by_ids(&self.read, cited(&case, &targets)).await?;
        self.unnamed().await?.leave_out_of_sources(&mut sources);
        Ok(CasePage {
            campaigns: featuring.iter().map(|c| CampaignLink::from(&c.campaign)).collect(),
            counts_in: counting.as_ref().map(|c| CampaignLink::from(&c.campaign)),
            case,
            targets,
            total,
            sources,
        })
    }

    /// All public cases, those that wait for letters first, then by name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cases(&self) -> Result<Vec<CaseCard>, EngineError> {
        let all = storage::cases::all(&self.read).await?;
        let slugs: Vec<Slug> = all.into_keys().collect();
        let mut cards = self.case_cards(&slugs).await?;
        cards.sort_by_key(|card| (!card.takes_letters, std::cmp::Reverse(card.edition), card.name.to_lowercase()));
        Ok(cards)
    }

    /// The case that a supporter may write for next: the one after `slug` in its campaign's order that takes letters.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn next_case(&self, campaign: &Slug, slug: &Slug) -> Result<Option<CaseCard>, EngineError> {
        let Some(stored) = campaigns::by_slug(&self.read, campaign).await? else { return Ok(None) };
        let order = stored.campaign.cases;
        let at = order.iter().position(|s| s == slug).map_or(0, |at| at + 1);
        let (before, after) = order.split_at(at.min(order.len()));
        let round: Vec<Slug> = after.iter().chain(before).filter(|s| *s != slug).cloned().collect();
        Ok(self.case_cards(&round).await?.into_iter().find(|card| card.takes_letters))
    }

    /// The public cases of a list, in its order. Those that are not public are left out.
    pub(crate) async fn case_cards(&self, slugs: &[Slug]) -> Result<Vec<CaseCard>, EngineError> {
        let today = self.today();
        let mut stored = storage::cases::by_slugs(&self.read, slugs).await?;
        let public: Vec<Case> = slugs
            .iter()
            .filter_map(|slug| stored.remove(slug))
            .map(|stored| stored.case)
            .filter(|case| case.may_be_public_on(today))
            .collect();
        // collected, because a closure over references that lives across an await keeps the future on one thread
        let wanted: Vec<&Slug> = public.iter().flat_map(|case| case.targets.iter().map(|t| &t.target)).collect();
        let targets = storage::targets::by_slugs(&self.read, wanted).await?;
        let editions = self.editions().await?;
        Ok(public.into_iter().map(|case| card(case, &targets, &editions)).collect())
    }

    /// A case that may be shown today.
    pub(crate) async fn public_case(&self, slug: &Slug) -> Result<Stored, EngineError> {
        let stored = storage::cases::by_slug(&self.read, slug).await?.ok_or(EngineError::NotFound)?;
        if stored.case.may_be_public_on(self.today()) {
            return Ok(stored);
        }
        let was_public = stored.state.state == CaseState::Withdrawn || stored.case.state.is_public();
        Err(if was_public { EngineError::Gone } else { EngineError::NotFound })
    }

    /// The newest edition's year of every case.
    async fn editions(&self) -> Result<BTreeMap<Slug, u16>, EngineError> {
        let mut editions = BTreeMap::new();
        for stored in campaigns::all(&self.read).await?.into_values().filter(|s| s.campaign.state.is_public()) {
            let Some(year) = stored.campaign.year else { continue };
            for case in stored.campaign.cases {
                let newest = editions.entry(case).or_insert(year);
                *newest = year.max(*newest);
            }
        }
        Ok(editions)
    }
}

fn card(case: Case, targets: &BTreeMap<Slug, Target>, editions: &BTreeMap<Slug, u16>) -> CaseCard {
    let addressable = case.targets.iter().filter_map(|t| targets.get(&t.target)).any(Target::takes_letters);
    CaseCard {
        edition: editions.get(&case.slug).copied(),
        met: case.main_demand_met().cloned(),
        mourned: case.is_mourned(),
        takes_letters: case.accepts_letters() && addressable,
        slug: case.slug,
        name: case.name,
        native_name: case.native_name,
        country: case.country,
        status: case.standing.status,
        summary: case.summary,
    }
}

fn cited<'a>(case: &'a Case, targets: &'a [CaseTargetView]) -> impl Iterator<Item = &'a str> {
    (case.text_sources.iter())
        .chain(std::iter::once(&case.standing.source))
        .chain(case.native_name.iter().map(|n| &n.source))
        .chain(case.events.iter().flat_map(|e| &e.sources))
        .chain(case.outcomes.iter().flat_map(|o| &o.sources))
        .chain(case.solidarity.iter().flat_map(|s| &s.sources))
        .chain(targets.iter().flat_map(|view| &view.target.sources))
        .map(String::as_str)
}
