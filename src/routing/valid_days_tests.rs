//! Topics, areas and organisations that begin and end: who owns what on which day.

use proptest::prelude::*;
use rstest::rstest;

use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Topics};
use crate::domain::time::Day;
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::map::{MapParts, RouteMap, ValidDays};
use crate::routing::random_days::{any_world_days, parts_on};
use crate::routing::random_maps::{any_responsibilities, examples, facts_of};
use crate::routing::sample::{at, parts, read, signal};

/// Veenbroek joins Waterdam on 1 January 2027; the district Noord begins on that day; the CJG is
/// followed by welzijn, and sleep becomes a part of nothing but parenting itself.
fn merging(claims: &[&str]) -> MapParts {
    let mut parts = parts(claims);
    let last = until("2026-12-31");
    (parts.areas[3].valid, parts.areas[4].valid) = (last, last);
    parts.areas[1].formerly = vec![read("veenbroek")];
    parts.areas[2].valid = since("2027-01-01");
    parts.topics[1].valid = last;
    parts.topics[0].formerly = vec![read("parenting/sleep")];
    parts.organisations[4].valid = last;
    parts.organisations[8].formerly = vec![read("cjg")];
    parts.organisations[10].valid = last;
    parts
}

fn until(day: &str) -> ValidDays {
    ValidDays {
        from: None,
        until: Some(read(day)),
    }
}

fn since(day: &str) -> ValidDays {
    ValidDays {
        from: Some(read(day)),
        until: None,
    }
}

const BEFORE: &str = "2026-12-31T10:15";
const AFTER: &str = "2027-01-04T10:15";

fn decided(parts: MapParts, facts: &str, moment: &str) -> Decision {
    decide(&RouteMap::new(parts), &signal(facts), at(moment))
}

fn owner(decision: &Decision) -> String {
    format!("{} by {}", decision.owner, decision.basis)
}

#[rstest]
#[case::its_own_claim_on_the_last_day("parenting area:veenbroek", BEFORE, "jgz by rule")]
#[case::that_of_the_heir_after_it("parenting area:veenbroek", AFTER, "wijkteam by rule")]
#[case::of_what_lay_in_it_nobodys("finances area:veen-west", AFTER, "ggz by rule")]
#[case::a_topic_on_its_last_day("parenting/sleep from:school", BEFORE, "huisarts by rule")]
#[case::a_topic_after_it("parenting/sleep from:school", AFTER, "gemeente by gap")]
#[case::an_owner_on_its_last_day("housing area:waterdam", BEFORE, "cjg by rule")]
#[case::an_owner_that_has_ended("housing area:waterdam", AFTER, "gemeente by gap")]
#[case::an_area_that_has_not_begun("finances/debts area:noord", BEFORE, "ggz by rule")]
#[case::an_area_that_has_begun("finances/debts area:noord", AFTER, "debt-help by rule")]
#[case::its_own_coordinator("housing area:veenbroek", BEFORE, "gemeente-veenbroek by gap")]
#[case::the_coordinator_of_the_heir("housing area:veenbroek", AFTER, "gemeente by gap")]
#[case::a_postcode_on_the_last_day("parenting outside:3021", BEFORE, "jgz by rule")]
#[case::a_postcode_that_was_left_to_the_heir("parenting outside:3021", AFTER, "wijkteam by rule")]
#[case::the_heir_of_a_sender("welzijn area:noord from:cjg", AFTER, "ggz by rule")]
fn the_owner_is(#[case] facts: &str, #[case] moment: &str, #[case] expected: &str) {
    let parts = merging(&[
        "jgz topic:parenting area:veenbroek priority:1",
        "wijkteam topic:parenting area:waterdam",
        "cjg topic:housing area:waterdam",
        "huisarts topic:parenting/sleep from:school",
        "debt-help topic:finances/debts area:noord",
        "ggz topic:finances priority:-1",
        "ggz from:welzijn area:noord priority:-1",
    ]);
    assert_eq!(owner(&decided(parts, facts, moment)), expected);
}

#[rstest]
#[case::on_its_last_day(BEFORE, &["cjg"])]
#[case::its_heir_after_it(AFTER, &["welzijn"])]
fn whom_a_responsibility_involves_is_seen_on_the_day(
    #[case] moment: &str,
    #[case] expected: &[&str],
) {
    let parts = merging(&["jgz topic:parenting involve:cjg"]);
    let decision = decided(parts, "parenting", moment);
    let involved = decision.why.involved.iter();
    let involved: Vec<&str> = involved.map(|one| one.organisation.as_str()).collect();
    assert_eq!(involved, expected);
}

#[test]
fn who_ended_without_an_heir_is_involved_no_more() {
    let parts = merging(&["jgz topic:parenting involve:gemeente-veenbroek"]);
    assert_eq!(decided(parts, "parenting", AFTER).why.involved, []);
}

#[test]
fn a_coordinator_that_ends_is_followed_by_its_heir_then_by_the_area_around_then_by_the_maps_own() {
    let coordinator = |edit: fn(&mut MapParts)| {
        let mut parts = parts(&[]);
        parts.organisations[10].valid = until("2026-12-31");
        edit(&mut parts);
        let map = RouteMap::new(parts);
        let area = map.area_ix(&read("veen-west"));
        map.coordinator_of(area, read("2027-01-01")).to_string()
    };
    let heir =
        |parts: &mut MapParts| parts.organisations[4].formerly = vec![read("gemeente-veenbroek")];
    assert_eq!(coordinator(heir), "cjg");
    assert_eq!(
        coordinator(|parts| parts.areas[0].coordinator = Some(read("ggz"))),
        "ggz"
    );
    assert_eq!(coordinator(|_| ()), "gemeente");
    assert_eq!(
        coordinator(|parts| {
            parts.organisations[9].valid = until("2026-12-31");
            parts.organisations[3].formerly = vec![read("gemeente")];
        }),
        "jgz"
    );
}

/// One after another: `oud-1` until 2024, its heir `oud-2` until 2026, its heir Noord from then on.
#[rstest]
#[case::itself("2024-12-31", Some("veenbroek"))]
#[case::its_heir("2025-01-01", Some("waterdam"))]
#[case::the_heir_of_its_heir("2027-01-01", Some("noord"))]
#[case::nothing_before_it_began("2019-12-31", None)]
fn an_heir_may_have_an_heir(#[case] day: &str, #[case] stands_for: Option<&str>) {
    let mut parts = parts(&[]);
    for area in &mut parts.areas {
        area.parent = None;
    }
    parts.areas[3].valid = ValidDays {
        from: Some(read("2020-01-01")),
        until: Some(read("2024-12-31")),
    };
    parts.areas[1].valid = until("2026-12-31");
    parts.areas[1].formerly = vec![read("veenbroek")];
    parts.areas[2].formerly = vec![read("waterdam")];
    let map = RouteMap::new(parts);
    let found = map.area_on(&read("veenbroek"), read(day));
    assert_eq!(found.map(|area| area.id.as_str()), stands_for);
    let within = |day: &str| map.areas_within(&read("noord"), read(day));
    let codes = |codes: &[&str]| codes.iter().map(|code| read(code)).collect::<Vec<AreaId>>();
    assert_eq!(within("2026-12-31"), codes(&["noord"]));
    assert_eq!(
        within("2027-01-01"),
        codes(&["noord", "waterdam", "veenbroek"])
    );
}

#[test]
fn an_organisation_acts_under_a_code_from_the_day_on_which_it_took_that_over() {
    let map = RouteMap::new(merging(&[]));
    let acts = |day: &str| map.codes_of_organisation(&read("welzijn"), read(day));
    assert_eq!(acts("2026-12-31"), [read("welzijn")]);
    let both: [OrganisationId; 2] = [read("welzijn"), read("cjg")];
    assert_eq!(acts("2027-01-01"), both);
}

/// As the survey sees it: a signal in which every code that has ended is that of its heir.
fn as_of(map: &RouteMap, facts: &Facts, day: Day) -> Option<Facts> {
    let mut facts = facts.clone();
    let topics: Option<Vec<_>> = (facts.topics.iter())
        .map(|id| Some(map.topic_on(id, day)?.id.clone()))
        .collect();
    facts.topics = Topics::from_list(topics?)?;
    if let Some(Residence::Area(area)) = &facts.particulars.residence {
        let heir = map.area_on(area, day)?.id.clone();
        facts.particulars.residence = Some(Residence::Area(heir));
    }
    if let Some(sender) = &facts.sender {
        facts.sender = Some(map.organisation_on(sender, day)?.id.clone());
    }
    Some(facts)
}

proptest! {
    #[test]
    fn nobody_has_a_part_on_a_day_on_which_they_are_not_there(
        responsibilities in any_responsibilities(),
        days in any_world_days(),
        picks in proptest::collection::vec(any::<proptest::sample::Index>(), 60),
    ) {
        let map = RouteMap::new(parts_on(&days, responsibilities));
        let all: Vec<_> = examples().collect();
        for asked in picks.iter().map(|pick| pick.get(&all)) {
            let facts = facts_of(&map, asked, []);
            for day in ["2026-11-23", "2026-11-24", "2026-11-26"].map(read::<Day>) {
                let moment = at(&format!("{day}T10:15"));
                let decision = decide(&map, &facts, moment);
                let involved = decision.why.involved.iter().map(|one| &one.organisation);
                for id in involved.chain([&decision.owner, &decision.coordinator]) {
                    prop_assert!(map.organisation(id).unwrap().valid.include(day), "{id} on {day}");
                }
                if let Some(present) = as_of(&map, &facts, day) {
                    let then = decide(&map, &present, moment);
                    prop_assert_eq!((then.owner, then.basis, then.level), (decision.owner, decision.basis, decision.level));
                }
            }
        }
    }
}
