//! The arrows of the house: which room may use which, as docs/ARCHITECTURE.md draws them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{collections::BTreeMap, process::Command};

/// Room and rooms it may use. `app` reaches `engine` on the server only.
const ARROWS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("letter", &[]),
    ("migrations", &[]),
    ("storage", &["domain"]),
    ("engine", &["domain", "letter", "storage"]),
    ("app", &["domain", "engine", "letter"]),
    ("frontend", &["app"]),
    ("letter-worker", &["domain", "letter"]),
    ("server", &["app", "domain", "engine", "letter", "migrations", "storage"]),
];

fn metadata() -> serde_json::Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let out = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

/// Every package of ours with the packages of ours that it uses outside its own tests, and whether each is optional.
fn uses() -> BTreeMap<String, Vec<(String, bool)>> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let name = |package: &serde_json::Value| package["name"].as_str().unwrap().to_owned();
    let ours: Vec<String> = packages.iter().map(name).collect();
    let used = |package: &serde_json::Value| {
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        dependencies
            .filter(|d| d["kind"].as_str() != Some("dev"))
            .map(|d| (d["name"].as_str().unwrap().to_owned(), d["optional"].as_bool().unwrap()))
            .filter(|(name, _)| ours.contains(name))
            .collect()
    };
    packages.iter().map(|package| (name(package), used(package))).collect()
}

#[test]
fn every_room_uses_only_the_rooms_it_may() {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    let uses = uses();
    for (room, used) in &uses {
        if room == "web-build" {
            assert!(used.is_empty(), "the build tool uses none of our rooms");
            continue;
        }
        let may = allowed.get(room.as_str()).unwrap_or_else(|| panic!("{room} has no arrows here yet"));
        for (other, _) in used {
            assert!(may.contains(&other.as_str()), "{room} uses {other}");
        }
    }
    assert!(ARROWS.iter().all(|(room, _)| uses.contains_key(*room)), "a room is gone");
}

#[test]
fn the_browser_gets_no_engine() {
    let engine = uses()["app"].iter().find(|(name, _)| name == "engine").cloned().unwrap();
    assert!(engine.1, "app uses engine on the server only, so it is optional");
}
