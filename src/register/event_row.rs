//! The row of an event, and how an event becomes one and is read from one.

use crate::domain::alarm::Promise;
use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::event::{
    AsWas, Basis, Channel, Correction, DeclineReason, Event, EventKind, Level, Offer,
    RecordedEvent, ToldOutcome, Via,
};
use crate::domain::signal::Topics;
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::domain::words::PersonName;
use crate::register::audit::hash_chain::Seal;
use crate::register::row::{DecodeError, row};
use crate::register::tables::FactsRow;

mod parts;

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
        undone_first: Option<u32>,
        undone_last: Option<u32>,
        topics: Option<Topics>,
        involved: Option<Vec<OrganisationId>>,
        claimants: Option<Vec<OrganisationId>>,
        basis: Option<Basis>,
        coordinator: Option<OrganisationId>,
        map_digest: Option<String>,
        outcome: Option<ToldOutcome>,
        handed_to: Option<OrganisationId>,
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
        knows_family: Option<bool>,
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
            person: _,
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
            undone_first: None,
            undone_last: None,
            topics: None,
            involved: None,
            claimants: None,
            basis: None,
            coordinator: None,
            map_digest: None,
            outcome: None,
            handed_to: None,
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
            knows_family: None,
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
            Event::FamilyKnown { organisation: _ }
            | Event::Accepted
            | Event::TransferProposed { to: _ }
            | Event::TransferTaken
            | Event::TransferRefused
            | Event::TransferEnded
            | Event::Involved { organisation: _ }
            | Event::Uninvolved { organisation: _ }
            | Event::Asked { of: _ }
            | Event::Confirmed
            | Event::ClosedUnconfirmed
            | Event::Withdrawn
            | Event::Imported => {}
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
            Event::ClaimDeclined { reason } => self.decline_reason = Some(reason),
            Event::Assigned { to: _, accept_by } => self.accept_by = Some(accept_by),
            Event::Replied { question } => self.question = question,
            Event::Amended { topics } => self.topics = Some(topics),
            // The particulars stand in a row of their own.
            Event::Corrected {
                particulars: _,
                then: Correction::Decided(offer),
            } => self.fill_offer(offer),
            Event::Corrected {
                particulars: _,
                then:
                    Correction::Facts {
                        coordinator,
                        accept_by,
                        feedback_by,
                    },
            } => {
                self.coordinator = Some(coordinator);
                self.accept_by = accept_by;
                self.feedback_by = Some(feedback_by);
            }
            Event::FeedbackInterim { channel, level } => {
                self.channel = Some(channel);
                self.level = Some(level);
            }
            Event::FeedbackFinal {
                outcome,
                handed_to,
                channel,
                level,
                confirm_by,
            } => {
                self.outcome = Some(ToldOutcome::Known(outcome));
                self.handed_to = handed_to;
                self.channel = Some(channel);
                self.level = Some(level);
                self.confirm_by = Some(confirm_by);
            }
            Event::Heard {
                outcome,
                channel,
                confirm_by,
            } => {
                self.outcome = Some(outcome);
                self.channel = Some(channel);
                self.confirm_by = Some(confirm_by);
            }
            Event::Rejected {
                feedback_by,
                offered,
            }
            | Event::Reopened {
                feedback_by,
                offered,
            } => {
                self.feedback_by = Some(feedback_by);
                self.accept_by = offered.map(|offered| offered.accept_by);
            }
            Event::Undone { first, last } => {
                self.undone_first = Some(first);
                self.undone_last = Some(last);
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
            Event::CoordinatorChanged {
                coordinator,
                map_digest,
            } => {
                self.coordinator = Some(coordinator);
                self.map_digest = Some(map_digest);
            }
        }
    }

    fn fill_offer(&mut self, offer: Offer) {
        let Offer {
            owner: _,
            basis,
            coordinator,
            involved,
            claimants,
            accept_by,
            feedback_by,
            level,
            responsibility,
            knows_family,
        } = offer;
        self.basis = Some(basis);
        self.coordinator = Some(coordinator);
        self.involved = Some(involved);
        self.claimants = Some(claimants);
        self.accept_by = Some(accept_by);
        self.feedback_by = Some(feedback_by);
        self.level = Some(level);
        self.responsibility = responsibility;
        self.knows_family = Some(knows_family);
    }

    /// What happened. What its kind does not hold is not looked at. `facts`: those that came with it.
    ///
    /// # Errors
    /// [`DecodeError`] when a value that its kind has is missing.
    fn event(&self, facts: Option<&FactsRow>) -> Result<Event, DecodeError> {
        Ok(match self.kind {
            EventKind::Reported => Event::Reported(self.offer()?),
            EventKind::Rerouted => Event::Rerouted(self.offer()?),
            EventKind::FamilyKnown => Event::FamilyKnown {
                organisation: filled(&self.to_organisation)?,
            },
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
            EventKind::ClaimDeclined => Event::ClaimDeclined {
                reason: filled(&self.decline_reason)?,
            },
            EventKind::TransferRefused => Event::TransferRefused,
            EventKind::TransferEnded => Event::TransferEnded,
            EventKind::Assigned => Event::Assigned {
                to: filled(&self.to_organisation)?,
                accept_by: filled(&self.accept_by)?,
            },
            EventKind::Involved => Event::Involved {
                organisation: filled(&self.to_organisation)?,
            },
            EventKind::Uninvolved => Event::Uninvolved {
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
            EventKind::Corrected => Event::Corrected {
                particulars: facts.ok_or(DecodeError)?.circumstances()?.particulars,
                then: self.correction()?,
            },
            EventKind::FeedbackInterim => Event::FeedbackInterim {
                channel: filled(&self.channel)?,
                level: filled(&self.level)?,
            },
            EventKind::FeedbackFinal => Event::FeedbackFinal {
                outcome: filled(&self.outcome)?.known().ok_or(DecodeError)?,
                handed_to: self.handed_to.clone(),
                channel: filled(&self.channel)?,
                level: filled(&self.level)?,
                confirm_by: filled(&self.confirm_by)?,
            },
            EventKind::Heard => Event::Heard {
                outcome: filled(&self.outcome)?,
                channel: filled(&self.channel)?,
                confirm_by: filled(&self.confirm_by)?,
            },
            EventKind::Confirmed => Event::Confirmed,
            EventKind::Rejected => Event::Rejected {
                feedback_by: filled(&self.feedback_by)?,
                offered: self.new_owner()?,
            },
            EventKind::ClosedUnconfirmed => Event::ClosedUnconfirmed,
            EventKind::Reopened => Event::Reopened {
                feedback_by: filled(&self.feedback_by)?,
                offered: self.new_owner()?,
            },
            EventKind::Withdrawn => Event::Withdrawn,
            EventKind::Undone => Event::Undone {
                first: filled(&self.undone_first)?,
                last: filled(&self.undone_last)?,
            },
            EventKind::Imported => Event::Imported,
            EventKind::CoordinatorChanged => Event::CoordinatorChanged {
                coordinator: filled(&self.coordinator)?,
                map_digest: filled(&self.map_digest)?,
            },
            EventKind::Escalated => Event::Escalated {
                promise: filled(&self.promise)?,
                promised: filled(&self.promised)?,
                after: filled(&self.after_days)?,
                informed: filled(&self.informed)?,
            },
        })
    }

    /// `as_was`: the name of its organisation at the time; `person`: who of it; `facts`: those that
    /// came with it.
    ///
    /// # Errors
    /// [`DecodeError`] when a value that its kind has is missing.
    pub fn recorded_event(
        &self,
        as_was: Option<AsWas>,
        person: Option<PersonName>,
        facts: Option<&FactsRow>,
    ) -> Result<RecordedEvent, DecodeError> {
        Ok(RecordedEvent {
            number: self.number,
            at: self.at,
            by: self.by_organisation.clone(),
            via: self.via,
            as_was,
            person,
            event: self.event(facts)?,
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
            claimants: filled(&self.claimants)?,
            accept_by: filled(&self.accept_by)?,
            feedback_by: filled(&self.feedback_by)?,
            level: filled(&self.level)?,
            responsibility: self.responsibility.clone(),
            knows_family: filled(&self.knows_family)?,
        })
    }
}

fn filled<T: Clone>(column: &Option<T>) -> Result<T, DecodeError> {
    column.clone().ok_or(DecodeError)
}

#[cfg(test)]
mod tests;
