//! Taking a step: its words, its event, and where it leaves the signal.

use super::engine::Transaction;
use super::error::RegisterError;
use super::event_record::event_values;
use super::fields::rows;
use super::record::Standing;
use super::report::{insert_decision, insert_words};
use super::statements;
use super::story::{Found, Part};
use crate::domain::case::Case;
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Grounds, Happened};
use crate::domain::lifecycle::Step;
use crate::domain::time::Moment;

/// Appends the steps one by one; each moves the signal from where the one before left it.
pub(super) fn take(
    tx: &mut dyn Transaction,
    found: Found,
    at: Moment,
    by: &OrganisationId,
    steps: Vec<Step>,
) -> Result<Case, RegisterError> {
    let Found { seq, reported, mut case, happened: _ } = found;
    for Step { event, words, grounds } in steps {
        let happened = Happened { number: case.events + 1, at, by: by.clone(), event };
        let before = Standing::of(&case);
        case.apply(&happened).map_err(|_| RegisterError::SecondLock { rule: happened.event.code().to_owned() })?;
        if let Some(words) = &words {
            insert_words(tx, seq, happened.number, Part::Said, words)?;
        }
        if let Some(Grounds { reason, map_digest }) = &grounds {
            insert_decision(tx, seq, happened.number, reason, map_digest)?;
        }
        tx.execute(statements::INSERT_EVENT, &event_values(seq, &happened, &reported.topics))?;
        let moved = rows(tx, statements::UPDATE_STANDING, &Standing::of(&case).update_from(&before, seq), |row| row.number::<u32>())?;
        if moved.is_empty() {
            // The signal was read in this transaction, so only an engine that breaks its promise comes here.
            return Err(RegisterError::DamagedSignal { id: Some(case.id) });
        }
    }
    Ok(case)
}
