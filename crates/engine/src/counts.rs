//! Counts, as staff read them: the tallies by case, kind, country, section and day, counted online and reported apart,
//! each with its basis. A case that is not public stands in them, marked.

pub(crate) mod days;
mod question;
mod table;

use std::collections::BTreeMap;

use domain::{
    Slug, action::Channel, campaign::Campaign, case::Case, country::Country, counts::By as Rows, field::Rule,
    section::Section, state::CaseState,
};
use storage::{
    campaigns::Stored,
    tallies::{By, Filter, Sum},
};
use time::{Date, OffsetDateTime};

pub use question::Question;
pub use table::{Cells, Key, Part, Row};

use crate::{
    Actor, Engine, EngineError,
    campaigns::{CampaignLink, current},
    receipts::{day_of, days},
};

/// A case as it stands in a table of counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountedCase {
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: Slug,
    /// Where the case is.
    pub country: Country,
    /// Where it stands.
    pub state: CaseState,
    /// Whether its page can be opened today.
    pub public: bool,
}

/// What was done on a day, in actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The day.
    pub day: Date,
    /// Counted online.
    pub online: i64,
    /// Reported.
    pub reported: i64,
}

/// What can be chosen, so that a form offers only what leads somewhere.
#[derive(Clone, Debug)]
pub struct Choices {
    /// Every campaign, the newest first, drafts too.
    pub campaigns: Vec<CampaignLink>,
    /// The campaign's cases, and others for which something was counted in it, by name.
    pub cases: Vec<CountedCase>,
    /// Countries from which something was counted.
    pub countries: Vec<Country>,
    /// Sections for which something was counted.
    pub sections: Vec<Section>,
}

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Counts {
    /// The question, with the campaign that was taken where none was named.
    pub question: Question,
    /// The campaign.
    pub campaign: Campaign,
    /// What else can be asked.
    pub choices: Choices,
    /// The rows of the table, the most first; days in their order.
    pub rows: Vec<Row>,
    /// The sum of all rows.
    pub sum: Cells,
    /// Days on which something was done, in order.
    pub days: Vec<DayCount>,
    /// The same days of the edition before, moved so that both begin together; empty where there is none.
    pub days_before: Vec<DayCount>,
    /// What the edition before had counted by its day that corresponds to the last one here.
    pub before: Option<i64>,
    /// The moment of reading, UTC.
    pub as_of: OffsetDateTime,
}

impl Engine {
    /// Answers a question about a campaign's counts.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for whoever may not read them; [`EngineError::Invalid`] when the campaign or a case is
    /// not there; [`EngineError::NotFound`] when there is no campaign at all.
    pub async fn counts(&self, actor: &Actor, question: &Question) -> Result<Counts, EngineError> {
        if !actor.may_read_counts() {
            return Err(EngineError::Denied);
        }
        let all = storage::campaigns::all(&self.db).await?;
        let campaign = self.asked(&all, question)?;
        let cases = self.counted_cases(&campaign).await?;
        let mut filter = filter(&campaign, question, &cases)?;
        self.drop_idle_days(&mut filter).await?;
        let sums = self.sums(&filter, columns(question.by)).await?;
        let (rows, sum) = table::rows(question.by, &sums, &cases);
        let days = self.days(&filter).await?;
        let earlier = before(&all, &campaign.campaign);
        let (days_before, before) = match earlier {
            Some(earlier) => self.the_edition_before(earlier, &campaign.campaign, &filter).await?,
            None => (Vec::new(), None),
        };
        let choices = Choices {
            campaigns: links(&all),
            countries: self.counted_countries(campaign.number).await?,
            sections: self.counted_sections(campaign.number).await?,
            cases: by_name(cases),
        };
        let question = Question { campaign: Some(campaign.campaign.slug.clone()), ..question.clone() };
        Ok(Counts {
            question,
            campaign: campaign.campaign,
            choices,
            rows,
            sum,
            days,
            days_before,
            before,
            as_of: self.now(),
        })
    }

    fn asked(&self, all: &BTreeMap<Slug, Stored>, question: &Question) -> Result<Stored, EngineError> {
        match &question.campaign {
            Some(slug) => all.get(slug).cloned().ok_or_else(|| EngineError::field("campaign", Rule::UnknownCampaign)),
            None => self.shown_first(all).ok_or(EngineError::NotFound),
        }
    }

    /// The campaign that staff see when they ask for none.
    fn shown_first(&self, all: &BTreeMap<Slug, Stored>) -> Option<Stored> {
        current(all.values().cloned(), self.today())
            .or_else(|| all.values().max_by_key(|stored| stored.campaign.opens).cloned())
    }

    /// The cases of a campaign and those for which something was counted in it, by the ledger's numbers.
    async fn counted_cases(&self, campaign: &Stored) -> Result<BTreeMap<i32, CountedCase>, EngineError> {
        let counted = storage::tallies::sums(&self.db, &Filter::campaign(campaign.number), &[By::Case]).await?;
        let numbers = counted.iter().filter_map(|sum| i16::try_from(*sum.key.first()?).ok());
        let others = storage::cases::slugs_by_number(&self.db, numbers).await?;
        let slugs = others.values().chain(&campaign.campaign.cases);
        let stored = storage::cases::by_slugs(&self.db, slugs).await?;
        let today = self.today();
        let counted = |case: Case| {
            let public = case.may_be_public_on(today);
            CountedCase { name: case.name, slug: case.slug, country: case.country, state: case.state, public }
        };
        Ok(stored.into_values().map(|stored| (stored.number.into(), counted(stored.case))).collect())
    }

    /// Days that leave nothing out do not narrow a question: without them a far smaller tally answers it.
    async fn drop_idle_days(&self, filter: &mut Filter) -> Result<(), EngineError> {
        if filter.from.is_none() && filter.to.is_none() {
            return Ok(());
        }
        let days = storage::tallies::sums(&self.db, &Filter::campaign(filter.campaign), &[By::Day]).await?;
        let day = |sum: Option<&Sum>| sum.and_then(|sum| sum.key.first().copied());
        let (first, last) = (day(days.first()), day(days.last()));
        filter.from = filter.from.filter(|from| first.is_some_and(|first| *from > first));
        filter.to = filter.to.filter(|to| last.is_some_and(|last| *to < last));
        Ok(())
    }

    /// From the smallest tally that answers it, or from memory where that would be too large.
    async fn sums(&self, filter: &Filter, by: &'static [By]) -> Result<Vec<Sum>, EngineError> {
        if days::suits(filter, by) {
            return self.kept_days.sums(&self.db, filter, by).await;
        }
        Ok(storage::tallies::sums(&self.db, filter, by).await?)
    }

    async fn days(&self, filter: &Filter) -> Result<Vec<DayCount>, EngineError> {
        let sums = self.sums(filter, &[By::Day, By::Channel]).await?;
        let mut days: Vec<DayCount> = Vec::new();
        for sum in sums {
            let [day, channel] = sum.key[..] else { continue };
            let Some(day) = day_of(day) else { continue };
            if days.last().is_none_or(|last| last.day != day) {
                days.push(DayCount { day, online: 0, reported: 0 });
            }
            let reported = channel == i32::from(Channel::Reported.number());
            if let Some(last) = days.last_mut() {
                *(if reported { &mut last.reported } else { &mut last.online }) += sum.actions;
            }
        }
        Ok(days)
    }

    /// The days of an earlier edition under the same filters, moved to this one's, and its sum up to this one's last.
    async fn the_edition_before(
        &self,
        earlier: &Stored,
        now: &Campaign,
        filter: &Filter,
    ) -> Result<(Vec<DayCount>, Option<i64>), EngineError> {
        let shift = days(now.opens.first_day()) - days(earlier.campaign.opens.first_day());
        let moved = |day: Option<i32>| day.map(|day| day - shift);
        // other cases were written for in that edition, so cases do not narrow it
        let then = Filter {
            campaign: earlier.number,
            cases: Vec::new(),
            from: moved(filter.from),
            to: moved(filter.to),
            ..filter.clone()
        };
        let mut counted = self.days(&then).await?;
        for each in &mut counted {
            each.day = day_of(days(each.day) + shift).unwrap_or(each.day);
        }
        let until = self.today();
        let sum = counted.iter().filter(|each| each.day <= until).map(|each| each.online + each.reported).sum();
        let known = (!counted.is_empty()).then_some(sum);
        Ok((counted, known))
    }

    async fn counted_countries(&self, campaign: i16) -> Result<Vec<Country>, EngineError> {
        let sums = storage::tallies::sums(&self.db, &Filter::campaign(campaign), &[By::Country]).await?;
        Ok(numbers(&sums).map(Country::from_number).collect())
    }

    async fn counted_sections(&self, campaign: i16) -> Result<Vec<Section>, EngineError> {
        let sums = storage::tallies::sums(&self.db, &Filter::campaign(campaign), &[By::Section]).await?;
        Ok(numbers(&sums).map(Section::from_number).collect())
    }
}

fn numbers(sums: &[Sum]) -> impl Iterator<Item = i16> {
    sums.iter().filter_map(|sum| i16::try_from(*sum.key.first()?).ok())
}

/// The columns that a table asks by: what its rows stand for, then what its cells are made of.
const fn columns(by: Rows) -> &'static [By] {
    match by {
        Rows::Case => &[By::Case, By::Kind, By::Channel, By::Basis],
        Rows::Country => &[By::Country, By::Kind, By::Channel, By::Basis],
        Rows::CaseAndCountry => &[By::Case, By::Country, By::Kind, By::Channel, By::Basis],
        Rows::Kind => &[By::Kind, By::Kind, By::Channel, By::Basis],
        Rows::Section => &[By::Section, By::Kind, By::Channel, By::Basis],
        Rows::Day => &[By::Day, By::Kind, By::Channel, By::Basis],
    }
}

fn filter(campaign: &Stored, question: &Question, cases: &BTreeMap<i32, CountedCase>) -> Result<Filter, EngineError> {
    let number = |slug: &Slug| {
        let known =
            cases.iter().find(|(_, case)| case.slug == *slug).and_then(|(number, _)| i16::try_from(*number).ok());
        known.ok_or_else(|| EngineError::field("case", Rule::UnknownCase))
    };
    Ok(Filter {
        campaign: campaign.number,
        cases: question.cases.iter().map(number).collect::<Result<_, _>>()?,
        kinds: question.kinds.clone(),
        country: question.country,
        section: question.section.map(Section::number),
        channel: question.channel,
        from: question.from.map(days),
        to: question.to.map(days),
        ..Filter::default()
    })
}

/// The edition before this one; a standing campaign has none.
fn before<'a>(all: &'a BTreeMap<Slug, Stored>, now: &Campaign) -> Option<&'a Stored> {
    let edition = |stored: &&Stored| stored.campaign.year.is_some() && stored.campaign.opens < now.opens;
    now.year.and_then(|_| all.values().filter(edition).max_by_key(|stored| stored.campaign.opens))
}

fn links(all: &BTreeMap<Slug, Stored>) -> Vec<CampaignLink> {
    let mut campaigns: Vec<&Campaign> = all.values().map(|stored| &stored.campaign).collect();
    campaigns.sort_by_key(|campaign| (campaign.year.is_some(), std::cmp::Reverse(campaign.opens)));
    campaigns.into_iter().map(CampaignLink::from).collect()
}

fn by_name(cases: BTreeMap<i32, CountedCase>) -> Vec<CountedCase> {
    let mut cases: Vec<CountedCase> = cases.into_values().collect();
    cases.sort();
    cases
}
