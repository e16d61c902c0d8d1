//! Which responsibilities cover each topic in each area. Equal lists are kept once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::domain::invariant::{at, at_mut, number};
use crate::map_analysis::survey::areas::{AreaDetails, DetailByDay};
use crate::map_analysis::survey::days::DayRange;
use crate::routing::map::{AreaIx, Responsibility, ResponsibilityIx, RouteMap, TopicIx, ValidDays};

/// The candidates of a cell: responsibilities of one map that may own its signals.
#[derive(Debug, Clone)]
pub(super) struct CandidateList<'a> {
    pub(super) map: &'a RouteMap,
    pub(super) ixs: Rc<[ResponsibilityIx]>,
    contains: Rc<RefCell<Containments>>,
}

/// Whether the first responsibility strictly contains the second. Cached, because the same two meet
/// in many cells.
type Containments = HashMap<(ResponsibilityIx, ResponsibilityIx), bool, FxBuildHasher>;

impl<'a> CandidateList<'a> {
    /// No candidates.
    pub(super) fn none(map: &'a RouteMap) -> Self {
        Self {
            map,
            ixs: Rc::from([]),
            contains: Rc::default(),
        }
    }

    /// Other responsibilities of the same map.
    pub(super) fn with_list(&self, list: Vec<ResponsibilityIx>) -> Self {
        Self {
            ixs: list.into(),
            ..self.clone()
        }
    }

    pub(super) fn strictly_contain(&self, one: ResponsibilityIx, other: ResponsibilityIx) -> bool {
        let mut contains = self.contains.borrow_mut();
        *contains.entry((one, other)).or_insert_with(|| {
            let criteria = &self.map.responsibility(one).criteria;
            criteria.strictly_contain(&self.map.responsibility(other).criteria, self.map)
        })
    }

    pub(super) fn candidates(
        &self,
    ) -> impl Iterator<Item = (ResponsibilityIx, &'a Responsibility)> {
        let map = self.map;
        self.ixs
            .iter()
            .map(move |ix| (*ix, map.responsibility(*ix)))
    }
}

/// A subject in an area. The subject is its place in a list: one topic, or several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SubjectCell {
    pub(super) subject: u32,
    pub(super) area: Option<AreaIx>,
}

/// Cells with the same answers, because the same responsibilities cover them.
#[derive(Debug)]
pub(super) struct CellGroup<'a> {
    /// The candidates, in the order of the survey that made the group: of one map its only list, of
    /// two the old map's and the new one's, of leads the list of them all and then those of one topic.
    pub(super) lists: Vec<CandidateList<'a>>,
    /// The days on which its signals are there, and how well they say where. Never empty.
    pub(super) when: DetailByDay,
    pub(super) cells: Vec<SubjectCell>,
}

/// Groups cells with equal keys that are there on the same days, and whose areas say where equally
/// well on them.
pub(super) struct CellGroups<'a> {
    details: AreaDetails,
    groups: Vec<CellGroup<'a>>,
    known: HashMap<(Vec<u32>, DetailByDay), usize, FxBuildHasher>,
}

impl<'a> CellGroups<'a> {
    pub(super) fn new(map: &RouteMap, days: DayRange) -> Self {
        Self {
            details: AreaDetails::new(map, days),
            groups: Vec::new(),
            known: HashMap::default(),
        }
    }

    /// `valid` are the days on which the subject is there; `lists` gives those of a key that is new.
    pub(super) fn add(
        &mut self,
        cell: SubjectCell,
        valid: ValidDays,
        key: Vec<u32>,
        lists: impl FnOnce(&[u32]) -> Vec<CandidateList<'a>>,
    ) {
        let when = self.details.of(cell.area).iter();
        let when = when.filter_map(|(days, detail)| Some((days.during(valid)?, *detail)));
        let when: DetailByDay = when.collect();
        if when.is_empty() {
            return;
        }
        let groups = &mut self.groups;
        let known = self.known.entry((key, when));
        let place = *known.or_insert_with_key(|(key, when)| {
            groups.push(CellGroup {
                lists: lists(key),
                when: when.clone(),
                cells: Vec::new(),
            });
            groups.len() - 1
        });
        at_mut(groups, place).cells.push(cell);
    }

    pub(super) fn finish(self) -> Vec<CellGroup<'a>> {
        self.groups
    }
}

/// Which responsibilities of a map cover each topic in each area on one of the days.
#[derive(Debug)]
pub(super) struct Cover<'a> {
    map: &'a RouteMap,
    lists: Vec<Rc<[ResponsibilityIx]>>,
    /// Numbers of lists. A row for each topic, and one for a topic that the map does not know; in
    /// each row an entry for each area, and one for no area.
    at: Vec<u32>,
    contains: Rc<RefCell<Containments>>,
}

impl<'a> Cover<'a> {
    pub(super) fn new(map: &'a RouteMap, days: DayRange) -> Self {
        let (mut lists, mut at): (Vec<Rc<[ResponsibilityIx]>>, _) = (Vec::new(), Vec::new());
        let mut known: HashMap<Rc<[ResponsibilityIx]>, u32, FxBuildHasher> = HashMap::default();
        for topic in map.topic_ixs().map(Some).chain([None]) {
            for area in map.area_ixs_and_none() {
                let mut covering = map.covering(topic, area);
                covering.retain(|ix| days.overlap(map.responsibility(*ix).valid));
                let number = known.get(covering.as_slice()).copied().unwrap_or_else(|| {
                    let (list, number) = (Rc::from(covering), number(lists.len()));
                    lists.push(Rc::clone(&list));
                    known.insert(list, number);
                    number
                });
                at.push(number);
            }
        }
        Self {
            map,
            lists,
            at,
            contains: Rc::default(),
        }
    }

    /// The number of the list for this topic and area.
    pub(super) fn number(&self, topic: Option<TopicIx>, area: Option<AreaIx>) -> u32 {
        let row = topic.map_or(self.map.topics().len(), |topic| topic.0 as usize);
        let column = area.map_or(self.map.areas().len(), |area| area.0 as usize);
        *at(&self.at, row * (self.map.areas().len() + 1) + column)
    }

    /// The candidates of the list with this number.
    pub(super) fn list(&self, number: u32) -> CandidateList<'a> {
        CandidateList {
            map: self.map,
            ixs: Rc::clone(at(&self.lists, number as usize)),
            contains: Rc::clone(&self.contains),
        }
    }

    /// These candidates.
    pub(super) fn list_of(&self, list: Vec<ResponsibilityIx>) -> CandidateList<'a> {
        self.list(0).with_list(list)
    }
}
