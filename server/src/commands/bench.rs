//! `pillarbox bench`: how fast this machine does what a campaign asks of it.

mod letters;

use anyhow::Result;

use crate::cli::Bench;

/// Measures, and prints what was measured.
pub fn run(what: Bench) -> Result<()> {
    match what {
        Bench::Letters(args) => letters::run(&args),
    }
}

/// The most memory that the process has held so far, in bytes; none where the system does not tell.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1_024)
}
