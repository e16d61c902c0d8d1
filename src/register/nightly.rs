//! What the nightly job reads and records: many signals, each folded, in one transaction.

use std::ops::ControlFlow;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Actor, AsWas, RecordedEvent, Via};
use crate::domain::lifecycle::Step;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::SignalState;
use crate::domain::time::Moment;
use crate::register::database::Transaction;
use crate::register::error::{FindError, RegisterError};
use crate::register::event_writer::EventWriter;
use crate::register::filter::Filter;
use crate::register::list;
use crate::register::step;
use crate::register::story::{self, FoundSignal};

/// Hands over each signal that the filter lets through: where it stands, and what happened to it.
pub(super) fn cases(
    tx: &mut dyn Transaction,
    filter: &Filter,
    each: &mut dyn FnMut(SignalState, Vec<RecordedEvent>),
) -> Result<(), RegisterError> {
    let mut ids = Vec::new();
    list::list(tx, filter, &mut |row| {
        ids.push(row.id);
        ControlFlow::Continue(())
    })?;
    for id in ids {
        let FoundSignal {
            seq: _,
            reported: _,
            case,
            happened,
        } = found(tx, id)?;
        each(case, happened);
    }
    Ok(())
}

/// Takes the steps that `decide` gives, with each signal as it is now, for its coordinator, whom
/// `as_was` names.
pub(super) fn each_step(
    writer: &mut EventWriter<'_>,
    which: &[SignalId],
    at: Moment,
    as_was: &dyn Fn(&OrganisationId) -> Option<AsWas>,
    decide: &mut dyn FnMut(&SignalState) -> Vec<Step>,
) -> Result<(), RegisterError> {
    for id in which {
        let found = found(writer.tx, *id)?;
        let (steps, organisation) = (decide(&found.case), found.case.coordinator.clone());
        let actor = Actor {
            via: Via::Terminal,
            as_was: as_was(&organisation),
            organisation,
        };
        if !steps.is_empty() {
            step::take(writer, found, at, &actor, steps)?;
        }
    }
    Ok(())
}

/// A signal that was listed a moment ago: no signal is ever removed, so one that is not there was
/// taken away from outside.
fn found(tx: &mut dyn Transaction, id: SignalId) -> Result<FoundSignal, RegisterError> {
    story::find(tx, &IdPrefix::from(id)).map_err(|error| match error {
        FindError::NotFound | FindError::Ambiguous(_) => {
            RegisterError::DamagedSignal { id: Some(id) }
        }
        FindError::Register(error) => error,
    })
}
