//! The rows of a table, cut at its line ends and delimiters. Text in quotation marks may hold both.
//!
//! A reader that forgives a quotation mark in the wrong place reads two rows as one, and what was
//! seen in one family then goes to the owner of another. So none is forgiven here.

use std::io::BufRead as _;

use ::csv::ByteRecord;

use crate::domain::invariant::at;
use crate::exchange::import::bytes::{DecodedFile, LONGEST_ROW};
use crate::exchange::import::field_error::{FileFault, Misquoted};
use crate::exchange::import::source::Unopened;

/// What stands around a text that holds a delimiter, a line end or a quotation mark.
const QUOTE: u8 = b'"';

/// The rows of a table, one after another.
pub struct Records {
    bytes: DecodedFile,
    cut: Cut,
    /// The row that was read last; the first is 1, also when nothing stands in it.
    row: u64,
}

/// Where reading is, between two bytes.
struct Cut {
    delimiter: u8,
    place: FieldPosition,
    /// What stands in the field so far.
    field: Vec<u8>,
    /// The line that is read, and that on which the last quoted text began; the first is 1.
    line: u64,
    began: u64,
    /// Whether the last byte was a carriage return: a line feed behind it ends no other line.
    returned: bool,
}

/// Where in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FieldPosition {
    /// Outside of quotation marks: at the beginning, or in a text that has none around it.
    Plain,
    /// Between quotation marks.
    Quoted,
    /// Behind a quotation mark that closed the text, or is the first of two that stand for one.
    Closed,
}

impl Records {
    /// The rows of this file, with `delimiter` between their fields.
    pub fn of(bytes: DecodedFile, delimiter: u8) -> Self {
        Self {
            bytes,
            cut: Cut {
                delimiter,
                place: FieldPosition::Plain,
                field: Vec::new(),
                line: 1,
                began: 1,
                returned: false,
            },
            row: 0,
        }
    }

    /// Reads the next row into `record` and gives its number; `None` when there is none.
    ///
    /// # Errors
    /// [`Unopened`]: a quotation mark in the wrong place, a row without an end, or a file that
    /// cannot be read.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Unopened> {
        record.clear();
        self.row += 1;
        let row = self.row;
        let (misquoted, mut length) = (|how, line| fault(FileFault::Misquoted(how, row, line)), 0);
        loop {
            let piece = self.bytes.fill_buf().map_err(Unopened::Input)?;
            if piece.is_empty() {
                return match self.cut.last(record) {
                    Ok(is_row) => Ok(is_row.then_some(row)),
                    Err(how) => Err(misquoted(how, self.cut.began)),
                };
            }
            let (used, ended) = self
                .cut
                .take(piece, record)
                .map_err(|how| misquoted(how, self.cut.began))?;
            self.bytes.consume(used);
            length += used;
            if length > LONGEST_ROW {
                return Err(fault(FileFault::EndlessRow(row)));
            }
            if ended {
                return Ok(Some(row));
            }
        }
    }
}

fn fault(fault: FileFault) -> Unopened {
    Unopened::File(vec![fault])
}

impl Cut {
    /// Reads on, at most to the end of the row. Gives how many bytes were read, and whether the row
    /// ended.
    fn take(&mut self, piece: &[u8], record: &mut ByteRecord) -> Result<(usize, bool), Misquoted> {
        let mut used = 0;
        while used < piece.len() {
            let rest = at(piece, used..);
            let plain = rest.iter().position(|byte| self.cuts(*byte));
            let text = at(rest, ..plain.unwrap_or(rest.len()));
            if !text.is_empty() {
                self.text(text)?;
                used += text.len();
            } else if let Some(byte) = rest.first() {
                used += 1;
                if self.one(*byte, record)? {
                    return Ok((used, true));
                }
            }
        }
        Ok((used, false))
    }

    /// Whether a byte can be more than a piece of text.
    fn cuts(&self, byte: u8) -> bool {
        byte == self.delimiter || matches!(byte, QUOTE | b'\r' | b'\n')
    }

    /// Text in which nothing cuts.
    fn text(&mut self, text: &[u8]) -> Result<(), Misquoted> {
        if self.place == FieldPosition::Closed {
            return Err(Misquoted::TextBehind);
        }
        self.returned = false;
        self.field.extend_from_slice(text);
        Ok(())
    }

    /// A byte that may cut; whether it ended the row.
    fn one(&mut self, byte: u8, record: &mut ByteRecord) -> Result<bool, Misquoted> {
        let of_two = std::mem::replace(&mut self.returned, byte == b'\r') && byte == b'\n';
        self.line += u64::from(matches!(byte, b'\r' | b'\n') && !of_two);
        match (self.place, byte) {
            (FieldPosition::Quoted, QUOTE) => self.place = FieldPosition::Closed,
            (FieldPosition::Quoted, _) => self.field.push(byte),
            (FieldPosition::Closed, QUOTE) => {
                self.place = FieldPosition::Quoted;
                self.field.push(byte);
            }
            (FieldPosition::Plain, QUOTE) => self.opened()?,
            (FieldPosition::Plain | FieldPosition::Closed, b'\r' | b'\n') => {
                // The first of the two ended the row before this one.
                if !of_two {
                    self.end(record);
                    return Ok(true);
                }
            }
            (FieldPosition::Plain | FieldPosition::Closed, _) => self.end(record),
        }
        Ok(false)
    }

    /// A quotation mark outside of a quoted text. Within words it is a letter like any other: it
    /// ends no row and moves no words, and programs write so that put quotation marks around
    /// nothing. Behind spaces it was meant to open a text, which would be cut at its first comma.
    fn opened(&mut self) -> Result<(), Misquoted> {
        if self.field.is_empty() {
            (self.place, self.began) = (FieldPosition::Quoted, self.line);
        } else if self.field.iter().all(u8::is_ascii_whitespace) {
            self.began = self.line;
            return Err(Misquoted::SpaceBefore);
        } else {
            self.field.push(QUOTE);
        }
        Ok(())
    }

    /// Behind the last byte of the file: whether a row stands there that has no line end.
    fn last(&mut self, record: &mut ByteRecord) -> Result<bool, Misquoted> {
        match self.place {
            FieldPosition::Quoted => return Err(Misquoted::Unclosed),
            FieldPosition::Plain if self.field.is_empty() && record.is_empty() => return Ok(false),
            FieldPosition::Plain | FieldPosition::Closed => self.end(record),
        }
        Ok(true)
    }

    /// The field ends.
    fn end(&mut self, record: &mut ByteRecord) {
        record.push_field(&self.field);
        self.field.clear();
        self.place = FieldPosition::Plain;
    }
}

#[cfg(test)]
mod tests;
