use std::sync::Arc;

use rstest::rstest;

use crate::domain::age::{Age, YoungestChild};
use crate::map_analysis::age_sets::AgeSets;
use crate::map_analysis::region::Region;
use crate::routing::choice::Choices;
use crate::routing::criterion::{Criteria, Question};
use crate::routing::map::{Hours, RouteMap, TopicIx};
use crate::routing::random_maps::every_choice;
use crate::routing::sample::{map, read, signal};

fn everything(map: &RouteMap) -> Region {
    Region::everything(map, read("2026-11-23"))
}

/// Those of the only responsibility.
fn criteria(map: &RouteMap) -> Criteria {
    map.responsibilities()[0].criteria.clone()
}

fn holds(region: &Region, asked: &Question) -> bool {
    let topic = asked.topic;
    topic.is_some_and(|topic| region.topics.contains(&topic)) && region.fits(asked, region.from)
}

#[rstest]
#[case::by_topic("jgz topic:parenting")]
#[case::by_age("jgz age:4-18")]
#[case::by_the_youngest_child("jgz youngest:unborn-1")]
#[case::by_area("jgz area:waterdam")]
#[case::by_the_area_around_all("jgz area:rijnmeer")]
#[case::by_urgency("jgz urgency:acute,fyi")]
#[case::by_sender("jgz from:school kind:gp")]
#[case::by_hours("jgz hours:outside")]
#[case::by_all(
    "jgz topic:parenting/sleep,housing age:unborn-4 youngest:0-4 area:noord,veenbroek urgency:normal kind:gp,school hours:office"
)]
fn every_signal_is_inside_once_or_outside_once(#[case] claim: &str) {
    let map = map(&[claim]);
    let criteria = criteria(&map);
    let all = everything(&map);
    let (inside, outside) = all.split(&criteria, &map);
    let (ages, areas) = (
        ["unborn", "0", "4", "18"].map(|age| Some(read::<Age>(age))),
        all.areas.iter().copied().map(Some),
    );
    let children = [None, Some("none"), Some("0"), Some("4")];
    let children = children.map(|child| child.map(read::<YoungestChild>));
    for (topic, area) in all
        .topics
        .iter()
        .flat_map(|topic| areas.clone().chain([None]).map(move |area| (*topic, area)))
    {
        let ages = ages.into_iter().chain([None]);
        let ages = ages.flat_map(|age| children.map(move |child| (age, child)));
        for ((age, youngest), choices) in ages.flat_map(|ages| {
            every_choice()
                .into_iter()
                .map(move |choices| (ages, choices))
        }) {
            for sender in all.senders.iter() {
                let asked = Question {
                    topic: Some(topic),
                    age,
                    youngest,
                    area,
                    sender: Some(sender.clone()),
                    choices,
                };
                let is_inside = inside.as_ref().is_some_and(|region| holds(region, &asked));
                let times_outside = outside
                    .iter()
                    .filter(|region| holds(region, &asked))
                    .count();
                let expected = if criteria.hold(&asked, &map) {
                    (true, 0)
                } else {
                    (false, 1)
                };
                assert_eq!((is_inside, times_outside), expected, "{asked:?}");
            }
        }
    }
}

#[test]
fn a_region_beside_it_stays_whole() {
    let map = map(&["jgz topic:housing age:0-4"]);
    let criteria = criteria(&map);
    let elsewhere = Region {
        ages: AgeSets::of_person(Some(read("4-18")), false),
        ..everything(&map)
    };
    assert_eq!(
        elsewhere.split(&criteria, &map),
        (None, vec![elsewhere.clone()])
    );
}

#[rstest]
#[case::of_another_urgency("jgz urgency:acute")]
#[case::of_other_senders("jgz from:school")]
#[case::at_other_hours("jgz hours:outside")]
fn a_region_of_which_nothing_is_inside_has_no_part_there(#[case] claim: &str) {
    let map = map(&[claim]);
    let criteria = criteria(&map);
    let normal = Region {
        choices: Choices::of_signal(&signal("housing").particulars, Hours::Office),
        senders: Arc::new([read("huisarts")].into()),
        ..everything(&map)
    };
    assert_eq!(normal.split(&criteria, &map).0, None);
}

#[test]
fn signals_with_several_topics_are_inside_when_all_of_them_are() {
    let map = map(&["jgz topic:parenting"]);
    let criteria = criteria(&map);
    let mixed = Region {
        several: true,
        ..everything(&map)
    };
    assert_eq!(mixed.split(&criteria, &map), (None, vec![mixed.clone()]));
    let covered = Region {
        topics: vec![TopicIx(0), TopicIx(1)],
        ..mixed
    };
    assert_eq!(covered.split(&criteria, &map), (Some(covered), vec![]));
}
