//! The answers to `map show`: the map at a glance, the claims that were asked for, and one
//! organisation by itself.

pub mod claims;
pub mod overview;
pub mod portrait;

use crate::domain::calendar::{Term, TermUnit};
use crate::output::screen::RenderContext;
use crate::routing::map::{Promises, Responsibility};

/// A term as people say it: `2 working days`.
fn term_text(term: Term, screen: &RenderContext<'_>) -> String {
    let Term { count, unit } = term;
    let key = match unit {
        _ if count == 0 => "term-at-once",
        TermUnit::WorkingDays => "term-working-days",
        TermUnit::Days => "term-days",
        TermUnit::Weeks => "term-weeks",
    };
    screen.tr(key, &[("count", u32::from(count).into())])
}

/// What a responsibility promises: to say whether it takes a signal on, and feedback. Where it says
/// nothing, the map's own.
fn promises(responsibility: &Responsibility, general: &Promises) -> (Term, Term) {
    (
        responsibility
            .accept_within
            .unwrap_or(general.accept_within),
        responsibility
            .feedback_within
            .unwrap_or(general.feedback_within),
    )
}
