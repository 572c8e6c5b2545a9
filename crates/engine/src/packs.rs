//! Packs: everything that a group prints for a writing evening, as one file.
//!
//! [`Engine::check_pack`] says what would be in it, [`Engine::print_pack`] writes it. Both refuse a case that nobody writes
//! for, and one without an address, by the field in which it stands. Nothing of a pack is about a person who writes.

mod choices;
mod contents;
mod extras;
mod kept;
mod letters;
mod parts;
mod print;
mod sheets;

use std::sync::Arc;

use domain::{
    Lang, Slug,
    country::Country,
    pack::{PackCode, PackSpec},
};

use sha2::{Digest as _, Sha256};

use crate::{Engine, EngineError};

pub use choices::{PackChoice, PackChoices};
pub use kept::KeptPack;

/// The words on a pack's sheets, in one language. The catalogues stand with the pages' words; the engine only asks for them.
pub trait SheetWords: Send + Sync {
    /// Their language.
    fn lang(&self) -> &Lang;
    /// The words of a key with what is filled in.
    fn say(&self, key: &str, filled_in: &[(&'static str, &str)]) -> String;
    /// So many of something.
    fn many(&self, key: &str, count: i64) -> String;
}

/// A pack to be printed.
#[derive(Clone)]
pub struct PackOrder {
    /// What is in it.
    pub spec: PackSpec,
    /// Its code, where it has one: printed on cover and tally sheet, and what their QR codes lead to.
    pub code: Option<PackCode>,
    /// Where the site is, such as `https://example.org`.
    pub base_url: String,
    /// The words on its sheets.
    pub words: Arc<dyn SheetWords>,
}

impl std::fmt::Debug for PackOrder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PackOrder").field("spec", &self.spec).field("code", &self.code).finish_non_exhaustive()
    }
}

/// How far a pack is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackProgress {
    /// Pages written.
    pub pages: usize,
    /// Pages in all.
    pub of: usize,
}

/// A pack, printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedPack {
    /// How many pages the file has, blank ones too.
    pub pages: usize,
    /// How many letters are in it.
    pub letters: usize,
    /// A name for the file: `pack-K7QF-2M9D.pdf`.
    pub file_name: String,
}

/// What a pack's letters are about and where they go, in the order of its spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackContents {
    /// A line for each entry under `[[letters]]`.
    pub lines: Vec<PackLine>,
}

/// So many letters for a case to an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLine {
    /// The case.
    pub case: Slug,
    /// Its name.
    pub name: String,
    /// The office.
    pub office: String,
    /// The country that the letters go to.
    pub country: Country,
    /// The letters' language.
    pub lang: Lang,
    /// How many.
    pub copies: u32,
}

/// The code of a spec that nobody gave one: the same spec always has the same, so that the same file prints the same pack.
#[must_use]
pub fn code_of(spec: &PackSpec) -> PackCode {
    let written = serde_json::to_vec(spec).unwrap_or_default();
    let digest = Sha256::digest(written);
    let bits = digest.iter().take(8).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    PackCode::from_random(bits)
}

impl Engine {
    /// What would be in a pack.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] with every field of the spec that is not right, named as in `pack.toml`: `letters[2].case`
    /// for a case that nobody writes for now or that has no address.
    pub async fn check_pack(&self, spec: &PackSpec) -> Result<PackContents, EngineError> {
        let contents = self.pack_contents(spec).await?;
        Ok(PackContents { lines: contents.entries.iter().map(contents::Entry::line).collect() })
    }

    /// Writes a pack as one PDF file: cover, case sheets, letters, further sheets, tally sheet. The same order on the same day
    /// gives the same bytes. `progress` is told after every few pages.
    ///
    /// # Errors
    /// As [`Engine::check_pack`], also when a text does not fit on its sheet; [`EngineError::Internal`] when the sink takes
    /// no more: what it took until then is of no use.
    pub async fn print_pack<W: std::io::Write + Send + 'static>(
        &self,
        order: &PackOrder,
        sink: W,
        progress: impl FnMut(PackProgress) + Send + 'static,
    ) -> Result<PrintedPack, EngineError> {
        let contents = self.pack_contents(&order.spec).await?;
        let parts = self.pack_parts(order, contents).await?;
        let shelf = self.fonts.clone();
        let order = order.clone();
        let written = tokio::task::spawn_blocking(move || {
            let fonts = shelf.for_texts(order.words.lang().as_str(), parts.texts());
            print::write(&order, &parts, &fonts, sink, progress)
        });
        written.await.map_err(|_| EngineError::Internal)?
    }
}
