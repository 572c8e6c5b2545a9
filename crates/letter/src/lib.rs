//! The typesetting engine.
