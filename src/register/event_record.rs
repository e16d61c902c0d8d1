//! An event between the domain and its row.

use super::engine::Value;
use super::fields::{Fields, Unreadable};
use super::record::{SignalRow, text_of, topics_of};
use crate::domain::codes::{Choice, OrganisationId};
use crate::domain::event::{Channel, DeclineReason, Event, Happened, Level, Offer, Outcome};
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
    outcome: Option<Outcome>,
    channel: Option<Channel>,
    level: Option<Level>,
    step: Option<u8>,
    promise: Option<Day>,
    accept_by: Option<Day>,
    feedback_by: Option<Day>,
    confirm_by: Option<Day>,
}

impl Columns {
    /// `reported`: the topics of the report, which its event carries along.
    fn of(event: &Event, reported: &Topics) -> Self {
        let empty = Columns::default();
        match event.clone() {
            Event::Reported(Offer { owner, basis: _, coordinator: _, involved, accept_by, feedback_by, level }) => Columns {
                to: Some(owner),
                topics: Some(reported.clone()),
                involved: Some(involved),
                level: Some(level),
                accept_by: Some(accept_by),
                feedback_by: Some(feedback_by),
                ..empty
            },
            Event::Accepted | Event::TransferTaken | Event::TransferRefused => empty,
            Event::Confirmed | Event::ClosedUnconfirmed | Event::Withdrawn => empty,
            Event::Declined { reason, suggested, to, accept_by } => {
                Columns { to: Some(to), suggested, decline_reason: Some(reason), accept_by: Some(accept_by), ..empty }
            }
            Event::TransferProposed { to } => Columns { to: Some(to), ..empty },
            Event::Assigned { to, accept_by } => Columns { to: Some(to), accept_by: Some(accept_by), ..empty },
            Event::Involved { organisation } => Columns { to: Some(organisation), ..empty },
            Event::Asked { of } => Columns { to: Some(of), ..empty },
            Event::Replied { question } => Columns { question, ..empty },
            Event::Amended { topics } => Columns { topics: Some(topics), ..empty },
            Event::FeedbackInterim { channel, level } => Columns { channel: Some(channel), level: Some(level), ..empty },
            Event::FeedbackFinal { outcome, channel, level, confirm_by } => {
                Columns { outcome: Some(outcome), channel: Some(channel), level: Some(level), confirm_by: Some(confirm_by), ..empty }
            }
            Event::Rejected { feedback_by } | Event::Reopened { feedback_by } => Columns { feedback_by: Some(feedback_by), ..empty },
            Event::Escalated { step, promise } => Columns { step: Some(step), promise: Some(promise), ..empty },
        }
    }

    fn read(row: &mut Fields<'_>) -> Result<Self, Unreadable> {
        Ok(Columns {
            to: row.optional()?,
            suggested: row.optional()?,
            decline_reason: row.optional_choice()?,
            question: row.optional_number()?,
            topics: row.optional_text()?.map(topics_of).transpose()?,
            involved: row.optional_text()?.map(organisations_of).transpose()?,
            outcome: row.optional_choice()?,
            channel: row.optional_choice()?,
            level: row.optional_choice()?,
            step: row.optional_number()?,
            promise: row.optional()?,
            accept_by: row.optional()?,
            feedback_by: row.optional()?,
            confirm_by: row.optional()?,
        })
    }

    /// The event of this kind, with the topics of the report when it is one.
    fn event(self, kind: &str, signal: &SignalRow) -> Result<(Event, Option<Topics>), Unreadable> {
        let Columns { to, suggested, decline_reason, question, topics, involved, outcome, channel, level, step, promise, .. } = self;
        let Columns { accept_by, feedback_by, confirm_by, .. } = self;
        let event = match kind {
            "reported" => {
                let offer = Offer {
                    owner: must(to)?,
                    basis: signal.basis,
                    coordinator: signal.coordinator.clone(),
                    involved: must(involved)?,
                    accept_by: must(accept_by)?,
                    feedback_by: must(feedback_by)?,
                    level: must(level)?,
                };
                return Ok((Event::Reported(offer), Some(must(topics)?)));
            }
            "accepted" => Event::Accepted,
            "declined" => Event::Declined { reason: must(decline_reason)?, suggested, to: must(to)?, accept_by: must(accept_by)? },
            "transfer-proposed" => Event::TransferProposed { to: must(to)? },
            "transfer-taken" => Event::TransferTaken,
            "transfer-refused" => Event::TransferRefused,
            "assigned" => Event::Assigned { to: must(to)?, accept_by: must(accept_by)? },
            "involved" => Event::Involved { organisation: must(to)? },
            "asked" => Event::Asked { of: must(to)? },
            "replied" => Event::Replied { question },
            "amended" => Event::Amended { topics: must(topics)? },
            "feedback-interim" => Event::FeedbackInterim { channel: must(channel)?, level: must(level)? },
            "feedback-final" => Event::FeedbackFinal {
                outcome: must(outcome)?,
                channel: must(channel)?,
                level: must(level)?,
                confirm_by: must(confirm_by)?,
            },
            "confirmed" => Event::Confirmed,
            "rejected" => Event::Rejected { feedback_by: must(feedback_by)? },
            "closed-unconfirmed" => Event::ClosedUnconfirmed,
            "reopened" => Event::Reopened { feedback_by: must(feedback_by)? },
            "withdrawn" => Event::Withdrawn,
            "escalated" => Event::Escalated { step: must(step)?, promise: must(promise)? },
            _ => return Err(Unreadable),
        };
        Ok((event, None))
    }
}

/// The parameters that append an event.
pub(super) fn event_values(seq: i64, happened: &Happened, reported: &Topics) -> [Value<'static>; 19] {
    let Happened { number, at, by, event } = happened;
    let columns = Columns::of(event, reported);
    let Columns { to, suggested, decline_reason, question, topics, involved, outcome, channel, level, step, promise, .. } = columns;
    let Columns { accept_by, feedback_by, confirm_by, .. } = columns;
    [
        seq.into(),
        (*number).into(),
        event.code().into(),
        Value::of(at),
        Value::of(by),
        Value::of_optional(to),
        Value::of_optional(suggested),
        decline_reason.map(Choice::code).into(),
        question.into(),
        Value::of_optional(topics.as_ref().map(text_of)),
        Value::of_optional(involved.map(|involved| involved.iter().map(OrganisationId::as_str).collect::<Vec<_>>().join(" "))),
        outcome.map(Choice::code).into(),
        channel.map(Choice::code).into(),
        level.map(Choice::code).into(),
        step.map(u32::from).into(),
        Value::of_optional(promise),
        Value::of_optional(accept_by),
        Value::of_optional(feedback_by),
        Value::of_optional(confirm_by),
    ]
}

/// An event from its row; with the topics of the report when it is one.
pub(super) fn read_event(signal: &SignalRow, row: &mut Fields<'_>) -> Result<(Happened, Option<Topics>), Unreadable> {
    let (number, kind, at, by) = (row.number()?, row.text()?, row.parsed()?, row.parsed()?);
    let (event, topics) = Columns::read(row)?.event(kind, signal)?;
    Ok((Happened { number, at, by, event }, topics))
}

fn must<T>(value: Option<T>) -> Result<T, Unreadable> {
    value.ok_or(Unreadable)
}

fn organisations_of(text: &str) -> Result<Vec<OrganisationId>, Unreadable> {
    text.split(' ').filter(|code| !code.is_empty()).map(|code| code.parse().map_err(|_| Unreadable)).collect()
}
