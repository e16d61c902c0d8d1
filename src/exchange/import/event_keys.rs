//! An event of a history, as `render::event_data` writes it.

use std::str::FromStr;

use serde_json::Value;

use crate::domain::codes::CodeEnum;
use crate::domain::event::{Event, EventFields, EventKind, RecordedEvent, Via};
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::object::Object;

/// The keys that every event has, beside those of its kind. Its words are read apart.
const OF_ALL: &[&str] = &["number", "at", "by", "event", "words"];

/// Reads the event with this number, and every key of it.
pub fn happened(number: u32, value: &Value) -> Result<RecordedEvent, FieldError> {
    let object = Object::of(value, number)?;
    if object.number("number")? != number {
        return Err(FieldError::Impossible(number));
    }
    let kind: EventKind = object.choice("event")?;
    let mut held = EventKeys { object, keys: 0 };
    let fields = held.fields(kind)?;
    // What may be empty may be left out.
    let whole = EventFields {
        suggested: fields.suggested.clone().or(Some(None)),
        responsibility: fields.responsibility.clone().or(Some(None)),
        ..fields.clone()
    };
    let event = Event::from_fields(kind, whole).ok_or(FieldError::Impossible(number))?;
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
    let of_all = OF_ALL.iter().filter(|key| object.has(key)).count();
    // What is not of its kind would be lost.
    if of_its_kind != read || of_all + held.keys != object.fields.len() {
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

/// What an event holds beside what every event has, and how many keys of it were read.
struct EventKeys<'a> {
    object: Object<'a>,
    keys: usize,
}

impl<'a> EventKeys<'a> {
    /// All that an event can hold. What is not there is missing.
    fn fields(&mut self, kind: EventKind) -> Result<EventFields, FieldError> {
        Ok(EventFields {
            reason: self.choice("reason")?,
            suggested: self.optional_code("suggested")?,
            to: self.code(kind.addressee_key())?,
            basis: self.choice("basis")?,
            coordinator: self.code("coordinator")?,
            involved: self.under("involved", Object::codes)?,
            question: self.under("question", question)?,
            topics: self.under("topics", Object::topics)?,
            outcome: self.choice("outcome")?,
            channel: self.choice("channel")?,
            level: self.choice("level")?,
            accept_by: self.code("accept_by")?,
            feedback_by: self.code("feedback_by")?,
            confirm_by: self.code("confirm_by")?,
            responsibility: self.optional_code("responsibility")?,
            promise: self.choice("promise")?,
            promised: self.code("promised")?,
            after: self.under("after", days)?,
            informed: self.under("told", Object::codes)?,
        })
    }

    /// What stands under a key, if it is there.
    fn under<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(Object<'a>, &str) -> Result<T, FieldError>,
    ) -> Result<Option<T>, FieldError> {
        if !self.object.has(key) {
            return Ok(None);
        }
        self.keys += 1;
        read(self.object, key).map(Some)
    }

    fn choice<T: CodeEnum>(&mut self, key: &str) -> Result<Option<T>, FieldError> {
        self.under(key, Object::choice)
    }

    fn code<T: FromStr>(&mut self, key: &str) -> Result<Option<T>, FieldError> {
        self.under(key, Object::code)
    }

    fn optional_code<T: FromStr>(&mut self, key: &str) -> Result<Option<Option<T>>, FieldError> {
        self.under(key, Object::optional_code)
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
    u8::try_from(event.number(key)?).map_err(|_| event.unfit())
}
