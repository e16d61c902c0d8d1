//! Deciding on random small maps, compared with the rules written out as sets of signals.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::{btree_set, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::criterion::{Criteria, Question, Senders};
use super::decide;
use super::decision::Decision;
use super::map::{AreaIx, Hours, MapParts, Place, Responsibility, RouteMap, TopicIx};
use super::sample::{OFFICE, OUTSIDE, at, line, parts, place, read, resolve};
use crate::domain::age::{Age, AgeRange};
use crate::domain::codes::{Choice as _, OrganisationId};
use crate::domain::event::{Basis, Level};
use crate::domain::signal::{Facts, Topics, Urgency};

/// Who owns, and all who send: few, so that a list of senders is often a list of all.
const ORGANISATIONS: [&str; 4] = ["kraamzorg", "school", "jgz", "gemeente"];
const TOPICS: u32 = 3;
const AREAS: u32 = 4;

/// A world of 3 topics in 2 trees, 4 areas in a tree and 4 organisations of 4 kinds, where nothing is agreed yet.
fn world() -> MapParts {
    let mut parts = parts(&[]);
    parts.topics.truncate(TOPICS as usize);
    parts.areas.truncate(AREAS as usize);
    parts.organisations.retain(|o| ORGANISATIONS.contains(&o.id.as_str()));
    parts.settings.emergency = vec![line("112", "all", "always"), line("0800-2000", "18+", "outside")];
    parts
}

/// Every signal that there can be in this world, as far as the rules tell signals apart.
pub(super) fn universe() -> Vec<Question> {
    let ages = [None, Some(Age::Unborn), Some(Age::Months(0)), Some(Age::Months(47)), Some(Age::Months(48)), Some(Age::Months(216))];
    let areas = || std::iter::once(None).chain((0..AREAS).map(|area| Some(AreaIx(area))));
    let senders = || std::iter::once(None).chain(ORGANISATIONS.map(|id| Some(read::<OrganisationId>(id))));
    let mut all = Vec::new();
    for topic in (0..TOPICS).map(TopicIx) {
        for (age, area) in ages.iter().flat_map(|age| areas().map(move |area| (*age, area))) {
            for (urgency, sender) in Urgency::ALL.iter().flat_map(|urgency| senders().map(move |sender| (*urgency, sender))) {
                let asked = |hours| Question { topic: Some(topic), age, area, urgency, sender: sender.clone(), hours };
                all.extend(Hours::ALL.iter().map(|hours| asked(*hours)));
            }
        }
    }
    all
}

fn any_criteria() -> impl Strategy<Value = Criteria> {
    let topics = btree_set(0..TOPICS, 1..=3).prop_map(|topics| topics.into_iter().map(TopicIx).collect());
    let areas = btree_set(0..AREAS, 1..=4).prop_map(|areas| areas.into_iter().map(AreaIx).collect());
    let ages = select(vec!["unborn", "unborn-4", "unborn+", "0-4", "0-18", "0+", "4-18", "4+", "18+"]).prop_map(read::<AgeRange>);
    let urgency = subsequence(Urgency::ALL, 1..=4).prop_map(|these| these.into_iter().collect::<BTreeSet<_>>());
    let senders = (subsequence(ORGANISATIONS.to_vec(), 0..=4), subsequence(ORGANISATIONS.to_vec(), 1..=4)).prop_map(|(kinds, named)| {
        // Each of these organisations is the only one of its kind, and the kind is called like it.
        let kinds = kinds.into_iter().map(read).collect();
        let mut senders = Senders { kinds, named: named.into_iter().map(read).collect(), organisations: Arc::default() };
        resolve(&mut senders, &world().organisations);
        senders
    });
    let (topics, areas, ages) = (weighted(0.5, topics), weighted(0.4, areas), weighted(0.4, ages));
    (topics, ages, areas, weighted(0.3, urgency), weighted(0.3, senders), weighted(0.2, select(Hours::ALL)))
        .prop_map(|(topics, ages, areas, urgency, senders, hours)| Criteria { topics, ages, areas, urgency, senders, hours })
}

fn any_responsibility() -> impl Strategy<Value = Responsibility> {
    let agreed = (select(&ORGANISATIONS[..]), any_criteria(), select(vec![0, 0, 0, 1, -1]), any::<bool>(), select(Level::ALL));
    let promised = (weighted(0.3, select(vec!["at once", "1 working day", "3 weeks"])), weighted(0.3, select(&ORGANISATIONS[..])));
    (agreed, promised, weighted(0.1, select(vec!["2026-11-24", "2026-11-01"]))).prop_map(
        |((owner, criteria, priority, leads, level), (within, involve), from)| Responsibility {
            owner: read(owner),
            criteria,
            priority,
            valid_from: from.map(read),
            valid_until: None,
            accept_within: within.map(read),
            feedback_within: within.map(read),
            level,
            involve: involve.into_iter().map(read).collect(),
            leads,
            because: None,
            place: place(0),
        },
    )
}

/// A few responsibilities in the order in which a file would state them.
pub(super) fn any_responsibilities() -> impl Strategy<Value = Vec<Responsibility>> {
    vec(any_responsibility(), 0..6).prop_map(in_file_order)
}

fn in_file_order(mut responsibilities: Vec<Responsibility>) -> Vec<Responsibility> {
    responsibilities.iter_mut().zip(1..).for_each(|(r, line)| r.place = place(line));
    responsibilities
}

pub(super) fn map_of(responsibilities: Vec<Responsibility>) -> RouteMap {
    RouteMap::new(MapParts { responsibilities, ..world() })
}

pub(super) fn facts_of(map: &RouteMap, asked: &Question, others: impl IntoIterator<Item = TopicIx>) -> Facts {
    let id = |topic| map.topic_at(topic).unwrap().id.clone();
    let Question { topic, age, area, urgency, sender, hours: _ } = asked.clone();
    let area = area.map(|area| map.area_at(area).unwrap().id.clone());
    Facts { topics: Topics::new(id(topic.unwrap()), others.into_iter().map(id)).unwrap(), age, area, urgency, sender }
}

fn decided(map: &RouteMap, asked: &Question, others: impl IntoIterator<Item = TopicIx>) -> Decision {
    let when = if asked.hours == Hours::Office { OFFICE } else { OUTSIDE };
    decide(map, &facts_of(map, asked, others), at(when))
}

/// Which signals of the universe a claim is for: one truth value each.
fn claimed(map: &RouteMap, universe: &[Question], criteria: &Criteria) -> Vec<bool> {
    universe.iter().map(|asked| criteria.hold(asked, map)).collect()
}

fn subset(inner: &[bool], outer: &[bool]) -> bool {
    inner.iter().zip(outer).all(|(inner, outer)| !inner | outer)
}

/// Everything that a decision says but where in the file it found it.
fn apart_from_places(decision: &Decision) -> (Decision, [Vec<String>; 3]) {
    fn sorted<T: Clone + std::fmt::Debug>(all: &[T], place: impl Fn(&mut T) -> &mut Place) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for mut one in all.iter().cloned() {
            *place(&mut one) = super::sample::place(0);
            said.push(format!("{one:?}"));
        }
        said.sort();
        said
    }
    let Decision { reasons, set_aside, near_misses, .. } = decision;
    let lists = [sorted(reasons, |r| &mut r.place), sorted(set_aside, |s| &mut s.place), sorted(near_misses, |n| &mut n.place)];
    (Decision { reasons: vec![], set_aside: vec![], near_misses: vec![], ..decision.clone() }, lists)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn containing_is_set_inclusion_over_every_signal_there_can_be(all in vec(any_criteria(), 2..5)) {
        let (map, universe) = (map_of(vec![]), universe());
        let sets: Vec<Vec<bool>> = all.iter().map(|criteria| claimed(&map, &universe, criteria)).collect();
        for (a, set_a) in all.iter().zip(&sets) {
            for (b, set_b) in all.iter().zip(&sets) {
                prop_assert_eq!(a.contain(b, &map), subset(set_b, set_a), "{:?} and {:?}", a, b);
                prop_assert_eq!(a.strictly_contain(b, &map), subset(set_b, set_a) && set_a != set_b);
            }
        }
    }

    #[test]
    fn strictly_containing_is_a_strict_partial_order(a in any_criteria(), b in any_criteria(), c in any_criteria()) {
        let map = map_of(vec![]);
        let contain = |x: &Criteria, y: &Criteria| x.strictly_contain(y, &map);
        prop_assert!(!contain(&a, &a));
        prop_assert!(!(contain(&a, &b) && contain(&b, &a)));
        prop_assert!(!(contain(&a, &b) && contain(&b, &c)) || contain(&a, &c));
        // Random claims seldom lie in one another: so also one limit after the other taken away, which only widens.
        let wider = Criteria { topics: None, ages: None, ..a.clone() };
        let widest = Criteria { areas: None, senders: None, ..wider.clone() };
        prop_assert!(wider.contain(&a, &map) && widest.contain(&wider, &map) && widest.contain(&a, &map));
    }

    #[test]
    fn the_claims_that_stand_are_the_smallest_sets_of_the_highest_priority(responsibilities in any_responsibilities(), picks in vec(any::<Index>(), 12)) {
        let (map, universe) = (map_of(responsibilities), universe());
        let all: Vec<_> = map.responsibilities().iter().collect();
        let sets: Vec<Vec<bool>> = all.iter().map(|r| claimed(&map, &universe, &r.criteria)).collect();
        for at_place in picks.iter().map(|pick| pick.index(universe.len())) {
            let asked = &universe[at_place];
            let today = map.day(at(if asked.hours == Hours::Office { OFFICE } else { OUTSIDE }));
            let candidates: Vec<_> = all.iter().zip(&sets).filter(|(r, set)| set[at_place] && r.is_valid_on(today)).collect();
            let highest = candidates.iter().map(|(r, _)| r.priority).max();
            let left: Vec<_> = candidates.iter().filter(|(r, _)| Some(r.priority) == highest).collect();
            let smallest = |set: &[bool]| !left.iter().any(|(_, other)| subset(other, set) && other.as_slice() != set);
            let mut stand: Vec<_> = left.iter().filter(|(_, set)| smallest(set)).map(|(r, _)| (r.owner.clone(), r.place.clone())).collect();
            stand.sort();

            let decision = decided(&map, asked, []);
            let reasons: Vec<_> = decision.reasons.iter().map(|r| (r.organisation.clone(), r.place.clone())).collect();
            prop_assert_eq!(&reasons, &stand);
            let owners: BTreeSet<_> = stand.iter().map(|(owner, _)| owner).collect();
            let (basis, owner) = match owners.len() {
                0 => (Basis::Gap, &decision.coordinator),
                1 => (Basis::Rule, owners.first().copied().unwrap()),
                _ => (Basis::Dispute, &decision.coordinator),
            };
            prop_assert_eq!((decision.basis, &decision.owner), (basis, owner));

            let mut told: Vec<_> = decision.set_aside.iter().map(|aside| &aside.place).chain(stand.iter().map(|(_, place)| place)).collect();
            told.sort();
            let mut held: Vec<_> = candidates.iter().map(|(r, _)| &r.place).collect();
            held.sort();
            prop_assert_eq!(told, held, "every candidate stands or gave way, and nobody else does");
            prop_assert!(decision.near_misses.iter().all(|miss| candidates.iter().all(|(r, _)| r.place != miss.place)));
        }
    }

    #[test]
    fn the_order_of_the_map_never_matters(
        (written, shuffled) in any_responsibilities().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        organisations in Just(world().organisations).prop_shuffle(),
        picks in vec((any::<Index>(), btree_set((0..TOPICS).prop_map(TopicIx), 0..3)), 8),
    ) {
        let one = map_of(written);
        let moved = RouteMap::new(MapParts { organisations, responsibilities: in_file_order(shuffled.clone()), ..world() });
        let same_places = map_of(shuffled);
        let universe = universe();
        for (pick, others) in picks {
            let asked = &universe[pick.index(universe.len())];
            let decision = decided(&one, asked, others.clone());
            prop_assert_eq!(&decision, &decided(&same_places, asked, others.clone()));
            prop_assert_eq!(apart_from_places(&decision), apart_from_places(&decided(&moved, asked, others)));
        }
    }

    #[test]
    fn with_several_topics_too_one_owns_and_the_others_are_told_once(
        responsibilities in any_responsibilities(), pick in any::<Index>(), others in btree_set((0..TOPICS).prop_map(TopicIx), 0..3),
    ) {
        let (map, universe) = (map_of(responsibilities), universe());
        let asked = &universe[pick.index(universe.len())];
        let decision = decided(&map, asked, others.clone());
        let involved: BTreeSet<_> = decision.involved.iter().map(|involvement| &involvement.organisation).collect();
        prop_assert_eq!(involved.len(), decision.involved.len());
        prop_assert!(!involved.contains(&decision.owner) && asked.sender.as_ref().is_none_or(|sender| !involved.contains(sender)));
        for topic in others {
            let alone = decided(&map, &Question { topic: Some(topic), ..asked.clone() }, []);
            let informed = |who: &OrganisationId| involved.contains(who) || *who == decision.owner || Some(who) == asked.sender.as_ref();
            prop_assert!(alone.reasons.iter().all(|reason| informed(&reason.organisation)), "who owns or claims a topic is told");
        }
    }
}
