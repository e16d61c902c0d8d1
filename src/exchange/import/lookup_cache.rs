//! Names of the map that a file gives again and again.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::exchange::import::field_error::FieldError;
use crate::routing::lookup::NotInMap;

/// What was looked up before: looking for a name in a map of a country takes long, and a file has
/// the same names again and again.
pub struct LookupCache<T>(Mutex<HashMap<String, Result<T, FieldError>>>);

/// More names than this are not kept: who gives another name in every row fills no memory with it.
const MOST_KNOWN: usize = 1 << 16;

impl<T: Clone> LookupCache<T> {
    pub fn new() -> Self {
        Self(Mutex::default())
    }

    pub fn look_up(
        &self,
        name: &str,
        find: impl FnOnce() -> Result<T, NotInMap>,
    ) -> Result<T, FieldError> {
        let mut known = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(found) = known.get(name) {
            return found.clone();
        }
        let found = find().map_err(
            |NotInMap {
                 kind,
                 did_you_mean,
                 known: _,
             }| FieldError::NotInMap(kind, did_you_mean),
        );
        if known.len() < MOST_KNOWN {
            known.insert(name.to_owned(), found.clone());
        }
        found
    }
}
