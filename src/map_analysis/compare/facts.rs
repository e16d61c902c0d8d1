//! What changes beside who owns which signals: how to reach whom, what things are called, what the
//! map as a whole says.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::Term;
use crate::domain::codes::{AreaId, OrganisationId, TopicId, code_enum};
use crate::domain::time::Day;
use crate::map_analysis::compare::changes::Shift;
use crate::map_analysis::compare::postcodes;
use crate::routing::map::{
    Area, Contact, ContactHours, EmergencyLine, Escalation, Listener, MapSettings, OfficeHours,
    Organisation, Promises, RouteMap, Text, Topic,
};

code_enum! {
    /// What of a map a fact is about.
    FactKind {
        /// The map's name.
        MapName = "map-name",
        /// The zone of its dates.
        Timezone = "timezone",
        /// Whether the Dutch holidays are free.
        Holidays = "holidays",
        /// A day on which nobody works.
        ClosedDay = "closed-day",
        /// A day on which is worked although it would be free.
        OpenDay = "open-day",
        /// The office hours.
        OfficeHours = "office-hours",
        /// The general promise to say whether they take it on.
        AcceptWithin = "accept-within",
        /// The general promise of feedback.
        FeedbackWithin = "feedback-within",
        /// The general term for the sender to confirm.
        ConfirmWithin = "confirm-within",
        /// A step of the escalation.
        EscalationStep = "escalation-step",
        /// Whom to call in danger.
        EmergencyLine = "call-in-danger",
        /// In which order.
        EmergencyOrder = "call-in-danger-order",
        Topic = "topic",
        /// What a topic is called.
        TopicName = "topic-name",
        /// What a topic is part of.
        TopicPart = "topic-part-of",
        /// An area.
        Area = "area",
        /// What an area is called.
        AreaName = "area-name",
        /// Its municipality code.
        AreaCode = "area-code",
        /// In which area it lies.
        AreaWithin = "area-within",
        /// The area that postcodes stand for.
        Postcodes = "postcodes",
        Organisation = "organisation",
        /// What it is called.
        OrganisationName = "organisation-name",
        /// What kind it is of.
        OrganisationKind = "organisation-kind",
        /// Its telephone number.
        Phone = "phone",
        /// Its e-mail address.
        Email = "email",
        /// When it can be reached.
        ContactHours = "reachable",
    }
}

/// Something that a map says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapStatement {
    /// As it stands there.
    Text(String),
    /// In both languages.
    Name(Text),
    /// A term.
    Term(Term),
    /// A day.
    Day(Day),
    /// Yes or no.
    Whether(bool),
    /// When offices are open.
    Office(OfficeHours),
    /// When an organisation can be reached.
    Reachable(ContactHours),
    /// An emergency line.
    Line(EmergencyLine),
    /// A step of the escalation: which, who is told, and whether the coordinator takes over.
    Step(AlarmStep, BTreeSet<Listener>, bool),
    Topic(TopicId),
    /// An area.
    Area(AreaId),
    Organisation(OrganisationId),
}

/// Something that the two maps say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// Of which topic, area or organisation, or of which postcodes.
    pub of: Option<MapStatement>,
    /// What the old map says of it; nothing when it is added.
    pub old: Option<MapStatement>,
    /// What the new map says of it; nothing when it is removed.
    pub new: Option<MapStatement>,
}

/// Everything that the two maps say differently, apart from what they answer to signals.
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
        of: Option<MapStatement>,
        old: Option<MapStatement>,
        new: Option<MapStatement>,
    ) {
        if old != new {
            self.0.push(Fact { kind, of, old, new });
        }
    }

    fn settings(&mut self, old: &MapSettings, new: &MapSettings) {
        // Coordinators are told by area. The digest tells that files differ, not in what.
        let MapSettings {
            name,
            zone,
            calendar,
            office_hours,
            coordinator: _,
            promises,
            emergency,
            escalation,
            digest: _,
        } = old;
        let text = |text: &dyn Display| Some(MapStatement::Text(text.to_string()));
        self.add(FactKind::MapName, None, text(name), text(&new.name));
        self.add(FactKind::Timezone, None, text(zone), text(&new.zone));
        let whether = |holidays| Some(MapStatement::Whether(holidays));
        self.add(
            FactKind::Holidays,
            None,
            whether(calendar.dutch_holidays),
            whether(new.calendar.dutch_holidays),
        );
        let closed = Shift {
            old: &calendar.closed_days,
            new: &new.calendar.closed_days,
        };
        let open = Shift {
            old: &calendar.open_days,
            new: &new.calendar.open_days,
        };
        for (kind, days) in [(FactKind::ClosedDay, closed), (FactKind::OpenDay, open)] {
            days.old
                .difference(days.new)
                .for_each(|day| self.add(kind, None, Some(MapStatement::Day(*day)), None));
            days.new
                .difference(days.old)
                .for_each(|day| self.add(kind, None, None, Some(MapStatement::Day(*day))));
        }
        let office = |hours: &OfficeHours| Some(MapStatement::Office(hours.clone()));
        self.add(
            FactKind::OfficeHours,
            None,
            office(office_hours),
            office(&new.office_hours),
        );
        let Promises {
            accept_within,
            feedback_within,
            confirm_within,
        } = *promises;
        let term = |term| Some(MapStatement::Term(term));
        self.add(
            FactKind::AcceptWithin,
            None,
            term(accept_within),
            term(new.promises.accept_within),
        );
        self.add(
            FactKind::FeedbackWithin,
            None,
            term(feedback_within),
            term(new.promises.feedback_within),
        );
        self.add(
            FactKind::ConfirmWithin,
            None,
            term(confirm_within),
            term(new.promises.confirm_within),
        );
        self.escalation(escalation, &new.escalation);
        self.emergency(emergency, &new.emergency);
    }

    /// A step is what it is about: the same with others to tell is a change of it.
    fn escalation(&mut self, old: &[Escalation], new: &[Escalation]) {
        let said = |steps: &[Escalation], step| {
            let found = steps.iter().find(|one| one.step == step);
            found.map(
                |Escalation {
                     step,
                     tell,
                     takes_over,
                     place: _,
                 }| MapStatement::Step(*step, tell.clone(), *takes_over),
            )
        };
        let steps: BTreeSet<AlarmStep> = old.iter().chain(new).map(|one| one.step).collect();
        for step in steps {
            self.add(
                FactKind::EscalationStep,
                None,
                said(old, step),
                said(new, step),
            );
        }
    }

    fn emergency(&mut self, old: &[EmergencyLine], new: &[EmergencyLine]) {
        let said = |line: &EmergencyLine| EmergencyLine {
            place: None,
            ..line.clone()
        };
        let (old, new): (Vec<_>, Vec<_>) = (
            old.iter().map(said).collect(),
            new.iter().map(said).collect(),
        );
        let (mut gone, mut come): (Vec<_>, Vec<_>) = (old.clone(), new.clone());
        gone.retain(|line| !new.contains(line));
        come.retain(|line| !old.contains(line));
        if gone.is_empty() && come.is_empty() {
            let calls = |lines: &[EmergencyLine]| {
                let calls: Vec<&str> = lines.iter().map(|line| line.call.as_str()).collect();
                Some(MapStatement::Text(calls.join(", ")))
            };
            self.add(FactKind::EmergencyOrder, None, calls(&old), calls(&new));
        }
        gone.into_iter().for_each(|line| {
            self.add(
                FactKind::EmergencyLine,
                None,
                Some(MapStatement::Line(line)),
                None,
            )
        });
        come.into_iter().for_each(|line| {
            self.add(
                FactKind::EmergencyLine,
                None,
                None,
                Some(MapStatement::Line(line)),
            )
        });
    }

    fn topics(&mut self, old: &RouteMap, new: &RouteMap) {
        let name = |topic: &Topic| Some(MapStatement::Name(topic.name.clone()));
        for topic in old
            .topics()
            .iter()
            .filter(|topic| new.topic(&topic.id).is_none())
        {
            self.add(
                FactKind::Topic,
                Some(MapStatement::Topic(topic.id.clone())),
                name(topic),
                None,
            );
        }
        for topic in new.topics() {
            let of = || Some(MapStatement::Topic(topic.id.clone()));
            let Some(before) = old.topic(&topic.id) else {
                self.add(FactKind::Topic, of(), None, name(topic));
                continue;
            };
            let within = |map: &RouteMap, topic: &Topic| {
                Some(MapStatement::Topic(map.topic_at(topic.parent?).id.clone()))
            };
            self.add(FactKind::TopicName, of(), name(before), name(topic));
            self.add(
                FactKind::TopicPart,
                of(),
                within(old, before),
                within(new, topic),
            );
        }
    }

    fn areas(&mut self, old: &RouteMap, new: &RouteMap) {
        let name = |area: &Area| Some(MapStatement::Text(area.name.clone()));
        for area in old
            .areas()
            .iter()
            .filter(|area| new.area(&area.id).is_none())
        {
            self.add(
                FactKind::Area,
                Some(MapStatement::Area(area.id.clone())),
                name(area),
                None,
            );
        }
        for area in new.areas() {
            let of = || Some(MapStatement::Area(area.id.clone()));
            let Some(before) = old.area(&area.id) else {
                self.add(FactKind::Area, of(), None, name(area));
                continue;
            };
            let code = |area: &Area| area.code.clone().map(MapStatement::Text);
            let within = |map: &RouteMap, area: &Area| {
                Some(MapStatement::Area(map.area_at(area.parent?).id.clone()))
            };
            self.add(FactKind::AreaName, of(), name(before), name(area));
            self.add(FactKind::AreaCode, of(), code(before), code(area));
            self.add(
                FactKind::AreaWithin,
                of(),
                within(old, before),
                within(new, area),
            );
        }
        for postcodes::Moved { from, to, area } in postcodes::moved(old, new) {
            let these = if from == to {
                from.to_string()
            } else {
                format!("{from}-{to}")
            };
            self.add(
                FactKind::Postcodes,
                Some(MapStatement::Text(these)),
                area.old.map(MapStatement::Area),
                area.new.map(MapStatement::Area),
            );
        }
    }

    fn organisations(&mut self, old: &RouteMap, new: &RouteMap) {
        let named = |one: &Organisation| Some(MapStatement::Text(one.name.clone()));
        for one in old
            .organisations()
            .iter()
            .filter(|one| new.organisation(&one.id).is_none())
        {
            self.add(
                FactKind::Organisation,
                Some(MapStatement::Organisation(one.id.clone())),
                named(one),
                None,
            );
        }
        for one in new.organisations().iter() {
            let Organisation {
                id,
                name: _,
                kind,
                contact,
                place: _,
            } = one;
            let of = || Some(MapStatement::Organisation(id.clone()));
            let Some(before) = old.organisation(id) else {
                self.add(FactKind::Organisation, of(), None, named(one));
                continue;
            };
            self.add(FactKind::OrganisationName, of(), named(before), named(one));
            let text = |text: &dyn Display| Some(MapStatement::Text(text.to_string()));
            self.add(
                FactKind::OrganisationKind,
                of(),
                text(&before.kind),
                text(kind),
            );
            let reach =
                |contact: &Option<Contact>| contact.clone().map_or((None, None, None), describe);
            let (was, is) = (reach(&before.contact), reach(contact));
            self.add(FactKind::Phone, of(), was.0, is.0);
            self.add(FactKind::Email, of(), was.1, is.1);
            self.add(FactKind::ContactHours, of(), was.2, is.2);
        }
    }
}

/// Telephone number, e-mail address and hours. When somebody made sure of them changes nothing for
/// a sender.
fn describe(
    contact: Contact,
) -> (
    Option<MapStatement>,
    Option<MapStatement>,
    Option<MapStatement>,
) {
    let Contact {
        phone,
        email,
        hours,
        checked_on: _,
    } = contact;
    (
        phone.map(MapStatement::Text),
        email.map(MapStatement::Text),
        Some(MapStatement::Reachable(hours)),
    )
}
