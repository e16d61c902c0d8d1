//! Where the story of a signal leaves its row and its readers: what the database makes of the
//! events by itself, made once more to compare with.

use crate::domain::codes::OrganisationId;
use crate::domain::signal_state::SignalState;
use crate::register::reported::Reported;
use crate::register::tables::{ReaderRow, Role, SignalRow};

impl SignalRow {
    /// The row of a signal that stands there.
    pub fn of(seq: i64, reported: &Reported, case: &SignalState) -> Self {
        Self {
            seq,
            id: reported.id,
            sender: case.sender.clone(),
            reference: reported.reference.clone(),
            reported_at: reported.reported_at,
            age_months: reported.particulars.age,
            area: reported.particulars.area.clone(),
            urgency: reported.particulars.urgency,
            topics: case.topics.clone(),
            state: case.state(),
            owner: case.owner.clone(),
            coordinator: case.coordinator.clone(),
            basis: case.basis,
            level: case.level,
            accept_by: case.accept_by(),
            feedback_by: case.feedback_by,
            confirm_by: case.answer().map(|answer| answer.confirm_by),
            proposed: case.proposed.clone(),
            declines: case.declines,
            questions: case.questions.len() as u32,
            events: case.events,
            last_at: case.last_at,
        }
    }
}

/// Who has read a signal as one of those involved or asked, event by event.
#[derive(Debug, Default)]
pub(super) struct ReaderRows(Vec<ReaderRow>);

impl ReaderRows {
    /// Goes on to where the next event of the signal at this place leaves it.
    pub fn follow(&mut self, signal: i64, case: &SignalState) {
        let event = case.events;
        for row in self.0.iter_mut().filter(|row| row.until_event.is_none()) {
            let reads = match row.role {
                Role::Involved => case.involved.contains(&row.organisation),
                Role::Asked => case.questions.iter().any(|q| q.number == row.from_event),
            };
            if !reads {
                row.until_event = Some(event);
            }
        }
        let begin = |organisation: &OrganisationId, role| ReaderRow {
            signal,
            organisation: organisation.clone(),
            role,
            from_event: event,
            until_event: None,
        };
        for organisation in &case.involved {
            let known = self.0.iter().any(|row| {
                row.role == Role::Involved
                    && row.until_event.is_none()
                    && row.organisation == *organisation
            });
            if !known {
                self.0.push(begin(organisation, Role::Involved));
            }
        }
        let asked = case.questions.iter().filter(|q| q.number == event);
        self.0.extend(asked.map(|q| begin(&q.of, Role::Asked)));
    }

    /// Their rows, in the order of the table's key.
    pub fn rows(mut self) -> Vec<ReaderRow> {
        self.0.sort_by(|a, b| {
            let key = |row: &ReaderRow| (row.signal, row.role.to_string(), row.from_event);
            (a.organisation.as_str(), key(a)).cmp(&(b.organisation.as_str(), key(b)))
        });
        self.0
    }
}
