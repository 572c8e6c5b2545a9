//! The same binary on PostgreSQL, where `PILLARBOX_TEST_POSTGRES` names a server.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

#[allow(dead_code, reason = "storage's own tests use the rest")]
#[path = "../../crates/storage/tests/common/databases.rs"]
mod databases;

use std::process::Output;

use common::{data, pillarbox, today};

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[tokio::test]
async fn every_command_works_on_each_database() {
    for each in databases::empty_databases().await {
        let folder = tempfile::tempdir().unwrap();
        let run = |args: &[&str]| {
            pillarbox(folder.path()).env("PILLARBOX_DATABASE_URL", &each.url).args(args).output().unwrap()
        };
        let early = run(&["totals"]);
        assert!(words(&early).contains("pillarbox migrate"), "{}: {}", each.name, words(&early));
        // two servers that start at once agree who migrates
        let starts: Vec<_> = (0..2)
            .map(|_| {
                let mut command = pillarbox(folder.path());
                command.env("PILLARBOX_DATABASE_URL", &each.url).arg("migrate");
                std::thread::spawn(move || command.output().unwrap())
            })
            .collect();
        for start in starts {
            let output = start.join().unwrap();
            assert!(output.status.success(), "{}: {}", each.name, words(&output));
        }
        let import = run(&["import", data().to_str().unwrap()]);
        assert!(import.status.success(), "{}: {}", each.name, words(&import));
        let again = run(&["import", data().to_str().unwrap()]);
        assert!(words(&again).contains("0 records new, 0 changed"), "{}: {}", each.name, words(&again));
        let letter = run(&["letter", "--case", "rita-karasartova", "-o", "out.pdf"]);
        assert!(letter.status.success(), "{}: {}", each.name, words(&letter));
        assert!(words(&run(&["totals", "--json"])).contains("\"actions\": 0"), "{}", each.name);
        let csv = format!(
            "id,campaign,case,kind,quantity,country,occurred_on,group\n\
             01935a2e-7c00-7abc-8def-0123456789ab,open-cases,rita-karasartova,letter,2,DE,{},\n",
            today()
        );
        std::fs::write(folder.path().join("evening.csv"), csv).unwrap();
        for (new, repeats) in [(1, 0), (0, 1)] {
            let import = words(&run(&["import", "evening.csv"]));
            let expected = format!("{new} actions counted, {repeats} were counted before");
            assert!(import.contains(&expected), "{}: {import}", each.name);
        }
    }
}
