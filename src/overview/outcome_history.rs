//! How one signal went, as far as a team learns from it.

use crate::domain::codes::{CodeEnum as _, OrganisationId, ResponsibilityId, TopicId};
use crate::domain::event::DeclineReason;
use crate::domain::signal::Topics;
use crate::domain::time::{Day, Moment};

/// To whom the map gave a signal when it was reported. A later map and a later owner change nothing
/// in this.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FirstOwner {
    /// One organisation had agreed to own it.
    Agreed {
        owner: OrganisationId,
        /// To what it had agreed.
        responsibility: ResponsibilityId,
    },
    /// Nobody had.
    Gap,
    /// Several had.
    Dispute,
}

/// What is counted together: signals about one main topic that were given to the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutcomeGroup {
    /// To whom.
    pub given: FirstOwner,
    /// About what, as reported.
    pub topic: TopicId,
}

/// The number of a route in the list that comes with the courses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RouteIx(pub usize);

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
}

impl Bounce {
    /// Every way, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        let declined = DeclineReason::ALL
            .iter()
            .map(|reason| Self::Declined(*reason));
        declined.chain([Self::TransferTaken, Self::Assigned, Self::Rerouted])
    }

    /// The code of the event, and of the reason when the owner declined.
    #[must_use]
    pub fn codes(self) -> (&'static str, Option<&'static str>) {
        match self {
            Bounce::Declined(reason) => ("declined", Some(reason.code())),
            Bounce::TransferTaken => ("transfer-taken", None),
            Bounce::Assigned => ("assigned", None),
            Bounce::Rerouted => ("rerouted", None),
        }
    }
}

/// How a signal went, from its report until now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeHistory {
    /// What it is counted with.
    pub route: RouteIx,
    /// When it was reported.
    pub reported_at: Moment,
    /// The day by which the sender was to hear, as it was promised then.
    pub promised: Day,
    /// When the sender first had final feedback. What follows when that is rejected has a promise
    /// of its own.
    pub answered_at: Option<Moment>,
    /// Whether the sender took it back before that.
    pub withdrawn: bool,
    /// How it left its first owner, if it did.
    pub bounced: Option<Bounce>,
    /// Whether its feedback was rejected, or it was reopened.
    pub came_back: bool,
    /// Whether feedback said that something else was found.
    pub something_else: bool,
    /// The topics that were added, and the one that became the main one, if any; each once.
    pub added: Vec<TopicId>,
    /// Whether it stands closed without a word of the sender.
    pub unseen: bool,
}

/// What can happen to a signal that changes its course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeEvent {
    /// Its owner is another one.
    Bounced(Bounce),
    /// Its topics are others. These are new since the report, or were not the main one then.
    Amended(Vec<TopicId>),
    /// The sender had final feedback.
    Answered {
        at: Moment,
        /// Whether something else was found.
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
    /// What an amendment makes of the topics of the report.
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
    /// A signal that has just been reported.
    #[must_use]
    pub fn reported(route: RouteIx, reported_at: Moment, promised: Day) -> Self {
        Self {
            route,
            reported_at,
            promised,
            answered_at: None,
            withdrawn: false,
            bounced: None,
            came_back: false,
            something_else: false,
            added: Vec::new(),
            unseen: false,
        }
    }

    /// The same signal after this.
    pub fn then(&mut self, next: OutcomeEvent) {
        match next {
            OutcomeEvent::Bounced(way) => self.bounced = self.bounced.or(Some(way)),
            OutcomeEvent::Amended(added) => self.added = added,
            OutcomeEvent::Answered { at, something_else } => {
                self.answered_at = self.answered_at.or(Some(at));
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
