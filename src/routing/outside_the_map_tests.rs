//! A postcode that no area of the map holds: always a gap, of the map's own coordinator.

use proptest::prelude::*;
use rstest::rstest;

use crate::domain::event::Basis;
use crate::routing::decide;
use crate::routing::map::RouteMap;
use crate::routing::random_maps::{any_responsibilities, map_of};
use crate::routing::sample::{OFFICE, OUTSIDE, at, map, parts, read, signal};

/// Owner, basis, who is involved, and what is said of the place.
fn decided(map: &RouteMap, facts: &str) -> String {
    let decision = decide(map, &signal(facts), at(OFFICE));
    let why = decision.why;
    assert!(why.near_misses.is_empty() && why.would_help.is_empty() && why.set_aside.is_empty());
    let involved: Vec<String> = why
        .involved
        .iter()
        .map(|one| one.organisation.to_string())
        .collect();
    let place = why.place.map_or("-".to_owned(), |place| place.to_string());
    format!(
        "{} {} [{}] {place}",
        decision.owner,
        decision.basis,
        involved.join(" ")
    )
}

#[rstest]
#[case::for_all_areas(&["jgz topic:parenting"])]
#[case::for_everything(&["jgz"])]
#[case::of_several(&["jgz topic:parenting", "cjg topic:parenting"])]
#[case::of_one_that_leads(&["jgz leads", "cjg topic:housing"])]
#[case::that_involves_others(&["jgz topic:parenting involve:welzijn"])]
#[case::before_all_others(&["jgz topic:parenting priority:9"])]
#[case::in_another_place(&["jgz topic:parenting area:veenbroek"])]
fn whatever_is_claimed_nobody_of_the_map_owns_it_and_nobody_is_involved(#[case] claims: &[&str]) {
    for facts in [
        "parenting age:2 outside:9999",
        "parenting+housing outside:9999 acute",
        "parenting outside:9999 from:nobody",
    ] {
        assert_eq!(decided(&map(claims), facts), "gemeente gap [] 9999");
    }
}

#[test]
fn its_coordinator_is_that_of_the_map_and_not_of_an_area() {
    let mut all = parts(&["jgz"]);
    for area in &mut all.areas {
        area.coordinator = Some(read("cjg"));
    }
    let decision = decide(
        &RouteMap::new(all),
        &signal("parenting outside:9999"),
        at(OFFICE),
    );
    assert_eq!(
        (decision.owner.as_str(), decision.coordinator.as_str()),
        ("gemeente", "gemeente")
    );
}

proptest! {
    #[test]
    fn no_signal_outside_the_map_has_another_owner_than_the_maps_own_coordinator(
        responsibilities in any_responsibilities(),
        postcode in 4000u16..9999,
        topics in prop::sample::select(vec!["parenting", "housing", "parenting+housing", "parenting/sleep"]),
        more in prop::sample::select(vec!["", " acute", " age:2", " age:40 youngest:1", " from:school", " from:nobody"]),
        moment in prop::sample::select(vec![OFFICE, OUTSIDE]),
    ) {
        let map = map_of(responsibilities);
        let facts = signal(&format!("{topics} outside:{postcode}{more}"));
        let decision = decide(&map, &facts, at(moment));
        prop_assert_eq!(&decision.owner, &map.settings().coordinator);
        prop_assert_eq!(&decision.coordinator, &map.settings().coordinator);
        prop_assert_eq!(decision.basis, Basis::Gap);
        prop_assert_eq!(decision.responsibility, None);
        prop_assert!(decision.why.involved.is_empty());
        prop_assert_eq!(decision.why.place.map(|place| place.number()), Some(postcode));
    }
}
