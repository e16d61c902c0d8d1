//! A part of a record, an event say: to JSON and back, as its type says.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::invariant::broken;

/// A part as it is written: keys and values.
pub fn written(part: &impl Serialize) -> Map<String, Value> {
    let Ok(Value::Object(keys)) = serde_json::to_value(part) else {
        broken("each part of a record is an object")
    };
    keys
}

/// Reads a part that was written under these keys; `None` when it was not. Other keys are ignored.
pub fn read<'a, T: Deserialize<'a>>(
    object: &'a Map<String, Value>,
    mut keys: impl Iterator<Item = &'static str>,
) -> Option<T> {
    // No value is an object, but serde takes `{"phone": null}` for the code `phone`.
    if keys.any(|key| object.get(key).is_some_and(Value::is_object)) {
        return None;
    }
    T::deserialize(object).ok()
}
