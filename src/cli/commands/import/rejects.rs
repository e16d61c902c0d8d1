//! The file of rows that were turned down, each with why: to be mended and imported again. It holds
//! words about families.

use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;

use crate::cli::failure::Failure;
use crate::cli::new_file::{self, NewFile};
use crate::intake::{Raw, Rejects};
use crate::render::complaints::NotThus;

/// A file that appears whole, under a name that nothing had, and readable by its owner alone.
pub struct RejectsFile {
    path: PathBuf,
    file: BufWriter<NewFile>,
    rejects: Rejects,
    headings: Option<Vec<u8>>,
    rows: u64,
}

impl RejectsFile {
    /// Begins it; nothing is seen of it yet. What is there already is never overwritten.
    pub fn begin(
        path: PathBuf,
        rejects: Rejects,
        headings: Option<Vec<u8>>,
    ) -> Result<Self, Failure> {
        if new_file::is_taken(&path) {
            return Err(Failure::NotThus(NotThus::FileExists { path }));
        }
        match NewFile::begin(&path) {
            Ok(file) => Ok(Self {
                path,
                file: BufWriter::new(file),
                rejects,
                headings,
                rows: 0,
            }),
            Err(error) => Err(Failure::FileNotWritten { path, error }),
        }
    }

    /// One more row, and why.
    pub fn push(&mut self, raw: &Raw, because: &str) -> io::Result<()> {
        if let Some(headings) = self.headings.take() {
            self.file.write_all(&headings)?;
        }
        self.rows += 1;
        self.file.write_all(&self.rejects.row(raw, because))
    }

    /// Makes sure that the disk has all of it, before anything else is recorded. `None` when no row
    /// was turned down.
    pub fn written(self) -> Result<Option<WrittenRejects>, Failure> {
        let Self {
            path, file, rows, ..
        } = self;
        if rows == 0 {
            return Ok(None);
        }
        let whole = file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)
            .and_then(|mut file| file.written().map(|()| file));
        match whole {
            Ok(file) => Ok(Some(WrittenRejects { path, file })),
            Err(error) => Err(Failure::FileNotWritten { path, error }),
        }
    }
}

/// A file that is complete and has no name yet.
pub struct WrittenRejects {
    path: PathBuf,
    file: NewFile,
}

impl WrittenRejects {
    /// Gives it its name.
    pub fn named(self) -> Result<PathBuf, Failure> {
        let Self { path, file } = self;
        file.named()
            .map_err(|error| Failure::FileNotWritten { path, error })
    }
}
