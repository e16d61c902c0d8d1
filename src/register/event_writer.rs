//! Writes events: the statements of one transaction, and the hash chain that each event continues.

use std::collections::HashMap;

use crate::domain::event::{AsWas, DecisionRecord};
use crate::register::audit::hash_chain::{Salts, Seal};
use crate::register::audit::receipt::Receipt;
use crate::register::database::{SqlValue, Transaction, attempt};
use crate::register::error::RegisterError;
use crate::register::event_row::EventRow;
use crate::register::row::{DecodeError, TableRow, ToColumn as _, insert, one, row};
use crate::register::tables::{AsWasRow, ContactRow, DecisionRecordRow, FactsRow, WordsRow};

/// The writer of one transaction.
pub(super) struct EventWriter<'t> {
    pub tx: &'t mut dyn Transaction,
    pub salts: &'t mut Salts,
    cache: WriterCache,
}

/// What the writer knows of the database.
#[derive(Clone, Default)]
struct WriterCache {
    /// The last event, once it is known.
    head: Option<Head>,
    wrote: bool,
    /// The `seq` of the last signal, once it is known.
    last_seq: Option<i64>,
    /// The numbers of shared rows, by seal.
    shared: HashMap<Seal, i64>,
}

row! {
    /// The end of the hash chain.
    struct Head {
        step: u64,
        seal: Seal,
    }
}

row! {
    struct RowNumber {
        number: i64,
    }
}

row! {
    struct NextNumber {
        number: i64 = "coalesce(max(number), 0) + 1",
    }
}

row! {
    struct LastSeq {
        seq: Option<i64> = "max(seq)",
    }
}

/// An event with everything that comes with it. The writer fills in seals, the step and the numbers
/// of shared rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub event: EventRow,
    pub facts: Option<FactsRow>,
    pub contact: Option<ContactRow>,
    pub words: Vec<WordsRow>,
}

impl Record {
    pub fn set_signal(&mut self, seq: i64) {
        let Self {
            event,
            facts,
            contact,
            words,
        } = self;
        event.signal = seq;
        facts.iter_mut().for_each(|row| row.signal = seq);
        contact.iter_mut().for_each(|row| row.signal = seq);
        words.iter_mut().for_each(|row| row.signal = seq);
    }
}

impl<'t> EventWriter<'t> {
    pub fn new(tx: &'t mut dyn Transaction, salts: &'t mut Salts) -> Self {
        Self {
            tx,
            salts,
            cache: WriterCache::default(),
        }
    }

    /// The receipt of the last event written; `None` when nothing was.
    pub fn receipt(&self) -> Option<Receipt> {
        let head = self.cache.head.as_ref().filter(|_| self.cache.wrote)?;
        Some(Receipt::of(head.step, head.seal))
    }

    /// As [`attempt`]; what the writer knows is rolled back too.
    pub fn attempt<T, F: From<RegisterError>>(
        &mut self,
        work: impl FnOnce(&mut EventWriter<'_>) -> Result<T, F>,
    ) -> Result<Result<T, F>, F> {
        let Self { tx, salts, cache } = self;
        attempt(*tx, |tx| {
            // After a failure shared rows are looked up again: cheaper than a copy for each attempt.
            let shared = std::mem::take(&mut cache.shared);
            let mut inner = EventWriter {
                tx,
                salts,
                cache: WriterCache {
                    shared,
                    ..cache.clone()
                },
            };
            let done = work(&mut inner)?;
            *cache = inner.cache;
            Ok(done)
        })
    }

    /// The `seq` of a new signal. Nobody else writes until this transaction ends.
    pub fn next_seq(&mut self) -> Result<i64, RegisterError> {
        let last = match self.cache.last_seq {
            Some(seq) => seq,
            None => self.last_seq()?,
        };
        self.cache.last_seq = Some(last + 1);
        Ok(last + 1)
    }

    fn last_seq(&mut self) -> Result<i64, RegisterError> {
        let last = one::<LastSeq>(self.tx, "FROM signal", &[])?;
        let last = last.and_then(|last| last.seq).unwrap_or(0);
        // Rows that somebody prepared for signals to come belong to no event.
        for table in ATTACHED_TABLES {
            let sql = format!("DELETE FROM {table} WHERE signal > $1");
            self.tx.execute(&sql, &[last.into()])?;
        }
        Ok(last)
    }

    /// Removes rows that somebody prepared for the next event of a signal.
    pub fn clear_after(&mut self, signal: i64, last_event: u32) -> Result<(), RegisterError> {
        for table in ATTACHED_TABLES {
            let sql = format!("DELETE FROM {table} WHERE signal = $1 AND event > $2");
            self.tx.execute(&sql, &[signal.into(), last_event.into()])?;
        }
        Ok(())
    }

    /// Appends an event to the chain.
    pub fn append(
        &mut self,
        record: Record,
        decision: Option<&DecisionRecord>,
        as_was: Option<&AsWas>,
    ) -> Result<(), RegisterError> {
        let Record {
            mut event,
            facts,
            contact,
            words,
        } = record;
        let decision = decision
            .map(|decision| self.decision(decision))
            .transpose()?;
        let as_was = as_was.map(|as_was| self.as_was(as_was)).transpose()?;
        event.grounds = decision.map(|(number, _)| number);
        event.as_was = as_was.map(|(number, _)| number);
        if let Some(facts) = &facts {
            let decision = decision.map(|(_, seal)| seal);
            let responsibility = event.responsibility.to_value();
            let seal = Seal::of_facts(&facts.named_values(), &responsibility, decision);
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
        let step = before.step + 1;
        // Only somebody else can have written a step that is too high.
        event.step = i64::try_from(step).map_err(|_| DecodeError)?;
        let as_was = as_was.map(|(_, seal)| seal);
        event.seal = Seal::of_event(before.seal, &event.named_values(), as_was);
        insert(self.tx, &event)?;
        let seal = event.seal;
        self.cache.head = Some(Head { step, seal });
        self.cache.wrote = true;
        Ok(())
    }

    fn head(&mut self) -> Result<Head, RegisterError> {
        if let Some(head) = &self.cache.head {
            return Ok(head.clone());
        }
        let head = one(self.tx, "FROM event ORDER BY step DESC LIMIT 1", &[])?;
        Ok(head.unwrap_or(Head {
            step: 0,
            seal: Seal::NONE,
        }))
    }

    /// The number and seal of a decision, which is recorded unless it is there.
    fn decision(&mut self, decision: &DecisionRecord) -> Result<(i64, Seal), RegisterError> {
        let DecisionRecord { reason, map_digest } = decision;
        let seal = Seal::of_decision(map_digest, reason);
        let same = "map_digest = $2 AND reason = $3";
        let with = [seal.to_value(), map_digest.to_value(), reason.to_value()];
        let number = match self.find_shared::<DecisionRecordRow>(seal, same, &with)? {
            Some(number) => number,
            None => {
                let number = self.next_number::<DecisionRecordRow>()?;
                let row = DecisionRecordRow {
                    number,
                    seal,
                    map_digest: map_digest.clone(),
                    reason: reason.clone(),
                };
                insert(self.tx, &row)?;
                number
            }
        };
        self.cache.shared.insert(seal, number);
        Ok((number, seal))
    }

    /// The number and seal of a name, which is recorded unless it is there.
    fn as_was(&mut self, as_was: &AsWas) -> Result<(i64, Seal), RegisterError> {
        let AsWas { name, phone, email } = as_was;
        let seal = Seal::of_as_was(name, phone.as_deref(), email.as_deref());
        // No telephone number is an empty text.
        let same = "name = $2 AND coalesce(phone, '') = $3 AND coalesce(email, '') = $4";
        let [some_phone, some_email] =
            [phone, email].map(|text| text.as_deref().unwrap_or_default());
        let with = [
            seal.to_value(),
            name.to_value(),
            some_phone.into(),
            some_email.into(),
        ];
        let number = match self.find_shared::<AsWasRow>(seal, same, &with)? {
            Some(number) => number,
            None => {
                let number = self.next_number::<AsWasRow>()?;
                let row = AsWasRow {
                    number,
                    seal,
                    name: name.clone(),
                    phone: phone.clone(),
                    email: email.clone(),
                };
                insert(self.tx, &row)?;
                number
            }
        };
        self.cache.shared.insert(seal, number);
        Ok((number, seal))
    }

    /// The number of a row that many events share. `same` compares its content too: a row that
    /// somebody prepared under this seal may hold something else.
    fn find_shared<T: TableRow>(
        &mut self,
        seal: Seal,
        same: &str,
        with: &[SqlValue<'_>],
    ) -> Result<Option<i64>, RegisterError> {
        if let Some(number) = self.cache.shared.get(&seal) {
            return Ok(Some(*number));
        }
        let rest = format!("FROM {} WHERE seal = $1 AND {same}", T::TABLE);
        let found: Option<RowNumber> = one(self.tx, &rest, with)?;
        Ok(found.map(|row| row.number))
    }

    fn next_number<T: TableRow>(&mut self) -> Result<i64, RegisterError> {
        let next: Option<NextNumber> = one(self.tx, &format!("FROM {}", T::TABLE), &[])?;
        Ok(next.ok_or(DecodeError)?.number)
    }
}

/// The tables written before their event.
const ATTACHED_TABLES: [&str; 3] = [
    <FactsRow as TableRow>::TABLE,
    <ContactRow as TableRow>::TABLE,
    <WordsRow as TableRow>::TABLE,
];
