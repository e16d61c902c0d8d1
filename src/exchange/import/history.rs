//! Reads a signal of another register with all its events: a line of `export --format jsonl
//! --with-words`.
//!
//! The story is replayed, and must end in the state that the record gives. Whether everyone was
//! allowed to do what they did is checked when it is recorded. A key that is not read would be lost,
//! so an unknown key is an error.

use std::num::NonZeroU32;

use serde_json::{Map, Value};

use crate::domain::access::undone_events;
use crate::domain::codes::CodeEnum as _;
use crate::domain::discussed::Discussed;
use crate::domain::event::{DecisionRecord, Event, RecordedEvent};
use crate::domain::signal::{Circumstances, Urgency};
use crate::domain::signal_state::{State, replay};
use crate::domain::words::{ContactLine, ExternalReference, Words};
use crate::exchange::import::event::read_event;
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::object::Object;
use crate::exchange::import::stored_state::{STATE_KEYS, agrees_with_story};
use crate::exchange::part;
use crate::register::{Contacts, OriginalReport, Part, Story, StoryText};

/// The key that makes a record a history.
pub const EVENTS: &str = "events";

/// The keys of a record, without those of the circumstances and of the state.
const RECORD_KEYS: &[&str] = &[
    "id",
    "sender",
    "contact",
    "reference",
    "reported_at",
    "topics",
    "decisions",
    EVENTS,
];

const DECISION_KEYS: &[&str] = &["event", "map_digest", "reason"];

/// A signal with its whole story and all words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    pub story: Story,
    /// In order.
    pub words: Vec<StoryText>,
}

impl History {
    /// Whether it is acute and has not ended.
    #[must_use]
    pub fn is_acute(&self) -> bool {
        let case = &self.story.case;
        let ended = matches!(case.state(), State::Closed | State::Withdrawn);
        case.particulars.urgency == Urgency::Acute && !ended
    }
}

pub fn read(pairs: Vec<(String, Value)>) -> Result<History, FieldError> {
    let mut record = Map::new();
    for (key, value) in pairs {
        if !is_known(&key) {
            return Err(FieldError::UnknownKey(None));
        }
        if record.insert(key, value).is_some() {
            return Err(FieldError::RepeatedKey);
        }
    }
    let whole = Object {
        fields: &record,
        event: None,
    };
    let reported = reported(whole)?;
    let events = whole.list(EVENTS)?;
    let happened: Vec<RecordedEvent> = (1..)
        .zip(events)
        .map(|(number, event)| read_event(number, event))
        .collect::<Result<_, _>>()?;
    marks_agree(events, &happened)?;
    let words = words(events, &happened, reported.circumstances.discussed)?;
    let contacts = contacts(events, &happened)?;
    let (first, again) = decisions(whole, &happened)?;
    let particulars = reported.circumstances.particulars.clone();
    let case = replay(reported.id, reported.topics.clone(), particulars, &happened)?;
    let begins = happened
        .first()
        .is_some_and(|first| first.by == reported.sender && first.at == reported.reported_at);
    if !begins || !agrees_with_story(whole, &case)? {
        return Err(FieldError::Impossible(None));
    }
    if !promises_before_what_happens(&reported, &happened) {
        return Err(FieldError::impossible_from(1));
    }
    Ok(History {
        story: Story {
            reported,
            case,
            happened,
            first,
            again,
            contacts,
        },
        words,
    })
}

/// That what was taken back is marked so, and nothing else.
fn marks_agree(events: &[Value], happened: &[RecordedEvent]) -> Result<(), FieldError> {
    let undone = undone_events(happened);
    for (value, RecordedEvent { number, .. }) in events.iter().zip(happened) {
        let event = Object::of(value, NonZeroU32::new(*number))?;
        let marked = match event.fields.get("undone") {
            None => false,
            Some(marked) => marked.as_bool().ok_or_else(|| event.error())?,
        };
        if marked != undone.contains(number) {
            return Err(FieldError::impossible_from(*number));
        }
    }
    Ok(())
}

/// Whether the sender was to hear before the day on which something would happen.
fn promises_before_what_happens(reported: &OriginalReport, happened: &[RecordedEvent]) -> bool {
    let before = reported.circumstances.particulars.before;
    let Some(Event::Reported(offer)) = happened.first().map(|first| &first.event) else {
        return true;
    };
    before.is_none_or(|before| offer.feedback_by < before)
}

fn is_known(key: &str) -> bool {
    let mut keys = RECORD_KEYS.iter().chain(Circumstances::KEYS);
    keys.any(|known| *known == key) || STATE_KEYS.iter().any(|(known, _)| *known == key)
}

fn reported(record: Object<'_>) -> Result<OriginalReport, FieldError> {
    let contact = record.optional("contact")?.map(ContactLine::new);
    let contact = contact.transpose().map_err(FieldError::Words)?;
    let reference = record.optional("reference")?.map(ExternalReference::new);
    let reference = reference.transpose().map_err(FieldError::Words)?;
    let circumstances = part::read(record.fields, Circumstances::KEYS.iter().copied());
    Ok(OriginalReport {
        id: record.code("id")?,
        sender: record.code("sender")?,
        contact,
        reference,
        reported_at: record.code("reported_at")?,
        topics: record.topics("topics")?,
        circumstances: circumstances.ok_or_else(|| record.error())?,
    })
}

/// The decision on the report, and those on the events that rerouted it.
fn decisions(
    record: Object<'_>,
    happened: &[RecordedEvent],
) -> Result<(DecisionRecord, Vec<(u32, DecisionRecord)>), FieldError> {
    let all = record.list("decisions")?.iter().map(decision);
    let mut all = all.collect::<Result<Vec<_>, _>>()?.into_iter();
    let Some((1, first)) = all.next() else {
        return Err(FieldError::impossible_from(1));
    };
    let again: Vec<(u32, DecisionRecord)> = all.collect();
    let mut rerouted = happened
        .iter()
        .skip(1)
        .filter(|happened| happened.event.offer().is_some())
        .map(|happened| happened.number);
    for (event, _) in &again {
        if rerouted.next() != Some(*event) {
            return Err(FieldError::impossible_from(*event));
        }
    }
    match rerouted.next() {
        None => Ok((first, again)),
        Some(event) => Err(FieldError::impossible_from(event)),
    }
}

/// A decision, and the number of its event.
fn decision(value: &Value) -> Result<(u32, DecisionRecord), FieldError> {
    let decision = Object::of(value, None)?;
    let mut keys = decision.fields.keys();
    if keys.any(|key| !DECISION_KEYS.contains(&key.as_str())) {
        return Err(FieldError::UnknownKey(None));
    }
    let reason = match decision.get("reason")? {
        Value::String(text) => text.clone(),
        other @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Array(_)
        | Value::Object(_)) => other.to_string(),
    };
    let map_digest = decision.text("map_digest")?.to_owned();
    Ok((
        decision.number("event")?,
        DecisionRecord { reason, map_digest },
    ))
}

/// The person to reach, of each event that names one after the report.
fn contacts(events: &[Value], happened: &[RecordedEvent]) -> Result<Contacts, FieldError> {
    let mut contacts = Contacts::new();
    for (value, RecordedEvent { number, event, .. }) in events.iter().zip(happened) {
        let object = Object::of(value, NonZeroU32::new(*number))?;
        let Some(contact) = object.optional("contact")? else {
            continue;
        };
        if *event != Event::Accepted {
            return Err(object.error());
        }
        let contact = ContactLine::new(contact).map_err(FieldError::Words)?;
        contacts.insert(*number, contact);
    }
    Ok(contacts)
}

/// The words of all events.
fn words(
    events: &[Value],
    happened: &[RecordedEvent],
    discussed: Discussed<()>,
) -> Result<Vec<StoryText>, FieldError> {
    let mut all = Vec::new();
    for (value, RecordedEvent { number, .. }) in events.iter().zip(happened) {
        let event = Object::of(value, NonZeroU32::new(*number))?;
        let pieces = event.fields.get("words").and_then(Value::as_object);
        for (part, text) in pieces.ok_or(FieldError::WithoutWords)? {
            let part = Part::from_code(part)
                .filter(|part| belongs_to(*part, *number, discussed))
                .ok_or_else(|| event.error())?;
            let text = text.as_str().ok_or(FieldError::NotAString)?;
            let words = Words::new(text).map_err(FieldError::Words)?;
            all.push(StoryText {
                number: *number,
                part,
                words,
            });
        }
    }
    all.sort_by_key(|text| (text.number, text.part));
    Ok(all)
}

/// Whether the event with this number may have words of this kind.
fn belongs_to(part: Part, number: u32, discussed: Discussed<()>) -> bool {
    match part {
        Part::Seen | Part::GoesWell | Part::Helpers | Part::OwnWords => number == 1,
        Part::WhyNotDiscussed | Part::WhyWithoutConsent => {
            number == 1
                && discussed
                    .reason()
                    .is_some_and(|(reason, ())| reason == part)
        }
        Part::Said | Part::HandedTo => number > 1,
    }
}
