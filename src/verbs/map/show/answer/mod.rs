//! The answers to `map show`: the map at a glance, the claims that were asked for, and one
//! organisation by itself.

pub mod claims;
mod general_promises;
pub mod portrait;
mod remarks;
pub mod summary;

use crate::domain::calendar::Term;
use crate::domain::signal::Urgency;
use crate::routing::map::{OwnerTerms, Promises, Responsibility};

/// What a responsibility promises for signals of this urgency. Without its own, that of the map.
fn promises(
    responsibility: &Responsibility,
    general: &Promises,
    urgency: Urgency,
) -> OwnerTerms<Term> {
    let (own, general) = (responsibility.promises(urgency), general.of_owner(urgency));
    OwnerTerms {
        accept_within: own.accept_within.unwrap_or(general.accept_within),
        feedback_within: own.feedback_within.unwrap_or(general.feedback_within),
    }
}
