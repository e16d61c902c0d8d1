//! Many stories, in the order of recording: for an export.

use std::collections::VecDeque;

use crate::register::Filter;
use crate::register::database::{SqlValue, Transaction};
use crate::register::error::RegisterError;
use crate::register::row::{for_each, parameters, row};
use crate::register::signal_record::{RecordParts, fold, load, signals};
use crate::register::story::{Story, with_decisions};
use crate::register::story_text::StoryText;

/// Signals read with one statement per table: enough to be fast, few enough to hold.
const CHUNK: usize = 64;

/// A signal with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullStory {
    pub story: Story,
    /// What people wrote, in order; `None` when it was not asked for: then it was not read either.
    pub words: Option<Vec<StoryText>>,
}

/// The stories that a filter selects, read on demand and checked as by
/// [`Register::story`](super::Register::story).
///
/// A signal that is still to come takes eight bytes of memory.
pub struct Stories<'t> {
    tx: &'t mut dyn Transaction,
    with_words: bool,
    seqs: std::vec::IntoIter<i64>,
    ready: VecDeque<FullStory>,
    events: u64,
}

impl<'t> Stories<'t> {
    /// The order and limit of the filter do not count.
    pub(super) fn select(
        tx: &'t mut dyn Transaction,
        filter: &Filter,
        with_words: bool,
    ) -> Result<Self, RegisterError> {
        let (seqs, events) = select_signals(tx, filter)?;
        Ok(Self {
            tx,
            with_words,
            seqs: seqs.into_iter(),
            ready: VecDeque::new(),
            events,
        })
    }

    #[must_use]
    pub fn with_words(&self) -> bool {
        self.with_words
    }

    /// How many signals are still to come.
    #[must_use]
    pub fn signals(&self) -> usize {
        self.seqs.len() + self.ready.len()
    }

    /// How many events all signals have together.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    fn read_ahead(&mut self) -> Result<(), RegisterError> {
        let chunk: Vec<i64> = self.seqs.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        let stories = load_stories(self.tx, &chunk, self.with_words)?;
        if stories.len() != chunk.len() {
            // They were selected in this transaction, and no signal is ever removed.
            return Err(RegisterError::DamagedSignal { id: None });
        }
        self.ready
            .extend(stories.into_iter().map(|(_, story)| story));
        Ok(())
    }
}

impl Iterator for Stories<'_> {
    type Item = Result<FullStory, RegisterError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty()
            && let Err(error) = self.read_ahead()
        {
            return Some(Err(error));
        }
        self.ready.pop_front().map(Ok)
    }
}

/// The stories of the signals with these `seq`, in their order.
pub(super) fn load_stories(
    tx: &mut dyn Transaction,
    seqs: &[i64],
    with_words: bool,
) -> Result<Vec<(i64, FullStory)>, RegisterError> {
    let with: Vec<SqlValue<'_>> = seqs.iter().copied().map(SqlValue::from).collect();
    let condition = format!("seq IN ({}) ORDER BY seq", parameters(seqs.len()));
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
        all.push((row.seq, FullStory { story, words }));
    }
    Ok(all)
}

row! {
    struct SelectedSignal {
        seq: i64,
        events: u64,
    }
}

/// The `seq` of the signals that the filter selects, in order, and their number of events together.
pub(super) fn select_signals(
    tx: &mut dyn Transaction,
    filter: &Filter,
) -> Result<(Vec<i64>, u64), RegisterError> {
    let (mut seqs, mut events) = (Vec::new(), 0);
    for (rest, with) in filter.selecting("") {
        for_each(tx, &rest, &with, |signal: SelectedSignal| {
            seqs.push(signal.seq);
            events += signal.events;
            Ok(())
        })?;
    }
    seqs.sort_unstable();
    Ok((seqs, events))
}
