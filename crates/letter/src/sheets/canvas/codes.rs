//! QR codes on a canvas.

use crate::error::LetterError;
use crate::frame::{Drawing, Ink, Path, Step};
use crate::sheets::code::modules;
use crate::sheets::spec::Code;

use super::{Canvas, Place, Type};

impl Canvas<'_> {
    /// A QR code of a side, and its words below it. Gives where the next may begin.
    pub fn code(&mut self, code: &Code, side: i32, place: Place) -> Result<i32, LetterError> {
        let quiet = self.modules(code, side, place)?;
        self.paragraph(&code.caption, Type::LABEL, place.at(place.y + side + quiet - 600))
    }

    /// A QR code with its words at its side, their last line level with its foot.
    pub fn code_beside(&mut self, code: &Code, side: i32, place: Place) -> Result<(), LetterError> {
        let quiet = self.modules(code, side, place)?;
        let (x, width) = (place.x + side + quiet, place.width - side - quiet);
        let height = self.height(&code.caption, Type::LABEL, width)?;
        self.paragraph(&code.caption, Type::LABEL, Place::new(x, place.y + (side - height).max(0), width)).map(drop)
    }

    /// The code's modules. Gives how much white has to stay around it.
    fn modules(&mut self, code: &Code, side: i32, place: Place) -> Result<i32, LetterError> {
        let found = modules(&code.url).ok_or_else(|| LetterError::SheetFull { part: code.url.clone() })?;
        let module = |n: i32| n * side / found.side;
        let mut steps = Vec::with_capacity(found.bars.len() * 5);
        for (row, column, length) in &found.bars {
            let (left, right) = (place.x + module(*column), place.x + module(column + length));
            let (top, bottom) = (place.y + module(*row), place.y + module(row + 1));
            steps.extend([
                Step::Move(left, top),
                Step::Line(right, top),
                Step::Line(right, bottom),
                Step::Line(left, bottom),
                Step::Close,
            ]);
        }
        let path = Path { steps, fill: Some(Ink::Black), ..Path::default() };
        self.figure(&code.alt, |canvas| {
            canvas.drawing(Drawing { paths: vec![path], ..Drawing::default() });
            Ok(())
        })?;
        // four modules, or no telephone finds it (ISO/IEC 18004)
        Ok(module(4))
    }
}
