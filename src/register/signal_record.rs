//! Everything that is recorded of some signals, read table by table, and folded: a signal that does
//! not stand where its story ends is damaged.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::domain::event::{DecisionRecord, RecordedEvent};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{Impossible, SignalState, replay};
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::event_row::StoredEvent;
use crate::register::reported::Reported;
use crate::register::row::{DecodeError, RawRow, RowColumns, RowReader, row};
use crate::register::signal_row::ReaderRows;
use crate::register::story::{FoundSignal, StoryText};
use crate::register::tables::{ContactRow, EventRow, FactsRow, ReaderRow, SignalRow, WordsRow};

/// What is read of a signal beside where it stands.
#[derive(Debug, Default)]
pub(super) struct SignalRecord {
    pub events: Vec<StoredEvent>,
    pub facts: Vec<FactsRow>,
    pub contacts: Vec<ContactRow>,
    pub readers: Vec<ReaderRow>,
    /// Why the map decided, with the number of the event; when it was asked for.
    pub decisions: Vec<(u32, DecisionRecord)>,
    /// What people wrote, in order; `None` when it was not asked for.
    pub words: Option<Vec<StoryText>>,
}

impl SignalRecord {
    /// Whether there is of what came with an event what it sealed, and nothing else: as far as it
    /// was read.
    fn is_all_of(&self, event: &EventRow) -> bool {
        let number = event.number;
        let has_facts = self.facts.iter().any(|row| row.event == number);
        let has_contact = self.contacts.iter().any(|row| row.event == number);
        let said = self.words.as_deref();
        event.facts.is_some() == has_facts
            && event.contact.is_some() == has_contact
            && said.is_none_or(|said| event.words.is_some() == has_words(said, number))
    }
}

/// Whether some of these words came with the event of this number.
pub(super) fn has_words(said: &[StoryText], number: u32) -> bool {
    said.iter().any(|said| said.number == number)
}

/// What is read beside what a signal is folded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecordParts {
    pub decisions: bool,
    pub words: bool,
}

row! {
    /// Why the map decided so.
    struct DecisionRow {
        signal: i64 = "event.signal",
        event: u32 = "event.number",
        map_digest: String = "grounds.map_digest",
        reason: String = "grounds.reason",
    }
}

/// The rows of signals that fit this condition, in order, before its parameters.
pub(super) fn signals(
    tx: &mut dyn Transaction,
    condition: &str,
    with: &[SqlValue<'_>],
) -> Result<Vec<SignalRow>, RegisterError> {
    let sql = format!(
        "SELECT {} FROM signal WHERE {condition}",
        SignalRow::select()
    );
    let mut signals = Vec::new();
    tx.query(&sql, with, &mut |row| {
        signals.push(read_signal(row)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(signals)
}

/// A signal from its row; one that cannot be read is named as far as its number can.
fn read_signal(row: &[SqlValue<'_>]) -> Result<SignalRow, RegisterError> {
    SignalRow::read(&mut RowReader::new(row)).map_err(|DecodeError| {
        let id = RawRow::of::<SignalRow>(row).get("id").ok();
        RegisterError::DamagedSignal { id }
    })
}

/// Everything of these signals, by their places.
pub(super) fn load(
    tx: &mut dyn Transaction,
    signals: &[SignalRow],
    wanted: RecordParts,
) -> Result<BTreeMap<i64, SignalRecord>, RegisterError> {
    let ids = signals.iter().map(|row| (row.seq, row.id)).collect();
    let mut reading = RecordReader {
        with: signals.iter().map(|row| row.seq.into()).collect(),
        ids,
        tx,
    };
    let mut all: BTreeMap<i64, SignalRecord> = BTreeMap::new();
    let events = format!("{} WHERE event.signal", StoredEvent::select());
    reading.table::<EventRow, _>(
        &events,
        "event.signal, event.number",
        StoredEvent::read,
        |event| {
            all.entry(event.row.signal).or_default().events.push(event);
        },
    )?;
    reading.table::<FactsRow, _>(
        &of::<FactsRow>("facts"),
        "signal, event",
        typed::<FactsRow>,
        |row: FactsRow| {
            all.entry(row.signal).or_default().facts.push(row);
        },
    )?;
    reading.table::<ContactRow, _>(
        &of::<ContactRow>("contact"),
        "signal, event",
        typed::<ContactRow>,
        |row: ContactRow| {
            all.entry(row.signal).or_default().contacts.push(row);
        },
    )?;
    let key = "signal, organisation, role, from_event";
    reading.table::<ReaderRow, _>(
        &of::<ReaderRow>("reader"),
        key,
        typed::<ReaderRow>,
        |row: ReaderRow| {
            all.entry(row.signal).or_default().readers.push(row);
        },
    )?;
    if wanted.decisions {
        let decisions = format!(
            "SELECT {} FROM event JOIN grounds ON grounds.number = event.grounds WHERE event.signal",
            DecisionRow::select()
        );
        reading.table::<DecisionRow, _>(
            &decisions,
            "event.signal, event.number",
            typed::<DecisionRow>,
            |row: DecisionRow| {
                let DecisionRow {
                    signal,
                    event,
                    map_digest,
                    reason,
                } = row;
                let grounds = DecisionRecord { reason, map_digest };
                all.entry(signal)
                    .or_default()
                    .decisions
                    .push((event, grounds));
            },
        )?;
    }
    if wanted.words {
        for row in signals {
            all.entry(row.seq).or_default().words = Some(Vec::new());
        }
        reading.table::<WordsRow, _>(
            &of::<WordsRow>("words"),
            "signal, event",
            typed::<WordsRow>,
            |row: WordsRow| {
                let words = &mut all.entry(row.signal).or_default().words;
                words.get_or_insert_default().push(StoryText::from(row));
            },
        )?;
        for words in all.values_mut().filter_map(|record| record.words.as_mut()) {
            words.sort_by_key(|said| (said.number, said.part));
        }
    }
    Ok(all)
}

/// Reads a row whose columns are those of `T`, whatever it is borrowed from.
fn typed<T: for<'r> RowColumns<'r>>(row: &mut RowReader<'_>) -> Result<T, DecodeError> {
    T::read(row)
}

/// The statement that reads a table whose rows are of a signal, before its places.
fn of<T: for<'r> RowColumns<'r>>(table: &str) -> String {
    format!("SELECT {} FROM {table} WHERE signal", T::select())
}

/// Reading the tables of some signals.
struct RecordReader<'t, 'v> {
    tx: &'t mut dyn Transaction,
    ids: BTreeMap<i64, SignalId>,
    with: Vec<SqlValue<'v>>,
}

impl RecordReader<'_, '_> {
    /// Reads what a table holds of them. `T`: what its rows begin with, to name the signal of one
    /// that cannot be read.
    fn table<T: for<'r> RowColumns<'r>, R>(
        &mut self,
        select: &str,
        order: &str,
        read: impl Fn(&mut RowReader<'_>) -> Result<R, DecodeError>,
        mut each: impl FnMut(R),
    ) -> Result<(), RegisterError> {
        let places: Vec<String> = (1..=self.with.len())
            .map(|place| format!("${place}"))
            .collect();
        let sql = format!("{select} IN ({}) ORDER BY {order}", places.join(", "));
        let ids = &self.ids;
        self.tx.query(&sql, &self.with, &mut |row| {
            each(read(&mut RowReader::new(row)).map_err(|DecodeError| {
                let place = RawRow::of::<T>(row).get::<i64>("signal").ok();
                let id = place.and_then(|place| ids.get(&place)).copied();
                RegisterError::DamagedSignal { id }
            })?);
            Ok(ControlFlow::Continue(()))
        })
    }
}

/// Folds what is recorded of a signal, and makes sure that it and its readers stand where that
/// leaves them, and that all is there that its events sealed.
pub(super) fn fold(row: &SignalRow, record: &SignalRecord) -> Result<FoundSignal, RegisterError> {
    let damaged = || RegisterError::DamagedSignal { id: Some(row.id) };
    if !record
        .events
        .iter()
        .all(|event| record.is_all_of(&event.row))
    {
        return Err(damaged());
    }
    let Folded {
        reported,
        case,
        happened,
        readers,
    } = folded(row.seq, record).map_err(|_| damaged())?;
    if SignalRow::of(row.seq, &reported, &case) != *row || readers != record.readers {
        return Err(damaged());
    }
    Ok(FoundSignal {
        seq: row.seq,
        reported,
        case,
        happened,
    })
}

/// Where a story ends.
pub(super) struct Folded {
    pub reported: Reported,
    pub case: SignalState,
    pub happened: Vec<RecordedEvent>,
    pub readers: Vec<ReaderRow>,
}

/// Why there is no story: the number of the event at which it ends, or cannot be read.
pub(super) enum NoStory {
    /// What stands there is not what it must be.
    Unreadable(u32),
    /// It cannot have happened.
    Impossible(u32),
}

impl From<Impossible> for NoStory {
    fn from(Impossible { event }: Impossible) -> Self {
        NoStory::Impossible(event)
    }
}

/// Folds what is recorded of the signal at this place.
pub(super) fn folded(seq: i64, record: &SignalRecord) -> Result<Folded, NoStory> {
    let [first, ..] = record.events.as_slice() else {
        return Err(NoStory::Impossible(0));
    };
    let (Some(facts), Some(id), Some(topics)) = (
        record.facts.iter().find(|facts| facts.event == 1),
        first.row.id,
        first.row.topics.clone(),
    ) else {
        return Err(NoStory::Impossible(1));
    };
    let contact = record.contacts.iter().find(|contact| contact.event == 1);
    let reported = Reported {
        id,
        sender: first.row.by_organisation.clone(),
        contact: contact.map(|contact| contact.text.clone()),
        reference: facts.reference.clone(),
        reported_at: first.row.at,
        topics: topics.clone(),
        particulars: facts.particulars(),
        discussed: facts.discussed,
    };
    let mut happened = Vec::with_capacity(record.events.len());
    for event in &record.events {
        let sentence = event.row.happened(event.as_was.clone());
        happened.push(sentence.map_err(|DecodeError| NoStory::Unreadable(event.row.number))?);
    }
    let mut readers = ReaderRows::default();
    let [report, rest @ ..] = happened.as_slice() else {
        return Err(NoStory::Impossible(0));
    };
    let mut case = replay(id, topics, std::slice::from_ref(report))?;
    readers.follow(seq, &case);
    for event in rest {
        case.apply(event)?;
        readers.follow(seq, &case);
    }
    let readers = readers.rows();
    Ok(Folded {
        reported,
        case,
        happened,
        readers,
    })
}
