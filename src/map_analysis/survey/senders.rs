//! Sets of senders: organisations are put together when the same candidates admit them.

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

/// A set by the numbers of its organisations, or by those that are not in it: whichever is the
/// shorter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct SenderList {
    all_but: bool,
    these: Vec<u32>,
}

/// Organisations that the same limits admit. There is at least one in it.
#[derive(Debug)]
struct Class {
    /// In the class that no limit names: all that limits name.
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
    /// By where the set lies in memory, which lives as long as the map does.
    limit_by_address: HashMap<usize, LimitNumber, FxBuildHasher>,
    classes: HashMap<Vec<LimitNumber>, Rc<Classes>, FxBuildHasher>,
    sets: Vec<SenderList>,
    set_by_content: HashMap<SenderList, SenderSet, FxBuildHasher>,
    joined: HashMap<(u32, Vec<usize>), SenderSet, FxBuildHasher>,
    members: HashMap<SenderSet, Arc<BTreeSet<OrganisationId>>, FxBuildHasher>,
}

impl SenderSets {
    /// Sets of these organisations.
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
        let limit = *self
            .limit_by_content
            .entry(these)
            .or_insert_with_key(|these| {
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
        let lists = limits
            .iter()
            .map(|limit| at(&self.limits, limit.0 as usize));
        let mut named: Vec<(u32, usize)> = lists
            .enumerate()
            .flat_map(|(n, these)| these.iter().map(move |o| (*o, n)))
            .collect();
        named.sort_unstable();
        let mut alike: BTreeMap<Vec<usize>, Vec<u32>> = BTreeMap::new();
        let mut all_named = Vec::new();
        for of_one in named.chunk_by(|(a, _), (b, _)| a == b) {
            let (organisation, _) = at(of_one, 0);
            alike
                .entry(of_one.iter().map(|(_, limit)| *limit).collect())
                .or_default()
                .push(*organisation);
            all_named.push(*organisation);
        }
        let unnamed = (0..)
            .zip(&all_named)
            .find(|(n, o)| *n != **o)
            .map_or(number(all_named.len()), |(n, _)| n);
        let listed = alike.into_values().map(|these| {
            (
                *at(&these, 0),
                SenderList {
                    all_but: false,
                    these,
                },
            )
        });
        let with_rest = listed.chain([(
            unnamed,
            SenderList {
                all_but: true,
                these: all_named,
            },
        )]);
        let classes = with_rest
            .filter_map(|(example, listed)| {
                Some(Class {
                    example: self.ids.get(example as usize)?.clone(),
                    listed,
                })
            })
            .collect();
        let classes = Rc::new(Classes {
            number: number(self.classes.len()),
            classes,
        });
        self.classes.insert(limits, Rc::clone(&classes));
        classes
    }

    /// The organisations of these classes together.
    pub(super) fn join(&mut self, classes: &Classes, places: Vec<usize>) -> SenderSet {
        let key = (classes.number, places);
        if let Some(known) = self.joined.get(&key) {
            return *known;
        }
        let is_in = |place: usize| key.1.contains(&place);
        let rest_is_in = classes
            .classes
            .iter()
            .enumerate()
            .any(|(place, class)| class.listed.all_but && is_in(place));
        // With the rest in it, the set is told by the named ones that are left out.
        let text = classes
            .classes
            .iter()
            .enumerate()
            .filter(|(place, class)| !class.listed.all_but && is_in(*place) != rest_is_in);
        let mut these: Vec<u32> = text
            .flat_map(|(_, class)| class.listed.these.iter().copied())
            .collect();
        these.sort_unstable();
        let mut listed = SenderList {
            all_but: rest_is_in,
            these,
        };
        if listed.these.len() * 2 > self.ids.len()
            || (listed.these.len() * 2 == self.ids.len() && listed.all_but)
        {
            let is_text = |n: &u32| listed.these.binary_search(n).is_ok();
            let others = (0..number(self.ids.len()))
                .filter(|n| !is_text(n))
                .collect();
            listed = SenderList {
                all_but: !listed.all_but,
                these: others,
            };
        }
        let sets = &mut self.sets;
        let set = *self
            .set_by_content
            .entry(listed)
            .or_insert_with_key(|listed| {
                sets.push(listed.clone());
                SenderSet(number(sets.len() - 1))
            });
        self.joined.insert(key, set);
        set
    }

    /// The set as a region tells it.
    pub(super) fn tell(&mut self, set: SenderSet) -> Arc<BTreeSet<OrganisationId>> {
        let (sets, ids) = (&self.sets, &self.ids);
        let members = self.members.entry(set).or_insert_with(|| {
            let listed = at(sets, set.0 as usize);
            let is_in = |n: u32| listed.these.binary_search(&n).is_ok() != listed.all_but;
            Arc::new(
                (0..)
                    .zip(ids)
                    .filter(|(n, _)| is_in(*n))
                    .map(|(_, id)| id.clone())
                    .collect(),
            )
        });
        Arc::clone(members)
    }
}
