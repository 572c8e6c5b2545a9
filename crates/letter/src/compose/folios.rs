//! What stands on the pages of a letter that takes several.

use super::{Fixed, Setter, printed_lines};
use crate::error::{Field, LetterError};
use crate::frame::{Item, Line, Page, Role};
use crate::geometry::{FOLIO, FOLIO_UP, HEADER, HEADER_SIZES};
use crate::spec::LetterSpec;

impl Setter<'_> {
    /// The page numbers, if there is more than one page; and on further pages whose letter to whom it is.
    pub(super) fn folios(&mut self, spec: &LetterSpec, pages: &mut [Page]) -> Result<(), LetterError> {
        let count = pages.len();
        if count < 2 {
            return Ok(());
        }
        let header = self.header(spec)?;
        for (index, page) in pages.iter_mut().enumerate() {
            let line = self.line(&format!("{} / {count}", index + 1), Role::Folio, FOLIO, Field::Body)?;
            let x = self.far_edge(&line);
            let y = self.geometry.paper.height() - FOLIO_UP;
            page.items.push(Item::Line(Line { x, y, opens: true, ..line }));
            if let Some(header) = header.as_ref().filter(|_| index > 0) {
                page.items.insert(0, Item::Line(header.clone()));
            }
        }
        Ok(())
    }

    /// The first line of the address, and place and date: what puts a sheet back to its letter. None if it is too wide.
    fn header(&mut self, spec: &LetterSpec) -> Result<Option<Line>, LetterError> {
        let mut parts = printed_lines(&spec.recipient, Field::Recipient)?;
        parts.truncate(1);
        parts.extend(printed_lines(std::slice::from_ref(&spec.place_and_date), Field::Place)?);
        let block =
            Fixed { role: Role::Folio, field: Field::Recipient, width: self.geometry.measure(), sizes: HEADER_SIZES };
        match self.block(&[parts.join(" · ")], &block, self.geometry.left) {
            Ok(lines) => {
                let line = lines.into_iter().next().filter(|line| !line.text.is_empty());
                Ok(line.map(|line| Line { y: HEADER, opens: true, ..line }))
            }
            Err(LetterError::LineTooWide { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
