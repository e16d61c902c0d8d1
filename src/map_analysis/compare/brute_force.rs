//! The difference of random small maps, held against deciding every signal by both, on every day.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::calendar::Term;
use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::residence::Residence;
use crate::domain::signal::Facts;
use crate::domain::time::Day;
use crate::map_analysis::compare::random_pairs::any_two_maps;
use crate::map_analysis::survey::leads::covered_topics;
use crate::routing::criterion::Question;
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::explanation::WhyInvolved;
use crate::routing::map::{OwnerTerms, Responsibility, TopicIx};
use crate::routing::random_days::{any_world_days, parts_on};
use crate::routing::random_maps::{
    any_crowded_responsibilities, examples, facts_of, in_office_time,
};
use crate::routing::sample::{at, read};

/// Working days on which the random responsibilities begin and end; the last one stands for all
/// days after it.
const DAYS: [&str; 3] = ["2026-11-23", "2026-11-24", "2026-11-26"];

/// A signal on a day, with what both maps decide about it.
struct Point {
    asked: Question,
    facts: Facts,
    day: Day,
    old: Decision,
    new: Decision,
}

/// Every signal with a sender and these topics that both maps can be asked about, on every day.
fn points(old: &RouteMap, new: &RouteMap, topics: &[&[u32]]) -> Vec<Point> {
    let mut points = Vec::new();
    let is_in = |map: &RouteMap, facts: &Facts, day: Day| {
        let topics = facts.topics.iter().map(|id| Some(map.topic(id)?.valid));
        let area = facts
            .particulars
            .residence
            .as_ref()
            .and_then(Residence::area);
        let area = area.map(|id| Some(map.area(id)?.valid));
        let sender = facts
            .sender
            .as_ref()
            .map(|id| Some(map.organisation(id)?.valid));
        let mut all = topics.chain(area).chain(sender);
        facts.sender.is_some() && all.all(|days| days.is_some_and(|days| days.include(day)))
    };
    for asked in examples() {
        for topics in topics
            .iter()
            .filter(|topics| asked.topic == topics.first().copied().map(TopicIx))
        {
            let facts = facts_of(old, &asked, topics[1..].iter().copied().map(TopicIx));
            for day in DAYS
                .map(read::<Day>)
                .into_iter()
                .filter(|day| is_in(old, &facts, *day) && is_in(new, &facts, *day))
            {
                let clock = if in_office_time(&asked) {
                    "10:15"
                } else {
                    "22:00"
                };
                let moment = at(&format!("{day}T{clock}"));
                let (old, new) = (decide(old, &facts, moment), decide(new, &facts, moment));
                points.push(Point {
                    asked: asked.clone(),
                    facts: facts.clone(),
                    day,
                    old,
                    new,
                });
            }
        }
    }
    points
}

impl Point {
    /// In the region as far as its topics apart.
    fn fits(&self, region: &Region, shared: &RouteMap) -> bool {
        let area = self
            .facts
            .particulars
            .residence
            .as_ref()
            .and_then(Residence::area)
            .map(|area| shared.area_ix(area).unwrap());
        region.ages.include(&self.asked)
            && area.map_or(region.area_unknown, |area| region.areas.contains(&area))
            && region.from <= self.day
            && region.until.is_none_or(|until| self.day <= until)
            && region.senders.contains(self.facts.sender.as_ref().unwrap())
            && self.asked.choices.are_among(&region.choices)
    }

    fn topics(&self, shared: &RouteMap) -> BTreeSet<TopicIx> {
        self.facts
            .topics
            .iter()
            .map(|topic| shared.topic_ix(topic).unwrap())
            .collect()
    }

    fn is_in(&self, region: &Region, shared: &RouteMap) -> bool {
        self.fits(region, shared) && region.topics.contains(self.topics(shared).first().unwrap())
    }
}

fn who(decision: &Decision) -> Who {
    match decision.basis {
        Basis::Rule => Who::Owner(decision.owner.clone()),
        Basis::Gap => Who::Nobody,
        Basis::Dispute => {
            let claimants: BTreeSet<OrganisationId> = decision
                .why
                .reasons
                .iter()
                .map(|reason| reason.organisation.clone())
                .collect();
            Who::Claimants(claimants.into_iter().collect())
        }
    }
}

/// Who leads all topics: also those who dispute that they do.
fn leader(map: &RouteMap, facts: &Facts, decision: &Decision) -> Who {
    let standing = standing(map, decision);
    let topics: Vec<TopicIx> = facts
        .topics
        .iter()
        .map(|topic| map.topic_ix(topic).unwrap())
        .collect();
    let leads = |one: &&Responsibility| {
        let covered = covered_topics(map, one);
        one.leads && topics.iter().all(|topic| covered.contains(topic))
    };
    if decision.why.leads || (!standing.is_empty() && standing.iter().all(leads)) {
        who(decision)
    } else {
        Who::Nobody
    }
}

fn standing<'m>(map: &'m RouteMap, decision: &Decision) -> Vec<&'m Responsibility> {
    let reasons = &decision.why.reasons;
    let all = map.responsibilities().iter();
    all.filter(|one| {
        reasons
            .iter()
            .any(|reason| reason.place.line == one.place.line)
    })
    .collect()
}

fn involved(decision: &Decision) -> Vec<&OrganisationId> {
    decision
        .why
        .involved
        .iter()
        .filter(|one| one.why == WhyInvolved::Agreed)
        .map(|one| &one.organisation)
        .collect()
}

/// What those that stand promise: their own term, or `None` for the general one of the map.
fn agreed(
    map: &RouteMap,
    decision: &Decision,
    term: impl Fn(&Responsibility) -> Option<Term>,
) -> BTreeSet<Option<Term>> {
    let standing = standing(map, decision).into_iter();
    let standing = standing.filter(|_| decision.basis == Basis::Rule);
    let terms: BTreeSet<Option<Term>> = standing.map(term).collect();
    if terms.is_empty() {
        BTreeSet::from([None])
    } else {
        terms
    }
}

fn first_due(map: &RouteMap, day: Day, terms: &[Term]) -> Day {
    terms
        .iter()
        .map(|term| map.settings().calendar.due(day, *term))
        .min()
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_signal_is_in_a_change_exactly_when_the_two_maps_decide_differently((old, new) in any_two_maps()) {
        let diff = diff(&old, &new, read(DAYS[0]));
        let shared = &diff.shared;
        for point in points(&old, &new, &[&[0], &[1], &[2]]) {
            let Point { asked, facts, day, old: was, new: is } = &point;
            let all = diff.changes.iter().flat_map(|(change, regions)| regions.iter().map(move |region| (change, region)));
            let found: Vec<_> = all.filter(|(_, region)| point.is_in(region, shared)).collect();
            prop_assert!(found.len() < 2, "{:?} on {} is in {:?}", asked, day, found);
            let change = found.first().map(|(change, _)| *change);

            let text = change.map(|change| change.who.clone());
            let text = text.unwrap_or_else(|| Shift { old: who(was), new: who(was) });
            prop_assert_eq!(&text, &Shift { old: who(was), new: who(is) }, "{:?} on {}", asked, day);

            let level = change.and_then(|change| change.level.clone());
            prop_assert_eq!(level, (was.level != is.level).then_some(Shift { old: was.level, new: is.level }));

            let [of_old, of_new] = [(&old, was), (&new, is)].map(|(map, said)| map.handover(&said.owner, said.responsibility.as_ref(), *day).clone());
            prop_assert_eq!(change.and_then(|change| change.handover.clone()), Shift::between(of_old, of_new));
            match change.and_then(|change| change.involved.as_ref()) {
                None => prop_assert_eq!(involved(was), involved(is)),
                Some(text) => {
                    let sender = facts.sender.as_ref();
                    prop_assert!(text.old != text.new);
                    prop_assert_eq!(text.old.iter().filter(|id| Some(*id) != sender).collect::<Vec<_>>(), involved(was));
                    prop_assert_eq!(text.new.iter().filter(|id| Some(*id) != sender).collect::<Vec<_>>(), involved(is));
                }
            }

            let accept = (change.and_then(|change| change.accept.as_ref()), was.accept_by, is.accept_by, true);
            let feedback = (change.and_then(|change| change.feedback.as_ref()), was.feedback_by, is.feedback_by, false);
            let urgency = facts.particulars.urgency;
            for (text, was_due, is_due, is_accept) in [accept, feedback] {
                let pick = |terms: OwnerTerms<_>| if is_accept { terms.accept_within } else { terms.feedback_within };
                let term = |one: &Responsibility| pick(one.promises(urgency));
                match text {
                    None => {
                        // A change of the map's own promise is a fact about the map.
                        let (was_agreed, is_agreed) = (agreed(&old, was, term), agreed(&new, is, term));
                        let both_general = was_agreed == is_agreed && was_agreed.contains(&None);
                        // Nobody is to accept after the feedback, and that may have changed.
                        let capped = is_accept && was.feedback_by != is.feedback_by;
                        prop_assert!(was_due == is_due || both_general || capped, "{:?} on {}: {} and {}", asked, day, was_due, is_due);
                    }
                    Some(text) => {
                        prop_assert!(text.old != text.new);
                        // Nobody is to accept after the feedback.
                        prop_assert_eq!(first_due(&old, *day, &text.old).min(was.feedback_by), was_due);
                        prop_assert_eq!(first_due(&new, *day, &text.new).min(is.feedback_by), is_due);
                    }
                }
            }
            if let Some(Change { who, accept, feedback, level, handover, involved }) = change {
                let is_empty = accept.is_none() && feedback.is_none() && level.is_none() && handover.is_none() && involved.is_none();
                prop_assert!(who.old != who.new || !is_empty, "a change changes something");
            }

            let coordinated = diff.coordinators.iter().filter(|change| point.is_in(&change.region, shared));
            let text: Vec<_> = coordinated.map(|change| (&change.who.old, &change.who.new)).collect();
            let expected = Some((&was.coordinator, &is.coordinator)).filter(|(was, is)| was != is);
            prop_assert_eq!(text, expected.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn who_leads_several_topics_is_told_when_the_two_maps_say_another((old, new) in any_two_maps()) {
        let diff = diff(&old, &new, read(DAYS[0]));
        let shared = &diff.shared;
        for point in points(&old, &new, &[&[0, 1], &[0, 2], &[1, 2], &[0, 1, 2]]) {
            let (was, is, topics) = (leader(&old, &point.facts, &point.old), leader(&new, &point.facts, &point.new), point.topics(shared));
            let all = || diff.leads.iter().flat_map(|(change, regions)| regions.iter().map(move |region| (change, region)));
            let here = || all().filter(|(_, region)| point.fits(region, shared));
            let exactly: Vec<_> = here().filter(|(_, region)| region.topics.iter().copied().eq(topics.iter().copied())).collect();
            prop_assert!(exactly.len() < 2);
            for (change, _) in exactly {
                prop_assert_eq!((&change.who.old, &change.who.new), (&was, &is), "{:?} on {}", &point.facts, point.day);
            }
            let is_text = here().any(|(change, region)| {
                let text: BTreeSet<TopicIx> = region.topics.iter().copied().collect();
                region.several && text.is_superset(&topics) && change.who == Shift { old: was.clone(), new: is.clone() }
            });
            prop_assert!(was == is || is_text, "{:?} on {}: {:?} and {:?}", &point.facts, point.day, was, is);
        }
    }

    #[test]
    fn a_map_differs_in_nothing_from_itself(
        responsibilities in any_crowded_responsibilities(), days in any_world_days(),
    ) {
        let map = || RouteMap::new(parts_on(&days, responsibilities.clone()));
        prop_assert!(diff(&map(), &map(), read(DAYS[0])).is_empty());
    }
}
