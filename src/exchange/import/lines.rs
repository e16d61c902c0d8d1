//! Lines of JSON: a signal on each, as other systems write them, or with all that happened to it,
//! as `export` does.

use serde_json::Value;

use crate::domain::invariant::at_mut;
use crate::exchange::import::field::{Entry, Field, JsonForm, REJECTED_BECAUSE};
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::history::{self, History};
use crate::exchange::import::json::{self, Pairs};

/// A line: its fields, or a whole history.
pub enum ImportLine {
    /// What a sender would type.
    Report(Box<[Option<FieldInput>; Field::COUNT]>),
    /// A signal of another register.
    History(Box<History>),
}

/// What a line gives for a field.
pub enum FieldInput {
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

impl FieldInput {
    /// What stands in the field.
    pub fn entry(&self) -> Entry<'_> {
        match self {
            FieldInput::Text(text) => Entry::Text(text),
            FieldInput::List(texts) => Entry::List(texts),
        }
    }
}

/// A line that is neither.
pub struct Unread {
    /// What is wrong with it, each with the field when it is one.
    pub faults: FieldErrors,
    /// How soon something must happen, when it says so all the same.
    pub urgency: Option<String>,
}

type FieldErrors = Vec<(Option<Field>, FieldError)>;

/// Reads a line.
pub fn read(line: &[u8]) -> Result<ImportLine, Unread> {
    let unread = |unfit| Unread {
        faults: vec![(None, unfit)],
        urgency: None,
    };
    let text = std::str::from_utf8(line).map_err(|_| unread(FieldError::NotUtf8))?;
    let (mut pairs, repeated) = json::read(text).map_err(|error| {
        let column = error.column();
        unread(FieldError::NotJson { column })
    })?;
    let is_urgency = |key: &str| Field::from_heading(key) == Some(Field::Urgency);
    let urgency = pairs.iter().find(|(key, _)| is_urgency(key));
    let urgency = urgency
        .and_then(|(_, value)| value.as_str())
        .map(str::to_owned);
    // Whoever turns a line down more than once has written it more than once.
    pairs.retain(|(key, _)| key != REJECTED_BECAUSE);
    let read = if repeated {
        Err(vec![(None, FieldError::RepeatedKey)])
    } else if pairs.iter().any(|(key, _)| key == history::EVENTS) {
        history::read(pairs)
            .map(|history| ImportLine::History(Box::new(history)))
            .map_err(|unfit| vec![(None, unfit)])
    } else {
        report(pairs)
    };
    read.map_err(|faults| Unread { faults, urgency })
}

fn report(pairs: Pairs) -> Result<ImportLine, FieldErrors> {
    let (mut fields, mut faults) = ([const { None }; Field::COUNT], Vec::new());
    let mut seen = [false; Field::COUNT];
    for (key, value) in pairs {
        let Some(field) = Field::from_heading(&key) else {
            if faults.len() < crate::exchange::import::MOST_UNKNOWN {
                faults.push((None, FieldError::UnknownKey(Field::near(&key))));
            }
            continue;
        };
        if std::mem::replace(at_mut(&mut seen, field.place()), true) {
            faults.push((Some(field), FieldError::RepeatedKey));
        }
        match given(field, value) {
            Ok(given) => *at_mut(&mut fields, field.place()) = given,
            Err(unfit) => faults.push((Some(field), unfit)),
        }
    }
    if faults.is_empty() {
        Ok(ImportLine::Report(Box::new(fields)))
    } else {
        Err(faults)
    }
}

/// What a value gives for a field; `None` when nothing stands in it.
fn given(field: Field, value: Value) -> Result<Option<FieldInput>, FieldError> {
    let something = |text: &String| !text.trim().is_empty();
    let text = |text| Ok(Some(text).filter(something).map(FieldInput::Text));
    match (field.form(), value) {
        (_, Value::Null) => Ok(None),
        (_, Value::String(given)) => text(given),
        (JsonForm::List, Value::Array(items)) => {
            let texts = items.into_iter().map(|item| match item {
                Value::String(text) => Ok(text),
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::Array(_)
                | Value::Object(_) => Err(FieldError::NotAText),
            });
            let texts = texts.collect::<Result<Vec<_>, _>>()?;
            Ok(texts
                .iter()
                .any(something)
                .then_some(FieldInput::List(texts)))
        }
        (JsonForm::YesOrNo, Value::Bool(yes)) => text(if yes { "yes" } else { "no" }.to_owned()),
        // Any other number was rounded when it was read, and may be that of another.
        (JsonForm::Number, Value::Number(number)) if number.is_u64() || number.is_i64() => {
            text(number.to_string())
        }
        (_, Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            Err(FieldError::NotAText)
        }
    }
}
