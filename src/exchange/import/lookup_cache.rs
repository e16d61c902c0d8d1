//! Caches names of the map that a file repeats.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::exchange::import::field_error::FieldError;
use crate::lookup::{LookupError, NotInMap, SeveralInMap};

/// Looking up a name in the map of a country is slow, and a file repeats its names.
///
/// What a name stands for changes on the days on which something of the map begins or ends.
pub struct LookupCache<T>(Mutex<HashMap<usize, FoundNames<T>>>);

type FoundNames<T> = HashMap<String, Result<T, FieldError>>;

/// The most names to keep, so that a file with another name in every row does not fill the memory.
const MAX_NAMES: usize = 1 << 16;

impl<T: Clone> LookupCache<T> {
    pub fn new() -> Self {
        Self(Mutex::default())
    }

    /// `turns`: how many of those days have passed.
    pub fn look_up(
        &self,
        name: &str,
        turns: usize,
        find: impl FnOnce() -> Result<T, LookupError>,
    ) -> Result<T, FieldError> {
        let mut by_turns = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let known = by_turns.entry(turns).or_default();
        if let Some(found) = known.get(name) {
            return found.clone();
        }
        let found = find().map_err(|error| match error {
            LookupError::NotInMap(NotInMap {
                kind,
                did_you_mean,
                known: _,
            }) => FieldError::NotInMap(kind, did_you_mean),
            LookupError::SeveralInMap(SeveralInMap { kind, codes }) => {
                FieldError::Several(kind, codes)
            }
        });
        if known.len() < MAX_NAMES {
            known.insert(name.to_owned(), found.clone());
        }
        found
    }
}
