//! How things stand for the person of a case.

wire_enum! {
    /// The newest state that the sources show; always read together with the day it was true.
    Status {
        /// Found not guilty.
        Acquitted = "acquitted",
        /// Convicted, with an appeal still open.
        AppealPending = "appeal-pending",
        /// Threatened or attacked, at liberty.
        AtRisk = "at-risk",
        /// A violation not yet remedied; the person is at liberty.
        AwaitingJustice = "awaiting-justice",
        /// A community's or a court struggle that goes on.
        CampaignOngoing = "campaign-ongoing",
        /// Found guilty; in prison, in the community or suspended.
        Convicted = "convicted",
        /// In custody, sentenced or not.
        Detained = "detained",
        /// Died while held by the state.
        DiedInCustody = "died-in-custody",
        /// Whereabouts hidden by the authorities.
        Disappeared = "disappeared",
        /// Released without further punishment.
        Freed = "freed",
        /// Killed; the case is about justice.
        Killed = "killed",
        /// A trial is under way.
        OnTrial = "on-trial",
        /// Facing charges, not in custody.
        Prosecuted = "prosecuted",
        /// Brought out of danger.
        Relocated = "relocated",
        /// A verdict was set aside and the case must be heard again.
        Retrial = "retrial",
    }
}

impl Status {
    /// Whether the person is dead: the page then has the black edge of mourning post.
    #[must_use]
    pub const fn is_death(self) -> bool {
        matches!(self, Self::DiedInCustody | Self::Killed)
    }
}
