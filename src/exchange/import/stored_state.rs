//! Where a record says that its signal stands, held against where its story ends.

use std::collections::BTreeSet;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Level};
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::{Day, Moment};
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::object::Object;

/// Whether what stands under a key is what the story tells.
type Agrees = fn(Object<'_>, &str, &SignalState) -> Result<bool, FieldError>;

/// The keys by which a record says where its signal stands.
pub const STANDING: &[(&str, Agrees)] = &[
    ("state", |record, key, case| {
        Ok(record.choice::<State>(key)? == case.state())
    }),
    ("owner", |record, key, case| {
        Ok(record.code::<OrganisationId>(key)? == case.owner)
    }),
    ("coordinator", |record, key, case| {
        Ok(record.code::<OrganisationId>(key)? == case.coordinator)
    }),
    ("basis", |record, key, case| {
        Ok(record.choice::<Basis>(key)? == case.basis)
    }),
    ("level", |record, key, case| {
        Ok(record.choice::<Level>(key)? == case.level)
    }),
    ("topics_now", |record, key, case| {
        Ok(record.topics(key)? == case.topics)
    }),
    ("involved", |record, key, case| {
        let involved = record.codes::<OrganisationId>(key)?;
        Ok(BTreeSet::from_iter(involved) == case.involved)
    }),
    ("due", |record, key, case| {
        Ok(record.optional_code::<Day>(key)? == case.due())
    }),
    ("accept_by", |record, key, case| {
        Ok(record.optional_code::<Day>(key)? == case.accept_by())
    }),
    ("feedback_by", |record, key, case| {
        Ok(record.code::<Day>(key)? == case.feedback_by)
    }),
    ("confirm_by", |record, key, case| {
        let confirm_by = case.answer().map(|answer| answer.confirm_by);
        Ok(record.optional_code::<Day>(key)? == confirm_by)
    }),
    ("proposed", |record, key, case| {
        Ok(record.optional_code::<OrganisationId>(key)? == case.proposed)
    }),
    ("declines", |record, key, case| {
        Ok(record.number(key)? == case.declines)
    }),
    ("last_at", |record, key, case| {
        Ok(record.code::<Moment>(key)? == case.last_at)
    }),
];

/// Those that no record lacks.
const NEEDED: &[&str] = &["state", "owner"];

/// Whether all that a record says of it is so.
pub fn stands(record: Object<'_>, case: &SignalState) -> Result<bool, FieldError> {
    for (key, agrees) in STANDING {
        let said = record.has(key) || NEEDED.contains(key);
        if said && !agrees(record, key, case)? {
            return Ok(false);
        }
    }
    Ok(true)
}
