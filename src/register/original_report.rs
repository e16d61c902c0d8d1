//! A report as it was recorded.

use crate::domain::codes::OrganisationId;
use crate::domain::signal::{Circumstances, Facts, Topics};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Moment;
use crate::domain::words::{ContactLine, ExternalReference};

/// A report as it was recorded, without the words about the family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalReport {
    pub id: SignalId,
    pub sender: OrganisationId,
    /// How to reach the person who sent it; for sender and owner only.
    pub contact: Option<ContactLine>,
    /// The number in the sender's own system.
    pub reference: Option<ExternalReference>,
    pub reported_at: Moment,
    /// As reported; [`SignalState`] has those of today.
    pub topics: Topics,
    pub circumstances: Circumstances,
}

impl OriginalReport {
    /// What a decision about an owner looks at, with the topics of now.
    #[must_use]
    pub fn facts_now(&self, case: &SignalState) -> Facts {
        self.circumstances
            .particulars
            .facts(case.topics.clone(), self.sender.clone())
    }

    /// What a decision about an owner looks at, as it was reported.
    #[must_use]
    pub fn facts(&self) -> Facts {
        self.circumstances
            .particulars
            .facts(self.topics.clone(), self.sender.clone())
    }
}
