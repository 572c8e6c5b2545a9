//! Any bundle that can be read is written so that it is read again as it was, and to the same bytes.

#![expect(clippy::unwrap_used, reason = "helpers of a test may fail as the tests do")]

#[path = "export/records.rs"]
mod records;
#[path = "export/words.rs"]
mod words;

use domain::bundle::{Bundle, FORMAT, Manifest, read, write};
use proptest::prelude::*;

fn bundles() -> impl Strategy<Value = Bundle> {
    let manifest = (words::text(), words::text());
    let content = (
        records::sources(),
        records::targets(),
        records::cases(),
        records::campaigns(),
        records::open_letters(),
        records::statements(),
    );
    (manifest, content).prop_map(|((title, notice), content)| {
        let (sources, targets, cases, campaigns, open_letters, statements) = content;
        let manifest = Manifest { format: FORMAT, title, demonstration: true, notice };
        Bundle { manifest, sources, targets, cases, campaigns, open_letters, statements }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_bundle_comes_back_as_it_was_written(bundle in bundles()) {
        let files = write(&bundle).unwrap();
        let again = read(&files).unwrap_or_else(|problem| panic!("{problem}"));
        prop_assert_eq!(&again, &bundle);
        prop_assert_eq!(write(&again).unwrap(), files);
    }
}
