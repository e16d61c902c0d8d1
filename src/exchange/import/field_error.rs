//! What can be wrong with a file of signals, and with a row of it. Never holds what stands in a
//! field.

use crate::domain::signal::Urgency;
use crate::domain::signal_id::SignalId;
use crate::domain::words::WordsRefused;
use crate::exchange::import::field::Field;
use crate::routing::lookup::LookupKind;

/// Something wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Which row: as a spreadsheet counts them, with the headings as row 1; in a file of lines the
    /// number of the line.
    pub row: u64,
    /// In which column, when it is one.
    pub field: Option<Field>,
    pub unfit: FieldError,
}

/// Why a row cannot be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing stands where something must.
    Missing,
    /// The map has nothing by this name; the nearest code, when one is near.
    NotInMap(LookupKind, Option<String>),
    /// More topics than a signal may have.
    TooManyTopics,
    /// It is no age.
    NotAnAge,
    /// It says not how soon something must happen; what is meant, when that is near.
    NotAnUrgency(Option<Urgency>),
    /// It is neither yes nor no.
    NotYesOrNo,
    /// It is no moment.
    NotAMoment,
    /// The moment has yet to come.
    InTheFuture,
    /// It is no signal's number.
    NotAnId,
    /// The text may not be recorded.
    Words(WordsRefused),
    /// It was discussed with the family, and yet it says why not.
    DiscussedAndWhyNot,
    /// An earlier row has the same: which.
    Again(u64),
    /// The row has more or fewer fields than there are headings.
    Fields {
        /// How many it has.
        found: usize,
        /// How many headings there are.
        expected: usize,
    },
    /// The text is not UTF-8.
    NotUtf8,
    /// It is no JSON object; where it goes wrong.
    NotJson {
        /// The character at which it cannot be read further.
        column: usize,
    },
    /// It has a key that means nothing here; the nearest, when one is near.
    UnknownKey(Option<&'static str>),
    /// It has the same key twice.
    RepeatedKey,
    /// The value is of another type than a text.
    NotAText,
    /// The history cannot have happened so; the number of the event where it goes wrong, 0 for the
    /// signal itself.
    Impossible(u32),
    /// It comes without the words that belong to it: an export without words cannot be read back.
    WithoutWords,
    /// Another signal with this number is already recorded, of another sender or with another
    /// content.
    IdTaken,
    /// Its sender gave the same reference to this signal, which is already recorded, with another
    /// content.
    ReferenceTaken(SignalId),
    /// The signal is there, and what happened to it then is not what the history tells.
    OtherStory,
}

/// Something wrong with the file itself: no row of it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// There is nothing in it.
    Empty,
    /// It has columns that mean nothing here: the number of each from 1, its heading, and the
    /// nearest name when one is near.
    UnknownColumns(Vec<(usize, String, Option<&'static str>)>),
    /// And so many more of them.
    MoreColumns(usize),
    /// It is a workbook, not a text.
    Workbook,
    /// Two columns mean the same.
    SameField(Field),
    /// Columns are missing without which nothing can be recorded.
    MissingColumns(Vec<Field>),
    /// `--map` names a column that the file does not have.
    NoSuchColumn(String),
    /// `--map` names columns, and lines of JSON have none.
    NoColumns,
    /// Some lines tell a report, others a whole history: the two are recorded in different ways,
    /// each in one go.
    Mixed,
    /// A row or line that is longer than any signal: where it begins. A quotation mark that is
    /// never closed does that.
    EndlessRow(u64),
    /// A quotation mark stands where it leaves open which rows there are: how, the row, and the line
    /// on which the quoted text begins.
    Misquoted(Misquoted, u64, u64),
}

/// How a quotation mark can stand in the wrong place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misquoted {
    /// It opens a text that is never closed.
    Unclosed,
    /// It closes a text, and more text stands behind it.
    TextBehind,
    /// It opens a text, and spaces stand before it.
    SpaceBefore,
}
