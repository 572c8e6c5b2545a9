//! The page tree, in leaves of equal size so that a reader finds page 5,000 as fast as page 5.

use std::io::Write;

use super::file::File;
use super::syntax::{Ref, Syntax};
use crate::error::LetterError;

/// How many pages a leaf has.
const LEAF: usize = 64;

/// The pages so far.
pub(super) struct Pages {
    root: Ref,
    leaf: Option<(Ref, Vec<Ref>)>,
    leaves: Vec<Ref>,
    count: usize,
}

impl Pages {
    pub fn new<W: Write>(file: &mut File<W>) -> Self {
        Self { root: file.reserve(), leaf: None, leaves: Vec::new(), count: 0 }
    }

    /// How many pages there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Takes a page in and gives its parent.
    pub fn add<W: Write>(&mut self, page: Ref, file: &mut File<W>) -> Result<Ref, LetterError> {
        let (leaf, kids) = self.leaf.get_or_insert_with(|| (file.reserve(), Vec::with_capacity(LEAF)));
        let leaf = *leaf;
        kids.push(page);
        self.count += 1;
        if kids.len() == LEAF {
            self.turn(file)?;
        }
        Ok(leaf)
    }

    fn turn<W: Write>(&mut self, file: &mut File<W>) -> Result<(), LetterError> {
        let Some((leaf, kids)) = self.leaf.take() else { return Ok(()) };
        self.leaves.push(leaf);
        node(leaf, Some(self.root), &kids, kids.len(), file)
    }

    /// Writes the root and gives it.
    pub fn finish<W: Write>(mut self, file: &mut File<W>) -> Result<Ref, LetterError> {
        self.turn(file)?;
        node(self.root, None, &self.leaves, self.count, file)?;
        Ok(self.root)
    }
}

fn node<W: Write>(
    object: Ref,
    parent: Option<Ref>,
    kids: &[Ref],
    count: usize,
    file: &mut File<W>,
) -> Result<(), LetterError> {
    file.put(object, |out| {
        out.raw("<</Type/Pages");
        if let Some(parent) = parent {
            out.raw("/Parent ").reference(parent);
        }
        out.raw("/Kids[");
        kids.iter().for_each(|kid| {
            out.reference(*kid).raw(" ");
        });
        out.raw("]/Count ").int(count as i64).raw(">>");
    })
}
