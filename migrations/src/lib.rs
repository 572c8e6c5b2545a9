//! The database schema, append-only.
