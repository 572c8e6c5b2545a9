//! Staff: who has an account, and what each role may do.

use std::{fmt, str::FromStr};

wire_enum! {
    /// What somebody on the staff is there for. Each role may do what its capability functions say and nothing more.
    Role {
        /// Reads counts.
        Reader = "reader",
        /// Reads counts and reports, and corrects what was counted.
        Counter = "counter",
        /// Reads counts and changes campaigns, cases and targets.
        Editor = "editor",
        /// Does all of it and gives accounts.
        Admin = "admin",
    }
}

impl Role {
    /// Whether they may read counts, also of cases that are not public.
    #[must_use]
    pub const fn may_read_counts(self) -> bool {
        matches!(self, Self::Reader | Self::Counter | Self::Editor | Self::Admin)
    }

    /// Whether they may read reports and correct what was counted.
    #[must_use]
    pub const fn may_correct(self) -> bool {
        matches!(self, Self::Counter | Self::Admin)
    }

    /// Whether they may change campaigns, cases and targets.
    #[must_use]
    pub const fn may_edit_content(self) -> bool {
        matches!(self, Self::Editor | Self::Admin)
    }

    /// Whether they may give and take accounts.
    #[must_use]
    pub const fn may_manage_accounts(self) -> bool {
        matches!(self, Self::Admin)
    }
}

wire_enum! {
    /// Where an account stands.
    AccountState {
        /// Made; nobody has set a password yet.
        Invited = "invited",
        /// Somebody signs in with it.
        Active = "active",
        /// Nobody can sign in with it.
        Disabled = "disabled",
    }
}

impl AccountState {
    /// Whether a session of the account counts for anything.
    #[must_use]
    pub const fn may_sign_in(self) -> bool {
        matches!(self, Self::Active)
    }
}

/// What staff type to sign in: an e-mail address or a name without spaces. Capitals make no difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Login(String);

/// The text cannot be what somebody signs in with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("give an e-mail address or a name without spaces, 2 to 120 characters")]
pub struct NotALogin;

impl Login {
    /// The login as text, in small letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Login {
    type Err = NotALogin;
    fn from_str(text: &str) -> Result<Self, NotALogin> {
        let text = text.trim().to_lowercase();
        let plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control());
        if plain && (2..=120).contains(&text.chars().count()) { Ok(Self(text)) } else { Err(NotALogin) }
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The shortest password, in characters. Length is what counts, so no capitals or digits are asked for (NIST SP 800-63B).
pub const SHORTEST_PASSWORD: usize = 12;
/// The longest password, in characters: more would only keep the server busy.
pub const LONGEST_PASSWORD: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_reads_and_only_an_admin_does_everything() {
        assert!(Role::ALL.iter().all(|role| role.may_read_counts()));
        let all = |role: &&Role| role.may_correct() && role.may_edit_content() && role.may_manage_accounts();
        assert_eq!(Role::ALL.iter().filter(all).collect::<Vec<_>>(), [&Role::Admin]);
        assert!(!Role::Reader.may_correct() && !Role::Editor.may_correct() && Role::Counter.may_correct());
    }

    #[test]
    fn capitals_make_no_difference_to_a_login() {
        assert_eq!(" Anna@Example.ORG ".parse::<Login>().unwrap().as_str(), "anna@example.org");
        for bad in ["", "a", "anna berg", "anna\u{7}", &"a".repeat(121)] {
            assert_eq!(bad.parse::<Login>(), Err(NotALogin), "{bad:?}");
        }
    }

    #[test]
    fn only_an_active_account_signs_in() {
        let may = AccountState::ALL.iter().filter(|state| state.may_sign_in()).collect::<Vec<_>>();
        assert_eq!(may, [&AccountState::Active]);
    }
}
