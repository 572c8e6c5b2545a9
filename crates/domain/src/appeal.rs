//! What a case asks of those who can end the wrong.

use serde::{Deserialize, Serialize};

use crate::{Lang, PartialDate, Slug};

/// What a case asks, in one language: demands, the start of a letter and points to make in one's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// The language of all its texts.
    pub lang: Lang,
    /// The one target it is for; for all targets of the case where empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Slug>,
    /// What is asked, the main demand first.
    pub demands: Vec<String>,
    /// The first paragraph of a letter.
    pub opening: String,
    /// Points to make, a sentence each.
    pub talking_points: Vec<String>,
    /// The moment for which the texts were written.
    pub as_of: PartialDate,
}
