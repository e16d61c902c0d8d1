//! Deciding on random small maps, compared with the rules written out as sets of signals.

use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::domain::age::YoungestChild;
use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::map_parts::ages::AgeLimits;
use crate::map_parts::criterion::{Criteria, Criterion, Question};
use crate::routing::decision::Decision;
use crate::routing::explanation::{Explanation, Superseded};
use crate::routing::map::{MapLine, MapParts, RouteMap, TopicIx};
use crate::routing::random_maps::{
    TOPICS, any_criteria, any_responsibilities, decided, in_file_order, in_office_time, map_of,
    universe, world,
};
use crate::routing::sample::{OFFICE, OUTSIDE, at};

/// Which signals of the universe a claim is for: one truth value each.
fn claimed(map: &RouteMap, universe: &[Question], criteria: &Criteria) -> Vec<bool> {
    universe
        .iter()
        .map(|asked| criteria.hold(asked, map))
        .collect()
}

fn subset(inner: &[bool], outer: &[bool]) -> bool {
    inner.iter().zip(outer).all(|(inner, outer)| !inner | outer)
}

/// Everything that a decision says but where in the file it found it.
fn apart_from_places(decision: &Decision) -> (Decision, [Vec<String>; 3]) {
    fn sorted<T: Clone + std::fmt::Debug>(
        all: &[T],
        place: impl Fn(&mut T) -> &mut MapLine,
    ) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for mut one in all.iter().cloned() {
            *place(&mut one) = MapLine::from(&crate::routing::sample::place(0));
            said.push(format!("{one:?}"));
        }
        said.sort();
        said
    }
    let Explanation {
        reasons,
        set_aside,
        near_misses,
        ..
    } = &decision.why;
    let lists = [
        sorted(reasons, |r| &mut r.place),
        sorted(set_aside, |s| &mut s.place),
        sorted(near_misses, |n| &mut n.place),
    ];
    (
        Decision {
            why: Explanation {
                reasons: vec![],
                set_aside: vec![],
                near_misses: vec![],
                ..decision.why.clone()
            },
            ..decision.clone()
        },
        lists,
    )
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
    fn no_child_is_like_an_unknown_one(responsibilities in any_responsibilities(), pick in any::<Index>()) {
        let (map, universe) = (map_of(responsibilities), universe());
        let unknown = Question { youngest: None, ..pick.get(&universe).clone() };
        let no_child = Question { youngest: Some(YoungestChild::NoChild), ..unknown.clone() };
        let (unknown, no_child) = (decided(&map, &unknown, []), decided(&map, &no_child, []));
        prop_assert_eq!((unknown.owner, unknown.basis, unknown.why.reasons), (no_child.owner, no_child.basis, no_child.why.reasons));
        prop_assert!(!no_child.why.would_help.contains(&Criterion::Youngest));
    }

    #[test]
    fn strictly_containing_is_a_strict_partial_order(a in any_criteria(), b in any_criteria(), c in any_criteria()) {
        let map = map_of(vec![]);
        let contain = |x: &Criteria, y: &Criteria| x.strictly_contain(y, &map);
        prop_assert!(!contain(&a, &a));
        prop_assert!(!(contain(&a, &b) && contain(&b, &a)));
        prop_assert!(!(contain(&a, &b) && contain(&b, &c)) || contain(&a, &c));
        // Random claims seldom lie in one another: so also one limit after the other taken away,
        // which only widens.
        let wider = Criteria { topics: None, ages: AgeLimits::default(), ..a.clone() };
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
            let today = map.day(at(if in_office_time(asked) { OFFICE } else { OUTSIDE }));
            let candidates: Vec<_> = all.iter().zip(&sets).filter(|(r, set)| set[at_place] && r.valid.include(today)).collect();
            let highest = candidates.iter().map(|(r, _)| r.priority).max();
            let left: Vec<_> = candidates.iter().filter(|(r, _)| Some(r.priority) == highest).collect();
            let smallest = |set: &[bool]| !left.iter().any(|(_, other)| subset(other, set) && other.as_slice() != set);
            let mut stand: Vec<_> = left.iter().filter(|(_, set)| smallest(set)).map(|(r, _)| (r.owner.clone(), MapLine::from(&r.place))).collect();
            stand.sort();

            let decision = decided(&map, asked, []);
            let reasons: Vec<_> = decision.why.reasons.iter().map(|r| (r.organisation.clone(), r.place.clone())).collect();
            prop_assert_eq!(&reasons, &stand);
            let owners: BTreeSet<_> = stand.iter().map(|(owner, _)| owner).collect();
            let (basis, owner) = match owners.len() {
                0 => (Basis::Gap, &decision.coordinator),
                1 => (Basis::Rule, owners.first().copied().unwrap()),
                _ => (Basis::Dispute, &decision.coordinator),
            };
            prop_assert_eq!((decision.basis, &decision.owner), (basis, owner));

            let mut text: Vec<_> = decision.why.set_aside.iter().map(|aside| aside.place.clone()).chain(stand.iter().map(|(_, place)| place.clone())).collect();
            text.sort();
            let mut held: Vec<_> = candidates.iter().map(|(r, _)| MapLine::from(&r.place)).collect();
            held.sort();
            prop_assert_eq!(text, held, "every candidate stands or gave way, and nobody else does");
            for aside in &decision.why.set_aside {
                let (r, set) = candidates.iter().find(|(r, _)| MapLine::from(&r.place) == aside.place).unwrap();
                let outranked = Some(r.priority) != highest;
                prop_assert_eq!(aside.gave_way, if outranked { Superseded::ByPriority } else { Superseded::ByNarrower });
                let gave_way_to = |other: &[bool]| outranked || subset(other, set) && other != set.as_slice();
                prop_assert!(left.iter().any(|(other, of_other)| other.owner == aside.to && gave_way_to(of_other)));
            }
            prop_assert!(decision.why.near_misses.iter().all(|miss| candidates.iter().all(|(r, _)| MapLine::from(&r.place) != miss.place)));
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
        let involved: BTreeSet<_> = decision.why.involved.iter().map(|involvement| &involvement.organisation).collect();
        prop_assert_eq!(involved.len(), decision.why.involved.len());
        prop_assert!(!involved.contains(&decision.owner) && asked.sender.as_ref().is_none_or(|sender| !involved.contains(sender)));
        for topic in others {
            let alone = decided(&map, &Question { topic: Some(topic), ..asked.clone() }, []);
            let informed = |who: &OrganisationId| involved.contains(who) || *who == decision.owner || Some(who) == asked.sender.as_ref();
            prop_assert!(alone.why.reasons.iter().all(|reason| informed(&reason.organisation)), "who owns or claims a topic is told");
        }
    }
}
