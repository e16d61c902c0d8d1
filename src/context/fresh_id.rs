//! Signal numbers that nobody can guess.

use std::sync::{Mutex, PoisonError};

use crate::domain::signal_id::SignalId;

/// Random bytes in a number.
const BYTES: usize = 5;
/// Numbers per request to the system for randomness, when very many are needed.
const CHUNK: usize = 512;

/// A number for a new signal. `None` when the system gives no randomness.
#[must_use]
pub fn fresh_id() -> Option<SignalId> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).ok()?;
    Some(SignalId::from_random(bytes))
}

/// A source of very many numbers.
pub fn fresh_ids() -> impl Fn() -> Option<SignalId> + Sync {
    let ready: Mutex<Vec<[u8; BYTES]>> = Mutex::default();
    move || {
        let mut ready = ready.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.is_empty() {
            let mut bytes = [[0; BYTES]; CHUNK];
            getrandom::fill(bytes.as_flattened_mut()).ok()?;
            ready.extend(bytes);
        }
        ready.pop().map(SignalId::from_random)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_numbers_none_is_given_twice_in_a_row_or_later() {
        let fresh = fresh_ids();
        let mut given: Vec<_> = (0..3 * CHUNK).map(|_| fresh().unwrap()).collect();
        given.sort_unstable();
        given.dedup();
        assert_eq!(given.len(), 3 * CHUNK);
    }
}
