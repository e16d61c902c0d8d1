use std::collections::BTreeSet;

use super::*;
use crate::domain::codes::CodeEnum as _;
use crate::domain::discussed::Discussed;
use crate::domain::lifecycle::sample::every_story;
use crate::domain::signal::Circumstances;
use crate::register::database::SqlValue;
use crate::register::row::{RowColumns as _, RowReader, TableRow as _};

/// What an event may have and need not: an empty column is as good.
const MAY_BE_EMPTY: [&str; 4] = ["suggested", "question", "handed_to", "responsibility"];

fn every_event() -> impl Iterator<Item = RecordedEvent> {
    let stories = every_story().into_iter();
    stories.flat_map(|story| story.record)
}

/// What comes with a correction.
fn facts_of(happened: &RecordedEvent) -> Option<FactsRow> {
    let Event::Corrected { particulars, .. } = &happened.event else {
        return None;
    };
    let circumstances = Circumstances {
        particulars: particulars.clone(),
        discussed: Discussed::Yes,
    };
    let key = (1, happened.number);
    Some(FactsRow::of(key, None, &circumstances, Seal::NONE))
}

#[test]
fn an_event_of_any_kind_is_read_again_from_its_row() {
    for happened in every_event() {
        let row = EventRow::of(1, &happened);
        assert_eq!(
            row.recorded_event(None, None, facts_of(&happened).as_ref()),
            Ok(happened)
        );
    }
    let kinds: BTreeSet<EventKind> = every_event().map(|event| event.event.kind()).collect();
    assert_eq!(kinds, EventKind::ALL.iter().copied().collect());
}

#[test]
fn without_one_of_its_columns_it_cannot_be_read() {
    for happened in every_event() {
        let row = EventRow::of(1, &happened);
        for (place, column) in EventRow::COLUMNS.iter().enumerate() {
            let mut values = row.values();
            let was = std::mem::replace(&mut values[place], SqlValue::Null);
            let read = EventRow::read(&mut RowReader::new(&values));
            let read =
                read.and_then(|row| row.recorded_event(None, None, facts_of(&happened).as_ref()));
            let is_needed = was != SqlValue::Null && !MAY_BE_EMPTY.contains(column);
            assert_eq!(read.is_err(), is_needed, "{column} of {happened:?}");
        }
    }
}

#[test]
fn what_its_kind_does_not_hold_is_not_looked_at() {
    for happened in every_event() {
        let mut row = EventRow::of(1, &happened);
        row.decline_reason.get_or_insert(DeclineReason::OtherAge);
        row.after_days.get_or_insert(1);
        assert_eq!(
            row.recorded_event(None, None, facts_of(&happened).as_ref()),
            Ok(happened)
        );
    }
}
