//! The survey of random small maps, held against deciding every signal that there can be, on every
//! day.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::domain::event::Basis;
use crate::domain::time::{Day, Moment};
use crate::map_analysis::region::Region;
use crate::routing::criterion::Question;
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::map::{Hours, ResponsibilityIx, RouteMap, TopicIx};
use crate::routing::random_days::{any_world_days, is_outlived, is_place, is_there, parts_on};
use crate::routing::random_maps::{
    any_closed_days, any_criteria, any_crowded_responsibilities, any_leads, every_choice, examples,
    facts_of, in_office_time, map_of, universe,
};
use crate::routing::sample::{at, read};

/// Working days on which the random responsibilities begin and end; the last one stands for all
/// days after it.
const DAYS: [&str; 3] = ["2026-11-23", "2026-11-24", "2026-11-26"];

/// A signal on a day, with what `decide` says about it.
struct Point {
    asked: Question,
    /// The topics beside the first.
    others: Vec<TopicIx>,
    day: Day,
    standing: Vec<ResponsibilityIx>,
    basis: Basis,
}

fn days() -> impl Iterator<Item = Day> {
    DAYS.iter().map(|day| read(day))
}

fn today() -> Day {
    read(DAYS[0])
}

fn moment(day: Day, asked: &Question) -> Moment {
    at(&format!(
        "{day}T{}",
        if in_office_time(asked) {
            "10:15"
        } else {
            "22:00"
        }
    ))
}

fn standing_of(decision: &Decision) -> Vec<ResponsibilityIx> {
    let mut standing: Vec<_> = decision
        .why
        .reasons
        .iter()
        .map(|reason| ResponsibilityIx(reason.place.line - 1))
        .collect();
    standing.sort();
    standing
}

/// The signals with a sender and these topics, on every day, at the hours that occur on it.
fn points(map: &RouteMap, topics: &[&[u32]]) -> Vec<Point> {
    points_of(map, topics, |asked| asked.sender.is_some())
}

/// Those of some questions.
fn points_of(map: &RouteMap, topics: &[&[u32]], these: impl Fn(&Question) -> bool) -> Vec<Point> {
    let mut points = Vec::new();
    for asked in examples().filter(these) {
        for topics in topics
            .iter()
            .filter(|topics| asked.topic == topics.first().copied().map(TopicIx))
        {
            let others: Vec<TopicIx> = topics[1..].iter().copied().map(TopicIx).collect();
            let facts = facts_of(map, &asked, others.clone());
            let are_there = |day: Day| others.iter().all(|ix| map.topic_at(*ix).valid.include(day));
            let days = days().filter(|day| occurs(map, &asked, *day) && are_there(*day));
            for day in days.filter(|day| is_there(map, &asked, *day)) {
                let decision = decide(map, &facts, moment(day, &asked));
                points.push(Point {
                    asked: asked.clone(),
                    others: others.clone(),
                    day,
                    standing: standing_of(&decision),
                    basis: decision.basis,
                });
            }
        }
    }
    points
}

/// Whether a moment of that day has the hours of the question.
fn occurs(map: &RouteMap, asked: &Question, day: Day) -> bool {
    let mut hours = map.hours_on(day).iter();
    hours.any(|hours| (*hours == Hours::Office) == in_office_time(asked))
}

const ALONE: &[&[u32]] = &[&[0], &[1], &[2]];
const TOGETHER: &[&[u32]] = &[&[0, 1], &[0, 2], &[1, 2], &[0, 1, 2]];

impl Point {
    fn topics(&self) -> impl Iterator<Item = TopicIx> {
        self.asked
            .topic
            .into_iter()
            .chain(self.others.iter().copied())
    }

    /// In a region of one topic, by one of its topics.
    fn is_in(&self, region: &Region) -> bool {
        !region.several
            && self.topics().any(|topic| region.topics.contains(&topic))
            && region.fits(&self.asked, self.day)
    }

    fn is_definite(&self, map: &RouteMap) -> bool {
        self.asked.age.is_some() && is_place(map, &self.asked, self.day)
    }

    /// Whether those that stand lead all its topics.
    fn is_led(&self, map: &RouteMap) -> bool {
        let topics: BTreeSet<TopicIx> = self.topics().collect();
        let leads = |ix: &ResponsibilityIx| {
            let claim = map.responsibility(*ix);
            claim.leads && leads::covered_topics(map, claim).is_superset(&topics)
        };
        topics.len() > 1 && !self.standing.is_empty() && self.standing.iter().all(leads)
    }

    fn is_gap(&self) -> bool {
        self.basis == Basis::Gap
    }

    /// The leads that hold for this point with these topics.
    fn leads(
        &self,
        map: &RouteMap,
        topics: impl IntoIterator<Item = TopicIx>,
    ) -> BTreeSet<ResponsibilityIx> {
        let mut leads = BTreeSet::new();
        for (ix, claim) in map.numbered_responsibilities() {
            if claim.leads && claim.valid.include(self.day) {
                leads.insert(ix);
            }
        }
        for topic in topics {
            let asked = Question {
                topic: Some(topic),
                ..self.asked.clone()
            };
            leads.retain(|ix| map.responsibility(*ix).criteria.hold(&asked, map));
        }
        leads
    }

    /// In a region of several topics: it has some of them, and the same leads hold for these.
    fn is_together_in(&self, region: &Region, map: &RouteMap) -> bool {
        region.several
            && self.topics().all(|topic| region.topics.contains(&topic))
            && region.fits(&self.asked, self.day)
            && self.leads(map, region.topics.iter().copied()) == self.leads(map, self.topics())
    }
}

fn times_in<'a>(point: &Point, regions: impl IntoIterator<Item = &'a Region>) -> usize {
    regions
        .into_iter()
        .filter(|region| point.is_in(region))
        .count()
}

/// What `decide` says of the smallest example of a region.
fn at_the_witness(map: &RouteMap, region: &Region) -> (Basis, Vec<ResponsibilityIx>) {
    let witness = region.witness(map, today()).unwrap();
    let decision = decide(
        map,
        &witness.facts,
        witness.at.unwrap_or(at("2026-11-23T10:15")),
    );
    (decision.basis, standing_of(&decision))
}

/// Whether the disputes of several topics together are those of these points.
fn disputes_of_leads_are_those_of(map: &RouteMap, points: &[Point]) -> Result<(), TestCaseError> {
    let disputes = disputes(map, today());
    for point in points {
        let is_dispute = point.is_led(map) && point.basis == Basis::Dispute;
        let mut is_told = false;
        for Dispute { claims, regions } in &disputes {
            let together = regions.iter().filter(|one| point.is_together_in(one, map));
            let together = together.count();
            let may_be_told = usize::from(is_dispute && *claims == point.standing);
            prop_assert!(
                together <= may_be_told,
                "{:?} of {:?} in {:?}",
                point.asked,
                point.others,
                regions
            );
            let are_all_told = point.standing.iter().all(|claim| claims.contains(claim));
            let alone = regions.iter().any(|one| point.is_in(one));
            is_told |= together == 1 || (alone && are_all_told);
        }
        prop_assert!(
            is_told || !is_dispute,
            "{:?} of {:?}: {:?}",
            point.asked,
            point.others,
            point.standing
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_disputes_and_gaps_are_those_of_every_signal(
        responsibilities in any_crowded_responsibilities(), closed in any_closed_days(), world in any_world_days(),
    ) {
        let mut parts = parts_on(&world, responsibilities);
        let without_closed_days = RouteMap::new(parts.clone());
        parts.settings.calendar.closed_days = closed.into_iter().collect();
        let map = RouteMap::new(parts);
        let points = points(&map, ALONE);
        let disputes = disputes(&map, today());
        let gaps: BTreeMap<Day, Gaps> = days().map(|day| (day, gaps(&map, day))).collect();
        for point in &points {
            for dispute in &disputes {
                let expected = usize::from(point.basis == Basis::Dispute && dispute.claims == point.standing);
                prop_assert_eq!(times_in(point, &dispute.regions), expected, "{:?} on {} in {:?}", &point.asked, point.day, dispute);
            }
            prop_assert!(point.basis != Basis::Dispute || disputes.iter().any(|dispute| dispute.claims == point.standing));
            let Gaps { definite, when_vague } = &gaps[&point.day];
            prop_assert_eq!(times_in(point, definite), usize::from(point.is_gap() && point.is_definite(&map)));
            prop_assert_eq!(times_in(point, when_vague), usize::from(point.is_gap() && !point.is_definite(&map)));
        }
        for dispute in &disputes {
            for region in &dispute.regions {
                prop_assert_eq!(at_the_witness(&map, region), (Basis::Dispute, dispute.claims.clone()), "{:?}", region);
            }
        }
        let Gaps { definite, when_vague } = &gaps[&today()];
        for region in definite.iter().chain(when_vague) {
            prop_assert_eq!(at_the_witness(&map, region).0, Basis::Gap, "{:?}", region);
        }

        // Who works in office hours alone owns something, also when today the office is closed.
        let points = points_of(&without_closed_days, ALONE, |asked| asked.sender.is_some());
        let there = [0, 1, 2].map(TopicIx).into_iter().filter(|ix| map.topic_at(*ix).valid.include(today()));
        let unowned: Vec<TopicIx> = there.filter(|topic| {
            points.iter().all(|point| point.day != today() || point.asked.topic != Some(*topic) || point.is_gap())
        }).collect();
        prop_assert_eq!(unowned_topics(&map, today()), unowned);
        let mut heard: BTreeMap<&str, bool> = BTreeMap::new();
        for point in points.iter().filter(|point| point.day == today() && point.is_definite(&map)) {
            *heard.entry(point.asked.sender.as_ref().unwrap().as_str()).or_default() |= !point.is_gap();
        }
        // In this world each organisation is the only one of its kind, which is called like it.
        let unheard: Vec<&str> = heard.iter().filter(|(_, heard)| !**heard).map(|(sender, _)| *sender).collect();
        let kinds = unheard_senders(&map, today());
        prop_assert_eq!(kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>(), unheard);
    }

    #[test]
    fn what_becomes_a_gap_was_none_on_the_first_day(
        responsibilities in any_crowded_responsibilities(), world in any_world_days(),
    ) {
        let map = RouteMap::new(parts_on(&world, responsibilities));
        let opening = becoming_gaps(&map, today(), days().last().unwrap());
        let points = points(&map, ALONE);
        for days in points.chunk_by(|one, next| one.asked == next.asked) {
            let mut stood = &days[0].standing;
            let mut since = None;
            for point in days {
                if !point.is_gap() {
                    (stood, since) = (&point.standing, None);
                } else {
                    since = since.or(Some(point.day));
                }
                let opens = point.is_definite(&map) && point.is_gap() && !days[0].is_gap();
                for gap in &opening {
                    let here: Vec<_> = gap.regions.iter().filter(|region| point.is_in(region)).collect();
                    // When part of it closes again, what stays open can be a region that begins
                    // later.
                    let opened = gap.regions.iter().map(|region| region.from).min();
                    prop_assert_eq!(here.len() == 1, opens && gap.lapsed == *stood && opened == since);
                    prop_assert!(here.len() < 2);
                }
                let found = opening.iter().flat_map(|gap| &gap.regions).filter(|region| point.is_in(region)).count();
                prop_assert_eq!(found, usize::from(opens));
            }
        }
        for gap in &opening {
            prop_assert!(gap.lapsed.iter().all(|ix| map.responsibility(*ix).valid.until.is_some()));
        }
    }

    #[test]
    fn what_never_wins_stands_in_no_signal_with_one_topic_or_more(
        responsibilities in any_crowded_responsibilities(), world in any_world_days(),
    ) {
        let map = RouteMap::new(parts_on(&world, responsibilities.clone()));
        let alone = points(&map, ALONE);
        let together = points(&map, TOGETHER);
        let stands: BTreeSet<ResponsibilityIx> = alone.iter().chain(&together).flat_map(|point| point.standing.iter().copied()).collect();
        let not_lapsed = |r: &&_| {
            let claim = map.responsibility(**r);
            claim.valid.until.is_none_or(|until| until >= today()) && !is_outlived(claim, &map, today())
        };
        let all: Vec<ResponsibilityIx> = (0..u32::try_from(responsibilities.len()).unwrap()).map(ResponsibilityIx).collect();
        let never = never_wins(&map, today());
        let expected: Vec<_> = all.iter().filter(|r| !stands.contains(r)).filter(not_lapsed).copied().collect();
        prop_assert_eq!(never.iter().map(|never| never.responsibility).collect::<Vec<_>>(), expected);
        for NeverWins { responsibility, why, by } in &never {
            let kept: BTreeSet<_> = by.iter().chain([responsibility]).collect();
            let place = kept.iter().position(|ix| *ix == responsibility).unwrap();
            let few = kept.iter().map(|ix| responsibilities[ix.0 as usize].clone()).collect();
            let few = RouteMap::new(parts_on(&world, few));
            prop_assert!(never_wins(&few, today()).iter().any(|never| never.responsibility.0 as usize == place), "those named suffice");
            let priority = |ix: &ResponsibilityIx| map.responsibility(*ix).priority;
            match why {
                WhyNever::HoldsForNoSignal => prop_assert!(by.is_empty()),
                WhyNever::Outranked => prop_assert!(!by.is_empty() && by.iter().all(|by| priority(by) > priority(responsibility))),
                WhyNever::Shadowed => prop_assert!(by.iter().any(|by| priority(by) == priority(responsibility))),
            }
        }
        disputes_of_leads_are_those_of(&map, &together)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn leads_dispute_about_the_topics_that_are_told_and_those_with_the_same_leads(
        responsibilities in any_leads(), world in any_world_days(),
    ) {
        let map = RouteMap::new(parts_on(&world, responsibilities));
        let by_school = |asked: &Question| {
            asked.area.is_none() && asked.choices == every_choice()[0] && asked.youngest.is_none()
                && asked.sender.as_ref().is_some_and(|sender| sender.as_str() == "school")
        };
        disputes_of_leads_are_those_of(&map, &points_of(&map, TOGETHER, by_school))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_region_is_cut_by_criteria_into_what_they_are_for_and_the_rest(
        responsibilities in any_crowded_responsibilities(), criteria in any_criteria(),
    ) {
        let map = map_of(responsibilities);
        let Gaps { definite, when_vague } = gaps(&map, today());
        let of_first = |asked: &Question| asked.sender.is_some();
        let points: Vec<Point> = universe().into_iter().filter(of_first).map(|asked| Point {
            asked, others: vec![], day: today(), standing: vec![], basis: Basis::Gap,
        }).collect();
        for region in definite.iter().chain(&when_vague).take(3) {
            let (within, without) = region.split(&criteria, &map);
            for point in &points {
                let is_for = criteria.hold(&point.asked, &map);
                prop_assert_eq!(times_in(point, &within), usize::from(point.is_in(region) && is_for));
                prop_assert_eq!(times_in(point, &without), usize::from(point.is_in(region) && !is_for));
            }
        }
    }
}
