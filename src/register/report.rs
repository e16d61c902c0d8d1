//! Recording a signal, once.

use super::engine::{Transaction, Value};
use super::error::{FindError, RegisterError};
use super::event_record::event_values;
use super::fields::rows;
use super::record::{Reported, signal_values};
use super::statements;
use super::story::{Part, find, words};
use crate::domain::event::{Event, Happened, Offer};
use crate::domain::signal::{Discussed, Signal, SignalWords};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::words::{ExternalReference, Words};

/// Everything that is recorded of a signal when it is reported.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What the sender said.
    pub signal: &'a Signal,
    /// What was decided.
    pub offer: &'a Offer,
    /// Why, in a form that the caller can read again; the register does not look into it.
    pub reason: &'a str,
    /// Which map decided.
    pub map_digest: &'a str,
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// It is recorded now.
    New,
    /// It was recorded before, and nothing was recorded again.
    Already {
        /// Under this number: another than that of the report when only the sender's reference is the same.
        id: SignalId,
        /// Whether the sender said the same then. Only a repeated reference can say something else.
        same: bool,
    },
}

/// Records a signal with its decision, words and first event, or finds it already there.
pub(super) fn record(tx: &mut dyn Transaction, report: &Report<'_>) -> Result<Recorded, RegisterError> {
    let Report { signal, offer, reason, map_digest } = *report;
    let seq = rows(tx, statements::INSERT_SIGNAL, &signal_values(signal, offer), |row| row.number::<i64>())?.pop();
    let Some(seq) = seq else { return already(tx, signal) };
    insert_decision(tx, seq, 1, reason, map_digest)?;
    for (part, words) in parts(&signal.words) {
        insert_words(tx, seq, 1, part, words)?;
    }
    let event = Event::Reported(offer.clone());
    let happened = Happened { number: 1, at: signal.reported_at, by: signal.sender.clone(), event };
    tx.execute(statements::INSERT_EVENT, &event_values(seq, &happened, &signal.topics))?;
    Ok(Recorded::New)
}

/// Records why the map decided what the event with this number says.
pub(super) fn insert_decision(tx: &mut dyn Transaction, seq: i64, number: u32, reason: &str, digest: &str) -> Result<u64, RegisterError> {
    tx.execute(statements::INSERT_DECISION, &[seq.into(), number.into(), digest.into(), reason.into()])
}

pub(super) fn insert_words(tx: &mut dyn Transaction, seq: i64, number: u32, part: Part, words: &Words) -> Result<u64, RegisterError> {
    let part = crate::domain::codes::Choice::code(part);
    tx.execute(statements::INSERT_WORDS, &[seq.into(), number.into(), part.into(), words.as_str().into()])
}

/// The pieces of text that come with a report, in the order of [`Part`].
pub(super) fn parts(words: &SignalWords) -> Vec<(Part, &Words)> {
    let SignalWords { seen, goes_well, helpers, own_words, discussed } = words;
    let why_not = match discussed {
        Discussed::Yes => None,
        Discussed::No(why) => Some(why),
    };
    let optional = [
        (Part::GoesWell, goes_well.as_ref()),
        (Part::Helpers, helpers.as_ref()),
        (Part::OwnWords, own_words.as_ref()),
        (Part::WhyNotDiscussed, why_not),
    ];
    let written = optional.into_iter().filter_map(|(part, words)| Some((part, words?)));
    std::iter::once((Part::Seen, seen)).chain(written).collect()
}

/// The signal that stood in the way: the same one, or another with its number.
fn already(tx: &mut dyn Transaction, signal: &Signal) -> Result<Recorded, RegisterError> {
    if let Some(same) = says_the_same(tx, signal.id, signal)? {
        return if same { Ok(Recorded::Already { id: signal.id, same }) } else { Err(RegisterError::IdTaken { id: signal.id }) };
    }
    let reference = signal.reference.as_ref().map(ExternalReference::as_str);
    let by = [Value::from(signal.sender.as_str()), reference.into()];
    let id: SignalId = rows(tx, statements::ID_BY_REFERENCE, &by, |row| row.parsed())?
        .pop()
        .ok_or(RegisterError::DamagedSignal { id: Some(signal.id) })?;
    let same = says_the_same(tx, id, signal)?.unwrap_or(false);
    Ok(Recorded::Already { id, same })
}

/// Whether the stored signal `id` says what `signal` says, whenever it was said and however the sender can be reached; `None` when
/// there is no such signal.
fn says_the_same(tx: &mut dyn Transaction, id: SignalId, signal: &Signal) -> Result<Option<bool>, RegisterError> {
    let found = match find(tx, &IdPrefix::from(id)) {
        Ok(found) => found,
        Err(FindError::NotFound) => return Ok(None),
        Err(FindError::Ambiguous(_)) => return Err(RegisterError::DamagedSignal { id: Some(id) }),
        Err(FindError::Register(error)) => return Err(error),
    };
    let Reported { id: _, sender, contact: _, reference, reported_at: _, topics, age, area, urgency, discussed: _ } = found.reported;
    let facts = sender == signal.sender
        && reference == signal.reference
        && topics == signal.topics
        && age == signal.age
        && area == signal.area
        && urgency == signal.urgency;
    let stored = words(tx, id)?;
    let stored = stored.iter().filter(|said| said.number == 1).map(|said| (said.part, &said.words));
    Ok(Some(facts && stored.eq(parts(&signal.words))))
}
