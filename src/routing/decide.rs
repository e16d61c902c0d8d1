//! Who owns a signal. Four rules:
//!
//! 1. Candidates are the responsibilities valid at that moment whose every criterion holds.
//! 2. Only those with the highest priority stay.
//! 3. A candidate that strictly contains another is dropped: the narrower claim wins.
//! 4. One organisation left owns it; none is a gap and several are a dispute, and then the coordinator owns it.

use std::iter::once;

use super::candidates::Candidates;
use super::contest::Contest;
use super::criterion::Question;
use super::decision::{Decision, Involvement, Reason, WhyInvolved};
use super::map::{Responsibility, RouteMap};
use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::event::{Basis, Level};
use crate::domain::signal::Facts;
use crate::domain::time::Moment;

/// Decides who owns the follow-up of a signal at a moment. The order of entries in the map never matters.
#[must_use]
pub fn decide(map: &RouteMap, facts: &Facts, at: Moment) -> Decision {
    let day = map.day(at);
    let main = question(map, facts, facts.topics.main(), at);
    let others: Vec<Question> = facts.topics.others().iter().map(|topic| question(map, facts, topic, at)).collect();
    let several = !others.is_empty();

    let candidates: Vec<Candidates<'_>> = once(&main).chain(&others).map(|asked| Candidates::of(map, asked, day)).collect();
    let per_topic: Vec<(&TopicId, Contest<'_>)> =
        facts.topics.iter().zip(candidates.iter().map(|found| Contest::among(map, found.held()))).collect();
    let covers_all = |r: &&Responsibility| others.iter().all(|asked| r.criteria.hold(asked, map));
    let leaders = candidates.iter().take(usize::from(several)).flat_map(Candidates::held).filter(|r| r.leads);
    let leading = Contest::among(map, leaders.filter(covers_all));
    let leads = !leading.standing.is_empty();
    let contest = per_topic.first().map(|(_, main)| main).filter(|_| !leads).unwrap_or(&leading);

    let basis = contest.basis();
    let coordinator = map.coordinator_of(main.area);
    let owner = contest.owner().unwrap_or(coordinator).clone();
    let mut involved = involvements(contest, &per_topic, facts.topics.main(), coordinator);
    involved.retain(|involvement| involvement.organisation != owner && Some(&involvement.organisation) != main.sender.as_ref());
    Decision {
        owner,
        basis,
        coordinator: coordinator.clone(),
        accept_by: contest.promise(map, day, basis, |r| r.accept_within, map.settings().promises.accept_within),
        feedback_by: contest.promise(map, day, basis, |r| r.feedback_within, map.settings().promises.feedback_within),
        level: if contest.standing.iter().any(|r| r.level == Level::StatusOnly) { Level::StatusOnly } else { Level::Full },
        involved,
        reasons: contest.standing.iter().map(|r| reason(map, r, &main)).collect(),
        leads,
        gaps: per_topic.iter().filter(|(_, c)| several && c.basis() == Basis::Gap).map(|(topic, _)| (*topic).clone()).collect(),
        set_aside: contest.set_aside.clone(),
        near_misses: candidates.first().map(|main| main.near_misses(basis)).unwrap_or_default(),
        would_help: candidates.first().map(Candidates::would_help).unwrap_or_default(),
    }
}

fn question(map: &RouteMap, facts: &Facts, topic: &TopicId, at: Moment) -> Question {
    Question {
        topic: map.topic_ix(topic),
        age: facts.age,
        area: facts.area.as_ref().and_then(|area| map.area_ix(area)),
        urgency: facts.urgency,
        sender: facts.sender.clone(),
        hours: map.hours_at(at),
    }
}

/// The owners or claimants of every topic, the claimants of the lead, and those that the owner's responsibility involves: each once.
fn involvements(
    contest: &Contest<'_>,
    per_topic: &[(&TopicId, Contest<'_>)],
    main: &TopicId,
    coordinator: &OrganisationId,
) -> Vec<Involvement> {
    let owners = per_topic.iter().flat_map(|(topic, contest)| {
        let standing = contest.standing.iter().map(|r| match contest.basis() {
            Basis::Dispute => (&r.owner, WhyInvolved::Claims((*topic).clone())),
            Basis::Rule | Basis::Gap => (&r.owner, WhyInvolved::OwnsTopic((*topic).clone())),
        });
        // Rule 4 holds for every topic: what nobody owns, and what several claim, is the coordinator's.
        let unsettled = (contest.basis() != Basis::Rule).then(|| (coordinator, WhyInvolved::OwnsTopic((*topic).clone())));
        standing.chain(unsettled)
    });
    let claimants = contest.standing.iter().map(|r| (&r.owner, WhyInvolved::Claims(main.clone())));
    // A claimant's partners wait until the coordinator has decided: only who owns involves them.
    let owning = contest.standing.iter().filter(|_| contest.basis() == Basis::Rule);
    let agreed = owning.flat_map(|r| r.involve.iter().map(|organisation| (organisation, WhyInvolved::Agreed)));
    let mut all: Vec<Involvement> = Vec::new();
    for (organisation, why) in owners.chain(claimants).chain(agreed) {
        if !all.iter().any(|known| known.organisation == *organisation) {
            all.push(Involvement { organisation: organisation.clone(), why });
        }
    }
    all.sort_by(|a, b| a.organisation.cmp(&b.organisation));
    all
}

fn reason(map: &RouteMap, r: &Responsibility, asked: &Question) -> Reason {
    Reason { organisation: r.owner.clone(), held: r.criteria.limits(Some(asked), map), because: r.because.clone(), place: r.place.clone() }
}
