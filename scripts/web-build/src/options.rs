//! The command line.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// What the browser may be made to fetch, compressed.
#[derive(Debug, PartialEq, Eq)]
pub struct Budget {
    /// The most, in kilobytes of 1,000 bytes.
    pub kilobytes: usize,
    /// The plain names of the files.
    pub files: Vec<String>,
}

/// What to build, and where to.
#[derive(Debug, Default)]
pub struct Options {
    /// The folder of the site; files go to `pkg` in it.
    pub out: PathBuf,
    /// Compiled WASM modules by name.
    pub modules: Vec<(String, PathBuf)>,
    /// How the exports begin that a dependency adds unasked.
    pub drops: Vec<String>,
    /// What some files may weigh together.
    pub budgets: Vec<Budget>,
    /// The sources of the islands, to count them.
    pub islands: Option<PathBuf>,
    /// Folders to copy, each under a prefix ("" for none).
    pub statics: Vec<(String, PathBuf)>,
    /// The stylesheet that imports the others.
    pub style: Option<PathBuf>,
    /// The folder of the hand-written scripts.
    pub scripts: Option<PathBuf>,
}

impl Options {
    /// Reads the arguments.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(name) = arguments.next() {
            let value = arguments.next().with_context(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--out" => options.out = value.into(),
                "--module" => options.modules.push(pair(&value)?),
                "--drop" => options.drops.push(value),
                "--budget" => options.budgets.push(budget(&value)?),
                "--islands" => options.islands = Some(value.into()),
                "--static" => options.statics.push(pair(&value)?),
                "--style" => options.style = Some(value.into()),
                "--scripts" => options.scripts = Some(value.into()),
                _ => bail!("unknown option {name}"),
            }
        }
        if options.out.as_os_str().is_empty() {
            bail!("--out SITE is missing");
        }
        Ok(options)
    }
}

fn budget(value: &str) -> Result<Budget> {
    let (kilobytes, files) = value.split_once('=').with_context(|| format!("{value}: expected KB=NAME,NAME"))?;
    let kilobytes = kilobytes.parse().with_context(|| format!("{value}: expected a number before ="))?;
    Ok(Budget { kilobytes, files: files.split(',').map(str::to_owned).collect() })
}

fn pair(value: &str) -> Result<(String, PathBuf)> {
    let (name, path) = value.split_once('=').with_context(|| format!("{value}: expected NAME=PATH"))?;
    Ok((name.to_owned(), path.into()))
}
