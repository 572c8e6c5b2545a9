//! The file itself: objects go to the sink as they come, and its end says where each of them stands.
//!
//! Small objects are packed together and compressed (object streams, ISO 32000-1, 7.5.7). What is kept in memory is the place
//! of each object, eight bytes.

use std::io::Write;

use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use miniz_oxide::{DataFormat, deflate::CompressionLevel};
use sha2::{Digest, Sha256};

use super::syntax::{Ref, Syntax};
use crate::error::LetterError;

/// How many objects are packed together, and how many bytes of them.
const PACKED: usize = 200;
const PACKED_BYTES: usize = 48_000;

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

/// A file being written.
pub(super) struct File<W> {
    sink: W,
    written: u64,
    digest: Sha256,
    places: Vec<Place>,
    pack: Pack,
    deflate: Deflate,
}

/// The objects to be packed next.
#[derive(Default)]
struct Pack {
    objects: Vec<(Ref, usize)>,
    bytes: Vec<u8>,
}

impl<W: Write> File<W> {
    /// Begins a file in PDF 1.7. The second line tells mail programs that it is not text.
    pub fn new(sink: W) -> Result<Self, LetterError> {
        let (places, pack) = (Vec::new(), Pack::default());
        let mut file = Self { sink, written: 0, digest: Sha256::new(), places, pack, deflate: Deflate::new() };
        file.write(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
        Ok(file)
    }

    /// A number for an object that comes later.
    pub fn reserve(&mut self) -> Ref {
        self.places.push(Place::Open);
        Ref::try_from(self.places.len()).unwrap_or(Ref::MAX)
    }

    /// The first of so many numbers in a row.
    pub fn reserve_row(&mut self, count: usize) -> Ref {
        let first = self.places.len() + 1;
        self.places.resize(self.places.len() + count, Place::Open);
        Ref::try_from(first).unwrap_or(Ref::MAX)
    }

    /// Writes an object that is no stream.
    pub fn put(&mut self, object: Ref, write: impl FnOnce(&mut Vec<u8>)) -> Result<(), LetterError> {
        self.pack.objects.push((object, self.pack.bytes.len()));
        write(&mut self.pack.bytes);
        self.pack.bytes.push(b'\n');
        if self.pack.objects.len() >= PACKED || self.pack.bytes.len() >= PACKED_BYTES { self.unload() } else { Ok(()) }
    }

    /// Writes a stream, compressed. `entries` are those of its dictionary, without the length.
    pub fn stream(&mut self, object: Ref, entries: &[u8], data: &[u8]) -> Result<(), LetterError> {
        let data = self.deflate.compress(data)?;
        let entries = [entries, b"/Filter/FlateDecode"].concat();
        self.bare_stream(object, &entries, &data)
    }

    /// Writes a stream as it is.
    pub fn bare_stream(&mut self, object: Ref, entries: &[u8], data: &[u8]) -> Result<(), LetterError> {
        let at = u32::try_from(self.written).map_err(|_| too_large())?;
        self.place(object, Place::At(at))?;
        let mut head = Vec::with_capacity(entries.len() + 64);
        head.int(object.into()).raw(" 0 obj\n<<").extend_from_slice(entries);
        head.raw("/Length ").int(data.len() as i64).raw(">>\nstream\n");
        self.write(&head)?;
        self.write(data)?;
        self.write(b"\nendstream\nendobj\n")
    }

    /// Ends the file and gives the sink back, flushed.
    pub fn finish(mut self, catalog: Ref, info: Ref) -> Result<W, LetterError> {
        self.unload()?;
        let table = self.reserve();
        let at = u32::try_from(self.written).map_err(|_| too_large())?;
        self.place(table, Place::At(at))?;
        // The identifier is a hash of all that stands before it: equal content, equal identifier.
        let digest = self.digest.clone().finalize();
        let id = digest.get(..16).unwrap_or_default();
        let mut entries = Vec::new();
        entries.raw("/Type/XRef/W[1 4 2]/Size ").int(self.places.len() as i64 + 1);
        entries.raw("/Root ").reference(catalog).raw("/Info ").reference(info);
        entries.raw("/ID[").hex(id).hex(id).raw("]/DecodeParms<</Predictor 12/Columns 7>>");
        let rows = self.rows();
        self.stream(table, &entries, &rows)?;
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

    /// Writes the packed objects.
    fn unload(&mut self) -> Result<(), LetterError> {
        if self.pack.objects.is_empty() {
            return Ok(());
        }
        let pack = std::mem::take(&mut self.pack);
        let stream = self.reserve();
        let mut data = Vec::with_capacity(pack.bytes.len() + pack.objects.len() * 10);
        for (index, (object, at)) in pack.objects.iter().enumerate() {
            data.int((*object).into()).raw(" ").int(*at as i64).raw(" ");
            self.place(*object, Place::In(stream, u16::try_from(index).unwrap_or(u16::MAX)))?;
        }
        let mut entries = Vec::new();
        entries.raw("/Type/ObjStm/N ").int(pack.objects.len() as i64).raw("/First ").int(data.len() as i64);
        data.extend_from_slice(&pack.bytes);
        self.stream(stream, &entries, &data)
    }

    fn place(&mut self, object: Ref, place: Place) -> Result<(), LetterError> {
        let at = (object as usize).checked_sub(1).and_then(|index| self.places.get_mut(index)).ok_or_else(too_large)?;
        *at = place;
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LetterError> {
        self.digest.update(bytes);
        self.written += bytes.len() as u64;
        self.sink.write_all(bytes).map_err(|error| refused(&error))
    }
}

/// One compressor for all streams: setting one up costs more than compressing a page.
struct Deflate(Box<CompressorOxide>);

impl Deflate {
    fn new() -> Self {
        let mut compressor = Box::<CompressorOxide>::default();
        compressor.set_format_and_level(DataFormat::Zlib, CompressionLevel::DefaultLevel as u8);
        Self(compressor)
    }

    fn compress(&mut self, data: &[u8]) -> Result<Vec<u8>, LetterError> {
        let mut out = Vec::with_capacity(data.len() / 2 + 64);
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
