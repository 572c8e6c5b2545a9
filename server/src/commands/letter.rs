//! `pillarbox letter`: one letter, without a server.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use engine::letters::{LetterRequest, usual_paper, usual_profile};
use serde::Deserialize;

use crate::{cli::Letter, config::Config, database};

/// Who writes, as the file says it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Sender {
    name: String,
    lines: Vec<String>,
}

/// Sets the letter and writes the file.
pub async fn run(config: &Config, args: Letter) -> Result<()> {
    let engine = database::engine(config).await?;
    let sender = match &args.from {
        None => Sender::default(),
        Some(file) => toml::from_str(&read(file)?)
            .with_context(|| format!("{} wants name = \"…\" and lines = [\"…\"]", file.display()))?,
    };
    let request = LetterRequest {
        profile: args.profile.unwrap_or_else(|| usual_profile(args.posted_from)),
        paper: args.paper.unwrap_or_else(|| usual_paper(args.posted_from)),
        alignment: args.alignment,
        body: args.text.as_deref().map(read).transpose()?,
        case: args.case,
        target: args.target,
        lang: args.lang,
        name: sender.name,
        sender_lines: sender.lines,
        salutation: String::new(),
        date: args.date,
        posted_from: args.posted_from,
    };
    let own_words = request.body.is_some();
    let draft = engine.letter_draft_in(&request.case, request.target.as_ref(), &request.lang, own_words).await;
    let unspoken = draft.is_ok_and(|draft| draft.salutation.is_empty() && draft.closing.is_empty());
    let set = engine.set_letter(&request).await.with_context(|| format!("no letter for {}", request.case))?;
    fs::write(&args.out, &set.pdf).with_context(|| format!("{} cannot be written", args.out.display()))?;
    let pages = match set.pages {
        1 => "1 page".to_owned(),
        pages => format!("{pages} pages; no type that is still read makes it one: shorten the text if you can"),
    };
    println!("{}: {pages}", args.out.display());
    if unspoken {
        println!("no salutation and no closing are known in {}: begin and end the text with your own", request.lang);
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read as text", file.display()))
}
