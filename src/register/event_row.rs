//! The row of an event, and how an event becomes one and is read from one.

use crate::domain::alarm::Promise;
use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::event::{
    AsWas, Basis, Channel, DeclineReason, Event, EventFields, EventKind, Level, Offer, Outcome,
    RecordedEvent, Via,
};
use crate::domain::signal::Topics;
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::register::audit::hash_chain::Seal;
use crate::register::row::{DecodeError, RowColumns as _, RowReader, row};

row! {
    /// What happened. `None` where its kind has no value.
    pub(super) struct EventRow in "event" {
        signal: i64,
        number: u32,
        kind: EventKind,
        at: Moment,
        by_organisation: OrganisationId,
        via: Via,
        as_was: Option<i64>,
        id: Option<SignalId>,
        to_organisation: Option<OrganisationId>,
        suggested: Option<OrganisationId>,
        decline_reason: Option<DeclineReason>,
        question: Option<u32>,
        topics: Option<Topics>,
        involved: Option<Vec<OrganisationId>>,
        basis: Option<Basis>,
        coordinator: Option<OrganisationId>,
        outcome: Option<Outcome>,
        channel: Option<Channel>,
        level: Option<Level>,
        promise: Option<Promise>,
        promised: Option<Day>,
        after_days: Option<u8>,
        informed: Option<Vec<OrganisationId>>,
        accept_by: Option<Day>,
        feedback_by: Option<Day>,
        confirm_by: Option<Day>,
        responsibility: Option<ResponsibilityId>,
        grounds: Option<i64>,
        facts: Option<Seal>,
        contact: Option<Seal>,
        words: Option<Seal>,
        step: i64,
        seal: Seal,
    }
}

impl EventRow {
    /// Without what comes with the event: the number and topics of a report, references, seals
    /// and the step.
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

    /// A NULL may be an empty field or one that the kind does not have; it counts as empty.
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

    /// `as_was`: the name of its organisation at the time.
    ///
    /// # Errors
    /// [`DecodeError`] when a value that its kind has is missing.
    pub fn recorded_event(&self, as_was: Option<AsWas>) -> Result<RecordedEvent, DecodeError> {
        let event = Event::from_fields(self.kind, self.fields());
        Ok(RecordedEvent {
            number: self.number,
            at: self.at,
            by: self.by_organisation.clone(),
            via: self.via,
            as_was,
            event: event.ok_or(DecodeError)?,
        })
    }

    /// What the map decided on a report, or when it decided again.
    ///
    /// # Errors
    /// [`DecodeError`] when a value that a decision has is missing.
    pub fn offer(&self) -> Result<Offer, DecodeError> {
        self.fields().offer().ok_or(DecodeError)
    }
}

row! {
    /// The name of an organisation at the time of an event.
    pub(super) struct NameColumns {
        name: Option<String> = "as_was.name",
        phone: Option<String> = "as_was.phone",
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
        NameColumns { name, phone }: NameColumns,
    ) -> Result<Self, DecodeError> {
        if row.as_was.is_some() != name.is_some() {
            return Err(DecodeError);
        }
        let as_was = name.map(|name| AsWas { name, phone });
        Ok(Self { row, as_was })
    }
}
