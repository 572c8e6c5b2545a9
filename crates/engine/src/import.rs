//! Import: a bundle into the database, in one transaction.

use std::{fs, io, path::Path};

use domain::{
    bundle::{Bundle, BundleError, BundleFile},
    campaign::Campaign,
    case::Case,
    open_letter::OpenLetter,
    statement::Statement,
    target::Target,
};
use sea_orm::DatabaseTransaction;
use serde_json::json;
use storage::audits::Entry;
use time::OffsetDateTime;

use crate::{Actor, Engine, EngineError, notice};

/// The name under which the manifest of the bundle that was imported last is kept, so that an export has it.
pub(crate) const MANIFEST: &str = "manifest";

/// Why a folder could not be read as a bundle.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// A file or folder cannot be read.
    #[error("{path} cannot be read: {source}")]
    Io {
        /// Which.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// A file is not what the format wants.
    #[error(transparent)]
    Bundle(#[from] BundleError),
}

/// Reads a folder as a bundle. `README.md` and hidden files are passed over.
///
/// # Errors
/// When something cannot be read, or the first thing that is wrong with file, line and field.
pub fn read_folder(folder: &Path) -> Result<Bundle, FolderError> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    Ok(domain::bundle::read(&files)?)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<BundleFile>) -> Result<(), FolderError> {
    let fail = |path: &Path, source| FolderError::Io { path: path.display().to_string(), source };
    for entry in fs::read_dir(folder).map_err(|e| fail(folder, e))? {
        let entry = entry.map_err(|e| fail(folder, e))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with(".md") {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            let text = fs::read_to_string(&path).map_err(|e| fail(&path, e))?;
            files.push(BundleFile { path: format!("{prefix}{name}"), text });
        }
    }
    Ok(())
}

/// What an import did, in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// New ones.
    pub created: usize,
    /// Changed ones.
    pub changed: usize,
    /// Those that were the same already.
    pub unchanged: usize,
}

/// Everything one record's step needs.
struct Step<'a> {
    engine: &'a Engine,
    tx: &'a DatabaseTransaction,
    actor: &'a Actor,
    now: OffsetDateTime,
    force: bool,
    report: Report,
}

impl Step<'_> {
    /// Counts a record, and says whether it has to be written.
    async fn weigh(&mut self, subject: &str, there: bool, same: bool, edited: bool) -> Result<bool, EngineError> {
        if there && same {
            self.report.unchanged += 1;
            return Ok(false);
        }
        if edited && !self.force {
            return Err(EngineError::Edited(subject.to_owned()));
        }
        let deed = if there { "import-change" } else { "import-create" };
        *(if there { &mut self.report.changed } else { &mut self.report.created }) += 1;
        self.trail(deed, subject, json!({})).await?;
        Ok(true)
    }

    async fn trail(&self, deed: &str, subject: &str, detail: serde_json::Value) -> Result<(), EngineError> {
        let entry = Entry {
            id: self.engine.new_id(),
            at: self.now,
            actor: self.actor.name().to_owned(),
            deed: deed.to_owned(),
            subject: subject.to_owned(),
            detail,
        };
        Ok(storage::audits::add(self.tx, entry).await?)
    }
}

impl Engine {
    /// Brings a bundle in: new records are added, changed ones replaced whole, nothing is deleted, and nothing at all
    /// happens when any of it is refused.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for a supporter, [`EngineError::Edited`] when a record was changed by hand and `force`
    /// is not set, [`EngineError::Unavailable`] when the database does not commit.
    pub async fn import(&self, actor: &Actor, bundle: &Bundle, force: bool) -> Result<Report, EngineError> {
        if !actor.may_import() {
            return Err(EngineError::Denied);
        }
        let tx = storage::begin(&self.db).await?;
        let mut step = Step { engine: self, tx: &tx, actor, now: self.now(), force, report: Report::default() };
        match run(&mut step, bundle).await {
            Ok(()) => {
                let report = step.report;
                tx.commit().await?;
                Ok(report)
            }
            Err(refusal) => {
                tx.rollback().await?;
                Err(refusal)
            }
        }
    }
}

async fn run(step: &mut Step<'_>, bundle: &Bundle) -> Result<(), EngineError> {
    let known = storage::sources::all(step.tx).await?;
    for source in &bundle.sources {
        let earlier = known.get(&source.id);
        if step.weigh(&format!("source:{}", source.id), earlier.is_some(), earlier == Some(source), false).await? {
            storage::sources::put(step.tx, source, step.now).await?;
        }
    }
    import_targets(step, &bundle.targets).await?;
    for case in &bundle.cases {
        import_case(step, case).await?;
    }
    for campaign in &bundle.campaigns {
        import_campaign(step, campaign).await?;
    }
    import_open_letters(step, &bundle.open_letters).await?;
    import_statements(step, &bundle.statements).await?;
    storage::settings::put(step.tx, MANIFEST, &bundle.manifest, step.now).await?;
    if bundle.manifest.demonstration {
        storage::settings::put(step.tx, notice::SETTING, &bundle.manifest, step.now).await?;
    }
    let Report { created, changed, unchanged } = step.report;
    let detail =
        json!({ "bundle": bundle.manifest.title, "created": created, "changed": changed, "unchanged": unchanged });
    step.trail("import", "bundle", detail).await
}

async fn import_case(step: &mut Step<'_>, case: &Case) -> Result<(), EngineError> {
    let earlier = storage::cases::by_slug(step.tx, &case.slug).await?;
    let same = earlier.as_ref().is_some_and(|e| e.case == *case);
    let edited = earlier.as_ref().is_some_and(|e| e.edited);
    if !step.weigh(&format!("case:{}", case.slug), earlier.is_some(), same, edited).await? {
        return Ok(());
    }
    let (number, since) = match &earlier {
        Some(earlier) if earlier.state.state == case.state => (earlier.number, earlier.state.since),
        Some(earlier) => (earlier.number, step.now),
        None => (storage::cases::next_number(step.tx).await?, step.now),
    };
    Ok(storage::cases::put(step.tx, case, number, since, step.now).await?)
}

async fn import_campaign(step: &mut Step<'_>, campaign: &Campaign) -> Result<(), EngineError> {
    let earlier = storage::campaigns::by_slug(step.tx, &campaign.slug).await?;
    let same = earlier.as_ref().is_some_and(|e| e.campaign == *campaign);
    let edited = earlier.as_ref().is_some_and(|e| e.edited);
    if !step.weigh(&format!("campaign:{}", campaign.slug), earlier.is_some(), same, edited).await? {
        return Ok(());
    }
    let number = match &earlier {
        Some(earlier) => earlier.number,
        None => storage::campaigns::next_number(step.tx).await?,
    };
    Ok(storage::campaigns::put(step.tx, campaign, number, step.now).await?)
}

async fn import_targets(step: &mut Step<'_>, targets: &[Target]) -> Result<(), EngineError> {
    let known = storage::targets::all(step.tx).await?;
    for target in targets {
        let earlier = known.get(&target.slug);
        let same = earlier.is_some_and(|e| e.target == *target);
        let edited = earlier.is_some_and(|e| e.edited);
        if step.weigh(&format!("target:{}", target.slug), earlier.is_some(), same, edited).await? {
            storage::targets::put(step.tx, target, step.now).await?;
        }
    }
    Ok(())
}

async fn import_open_letters(step: &mut Step<'_>, letters: &[OpenLetter]) -> Result<(), EngineError> {
    let known = storage::open_letters::all(step.tx).await?;
    for letter in letters {
        let earlier = known.get(&letter.slug);
        let same = earlier.is_some_and(|e| e.letter == *letter);
        let edited = earlier.is_some_and(|e| e.edited);
        if step.weigh(&format!("open-letter:{}", letter.slug), earlier.is_some(), same, edited).await? {
            storage::open_letters::put(step.tx, letter, step.now).await?;
        }
    }
    Ok(())
}

async fn import_statements(step: &mut Step<'_>, statements: &[Statement]) -> Result<(), EngineError> {
    let known = storage::statements::all(step.tx).await?;
    for statement in statements {
        let earlier = known.get(&statement.slug);
        let same = earlier.is_some_and(|e| e.statement == *statement);
        let edited = earlier.is_some_and(|e| e.edited);
        if step.weigh(&format!("statement:{}", statement.slug), earlier.is_some(), same, edited).await? {
            storage::statements::put(step.tx, statement, step.now).await?;
        }
    }
    Ok(())
}
