//! Entries of the ledger: what they are and why a correction was made.

wire_enum! {
    /// What an entry of the ledger is.
    EntryKind {
        /// One action that came in online.
        Action = "action",
        /// A line of a group's or a section's report.
        ReportLine = "report-line",
        /// Takes back, in whole or in part, what another entry counted.
        Correction = "correction",
    }
}

impl EntryKind {
    /// The number that stands for it in the ledger. Never reused.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Self::Action => 0,
            Self::ReportLine => 1,
            Self::Correction => 2,
        }
    }

    /// The kind of a number from the ledger.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.number() == number)
    }
}

wire_enum! {
    /// Why an entry was corrected.
    Reason {
        /// Counted a second time under another id.
        CountedTwice = "counted-twice",
        /// The number, the case or the day was wrong.
        Mistake = "mistake",
        /// Sent to try the site out.
        Test = "test",
        /// Not done by anybody: a machine, a prank.
        NotGenuine = "not-genuine",
        /// A later report takes this one's place.
        Replaced = "replaced",
        /// The person who sent it asked.
        Asked = "asked",
        /// An earlier correction is taken back.
        Undone = "undone",
    }
}

impl Reason {
    /// The number that stands for it in the ledger. Never reused; 0 is none.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Self::CountedTwice => 1,
            Self::Mistake => 2,
            Self::Test => 3,
            Self::NotGenuine => 4,
            Self::Replaced => 5,
            Self::Asked => 6,
            Self::Undone => 7,
        }
    }

    /// The reason of a number from the ledger.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.number() == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_the_ledger_is_read_back() {
        assert!(EntryKind::ALL.iter().all(|kind| EntryKind::from_number(kind.number()) == Some(*kind)));
        assert!(Reason::ALL.iter().all(|reason| Reason::from_number(reason.number()) == Some(*reason)));
        assert_eq!((EntryKind::from_number(99), Reason::from_number(-1)), (None, None));
    }
}
