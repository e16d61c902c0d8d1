//! What can be wrong with a row of a file of signals. An error never has the text of a field.

use std::num::NonZeroU32;

use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::Impossible;
use crate::domain::words::WordsRefused;
use crate::exchange::import::field::Field;
use crate::lookup::LookupKind;
use crate::output::choice_names::UnclearChoice;

/// Nothing was reported in an earlier year: such a moment stands for none (1899-12-30, 1970-01-01).
pub const FIRST_YEAR: i32 = 1990;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// In a table counted as a spreadsheet does: the headings are row 1. In JSON lines the number
    /// of the line.
    pub row: u64,
    /// `None` when the fault is in the row as a whole.
    pub field: Option<Field>,
    pub error: FieldError,
}

/// The number of rows that these are about. `faults`: in the order of their rows.
#[must_use]
pub fn count_faulty_rows(faults: &[RowFault]) -> u64 {
    faults.chunk_by(|one, next| one.row == next.row).count() as u64
}

/// Why a row cannot be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    /// A required field is empty.
    Missing,
    /// The map does not have this name. With the code of the map that resembles it, if any.
    NotInMap(LookupKind, Option<String>),
    /// The map has several by this name. With their codes.
    Several(LookupKind, Vec<String>),
    /// There are more topics than a signal may have.
    TooManyTopics,
    NotAnAge,
    /// Neither an age nor `none`.
    NotAYoungestChild,
    /// Not a day, or not after the day of the report.
    NotALaterDay,
    NotAChoice(UnclearChoice),
    NotYesOrNo,
    NotATime,
    InTheFuture,
    /// Before [`FIRST_YEAR`].
    TooLongAgo,
    NotAnId,
    /// The text may not be recorded.
    Words(WordsRefused),
    /// The row says that it was discussed with the family, and why it was not.
    DiscussedAndWhyNot,
    /// It was not discussed, and yet the family agrees or not.
    ConsentToTheUnknown,
    /// It says why it is reported although the family does not agree, and not that they do not.
    WhyAndNotRefused,
    /// The earlier row with this number has the same value.
    SameAsRow(u64),
    /// The row has more or fewer fields than there are headings.
    WrongFieldCount {
        found: usize,
        expected: usize,
    },
    /// The text is not UTF-8.
    NotUtf8,
    /// The line is not a JSON object.
    NotJson {
        /// The number of the character at which reading stops.
        column: usize,
    },
    /// With the key that resembles it, if any.
    UnknownKey(Option<&'static str>),
    RepeatedKey,
    /// The JSON value is not a string, and the field needs one.
    NotAString,
    /// The history cannot have happened, from the event with this number on. `None` when the fault
    /// is in the report itself.
    Impossible(Option<NonZeroU32>),
    /// The event with this number says that the history was brought in by an organisation that neither
    /// the map nor the history knows as one that could.
    UnknownImporter(u32),
    /// The history was exported without its words.
    WithoutWords,
    /// A signal with this id is already recorded, with another sender or other content.
    IdTaken,
    /// The sender gave the same reference to this signal, which is recorded with other content.
    ReferenceTaken(SignalId),
    /// The signal is already recorded, with other events.
    OtherStory,
}

impl FieldError {
    /// The history is impossible from this event on. Events are numbered from 1; 0 is the report
    /// itself.
    #[must_use]
    pub fn impossible_from(event: u32) -> Self {
        Self::Impossible(NonZeroU32::new(event))
    }
}

impl From<Impossible> for FieldError {
    fn from(impossible: Impossible) -> Self {
        match impossible {
            Impossible::NoEvents => Self::Impossible(None),
            Impossible::Event(number) => Self::impossible_from(number),
        }
    }
}
