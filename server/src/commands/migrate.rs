//! `pillarbox migrate`

use anyhow::Result;

use crate::{config::Config, database};

/// Makes the database if it is missing, and brings it to this version's schema.
pub async fn run(config: &Config) -> Result<()> {
    let db = database::open(config).await?;
    database::migrate(config, &db).await?;
    println!("The database is at this version's schema.");
    Ok(())
}
