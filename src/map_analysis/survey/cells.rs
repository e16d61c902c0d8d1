//! Which responsibilities cover each topic in each area, with equal lists kept once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::domain::invariant::{at, number};
use crate::map_analysis::survey::areas::AreaAsked;
use crate::map_analysis::survey::days::DayRange;
use crate::routing::map::{AreaIx, Responsibility, ResponsibilityIx, RouteMap, TopicIx};

/// Candidates of one contest.
#[derive(Debug, Clone)]
pub(super) struct CellCandidates<'a> {
    /// Of which map.
    pub(super) map: &'a RouteMap,
    /// Which responsibilities, by place.
    pub(super) list: Rc<[ResponsibilityIx]>,
    narrower: Rc<RefCell<Narrower>>,
}

/// What is known of which responsibility strictly contains which: the same two meet in many cells.
type Narrower = HashMap<(ResponsibilityIx, ResponsibilityIx), bool, FxBuildHasher>;

impl<'a> CellCandidates<'a> {
    /// A question to nobody of this map, to be asked of others of it.
    pub(super) fn of_nobody(map: &'a RouteMap) -> Self {
        Self {
            map,
            list: Rc::from([]),
            narrower: Rc::default(),
        }
    }

    /// The same question to these.
    pub(super) fn of_only(&self, list: Vec<ResponsibilityIx>) -> Self {
        Self {
            list: list.into(),
            ..self.clone()
        }
    }

    /// Whether one claim strictly contains another.
    pub(super) fn strictly_contain(&self, one: ResponsibilityIx, other: ResponsibilityIx) -> bool {
        let criteria = |ix| &self.map.responsibility(ix).criteria;
        let contain = || criteria(one).strictly_contain(criteria(other), self.map);
        *self
            .narrower
            .borrow_mut()
            .entry((one, other))
            .or_insert_with(contain)
    }

    pub(super) fn candidates(
        &self,
    ) -> impl Iterator<Item = (ResponsibilityIx, &'a Responsibility)> {
        let map = self.map;
        self.list
            .iter()
            .map(move |ix| (*ix, map.responsibility(*ix)))
    }
}

/// What signals are about: one topic, or several at once. The number is the subject's place in a
/// list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SubjectCell {
    pub(super) subject: u32,
    pub(super) area: Option<AreaIx>,
}

/// Cells that get the same answers, because the same responsibilities cover them.
#[derive(Debug)]
pub(super) struct CellGroup<'a> {
    pub(super) asks: Vec<CellCandidates<'a>>,
    pub(super) area: AreaAsked,
    pub(super) cells: Vec<SubjectCell>,
}

/// Which responsibilities of a map cover each topic in each area, as far as they hold on one of the
/// days.
#[derive(Debug)]
pub(super) struct Cover<'a> {
    map: &'a RouteMap,
    lists: Vec<Rc<[ResponsibilityIx]>>,
    /// A row for each topic and one for a topic that the map does not know; in each row an entry
    /// for each area and one for no area.
    at: Vec<u32>,
    narrower: Rc<RefCell<Narrower>>,
}

impl<'a> Cover<'a> {
    pub(super) fn new(map: &'a RouteMap, days: DayRange) -> Self {
        let (mut lists, mut at): (Vec<Rc<[ResponsibilityIx]>>, _) = (Vec::new(), Vec::new());
        let mut known: HashMap<Rc<[ResponsibilityIx]>, u32, FxBuildHasher> = HashMap::default();
        for topic in each_and_none(map.topics().len()) {
            for area in each_and_none(map.areas().len()) {
                let mut covering = map.covering(topic.map(TopicIx), area.map(AreaIx));
                covering.retain(|ix| {
                    let responsibility = map.responsibility(*ix);
                    days.overlap(responsibility.valid_from, responsibility.valid_until)
                });
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
            narrower: Rc::default(),
        }
    }

    /// The number of the list of those that cover this topic and area.
    pub(super) fn number(&self, topic: Option<TopicIx>, area: Option<AreaIx>) -> u32 {
        let row = topic.map_or(self.map.topics().len(), |topic| topic.0 as usize);
        let column = area.map_or(self.map.areas().len(), |area| area.0 as usize);
        *at(&self.at, row * (self.map.areas().len() + 1) + column)
    }

    /// The list with this number.
    pub(super) fn ask(&self, number: u32) -> CellCandidates<'a> {
        CellCandidates {
            map: self.map,
            list: Rc::clone(at(&self.lists, number as usize)),
            narrower: Rc::clone(&self.narrower),
        }
    }
}

/// `0`, `1`, … up to `count`, and then none.
pub(super) fn each_and_none(count: usize) -> impl Iterator<Item = Option<u32>> {
    (0..).take(count).map(Some).chain([None])
}
