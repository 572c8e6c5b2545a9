//! Are all islands in the module? If the linker drops them, nothing else notices: the page just stays still.

use anyhow::{Context, Result, bail};
use std::{collections::BTreeSet, path::Path};

/// Compares the islands in the source with those that the module exports.
pub fn check(source: &Path, script: &str) -> Result<()> {
    let mut written = BTreeSet::new();
    for file in crate::site::files(source).with_context(|| format!("reading {}", source.display()))? {
        if file.extension().is_some_and(|extension| extension == "rs") {
            written.extend(declared(&std::fs::read_to_string(&file)?));
        }
    }
    let exported = exported(script);
    if written != exported {
        bail!(
            "the islands in {} are {written:?}, in the built module {exported:?}: \
             does frontend still say `use app as _;`?",
            source.display()
        );
    }
    Ok(())
}

/// The names of the functions that follow an `#[island]`.
fn declared(source: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut is_island = false;
    for line in source.lines().map(str::trim_start) {
        is_island |= line.starts_with("#[island]") || line.starts_with("#[island(");
        let function = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("fn ");
        if let Some(function) = function.filter(|_| is_island) {
            names.insert(function.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            is_island = false;
        }
    }
    names
}

/// The names of the exported islands: each is followed by a hash of its place in the source.
fn exported(script: &str) -> BTreeSet<String> {
    let functions = script.lines().filter_map(|line| line.strip_prefix("export function "));
    let names = functions.filter_map(|line| line.split_once('(')?.0.rsplit_once('_'));
    names.filter(|(_, hash)| hash.chars().all(|c| c.is_ascii_digit())).map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
        names.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn islands_are_found_where_they_are_declared() {
        let source = "/// not #[island]\nfn none() {}\n#[island]\n#[allow(x)]\npub fn One(\n    #[island(lazy)]\n    fn Two() {}";
        assert_eq!(declared(source), set(["One", "Two"]));
    }

    #[test]
    fn islands_are_found_in_the_bindings() {
        let script = "export function One_18180896320500574511(el) {\n}\nexport function hydrate() {\nexport function into_x(a) {";
        assert_eq!(exported(script), set(["One"]));
    }
}
