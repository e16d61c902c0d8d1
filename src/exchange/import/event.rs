//! Reads an event of a history, as `export` writes it.

use std::num::NonZeroU32;

use serde_json::Value;

use crate::domain::event::{AsWas, Event, EventKind, RecordedEvent, Via};
use crate::domain::words::PersonName;
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::object::Object;
use crate::exchange::part;

/// The keys of every event. Each kind has others. Words and contacts are read elsewhere.
const COMMON_KEYS: &[&str] = &[
    "number", "at", "by", "person", "as_was", "event", "undone", "contact", "words",
];

/// What the organisation was called then, and how it was reached.
fn as_was(event: Object<'_>) -> Result<Option<AsWas>, FieldError> {
    const LONGEST: usize = 200;
    let Some(value) = event.fields.get("as_was").filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let as_was: AsWas = serde_json::from_value(value.clone()).map_err(|_| event.error())?;
    let texts = [
        Some(&as_was.name),
        as_was.phone.as_ref(),
        as_was.email.as_ref(),
    ];
    let fits = |text: &&String| !text.trim().is_empty() && text.chars().count() <= LONGEST;
    if !texts.iter().flatten().all(fits) {
        return Err(event.error());
    }
    Ok(Some(as_was))
}

/// Who of the organisation.
fn person(event: Object<'_>) -> Result<Option<PersonName>, FieldError> {
    let person = event.optional("person")?.map(PersonName::new);
    person.transpose().map_err(FieldError::Words)
}

/// Kept to learn from: no rule looks at it.
fn may_be_left_out(key: &str) -> bool {
    key == "responsibility"
}

/// Reads the event with this number, and every key of it.
pub fn read_event(number: u32, value: &Value) -> Result<RecordedEvent, FieldError> {
    let object = Object::of(value, NonZeroU32::new(number))?;
    if object.number("number")? != number {
        return Err(object.error());
    }
    let keys = Event::FIELDS.iter().map(|field| field.key);
    let event: Option<Event> = part::read(object.fields, keys.chain(["event"]));
    let event = event.ok_or_else(|| object.error())?;
    // A key of another kind of event would be lost.
    let own = part::written(&event);
    let mut keys = object.fields.keys().map(String::as_str);
    if !keys.all(|key| COMMON_KEYS.contains(&key) || own.contains_key(key)) {
        return Err(FieldError::UnknownKey(None));
    }
    // What was put right would be told as not known.
    let corrects = event.kind() == EventKind::Corrected;
    if corrects
        && !own
            .keys()
            .all(|key| may_be_left_out(key) || object.has(key))
    {
        return Err(object.error());
    }
    Ok(RecordedEvent {
        number,
        at: object.code("at")?,
        by: object.code("by")?,
        via: Via::Import,
        as_was: as_was(object)?,
        person: person(object)?,
        event,
    })
}
