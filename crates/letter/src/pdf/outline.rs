//! Bookmarks, two levels deep: chapters, and what stands in them.

use std::io::Write;

use super::file::File;
use super::syntax::{Ref, Syntax};
use crate::error::LetterError;

/// The bookmarks so far.
#[derive(Default)]
pub(super) struct Outline {
    marks: Vec<Bookmark>,
    /// A chapter that begins with the next page.
    chapter: Option<String>,
    inside: bool,
}

struct Bookmark {
    title: String,
    page: Ref,
    /// Whether it stands inside the chapter before it.
    inner: bool,
}

impl Outline {
    /// What follows stands in a chapter of this name.
    pub fn chapter(&mut self, title: &str) {
        self.chapter = Some(title.to_owned());
    }

    /// A page begins; it has a bookmark if a chapter begins with it or it has a title of its own.
    pub fn page(&mut self, page: Ref, title: Option<&str>) {
        if let Some(title) = self.chapter.take() {
            self.marks.push(Bookmark { title, page, inner: false });
            self.inside = true;
        }
        if let Some(title) = title {
            self.marks.push(Bookmark { title: title.to_owned(), page, inner: self.inside });
        }
    }

    /// Writes the bookmarks and gives their root, if there are any.
    pub fn finish<W: Write>(self, file: &mut File<W>) -> Result<Option<Ref>, LetterError> {
        let marks = self.marks;
        if marks.is_empty() {
            return Ok(None);
        }
        let root = file.reserve();
        let first = file.reserve_row(marks.len());
        let object = |index: usize| first + u32::try_from(index).unwrap_or(u32::MAX);
        let outer: Vec<usize> = (0..marks.len()).filter(|index| marks.get(*index).is_some_and(|m| !m.inner)).collect();
        for (place, index) in outer.iter().copied().enumerate() {
            let end = outer.get(place + 1).copied().unwrap_or(marks.len());
            let (before, after) = (place.checked_sub(1).and_then(|at| outer.get(at)), outer.get(place + 1));
            let links = Links { parent: root, before: before.copied().map(object), after: after.copied().map(object) };
            let inner = (index + 1 < end).then(|| (object(index + 1), object(end - 1), end - index - 1));
            entry(file, object(index), marks.get(index), &links, inner)?;
            for inner in index + 1..end {
                let before = (inner > index + 1).then(|| object(inner - 1));
                let after = (inner + 1 < end).then(|| object(inner + 1));
                entry(file, object(inner), marks.get(inner), &Links { parent: object(index), before, after }, None)?;
            }
        }
        let (head, tail) = (outer.first().copied().unwrap_or(0), outer.last().copied().unwrap_or(0));
        file.put(root, |out| {
            out.raw("<</Type/Outlines/First ").reference(object(head)).raw("/Last ").reference(object(tail));
            out.raw("/Count ").int(outer.len() as i64).raw(">>");
        })?;
        Ok(Some(root))
    }
}

struct Links {
    parent: Ref,
    before: Option<Ref>,
    after: Option<Ref>,
}

fn entry<W: Write>(
    file: &mut File<W>,
    object: Ref,
    mark: Option<&Bookmark>,
    links: &Links,
    inner: Option<(Ref, Ref, usize)>,
) -> Result<(), LetterError> {
    let Some(mark) = mark else { return Ok(()) };
    file.put(object, |out| {
        out.raw("<</Title").text(&mark.title).raw("/Parent ").reference(links.parent);
        out.raw("/Dest[").reference(mark.page).raw("/Fit]");
        if let Some(before) = links.before {
            out.raw("/Prev ").reference(before);
        }
        if let Some(after) = links.after {
            out.raw("/Next ").reference(after);
        }
        if let Some((first, last, count)) = inner {
            // A negative count: closed until somebody opens it.
            out.raw("/First ").reference(first).raw("/Last ").reference(last).raw("/Count ").int(-(count as i64));
        }
        out.raw(">>");
    })
}
