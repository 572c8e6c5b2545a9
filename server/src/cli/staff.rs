//! Who may sign in, and what sections sign with.

use clap::{Args, Subcommand};
use domain::{
    section::Section,
    staff::{Login, Role},
};

/// `pillarbox staff`
#[derive(Debug, Args)]
pub struct Staff {
    /// What to do.
    #[command(subcommand)]
    pub command: StaffCommand,
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Make an account, or a new link for one that is there, and print the link that sets its password
    ///
    /// The link works once and for three days. For an account that is there it takes the place of all earlier links, and
    /// everybody signed in with it has to sign in again.
    Add(StaffAdd),
    /// End an account: its sessions and links end at once, and nobody signs in with it
    Disable(StaffDisable),
    /// Print a token with which a program uses the API in this account's name
    Token(StaffToken),
}

/// `pillarbox staff token`
#[derive(Debug, Args)]
pub struct StaffToken {
    /// What they sign in with
    #[arg(value_name = "E-MAIL")]
    pub login: Login,
    /// For how many days, 1 to 90
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    pub days: u16,
}

/// `pillarbox staff add`
#[derive(Debug, Args)]
pub struct StaffAdd {
    /// What they sign in with: an e-mail address, or a name without spaces
    #[arg(value_name = "E-MAIL")]
    pub login: Login,
    /// How they are called
    #[arg(long)]
    pub name: Option<String>,
    /// reader: reads counts; counter: corrects them too; editor: edits content; admin: everything
    #[arg(long, default_value = "reader")]
    pub role: Role,
    /// The section, by its country's two letters, such as de; or centre
    #[arg(long, default_value = "centre")]
    pub section: Section,
}

/// `pillarbox staff disable`
#[derive(Debug, Args)]
pub struct StaffDisable {
    /// What they sign in with
    #[arg(value_name = "E-MAIL")]
    pub login: Login,
}

/// `pillarbox section`
#[derive(Debug, Args)]
pub struct Sections {
    /// What to do.
    #[command(subcommand)]
    pub command: SectionCommand,
}

/// What can be done with sections.
#[derive(Debug, Subcommand)]
pub enum SectionCommand {
    /// Make a section's key and print it, once; an earlier key ends
    Key {
        /// The section, by its country's two letters, such as de; or centre
        #[arg(value_name = "SECTION")]
        section: Section,
    },
}
