//! A page as SVG, drawn with glyph outlines: it looks the same without any font installed.

use std::collections::BTreeSet;
use std::fmt::Write;

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};

use crate::error::LetterError;
use crate::fonts::{Face, Fonts};
use crate::frame::{Document, Drawing, Ink, Item, Page, Path, Placed, Rule, Size, Step};

/// Draws a page, counted from 0. One unit is a micrometre; nothing is drawn but the ink, which takes `currentColor`.
///
/// The text is not in the SVG: give the element that holds it a name or hide it from assistive technology. No `style`
/// attributes and no scripts, so that a strict policy lets it through.
///
/// # Errors
///
/// [`LetterError::NoPage`] if there is no such page, [`LetterError::BadFont`] if `fonts` are not the ones that the document
/// was set with.
pub fn page(document: &Document, fonts: &Fonts, index: usize) -> Result<String, LetterError> {
    let pages = document.pages.len();
    let page = document.pages.get(index).ok_or(LetterError::NoPage { index, pages })?;
    let Size { width, height } = document.size;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{}mm\" height=\"{}mm\" fill=\"currentColor\">",
        decimal(width.into(), 1_000),
        decimal(height.into(), 1_000)
    );
    let drawn = definitions(page, fonts, &mut svg)?;
    for item in &page.items {
        match item {
            Item::Line(_) | Item::Shared(_) => item.lines().for_each(|line| draw(line, &drawn, &mut svg)),
            Item::Rule(Rule { x, y, width, height, ink }) => {
                push(&mut svg, format_args!("<path d=\"M{x} {y}h{width}v{height}h-{width}z\"{}/>", filled(*ink)));
            }
            Item::Drawing(drawing) => draw_paths(drawing, &mut svg),
        }
    }
    svg.push_str("</svg>");
    Ok(svg)
}

/// Writes the outline of each glyph on the page; gives those that have one.
fn definitions(page: &Page, fonts: &Fonts, svg: &mut String) -> Result<BTreeSet<(u8, u16)>, LetterError> {
    let mut used = BTreeSet::new();
    for run in page.lines().flat_map(|placed| &placed.line.runs) {
        used.extend(run.glyphs.iter().map(|glyph| (run.font, glyph.id)));
    }
    let mut drawn = BTreeSet::new();
    svg.push_str("<defs>");
    for (font, glyph) in used {
        let path = outline(fonts.face(font)?, glyph).ok_or(LetterError::BadFont { index: font.into() })?;
        if !path.is_empty() {
            push(svg, format_args!("<path id=\"f{font}g{glyph}\" d=\"{path}\"/>"));
            drawn.insert((font, glyph));
        }
    }
    svg.push_str("</defs>");
    Ok(drawn)
}

fn draw(line: Placed, drawn: &BTreeSet<(u8, u16)>, svg: &mut String) {
    let mut x = line.x;
    for run in &line.runs {
        // Micrometres per font unit: size / 10 * 25,400 / 72 / upem.
        let scale = decimal(i64::from(line.size) * 2_540 * 1_000_000 / (72 * i64::from(run.upem.max(1))), 1_000_000);
        push(
            svg,
            format_args!("<g transform=\"translate({x} {}) scale({scale} -{scale})\"{}>", line.y, filled(line.ink)),
        );
        let mut pen = 0_i64;
        for glyph in &run.glyphs {
            if drawn.contains(&(run.font, glyph.id)) {
                push(
                    svg,
                    format_args!("<use href=\"#f{}g{}\" x=\"{}\"", run.font, glyph.id, pen + i64::from(glyph.dx)),
                );
                if glyph.dy != 0 {
                    push(svg, format_args!(" y=\"{}\"", glyph.dy));
                }
                svg.push_str("/>");
            }
            pen += i64::from(glyph.advance);
        }
        svg.push_str("</g>");
        x = x.saturating_add(crate::frame::micrometres(run.advance(), line.size, run.upem));
    }
}

/// The attribute for an ink; black is the page's own colour.
fn filled(ink: Ink) -> String {
    if ink == Ink::Black { String::new() } else { format!(" fill=\"{}\"", colour(ink)) }
}

fn colour(ink: Ink) -> String {
    let [red, green, blue] = ink.rgb();
    if ink == Ink::Black { "currentColor".into() } else { format!("#{red:02x}{green:02x}{blue:02x}") }
}

/// A drawing's clip is a viewport of its own: that needs no name that another one on the page could have too.
fn draw_paths(drawing: &Drawing, svg: &mut String) {
    if let Some(clip) = &drawing.clip {
        let (x, y, width, height) = (clip.x, clip.y, clip.width, clip.height);
        push(
            svg,
            format_args!(
                "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {width} {height}\">"
            ),
        );
    }
    drawing.paths.iter().for_each(|path| draw_path(path, svg));
    if drawing.clip.is_some() {
        svg.push_str("</svg>");
    }
}

fn draw_path(path: &Path, svg: &mut String) {
    svg.push_str("<path d=\"");
    for step in &path.steps {
        match step {
            Step::Move(x, y) => push(svg, format_args!("M{x} {y}")),
            Step::Line(x, y) => push(svg, format_args!("L{x} {y}")),
            Step::Curve(x1, y1, x2, y2, x, y) => push(svg, format_args!("C{x1} {y1} {x2} {y2} {x} {y}")),
            Step::Close => svg.push('z'),
        }
    }
    let fill = path.fill.map_or_else(|| "none".into(), colour);
    push(svg, format_args!("\" fill=\"{fill}\""));
    if let Some(ink) = path.stroke {
        push(svg, format_args!(" stroke=\"{}\" stroke-width=\"{}\"", colour(ink), path.width));
    }
    svg.push_str("/>");
}

/// A glyph's outline in font units, or nothing if the font has no such glyph.
fn outline(face: &Face, glyph: u16) -> Option<String> {
    let mut path = Outline(String::new());
    let outlines = face.font.outline_glyphs();
    outlines.get(GlyphId::from(glyph))?.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut path).ok()?;
    Some(path.0)
}

/// Collects SVG path data. Outlines lie on a grid of half units, so a tenth loses nothing.
struct Outline(String);

impl Outline {
    fn command(&mut self, command: char, numbers: &[f32]) {
        self.0.push(command);
        for (index, number) in numbers.iter().enumerate() {
            let tenths = decimal((number * 10.0) as i64, 10);
            if index > 0 && !tenths.starts_with('-') {
                self.0.push(' ');
            }
            self.0.push_str(&tenths);
        }
    }
}

impl PathSink for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('L', &[x, y]);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.command('Q', &[cx0, cy0, x, y]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.command('C', &[cx0, cy0, cx1, cy1, x, y]);
    }

    fn close(&mut self) {
        self.0.push('z');
    }
}

/// A number of `unit`ths (a power of ten) as a decimal without zeros at its end.
fn decimal(value: i64, unit: i64) -> String {
    let digits = unit.ilog10() as usize;
    let (sign, value) = if value < 0 { ("-", -value) } else { ("", value) };
    let fraction = format!("{:0digits$}", value % unit);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", value / unit)
}

/// Writing to a string cannot fail.
fn push(svg: &mut String, text: std::fmt::Arguments) {
    let _ = svg.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_short() {
        assert_eq!(decimal(210_000, 1_000), "210");
        assert_eq!(decimal(215_900, 1_000), "215.9");
        assert_eq!(decimal(-5, 10), "-0.5");
        assert_eq!(decimal(3_880_555, 1_000_000), "3.880555");
    }
}
