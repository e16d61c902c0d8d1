//! Rows as they were read, kept until they are recorded: they can be many, and each may be long.

use std::io::{self, BufWriter, Seek as _, SeekFrom, Write as _};
use std::sync::Arc;

use ::csv::{ByteRecord, ReaderBuilder};

use crate::domain::invariant::{Invariant as _, broken};
use crate::exchange::import::history::History;
use crate::exchange::import::lines::{self, ImportLine};
use crate::exchange::import::source::{Content, Raw, written};
use crate::exchange::import::table::FieldColumns;
use crate::register::Storage;

/// Rows of one file that were read without a fault. They hold words about families.
///
/// Each is kept as a record of CSV, whatever the form of its file: its number, and its fields or
/// its line.
pub struct RowSpool {
    file: BufWriter<Box<dyn Storage>>,
    /// Of a table; `None` for lines.
    columns: Option<Arc<FieldColumns>>,
}

const DELIMITER: u8 = b',';

impl RowSpool {
    /// Nothing yet; what comes is kept in `file`, which should be as private as the register.
    #[must_use]
    pub fn new(file: impl Storage + 'static) -> Self {
        Self {
            file: BufWriter::new(Box::new(file)),
            columns: None,
        }
    }

    /// Keeps a row.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn push(&mut self, raw: &Raw) -> io::Result<()> {
        let number = raw.row.to_string();
        let first = std::iter::once(number.as_bytes());
        let record = match &raw.content {
            Content::Record(record, columns) => {
                self.columns.get_or_insert_with(|| Arc::clone(columns));
                written(first.chain(record.iter()), DELIMITER)
            }
            Content::Line(line) => written(first.chain([line.as_slice()]), DELIMITER),
        };
        self.file.write_all(&record)
    }

    /// The rows, in order.
    ///
    /// # Errors
    /// When the file cannot be read again: from its beginning, or to its end.
    pub fn rows(&mut self) -> io::Result<impl Iterator<Item = io::Result<Raw>>> {
        self.file.flush()?;
        let file = self.file.get_mut();
        file.seek(SeekFrom::Start(0))?;
        let records = ReaderBuilder::new()
            .delimiter(DELIMITER)
            .has_headers(false)
            .flexible(true)
            .from_reader(file)
            .into_byte_records();
        let columns = self.columns.clone();
        Ok(records.map(move |record| Ok(raw(&record.map_err(io::Error::from)?, columns.as_ref()))))
    }

    /// The rows that were [drafted](super::RowParser::draft) as histories, in order, each with the number
    /// of its row; no other was kept.
    ///
    /// # Errors
    /// As [`RowSpool::rows`].
    pub fn histories(&mut self) -> io::Result<impl Iterator<Item = io::Result<(u64, History)>>> {
        let history = |raw: io::Result<Raw>| {
            let Raw { row, content } = raw?;
            match content {
                Content::Line(line) => match lines::read(&line) {
                    Ok(ImportLine::History(history)) => Ok((row, *history)),
                    Ok(ImportLine::Report(_)) | Err(_) => {
                        broken("what is kept was read as a history")
                    }
                },
                Content::Record(..) => broken("a history stands on a line"),
            }
        };
        Ok(self.rows()?.map(history))
    }
}

/// The row that was kept so.
fn raw(record: &ByteRecord, columns: Option<&Arc<FieldColumns>>) -> Raw {
    let number = record
        .get(0)
        .and_then(|number| std::str::from_utf8(number).ok());
    let row = number
        .and_then(|number| number.parse().ok())
        .certain("each row is kept with its number");
    let content = match columns {
        Some(columns) => Content::Record(record.iter().skip(1).collect(), Arc::clone(columns)),
        None => Content::Line(record.get(1).certain("each line is kept").to_vec()),
    };
    Raw { row, content }
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
        let mut kept = RowSpool::new(Unreadable);
        let first = kept.histories().unwrap().next();
        assert!(first.unwrap().is_err());
    }
}
