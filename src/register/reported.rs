//! What the sender said once.

use crate::domain::age::Age;
use crate::domain::case::Case;
use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::signal::{Facts, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::time::Moment;
use crate::domain::words::{ContactLine, ExternalReference};

/// What the sender said once, but for the words about the family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Its number.
    pub id: SignalId,
    /// Who sent it.
    pub sender: OrganisationId,
    /// How to reach the person who sent it: for sender and owner only.
    pub contact: Option<ContactLine>,
    /// The number in the sender's own system.
    pub reference: Option<ExternalReference>,
    /// When it was reported.
    pub reported_at: Moment,
    /// The topics as reported; the case knows those of today.
    pub topics: Topics,
    /// The age of the person the worry is about, if known.
    pub age: Option<Age>,
    /// Where that person is registered, if known.
    pub area: Option<AreaId>,
    /// How soon something must happen.
    pub urgency: Urgency,
    /// Whether it was discussed with the family; why not stands in the words.
    pub discussed: bool,
}

impl Reported {
    /// What a decision about an owner looks at, as the signal is now: topics can be amended.
    #[must_use]
    pub fn facts_now(&self, case: &Case) -> Facts {
        Facts {
            topics: case.topics.clone(),
            ..self.facts()
        }
    }

    /// What a decision about an owner looks at, as it was reported.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            topics: self.topics.clone(),
            age: self.age,
            area: self.area.clone(),
            urgency: self.urgency,
            sender: Some(self.sender.clone()),
        }
    }
}
