//! When alarms sound about broken promises, and whom they are told to.

use std::collections::HashMap;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::calendar::{Term, TermUnit};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format;
use crate::map_file::merge::In;
use crate::map_file::organisations::Organisations;
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::{Spanned, brief};
use crate::routing::map::Escalation;

/// Reads the steps, in the order of the files. What has a fault is left out.
pub(super) fn read(
    typed: &[In<&Spanned<format::EscalationStep>>],
    organisations: &Organisations,
    faults: &mut FaultCollector<'_>,
) -> Vec<Escalation> {
    let mut first: HashMap<AlarmStep, At> = HashMap::new();
    let step = |In { file, it }: &In<&Spanned<format::EscalationStep>>| {
        let mut reading = EntryReader {
            file: *file,
            faults: &mut *faults,
        };
        let found = one(&mut reading, it, organisations)?;
        let at = reading.at(it.at);
        if let Some(before) = first.insert(found.step, at) {
            let first = reading.faults.place(before);
            reading.fault(it.at, MapProblem::SameStep { first });
        }
        Some(found)
    };
    typed.iter().filter_map(step).collect()
}

fn one(
    reading: &mut EntryReader<'_, '_>,
    typed: &Spanned<format::EscalationStep>,
    organisations: &Organisations,
) -> Option<Escalation> {
    let format::EscalationStep {
        past,
        after,
        tell,
        takes_over,
    } = &typed.value;
    let past = reading
        .needed("past", past.as_ref(), "escalation", typed.at)
        .and_then(|word| reading.choice::<Promise>("past", word));
    let after = reading
        .needed("after", after.as_ref(), "escalation", typed.at)
        .and_then(|word| working_days(reading, word));
    let tell = reading
        .needed("tell", tell.as_ref(), "escalation", typed.at)
        .and_then(|words| reading.list("tell", Some(words)));
    let tell = tell.map(|words| {
        words
            .iter()
            .filter_map(|word| organisations.listener(reading, word))
            .collect()
    });
    let takes_over = takes_over.as_ref().copied().unwrap_or(false);
    if takes_over && past == Some(Promise::Confirm) {
        reading.fault(typed.at, MapProblem::NothingToTakeOver);
    }
    let place = reading.faults.place(reading.at(typed.at));
    Some(Escalation {
        step: AlarmStep {
            past: past?,
            after: after?,
        },
        tell: tell?,
        takes_over,
        place,
    })
}

/// `at once`, or up to 255 working days: steps are counted in nothing else.
fn working_days(reading: &mut EntryReader<'_, '_>, word: &format::Word) -> Option<u8> {
    let days = match word.parse() {
        Ok(Term { count: 0, unit: _ }) => Some(0),
        Ok(Term {
            count,
            unit: TermUnit::WorkingDays,
        }) => u8::try_from(count).ok(),
        Ok(Term {
            count: _,
            unit: TermUnit::Days | TermUnit::Weeks,
        })
        | Err(_) => None,
    };
    if days.is_none() {
        reading.fault(word.at, MapProblem::NotWorkingDays { text: brief(word) });
    }
    days
}
