//! The whole story of one signal, and apart from it its words.

use crate::domain::event::{DecisionRecord, Event, EventKind, Offer, RecordedEvent};
use crate::domain::signal_id::{IdPrefix, SignalId};
use crate::domain::signal_state::SignalState;
use crate::domain::words::Words;
use crate::register::audit::hash_chain::Seal;
use crate::register::database::Transaction;
use crate::register::error::{FindError, RegisterError};
use crate::register::reported::Reported;
use crate::register::row::{RowColumns as _, Stored as _, row, rows};
use crate::register::signal_record::{RecordParts, SignalRecord, fold, has_words, load, signals};
use crate::register::tables::{SignalRow, WordsRow};

pub use crate::domain::signal::Part;

/// A piece of text that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryText {
    /// The number of the event it came with: 1 for the report.
    pub number: u32,
    /// What it is about.
    pub part: Part,
    pub words: Words,
}

/// The whole story of a signal, without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// What the sender said once.
    pub reported: Reported,
    /// Where it stands today.
    pub case: SignalState,
    /// What happened, in order.
    pub happened: Vec<RecordedEvent>,
    /// Why the map decided as it did with the report.
    pub first: DecisionRecord,
    /// Why it decided as it did each time it was made to decide again, with the number of that
    /// event.
    pub again: Vec<(u32, DecisionRecord)>,
}

impl Story {
    /// The decision that came with the report.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        self.happened.iter().find_map(|happened| {
            if let Event::Reported(offer) = &happened.event {
                Some(offer)
            } else {
                None
            }
        })
    }

    /// Why the map decided as it last did.
    #[must_use]
    pub fn latest(&self) -> &DecisionRecord {
        self.again
            .last()
            .map_or(&self.first, |(_, grounds)| grounds)
    }
}

/// A signal as it is found for a decision.
pub(super) struct FoundSignal {
    pub seq: i64,
    pub reported: Reported,
    pub case: SignalState,
    pub happened: Vec<RecordedEvent>,
}

/// The one signal whose number begins like this.
pub(super) fn find(tx: &mut dyn Transaction, which: &IdPrefix) -> Result<FoundSignal, FindError> {
    let row = find_row(tx, which)?;
    let without = RecordParts {
        decisions: false,
        words: false,
    };
    let record = load_one(tx, &row, without)?;
    Ok(fold(&row, &record)?)
}

fn find_row(tx: &mut dyn Transaction, which: &IdPrefix) -> Result<SignalRow, FindError> {
    let until = format!("{}~", which.as_str());
    let range = [which.as_str().into(), until.as_str().into()];
    let mut found = signals(tx, "id >= $1 AND id < $2 ORDER BY id LIMIT 20", &range)?;
    let ids = found.iter().map(|row| row.id).collect();
    match (found.pop(), found.is_empty()) {
        (None, _) => Err(FindError::NotFound),
        (Some(row), true) => Ok(row),
        (Some(_), false) => Err(FindError::Ambiguous(ids)),
    }
}

fn load_one(
    tx: &mut dyn Transaction,
    row: &SignalRow,
    wanted: RecordParts,
) -> Result<SignalRecord, RegisterError> {
    let mut records = load(tx, std::slice::from_ref(row), wanted)?;
    // A signal without anything recorded of it is damaged: folding says so.
    Ok(records.remove(&row.seq).unwrap_or_default())
}

/// The whole story, without words, of the one signal whose number begins like this.
pub(super) fn story(tx: &mut dyn Transaction, which: &IdPrefix) -> Result<Story, FindError> {
    let row = find_row(tx, which)?;
    let wanted = RecordParts {
        decisions: true,
        words: false,
    };
    let record = load_one(tx, &row, wanted)?;
    Ok(with_decisions(fold(&row, &record)?, record.decisions)?)
}

/// The story of a signal with its decisions, each of which must have its event, and the other way
/// round.
pub(super) fn with_decisions(
    found: FoundSignal,
    decisions: Vec<(u32, DecisionRecord)>,
) -> Result<Story, RegisterError> {
    let FoundSignal {
        seq: _,
        reported,
        case,
        happened,
    } = found;
    let damaged = || RegisterError::DamagedSignal {
        id: Some(reported.id),
    };
    let decided = happened.iter().filter(|happened| {
        matches!(
            happened.event.kind(),
            EventKind::Reported | EventKind::Rerouted
        )
    });
    if !decided
        .map(|happened| happened.number)
        .eq(decisions.iter().map(|(number, _)| *number))
    {
        return Err(damaged());
    }
    let mut decisions = decisions.into_iter();
    let (_, first) = decisions.next().ok_or_else(damaged)?;
    let again = decisions.collect();
    Ok(Story {
        reported,
        case,
        happened,
        first,
        again,
    })
}

row! {
    /// An event, and the seal of the words that came with it.
    struct Sealed {
        number: u32 = "event.number",
        words: Option<Seal> = "event.words",
    }
}

/// Everything that people wrote about a signal, in order: all that its events sealed.
pub(super) fn words(
    tx: &mut dyn Transaction,
    id: SignalId,
) -> Result<Vec<StoryText>, RegisterError> {
    let sql = format!(
        "SELECT {} FROM words JOIN signal ON signal.seq = words.signal \
         WHERE signal.id = $1 ORDER BY words.event",
        WordsRow::select_of("words")
    );
    let read: Vec<WordsRow> = rows(tx, &sql, &[id.to_value()])?;
    let mut said: Vec<StoryText> = read.into_iter().map(StoryText::from).collect();
    said.sort_by_key(|said| (said.number, said.part));
    let sql = format!(
        "SELECT {} FROM event JOIN signal ON signal.seq = event.signal WHERE signal.id = $1",
        Sealed::select()
    );
    let events: Vec<Sealed> = rows(tx, &sql, &[id.to_value()])?;
    let is_all = |event: &Sealed| event.words.is_some() == has_words(&said, event.number);
    if !events.iter().all(is_all) {
        return Err(RegisterError::DamagedSignal { id: Some(id) });
    }
    Ok(said)
}

impl From<WordsRow> for StoryText {
    fn from(row: WordsRow) -> Self {
        Self {
            number: row.event,
            part: row.part,
            words: row.text,
        }
    }
}
