//! Lines with histories, kept as they were read until they are recorded: they can be many, and each
//! is long.

use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom, Write as _};

use super::history::History;
use super::lines::{self, Line};
use super::source::{Content, Raw};
use crate::domain::invariant::broken;
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
    /// When the file cannot be read again: from its beginning, or to its end.
    pub fn histories(&mut self) -> io::Result<impl Iterator<Item = io::Result<History>>> {
        self.file.seek(SeekFrom::Start(0))?;
        let lines = BufReader::new(&mut self.file).split(b'\n');
        Ok(lines.map(|line| match lines::read(&line?) {
            Ok(Line::History(history)) => Ok(*history),
            Ok(Line::Report(_)) | Err(_) => broken("what is kept was read as a history"),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Seek, Write};

    /// A disk that takes what is written and gives nothing back.
    struct Unreadable;

    impl Read for Unreadable {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::InvalidData.into())
        }
    }

    impl Write for Unreadable {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Unreadable {
        fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
            Ok(0)
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_again_is_not_a_file_without_histories() {
        let mut kept = Kept::new(Unreadable);
        let first = kept.histories().unwrap().next();
        assert!(first.unwrap().is_err());
    }
}
