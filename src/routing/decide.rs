//! Who owns a signal. Four rules:
//!
//! 1. Candidates are the responsibilities valid at that moment whose every criterion holds.
//! 2. Only those with the highest priority stay.
//! 3. A candidate that strictly contains another is dropped: the narrower claim wins.
//! 4. One organisation left owns it; none is a gap and several are a dispute, and then the
//!    coordinator owns it.

use std::iter::once;

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::event::{Basis, Level};
use crate::domain::signal::Facts;
use crate::domain::time::Moment;
use crate::routing::candidates::{Candidate, Candidates};
use crate::routing::criterion::Question;
use crate::routing::decision::Decision;
use crate::routing::explanation::{Explanation, Involvement, MapLine, Reason, WhyInvolved};
use crate::routing::map::{Responsibility, RouteMap, When};
use crate::routing::precedence::Contest;

/// Decides who owns the follow-up of a signal at a moment, and tells everything about why. The
/// order of entries in the map never matters.
#[must_use]
pub fn decide(map: &RouteMap, facts: &Facts, at: Moment) -> Decision {
    rule(map, facts, map.when(at)).explained()
}

/// Who owns the follow-up, by the four rules. Whoever decides on a million signals asks this, and
/// an explanation where somebody wants to read it.
#[must_use]
pub fn rule<'a>(map: &'a RouteMap, facts: &'a Facts, when: When) -> Resolution<'a> {
    let per_topic = |topic: &'a TopicId| {
        let candidates = Candidates::of(map, question(map, facts, topic, when), when.day);
        let contest = Contest::among(map, candidates.held());
        TopicResolution {
            topic,
            candidates,
            contest,
        }
    };
    let main = per_topic(facts.topics.main());
    let others: Vec<TopicResolution<'a>> = facts.topics.others().iter().map(per_topic).collect();
    let covers_all = |r: &Responsibility| {
        others
            .iter()
            .all(|other| r.criteria.hold(other.candidates.asked(), map))
    };
    let leads = |candidate: &Candidate| {
        let responsibility = map.responsibility(candidate.ix);
        responsibility.leads && covers_all(responsibility)
    };
    let leaders = || main.candidates.held().filter(leads);
    let leading = (!others.is_empty())
        .then(|| Contest::among(map, leaders()))
        .filter(|leading| !leading.standing.is_empty());
    Resolution {
        map,
        when,
        main,
        others,
        leading,
    }
}

fn question(map: &RouteMap, facts: &Facts, topic: &TopicId, when: When) -> Question {
    Question {
        topic: map.topic_ix(topic),
        age: facts.age,
        area: facts.area.as_ref().and_then(|area| map.area_ix(area)),
        urgency: facts.urgency,
        sender: facts.sender.clone(),
        hours: when.hours,
    }
}

/// One topic of a signal, and how the rules fell for it alone.
struct TopicResolution<'a> {
    topic: &'a TopicId,
    candidates: Candidates<'a>,
    contest: Contest<'a>,
}

/// Who owns the follow-up of a signal, and all that is needed to say why.
pub struct Resolution<'a> {
    map: &'a RouteMap,
    when: When,
    main: TopicResolution<'a>,
    others: Vec<TopicResolution<'a>>,
    /// Among those that lead for every topic, when there are.
    leading: Option<Contest<'a>>,
}

impl<'a> Resolution<'a> {
    fn contest(&self) -> &Contest<'a> {
        self.leading.as_ref().unwrap_or(&self.main.contest)
    }

    fn topics(&self) -> impl Iterator<Item = &TopicResolution<'a>> {
        once(&self.main).chain(&self.others)
    }

    /// By rule, or because nobody or several claim it.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.contest().basis()
    }

    /// Who owns it: always exactly one.
    #[must_use]
    pub fn owner(&self) -> &'a OrganisationId {
        self.contest().owner().unwrap_or_else(|| self.coordinator())
    }

    /// Who decides what nobody owns, in this area.
    #[must_use]
    pub fn coordinator(&self) -> &'a OrganisationId {
        self.map.coordinator_of(self.main.candidates.asked().area)
    }

    /// The responsibilities that stand: of the owner by rule, of the claimants in a dispute, none
    /// in a gap.
    #[must_use]
    pub fn standing(&self) -> &[&'a Responsibility] {
        &self.contest().standing
    }

    /// Everything there is to tell.
    #[must_use]
    pub fn explained(&self) -> Decision {
        let Self {
            map,
            when,
            main,
            others,
            leading,
        } = self;
        let (contest, asked, basis) = (self.contest(), main.candidates.asked(), self.basis());
        let (owner, coordinator, promises) =
            (self.owner(), self.coordinator(), map.settings().promises);
        let mut involved = involvements(contest, self.topics(), main.topic, coordinator);
        involved.retain(|involvement| {
            involvement.organisation != *owner
                && Some(&involvement.organisation) != asked.sender.as_ref()
        });
        let gaps = self
            .topics()
            .filter(|ruled| !others.is_empty() && ruled.contest.basis() == Basis::Gap);
        Decision {
            owner: owner.clone(),
            basis,
            coordinator: coordinator.clone(),
            accept_by: contest.promise(map, when.day, |r| r.accept_within, promises.accept_within),
            feedback_by: contest.promise(
                map,
                when.day,
                |r| r.feedback_within,
                promises.feedback_within,
            ),
            level: if contest
                .standing
                .iter()
                .any(|r| r.level == Level::StatusOnly)
            {
                Level::StatusOnly
            } else {
                Level::Full
            },
            responsibility: (basis == Basis::Rule)
                .then(|| {
                    contest
                        .standing
                        .iter()
                        .map(|r| r.responsibility_id(map))
                        .min()
                })
                .flatten(),
            why: Explanation {
                leads: leading.is_some(),
                reasons: contest
                    .standing
                    .iter()
                    .map(|r| reason(map, r, asked))
                    .collect(),
                involved,
                gaps: gaps.map(|ruled| ruled.topic.clone()).collect(),
                set_aside: contest.set_aside(),
                near_misses: main.candidates.near_misses(basis),
                would_help: main.candidates.would_help(),
            },
        }
    }
}

/// The owners or claimants of every topic, the claimants of the lead, and those that the owner's
/// responsibility involves: each once.
fn involvements<'a: 'b, 'b>(
    contest: &'b Contest<'a>,
    topics: impl Iterator<Item = &'b TopicResolution<'a>>,
    main: &TopicId,
    coordinator: &'a OrganisationId,
) -> Vec<Involvement> {
    let owners = topics.flat_map(
        |TopicResolution {
             topic,
             contest,
             candidates: _,
         }| {
            let standing = contest.standing.iter().map(|r| match contest.basis() {
                Basis::Dispute => (&r.owner, WhyInvolved::Claims, Some(*topic)),
                Basis::Rule | Basis::Gap => (&r.owner, WhyInvolved::OwnsTopic, Some(*topic)),
            });
            // Rule 4 holds for every topic: what nobody owns, and what several claim, is the
            // coordinator's.
            let unsettled = (contest.basis() != Basis::Rule).then_some((
                coordinator,
                WhyInvolved::OwnsTopic,
                Some(*topic),
            ));
            standing.chain(unsettled)
        },
    );
    let claimants = contest
        .standing
        .iter()
        .map(|r| (&r.owner, WhyInvolved::Claims, Some(main)));
    // A claimant's partners wait until the coordinator has decided: only who owns involves them.
    let owning = contest
        .standing
        .iter()
        .filter(|_| contest.basis() == Basis::Rule);
    let agreed = owning.flat_map(|r| {
        r.involve
            .iter()
            .map(|organisation| (organisation, WhyInvolved::Agreed, None))
    });
    let mut all: Vec<Involvement> = Vec::new();
    for (organisation, why, topic) in owners.chain(claimants).chain(agreed) {
        if !all.iter().any(|known| known.organisation == *organisation) {
            all.push(Involvement {
                organisation: organisation.clone(),
                why,
                topic: topic.cloned(),
            });
        }
    }
    all.sort_by(|a, b| a.organisation.cmp(&b.organisation));
    all
}

fn reason(map: &RouteMap, r: &Responsibility, asked: &Question) -> Reason {
    Reason {
        organisation: r.owner.clone(),
        limits: r.criteria.limits(Some(asked), map),
        because: r.because.clone(),
        place: MapLine::from(&r.place),
    }
}
