//! Compares the state of a signal in a record with the state after its story.

use std::collections::BTreeSet;

use crate::domain::age::{Age, YoungestChild};
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{Basis, Level};
use crate::domain::residence::{Postcode, Residence};
use crate::domain::signal::Urgency;
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::{Day, Moment};
use crate::exchange::import::field_error::FieldError;
use crate::exchange::import::object::Object;

/// Whether the value of a key agrees with the story.
type Agrees = fn(Object<'_>, &str, &SignalState) -> Result<bool, FieldError>;

/// The keys of the state.
pub const STATE_KEYS: &[(&str, Agrees)] = &[
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
    ("age_now", |record, key, case| {
        Ok(record.optional_code::<Age>(key)? == case.particulars.age)
    }),
    ("youngest_now", |record, key, case| {
        Ok(record.optional_code::<YoungestChild>(key)? == case.particulars.youngest)
    }),
    ("area_now", |record, key, case| {
        let area = case
            .particulars
            .residence
            .as_ref()
            .and_then(Residence::area);
        Ok(record.optional_code::<AreaId>(key)?.as_ref() == area)
    }),
    ("place_now", |record, key, case| {
        let place = case
            .particulars
            .residence
            .as_ref()
            .and_then(Residence::place);
        Ok(record.optional_code::<Postcode>(key)? == place)
    }),
    ("urgency_now", |record, key, case| {
        Ok(record.choice::<Urgency>(key)? == case.particulars.urgency)
    }),
    ("before_now", |record, key, case| {
        Ok(record.optional_code::<Day>(key)? == case.particulars.before)
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

/// The keys that every record has.
const REQUIRED: &[&str] = &["state", "owner"];

/// Whether every key of the state agrees with the story.
pub fn agrees_with_story(record: Object<'_>, case: &SignalState) -> Result<bool, FieldError> {
    for (key, agrees) in STATE_KEYS {
        let is_read = record.has(key) || REQUIRED.contains(key);
        if is_read && !agrees(record, key, case)? {
            return Ok(false);
        }
    }
    Ok(true)
}
