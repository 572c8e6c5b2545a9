//! What setting letters costs: `cargo bench -p letter`. `pillarbox bench letters` measures whole packs with memory and size.
#![allow(missing_docs, reason = "criterion's macros make public functions without any")]

mod specs;

use std::io;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use letter::pdf::{Meta, Writer};
use letter::{Alignment, Fonts, LetterError, LetterSpec, SpecDate, Typesetter};

/// Begins a file into nothing.
type Begin = fn(io::Sink, Meta, &Fonts) -> Result<Writer<io::Sink>, LetterError>;

/// A pack as one file. Gives how many pages it has.
fn pack(specs: &[LetterSpec], fonts: &Fonts, begin: Begin) -> Result<usize, LetterError> {
    let meta = Meta { title: "Letters".into(), lang: "en".into(), date: SpecDate { year: 2026, month: 11, day: 23 } };
    let mut writer = begin(io::sink(), meta, fonts)?;
    let mut typesetter = Typesetter::new(fonts);
    for spec in specs {
        writer.add(&typesetter.letter(spec)?, Some(&spec.sender.name))?;
    }
    let pages = writer.pages();
    writer.finish()?;
    Ok(pages)
}

fn packs(criterion: &mut Criterion) {
    let fonts = Fonts::embedded();
    let mut group = criterion.benchmark_group("a pack of 200 letters");
    group.throughput(Throughput::Elements(200)).sample_size(20);
    for (name, own) in [("one text", false), ("a text each", true)] {
        let specs: Vec<LetterSpec> = (0..200).map(|number| specs::letter(number, own)).collect();
        group.bench_function(name, |bencher| bencher.iter(|| pack(&specs, &fonts, Writer::new)));
        let name = format!("{name}, on two threads");
        group.bench_function(name, |bencher| bencher.iter(|| pack(&specs, &fonts, Writer::on_a_thread)));
    }
    group.finish();
}

/// What a browser's worker does at a keystroke, natively: the letter alone, and its preview.
fn one_letter(criterion: &mut Criterion) {
    let fonts = Fonts::embedded();
    let ragged = specs::letter(0, false);
    let justified = LetterSpec { alignment: Alignment::Justified, ..ragged.clone() };
    let mut group = criterion.benchmark_group("one letter");
    for (name, spec) in [("ragged", &ragged), ("justified", &justified)] {
        group.bench_function(format!("layout, {name}"), |bencher| bencher.iter(|| letter::layout(spec, &fonts)));
    }
    if let Ok(document) = letter::layout(&ragged, &fonts) {
        group.bench_function("svg", |bencher| bencher.iter(|| letter::svg::page(&document, &fonts, 0)));
        group.bench_function("pdf", |bencher| bencher.iter(|| letter::pdf::write(&document, &fonts)));
    }
    group.finish();
}

criterion_group!(letters, packs, one_letter);
criterion_main!(letters);
