//! The pages, islands and server functions of Pillarbox.
