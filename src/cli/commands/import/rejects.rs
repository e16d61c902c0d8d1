//! The file of rows that were turned down, each with why: to be mended and imported again. It holds words about families.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::cli::failure::Failure;
use crate::intake::{Raw, Rejects};

/// A file that appears whole, under a name that nothing had, and readable by its owner alone.
pub struct RejectsFile {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
    rejects: Rejects,
    headings: Option<Vec<u8>>,
    rows: u64,
}

impl RejectsFile {
    /// Begins it; nothing is seen of it yet. What is there already is never overwritten.
    pub fn begin(path: PathBuf, rejects: Rejects, headings: Option<Vec<u8>>) -> Result<Self, Failure> {
        if path.exists() {
            return Err(Failure::FileNotWritten { path, error: io::ErrorKind::AlreadyExists.into() });
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        // Temporary files are made with mode 0600.
        let file = NamedTempFile::new_in(folder).map_err(|error| Failure::FileNotWritten { path: path.clone(), error })?;
        Ok(Self { path, file: BufWriter::new(file), rejects, headings, rows: 0 })
    }

    /// One more row, and why.
    pub fn push(&mut self, raw: &Raw, because: &str) -> io::Result<()> {
        if let Some(headings) = self.headings.take() {
            self.file.write_all(&headings)?;
        }
        self.rows += 1;
        self.file.write_all(&self.rejects.row(raw, because))
    }

    /// Makes sure that the disk has all of it, before anything else is recorded. `None` when no row was turned down.
    pub fn written(mut self) -> Result<Option<WrittenRejects>, Failure> {
        let failed = |error| Failure::FileNotWritten { path: self.path.clone(), error };
        if self.rows == 0 {
            return Ok(None);
        }
        self.file.flush().map_err(failed)?;
        self.file.get_ref().as_file().sync_all().map_err(failed)?;
        let file =
            self.file.into_inner().map_err(|error| Failure::FileNotWritten { path: self.path.clone(), error: error.into_error() })?;
        Ok(Some(WrittenRejects { path: self.path, file }))
    }
}

/// A file that is complete and has no name yet.
pub struct WrittenRejects {
    path: PathBuf,
    file: NamedTempFile,
}

impl WrittenRejects {
    /// Gives it its name.
    pub fn named(self) -> Result<PathBuf, Failure> {
        let Self { path, file } = self;
        match file.persist_noclobber(&path) {
            Ok(_) => Ok(path),
            Err(error) => Err(Failure::FileNotWritten { path, error: error.error }),
        }
    }
}
