//! Recording a signal, once.

use serde::{Deserialize, Serialize};

use super::database::{Transaction, Value};
use super::error::{FindError, RegisterError};
use super::fields::rows;
use super::pen::{Pen, insert_words, receipt_of_report};
use super::receipt::Receipt;
use super::record::{Reported, signal_values, text_of_organisations};
use super::seal::{Salts, Seal, Written};
use super::statements;
use super::story::{Part, find, words};
use crate::domain::codes::{Choice as _, ResponsibilityId};
use crate::domain::event::Offer;
use crate::domain::signal::{Discussed, Signal, SignalWords};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::words::{ContactLine, ExternalReference, Words};

/// Everything that is recorded of a signal when it is reported.
#[derive(Debug, Clone, Copy)]
pub(super) struct Report<'a> {
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
        /// Under this number: another than that of the report when only the sender's reference is
        /// the same.
        id: SignalId,
        /// Whether the sender said the same then. Only a repeated reference can say something else.
        same: bool,
    },
}

/// The rows that a report leaves, but for their place.
#[derive(Serialize, Deserialize)]
pub(super) struct Rows<'a> {
    /// In the order of [`statements::INSERT_SIGNAL`].
    #[serde(borrow)]
    pub signal: Vec<Value<'a>>,
    #[serde(borrow)]
    pub written: Vec<Written<'a>>,
    /// Which grounds the decision has.
    pub grounds: Seal,
    #[serde(borrow)]
    involved: Value<'a>,
    #[serde(borrow)]
    responsibility: Value<'a>,
    words: Seal,
    event: Seal,
}

impl<'a> Rows<'a> {
    pub fn of(signal: &'a Signal, offer: &'a Offer, grounds: Seal, salts: &mut Salts) -> Self {
        let written = parts(&signal.words).into_iter();
        let written: Vec<_> = written
            .map(|(part, words)| Written {
                part: part.code(),
                text: words.as_str(),
                salt: salts.next().into(),
            })
            .collect();
        let words = Seal::of_words(signal.contact.as_ref().map(ContactLine::as_str), &written);
        let involved = Value::of(text_of_organisations(&offer.involved));
        let responsibility = offer
            .responsibility
            .as_ref()
            .map(ResponsibilityId::as_str)
            .into();
        let signal: Vec<Value<'a>> = signal_values(signal, offer).into();
        let new = Self {
            signal,
            written,
            grounds,
            involved,
            responsibility,
            words,
            event: Seal::NONE,
        };
        let event = Seal::of_event(&new.columns(), Some(grounds), Some(words), &new.once());
        Self { event, ..new }
    }

    /// What [`event_values`](super::event_record::event_values) gives for the event of the report;
    /// made of the values at hand, since an import makes a million of them.
    fn columns(&self) -> [Value<'_>; 23] {
        let at = |place: usize| self.signal.get(place).map_or(Value::Null, Value::borrowed);
        let (number, kind) = (1_u32.into(), "reported".into());
        let [
            _,
            by,
            _,
            _,
            at,
            _,
            _,
            _,
            _,
            to,
            coordinator,
            basis,
            level,
            topics,
            accept_by,
            feedback_by,
        ] = std::array::from_fn(at);
        let (involved, responsibility) = (self.involved.borrowed(), self.responsibility.borrowed());
        let none = || Value::Null;
        [
            number,
            kind,
            at,
            by,
            to,
            none(),
            none(),
            none(),
            topics,
            involved,
            basis,
            coordinator,
            none(),
            none(),
            level,
            none(),
            none(),
            none(),
            none(),
            accept_by,
            feedback_by,
            none(),
            responsibility,
        ]
    }

    /// What the signal says once, but for its number, which the seal of the step goes over, and the
    /// contact, which is sealed with the words.
    fn once(&self) -> [Value<'_>; 7] {
        [1, 3, 4, 5, 6, 7, 8]
            .map(|place: usize| self.signal.get(place).map_or(Value::Null, Value::borrowed))
    }

    /// Records what was written and the event, with the number of the grounds, for a signal that is
    /// there.
    pub fn insert(
        &self,
        pen: &mut Pen<'_>,
        seq: i64,
        id: SignalId,
        grounds: i64,
    ) -> Result<(), RegisterError> {
        for written in &self.written {
            insert_words(pen.tx, seq, 1, written)?;
        }
        let [step, seal] = pen.next_step(id, self.event)?;
        let [
            _,
            _,
            at,
            by,
            to,
            _,
            _,
            _,
            topics,
            involved,
            basis,
            coordinator,
            _,
            _,
            level,
            _,
            _,
            _,
            _,
            accept_by,
            feedback_by,
            _,
            agreed,
        ] = self.columns();
        let words = Value::of(self.words);
        let event = [
            seq.into(),
            at,
            by,
            to,
            topics,
            involved,
            basis,
            coordinator,
            level,
            accept_by,
            feedback_by,
            agreed,
            grounds.into(),
            words,
            step,
            seal,
        ];
        pen.tx.execute(statements::INSERT_REPORTED, &event)?;
        Ok(())
    }
}

/// Records a signal with its decision, words and first event, or finds it already there.
pub(super) fn record(
    pen: &mut Pen<'_>,
    report: &Report<'_>,
) -> Result<(Recorded, Option<Receipt>), RegisterError> {
    let Report {
        signal,
        offer,
        reason,
        map_digest,
    } = *report;
    let new = Rows::of(
        signal,
        offer,
        Seal::of_grounds(map_digest, reason),
        pen.salts,
    );
    let seq = rows(pen.tx, statements::INSERT_SIGNAL, &new.signal, |row| {
        row.number::<i64>()
    })?
    .pop();
    let Some(seq) = seq else {
        let (id, same) = already(pen.tx, signal)?;
        return Ok((
            Recorded::Already { id, same },
            receipt_of_report(pen.tx, id)?,
        ));
    };
    let grounds = pen.grounds(new.grounds, map_digest, reason)?;
    new.insert(pen, seq, signal.id, grounds)?;
    Ok((Recorded::New, pen.receipt()))
}

/// The pieces of text that come with a report, in the order of [`Part`].
pub(super) fn parts(words: &SignalWords) -> Vec<(Part, &Words)> {
    let SignalWords {
        seen,
        goes_well,
        helpers,
        own_words,
        discussed,
    } = words;
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
    let written = optional
        .into_iter()
        .filter_map(|(part, words)| Some((part, words?)));
    std::iter::once((Part::Seen, seen)).chain(written).collect()
}

/// The signal that stood in the way, and whether it says the same: the same one, or another with
/// its number.
fn already(tx: &mut dyn Transaction, signal: &Signal) -> Result<(SignalId, bool), RegisterError> {
    if let Some(same) = says_the_same(tx, signal.id, signal)? {
        return if same {
            Ok((signal.id, same))
        } else {
            Err(RegisterError::IdTaken { id: signal.id })
        };
    }
    let reference = signal.reference.as_ref().map(ExternalReference::as_str);
    let by = [Value::from(signal.sender.as_str()), reference.into()];
    let id: SignalId = rows(tx, statements::ID_BY_REFERENCE, &by, |row| row.parsed())?
        .pop()
        .ok_or(RegisterError::DamagedSignal {
            id: Some(signal.id),
        })?;
    Ok((id, says_the_same(tx, id, signal)?.unwrap_or(false)))
}

/// Whether the stored signal `id` says what `signal` says, whenever it was said and however the
/// sender can be reached; `None` when there is no such signal.
fn says_the_same(
    tx: &mut dyn Transaction,
    id: SignalId,
    signal: &Signal,
) -> Result<Option<bool>, RegisterError> {
    let found = match find(tx, &IdPrefix::from(id)) {
        Ok(found) => found,
        Err(FindError::NotFound) => return Ok(None),
        Err(FindError::Ambiguous(_)) => return Err(RegisterError::DamagedSignal { id: Some(id) }),
        Err(FindError::Register(error)) => return Err(error),
    };
    let Reported {
        id: _,
        sender,
        contact: _,
        reference,
        reported_at: _,
        topics,
        age,
        area,
        urgency,
        discussed: _,
    } = found.reported;
    let facts = sender == signal.sender
        && reference == signal.reference
        && topics == signal.topics
        && age == signal.age
        && area == signal.area
        && urgency == signal.urgency;
    let stored = words(tx, id)?;
    let stored = stored
        .iter()
        .filter(|said| said.number == 1)
        .map(|said| (said.part, &said.words));
    Ok(Some(facts && stored.eq(parts(&signal.words))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Basis, Event, Happened};
    use crate::register::event_record::event_values;
    use crate::register::examples::{offer, referenced, signal};

    #[test]
    fn the_event_of_a_report_is_that_of_any_other_way_to_write_it() {
        let gap = Offer {
            basis: Basis::Gap,
            responsibility: None,
            involved: vec![],
            ..offer()
        };
        for (signal, offer) in [(signal(1), offer()), (referenced(2, "K-12"), gap)] {
            let rows = Rows::of(&signal, &offer, Seal::NONE, &mut Salts::new().unwrap());
            let event = Event::Reported(offer.clone());
            let happened = Happened {
                number: 1,
                at: signal.reported_at,
                by: signal.sender.clone(),
                event,
            };
            assert_eq!(rows.columns(), event_values(&happened, &signal.topics));
        }
    }
}
