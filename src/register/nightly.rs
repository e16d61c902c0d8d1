//! What the nightly job reads and records: many signals in one transaction.

use std::ops::ControlFlow;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Actor, AsWas, RecordedEvent, Via};
use crate::domain::lifecycle::Step;
use crate::domain::signal::Particulars;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Moment;
use crate::register::database::Transaction;
use crate::register::error::RegisterError;
use crate::register::event_writer::EventWriter;
use crate::register::filter::Filter;
use crate::register::list;
use crate::register::signal_record::FoundSignal;
use crate::register::step;
use crate::register::story::find_by_id;

/// Hands over the reported particulars, the state and the events of each signal that the filter lets through.
pub(super) fn signal_states(
    tx: &mut dyn Transaction,
    filter: &Filter,
    each: &mut dyn FnMut(&Particulars, SignalState, Vec<RecordedEvent>),
) -> Result<(), RegisterError> {
    let mut ids = Vec::new();
    list::list(tx, filter, &mut |row| {
        ids.push(row.id);
        ControlFlow::Continue(())
    })?;
    for id in ids {
        let FoundSignal {
            seq: _,
            reported,
            case,
            happened,
            contacts: _,
        } = find_by_id(tx, id)?;
        each(&reported.circumstances.particulars, case, happened);
    }
    Ok(())
}

/// Takes the steps that `decide` gives for each signal, on behalf of the organisation that it gives.
/// `as_was` gives the name of an organisation.
pub(super) fn take_steps(
    writer: &mut EventWriter<'_>,
    ids: &[SignalId],
    at: Moment,
    as_was: &dyn Fn(&OrganisationId) -> Option<AsWas>,
    decide: &mut dyn FnMut(&SignalState) -> (OrganisationId, Vec<Step>),
) -> Result<(), RegisterError> {
    for id in ids {
        let mut found = find_by_id(writer.tx, *id)?;
        let (organisation, steps) = decide(&found.case);
        let actor = Actor {
            via: Via::Terminal,
            as_was: as_was(&organisation),
            // A job does it.
            person: None,
            organisation,
        };
        if !steps.is_empty() {
            step::take(writer, &mut found, at, &actor, steps)?;
        }
    }
    Ok(())
}
