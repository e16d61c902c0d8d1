//! The outcome history of one signal, as far as a team learns from it.

use crate::domain::codes::{CodeEnum as _, OrganisationId, ResponsibilityId, TopicId};
use crate::domain::event::DeclineReason;
use crate::domain::signal::Topics;
use crate::domain::time::{Day, Moment};

/// The owner that the map chose on the report. Later maps and owners do not change it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FirstOwner {
    /// One organisation had agreed to own it.
    Agreed {
        owner: OrganisationId,
        responsibility: ResponsibilityId,
    },
    /// Nobody had.
    Gap,
    /// Several had.
    Dispute,
}

/// Signals that are counted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutcomeGroup {
    pub given: FirstOwner,
    /// The main topic, as reported.
    pub topic: TopicId,
}

/// The index of a group in the list that comes with the histories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupIx(pub usize);

/// How a signal left its first owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bounce {
    /// The owner declined it.
    Declined(DeclineReason),
    /// Another took it over.
    TransferTaken,
    /// The coordinator gave it to another.
    Assigned,
    /// A later map gave it to another.
    Rerouted,
    /// The map gave it to another when the facts were put right.
    Corrected,
}

impl Bounce {
    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        let declined = DeclineReason::ALL
            .iter()
            .map(|reason| Self::Declined(*reason));
        declined.chain([
            Self::TransferTaken,
            Self::Assigned,
            Self::Rerouted,
            Self::Corrected,
        ])
    }

    /// The code of the event, and of the reason when the owner declined.
    #[must_use]
    pub fn codes(self) -> (&'static str, Option<&'static str>) {
        match self {
            Bounce::Declined(reason) => ("declined", Some(reason.code())),
            Bounce::TransferTaken => ("transfer-taken", None),
            Bounce::Assigned => ("assigned", None),
            Bounce::Rerouted => ("rerouted", None),
            Bounce::Corrected => ("corrected", None),
        }
    }
}

/// What happened to a signal, from its report until now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeHistory {
    pub group: GroupIx,
    pub reported_at: Moment,
    /// The promised day of feedback, as of the report.
    pub promised: Day,
    /// The first final feedback. After a rejection another promise runs.
    pub answered_at: Option<Moment>,
    /// The sender recorded it, not the owner.
    pub heard: bool,
    pub withdrawn: bool,
    pub bounced: Option<Bounce>,
    /// Its feedback was rejected, or it was reopened.
    pub came_back: bool,
    /// Feedback said that something else was found.
    pub something_else: bool,
    /// Topics that were added, and one that became the main topic; each once.
    pub added: Vec<TopicId>,
    /// It is closed without a word of the sender.
    pub unseen: bool,
    /// Somebody took a step back. What was taken back counts as nothing else.
    pub undone: bool,
}

/// An event that changes an outcome history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeEvent {
    /// It left an owner.
    Bounced(Bounce),
    /// With the topics that are new since the report, or were not the main topic then.
    Amended(Vec<TopicId>),
    /// The sender had final feedback. `heard`: as she recorded it herself.
    Answered {
        at: Moment,
        heard: bool,
        something_else: bool,
    },
    /// Feedback was rejected, or the signal reopened.
    CameBack,
    /// It was closed without a word of the sender.
    ClosedUnconfirmed,
    /// The sender took it back.
    Withdrawn,
}

impl OutcomeEvent {
    /// An amendment of the topics of the report.
    #[must_use]
    pub fn amended(reported: &Topics, now: &Topics) -> Self {
        let other_main = (now.main() != reported.main()).then(|| now.main());
        let new = now
            .others()
            .iter()
            .filter(|topic| !reported.iter().any(|known| known == *topic));
        Self::Amended(other_main.into_iter().chain(new).cloned().collect())
    }
}

impl OutcomeHistory {
    #[must_use]
    pub fn reported(group: GroupIx, reported_at: Moment, promised: Day) -> Self {
        Self {
            group,
            reported_at,
            promised,
            answered_at: None,
            heard: false,
            withdrawn: false,
            bounced: None,
            came_back: false,
            something_else: false,
            added: Vec::new(),
            unseen: false,
            undone: false,
        }
    }

    pub fn apply(&mut self, next: OutcomeEvent) {
        match next {
            OutcomeEvent::Bounced(way) => self.bounced = self.bounced.or(Some(way)),
            OutcomeEvent::Amended(added) => self.added = added,
            OutcomeEvent::Answered {
                at,
                heard,
                something_else,
            } => {
                if self.answered_at.is_none() {
                    self.answered_at = Some(at);
                    self.heard = heard;
                }
                self.something_else |= something_else;
            }
            OutcomeEvent::CameBack => {
                self.came_back = true;
                self.unseen = false;
            }
            OutcomeEvent::ClosedUnconfirmed => self.unseen = true,
            OutcomeEvent::Withdrawn => self.withdrawn = true,
        }
    }
}
