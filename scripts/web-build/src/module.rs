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

/// Makes the bindings of a module, without the exports that begin like one of `drops`.
pub fn bind(name: &str, wasm: &Path, drops: &[String]) -> Result<Module> {
    let folder = std::env::temp_dir().join(format!("web-build-{}-{name}", std::process::id()));
    let bound = generate(name, wasm, &folder, drops).with_context(|| format!("bindings for {}", wasm.display()));
    // A folder left behind is untidy, but no reason to fail.
    let _ = std::fs::remove_dir_all(&folder);
    bound
}

fn generate(name: &str, wasm: &Path, folder: &Path, drops: &[String]) -> Result<Module> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false).remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.web(true)?.generate_output()?;
    drop_exports(output.wasm_mut(), drops);
    output.emit(folder)?;
    if folder.join("snippets").exists() {
        bail!("a dependency brings script snippets, which are not versioned here");
    }
    Ok(Module {
        script: without(&std::fs::read_to_string(folder.join(format!("{name}.js")))?, drops),
        wasm: std::fs::read(folder.join(format!("{name}_bg.wasm")))?,
    })
}

/// Takes exports out of a module, and whatever only they lead to.
fn drop_exports(module: &mut walrus::Module, drops: &[String]) {
    let unwanted =
        module.exports.iter().filter(|export| drops.iter().any(|drop| export.name.starts_with(drop.as_str())));
    let unwanted: Vec<_> = unwanted.map(walrus::Export::id).collect();
    if !unwanted.is_empty() {
        unwanted.into_iter().for_each(|id| module.exports.delete(id));
        walrus::passes::gc::run(module);
    }
}

/// The bindings without the functions of dropped exports. Each ends with the first brace that is not indented.
fn without(script: &str, drops: &[String]) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut rest = script;
    let opening = |rest: &str| drops.iter().filter_map(|drop| rest.find(&format!("export function {drop}"))).min();
    while let Some(at) = opening(rest) {
        let (before, function) = rest.split_at(at);
        // Its description goes with it.
        let described = before.ends_with(" */\n").then(|| before.rfind("/**")).flatten();
        kept.push_str(&before[..described.unwrap_or(before.len())]);
        rest = function.find("\n}\n").map_or("", |end| &function[end + "\n}\n".len()..]);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_of_dropped_exports_go_with_their_description() {
        let script = "export function a() {\n    x;\n}\n/**\n * old\n */\nexport function Pdf_B(i) {\n    if (i) {\n    }\n}\nexport function c() {\n}\n";
        assert_eq!(
            without(script, &["Pdf_".to_owned()]),
            "export function a() {\n    x;\n}\nexport function c() {\n}\n"
        );
        assert_eq!(without(script, &[]), script);
    }
}
