//! The vocabulary of Pillarbox and its rules.
