//! Why a decision fell as it did: what the register keeps beside the event, and every answer about
//! the decision holds.

use serde::{Deserialize, Serialize};

use crate::domain::codes::{OrganisationId, TopicId, code_enum};
use crate::domain::residence::Postcode;
use crate::domain::time::Day;
use crate::map_parts::criterion::{Criterion, Limit};
use crate::map_parts::position::MapLine;
use crate::map_parts::text::Text;

/// Why the owner owns the follow-up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Explanation {
    /// Whether an organisation took the lead over all topics together.
    pub leads: bool,
    /// The responsibilities that stand: of the owner by rule, of the claimants in a dispute, none
    /// in a gap.
    pub reasons: Vec<Reason>,
    /// Who else reads and adds; by organisation, each once. Neither owner nor sender.
    pub involved: Vec<Involvement>,
    /// The topics that nobody owns, when there are several.
    pub gaps: Vec<TopicId>,
    /// Responsibilities that held and were superseded.
    pub set_aside: Vec<SetAside>,
    /// Responsibilities for the topic that failed on one criterion.
    pub near_misses: Vec<NearMiss>,
    /// What the sender left unknown and would make the decision surer.
    pub would_help: Vec<Criterion>,
    /// The postcode that lies outside the map: then nobody of the map owns the signal by rule.
    #[serde(default)]
    pub place: Option<Postcode>,
}

/// A responsibility that stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reason {
    pub organisation: OrganisationId,
    /// The limits that held; none means that it is for all signals.
    pub limits: Vec<Limit>,
    /// The source: covenant, law, decision.
    pub because: Option<Text>,
    #[serde(flatten)]
    pub place: MapLine,
}

code_enum! {
    /// Why an organisation is involved.
    WhyInvolved {
        /// It owns a topic of the signal.
        OwnsTopic = "owns-topic",
        /// It is one of several that claim a topic.
        Claims = "claims",
        /// The responsibility that owns the signal involves it.
        Agreed = "agreed",
    }
}

/// An organisation that reads and adds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Involvement {
    pub organisation: OrganisationId,
    pub why: WhyInvolved,
    /// Which topic it owns or claims.
    pub topic: Option<TopicId>,
}

code_enum! {
    /// Why a responsibility was superseded.
    Superseded {
        /// By a higher priority.
        ByPriority = "to-priority",
        /// By a narrower claim inside it.
        ByNarrower = "to-narrower",
    }
}

/// A responsibility that held and was superseded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SetAside {
    pub organisation: OrganisationId,
    pub gave_way: Superseded,
    /// To whom.
    pub to: OrganisationId,
    #[serde(flatten)]
    pub place: MapLine,
}

/// A responsibility for the topic that nearly held.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NearMiss {
    pub organisation: OrganisationId,
    #[serde(flatten)]
    pub failed: Failed,
    #[serde(flatten)]
    pub place: MapLine,
}

/// On what a responsibility failed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(into = "FailedForm", try_from = "FailedForm")]
pub enum Failed {
    /// The signal lies outside this limit.
    Limit(Limit),
    /// The sender did not say what this limit looks at.
    Unknown(Limit),
    /// It does not hold yet, from this day on it does.
    NotYet(Day),
    /// It held until this day.
    Lapsed(Day),
}

code_enum! {
    /// How a responsibility failed.
    FailedCode {
        Limit = "limit",
        Unknown = "unknown",
        NotYet = "not-yet",
        Lapsed = "lapsed",
    }
}

impl Failed {
    #[must_use]
    pub fn code(&self) -> FailedCode {
        match self {
            Failed::Limit(_) => FailedCode::Limit,
            Failed::Unknown(_) => FailedCode::Unknown,
            Failed::NotYet(_) => FailedCode::NotYet,
            Failed::Lapsed(_) => FailedCode::Lapsed,
        }
    }

    #[must_use]
    pub fn limit(&self) -> Option<&Limit> {
        match self {
            Failed::Limit(limit) | Failed::Unknown(limit) => Some(limit),
            Failed::NotYet(_) | Failed::Lapsed(_) => None,
        }
    }

    #[must_use]
    pub fn day(&self) -> Option<Day> {
        match self {
            Failed::NotYet(day) | Failed::Lapsed(day) => Some(*day),
            Failed::Limit(_) | Failed::Unknown(_) => None,
        }
    }
}

/// [`Failed`] as it is written: every key is always there.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct FailedForm {
    failed: FailedCode,
    limit: Option<Limit>,
    day: Option<Day>,
}

impl From<Failed> for FailedForm {
    fn from(failed: Failed) -> Self {
        Self {
            failed: failed.code(),
            limit: failed.limit().cloned(),
            day: failed.day(),
        }
    }
}

impl TryFrom<FailedForm> for Failed {
    type Error = &'static str;

    fn try_from(form: FailedForm) -> Result<Self, Self::Error> {
        let limit = form.limit.ok_or("a limit");
        let day = form.day.ok_or("a day");
        Ok(match form.failed {
            FailedCode::Limit => Failed::Limit(limit?),
            FailedCode::Unknown => Failed::Unknown(limit?),
            FailedCode::NotYet => Failed::NotYet(day?),
            FailedCode::Lapsed => Failed::Lapsed(day?),
        })
    }
}
