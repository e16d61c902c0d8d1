//! What can be wrong with a file of signals as a whole. A fault never has the text of a field.

use std::io;

use crate::exchange::import::field::Field;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    Empty,
    UnknownColumns(Vec<UnknownColumn>),
    /// There are this many more unknown columns, which are not listed.
    MoreColumns(usize),
    /// The file is a workbook, such as one of Excel.
    Workbook,
    /// Two columns have this field.
    SameField(Field),
    /// The file lacks these columns, which it needs.
    MissingColumns(Vec<Field>),
    /// `--map` names a column that the file does not have.
    NoSuchColumn(String),
    /// `--map` names columns, but the file is JSON lines, which have none.
    MappingWithoutColumns,
    /// Some lines are reports, others are whole histories. The two are recorded in different ways.
    Mixed,
    /// The row with this number is too long, perhaps because a quotation mark is never closed.
    EndlessRow(u64),
    /// A quotation mark in the wrong place makes it unclear where rows end.
    Misquoted {
        fault: QuoteFault,
        row: u64,
        /// The number of the line where the quoted text begins.
        line: u64,
    },
}

/// A column with a heading that is not of any field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownColumn {
    /// Counted from 1.
    pub number: usize,
    pub heading: String,
    /// The column that it resembles, if any.
    pub near: Option<&'static str>,
}

/// What is wrong with a quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteFault {
    /// It opens a text that is never closed.
    Unclosed,
    /// It closes a text, and more text follows.
    TextAfter,
    /// It opens a text after spaces.
    SpaceBefore,
}

/// Why reading a file stops.
#[derive(Debug)]
pub enum SourceError {
    File(Vec<FileFault>),
    Input(io::Error),
}

impl From<FileFault> for SourceError {
    fn from(fault: FileFault) -> Self {
        Self::File(vec![fault])
    }
}
