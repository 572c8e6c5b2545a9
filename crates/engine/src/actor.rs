//! Who acts.

use domain::{section::Section, staff::Role};
use uuid::Uuid;

/// Somebody on the staff who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffMember {
    /// Their account.
    pub account: Uuid,
    /// How they are called.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The section they belong to.
    pub section: Section,
}

/// Whoever asks the engine for something. Each use case says which actors it serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anybody, without an account.
    Supporter,
    /// Somebody on the staff, signed in.
    Staff(StaffMember),
    /// A section, by its signature.
    Section(Section),
    /// Somebody at the machine's own command line.
    CommandLine,
    /// The program itself, at its first start.
    Setup,
}

impl Actor {
    /// How the audit trail calls them. Staff stand in it by account, not by name.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Supporter => "supporter".to_owned(),
            Self::Staff(member) => format!("staff:{}", member.account),
            Self::Section(section) => format!("section:{section}"),
            Self::CommandLine => "command-line".to_owned(),
            Self::Setup => "setup".to_owned(),
        }
    }

    /// Whether they may change campaigns, cases and targets wholesale.
    #[must_use]
    pub const fn may_import(&self) -> bool {
        matches!(self, Self::CommandLine | Self::Setup)
    }

    /// Whether they may take a copy of all content, also of what is not public.
    #[must_use]
    pub const fn may_export(&self) -> bool {
        matches!(self, Self::CommandLine)
    }

    /// Whether they may read counts, also of cases that are not public.
    #[must_use]
    pub const fn may_read_counts(&self) -> bool {
        match self {
            Self::Staff(member) => member.role.may_read_counts(),
            Self::CommandLine => true,
            Self::Supporter | Self::Section(_) | Self::Setup => false,
        }
    }

    /// Whether they may correct what was counted.
    #[must_use]
    pub const fn may_correct(&self) -> bool {
        match self {
            Self::Staff(member) => member.role.may_correct(),
            Self::CommandLine => true,
            Self::Supporter | Self::Section(_) | Self::Setup => false,
        }
    }

    /// Whether they may report in a section's name: its own signature, its own staff who correct numbers, or the centre's.
    #[must_use]
    pub fn may_report_for(&self, section: Section) -> bool {
        match self {
            Self::Staff(member) => {
                member.role.may_correct() && (member.section == section || member.section == Section::CENTRE)
            }
            Self::Section(own) => *own == section,
            Self::CommandLine => true,
            Self::Supporter | Self::Setup => false,
        }
    }

    /// Whether they may change campaigns, cases and targets one by one.
    #[must_use]
    pub const fn may_edit_content(&self) -> bool {
        match self {
            Self::Staff(member) => member.role.may_edit_content(),
            Self::CommandLine => true,
            Self::Supporter | Self::Section(_) | Self::Setup => false,
        }
    }

    /// Whether they may give and take accounts.
    #[must_use]
    pub const fn may_manage_accounts(&self) -> bool {
        match self {
            Self::Staff(member) => member.role.may_manage_accounts(),
            Self::CommandLine => true,
            Self::Supporter | Self::Section(_) | Self::Setup => false,
        }
    }
}
