//! From texts to a bundle.

use serde::{Deserialize, de::DeserializeOwned};

use super::{Bundle, FORMAT, Manifest, check};
use crate::{
    Slug, campaign::Campaign, case::Case, locate, open_letter::OpenLetter, source::Source, statement::Statement,
    target::Target,
};

/// One file of a bundle: its path inside the folder, with `/`, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleFile {
    /// `cases/rita-karasartova.toml`
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// What is wrong, where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, {field}: {problem}")]
pub struct BundleError {
    /// The file, as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The field, such as `events[2].date`.
    pub field: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

/// The folders of records.
const FOLDERS: [&str; 5] = ["targets/", "cases/", "campaigns/", "open-letters/", "statements/"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    #[serde(default)]
    sources: Vec<Source>,
}

/// Reads and checks a bundle. Files that are not named in the format are refused, so that nothing is overlooked: callers
/// leave out what is for people, such as a `README.md`.
///
/// # Errors
/// The first thing that is wrong, in the order manifest, sources, targets, cases, campaigns, open letters, statements.
pub fn read(files: &[BundleFile]) -> Result<Bundle, BundleError> {
    let mut files: Vec<&BundleFile> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if let Some(stray) = files.iter().find(|file| !is_known(&file.path)) {
        return Err(whole(
            &stray.path,
            "is no file of a bundle: take it out, or move it to targets, cases, campaigns, open-letters or statements",
        ));
    }
    if let Some(twice) = files.windows(2).find(|pair| pair[0].path == pair[1].path) {
        return Err(whole(&twice[0].path, "stands twice"));
    }
    let manifest = one::<Manifest>(&files, "bundle.toml")?;
    if manifest.format != FORMAT {
        let line =
            files.iter().find(|file| file.path == "bundle.toml").map_or(1, |f| locate::line_of(&f.text, "format"));
        let problem = format!("must be {FORMAT}: this version reads no other");
        return Err(BundleError { file: "bundle.toml".to_owned(), line, field: "format".to_owned(), problem });
    }
    let mut bundle = Bundle {
        sources: one::<SourcesFile>(&files, "sources.toml")?.sources,
        targets: all(&files, "targets/", |target: &Target| &target.slug)?,
        cases: all(&files, "cases/", |case: &Case| &case.slug)?,
        campaigns: all(&files, "campaigns/", |campaign: &Campaign| &campaign.slug)?,
        open_letters: all(&files, "open-letters/", |letter: &OpenLetter| &letter.slug)?,
        statements: all(&files, "statements/", |statement: &Statement| &statement.slug)?,
        manifest,
    };
    match check::first_problem(&bundle) {
        None => {
            in_order(&mut bundle);
            Ok(bundle)
        }
        Some(problem) => {
            let text = files.iter().find(|file| file.path == problem.file).map_or("", |file| file.text.as_str());
            Err(BundleError { line: locate::line_of(text, &problem.field), ..problem })
        }
    }
}

/// By their keys, whatever the order of files and sources was: `a-b.toml` stands before `a.toml`, the slug after it.
fn in_order(bundle: &mut Bundle) {
    bundle.sources.sort_by(|a, b| a.id.cmp(&b.id));
    bundle.targets.sort_by(|a, b| a.slug.cmp(&b.slug));
    bundle.cases.sort_by(|a, b| a.slug.cmp(&b.slug));
    bundle.campaigns.sort_by(|a, b| a.slug.cmp(&b.slug));
    bundle.open_letters.sort_by(|a, b| a.slug.cmp(&b.slug));
    bundle.statements.sort_by(|a, b| a.slug.cmp(&b.slug));
}

fn is_known(path: &str) -> bool {
    let in_folder = |folder: &str| {
        path.strip_prefix(folder).and_then(|rest| rest.strip_suffix(".toml")).is_some_and(|slug| !slug.contains('/'))
    };
    matches!(path, "bundle.toml" | "sources.toml") || FOLDERS.iter().any(|folder| in_folder(folder))
}

fn whole(file: &str, problem: &str) -> BundleError {
    BundleError { file: file.to_owned(), line: 1, field: "the file".to_owned(), problem: problem.to_owned() }
}

fn one<T: DeserializeOwned>(files: &[&BundleFile], path: &str) -> Result<T, BundleError> {
    let file = files.iter().find(|file| file.path == path).ok_or_else(|| whole(path, "is missing"))?;
    parse(file)
}

/// Every record of a folder. A file is called as its record, so that no slug stands twice.
fn all<T: DeserializeOwned>(files: &[&BundleFile], folder: &str, slug: fn(&T) -> &Slug) -> Result<Vec<T>, BundleError> {
    let inside = files.iter().filter(|file| file.path.starts_with(folder));
    inside
        .map(|file| {
            let record = parse(file)?;
            let wanted = format!("{folder}{}.toml", slug(&record));
            if file.path == wanted {
                return Ok(record);
            }
            let problem = format!("the file must be called {wanted}");
            Err(BundleError {
                file: file.path.clone(),
                line: locate::line_of(&file.text, "slug"),
                field: "slug".into(),
                problem,
            })
        })
        .collect()
}

fn parse<T: DeserializeOwned>(file: &BundleFile) -> Result<T, BundleError> {
    locate::read(&file.text).map_err(|unread| BundleError {
        file: file.path.clone(),
        line: unread.line,
        field: unread.field,
        problem: unread.problem,
    })
}
