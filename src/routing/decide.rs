//! Who owns a signal. Four rules:
//!
//! 1. Candidates are the responsibilities valid at that moment whose every criterion holds.
//! 2. Only those with the highest priority stay.
//! 3. A candidate that strictly contains another is dropped: the narrower claim wins.
//! 4. One organisation left owns it; none is a gap and several are a dispute, and then the
//!    coordinator owns it.
//!
//! A postcode that no area of the map holds is a gap, whatever is claimed: the map's own coordinator
//! owns it.

use std::iter::once;

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::event::Basis;
use crate::domain::residence::{Postcode, Residence};
use crate::domain::signal::{Facts, Urgency};
use crate::domain::time::{Day, Moment};
use crate::map_parts::choice::Choices;
use crate::map_parts::criterion::Question;
use crate::map_parts::handover::HandoverWay;
use crate::routing::candidates::Candidates;
use crate::routing::decision::Decision;
use crate::routing::explanation::{Explanation, Failed, Involvement, Reason, WhyInvolved};
use crate::routing::map::{AreaIx, MapLine, Responsibility, RouteMap};
use crate::routing::precedence::Precedence;
use crate::routing::when::When;

/// Decides who owns the follow-up of a signal at a moment, and explains why. The order of entries in
/// the map never matters.
#[must_use]
pub fn decide(map: &RouteMap, facts: &Facts, at: Moment) -> Decision {
    rule(map, facts, map.when(at)).explain()
}

/// Who owns the follow-up, by the four rules. For many signals: an explanation costs more, and is
/// made only where somebody reads it.
#[must_use]
pub fn rule<'a>(map: &'a RouteMap, facts: &'a Facts, when: When) -> Resolution<'a> {
    let here = Here::of(map, facts, when.day);
    let main = TopicResolution::of(map, facts, facts.topics.main(), here, when);
    let others: Vec<TopicResolution<'a>> = facts
        .topics
        .others()
        .iter()
        .map(|topic| TopicResolution::of(map, facts, topic, here, when))
        .collect();
    let leading = leading(map, &main, &others);
    Resolution {
        map,
        when,
        urgency: facts.particulars.urgency,
        before: facts.particulars.before,
        outside: here.outside,
        main,
        others,
        leading,
    }
}

/// The precedence among the responsibilities that lead and cover every topic, when there are some.
fn leading<'a>(
    map: &'a RouteMap,
    main: &TopicResolution<'a>,
    others: &[TopicResolution<'a>],
) -> Option<Precedence<'a>> {
    if others.is_empty() {
        return None;
    }
    let leaders = main.candidates.held().filter(|candidate| {
        let responsibility = map.responsibility(candidate.ix);
        let mut others = others.iter();
        responsibility.leads
            && others.all(|other| responsibility.criteria.hold(other.candidates.asked(), map))
    });
    Some(Precedence::among(map, leaders)).filter(|leading| !leading.standing.is_empty())
}

/// Where the person lives, by the map that decides: it may hold a postcode that an earlier one did
/// not.
#[derive(Clone, Copy)]
struct Here {
    area: Option<AreaIx>,
    /// The postcode that no area of this map holds.
    outside: Option<Postcode>,
}

impl Here {
    fn of(map: &RouteMap, facts: &Facts, day: Day) -> Self {
        let (area, outside) = match &facts.particulars.residence {
            None => (None, None),
            Some(Residence::Area(area)) => (map.area_ix_on(area, day), None),
            Some(Residence::Outside(postcode)) => match map.area_with(*postcode, day) {
                Some(area) => (Some(area), None),
                None => (None, Some(*postcode)),
            },
        };
        Self { area, outside }
    }
}

fn question(
    map: &RouteMap,
    facts: &Facts,
    topic: &TopicId,
    area: Option<AreaIx>,
    when: When,
) -> Question {
    let particulars = &facts.particulars;
    Question {
        topic: map.topic_ix_on(topic, when.day),
        age: particulars.age,
        youngest: particulars.youngest,
        area,
        sender: (facts.sender.as_ref()).map(|sender| map.present_organisation(sender, when.day)),
        choices: Choices::of_signal(particulars, when.hours),
    }
}

/// One topic of a signal, and how the rules fell for it alone.
struct TopicResolution<'a> {
    topic: &'a TopicId,
    candidates: Candidates<'a>,
    precedence: Precedence<'a>,
}

impl<'a> TopicResolution<'a> {
    fn of(map: &'a RouteMap, facts: &Facts, topic: &'a TopicId, here: Here, when: When) -> Self {
        let asked = question(map, facts, topic, here.area, when);
        // What was agreed for all areas was agreed for those of the map.
        let candidates = match here.outside {
            None => Candidates::of(map, asked, when.day),
            Some(_) => Candidates::none(map, asked, when.day),
        };
        let precedence = Precedence::among(map, candidates.held());
        Self {
            topic,
            candidates,
            precedence,
        }
    }
}

/// Who owns the follow-up of a signal, and all that is needed to say why.
pub struct Resolution<'a> {
    map: &'a RouteMap,
    when: When,
    urgency: Urgency,
    before: Option<Day>,
    outside: Option<Postcode>,
    main: TopicResolution<'a>,
    others: Vec<TopicResolution<'a>>,
    /// Among those that lead for every topic, when there are.
    leading: Option<Precedence<'a>>,
}

impl<'a> Resolution<'a> {
    fn precedence(&self) -> &Precedence<'a> {
        self.leading.as_ref().unwrap_or(&self.main.precedence)
    }

    fn topics(&self) -> impl Iterator<Item = &TopicResolution<'a>> {
        once(&self.main).chain(&self.others)
    }

    /// By rule, or because nobody or several claim it.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.precedence().basis()
    }

    /// Who owns it: always exactly one.
    #[must_use]
    pub fn owner(&self) -> &'a OrganisationId {
        self.precedence()
            .owner()
            .unwrap_or_else(|| self.coordinator())
    }

    /// Who decides what nobody owns, in this area.
    #[must_use]
    pub fn coordinator(&self) -> &'a OrganisationId {
        let area = self.main.candidates.asked().area;
        self.map.coordinator_of(area, self.when.day)
    }

    /// The responsibilities that stand: of the owner by rule, of the claimants in a dispute, none
    /// in a gap.
    #[must_use]
    pub fn standing(&self) -> &[&'a Responsibility] {
        &self.precedence().standing
    }

    /// The responsibilities that stand among those that lead all topics together; none when the first
    /// topic decides.
    #[must_use]
    pub fn leading_standing(&self) -> &[&'a Responsibility] {
        let leading = self.leading.as_ref();
        leading.map_or(&[], |leading| &leading.standing)
    }

    /// What an organisation has agreed about the first topic, or about a part of it; each with all on
    /// which it fails.
    #[must_use]
    pub fn failures_of(
        &self,
        organisation: &OrganisationId,
    ) -> Vec<(&'a Responsibility, Vec<Failed>)> {
        self.main.candidates.failures_of(organisation)
    }

    /// The last days to accept and to give the sender feedback.
    fn promised(&self) -> (Day, Day) {
        let Self { map, urgency, .. } = self;
        let (precedence, day) = (self.precedence(), self.when.day);
        let general = map.settings().promises.of_owner(*urgency);
        let feedback_by = precedence.promise(
            map,
            day,
            |r| r.promises(*urgency).feedback_within,
            general.feedback_within,
        );
        // Something will happen: the sender hears before it, if there is still time.
        let in_time = self.before.map(|before| {
            let last = map.settings().calendar.working_day_before(before);
            last.max(day)
        });
        let feedback_by = in_time.map_or(feedback_by, |last| feedback_by.min(last));
        let accept_by = precedence.promise(
            map,
            day,
            |r| r.promises(*urgency).accept_within,
            general.accept_within,
        );
        // The owner takes it on before the sender hears what was done.
        (accept_by.min(feedback_by), feedback_by)
    }

    /// The decision with all its reasons.
    #[must_use]
    pub fn explain(&self) -> Decision {
        let Self {
            map,
            when: _,
            urgency,
            before: _,
            outside,
            main,
            others,
            leading,
        } = self;
        let (precedence, asked, basis) = (self.precedence(), main.candidates.asked(), self.basis());
        let (owner, coordinator) = (self.owner(), self.coordinator());
        let (accept_by, feedback_by) = self.promised();
        let standing = &precedence.standing;
        let mut involved = self.involvements();
        involved.retain(|involvement| {
            involvement.organisation != *owner
                && Some(&involvement.organisation) != asked.sender.as_ref()
        });
        let gaps = self
            .topics()
            .filter(|topic| !others.is_empty() && topic.precedence.basis() == Basis::Gap);
        let agreed = standing.iter().filter(|_| basis == Basis::Rule);
        let handover = match basis {
            Basis::Rule => map.own_handover(standing),
            Basis::Gap | Basis::Dispute => None,
        };
        let handover = handover.unwrap_or(&map.settings().handover);
        Decision {
            owner: owner.clone(),
            basis,
            coordinator: coordinator.clone(),
            accept_by,
            feedback_by,
            level: map.offered_level(standing.iter().copied(), asked.sender.as_ref()),
            responsibility: agreed.map(|r| r.responsibility_id(map)).min(),
            knows_family: handover.how == HandoverWay::None,
            why: Explanation {
                leads: leading.is_some() && basis == Basis::Rule,
                reasons: standing
                    .iter()
                    .map(|r| reason(map, r, asked, *urgency))
                    .collect(),
                involved,
                gaps: gaps.map(|gap| gap.topic.clone()).collect(),
                set_aside: precedence.set_aside(),
                near_misses: main.candidates.near_misses(basis),
                would_help: match outside {
                    None => main.candidates.would_help(basis),
                    Some(_) => Vec::new(),
                },
                place: *outside,
            },
        }
    }

    /// The owners or claimants of every topic, the claimants of the lead, and those that the owner's
    /// responsibility involves: each once.
    fn involvements(&self) -> Vec<Involvement> {
        let (precedence, coordinator) = (self.precedence(), self.coordinator());
        let owners = self.topics().flat_map(
            |TopicResolution {
                 topic,
                 precedence,
                 candidates: _,
             }| {
                let standing = precedence
                    .standing
                    .iter()
                    .map(|r| match precedence.basis() {
                        Basis::Dispute => (&r.owner, WhyInvolved::Claims, Some(*topic)),
                        Basis::Rule | Basis::Gap => {
                            (&r.owner, WhyInvolved::OwnsTopic, Some(*topic))
                        }
                    });
                // Rule 4 holds for every topic: what nobody owns, and what several claim, is the
                // coordinator's.
                let unsettled = (precedence.basis() != Basis::Rule).then_some((
                    coordinator,
                    WhyInvolved::OwnsTopic,
                    Some(*topic),
                ));
                standing.chain(unsettled)
            },
        );
        let standing = precedence.standing.iter();
        let claimants = standing.map(|r| (&r.owner, WhyInvolved::Claims, Some(self.main.topic)));
        // A claimant's partners wait until the coordinator has decided: only who owns involves them.
        let owning = precedence
            .standing
            .iter()
            .filter(|_| precedence.basis() == Basis::Rule);
        let agreed = owning.flat_map(|r| {
            let partners = self.map.partners(r, self.when.day);
            partners.map(|organisation| (organisation, WhyInvolved::Agreed, None))
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
}

fn reason(map: &RouteMap, r: &Responsibility, asked: &Question, urgency: Urgency) -> Reason {
    Reason {
        organisation: r.owner.clone(),
        limits: r.criteria.limits(Some(asked), map),
        because: r.source(urgency).cloned(),
        place: MapLine::from(&r.place),
    }
}
