//! A signal of another register with all that happened to it: a line of `export --format jsonl
//! --with-words`, read back.
//!
//! It is the inverse of `render::exported::record`. The story is folded again here, and all that the
//! record says of where the signal stands must be where its story ends; who might do what, the
//! register's second lock judges when it is recorded. What would not be read would be lost, so
//! nothing may stand in a record that is not read.

use serde_json::{Map, Value};

use crate::domain::codes::CodeEnum as _;
use crate::domain::event::{DecisionRecord, Event, RecordedEvent};
use crate::domain::signal::{Particulars, Urgency};
use crate::domain::signal_state::{State, replay};
use crate::domain::words::{ContactLine, ExternalReference, Words};
use crate::exchange::import::event_keys::happened;
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::object::Object;
use crate::exchange::import::stored_state::{STANDING, stands};
use crate::register::{OriginalReport, Part, Story, StoryText};

/// The key by which a history is known.
pub const EVENTS: &str = "events";

/// The keys of a record that are read.
const RECORDED: &[&str] = &[
    "id",
    "sender",
    "contact",
    "reference",
    "reported_at",
    "topics",
    "age",
    "area",
    "urgency",
    "discussed",
    "decisions",
    EVENTS,
];

/// The keys of a decision.
const DECIDED: &[&str] = &["event", "map_digest", "reason"];

/// A signal with its whole story and everything that people wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The story.
    pub story: Story,
    /// The words, in order.
    pub words: Vec<StoryText>,
}

impl History {
    /// Whether somebody must act at once: it is acute, and has not ended.
    #[must_use]
    pub fn is_acute(&self) -> bool {
        let Story { reported, case, .. } = &self.story;
        let ended = matches!(case.state(), State::Closed | State::Withdrawn);
        reported.particulars.urgency == Urgency::Acute && !ended
    }
}

/// Reads a record from its keys and values.
pub fn read(pairs: Vec<(String, Value)>) -> Result<History, FieldError> {
    let mut record = Map::new();
    for (key, value) in pairs {
        let standing = || STANDING.iter().any(|(known, _)| *known == key);
        if !RECORDED.contains(&key.as_str()) && !standing() {
            return Err(FieldError::UnknownKey(None));
        }
        if record.insert(key, value).is_some() {
            return Err(FieldError::RepeatedKey);
        }
    }
    let whole = Object {
        fields: &record,
        event: 0,
    };
    let reported = reported(whole)?;
    let events = whole.list(EVENTS)?;
    let happened: Vec<RecordedEvent> = (1..)
        .zip(events)
        .map(|(number, event)| happened(number, event))
        .collect::<Result<_, _>>()?;
    let words = words(events, &happened, reported.discussed)?;
    let (first, again) = decisions(whole, &happened)?;
    let case = replay(reported.id, reported.topics.clone(), &happened)
        .map_err(|impossible| FieldError::Impossible(impossible.event))?;
    let begins = happened
        .first()
        .is_some_and(|first| first.by == reported.sender && first.at == reported.reported_at);
    if !begins || !stands(whole, &case)? {
        return Err(FieldError::Impossible(0));
    }
    Ok(History {
        story: Story {
            reported,
            case,
            happened,
            first,
            again,
        },
        words,
    })
}

fn reported(record: Object<'_>) -> Result<OriginalReport, FieldError> {
    let discussed = record
        .get("discussed")?
        .as_bool()
        .ok_or(FieldError::Impossible(0))?;
    let contact = record
        .optional("contact")?
        .map(ContactLine::new)
        .transpose()
        .map_err(FieldError::Words)?;
    let reference = record
        .optional("reference")?
        .map(ExternalReference::new)
        .transpose()
        .map_err(FieldError::Words)?;
    Ok(OriginalReport {
        id: record.code("id")?,
        sender: record.code("sender")?,
        contact,
        reference,
        reported_at: record.code("reported_at")?,
        topics: record.topics("topics")?,
        particulars: Particulars {
            age: record.optional_code("age")?,
            area: record.optional_code("area")?,
            urgency: record.choice("urgency")?,
        },
        discussed,
    })
}

/// On what grounds the map decided: with the report, and with each event by which it decided again.
fn decisions(
    record: Object<'_>,
    happened: &[RecordedEvent],
) -> Result<(DecisionRecord, Vec<(u32, DecisionRecord)>), FieldError> {
    let all = record.list("decisions")?.iter().map(decision);
    let mut all = all.collect::<Result<Vec<_>, _>>()?.into_iter();
    let (_, first) = all
        .next()
        .filter(|(event, _)| *event == 1)
        .ok_or(FieldError::Impossible(1))?;
    let again: Vec<(u32, DecisionRecord)> = all.collect();
    let mut decided = happened
        .iter()
        .filter(|happened| matches!(happened.event, Event::Rerouted(_)))
        .map(|happened| happened.number);
    for (event, _) in &again {
        if decided.next() != Some(*event) {
            return Err(FieldError::Impossible(*event));
        }
    }
    match decided.next() {
        None => Ok((first, again)),
        Some(event) => Err(FieldError::Impossible(event)),
    }
}

/// One of them, and the number of its event.
fn decision(value: &Value) -> Result<(u32, DecisionRecord), FieldError> {
    let decision = Object::of(value, 0)?;
    let mut keys = decision.fields.keys();
    if keys.any(|key| !DECIDED.contains(&key.as_str())) {
        return Err(FieldError::UnknownKey(None));
    }
    let reason = match decision.get("reason")? {
        Value::String(text) => text.clone(),
        written @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Array(_)
        | Value::Object(_)) => written.to_string(),
    };
    let map_digest = decision.text("map_digest")?.to_owned();
    Ok((
        decision.number("event")?,
        DecisionRecord { reason, map_digest },
    ))
}

/// What was written, each piece with an event to which such words belong.
fn words(
    events: &[Value],
    happened: &[RecordedEvent],
    discussed: bool,
) -> Result<Vec<StoryText>, FieldError> {
    let mut all = Vec::new();
    for (value, RecordedEvent { number, .. }) in events.iter().zip(happened) {
        let event = Object::of(value, *number)?;
        let said = event
            .fields
            .get("words")
            .and_then(Value::as_object)
            .ok_or(FieldError::WithoutWords)?;
        for (part, text) in said {
            let part = Part::from_code(part)
                .filter(|part| belongs(*part, *number, discussed))
                .ok_or(FieldError::Impossible(*number))?;
            let words = Words::new(text.as_str().ok_or(FieldError::NotAText)?)
                .map_err(FieldError::Words)?;
            all.push(StoryText {
                number: *number,
                part,
                words,
            });
        }
    }
    all.sort_by_key(|said| (said.number, said.part));
    Ok(all)
}

/// Whether words of this kind come with the event of this number.
fn belongs(part: Part, number: u32, discussed: bool) -> bool {
    match part {
        Part::Seen | Part::GoesWell | Part::Helpers | Part::OwnWords => number == 1,
        Part::WhyNotDiscussed => number == 1 && !discussed,
        Part::Said => number > 1,
    }
}
