//! The file itself: objects go to the sink as they come, and its end says where each of them stands.
//!
//! Small objects are packed together and compressed (object streams, ISO 32000-1, 7.5.7).

use std::io::Write;

use super::press::{Form, Job, Press};
use super::syntax::{Ref, Syntax};
use super::thread::Thread;
use crate::error::LetterError;

/// How many objects are packed together, and how many bytes of them.
const PACKED: usize = 200;
const PACKED_BYTES: usize = 48_000;

/// A file being written.
pub(super) struct File<W> {
    output: Output<W>,
    /// How many objects have a number.
    objects: Ref,
    pack: Pack,
}

/// Where streams are compressed and written.
enum Output<W> {
    Here(Box<Press<W>>),
    Beside(Thread<W>),
}

/// The objects to be packed next.
#[derive(Default)]
struct Pack {
    objects: Vec<(Ref, usize)>,
    bytes: Vec<u8>,
}

impl<W: Write> File<W> {
    /// Begins a file.
    pub fn new(sink: W) -> Result<Self, LetterError> {
        Ok(Self::of(Output::Here(Box::new(Press::new(sink)?))))
    }

    /// Begins a file whose streams are compressed and written on a thread of their own.
    pub fn on_a_thread(sink: W) -> Result<Self, LetterError>
    where
        W: Send + 'static,
    {
        Ok(Self::of(Output::Beside(Thread::start(Press::new(sink)?)?)))
    }

    fn of(output: Output<W>) -> Self {
        Self { output, objects: 0, pack: Pack::default() }
    }

    /// A number for an object that comes later.
    pub const fn reserve(&mut self) -> Ref {
        self.reserve_row(1)
    }

    /// The first of so many numbers in a row.
    pub const fn reserve_row(&mut self, count: usize) -> Ref {
        let first = self.objects.saturating_add(1);
        let count = if count < Ref::MAX as usize { count as Ref } else { Ref::MAX };
        self.objects = self.objects.saturating_add(count);
        first
    }

    /// Writes an object that is no stream.
    pub fn put(&mut self, object: Ref, write: impl FnOnce(&mut Vec<u8>)) -> Result<(), LetterError> {
        self.pack.objects.push((object, self.pack.bytes.len()));
        write(&mut self.pack.bytes);
        self.pack.bytes.push(b'\n');
        if self.pack.objects.len() >= PACKED || self.pack.bytes.len() >= PACKED_BYTES { self.unload() } else { Ok(()) }
    }

    /// Writes a stream, compressed. `entries` are those of its dictionary, without the length.
    pub fn stream(&mut self, object: Ref, entries: Vec<u8>, data: Vec<u8>) -> Result<(), LetterError> {
        self.print(Job { object, entries, data, form: Form::Loose, packed: Vec::new() })
    }

    /// Writes a stream as it is.
    pub fn bare_stream(&mut self, object: Ref, entries: Vec<u8>, data: Vec<u8>) -> Result<(), LetterError> {
        self.print(Job { object, entries, data, form: Form::Bare, packed: Vec::new() })
    }

    fn print(&mut self, job: Job) -> Result<(), LetterError> {
        match &mut self.output {
            Output::Here(press) => press.print(job),
            Output::Beside(thread) => thread.print(job),
        }
    }

    /// Ends the file and gives the sink back, flushed.
    pub fn finish(mut self, catalog: Ref, info: Ref) -> Result<W, LetterError> {
        self.unload()?;
        let press = match self.output {
            Output::Here(press) => *press,
            Output::Beside(thread) => thread.finish()?,
        };
        press.finish(self.objects, catalog, info)
    }

    /// Writes the packed objects.
    fn unload(&mut self) -> Result<(), LetterError> {
        if self.pack.objects.is_empty() {
            return Ok(());
        }
        let pack = std::mem::take(&mut self.pack);
        let object = self.reserve();
        let mut data = Vec::with_capacity(pack.bytes.len() + pack.objects.len() * 10);
        for (object, at) in &pack.objects {
            data.int((*object).into()).raw(" ").int(*at as i64).raw(" ");
        }
        let mut entries = Vec::new();
        entries.raw("/Type/ObjStm/N ").int(pack.objects.len() as i64).raw("/First ").int(data.len() as i64);
        data.extend_from_slice(&pack.bytes);
        let packed = pack.objects.into_iter().map(|(object, _)| object).collect();
        self.print(Job { object, entries, data, form: Form::Loose, packed })
    }
}
