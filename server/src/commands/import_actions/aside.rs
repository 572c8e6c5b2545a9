//! Actions that were checked, put aside until all others are: in a file without a name, which goes with the process.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Read as _, Seek as _, Write as _},
    path::Path,
};

use anyhow::{Context as _, Result};
use engine::import_actions::Checked;

/// How much is written or read at once, in bytes.
const BUFFER: usize = 1 << 20;

/// The actions that were put aside.
pub struct Aside {
    file: BufWriter<File>,
    rows: u64,
}

impl Aside {
    /// None yet; the file is going to be in this folder, which is made if it is missing.
    ///
    /// # Errors
    /// When no file can be made there.
    pub fn within(folder: &Path) -> Result<Self> {
        let file = std::fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder));
        let file =
            file.with_context(|| format!("no file can be made in {}: the rows are put aside there", folder.display()))?;
        Ok(Self { file: BufWriter::with_capacity(BUFFER, file), rows: 0 })
    }

    /// One more.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn put(&mut self, action: &Checked) -> Result<()> {
        self.rows += 1;
        self.file
            .write_all(&action.bytes())
            .context("the rows cannot be put aside: make room and import the file again")
    }

    /// How many there are.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Hands them over in portions, each in the order of ids, until `take` wants no more.
    ///
    /// # Errors
    /// When the file cannot be read back.
    pub fn portions(self, size: usize, mut take: impl FnMut(Vec<Checked>) -> bool) -> Result<()> {
        let mut file =
            self.file.into_inner().context("the rows cannot be put aside: make room and import the file again")?;
        file.rewind()?;
        let (mut file, mut left) = (BufReader::with_capacity(BUFFER, file), self.rows);
        while left > 0 {
            let rows = left.min(size as u64);
            left -= rows;
            let mut portion = (0..rows).map(|_| next(&mut file)).collect::<Result<Vec<_>>>()?;
            portion.sort_unstable_by_key(Checked::id);
            if !take(portion) {
                break;
            }
        }
        Ok(())
    }
}

fn next(file: &mut BufReader<File>) -> Result<Checked> {
    let mut bytes = [0; Checked::WIDTH];
    file.read_exact(&mut bytes)?;
    Checked::of_bytes(bytes).context("the rows that were put aside cannot be read back: import the file again")
}
