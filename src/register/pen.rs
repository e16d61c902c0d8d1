//! What writes in the register: the statements of one transaction, and the chain of seals that
//! every step goes on with.

use super::database::{Transaction, Value};
use super::error::RegisterError;
use super::event_record::event_values;
use super::fields::{Unreadable, rows};
use super::receipt::Receipt;
use super::seal::{Salts, Seal, Written};
use super::statements;
use crate::domain::event::{Grounds, Happened};
use crate::domain::signal::Topics;
use crate::domain::signal_id::SignalId;
use crate::domain::words::Words;

/// The pen of one transaction.
pub(super) struct Pen<'t> {
    pub tx: &'t mut dyn Transaction,
    pub salts: &'t mut Salts,
    last: Option<Link>,
    wrote: bool,
}

/// A step that was recorded.
#[derive(Debug, Clone, Copy)]
struct Link {
    step: i64,
    seal: Seal,
}

impl<'t> Pen<'t> {
    pub fn new(tx: &'t mut dyn Transaction, salts: &'t mut Salts) -> Self {
        Self {
            tx,
            salts,
            last: None,
            wrote: false,
        }
    }

    /// The receipt of what was written last; `None` when nothing was.
    pub fn receipt(&self) -> Option<Receipt> {
        self.last
            .filter(|_| self.wrote)
            .map(|Link { step, seal }| Receipt::of(step, seal))
    }

    /// The values of the columns `step` and `seal` of the next event.
    pub fn next_step(
        &mut self,
        signal: SignalId,
        event: Seal,
    ) -> Result<[Value<'static>; 2], RegisterError> {
        let Link { step, seal } = match self.last {
            Some(last) => last,
            None => last_step(self.tx)?,
        };
        let step = step + 1;
        let seal = Seal::of_step(seal, step, signal, event);
        (self.last, self.wrote) = (Some(Link { step, seal }), true);
        Ok([step.into(), Value::of(seal)])
    }

    /// Appends an event with what was written with it and the grounds of its decision.
    pub fn append(
        &mut self,
        (seq, signal): (i64, SignalId),
        happened: &Happened,
        reported: &Topics,
        said: Option<(&str, &Words)>,
        grounds: Option<&Grounds>,
    ) -> Result<(), RegisterError> {
        let words = match said {
            Some((part, words)) => {
                let written = Written {
                    part,
                    text: words.as_str(),
                    salt: self.salts.next().into(),
                };
                insert_words(self.tx, seq, happened.number, &written)?;
                Some(Seal::of_words(None, &[written]))
            }
            None => None,
        };
        let (grounds, number) = match grounds {
            Some(Grounds { reason, map_digest }) => {
                let seal = Seal::of_grounds(map_digest, reason);
                (Some(seal), Some(self.grounds(seal, map_digest, reason)?))
            }
            None => (None, None),
        };
        let columns = event_values(happened, reported);
        let sealed = self.next_step(signal, Seal::of_event(&columns, grounds, words, &[]))?;
        let mut values = Vec::with_capacity(columns.len() + 5);
        values.push(seq.into());
        values.extend(columns);
        values.extend([number.into(), Value::of_optional(words)]);
        values.extend(sealed);
        self.tx.execute(statements::INSERT_EVENT, &values)?;
        Ok(())
    }

    /// The number of these grounds, which are recorded when they are not yet.
    pub fn grounds(
        &mut self,
        seal: Seal,
        map_digest: &str,
        reason: &str,
    ) -> Result<i64, RegisterError> {
        let text = seal.to_string();
        let known = rows(
            self.tx,
            statements::GROUNDS_BY_SEAL,
            &[text.as_str().into()],
            |row| row.number(),
        )?
        .pop();
        if let Some(number) = known {
            return Ok(number);
        }
        let with = [text.as_str().into(), map_digest.into(), reason.into()];
        let number = rows(self.tx, statements::INSERT_GROUNDS, &with, |row| {
            row.number()
        })?
        .pop();
        number.ok_or(RegisterError::DamagedSignal { id: None })
    }
}

/// The step that was recorded last.
fn last_step(tx: &mut dyn Transaction) -> Result<Link, RegisterError> {
    let last = rows(tx, statements::LAST_STEP, &[], |row| {
        Ok((row.number()?, row.parsed()?))
    })?
    .pop();
    Ok(last.map_or(
        Link {
            step: 0,
            seal: Seal::NONE,
        },
        |(step, seal)| Link { step, seal },
    ))
}

/// The receipt of the report of a signal that is there already.
pub(super) fn receipt_of_report(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<Option<Receipt>, RegisterError> {
    let read = |row: &mut super::fields::Fields<'_>| {
        Ok::<_, Unreadable>(Receipt::of(row.number()?, row.parsed()?))
    };
    Ok(rows(tx, statements::STEP_OF_REPORT, &[id.as_str().into()], read)?.pop())
}

/// Records what somebody wrote; before the event it belongs to.
pub(super) fn insert_words(
    tx: &mut dyn Transaction,
    seq: i64,
    number: u32,
    written: &Written<'_>,
) -> Result<u64, RegisterError> {
    let Written { part, text, salt } = written;
    tx.execute(
        statements::INSERT_WORDS,
        &[
            seq.into(),
            number.into(),
            (*part).into(),
            (*text).into(),
            salt.as_ref().into(),
        ],
    )
}
