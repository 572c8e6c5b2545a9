//! Entities and queries.
