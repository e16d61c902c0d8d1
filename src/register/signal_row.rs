//! The rows that a signal and its readers should have: what the database makes of the events,
//! computed again to compare with.

use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::Event;
use crate::domain::residence::Residence;
use crate::domain::signal_state::SignalState;
use crate::register::dialect::phase_of;
use crate::register::original_report::OriginalReport;
use crate::register::tables::{ReaderRow, Role, SignalRow};

impl SignalRow {
    pub fn of(seq: i64, reported: &OriginalReport, case: &SignalState) -> Self {
        let particulars = &case.particulars;
        let residence = particulars.residence.as_ref();
        Self {
            seq,
            id: reported.id,
            sender: case.sender.clone(),
            sent_by: case.sent_by.clone(),
            reference: reported.reference.clone(),
            reported_at: reported.reported_at,
            age_months: particulars.age,
            youngest_months: particulars.youngest,
            area: residence.and_then(Residence::area).cloned(),
            place: residence.and_then(Residence::place),
            urgency: particulars.urgency,
            before_day: particulars.before,
            topics: case.topics.clone(),
            state: case.state(),
            owner: case.owner.clone(),
            coordinator: case.coordinator.clone(),
            basis: case.basis,
            level: case.level,
            accept_by: case.accept_by(),
            feedback_by: case.feedback_by,
            confirm_by: case.answer().map(|answer| answer.confirm_by),
            answered_by: case.answer().map(|answer| answer.by.clone()),
            family_known: case.owner_knows_family(),
            proposed: case.proposed.clone(),
            declines: case.declines,
            questions: case.questions.len() as u32,
            events: case.events,
            last_at: case.last_at,
        }
    }
}

/// Who reads a signal as one of those involved or asked, followed event by event.
#[derive(Debug, Default)]
pub(super) struct ReaderRows(Vec<ReaderRow>);

impl ReaderRows {
    /// `case`: the signal after its next event.
    pub fn follow(&mut self, signal: i64, event: &Event, case: &SignalState) {
        if let Event::Undone { first, last } = event {
            self.reopen(*first, *last);
        }
        self.begin_and_end(signal, case);
        let (phase, due) = (phase_of(case.state()), case.due());
        for row in &mut self.0 {
            if row.role == Role::Involved && row.until_event.is_none() {
                row.phase_now = Some(phase.to_owned());
                row.due_now = due;
            }
        }
    }

    /// Who read no longer by what is taken back, reads again.
    fn reopen(&mut self, first: u32, last: u32) {
        for row in &mut self.0 {
            row.until_event = row.until_event.filter(|at| !(first..=last).contains(at));
        }
    }

    fn begin_and_end(&mut self, signal: i64, case: &SignalState) {
        for row in self.0.iter_mut().filter(|row| row.until_event.is_none()) {
            let reads = match row.role {
                Role::Involved => case.involved.contains(&row.organisation),
                Role::Claimant => case.claimants().any(|one| *one == row.organisation),
                Role::Asked => case.questions.iter().any(|q| q.number == row.from_event),
            };
            if !reads {
                row.until_event = Some(case.events);
            }
        }
        let involved = case.involved.iter().map(|one| (one, Role::Involved));
        for (organisation, role) in
            involved.chain(case.claimants().map(|one| (one, Role::Claimant)))
        {
            let is_known = self.0.iter().any(|row| {
                row.role == role && row.until_event.is_none() && row.organisation == *organisation
            });
            if !is_known {
                self.begin(signal, organisation, role, case.events);
            }
        }
        for question in case.questions.iter().filter(|q| q.number == case.events) {
            self.begin(signal, &question.of, Role::Asked, case.events);
        }
    }

    fn begin(&mut self, signal: i64, organisation: &OrganisationId, role: Role, from_event: u32) {
        self.0.push(ReaderRow {
            signal,
            organisation: organisation.clone(),
            role,
            from_event,
            until_event: None,
            phase_now: None,
            due_now: None,
        });
    }

    /// In the order of the table's key.
    pub fn rows(mut self) -> Vec<ReaderRow> {
        self.0.sort_by_cached_key(|row| {
            let organisation = row.organisation.clone();
            (organisation, row.signal, row.role.code(), row.from_event)
        });
        self.0
    }
}
