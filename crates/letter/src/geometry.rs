//! Where things stand on the page, per profile. Lengths are micrometres, type sizes tenths of a point.
//!
//! Window positions and folds are those of KOMA-Script's letter options (`DIN.lco`), after DIN 5008:2020.

use crate::spec::{Paper, Profile};

/// The body's type size: 11 pt.
pub(crate) const BODY: i32 = 110;
/// From baseline to baseline in the body: 15 pt.
pub(crate) const LEADING: i32 = 5_292;
/// What stands between paragraphs on top of the leading.
pub(crate) const PARAGRAPH: i32 = 2_800;
/// What stands above the closing on top of the leading.
pub(crate) const ABOVE_CLOSING: i32 = 4_200;
/// Type sizes for a block whose lines may not be broken, the best first. The norm allows 8 pt at the least.
pub(crate) const BLOCK_SIZES: &[i32] = &[110, 105, 100, 95, 90, 85, 80];
/// Type sizes for a return address on one line.
pub(crate) const ONE_RETURN_LINE: &[i32] = &[80, 75, 70];
/// Type sizes for a return address on two lines. The norm allows 6 pt at the least.
pub(crate) const RETURN_SIZES: &[i32] = &[80, 75, 70, 65, 60];
/// The page number's type size.
pub(crate) const FOLIO: i32 = 90;
/// How far the page number's baseline is from the page's bottom.
pub(crate) const FOLIO_UP: i32 = 13_000;
/// The blank lines for the signature, and how many may be given up so that the letter stays on its page.
pub(crate) const SIGNATURE_LINES: &[i32] = &[4, 3];
/// The most pages of a letter.
pub(crate) const PAGES: usize = 100;
/// The most lines of salutation and closing each, and of a sender's block.
pub(crate) const FEW_LINES: usize = 8;

/// Which edge a window is measured from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Edge {
    /// Its left edge, from the sheet's left edge.
    Left(i32),
    /// Its right edge, from the sheet's right edge.
    #[cfg_attr(not(test), expect(dead_code, reason = "the Swiss and French windows stand on the right"))]
    Right(i32),
}

/// An envelope's window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub edge: Edge,
    pub top: i32,
    pub width: i32,
    #[cfg_attr(not(test), expect(dead_code, reason = "what a test keeps the address inside of"))]
    pub height: i32,
    /// How far text stays from the window's sides.
    pub inset: i32,
    /// The part at the top for the return address and remarks; the address stands below it.
    pub remarks: i32,
    /// The return address's first baseline from the window's top, and from there to its second.
    pub return_first: i32,
    pub return_leading: i32,
    /// From baseline to baseline in the address.
    pub leading: i32,
    /// The address's lines that fit below `remarks`, and those that fit with the rest of it.
    pub lines: usize,
    pub most_lines: usize,
}

/// A page's measures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Geometry {
    pub paper: Paper,
    pub left: i32,
    pub right: i32,
    /// The window, or none for an address in the text's column.
    pub window: Option<Window>,
    /// The baseline of place and date with a window.
    pub date: i32,
    /// The salutation's baseline with a window; without one the first baseline on the page.
    pub first: i32,
    /// The first baseline of a further page.
    pub further: i32,
    /// The last baseline that may be used, from the page's bottom.
    pub bottom: i32,
    /// Where the sheet is folded, from the top.
    pub folds: &'static [i32],
    /// Whether a mark shows the sheet's middle, for punching holes.
    pub punch: bool,
}

/// DIN 5008 form B: the window is 85 by 45 mm, 20 mm from the left and 45 mm from the top; 17.7 mm of it for return address
/// and remarks, 27.3 mm for six lines of address; text keeps 5 mm from its sides.
const DIN_B: Window = Window {
    edge: Edge::Left(20_000),
    top: 45_000,
    width: 85_000,
    height: 45_000,
    inset: 5_000,
    remarks: 17_700,
    return_first: 3_900,
    return_leading: 2_900,
    leading: 4_450,
    lines: 6,
    most_lines: 8,
};

impl Geometry {
    pub const fn of(profile: Profile, paper: Paper) -> Self {
        match profile {
            Profile::Din5008B => Self {
                paper,
                left: 25_000,
                right: 20_000,
                window: Some(DIN_B),
                date: 95_500,
                first: 106_500,
                further: 30_000,
                bottom: 25_000,
                folds: &[105_000, 210_000],
                punch: true,
            },
            Profile::Plain => Self {
                paper,
                left: 25_000,
                right: 25_000,
                window: None,
                date: 0,
                first: 29_000,
                further: 30_000,
                bottom: 25_000,
                folds: &[],
                punch: false,
            },
        }
    }

    /// The width of the text's column.
    pub const fn measure(&self) -> i32 {
        self.paper.width() - self.left - self.right
    }

    /// The last baseline that may be used.
    pub const fn last(&self) -> i32 {
        self.paper.height() - self.bottom
    }
}

impl Window {
    /// The left edge of the text in the window.
    pub const fn text_left(&self, paper: Paper) -> i32 {
        match self.edge {
            Edge::Left(left) => left + self.inset,
            Edge::Right(right) => paper.width() - right - self.width + self.inset,
        }
    }

    /// The width that text in the window may have.
    pub const fn text_width(&self) -> i32 {
        self.width - 2 * self.inset
    }

    /// The first baseline of an address of so many lines.
    pub fn first_line(&self, lines: usize) -> i32 {
        let above = i32::try_from(lines.saturating_sub(self.lines)).unwrap_or(0);
        self.top + self.remarks + 3_600 - above * self.leading
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_leaves_room_for_text_and_every_mark_is_on_it() {
        for profile in Profile::ALL {
            for paper in Paper::ALL {
                let page = Geometry::of(*profile, *paper);
                assert!(page.measure() >= 150_000);
                assert!(page.last() - page.first >= 20 * LEADING);
                assert!(page.folds.iter().all(|fold| *fold < paper.height()));
            }
        }
    }

    #[test]
    fn the_address_stays_in_the_window() {
        let descent = 1_300;
        for lines in 1..=DIN_B.most_lines {
            let first = DIN_B.first_line(lines);
            let last = first + (i32::try_from(lines).unwrap() - 1) * DIN_B.leading;
            let rule = DIN_B.top + DIN_B.return_first + DIN_B.return_leading + 1_500;
            assert!(first - 3_600 >= rule, "{lines} lines");
            assert!(last + descent <= DIN_B.top + DIN_B.height, "{lines} lines");
        }
        assert_eq!(DIN_B.text_left(Paper::A4), 25_000);
        let right = Window { edge: Edge::Right(8_000), ..DIN_B };
        assert_eq!(right.text_left(Paper::A4), 122_000);
    }
}
