//! `pillarbox config`

use anyhow::Result;

use crate::config::Config;

/// Prints what is in force, secrets hidden.
#[expect(clippy::unnecessary_wraps, reason = "every command has the same shape")]
pub fn run(config: &Config) -> Result<()> {
    print!("{}", config.shown());
    Ok(())
}
