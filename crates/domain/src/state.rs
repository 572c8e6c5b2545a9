//! States and what may become of them.

wire_enum! {
    /// Where a campaign stands.
    CampaignState {
        /// Being prepared; shown to staff only.
        Draft = "draft",
        /// Taking actions.
        Open = "open",
        /// Over; its pages stay.
        Closed = "closed",
        /// Over for good.
        Archived = "archived",
    }
}

impl CampaignState {
    /// Whether staff may move a campaign from this state to `next`.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Draft, Self::Open) | (Self::Open, Self::Closed) | (Self::Closed, Self::Open | Self::Archived)
        )
    }

    /// Whether supporters see its page.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft)
    }

    /// Whether new actions are counted in it.
    #[must_use]
    pub const fn accepts_actions(self) -> bool {
        matches!(self, Self::Open)
    }
}

wire_enum! {
    /// Where a case stands on its way to the public and back.
    CaseState {
        /// Being written.
        Draft = "draft",
        /// Waiting for a second pair of eyes.
        InReview = "in-review",
        /// Public.
        Published = "published",
        /// Public with a notice; nobody writes.
        Paused = "paused",
        /// Gone: 410, and no name anywhere.
        Withdrawn = "withdrawn",
        /// Public, kept for the record.
        Archived = "archived",
    }
}

impl CaseState {
    /// Whether staff may move a case from this state to `next`.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Draft, Self::InReview)
                | (Self::InReview, Self::Draft | Self::Published)
                | (Self::Published, Self::Paused | Self::Withdrawn | Self::Archived)
                | (Self::Paused, Self::Published | Self::Withdrawn)
                | (Self::Withdrawn, Self::InReview)
                | (Self::Archived, Self::Published)
        )
    }

    /// Whether its page is public.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Paused | Self::Archived)
    }

    /// Whether a letter may be offered, as far as the state goes.
    #[must_use]
    pub const fn accepts_letters(self) -> bool {
        matches!(self, Self::Published)
    }
}

wire_enum! {
    /// Whether letters still go to a target.
    TargetState {
        /// In office, at this address as far as known.
        Active = "active",
        /// Probably out of date; staff should look.
        Stale = "stale",
        /// Not to be written to now.
        Suspended = "suspended",
    }
}

impl TargetState {
    /// Whether a letter to it may be offered.
    #[must_use]
    pub const fn accepts_letters(self) -> bool {
        !matches!(self, Self::Suspended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_campaign_opens_closes_reopens_and_is_archived_once() {
        let moves: Vec<(CampaignState, CampaignState)> = CampaignState::ALL
            .iter()
            .flat_map(|a| CampaignState::ALL.iter().map(move |b| (*a, *b)))
            .filter(|(a, b)| a.may_become(*b))
            .collect();
        use CampaignState::{Archived, Closed, Draft, Open};
        assert_eq!(moves, [(Draft, Open), (Open, Closed), (Closed, Open), (Closed, Archived)]);
    }

    #[test]
    fn a_case_is_never_published_without_review() {
        for from in CaseState::ALL.iter().filter(|s| s.may_become(CaseState::Published)) {
            assert!(matches!(from, CaseState::InReview | CaseState::Paused | CaseState::Archived), "{from}");
        }
        assert!(!CaseState::Withdrawn.may_become(CaseState::Published));
    }

    #[test]
    fn nobody_writes_for_a_paused_or_withdrawn_case() {
        assert!(CaseState::Published.accepts_letters());
        assert!(CaseState::Paused.is_public() && !CaseState::Paused.accepts_letters());
        assert!(!CaseState::Withdrawn.is_public());
    }
}
