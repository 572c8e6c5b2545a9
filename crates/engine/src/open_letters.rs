//! Open letters as readers see them.

use std::{cmp::Reverse, collections::BTreeMap};

use domain::{PartialDate, Slug, open_letter::OpenLetter, source::Source};

use crate::{Engine, EngineError};

/// What a page needs to name an open letter or a statement and to lead there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointLink {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// When it was made public.
    pub date: PartialDate,
    /// How many signed it.
    pub signed: usize,
}

impl From<&OpenLetter> for JointLink {
    fn from(letter: &OpenLetter) -> Self {
        Self {
            slug: letter.slug.clone(),
            title: letter.title.clone(),
            date: letter.date,
            signed: letter.signatories.len(),
        }
    }
}

/// An open letter's page.
#[derive(Clone, Debug)]
pub struct OpenLetterPage {
    /// The letter.
    pub letter: OpenLetter,
    /// Every source that the page cites, by id.
    pub sources: BTreeMap<String, Source>,
}

impl Engine {
    /// The page of an open letter.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none; [`EngineError::Gone`] when it is about a withdrawn case;
    /// [`EngineError::Unavailable`] when the database does not answer.
    pub async fn open_letter_page(&self, slug: &Slug) -> Result<OpenLetterPage, EngineError> {
        let mut letter = storage::open_letters::by_slug(&self.read, slug).await?.ok_or(EngineError::NotFound)?;
        let unnamed = self.unnamed().await?;
        if unnamed.are_in_letter(&letter) {
            return Err(EngineError::Gone);
        }
        unnamed.leave_out_of_letter(&mut letter);
        let cited: Vec<&str> = (letter.sources.iter())
            .chain(&letter.addressee.sources)
            .chain(letter.events.iter().flat_map(|event| &event.sources))
            .map(String::as_str)
            .collect();
        let mut sources = storage::sources::by_ids(&self.read, cited).await?;
        unnamed.leave_out_of_sources(&mut sources);
        Ok(OpenLetterPage { letter, sources })
    }

    /// All open letters, the newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open_letters(&self) -> Result<Vec<JointLink>, EngineError> {
        let all = storage::open_letters::all(&self.read).await?;
        let unnamed = self.unnamed().await?;
        let shown = all.values().map(|stored| &stored.letter).filter(|letter| !unnamed.are_in_letter(letter));
        let mut links: Vec<JointLink> = shown.map(JointLink::from).collect();
        links.sort_by_key(|link| Reverse(link.date));
        Ok(links)
    }
}
