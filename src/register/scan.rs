//! Many whole stories, in the order in which their signals were recorded: for an export.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use crate::register::Filter;
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{RowColumns as _, RowReader, row};
use crate::register::signal_record::{RecordParts, fold, load, signals};
use crate::register::story::{Story, StoryText, with_decisions};

/// How many signals are read together, with one statement for each table: enough to be quick, and
/// few to be held.
const TOGETHER: usize = 64;

/// A signal with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// Its story.
    pub story: Story,
    /// What people wrote, in order; `None` when it was not asked for, and then it was not read
    /// either.
    pub words: Option<Vec<StoryText>>,
}

/// The signals that a filter chose, read as they are asked for, each checked as for
/// [`Register::story`](super::Register::story).
///
/// Of what is still to come only the places are held, eight bytes for each signal.
pub struct Stories<'t> {
    tx: &'t mut dyn Transaction,
    with_words: bool,
    places: std::vec::IntoIter<i64>,
    ready: VecDeque<Whole>,
    events: u64,
}

impl<'t> Stories<'t> {
    /// Chooses them. The filter says which signals, not in which order.
    pub(super) fn choose(
        tx: &'t mut dyn Transaction,
        filter: &Filter,
        with_words: bool,
    ) -> Result<Self, RegisterError> {
        let (places, events) = chosen(tx, filter)?;
        Ok(Self {
            tx,
            with_words,
            places: places.into_iter(),
            ready: VecDeque::new(),
            events,
        })
    }

    /// Whether they come with what people wrote.
    #[must_use]
    pub fn with_words(&self) -> bool {
        self.with_words
    }

    /// How many signals are still to come.
    #[must_use]
    pub fn signals(&self) -> usize {
        self.places.len() + self.ready.len()
    }

    /// How many events all of them have together.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    fn read_ahead(&mut self) -> Result<(), RegisterError> {
        let together: Vec<i64> = self.places.by_ref().take(TOGETHER).collect();
        if together.is_empty() {
            return Ok(());
        }
        let found = whole(self.tx, &together, self.with_words)?;
        if found.len() != together.len() {
            // They were chosen in this transaction, and no signal is ever removed.
            return Err(RegisterError::DamagedSignal { id: None });
        }
        self.ready.extend(found.into_iter().map(|(_, whole)| whole));
        Ok(())
    }
}

impl Iterator for Stories<'_> {
    type Item = Result<Whole, RegisterError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty()
            && let Err(error) = self.read_ahead()
        {
            return Some(Err(error));
        }
        self.ready.pop_front().map(Ok)
    }
}

/// The whole stories of the signals at these places, checked, in their order and each with its
/// place.
pub(super) fn whole(
    tx: &mut dyn Transaction,
    places: &[i64],
    with_words: bool,
) -> Result<Vec<(i64, Whole)>, RegisterError> {
    let with: Vec<SqlValue<'_>> = places.iter().copied().map(SqlValue::from).collect();
    let numbers: Vec<String> = (1..=places.len()).map(|n| format!("${n}")).collect();
    let condition = format!("seq IN ({}) ORDER BY seq", numbers.join(", "));
    let rows = signals(tx, &condition, &with)?;
    let wanted = RecordParts {
        decisions: true,
        words: with_words,
    };
    let mut records = load(tx, &rows, wanted)?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        let record = records.remove(&row.seq).unwrap_or_default();
        let story = with_decisions(fold(row, &record)?, record.decisions)?;
        let words = record.words;
        all.push((row.seq, Whole { story, words }));
    }
    Ok(all)
}

row! {
    /// Which signal is chosen, and how many events it has.
    struct Chosen {
        seq: i64,
        events: u64,
    }
}

/// The places of the signals that the filter chooses, in order, and how many events they have
/// together.
pub(super) fn chosen(
    tx: &mut dyn Transaction,
    filter: &Filter,
) -> Result<(Vec<i64>, u64), RegisterError> {
    let (mut places, mut events) = (Vec::new(), 0);
    for (sql, with) in filter.selecting(&format!("SELECT {} FROM signal", Chosen::select())) {
        tx.query(&sql, &with, &mut |row| {
            let chosen = Chosen::read(&mut RowReader::new(row))?;
            places.push(chosen.seq);
            events += chosen.events;
            Ok(ControlFlow::Continue(()))
        })?;
    }
    places.sort_unstable();
    Ok((places, events))
}
