//! When alarms about broken promises are raised, and who hears them.

use std::collections::HashMap;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::calendar::{Term, TermUnit};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{EscalationStep, Word};
use crate::map_file::merge::InFile;
use crate::map_file::organisations::Organisations;
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::{Spanned, brief};
use crate::routing::map::Escalation;

/// Reads the steps, in the order of the files. Leaves out those with a fault.
pub(super) fn read(
    typed: &[InFile<&Spanned<EscalationStep>>],
    organisations: &Organisations,
    faults: &mut FaultCollector<'_>,
) -> Vec<Escalation> {
    let mut seen: HashMap<AlarmStep, At> = HashMap::new();
    let mut steps = Vec::new();
    for InFile { file, entry } in typed {
        let mut reader = faults.reader(*file);
        let Some(found) = read_step(&mut reader, entry, organisations) else {
            continue;
        };
        if let Some(before) = seen.insert(found.step, reader.at(entry.at)) {
            let first = reader.faults.place(before);
            reader.fault(entry.at, MapProblem::SameStep { first });
        }
        steps.push(found);
    }
    steps
}

fn read_step(
    reader: &mut EntryReader<'_, '_>,
    typed: &Spanned<EscalationStep>,
    organisations: &Organisations,
) -> Option<Escalation> {
    let EscalationStep {
        past,
        after,
        tell,
        takes_over,
    } = &typed.value;
    let past = reader
        .required("past", past, "escalation", typed.at)
        .and_then(|word| reader.choice::<Promise>("past", word));
    let after = reader
        .required("after", after, "escalation", typed.at)
        .and_then(|word| working_days(reader, word));
    let tell = reader
        .required("tell", tell, "escalation", typed.at)
        .and_then(|words| reader.list("tell", Some(words)));
    let tell = tell.map(|words| {
        let listeners = words
            .iter()
            .filter_map(|word| organisations.find_listener(reader, word));
        listeners.collect()
    });
    let takes_over = takes_over.as_ref().copied().unwrap_or(false);
    if takes_over && past == Some(Promise::Confirm) {
        reader.fault(typed.at, MapProblem::NothingToTakeOver);
    }
    Some(Escalation {
        step: AlarmStep {
            past: past?,
            after: after?,
        },
        tell: tell?,
        takes_over,
        place: reader.place(typed.at),
    })
}

/// `at once`, or up to 255 working days. No other unit is allowed.
fn working_days(reader: &mut EntryReader<'_, '_>, word: &Word) -> Option<u8> {
    let days = match word.parse() {
        Ok(Term { count: 0, unit: _ }) => Some(0),
        Ok(Term {
            count,
            unit: TermUnit::WorkingDays,
        }) => u8::try_from(count).ok(),
        Ok(Term {
            unit: TermUnit::Days | TermUnit::Weeks,
            ..
        })
        | Err(_) => None,
    };
    if days.is_none() {
        reader.fault(word.at, MapProblem::NotWorkingDays { text: brief(word) });
    }
    days
}
