//! Compares what a case expects of a decision with what the map decides. Only what the case states
//! counts.

use std::collections::BTreeSet;

use crate::domain::calendar::Term;
use crate::domain::codes::{OrganisationId, code_enum};
use crate::domain::event::{Basis, Level};
use crate::domain::signal::Facts;
use crate::domain::time::{Day, Moment};
use crate::map_analysis::why_not::{WhyNot, why_not};
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::handover::HandoverWay;
use crate::routing::map::{MapPosition, RouteMap};

/// A case: a signal at a moment, and what the map is expected to say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapCase {
    /// A sentence that says what the case shows. Unique.
    pub name: String,
    /// The moment of the signal; `None` is the moment of the run.
    pub at: Option<Moment>,
    pub facts: Facts,
    pub expected: Expectation,
    pub place: MapPosition,
}

/// What is expected of a decision. `None` accepts anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectation {
    pub owner: Option<OrganisationId>,
    pub basis: Option<Basis>,
    /// Exactly these claim it; empty when there is no dispute.
    pub claimants: Option<BTreeSet<OrganisationId>>,
    /// Exactly these are involved.
    pub involved: Option<BTreeSet<OrganisationId>>,
    /// At least these are involved.
    pub involves: Option<BTreeSet<OrganisationId>>,
    /// The last day to accept.
    pub accept_by: Option<Due>,
    /// The last day to give the sender feedback.
    pub feedback_by: Option<Due>,
    pub level: Option<Level>,
    /// Whether one organisation leads for all topics together.
    pub leads: Option<bool>,
    /// How the owner hears which family it is.
    pub handover: Option<HandoverWay>,
    /// The numbers to call, in order; empty unless the signal is acute.
    pub emergency: Option<Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    On(Day),
    /// This long after the day of the signal.
    Within(Term),
}

code_enum! {
    /// An aspect of a decision. The code is the key in a file of cases and in JSON.
    Aspect {
        Owner = "owner",
        Basis = "basis",
        Claimants = "claimants",
        /// Exactly who is involved.
        Involved = "involved",
        /// Who is involved, and perhaps others.
        Involves = "involves",
        AcceptBy = "accept_by",
        FeedbackBy = "feedback_by",
        Level = "level",
        Leads = "leads",
        Handover = "handover",
        Emergency = "emergency",
    }
}

/// One aspect, as expected or as decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AspectValue {
    Organisation(OrganisationId),
    Organisations(BTreeSet<OrganisationId>),
    Basis(Basis),
    Due { day: Day, within: Option<Term> },
    Level(Level),
    Leads(bool),
    Handover(HandoverWay),
    Calls(Vec<String>),
}

/// One aspect that a case states, beside what the map decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedAspect {
    pub aspect: Aspect,
    pub expected: AspectValue,
    pub decided: AspectValue,
    pub agrees: bool,
}

/// What the map says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseResult {
    /// The moment of the decision.
    pub at: Moment,
    pub decision: Decision,
    /// Every aspect that the case states.
    pub compared: Vec<ComparedAspect>,
    /// Why not the expected owner; empty when that is the owner, or nobody was expected.
    pub why_not: Vec<WhyNot>,
}

impl CaseResult {
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.compared.iter().all(|compared| compared.agrees)
    }
}

impl MapCase {
    /// Decides on the signal, and compares. `now` is the moment of a case that names none.
    #[must_use]
    pub fn run(&self, map: &RouteMap, now: Moment) -> CaseResult {
        let at = self.at.unwrap_or(now);
        let decision = decide(map, &self.facts, at);
        let said = &self.facts.particulars;
        let calls = map
            .emergency_for(&self.facts.topics, said.age, said.urgency, at)
            .map(|line| line.call.clone())
            .collect();
        let compared = self.expected.compare(&decision, calls, map, map.day(at));
        let expected = self.expected.owner.as_ref();
        let missed = expected.filter(|owner| **owner != decision.owner);
        let why_not = missed.map(|owner| why_not(owner, &decision, map, &self.facts, at));
        CaseResult {
            at,
            decision,
            compared,
            why_not: why_not.unwrap_or_default(),
        }
    }
}

impl Expectation {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn compare(
        &self,
        decision: &Decision,
        calls: Vec<String>,
        map: &RouteMap,
        from: Day,
    ) -> Vec<ComparedAspect> {
        let Self {
            owner,
            basis,
            claimants,
            involved,
            involves,
            accept_by,
            feedback_by,
            level,
            leads,
            handover,
            emergency,
        } = self;
        let all_involved: BTreeSet<OrganisationId> = decision
            .why
            .involved
            .iter()
            .map(|who| who.organisation.clone())
            .collect();
        [
            compared(
                Aspect::Owner,
                owner.clone().map(AspectValue::Organisation),
                AspectValue::Organisation(decision.owner.clone()),
            ),
            compared(
                Aspect::Basis,
                basis.map(AspectValue::Basis),
                AspectValue::Basis(decision.basis),
            ),
            compared_organisations(Aspect::Claimants, claimants, decision.claimants()),
            compared_organisations(Aspect::Involved, involved, all_involved.clone()),
            compared_involves(involves, all_involved),
            compared_due(Aspect::AcceptBy, *accept_by, decision.accept_by, map, from),
            compared_due(
                Aspect::FeedbackBy,
                *feedback_by,
                decision.feedback_by,
                map,
                from,
            ),
            compared(
                Aspect::Level,
                level.map(AspectValue::Level),
                AspectValue::Level(decision.level),
            ),
            compared(
                Aspect::Leads,
                leads.map(AspectValue::Leads),
                AspectValue::Leads(decision.why.leads),
            ),
            compared(
                Aspect::Handover,
                handover.map(AspectValue::Handover),
                AspectValue::Handover(
                    map.handover(&decision.owner, decision.responsibility.as_ref(), from)
                        .how,
                ),
            ),
            compared(
                Aspect::Emergency,
                emergency.clone().map(AspectValue::Calls),
                AspectValue::Calls(calls),
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn compared(
    aspect: Aspect,
    expected: Option<AspectValue>,
    decided: AspectValue,
) -> Option<ComparedAspect> {
    let expected = expected?;
    Some(ComparedAspect {
        aspect,
        agrees: expected == decided,
        expected,
        decided,
    })
}

fn compared_organisations(
    aspect: Aspect,
    expected: &Option<BTreeSet<OrganisationId>>,
    decided: BTreeSet<OrganisationId>,
) -> Option<ComparedAspect> {
    compared(
        aspect,
        expected.clone().map(AspectValue::Organisations),
        AspectValue::Organisations(decided),
    )
}

/// Others may be involved too.
fn compared_involves(
    expected: &Option<BTreeSet<OrganisationId>>,
    decided: BTreeSet<OrganisationId>,
) -> Option<ComparedAspect> {
    let agrees = expected.as_ref()?.is_subset(&decided);
    Some(ComparedAspect {
        agrees,
        ..compared_organisations(Aspect::Involves, expected, decided)?
    })
}

/// The day of a promise counts, however it is written.
fn compared_due(
    aspect: Aspect,
    expected: Option<Due>,
    decided: Day,
    map: &RouteMap,
    from: Day,
) -> Option<ComparedAspect> {
    let expected = expected?;
    let value = Some(expected.value(map, from));
    Some(ComparedAspect {
        agrees: expected.day(map, from) == decided,
        ..compared(aspect, value, Due::On(decided).value(map, from))?
    })
}

impl Due {
    fn day(self, map: &RouteMap, from: Day) -> Day {
        match self {
            Due::On(day) => day,
            Due::Within(term) => map.settings().calendar.due(from, term),
        }
    }

    fn value(self, map: &RouteMap, from: Day) -> AspectValue {
        let day = self.day(map, from);
        match self {
            Due::On(_) => AspectValue::Due { day, within: None },
            Due::Within(term) => AspectValue::Due {
                day,
                within: Some(term),
            },
        }
    }
}
