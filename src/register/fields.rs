//! Reading a row: its values in the order of the statement, each as the type it must be.

use std::ops::ControlFlow;
use std::str::FromStr;

use super::database::{Transaction, Value};
use super::error::RegisterError;
use crate::domain::codes::Choice;

/// A stored value is not what it must be: the register was damaged or changed from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl From<Unreadable> for RegisterError {
    fn from(Unreadable: Unreadable) -> Self {
        RegisterError::DamagedSignal { id: None }
    }
}

/// The values of a row that have not been read yet.
pub struct Fields<'r>(std::slice::Iter<'r, Value<'r>>);

impl<'r> Fields<'r> {
    /// A row from its first value on.
    #[must_use]
    pub fn of(row: &'r [Value<'r>]) -> Self {
        Self(row.iter())
    }

    /// The next value: a text or nothing.
    pub fn optional_text(&mut self) -> Result<Option<&'r str>, Unreadable> {
        match self.0.next() {
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(Value::Null) => Ok(None),
            Some(Value::Integer(_)) | None => Err(Unreadable),
        }
    }

    /// The next value: a number or nothing.
    pub fn optional_number<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, Unreadable> {
        match self.0.next() {
            Some(Value::Integer(number)) => T::try_from(*number).map(Some).map_err(|_| Unreadable),
            Some(Value::Null) => Ok(None),
            Some(Value::Text(_)) | None => Err(Unreadable),
        }
    }

    /// The next value: a text.
    pub fn text(&mut self) -> Result<&'r str, Unreadable> {
        self.optional_text()?.ok_or(Unreadable)
    }

    /// The next value: a number.
    pub fn number<T: TryFrom<i64>>(&mut self) -> Result<T, Unreadable> {
        self.optional_number()?.ok_or(Unreadable)
    }

    /// The next value: something that is read from a text, or nothing.
    pub fn optional<T: FromStr>(&mut self) -> Result<Option<T>, Unreadable> {
        self.optional_text()?
            .map(|text| text.parse().map_err(|_| Unreadable))
            .transpose()
    }

    /// The next value: something that is read from a text.
    pub fn parsed<T: FromStr>(&mut self) -> Result<T, Unreadable> {
        self.optional()?.ok_or(Unreadable)
    }

    /// The next value: one of a few codes, or nothing.
    pub fn optional_choice<T: Choice>(&mut self) -> Result<Option<T>, Unreadable> {
        self.optional_text()?
            .map(|code| T::from_code(code).ok_or(Unreadable))
            .transpose()
    }

    /// The next value: one of a few codes.
    pub fn choice<T: Choice>(&mut self) -> Result<T, Unreadable> {
        self.optional_choice()?.ok_or(Unreadable)
    }
}

/// All rows of a statement that gives few.
pub fn rows<T>(
    tx: &mut dyn Transaction,
    sql: &str,
    with: &[Value<'_>],
    mut read: impl FnMut(&mut Fields<'_>) -> Result<T, Unreadable>,
) -> Result<Vec<T>, RegisterError> {
    let mut all = Vec::new();
    tx.query(sql, with, &mut |row| {
        all.push(read(&mut Fields::of(row))?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(all)
}
