//! The rows of a table, split at line ends and delimiters. Text in quotation marks may have both.
//!
//! A reader that tolerates a quotation mark in the wrong place may read two rows as one, and send
//! what was seen in one family to the owner of another. So it is an error here.

use std::io::BufRead as _;

use ::csv::ByteRecord;

use crate::domain::invariant::at;
use crate::exchange::import::bytes::{DecodedFile, MAX_ROW_BYTES};
use crate::exchange::import::file_fault::{FileFault, QuoteFault, SourceError};

/// Encloses a text with a delimiter, a line end or a quotation mark in it.
const QUOTE: u8 = b'"';

pub struct Records {
    bytes: DecodedFile,
    splitter: FieldSplitter,
    /// The number of the last row, from 1. Empty rows count.
    row: u64,
}

/// The state between two bytes.
struct FieldSplitter {
    delimiter: u8,
    place: FieldPosition,
    /// The field so far.
    field: Vec<u8>,
    /// The current line, from 1.
    line: u64,
    /// The line where the last quoted text began.
    quote_line: u64,
    /// Whether the last byte was a carriage return: a line feed after it is part of the same line end.
    after_return: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FieldPosition {
    /// Outside of quotation marks.
    Plain,
    Quoted,
    /// After a quotation mark that closes the text, or is the first of two that mean one.
    Closed,
}

impl Records {
    pub fn new(bytes: DecodedFile, delimiter: u8) -> Self {
        Self {
            bytes,
            splitter: FieldSplitter {
                delimiter,
                place: FieldPosition::Plain,
                field: Vec::new(),
                line: 1,
                quote_line: 1,
                after_return: false,
            },
            row: 0,
        }
    }

    /// Reads the next row into `record` and gives its number; `None` at the end.
    ///
    /// # Errors
    /// A quotation mark in the wrong place, a row without an end, or a file that cannot be read.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, SourceError> {
        record.clear();
        self.row += 1;
        let mut length = 0;
        loop {
            let piece = self.bytes.fill_buf().map_err(SourceError::Input)?;
            let is_end = piece.is_empty();
            let read = if is_end {
                self.splitter.finish(record).map(|is_row| (0, is_row))
            } else {
                self.splitter.take(piece, record)
            };
            let (used, is_row) = read.map_err(|fault| FileFault::Misquoted {
                fault,
                row: self.row,
                line: self.splitter.quote_line,
            })?;
            self.bytes.consume(used);
            length += used;
            if length > MAX_ROW_BYTES {
                return Err(FileFault::EndlessRow(self.row).into());
            }
            if is_row || is_end {
                return Ok(is_row.then_some(self.row));
            }
        }
    }
}

impl FieldSplitter {
    /// Reads at most to the end of the row. Gives the number of bytes, and whether the row ended.
    fn take(&mut self, piece: &[u8], record: &mut ByteRecord) -> Result<(usize, bool), QuoteFault> {
        let mut used = 0;
        while used < piece.len() {
            let rest = at(piece, used..);
            let special = rest.iter().position(|byte| self.is_special(*byte));
            let text = at(rest, ..special.unwrap_or(rest.len()));
            if !text.is_empty() {
                self.take_text(text)?;
                used += text.len();
            } else if let Some(byte) = rest.first() {
                used += 1;
                if self.take_special(*byte, record)? {
                    return Ok((used, true));
                }
            }
        }
        Ok((used, false))
    }

    fn is_special(&self, byte: u8) -> bool {
        byte == self.delimiter || matches!(byte, QUOTE | b'\r' | b'\n')
    }

    fn take_text(&mut self, text: &[u8]) -> Result<(), QuoteFault> {
        if self.place == FieldPosition::Closed {
            return Err(QuoteFault::TextAfter);
        }
        self.after_return = false;
        self.field.extend_from_slice(text);
        Ok(())
    }

    /// Gives whether the byte ended the row.
    fn take_special(&mut self, byte: u8, record: &mut ByteRecord) -> Result<bool, QuoteFault> {
        let is_second = std::mem::replace(&mut self.after_return, byte == b'\r') && byte == b'\n';
        self.line += u64::from(matches!(byte, b'\r' | b'\n') && !is_second);
        match (self.place, byte) {
            (FieldPosition::Quoted, QUOTE) => self.place = FieldPosition::Closed,
            (FieldPosition::Quoted, _) => self.field.push(byte),
            (FieldPosition::Closed, QUOTE) => {
                self.place = FieldPosition::Quoted;
                self.field.push(byte);
            }
            (FieldPosition::Plain, QUOTE) => self.open_quote()?,
            (FieldPosition::Plain | FieldPosition::Closed, b'\r' | b'\n') => {
                // The carriage return before it ended the previous row.
                if !is_second {
                    self.end_field(record);
                    return Ok(true);
                }
            }
            (FieldPosition::Plain | FieldPosition::Closed, _) => self.end_field(record),
        }
        Ok(false)
    }

    /// A quotation mark outside of a quoted text. Within words it is a plain character, as programs
    /// write it that never quote. After spaces it was meant to open a text, which would be split at
    /// its first comma.
    fn open_quote(&mut self) -> Result<(), QuoteFault> {
        if self.field.is_empty() {
            (self.place, self.quote_line) = (FieldPosition::Quoted, self.line);
        } else if self.field.iter().all(u8::is_ascii_whitespace) {
            self.quote_line = self.line;
            return Err(QuoteFault::SpaceBefore);
        } else {
            self.field.push(QUOTE);
        }
        Ok(())
    }

    /// At the end of the file. Gives whether there is a last row without a line end.
    fn finish(&mut self, record: &mut ByteRecord) -> Result<bool, QuoteFault> {
        match self.place {
            FieldPosition::Quoted => return Err(QuoteFault::Unclosed),
            FieldPosition::Plain if self.field.is_empty() && record.is_empty() => return Ok(false),
            FieldPosition::Plain | FieldPosition::Closed => self.end_field(record),
        }
        Ok(true)
    }

    fn end_field(&mut self, record: &mut ByteRecord) {
        record.push_field(&self.field);
        self.field.clear();
        self.place = FieldPosition::Plain;
    }
}

#[cfg(test)]
mod tests;
