//! Records the steps taken with a signal.

use crate::domain::event::{Actor, RecordedEvent};
use crate::domain::lifecycle::Step;
use crate::domain::signal::Part;
use crate::domain::signal_id::IdPrefix;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Moment;
use crate::register::error::{RegisterError, StepError};
use crate::register::event_row::EventRow;
use crate::register::event_writer::{EventWriter, Record};
use crate::register::original_report::OriginalReport;
use crate::register::signal_record::FoundSignal;
use crate::register::story;
use crate::register::tables::{FactsRow, WordsRow};

/// Finds a signal and takes the steps that `decide` gives.
pub(super) fn find_and_take<R>(
    writer: &mut EventWriter<'_>,
    prefix: &IdPrefix,
    at: Moment,
    actor: &Actor,
    decide: impl FnOnce(&SignalState, &OriginalReport) -> Result<Vec<Step>, R>,
) -> Result<SignalState, StepError<R>> {
    let mut found = story::find(writer.tx, prefix)?;
    let steps = decide(&found.case, &found.reported).map_err(StepError::Refused)?;
    take(writer, &mut found, at, actor, steps)?;
    Ok(found.case)
}

/// Appends the steps; each continues from the state that the one before left.
pub(super) fn take(
    writer: &mut EventWriter<'_>,
    found: &mut FoundSignal,
    at: Moment,
    actor: &Actor,
    steps: Vec<Step>,
) -> Result<(), RegisterError> {
    let FoundSignal {
        seq,
        reported,
        case,
        happened: _,
    } = found;
    let seq = *seq;
    if !steps.is_empty() {
        writer.clear_after(seq, case.events)?;
    }
    for step in steps {
        let Step {
            event,
            words,
            decision,
        } = step;
        let event = RecordedEvent {
            number: case.events + 1,
            at,
            by: actor.organisation.clone(),
            via: actor.via,
            as_was: actor.as_was.clone(),
            event,
        };
        case.apply(&event).map_err(|_| RegisterError::SecondLock {
            rule: event.event.code().to_owned(),
        })?;
        let facts = decision.is_some().then(|| {
            let key = (seq, event.number);
            let salt = writer.salts.next();
            FactsRow::of(key, None, &reported.circumstances, salt)
        });
        let words = words.map(|text| WordsRow {
            signal: seq,
            event: event.number,
            part: Part::Said,
            text,
            salt: writer.salts.next(),
        });
        let record = Record {
            event: EventRow::of(seq, &event),
            facts,
            contact: None,
            words: words.into_iter().collect(),
        };
        writer.append(record, decision.as_ref(), event.as_was.as_ref())?;
    }
    Ok(())
}
