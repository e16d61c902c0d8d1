//! A report as it was recorded.

use crate::domain::codes::OrganisationId;
use crate::domain::signal::{Circumstances, Topics};
use crate::domain::signal_id::SignalId;
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
    /// As reported; the state of the signal has those of today.
    pub topics: Topics,
    /// Likewise.
    pub circumstances: Circumstances,
}
