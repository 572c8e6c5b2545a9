//! `pillarbox bench letters`: a pack of letters, set and written as one PDF, without a database.

#[path = "../../../../crates/letter/benches/letters/specs.rs"]
mod specs;

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    time::Instant,
};

use anyhow::{Context as _, Result};
use letter::{
    Fonts, LetterSpec, SpecDate, Typesetter,
    pdf::{Meta, Writer},
};
use serde::Serialize;

use crate::cli::BenchLetters;

/// What was measured.
#[derive(Serialize)]
struct Measured {
    letters: usize,
    pages: usize,
    seconds: f64,
    letters_a_second: f64,
    /// Of the whole process, fonts and program included.
    peak_memory_bytes: Option<u64>,
    file_bytes: u64,
}

/// Sets the letters, writes the file, prints what that took.
pub fn run(args: &BenchLetters) -> Result<()> {
    let specs = || (0..args.letters).map(|number| specs::letter(number, args.own_texts));
    if let Some(file) = &args.specs {
        let specs: Vec<LetterSpec> = specs().collect();
        std::fs::write(file, serde_json::to_vec(&specs)?)
            .with_context(|| format!("{} cannot be written", file.display()))?;
        return Ok(());
    }
    let sink: Box<dyn Write + Send> = match &args.out {
        None => Box::new(io::sink()),
        Some(file) => Box::new(BufWriter::new(
            File::create(file).with_context(|| format!("{} cannot be written", file.display()))?,
        )),
    };
    let measured = measure(specs(), sink, args.one_core)?;
    if args.json {
        println!("{}", serde_json::to_string(&measured)?);
    } else {
        tell(&measured, args.own_texts);
    }
    Ok(())
}

fn measure(specs: impl Iterator<Item = LetterSpec>, sink: Box<dyn Write + Send>, one_core: bool) -> Result<Measured> {
    let start = Instant::now();
    let fonts = Fonts::embedded();
    let mut typesetter = Typesetter::new(&fonts);
    let meta = Meta { title: "Letters".into(), lang: "en".into(), date: SpecDate { year: 2026, month: 11, day: 23 } };
    let begin = if one_core { Writer::new } else { Writer::on_a_thread };
    let mut writer = begin(Counted { sink, bytes: 0 }, meta, &fonts)?;
    let mut letters = 0;
    for spec in specs {
        writer.add(&typesetter.letter(&spec)?, Some(&spec.sender.name))?;
        letters += 1;
    }
    let pages = writer.pages();
    let file_bytes = writer.finish()?.bytes;
    let seconds = start.elapsed().as_secs_f64();
    let letters_a_second = letters as f64 / seconds;
    Ok(Measured { letters, pages, seconds, letters_a_second, peak_memory_bytes: peak_memory(), file_bytes })
}

fn tell(measured: &Measured, own_texts: bool) {
    let megabytes = |bytes: u64| format!("{:.2} MB", bytes as f64 / 1e6);
    let texts = if own_texts { "a text each" } else { "one text" };
    println!("letters: {}, {texts}, {} pages", measured.letters, measured.pages);
    println!("time: {:.3} s, {:.0} letters a second", measured.seconds, measured.letters_a_second);
    println!("peak memory: {}", measured.peak_memory_bytes.map_or_else(|| "not known here".into(), megabytes));
    println!("file: {}", megabytes(measured.file_bytes));
}

/// The most memory that the process has held so far, in bytes; none where the system does not tell.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1_024)
}

/// Counts what goes through.
struct Counted {
    sink: Box<dyn Write + Send>,
    bytes: u64,
}

impl Write for Counted {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let written = self.sink.write(data)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_one_text_are_smaller_than_letters_with_a_text_each() {
        let size = |own| measure((0..20).map(|n| specs::letter(n, own)), Box::new(io::sink()), own).unwrap();
        let (one, each) = (size(false), size(true));
        assert_eq!((one.letters, one.pages, each.pages), (20, 20, 20));
        assert!(one.file_bytes * 3 < each.file_bytes * 2, "{} and {}", one.file_bytes, each.file_bytes);
    }

    #[test]
    fn a_text_has_two_hundred_and_fifty_words_give_or_take_ten_in_a_hundred() {
        for spec in [specs::letter(0, false), specs::letter(0, true), specs::letter(999, true)] {
            let words = spec.body.split_whitespace().count();
            assert!((225..=275).contains(&words), "{words} words");
        }
    }

    #[test]
    fn no_two_letters_are_the_same() {
        let all: std::collections::BTreeSet<String> =
            (0..5_000).map(|n| serde_json::to_string(&specs::letter(n, false)).unwrap()).collect();
        assert_eq!(all.len(), 5_000);
        let bodies: std::collections::BTreeSet<String> = (0..5_000).map(|n| specs::letter(n, true).body).collect();
        assert_eq!(bodies.len(), 5_000);
    }
}
