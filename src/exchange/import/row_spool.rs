//! Keeps the rows of a file until they are recorded. There can be many, and each may be long.

use std::io::{self, BufWriter, Seek as _, SeekFrom, Write as _};
use std::sync::Arc;

use ::csv::{ByteRecord, ReaderBuilder};

use crate::domain::invariant::{Invariant as _, broken};
use crate::exchange::import::history::History;
use crate::exchange::import::lines::{self, ImportLine};
use crate::exchange::import::source::{Content, Raw, csv_line};
use crate::exchange::import::table::FieldColumns;
use crate::register::Storage;

/// Rows of one file, without faults. They have words about families.
///
/// Each is kept as a CSV record, in either format: its number, and its fields or its line.
pub struct RowSpool {
    file: BufWriter<Box<dyn Storage>>,
    /// `None` for lines.
    columns: Option<Arc<FieldColumns>>,
}

const DELIMITER: u8 = b',';

impl RowSpool {
    /// Keeps rows in `file`, which should be as private as the register.
    #[must_use]
    pub fn new(file: impl Storage + 'static) -> Self {
        Self {
            file: BufWriter::new(Box::new(file)),
            columns: None,
        }
    }

    /// # Errors
    /// The file cannot be written.
    pub fn push(&mut self, raw: &Raw) -> io::Result<()> {
        let number = raw.row.to_string();
        let first = std::iter::once(number.as_bytes());
        let record = match &raw.content {
            Content::Record(record, columns) => {
                self.columns.get_or_insert_with(|| Arc::clone(columns));
                csv_line(first.chain(record.iter()), DELIMITER)
            }
            Content::Line(line) => csv_line(first.chain([line.as_slice()]), DELIMITER),
        };
        self.file.write_all(&record)
    }

    /// The rows, in order.
    ///
    /// # Errors
    /// The file cannot be read again.
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

    /// The rows with their numbers, in order. All of them are histories.
    pub fn histories(&mut self) -> io::Result<impl Iterator<Item = io::Result<(u64, History)>>> {
        Ok(self.rows()?.map(|raw| raw.map(history)))
    }
}

fn history(Raw { row, content }: Raw) -> (u64, History) {
    let Content::Line(line) = content else {
        broken("a history stands on a line");
    };
    match lines::read(&line) {
        Ok(ImportLine::History(history)) => (row, *history),
        Ok(ImportLine::Report(_)) | Err(_) => broken("what is kept was read as a history"),
    }
}

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
