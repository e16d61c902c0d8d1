//! Copies the sound signals of a damaged register into a new one.
//!
//! A signal is sound when its events fold to its row and could have happened, and when its events,
//! words and decisions are what was sealed. Each signal is judged on its own. The step after a lost
//! step cannot be checked against its seal; its signal is copied and reported as unproven.

mod survey;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::domain::invariant::{Invariant as _, broken};
use crate::domain::signal_id::SignalId;
use crate::register::Register;
use crate::register::audit::verify::{self, FindingKind, NextPage, PageCursor, can_skip};
use crate::register::conflict::OnConflict;
use crate::register::database::{Engine as _, Transaction, attempt};
use crate::register::error::RegisterError;
use crate::register::exports::{self, ExportTrace};
use crate::register::recorded_map;
use crate::register::report::ReportOutcome;
use crate::register::restore::RestoreError;
use crate::register::row::{for_each, row, rows};
use crate::register::scan::{FullStory, load_stories};
use survey::Survey;

/// Signals recorded in one transaction.
const BATCH_SIGNALS: usize = 500;

/// Signals that were not copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SkippedSignals {
    /// `None` when it cannot be read.
    #[serde(rename = "signal")]
    pub id: Option<SignalId>,
    /// The `seq` of the signal, or of the first of several that cannot be read.
    pub place: i64,
    /// The last of several.
    pub until: Option<i64>,
    pub why: FindingKind,
}

/// The result of salvaging a register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SalvageReport {
    /// The number of signals copied.
    pub taken: u64,
    /// The number of their steps.
    pub steps: u64,
    /// Copied signals that are not proven to be unchanged, because a step before one of theirs is
    /// lost.
    pub unproven: Vec<SignalId>,
    pub skipped: Vec<SkippedSignals>,
    /// Missing steps of any signal, from and to.
    pub lost_steps: Vec<(i64, i64)>,
    /// The number of export traces copied.
    pub exports: u64,
    /// The numbers of other export traces, from and to.
    pub lost_exports: Vec<(i64, i64)>,
}

impl SalvageReport {
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.skipped.is_empty() && self.lost_steps.is_empty() && self.lost_exports.is_empty()
    }
}

/// Copies each sound signal into `new`, which is empty, and reports the others.
///
/// # Errors
/// [`RegisterError`] when nothing can be read, or a sound signal cannot be recorded.
pub(super) fn salvage(
    tx: &mut dyn Transaction,
    new: &mut Register,
) -> Result<SalvageReport, RegisterError> {
    let mut survey = Survey::default();
    if !verify::check(tx, &[], &mut survey)?.readable {
        return Err(RegisterError::DamagedSignal { id: None });
    }
    if survey.misses_a_row {
        return Err(RegisterError::Fault {
            what: "a finding names no row",
        });
    }
    let mut copier = Copier {
        new,
        survey,
        report: SalvageReport::default(),
        waiting: Vec::new(),
    };
    copier.map(tx)?;
    copier.signals(tx)?;
    copier.exports(tx)?;
    let Copier { survey, report, .. } = copier;
    let unsound = survey.unsound.into_iter();
    let mut skipped: Vec<SkippedSignals> = unsound
        .map(|(place, (id, why))| SkippedSignals {
            id,
            place,
            until: None,
            why,
        })
        .collect();
    skipped.extend(name_unreadable(tx, &survey.unreadable)?);
    skipped.sort_by_key(|skipped| skipped.place);
    Ok(SalvageReport {
        skipped,
        lost_steps: survey.lost_steps,
        lost_exports: survey.lost_exports,
        ..report
    })
}

struct Copier<'n> {
    new: &'n mut Register,
    survey: Survey,
    report: SalvageReport,
    waiting: Vec<(i64, FullStory)>,
}

impl Copier<'_> {
    /// The map that the signals are recorded with, when it can be read.
    fn map(&mut self, tx: &mut dyn Transaction) -> Result<(), RegisterError> {
        match attempt(tx, recorded_map::kept)? {
            Ok(kept) => self.new.first_map = kept,
            Err(error) if can_skip(&error, true) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn signals(&mut self, tx: &mut dyn Transaction) -> Result<(), RegisterError> {
        let mut pages = PageCursor::new(true);
        while let Some(page) = pages.next(tx, &mut signal_page)? {
            match page {
                NextPage::Gap(first, last) => add(&mut self.survey.unreadable, (first, last)),
                NextPage::Rows(rows) => {
                    for (seq, id) in rows {
                        if !self.survey.unsound.contains_key(&seq) {
                            self.load(tx, seq, id)?;
                        }
                    }
                }
            }
            if self.waiting.len() >= BATCH_SIGNALS {
                self.record()?;
            }
        }
        self.record()
    }

    fn load(
        &mut self,
        tx: &mut dyn Transaction,
        seq: i64,
        id: Option<SignalId>,
    ) -> Result<(), RegisterError> {
        match attempt(tx, |tx| load_stories(tx, &[seq], true))? {
            Ok(stories) if !stories.is_empty() => self.waiting.extend(stories),
            Err(error) if !can_skip(&error, true) => return Err(error),
            Ok(_) | Err(_) => {
                let unreadable = (id, FindingKind::Unreadable);
                self.survey.unsound.insert(seq, unreadable);
            }
        }
        Ok(())
    }

    /// Records the waiting signals. One that the rules of the schema refuse is skipped.
    fn record(&mut self) -> Result<(), RegisterError> {
        let mut stories = self.waiting.iter().map(|(_, FullStory { story, words })| {
            let words = words.as_ref().certain("words were asked for");
            Ok((story.clone(), words.clone()))
        });
        let mut outcomes = Vec::with_capacity(self.waiting.len());
        self.new
            .restore(&mut stories, None, OnConflict::LeaveOut, &mut |outcome| {
                outcomes.push(outcome);
                false
            })
            .map_err(|error| match error {
                RestoreError::Register(error) => error,
                RestoreError::NotRestored | RestoreError::File(_) => {
                    broken("conflicts are left out, and no story is read from a file")
                }
            })?;
        let mut outcomes = outcomes.into_iter();
        for (seq, FullStory { story, words: _ }) in self.waiting.drain(..) {
            let (id, events) = (story.reported.id, story.case.events);
            let outcome = outcomes.next().certain("each signal has an outcome");
            if outcome != Ok(ReportOutcome::New) {
                let refused = (Some(id), FindingKind::NotAllowed);
                self.survey.unsound.insert(seq, refused);
                continue;
            }
            self.report.taken += 1;
            self.report.steps += u64::from(events);
            if self.survey.proven.get(&seq).copied().unwrap_or(0) < events {
                self.report.unproven.push(id);
            }
        }
        Ok(())
    }

    /// Copies the export traces that are what was sealed.
    fn exports(&mut self, tx: &mut dyn Transaction) -> Result<(), RegisterError> {
        let lost = &mut self.survey.lost_exports;
        let mut traces: Vec<ExportTrace> = Vec::new();
        let mut pages = PageCursor::new(true);
        while let Some(page) = pages.next(tx, &mut exports::after)? {
            match page {
                NextPage::Gap(first, last) => add(lost, (first, last)),
                NextPage::Rows(rows) => {
                    for (number, trace) in rows {
                        if !lost.iter().any(|range| contains(*range, number)) {
                            traces.push(trace);
                        }
                    }
                }
            }
        }
        self.report.exports = traces.len() as u64;
        self.new.database.write(|tx| {
            traces
                .iter()
                .try_for_each(|trace| exports::append(tx, trace))
        })
    }
}

/// Adds rows that cannot be read, unless a range holds them already.
fn add(ranges: &mut Vec<(i64, i64)>, (first, last): (i64, i64)) {
    let mut known = ranges.iter();
    if !known.any(|range| contains(*range, first) && contains(*range, last)) {
        ranges.push((first, last));
    }
}

fn contains((first, last): (i64, i64), number: i64) -> bool {
    (first..=last).contains(&number)
}

row! {
    struct SignalNumber {
        seq: i64,
        id: String,
    }
}

/// The condition of a page of signals.
const AFTER_SEQ: &str = "FROM signal WHERE seq > $1 ORDER BY seq LIMIT $2";

fn signal_page(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Option<SignalId>)>, RegisterError> {
    let signals = rows(tx, AFTER_SEQ, &[after.into(), most.into()])?.into_iter();
    Ok(signals
        .map(|SignalNumber { seq, id }| (seq, id.parse().ok()))
        .collect())
}

/// The signals in these unreadable ranges, with their numbers as far as an index has them.
fn name_unreadable(
    tx: &mut dyn Transaction,
    ranges: &[(i64, i64)],
) -> Result<Vec<SkippedSignals>, RegisterError> {
    if ranges.is_empty() {
        return Ok(Vec::new());
    }
    let mut counts: Vec<_> = ranges.iter().map(|range| (*range, 0)).collect();
    let mut skipped = Vec::new();
    // The order makes the engine read the index of numbers.
    let read = attempt(tx, |tx| {
        for_each(
            tx,
            "FROM signal ORDER BY id",
            &[],
            |signal: SignalNumber| {
                let SignalNumber { seq: place, id } = signal;
                let mut counts = counts.iter_mut();
                if let Some((_, count)) = counts.find(|(range, _)| contains(*range, place)) {
                    *count += 1;
                    skipped.push(SkippedSignals {
                        id: id.parse().ok(),
                        place,
                        until: None,
                        why: FindingKind::Unreadable,
                    });
                }
                Ok(())
            },
        )
    })?;
    let whole_index = match read {
        Ok(()) => true,
        Err(error) if can_skip(&error, true) => false,
        Err(error) => return Err(error),
    };
    for ((first, last), count) in counts {
        let all_named = count > last.saturating_sub(first) || (count > 0 && whole_index);
        if !all_named {
            skipped.push(SkippedSignals {
                id: None,
                place: first,
                until: (last > first).then_some(last),
                why: FindingKind::Unreadable,
            });
        }
    }
    Ok(skipped)
}
