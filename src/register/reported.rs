//! What the sender said once.

use crate::domain::codes::OrganisationId;
use crate::domain::signal::{Facts, Particulars, Topics};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
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
    /// Of whom, and how soon.
    pub particulars: Particulars,
    /// Whether it was discussed with the family; why not stands in the words.
    pub discussed: bool,
}

impl Reported {
    /// What a decision about an owner looks at, as the signal is now: topics can be amended.
    #[must_use]
    pub fn facts_now(&self, case: &SignalState) -> Facts {
        self.particulars
            .facts(case.topics.clone(), self.sender.clone())
    }

    /// What a decision about an owner looks at, as it was reported.
    #[must_use]
    pub fn facts(&self) -> Facts {
        self.particulars
            .facts(self.topics.clone(), self.sender.clone())
    }
}
