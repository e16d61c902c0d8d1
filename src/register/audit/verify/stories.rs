//! Checks the signals in the order of recording: folds the events of each, and compares its row, its
//! readers, and what came with its events.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::event::{EventKind, RecordedEvent};
use crate::domain::lifecycle::Verb;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{Impossible, SignalState, replay};
use crate::register::audit::hash_chain::{NamedValue, Seal};
use crate::register::audit::verify::FindingSink;
use crate::register::audit::verify::finding::{FindingKind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor, can_skip};
use crate::register::audit::verify::recorded::{
    EventAsStored, SignalAsStored, SignalParts, Unreadable, load_parts, of_event, read,
};
use crate::register::audit::verify::shared::SharedRows;
use crate::register::database::{Transaction, attempt};
use crate::register::error::RegisterError;
use crate::register::row::DecodeError;
use crate::register::signal_record::{FoldError, StoryFold, fold_record};
use crate::register::tables::SignalRow;

/// Checks every signal against its story; gives the number of signals.
pub(in crate::register) fn check(
    tx: &mut dyn Transaction,
    decisions: &SharedRows,
    sink: &mut dyn FindingSink,
) -> Result<u64, RegisterError> {
    let mut pages = PageCursor::new(sink.skips_io_errors());
    let mut checker = StoryChecker {
        tx,
        decisions,
        sink,
        signals: 0,
        last: i64::MIN,
        step: 0,
    };
    while let Some(page) = pages.next(checker.tx, &mut read)? {
        match page {
            NextPage::Gap(first, last) => {
                let finding = RegisterFinding::of(FindingKind::Unreadable);
                checker
                    .sink
                    .add(None, finding.rows("signal", (first, last)));
                // Rows of these signals are not reported as rows without a signal.
                checker.last = last;
            }
            NextPage::Rows(rows) => checker.page(rows)?,
        }
    }
    if checker.last < i64::MAX {
        checker.page(vec![])?;
    }
    Ok(checker.signals)
}

struct StoryChecker<'r> {
    tx: &'r mut dyn Transaction,
    decisions: &'r SharedRows,
    sink: &'r mut dyn FindingSink,
    signals: u64,
    /// The last `seq` checked.
    last: i64,
    /// The step of the last report.
    step: i64,
}

impl StoryChecker<'_> {
    /// Checks these signals, and the rows between them. With no signals: the rows after the last
    /// one, which belong to no signal.
    fn page(&mut self, signals: Vec<(i64, SignalAsStored)>) -> Result<(), RegisterError> {
        let until = signals.last().map_or(i64::MAX, |(last, _)| *last);
        let last = self.last;
        match attempt(self.tx, |tx| load_parts(tx, last, until))? {
            Ok(parts) => {
                self.last = until;
                self.signals_with_parts(signals, parts);
                return Ok(());
            }
            Err(error) if !can_skip(&error, self.sink.skips_io_errors()) => return Err(error),
            Err(_) => {}
        }
        match signals.as_slice() {
            [] => {
                let first = self.last.max(0) + 1;
                let finding = RegisterFinding::of(FindingKind::Unreadable);
                self.sink.add(None, finding.rows("event", (first, until)));
            }
            [(seq, SignalAsStored { id, .. })] => {
                let finding = RegisterFinding::of(FindingKind::Unreadable).row("event", *seq);
                self.sink.add(Some(*seq), finding.signal(*id));
                self.signals += 1;
            }
            // Only some of them may be unreadable.
            _ => return signals.into_iter().try_for_each(|one| self.page(vec![one])),
        }
        self.last = until;
        Ok(())
    }

    fn signals_with_parts(
        &mut self,
        signals: Vec<(i64, SignalAsStored)>,
        mut all_parts: BTreeMap<i64, SignalParts>,
    ) {
        for (seq, signal) in signals {
            self.signals += 1;
            let parts = all_parts.remove(&seq).unwrap_or_default();
            self.attached_rows(seq, signal.id, &parts);
            self.story(seq, &signal, &parts);
        }
        for (seq, mut parts) in all_parts {
            if !parts.events.is_empty() || !parts.readers.is_empty() {
                let finding = RegisterFinding::of(FindingKind::NoSignal);
                self.sink.add(None, finding.row("event", seq));
            }
            parts.events.clear();
            self.rows_without_event(seq, None, &parts);
        }
    }

    /// Checks what came with the events against their seals.
    fn attached_rows(&mut self, seq: i64, id: Option<SignalId>, parts: &SignalParts) {
        for event in &parts.events {
            let facts = of_event(&parts.facts, event.number);
            let seals = self.seals_of_facts(event, &facts);
            self.seal(seq, id, event, FACTS, &seals);
            self.decision(seq, id, event, &facts);
            let contacts = of_event(&parts.contacts, event.number);
            let seals: Vec<Seal> = contacts.iter().map(|row| Seal::of_contact(row)).collect();
            self.seal(seq, id, event, CONTACT, &seals);
            let words = of_event(&parts.words, event.number);
            let seal = (!words.is_empty()).then(|| Seal::of_words(&words));
            self.seal(seq, id, event, WORDS, seal.as_slice());
        }
        self.rows_without_event(seq, id, parts);
    }

    fn rows_without_event(&mut self, seq: i64, id: Option<SignalId>, parts: &SignalParts) {
        let known: BTreeSet<u32> = parts.events.iter().map(|event| event.number).collect();
        let tables = [
            (FACTS, &parts.facts),
            (CONTACT, &parts.contacts),
            (WORDS, &parts.words),
        ];
        for (table, rows) in tables {
            // `None`: the stored number is not a number of an event.
            let numbers: BTreeSet<Option<u32>> =
                rows.iter().map(|row| row.get("event").ok()).collect();
            for event in numbers {
                if !event.is_some_and(|number| known.contains(&number)) {
                    let finding = RegisterFinding {
                        event,
                        ..RegisterFinding::of(table.unknown)
                    };
                    let finding = finding.signal(id).row(table.name, seq);
                    self.sink.add(Some(seq), finding);
                }
            }
        }
    }

    /// The seals that facts may have: with the stored seal of the decision, and with the right one.
    fn seals_of_facts(&self, event: &EventAsStored, facts: &[Vec<NamedValue<'_>>]) -> Vec<Seal> {
        let right = event
            .decision
            .and_then(|number| self.decisions.wrong.get(&number));
        let stored = event.decision_seal.into_iter();
        let mut decisions: Vec<Option<Seal>> = stored.chain(right.copied()).map(Some).collect();
        if event.decision.is_none() {
            decisions.push(None);
        }
        let mut seals = Vec::new();
        for row in facts {
            for decision in &decisions {
                seals.push(Seal::of_facts(row, &event.responsibility, *decision));
            }
        }
        seals
    }

    /// Reports a decision that is missing or is not what was sealed.
    fn decision(
        &mut self,
        seq: i64,
        id: Option<SignalId>,
        event: &EventAsStored,
        facts: &[Vec<NamedValue<'_>>],
    ) {
        let Some(number) = event.decision else { return };
        let Some(right) = self.decisions.wrong.get(&number) else {
            if event.decision_seal.is_none() {
                let finding = event.finding(FindingKind::GroundsMissing, id);
                self.sink.add(Some(seq), finding.row("grounds", number));
            }
            return;
        };
        let sealed: Option<Seal> = event.row.get(FACTS.name).ok();
        let is_sealed = facts
            .iter()
            .any(|row| Some(Seal::of_facts(row, &event.responsibility, Some(*right))) == sealed);
        if !is_sealed {
            self.sink.wrong_shared_row(seq, id, FindingKind::Grounds);
        }
    }

    /// Compares the stored seal of a table with those that it may have; none when the table has no
    /// rows.
    fn seal(
        &mut self,
        seq: i64,
        id: Option<SignalId>,
        event: &EventAsStored,
        table: AttachedTable,
        seals: &[Seal],
    ) {
        let stored = event.row.get::<Option<Seal>>(table.name);
        let finding = match (stored, seals) {
            (Ok(None), []) => return,
            (Ok(Some(stored)), [_, ..]) if seals.contains(&stored) => return,
            (Ok(Some(_)), []) => event.finding(table.missing, id),
            (Ok(None), [_, ..]) => event.finding(table.unknown, id).row(table.name, seq),
            (Ok(Some(_)) | Err(DecodeError), _) => event.finding(table.changed, id),
        };
        self.sink.add(Some(seq), finding);
    }

    /// Folds the events, and compares the row of the signal and its readers.
    fn story(&mut self, seq: i64, signal: &SignalAsStored, parts: &SignalParts) {
        let first = parts.events.first().map(|event| event.step);
        let finding = RegisterFinding::of(FindingKind::Order)
            .signal(signal.id)
            .row("signal", seq);
        let in_order = parts.events.is_sorted_by_key(|event| event.step);
        if signal.id.is_some() {
            if !in_order || first.is_some_and(|first| first < self.step) {
                self.sink.add(Some(seq), finding.clone());
            }
            self.step = first.unwrap_or(self.step);
        }
        for (kind, event) in story_faults(seq, signal, parts) {
            let finding = RegisterFinding {
                kind,
                event,
                ..finding.clone()
            };
            self.sink.add(Some(seq), finding);
        }
    }
}

/// What is wrong with a story, each with the number of its event.
fn story_faults(
    seq: i64,
    signal: &SignalAsStored,
    parts: &SignalParts,
) -> Vec<(FindingKind, Option<u32>)> {
    if signal.id.is_none() {
        return vec![(FindingKind::Value, None)];
    }
    let record = match parts.record() {
        Ok(record) => record,
        Err(Unreadable(event)) => return vec![(FindingKind::Value, Some(event))],
    };
    let fold = match fold_record(seq, &record) {
        Ok(fold) => fold,
        Err(FoldError::Unreadable(event)) => return vec![(FindingKind::Value, Some(event))],
        Err(FoldError::Impossible(Impossible::NoEvents)) => {
            return vec![(FindingKind::Story, Some(1))];
        }
        Err(FoldError::Impossible(Impossible::Event(event))) => {
            return vec![(FindingKind::Story, Some(event.max(1)))];
        }
    };
    let numbers = not_allowed(&fold).into_iter();
    let mut faults: Vec<_> = numbers
        .map(|event| (FindingKind::NotAllowed, Some(event)))
        .collect();
    let right = SignalRow::of(seq, &fold.reported, &fold.case);
    if signal.row.read() != Ok(right) || record.readers != fold.readers {
        faults.push((FindingKind::Standing, None));
    }
    faults
}

/// The events by an organisation that was not allowed to, or at the wrong time.
fn not_allowed(fold: &StoryFold) -> Vec<u32> {
    let StoryFold {
        reported, happened, ..
    } = fold;
    let [report, rest @ ..] = happened.as_slice() else {
        return Vec::new();
    };
    let report = std::slice::from_ref(report);
    let particulars = reported.circumstances.particulars.clone();
    let Ok(mut case) = replay(reported.id, reported.topics.clone(), particulars, report) else {
        return vec![1];
    };
    let mut numbers = Vec::new();
    for event in rest {
        let allowed = is_allowed(&case, event);
        if case.apply(event).is_err() || !allowed {
            numbers.push(event.number);
        }
    }
    numbers
}

fn is_allowed(case: &SignalState, event: &RecordedEvent) -> bool {
    match Verb::of_event(event.event.kind()) {
        Some(verb) => case.check_rule(verb, &event.by).is_ok(),
        // Of a map, not of who has a part in it: whoever brings it in has none, and who coordinates it
        // is what the map of then said.
        None => event.event.kind() != EventKind::Reported,
    }
}

/// A table of what comes with an event, and the findings about it.
#[derive(Clone, Copy)]
struct AttachedTable {
    name: &'static str,
    changed: FindingKind,
    missing: FindingKind,
    unknown: FindingKind,
}

const FACTS: AttachedTable = AttachedTable {
    name: "facts",
    changed: FindingKind::Facts,
    missing: FindingKind::FactsMissing,
    unknown: FindingKind::FactsUnknown,
};

const CONTACT: AttachedTable = AttachedTable {
    name: "contact",
    changed: FindingKind::Contact,
    missing: FindingKind::ContactMissing,
    unknown: FindingKind::ContactUnknown,
};

const WORDS: AttachedTable = AttachedTable {
    name: "words",
    changed: FindingKind::Words,
    missing: FindingKind::WordsMissing,
    unknown: FindingKind::WordsUnknown,
};
