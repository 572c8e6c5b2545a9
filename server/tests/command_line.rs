//! The commands, as somebody at the machine uses them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::{fs, path::Path, process::Output};

use common::{copy, data, pillarbox};

fn run(folder: &Path, args: &[&str]) -> Output {
    pillarbox(folder).args(args).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn import_letter_and_totals_work_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let import = run(here, &["import", data().to_str().unwrap()]);
    assert!(import.status.success(), "{}", err(&import));
    let again = run(here, &["import", data().to_str().unwrap()]);
    assert!(out(&again).contains("0 records new, 0 changed"), "{}", out(&again));

    fs::write(here.join("sender.toml"), "name = \"Anna Berg\"\nlines = [\"79098 Freiburg\"]\n").unwrap();
    fs::write(here.join("body.txt"), "I am writing to you about Rita Karasartova.\n").unwrap();
    let whole = [
        "letter",
        "--case",
        "rita-karasartova",
        "--from",
        "sender.toml",
        "--text",
        "body.txt",
        "--date",
        "2026-11-23",
        "--posted-from",
        "DE",
        "-o",
        "out.pdf",
    ];
    let letter = run(here, &whole);
    assert!(letter.status.success(), "{}", err(&letter));
    let first = fs::read(here.join("out.pdf")).unwrap();
    assert!(first.starts_with(b"%PDF-"));
    run(here, &whole);
    assert_eq!(fs::read(here.join("out.pdf")).unwrap(), first, "the same letter gives the same bytes");
    assert!(run(here, &["letter", "--case", "rita-karasartova", "-o", "plain.pdf"]).status.success());

    let totals = run(here, &["totals", "--campaign", "open-cases", "--json"]);
    assert!(out(&totals).contains("\"actions\": 0"), "{}", out(&totals));
    assert!(out(&run(here, &["totals"])).contains("open-cases"));
}

#[test]
fn the_letter_opens_in_other_programs_and_reads_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    assert!(run(here, &["import", data().to_str().unwrap()]).status.success());
    let args =
        ["letter", "--case", "rita-karasartova", "--profile", "din5008-b", "--date", "2026-11-23", "-o", "out.pdf"];
    assert!(run(here, &args).status.success());
    let other = |program: &str, args: &[&str]| {
        let path = std::env::var_os("PATH").unwrap();
        let output = std::process::Command::new(program).args(args).current_dir(here).env("PATH", path).output();
        let output = output.unwrap_or_else(|_| panic!("{program} is missing: scripts/setup installs it"));
        assert!(output.status.success(), "{program}: {}{}", out(&output), err(&output));
        out(&output)
    };
    assert!(other("qpdf", &["--check", "out.pdf"]).contains("No syntax or stream encoding errors"));
    let text = other("pdftotext", &["out.pdf", "-"]);
    let mut rest = text.as_str();
    for part in [
        "Prosecutor General",
        "A. Toktonalieva Street, 139",
        "Bishkek 720040",
        "KYRGYZSTAN",
        "23 November 2026",
        "Dear Prosecutor General,",
        "Rita Karasartova, a human rights defender",
        "quash the conviction",
        "Yours sincerely,",
    ] {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not in its place: {text}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn what_is_exported_imported_and_exported_again_has_the_same_bytes() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let early = run(first.path(), &["export", "a"]);
    assert!(!early.status.success() && err(&early).contains("pillarbox migrate"), "{}", err(&early));
    assert!(run(first.path(), &["import", data().to_str().unwrap()]).status.success());
    let export = run(first.path(), &["export", "a"]);
    assert!(export.status.success() && out(&export).starts_with("a: "), "{}", err(&export));
    let a = first.path().join("a");
    assert!(run(second.path(), &["import", a.to_str().unwrap()]).status.success());
    assert!(run(second.path(), &["export", "b"]).status.success());
    let (one, other) = (texts(&a), texts(&second.path().join("b")));
    assert!(one.len() > 90, "{} files", one.len());
    assert_eq!(one, other);
    let open = "open-letters/kyrgyzstan-foreign-representatives-2024.toml";
    assert!(one.iter().any(|(path, text)| path == open && text.contains("within the framework of the Observatory")));

    let refused = run(first.path(), &["export", "a"]);
    assert!(!refused.status.success(), "a folder with files in it is left alone");
    assert_eq!(err(&refused).lines().count(), 1, "{}", err(&refused));
    assert!(err(&refused).contains("not empty"), "{}", err(&refused));
    assert_eq!(texts(&a), one);
    let help = out(&run(first.path(), &["export", "--help"]));
    assert!(help.contains("drafts and withdrawn"), "{help}");
}

#[test]
fn a_broken_file_in_the_middle_leaves_nothing_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("bundle");
    copy(&data(), &bundle);
    let file = bundle.join("cases/rita-karasartova.toml");
    let text = fs::read_to_string(&file).unwrap();
    let line = text.lines().position(|l| l.starts_with("country")).unwrap() + 1;
    fs::write(&file, text.replacen("country = \"KG\"", "country = \"Kyrgyzstan\"", 1)).unwrap();
    let import = run(folder.path(), &["import", "bundle"]);
    assert!(!import.status.success());
    let said = err(&import);
    assert_eq!(said.lines().count(), 1, "{said}");
    for part in ["cases/rita-karasartova.toml", &format!("line {line}"), "country"] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    assert!(!folder.path().join("state/pillarbox.db").exists(), "not even an empty database is left");
}

#[test]
fn every_failure_is_one_line_that_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let early = run(here, &["letter", "--case", "rita-karasartova", "-o", "out.pdf"]);
    assert!(err(&early).contains("pillarbox import"), "{}", err(&early));
    assert!(run(here, &["migrate"]).status.success());
    assert!(run(here, &["import", data().to_str().unwrap()]).status.success());
    for args in [
        &["letter", "--case", "nobody", "-o", "out.pdf"][..],
        &["letter", "--case", "mohamed-baker", "-o", "out.pdf"],
        &["letter", "--case", "rita-karasartova", "--text", "missing.txt", "-o", "out.pdf"],
        &["totals", "--campaign", "nothing"],
        &["import", "missing"],
    ] {
        let output = run(here, args);
        assert!(!output.status.success(), "{args:?}");
        assert_eq!(err(&output).lines().count(), 1, "{args:?}: {}", err(&output));
        assert!(!here.join("out.pdf").exists());
    }
    for command in ["serve", "migrate", "import", "export", "letter", "pack", "totals", "config"] {
        assert!(run(here, &[command, "--help"]).status.success(), "{command} --help");
    }
}

#[test]
fn the_configuration_is_shown_without_its_secrets() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pillarbox.toml"), "smtp_url = \"smtps://post:hunter2@mail.example\"\n").unwrap();
    let config =
        pillarbox(folder.path()).arg("config").env("PILLARBOX_BASE_URL", "https://write.example.org").output().unwrap();
    let shown = out(&config);
    assert!(
        shown.contains("https://write.example.org") && shown.contains("***") && !shown.contains("hunter2"),
        "{shown}"
    );
    fs::write(folder.path().join("pillarbox.toml"), "smpt_url = \"x\"\n").unwrap();
    let wrong = run(folder.path(), &["config"]);
    assert!(!wrong.status.success() && err(&wrong).contains("smpt_url"), "{}", err(&wrong));
}

/// Every file below a folder: its path inside and its text, by path.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.push((inside, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn what_a_command_counts_today_was_not_said_yesterday() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    assert!(run(here, &["import", data().to_str().unwrap()]).status.success());
    fs::write(here.join("table.csv"), "case,kind,quantity\nrita-karasartova,letter,500\n").unwrap();
    let today = common::today();
    let whole =
        ["report", "table.csv", "--campaign", "open-cases", "--section", "de", "--from", &today, "--to", &today];
    let sent = run(here, &whole);
    assert!(sent.status.success(), "{}", err(&sent));
    let day = domain::date::day(&today).unwrap();
    let yesterday = domain::date::iso(day.previous_day().unwrap());
    let on = run(here, &["totals", "--campaign", "open-cases", "--on", &yesterday]);
    assert!(!on.status.success() && err(&on).contains("nothing had been counted by then"), "{} {}", out(&on), err(&on));
    assert!(out(&run(here, &["totals", "--campaign", "open-cases", "--json"])).contains("\"actions\": 500"));
}

#[test]
fn an_id_that_stands_for_something_else_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    assert!(run(here, &["import", data().to_str().unwrap()]).status.success());
    let today = common::today();
    let row = |quantity: u32| {
        format!("01935a2e-7c00-7abc-8def-0123456789ab,open-cases,rita-karasartova,letter,{quantity},DE,{today},\n")
    };
    let table = format!("id,campaign,case,kind,quantity,country,occurred_on,group\n{}{}", row(1), row(2));
    fs::write(here.join("actions.csv"), table).unwrap();
    let refused = run(here, &["import", "actions.csv"]);
    assert!(
        !refused.status.success() && err(&refused).contains("01935a2e-7c00-7abc-8def-0123456789ab"),
        "{}",
        err(&refused)
    );
}
