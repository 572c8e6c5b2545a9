//! Whether a campaign and its cases count a report.

use time::{Date, Duration, OffsetDateTime};

use super::{NewLine, NewReport, Report};
use crate::{
    Slug,
    action::{Kind, StateSince, earliest_day, latest_day},
    campaign::Campaign,
    case::Case,
    date::iso,
    field::{FieldError, Rule},
    state::{CampaignState, CaseState},
};

impl Campaign {
    /// Whether it takes reports at `now`: while it is open, and for `grace` days after its last day once it is closed. Its
    /// first day begins where it begins first on Earth, and the last day of grace ends where it ends last.
    #[must_use]
    pub fn takes_reports_at(&self, now: OffsetDateTime, grace: u16) -> bool {
        let until = self.closes.and_then(|closes| closes.last_day().checked_add(Duration::days(grace.into())));
        let by_state = match self.state {
            CampaignState::Open => true,
            CampaignState::Closed => self.closes.is_some(),
            CampaignState::Draft | CampaignState::Archived => false,
        };
        by_state && self.opens.first_day() <= latest_day(now) && until.is_none_or(|until| earliest_day(now) <= until)
    }
}

impl Report {
    /// Whether `campaign` and its cases count it at `now`. `find` gives a case with its state; `grace` is in days.
    ///
    /// # Errors
    /// Every rule it breaks; the fields of a line are called `lines[2].case`.
    pub fn check<'a>(
        &self,
        campaign: &Campaign,
        find: impl Fn(&Slug) -> Option<(&'a Case, StateSince)>,
        grace: u16,
        now: OffsetDateTime,
    ) -> Result<(), Vec<FieldError>> {
        let mut wrong = self.check_days(campaign, grace, now);
        for (n, line) in self.lines.iter().enumerate() {
            wrong.extend(check_line(n, Some(&line.case), Some(line.kind), Some(self.collected_to), campaign, &find));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    fn check_days(&self, campaign: &Campaign, grace: u16, now: OffsetDateTime) -> Vec<FieldError> {
        let mut wrong: Vec<FieldError> = crate::id::check(self.id, now).err().into_iter().collect();
        let mut note = |field: &str, rule, detail: Option<String>| {
            wrong.push(FieldError { field: field.to_owned(), rule, detail });
        };
        if !campaign.takes_reports_at(now, grace) {
            note("campaign", Rule::ReportsClosed, None);
        }
        if self.collected_to > latest_day(now) {
            note("collected_to", Rule::NotInTheFuture, None);
        }
        if self.collected_from < campaign.opens.first_day() {
            note("collected_from", Rule::NotBeforeTheCampaign, Some(iso(campaign.opens.first_day())));
        }
        if let Some(last) = campaign.closes.map(crate::PartialDate::last_day).filter(|last| self.collected_to > *last) {
            note("collected_to", Rule::NotAfterTheCampaign, Some(iso(last)));
        }
        wrong
    }
}

impl NewReport {
    /// What `campaign` and its cases say against those lines whose case or kind can be read, in a report that is refused
    /// anyway: whoever mends it wants to hear of everything at once.
    #[must_use]
    pub fn check_lines<'a>(
        &self,
        campaign: &Campaign,
        find: impl Fn(&Slug) -> Option<(&'a Case, StateSince)>,
    ) -> Vec<FieldError> {
        let to = crate::date::day(self.collected_to.trim()).ok();
        let check = |(n, line): (usize, &NewLine)| {
            check_line(n, line.case.trim().parse().ok().as_ref(), line.kind.trim().parse().ok(), to, campaign, &find)
        };
        self.lines.iter().enumerate().flat_map(check).collect()
    }
}

/// What is wrong with a line, as far as is known what it says.
fn check_line<'a>(
    n: usize,
    case: Option<&Slug>,
    kind: Option<Kind>,
    to: Option<Date>,
    campaign: &Campaign,
    find: impl Fn(&Slug) -> Option<(&'a Case, StateSince)>,
) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    let mut note = |field: &str, rule, detail: Option<String>| {
        wrong.push(FieldError { field: format!("lines[{n}].{field}"), rule, detail });
    };
    if kind.is_some_and(|kind| !campaign.kinds.contains(&kind)) {
        note("kind", Rule::KindNotCounted, None);
    }
    let Some(slug) = case else { return wrong };
    let Some((case, state)) = find(slug).filter(|_| campaign.cases.contains(slug)) else {
        note("case", Rule::UnknownCase, None);
        return wrong;
    };
    if kind == Some(Kind::SolidarityMessage) && !case.solidarity.as_ref().is_some_and(|s| s.accepts_messages) {
        note("kind", Rule::NoMessages, None);
    }
    match (last_counted_day(kind, case, state), to) {
        (Until::Never, _) => note("case", Rule::UnknownCase, None),
        (Until::Day(day), Some(to)) if to > day => note("case", Rule::OnlyUntil, Some(iso(day))),
        (Until::Day(_) | Until::Always, _) => {}
    }
    wrong
}

/// Until when what was done for a case counts.
enum Until {
    Always,
    Day(Date),
    Never,
}

/// For a case that is paused, withdrawn or kept for the record, what was done before the change counts; once the main
/// demand is met, what was posted on that day or before.
fn last_counted_day(kind: Option<Kind>, case: &Case, state: StateSince) -> Until {
    let by_state = match state.state {
        CaseState::Draft | CaseState::InReview => return Until::Never,
        CaseState::Published => None,
        CaseState::Paused | CaseState::Withdrawn | CaseState::Archived => Some(state.since.date()),
    };
    let met = case
        .main_demand_met()
        .filter(|_| kind.is_some_and(Kind::asks_an_authority))
        .map(|outcome| outcome.date.last_day());
    match (by_state, met) {
        (None, None) => Until::Always,
        (Some(day), None) | (None, Some(day)) => Until::Day(day),
        (Some(one), Some(other)) => Until::Day(one.min(other)),
    }
}
