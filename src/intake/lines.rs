//! Lines of JSON: a signal on each, as other systems write them, or with all that happened to it,
//! as `export` does.

use serde_json::Value;

use super::fault::Unfit;
use super::field::{Field, Form, REJECTED_BECAUSE};
use super::history::{self, History};
use super::json::{self, Pairs};
use crate::domain::invariant::at_mut;

/// A line: its fields as texts, or a whole history.
pub enum Line {
    /// What a sender would type.
    Report(Box<[Option<String>; Field::COUNT]>),
    /// A signal of another register.
    History(Box<History>),
}

/// Reads a line; what is wrong with it, each with the field when it is one.
pub fn read(line: &[u8]) -> Result<Line, Vec<(Option<Field>, Unfit)>> {
    let text = std::str::from_utf8(line).map_err(|_| vec![(None, Unfit::NotUtf8)])?;
    let (mut pairs, repeated) = json::read(text).map_err(|error| {
        let column = error.column();
        vec![(None, Unfit::NotJson { column })]
    })?;
    if repeated {
        return Err(vec![(None, Unfit::RepeatedKey)]);
    }
    // Whoever turns a line down more than once has written it more than once.
    pairs.retain(|(key, _)| key != REJECTED_BECAUSE);
    if pairs.iter().any(|(key, _)| key == history::EVENTS) {
        return history::read(pairs)
            .map(|history| Line::History(Box::new(history)))
            .map_err(|unfit| vec![(None, unfit)]);
    }
    report(pairs)
}

fn report(pairs: Pairs) -> Result<Line, Vec<(Option<Field>, Unfit)>> {
    let (mut fields, mut faults) = ([const { None }; Field::COUNT], Vec::new());
    let mut seen = [false; Field::COUNT];
    for (key, value) in pairs {
        let Some(field) = Field::from_heading(&key) else {
            if faults.len() < super::MOST_UNKNOWN {
                faults.push((None, Unfit::UnknownKey(Field::near(&key))));
            }
            continue;
        };
        if std::mem::replace(at_mut(&mut seen, field.place()), true) {
            faults.push((Some(field), Unfit::RepeatedKey));
        }
        match text_of(field, value) {
            Ok(text) => {
                *at_mut(&mut fields, field.place()) = text.filter(|text| !text.trim().is_empty())
            }
            Err(unfit) => faults.push((Some(field), unfit)),
        }
    }
    if faults.is_empty() {
        Ok(Line::Report(Box::new(fields)))
    } else {
        Err(faults)
    }
}

/// A value as it would stand in a table.
fn text_of(field: Field, value: Value) -> Result<Option<String>, Unfit> {
    match (field.form(), value) {
        (_, Value::Null) => Ok(None),
        (_, Value::String(text)) => Ok(Some(text)),
        (Form::List, Value::Array(items)) => {
            let items: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            Ok(Some(items.ok_or(Unfit::NotAText)?.join(",")))
        }
        (Form::YesOrNo, Value::Bool(yes)) => Ok(Some(if yes { "yes" } else { "no" }.to_owned())),
        (Form::Number, Value::Number(number)) => Ok(Some(number.to_string())),
        (_, Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            Err(Unfit::NotAText)
        }
    }
}
