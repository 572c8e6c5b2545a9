//! About the site itself.

pub mod privacy;
