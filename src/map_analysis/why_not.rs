//! Why an organisation does not own a signal that it was expected to own. The explanation of a
//! decision tells of whoever came near; this tells of one, however far off it was.

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::event::Basis;
use crate::domain::invariant::Invariant as _;
use crate::domain::residence::Postcode;
use crate::domain::signal::{Facts, Topics};
use crate::domain::time::Moment;
use crate::routing::decision::Decision;
use crate::routing::explanation::{Explanation, Failed, SetAside, WhyInvolved};
use crate::routing::map::{MapLine, Responsibility, RouteMap};
use crate::routing::{decide, rule};

/// Something by which an organisation does not own a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// The person lives outside the map, where nothing that was agreed holds.
    Outside(Postcode),
    /// It claims the signal, and so do these.
    ClaimsToo(Vec<OrganisationId>),
    /// A responsibility of it held, and gave way.
    GaveWay(SetAside),
    /// It has agreed to own a topic of the signal, and something else decides.
    HasTopic {
        topic: TopicId,
        /// Whether others claim the topic too.
        is_disputed: bool,
        /// Who leads all topics together; nobody when the first topic decides.
        leaders: Vec<OrganisationId>,
    },
    /// A responsibility of it is for the first topic or a part of that, and fails on these.
    Fails(Vec<Failed>, MapLine),
    /// It was agreed with the owner that it reads along.
    ReadsAlong,
    /// It is the coordinator, and somebody has agreed to own the signal.
    Coordinates,
    /// It has agreed to own nothing of the first topic.
    NotAbout(TopicId),
}

/// Why this organisation is not the owner of a decision about these facts: all that is so.
#[must_use]
pub fn why_not(
    organisation: &OrganisationId,
    decision: &Decision,
    map: &RouteMap,
    facts: &Facts,
    at: Moment,
) -> Vec<WhyNot> {
    let why = &decision.why;
    if let Some(postcode) = why.place {
        return vec![WhyNot::Outside(postcode)];
    }
    if claims(why, organisation) {
        let claimants = why.reasons.iter().map(|reason| &reason.organisation);
        return vec![WhyNot::ClaimsToo(each_once(
            claimants.filter(|claimant| *claimant != organisation),
        ))];
    }
    let mut found = gave_way(why, organisation);
    if found.is_empty() {
        found = by_topic(organisation, map, facts, at);
        let mut involved = why.involved.iter();
        let reads_along =
            involved.any(|who| who.organisation == *organisation && who.why == WhyInvolved::Agreed);
        found.extend(reads_along.then_some(WhyNot::ReadsAlong));
        found.extend((decision.coordinator == *organisation).then_some(WhyNot::Coordinates));
    }
    if found.is_empty() {
        found.push(WhyNot::NotAbout(facts.topics.main().clone()));
    }
    found
}

fn claims(why: &Explanation, organisation: &OrganisationId) -> bool {
    let mut reasons = why.reasons.iter();
    reasons.any(|reason| reason.organisation == *organisation)
}

fn gave_way(why: &Explanation, organisation: &OrganisationId) -> Vec<WhyNot> {
    let of_it = why.set_aside.iter();
    of_it
        .filter(|aside| aside.organisation == *organisation)
        .cloned()
        .map(WhyNot::GaveWay)
        .collect()
}

/// In the order given.
fn each_once<'a>(organisations: impl Iterator<Item = &'a OrganisationId>) -> Vec<OrganisationId> {
    let mut once: Vec<OrganisationId> = Vec::new();
    for organisation in organisations {
        if !once.contains(organisation) {
            once.push(organisation.clone());
        }
    }
    once
}

/// What the rules say of each topic alone: the topics that the organisation has, and what it nearly
/// has of the first.
fn by_topic(
    organisation: &OrganisationId,
    map: &RouteMap,
    facts: &Facts,
    at: Moment,
) -> Vec<WhyNot> {
    let whole = rule(map, facts, map.when(at));
    let leaders = each_once(whole.leading_standing().iter().map(|r| &r.owner));
    let mut found = Vec::new();
    for topic in facts.topics.iter() {
        let topics = Topics::new(topic.clone(), None).certain("one topic is not too many");
        let alone = Facts {
            topics,
            ..facts.clone()
        };
        let decision = decide(map, &alone, at);
        if claims(&decision.why, organisation) {
            found.push(WhyNot::HasTopic {
                topic: topic.clone(),
                is_disputed: decision.basis == Basis::Dispute,
                leaders: leaders.clone(),
            });
        } else if topic == facts.topics.main() {
            let gave_way = gave_way(&decision.why, organisation);
            if gave_way.is_empty() {
                found.extend(nearest(whole.failures_of(organisation)));
            } else {
                found.extend(gave_way);
            }
        }
    }
    found
}

/// The responsibilities that fail on the least.
fn nearest(failures: Vec<(&Responsibility, Vec<Failed>)>) -> impl Iterator<Item = WhyNot> {
    let least = failures.iter().map(|(_, failed)| failed.len()).min();
    failures
        .into_iter()
        .filter(move |(_, failed)| Some(failed.len()) == least)
        .map(|(r, failed)| WhyNot::Fails(failed, MapLine::from(&r.place)))
}
