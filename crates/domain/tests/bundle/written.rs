//! What is written is read again as it was.

use domain::bundle::{Bundle, FORMAT, Manifest, read, write};

use crate::files::bundle;

#[test]
fn the_demonstration_is_written_and_read_again() {
    let files = write(bundle()).unwrap();
    assert_eq!(read(&files).unwrap_or_else(|problem| panic!("{problem}")), *bundle());
    assert_eq!(write(&read(&files).unwrap()).unwrap(), files);
    assert!(files.is_sorted_by(|a, b| a.path < b.path));
    assert!(files.iter().all(|file| file.text.ends_with('\n') && !file.text.contains("= \"\"\n")));
}

#[test]
fn a_list_stands_one_entry_a_line() {
    let files = write(bundle()).unwrap();
    let open = files.iter().find(|file| file.path == "campaigns/open-cases.toml").unwrap();
    assert!(open.text.contains("\n    \"rita-karasartova\",\n    \"manahel-al-otaibi\",\n"), "{}", open.text);
}

#[test]
fn a_bundle_of_nothing_is_two_files() {
    let manifest = Manifest { format: FORMAT, title: "Export".into(), demonstration: false, notice: String::new() };
    let empty = Bundle {
        manifest,
        sources: vec![],
        targets: vec![],
        cases: vec![],
        campaigns: vec![],
        open_letters: vec![],
        statements: vec![],
    };
    let files = write(&empty).unwrap();
    assert_eq!(files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), ["bundle.toml", "sources.toml"]);
    assert_eq!(read(&files).unwrap(), empty);
}

#[test]
fn files_in_another_order_are_the_same_bundle() {
    let mut files = write(bundle()).unwrap();
    files.reverse();
    let sources = files.iter_mut().find(|file| file.path == "sources.toml").unwrap();
    let mut blocks: Vec<&str> = sources.text.split("[[sources]]\n").filter(|block| !block.is_empty()).collect();
    blocks.reverse();
    sources.text = blocks.iter().map(|block| format!("[[sources]]\n{}\n", block.trim_end())).collect();
    assert_eq!(read(&files).unwrap(), *bundle());
}
