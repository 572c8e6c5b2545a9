//! `pillarbox groups`

use anyhow::{Context as _, Result};
use engine::Actor;

use crate::{cli::Groups, config::Config, database};

/// Lists groups, or says which the site shows.
pub async fn run(config: &Config, args: Groups) -> Result<()> {
    let engine = database::engine(config).await?;
    for (slug, public) in [(args.show, true), (args.hide, false)] {
        if let Some(slug) = slug {
            engine
                .set_group_public(&Actor::CommandLine, &slug, public)
                .await
                .with_context(|| format!("no group is called {slug}: see `pillarbox groups`"))?;
        }
    }
    for group in engine.all_groups(&Actor::CommandLine).await? {
        let shown = if group.public { "shown" } else { "" };
        println!("{:<32}{:<6}{:<12}{:<7}{}", group.slug, group.country.code(), group.kind.as_str(), shown, group.name);
    }
    Ok(())
}
