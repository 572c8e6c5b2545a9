//! The files of the bundle, as they are and broken in memory.

use std::{fs, path::Path, sync::LazyLock};

use domain::{
    bundle::{Bundle, BundleError, BundleFile, read},
    case::Case,
    target::Target,
};

static FILES: LazyLock<Vec<BundleFile>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut files = Vec::new();
    for folder in ["", "targets/", "cases/", "campaigns/", "open-letters/", "statements/"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if entry.file_type().unwrap().is_file() && name != "README.md" {
                files.push(BundleFile {
                    path: format!("{folder}{name}"),
                    text: fs::read_to_string(entry.path()).unwrap(),
                });
            }
        }
    }
    files
});

static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| read(&FILES).unwrap_or_else(|problem| panic!("{problem}")));

/// Every file of the bundle, as it is.
pub fn files() -> &'static [BundleFile] {
    &FILES
}

/// The bundle, read.
pub fn bundle() -> &'static Bundle {
    &BUNDLE
}

pub fn case(slug: &str) -> &'static Case {
    bundle().cases.iter().find(|case| case.slug.as_str() == slug).unwrap_or_else(|| panic!("no case {slug}"))
}

pub fn target(slug: &str) -> &'static Target {
    bundle().targets.iter().find(|target| target.slug.as_str() == slug).unwrap_or_else(|| panic!("no target {slug}"))
}

/// The bundle with one file changed: the first `old` that follows `anchor` becomes `new`.
pub struct Broken {
    files: Vec<BundleFile>,
    changed: usize,
    /// The line, from 1, on which the change begins.
    pub line: usize,
}

impl Broken {
    pub fn new(path: &str, anchor: &str, old: &str, new: &str) -> Self {
        let mut files = FILES.clone();
        let changed = files.iter().position(|file| file.path == path).unwrap_or_else(|| panic!("no file {path}"));
        let file = &mut files[changed];
        let anchored = file.text.find(anchor).unwrap_or_else(|| panic!("{path} has no {anchor:?}"));
        let offset = file.text[anchored..].find(old).unwrap_or_else(|| panic!("{path} has no {old:?}"));
        let at = anchored + offset;
        let line = file.text[..at].matches('\n').count() + 1;
        file.text.replace_range(at..at + old.len(), new);
        Self { files, changed, line }
    }

    /// The line, from 1, of the changed file that begins with `start`.
    pub fn line_of(&self, start: &str) -> usize {
        self.files[self.changed].text.lines().position(|line| line.starts_with(start)).unwrap() + 1
    }

    pub fn refused(&self) -> BundleError {
        read(&self.files).unwrap_err()
    }
}
