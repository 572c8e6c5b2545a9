//! Sections' signed daily totals: each is a report of its day. What a section sends later for the same day takes its place.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use domain::{
    Slug,
    field::Rule,
    report::Report,
    section::Section,
    section_totals::{NewSectionTotals, renamed},
};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use sea_orm::DatabaseTransaction;
use storage::{reports::Stored, sections::Total};

use crate::{
    Actor, Engine, EngineError,
    receipts::{days, millis},
    reports::{ReportSource, Reported},
};

/// What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7).
const PKCS8: [u8; 16] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

impl Engine {
    /// Makes a section's key, in the place of an earlier one. Gives the section's half as PEM, which is kept nowhere here.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for whoever may not manage accounts.
    pub async fn make_section_key(&self, actor: &Actor, section: Section) -> Result<String, EngineError> {
        if !actor.may_manage_accounts() {
            return Err(EngineError::Denied);
        }
        let seed = self.entropy.secret();
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| EngineError::Internal)?;
        let tx = storage::begin(&self.db).await?;
        storage::sections::set_key(&tx, section.number(), pair.public_key().as_ref().to_vec(), self.now()).await?;
        self.trace(&tx, actor, "section-key", format!("section:{section}"), serde_json::json!({})).await?;
        tx.commit().await?;
        let written = BASE64_STANDARD.encode([PKCS8.as_slice(), &seed].concat());
        Ok(format!("-----BEGIN PRIVATE KEY-----\n{written}\n-----END PRIVATE KEY-----"))
    }

    /// Whether these bytes are signed with the section's key; `signature` is base64.
    ///
    /// # Errors
    /// [`EngineError::Denied`] when they are not, or the section has no key: which of these is not said.
    pub async fn verify_section(&self, section: Section, bytes: &[u8], signature: &str) -> Result<(), EngineError> {
        let signature = BASE64_STANDARD.decode(signature.trim()).map_err(|_| EngineError::Denied)?;
        let public = storage::sections::key(&self.db, section.number()).await?.ok_or(EngineError::Denied)?;
        UnparsedPublicKey::new(&ED25519, public).verify(bytes, &signature).map_err(|_| EngineError::Denied)
    }

    /// Counts a section's total of a day, whose signature was verified. The same once more is the same total; one without
    /// lines takes back what was sent for the day before.
    ///
    /// # Errors
    /// [`EngineError::Invalid`] with every rule it breaks; [`EngineError::Conflict`] when one that was sent later is there.
    pub async fn record_section_totals(
        &self,
        section: Section,
        new: &NewSectionTotals,
    ) -> Result<Reported, EngineError> {
        let sent_at = new.sent_at(self.now()).map_err(|wrong| EngineError::Invalid(vec![wrong]))?;
        let total = new.report(self.new_id(), section);
        let report = match total.read_or_nothing() {
            Ok(report) => report,
            Err(wrong) => return Err(dated(self.all_wrong(&total, wrong).await?)),
        };
        let writer = self.writer().await?;
        let tx = storage::begin(&self.db).await?;
        let counted = self.count_day(&tx, writer, section, report, millis(sent_at)).await;
        self.end_report(tx, counted).await.map_err(dated)
    }

    async fn count_day(
        &self,
        tx: &DatabaseTransaction,
        writer: i32,
        section: Section,
        report: Report,
        sent_at: i64,
    ) -> Result<(Stored, bool), EngineError> {
        let campaign = self.number_of(tx, &report.campaign).await?;
        let day = days(report.collected_to);
        let mut report = report;
        if let Some(earlier) = storage::sections::total(tx, campaign, section.number(), day).await? {
            let newest = self.newest_of(tx, &earlier).await?;
            if newest.report.lines == report.lines && newest.report.people == report.people {
                return Ok((newest, false));
            }
            if sent_at <= earlier.sent_at {
                return Err(EngineError::Conflict);
            }
            report.replaces = Some(newest.report.id);
        } else if report.lines.is_empty() {
            return Err(EngineError::field("lines", Rule::NoLines));
        }
        let (stored, first) =
            self.count_report(tx, writer, &Actor::Section(section), report, &ReportSource::default()).await?;
        let total = Total { campaign, section: section.number(), day, report: stored.report.id, sent_at };
        storage::sections::set_total(tx, &total).await?;
        Ok((stored, first))
    }

    async fn number_of(&self, tx: &DatabaseTransaction, campaign: &Slug) -> Result<i16, EngineError> {
        let found = storage::campaigns::by_slug(tx, campaign).await?;
        let public = found.filter(|stored| stored.campaign.state.is_public());
        public.map(|stored| stored.number).ok_or_else(|| EngineError::field("campaign", Rule::UnknownCampaign))
    }

    /// The report that stands for a day now: staff may have replaced the one that came in.
    async fn newest_of(&self, tx: &DatabaseTransaction, total: &Total) -> Result<Stored, EngineError> {
        let mut newest = storage::reports::by_id(tx, total.report).await?.ok_or(EngineError::Internal)?;
        while let Some(later) = storage::reports::replacing(tx, newest.report.id).await? {
            newest = later;
        }
        Ok(newest)
    }
}

/// A refusal with the names that fields have in a section's total.
fn dated(refusal: EngineError) -> EngineError {
    match refusal {
        EngineError::Invalid(wrong) => EngineError::Invalid(renamed(wrong)),
        other => other,
    }
}
