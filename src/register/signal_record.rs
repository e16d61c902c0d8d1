//! Everything recorded of some signals: read table by table, then folded. A signal that differs
//! from what its events fold to is damaged.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::domain::event::{DecisionRecord, RecordedEvent};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{Impossible, SignalState, replay};
use crate::domain::words::ContactLine;
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_row::EventRow;
use crate::register::original_report::OriginalReport;
use crate::register::row::{DecodeError, RawRow, RowColumns, RowReader, parameters, row, select};
use crate::register::signal_row::ReaderRows;
use crate::register::stored_event::StoredEvent;
use crate::register::story_text::{self, StoryText, has_words};
use crate::register::tables::{ContactRow, FactsRow, ReaderRow, SignalRow, WordsRow};

/// What is read of a signal besides its own row.
#[derive(Debug, Default)]
pub(super) struct SignalRecord {
    pub events: Vec<StoredEvent>,
    pub facts: Vec<FactsRow>,
    pub contacts: Vec<ContactRow>,
    pub readers: Vec<ReaderRow>,
    /// Why the map decided, with the number of the event. Empty unless asked for.
    pub decisions: Vec<(u32, DecisionRecord)>,
    /// What people wrote, in order; `None` unless asked for.
    pub words: Option<Vec<StoryText>>,
}

impl SignalRecord {
    /// Whether exactly the rows that `event` sealed are here. Words that were not read are not
    /// checked.
    fn has_all_of(&self, event: &EventRow) -> bool {
        let number = event.number;
        let has_facts = self.facts.iter().any(|row| row.event == number);
        let has_contact = self.contacts.iter().any(|row| row.event == number);
        event.facts.is_some() == has_facts
            && event.contact.is_some() == has_contact
            && self
                .words
                .as_deref()
                .is_none_or(|texts| event.words.is_some() == has_words(texts, number))
    }
}

/// What is read besides what a signal is folded from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecordParts {
    pub decisions: bool,
    pub words: bool,
}

row! {
    /// Why the map decided.
    struct DecisionRow {
        signal: i64 = "event.signal",
        event: u32 = "event.number",
        map_digest: String = "grounds.map_digest",
        reason: String = "grounds.reason",
    }
}

/// The rows of `FROM signal WHERE condition`; `condition` may end with an order.
pub(super) fn signals(
    tx: &mut dyn Transaction,
    condition: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<SignalRow>, RegisterError> {
    let sql = select::<SignalRow>(&format!("FROM signal WHERE {condition}"));
    let mut signals = Vec::new();
    tx.query(&sql, with, &mut |row| {
        signals.push(read_named(row)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(signals)
}

/// Reads a row of a signal. The error names the signal when its `id` can be read.
pub(super) fn read_named<T: for<'r> RowColumns<'r>>(
    row: &[SqlValue<'_>],
) -> Result<T, RegisterError> {
    T::read(&mut RowReader::new(row)).map_err(|DecodeError| RegisterError::DamagedSignal {
        id: RawRow::of::<T>(row).get("id").ok(),
    })
}

/// [`RowColumns::read`] for a row of any lifetime.
fn read_row<T: for<'r> RowColumns<'r>>(row: &mut RowReader<'_>) -> Result<T, DecodeError> {
    T::read(row)
}

/// Everything about these signals, by `seq`.
pub(super) fn load(
    tx: &mut dyn Transaction,
    signals: &[SignalRow],
    wanted: RecordParts,
) -> Result<BTreeMap<i64, SignalRecord>, RegisterError> {
    let mut reader = RecordReader {
        with: signals.iter().map(|row| row.seq.into()).collect(),
        ids: signals.iter().map(|row| (row.seq, row.id)).collect(),
        records: BTreeMap::new(),
        tx,
    };
    reader.events()?;
    for row in reader.rows::<FactsRow>("facts", "event")? {
        reader.record(row.signal).facts.push(row);
    }
    for row in reader.rows::<ContactRow>("contact", "event")? {
        reader.record(row.signal).contacts.push(row);
    }
    for row in reader.rows::<ReaderRow>("reader", "organisation, role, from_event")? {
        reader.record(row.signal).readers.push(row);
    }
    if wanted.decisions {
        reader.decisions()?;
    }
    if wanted.words {
        reader.words(signals)?;
    }
    Ok(reader.records)
}

/// Reads the tables of some signals.
struct RecordReader<'t, 'v> {
    tx: &'t mut dyn Transaction,
    ids: BTreeMap<i64, SignalId>,
    with: Vec<SqlValue<'v>>,
    records: BTreeMap<i64, SignalRecord>,
}

impl RecordReader<'_, '_> {
    fn events(&mut self) -> Result<(), RegisterError> {
        let sql = format!("{} WHERE event.signal", StoredEvent::select());
        let order = "event.signal, event.number";
        let events = self.read::<EventRow, _>(&sql, order, StoredEvent::read)?;
        for event in events {
            self.record(event.row.signal).events.push(event);
        }
        Ok(())
    }

    fn decisions(&mut self) -> Result<(), RegisterError> {
        let sql = select::<DecisionRow>(
            "FROM event JOIN grounds ON grounds.number = event.grounds WHERE event.signal",
        );
        let order = "event.signal, event.number";
        for row in self.read::<DecisionRow, _>(&sql, order, read_row)? {
            let DecisionRow {
                signal,
                event,
                map_digest,
                reason,
            } = row;
            let decision = DecisionRecord { reason, map_digest };
            self.record(signal).decisions.push((event, decision));
        }
        Ok(())
    }

    fn words(&mut self, signals: &[SignalRow]) -> Result<(), RegisterError> {
        let rows = self.rows::<WordsRow>("words", "event")?;
        for signal in signals {
            self.record(signal.seq).words = Some(Vec::new());
        }
        for row in rows {
            let words = &mut self.record(row.signal).words;
            words.get_or_insert_default().push(StoryText::from(row));
        }
        for record in self.records.values_mut() {
            story_text::sort(record.words.as_deref_mut().unwrap_or_default());
        }
        Ok(())
    }

    /// A table in the order of `signal`, then `key`.
    fn rows<T: for<'r> RowColumns<'r>>(
        &mut self,
        table: &str,
        key: &str,
    ) -> Result<Vec<T>, RegisterError> {
        let sql = select::<T>(&format!("FROM {table} WHERE signal"));
        self.read::<T, _>(&sql, &format!("signal, {key}"), read_row)
    }

    /// `T`: the first columns of a row. They name the signal when a row cannot be read.
    fn read<T: for<'r> RowColumns<'r>, R>(
        &mut self,
        select: &str,
        order: &str,
        read: impl Fn(&mut RowReader<'_>) -> Result<R, DecodeError>,
    ) -> Result<Vec<R>, RegisterError> {
        let places = parameters(self.with.len());
        let sql = format!("{select} IN ({places}) ORDER BY {order}");
        let ids = &self.ids;
        let mut rows = Vec::new();
        self.tx.query(&sql, &self.with, &mut |row| {
            rows.push(read(&mut RowReader::new(row)).map_err(|DecodeError| {
                let seq = RawRow::of::<T>(row).get::<i64>("signal").ok();
                let id = seq.and_then(|seq| ids.get(&seq)).copied();
                RegisterError::DamagedSignal { id }
            })?);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(rows)
    }

    fn record(&mut self, seq: i64) -> &mut SignalRecord {
        self.records.entry(seq).or_default()
    }
}

/// A signal as it is found for a decision.
pub(super) struct FoundSignal {
    pub seq: i64,
    pub reported: OriginalReport,
    pub case: SignalState,
    pub happened: Vec<RecordedEvent>,
    pub contacts: Contacts,
}

/// Folds a signal.
///
/// # Errors
/// [`RegisterError::DamagedSignal`] when its row or its readers differ from the fold, or when
/// something that its events sealed is missing or added.
pub(super) fn fold(row: &SignalRow, record: &SignalRecord) -> Result<FoundSignal, RegisterError> {
    let damaged = RegisterError::DamagedSignal { id: Some(row.id) };
    let mut events = record.events.iter();
    if !events.all(|event| record.has_all_of(&event.row)) {
        return Err(damaged);
    }
    let StoryFold {
        reported,
        case,
        happened,
        readers,
    } = fold_record(row.seq, record).map_err(|_| damaged.clone())?;
    if SignalRow::of(row.seq, &reported, &case) != *row || readers != record.readers {
        return Err(damaged);
    }
    Ok(FoundSignal {
        seq: row.seq,
        reported,
        case,
        happened,
        contacts: (record.contacts.iter())
            .filter(|contact| contact.event > 1)
            .filter_map(|contact| Some((contact.event, contact.text.clone()?)))
            .collect(),
    })
}

/// The person to reach, of each event that names one after the report.
pub type Contacts = BTreeMap<u32, ContactLine>;

/// What the events of a signal fold to.
pub(super) struct StoryFold {
    pub reported: OriginalReport,
    pub case: SignalState,
    pub happened: Vec<RecordedEvent>,
    pub readers: Vec<ReaderRow>,
}

/// Why events do not fold: the number of the event at fault.
pub(super) enum FoldError {
    Unreadable(u32),
    /// It cannot have happened.
    Impossible(Impossible),
}

impl From<Impossible> for FoldError {
    fn from(impossible: Impossible) -> Self {
        FoldError::Impossible(impossible)
    }
}

pub(super) fn fold_record(seq: i64, record: &SignalRecord) -> Result<StoryFold, FoldError> {
    let [first, ..] = record.events.as_slice() else {
        return Err(Impossible::NoEvents.into());
    };
    let (Some(facts), Some(id), Some(topics)) = (
        record.facts.iter().find(|facts| facts.event == 1),
        first.row.id,
        first.row.topics.clone(),
    ) else {
        return Err(Impossible::Event(1).into());
    };
    let contact = record.contacts.iter().find(|contact| contact.event == 1);
    let reported = OriginalReport {
        id,
        sender: first.row.by_organisation.clone(),
        contact: contact.and_then(|contact| contact.text.clone()),
        reference: facts.reference.clone(),
        reported_at: first.row.at,
        topics: topics.clone(),
        circumstances: facts
            .circumstances()
            .map_err(|DecodeError| FoldError::Unreadable(1))?,
    };
    let mut happened = Vec::with_capacity(record.events.len());
    for event in &record.events {
        let number = event.row.number;
        let facts = record.facts.iter().find(|facts| facts.event == number);
        let contact = record.contacts.iter().find(|one| one.event == number);
        let person = contact.and_then(|contact| contact.person.clone());
        let recorded = (event.row).recorded_event(event.as_was.clone(), person, facts);
        happened.push(recorded.map_err(|DecodeError| FoldError::Unreadable(event.row.number))?);
    }
    let [report, rest @ ..] = happened.as_slice() else {
        return Err(Impossible::NoEvents.into());
    };
    let mut readers = ReaderRows::default();
    let particulars = reported.circumstances.particulars.clone();
    let mut case = replay(id, topics, particulars, std::slice::from_ref(report))?;
    readers.follow(seq, &report.event, &case);
    for event in rest {
        case.apply(event)?;
        readers.follow(seq, &event.event, &case);
    }
    let readers = readers.rows();
    Ok(StoryFold {
        reported,
        case,
        happened,
        readers,
    })
}
