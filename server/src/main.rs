//! The binary `pillarbox`.
fn main() {}
