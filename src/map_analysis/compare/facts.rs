//! Changes that leave the owners of signals as they are: how to reach whom, names, and what the map
//! says as a whole.

use std::collections::BTreeSet;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::Calendar;
use crate::domain::codes::MapId;
use crate::domain::time::Day;
use crate::map_analysis::compare::contact_facts::ContactFacts;
use crate::map_analysis::compare::fact::{Fact, FactKind, MapStatement};
use crate::map_analysis::compare::postcodes::{PostcodeMove, postcode_moves};
use crate::routing::map::{
    Area, EmergencyLine, Escalation, MapEntry, MapSettings, Organisation, OwnerTerms, Promises,
    RouteMap, SendersApart, Synonyms, Topic,
};

/// Everything that the two maps say differently, apart from their answers to signals.
pub(super) fn facts(old: &RouteMap, new: &RouteMap) -> Vec<Fact> {
    let mut found = FactList(Vec::new());
    found.settings(old.settings(), new.settings());
    found.topics(old, new);
    found.areas(old, new);
    found.organisations(old, new);
    found.0
}

struct FactList(Vec<Fact>);

impl FactList {
    fn add(
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

    fn topics(&mut self, old: &RouteMap, new: &RouteMap) {
        for topic in old.topics() {
            if new.topic(&topic.id).is_none() {
                let of = MapStatement::Topic(topic.id.clone());
                self.add(FactKind::Topic, Some(&of), topic_name(topic), None);
            }
        }
        for topic in new.topics() {
            let of = MapStatement::Topic(topic.id.clone());
            let of = Some(&of);
            let Some(before) = old.topic(&topic.id) else {
                self.add(FactKind::Topic, of, None, topic_name(topic));
                continue;
            };
            let (old, new) = (whole(old, before), whole(new, topic));
            self.add(
                FactKind::TopicName,
                of,
                topic_name(before),
                topic_name(topic),
            );
            self.add(
                FactKind::TopicAlso,
                of,
                topic_also(before),
                topic_also(topic),
            );
            self.formerly(FactKind::TopicFormerly, of, before, topic);
            self.add(FactKind::TopicPart, of, old, new);
        }
    }

    fn areas(&mut self, old: &RouteMap, new: &RouteMap) {
        for area in old.areas() {
            if new.area(&area.id).is_none() {
                let of = MapStatement::Area(area.id.clone());
                self.add(FactKind::Area, Some(&of), text(&area.name), None);
            }
        }
        for area in new.areas() {
            let of = MapStatement::Area(area.id.clone());
            let of = Some(&of);
            let Some(before) = old.area(&area.id) else {
                self.add(FactKind::Area, of, None, text(&area.name));
                continue;
            };
            let (name, was) = (text(&area.name), text(&before.name));
            let (code, old_code) = (area.code.clone(), before.code.clone());
            self.add(FactKind::AreaName, of, was, name);
            self.add(FactKind::AreaAlso, of, area_also(before), area_also(area));
            self.formerly(FactKind::AreaFormerly, of, before, area);
            self.add(
                FactKind::AreaCode,
                of,
                old_code.map(MapStatement::Text),
                code.map(MapStatement::Text),
            );
            let (old, new) = (surroundings(old, before), surroundings(new, area));
            self.add(FactKind::AreaWithin, of, old, new);
        }
        for PostcodeMove { from, to, area } in postcode_moves(old, new) {
            let postcodes = MapStatement::Text(if from == to {
                from.to_string()
            } else {
                format!("{from}-{to}")
            });
            self.add(
                FactKind::Postcodes,
                Some(&postcodes),
                area.old.map(MapStatement::Area),
                area.new.map(MapStatement::Area),
            );
        }
    }

    /// The codes that an entry took over, in any order.
    fn formerly<E: MapEntry<Id: ToString>>(
        &mut self,
        kind: FactKind,
        of: Option<&MapStatement>,
        old: &E,
        new: &E,
    ) {
        let [old, new] = [old, new].map(|one| {
            let codes: Vec<String> = one.formerly().iter().map(ToString::to_string).collect();
            (!codes.is_empty()).then(|| MapStatement::Text(sorted(&codes).join(", ")))
        });
        self.add(kind, of, old, new);
    }

    fn organisations(&mut self, old: &RouteMap, new: &RouteMap) {
        for one in old.organisations() {
            if new.organisation(&one.id).is_none() {
                let of = MapStatement::Organisation(one.id.clone());
                self.add(FactKind::Organisation, Some(&of), text(&one.name), None);
            }
        }
        for one in new.organisations() {
            let Organisation {
                id,
                formerly: _,
                name,
                kind,
                contact,
                senders_apart,
                place: _,
            } = one;
            let of = MapStatement::Organisation(id.clone());
            let of = Some(&of);
            let Some(before) = old.organisation(id) else {
                self.add(FactKind::Organisation, of, None, text(name));
                continue;
            };
            let was = ContactFacts::of(before.contact.as_ref());
            let is = ContactFacts::of(contact.as_ref());
            self.add(
                FactKind::OrganisationName,
                of,
                text(&before.name),
                text(name),
            );
            self.add(
                FactKind::OrganisationKind,
                of,
                text(before.kind.as_str()),
                text(kind.as_str()),
            );
            self.formerly(FactKind::OrganisationFormerly, of, before, one);
            self.add(FactKind::Phone, of, was.phone, is.phone);
            self.add(FactKind::Email, of, was.email, is.email);
            self.add(FactKind::ContactHours, of, was.hours, is.hours);
            let both = [&before.senders_apart, senders_apart];
            let [was, is] = both.map(|apart| Some(MapStatement::Whether(apart.is_some())));
            self.add(FactKind::SendersApart, of, was, is);
            let [was, is] = both.map(|apart| office(apart.as_ref()));
            self.add(FactKind::Office, of, was, is);
        }
    }
}

/// Who reads all that is kept apart; `None`: nobody in particular.
fn office(apart: Option<&SendersApart>) -> Option<MapStatement> {
    let names = &apart?.office;
    text(&names.join(", ")).filter(|_| !names.is_empty())
}

fn text(text: &str) -> Option<MapStatement> {
    Some(MapStatement::Text(text.to_owned()))
}

fn topic_name(topic: &Topic) -> Option<MapStatement> {
    Some(MapStatement::Name(topic.name.clone()))
}

/// The other words for the topic, in any order; `None` without any.
fn topic_also(topic: &Topic) -> Option<MapStatement> {
    let Synonyms { nl, en } = &topic.also;
    let also = Synonyms {
        nl: sorted(nl),
        en: sorted(en),
    };
    (also != Synonyms::default()).then_some(MapStatement::Also(also))
}

/// The other names of the area, in any order; `None` without any.
fn area_also(area: &Area) -> Option<MapStatement> {
    let names = sorted(&area.also);
    (!names.is_empty()).then(|| MapStatement::Text(names.join(", ")))
}

fn sorted(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    words.sort();
    words
}

/// The topic that this one is part of.
fn whole(map: &RouteMap, topic: &Topic) -> Option<MapStatement> {
    Some(MapStatement::Topic(map.topic_at(topic.parent?).id.clone()))
}

/// The area that this one lies in.
fn surroundings(map: &RouteMap, area: &Area) -> Option<MapStatement> {
    Some(MapStatement::Area(map.area_at(area.parent?).id.clone()))
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
