//! Reads what is stored about signals without requiring it to be valid.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::domain::signal::Part;
use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::{NamedValue, Seal};
use crate::register::audit::verify::finding::{FindingKind, RegisterFinding};
use crate::register::audit::verify::pages::read_page;
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_row::EventRow;
use crate::register::row::{DecodeError, RawRow, RowColumns, ToColumn as _, raw_rows, row};
use crate::register::signal_record::SignalRecord;
use crate::register::stored_event::{NameColumns, StoredEvent};
use crate::register::tables::{ContactRow, FactsRow, ReaderRow, SignalRow, WordsRow};

row! {
    /// The seal of the decision that an event refers to.
    struct DecisionColumns {
        decision_seal: Option<String> = "grounds.seal",
    }
}

/// A signal as stored.
pub(in crate::register) struct SignalAsStored {
    pub row: RawRow,
    /// `None` when the stored number is not valid.
    pub id: Option<SignalId>,
}

/// An event as stored.
pub(in crate::register) struct EventAsStored {
    pub row: RawRow,
    pub number: u32,
    pub step: i64,
    pub stored: Result<StoredEvent, DecodeError>,
    pub decision: Option<i64>,
    /// The stored seal of the decision; `None` when the decision is missing.
    pub decision_seal: Option<Seal>,
    pub responsibility: SqlValue<'static>,
}

/// Everything recorded about one signal, as stored.
#[derive(Default)]
pub(in crate::register) struct SignalParts {
    pub events: Vec<EventAsStored>,
    pub facts: Vec<RawRow>,
    pub contacts: Vec<RawRow>,
    pub words: Vec<RawRow>,
    pub readers: Vec<RawRow>,
}

impl EventAsStored {
    pub fn finding(&self, kind: FindingKind, id: Option<SignalId>) -> RegisterFinding {
        let finding = RegisterFinding::of(kind).signal(id).event(self.number);
        finding.step(self.step)
    }

    fn read(row: &[SqlValue<'_>]) -> Result<Self, DecodeError> {
        let (event, mut joined) = RawRow::split_from::<EventRow>(row);
        let name = NameColumns::read(&mut joined)?;
        let DecisionColumns { decision_seal } = DecisionColumns::read(&mut joined)?;
        let responsibility: Option<String> = event.get("responsibility")?;
        Ok(Self {
            number: event.get("number")?,
            step: event.get("step")?,
            stored: event.read().and_then(|row| StoredEvent::new(row, name)),
            decision: event.get("grounds")?,
            decision_seal: decision_seal.and_then(|seal| seal.parse().ok()),
            responsibility: responsibility.to_value().to_static(),
            row: event,
        })
    }
}

/// The number of an event with rows that cannot be read.
pub(in crate::register) struct Unreadable(pub u32);

impl SignalParts {
    /// What the story is folded from.
    pub fn record(&self) -> Result<SignalRecord, Unreadable> {
        let mut record = SignalRecord::default();
        for event in &self.events {
            let stored = event.stored.clone();
            let stored = stored.map_err(|DecodeError| Unreadable(event.number))?;
            record.events.push(stored);
        }
        record.facts = read_rows(&self.facts)?;
        record.contacts = read_rows(&self.contacts)?;
        record.readers = read_rows(&self.readers).map_err(|_| Unreadable(1))?;
        Ok(record)
    }
}

fn read_rows<T: for<'r> RowColumns<'r>>(rows: &[RawRow]) -> Result<Vec<T>, Unreadable> {
    let rows = rows.iter();
    rows.map(|row| {
        row.read()
            .map_err(|DecodeError| Unreadable(row.get("event").unwrap_or(1)))
    })
    .collect()
}

/// The rows that came with the event of this number.
pub(in crate::register) fn of_event(rows: &[RawRow], number: u32) -> Vec<Vec<NamedValue<'_>>> {
    let of_it = rows.iter().filter(|row| row.get("event") == Ok(number));
    of_it.map(RawRow::named_values).collect()
}

pub(in crate::register) fn read(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, SignalAsStored)>, RegisterError> {
    let rows = read_page::<SignalRow>(tx, "signal", "seq", after, most)?;
    let signals = rows.into_iter().map(|(seq, row)| {
        let id = row.get("id").ok();
        let id = id.filter(|id: &SignalId| row.get("id") == Ok(id.as_str()));
        (seq, SignalAsStored { row, id })
    });
    Ok(signals.collect())
}

/// Everything recorded about the signals with `after < seq <= until`.
pub(in crate::register) fn load_parts(
    tx: &mut dyn Transaction,
    after: i64,
    until: i64,
) -> Result<BTreeMap<i64, SignalParts>, RegisterError> {
    let mut all: BTreeMap<i64, SignalParts> = BTreeMap::new();
    let with = [after.into(), until.into()];
    tx.query(&events_between(), &with, &mut |row| {
        let event = EventAsStored::read(row)?;
        let seq = event.row.get("signal")?;
        all.entry(seq).or_default().events.push(event);
        Ok(ControlFlow::Continue(()))
    })?;
    for (seq, row) in between::<FactsRow>(tx, "facts", "event", &with)? {
        all.entry(seq).or_default().facts.push(row);
    }
    for (seq, row) in between::<ContactRow>(tx, "contact", "event", &with)? {
        all.entry(seq).or_default().contacts.push(row);
    }
    for (seq, row) in between::<WordsRow>(tx, "words", "event", &with)? {
        all.entry(seq).or_default().words.push(row);
    }
    let key = "organisation, role, from_event";
    for (seq, row) in between::<ReaderRow>(tx, "reader", key, &with)? {
        all.entry(seq).or_default().readers.push(row);
    }
    for parts in all.values_mut() {
        // In the order in which they are sealed.
        parts
            .words
            .sort_by_cached_key(|row| row.get::<Part>("part").ok());
    }
    Ok(all)
}

/// The rows of a table in the order of its key, each with the `seq` of its signal.
fn between<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    table: &str,
    key: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<(i64, RawRow)>, RegisterError> {
    let rest = format!("FROM {table} WHERE signal > $1 AND signal <= $2 ORDER BY signal, {key}");
    let rows = raw_rows::<T>(tx, &rest, with)?.into_iter();
    rows.map(|row| Ok((row.get("signal")?, row))).collect()
}

fn events_between() -> String {
    format!(
        "SELECT {}, {}, {} FROM event LEFT JOIN as_was ON as_was.number = event.as_was \
         LEFT JOIN grounds ON grounds.number = event.grounds \
         WHERE event.signal > $1 AND event.signal <= $2 ORDER BY event.signal, event.number",
        EventRow::select_of("event"),
        NameColumns::select(),
        DecisionColumns::select()
    )
}
