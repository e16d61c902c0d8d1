//! Changes that leave the owners of signals as they are: how to reach whom, names, and what the map
//! says as a whole.

use std::collections::BTreeSet;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::Calendar;
use crate::domain::codes::MapId;
use crate::domain::time::Day;
use crate::map_analysis::compare::fact::{Fact, FactKind, MapStatement};
use crate::routing::map::{EmergencyLine, Escalation, MapSettings, OwnerTerms, Promises, RouteMap};

/// Everything that the two maps say differently, apart from their answers to signals.
pub(super) fn facts(old: &RouteMap, new: &RouteMap, today: Day) -> Vec<Fact> {
    let mut found = FactList(Vec::new());
    found.settings(old.settings(), new.settings());
    found.topics(old, new);
    found.areas(old, new, today);
    found.organisations(old, new);
    found.0
}

pub(super) struct FactList(Vec<Fact>);

impl FactList {
    pub(super) fn add(
        &mut self,
        kind: FactKind,
        of: Option<&MapStatement>,
        old: Option<MapStatement>,
        new: Option<MapStatement>,
    ) {
        if old != new {
            let of = of.cloned();
            self.0.push(Fact { kind, of, old, new });
        }
    }

    fn setting<T>(&mut self, kind: FactKind, old: T, new: T, statement: fn(T) -> MapStatement) {
        self.add(kind, None, Some(statement(old)), Some(statement(new)));
    }

    fn settings(&mut self, old: &MapSettings, new: &MapSettings) {
        // Coordinators are compared by area, and levels by signal. The digest says that files
        // differ, not how.
        let MapSettings {
            name,
            id,
            zone,
            calendar,
            office_hours,
            coordinator: _,
            privacy_officer,
            promises,
            promises_place: _,
            emergency,
            handover,
            levels: _,
            escalation,
            digest: _,
        } = old.clone();
        self.setting(
            FactKind::MapName,
            name,
            new.name.clone(),
            MapStatement::Name,
        );
        let id_text = |id: &MapId| MapStatement::Text(id.to_string());
        let (old_id, new_id) = (id.as_ref().map(id_text), new.id.as_ref().map(id_text));
        self.add(FactKind::MapId, None, old_id, new_id);
        self.setting(
            FactKind::Timezone,
            zone.to_string(),
            new.zone.to_string(),
            MapStatement::Text,
        );
        self.calendar(&calendar, &new.calendar);
        self.add(
            FactKind::PrivacyOfficer,
            None,
            privacy_officer.map(MapStatement::Organisation),
            new.privacy_officer.clone().map(MapStatement::Organisation),
        );
        self.setting(
            FactKind::OfficeHours,
            office_hours,
            new.office_hours.clone(),
            MapStatement::Office,
        );
        self.promises(promises, new.promises);
        self.setting(
            FactKind::Handover,
            handover,
            new.handover.clone(),
            MapStatement::Handover,
        );
        self.escalation(&escalation, &new.escalation);
        self.emergency(&emergency, &new.emergency);
    }

    fn promises(&mut self, old: Promises, new: Promises) {
        let Promises {
            accept_within,
            feedback_within,
            confirm_within,
            acute:
                OwnerTerms {
                    accept_within: acute_accept,
                    feedback_within: acute_feedback,
                },
        } = old;
        for (kind, old, new) in [
            (FactKind::AcceptWithin, accept_within, new.accept_within),
            (
                FactKind::FeedbackWithin,
                feedback_within,
                new.feedback_within,
            ),
            (FactKind::ConfirmWithin, confirm_within, new.confirm_within),
            (
                FactKind::AcuteAcceptWithin,
                acute_accept,
                new.acute.accept_within,
            ),
            (
                FactKind::AcuteFeedbackWithin,
                acute_feedback,
                new.acute.feedback_within,
            ),
        ] {
            self.setting(kind, old, new, MapStatement::Term);
        }
    }

    fn calendar(&mut self, old: &Calendar, new: &Calendar) {
        self.setting(
            FactKind::Holidays,
            old.dutch_holidays,
            new.dutch_holidays,
            MapStatement::Whether,
        );
        self.days(FactKind::ClosedDay, &old.closed_days, &new.closed_days);
        self.days(FactKind::OpenDay, &old.open_days, &new.open_days);
    }

    fn days(&mut self, kind: FactKind, old: &BTreeSet<Day>, new: &BTreeSet<Day>) {
        for day in old - new {
            self.add(kind, None, Some(MapStatement::Day(day)), None);
        }
        for day in new - old {
            self.add(kind, None, None, Some(MapStatement::Day(day)));
        }
    }

    /// A step with other listeners is a changed step, and not another one.
    fn escalation(&mut self, old: &[Escalation], new: &[Escalation]) {
        let steps: BTreeSet<AlarmStep> = old.iter().chain(new).map(|one| one.step).collect();
        for step in steps {
            self.add(
                FactKind::EscalationStep,
                None,
                find_step(old, step),
                find_step(new, step),
            );
        }
    }

    fn emergency(&mut self, old: &[EmergencyLine], new: &[EmergencyLine]) {
        let (old, new) = (without_places(old), without_places(new));
        let kind = FactKind::EmergencyLine;
        let before = self.0.len();
        for line in old.iter().filter(|line| !new.contains(line)) {
            self.add(kind, None, Some(MapStatement::Line(line.clone())), None);
        }
        for line in new.iter().filter(|line| !old.contains(line)) {
            self.add(kind, None, None, Some(MapStatement::Line(line.clone())));
        }
        if self.0.len() == before {
            let kind = FactKind::EmergencyOrder;
            self.setting(kind, calls(&old), calls(&new), MapStatement::Text);
        }
    }
}

fn find_step(steps: &[Escalation], step: AlarmStep) -> Option<MapStatement> {
    let Escalation {
        step,
        tell,
        takes_over,
        place: _,
    } = steps.iter().find(|one| one.step == step)?;
    Some(MapStatement::Step(*step, tell.clone(), *takes_over))
}

fn without_places(lines: &[EmergencyLine]) -> Vec<EmergencyLine> {
    lines
        .iter()
        .map(|line| EmergencyLine {
            place: None,
            ..line.clone()
        })
        .collect()
}

fn calls(lines: &[EmergencyLine]) -> String {
    let calls: Vec<&str> = lines.iter().map(|line| line.call.as_str()).collect();
    calls.join(", ")
}
