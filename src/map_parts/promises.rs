//! What owners promise: by when they say whether they take a signal on, and by when the sender hears.

use serde::{Deserialize, Serialize};

use crate::domain::calendar::Term;
use crate::domain::signal::Urgency;
use crate::map_parts::text::Text;

/// The two promises of an owner, for signals of some urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerTerms<T> {
    /// To say whether they take it on.
    pub accept_within: T,
    /// To give the sender feedback.
    pub feedback_within: T,
}

/// What a responsibility promises for acute signals: its ordinary promises do not hold for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcutePromises {
    /// To say whether they take it on, when it differs from the map's.
    pub accept_within: Option<Term>,
    /// To give the sender feedback, when it differs from the map's.
    pub feedback_within: Option<Term>,
    /// The source of these promises.
    pub because: Option<Text>,
}

/// The promises where a responsibility says nothing of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promises {
    /// To say whether they take it on.
    pub accept_within: Term,
    /// To give the sender feedback.
    pub feedback_within: Term,
    /// For the sender, to say whether the feedback is right.
    pub confirm_within: Term,
    /// Of acute signals.
    pub acute: OwnerTerms<Term>,
}

impl Promises {
    /// Those of an owner who has none of their own.
    #[must_use]
    pub fn of_owner(&self, urgency: Urgency) -> OwnerTerms<Term> {
        match urgency {
            Urgency::Acute => self.acute,
            Urgency::Urgent | Urgency::Normal | Urgency::Fyi => OwnerTerms {
                accept_within: self.accept_within,
                feedback_within: self.feedback_within,
            },
        }
    }
}
