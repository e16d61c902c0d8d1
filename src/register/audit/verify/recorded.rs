//! What is recorded about signals, as it stands there.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::domain::signal_id::SignalId;
use crate::register::audit::hash_chain::{Named, Seal};
use crate::register::audit::verify::finding::{Kind, RegisterFinding};
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_row::{Called, StoredEvent};
use crate::register::row::{DecodeError, RawRow, RowColumns, Stored as _, raw_rows, row};
use crate::register::signal_record::SignalRecord;
use crate::register::story::Part;
use crate::register::tables::{ContactRow, EventRow, FactsRow, ReaderRow, SignalRow, WordsRow};

row! {
    /// What stands beside an event of why the map decided so.
    struct GroundsBeside {
        grounds_seal: Option<String> = "grounds.seal",
    }
}

/// A signal as it stands there.
pub(in crate::register) struct SignalAsStored {
    pub row: RawRow,
    /// `None` when what stands there is no number.
    pub id: Option<SignalId>,
}

/// An event as it stands there.
pub(in crate::register) struct EventAsStored {
    pub row: RawRow,
    pub number: u32,
    pub step: i64,
    pub stored: Result<StoredEvent, DecodeError>,
    pub grounds: Option<i64>,
    /// The seal that stands with the grounds; `None` when they are not there.
    pub grounds_seal: Option<Seal>,
    pub responsibility: SqlValue<'static>,
}

/// What is recorded of one signal, as it stands there.
#[derive(Default)]
pub(in crate::register) struct SignalParts {
    pub events: Vec<EventAsStored>,
    pub facts: Vec<RawRow>,
    pub contacts: Vec<RawRow>,
    pub words: Vec<RawRow>,
    pub readers: Vec<RawRow>,
}

impl EventAsStored {
    pub fn at(&self, kind: Kind, id: Option<SignalId>) -> RegisterFinding {
        let found = RegisterFinding::of(kind).signal(id).event(self.number);
        found.step(self.step)
    }
}

/// What stands with an event, the number of which is this, is not what it must be.
pub(in crate::register) struct Unreadable(pub u32);

impl SignalParts {
    /// What the story is folded of.
    pub fn record(&self) -> Result<SignalRecord, Unreadable> {
        let mut record = SignalRecord::default();
        for event in &self.events {
            let stored = event.stored.clone();
            record
                .events
                .push(stored.map_err(|DecodeError| Unreadable(event.number))?);
        }
        record.facts = typed(&self.facts)?;
        record.contacts = typed(&self.contacts)?;
        record.readers = typed(&self.readers).map_err(|_| Unreadable(1))?;
        Ok(record)
    }
}

fn typed<T: for<'r> RowColumns<'r>>(rows: &[RawRow]) -> Result<Vec<T>, Unreadable> {
    let read = |row: &RawRow| {
        let number = row.get("event").unwrap_or(1);
        row.read().map_err(|DecodeError| Unreadable(number))
    };
    rows.iter().map(read).collect()
}

/// The rows that came with the event of this number.
pub(in crate::register) fn of_event(rows: &[RawRow], number: u32) -> Vec<Vec<Named<'_>>> {
    let of_it = rows.iter().filter(|row| row.get("event") == Ok(number));
    of_it.map(RawRow::named_values).collect()
}

pub(in crate::register) fn read(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, SignalAsStored)>, RegisterError> {
    let columns = SignalRow::select();
    let sql = format!("SELECT {columns} FROM signal WHERE seq > $1 ORDER BY seq LIMIT $2");
    let rows = raw_rows::<SignalRow>(tx, &sql, &[after.into(), most.into()])?;
    let with_ids = rows.into_iter().map(|row| {
        let id = row
            .get("id")
            .ok()
            .filter(|id: &SignalId| row.get("id") == Ok(id.as_str()));
        Ok((row.get("seq")?, SignalAsStored { row, id }))
    });
    with_ids.collect()
}

/// What is recorded about the signals behind one place and up to another.
pub(in crate::register) fn around(
    tx: &mut dyn Transaction,
    after: i64,
    until: i64,
) -> Result<BTreeMap<i64, SignalParts>, RegisterError> {
    let mut around: BTreeMap<i64, SignalParts> = BTreeMap::new();
    let with = [after.into(), until.into()];
    tx.query(&events_between(), &with, &mut |row| {
        let event = recorded(row)?;
        let seq = event.row.get("signal")?;
        around.entry(seq).or_default().events.push(event);
        Ok(ControlFlow::Continue(()))
    })?;
    for row in between::<FactsRow>(tx, "facts", "event", &with)? {
        around
            .entry(row.get("signal")?)
            .or_default()
            .facts
            .push(row);
    }
    for row in between::<ContactRow>(tx, "contact", "event", &with)? {
        around
            .entry(row.get("signal")?)
            .or_default()
            .contacts
            .push(row);
    }
    for row in between::<WordsRow>(tx, "words", "event", &with)? {
        around
            .entry(row.get("signal")?)
            .or_default()
            .words
            .push(row);
    }
    let key = "organisation, role, from_event";
    for row in between::<ReaderRow>(tx, "reader", key, &with)? {
        around
            .entry(row.get("signal")?)
            .or_default()
            .readers
            .push(row);
    }
    for parts in around.values_mut() {
        // As they are sealed.
        parts
            .words
            .sort_by_cached_key(|row| row.get::<Part>("part").ok());
    }
    Ok(around)
}

/// The rows of a table that are of these signals, in the order of its key.
fn between<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    table: &str,
    key: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<RawRow>, RegisterError> {
    let columns = T::select();
    let sql = format!(
        "SELECT {columns} FROM {table} WHERE signal > $1 AND signal <= $2 ORDER BY signal, {key}"
    );
    let rows = raw_rows::<T>(tx, &sql, with)?;
    for row in &rows {
        row.get::<i64>("signal")?;
    }
    Ok(rows)
}

fn events_between() -> String {
    format!(
        "SELECT {}, {}, {} FROM event LEFT JOIN as_was ON as_was.number = event.as_was \
         LEFT JOIN grounds ON grounds.number = event.grounds \
         WHERE event.signal > $1 AND event.signal <= $2 ORDER BY event.signal, event.number",
        EventRow::select_of("event"),
        Called::select(),
        GroundsBeside::select()
    )
}

fn recorded(row: &[SqlValue<'_>]) -> Result<EventAsStored, DecodeError> {
    let (event, mut beside) = RawRow::before::<EventRow>(row);
    let called = Called::read(&mut beside)?;
    let GroundsBeside { grounds_seal } = GroundsBeside::read(&mut beside)?;
    let stored = event.read().and_then(|row| StoredEvent::new(row, called));
    let responsibility: Option<String> = event.get("responsibility")?;
    Ok(EventAsStored {
        number: event.get("number")?,
        step: event.get("step")?,
        stored,
        grounds: event.get("grounds")?,
        grounds_seal: grounds_seal.and_then(|seal| seal.parse().ok()),
        responsibility: responsibility.to_value().kept(),
        row: event,
    })
}
