//! What the organisations know to be open: which part of a region that is, and which part not.

use std::sync::Arc;

use crate::domain::age::{Age, AgeRange};
use crate::domain::codes::OrganisationId;
use crate::map_analysis::region::Region;
use crate::routing::criterion::Criteria;
use crate::routing::map::{AreaIx, RouteMap, TopicIx};

/// The part of the region for which the criteria hold, and the parts for which they do not;
/// together they are the region.
#[must_use]
pub(super) fn split(
    region: &Region,
    criteria: &Criteria,
    map: &RouteMap,
) -> (Option<Region>, Vec<Region>) {
    let Criteria {
        topics,
        ages,
        areas,
        urgency,
        senders,
        hours,
    } = criteria;
    let mut inside = region.clone();
    let mut outside = Vec::new();
    if let Some(topics) = topics {
        let covered = |ix: &TopicIx| {
            map.topic_and_above(*ix)
                .any(|above| topics.contains(&above))
        };
        // A signal with several topics is one signal: it is inside when all of them are.
        let (these, others) = if region.several && !region.topics.iter().all(covered) {
            (Vec::new(), region.topics.clone())
        } else {
            region.topics.iter().partition(|ix| covered(ix))
        };
        outside.extend((!others.is_empty()).then(|| Region {
            topics: others,
            ..inside.clone()
        }));
        inside.topics = these;
    }
    if let Some(areas) = areas {
        let covered = |ix: &AreaIx| map.area_and_above(*ix).any(|above| areas.contains(&above));
        let (these, others): (Vec<_>, Vec<_>) = region.areas.iter().partition(|ix| covered(ix));
        let any = !others.is_empty() || region.area_unknown;
        outside.extend(any.then(|| Region {
            areas: others,
            ..inside.clone()
        }));
        (inside.areas, inside.area_unknown) = (these, false);
    }
    if let Some(range) = ages {
        let known = |ages: AgeRange| Region {
            ages: Some(ages),
            age_unknown: false,
            ..inside.clone()
        };
        outside.extend(
            region
                .ages
                .map(|ages| around(ages, *range))
                .unwrap_or_default()
                .into_iter()
                .map(known),
        );
        outside.extend(region.age_unknown.then(|| Region {
            ages: None,
            ..inside.clone()
        }));
        (inside.ages, inside.age_unknown) =
            (region.ages.and_then(|ages| shared(ages, *range)), false);
    }
    if let Some(these) = urgency {
        let (within, others) = region
            .urgency
            .iter()
            .partition(|urgency| these.contains(urgency));
        outside.extend(
            Some(Region {
                urgency: others,
                ..inside.clone()
            })
            .filter(|region| !region.urgency.is_empty()),
        );
        inside.urgency = within;
    }
    if let Some(hours) = hours {
        let (within, others) = region.hours.iter().partition(|it| *it == hours);
        outside.extend(
            Some(Region {
                hours: others,
                ..inside.clone()
            })
            .filter(|region| !region.hours.is_empty()),
        );
        inside.hours = within;
    }
    if let Some(senders) = senders {
        let named = |sender: &&OrganisationId| senders.organisations.contains(*sender);
        let (within, others): (Vec<_>, Vec<_>) = region.senders.iter().partition(named);
        outside.extend((!others.is_empty()).then(|| Region {
            senders: Arc::new(others.into_iter().cloned().collect()),
            ..inside.clone()
        }));
        inside.senders = Arc::new(within.into_iter().cloned().collect());
    }
    if is_empty(&inside) {
        (None, vec![region.clone()])
    } else {
        (Some(inside), outside)
    }
}

fn is_empty(region: &Region) -> bool {
    let Region {
        topics,
        several: _,
        areas,
        area_unknown,
        ages,
        age_unknown,
        urgency,
        senders,
        hours,
        from: _,
        until: _,
    } = region;
    topics.is_empty()
        || (areas.is_empty() && !area_unknown)
        || (ages.is_none() && !age_unknown)
        || urgency.is_empty()
        || senders.is_empty()
        || hours.is_empty()
}

/// The ages that two ranges share.
fn shared(one: AgeRange, other: AgeRange) -> Option<AgeRange> {
    AgeRange::new(
        one.from().max(other.from()),
        earliest(one.until(), other.until()),
    )
}

/// The ages of a range that come before another one, and those that come after.
fn around(range: AgeRange, other: AgeRange) -> Vec<AgeRange> {
    let before = AgeRange::new(range.from(), earliest(range.until(), Some(other.from())));
    let after = other
        .until()
        .and_then(|until| AgeRange::new(range.from().max(until), range.until()));
    before.into_iter().chain(after).collect()
}

/// The earlier of two ends; `None` is no end.
fn earliest(one: Option<Age>, other: Option<Age>) -> Option<Age> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (end, None) | (None, end) => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::CodeEnum as _;
    use crate::domain::signal::Urgency;
    use crate::routing::criterion::Question;
    use crate::routing::map::Hours;
    use crate::routing::sample::{map, read};
    use rstest::rstest;

    fn everything(map: &RouteMap) -> Region {
        Region {
            topics: (0..).map(TopicIx).take(map.topics().len()).collect(),
            several: false,
            areas: (0..).map(AreaIx).take(map.areas().len()).collect(),
            area_unknown: true,
            ages: Some(AgeRange::ALL),
            age_unknown: true,
            urgency: Urgency::ALL.iter().copied().collect(),
            senders: Arc::new(
                map.organisations()
                    .iter()
                    .map(|organisation| organisation.id.clone())
                    .collect(),
            ),
            hours: Hours::ALL.iter().copied().collect(),
            from: read("2026-11-23"),
            until: None,
        }
    }

    fn holds(region: &Region, asked: &Question) -> bool {
        asked
            .topic
            .is_some_and(|topic| region.topics.contains(&topic))
            && asked
                .area
                .map_or(region.area_unknown, |area| region.areas.contains(&area))
            && asked.age.map_or(region.age_unknown, |age| {
                region.ages.is_some_and(|ages| ages.includes(age))
            })
            && region.urgency.contains(&asked.urgency)
            && asked
                .sender
                .as_ref()
                .is_some_and(|sender| region.senders.contains(sender))
            && region.hours.contains(&asked.hours)
    }

    #[rstest]
    #[case::by_topic("jgz topic:parenting")]
    #[case::by_age("jgz age:4-18")]
    #[case::by_area("jgz area:waterdam")]
    #[case::by_the_area_around_all("jgz area:rijnmeer")]
    #[case::by_urgency("jgz urgency:acute,fyi")]
    #[case::by_sender("jgz from:school kind:gp")]
    #[case::by_hours("jgz hours:outside")]
    #[case::by_all(
        "jgz topic:parenting/sleep,housing age:unborn-4 area:noord,veenbroek urgency:normal kind:gp,school hours:office"
    )]
    fn every_signal_is_inside_once_or_outside_once(#[case] claim: &str) {
        let map = map(&[claim]);
        let criteria = map
            .responsibilities()
            .iter()
            .next()
            .unwrap()
            .criteria
            .clone();
        let all = everything(&map);
        let (inside, outside) = split(&all, &criteria, &map);
        let (within, without) = (all.within(&criteria, &map), all.without(&criteria, &map));
        let (ages, areas) = (
            ["unborn", "0", "4", "18"].map(|age| Some(read::<Age>(age))),
            all.areas.iter().copied().map(Some),
        );
        for (topic, area) in all
            .topics
            .iter()
            .flat_map(|topic| areas.clone().chain([None]).map(move |area| (*topic, area)))
        {
            for (age, urgency) in ages
                .into_iter()
                .chain([None])
                .flat_map(|age| Urgency::ALL.iter().map(move |urgency| (age, *urgency)))
            {
                for (sender, hours) in all
                    .senders
                    .iter()
                    .flat_map(|sender| Hours::ALL.iter().map(move |hours| (sender, *hours)))
                {
                    let asked = Question {
                        topic: Some(topic),
                        age,
                        area,
                        urgency,
                        sender: Some(sender.clone()),
                        hours,
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
                    let is_within = within.as_ref().is_some_and(|region| holds(region, &asked));
                    let times_without = without
                        .iter()
                        .filter(|region| holds(region, &asked))
                        .count();
                    assert_eq!((is_within, times_without), expected, "{asked:?}");
                }
            }
        }
    }

    #[test]
    fn a_region_beside_it_stays_whole() {
        let map = map(&["jgz topic:housing age:0-4"]);
        let criteria = map
            .responsibilities()
            .iter()
            .next()
            .unwrap()
            .criteria
            .clone();
        let elsewhere = Region {
            ages: Some(read("4-18")),
            age_unknown: false,
            ..everything(&map)
        };
        assert_eq!(
            split(&elsewhere, &criteria, &map),
            (None, vec![elsewhere.clone()])
        );
        assert_eq!(elsewhere.within(&criteria, &map), None);
    }

    #[rstest]
    #[case::of_another_urgency("jgz urgency:acute")]
    #[case::of_other_senders("jgz from:school")]
    #[case::at_other_hours("jgz hours:outside")]
    fn a_region_of_which_nothing_is_inside_has_no_part_there(#[case] claim: &str) {
        let map = map(&[claim]);
        let criteria = map
            .responsibilities()
            .iter()
            .next()
            .unwrap()
            .criteria
            .clone();
        let normal = Region {
            urgency: [Urgency::Normal].into(),
            senders: Arc::new([read("huisarts")].into()),
            hours: [Hours::Office].into(),
            ..everything(&map)
        };
        assert_eq!(
            (
                normal.within(&criteria, &map),
                split(&normal, &criteria, &map).0
            ),
            (None, None)
        );
    }

    #[test]
    fn signals_with_several_topics_are_inside_when_all_of_them_are() {
        let map = map(&["jgz topic:parenting"]);
        let criteria = map
            .responsibilities()
            .iter()
            .next()
            .unwrap()
            .criteria
            .clone();
        let mixed = Region {
            several: true,
            ..everything(&map)
        };
        assert_eq!(split(&mixed, &criteria, &map), (None, vec![mixed.clone()]));
        assert_eq!(mixed.within(&criteria, &map), None);
        let covered = Region {
            topics: vec![TopicIx(0), TopicIx(1)],
            ..mixed
        };
        assert_eq!(covered.within(&criteria, &map), Some(covered.clone()));
        assert_eq!(split(&covered, &criteria, &map), (Some(covered), vec![]));
    }
}
