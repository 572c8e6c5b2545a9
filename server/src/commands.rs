//! One file a subcommand.

mod bench;
mod config;
mod correct;
mod export;
mod grace;
mod groups;
mod import;
mod import_actions;
mod letter;
mod migrate;
mod pack;
mod report;
mod section;
mod serve;
mod staff;
mod totals;
mod verify;

use anyhow::Result;

use crate::{
    cli::{Cli, Command},
    config::Config,
};

/// Does what the command line asks for.
///
/// # Errors
/// Whatever kept it from doing so, in words that say what to do.
pub async fn run(cli: Cli) -> Result<()> {
    let config = Config::load()?;
    match cli.command {
        Command::Serve(args) => serve::run(&config, args).await,
        Command::Migrate => migrate::run(&config).await,
        Command::Import(args) => import::run(&config, args).await,
        Command::Export(args) => export::run(&config, args).await,
        Command::Letter(args) => letter::run(&config, *args).await,
        Command::Pack(args) => pack::run(&config, args).await,
        Command::Totals(args) => totals::run(&config, args).await,
        Command::Verify => verify::run(&config).await,
        Command::Staff(args) => staff::run(&config, args).await,
        Command::Bench(args) => bench::run(&config, args).await,
        Command::Report(args) => report::run(&config, *args).await,
        Command::Correct(args) => correct::run(&config, *args).await,
        Command::Groups(args) => groups::run(&config, args).await,
        Command::Grace(args) => grace::run(&config, args).await,
        Command::Section(args) => section::run(&config, args).await,
        Command::Config => config::run(&config),
    }
}
