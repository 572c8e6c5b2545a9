//! From a bundle to texts.

use serde::Serialize;

use super::{Bundle, BundleFile};
use crate::{Slug, source::Source};

/// A record that the format cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} cannot be written: {problem}")]
pub struct WriteError {
    /// The file that it would have become.
    pub file: String,
    /// What is in the way.
    pub problem: String,
}

#[derive(Serialize)]
struct SourcesFile<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'a Source>,
}

/// Writes a bundle, canonically: what is equal gives the same bytes, whatever files it was read from. Fields stand in the
/// order of their structs, sources by id, files by path; what is empty is left out.
///
/// # Errors
/// When a number is too large for the format, which no bundle that was read can have.
pub fn write(bundle: &Bundle) -> Result<Vec<BundleFile>, WriteError> {
    let mut sources: Vec<&Source> = bundle.sources.iter().collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    let mut files = vec![file("bundle.toml", &bundle.manifest)?, file("sources.toml", &SourcesFile { sources })?];
    files.extend(all("targets", &bundle.targets, |target| &target.slug)?);
    files.extend(all("cases", &bundle.cases, |case| &case.slug)?);
    files.extend(all("campaigns", &bundle.campaigns, |campaign| &campaign.slug)?);
    files.extend(all("open-letters", &bundle.open_letters, |letter| &letter.slug)?);
    files.extend(all("statements", &bundle.statements, |statement| &statement.slug)?);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn all<T: Serialize>(folder: &str, records: &[T], slug: fn(&T) -> &Slug) -> Result<Vec<BundleFile>, WriteError> {
    records.iter().map(|record| file(&format!("{folder}/{}.toml", slug(record)), record)).collect()
}

fn file<T: Serialize>(path: &str, record: &T) -> Result<BundleFile, WriteError> {
    let text = toml::to_string_pretty(record)
        .map_err(|problem| WriteError { file: path.to_owned(), problem: problem.to_string() })?;
    Ok(BundleFile { path: path.to_owned(), text })
}
