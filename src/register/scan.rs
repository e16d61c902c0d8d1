//! Many whole stories, in the order in which their signals were recorded: for an export.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;

use super::Filter;
use super::database::{Transaction, Value};
use super::error::RegisterError;
use super::event_record::read_event;
use super::fields::{Fields, Unreadable};
use super::record::SignalRow;
use super::statements::{self, OfSeveral};
use super::story::{Said, Story, Told, fold, in_order, read_grounds, read_said, with_grounds};
use crate::domain::event::Grounds;

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
    pub words: Option<Vec<Said>>,
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
        let mut together: Vec<i64> = self.places.by_ref().take(TOGETHER).collect();
        let Some(last) = together.last().copied() else {
            return Ok(());
        };
        // Always the same statement: the last signal is asked for more than once, and told once.
        together.resize(TOGETHER, last);
        let with: Vec<Value<'_>> = together.into_iter().map(Value::from).collect();
        let tx = &mut *self.tx;
        let mut signals = Vec::new();
        tx.query(
            &statements::of_several(OfSeveral::Signals, TOGETHER),
            &with,
            &mut |row| {
                signals.push(SignalRow::read(&mut Fields::of(row))?);
                Ok(ControlFlow::Continue(()))
            },
        )?;
        let mut events: BTreeMap<i64, Vec<Told>> =
            of_each(tx, OfSeveral::Events, TOGETHER, &with, &signals, read_event)?;
        let mut decisions: BTreeMap<i64, Vec<(u32, Grounds)>> = of_each(
            tx,
            OfSeveral::Decisions,
            TOGETHER,
            &with,
            &signals,
            read_grounds,
        )?;
        let mut words = if self.with_words {
            of_each(tx, OfSeveral::Words, TOGETHER, &with, &signals, read_said)?
        } else {
            BTreeMap::new()
        };
        for row in &signals {
            let found = fold(row, events.remove(&row.seq).unwrap_or_default())?;
            let story = with_grounds(found, decisions.remove(&row.seq).unwrap_or_default())?;
            let mut said: Vec<Said> = words.remove(&row.seq).unwrap_or_default();
            in_order(&mut said);
            self.ready.push_back(Whole {
                story,
                words: self.with_words.then_some(said),
            });
        }
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

/// The whole story of the signal at this place with what people wrote, checked; `None` when there
/// is no such signal.
pub(super) fn whole(
    tx: &mut dyn Transaction,
    place: i64,
) -> Result<Option<(Story, Vec<Said>)>, RegisterError> {
    let with = [Value::from(place)];
    let mut signals = Vec::new();
    tx.query(
        &statements::of_several(OfSeveral::Signals, 1),
        &with,
        &mut |row| {
            signals.push(SignalRow::read(&mut Fields::of(row))?);
            Ok(ControlFlow::Continue(()))
        },
    )?;
    let Some(row) = signals.first() else {
        return Ok(None);
    };
    let events = of_each(tx, OfSeveral::Events, 1, &with, &signals, read_event)?.remove(&place);
    let found = fold(row, events.unwrap_or_default())?;
    let decisions =
        of_each(tx, OfSeveral::Decisions, 1, &with, &signals, read_grounds)?.remove(&place);
    let mut said = of_each(tx, OfSeveral::Words, 1, &with, &signals, read_said)?
        .remove(&place)
        .unwrap_or_default();
    in_order(&mut said);
    Ok(Some((
        with_grounds(found, decisions.unwrap_or_default())?,
        said,
    )))
}

/// The places of the signals that the filter chooses, in order, and how many events they have
/// together.
pub(super) fn chosen(
    tx: &mut dyn Transaction,
    filter: &Filter,
) -> Result<(Vec<i64>, u64), RegisterError> {
    let (mut places, mut events) = (Vec::new(), 0);
    for (sql, with) in filter.selecting(statements::CHOSEN) {
        tx.query(&sql, &with, &mut |row| {
            let mut row = Fields::of(row);
            places.push(row.number()?);
            events += row.number::<u64>()?;
            Ok(ControlFlow::Continue(()))
        })?;
    }
    places.sort_unstable();
    Ok((places, events))
}

/// What is read of each of these signals, by its place.
fn of_each<T>(
    tx: &mut dyn Transaction,
    what: OfSeveral,
    count: usize,
    with: &[Value<'_>],
    signals: &[SignalRow],
    read: impl Fn(&mut Fields<'_>) -> Result<T, Unreadable>,
) -> Result<BTreeMap<i64, Vec<T>>, RegisterError> {
    let mut of_each: BTreeMap<i64, Vec<T>> = BTreeMap::new();
    tx.query(&statements::of_several(what, count), with, &mut |row| {
        let mut row = Fields::of(row);
        let place = row.number()?;
        let damaged = |Unreadable| {
            let id = signals
                .iter()
                .find(|signal| signal.seq == place)
                .map(|signal| signal.id);
            RegisterError::DamagedSignal { id }
        };
        of_each
            .entry(place)
            .or_default()
            .push(read(&mut row).map_err(damaged)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(of_each)
}
