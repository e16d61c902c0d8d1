//! What is sound of a damaged register, taken over into a new one.
//!
//! A signal is sound when its events tell a story that could have happened and leave it where it
//! stands, when its words and grounds are what was sealed, and when no event of it is other than
//! what was sealed. That is judged signal by signal: after a step that is lost the next one cannot
//! be held against its seal, and is taken over all the same; that is told.

mod survey;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use serde::Serialize;

use crate::domain::invariant::{Invariant as _, broken};
use crate::domain::signal_id::SignalId;
use crate::register::Register;
use crate::register::audit::verify::{self, Kind, NextPage, PageCursor, passes};
use crate::register::conflict::OnConflict;
use crate::register::database::{Engine as _, SqlValue, Transaction, attempt};
use crate::register::error::RegisterError;
use crate::register::exports::{self, WordsLeft};
use crate::register::report::Recorded;
use crate::register::restore::RestoreError;
use crate::register::row::{RowColumns as _, RowReader, row, rows};
use crate::register::scan::{Whole, whole};
use survey::Survey;

/// So many signals are recorded together.
const TOGETHER: usize = 500;

/// What was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Left {
    /// The number of the signal, when it can be read.
    #[serde(rename = "signal")]
    pub id: Option<SignalId>,
    /// Its place in the order of recording; of several that cannot be read the first.
    pub place: i64,
    /// The last of several.
    pub until: Option<i64>,
    /// Why not.
    pub why: Kind,
}

/// What became of a damaged register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// How many signals were taken over.
    pub taken: u64,
    /// How many steps they have together.
    pub steps: u64,
    /// Those of them that nothing proves to be unchanged, since a step before one of theirs is
    /// lost.
    pub unproven: Vec<SignalId>,
    /// What was not taken over.
    pub left: Vec<Left>,
    /// The steps that are gone, from and to, whatever signals they were of.
    pub lost_steps: Vec<(i64, i64)>,
    /// How many traces of exports were taken over.
    pub exports: u64,
    /// Those that were not, by their numbers: from and to.
    pub lost_exports: Vec<(i64, i64)>,
}

impl Salvaged {
    /// Whether everything was taken over.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.left.is_empty() && self.lost_steps.is_empty() && self.lost_exports.is_empty()
    }
}

/// Takes over into `new`, which is empty, each signal that is sound, and tells which are not.
///
/// # Errors
/// [`RegisterError`] when nothing can be read, or what is sound cannot be recorded.
pub(super) fn salvage(
    tx: &mut dyn Transaction,
    new: &mut Register,
) -> Result<Salvaged, RegisterError> {
    let mut survey = Survey::default();
    if !verify::look(tx, &[], &mut survey)?.readable {
        return Err(RegisterError::DamagedSignal { id: None });
    }
    if survey.misses_a_row {
        return Err(RegisterError::Fault {
            what: "a finding names no row",
        });
    }
    let mut salvaged = Salvaged::default();
    let mut waiting = Vec::new();
    let mut pages = PageCursor::new(true);
    while let Some(page) = pages.next(tx, &mut places)? {
        let rows = match page {
            NextPage::Rows(rows) => rows,
            NextPage::Gap(first, last) => {
                add(&mut survey.unreadable, (first, last));
                continue;
            }
        };
        for (seq, id) in rows
            .into_iter()
            .filter(|(seq, _)| !survey.unsound.contains_key(seq))
            .collect::<Vec<_>>()
        {
            let found = attempt(tx, |tx| whole(tx, &[seq], true))?;
            match found.map(|found| found.into_iter().next()) {
                Ok(Some(whole)) => waiting.push(whole),
                Ok(None) => {
                    survey.unsound.insert(seq, (id, Kind::Unreadable));
                }
                Err(error) if passes(&error, true) => {
                    survey.unsound.insert(seq, (id, Kind::Unreadable));
                }
                Err(error) => return Err(error),
            }
        }
        if waiting.len() >= TOGETHER {
            take_over(new, &mut waiting, &mut survey, &mut salvaged)?;
        }
    }
    take_over(new, &mut waiting, &mut survey, &mut salvaged)?;
    salvaged.exports = traces(tx, new, &mut survey.lost_exports)?;
    let Survey {
        unsound,
        unreadable,
        proven: _,
        lost_steps,
        lost_exports,
        misses_a_row: _,
    } = survey;
    salvaged.left = unsound
        .into_iter()
        .map(|(place, (id, why))| Left {
            id,
            place,
            until: None,
            why,
        })
        .collect();
    salvaged.left.extend(named(tx, &unreadable)?);
    salvaged.left.sort_by_key(|left| left.place);
    Ok(Salvaged {
        lost_steps,
        lost_exports,
        ..salvaged
    })
}

/// Records them through the second lock; one that it refuses is left.
fn take_over(
    new: &mut Register,
    waiting: &mut Vec<(i64, Whole)>,
    survey: &mut Survey,
    salvaged: &mut Salvaged,
) -> Result<(), RegisterError> {
    let mut stories = waiting.iter().map(|(_, Whole { story, words })| {
        let words = words.as_ref().certain("words were asked for");
        Ok((story.clone(), words.clone()))
    });
    let mut became = Vec::with_capacity(waiting.len());
    let mut each = |restored| {
        became.push(restored);
        false
    };
    new.restore(&mut stories, OnConflict::LeaveOut, &mut each)
        .map_err(|error| match error {
            RestoreError::Register(error) => error,
            RestoreError::NotRestored | RestoreError::File(_) => {
                broken("what cannot be taken over is left out, and none of it is read from a file")
            }
        })?;
    let mut became = became.into_iter();
    for (seq, Whole { story, words: _ }) in waiting.drain(..) {
        let (id, events) = (story.reported.id, story.case.events);
        let became = became.next();
        if became.certain("of each signal it was heard what became of it") != Ok(Recorded::New) {
            survey.unsound.insert(seq, (Some(id), Kind::NotAllowed));
            continue;
        }
        salvaged.taken += 1;
        salvaged.steps += u64::from(events);
        if survey.proven.get(&seq).copied().unwrap_or(0) < events {
            salvaged.unproven.push(id);
        }
    }
    Ok(())
}

/// Takes over the traces of exports, but for those that are not what was sealed.
fn traces(
    tx: &mut dyn Transaction,
    new: &mut Register,
    lost: &mut Vec<(i64, i64)>,
) -> Result<u64, RegisterError> {
    let mut traces: Vec<WordsLeft> = Vec::new();
    let mut pages = PageCursor::new(true);
    while let Some(page) = pages.next(tx, &mut exports::after)? {
        match page {
            NextPage::Rows(rows) => {
                let sound = rows.into_iter().filter(|(number, _)| {
                    !lost
                        .iter()
                        .any(|(first, last)| (first..=last).contains(&number))
                });
                traces.extend(sound.map(|(_, left)| left));
            }
            NextPage::Gap(first, last) => add(lost, (first, last)),
        }
    }
    let count = traces.len() as u64;
    new.database
        .write(|tx| traces.iter().try_for_each(|left| exports::append(tx, left)))?;
    Ok(count)
}

/// Adds rows that can no longer be read, unless they are known to be so.
fn add(ranges: &mut Vec<(i64, i64)>, (first, last): (i64, i64)) {
    let is_known = ranges
        .iter()
        .any(|(from, until)| *from <= first && last <= *until);
    if !is_known {
        ranges.push((first, last));
    }
}

row! {
    /// Where a signal stands, and its number as far as it can be read.
    struct SalvagedPlace {
        seq: i64,
        id: String,
    }
}

fn places_after() -> String {
    let columns = SalvagedPlace::select();
    format!("SELECT {columns} FROM signal WHERE seq > $1 ORDER BY seq LIMIT $2")
}

/// The places of signals behind a place, with their numbers.
fn places(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Option<SignalId>)>, RegisterError> {
    let places: Vec<SalvagedPlace> = rows(tx, &places_after(), &[after.into(), most.into()])?;
    Ok(places
        .into_iter()
        .map(|SalvagedPlace { seq, id }| (seq, id.parse().ok()))
        .collect())
}

/// The signals at places that cannot be read, by their numbers as far as an index still has them.
fn named(tx: &mut dyn Transaction, unreadable: &[(i64, i64)]) -> Result<Vec<Left>, RegisterError> {
    if unreadable.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<_> = unreadable.iter().map(|range| (*range, 0)).collect();
    let mut left = Vec::new();
    let mut each = |row: &[SqlValue<'_>]| {
        let SalvagedPlace { seq: place, id } = SalvagedPlace::read(&mut RowReader::new(row))?;
        let id: Option<SignalId> = id.parse().ok();
        let range = found
            .iter_mut()
            .find(|((first, last), _)| (*first..=*last).contains(&place));
        if let Some((_, count)) = range {
            *count += 1;
            left.push(Left {
                id,
                place,
                until: None,
                why: Kind::Unreadable,
            });
        }
        Ok(ControlFlow::Continue(()))
    };
    // As the index has them that finds a signal by its number.
    let sql = format!("SELECT {} FROM signal ORDER BY id", SalvagedPlace::select());
    let read = attempt(tx, |tx| tx.query(&sql, &[], &mut each))?;
    let whole_index = match read {
        Ok(()) => true,
        Err(error) if passes(&error, true) => false,
        Err(error) => return Err(error),
    };
    for ((first, last), count) in found {
        let all = count > last.saturating_sub(first) || (count > 0 && whole_index);
        if !all {
            left.push(Left {
                id: None,
                place: first,
                until: (last > first).then_some(last),
                why: Kind::Unreadable,
            });
        }
    }
    Ok(left)
}
