//! Paragraphs and lines in their column.

use super::*;

fn set(face: Type, width: i32) -> Vec<Line> {
    let fonts = Fonts::embedded();
    let text = "Letters to the prosecutor are counted by case, and Рита Карасартова is one of them.";
    Typeset::new(&fonts, "en").paragraph(text, face, width, 99, Field::Body).unwrap()
}

#[test]
fn a_paragraph_stays_in_its_column_in_every_style() {
    for style in [Style::Book, Style::Label, Style::LabelBold] {
        let lines = set(Type::new(style, 100), 40_000);
        assert!(lines.len() >= 3 && lines[0].opens && !lines[1].opens);
        assert!(lines.iter().all(|line| line.width() <= 40_000 && line.size == 100));
    }
}

#[test]
fn figures_in_labels_are_as_wide_as_each_other() {
    let fonts = Fonts::embedded();
    let mut typeset = Typeset::new(&fonts, "en");
    for style in [Style::Label, Style::LabelBold] {
        let mut width = |text: &str| typeset.line(text, Type::new(style, 100), Field::Body).unwrap().width();
        let one = width("1");
        assert!("023456789".chars().all(|figure| width(&figure.to_string()) == one), "{style:?}");
    }
}

#[test]
fn labels_are_condensed_and_bold_is_wider() {
    let width = |style| set(Type::new(style, 100), i32::MAX / 4)[0].width();
    assert!(width(Style::Label) < width(Style::LabelBold));
    assert!(width(Style::LabelBold) < width(Style::Book));
}

#[test]
fn justified_lines_end_at_the_edge() {
    let fonts = Fonts::embedded();
    let text = "I ask you to quash the conviction of Rita Karasartova, and to let her work and live without fear in her own country.";
    let face = Type::new(Style::Book, 110);
    let mut typeset = Typeset::new(&fonts, "en").aligned(Alignment::Justified);
    let lines = typeset.paragraph(text, face, 90_000, 99, Field::Body).unwrap();
    let (last, full) = lines.split_last().unwrap();
    assert!(full.len() >= 2 && full.iter().all(|line| (line.width() - 90_000).abs() < 60), "{:?}", full[0].width());
    assert!(last.width() < 90_000);
}

#[test]
fn no_line_of_a_justified_paragraph_leaves_its_column() {
    let fonts = Fonts::embedded();
    let words = "I ask you to quash the conviction of Rita Karasartova, and to let her work and live without fear in her own country, as the law of it says and as she has done for so many years before this day of hers.";
    let face = Type::new(Style::Book, 110);
    let mut typeset = Typeset::new(&fonts, "en").aligned(Alignment::Justified);
    let mut shrunk = 0;
    for end in words.match_indices(' ').map(|found| found.0) {
        for width in (60_000..100_000).step_by(1_300) {
            let lines = typeset.paragraph(&words[..end], face, width, 99, Field::Body).unwrap();
            let widest = lines.iter().map(Line::width).max().unwrap();
            assert!(widest <= width + 60, "{widest} in {width}: {}", &words[..end]);
            shrunk += usize::from((lines[lines.len() - 1].width() - width).abs() <= 60);
        }
    }
    assert!(shrunk > 3, "a last line is narrowed where it needs to be");
}

#[test]
fn chinese_is_justified_with_a_space_in_it_too() {
    let of = |text: &str, widths: &[i32]| {
        let glyph = |(at, c): (usize, char)| crate::frame::Glyph {
            id: 1,
            advance: 1_000,
            dx: 0,
            dy: 0,
            start: at as u32,
            len: c.len_utf8() as u16,
        };
        let runs = vec![Run { font: 0, upem: 1_000, glyphs: text.char_indices().map(glyph).collect() }];
        let mut line = Line { size: 110, text: text.into(), runs, ..Line::default() };
        let width = line.width() + 1_500;
        justify::justify(&mut line, width, false);
        let wider: Vec<i32> = line.runs[0].glyphs.iter().map(|glyph| glyph.advance - 1_000).collect();
        assert_eq!(wider.iter().map(|units| i32::from(*units > 0)).collect::<Vec<_>>(), widths, "{text}: {wider:?}");
    };
    of("我们请求 UN 释放", &[1, 1, 1, 1, 1, 0, 0, 1, 1, 0]);
    of("to free her", &[0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0]);
}

#[test]
fn letters_that_join_stay_in_a_narrow_column() {
    let fonts = Fonts::embedded();
    let mut typeset = Typeset::new(&fonts, "ar");
    let lines = typeset.paragraph(&"مستشفى".repeat(40), Type::new(Style::Book, 110), 30_000, 99, Field::Body).unwrap();
    assert!(lines.len() > 5 && lines.iter().all(|line| line.rtl && line.width() <= 30_000));
}
