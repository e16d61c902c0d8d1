//! Lines of JSON: each is a report, as other systems write them, or a whole history, as `export`
//! does.

use serde_json::Value;

use crate::domain::invariant::at_mut;
use crate::exchange::import::field::{Entry, Field, JsonForm, MAX_UNKNOWN, REJECTED_BECAUSE};
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::history::{self, History};
use crate::exchange::import::json::{self, Pairs};

pub enum ImportLine {
    Report(Box<[Option<FieldInput>; Field::COUNT]>),
    History(Box<History>),
}

/// The value of a field.
pub enum FieldInput {
    Text(String),
    List(Vec<String>),
}

impl FieldInput {
    pub fn entry(&self) -> Entry<'_> {
        match self {
            FieldInput::Text(text) => Entry::Text(text),
            FieldInput::List(texts) => Entry::List(texts),
        }
    }
}

pub struct LineFault {
    pub errors: FieldErrors,
    /// The urgency, when the line has one all the same.
    pub urgency: Option<String>,
}

/// `None` for the line as a whole.
type FieldErrors = Vec<(Option<Field>, FieldError)>;

impl From<FieldError> for LineFault {
    fn from(error: FieldError) -> Self {
        Self {
            errors: vec![(None, error)],
            urgency: None,
        }
    }
}

pub fn read(line: &[u8]) -> Result<ImportLine, LineFault> {
    let text = std::str::from_utf8(line).map_err(|_| FieldError::NotUtf8)?;
    let (mut pairs, repeated) = json::read(text).map_err(|error| FieldError::NotJson {
        column: error.column(),
    })?;
    let urgency = pairs
        .iter()
        .find(|(key, _)| Field::from_heading(key) == Some(Field::Urgency))
        .and_then(|(_, value)| value.as_str())
        .map(str::to_owned);
    // A line that was rejected twice has the key twice.
    pairs.retain(|(key, _)| key != REJECTED_BECAUSE);
    let read = if repeated {
        Err(vec![(None, FieldError::RepeatedKey)])
    } else if pairs.iter().any(|(key, _)| key == history::EVENTS) {
        match history::read(pairs) {
            Ok(history) => Ok(ImportLine::History(Box::new(history))),
            Err(error) => Err(vec![(None, error)]),
        }
    } else {
        report(pairs)
    };
    read.map_err(|errors| LineFault { errors, urgency })
}

fn report(pairs: Pairs) -> Result<ImportLine, FieldErrors> {
    let (mut fields, mut errors) = ([const { None }; Field::COUNT], Vec::new());
    let mut seen = [false; Field::COUNT];
    for (key, value) in pairs {
        let Some(field) = Field::from_heading(&key) else {
            if errors.len() < MAX_UNKNOWN {
                errors.push((None, FieldError::UnknownKey(Field::near(&key))));
            }
            continue;
        };
        if std::mem::replace(at_mut(&mut seen, field.place()), true) {
            errors.push((Some(field), FieldError::RepeatedKey));
        }
        match input(field, value) {
            Ok(input) => *at_mut(&mut fields, field.place()) = input,
            Err(error) => errors.push((Some(field), error)),
        }
    }
    if errors.is_empty() {
        Ok(ImportLine::Report(Box::new(fields)))
    } else {
        Err(errors)
    }
}

/// The value of a field; `None` when it is empty.
fn input(field: Field, value: Value) -> Result<Option<FieldInput>, FieldError> {
    let text = match (field.form(), value) {
        (_, Value::Null) => return Ok(None),
        (_, Value::String(text)) => text,
        (JsonForm::List, Value::Array(items)) => return list(items),
        (JsonForm::YesOrNo, Value::Bool(true)) => "yes".to_owned(),
        (JsonForm::YesOrNo, Value::Bool(false)) => "no".to_owned(),
        // Reading rounds any other number, which may then be somebody else's.
        (JsonForm::Number, Value::Number(number)) if number.is_u64() || number.is_i64() => {
            number.to_string()
        }
        (_, Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            return Err(FieldError::NotAString);
        }
    };
    Ok(Some(text)
        .filter(|text| !text.trim().is_empty())
        .map(FieldInput::Text))
}

fn list(items: Vec<Value>) -> Result<Option<FieldInput>, FieldError> {
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        let Value::String(text) = item else {
            return Err(FieldError::NotAString);
        };
        texts.push(text);
    }
    let is_empty = texts.iter().all(|text| text.trim().is_empty());
    Ok((!is_empty).then_some(FieldInput::List(texts)))
}
