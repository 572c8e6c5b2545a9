//! What printpdf leaves out or takes from the clock.

use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::error::LetterError;
use crate::frame::Document;

use super::codes::Codes;

/// Completes the file and gives its bytes.
pub(super) fn finish(mut pdf: lopdf::Document, document: &Document, codes: &Codes) -> Result<Vec<u8>, LetterError> {
    pdf.version = "1.7".into();
    describe(&mut pdf, document)?;
    lead_to_glyphs(&mut pdf, codes)?;
    pdf.compress();
    // The identifier is a hash of the file without one: equal content, equal identifier.
    set_id(&mut pdf, &[0; 16]);
    let digest = Sha256::digest(bytes(&mut pdf)?);
    set_id(&mut pdf, digest.get(..16).unwrap_or_default());
    bytes(&mut pdf)
}

/// Title, dates and language.
fn describe(pdf: &mut lopdf::Document, document: &Document) -> Result<(), LetterError> {
    let date = document.date;
    let stamp = Object::string_literal(format!("D:{:04}{:02}{:02}000000Z", date.year, date.month, date.day));
    let info = dictionary! {
        "Title" => unicode(&document.title),
        "Producer" => Object::string_literal("Pillarbox"),
        "CreationDate" => stamp.clone(),
        "ModDate" => stamp,
    };
    let info_id = pdf.trailer.get(b"Info").and_then(Object::as_reference).map_err(refused)?;
    pdf.set_object(info_id, Object::Dictionary(info));
    let catalog = pdf.catalog_mut().map_err(refused)?;
    if !document.lang.is_empty() {
        catalog.set("Lang", unicode(&document.lang));
    }
    // A letter scaled to fit misses its envelope's window.
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true, "PrintScaling" => Object::Name(b"None".to_vec()) },
    );
    Ok(())
}

/// Replaces the identity between codes and glyphs by our tables.
fn lead_to_glyphs(pdf: &mut lopdf::Document, codes: &Codes) -> Result<(), LetterError> {
    for font in codes.fonts() {
        let table = pdf.add_object(Stream::new(Dictionary::new(), font.to_glyph.clone()));
        let descendant = pdf.objects.values_mut().find_map(|object| descendant(object, font.name.as_bytes()));
        let descendant = descendant.ok_or(LetterError::BadFont { index: font.index })?;
        descendant.set("CIDToGIDMap", Object::Reference(table));
    }
    Ok(())
}

/// The font dictionary inside a composite font of this name.
fn descendant<'o>(object: &'o mut Object, name: &[u8]) -> Option<&'o mut Dictionary> {
    let font = object.as_dict_mut().ok()?;
    if font.get(b"BaseFont").and_then(Object::as_name).ok()? != name {
        return None;
    }
    font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).ok()?.first_mut()?.as_dict_mut().ok()
}

fn set_id(pdf: &mut lopdf::Document, id: &[u8]) {
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", Object::Array(vec![id.clone(), id]));
}

fn bytes(pdf: &mut lopdf::Document) -> Result<Vec<u8>, LetterError> {
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).map_err(|error| LetterError::Pdf { reason: error.to_string() })?;
    Ok(bytes)
}

/// A text string: ASCII as it is, anything else as UTF-16 with a mark (ISO 32000-1, 7.9.2.2).
fn unicode(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

fn refused(error: lopdf::Error) -> LetterError {
    LetterError::Pdf { reason: error.to_string() }
}
