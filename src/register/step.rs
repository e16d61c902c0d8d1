//! Taking a step: its words, its event, and where it leaves the signal.

use super::error::RegisterError;
use super::fields::rows;
use super::pen::Pen;
use super::record::Standing;
use super::statements;
use super::story::{Found, Part};
use crate::domain::case::Case;
use crate::domain::codes::{Choice as _, OrganisationId};
use crate::domain::event::Happened;
use crate::domain::lifecycle::Step;
use crate::domain::time::Moment;

/// Appends the steps one by one; each moves the signal from where the one before left it.
pub(super) fn take(
    pen: &mut Pen<'_>,
    found: Found,
    at: Moment,
    by: &OrganisationId,
    steps: Vec<Step>,
) -> Result<Case, RegisterError> {
    let Found {
        seq,
        reported,
        mut case,
        happened: _,
    } = found;
    for Step {
        event,
        words,
        grounds,
    } in steps
    {
        let happened = Happened {
            number: case.events + 1,
            at,
            by: by.clone(),
            event,
        };
        let before = Standing::of(&case);
        case.apply(&happened)
            .map_err(|_| RegisterError::SecondLock {
                rule: happened.event.code().to_owned(),
            })?;
        let said = words.as_ref().map(|words| (Part::Said.code(), words));
        pen.append(
            (seq, case.id),
            &happened,
            &reported.topics,
            said,
            grounds.as_ref(),
        )?;
        let moved = rows(
            pen.tx,
            statements::UPDATE_STANDING,
            &Standing::of(&case).update_from(&before, seq),
            |row| row.number::<u32>(),
        )?;
        if moved.is_empty() {
            // The signal was read in this transaction, so only an engine that breaks its promise
            // comes here.
            return Err(RegisterError::DamagedSignal { id: Some(case.id) });
        }
    }
    Ok(case)
}
