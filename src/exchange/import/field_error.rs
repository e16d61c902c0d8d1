//! The faults of a file of signals and of its rows. They never have the text of a field.

use std::io;

use crate::domain::signal::Urgency;
use crate::domain::signal_id::SignalId;
use crate::domain::words::WordsRefused;
use crate::exchange::import::field::Field;
use crate::routing::lookup::LookupKind;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Counted as a spreadsheet does, with the headings as row 1. In a file of lines it is the number
    /// of the line.
    pub row: u64,
    /// `None` for the row as a whole.
    pub field: Option<Field>,
    pub error: FieldError,
}

/// Why a row cannot be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    /// A required field is empty.
    Missing,
    /// The map does not have this name. With the nearest code, when one is near.
    NotInMap(LookupKind, Option<String>),
    /// More topics than a signal may have.
    TooManyTopics,
    NotAnAge,
    /// With the nearest urgency, when one is near.
    NotAnUrgency(Option<Urgency>),
    NotYesOrNo,
    NotAMoment,
    InTheFuture,
    NotAnId,
    /// The text may not be recorded.
    Words(WordsRefused),
    /// It was discussed with the family, and there is a reason why not.
    DiscussedAndWhyNot,
    /// An earlier row, with this number, has the same.
    Again(u64),
    /// The row has more or fewer fields than there are headings.
    Fields {
        found: usize,
        expected: usize,
    },
    /// The text is not UTF-8.
    NotUtf8,
    /// It is not a JSON object.
    NotJson {
        /// The character where reading stops.
        column: usize,
    },
    /// With the nearest key, when one is near.
    UnknownKey(Option<&'static str>),
    RepeatedKey,
    /// The value is of another type than a text.
    NotAText,
    /// The history is impossible, from the event with this number on. 0 is the signal itself.
    Impossible(u32),
    /// An export without words cannot be imported.
    WithoutWords,
    /// A signal with this number, but another sender or content, is already recorded.
    IdTaken,
    /// The sender gave the same reference to this signal, which is recorded with another content.
    ReferenceTaken(SignalId),
    /// The signal is recorded with other events.
    OtherStory,
}

/// Something wrong with the file itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    Empty,
    /// For each column its number from 1, its heading, and the nearest name when one is near.
    UnknownColumns(Vec<(usize, String, Option<&'static str>)>),
    /// The number of unknown columns that are not listed.
    MoreColumns(usize),
    /// The file is a workbook.
    Workbook,
    /// Two columns have this field.
    SameField(Field),
    /// Required columns are missing.
    MissingColumns(Vec<Field>),
    /// `--map` names a column that the file does not have.
    NoSuchColumn(String),
    /// `--map` names columns, and lines of JSON have none.
    NoColumns,
    /// Some lines are reports, others whole histories. The two are recorded in different ways.
    Mixed,
    /// The row with this number is too long, perhaps because a quotation mark is never closed.
    EndlessRow(u64),
    /// A quotation mark in the wrong place makes it unclear where rows end. With the row, and the line
    /// where the quoted text begins.
    Misquoted(QuoteFault, u64, u64),
}

/// What is wrong with a quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteFault {
    /// It opens a text that is never closed.
    Unclosed,
    /// It closes a text, and more text follows.
    TextBehind,
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
