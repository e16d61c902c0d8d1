//! What somebody expects of a decision, held against what is decided. Only what is stated counts.

use std::collections::BTreeSet;

use crate::domain::calendar::Term;
use crate::domain::codes::{OrganisationId, code_enum};
use crate::domain::event::{Basis, Level};
use crate::domain::signal::{Facts, Urgency};
use crate::domain::time::{Day, Moment};
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::map::{MapPosition, RouteMap};

/// A case: a signal at a moment, and what the map is expected to say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapCase {
    /// What it shows, as a sentence; each once.
    pub name: String,
    /// The moment of the signal; the moment of the run when left out.
    pub at: Option<Moment>,
    pub facts: Facts,
    /// What is expected.
    pub expected: Expectation,
    /// Where it stands.
    pub place: MapPosition,
}

/// What is expected of a decision. What is left out may be anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectation {
    /// Who owns it.
    pub owner: Option<OrganisationId>,
    pub basis: Option<Basis>,
    /// Who claims it: exactly these; none when it is no dispute.
    pub claimants: Option<BTreeSet<OrganisationId>>,
    /// Who else reads and adds: exactly these.
    pub involved: Option<BTreeSet<OrganisationId>>,
    /// Who else reads and adds: at least these.
    pub involves: Option<BTreeSet<OrganisationId>>,
    /// The last day to say whether they take it on.
    pub accept_by: Option<Due>,
    /// The last day to give the sender feedback.
    pub feedback_by: Option<Due>,
    /// How much the sender may hear.
    pub level: Option<Level>,
    /// Whether an organisation took the lead over all topics together.
    pub leads: Option<bool>,
    /// The numbers that are said first, in this order; none unless it is acute.
    pub emergency: Option<Vec<String>>,
}

/// The day on which a promise falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// This day.
    On(Day),
    /// So long after the day of the signal.
    Within(Term),
}

code_enum! {
    /// What of a decision can be expected. The code is the key in a file of cases and in JSON.
    Aspect {
        /// Who owns it.
        Owner = "owner",
        Basis = "basis",
        /// Who claims it.
        Claimants = "claimants",
        /// Who else reads and adds, exactly.
        Involved = "involved",
        /// Who else reads and adds, at least.
        Involves = "involves",
        /// The promise to say whether they take it on.
        AcceptBy = "accept_by",
        /// The promise of feedback.
        FeedbackBy = "feedback_by",
        /// How much the sender may hear.
        Level = "level",
        /// Whether one organisation leads.
        Leads = "leads",
        /// Whom to call first.
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
    Calls(Vec<String>),
}

/// One aspect that was stated, beside what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub aspect: Aspect,
    /// What the case states.
    pub expected: AspectValue,
    /// What the map says.
    pub decided: AspectValue,
    /// Whether the two say the same.
    pub agrees: bool,
}

/// A case that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The moment at which it was decided.
    pub at: Moment,
    /// What the map says.
    pub decision: Decision,
    /// All that the case states.
    pub compared: Vec<Compared>,
}

impl Tried {
    /// Whether the map says all that the case states.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.compared.iter().all(|compared| compared.agrees)
    }
}

impl MapCase {
    /// Decides on the signal, and compares. `now` is the moment of a case that names none.
    #[must_use]
    pub fn tried(&self, map: &RouteMap, now: Moment) -> Tried {
        let at = self.at.unwrap_or(now);
        let decision = decide(map, &self.facts, at);
        let acute = self.facts.urgency == Urgency::Acute;
        let calls = map
            .emergency_at(self.facts.age, at)
            .filter(|_| acute)
            .map(|line| line.call.clone())
            .collect();
        let compared = self.expected.compared(&decision, calls, map, map.day(at));
        Tried {
            at,
            decision,
            compared,
        }
    }
}

impl Expectation {
    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn compared(
        &self,
        decision: &Decision,
        calls: Vec<String>,
        map: &RouteMap,
        from: Day,
    ) -> Vec<Compared> {
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
            emergency,
        } = self;
        let all_involved: BTreeSet<OrganisationId> = decision
            .why
            .involved
            .iter()
            .map(|who| who.organisation.clone())
            .collect();
        let all_there = involves
            .as_ref()
            .is_none_or(|expected| expected.is_subset(&all_involved));
        let due = |due: Due| match due {
            Due::On(day) => AspectValue::Due { day, within: None },
            Due::Within(term) => AspectValue::Due {
                day: map.settings().calendar.due(from, term),
                within: Some(term),
            },
        };
        let on = |day| AspectValue::Due { day, within: None };
        let organisations =
            |who: &Option<BTreeSet<OrganisationId>>| who.clone().map(AspectValue::Organisations);
        let rows = [
            (
                Aspect::Owner,
                owner.clone().map(AspectValue::Organisation),
                AspectValue::Organisation(decision.owner.clone()),
            ),
            (
                Aspect::Basis,
                basis.map(AspectValue::Basis),
                AspectValue::Basis(decision.basis),
            ),
            (
                Aspect::Claimants,
                organisations(claimants),
                AspectValue::Organisations(decision.claimants()),
            ),
            (
                Aspect::Involved,
                organisations(involved),
                AspectValue::Organisations(all_involved.clone()),
            ),
            (
                Aspect::Involves,
                organisations(involves),
                AspectValue::Organisations(all_involved),
            ),
            (Aspect::AcceptBy, accept_by.map(due), on(decision.accept_by)),
            (
                Aspect::FeedbackBy,
                feedback_by.map(due),
                on(decision.feedback_by),
            ),
            (
                Aspect::Level,
                level.map(AspectValue::Level),
                AspectValue::Level(decision.level),
            ),
            (
                Aspect::Leads,
                leads.map(AspectValue::Leads),
                AspectValue::Leads(decision.why.leads),
            ),
            (
                Aspect::Emergency,
                emergency.clone().map(AspectValue::Calls),
                AspectValue::Calls(calls),
            ),
        ];
        let stated = rows
            .into_iter()
            .filter_map(|(aspect, expected, decided)| Some((aspect, expected?, decided)));
        let row = |(aspect, expected, decided): (Aspect, AspectValue, AspectValue)| {
            let agrees = if aspect == Aspect::Involves {
                all_there
            } else {
                expected.says(&decided)
            };
            Compared {
                aspect,
                expected,
                decided,
                agrees,
            }
        };
        stated.map(row).collect()
    }
}

impl AspectValue {
    /// Whether both say the same. Of a promise the day counts, however it is written.
    fn says(&self, decided: &AspectValue) -> bool {
        match (self, decided) {
            (
                AspectValue::Due {
                    day: expected,
                    within: _,
                },
                AspectValue::Due { day, within: _ },
            ) => expected == day,
            (expected, decided) => expected == decided,
        }
    }
}
