//! The codes that events are made of.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::codes::{CodeEnum as _, code_enum};

code_enum! {
    /// Why this organisation owns the follow-up.
    Basis {
        /// One organisation has agreed to own it.
        Rule = "rule",
        /// No organisation has; the coordinator owns it.
        Gap = "gap",
        /// Several have; the coordinator decides among them and owns it until then.
        Dispute = "dispute",
    }
}

code_enum! {
    /// How much the owner may tell the sender.
    Level {
        /// What was done, in words.
        Full = "full",
        /// Only that something was done.
        StatusOnly = "status-only",
    }
}

impl Level {
    /// The one of two levels that tells less.
    #[must_use]
    pub fn stricter(self, other: Self) -> Self {
        match (self, other) {
            (Level::Full, Level::Full) => Level::Full,
            (Level::StatusOnly, _) | (_, Level::StatusOnly) => Level::StatusOnly,
        }
    }
}

code_enum! {
    /// Why an organisation does not take a signal on.
    DeclineReason {
        /// The person lives elsewhere.
        OtherArea = "other-area",
        /// We work for other ages.
        OtherAge = "other-age",
        /// This is not our subject.
        OtherTopic = "other-topic",
        /// Another organisation is already busy with it.
        RunsElsewhere = "runs-elsewhere",
        /// Too little is known to begin.
        TooLittleKnown = "too-little-known",
        /// No capacity now.
        NoCapacity = "no-capacity",
        /// The law gives no ground to act.
        NoGround = "no-ground",
    }
}

code_enum! {
    /// What became of a signal.
    Outcome {
        /// Somebody is busy with it.
        TakenUp = "taken-up",
        /// It was known and is being followed.
        AlreadyKnown = "already-known",
        /// Help has started.
        HelpStarted = "help-started",
        /// It was handed over to others who help.
        HandedOver = "handed-over",
        /// The family does not want it.
        FamilyDeclined = "family-declined",
        /// Nobody could be reached.
        NotReached = "not-reached",
        /// On a closer look nothing was needed.
        NotNeeded = "not-needed",
        /// It turned out to be about something else.
        SomethingElseFound = "something-else-found",
        /// Some of it is done.
        Partly = "partly",
    }
}

code_enum! {
    /// What a sender records who may hear no more than that something was done.
    Informed {
        /// She was told so.
        Informed = "informed",
    }
}

/// What a sender records of what she was told, or what an owner told her: never less than she may
/// hear, and never more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum ToldOutcome {
    Known(Outcome),
    Untold(Informed),
}

impl ToldOutcome {
    pub const INFORMED: Self = Self::Untold(Informed::Informed);

    /// What became of it; `None` when that may not be said.
    #[must_use]
    pub fn known(self) -> Option<Outcome> {
        match self {
            Self::Known(outcome) => Some(outcome),
            Self::Untold(Informed::Informed) => None,
        }
    }

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Known(outcome) => outcome.code(),
            Self::Untold(informed) => informed.code(),
        }
    }
}

impl FromStr for ToldOutcome {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        let known = Outcome::from_code(code).map(Self::Known);
        let untold = Informed::from_code(code).map(Self::Untold);
        known.or(untold).ok_or(())
    }
}

code_enum! {
    /// The way by which feedback reached the sender.
    Channel {
        /// By telephone.
        Phone = "phone",
        /// Face to face.
        InPerson = "in-person",
        /// By e-mail.
        Email = "email",
        /// By a message in a secured application.
        Message = "message",
        /// By letter.
        Letter = "letter",
        /// The sender reads it here.
        Here = "here",
    }
}

code_enum! {
    /// The way by which an event came in.
    Via {
        /// Typed at a terminal, or by a script.
        Terminal = "terminal",
        /// A row of a file.
        Import = "import",
    }
}
