//! Who acts.

/// Whoever asks the engine for something. Each use case says which actors it serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anybody, without an account.
    Supporter,
    /// Somebody at the machine's own command line.
    CommandLine,
    /// The program itself, at its first start.
    Setup,
}

impl Actor {
    /// How the audit trail calls them.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Supporter => "supporter",
            Self::CommandLine => "command-line",
            Self::Setup => "setup",
        }
    }

    /// Whether they may change campaigns, cases and targets.
    #[must_use]
    pub const fn may_import(&self) -> bool {
        matches!(self, Self::CommandLine | Self::Setup)
    }

    /// Whether they may take a copy of all content, also of what is not public.
    #[must_use]
    pub const fn may_export(&self) -> bool {
        matches!(self, Self::CommandLine)
    }
}
