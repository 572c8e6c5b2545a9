//! `pillarbox pack`, as an organiser at the machine uses it: one file, and what is on its pages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use common::{data, pillarbox};

/// The example that the documentation gives.
fn example() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/pack.toml")).unwrap()
}

fn run(folder: &Path, args: &[&str]) -> Output {
    pillarbox(folder).env("PILLARBOX_BASE_URL", "https://write.example.org").args(args).output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Another program's output; it has to succeed.
fn other(folder: &Path, program: &str, args: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(args).current_dir(folder).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is missing: scripts/setup installs it"));
    assert!(output.status.success(), "{program}: {}{}", said(&output.stdout), said(&output.stderr));
    output.stdout
}

/// A folder with the demonstration campaigns and a pack's description.
fn desk(spec: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let import = run(folder.path(), &["import", data().to_str().unwrap()]);
    assert!(import.status.success(), "{}", said(&import.stderr));
    fs::write(folder.path().join("pack.toml"), spec).unwrap();
    folder
}

/// The text of every page.
fn pages(folder: &Path) -> Vec<String> {
    let text = said(&other(folder, "pdftotext", &["-layout", "out.pdf", "-"]));
    text.split('\u{c}').map(str::to_owned).collect()
}

/// What the QR codes on a page say.
fn codes(folder: &Path, page: usize) -> Vec<String> {
    let page = page.to_string();
    let image = other(folder, "pdftoppm", &["-gray", "-r", "150", "-f", &page, "-l", &page, "out.pdf"]);
    // P5, width, height, 255, then a byte for each pixel
    let head = said(&image[..20]);
    let head: Vec<&str> = head.split_ascii_whitespace().collect();
    let (width, height): (usize, usize) = match head.as_slice() {
        ["P5", width, height, ..] => (width.parse().unwrap(), height.parse().unwrap()),
        _ => panic!("pdftoppm wrote no grey picture"),
    };
    let pixels = &image[image.len() - width * height..];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    prepared.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}

#[test]
fn an_organiser_prints_the_example() {
    let folder = desk(&example());
    let here = folder.path();
    let printed = run(here, &["pack", "--spec", "pack.toml", "-o", "out.pdf"]);
    assert!(printed.status.success(), "{}", said(&printed.stderr));
    assert!(said(&printed.stdout).contains("50 letters"), "{}", said(&printed.stdout));
    assert!(printed.stderr.is_empty(), "a bar only where somebody looks: {}", said(&printed.stderr));
    assert!(said(&other(here, "qpdf", &["--check", "out.pdf"])).contains("No syntax or stream encoding errors"));

    let pages = pages(here);
    let cover = &pages[0];
    for part in
        ["Letter pack", "Freiburg group, 10 December", "Rita Karasartova", "Print it so", "100 mm", "To Kyrgyzstan"]
    {
        assert!(cover.contains(part), "{part} is not on the cover: {cover}");
    }
    // the contents say where each case's letters begin: a right-hand page with the letter
    for (name, first) in [("Rita Karasartova", "Dear Prosecutor General"), ("Oqba Hashad", "Oqba")] {
        let line = cover.lines().find(|line| line.contains(name)).unwrap();
        let page: usize = line.split_whitespace().last().unwrap().split('–').next().unwrap().parse().unwrap();
        assert_eq!(page % 2, 1, "{line}");
        assert!(pages[page - 1].contains(first), "page {page}: {}", pages[page - 1]);
        assert!(pages[page].trim().is_empty(), "the back of a letter is blank");
    }
    let code =
        cover.lines().find_map(|line| line.split("Letter pack ").nth(1)).unwrap().split_whitespace().next().unwrap();
    let report = format!("https://write.example.org/r/{code}");
    assert_eq!(codes(here, 1), std::slice::from_ref(&report));
    assert!(codes(here, 3)[0].starts_with("https://write.example.org/cases/"));
    let tally = pages.iter().rposition(|page| page.contains("How many did we post?")).unwrap();
    assert_eq!(codes(here, tally + 1), [report]);
    let letter = pages.iter().position(|page| page.contains("Yours sincerely")).unwrap();
    assert!(codes(here, letter + 1).is_empty(), "never on a letter to a target");

    let first = fs::read(here.join("out.pdf")).unwrap();
    assert!(run(here, &["pack", "--spec", "pack.toml", "-o", "out.pdf"]).status.success());
    assert!(fs::read(here.join("out.pdf")).unwrap() == first, "the same pack gives the same bytes");
    let left: Vec<_> = fs::read_dir(here).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn an_organiser_prints_labels_envelopes_and_whatever_else_there_is() {
    let include = r#"include = ["cover", "test", "case-sheets", "petition", "poster", "cards", "sign-up", "tally",
        "labels:L7163:3:+0.5:-1.0", "envelopes:DL"]"#;
    let text = format!(
        "title = \"Evening\"\ndate = \"2026-12-10\"\nposted_from = \"DE\"\n{include}\n\
         [[letters]]\ncase = \"dang-dinh-bach\"\ncopies = 3\n"
    );
    let folder = desk(&text);
    let here = folder.path();
    let printed = run(here, &["pack", "--spec", "pack.toml", "-o", "out.pdf"]);
    assert!(printed.status.success(), "{}", said(&printed.stderr));
    assert!(said(&other(here, "qpdf", &["--check", "out.pdf"])).contains("No syntax or stream encoding errors"));
    let pages = pages(here);
    let find = |words: &str| pages.iter().position(|page| page.contains(words)).unwrap_or_else(|| panic!("no {words}"));
    let order = [
        "Letter pack",
        "Test sheet",
        "What we ask",
        "Yours sincerely",
        "We who sign below",
        "Write for",
        "A card for",
        "Write with us again",
        "How many did we post?",
        "Print this page on plain paper",
    ];
    // the cover names sheets too, so each is looked for after the one before
    let mut from = 0;
    for words in order {
        let at = pages.iter().skip(from).position(|page| page.contains(words));
        from += at.unwrap_or_else(|| panic!("{words} is not in its place"));
    }
    assert!(find("We who sign below") % 2 == 0, "on a right-hand page");
    let sizes = said(&other(here, "pdfinfo", &["-f", "1", "-l", "99", "out.pdf"]));
    assert_eq!(sizes.matches("623.622 x 311.811 pts").count(), 6, "three envelopes with their backs: {sizes}");
}

#[test]
fn a_wrong_pack_is_refused_in_one_line_with_its_place() {
    let folder = desk("");
    let here = folder.path();
    let cases = [
        (
            "title = \"A\"\n[[letters]]\ncase = \"mohamed-baker\"\ncopies = 1\n",
            ["pack.toml", "line 3", "letters[0].case", "Mohamed Baker"],
        ),
        (
            "title = \"A\"\n[[letters]]\ncase = \"rita-karasartova\"\ncopies = 0\n",
            ["pack.toml", "line 4", "copies", "5,000"],
        ),
        ("title = \"A\"\ncolour = \"red\"\n", ["pack.toml", "line 2", "colour", "title"]),
        (
            "title = \"A\"\nprofile = \"c4\"\n[[letters]]\ncase = \"rita-karasartova\"\ncopies = 1\n",
            ["pack.toml", "line 2", "profile", "din5008-b"],
        ),
    ];
    for (spec, parts) in cases {
        fs::write(here.join("pack.toml"), spec).unwrap();
        let refused = run(here, &["pack", "--spec", "pack.toml", "-o", "out.pdf"]);
        let error = said(&refused.stderr);
        assert!(!refused.status.success() && error.lines().count() == 1, "{error}");
        for part in parts {
            assert!(error.contains(part), "{part} is not in: {error}");
        }
        assert_eq!(
            fs::read_dir(here).unwrap().filter(|e| e.as_ref().unwrap().path().is_file()).count(),
            1,
            "only pack.toml"
        );
    }
    let missing = run(here, &["pack", "--spec", "nothing.toml", "-o", "out.pdf"]);
    assert!(said(&missing.stderr).contains("nothing.toml"), "{}", said(&missing.stderr));
    let help = said(&run(here, &["pack", "--help"]).stdout);
    assert!(help.contains("docs/pack.toml") && help.contains("--spec"), "{help}");
}
