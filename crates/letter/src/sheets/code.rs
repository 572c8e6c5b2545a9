//! QR codes.

use fast_qr::{ECL, QRBuilder};

/// A QR code's dark modules as bars: row, first column, length.
pub(crate) struct Modules {
    /// How many modules a side has.
    pub side: i32,
    /// Row, column and length of each bar, from the top left.
    pub bars: Vec<(i32, i32, i32)>,
}

/// The code of a text with level M: a seventh of it may be lost to a fold or a thumb. None if the text is too long for one.
///
/// Source: ISO/IEC 18004, error correction level M recovers about 15 %.
pub(crate) fn modules(text: &str) -> Option<Modules> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut bars: Vec<(i32, i32, i32)> = Vec::new();
    for row in 0..code.size {
        let mut dark_before = false;
        for column in 0..code.size {
            let dark = code[row].get(column).is_some_and(|module| module.value());
            match bars.last_mut() {
                Some(bar) if dark && dark_before => bar.2 += 1,
                _ if dark => bars.push((number(row), number(column), 1)),
                _ => {}
            }
            dark_before = dark;
        }
    }
    Some(Modules { side: number(code.size), bars })
}

fn number(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back() {
        let text = "https://example.org/r/K7QF-2M9D";
        let found = modules(text).unwrap();
        assert!((21..=29).contains(&found.side));
        // as a camera sees it: four pixels a module, four modules of margin
        let pixels = usize::try_from((found.side + 8) * 4).unwrap();
        let dark = |x: usize, y: usize| {
            let (column, row) = (i32::try_from(x / 4).unwrap() - 4, i32::try_from(y / 4).unwrap() - 4);
            found.bars.iter().any(|bar| bar.0 == row && (bar.1..bar.1 + bar.2).contains(&column))
        };
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, |x, y| if dark(x, y) { 0 } else { 255 });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        assert_eq!(grids[0].decode().unwrap().1, text);
    }

    #[test]
    fn the_same_text_gives_the_same_code_and_a_book_gives_none() {
        assert_eq!(modules("a").unwrap().bars, modules("a").unwrap().bars);
        assert!(modules(&"x".repeat(4_000)).is_none());
    }
}
