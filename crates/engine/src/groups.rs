//! Groups: who prints packs and reports.

use std::collections::BTreeMap;

use domain::{
    Slug,
    action::Kind,
    country::Country,
    field::{FieldError, Rule},
    group::{self, Group, GroupKind},
};
use sea_orm::DatabaseTransaction;
use storage::groups::Stored;

use crate::{Actor, Engine, EngineError, campaigns::CampaignLink, reports::ReportView};

/// How many reports a group's page lists.
const REPORTS_SHOWN: u64 = 50;

/// A group as somebody names it who prints a pack or reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedGroup {
    /// Its name, as it was typed.
    pub name: String,
    /// Where it is; `ZZ` where not given.
    pub country: Country,
    /// What kind of group it is.
    pub kind: GroupKind,
}

/// A line of the list of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLine {
    /// The group.
    pub group: Group,
    /// What it did in the current campaign, in actions.
    pub actions: i64,
}

/// The page `/groups`.
#[derive(Clone, Debug)]
pub struct GroupsPage {
    /// The campaign whose actions are shown.
    pub campaign: Option<CampaignLink>,
    /// The groups that are listed, by name.
    pub groups: Vec<GroupLine>,
}

/// The page of a group.
#[derive(Clone, Debug)]
pub struct GroupPage {
    /// The group.
    pub group: Group,
    /// What it did in each campaign that it has actions in, the newest campaign first.
    pub campaigns: Vec<(CampaignLink, BTreeMap<Kind, i64>)>,
    /// Its reports in the newest of them, the newest first.
    pub reports: Vec<ReportView>,
}

impl Engine {
    /// The groups that are listed, with what they did in the current campaign.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn groups(&self) -> Result<GroupsPage, EngineError> {
        let listed = storage::groups::public(&self.read).await?;
        let all = storage::campaigns::all(&self.read).await?;
        let current = crate::campaigns::current(all.into_values(), self.today());
        let sums = match &current {
            Some(campaign) => storage::groups::sums(&self.read, campaign.number).await?,
            None => BTreeMap::new(),
        };
        let line =
            |stored: Stored| GroupLine { actions: sums.get(&stored.number).copied().unwrap_or(0), group: stored.group };
        Ok(GroupsPage {
            campaign: current.map(|stored| CampaignLink::from(&stored.campaign)),
            groups: listed.into_iter().map(line).collect(),
        })
    }

    /// The page of a group that is listed.
    ///
    /// # Errors
    /// [`EngineError::NotFound`] when there is none, or staff did not agree that it is listed.
    pub async fn group_page(&self, slug: &Slug) -> Result<GroupPage, EngineError> {
        let found = storage::groups::by_slug(&self.read, slug).await?.filter(|stored| stored.group.public);
        let Stored { group, number } = found.ok_or(EngineError::NotFound)?;
        let mut all: Vec<_> = storage::campaigns::all(&self.read).await?.into_values().collect();
        all.retain(|stored| stored.campaign.state.is_public());
        all.sort_by_key(|stored| std::cmp::Reverse(stored.campaign.opens));
        let mut campaigns = Vec::new();
        let mut reports = Vec::new();
        for stored in all {
            let sums = storage::groups::sums_by_kind(&self.read, stored.number, number).await?;
            if sums.is_empty() {
                continue;
            }
            if campaigns.is_empty() {
                reports = self.reports_of(stored.number, number, group.section().number(), REPORTS_SHOWN).await?;
            }
            campaigns.push((CampaignLink::from(&stored.campaign), sums));
        }
        Ok(GroupPage { group, campaigns, reports })
    }

    /// All groups, also those that are not listed, for staff.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not see them.
    pub async fn all_groups(&self, actor: &Actor) -> Result<Vec<Group>, EngineError> {
        if !actor.may_correct() {
            return Err(EngineError::Denied);
        }
        Ok(storage::groups::all(&self.read).await?.into_iter().map(|stored| stored.group).collect())
    }

    /// Lists a group or takes it off the list.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when the actor may not; [`EngineError::NotFound`] when there is no such group.
    pub async fn set_group_public(&self, actor: &Actor, slug: &Slug, public: bool) -> Result<(), EngineError> {
        if !actor.may_correct() {
            return Err(EngineError::Denied);
        }
        let tx = storage::begin(&self.db).await?;
        let found = storage::groups::by_slug(&tx, slug).await?.ok_or(EngineError::NotFound)?;
        storage::groups::set_public(&tx, found.number, public).await?;
        let deed = if public { "group-list" } else { "group-unlist" };
        self.trace(&tx, actor, deed, format!("group:{slug}"), serde_json::json!({})).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The group that is called so in that country; it is made where there is none yet. It is not listed then.
    pub(crate) async fn group_named(
        &self,
        tx: &DatabaseTransaction,
        actor: &Actor,
        named: &NamedGroup,
    ) -> Result<Stored, EngineError> {
        let name = group::name(&named.name).map_err(|wrong| EngineError::Invalid(vec![wrong]))?;
        if let Some(found) = storage::groups::by_name_in(tx, &name, named.country).await? {
            return Ok(found);
        }
        // many groups report for the first time on the same evening: one after the other is made, and looked for once more
        storage::groups::wait_for_turn(tx).await?;
        if let Some(found) = storage::groups::by_name_in(tx, &name, named.country).await? {
            return Ok(found);
        }
        for slug in group::slugs(&name, named.country) {
            if storage::groups::by_slug(tx, &slug).await?.is_some() {
                continue;
            }
            let group = Group { slug, name, country: named.country, kind: named.kind, public: false };
            let number = storage::groups::add(tx, &group, self.now()).await?;
            let detail = serde_json::json!({"kind": group.kind, "country": group.country});
            self.trace(tx, actor, "group-create", format!("group:{}", group.slug), detail).await?;
            return Ok(Stored { group, number });
        }
        Err(EngineError::Unavailable)
    }

    /// The group that a report names by its slug or its name.
    pub(crate) async fn group_given(&self, tx: &DatabaseTransaction, given: &str) -> Result<Stored, EngineError> {
        let unknown = || EngineError::Invalid(vec![FieldError::new("group", Rule::UnknownGroup)]);
        if let Ok(slug) = given.parse::<Slug>()
            && let Some(found) = storage::groups::by_slug(tx, &slug).await?
        {
            return Ok(found);
        }
        let name = group::name(given).map_err(|_| unknown())?;
        let mut named = storage::groups::by_name(tx, &name).await?;
        // two groups of one name: only the slug says which is meant
        if named.len() == 1 { named.pop().ok_or_else(unknown) } else { Err(unknown()) }
    }
}
