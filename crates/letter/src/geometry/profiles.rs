//! The measures of each profile.
//!
//! Windows and folds are those of KOMA-Script's letter options: `DIN`, `DINmtext`, `SN`, `SNleft`, `NF`, `NorskLayout`,
//! `UScommercial9` and `UScommercial9DW`. Where the sender stands on US sheets follows the windows' usual place.

use super::{BODY, Edge, Geometry, LEADING, SenderPlace, Window};
use crate::spec::{Paper, Profile};

/// An inch.
const INCH: i32 = 25_400;

/// Folds of an A4 sheet in three for DIN windows, and for C6/5 envelopes.
const FOLDS_DIN_B: &[i32] = &[105_000, 210_000];
const FOLDS_DIN_A: &[i32] = &[87_000, 192_000];
const FOLDS_THIRDS: &[i32] = &[99_000, 198_000];
/// 3 3/4 and 7 3/8 inches.
const FOLDS_US: &[i32] = &[95_250, 187_325];

/// DIN 5008: the window is 85 by 45 mm, 20 mm from the left; the upper 17.7 mm of it for return address and remarks; text
/// keeps 5 mm from its sides.
const fn din(top: i32) -> Window {
    Window {
        edge: Edge::Left(20_000),
        top,
        width: 85_000,
        height: 45_000,
        inset: 5_000,
        remarks: 17_700,
        sender: SenderPlace::Window,
    }
}

/// A window of 45 mm as in Switzerland and France.
const fn western(edge: Edge, top: i32, width: i32) -> Window {
    Window { edge, top, width, height: 45_000, inset: 5_000, remarks: 14_000, sender: SenderPlace::Window }
}

const NORWAY: Window = Window {
    edge: Edge::Left(15_000),
    top: 39_000,
    width: 100_000,
    height: 35_000,
    inset: 5_000,
    remarks: 10_000,
    sender: SenderPlace::Window,
};

/// 2 3/16 inches from the top, 1 1/8 inches high. The sender stands above it, from 3/4 of an inch on: where the upper window
/// of an envelope with two has its upper half.
const fn us(left: i32, width: i32, sender: SenderPlace) -> Window {
    Window { edge: Edge::Left(left), top: 55_563, width, height: 28_575, inset: 5_000, remarks: 5_000, sender }
}

impl Geometry {
    pub const fn of(profile: Profile, paper: Paper) -> Self {
        let page = Self::plain(paper);
        match profile {
            Profile::Din5008B => page.with(din(45_000), FOLDS_DIN_B),
            Profile::Din5008A => page.with(din(27_000), FOLDS_DIN_A),
            Profile::SwissLeft => page.with(western(Edge::Left(20_000), 35_500, 100_000), FOLDS_DIN_B),
            Profile::SwissRight => page.with(western(Edge::Right(8_000), 45_000, 90_000), FOLDS_DIN_B),
            Profile::French => page.with(western(Edge::Right(10_000), 35_000, 100_000), FOLDS_THIRDS),
            Profile::Norway => page.with(NORWAY, FOLDS_THIRDS),
            Profile::UsSingle => {
                let window = us(17_463, 9 * INCH / 2, SenderPlace::Top(19_050, 7));
                Self { left: INCH, right: INCH, punch: false, ..page.with(window, FOLDS_US) }
            }
            Profile::UsDouble => {
                let window = us(14_288, 29 * INCH / 8, SenderPlace::Top(19_050, 4));
                Self { left: INCH, right: INCH, punch: false, ..page.with(window, FOLDS_US) }
            }
            Profile::Plain => page,
        }
    }

    const fn plain(paper: Paper) -> Self {
        Self {
            paper,
            left: 25_000,
            right: 25_000,
            body: BODY,
            leading: LEADING,
            window: None,
            date: 0,
            first: 29_000,
            further: 30_000,
            bottom: 25_000,
            folds: &[],
            punch: false,
        }
    }

    /// The page with a window: the date 5.5 mm below it, the salutation 11 mm below the date.
    const fn with(self, window: Window, folds: &'static [i32]) -> Self {
        let below = window.top + window.height;
        Self {
            right: 20_000,
            window: Some(window),
            date: below + 5_500,
            first: below + 16_500,
            folds,
            punch: true,
            ..self
        }
    }
}
