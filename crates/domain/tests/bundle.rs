//! The demonstration bundle in `data/` is read as a whole, and says what it should.

use std::{fs, path::Path};

use domain::bundle::{BundleFile, read};

fn files() -> Vec<BundleFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut found = Vec::new();
    for folder in ["", "targets", "cases", "campaigns"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if name.ends_with(".toml") {
                let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                found.push(BundleFile { text: fs::read_to_string(entry.path()).unwrap(), path });
            }
        }
    }
    found
}

#[test]
fn it_is_read() {
    let bundle = read(&files()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(bundle.cases.len(), 40);
}
