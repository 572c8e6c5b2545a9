//! What several pages are made of.

pub mod cite;
pub mod count;
pub mod fields;
pub mod figures;
pub mod frame;
pub mod live;
pub mod postmark;
pub mod record;
pub mod staff;
pub mod stamp;
pub mod visit;
