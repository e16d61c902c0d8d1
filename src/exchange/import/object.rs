//! Reads the values of an object of a record of `export`.

use std::num::NonZeroU32;
use std::str::FromStr;

use serde_json::{Map, Value};

use crate::domain::codes::{CodeEnum, TopicId};
use crate::domain::signal::Topics;
use crate::exchange::import::field_error::FieldError;

/// An object of a record.
#[derive(Clone, Copy)]
pub struct Object<'a> {
    pub fields: &'a Map<String, Value>,
    /// The number of the event it is about; `None` when it is about the report itself.
    pub event: Option<NonZeroU32>,
}

impl<'a> Object<'a> {
    pub fn of(value: &'a Value, event: Option<NonZeroU32>) -> Result<Self, FieldError> {
        value
            .as_object()
            .map(|fields| Self { fields, event })
            .ok_or(FieldError::Impossible(event))
    }

    pub fn error(self) -> FieldError {
        FieldError::Impossible(self.event)
    }

    pub fn get(self, key: &str) -> Result<&'a Value, FieldError> {
        self.fields.get(key).ok_or_else(|| self.error())
    }

    pub fn list(self, key: &str) -> Result<&'a [Value], FieldError> {
        self.get(key)?
            .as_array()
            .map(Vec::as_slice)
            .ok_or_else(|| self.error())
    }

    pub fn text(self, key: &str) -> Result<&'a str, FieldError> {
        self.optional(key)?.ok_or_else(|| self.error())
    }

    pub fn optional(self, key: &str) -> Result<Option<&'a str>, FieldError> {
        match self.fields.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                Err(self.error())
            }
        }
    }

    pub fn has(self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    pub fn code<T: FromStr>(self, key: &str) -> Result<T, FieldError> {
        self.text(key)?.parse().map_err(|_| self.error())
    }

    pub fn optional_code<T: FromStr>(self, key: &str) -> Result<Option<T>, FieldError> {
        self.optional(key)?
            .map(|text| text.parse().map_err(|_| self.error()))
            .transpose()
    }

    pub fn choice<T: CodeEnum>(self, key: &str) -> Result<T, FieldError> {
        T::from_code(self.text(key)?).ok_or_else(|| self.error())
    }

    pub fn number(self, key: &str) -> Result<u32, FieldError> {
        self.get(key)?
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .ok_or_else(|| self.error())
    }

    pub fn codes<T: FromStr>(self, key: &str) -> Result<Vec<T>, FieldError> {
        self.list(key)?
            .iter()
            .map(|value| {
                let code = value.as_str().and_then(|code| code.parse().ok());
                code.ok_or_else(|| self.error())
            })
            .collect()
    }

    pub fn topics(self, key: &str) -> Result<Topics, FieldError> {
        Topics::from_list(self.codes::<TopicId>(key)?).ok_or_else(|| self.error())
    }
}
