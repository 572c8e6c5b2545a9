//! The bundle: campaigns, cases, targets, open letters and statements as a folder of TOML files.
//!
//! ```text
//! bundle.toml              format, title, whether it is a demonstration, the notice shown with it
//! sources.toml             every source, once
//! targets/<slug>.toml      one office-holder each
//! cases/<slug>.toml        one case each: consent, appeals, events, outcomes
//! campaigns/<slug>.toml    one edition each: window, kinds, cases in order, figures
//! open-letters/<slug>.toml one sign-on letter each: ask, reasons, signatories in order
//! statements/<slug>.toml   one joint statement each: demands and named people by country
//! ```
//!
//! Reading is pure: texts in, a [`Bundle`] or the first [`BundleError`] out, which names file, line and field. Writing
//! is too, and canonical: the same bundle always gives the same bytes.

mod check;
mod read;
mod write;

use serde::{Deserialize, Serialize};

use crate::{
    campaign::Campaign, case::Case, open_letter::OpenLetter, source::Source, statement::Statement, target::Target,
};

pub use read::{BundleError, BundleFile, read};
pub use write::{WriteError, write};

/// The format that this version reads and writes.
pub const FORMAT: u32 = 1;

/// What `bundle.toml` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The format, [`FORMAT`].
    pub format: u32,
    /// What the bundle is, in a few words.
    pub title: String,
    /// Whether it only demonstrates the software. The site then says so on every page.
    #[serde(default)]
    pub demonstration: bool,
    /// Terms and attribution, for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notice: String,
}

/// A whole bundle, read and checked, every list in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// What it is.
    pub manifest: Manifest,
    /// Every source, by id.
    pub sources: Vec<Source>,
    /// Every target, by slug.
    pub targets: Vec<Target>,
    /// Every case, by slug.
    pub cases: Vec<Case>,
    /// Every campaign, by slug.
    pub campaigns: Vec<Campaign>,
    /// Every open letter, by slug.
    pub open_letters: Vec<OpenLetter>,
    /// Every statement, by slug.
    pub statements: Vec<Statement>,
}
