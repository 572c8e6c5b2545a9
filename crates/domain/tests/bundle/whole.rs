//! Which files make a bundle: stray, doubled, missing and wrongly named ones are refused.

use domain::bundle::{BundleFile, read};
use rstest::rstest;

use crate::files::{Broken, bundle, files};

const RITA: &str = "cases/rita-karasartova.toml";
const OPEN: &str = "campaigns/open-cases.toml";
const SEOUL: &str = "targets/mayor-seoul.toml";

#[rstest]
#[case::beside("notes.txt")]
#[case::another_folder("letters/rita-karasartova.toml")]
#[case::too_deep("cases/2023/rita-karasartova.toml")]
#[case::another_ending("cases/rita-karasartova.toml~")]
#[case::for_people("README.md")]
fn a_stray_file_is_refused(#[case] path: &str) {
    let mut files = files().to_vec();
    files.push(BundleFile { path: path.to_owned(), text: String::new() });
    let refused = read(&files).unwrap_err();
    assert_eq!((refused.file.as_str(), refused.line, refused.field.as_str()), (path, 1, "the file"));
    assert!(refused.problem.starts_with("is no file of a bundle"), "{refused}");
}

#[test]
fn a_file_that_is_not_called_as_its_record_is_refused() {
    let renamed = Broken::new(SEOUL, "", "slug = \"mayor-seoul\"", "slug = \"mayor-of-seoul\"");
    let refused = renamed.refused();
    assert_eq!((refused.file.as_str(), refused.line, refused.field.as_str()), (SEOUL, renamed.line, "slug"));
    assert_eq!(refused.problem, "the file must be called targets/mayor-of-seoul.toml");
}

#[test]
fn a_file_stands_once_and_the_two_of_the_whole_must_be_there() {
    let mut doubled = files().to_vec();
    doubled.push(doubled.iter().find(|file| file.path == RITA).unwrap().clone());
    assert_eq!(read(&doubled).unwrap_err().to_string(), format!("{RITA}, line 1, the file: stands twice"));
    for path in ["bundle.toml", "sources.toml"] {
        let without: Vec<BundleFile> = files().iter().filter(|file| file.path != path).cloned().collect();
        assert_eq!(read(&without).unwrap_err().to_string(), format!("{path}, line 1, the file: is missing"));
    }
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    let windows: Vec<BundleFile> = (files().iter())
        .map(|file| BundleFile { path: file.path.clone(), text: file.text.replace('\n', "\r\n") })
        .collect();
    assert_eq!(read(&windows).unwrap(), *bundle());
    let mut broken = windows;
    let at = broken.iter().position(|file| file.path == OPEN).unwrap();
    let line = broken[at].text.lines().position(|line| line.contains("joel-paredes")).unwrap() + 1;
    broken[at].text = broken[at].text.replace("joel-paredes", "joel-parades");
    assert_eq!(read(&broken).unwrap_err().line, line);
}
