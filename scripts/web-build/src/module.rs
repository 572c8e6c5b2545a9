//! JavaScript bindings for a compiled WASM module.

use anyhow::{Context, Result, bail};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// A module ready for the browser.
pub struct Module {
    /// The bindings, to import.
    pub script: String,
    /// The module itself.
    pub wasm: Vec<u8>,
}

/// Makes the bindings of a module.
pub fn bind(name: &str, wasm: &Path) -> Result<Module> {
    let folder = std::env::temp_dir().join(format!("web-build-{}-{name}", std::process::id()));
    let bound = generate(name, wasm, &folder).with_context(|| format!("bindings for {}", wasm.display()));
    // A folder left behind is untidy, but no reason to fail.
    let _ = std::fs::remove_dir_all(&folder);
    bound
}

fn generate(name: &str, wasm: &Path, folder: &Path) -> Result<Module> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.web(true)?.generate(folder)?;
    if folder.join("snippets").exists() {
        bail!("a dependency brings script snippets, which are not versioned here");
    }
    Ok(Module {
        script: std::fs::read_to_string(folder.join(format!("{name}.js")))?,
        wasm: std::fs::read(folder.join(format!("{name}_bg.wasm")))?,
    })
}
