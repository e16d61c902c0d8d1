//! What the nightly job reads and records: many signals, each folded, in one transaction.

use std::ops::ControlFlow;

use super::database::Transaction;
use super::error::{FindError, RegisterError};
use super::filter::Filter;
use super::list;
use super::pen::Pen;
use super::step;
use super::story::{self, Found};
use crate::domain::case::Case;
use crate::domain::event::Happened;
use crate::domain::lifecycle::Step;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::time::Moment;

/// Hands over each signal that the filter lets through: where it stands, and what happened to it.
pub(super) fn cases(
    tx: &mut dyn Transaction,
    filter: &Filter,
    each: &mut dyn FnMut(Case, Vec<Happened>),
) -> Result<(), RegisterError> {
    let mut ids = Vec::new();
    list::list(tx, filter, &mut |row| {
        ids.push(row.id);
        ControlFlow::Continue(())
    })?;
    for id in ids {
        let Found {
            seq: _,
            reported: _,
            case,
            happened,
        } = found(tx, id)?;
        each(case, happened);
    }
    Ok(())
}

/// Takes the steps that `decide` gives, with each signal as it is now, for its coordinator.
pub(super) fn each_step(
    pen: &mut Pen<'_>,
    which: &[SignalId],
    at: Moment,
    decide: &mut dyn FnMut(&Case) -> Vec<Step>,
) -> Result<(), RegisterError> {
    for id in which {
        let found = found(pen.tx, *id)?;
        let (steps, by) = (decide(&found.case), found.case.coordinator.clone());
        if !steps.is_empty() {
            step::take(pen, found, at, &by, steps)?;
        }
    }
    Ok(())
}

/// A signal that was listed a moment ago: no signal is ever removed, so one that is not there was
/// taken away from outside.
fn found(tx: &mut dyn Transaction, id: SignalId) -> Result<Found, RegisterError> {
    story::find(tx, &IdPrefix::from(id)).map_err(|error| match error {
        FindError::NotFound | FindError::Ambiguous(_) => {
            RegisterError::DamagedSignal { id: Some(id) }
        }
        FindError::Register(error) => error,
    })
}
