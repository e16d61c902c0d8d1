//! Who reads what of a signal: sender, owner and those involved read the words; a coordinator reads
//! the story without them unless she owns it; nobody else reads.

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, Level, RecordedEvent};
use crate::domain::signal_state::SignalState;

/// How much of a signal an organisation reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessLevel {
    /// All that happened, with the words.
    Full,
    /// A sender who may only hear the status: what she wrote, what she was asked, and that it
    /// moves.
    OwnText,
    /// All that happened, without the words: the coordinator, and who is asked to take it over.
    Metadata,
    Nothing,
}

/// How much of one event an organisation reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventAccess {
    /// That it happened, and its words.
    WithWords,
    /// That it happened.
    Fact,
    /// Not even that.
    Hidden,
}

impl SignalState {
    /// Whether `organisation` sent it, owns it or is involved.
    #[must_use]
    pub fn takes_part(&self, organisation: &OrganisationId) -> bool {
        *organisation == self.owner
            || *organisation == self.sender
            || self.involved.contains(organisation)
    }

    /// How much of this signal `organisation` reads.
    #[must_use]
    pub fn access_level(&self, organisation: &OrganisationId) -> AccessLevel {
        let helps = *organisation == self.owner || self.involved.contains(organisation);
        match self.level {
            _ if helps => AccessLevel::Full,
            Level::Full if *organisation == self.sender => AccessLevel::Full,
            Level::StatusOnly if *organisation == self.sender => AccessLevel::OwnText,
            Level::Full | Level::StatusOnly => {
                let decides = *organisation == self.coordinator
                    || self.proposed.as_ref() == Some(organisation);
                if decides {
                    AccessLevel::Metadata
                } else {
                    AccessLevel::Nothing
                }
            }
        }
    }

    /// Whether `organisation` sees how to reach the person who sent it: owner and sender see how to
    /// reach each other.
    #[must_use]
    pub fn may_see_contact(&self, organisation: &OrganisationId) -> bool {
        *organisation == self.owner || *organisation == self.sender
    }
}

impl AccessLevel {
    /// How much of this event is read by `reader`, who reads so much of the signal.
    #[must_use]
    pub fn of_event(self, happened: &RecordedEvent, reader: &OrganisationId) -> EventAccess {
        match self {
            AccessLevel::Full => EventAccess::WithWords,
            AccessLevel::Metadata => EventAccess::Fact,
            AccessLevel::Nothing => EventAccess::Hidden,
            AccessLevel::OwnText if happened.by == *reader => EventAccess::WithWords,
            AccessLevel::OwnText => match &happened.event {
                Event::Asked { of } if of == reader => EventAccess::WithWords,
                // Whom the owner asks and involves, and what it turned out to be, would tell what
                // is done.
                Event::Asked { .. }
                | Event::Replied { .. }
                | Event::Involved { .. }
                | Event::Uninvolved { .. }
                | Event::Amended { .. } => EventAccess::Hidden,
                Event::Reported(_)
                | Event::FamilyKnown { .. }
                | Event::Accepted
                | Event::ClaimDeclined { .. }
                | Event::Declined { .. }
                | Event::TransferProposed { .. }
                | Event::TransferTaken
                | Event::TransferRefused
                | Event::TransferEnded
                | Event::Assigned { .. }
                | Event::Rerouted(_)
                | Event::FeedbackInterim { .. }
                | Event::FeedbackFinal { .. }
                | Event::Heard { .. }
                | Event::Confirmed
                | Event::Rejected { .. }
                | Event::ClosedUnconfirmed
                | Event::Reopened { .. }
                | Event::Withdrawn
                | Event::Escalated { .. } => EventAccess::Fact,
            },
        }
    }
}
