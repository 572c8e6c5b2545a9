//! Actions: what is counted, and the rules for counting it.

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime, UtcOffset};
use uuid::Uuid;

use crate::{
    Slug,
    campaign::Campaign,
    case::Case,
    country::Country,
    field::{FieldError, Rule},
    state::CaseState,
};

wire_enum! {
    /// What somebody did.
    Kind {
        /// A letter in the writer's own words, posted.
        Letter = "letter",
        /// A pre-printed letter, signed and posted.
        PrintedLetter = "printed-letter",
        /// A card or postcard.
        Card = "card",
        /// An e-mail.
        Email = "email",
        /// A name under a petition.
        PetitionSignature = "petition-signature",
        /// A public message.
        SocialPost = "social-post",
        /// A message to the person or the family.
        SolidarityMessage = "solidarity-message",
    }
}

impl Kind {
    /// The number that stands for it in the ledger. Never reused.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Self::Letter => 1,
            Self::PrintedLetter => 2,
            Self::Card => 3,
            Self::Email => 4,
            Self::PetitionSignature => 5,
            Self::SocialPost => 6,
            Self::SolidarityMessage => 7,
        }
    }

    /// The kind of a number from the ledger.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.number() == number)
    }

    /// Whether it asks an authority for something, so that it needs a case that is written for.
    #[must_use]
    pub const fn asks_an_authority(self) -> bool {
        !matches!(self, Self::SolidarityMessage)
    }
}

wire_enum! {
    /// How an action came into the ledger.
    Channel {
        /// By a supporter, one by one.
        Online = "online",
        /// In a group's or section's report.
        Reported = "reported",
    }
}

impl Channel {
    /// The number that stands for it in the ledger. Never reused.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Self::Online => 1,
            Self::Reported => 2,
        }
    }

    /// The channel of a number from the ledger.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|channel| channel.number() == number)
    }
}

/// An action as it arrives, its fields not yet checked. Also the body of `POST /api/v1/actions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewAction {
    /// A UUIDv7 made by the client: the same id is the same action.
    pub id: Uuid,
    /// The campaign.
    pub campaign: String,
    /// The case.
    pub case: String,
    /// What was done.
    pub kind: String,
    /// How many, in actions.
    pub quantity: i64,
    /// The writer's country by ISO code, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The day on which it was done, ISO 8601.
    pub occurred_on: String,
    /// The group, where it was done with one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// An action whose fields are what they should be; whether it may be counted is still to be asked of its campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The client's id.
    pub id: Uuid,
    /// The campaign.
    pub campaign: Slug,
    /// The case.
    pub case: Slug,
    /// What was done.
    pub kind: Kind,
    /// How many, in actions: 1 to 10,000.
    pub quantity: u32,
    /// The writer's country, `ZZ` where not given.
    pub country: Country,
    /// The day on which it was done.
    pub occurred_on: Date,
    /// The group it was done with; whether there is one is asked where groups are known.
    pub group: Option<Slug>,
}

/// The most that one online action may count, in actions.
pub const MOST_ONLINE: u32 = 10_000;

/// The latest day that has begun somewhere on Earth at `now`: today at UTC+14.
#[must_use]
pub fn latest_day(now: OffsetDateTime) -> Date {
    UtcOffset::from_hms(14, 0, 0).map_or(now.date(), |kiribati| now.to_offset(kiribati).date())
}

/// The earliest day that still is somewhere on Earth at `now`: today at UTC-12.
#[must_use]
pub fn earliest_day(now: OffsetDateTime) -> Date {
    UtcOffset::from_hms(-12, 0, 0).map_or(now.date(), |baker| now.to_offset(baker).date())
}

impl NewAction {
    /// Reads the fields.
    ///
    /// # Errors
    /// Every field that is not what it should be, not only the first.
    pub fn read(&self) -> Result<Action, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
        if self.id.get_version_num() != 7 {
            note("id", Rule::NotUuid7);
        }
        let campaign = self.campaign.parse::<Slug>().map_err(|_| note("campaign", Rule::UnknownCampaign));
        let case = self.case.parse::<Slug>().map_err(|_| note("case", Rule::UnknownCase));
        let kind = self.kind.parse::<Kind>().map_err(|word| wrong.push(FieldError::unknown_word("kind", &word)));
        let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
        let quantity = u32::try_from(self.quantity)
            .ok()
            .filter(|n| (1..=MOST_ONLINE).contains(n))
            .ok_or(())
            .map_err(|()| note("quantity", Rule::OneToTenThousand));
        let country = match self.country.as_deref() {
            None | Some("") => Ok(Country::UNKNOWN),
            Some(code) => code.parse::<Country>().map_err(|_| note("country", Rule::CountryCode)),
        };
        let occurred_on = crate::date::day(&self.occurred_on).map_err(|_| note("occurred_on", Rule::Format));
        let group = match self.group.as_deref() {
            None | Some("") => Ok(None),
            Some(group) => group.parse::<Slug>().map(Some).map_err(|_| note("group", Rule::UnknownGroup)),
        };
        match (campaign, case, kind, quantity, country, occurred_on, group) {
            (Ok(campaign), Ok(case), Ok(kind), Ok(quantity), Ok(country), Ok(occurred_on), Ok(group))
                if wrong.is_empty() =>
            {
                Ok(Action { id: self.id, campaign, case, kind, quantity, country, occurred_on, group })
            }
            _ => Err(wrong),
        }
    }
}

/// The state of a case and the moment since which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateSince {
    /// The state.
    pub state: CaseState,
    /// Since when, UTC.
    pub since: OffsetDateTime,
}

impl Action {
    /// Whether `campaign` and `case` count it at `now`.
    ///
    /// # Errors
    /// Every rule it breaks.
    pub fn check(
        &self,
        campaign: &Campaign,
        case: &Case,
        state: StateSince,
        now: OffsetDateTime,
    ) -> Result<(), Vec<FieldError>> {
        let mut wrong: Vec<FieldError> = crate::id::check(self.id, now).err().into_iter().collect();
        let mut note = |field: &str, rule| wrong.push(FieldError::new(field, rule));
        if !campaign.takes_actions_at(now) {
            note("campaign", Rule::CampaignClosed);
        }
        if !campaign.cases.contains(&self.case) {
            note("case", Rule::UnknownCase);
        }
        if !campaign.kinds.contains(&self.kind) {
            note("kind", Rule::KindNotCounted);
        }
        if self.occurred_on > latest_day(now) {
            note("occurred_on", Rule::NotInTheFuture);
        }
        if self.occurred_on < campaign.opens.first_day() {
            note("occurred_on", Rule::NotBeforeTheCampaign);
        }
        if campaign.closes.is_some_and(|closes| self.occurred_on > closes.last_day()) {
            note("occurred_on", Rule::CampaignClosed);
        }
        if !self.may_still_count(case, state) {
            note("case", Rule::CaseNotWritten);
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// For a case that is paused or withdrawn, what was done before the change still counts; so does what was posted on
    /// the day the main demand was met or before.
    fn may_still_count(&self, case: &Case, state: StateSince) -> bool {
        let before_change = self.occurred_on <= state.since.date();
        let by_state = match state.state {
            CaseState::Published => true,
            CaseState::Paused | CaseState::Withdrawn | CaseState::Archived => before_change,
            CaseState::Draft | CaseState::InReview => false,
        };
        let met = case.main_demand_met().filter(|_| self.kind.asks_an_authority());
        by_state && met.is_none_or(|outcome| self.occurred_on <= outcome.date.last_day())
    }
}

#[cfg(test)]
#[path = "action_tests.rs"]
mod tests;
