//! `pillarbox export DIR`

use anyhow::{Context as _, Result};
use engine::{
    Actor,
    export::write_folder,
    import::{FolderError, read_folder},
};

use crate::{cli::Export, config::Config, database};

/// Writes all content into a new folder, all of it or nothing.
pub async fn run(config: &Config, args: Export) -> Result<()> {
    let engine = database::engine(config).await?;
    let bundle = engine.export(&Actor::CommandLine).await?;
    let files = write_folder(&bundle, &args.folder)?;
    let shown = args.folder.display();
    // An unfinished draft may lack what an import asks for. The copy is whole all the same, and says so now.
    match read_folder(&args.folder) {
        Ok(_) => println!("{shown}: {files} files, {}", bundle.manifest.title),
        Err(FolderError::Bundle(gap)) => println!("{shown}: {files} files. Mend this before importing them: {gap}"),
        Err(unreadable) => return Err(unreadable).context("what was written cannot be read again"),
    }
    Ok(())
}
