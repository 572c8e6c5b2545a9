//! `pillarbox report FILE`: a report from a table.

use std::fs;

use anyhow::{Context as _, Result};
use domain::{field::FieldError, reference, report::NewReport};
use engine::{
    Actor, EngineError,
    reports::{CsvLines, ReportSource, read_csv},
};

use crate::{cli::Report, config::Config, database};

/// Counts the report, or says what it would change.
pub async fn run(config: &Config, args: Report) -> Result<()> {
    let bytes = fs::read(&args.table).with_context(|| format!("{} cannot be read", args.table.display()))?;
    let engine = database::engine(config).await?;
    let names = engine.case_names().await?;
    let table = read_csv(&bytes, &names).map_err(|wrong| anyhow::anyhow!(list(&wrong)))?;
    let replaces = match args.replaces.as_deref() {
        None => None,
        Some(written) => Some(reference::read(written).context("--replaces is not a reference: see the receipt")?),
    };
    let new = NewReport {
        id: args.id.unwrap_or_else(|| engine.new_id()),
        campaign: args.campaign,
        group: args.group,
        section: args.section,
        replaces,
        collected_from: args.from,
        collected_to: args.to,
        basis: args.basis,
        people: args.people.or(table.people),
        note: args.note,
        lines: table.lines.clone(),
    };
    if args.look {
        let preview = engine
            .preview_report(&Actor::CommandLine, &new, &ReportSource::default())
            .await
            .map_err(|e| refused(&table, e))?;
        println!("{} actions in {} lines", preview.actions, preview.report.lines.len());
        for change in preview.changes {
            println!("{:<40}{:<24}{:>12}{:>12}", change.case, change.kind.as_str(), change.before, change.after);
        }
        return Ok(());
    }
    let counted = engine.record_report(&Actor::CommandLine, &new, &ReportSource::default()).await;
    let counted = counted.map_err(|e| refused(&table, e))?;
    let word = if counted.first { "counted" } else { "counted before" };
    println!("{} actions {word}, reference {}", counted.view.actions, reference::grouped(&counted.view.reference));
    Ok(())
}

fn refused(table: &CsvLines, error: EngineError) -> anyhow::Error {
    match error {
        EngineError::Invalid(errors) => anyhow::anyhow!(list(&table.by_row(errors))),
        other => other.into(),
    }
}

/// One line, as errors at the command line are: every row that is not right.
fn list(errors: &[FieldError]) -> String {
    let one = |error: &FieldError| match &error.detail {
        Some(detail) => format!("{}: {} ({detail})", error.field, error.rule.remedy()),
        None => format!("{}: {}", error.field, error.rule.remedy()),
    };
    format!("nothing was counted: {}", errors.iter().map(one).collect::<Vec<_>>().join("; "))
}
