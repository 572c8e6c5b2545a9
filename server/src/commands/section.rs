//! `pillarbox section key`

use anyhow::Result;
use engine::Actor;

use crate::{
    cli::{SectionCommand, Sections},
    config::Config,
    database,
};

/// Makes a section's key and prints it. It stands nowhere else.
pub async fn run(config: &Config, args: Sections) -> Result<()> {
    let SectionCommand::Key { section } = args.command;
    let engine = database::engine(config).await?;
    let key = engine.make_section_key(&Actor::CommandLine, section).await?;
    let base = config.base_url.as_str().trim_end_matches('/');
    eprintln!("Hand this key to the section {section}: with it alone its totals are believed. An earlier key ended.");
    eprintln!("The section signs the body of POST {base}/api/v1/sections/{section}/totals, for instance with");
    eprintln!("openssl pkeyutl -sign -rawin -inkey key.pem -in totals.json | base64 -w0");
    eprintln!("and sends the result as the header Pillarbox-Signature.");
    println!("{key}");
    Ok(())
}
