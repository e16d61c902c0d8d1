//! The row of an event, and how an event becomes one and is read from one.

use crate::domain::alarm::Promise;
use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::event::{
    AsWas, Basis, Channel, DeclineReason, Event, EventKind, Level, Offer, Outcome, RecordedEvent,
    Via,
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
    pub fn of(signal: i64, event: &RecordedEvent) -> Self {
        let RecordedEvent {
            number,
            at,
            by,
            via,
            as_was: _,
            event,
        } = event;
        let mut row = Self {
            signal,
            number: *number,
            kind: event.kind(),
            at: *at,
            by_organisation: by.clone(),
            via: *via,
            as_was: None,
            id: None,
            to_organisation: event.addressee().cloned(),
            suggested: None,
            decline_reason: None,
            question: None,
            topics: None,
            involved: None,
            basis: None,
            coordinator: None,
            outcome: None,
            channel: None,
            level: None,
            promise: None,
            promised: None,
            after_days: None,
            informed: None,
            accept_by: None,
            feedback_by: None,
            confirm_by: None,
            responsibility: None,
            grounds: None,
            facts: None,
            contact: None,
            words: None,
            step: 0,
            seal: Seal::NONE,
        };
        row.fill(event.clone());
        row
    }

    /// Fills the columns of this kind of event, apart from its addressee.
    fn fill(&mut self, event: Event) {
        match event {
            Event::Reported(offer) | Event::Rerouted(offer) => self.fill_offer(offer),
            Event::Accepted
            | Event::TransferProposed { to: _ }
            | Event::TransferTaken
            | Event::TransferRefused
            | Event::Involved { organisation: _ }
            | Event::Asked { of: _ }
            | Event::Confirmed
            | Event::ClosedUnconfirmed
            | Event::Withdrawn => {}
            Event::Declined {
                reason,
                suggested,
                to: _,
                accept_by,
            } => {
                self.decline_reason = Some(reason);
                self.suggested = suggested;
                self.accept_by = Some(accept_by);
            }
            Event::Assigned { to: _, accept_by } => self.accept_by = Some(accept_by),
            Event::Replied { question } => self.question = question,
            Event::Amended { topics } => self.topics = Some(topics),
            Event::FeedbackInterim { channel, level } => {
                self.channel = Some(channel);
                self.level = Some(level);
            }
            Event::FeedbackFinal {
                outcome,
                channel,
                level,
                confirm_by,
            } => {
                self.outcome = Some(outcome);
                self.channel = Some(channel);
                self.level = Some(level);
                self.confirm_by = Some(confirm_by);
            }
            Event::Rejected { feedback_by } | Event::Reopened { feedback_by } => {
                self.feedback_by = Some(feedback_by);
            }
            Event::Escalated {
                promise,
                promised,
                after,
                informed,
            } => {
                self.promise = Some(promise);
                self.promised = Some(promised);
                self.after_days = Some(after);
                self.informed = Some(informed);
            }
        }
    }

    fn fill_offer(&mut self, offer: Offer) {
        let Offer {
            owner: _,
            basis,
            coordinator,
            involved,
            accept_by,
            feedback_by,
            level,
            responsibility,
        } = offer;
        self.basis = Some(basis);
        self.coordinator = Some(coordinator);
        self.involved = Some(involved);
        self.accept_by = Some(accept_by);
        self.feedback_by = Some(feedback_by);
        self.level = Some(level);
        self.responsibility = responsibility;
    }

    /// What happened. What its kind does not hold is not looked at.
    ///
    /// # Errors
    /// [`DecodeError`] when a value that its kind has is missing.
    fn event(&self) -> Result<Event, DecodeError> {
        Ok(match self.kind {
            EventKind::Reported => Event::Reported(self.offer()?),
            EventKind::Rerouted => Event::Rerouted(self.offer()?),
            EventKind::Accepted => Event::Accepted,
            EventKind::Declined => Event::Declined {
                reason: filled(&self.decline_reason)?,
                suggested: self.suggested.clone(),
                to: filled(&self.to_organisation)?,
                accept_by: filled(&self.accept_by)?,
            },
            EventKind::TransferProposed => Event::TransferProposed {
                to: filled(&self.to_organisation)?,
            },
            EventKind::TransferTaken => Event::TransferTaken,
            EventKind::TransferRefused => Event::TransferRefused,
            EventKind::Assigned => Event::Assigned {
                to: filled(&self.to_organisation)?,
                accept_by: filled(&self.accept_by)?,
            },
            EventKind::Involved => Event::Involved {
                organisation: filled(&self.to_organisation)?,
            },
            EventKind::Asked => Event::Asked {
                of: filled(&self.to_organisation)?,
            },
            EventKind::Replied => Event::Replied {
                question: self.question,
            },
            EventKind::Amended => Event::Amended {
                topics: filled(&self.topics)?,
            },
            EventKind::FeedbackInterim => Event::FeedbackInterim {
                channel: filled(&self.channel)?,
                level: filled(&self.level)?,
            },
            EventKind::FeedbackFinal => Event::FeedbackFinal {
                outcome: filled(&self.outcome)?,
                channel: filled(&self.channel)?,
                level: filled(&self.level)?,
                confirm_by: filled(&self.confirm_by)?,
            },
            EventKind::Confirmed => Event::Confirmed,
            EventKind::Rejected => Event::Rejected {
                feedback_by: filled(&self.feedback_by)?,
            },
            EventKind::ClosedUnconfirmed => Event::ClosedUnconfirmed,
            EventKind::Reopened => Event::Reopened {
                feedback_by: filled(&self.feedback_by)?,
            },
            EventKind::Withdrawn => Event::Withdrawn,
            EventKind::Escalated => Event::Escalated {
                promise: filled(&self.promise)?,
                promised: filled(&self.promised)?,
                after: filled(&self.after_days)?,
                informed: filled(&self.informed)?,
            },
        })
    }

    /// `as_was`: the name of its organisation at the time.
    ///
    /// # Errors
    /// [`DecodeError`] when a value that its kind has is missing.
    pub fn recorded_event(&self, as_was: Option<AsWas>) -> Result<RecordedEvent, DecodeError> {
        Ok(RecordedEvent {
            number: self.number,
            at: self.at,
            by: self.by_organisation.clone(),
            via: self.via,
            as_was,
            event: self.event()?,
        })
    }

    /// What the map decided on a report, or when it decided again.
    ///
    /// # Errors
    /// [`DecodeError`] when a value that a decision has is missing.
    pub fn offer(&self) -> Result<Offer, DecodeError> {
        Ok(Offer {
            owner: filled(&self.to_organisation)?,
            basis: filled(&self.basis)?,
            coordinator: filled(&self.coordinator)?,
            involved: filled(&self.involved)?,
            accept_by: filled(&self.accept_by)?,
            feedback_by: filled(&self.feedback_by)?,
            level: filled(&self.level)?,
            responsibility: self.responsibility.clone(),
        })
    }
}

fn filled<T: Clone>(column: &Option<T>) -> Result<T, DecodeError> {
    column.clone().ok_or(DecodeError)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::codes::CodeEnum as _;
    use crate::domain::lifecycle::sample::every_story;
    use crate::register::database::SqlValue;
    use crate::register::row::TableRow as _;

    /// What an event may have and need not: an empty column is as good.
    const MAY_BE_EMPTY: [&str; 3] = ["suggested", "question", "responsibility"];

    fn every_event() -> impl Iterator<Item = RecordedEvent> {
        let stories = every_story().into_iter();
        stories.flat_map(|story| story.record)
    }

    #[test]
    fn an_event_of_any_kind_is_read_again_from_its_row() {
        for happened in every_event() {
            let row = EventRow::of(1, &happened);
            assert_eq!(row.recorded_event(None), Ok(happened));
        }
        let kinds: BTreeSet<EventKind> = every_event().map(|event| event.event.kind()).collect();
        assert_eq!(kinds, EventKind::ALL.iter().copied().collect());
    }

    #[test]
    fn without_one_of_its_columns_it_cannot_be_read() {
        for happened in every_event() {
            let row = EventRow::of(1, &happened);
            for (place, column) in EventRow::COLUMNS.iter().enumerate() {
                let mut values = row.values();
                let was = std::mem::replace(&mut values[place], SqlValue::Null);
                let read = EventRow::read(&mut RowReader::new(&values));
                let read = read.and_then(|row| row.recorded_event(None));
                let is_needed = was != SqlValue::Null && !MAY_BE_EMPTY.contains(column);
                assert_eq!(read.is_err(), is_needed, "{column} of {happened:?}");
            }
        }
    }

    #[test]
    fn what_its_kind_does_not_hold_is_not_looked_at() {
        for happened in every_event() {
            let mut row = EventRow::of(1, &happened);
            row.decline_reason.get_or_insert(DeclineReason::OtherAge);
            row.after_days.get_or_insert(1);
            assert_eq!(row.recorded_event(None), Ok(happened));
        }
    }
}
