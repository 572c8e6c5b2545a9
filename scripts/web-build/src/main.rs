//! Builds what the browser loads, from what cargo has compiled: bindings for the WASM modules, hand-written scripts, the
//! stylesheet, fonts and pictures, all under `SITE/pkg`, each with a hash of its content in its name, and compressed beside
//! itself where that helps.
//!
//! ```text
//! web-build --out SITE [--module NAME=FILE.wasm]... [--drop PREFIX]... [--islands DIR] [--static PREFIX=DIR]...
//!           [--style FILE.css] [--scripts DIR] [--budget KB=NAME,NAME]...
//! ```
//!
//! `--drop Pdf_` takes exports out of the modules that a dependency adds unasked, and all that only they need. `--budget`
//! fails the build when the named files weigh more together, compressed.
//!
//! `SITE/pkg/manifest.json` maps `app.js` to `app-0123456789ab.js`. Scripts and styles name other built files by their
//! plain address (`/pkg/app.js`, `/pkg/fonts/x.woff2`), which is rewritten here.

mod islands;
mod module;
mod options;
mod scripts;
mod site;
mod style;
mod weight;

use anyhow::Result;
use options::Options;
use site::Site;

fn main() -> std::process::ExitCode {
    match Options::parse(std::env::args().skip(1)).and_then(|options| build(&options)) {
        Ok(summary) => {
            println!("{summary}");
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("web-build: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Builds in the order in which files name each other: what names nothing comes first.
fn build(options: &Options) -> Result<String> {
    let mut site = Site::new(&options.out);
    for (prefix, folder) in &options.statics {
        site.add_folder(prefix, folder)?;
    }
    for (name, wasm) in &options.modules {
        let module = module::bind(name, wasm, &options.drops)?;
        if let Some(source) = options.islands.as_ref().filter(|_| name == "app") {
            islands::check(source, &module.script)?;
        }
        // The bindings name no WASM file: who loads them says which (`init({ module_or_path })`).
        site.add(&format!("{name}_bg.wasm"), module.wasm)?;
        site.add(&format!("{name}.js"), module.script.into_bytes())?;
    }
    if let Some(main) = &options.style {
        let css = style::bundle(main)?;
        site.add("style.css", site.link(&css, "style.css")?.into_bytes())?;
    }
    if let Some(folder) = &options.scripts {
        scripts::add(&mut site, folder)?;
    }
    site.check(&options.budgets)?;
    site.finish()
}
