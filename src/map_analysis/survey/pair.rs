//! The answers of two maps to every signal that both can be asked about.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::event::Level;
use crate::domain::invariant::{at, number};
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::cells::{CandidateList, CellGroups, Cover, SubjectCell};
use crate::map_analysis::survey::chart::{Apart, ChartEntry, Subjects, chart};
use crate::map_analysis::survey::days::DayRange;
use crate::routing::choice::Values;
use crate::routing::criterion::Criteria;
use crate::routing::map::{
    AcutePromises, Area, AreaIx, MapParts, Responsibility, RouteMap, Topic, TopicIx, ValidDays,
};

/// Two maps side by side. Topics, areas and organisations are the same when their codes are.
#[derive(Debug)]
pub struct Pair<'a> {
    pub old: &'a RouteMap,
    pub new: &'a RouteMap,
    /// What both maps know, with the names and order of the new one. Regions are in terms of it.
    pub shared: RouteMap,
    /// The place of each shared topic in the old map and in the new one.
    pub(super) topics: Vec<(TopicIx, TopicIx)>,
    /// The place of each shared area in the old map and in the new one.
    areas: Vec<(AreaIx, AreaIx)>,
    /// Whether topics and areas have equal places and trees, so that equal criteria mean the same
    /// signals.
    same_trees: bool,
    /// The shared organisations that may hear the status alone, whoever owns: in the old map, and in
    /// the new. A set without any is left out.
    status_only: Vec<Arc<BTreeSet<OrganisationId>>>,
    /// The days on which something of either map begins or is no more.
    turns: Vec<Day>,
    /// Whether the organisations of both maps have the same days and former codes, so that the same
    /// partners are involved.
    same_partners: bool,
    /// Whether every shared organisation may hear as much in both.
    same_levels: bool,
    /// Whether two limits to senders are equal, by their addresses: there are few limits, and many
    /// responsibilities share one.
    same_senders: RefCell<HashMap<(usize, usize), bool, FxBuildHasher>>,
}

impl<'a> Pair<'a> {
    #[must_use]
    pub fn new(old: &'a RouteMap, new: &'a RouteMap) -> Self {
        let topics: Vec<(TopicIx, TopicIx)> = new
            .topic_ixs()
            .filter_map(|ix| Some((old.topic_ix(&new.topic_at(ix).id)?, ix)))
            .collect();
        let areas: Vec<(AreaIx, AreaIx)> = new
            .area_ixs()
            .filter_map(|ix| Some((old.area_ix(&new.area_at(ix).id)?, ix)))
            .collect();
        let shared = shared_map(old, new, &topics, &areas);
        let [in_old, in_new] = [old, new].map(|map| status_only_senders(map, &shared));
        let same_levels = in_old == in_new;
        let mut status_only = vec![Arc::new(in_old), Arc::new(in_new)];
        status_only.retain(|senders| !senders.is_empty());
        Self {
            old,
            new,
            shared,
            topics,
            areas,
            same_trees: trees(old) == trees(new),
            status_only,
            same_levels,
            turns: old.turns().iter().chain(new.turns()).copied().collect(),
            same_partners: partners(old) == partners(new),
            same_senders: RefCell::default(),
        }
    }

    /// Labels every signal with one topic that both maps can be asked about, as [`super::survey`]
    /// does for one map. The first list of an answer is that of the old map, the second that of
    /// the new.
    ///
    /// Signals for which both maps have the same responsibilities are not labelled, unless a sender
    /// may hear more or less. Senders are told apart by how much they may hear.
    pub fn survey<L: Ord + Hash + Clone>(
        &self,
        days: DayRange,
        label: impl FnMut(&[ChartEntry<'_>]) -> Vec<Option<L>>,
    ) -> Vec<(L, Vec<Region>)> {
        let (old, new) = (Cover::new(self.old, days), Cover::new(self.new, days));
        let mut groups = CellGroups::new(&self.shared, days);
        for (subject, (old_topic, new_topic)) in (0..).zip(&self.topics) {
            let valid = self.shared.topic_at(TopicIx(subject)).valid;
            for area in self.shared.area_ixs_and_none() {
                let (old_area, new_area) = self.places_of(area);
                let numbers = (
                    old.number(Some(*old_topic), old_area),
                    new.number(Some(*new_topic), new_area),
                );
                let cell = SubjectCell { subject, area };
                groups.add(cell, valid, vec![numbers.0, numbers.1], |_| {
                    vec![old.list(numbers.0), new.list(numbers.1)]
                });
            }
        }
        let mut groups = groups.finish();
        groups.retain(|group| !self.same_levels || !self.have_same_candidates(&group.lists));
        chart(
            &groups,
            Subjects::OneTopic {
                apart: Apart {
                    urgencies: Values::of(Urgency::Acute),
                    senders: &self.status_only,
                    turns: &self.turns,
                },
            },
            &self.shared,
            label,
        )
    }

    /// The place of a shared area in the old map and in the new.
    pub fn places_of(&self, area: Option<AreaIx>) -> (Option<AreaIx>, Option<AreaIx>) {
        area.map(|area| *at(&self.areas, area.0 as usize)).unzip()
    }

    /// Whether the candidates of the two maps are the same, one by one. If so, every answer is the
    /// same.
    pub(super) fn have_same_candidates(&self, lists: &[CandidateList<'_>]) -> bool {
        let [old, new] = lists else { return false };
        let mut pairs = old.candidates().zip(new.candidates());
        self.same_trees
            && old.ixs.len() == new.ixs.len()
            && pairs.all(|((_, old), (_, new))| self.answer_alike(old, new))
    }

    fn answer_alike(&self, old: &Responsibility, new: &Responsibility) -> bool {
        // Why it was agreed and where that is written changes no answer. Whether it leads is
        // another list.
        let Responsibility {
            owner,
            criteria,
            priority,
            valid,
            accept_within,
            feedback_within,
            acute:
                AcutePromises {
                    accept_within: acute_accept,
                    feedback_within: acute_feedback,
                    because: _,
                },
            level,
            involve,
            handover,
            leads: _,
            because: _,
            place: _,
        } = old;
        self.are_equal(criteria, &new.criteria)
            && (owner, priority, level) == (&new.owner, &new.priority, &new.level)
            && *handover == new.handover
            && *valid == new.valid
            && (self.same_partners || involve.is_empty())
            && (accept_within, feedback_within, involve)
                == (&new.accept_within, &new.feedback_within, &new.involve)
            && (acute_accept, acute_feedback)
                == (&new.acute.accept_within, &new.acute.feedback_within)
    }

    fn are_equal(&self, old: &Criteria, new: &Criteria) -> bool {
        let Criteria {
            topics,
            ages,
            areas,
            senders,
            choices,
        } = old;
        let same_senders = match (senders, &new.senders) {
            (None, None) => true,
            (Some(old), Some(new)) => {
                let (old, new) = (&old.organisations, &new.organisations);
                let key = (Arc::as_ptr(old).addr(), Arc::as_ptr(new).addr());
                let mut known = self.same_senders.borrow_mut();
                *known.entry(key).or_insert_with(|| old == new)
            }
            (Some(_), None) | (None, Some(_)) => false,
        };
        same_senders
            && (topics, ages, areas) == (&new.topics, &new.ages, &new.areas)
            && *choices == new.choices
    }
}

/// The organisations that are not always there, or took over a code.
fn partners(map: &RouteMap) -> Vec<(&OrganisationId, ValidDays, &[OrganisationId])> {
    let all = map.organisations().iter();
    let all = all.filter(|one| one.valid != ValidDays::default() || !one.formerly.is_empty());
    all.map(|one| (&one.id, one.valid, one.formerly.as_slice()))
        .collect()
}

fn status_only_senders(map: &RouteMap, shared: &RouteMap) -> BTreeSet<OrganisationId> {
    let all = shared.organisation_ids();
    all.filter(|id| map.sender_level(id) == Level::StatusOnly)
        .collect()
}

/// What both maps know, on the days on which both do, without responsibilities.
fn shared_map(
    old: &RouteMap,
    new: &RouteMap,
    topics: &[(TopicIx, TopicIx)],
    areas: &[(AreaIx, AreaIx)],
) -> RouteMap {
    let mut parts = MapParts {
        settings: new.settings().clone(),
        topics: Vec::new(),
        areas: Vec::new(),
        organisations: new.organisations().to_vec(),
        responsibilities: Vec::new(),
        open_points: Vec::new(),
    };
    parts
        .organisations
        .retain(|one| old.organisation(&one.id).is_some());
    for one in &mut parts.organisations {
        let before = old.organisation(&one.id);
        one.valid = before.map_or(one.valid, |before| one.valid.and(before.valid));
    }
    for (before, ix) in topics {
        let parent = new.topic_and_above(*ix).skip(1).find_map(|above| {
            let place = topics.binary_search_by_key(&above, |(_, new)| *new).ok()?;
            Some(TopicIx(number(place)))
        });
        let valid = new.topic_at(*ix).valid;
        parts.topics.push(Topic {
            parent,
            valid: valid.and(old.topic_at(*before).valid),
            ..new.topic_at(*ix).clone()
        });
    }
    for (before, ix) in areas {
        let parent = new.area_and_above(*ix).skip(1).find_map(|around| {
            let place = areas.binary_search_by_key(&around, |(_, new)| *new).ok()?;
            Some(AreaIx(number(place)))
        });
        let valid = new.area_at(*ix).valid;
        parts.areas.push(Area {
            parent,
            valid: valid.and(old.area_at(*before).valid),
            ..new.area_at(*ix).clone()
        });
    }
    RouteMap::new(parts)
}

type Parents<'m, Id, Ix> = Vec<(&'m Id, Option<Ix>)>;

/// Each topic and each area, with what it is part of.
fn trees(map: &RouteMap) -> (Parents<'_, TopicId, TopicIx>, Parents<'_, AreaId, AreaIx>) {
    let topics = map.topics().iter().map(|topic| (&topic.id, topic.parent));
    let areas = map.areas().iter().map(|area| (&area.id, area.parent));
    (topics.collect(), areas.collect())
}
