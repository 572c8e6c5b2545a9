//! `pillarbox staff add` and `pillarbox staff disable`

use anyhow::{Context as _, Result};
use engine::{Actor, accounts::NewAccount};
use time::macros::format_description;

use crate::{
    cli::{Staff, StaffAdd, StaffCommand, StaffDisable, StaffToken},
    config::Config,
    database,
};

/// Gives or takes an account.
pub async fn run(config: &Config, args: Staff) -> Result<()> {
    match args.command {
        StaffCommand::Add(args) => add(config, args).await,
        StaffCommand::Disable(args) => disable(config, args).await,
        StaffCommand::Token(args) => token(config, args).await,
    }
}

/// Prints a token for programs. It stands nowhere else.
async fn token(config: &Config, args: StaffToken) -> Result<()> {
    let engine = database::engine(config).await?;
    let token = engine
        .make_token(&Actor::CommandLine, &args.login, args.days)
        .await
        .with_context(|| format!("{} has no token: the account must be there and its password set", args.login))?;
    println!("For {} days, as the header `Authorization: Bearer …` of requests below /api/v1:", args.days);
    println!("{token}");
    Ok(())
}

/// Makes the account and prints the link with which a password is set. The link stands nowhere else.
async fn add(config: &Config, args: StaffAdd) -> Result<()> {
    let engine = database::engine(config).await?;
    let new = NewAccount {
        login: args.login.clone(),
        name: args.name.unwrap_or_default(),
        section: args.section,
        role: args.role,
    };
    let invitation = engine.add_staff(&Actor::CommandLine, &new).await?;
    let until = invitation.expires_at.format(format_description!("[year]-[month]-[day] [hour]:[minute] UTC"))?;
    let base = config.base_url.as_str().trim_end_matches('/');
    let what = if invitation.again { "has a new link; earlier ones and all sessions ended" } else { "has an account" };
    println!("{} {what}. Hand over this link: it sets a password, once, until {until}.", args.login);
    println!("{base}/staff/welcome/{}", invitation.token);
    Ok(())
}

/// Ends the account and all its sessions at once.
async fn disable(config: &Config, args: StaffDisable) -> Result<()> {
    let engine = database::engine(config).await?;
    let ended = engine
        .disable_staff(&Actor::CommandLine, &args.login)
        .await
        .with_context(|| format!("nobody on the staff signs in as {}: check how it is written", args.login))?;
    println!("{} is disabled; {ended} sessions ended.", args.login);
    Ok(())
}
