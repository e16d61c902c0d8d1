//! Sets of senders. Organisations that the same candidates admit form a class.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::OrganisationId;
use crate::domain::invariant::{at, number};

/// A set of organisations, kept once; equal sets have equal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SenderSet(u32);

/// A limit to senders that candidates set; equal limits have equal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct LimitNumber(u32);

/// A set as the numbers of its organisations, or of those that are not in it, whichever is shorter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct SenderList {
    all_but: bool,
    /// Sorted.
    these: Vec<u32>,
}

impl SenderList {
    fn has(&self, organisation: u32) -> bool {
        self.these.binary_search(&organisation).is_ok() != self.all_but
    }

    /// The same set in its shorter form, among this many organisations.
    fn shortest(self, organisations: usize) -> Self {
        let twice = self.these.len() * 2;
        if twice < organisations || (twice == organisations && !self.all_but) {
            return self;
        }
        let others = (0..number(organisations)).filter(|n| self.has(*n) == self.all_but);
        Self {
            all_but: !self.all_but,
            these: others.collect(),
        }
    }
}

/// Organisations that the same limits admit, at least one.
#[derive(Debug)]
struct Class {
    /// Of the class that no limit names: all that limits name.
    listed: SenderList,
    example: OrganisationId,
}

/// How limits divide the organisations.
#[derive(Debug)]
pub(super) struct Classes {
    number: u32,
    classes: Vec<Class>,
}

impl Classes {
    /// One organisation of each class.
    pub(super) fn examples(&self) -> impl Iterator<Item = &OrganisationId> {
        self.classes.iter().map(|class| &class.example)
    }
}

/// All sets of senders that a survey has met.
#[derive(Debug)]
pub(super) struct SenderSets {
    ids: Vec<OrganisationId>,
    numbers: HashMap<OrganisationId, u32, FxBuildHasher>,
    limits: Vec<Vec<u32>>,
    limit_by_content: HashMap<Vec<u32>, LimitNumber, FxBuildHasher>,
    /// By the address of the set, which lives as long as the map does.
    limit_by_address: HashMap<usize, LimitNumber, FxBuildHasher>,
    classes: HashMap<Vec<LimitNumber>, Rc<Classes>, FxBuildHasher>,
    sets: Vec<SenderList>,
    set_by_content: HashMap<SenderList, SenderSet, FxBuildHasher>,
    joined: HashMap<(u32, Vec<usize>), SenderSet, FxBuildHasher>,
    members: HashMap<SenderSet, Arc<BTreeSet<OrganisationId>>, FxBuildHasher>,
}

impl SenderSets {
    pub(super) fn new(organisations: impl Iterator<Item = OrganisationId>) -> Self {
        let (mut ids, mut numbers) = (Vec::new(), HashMap::default());
        for id in organisations {
            numbers.entry(id.clone()).or_insert_with(|| {
                ids.push(id);
                number(ids.len() - 1)
            });
        }
        Self {
            ids,
            numbers,
            limits: Vec::new(),
            limit_by_content: HashMap::default(),
            limit_by_address: HashMap::default(),
            classes: HashMap::default(),
            sets: Vec::new(),
            set_by_content: HashMap::default(),
            joined: HashMap::default(),
            members: HashMap::default(),
        }
    }

    /// The number of a limit to these senders.
    pub(super) fn limit(&mut self, senders: &Arc<BTreeSet<OrganisationId>>) -> LimitNumber {
        let address = Arc::as_ptr(senders).addr();
        if let Some(known) = self.limit_by_address.get(&address) {
            return *known;
        }
        let mut these: Vec<u32> = senders
            .iter()
            .filter_map(|id| self.numbers.get(id).copied())
            .collect();
        these.sort_unstable();
        let limits = &mut self.limits;
        let known = self.limit_by_content.entry(these);
        let limit = *known.or_insert_with_key(|these| {
            limits.push(these.clone());
            LimitNumber(number(limits.len() - 1))
        });
        self.limit_by_address.insert(address, limit);
        limit
    }

    /// How these limits divide the organisations.
    pub(super) fn classes(&mut self, mut limits: Vec<LimitNumber>) -> Rc<Classes> {
        limits.sort_unstable();
        limits.dedup();
        if let Some(known) = self.classes.get(&limits) {
            return Rc::clone(known);
        }
        let classes = Rc::new(Classes {
            number: number(self.classes.len()),
            classes: self.divide(&limits),
        });
        self.classes.insert(limits, Rc::clone(&classes));
        classes
    }

    fn divide(&self, limits: &[LimitNumber]) -> Vec<Class> {
        let mut admitting: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (place, limit) in limits.iter().enumerate() {
            for organisation in at(&self.limits, limit.0 as usize) {
                admitting.entry(*organisation).or_default().push(place);
            }
        }
        let named: Vec<u32> = admitting.keys().copied().collect();
        let unnamed = (0..).zip(&named).find(|(n, named)| n != *named);
        let unnamed = unnamed.map_or(number(named.len()), |(n, _)| n);
        let mut alike: BTreeMap<Vec<usize>, Vec<u32>> = BTreeMap::new();
        for (organisation, limits) in admitting {
            alike.entry(limits).or_default().push(organisation);
        }
        let mut classes: Vec<Class> = Vec::new();
        for these in alike.into_values() {
            classes.push(Class {
                example: at(&self.ids, *at(&these, 0) as usize).clone(),
                listed: SenderList {
                    all_but: false,
                    these,
                },
            });
        }
        classes.extend(self.ids.get(unnamed as usize).map(|example| Class {
            example: example.clone(),
            listed: SenderList {
                all_but: true,
                these: named,
            },
        }));
        classes
    }

    /// The union of the classes at these places.
    pub(super) fn join(&mut self, classes: &Classes, places: Vec<usize>) -> SenderSet {
        let key = (classes.number, places);
        if let Some(known) = self.joined.get(&key) {
            return *known;
        }
        // With the unnamed class in it, the set is described by the named ones that are not.
        let (mut inside, mut outside, mut all_but) = (Vec::new(), Vec::new(), false);
        for (place, class) in classes.classes.iter().enumerate() {
            match (class.listed.all_but, key.1.contains(&place)) {
                (true, is_in) => all_but = is_in,
                (false, true) => inside.extend_from_slice(&class.listed.these),
                (false, false) => outside.extend_from_slice(&class.listed.these),
            }
        }
        let mut these = if all_but { outside } else { inside };
        these.sort_unstable();
        let listed = SenderList { all_but, these }.shortest(self.ids.len());
        let sets = &mut self.sets;
        let known = self.set_by_content.entry(listed);
        let set = *known.or_insert_with_key(|listed| {
            sets.push(listed.clone());
            SenderSet(number(sets.len() - 1))
        });
        self.joined.insert(key, set);
        set
    }

    /// The organisations of a set.
    pub(super) fn members(&mut self, set: SenderSet) -> Arc<BTreeSet<OrganisationId>> {
        let (sets, ids) = (&self.sets, &self.ids);
        let members = self.members.entry(set).or_insert_with(|| {
            let listed = at(sets, set.0 as usize);
            let members = (0..).zip(ids).filter(|(n, _)| listed.has(*n));
            Arc::new(members.map(|(_, id)| id.clone()).collect())
        });
        Arc::clone(members)
    }
}
