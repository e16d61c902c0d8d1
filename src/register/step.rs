//! Taking a step: its words, its event, and what was known when the map decided again.

use crate::register::error::RegisterError;

use crate::domain::event::{Actor, RecordedEvent};
use crate::domain::lifecycle::Step;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Moment;
use crate::register::event_writer::{EventWriter, Record};
use crate::register::reported::Reported;
use crate::register::story::{FoundSignal, Part};
use crate::register::tables::{EventRow, FactsRow, WordsRow};

/// Appends the steps one by one; each moves the signal from where the one before left it.
pub(super) fn take(
    writer: &mut EventWriter<'_>,
    found: FoundSignal,
    at: Moment,
    actor: &Actor,
    steps: Vec<Step>,
) -> Result<SignalState, RegisterError> {
    let FoundSignal {
        seq,
        reported,
        mut case,
        happened: _,
    } = found;
    if !steps.is_empty() {
        writer.clear_after(seq, case.events)?;
    }
    for step in steps {
        let Step {
            event,
            words,
            grounds,
        } = step;
        let happened = RecordedEvent {
            number: case.events + 1,
            at,
            by: actor.organisation.clone(),
            via: actor.via,
            as_was: actor.as_was.clone(),
            event,
        };
        case.apply(&happened)
            .map_err(|_| RegisterError::SecondLock {
                rule: happened.event.code().to_owned(),
            })?;
        let facts = grounds.is_some().then(|| {
            let at = (seq, happened.number);
            let Reported {
                particulars,
                discussed,
                ..
            } = &reported;
            FactsRow::of(at, None, particulars, *discussed, writer.salts.next())
        });
        let words = words.map(|text| WordsRow {
            signal: seq,
            event: happened.number,
            part: Part::Said,
            text,
            salt: writer.salts.next(),
        });
        let record = Record {
            event: EventRow::of(seq, &happened),
            facts,
            contact: None,
            words: words.into_iter().collect(),
        };
        writer.append(record, grounds.as_ref(), happened.as_was.as_ref())?;
    }
    Ok(case)
}
