//! Lines with histories, kept as they were read until they are recorded: they can be many, and each is long.

use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;

use tempfile::SpooledTempFile;

use super::history::History;
use super::lines::{self, Line};
use super::source::{Content, Raw};

/// Lines that were read without a fault. In memory while they are few, then in a file that has no name and goes with the program.
pub struct Kept {
    file: SpooledTempFile,
}

/// What is kept in memory.
const IN_MEMORY: usize = 4 << 20;

impl Kept {
    /// Nothing yet. When it grows it is kept in `folder`, which should be as private as the register.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { file: tempfile::spooled_tempfile_in(IN_MEMORY, folder) }
    }

    /// Keeps the line of a row that was [drafted](super::Desk::draft) as a history.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn push(&mut self, raw: &Raw) -> io::Result<()> {
        match &raw.content {
            Content::Record(..) => Ok(()),
            Content::Line(line) => self.file.write_all(&[line, b"\n".as_slice()].concat()),
        }
    }

    /// The histories, in order.
    ///
    /// # Errors
    /// When the file cannot be read again.
    pub fn histories(&mut self) -> io::Result<impl Iterator<Item = History>> {
        self.file.seek(SeekFrom::Start(0))?;
        let lines = BufReader::new(&mut self.file).split(b'\n').map_while(Result::ok);
        Ok(lines.filter_map(|line| match lines::read(&line) {
            Ok(Line::History(history)) => Some(*history),
            Ok(Line::Report(_)) | Err(_) => None,
        }))
    }
}
