//! `pillarbox correct`: what was counted by mistake is taken back, and put back.

use anyhow::{Context as _, Result, bail};
use domain::{
    correction::{Burst, Selection},
    reference,
};
use engine::{
    Actor,
    corrections::{Batch, Chosen},
};

use crate::{cli::Correct, config::Config, database};

/// Says how much would be taken back, takes it back, or puts it back.
pub async fn run(config: &Config, args: Correct) -> Result<()> {
    let engine = database::engine(config).await?;
    let actor = Actor::CommandLine;
    if args.list {
        for made in engine.corrections(&actor, 0, 100).await? {
            print(&made);
        }
        return Ok(());
    }
    if args.busy {
        for busy in engine.busy_senders(&actor).await? {
            println!(
                "{:<24}{:>8} entries  {} to {}  --same-sender-as {}",
                busy.campaign, busy.entries, busy.from, busy.to, busy.same_sender_as
            );
        }
        return Ok(());
    }
    if let Some(batch) = args.undo {
        let undone = engine.undo_correction(&actor, batch).await.context("nothing was put back")?;
        println!("{} entries, {} actions put back; correction {}", undone.entries, -undone.actions, undone.batch);
        return Ok(());
    }
    let chosen = chosen(&args)?;
    let (Some(actions), Some(reason)) = (args.actions, args.reason) else {
        let preview = engine.preview_correction(&actor, &chosen).await?;
        println!("{} entries, {} actions would be taken back", preview.entries, preview.actions);
        println!("To do it, add --reason REASON --actions {}", preview.actions);
        return Ok(());
    };
    let made =
        engine.correct(&actor, &chosen, reason, &args.remark, actions).await.context("nothing was taken back")?;
    println!("{} entries, {} actions taken back; correction {}", made.entries, made.actions, made.batch);
    Ok(())
}

/// A correction in a line: what, why, how much less is counted, who.
fn print(made: &Batch) {
    let what = match (&made.chosen, made.undoes, made.report) {
        (Some(chosen), _, _) => chosen.written(),
        (None, Some(undone), _) => format!("undoes {undone}"),
        (None, None, Some(report)) => format!("report {}", reference::write(report)),
        (None, None, None) => String::new(),
    };
    let actions = made.actions.map_or_else(|| "?".to_owned(), |actions| (-actions).to_string());
    let who = made.name.as_deref().unwrap_or(&made.actor);
    let remark = made.remark.as_deref().unwrap_or_default();
    println!("{}  {}  {:<14}{actions:>10} actions  {who}  {what}  {remark}", made.batch, made.at, made.reason);
}

fn chosen(args: &Correct) -> Result<Chosen> {
    match (&args.receipt, &args.campaign) {
        (Some(receipt), _) => Ok(match args.to {
            Some(to) => Chosen::Number { receipt: receipt.clone(), to },
            None => Chosen::Receipt(receipt.clone()),
        }),
        (None, Some(campaign)) => Ok(Chosen::Rule(Selection {
            case: args.case.clone(),
            kind: args.kind,
            country: args.country,
            group: args.group.clone(),
            channel: args.channel,
            done_from: args.done_from,
            done_to: args.done_to,
            counted_from: args.counted_from,
            counted_to: args.counted_to,
            same_sender_as: args.same_sender_as.clone(),
            burst: args
                .burst_more_than
                .zip(args.burst_minutes)
                .map(|(more_than, minutes)| Burst { more_than, minutes }),
            at_least: args.at_least,
            ..Selection::of(campaign.clone())
        })),
        (None, None) => {
            bail!("say what: --receipt REFERENCE, or --campaign SLUG with what narrows it; or --list, --undo")
        }
    }
}
