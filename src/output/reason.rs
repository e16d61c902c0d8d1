//! The reason of a decision as data: part of every JSON answer about it, and how the register keeps
//! it.

use serde::{Deserialize, Serialize};

use crate::domain::codes::CodeEnum as _;
use crate::domain::invariant::Invariant as _;
use crate::routing::criterion::Limit;
use crate::routing::decision::{
    Decision, Failed, GaveWay, Involvement, NearMiss, Reason, SetAside, WhyInvolved,
};
use crate::routing::map::{MapPosition, Text};

/// Why the owner owns it: what the register keeps with the signal, and every JSON answer about it
/// holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReasonView {
    pub leads: bool,
    pub reasons: Vec<ResponsibilityView>,
    pub involved: Vec<InvolvedView>,
    pub gaps: Vec<String>,
    pub set_aside: Vec<SetAsideView>,
    pub near_misses: Vec<NearMissView>,
    pub would_help: Vec<String>,
}

/// A responsibility that stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponsibilityView {
    pub organisation: String,
    pub limits: Vec<LimitView>,
    pub because: Option<TextView>,
    pub file: String,
    pub line: u32,
}

/// A text of the map in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextView {
    pub nl: String,
    pub en: String,
}

/// A limit of a responsibility: the criterion and its codes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitView {
    pub criterion: String,
    pub values: Vec<String>,
}

/// An organisation that reads and adds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvolvedView {
    pub organisation: String,
    pub why: String,
    pub topic: Option<String>,
}

/// A responsibility that gave way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAsideView {
    pub organisation: String,
    pub gave_way: String,
    pub to: String,
    pub file: String,
    pub line: u32,
}

/// A responsibility that nearly held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearMissView {
    pub organisation: String,
    pub failed: String,
    pub limit: Option<LimitView>,
    pub day: Option<String>,
    pub file: String,
    pub line: u32,
}

impl From<&Decision> for ReasonView {
    fn from(decision: &Decision) -> Self {
        ReasonView {
            leads: decision.leads,
            reasons: decision
                .reasons
                .iter()
                .map(ResponsibilityView::from)
                .collect(),
            involved: decision.involved.iter().map(InvolvedView::from).collect(),
            gaps: decision.gaps.iter().map(ToString::to_string).collect(),
            set_aside: decision.set_aside.iter().map(SetAsideView::from).collect(),
            near_misses: decision
                .near_misses
                .iter()
                .map(NearMissView::from)
                .collect(),
            would_help: decision
                .would_help
                .iter()
                .map(|criterion| criterion.code().to_owned())
                .collect(),
        }
    }
}

impl ReasonView {
    /// As the register keeps it.
    #[must_use]
    pub fn written(&self) -> String {
        serde_json::to_string(self).certain("a reason can be written")
    }

    /// As the register kept it. What another version wrote and cannot be read is left out: the
    /// owner and the promises stand apart.
    #[must_use]
    pub fn read(written: &str) -> Self {
        serde_json::from_str(written).unwrap_or_default()
    }
}

impl From<&Reason> for ResponsibilityView {
    fn from(reason: &Reason) -> Self {
        let Reason {
            organisation,
            held,
            because,
            place,
        } = reason;
        let MapPosition {
            file,
            line,
            column: _,
        } = place;
        let limits = held.iter().map(LimitView::from).collect();
        let because = because.as_ref().map(|Text { nl, en }| TextView {
            nl: nl.to_string(),
            en: en.to_string(),
        });
        Self {
            organisation: organisation.to_string(),
            limits,
            because,
            file: file.to_string(),
            line: *line,
        }
    }
}

impl From<&Involvement> for InvolvedView {
    fn from(involvement: &Involvement) -> Self {
        let (why, topic) = match &involvement.why {
            WhyInvolved::OwnsTopic(topic) => ("owns-topic", Some(topic.to_string())),
            WhyInvolved::Claims(topic) => ("claims", Some(topic.to_string())),
            WhyInvolved::Agreed => ("agreed", None),
        };
        Self {
            organisation: involvement.organisation.to_string(),
            why: why.to_owned(),
            topic,
        }
    }
}

impl From<&SetAside> for SetAsideView {
    fn from(set_aside: &SetAside) -> Self {
        let SetAside {
            organisation,
            gave_way,
            to,
            place,
        } = set_aside;
        let gave_way = match gave_way {
            GaveWay::ToPriority => "to-priority",
            GaveWay::ToNarrower => "to-narrower",
        };
        Self {
            organisation: organisation.to_string(),
            gave_way: gave_way.to_owned(),
            to: to.to_string(),
            file: place.file.to_string(),
            line: place.line,
        }
    }
}

impl From<&NearMiss> for NearMissView {
    fn from(miss: &NearMiss) -> Self {
        let NearMiss {
            organisation,
            failed,
            place,
        } = miss;
        let (failed, limit, day) = match failed {
            Failed::Limit(limit) => ("limit", Some(LimitView::from(limit)), None),
            Failed::Unknown(limit) => ("unknown", Some(LimitView::from(limit)), None),
            Failed::NotYet(day) => ("not-yet", None, Some(day.to_string())),
            Failed::Lapsed(day) => ("lapsed", None, Some(day.to_string())),
        };
        Self {
            organisation: organisation.to_string(),
            failed: failed.to_owned(),
            limit,
            day,
            file: place.file.to_string(),
            line: place.line,
        }
    }
}

impl From<&Limit> for LimitView {
    fn from(limit: &Limit) -> Self {
        fn texts<T: ToString>(values: &[T]) -> Vec<String> {
            values.iter().map(ToString::to_string).collect()
        }
        let (criterion, values) = match limit {
            Limit::Topics(topics) => ("topic", texts(topics)),
            Limit::Ages(range) => ("age", vec![range.to_string()]),
            Limit::Areas(areas) => ("area", texts(areas)),
            Limit::Urgency(urgencies) => ("urgency", texts(urgencies)),
            Limit::Senders { kinds, named } => ("sender", [texts(kinds), texts(named)].concat()),
            Limit::Hours(hours) => ("hours", vec![hours.to_string()]),
        };
        Self {
            criterion: criterion.to_owned(),
            values,
        }
    }
}
