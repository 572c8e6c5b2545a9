//! The addresses of the built files: scripts, stylesheet, fonts, pictures.

use std::{collections::BTreeMap, path::Path, sync::Arc};

/// From a file's name to its address under `/pkg`, which carries a hash of its content and may be cached for ever.
///
/// The server loads it once at start and provides it as a Leptos context; `scripts/web-build` writes the list.
#[derive(Clone, Debug, Default)]
pub struct Assets(Arc<BTreeMap<String, String>>);

/// Why the list of built files could not be read.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// The file is not there or not readable.
    #[error("{0}: {1}; build the site with scripts/run")]
    Unreadable(String, std::io::Error),
    /// The file is not what `scripts/web-build` writes.
    #[error("{0}: {1}; build the site again with scripts/run")]
    Malformed(String, serde_json::Error),
}

impl Assets {
    /// Reads `pkg/manifest.json` in the folder of the built site.
    ///
    /// # Errors
    /// When the file cannot be read or is not a map from names to names.
    pub fn load(site: &Path) -> Result<Self, AssetsError> {
        let path = site.join("pkg").join("manifest.json");
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|error| AssetsError::Unreadable(shown.clone(), error))?;
        let names = serde_json::from_str(&text).map_err(|error| AssetsError::Malformed(shown, error))?;
        Ok(Self(Arc::new(names)))
    }

    /// The address of a built file. A name that was not built gets its plain address, which answers 404.
    #[must_use]
    pub fn url(&self, name: &str) -> String {
        format!("/pkg/{}", self.0.get(name).map_or(name, String::as_str))
    }

    /// Whether a file of this name was built.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_file_has_the_address_of_its_version() {
        let folder = std::env::temp_dir().join(format!("pillarbox-assets-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("pkg")).unwrap();
        std::fs::write(folder.join("pkg/manifest.json"), r#"{"style.css":"style-1a2b.css"}"#).unwrap();
        let assets = Assets::load(&folder).unwrap();
        assert_eq!(assets.url("style.css"), "/pkg/style-1a2b.css");
        assert_eq!(assets.url("none.css"), "/pkg/none.css");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_missing_list_says_what_to_do() {
        let error = Assets::load(Path::new("/nowhere")).unwrap_err();
        assert!(error.to_string().contains("scripts/run"), "{error}");
    }
}
