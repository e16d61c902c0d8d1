//! The types of a column, each with how it is written and read.

use std::str::FromStr;

use crate::domain::age::{Age, YoungestChild};
use crate::domain::codes::{AreaId, CodeEnum, OrganisationId, ResponsibilityId, TopicId};
use crate::domain::event::ToldOutcome;
use crate::domain::residence::Postcode;
use crate::domain::signal::Topics;
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, ExternalReference, PersonName, Words};
use crate::register::audit::hash_chain::Seal;
use crate::register::database::SqlValue;
use crate::register::row::{DecodeError, FromColumn, ToColumn};

impl<'r> FromColumn<'r> for &'r str {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        match value {
            SqlValue::Text(text) => Ok(text),
            SqlValue::Integer(_) | SqlValue::Null => Err(DecodeError),
        }
    }
}

impl<'r> FromColumn<'r> for String {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        <&str>::from_value(value).map(ToOwned::to_owned)
    }
}

impl ToColumn for String {
    fn to_value(&self) -> SqlValue<'_> {
        self.as_str().into()
    }
}

impl<'r, T: FromColumn<'r>> FromColumn<'r> for Option<T> {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        match value {
            SqlValue::Null => Ok(None),
            SqlValue::Integer(_) | SqlValue::Text(_) => T::from_value(value).map(Some),
        }
    }
}

impl<T: ToColumn> ToColumn for Option<T> {
    fn to_value(&self) -> SqlValue<'_> {
        self.as_ref().map_or(SqlValue::Null, T::to_value)
    }
}

impl<'r, T: CodeEnum> FromColumn<'r> for T {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        T::from_code(<&str>::from_value(value)?).ok_or(DecodeError)
    }
}

impl<T: CodeEnum> ToColumn for T {
    fn to_value(&self) -> SqlValue<'_> {
        self.code().into()
    }
}

macro_rules! numbers {
    ($($type:ty),+) => {$(
        impl<'r> FromColumn<'r> for $type {
            fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
                match value {
                    SqlValue::Integer(number) => <$type>::try_from(*number).map_err(|_| DecodeError),
                    SqlValue::Text(_) | SqlValue::Null => Err(DecodeError),
                }
            }
        }
    )+};
}
numbers!(i64, u64, u32, u8);

macro_rules! stored_numbers {
    ($($type:ty),+) => {$(
        impl ToColumn for $type {
            fn to_value(&self) -> SqlValue<'_> {
                SqlValue::Integer((*self).into())
            }
        }
    )+};
}
stored_numbers!(i64, u32, u8);

/// `yes` or `no`.
impl<'r> FromColumn<'r> for bool {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        match <&str>::from_value(value)? {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(DecodeError),
        }
    }
}

impl ToColumn for bool {
    fn to_value(&self) -> SqlValue<'_> {
        if *self { "yes" } else { "no" }.into()
    }
}

/// Types read with `FromStr` and written by `$text`.
macro_rules! texts {
    ($($type:ty: $text:expr),+ $(,)?) => {$(
        impl<'r> FromColumn<'r> for $type {
            fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
                <$type>::from_str(<&str>::from_value(value)?).map_err(|_| DecodeError)
            }
        }

        impl ToColumn for $type {
            fn to_value(&self) -> SqlValue<'_> {
                let to_value: for<'a> fn(&'a $type) -> SqlValue<'a> = $text;
                to_value(self)
            }
        }
    )+};
}
texts! {
    OrganisationId: |code| code.as_str().into(),
    AreaId: |code| code.as_str().into(),
    Postcode: |postcode| SqlValue::of(postcode),
    ResponsibilityId: |code| code.as_str().into(),
    SignalId: |id| id.as_str().into(),
    Moment: |moment| SqlValue::of(moment),
    Day: |day| SqlValue::of(day),
    Seal: |seal| SqlValue::of(seal),
    ToldOutcome: |outcome| outcome.code().into(),
}

/// What somebody wrote: a rule made stricter since must not hide it.
macro_rules! written {
    ($($type:ty),+) => {$(
        impl<'r> FromColumn<'r> for $type {
            fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
                <&str>::from_value(value).map(<$type>::recorded)
            }
        }

        impl ToColumn for $type {
            fn to_value(&self) -> SqlValue<'_> {
                self.as_str().into()
            }
        }
    )+};
}
written!(Words, ContactLine, PersonName, ExternalReference);

/// Codes separated by a space: no code holds one.
impl<'r> FromColumn<'r> for Topics {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        let codes = <&str>::from_value(value)?.split(' ').map(str::parse);
        let topics: Result<Vec<TopicId>, _> = codes.collect();
        Topics::from_list(topics.map_err(|_| DecodeError)?).ok_or(DecodeError)
    }
}

impl ToColumn for Topics {
    fn to_value(&self) -> SqlValue<'_> {
        joined(self.iter().map(TopicId::as_str))
    }
}

/// Codes separated by a space; an empty text is no codes.
impl<'r> FromColumn<'r> for Vec<OrganisationId> {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        let text = <&str>::from_value(value)?;
        let codes = text.split(' ').filter(|_| !text.is_empty());
        codes
            .map(|code| code.parse().map_err(|_| DecodeError))
            .collect()
    }
}

impl ToColumn for Vec<OrganisationId> {
    fn to_value(&self) -> SqlValue<'_> {
        joined(self.iter().map(OrganisationId::as_str))
    }
}

fn joined<'a>(codes: impl Iterator<Item = &'a str>) -> SqlValue<'static> {
    SqlValue::of(codes.collect::<Vec<_>>().join(" "))
}

/// In months; unborn is -1, so that ages stay in order.
impl<'r> FromColumn<'r> for Age {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        match i64::from_value(value)? {
            -1 => Ok(Age::Unborn),
            months => {
                let months = u32::try_from(months).map_err(|_| DecodeError)?;
                Age::months(months).map_err(|_| DecodeError)
            }
        }
    }
}

impl ToColumn for Age {
    fn to_value(&self) -> SqlValue<'_> {
        match self {
            Age::Unborn => SqlValue::Integer(-1),
            Age::Months(months) => u32::from(*months).into(),
        }
    }
}

/// As the age of that child; -2 when there is none.
impl<'r> FromColumn<'r> for YoungestChild {
    fn from_value(value: &'r SqlValue<'r>) -> Result<Self, DecodeError> {
        match i64::from_value(value)? {
            -2 => Ok(YoungestChild::NoChild),
            _ => Age::from_value(value).map(YoungestChild::Aged),
        }
    }
}

impl ToColumn for YoungestChild {
    fn to_value(&self) -> SqlValue<'_> {
        match self {
            YoungestChild::NoChild => SqlValue::Integer(-2),
            YoungestChild::Aged(age) => age.to_value(),
        }
    }
}
