//! An event as data: `show` and `export` tell it alike.

use serde_json::{Map, Value, json};

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::Choice as _;
use crate::domain::event::{Event, Happened, Offer};
use crate::register::Said;

/// What happened: `number`, `at` as the caller writes moments, `by`, `event`, and what its kind
/// adds. docs/json.md tells the keys.
#[must_use]
pub fn event_data(happened: &Happened, at: String) -> Map<String, Value> {
    let Happened {
        number,
        at: _,
        by,
        via: _,
        as_was: _,
        event,
    } = happened;
    let mut object = Map::new();
    object.insert("number".into(), json!(number));
    object.insert("at".into(), json!(at));
    object.insert("by".into(), json!(by.to_string()));
    object.insert("event".into(), json!(event.code()));
    if let Value::Object(fields) = of_its_kind(event) {
        object.extend(fields);
    }
    object
}

/// What was written with an event, by what it is about.
pub fn words_data<'a>(said: impl Iterator<Item = &'a Said>) -> Value {
    Value::Object(
        said.map(|said| (said.part.code().to_owned(), json!(said.words.as_str())))
            .collect(),
    )
}

fn of_its_kind(event: &Event) -> Value {
    match event {
        Event::Reported(offer) | Event::Rerouted(offer) => offer_data(offer),
        Event::Declined {
            reason,
            suggested,
            to,
            accept_by,
        } => json!({
            "reason": reason.to_string(), "suggested": suggested.as_ref().map(ToString::to_string),
            "to": to.to_string(), "accept_by": accept_by.to_string(),
        }),
        Event::TransferProposed { to } => json!({ "to": to.to_string() }),
        Event::Assigned { to, accept_by } => {
            json!({ "to": to.to_string(), "accept_by": accept_by.to_string() })
        }
        Event::Involved { organisation } => json!({ "organisation": organisation.to_string() }),
        Event::Asked { of } => json!({ "of": of.to_string() }),
        Event::Replied { question } => json!({ "question": question }),
        Event::Amended { topics } => {
            json!({ "topics": topics.iter().map(ToString::to_string).collect::<Vec<_>>() })
        }
        Event::FeedbackInterim { channel, level } => {
            json!({ "channel": channel.to_string(), "level": level.to_string() })
        }
        Event::FeedbackFinal {
            outcome,
            channel,
            level,
            confirm_by,
        } => json!({
            "outcome": outcome.to_string(), "channel": channel.to_string(), "level": level.to_string(), "confirm_by": confirm_by.to_string(),
        }),
        Event::Rejected { feedback_by } | Event::Reopened { feedback_by } => {
            json!({ "feedback_by": feedback_by.to_string() })
        }
        Event::Escalated {
            step: AlarmStep { past, after },
            promised,
            told,
        } => json!({
            "promise": past.to_string(), "promised": promised.to_string(), "after": after,
            "told": told.iter().map(ToString::to_string).collect::<Vec<_>>(),
        }),
        Event::Accepted
        | Event::TransferTaken
        | Event::TransferRefused
        | Event::Confirmed
        | Event::ClosedUnconfirmed
        | Event::Withdrawn => json!({}),
    }
}

fn offer_data(offer: &Offer) -> Value {
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
    json!({
        "owner": owner.to_string(), "basis": basis.to_string(), "coordinator": coordinator.to_string(),
        "involved": involved.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "accept_by": accept_by.to_string(), "feedback_by": feedback_by.to_string(), "level": level.to_string(),
        "responsibility": responsibility.as_ref().map(ToString::to_string),
    })
}
