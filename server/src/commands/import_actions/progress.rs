//! A line on a terminal that says how far something is.

use std::{
    io::{IsTerminal as _, Write as _},
    time::{Duration, Instant},
};

/// How often the line is drawn anew.
const PACE: Duration = Duration::from_millis(200);

/// The line. Where there is no terminal nothing is drawn.
pub struct Progress {
    what: &'static str,
    all: u64,
    shown: Instant,
    terminal: bool,
}

impl Progress {
    /// Of `all` things.
    pub fn new(what: &'static str, all: u64) -> Self {
        Self { what, all, shown: Instant::now(), terminal: std::io::stderr().is_terminal() }
    }

    /// So many are done.
    pub fn show(&mut self, done: u64) {
        if !self.terminal || self.shown.elapsed() < PACE {
            return;
        }
        self.shown = Instant::now();
        let part = (done * 40).checked_div(self.all).unwrap_or(0).min(40);
        let bar: String = (0..40).map(|place| if place < part { '#' } else { '.' }).collect();
        eprint!("\r{} [{bar}] {done} of {}", self.what, self.all);
        let _ = std::io::stderr().flush();
    }

    /// Takes the line away.
    pub fn end(&self) {
        if self.terminal {
            eprint!("\r\u{1b}[K");
        }
    }
}
