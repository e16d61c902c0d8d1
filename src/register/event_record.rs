//! An event between the domain and its row.

use super::database::Value;
use super::fields::{Fields, Unreadable};
use super::record::{organisations_of, text_of, text_of_organisations, topics_of};
use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::{Choice, OrganisationId, ResponsibilityId};
use crate::domain::event::{Basis, Channel, DeclineReason, Event, Happened, Level, Offer, Outcome};
use crate::domain::signal::Topics;
use crate::domain::time::Day;

/// The columns that only some kinds of event fill.
#[derive(Default)]
struct Columns {
    to: Option<OrganisationId>,
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
    told: Option<Vec<OrganisationId>>,
    accept_by: Option<Day>,
    feedback_by: Option<Day>,
    confirm_by: Option<Day>,
    responsibility: Option<ResponsibilityId>,
}

impl Columns {
    /// `reported`: the topics of the report, which its event carries along.
    fn of(event: &Event, reported: &Topics) -> Self {
        let empty = Columns::default();
        match event.clone() {
            Event::Reported(offer) => Columns {
                topics: Some(reported.clone()),
                ..Columns::of_offer(offer)
            },
            Event::Rerouted(offer) => Columns::of_offer(offer),
            Event::Accepted | Event::TransferTaken | Event::TransferRefused => empty,
            Event::Confirmed | Event::ClosedUnconfirmed | Event::Withdrawn => empty,
            Event::Declined {
                reason,
                suggested,
                to,
                accept_by,
            } => Columns {
                to: Some(to),
                suggested,
                decline_reason: Some(reason),
                accept_by: Some(accept_by),
                ..empty
            },
            Event::TransferProposed { to } => Columns {
                to: Some(to),
                ..empty
            },
            Event::Assigned { to, accept_by } => Columns {
                to: Some(to),
                accept_by: Some(accept_by),
                ..empty
            },
            Event::Involved { organisation } => Columns {
                to: Some(organisation),
                ..empty
            },
            Event::Asked { of } => Columns {
                to: Some(of),
                ..empty
            },
            Event::Replied { question } => Columns { question, ..empty },
            Event::Amended { topics } => Columns {
                topics: Some(topics),
                ..empty
            },
            Event::FeedbackInterim { channel, level } => Columns {
                channel: Some(channel),
                level: Some(level),
                ..empty
            },
            Event::FeedbackFinal {
                outcome,
                channel,
                level,
                confirm_by,
            } => Columns {
                outcome: Some(outcome),
                channel: Some(channel),
                level: Some(level),
                confirm_by: Some(confirm_by),
                ..empty
            },
            Event::Rejected { feedback_by } | Event::Reopened { feedback_by } => Columns {
                feedback_by: Some(feedback_by),
                ..empty
            },
            Event::Escalated {
                step: AlarmStep { past, after },
                promised,
                told,
            } => Columns {
                promise: Some(past),
                promised: Some(promised),
                after_days: Some(after),
                told: Some(told),
                ..empty
            },
        }
    }

    fn of_offer(offer: Offer) -> Self {
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
        Columns {
            to: Some(owner),
            involved: Some(involved),
            basis: Some(basis),
            coordinator: Some(coordinator),
            level: Some(level),
            accept_by: Some(accept_by),
            feedback_by: Some(feedback_by),
            responsibility,
            ..Columns::default()
        }
    }

    fn offer(self) -> Result<Offer, Unreadable> {
        Ok(Offer {
            owner: must(self.to)?,
            basis: must(self.basis)?,
            coordinator: must(self.coordinator)?,
            involved: must(self.involved)?,
            accept_by: must(self.accept_by)?,
            feedback_by: must(self.feedback_by)?,
            level: must(self.level)?,
            responsibility: self.responsibility,
        })
    }

    fn read(row: &mut Fields<'_>) -> Result<Self, Unreadable> {
        Ok(Columns {
            to: row.optional()?,
            suggested: row.optional()?,
            decline_reason: row.optional_choice()?,
            question: row.optional_number()?,
            topics: row.optional_text()?.map(topics_of).transpose()?,
            involved: row.optional_text()?.map(organisations_of).transpose()?,
            basis: row.optional_choice()?,
            coordinator: row.optional()?,
            outcome: row.optional_choice()?,
            channel: row.optional_choice()?,
            level: row.optional_choice()?,
            promise: row.optional_choice()?,
            promised: row.optional()?,
            after_days: row.optional_number()?,
            told: row.optional_text()?.map(organisations_of).transpose()?,
            accept_by: row.optional()?,
            feedback_by: row.optional()?,
            confirm_by: row.optional()?,
            responsibility: row.optional()?,
        })
    }

    /// The event of this kind, with the topics of the report when it is one.
    fn event(self, kind: &str) -> Result<(Event, Option<Topics>), Unreadable> {
        match kind {
            "reported" => {
                let topics = must(self.topics.clone())?;
                return Ok((Event::Reported(self.offer()?), Some(topics)));
            }
            "rerouted" => return Ok((Event::Rerouted(self.offer()?), None)),
            _ => {}
        }
        let Columns {
            to,
            suggested,
            decline_reason,
            question,
            topics,
            outcome,
            channel,
            level,
            ..
        } = self;
        let Columns {
            promise,
            promised,
            after_days,
            told,
            accept_by,
            feedback_by,
            confirm_by,
            ..
        } = self;
        let event = match kind {
            "accepted" => Event::Accepted,
            "declined" => Event::Declined {
                reason: must(decline_reason)?,
                suggested,
                to: must(to)?,
                accept_by: must(accept_by)?,
            },
            "transfer-proposed" => Event::TransferProposed { to: must(to)? },
            "transfer-taken" => Event::TransferTaken,
            "transfer-refused" => Event::TransferRefused,
            "assigned" => Event::Assigned {
                to: must(to)?,
                accept_by: must(accept_by)?,
            },
            "involved" => Event::Involved {
                organisation: must(to)?,
            },
            "asked" => Event::Asked { of: must(to)? },
            "replied" => Event::Replied { question },
            "amended" => Event::Amended {
                topics: must(topics)?,
            },
            "feedback-interim" => Event::FeedbackInterim {
                channel: must(channel)?,
                level: must(level)?,
            },
            "feedback-final" => Event::FeedbackFinal {
                outcome: must(outcome)?,
                channel: must(channel)?,
                level: must(level)?,
                confirm_by: must(confirm_by)?,
            },
            "confirmed" => Event::Confirmed,
            "rejected" => Event::Rejected {
                feedback_by: must(feedback_by)?,
            },
            "closed-unconfirmed" => Event::ClosedUnconfirmed,
            "reopened" => Event::Reopened {
                feedback_by: must(feedback_by)?,
            },
            "withdrawn" => Event::Withdrawn,
            "escalated" => Event::Escalated {
                step: AlarmStep {
                    past: must(promise)?,
                    after: must(after_days)?,
                },
                promised: must(promised)?,
                told: must(told)?,
            },
            _ => return Err(Unreadable),
        };
        Ok((event, None))
    }
}

/// What is recorded in the columns of an event, from its number to its responsibility.
pub(super) fn event_values(happened: &Happened, reported: &Topics) -> [Value<'static>; 23] {
    let Happened {
        number,
        at,
        by,
        event,
    } = happened;
    let columns = Columns::of(event, reported);
    let Columns {
        to,
        suggested,
        decline_reason,
        question,
        topics,
        involved,
        basis,
        coordinator,
        outcome,
        channel,
        level,
        ..
    } = columns;
    let Columns {
        promise,
        promised,
        after_days,
        told,
        accept_by,
        feedback_by,
        confirm_by,
        responsibility,
        ..
    } = columns;
    [
        (*number).into(),
        event.code().into(),
        Value::of(at),
        Value::of(by),
        Value::of_optional(to),
        Value::of_optional(suggested),
        decline_reason.map(Choice::code).into(),
        question.into(),
        Value::of_optional(topics.as_ref().map(text_of)),
        Value::of_optional(involved.as_deref().map(text_of_organisations)),
        basis.map(Choice::code).into(),
        Value::of_optional(coordinator),
        outcome.map(Choice::code).into(),
        channel.map(Choice::code).into(),
        level.map(Choice::code).into(),
        promise.map(Choice::code).into(),
        Value::of_optional(promised),
        after_days.map(u32::from).into(),
        Value::of_optional(told.as_deref().map(text_of_organisations)),
        Value::of_optional(accept_by),
        Value::of_optional(feedback_by),
        Value::of_optional(confirm_by),
        Value::of_optional(responsibility),
    ]
}

/// An event from its row; with the topics of the report when it is one.
pub(super) fn read_event(row: &mut Fields<'_>) -> Result<(Happened, Option<Topics>), Unreadable> {
    let (number, kind, at, by) = (row.number()?, row.text()?, row.parsed()?, row.parsed()?);
    let (event, topics) = Columns::read(row)?.event(kind)?;
    Ok((
        Happened {
            number,
            at,
            by,
            event,
        },
        topics,
    ))
}

fn must<T>(value: Option<T>) -> Result<T, Unreadable> {
    value.ok_or(Unreadable)
}
