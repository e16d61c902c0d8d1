//! Lines with histories, kept as they were read until they are recorded: they can be many, and each
//! is long.

use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};

use super::history::History;
use super::lines::{self, Line};
use super::source::{Content, Raw};
use crate::register::Storage;

/// Lines that were read without a fault. They hold words about families.
pub struct Kept {
    file: Box<dyn Storage>,
}

impl Kept {
    /// Nothing yet; what comes is kept in `file`, which should be as private as the register.
    #[must_use]
    pub fn new(file: impl Storage + 'static) -> Self {
        Self {
            file: Box::new(file),
        }
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
        let lines = BufReader::new(&mut self.file)
            .split(b'\n')
            .map_while(Result::ok);
        Ok(lines.filter_map(|line| match lines::read(&line) {
            Ok(Line::History(history)) => Some(*history),
            Ok(Line::Report(_)) | Err(_) => None,
        }))
    }
}
