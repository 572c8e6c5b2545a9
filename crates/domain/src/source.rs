//! Where a fact comes from.

use serde::{Deserialize, Serialize};

use crate::{Lang, PartialDate};

wire_enum! {
    /// What sort of text a source is.
    SourceKind {
        /// A post of a blog.
        BlogPost = "blog-post",
        /// Any other public page.
        PublicPage = "public-page",
    }
}

/// A published text that a statement rests on. Ids are unique over a whole bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id by which records cite it.
    pub id: String,
    /// The headline.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where it can be read; empty where no address is printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Its language.
    pub lang: Lang,
    /// What sort of text it is.
    pub kind: SourceKind,
    /// A remark for readers, such as "title rebuilt from the address".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
