//! Packs that were printed from the site, or that the command line printed: kept under the code on their sheets.

use domain::{
    Slug,
    group::Group,
    pack::{PackCode, PackSpec},
};
use sea_orm::DatabaseTransaction;
use storage::packs::Stored;
use time::OffsetDateTime;

use crate::{Actor, Engine, EngineError, groups::NamedGroup};

/// How many of a group's packs are looked through for the same one.
const LOOKED_THROUGH: u64 = 20;
/// How often another code is drawn: with 40 random bits the first is free.
const DRAWS: usize = 3;

/// A pack that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPack {
    /// The code on its sheets.
    pub code: PackCode,
    /// What is in it.
    pub spec: PackSpec,
    /// The campaign in which its letters are counted.
    pub campaign: Slug,
    /// The group, where one was named.
    pub group: Option<Group>,
    /// When it was made, UTC.
    pub created_at: OffsetDateTime,
}

impl Engine {
    /// Keeps a pack under a new code; the same pack of the same group again has the code that it had. Anybody may.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] when the spec or the group's name is not right, or no open campaign has its cases.
    pub async fn keep_pack(
        &self,
        actor: &Actor,
        spec: &PackSpec,
        campaign: Option<&Slug>,
        group: Option<&NamedGroup>,
    ) -> Result<KeptPack, EngineError> {
        spec.check().map_err(EngineError::Invalid)?;
        let tx = storage::begin(&self.db).await?;
        let campaign = self.campaign_of_pack(&tx, spec, campaign).await?;
        let group = match group {
            Some(named) => Some(self.group_named(&tx, actor, named).await?),
            None => None,
        };
        let number = group.as_ref().map_or(0, |group| group.number);
        let same = match number {
            0 => None,
            number => {
                let earlier = storage::packs::of_group(&tx, campaign.number, number, LOOKED_THROUGH).await?;
                earlier.into_iter().find(|pack| pack.spec == *spec)
            }
        };
        let stored = match same {
            Some(same) => same,
            None => {
                let code = self.free_code(&tx).await?;
                let pack = Stored {
                    code,
                    spec: spec.clone(),
                    campaign: campaign.number,
                    group: number,
                    created_at: self.now(),
                };
                storage::packs::add(&tx, &pack).await?;
                self.trace_pack(&tx, actor, &pack).await?;
                pack
            }
        };
        tx.commit().await?;
        let Stored { code, spec, created_at, .. } = stored;
        let group = group.map(|stored| stored.group);
        Ok(KeptPack { code, spec, campaign: campaign.campaign.slug, group, created_at })
    }

    /// Keeps a pack under a code that follows from it. Doing it twice is doing it once.
    ///
    /// # Errors
    /// [`EngineError::Conflict`] when the code is another pack's.
    pub async fn keep_pack_as(&self, actor: &Actor, spec: &PackSpec, code: PackCode) -> Result<(), EngineError> {
        spec.check().map_err(EngineError::Invalid)?;
        let tx = storage::begin(&self.db).await?;
        if let Some(earlier) = storage::packs::by_code(&tx, code).await? {
            return if earlier.spec == *spec { Ok(()) } else { Err(EngineError::Conflict) };
        }
        let campaign = self.campaign_of_pack(&tx, spec, None).await?.number;
        let pack = Stored { code, spec: spec.clone(), campaign, group: 0, created_at: self.now() };
        storage::packs::add(&tx, &pack).await?;
        self.trace_pack(&tx, actor, &pack).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The pack with this code.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none.
    pub async fn kept_pack(&self, code: PackCode) -> Result<KeptPack, EngineError> {
        // from where it is written: somebody opens the page the moment after printing
        let Stored { spec, campaign, group, created_at, .. } =
            storage::packs::by_code(&self.db, code).await?.ok_or(EngineError::NotFound)?;
        let campaigns = storage::campaigns::numbers(&self.db).await?;
        let campaign = campaigns.get(&campaign).cloned().ok_or(EngineError::Internal)?;
        let group = match group {
            0 => None,
            number => storage::groups::by_number(&self.db, number).await?.map(|stored| stored.group),
        };
        Ok(KeptPack { code, spec, campaign, group, created_at })
    }

    async fn free_code(&self, tx: &DatabaseTransaction) -> Result<PackCode, EngineError> {
        for _ in 0..DRAWS {
            let code = PackCode::from_random(self.new_id().as_u128());
            if storage::packs::by_code(tx, code).await?.is_none() {
                return Ok(code);
            }
        }
        Err(EngineError::Unavailable)
    }

    /// The campaign in which a pack's letters are counted: the one that is asked for, else of those that take actions
    /// today the one with the most of the pack's cases, an edition before a standing campaign.
    async fn campaign_of_pack(
        &self,
        tx: &DatabaseTransaction,
        spec: &PackSpec,
        wanted: Option<&Slug>,
    ) -> Result<storage::campaigns::Stored, EngineError> {
        let all = storage::campaigns::all(tx).await?;
        let today = self.today();
        let cases = spec.cases();
        let held = |stored: &storage::campaigns::Stored| {
            cases.iter().filter(|case| stored.campaign.cases.contains(case)).count()
        };
        let mut fitting: Vec<_> = all
            .into_values()
            .filter(|stored| wanted.is_none_or(|slug| stored.campaign.slug == *slug))
            .filter(|stored| stored.campaign.takes_actions_on(today) && held(stored) > 0)
            .collect();
        fitting.sort_by_key(|stored| (held(stored), !stored.campaign.is_standing(), stored.campaign.opens));
        let field = if wanted.is_some() { "campaign" } else { "letters" };
        fitting.pop().ok_or_else(|| EngineError::field(field, domain::field::Rule::UnknownCampaign))
    }

    async fn trace_pack(&self, tx: &DatabaseTransaction, actor: &Actor, pack: &Stored) -> Result<(), EngineError> {
        let detail = serde_json::json!({"letters": pack.spec.copies(), "cases": pack.spec.cases().len()});
        self.trace(tx, actor, "pack-keep", format!("pack:{}", pack.code), detail).await
    }
}
