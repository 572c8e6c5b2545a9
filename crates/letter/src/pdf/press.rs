//! What takes objects to the sink: compresses them, and knows where each of them stands.

use std::io::Write;

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use sha2::{Digest, Sha256};

use super::syntax::{Ref, Syntax};
use crate::error::LetterError;

/// How hard streams are compressed, up to 10. The default, 6, makes files half a percent smaller and takes a sixth longer.
const LEVEL: u8 = 4;
/// The same for packed objects, which are much alike: one more makes files two percent smaller and takes a sixteenth longer.
const PACKED_LEVEL: u8 = 3;

/// A stream to be written.
pub(super) struct Job {
    pub object: Ref,
    /// Those of its dictionary, without its length and how it is compressed.
    pub entries: Vec<u8>,
    pub data: Vec<u8>,
    pub form: Form,
    /// The objects that are packed into it, in their order.
    pub packed: Vec<Ref>,
}

/// How a stream's data are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Still to be compressed.
    Loose,
    /// Compressed.
    Compressed,
    /// To be written as they are.
    Bare,
}

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    /// Nowhere yet.
    Open,
    /// At this byte.
    At(u32),
    /// Packed into the object of this number, at this index.
    In(Ref, u16),
}

/// Writes streams one after the other. What is kept in memory is the place of each object, eight bytes.
pub(super) struct Press<W> {
    sink: W,
    written: u64,
    digest: Sha256,
    places: Vec<Place>,
    deflate: Deflate,
}

impl<W: Write> Press<W> {
    /// Begins a file in PDF 1.7. The second line tells mail programs that it is not text.
    pub fn new(sink: W) -> Result<Self, LetterError> {
        let (digest, deflate) = (Sha256::new(), Deflate::default());
        let mut press = Self { sink, written: 0, digest, places: Vec::new(), deflate };
        press.write(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
        Ok(press)
    }

    /// Writes a stream.
    pub fn print(&mut self, job: Job) -> Result<(), LetterError> {
        let at = u32::try_from(self.written).map_err(|_| too_large())?;
        self.place(job.object, Place::At(at))?;
        for (index, object) in job.packed.iter().enumerate() {
            self.place(*object, Place::In(job.object, u16::try_from(index).unwrap_or(u16::MAX)))?;
        }
        let job = self.deflate.compressed(job)?;
        let mut head = Vec::with_capacity(job.entries.len() + 64);
        head.int(job.object.into()).raw(" 0 obj\n<<").extend_from_slice(&job.entries);
        head.raw(if job.form == Form::Bare { "" } else { "/Filter/FlateDecode" });
        head.raw("/Length ").int(job.data.len() as i64).raw(">>\nstream\n");
        self.write(&head)?;
        self.write(&job.data)?;
        self.write(b"\nendstream\nendobj\n")
    }

    /// Ends a file of so many objects, and the table of their places, which is one more. Gives the sink back, flushed.
    pub fn finish(mut self, objects: Ref, catalog: Ref, info: Ref) -> Result<W, LetterError> {
        let at = u32::try_from(self.written).map_err(|_| too_large())?;
        let table = objects.checked_add(1).ok_or_else(too_large)?;
        self.place(table, Place::At(at))?;
        // The identifier is a hash of all that stands before it: equal content, equal identifier.
        let digest = self.digest.clone().finalize();
        let id = digest.get(..16).unwrap_or_default();
        let mut entries = Vec::new();
        entries.raw("/Type/XRef/W[1 4 2]/Size ").int(i64::from(table) + 1);
        entries.raw("/Root ").reference(catalog).raw("/Info ").reference(info);
        entries.raw("/ID[").hex(id).hex(id).raw("]/DecodeParms<</Predictor 12/Columns 7>>");
        let data = self.rows();
        self.print(Job { object: table, entries, data, form: Form::Loose, packed: Vec::new() })?;
        let mut end = Vec::new();
        end.raw("startxref\n").int(at.into()).raw("\n%%EOF\n");
        self.write(&end)?;
        self.sink.flush().map_err(|error| refused(&error))?;
        Ok(self.sink)
    }

    /// The table of places, each row as its difference from the one before: rows are alike.
    fn rows(&self) -> Vec<u8> {
        let mut rows = Vec::with_capacity((self.places.len() + 1) * 8);
        let mut before = [0; 7];
        for place in std::iter::once(&Place::Open).chain(&self.places) {
            let (kind, first, second) = match *place {
                Place::Open => (0, 0, u16::MAX),
                Place::At(byte) => (1, byte, 0),
                Place::In(stream, index) => (2, stream, index),
            };
            let ([a, b, c, d], [e, f]) = (first.to_be_bytes(), second.to_be_bytes());
            let row = [kind, a, b, c, d, e, f];
            rows.push(2);
            rows.extend(row.iter().zip(before).map(|(byte, above)| byte.wrapping_sub(above)));
            before = row;
        }
        rows
    }

    fn place(&mut self, object: Ref, place: Place) -> Result<(), LetterError> {
        let index = object.checked_sub(1).filter(|_| object < Ref::MAX).ok_or_else(too_large)? as usize;
        if self.places.len() <= index {
            self.places.resize(index + 1, Place::Open);
        }
        if let Some(slot) = self.places.get_mut(index) {
            *slot = place;
        }
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LetterError> {
        self.digest.update(bytes);
        self.written += bytes.len() as u64;
        self.sink.write_all(bytes).map_err(|error| refused(&error))
    }
}

/// One compressor for all streams: setting one up costs more than compressing a page.
#[derive(Default)]
pub(super) struct Deflate(Box<CompressorOxide>);

impl Deflate {
    /// The stream with its data compressed, if they are to be.
    pub fn compressed(&mut self, job: Job) -> Result<Job, LetterError> {
        if job.form != Form::Loose {
            return Ok(job);
        }
        let level = if job.packed.is_empty() { LEVEL } else { PACKED_LEVEL };
        let data = self.compress(&job.data, level)?;
        Ok(Job { data, form: Form::Compressed, ..job })
    }

    fn compress(&mut self, data: &[u8], level: u8) -> Result<Vec<u8>, LetterError> {
        let mut out = Vec::with_capacity(data.len() / 2 + 64);
        self.0.set_format_and_level(DataFormat::Zlib, level);
        self.0.reset();
        let (status, _) = compress_to_output(&mut self.0, data, TDEFLFlush::Finish, |bytes| {
            out.extend_from_slice(bytes);
            true
        });
        if status == TDEFLStatus::Done {
            Ok(out)
        } else {
            Err(LetterError::Pdf { reason: "a stream could not be compressed".into() })
        }
    }
}

fn refused(error: &std::io::Error) -> LetterError {
    LetterError::Pdf { reason: format!("the sink took no more: {error}") }
}

fn too_large() -> LetterError {
    LetterError::Pdf { reason: "the file would be larger than 4 GB: make several".into() }
}
