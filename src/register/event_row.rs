//! An event between the domain and its row.

use crate::domain::event::{AsWas, Event, EventFields, Offer, RecordedEvent};
use crate::register::audit::hash_chain::Seal;
use crate::register::row::{DecodeError, RowColumns as _, RowReader, row};
use crate::register::tables::EventRow;

impl EventRow {
    /// The row of what happened to the signal at this place, but for what comes with it: the
    /// number and topics of a report, grounds, seals and the step.
    pub fn of(signal: i64, happened: &RecordedEvent) -> Self {
        let RecordedEvent {
            number,
            at,
            by,
            via,
            as_was: _,
            event,
        } = happened;
        let EventFields {
            reason,
            suggested,
            to,
            basis,
            coordinator,
            involved,
            question,
            topics,
            outcome,
            channel,
            level,
            accept_by,
            feedback_by,
            confirm_by,
            responsibility,
            promise,
            promised,
            after,
            informed,
        } = event.fields();
        Self {
            signal,
            number: *number,
            kind: event.kind(),
            at: *at,
            by_organisation: by.clone(),
            via: *via,
            as_was: None,
            id: None,
            to_organisation: to,
            suggested: suggested.flatten(),
            decline_reason: reason,
            question: question.flatten(),
            topics,
            involved,
            basis,
            coordinator,
            outcome,
            channel,
            level,
            promise,
            promised,
            after_days: after,
            informed,
            accept_by,
            feedback_by,
            confirm_by,
            responsibility: responsibility.flatten(),
            grounds: None,
            facts: None,
            contact: None,
            words: None,
            step: 0,
            seal: Seal::NONE,
        }
    }

    /// What its columns hold. A column does not tell a field that is empty from one that its kind
    /// does not hold: it counts as empty.
    fn fields(&self) -> EventFields {
        EventFields {
            reason: self.decline_reason,
            suggested: Some(self.suggested.clone()),
            to: self.to_organisation.clone(),
            basis: self.basis,
            coordinator: self.coordinator.clone(),
            involved: self.involved.clone(),
            question: Some(self.question),
            topics: self.topics.clone(),
            outcome: self.outcome,
            channel: self.channel,
            level: self.level,
            accept_by: self.accept_by,
            feedback_by: self.feedback_by,
            confirm_by: self.confirm_by,
            responsibility: Some(self.responsibility.clone()),
            promise: self.promise,
            promised: self.promised,
            after: self.after_days,
            informed: self.informed.clone(),
        }
    }

    /// What it tells. `as_was`: what its organisation was called.
    ///
    /// # Errors
    /// [`DecodeError`] when it lacks what its kind has.
    pub fn happened(&self, as_was: Option<AsWas>) -> Result<RecordedEvent, DecodeError> {
        Ok(RecordedEvent {
            number: self.number,
            at: self.at,
            by: self.by_organisation.clone(),
            via: self.via,
            as_was,
            event: self.event()?,
        })
    }

    fn event(&self) -> Result<Event, DecodeError> {
        Event::from_fields(self.kind, self.fields()).ok_or(DecodeError)
    }

    /// What the map decided, of a report or when it decided again.
    ///
    /// # Errors
    /// [`DecodeError`] when it lacks what a decision has.
    pub fn offer(&self) -> Result<Offer, DecodeError> {
        self.fields().offer().ok_or(DecodeError)
    }
}

row! {
    /// What stands beside an event of what its organisation was called.
    pub(super) struct Called {
        name: Option<String> = "as_was.name",
        phone: Option<String> = "as_was.phone",
    }
}

/// An event as it is read, with what its organisation was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StoredEvent {
    pub row: EventRow,
    pub as_was: Option<AsWas>,
}

impl StoredEvent {
    /// The statement that reads events, before its conditions.
    pub fn select() -> String {
        format!(
            "SELECT {}, {} FROM event LEFT JOIN as_was ON as_was.number = event.as_was",
            EventRow::select_of("event"),
            Called::select()
        )
    }

    /// From a row of that statement.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub fn read(row: &mut RowReader<'_>) -> Result<Self, DecodeError> {
        let (event, called) = (EventRow::read(row)?, Called::read(row)?);
        Self::new(event, called)
    }

    /// An event and what stands beside it.
    ///
    /// # Errors
    /// [`DecodeError`] when one of the two is missing.
    pub fn new(row: EventRow, Called { name, phone }: Called) -> Result<Self, DecodeError> {
        if row.as_was.is_some() != name.is_some() {
            return Err(DecodeError);
        }
        let as_was = name.map(|name| AsWas { name, phone });
        Ok(Self { row, as_was })
    }
}
