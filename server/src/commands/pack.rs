//! `pillarbox pack`: everything for a writing evening, without a server.

use std::{
    fs::{self, File},
    io::{BufWriter, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context as _, Result, bail};
use app::words::Words;
use domain::{
    Lang,
    field::FieldError,
    pack::{self, PackCode, PackSpec},
};
use engine::{
    Actor, Engine, EngineError,
    packs::{PackOrder, PackProgress, PrintedPack, code_of},
};

use crate::{cli::Pack, config::Config, database};

/// Prints the pack.
pub async fn run(config: &Config, args: Pack) -> Result<()> {
    let engine = database::engine(config).await?;
    let named = args.spec.display().to_string();
    let text = fs::read_to_string(&args.spec).with_context(|| format!("{named} cannot be read as text"))?;
    let spec = pack::read(&text).with_context(|| named.clone())?;
    let refused = |error| in_file(error, &named, &text);
    engine.check_pack(&spec).await.map_err(refused)?;
    let code = kept(&engine, &spec, args.code.unwrap_or_else(|| code_of(&spec))).await?;
    let order = PackOrder {
        code,
        spec,
        base_url: config.base_url.as_str().to_owned(),
        words: Arc::new(Words::new(Lang::en())),
    };
    let unfinished = Unfinished::beside(&args.out)?;
    let sink = BufWriter::new(unfinished.file.try_clone()?);
    let bar = std::io::stderr().is_terminal() && !args.quiet;
    let progress = move |at: PackProgress| {
        if bar {
            show(at);
        }
    };
    let printed = engine.print_pack(&order, sink, progress).await;
    if bar {
        eprint!("\r\x1b[K");
    }
    let printed = printed.map_err(refused)?;
    unfinished.keep(&args.out)?;
    report(&args.out, &printed);
    if let Some(code) = order.code {
        keep(&engine, &order.spec, code).await;
    }
    Ok(())
}

/// Keeps the pack, so that its code leads to its report. A pack without is as good for the evening.
async fn keep(engine: &Engine, spec: &PackSpec, code: PackCode) {
    match engine.keep_pack_as(&Actor::CommandLine, spec, code).await {
        Ok(()) => println!("Report what you post with the code {code}"),
        Err(error) => eprintln!("pillarbox: the code {code} leads to no report on this site: {error}"),
    }
}

/// Keeps the pack, so that its code leads to its own report form. No code where no campaign takes reports for its cases now.
async fn kept(engine: &Engine, spec: &PackSpec, code: PackCode) -> Result<Option<PackCode>> {
    match engine.keep_pack_as(&Actor::CommandLine, spec, code).await {
        Ok(()) => Ok(Some(code)),
        Err(EngineError::Invalid(_)) => Ok(None),
        Err(EngineError::Conflict) => bail!("the code {code} is another pack's: leave --code out, or give another"),
        Err(error) => Err(error.into()),
    }
}

fn report(out: &Path, printed: &PrintedPack) {
    let many = |count: usize, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
    println!("{}: {}, {}", out.display(), many(printed.letters, "letter"), many(printed.pages, "page"));
}

/// A bar of thirty places on one line that is written over.
fn show(at: PackProgress) {
    const PLACES: usize = 30;
    let done = (at.pages * PLACES).checked_div(at.of).unwrap_or(PLACES).min(PLACES);
    let _ = write!(
        std::io::stderr(),
        "\r[{}{}] {} of {} pages",
        "#".repeat(done),
        "-".repeat(PLACES - done),
        at.pages,
        at.of
    );
}

/// What the engine refuses, with the place in the file: "pack.toml: line 12, letters[2].case: …".
fn in_file(error: EngineError, file: &str, text: &str) -> anyhow::Error {
    let EngineError::Invalid(fields) = &error else { return error.into() };
    let one = |wrong: &FieldError| {
        let line = pack::line_of(text, &wrong.field);
        let detail = wrong.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
        format!("line {line}, {}: {}{detail}", wrong.field, wrong.rule.remedy())
    };
    anyhow::anyhow!("{file}: {}", fields.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// A file beside the one that is wanted: it takes its place when it is whole, and goes when it is not.
struct Unfinished {
    file: File,
    path: PathBuf,
}

impl Unfinished {
    fn beside(out: &Path) -> Result<Self> {
        let Some(name) = out.file_name() else { bail!("{} is no name for a file", out.display()) };
        let path = out.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), std::process::id()));
        let file = File::create(&path).with_context(|| format!("{} cannot be written", out.display()))?;
        Ok(Self { file, path })
    }

    fn keep(self, out: &Path) -> Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.path, out).with_context(|| format!("{} cannot be written", out.display()))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // after a rename there is nothing at the old name
        let _ = fs::remove_file(&self.path);
    }
}
