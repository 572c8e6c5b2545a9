//! The hand-written scripts, which may import each other.

use crate::site::Site;
use anyhow::{Context, Result};
use std::path::Path;

/// Adds every script of a folder. One that imports another waits until that one has its version.
pub fn add(site: &mut Site, folder: &Path) -> Result<()> {
    let mut waiting = Vec::new();
    for path in crate::site::files(folder).with_context(|| format!("reading {}", folder.display()))? {
        let name = path.strip_prefix(folder)?.display().to_string();
        waiting.push((name, std::fs::read_to_string(&path)?));
    }
    while !waiting.is_empty() {
        let mut blocked = Vec::new();
        let mut reason = None;
        let before = waiting.len();
        for (name, source) in waiting {
            match site.link(&source, &name) {
                Ok(linked) => {
                    site.add(&name, linked.into_bytes())?;
                }
                Err(error) => {
                    reason = Some(error);
                    blocked.push((name, source));
                }
            }
        }
        if let Some(error) = reason.filter(|_| blocked.len() == before) {
            return Err(error);
        }
        waiting = blocked;
    }
    Ok(())
}
