//! An event between the domain and its row.

use super::row::{Columns as _, DecodeError, RowReader, row};
use super::seal::Seal;
use super::tables::EventRow;
use crate::domain::alarm::AlarmStep;
use crate::domain::event::{AsWas, Event, EventKind, Happened, Offer};

impl EventRow {
    /// The row of what happened to the signal at this place, but for what comes with it: the
    /// number and topics of a report, grounds, seals and the step.
    pub fn of(signal: i64, happened: &Happened) -> Self {
        let Happened {
            number,
            at,
            by,
            via,
            as_was: _,
            event,
        } = happened;
        let empty = Self {
            signal,
            number: *number,
            kind: event.kind(),
            at: *at,
            by_organisation: by.clone(),
            via: *via,
            as_was: None,
            id: None,
            to_organisation: None,
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
            told: None,
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
        empty.filled(event.clone())
    }

    fn filled(self, event: Event) -> Self {
        match event {
            Event::Reported(offer) | Event::Rerouted(offer) => self.with_offer(offer),
            Event::Accepted | Event::TransferTaken | Event::TransferRefused => self,
            Event::Confirmed | Event::ClosedUnconfirmed | Event::Withdrawn => self,
            Event::Declined {
                reason,
                suggested,
                to,
                accept_by,
            } => Self {
                to_organisation: Some(to),
                suggested,
                decline_reason: Some(reason),
                accept_by: Some(accept_by),
                ..self
            },
            Event::TransferProposed { to } => Self {
                to_organisation: Some(to),
                ..self
            },
            Event::Assigned { to, accept_by } => Self {
                to_organisation: Some(to),
                accept_by: Some(accept_by),
                ..self
            },
            Event::Involved { organisation } => Self {
                to_organisation: Some(organisation),
                ..self
            },
            Event::Asked { of } => Self {
                to_organisation: Some(of),
                ..self
            },
            Event::Replied { question } => Self { question, ..self },
            Event::Amended { topics } => Self {
                topics: Some(topics),
                ..self
            },
            Event::FeedbackInterim { channel, level } => Self {
                channel: Some(channel),
                level: Some(level),
                ..self
            },
            Event::FeedbackFinal {
                outcome,
                channel,
                level,
                confirm_by,
            } => Self {
                outcome: Some(outcome),
                channel: Some(channel),
                level: Some(level),
                confirm_by: Some(confirm_by),
                ..self
            },
            Event::Rejected { feedback_by } | Event::Reopened { feedback_by } => Self {
                feedback_by: Some(feedback_by),
                ..self
            },
            Event::Escalated {
                step: AlarmStep { past, after },
                promised,
                told,
            } => Self {
                promise: Some(past),
                promised: Some(promised),
                after_days: Some(after),
                told: Some(told),
                ..self
            },
        }
    }

    fn with_offer(self, offer: Offer) -> Self {
        let Offer {
            owner,
            basis,
            coordinator,
            involved,
            accept_by,
            feedback_by,
            level,
            responsibility,
        } = offer;
        Self {
            to_organisation: Some(owner),
            involved: Some(involved),
            basis: Some(basis),
            coordinator: Some(coordinator),
            level: Some(level),
            accept_by: Some(accept_by),
            feedback_by: Some(feedback_by),
            responsibility,
            ..self
        }
    }

    /// What it tells. `as_was`: what its organisation was called.
    ///
    /// # Errors
    /// [`DecodeError`] when it lacks what its kind has.
    pub fn happened(&self, as_was: Option<AsWas>) -> Result<Happened, DecodeError> {
        Ok(Happened {
            number: self.number,
            at: self.at,
            by: self.by_organisation.clone(),
            via: self.via,
            as_was,
            event: self.event()?,
        })
    }

    fn event(&self) -> Result<Event, DecodeError> {
        Ok(match self.kind {
            EventKind::Reported => Event::Reported(self.offer()?),
            EventKind::Rerouted => Event::Rerouted(self.offer()?),
            EventKind::Accepted => Event::Accepted,
            EventKind::Declined => Event::Declined {
                reason: must(&self.decline_reason)?,
                suggested: self.suggested.clone(),
                to: must(&self.to_organisation)?,
                accept_by: must(&self.accept_by)?,
            },
            EventKind::TransferProposed => Event::TransferProposed {
                to: must(&self.to_organisation)?,
            },
            EventKind::TransferTaken => Event::TransferTaken,
            EventKind::TransferRefused => Event::TransferRefused,
            EventKind::Assigned => Event::Assigned {
                to: must(&self.to_organisation)?,
                accept_by: must(&self.accept_by)?,
            },
            EventKind::Involved => Event::Involved {
                organisation: must(&self.to_organisation)?,
            },
            EventKind::Asked => Event::Asked {
                of: must(&self.to_organisation)?,
            },
            EventKind::Replied => Event::Replied {
                question: self.question,
            },
            EventKind::Amended => Event::Amended {
                topics: must(&self.topics)?,
            },
            EventKind::FeedbackInterim => Event::FeedbackInterim {
                channel: must(&self.channel)?,
                level: must(&self.level)?,
            },
            EventKind::FeedbackFinal => Event::FeedbackFinal {
                outcome: must(&self.outcome)?,
                channel: must(&self.channel)?,
                level: must(&self.level)?,
                confirm_by: must(&self.confirm_by)?,
            },
            EventKind::Confirmed => Event::Confirmed,
            EventKind::Rejected => Event::Rejected {
                feedback_by: must(&self.feedback_by)?,
            },
            EventKind::ClosedUnconfirmed => Event::ClosedUnconfirmed,
            EventKind::Reopened => Event::Reopened {
                feedback_by: must(&self.feedback_by)?,
            },
            EventKind::Withdrawn => Event::Withdrawn,
            EventKind::Escalated => Event::Escalated {
                step: AlarmStep {
                    past: must(&self.promise)?,
                    after: must(&self.after_days)?,
                },
                promised: must(&self.promised)?,
                told: must(&self.told)?,
            },
        })
    }

    /// What the map decided, of a report or when it decided again.
    ///
    /// # Errors
    /// [`DecodeError`] when it lacks what a decision has.
    pub fn offer(&self) -> Result<Offer, DecodeError> {
        Ok(Offer {
            owner: must(&self.to_organisation)?,
            basis: must(&self.basis)?,
            coordinator: must(&self.coordinator)?,
            involved: must(&self.involved)?,
            accept_by: must(&self.accept_by)?,
            feedback_by: must(&self.feedback_by)?,
            level: must(&self.level)?,
            responsibility: self.responsibility.clone(),
        })
    }
}

/// What every event of a kind has.
pub(super) fn must<T: Clone>(value: &Option<T>) -> Result<T, DecodeError> {
    value.clone().ok_or(DecodeError)
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
