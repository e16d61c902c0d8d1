//! The answers to `map show`: the map at a glance, the claims that were asked for, and one
//! organisation by itself.

pub mod claims;
pub mod portrait;
pub mod summary;

use crate::domain::calendar::Term;
use crate::routing::map::{Promises, Responsibility};

/// The terms of a responsibility to accept and to give feedback. Without its own, those of the map.
fn promises(responsibility: &Responsibility, general: &Promises) -> (Term, Term) {
    let Responsibility {
        accept_within,
        feedback_within,
        ..
    } = responsibility;
    (
        accept_within.unwrap_or(general.accept_within),
        feedback_within.unwrap_or(general.feedback_within),
    )
}
