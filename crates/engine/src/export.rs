//! Export: the content of the database as a bundle, and a bundle as a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use domain::bundle::{Bundle, BundleFile, FORMAT, Manifest, WriteError};
use sea_orm::ConnectionTrait;

use crate::{Actor, Engine, EngineError, import, notice};

/// Why a folder was not written. Nothing of it is left behind.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// There is something in the folder, or it is a file.
    #[error("{0} is not empty: name a new folder, so that nothing is mixed or lost")]
    Occupied(PathBuf),
    /// A file or folder cannot be written.
    #[error("{path} cannot be written: {source}", path = .path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A record does not fit into the format.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Engine {
    /// All content as it is at this moment, in every state: also drafts and withdrawn cases. It is staff's own copy.
    ///
    /// # Errors
    /// [`EngineError::Denied`] for a supporter; [`EngineError::Unavailable`] when the database does not answer.
    pub async fn export(&self, actor: &Actor) -> Result<Bundle, EngineError> {
        if !actor.may_export() {
            return Err(EngineError::Denied);
        }
        let tx = storage::begin_reading(&self.db).await?;
        let bundle = bundle(&tx).await;
        tx.rollback().await?;
        bundle
    }
}

async fn bundle(db: &impl ConnectionTrait) -> Result<Bundle, EngineError> {
    Ok(Bundle {
        manifest: manifest(db).await?,
        sources: storage::sources::all(db).await?.into_values().collect(),
        targets: storage::targets::all(db).await?.into_values().map(|stored| stored.target).collect(),
        cases: storage::cases::all(db).await?.into_values().map(|stored| stored.case).collect(),
        campaigns: storage::campaigns::all(db).await?.into_values().map(|stored| stored.campaign).collect(),
        open_letters: storage::open_letters::all(db).await?.into_values().map(|stored| stored.letter).collect(),
        statements: storage::statements::all(db).await?.into_values().map(|stored| stored.statement).collect(),
    })
}

/// A demonstration stays one: its cases rest on a consent that no other bundle may hold.
async fn manifest(db: &impl ConnectionTrait) -> Result<Manifest, EngineError> {
    if let Some(demonstration) = storage::settings::get(db, notice::SETTING).await? {
        return Ok(demonstration);
    }
    let imported = storage::settings::get(db, import::MANIFEST).await?;
    Ok(imported.unwrap_or_else(|| Manifest {
        format: FORMAT,
        title: "Export".to_owned(),
        demonstration: false,
        notice: String::new(),
    }))
}

/// Writes a bundle into a new or empty folder: all of its files, or nothing. Says how many.
///
/// # Errors
/// [`ExportError::Occupied`] when something is there already; others when it cannot be written.
pub fn write_folder(bundle: &Bundle, folder: &Path) -> Result<usize, ExportError> {
    let files = domain::bundle::write(bundle)?;
    free(folder)?;
    // beside it, so that the last step is one rename on the same disk
    let mut name = folder.file_name().map_or_else(|| "export".into(), ToOwned::to_owned);
    name.push(format!(".{}.new", std::process::id()));
    let draft = folder.with_file_name(name);
    let written = fill(&draft, &files).and_then(|()| in_place(&draft, folder));
    if written.is_err() {
        let _ = fs::remove_dir_all(&draft);
    }
    written.map(|()| files.len())
}

/// Whether a folder may be taken: not there, or empty.
fn free(folder: &Path) -> Result<(), ExportError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(ExportError::Occupied(folder.to_owned())),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(ExportError::Occupied(folder.to_owned())),
        Err(source) => Err(ExportError::Io { path: folder.to_owned(), source }),
    }
}

fn fill(draft: &Path, files: &[BundleFile]) -> Result<(), ExportError> {
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |source| ExportError::Io { path, source }
    };
    for file in files {
        let path = draft.join(&file.path);
        let inside = path.parent().unwrap_or(draft);
        fs::create_dir_all(inside).map_err(fail(inside))?;
        fs::write(&path, &file.text).map_err(fail(&path))?;
    }
    Ok(())
}

fn in_place(draft: &Path, folder: &Path) -> Result<(), ExportError> {
    // an empty folder gives way on every system; one that was filled meanwhile refuses
    match fs::remove_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
            return Err(ExportError::Occupied(folder.to_owned()));
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(ExportError::Io { path: folder.to_owned(), source: error });
        }
        _ => {}
    }
    fs::rename(draft, folder).map_err(|source| ExportError::Io { path: folder.to_owned(), source })
}
