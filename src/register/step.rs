//! Records the steps taken with a signal.

use crate::domain::event::{Actor, Event, EventKind, RecordedEvent};
use crate::domain::lifecycle::Step;
use crate::domain::signal::Circumstances;
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::Moment;
use crate::domain::words::ContactLine;
use crate::register::database::Transaction;
use crate::register::error::{RegisterError, StepError};
use crate::register::event_row::EventRow;
use crate::register::event_writer::{EventWriter, Record};
use crate::register::report;
use crate::register::signal_record::FoundSignal;
use crate::register::story;
use crate::register::tables::{ContactRow, FactsRow, WordsRow};

/// A signal after a step.
#[derive(Debug)]
pub struct SteppedSignal {
    pub case: SignalState,
    /// The person to reach of its owner.
    pub contact_of_owner: Option<ContactLine>,
}

/// Finds a signal and takes the steps that `decide` gives.
pub(super) fn find_and_take<R>(
    writer: &mut EventWriter<'_>,
    prefix: &IdPrefix,
    at: Moment,
    actor: &Actor,
    decide: impl FnOnce(&SignalState) -> Result<Vec<Step>, R>,
) -> Result<SteppedSignal, StepError<R>> {
    let mut found = story::find(writer.tx, prefix)?;
    let steps = decide(&found.case).map_err(StepError::Refused)?;
    has_its_reference(writer.tx, &found, &steps)?;
    take(writer, &mut found, at, actor, steps)?;
    let FoundSignal {
        seq: _,
        reported: _,
        case,
        happened,
        contacts,
    } = found;
    Ok(SteppedSignal {
        contact_of_owner: story::contact_of_owner(&case.owner, &happened, &contacts).cloned(),
        case,
    })
}

/// A withdrawal gives its reference free: it cannot be taken back when another signal has it since.
///
/// # Errors
/// [`RegisterError::ReferenceGivenAway`].
fn has_its_reference(
    tx: &mut dyn Transaction,
    found: &FoundSignal,
    steps: &[Step],
) -> Result<(), RegisterError> {
    let comes_back = found.case.state() == State::Withdrawn && !steps.is_empty();
    let Some(reference) = found.reported.reference.as_ref().filter(|_| comes_back) else {
        return Ok(());
    };
    match report::holder_of(tx, &found.reported.sender, reference)? {
        Some(id) => Err(RegisterError::ReferenceGivenAway { id }),
        None => Ok(()),
    }
}

/// Records of a signal that was just reported that its owner knows which family it is, unless she
/// does by herself.
pub(super) fn family_known(
    writer: &mut EventWriter<'_>,
    id: SignalId,
    at: Moment,
    sender: &Actor,
) -> Result<(), RegisterError> {
    let mut found = story::find_by_id(writer.tx, id)?;
    if found.case.owner_knows_family() {
        return Ok(());
    }
    let organisation = found.case.owner.clone();
    let step = Step {
        event: Event::FamilyKnown { organisation },
        under: None,
        words: Vec::new(),
        contact: None,
        decision: None,
    };
    take(writer, &mut found, at, sender, vec![step])
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
        happened,
        contacts,
    } = found;
    let seq = *seq;
    if !steps.is_empty() {
        writer.clear_after(seq, case.events)?;
    }
    for step in steps {
        let Step {
            event,
            under,
            words,
            contact,
            decision,
        } = step;
        let event = RecordedEvent {
            number: case.events + 1,
            at,
            by: under.unwrap_or_else(|| actor.organisation.clone()),
            via: actor.via,
            as_was: actor.as_was.clone(),
            person: actor.person.clone(),
            event,
        };
        case.apply(&event).map_err(|_| RegisterError::SecondLock {
            rule: event.event.code().to_owned(),
        })?;
        let corrects = event.event.kind() == EventKind::Corrected;
        let facts = (corrects || decision.is_some()).then(|| {
            let key = (seq, event.number);
            let salt = writer.salts.next();
            let now = Circumstances {
                particulars: case.particulars.clone(),
                discussed: reported.circumstances.discussed,
            };
            FactsRow::of(key, None, &now, salt)
        });
        let key = (seq, event.number);
        contacts.extend(contact.clone().map(|contact| (event.number, contact)));
        let contact = ContactRow::of(key, event.person.as_ref(), contact, writer.salts);
        let words = words.into_iter().map(|(part, text)| WordsRow {
            signal: seq,
            event: event.number,
            part,
            text,
            salt: writer.salts.next(),
        });
        let record = Record {
            event: EventRow::of(seq, &event),
            facts,
            contact,
            words: words.collect(),
        };
        writer.append(record, decision.as_ref(), event.as_was.as_ref())?;
        happened.push(event);
    }
    Ok(())
}
