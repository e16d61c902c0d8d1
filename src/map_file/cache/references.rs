//! The references within a map that was kept: whether each leads somewhere.

use std::collections::HashSet;
use std::hash::Hash;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::{KindId, OrganisationId, TopicId};
use crate::routing::choice::Choices;
use crate::routing::criterion::{Criteria, Senders};
use crate::routing::map::{
    Area, EmergencyLine, Escalation, Listener, MapParts, MapSettings, OpenPoint, Responsibility,
    SenderLevels, Topic,
};

/// Whether every reference resolves and every code is unique. A map read from its files without a
/// fault is whole.
pub(super) fn are_whole(parts: &MapParts) -> bool {
    let MapParts {
        settings,
        topics,
        areas,
        organisations,
        responsibilities: _,
        open_points,
    } = parts;
    let known = Declared::of(parts);
    known.codes_differ()
        && known.settings(settings)
        && topics.iter().zip(0..).all(is_topic_below)
        && areas
            .iter()
            .zip(0..)
            .all(|(area, place)| known.area(area, place))
        && parts
            .of_owners()
            .all(|(owner, owned)| known.owned(owner, owned))
        && open_points.iter().all(|point| known.open_point(point))
        && !(topics.is_empty() || areas.is_empty() || organisations.is_empty())
}

struct Declared<'a> {
    parts: &'a MapParts,
    organisations: HashSet<&'a OrganisationId, FxBuildHasher>,
    kinds: HashSet<&'a KindId, FxBuildHasher>,
}

impl<'a> Declared<'a> {
    fn of(parts: &'a MapParts) -> Self {
        Self {
            parts,
            organisations: parts.organisations.iter().map(|o| &o.id).collect(),
            kinds: parts.organisations.iter().map(|o| &o.kind).collect(),
        }
    }

    fn codes_differ(&self) -> bool {
        self.organisations.len() == self.parts.organisations.len()
            && all_differ(self.parts.topics.iter().map(|topic| &topic.id))
            && all_differ(self.parts.areas.iter().map(|area| &area.id))
    }

    fn organisations<'i>(&self, mut ids: impl Iterator<Item = &'i OrganisationId>) -> bool {
        ids.all(|id| self.organisations.contains(id))
    }

    fn settings(&self, settings: &MapSettings) -> bool {
        let MapSettings {
            name: _,
            id: _,
            zone: _,
            calendar: _,
            office_hours,
            coordinator,
            privacy_officer,
            promises: _,
            promises_place: _,
            emergency,
            handover: _,
            levels: SenderLevels { kinds, named },
            escalation,
            digest: _,
        } = settings;
        office_hours.to.is_after(office_hours.from)
            && self.organisations([coordinator].into_iter().chain(privacy_officer))
            && self.organisations(named.keys())
            && kinds.keys().all(|kind| self.kinds.contains(kind))
            && emergency.iter().all(|line| self.line(line))
            && escalation.iter().all(|step| self.step(step))
    }

    fn line(&self, line: &EmergencyLine) -> bool {
        let known = |id: &TopicId| self.parts.topics.iter().any(|topic| topic.id == *id);
        self.organisations(line.organisation.iter()) && line.topics.iter().flatten().all(known)
    }

    fn step(&self, step: &Escalation) -> bool {
        step.tell.iter().all(|listener| match listener {
            Listener::Organisation(id) => self.organisations.contains(id),
            Listener::Owner | Listener::Sender | Listener::Coordinator => true,
        })
    }

    fn area(&self, area: &Area, place: u32) -> bool {
        let Area {
            id: _,
            formerly: _,
            valid: _,
            name: _,
            also: _,
            code: _,
            parent,
            postcodes: _,
            coordinator,
            place: _,
        } = area;
        parent.is_none_or(|parent| parent.0 < place) && self.organisations(coordinator.iter())
    }

    fn owned(&self, owner: &OrganisationId, owned: &[Responsibility]) -> bool {
        self.organisations([owner].into_iter()) && owned.iter().all(|r| self.responsibility(r))
    }

    fn responsibility(&self, responsibility: &Responsibility) -> bool {
        let Responsibility {
            owner: _,
            criteria,
            priority: _,
            valid: _,
            accept_within: _,
            feedback_within: _,
            acute: _,
            level: _,
            involve,
            handover: _,
            leads: _,
            because: _,
            place: _,
        } = responsibility;
        self.organisations(involve.iter()) && self.criteria(criteria)
    }

    fn open_point(&self, open_point: &OpenPoint) -> bool {
        let OpenPoint {
            about: _,
            criteria,
            until: _,
            because: _,
            place: _,
        } = open_point;
        self.criteria(criteria)
    }

    fn criteria(&self, criteria: &Criteria) -> bool {
        let Criteria {
            topics,
            ages: _,
            areas,
            senders,
            choices,
        } = criteria;
        let all = self.parts;
        topics
            .iter()
            .flatten()
            .all(|topic| all.topics.get(topic.0 as usize).is_some())
            && areas
                .iter()
                .flatten()
                .all(|area| all.areas.get(area.0 as usize).is_some())
            && senders.iter().all(|senders| self.senders(senders))
            && choices.allowed().are_among(&Choices::all())
    }

    fn senders(&self, senders: &Senders) -> bool {
        let Senders {
            kinds,
            named,
            organisations: _,
        } = senders;
        kinds.iter().all(|kind| self.kinds.contains(kind)) && self.organisations(named.iter())
    }
}

/// A parent precedes its children, so every way up ends.
fn is_topic_below((topic, place): (&Topic, u32)) -> bool {
    topic.parent.is_none_or(|parent| parent.0 < place)
}

fn all_differ<T: Hash + Eq>(codes: impl ExactSizeIterator<Item = T>) -> bool {
    let count = codes.len();
    codes.collect::<HashSet<T, FxBuildHasher>>().len() == count
}
