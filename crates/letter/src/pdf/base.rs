//! The fonts as printpdf writes them: program, metrics, widths, and the table from codes to text.
//!
//! Its saver is given a page that shows every code of every font once, and the objects of the fonts are taken from what it
//! makes. What it cannot know is set here: the table from codes to glyphs, which stand where the subset has them.

use std::collections::BTreeMap;
use std::io::Write;

use lopdf::{Dictionary, Object, Stream};
use printpdf::{
    Codepoint, FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem,
    to_lopdf_doc,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use harfrust::font::name::NameId;

use super::codes::{Codes, FontCodes};
use super::file::File;
use super::syntax::{Ref, Syntax};
use crate::error::LetterError;
use crate::fonts::{Face, Fonts};

/// Writes the fonts and gives the object of each, by its name in the pages' resources.
pub(super) fn write_fonts<W: Write>(
    codes: &Codes,
    fonts: &Fonts,
    file: &mut File<W>,
) -> Result<Vec<(String, Ref)>, LetterError> {
    let mut base = PdfDocument::new("");
    let mut shown = Vec::new();
    let mut subsets = Vec::new();
    for (index, font) in codes.used() {
        let subset = Subset::new(index, font, fonts.face(index)?)?;
        let id = FontId(format!("F{index}"));
        shown.push(Op::SetFont { font: PdfFontHandle::External(id.clone()), size: Pt(1.0) });
        shown.push(Op::ShowText { items: vec![TextItem::GlyphIds(every_code(font))] });
        base.resources.fonts.map.insert(id, PdfFont::new(subset.parsed(index, font)?));
        subsets.push(subset);
    }
    base.pages = vec![PdfPage::new(Mm(1.0), Mm(1.0), shown)];
    let made = to_lopdf_doc(&base, &PdfSaveOptions::default(), &mut Vec::new());
    drop(base);
    Adoption { made, file, adopted: BTreeMap::new() }.fonts(&subsets)
}

fn every_code(font: &FontCodes) -> Vec<Codepoint> {
    let codes = (1..).zip(&font.codes);
    codes.map(|(gid, code)| Codepoint { gid, offset: 0.0, cid: Some(code.text.to_string()) }).collect()
}

/// A font with the glyphs that are used, and what its codes lead to.
struct Subset {
    resource: String,
    name: String,
    program: Vec<u8>,
    /// Two bytes per code, from 0: the glyph in the subset.
    to_glyph: Vec<u8>,
    /// The codes' widths in thousandths of an em, from code 1.
    widths: Vec<i32>,
}

impl Subset {
    fn new(index: u8, font: &FontCodes, face: &Face) -> Result<Self, LetterError> {
        let bad = || LetterError::BadFont { index: index.into() };
        let mut glyphs: Vec<u16> = font.codes.iter().map(|code| code.glyph).collect();
        glyphs.sort_unstable();
        glyphs.dedup();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        let program = subsetter::subset(&face.data, 0, &remapper).map_err(|_| bad())?;
        let mut to_glyph = vec![0, 0];
        for code in &font.codes {
            to_glyph.extend(remapper.get(code.glyph).ok_or_else(bad)?.to_be_bytes());
        }
        let name = format!("{}+{}", tag(&program), postscript_name(face, index));
        let widths = font.codes.iter().map(|code| code.width).collect();
        Ok(Self { resource: format!("F{index}"), name, program, to_glyph, widths })
    }

    /// The subset as printpdf wants it.
    fn parsed(&self, index: u8, font: &FontCodes) -> Result<ParsedFont, LetterError> {
        let bad = LetterError::BadFont { index: index.into() };
        let mut parsed = ParsedFont::from_bytes(&self.program, 0, &mut Vec::new()).ok_or(bad)?;
        parsed.font_name = Some(self.name.clone());
        parsed.glyph_widths = (1..).zip(&font.codes).map(|(code, _)| (code, 0)).collect();
        Ok(parsed)
    }
}

/// Takes objects over from a document of printpdf's.
struct Adoption<'f, W> {
    made: lopdf::Document,
    file: &'f mut File<W>,
    adopted: BTreeMap<lopdf::ObjectId, Ref>,
}

impl<W: Write> Adoption<'_, W> {
    fn fonts(mut self, subsets: &[Subset]) -> Result<Vec<(String, Ref)>, LetterError> {
        let mut fonts = Vec::new();
        for subset in subsets {
            let missing = || LetterError::Pdf { reason: format!("the font {} was not made", subset.name) };
            let mut font =
                self.made.objects.values().find_map(|object| composite(object, &subset.name)).ok_or_else(missing)?;
            let table = self.made.add_object(Stream::new(Dictionary::new(), subset.to_glyph.clone()));
            let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map_err(|_| missing())?;
            let descendant = descendants.first_mut().and_then(|font| font.as_dict_mut().ok()).ok_or_else(missing)?;
            descendant.set("CIDToGIDMap", Object::Reference(table));
            let widths = subset.widths.iter().map(|width| Object::Integer((*width).into())).collect();
            descendant.set("W", Object::Array(vec![Object::Integer(1), Object::Array(widths)]));
            let object = self.file.reserve();
            self.write(object, &Object::Dictionary(font))?;
            fonts.push((subset.resource.clone(), object));
        }
        Ok(fonts)
    }

    /// The number in the file of an object, which is written when first asked for.
    fn adopt(&mut self, id: lopdf::ObjectId) -> Result<Ref, LetterError> {
        if let Some(object) = self.adopted.get(&id) {
            return Ok(*object);
        }
        let object = self.file.reserve();
        self.adopted.insert(id, object);
        let made = self.made.objects.remove(&id).unwrap_or(Object::Null);
        self.write(object, &made)?;
        Ok(object)
    }

    fn write(&mut self, object: Ref, made: &Object) -> Result<(), LetterError> {
        let mut out = Vec::new();
        if let Object::Stream(stream) = made {
            let data = stream.get_plain_content().unwrap_or_else(|_| stream.content.clone());
            for (key, value) in stream.dict.iter().filter(|(key, _)| !ENCODING.contains(&key.as_slice())) {
                self.entry(key, value, &mut out)?;
            }
            return self.file.stream(object, out, data);
        }
        self.value(made, &mut out)?;
        self.file.put(object, |pack| pack.extend_from_slice(&out))
    }

    fn entry(&mut self, key: &[u8], value: &Object, out: &mut Vec<u8>) -> Result<(), LetterError> {
        out.name(&String::from_utf8_lossy(key)).raw(" ");
        self.value(value, out)
    }

    fn value(&mut self, value: &Object, out: &mut Vec<u8>) -> Result<(), LetterError> {
        match value {
            Object::Null => {
                out.raw("null");
            }
            Object::Boolean(yes) => {
                out.raw(if *yes { "true" } else { "false" });
            }
            Object::Integer(number) => {
                out.int(*number);
            }
            Object::Real(number) => {
                out.thousandths((number * 1_000.0) as i64);
            }
            Object::Name(name) => {
                out.name(&String::from_utf8_lossy(name));
            }
            Object::String(bytes, _) => {
                out.literal(bytes);
            }
            Object::Reference(id) => {
                let object = self.adopt(*id)?;
                out.reference(object);
            }
            Object::Array(values) => {
                out.raw("[");
                for value in values {
                    self.value(value, out)?;
                    out.raw(" ");
                }
                out.raw("]");
            }
            Object::Dictionary(entries) => {
                out.raw("<<");
                for (key, value) in entries {
                    self.entry(key, value, out)?;
                }
                out.raw(">>");
            }
            // Streams are objects of their own.
            Object::Stream(_) => {
                out.raw("null");
            }
        }
        Ok(())
    }
}

/// What a stream says about how it is stored, which is ours to say.
const ENCODING: [&[u8]; 3] = [b"Length", b"Filter", b"DecodeParms"];

/// The composite font of this name.
fn composite(object: &Object, name: &str) -> Option<Dictionary> {
    let font = object.as_dict().ok()?;
    let named = font.get(b"BaseFont").and_then(Object::as_name).ok()? == name.as_bytes();
    (named && font.has(b"DescendantFonts")).then(|| font.clone())
}

/// Six capitals that tell one subset of a font from another (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The font's PostScript name, or one of ours if it has none.
fn postscript_name(face: &Face, index: u8) -> String {
    let name = face.font.names().get(NameId::POSTSCRIPT_NAME).and_then(|name| name.english_or_first());
    let letters = name.into_iter().flat_map(|name| name.name().chars());
    let plain: String = letters.filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
    if plain.is_empty() { format!("Font{index}") } else { plain }
}
