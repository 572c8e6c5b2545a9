//! The rules, checked over the objects of a file.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// What was found.
pub struct Found {
    pub pages: usize,
    /// The tags of all elements, in reading order.
    pub elements: Vec<String>,
    /// The bookmarks in order, the inner ones with two spaces before them.
    pub bookmarks: Vec<String>,
    pub forms: usize,
}

/// A stretch of marked content: its page and its number.
type Stretch = (ObjectId, i64);

/// Fails at the first rule that the file breaks.
pub fn check(bytes: &[u8]) -> Found {
    let pdf = Document::load_mem(bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    declared(&pdf, catalog, bytes);
    let root = dict(&pdf, catalog.get(b"StructTreeRoot").unwrap());
    let tree = Tree::walk(&pdf, root);
    let parents = number_tree(&pdf, dict(&pdf, root.get(b"ParentTree").unwrap()));
    let mut marked = BTreeSet::new();
    let mut codes = BTreeMap::new();
    let pages = pdf.get_pages();
    for page in pages.values() {
        let dictionary = pdf.get_dictionary(*page).unwrap();
        assert_eq!(dictionary.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        let content = Content::decode(&pdf.get_page_content(*page)).unwrap();
        let numbers = stretches(&content.operations);
        shown(&content.operations, &mut codes);
        if !numbers.is_empty() {
            let key = dictionary.get(b"StructParents").unwrap().as_i64().unwrap();
            way_back(&parents[&key], &numbers, *page, &tree);
        }
        marked.extend(numbers.into_iter().map(|number| (*page, number)));
    }
    assert_eq!(marked, tree.stretches.keys().copied().collect(), "what is marked is what the tree reaches");
    let forms = forms(&pdf, &mut codes);
    fonts(&pdf, &codes);
    headings(&tree.tags);
    Found { pages: pages.len(), elements: tree.tags, bookmarks: bookmarks(&pdf, catalog), forms }
}

/// What the catalog and the trailer declare.
fn declared(pdf: &Document, catalog: &Dictionary, bytes: &[u8]) {
    assert!(bytes.starts_with(b"%PDF-1.7\n%") && bytes[10..14].iter().all(|byte| *byte > 127));
    assert!(dict(pdf, catalog.get(b"MarkInfo").unwrap()).get(b"Marked").unwrap().as_bool().unwrap());
    assert!(dict(pdf, catalog.get(b"ViewerPreferences").unwrap()).get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    assert!(!catalog.get(b"Lang").unwrap().as_str().unwrap().is_empty());
    assert_eq!(pdf.trailer.get(b"ID").unwrap().as_array().unwrap().len(), 2);
    assert!(!pdf.trailer.has(b"Encrypt"));
    let metadata =
        pdf.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    assert!(!metadata.dict.has(b"Filter"), "PDF/A: metadata can be read without unpacking");
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    for part in ["<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<", "<pdfaSchema:prefix>pdfuaid<"] {
        assert!(xmp.contains(part), "{part}");
    }
    let info = dict(pdf, pdf.trailer.get(b"Info").unwrap());
    let date = String::from_utf8(info.get(b"CreationDate").unwrap().as_str().unwrap().to_vec()).unwrap();
    let day = format!("{}-{}-{}", &date[2..6], &date[6..8], &date[8..10]);
    assert!(xmp.contains(&format!("<xmp:CreateDate>{day}T00:00:00Z<")), "the dates agree");
    let intent = dict(pdf, &catalog.get(b"OutputIntents").unwrap().as_array().unwrap()[0]);
    let profile = pdf.get_object(intent.get(b"DestOutputProfile").unwrap().as_reference().unwrap()).unwrap();
    let profile = profile.as_stream().unwrap().decompressed_content().unwrap();
    assert_eq!(&profile[36..40], b"acsp");
    assert_eq!(&profile[16..20], b"RGB ");
}

/// The structure tree.
struct Tree {
    tags: Vec<String>,
    /// The element that each stretch belongs to.
    stretches: BTreeMap<Stretch, ObjectId>,
}

impl Tree {
    fn walk(pdf: &Document, root: &Dictionary) -> Self {
        let mut tree = Self { tags: Vec::new(), stretches: BTreeMap::new() };
        let top = root.get(b"K").unwrap().as_reference().unwrap();
        tree.element(pdf, top, None, "");
        tree
    }

    fn element(&mut self, pdf: &Document, id: ObjectId, parent: Option<ObjectId>, outer: &str) {
        let element = pdf.get_dictionary(id).unwrap();
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        if let Some(parent) = parent {
            assert_eq!(element.get(b"P").unwrap().as_reference().unwrap(), parent);
        }
        placed(&tag, outer);
        attributes(&tag, element);
        self.tags.push(tag.clone());
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let kids = match element.get(b"K") {
            Err(_) => Vec::new(),
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
        };
        for kid in kids {
            match kid {
                Object::Integer(number) => self.stretch(page.unwrap(), number, id),
                Object::Reference(kid) => self.element(pdf, kid, Some(id), &tag),
                Object::Dictionary(reference) => {
                    let page = reference.get(b"Pg").unwrap().as_reference().unwrap();
                    self.stretch(page, reference.get(b"MCID").unwrap().as_i64().unwrap(), id);
                }
                other => unreachable!("{other:?} in the structure tree"),
            }
        }
    }

    fn stretch(&mut self, page: ObjectId, number: i64, element: ObjectId) {
        assert!(self.stretches.insert((page, number), element).is_none(), "a stretch belongs to one element");
    }
}

/// What may stand in what (ISO 32000-1, 14.8.4).
fn placed(tag: &str, outer: &str) {
    let good = match tag {
        "Document" => outer.is_empty(),
        "LI" => outer == "L",
        "Lbl" | "LBody" => outer == "LI",
        "TR" => outer == "Table",
        "TH" | "TD" => outer == "TR",
        "Caption" => outer == "Figure" || outer == "Table",
        "Sect" | "H1" | "H2" | "H3" | "P" | "L" | "Table" | "Figure" | "BlockQuote" => {
            matches!(outer, "Document" | "Sect" | "BlockQuote" | "LBody" | "TD" | "TH")
        }
        _ => false,
    };
    assert!(good, "{tag} in {outer}");
}

fn attributes(tag: &str, element: &Dictionary) {
    let attribute = |name: &[u8]| element.get(b"A").and_then(Object::as_dict).is_ok_and(|it| it.has(name));
    match tag {
        "Figure" => assert!(!element.get(b"Alt").unwrap().as_str().unwrap().is_empty() && attribute(b"BBox")),
        "TH" => assert!(attribute(b"Scope")),
        "L" => assert!(attribute(b"ListNumbering")),
        _ => {}
    }
}

/// The numbers of a page's stretches, in order. Everything painted is in a stretch or in an artifact.
fn stretches(operations: &[Operation]) -> Vec<i64> {
    let (mut numbers, mut open) = (Vec::new(), Vec::new());
    for operation in operations {
        match operation.operator.as_str() {
            "BMC" => {
                assert_eq!(operation.operands[0].as_name().unwrap(), b"Artifact");
                assert!(open.is_empty(), "artifacts are not inside of content");
                open.push("artifact");
            }
            "BDC" if operation.operands[0].as_name().unwrap() == b"Span" => open.push("span"),
            "BDC" => {
                assert!(open.is_empty(), "stretches are not inside of each other");
                numbers.push(operation.operands[1].as_dict().unwrap().get(b"MCID").unwrap().as_i64().unwrap());
                open.push("stretch");
            }
            "EMC" => assert!(open.pop().is_some()),
            "TJ" | "Tj" | "f" | "S" | "B" | "Do" | "sh" | "EI" => assert!(!open.is_empty(), "unmarked: {operation:?}"),
            _ => {}
        }
    }
    assert!(open.is_empty());
    let expected: Vec<i64> = (0..).take(numbers.len()).collect();
    assert_eq!(numbers, expected, "numbers are unique and in order");
    numbers
}

/// The parent tree's entry for a page names the elements that have the page's stretches.
fn way_back(entry: &Object, numbers: &[i64], page: ObjectId, tree: &Tree) {
    let elements = entry.as_array().unwrap();
    assert_eq!(elements.len(), numbers.len());
    for (number, element) in (0..).zip(elements) {
        assert_eq!(tree.stretches[&(page, number)], element.as_reference().unwrap());
    }
}

fn number_tree(pdf: &Document, node: &Dictionary) -> BTreeMap<i64, Object> {
    let mut entries = BTreeMap::new();
    if let Ok(kids) = node.get(b"Kids").and_then(Object::as_array) {
        for kid in kids {
            let kid = dict(pdf, kid);
            let limits: Vec<i64> =
                kid.get(b"Limits").unwrap().as_array().unwrap().iter().map(|n| n.as_i64().unwrap()).collect();
            let leaf = number_tree(pdf, kid);
            assert_eq!((leaf.keys().next(), leaf.keys().last()), (limits.first(), limits.last()));
            entries.extend(leaf);
        }
    }
    if let Ok(numbers) = node.get(b"Nums").and_then(Object::as_array) {
        entries.extend(numbers.chunks(2).map(|pair| (pair[0].as_i64().unwrap(), pair[1].clone())));
    }
    entries
}

/// Which codes are shown in which font.
fn shown(operations: &[Operation], codes: &mut BTreeMap<String, BTreeSet<u16>>) {
    let mut font = String::new();
    for operation in operations {
        match operation.operator.as_str() {
            "Tf" => font = String::from_utf8(operation.operands[0].as_name().unwrap().to_vec()).unwrap(),
            "TJ" => {
                let parts = operation.operands[0].as_array().unwrap().iter().filter_map(|part| part.as_str().ok());
                let pairs = parts.flat_map(|text| text.chunks(2)).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                codes.entry(font.clone()).or_default().extend(pairs);
            }
            _ => {}
        }
    }
}

/// Forms have no marks of their own: they may be painted more than once. Gives how many there are.
fn forms(pdf: &Document, codes: &mut BTreeMap<String, BTreeSet<u16>>) -> usize {
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let is_form = |dict: &Dictionary| dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form");
    let forms = streams.filter(|stream| is_form(&stream.dict));
    forms
        .map(|form| {
            let content = Content::decode(&form.decompressed_content().unwrap()).unwrap();
            assert!(stretches_of_form(&content.operations), "a form without marks");
            shown(&content.operations, codes);
            assert!(form.dict.has(b"Resources") && form.dict.has(b"BBox"));
        })
        .count()
}

fn stretches_of_form(operations: &[Operation]) -> bool {
    let marks = operations.iter().filter(|operation| operation.operator == "BDC");
    let mut named = marks.map(|operation| operation.operands[0].as_name().unwrap());
    named.all(|name| name == b"Span")
}

/// Every font is embedded, and every code that is shown has a width, a glyph and a text.
fn fonts(pdf: &Document, codes: &BTreeMap<String, BTreeSet<u16>>) {
    let (_, first) = pdf.get_pages().into_iter().next().unwrap();
    let page = pdf.get_dictionary(first).unwrap();
    let resources = dict(pdf, page.get(b"Resources").unwrap());
    let fonts = dict(pdf, resources.get(b"Font").unwrap());
    assert_eq!(fonts.len(), codes.len(), "no font that is not used");
    for (name, codes) in codes {
        let font = dict(pdf, fonts.get(name.as_bytes()).unwrap());
        let descendant = dict(pdf, &font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0]);
        let descriptor = dict(pdf, descendant.get(b"FontDescriptor").unwrap());
        assert!(descriptor.has(b"FontFile2"), "{name} is embedded");
        assert_eq!(font.get(b"BaseFont").unwrap(), descriptor.get(b"FontName").unwrap());
        let stream = |object: &Object| {
            let stream = pdf.get_object(object.as_reference().unwrap()).unwrap().as_stream().unwrap();
            stream.get_plain_content().unwrap()
        };
        let glyphs = stream(descendant.get(b"CIDToGIDMap").unwrap());
        let texts = String::from_utf8(stream(font.get(b"ToUnicode").unwrap())).unwrap();
        let widths = descendant.get(b"W").unwrap().as_array().unwrap();
        assert_eq!(widths[0].as_i64().unwrap(), 1);
        let widths = widths[1].as_array().unwrap();
        for code in codes {
            let at = usize::from(*code) * 2;
            assert_ne!(glyphs[at..at + 2], [0, 0], "{name}: code {code} has a glyph");
            assert!(usize::from(*code) <= widths.len(), "{name}: code {code} has a width");
            assert!(texts.contains(&format!("\n<{code:04X}> <")), "{name}: code {code} has a text");
        }
        assert!(!texts.contains("> <>"), "{name}: no text is empty");
    }
}

/// A level is not skipped on the way down.
fn headings(tags: &[String]) {
    let levels = tags.iter().filter_map(|tag| tag.strip_prefix('H')?.parse::<u8>().ok());
    let mut before = 0;
    for level in levels {
        assert!(level <= before + 1, "heading {level} after {before}");
        before = level;
    }
}

fn bookmarks(pdf: &Document, catalog: &Dictionary) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(root) = catalog.get(b"Outlines") {
        level(pdf, dict(pdf, root), "", &mut found);
    }
    found
}

fn level(pdf: &Document, parent: &Dictionary, indent: &str, found: &mut Vec<String>) {
    let mut next = parent.get(b"First").ok();
    let mut before = None;
    while let Some(entry) = next {
        let mark = dict(pdf, entry);
        assert_eq!(mark.get(b"Prev").ok(), before);
        let page = mark.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        assert!(pdf.get_pages().values().any(|known| *known == page));
        let title = mark.get(b"Title").unwrap().as_str().unwrap();
        found.push(format!("{indent}{}", String::from_utf8_lossy(title)));
        level(pdf, mark, "  ", found);
        (before, next) = (Some(entry), mark.get(b"Next").ok());
    }
    assert_eq!(before, parent.get(b"Last").ok());
}

fn dict<'p>(pdf: &'p Document, object: &'p Object) -> &'p Dictionary {
    match object {
        Object::Reference(id) => pdf.get_dictionary(*id).unwrap(),
        other => other.as_dict().unwrap(),
    }
}
