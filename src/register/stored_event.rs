//! An event as it is read: its row, with the name of its organisation at the time.

use crate::domain::event::AsWas;
use crate::register::event_row::EventRow;
use crate::register::row::{DecodeError, RowColumns as _, RowReader, row};

row! {
    /// The name of an organisation at the time of an event.
    pub(super) struct NameColumns {
        name: Option<String> = "as_was.name",
        phone: Option<String> = "as_was.phone",
        email: Option<String> = "as_was.email",
    }
}

/// An event with the name of its organisation at the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StoredEvent {
    pub row: EventRow,
    pub as_was: Option<AsWas>,
}

impl StoredEvent {
    /// The statement that reads events, up to its conditions.
    pub fn select() -> String {
        format!(
            "SELECT {}, {} FROM event LEFT JOIN as_was ON as_was.number = event.as_was",
            EventRow::select_of("event"),
            NameColumns::select()
        )
    }

    /// Reads a row of that statement.
    pub fn read(row: &mut RowReader<'_>) -> Result<Self, DecodeError> {
        Self::new(EventRow::read(row)?, NameColumns::read(row)?)
    }

    /// # Errors
    /// [`DecodeError`] when the event refers to a name that is not there.
    pub fn new(
        row: EventRow,
        NameColumns { name, phone, email }: NameColumns,
    ) -> Result<Self, DecodeError> {
        if row.as_was.is_some() != name.is_some() {
            return Err(DecodeError);
        }
        let as_was = name.map(|name| AsWas { name, phone, email });
        Ok(Self { row, as_was })
    }
}
