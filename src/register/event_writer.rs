//! What writes in the register: the statements of one transaction, and the chain of seals that
//! every event goes on with.

use std::collections::HashMap;

use crate::domain::event::{AsWas, DecisionRecord};
use crate::register::audit::hash_chain::{Salts, Seal};
use crate::register::audit::receipt::Receipt;
use crate::register::database::{SqlValue, Transaction, attempt};
use crate::register::error::RegisterError;
use crate::register::row::{DecodeError, RowColumns as _, Stored as _, TableRow, insert, one, row};
use crate::register::tables::{AsWasRow, ContactRow, EventRow, FactsRow, GroundsRow, WordsRow};

/// The writer of one transaction.
pub(super) struct EventWriter<'t> {
    pub tx: &'t mut dyn Transaction,
    pub salts: &'t mut Salts,
    /// The end of the chain, once it is known.
    head: Option<Head>,
    wrote: bool,
    /// The place of the signal that was recorded last, once it is known.
    place: Option<i64>,
    /// The numbers of the shared rows that were met, by their seals.
    shared: HashMap<Seal, i64>,
}

row! {
    /// The event that was recorded last.
    struct Head {
        step: u64,
        seal: Seal,
    }
}

row! {
    /// A row that many events share.
    struct SharedRow {
        number: i64,
    }
}

row! {
    /// The number of the next one.
    struct NextNumber {
        number: i64 = "coalesce(max(number), 0) + 1",
    }
}

row! {
    struct LastPlace {
        place: Option<i64> = "max(seq)",
    }
}

/// An event with everything that comes with it, each but for its seals and what only the register
/// knows: its place, its step and the numbers of shared rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub event: EventRow,
    pub facts: Option<FactsRow>,
    pub contact: Option<ContactRow>,
    pub words: Vec<WordsRow>,
}

impl<'t> EventWriter<'t> {
    pub fn new(tx: &'t mut dyn Transaction, salts: &'t mut Salts) -> Self {
        Self {
            tx,
            salts,
            head: None,
            wrote: false,
            place: None,
            shared: HashMap::new(),
        }
    }

    /// The receipt of what was written last; `None` when nothing was.
    pub fn receipt(&self) -> Option<Receipt> {
        let head = self.head.as_ref().filter(|_| self.wrote)?;
        Some(Receipt::of(head.step, head.seal))
    }

    /// Tries `work`, of which nothing stays when it fails, also not of what is known here. Gives what
    /// came of it.
    pub fn attempt<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut EventWriter<'_>) -> Result<T, F>,
    ) -> Result<Result<T, F>, F> {
        let Self {
            tx,
            salts,
            head,
            wrote,
            place,
            shared,
        } = self;
        attempt(*tx, |tx| {
            let mut trying = EventWriter {
                tx,
                salts,
                head: head.clone(),
                wrote: *wrote,
                place: *place,
                shared: std::mem::take(shared),
            };
            let done = work(&mut trying)?;
            (*head, *wrote, *place, *shared) =
                (trying.head, trying.wrote, trying.place, trying.shared);
            Ok(done)
        })
    }

    /// The place for one more signal. Nobody else writes until this transaction ends.
    pub fn next_place(&mut self) -> Result<i64, RegisterError> {
        let last = match self.place {
            Some(place) => place,
            None => self.last_place()?,
        };
        self.place = Some(last + 1);
        Ok(last + 1)
    }

    fn last_place(&mut self) -> Result<i64, RegisterError> {
        let sql = format!("SELECT {} FROM signal", LastPlace::select());
        let last = one::<LastPlace>(self.tx, &sql, &[])?;
        let last = last.and_then(|last| last.place).unwrap_or(0);
        // What somebody laid ready for signals to come belongs to no event.
        for table in COMES_WITH_AN_EVENT {
            let sql = format!("DELETE FROM {table} WHERE signal > $1");
            self.tx.execute(&sql, &[last.into()])?;
        }
        Ok(last)
    }

    /// Clears away what somebody laid ready for the next event of a signal.
    pub fn clear_after(&mut self, signal: i64, last_event: u32) -> Result<(), RegisterError> {
        for table in COMES_WITH_AN_EVENT {
            let sql = format!("DELETE FROM {table} WHERE signal = $1 AND event > $2");
            self.tx.execute(&sql, &[signal.into(), last_event.into()])?;
        }
        Ok(())
    }

    /// Appends an event with what comes with it, sealed; the database moves its signal.
    pub fn append(
        &mut self,
        record: Record,
        grounds: Option<&DecisionRecord>,
        as_was: Option<&AsWas>,
    ) -> Result<(), RegisterError> {
        let Record {
            mut event,
            facts,
            contact,
            words,
        } = record;
        let grounds = grounds.map(|grounds| self.grounds(grounds)).transpose()?;
        let as_was = as_was.map(|as_was| self.as_was(as_was)).transpose()?;
        event.grounds = grounds.map(|(number, _)| number);
        event.as_was = as_was.map(|(number, _)| number);
        if let Some(facts) = &facts {
            let grounds = grounds.map(|(_, seal)| seal);
            let responsibility = event.responsibility.to_value();
            let seal = Seal::of_facts(&facts.named_values(), &responsibility, grounds);
            insert(self.tx, facts)?;
            event.facts = Some(seal);
        }
        if let Some(contact) = &contact {
            insert(self.tx, contact)?;
            event.contact = Some(Seal::of_contact(&contact.named_values()));
        }
        if !words.is_empty() {
            words.iter().try_for_each(|words| insert(self.tx, words))?;
            let named: Vec<_> = words.iter().map(TableRow::named_values).collect();
            event.words = Some(Seal::of_words(&named));
        }
        let before = self.head()?;
        // A step as high as no step can be was put there by somebody else.
        let step = before.step + 1;
        event.step = i64::try_from(step).map_err(|_| DecodeError)?;
        let as_was = as_was.map(|(_, seal)| seal);
        event.seal = Seal::of_event(before.seal, &event.named_values(), as_was);
        insert(self.tx, &event)?;
        (self.head, self.wrote) = (
            Some(Head {
                step,
                seal: event.seal,
            }),
            true,
        );
        Ok(())
    }

    fn head(&mut self) -> Result<Head, RegisterError> {
        if let Some(head) = &self.head {
            return Ok(head.clone());
        }
        let columns = Head::select();
        let sql = format!("SELECT {columns} FROM event ORDER BY step DESC LIMIT 1");
        let head = one::<Head>(self.tx, &sql, &[])?;
        Ok(head.unwrap_or(Head {
            step: 0,
            seal: Seal::NONE,
        }))
    }

    /// The number and seal of these grounds, which are recorded when they are not yet.
    fn grounds(&mut self, grounds: &DecisionRecord) -> Result<(i64, Seal), RegisterError> {
        let DecisionRecord { reason, map_digest } = grounds;
        let seal = Seal::of_grounds(map_digest, reason);
        let row = |number| GroundsRow {
            number,
            seal,
            map_digest: map_digest.clone(),
            reason: reason.clone(),
        };
        let same = "map_digest = $2 AND reason = $3";
        let with = [map_digest.to_value(), reason.to_value()];
        Ok((self.shared(seal, (same, &with), row)?, seal))
    }

    /// The number and seal of what an organisation is called, which is recorded when it is not yet.
    fn as_was(&mut self, as_was: &AsWas) -> Result<(i64, Seal), RegisterError> {
        let AsWas { name, phone } = as_was;
        let seal = Seal::of_as_was(name, phone.as_deref());
        let row = |number| AsWasRow {
            number,
            seal,
            name: name.clone(),
            phone: phone.clone(),
        };
        // No telephone number is an empty text.
        let same = "name = $2 AND coalesce(phone, '') = $3";
        let with = [name.to_value(), phone.as_deref().unwrap_or_default().into()];
        Ok((self.shared(seal, (same, &with), row)?, seal))
    }

    /// The number of the row with this seal, which many events share. `same`: the condition that
    /// it also holds what was sealed, with its parameters from the second on. A row that somebody
    /// laid ready under the seal of another is not taken for it.
    fn shared<T: TableRow>(
        &mut self,
        seal: Seal,
        (same, with): (&str, &[SqlValue<'_>; 2]),
        row: impl FnOnce(i64) -> T,
    ) -> Result<i64, RegisterError> {
        if let Some(number) = self.shared.get(&seal) {
            return Ok(*number);
        }
        let table = T::TABLE;
        let columns = SharedRow::select();
        let known = format!("SELECT {columns} FROM {table} WHERE seal = $1 AND {same}");
        let [second, third] = with;
        let with = [seal.to_value(), second.borrowed(), third.borrowed()];
        let number = match one::<SharedRow>(self.tx, &known, &with)? {
            Some(SharedRow { number }) => number,
            None => {
                let next = format!("SELECT {} FROM {table}", NextNumber::select());
                let next = one::<NextNumber>(self.tx, &next, &[])?;
                let NextNumber { number } = next.ok_or(DecodeError)?;
                insert(self.tx, &row(number))?;
                number
            }
        };
        self.shared.insert(seal, number);
        Ok(number)
    }
}

/// The tables of what is written before its event.
const COMES_WITH_AN_EVENT: [&str; 3] = [
    <FactsRow as TableRow>::TABLE,
    <ContactRow as TableRow>::TABLE,
    <WordsRow as TableRow>::TABLE,
];
