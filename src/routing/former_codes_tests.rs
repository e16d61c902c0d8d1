//! Signals with codes that the map took over: decided as those of the heir.

use proptest::prelude::*;
use rstest::rstest;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::event::Level;
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Topics};
use crate::routing::decide;
use crate::routing::map::{MapParts, RouteMap};
use crate::routing::random_maps::{any_levels, any_responsibilities, examples, facts_of, world};
use crate::routing::sample::{OFFICE, at, levels, line, parts, read, signal, today};

/// The map of the samples, after a merger: of areas, of topics and of organisations.
fn merged(claims: &[&str]) -> MapParts {
    let mut parts = parts(claims);
    parts.areas[1].formerly = vec![read("oud-dam"), read("dijk")];
    parts.areas[2].formerly = vec![read("haven")];
    parts.topics[1].formerly = vec![read("sleep")];
    parts.organisations[2].formerly = vec![read("praktijk-noord")];
    parts
}

#[rstest]
#[case::of_an_area("parenting area:oud-dam", "parenting area:waterdam")]
#[case::of_a_smaller_one("parenting area:haven", "parenting area:noord")]
#[case::of_a_topic("sleep area:noord", "parenting/sleep area:noord")]
#[case::of_the_sender("parenting from:praktijk-noord", "parenting from:huisarts")]
#[case::of_all(
    "sleep area:dijk from:praktijk-noord",
    "parenting/sleep area:waterdam from:huisarts"
)]
fn a_signal_with_a_former_code_is_decided_as_that_of_the_heir(
    #[case] then: &str,
    #[case] now: &str,
) {
    let mut parts = merged(&[
        "jgz topic:parenting area:waterdam involve:huisarts",
        "cjg topic:parenting/sleep",
        "ggz topic:parenting/sleep area:noord",
        "wijkteam topic:parenting kind:gp area:rijnmeer priority:1",
        "welzijn topic:parenting kind:gp priority:-1",
    ]);
    parts.settings.levels = levels(&["kind:gp=status-only"]);
    let map = RouteMap::new(parts);
    let [then, now] = [then, now].map(|text| decide(&map, &signal(text), at(OFFICE)));
    assert_eq!(then, now);
}

#[test]
fn a_former_code_of_nothing_is_one_that_the_map_does_not_know() {
    let map = RouteMap::new(merged(&["jgz topic:parenting area:waterdam"]));
    let decision = decide(&map, &signal("parenting area:elsewhere"), at(OFFICE));
    assert_eq!(decision.owner.as_str(), "gemeente");
    assert_eq!(map.area_on(&read("elsewhere"), today()), None);
    assert_eq!(map.known_area(&read("elsewhere")), None);
}

#[test]
fn a_code_stands_for_its_heir_and_the_heir_answers_to_it() {
    let map = RouteMap::new(merged(&[]));
    let area = |code| map.area_on(&read::<AreaId>(code), today()).unwrap();
    assert_eq!(area("oud-dam").id.as_str(), "waterdam");
    assert_eq!(area("waterdam").id.as_str(), "waterdam");
    assert_eq!(map.area(&read("oud-dam")), None);
    let acts: Vec<OrganisationId> = map.codes_of_organisation(&read("huisarts"), today());
    assert_eq!(acts, [read("huisarts"), read("praktijk-noord")]);
    let same = map.codes_of_organisation(&read("praktijk-noord"), today());
    assert_eq!(same, acts);
    let unknown = map.codes_of_organisation(&read("elsewhere"), today());
    assert_eq!(unknown, [read("elsewhere")]);
    assert_eq!(map.name_of(&read("praktijk-noord")), "Huisarts");
}

#[test]
fn a_region_includes_what_once_was_in_it() {
    let map = RouteMap::new(merged(&[]));
    let within = |code| map.areas_within(&read(code), today());
    let codes = |codes: &[&str]| codes.iter().map(|code| read(code)).collect::<Vec<AreaId>>();
    assert_eq!(within("noord"), codes(&["noord", "haven"]));
    assert_eq!(
        within("waterdam"),
        codes(&["waterdam", "oud-dam", "dijk", "noord", "haven"])
    );
    assert!(within("rijnmeer").contains(&read("haven")));
    let topics = map.topics_within(&read("parenting"), today());
    let expected = ["parenting", "parenting/sleep", "sleep"].map(read::<TopicId>);
    assert_eq!(topics, expected);
}

#[test]
fn a_line_for_danger_holds_for_a_former_topic() {
    let mut parts = merged(&[]);
    let mut line = line("113", "all", "always");
    line.topics = Some(vec![read("parenting")]);
    parts.settings.emergency = vec![line];
    let map = RouteMap::new(parts);
    let asked = signal("sleep");
    let lines = map.emergency_for(&asked.topics, None, asked.particulars.urgency, at(OFFICE));
    assert_eq!(lines.count(), 1);
}

/// The same signal, with the code that each of its codes had before.
fn as_it_was(facts: &Facts) -> Facts {
    let topics = facts
        .topics
        .iter()
        .map(|topic| read(&format!("old/{topic}")));
    let mut facts = Facts {
        topics: Topics::from_list(topics.collect()).unwrap(),
        sender: (facts.sender.as_ref()).map(|sender| read(&format!("old-{sender}"))),
        ..facts.clone()
    };
    if let Some(Residence::Area(area)) = &facts.particulars.residence {
        facts.particulars.residence = Some(Residence::Area(read(&format!("old-{area}"))));
    }
    facts
}

proptest! {
    #[test]
    fn whatever_the_map_a_former_code_is_decided_as_the_present_one(
        responsibilities in any_responsibilities(),
        levels in any_levels(),
        picks in proptest::collection::vec(any::<proptest::sample::Index>(), 40),
    ) {
        let mut parts = MapParts { responsibilities, ..world() };
        parts.settings.levels = levels;
        for topic in &mut parts.topics {
            topic.formerly = vec![read(&format!("old/{}", topic.id))];
        }
        for area in &mut parts.areas {
            area.formerly = vec![read(&format!("old-{}", area.id))];
        }
        for one in &mut parts.organisations {
            one.formerly = vec![read(&format!("old-{}", one.id))];
        }
        let map = RouteMap::new(parts);
        let all: Vec<_> = examples().collect();
        for asked in picks.iter().map(|pick| pick.get(&all)) {
            let facts = facts_of(&map, asked, []);
            let [now, mut then] = [&facts, &as_it_was(&facts)].map(|facts| decide(&map, facts, at(OFFICE)));
            // Why somebody is involved is said of the topics that stand in the signal.
            let of_signal = then.why.involved.iter_mut().filter_map(|one| one.topic.as_mut());
            for topic in of_signal {
                *topic = map.topic_on(topic, today()).unwrap().id.clone();
            }
            prop_assert_eq!(now, then);
        }
    }
}

#[test]
fn the_level_of_a_former_sender_is_that_of_the_heir() {
    let mut parts = merged(&["cjg"]);
    parts.settings.levels = levels(&["kind:gp=status-only"]);
    let map = RouteMap::new(parts);
    let decision = decide(&map, &signal("parenting from:praktijk-noord"), at(OFFICE));
    assert_eq!(decision.level, Level::StatusOnly);
}
