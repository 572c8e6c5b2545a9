//! Where things stand on the page. Lengths are micrometres, type sizes tenths of a point.

mod profiles;

use crate::frame::Clip;
use crate::spec::{Paper, Profile};

/// The body's type size: 11 pt.
pub(crate) const BODY: i32 = 110;
/// From baseline to baseline in the body: 15 pt.
pub(crate) const LEADING: i32 = 5_292;
/// The body's sizes and leadings, the best first: 11 on 15, 11 on 14, 10.5 on 13.5 and 10 on 13 pt. A letter that would take two
/// pages takes the first that brings it onto one; smaller type is not read.
pub(crate) const FITS: &[(i32, i32)] = &[(BODY, LEADING), (110, 4_939), (105, 4_763), (100, 4_586)];
/// What stands between paragraphs on top of the leading.
pub(crate) const PARAGRAPH: i32 = 2_800;
/// How far quotations and the items of lists are set in.
pub(crate) const INDENT: i32 = 7_000;
/// What stands above the closing on top of the leading.
pub(crate) const ABOVE_CLOSING: i32 = 4_200;
/// Type sizes for a block whose lines may not be broken, the best first. DIN 5008 allows 8 pt at the least.
pub(crate) const BLOCK_SIZES: &[i32] = &[110, 105, 100, 95, 90, 85, 80];
/// Those of an address that has more lines than its window at the usual leading.
pub(crate) const TIGHT_SIZES: &[i32] = &[90, 85, 80];
/// Type sizes for a return address on one line.
pub(crate) const ONE_RETURN_LINE: &[i32] = &[80, 75, 70];
/// Type sizes for a return address on two lines. DIN 5008 allows 6 pt at the least.
pub(crate) const RETURN_SIZES: &[i32] = &[80, 75, 70, 65, 60];
/// The page number's type size.
pub(crate) const FOLIO: i32 = 90;
/// How far the page number's baseline is from the page's bottom.
pub(crate) const FOLIO_UP: i32 = 13_000;
/// Type sizes of a further page's header, and its baseline.
pub(crate) const HEADER_SIZES: &[i32] = &[FOLIO, 85, 80];
pub(crate) const HEADER: i32 = 18_000;
/// The blank lines for the signature, and how many may be given up so that the letter stays on its page.
pub(crate) const SIGNATURE_LINES: &[i32] = &[4, 3];
/// The most pages of a letter.
pub(crate) const PAGES: usize = 100;
/// The most lines of salutation and closing each, and of a sender's block.
pub(crate) const FEW_LINES: usize = 8;

/// How far the address stays from its window's edges: the sheet moves that much in its envelope.
const SPARE: i32 = 2_000;
/// What the address's letters reach above and below a baseline at the most: 11 pt with an accent, and with a tail.
const ASCENT: i32 = 3_600;
const DESCENT: i32 = 1_300;
/// From baseline to baseline in an address, 12 pt; and where it has many lines, 10.5 pt.
const USUAL: i32 = 4_233;
const TIGHT: i32 = 3_704;

/// Which edge a window is measured from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Edge {
    /// Its left edge, from the sheet's left edge.
    Left(i32),
    /// Its right edge, from the sheet's right edge.
    Right(i32),
}

/// Where a sheet shows through its envelope's window; none for an envelope without one.
#[must_use]
pub const fn window(profile: Profile, paper: Paper) -> Option<Clip> {
    match Geometry::of(profile, paper).window {
        Some(window) => Some(Clip { x: window.left(paper), y: window.top, width: window.width, height: window.height }),
        None => None,
    }
}

/// An envelope's window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub edge: Edge,
    pub top: i32,
    pub width: i32,
    pub height: i32,
    /// How far text stays from the window's sides.
    pub inset: i32,
    /// The part at the top for the return address and remarks: an address of few lines begins below it.
    pub remarks: i32,
    /// Where the sender stands.
    pub sender: SenderPlace,
}

/// Where the sender stands on a page with a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SenderPlace {
    /// On one or two small lines at the window's top.
    Window,
    /// In a block at the sheet's top left, from this baseline on, of at most so many lines.
    Top(i32, usize),
}

/// A page's measures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Geometry {
    pub paper: Paper,
    pub left: i32,
    pub right: i32,
    /// The body's type size, and from baseline to baseline.
    pub body: i32,
    pub leading: i32,
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

impl Geometry {
    /// The width of the text's column.
    pub const fn measure(&self) -> i32 {
        self.paper.width() - self.left - self.right
    }

    /// The last baseline that may be used.
    pub const fn last(&self) -> i32 {
        self.paper.height() - self.bottom
    }
}

/// Where an address's lines stand: the first baseline, and from there to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AddressPlace {
    pub first: i32,
    pub leading: i32,
    /// The type sizes it may have.
    pub sizes: &'static [i32],
}

impl Window {
    /// The return address's first baseline from the window's top, from there to its second, and to the rule below it.
    pub const RETURN_FIRST: i32 = 4_200;
    pub const RETURN_LEADING: i32 = 2_800;
    pub const RETURN_RULE: i32 = 1_300;

    /// The window's left edge.
    pub const fn left(&self, paper: Paper) -> i32 {
        match self.edge {
            Edge::Left(left) => left,
            Edge::Right(right) => paper.width() - right - self.width,
        }
    }

    /// The left edge of the text in the window.
    pub const fn text_left(&self, paper: Paper) -> i32 {
        self.left(paper) + self.inset
    }

    /// The width that text in the window may have.
    pub const fn text_width(&self) -> i32 {
        self.width - 2 * self.inset
    }

    /// Where an address of so many lines stands, at least 2 mm inside the window and below the return address; none if it is
    /// too high.
    pub fn address(&self, lines: usize) -> Option<AddressPlace> {
        let gaps = i32::try_from(lines.saturating_sub(1)).ok()?;
        let above = match self.sender {
            SenderPlace::Window => Self::RETURN_FIRST + Self::RETURN_LEADING + Self::RETURN_RULE,
            SenderPlace::Top(..) => SPARE,
        };
        [(USUAL, BLOCK_SIZES), (TIGHT, TIGHT_SIZES)].into_iter().find_map(|(leading, sizes)| {
            let latest = self.height - SPARE - DESCENT - gaps.checked_mul(leading)?;
            let first = latest.min(self.remarks + ASCENT);
            // Smaller type reaches less high.
            let ascent = ASCENT * sizes.first()? / BODY;
            (first >= above + ascent).then_some(AddressPlace { first: self.top + first, leading, sizes })
        })
    }

    /// The most lines of an address.
    pub fn most_lines(&self) -> usize {
        (1..).take_while(|lines| self.address(*lines).is_some()).last().unwrap_or(0)
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
    fn addresses_of_every_height_stay_in_their_window_and_below_the_return_address() {
        for profile in Profile::ALL {
            let Some(window) = Geometry::of(*profile, Paper::A4).window else { continue };
            let most = window.most_lines();
            assert!((6..=9).contains(&most), "{profile}: {most}");
            for lines in 1..=most {
                let place = window.address(lines).unwrap();
                let last = place.first + (i32::try_from(lines).unwrap() - 1) * place.leading;
                assert!(last + DESCENT <= window.top + window.height - SPARE, "{profile}: {lines} lines");
                let ascent = ASCENT * place.sizes[0] / BODY;
                assert!(place.first - ascent >= window.top + SPARE, "{profile}: {lines} lines");
            }
            assert_eq!(window.address(most + 1), None);
        }
    }

    #[test]
    fn windows_stand_where_their_country_has_them() {
        let left = |profile, paper| Geometry::of(profile, paper).window.unwrap().left(paper);
        assert_eq!(left(Profile::Din5008B, Paper::A4), 20_000);
        assert_eq!(left(Profile::SwissRight, Paper::A4), 112_000);
        assert_eq!(left(Profile::French, Paper::A4), 100_000);
        assert_eq!(left(Profile::UsSingle, Paper::Letter), 17_463);
    }
}
