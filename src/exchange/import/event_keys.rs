//! Reads an event of a history, as `export` writes it.

use std::num::NonZeroU32;
use std::str::FromStr;

use serde_json::Value;

use crate::domain::codes::CodeEnum;
use crate::domain::event::{Event, EventFields, EventKind, RecordedEvent, Via};
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::object::Object;

/// The keys of every event. Each kind has others. Words are read elsewhere.
const COMMON_KEYS: &[&str] = &["number", "at", "by", "event", "words"];

/// Reads the event with this number, and every key of it.
pub fn read_event(number: u32, value: &Value) -> Result<RecordedEvent, FieldError> {
    let object = Object::of(value, NonZeroU32::new(number))?;
    if object.number("number")? != number {
        return Err(object.error());
    }
    let kind: EventKind = object.choice("event")?;
    let mut keys = EventKeys { object, count: 0 };
    let fields = keys.fields(kind)?;
    // An optional value may be missing.
    let whole = EventFields {
        suggested: fields.suggested.clone().or(Some(None)),
        responsibility: fields.responsibility.clone().or(Some(None)),
        ..fields.clone()
    };
    let event = Event::from_fields(kind, whole).ok_or_else(|| object.error())?;
    let of_its_kind = event.fields();
    let read = EventFields {
        suggested: fields
            .suggested
            .or(of_its_kind.suggested.as_ref().map(|_| None)),
        responsibility: fields
            .responsibility
            .or(of_its_kind.responsibility.as_ref().map(|_| None)),
        ..fields
    };
    let common = COMMON_KEYS.iter().filter(|key| object.has(key)).count();
    // A key of another kind of event would be lost.
    if of_its_kind != read || common + keys.count != object.fields.len() {
        return Err(FieldError::UnknownKey(None));
    }
    Ok(RecordedEvent {
        number,
        at: object.code("at")?,
        by: object.code("by")?,
        via: Via::Import,
        as_was: None,
        event,
    })
}

/// Reads the keys of one kind of event, and counts them.
struct EventKeys<'a> {
    object: Object<'a>,
    count: usize,
}

impl<'a> EventKeys<'a> {
    /// The values of all keys that an event can have.
    fn fields(&mut self, kind: EventKind) -> Result<EventFields, FieldError> {
        Ok(EventFields {
            reason: self.choice("reason")?,
            suggested: self.optional_code("suggested")?,
            to: self.code(kind.addressee_key())?,
            basis: self.choice("basis")?,
            coordinator: self.code("coordinator")?,
            involved: self.present("involved", Object::codes)?,
            question: self.present("question", question)?,
            topics: self.present("topics", Object::topics)?,
            outcome: self.choice("outcome")?,
            channel: self.choice("channel")?,
            level: self.choice("level")?,
            accept_by: self.code("accept_by")?,
            feedback_by: self.code("feedback_by")?,
            confirm_by: self.code("confirm_by")?,
            responsibility: self.optional_code("responsibility")?,
            promise: self.choice("promise")?,
            promised: self.code("promised")?,
            after: self.present("after", days)?,
            informed: self.present("told", Object::codes)?,
        })
    }

    /// The value of a key, if it is present.
    fn present<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(Object<'a>, &str) -> Result<T, FieldError>,
    ) -> Result<Option<T>, FieldError> {
        if !self.object.has(key) {
            return Ok(None);
        }
        self.count += 1;
        read(self.object, key).map(Some)
    }

    fn choice<T: CodeEnum>(&mut self, key: &str) -> Result<Option<T>, FieldError> {
        self.present(key, Object::choice)
    }

    fn code<T: FromStr>(&mut self, key: &str) -> Result<Option<T>, FieldError> {
        self.present(key, Object::code)
    }

    fn optional_code<T: FromStr>(&mut self, key: &str) -> Result<Option<Option<T>>, FieldError> {
        self.present(key, Object::optional_code)
    }
}

fn question(event: Object<'_>, key: &str) -> Result<Option<u32>, FieldError> {
    match event.get(key)? {
        Value::Null => Ok(None),
        Value::Number(_)
        | Value::Bool(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => event.number(key).map(Some),
    }
}

fn days(event: Object<'_>, key: &str) -> Result<u8, FieldError> {
    u8::try_from(event.number(key)?).map_err(|_| event.error())
}
