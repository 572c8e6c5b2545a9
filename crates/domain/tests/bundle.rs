//! The demonstration bundle in `data/`: that it says what it should, and that a broken one is refused by file, line and
//! field. The disk is read here only; the crate itself takes texts.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of a test may fail as the tests do")]

#[path = "bundle/content.rs"]
mod content;
#[path = "bundle/files.rs"]
mod files;
#[path = "bundle/joint.rs"]
mod joint;
#[path = "bundle/people.rs"]
mod people;
#[path = "bundle/refusals.rs"]
mod refusals;
#[path = "bundle/whole.rs"]
mod whole;
#[path = "bundle/written.rs"]
mod written;
