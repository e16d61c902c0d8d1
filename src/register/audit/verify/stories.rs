//! The signals in the order of recording: the events of each folded, and held against where it
//! stands, who reads it, and what came with its events.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::replay;
use crate::register::audit::hash_chain::{Named, Seal};
use crate::register::audit::verify::FindingSink;
use crate::register::audit::verify::allowed::is_allowed;
use crate::register::audit::verify::finding::{Kind, RegisterFinding};
use crate::register::audit::verify::pages::{NextPage, PageCursor, passes};
use crate::register::audit::verify::recorded::{
    EventAsStored, SignalAsStored, SignalParts, Unreadable, around, of_event, read,
};
use crate::register::audit::verify::shared::Shared;
use crate::register::database::{Transaction, attempt};
use crate::register::error::RegisterError;
use crate::register::row::DecodeError;
use crate::register::signal_record::{Folded, NoStory, folded};
use crate::register::tables::SignalRow;

/// Holds every signal against its story; gives how many there are.
pub(in crate::register) fn look(
    tx: &mut dyn Transaction,
    grounds: &Shared,
    listener: &mut dyn FindingSink,
) -> Result<u64, RegisterError> {
    let mut pages = PageCursor::new(listener.passes_failures());
    let mut reading = StoryReader {
        tx,
        grounds,
        listener,
        signals: 0,
        last: i64::MIN,
        step: 0,
    };
    while let Some(page) = pages.next(reading.tx, &mut read)? {
        match page {
            NextPage::Gap(first, last) => {
                reading.listener.found(
                    None,
                    RegisterFinding::of(Kind::Unreadable).rows("signal", (first, last)),
                );
                // What is recorded about them is not held against them to be missing.
                reading.last = last;
            }
            NextPage::Rows(rows) => reading.page(rows)?,
        }
    }
    // Behind the last place that there can be stands nothing.
    if reading.last < i64::MAX {
        reading.page(vec![])?;
    }
    Ok(reading.signals)
}

struct StoryReader<'r> {
    tx: &'r mut dyn Transaction,
    grounds: &'r Shared,
    listener: &'r mut dyn FindingSink,
    signals: u64,
    /// The place up to which all was looked at.
    last: i64,
    /// The step with which the last signal was reported.
    step: i64,
}

impl StoryReader<'_> {
    /// Holds these signals against what is recorded about them; with none, what is recorded behind
    /// the last of them is of no signal.
    fn page(&mut self, signals: Vec<(i64, SignalAsStored)>) -> Result<(), RegisterError> {
        let until = signals.last().map_or(i64::MAX, |(last, _)| *last);
        let last = self.last;
        match attempt(self.tx, |tx| around(tx, last, until))? {
            Ok(around) => {
                self.last = until;
                self.judge(signals, around);
                return Ok(());
            }
            Err(error) if !passes(&error, self.listener.passes_failures()) => return Err(error),
            Err(_) => {}
        }
        match signals.as_slice() {
            [] => {
                let first = self.last.max(0) + 1;
                let finding = RegisterFinding::of(Kind::Unreadable).rows("event", (first, until));
                self.listener.found(None, finding);
            }
            [(seq, SignalAsStored { id, .. })] => {
                let finding = RegisterFinding::of(Kind::Unreadable).row("event", *seq);
                self.listener.found(Some(*seq), finding.signal(*id));
                self.signals += 1;
            }
            // One of them it is; the others are looked at.
            _ => return signals.into_iter().try_for_each(|one| self.page(vec![one])),
        }
        self.last = until;
        Ok(())
    }

    fn judge(
        &mut self,
        signals: Vec<(i64, SignalAsStored)>,
        mut around: BTreeMap<i64, SignalParts>,
    ) {
        for (seq, signal) in signals {
            self.signals += 1;
            let parts = around.remove(&seq).unwrap_or_default();
            self.came_with(seq, signal.id, &parts);
            self.story(seq, &signal, &parts);
        }
        for (seq, parts) in around {
            if !parts.events.is_empty() || !parts.readers.is_empty() {
                let finding = RegisterFinding::of(Kind::NoSignal).row("event", seq);
                self.listener.found(None, finding);
            }
            self.unknown(
                seq,
                None,
                &SignalParts {
                    events: vec![],
                    ..parts
                },
            );
        }
    }

    /// Holds what came with the events against the seals that they have of it.
    fn came_with(&mut self, seq: i64, id: Option<SignalId>, parts: &SignalParts) {
        for event in &parts.events {
            let facts = of_event(&parts.facts, event.number);
            let sealed = self.of_facts(event, &facts);
            self.hold(seq, id, event, FACTS, sealed);
            self.hold_grounds(seq, id, event, &facts);
            let contacts = of_event(&parts.contacts, event.number);
            let sealed = contacts.iter().map(|row| Seal::of_contact(row)).collect();
            self.hold(seq, id, event, CONTACT, sealed);
            let words = of_event(&parts.words, event.number);
            let sealed = (!words.is_empty()).then(|| Seal::of_words(&words));
            self.hold(seq, id, event, WORDS, sealed.into_iter().collect());
        }
        self.unknown(seq, id, parts);
    }

    /// Tells what came with an event that there is not.
    fn unknown(&mut self, seq: i64, id: Option<SignalId>, parts: &SignalParts) {
        let tables = [
            (FACTS, &parts.facts),
            (CONTACT, &parts.contacts),
            (WORDS, &parts.words),
        ];
        for (table, rows) in tables {
            // What is no number of an event (`None`) belongs to none either.
            let numbers: BTreeSet<Option<u32>> =
                rows.iter().map(|row| row.get("event").ok()).collect();
            let known = |number| parts.events.iter().any(|event| event.number == number);
            for number in numbers.into_iter().filter(|it| !it.is_some_and(known)) {
                let finding = RegisterFinding::of(table.unknown).signal(id);
                let finding = RegisterFinding {
                    event: number,
                    ..finding.row(table.name, seq)
                };
                self.listener.found(Some(seq), finding);
            }
        }
    }

    /// The seals that facts can have: with the seal that stands with the grounds, and with the one
    /// that their texts have.
    fn of_facts(&self, event: &EventAsStored, facts: &[Vec<Named<'_>>]) -> Vec<Seal> {
        let stands = event.grounds_seal.into_iter();
        let texts = event
            .grounds
            .and_then(|number| self.grounds.wrong.get(&number));
        let mut grounds: Vec<Option<Seal>> = stands.chain(texts.copied()).map(Some).collect();
        if event.grounds.is_none() {
            grounds.push(None);
        }
        let mut seals = Vec::new();
        for facts in facts {
            let with = grounds.iter();
            seals
                .extend(with.map(|grounds| Seal::of_facts(facts, &event.responsibility, *grounds)));
        }
        seals
    }

    /// Says so when the grounds of a decision are not there, or are not those that were sealed.
    fn hold_grounds(
        &mut self,
        seq: i64,
        id: Option<SignalId>,
        event: &EventAsStored,
        facts: &[Vec<Named<'_>>],
    ) {
        let Some(number) = event.grounds else { return };
        match self.grounds.wrong.get(&number) {
            None if event.grounds_seal.is_none() => {
                let finding = event.at(Kind::GroundsMissing, id).row("grounds", number);
                self.listener.found(Some(seq), finding);
            }
            None => {}
            Some(texts) => {
                let sealed: Option<Seal> = event.row.get(FACTS.name).ok();
                let of_texts =
                    |row: &Vec<_>| Seal::of_facts(row, &event.responsibility, Some(*texts));
                if !facts.iter().any(|row| Some(of_texts(row)) == sealed) {
                    self.listener.shares(seq, id, Kind::Grounds);
                }
            }
        }
    }

    /// Holds what came with an event against the seal that it has of it. `seals`: those that it
    /// can have; none when nothing came.
    fn hold(
        &mut self,
        seq: i64,
        id: Option<SignalId>,
        event: &EventAsStored,
        table: CameWith,
        seals: Vec<Seal>,
    ) {
        let stands = event.row.get::<Option<Seal>>(table.name);
        let finding = match (stands, seals.as_slice()) {
            (Ok(None), []) => return,
            (Ok(Some(stands)), [_, ..]) if seals.contains(&stands) => return,
            (Ok(Some(_)), []) => event.at(table.missing, id),
            (Ok(None), [_, ..]) => event.at(table.unknown, id).row(table.name, seq),
            (Ok(Some(_)) | Err(DecodeError), _) => event.at(table.changed, id),
        };
        self.listener.found(Some(seq), finding);
    }

    /// Folds the events, and holds them against where the signal stands and who reads it.
    fn story(&mut self, seq: i64, signal: &SignalAsStored, parts: &SignalParts) {
        let at = |kind| {
            RegisterFinding::of(kind)
                .signal(signal.id)
                .row("signal", seq)
        };
        let mut found = |finding| self.listener.found(Some(seq), finding);
        if signal.id.is_none() {
            return found(at(Kind::Value));
        }
        let mut steps = parts.events.iter().map(|event| event.step);
        let first = steps.next();
        let in_order = parts.events.is_sorted_by_key(|event| event.step);
        if !in_order || first.is_some_and(|first| first < self.step) {
            found(at(Kind::Order));
        }
        self.step = first.unwrap_or(self.step);
        let record = match parts.record() {
            Ok(record) => record,
            Err(Unreadable(event)) => return found(at(Kind::Value).event(event)),
        };
        let folded = match folded(seq, &record) {
            Ok(folded) => folded,
            Err(NoStory::Unreadable(event)) => return found(at(Kind::Value).event(event)),
            Err(NoStory::Impossible(event)) => return found(at(Kind::Story).event(event.max(1))),
        };
        for event in not_allowed(&folded) {
            found(at(Kind::NotAllowed).event(event));
        }
        let stands = signal.row.read::<SignalRow>();
        let should = SignalRow::of(seq, &folded.reported, &folded.case);
        if stands != Ok(should) || record.readers != folded.readers {
            found(at(Kind::Standing));
        }
    }
}

/// The events of a story that came from somebody, or at a time, from whom or when they may not.
fn not_allowed(folded: &Folded) -> Vec<u32> {
    let Folded {
        reported, happened, ..
    } = folded;
    let [report, rest @ ..] = happened.as_slice() else {
        return Vec::new();
    };
    let report = std::slice::from_ref(report);
    let Ok(mut case) = replay(reported.id, reported.topics.clone(), report) else {
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

/// A table of what comes with an event, and what can be wrong with it.
#[derive(Clone, Copy)]
struct CameWith {
    name: &'static str,
    changed: Kind,
    missing: Kind,
    unknown: Kind,
}

const FACTS: CameWith = CameWith {
    name: "facts",
    changed: Kind::Facts,
    missing: Kind::FactsMissing,
    unknown: Kind::FactsUnknown,
};

const CONTACT: CameWith = CameWith {
    name: "contact",
    changed: Kind::Contact,
    missing: Kind::ContactMissing,
    unknown: Kind::ContactUnknown,
};

const WORDS: CameWith = CameWith {
    name: "words",
    changed: Kind::Words,
    missing: Kind::WordsMissing,
    unknown: Kind::WordsUnknown,
};
