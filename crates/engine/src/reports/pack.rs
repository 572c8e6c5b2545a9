//! The report form of a pack: its cases, filled in from what was reported before.

use domain::{Slug, action::Kind, campaign::Campaign, pack::PackCode, report::Report};

use crate::{Engine, EngineError, packs::KeptPack};

/// A case of a pack. One that is not public any more has no name, and can still be reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackCase {
    /// The case.
    pub slug: Slug,
    /// Its name; none once it is withdrawn.
    pub name: Option<String>,
    /// How many letters the pack has for it.
    pub letters: u32,
}

/// What the report form of a pack starts from.
#[derive(Clone, Debug)]
pub struct PackReport {
    /// The pack.
    pub pack: KeptPack,
    /// The campaign in which it is counted.
    pub campaign: Campaign,
    /// Whether the campaign takes reports today.
    pub takes_reports: bool,
    /// The pack's cases that the campaign has.
    pub cases: Vec<PackCase>,
    /// The kinds that a writing evening brings forth and the campaign counts.
    pub kinds: Vec<Kind>,
    /// The newest report from this pack: a further one replaces it.
    pub before: Option<Report>,
}

/// What a writing evening brings forth, in the order of the tally sheet.
const KINDS: [Kind; 4] = [Kind::Letter, Kind::PrintedLetter, Kind::Card, Kind::PetitionSignature];

impl Engine {
    /// What the report form of a pack starts from.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when no pack has this code.
    pub async fn pack_report(&self, code: PackCode) -> Result<PackReport, EngineError> {
        let pack = self.kept_pack(code).await?;
        let campaign = storage::campaigns::by_slug(&self.db, &pack.campaign).await?.ok_or(EngineError::Internal)?;
        let campaign = campaign.campaign;
        let stored = storage::cases::by_slugs(&self.db, pack.spec.cases()).await?;
        let today = self.today();
        let case = |slug: &Slug| PackCase {
            slug: slug.clone(),
            name: stored.get(slug).filter(|s| s.case.may_be_public_on(today)).map(|s| s.case.name.clone()),
            letters: pack
                .spec
                .letters
                .iter()
                .filter(|letters| letters.case == *slug)
                .map(|letters| letters.copies)
                .sum(),
        };
        let cases = pack.spec.cases().into_iter().filter(|slug| campaign.cases.contains(slug)).map(case).collect();
        let grace = self.report_grace().await?;
        Ok(PackReport {
            takes_reports: campaign.takes_reports_at(self.now(), grace),
            cases,
            kinds: KINDS.into_iter().filter(|kind| campaign.kinds.contains(kind)).collect(),
            before: storage::reports::newest_of_pack(&self.db, code).await?.map(|stored| stored.report),
            pack,
            campaign,
        })
    }
}
