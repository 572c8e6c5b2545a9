//! Whether the site only demonstrates the software, and the notice it then shows on every page.

use domain::bundle::Manifest;

use crate::{Engine, EngineError};

/// The name under which the manifest of a demonstration bundle is kept.
pub(crate) const SETTING: &str = "demonstration";

impl Engine {
    /// The manifest of the demonstration bundle that was imported; none on a site with real campaigns only.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn demonstration(&self) -> Result<Option<Manifest>, EngineError> {
        Ok(storage::settings::get(&self.read, SETTING).await?)
    }
}
