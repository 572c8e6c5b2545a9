//! The folder of built files and the list of their names.

use crate::{options::Budget, weight};
use anyhow::{Context, Result, bail};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// What has been built so far.
pub struct Site {
    pkg: PathBuf,
    names: BTreeMap<String, String>,
    /// Compressed sizes by plain name.
    weights: BTreeMap<String, usize>,
    bytes: usize,
}

impl Site {
    /// A site in this folder.
    pub fn new(out: &Path) -> Self {
        Self { pkg: out.join("pkg"), names: BTreeMap::new(), weights: BTreeMap::new(), bytes: 0 }
    }

    /// Writes a file under its versioned name and returns that name.
    pub fn add(&mut self, name: &str, content: Vec<u8>) -> Result<String> {
        let versioned = versioned(name, &content);
        let path = self.pkg.join(&versioned);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        self.bytes += content.len();
        if weight::is_compressible(name) {
            self.weights.insert(name.to_owned(), weight::compressed(&content, &beside(&path))?.len());
        }
        std::fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
        self.names.insert(name.to_owned(), versioned.clone());
        Ok(versioned)
    }

    /// Adds all files of a folder as they are, except Markdown. A folder that is not there has none.
    pub fn add_folder(&mut self, prefix: &str, folder: &Path) -> Result<()> {
        if !folder.exists() {
            return Ok(());
        }
        // Notes beside the files are for those who work on them.
        let served =
            files(folder)?.into_iter().filter(|path| path.extension().is_none_or(|extension| extension != "md"));
        for path in served {
            let relative = path.strip_prefix(folder)?.display().to_string();
            let name = if prefix.is_empty() { relative } else { format!("{prefix}/{relative}") };
            self.add(&name, std::fs::read(&path)?)?;
        }
        Ok(())
    }

    /// Replaces the plain addresses (`/pkg/NAME`) in a text by versioned ones.
    pub fn link(&self, text: &str, of: &str) -> Result<String> {
        let mut linked = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find("/pkg/") {
            let (before, from) = rest.split_at(at + "/pkg/".len());
            let end = from.find(|c: char| !(c.is_ascii_alphanumeric() || "._-/".contains(c))).unwrap_or(from.len());
            let (name, after) = from.split_at(end);
            let Some(versioned) = self.names.get(name) else {
                bail!("{of} names /pkg/{name}, which is not built (or imports it in a circle)");
            };
            linked.push_str(before);
            linked.push_str(versioned);
            rest = after;
        }
        linked.push_str(rest);
        Ok(linked)
    }

    /// Fails when some files weigh more than they may.
    pub fn check(&self, budgets: &[Budget]) -> Result<()> {
        for budget in budgets {
            let weights = budget.files.iter().map(|name| {
                let weight = self.weights.get(name).with_context(|| format!("{name} has a budget and is not built"))?;
                Ok((name.as_str(), *weight))
            });
            let weights: Vec<_> = weights.collect::<Result<_>>()?;
            weight::check(budget.kilobytes, &weights)?;
        }
        Ok(())
    }

    /// Writes the list, removes what earlier builds left, and says what there is.
    pub fn finish(self) -> Result<String> {
        let list = self.pkg.join("manifest.json");
        std::fs::create_dir_all(&self.pkg)?;
        // In one step, so that a server starting now reads the old list or the new one.
        let next = self.pkg.join("manifest.json.new");
        std::fs::write(&next, serde_json::to_vec_pretty(&self.names)?)?;
        std::fs::rename(&next, &list)?;
        let built = self.names.values().map(|name| self.pkg.join(name));
        let kept: BTreeSet<PathBuf> = built.flat_map(|path| [beside(&path), path]).chain([list]).collect();
        for path in files(&self.pkg)?.into_iter().filter(|path| !kept.contains(path)) {
            std::fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
        }
        Ok(format!("{} files, {} kB", self.names.len(), self.bytes.div_ceil(1000)))
    }
}

/// All files of a folder and its folders, sorted, so that builds are the same everywhere.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Where the compressed file lies: `app.js.br`.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
}

/// `fonts/a.woff2` becomes `fonts/a-0123456789ab.woff2`.
fn versioned(name: &str, content: &[u8]) -> String {
    let file_at = name.rfind('/').map_or(0, |at| at + 1);
    let dot = name[file_at..].find('.').map_or(name.len(), |at| file_at + at);
    format!("{}-{:012x}{}", &name[..dot], hash(content) >> 16, &name[dot..])
}

/// FNV-1a. It tells versions of our own files apart; nobody gains by forging one.
fn hash(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(test: &str) -> (Site, PathBuf) {
        let folder = std::env::temp_dir().join(format!("web-build-test-{}-{test}", std::process::id()));
        (Site::new(&folder), folder)
    }

    #[test]
    fn a_name_carries_the_hash_of_the_content() {
        assert_eq!(versioned("fonts/a.woff2", b""), "fonts/a-cbf29ce48422.woff2");
        assert_ne!(versioned("a.js", b"1"), versioned("a.js", b"2"));
    }

    #[test]
    fn addresses_are_linked_and_unknown_ones_refused() {
        let (mut site, folder) = site("link");
        let name = site.add("app.js", b"x".to_vec()).unwrap();
        assert_eq!(site.link(r#"import "/pkg/app.js";"#, "boot.js").unwrap(), format!(r#"import "/pkg/{name}";"#));
        assert!(site.link("url(/pkg/none.svg)", "style.css").unwrap_err().to_string().contains("none.svg"));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn files_of_an_earlier_build_are_removed() {
        let (mut old, folder) = site("old");
        let stale = old.add("a.js", b"1".to_vec()).unwrap();
        old.finish().unwrap();
        let mut new = Site::new(&folder);
        let fresh = new.add("a.js", b"2".to_vec()).unwrap();
        new.finish().unwrap();
        assert!(!folder.join("pkg").join(stale).exists());
        assert!(folder.join("pkg").join(&fresh).exists());
        assert!(folder.join("pkg").join(format!("{fresh}.br")).exists(), "compressed beside it");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
