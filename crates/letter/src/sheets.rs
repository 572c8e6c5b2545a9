//! What a group prints beside its letters: specs in, pages out, in the look of the site.
//!
//! Each sheet is a struct of words ([`spec`]) and a function that sets it. On office printers the airmail edge is a thin double
//! rule, stamps are printed in one ink, a QR code is 28 mm wide with its address in words below it, and nothing stands within
//! 5 mm of the edge. What does not fit is an error or goes on to a further page; a case sheet is always one page.

mod canvas;
mod cards;
mod case_sheet;
mod code;
mod cover;
mod envelope;
mod labels;
mod ledger;
mod lines;
mod lists;
mod poster;
pub mod spec;
mod stamp;
mod tally;
mod test;

pub use cards::cards;
pub use case_sheet::case_sheet;
pub use cover::cover;
pub use envelope::envelope;
pub use labels::{MOST_OFFSET, labels};
pub use lists::list;
pub use poster::poster;
pub use tally::tally;
pub use test::{has_window, test};
