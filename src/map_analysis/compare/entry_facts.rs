//! What two maps say differently of their topics, areas and organisations.

use crate::domain::time::Day;
use crate::map_analysis::compare::contact_facts::ContactFacts;
use crate::map_analysis::compare::fact::{FactKind, MapStatement};
use crate::map_analysis::compare::facts::FactList;
use crate::map_analysis::compare::postcodes::{PostcodeMove, postcode_moves};
use crate::routing::map::{
    Area, MapEntry, Organisation, RouteMap, SendersApart, Synonyms, Topic, ValidDays,
};

/// The kinds of fact about what an entry took over, and when it is there.
#[derive(Debug, Clone, Copy)]
struct HeirFacts {
    from: FactKind,
    until: FactKind,
    formerly: FactKind,
}

impl HeirFacts {
    const TOPIC: Self = Self {
        from: FactKind::TopicFrom,
        until: FactKind::TopicUntil,
        formerly: FactKind::TopicFormerly,
    };
    const AREA: Self = Self {
        from: FactKind::AreaFrom,
        until: FactKind::AreaUntil,
        formerly: FactKind::AreaFormerly,
    };
    const ORGANISATION: Self = Self {
        from: FactKind::OrganisationFrom,
        until: FactKind::OrganisationUntil,
        formerly: FactKind::OrganisationFormerly,
    };
}

impl FactList {
    pub(super) fn topics(&mut self, old: &RouteMap, new: &RouteMap) {
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
            self.heirs(HeirFacts::TOPIC, of, before, topic);
            self.add(FactKind::TopicPart, of, old, new);
        }
    }

    pub(super) fn areas(&mut self, old: &RouteMap, new: &RouteMap, today: Day) {
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
            self.heirs(HeirFacts::AREA, of, before, area);
            self.add(
                FactKind::AreaCode,
                of,
                old_code.map(MapStatement::Text),
                code.map(MapStatement::Text),
            );
            let (old, new) = (surroundings(old, before), surroundings(new, area));
            self.add(FactKind::AreaWithin, of, old, new);
        }
        for PostcodeMove { from, to, area } in postcode_moves(old, new, today) {
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

    /// The days of an entry, and the codes that it took over, in any order.
    fn heirs<E: MapEntry<Id: ToString>>(
        &mut self,
        kinds: HeirFacts,
        of: Option<&MapStatement>,
        old: &E,
        new: &E,
    ) {
        let HeirFacts {
            from,
            until,
            formerly,
        } = kinds;
        let (was, is): (ValidDays, ValidDays) = (old.valid(), new.valid());
        let day = |day: Option<Day>| day.map(MapStatement::Day);
        self.add(from, of, day(was.from), day(is.from));
        self.add(until, of, day(was.until), day(is.until));
        let [old, new] = [old, new].map(|one| {
            let codes: Vec<String> = one.formerly().iter().map(ToString::to_string).collect();
            (!codes.is_empty()).then(|| MapStatement::Text(sorted(&codes).join(", ")))
        });
        self.add(formerly, of, old, new);
    }

    pub(super) fn organisations(&mut self, old: &RouteMap, new: &RouteMap) {
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
                valid: _,
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
            self.heirs(HeirFacts::ORGANISATION, of, before, one);
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
