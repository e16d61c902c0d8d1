//! Who reads what of a signal: the one place that says it, for `show`, `list`, `export`
//! and the answers about what is recorded already.
//!
//! | reader | reads |
//! |---|---|
//! | owner, involved, sender | all, with the words |
//! | a sender of whose signal the level is status-only, and who neither owns it nor is involved | her own part: what she reported and was told then, what she did and was asked, and that it was answered |
//! | coordinator of the signal, that of its area today, the map's own coordinator | all, without the words |
//! | who is asked to take it over | all, without the words but those of that proposal |
//! | the privacy officer, who gave a reason | all, with the words |
//! | anybody else | nothing |
//!
//! An organisation may keep its senders apart: then of what a colleague sent, the row of the sender is
//! for that colleague and the office, and the others of it know number, state and days.
//!
//! The words of what was taken back are read by their writer and the privacy officer alone.

use std::collections::BTreeSet;

use crate::domain::codes::{AreaId, OrganisationId};
use crate::domain::event::{Basis, Level};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::pending_step::PendingStep;
use crate::domain::residence::Residence;
use crate::domain::signal::Topics;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Moment;
use crate::domain::words::PersonName;

pub use read_signal::{ReadEvent, ReadSignal, undone_events};

mod read_signal;
#[cfg(test)]
mod tests;

/// On behalf of whom is read, and how far that reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    pub organisation: OrganisationCodes,
    pub reach: Reach,
    pub sent: SentReach,
    /// The areas in which she has the rights of a coordinator today, whatever coordinator a signal
    /// names.
    pub coordinates: Vec<AreaId>,
}

/// Which of the signals that her organisation sent somebody reads as their sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentReach {
    /// All of them.
    All,
    /// Her own: the organisation keeps its senders apart. None when she is not named.
    Own(Option<PersonName>),
}

/// Which signals somebody reads besides those in which her organisation has a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// None.
    OwnSignals,
    /// All, without the words: the map's own coordinator.
    AllSignals,
    /// All, with the words: the privacy officer of the map, who said why.
    AllWords,
}

/// How much of a signal somebody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessLevel {
    /// All that happened, with the words.
    Full,
    /// A sender who may only hear the status: what she wrote, what she was asked, and that it
    /// moves.
    OwnText,
    /// All that happened, without the words: the coordinator, and who is asked to take it over.
    Metadata,
    /// The number, the state and the days alone: a colleague of the sender, where senders are kept
    /// apart.
    Colleague,
    Nothing,
}

/// Who has which part in a signal, as far as it says who reads what of it.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'s> {
    pub owner: &'s OrganisationId,
    pub sender: &'s OrganisationId,
    pub sent_by: Option<&'s PersonName>,
    pub coordinator: &'s OrganisationId,
    /// Where it is, as far as that is an area of the map.
    pub area: Option<&'s AreaId>,
    pub involved: &'s BTreeSet<OrganisationId>,
    pub proposed: Option<&'s OrganisationId>,
    pub level: Level,
}

impl Parts<'_> {
    /// How much `organisation` reads by its part in it.
    fn access_level(&self, organisation: &OrganisationCodes) -> AccessLevel {
        let beside = self.access_beside_sending(organisation);
        match (beside, self.level) {
            (Some(AccessLevel::Full), _) => AccessLevel::Full,
            (_, Level::Full) if organisation.include(self.sender) => AccessLevel::Full,
            (_, Level::StatusOnly) if organisation.include(self.sender) => AccessLevel::OwnText,
            (beside, Level::Full | Level::StatusOnly) => beside.unwrap_or(AccessLevel::Nothing),
        }
    }

    /// How much of the signal is read by `reader`.
    #[must_use]
    pub fn access_of(&self, reader: &Reader) -> AccessLevel {
        let level = if self.is_kept_apart_from(reader) {
            let beside = self.access_beside_sending(&reader.organisation);
            // Nobody of the organisation knows more by such a part than its sender may hear.
            beside
                .filter(|level| *level == AccessLevel::Full || self.level == Level::Full)
                .unwrap_or(AccessLevel::Colleague)
        } else {
            self.access_level(&reader.organisation)
        };
        match (reader.reach, level) {
            (Reach::AllWords, _) => AccessLevel::Full,
            (Reach::OwnSignals, AccessLevel::Nothing) if self.is_coordinated_by(reader) => {
                AccessLevel::Metadata
            }
            (Reach::AllSignals, AccessLevel::Nothing | AccessLevel::Colleague) => {
                AccessLevel::Metadata
            }
            (Reach::OwnSignals | Reach::AllSignals, level) => level,
        }
    }

    /// Whether the reader has the rights of a coordinator where it is.
    fn is_coordinated_by(&self, reader: &Reader) -> bool {
        self.area
            .is_some_and(|area| reader.coordinates.contains(area))
    }

    fn is_kept_apart_from(&self, reader: &Reader) -> bool {
        let is_own = match &reader.sent {
            SentReach::All => true,
            SentReach::Own(person) => person.is_some() && person.as_ref() == self.sent_by,
        };
        reader.organisation.include(self.sender) && !is_own
    }

    /// How much `organisation` reads by another part than that of the sender; `None` by none.
    fn access_beside_sending(&self, organisation: &OrganisationCodes) -> Option<AccessLevel> {
        let involved = organisation.iter().any(|code| self.involved.contains(code));
        if organisation.include(self.owner) || involved {
            return Some(AccessLevel::Full);
        }
        let proposed = self
            .proposed
            .is_some_and(|asked| organisation.include(asked));
        let decides = organisation.include(self.coordinator) || proposed;
        decides.then_some(AccessLevel::Metadata)
    }
}

impl SignalState {
    fn parts(&self) -> Parts<'_> {
        Parts {
            owner: &self.owner,
            sender: &self.sender,
            sent_by: self.sent_by.as_ref(),
            coordinator: &self.coordinator,
            area: (self.particulars.residence.as_ref()).and_then(Residence::area),
            involved: &self.involved,
            proposed: self.proposed.as_ref(),
            level: self.level,
        }
    }

    /// Whether `organisation` sent it, owns it or is involved.
    #[must_use]
    pub fn takes_part(&self, organisation: &OrganisationId) -> bool {
        *organisation == self.owner
            || *organisation == self.sender
            || self.involved.contains(organisation)
    }

    /// How much of this signal `organisation` reads by its part in it.
    #[must_use]
    pub fn access_level(&self, organisation: &OrganisationId) -> AccessLevel {
        self.parts().access_level(&organisation.clone().into())
    }

    /// How much of this signal is read by `reader`.
    #[must_use]
    pub fn access_of(&self, reader: &Reader) -> AccessLevel {
        self.parts().access_of(reader)
    }

    /// Whether a colleague of the reader sent it, of whose signals she does not read as their sender.
    #[must_use]
    pub fn is_kept_apart_from(&self, reader: &Reader) -> bool {
        self.parts().is_kept_apart_from(reader)
    }

    /// Whether `reader` sees how to reach the person who sent it and the one who took it on: owner
    /// and sender see how to reach each other. Of a colleague's signal a reader sees it as its owner
    /// alone.
    #[must_use]
    pub fn may_see_contact(&self, reader: &Reader) -> bool {
        reader.organisation.include(&self.owner)
            || reader.organisation.include(&self.sender) && !self.is_kept_apart_from(reader)
    }
}

impl AccessLevel {
    /// Whether somebody who reads so much reads the words of the report.
    #[must_use]
    pub fn reads_the_report(self) -> bool {
        match self {
            AccessLevel::Full | AccessLevel::OwnText => true,
            AccessLevel::Metadata | AccessLevel::Colleague | AccessLevel::Nothing => false,
        }
    }

    /// Whether somebody who reads so much knows where the signal stands, and its days.
    #[must_use]
    pub fn knows_state(self) -> bool {
        match self {
            AccessLevel::Full
            | AccessLevel::OwnText
            | AccessLevel::Metadata
            | AccessLevel::Colleague => true,
            AccessLevel::Nothing => false,
        }
    }

    /// Why the owner owns it, as far as somebody who reads so much knows the owner: as the map decided
    /// now, or on the report.
    #[must_use]
    pub fn known_basis(self, now: Basis, reported: Basis) -> Option<Basis> {
        match self {
            AccessLevel::Full | AccessLevel::Metadata => Some(now),
            AccessLevel::OwnText => Some(reported),
            AccessLevel::Colleague | AccessLevel::Nothing => None,
        }
    }

    /// Whether somebody who reads so much knows that the signal waits for this step: a status-only
    /// sender knows what waits for herself. That others were asked would tell what is done.
    #[must_use]
    pub fn knows_step(self, step: &PendingStep, reader: &OrganisationCodes) -> bool {
        match self {
            AccessLevel::Full | AccessLevel::Metadata => true,
            AccessLevel::OwnText => reader.include(&step.by),
            AccessLevel::Colleague | AccessLevel::Nothing => false,
        }
    }
}

/// What is told of a signal beside its number, its state, its owner and its days, because of what
/// happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub topics: Topics,
    pub basis: Basis,
    pub proposed: Option<OrganisationId>,
    /// `None`: not told.
    pub declines: Option<u32>,
    /// When something last happened; `None`: not told.
    pub last_at: Option<Moment>,
}

impl Standing {
    /// The same for a status-only sender: as it was reported and decided at first.
    #[must_use]
    pub fn as_reported(self, topics: Topics, basis: Basis, sender: &OrganisationId) -> Self {
        Self {
            topics,
            basis,
            proposed: self.proposed.filter(|asked| asked == sender),
            declines: None,
            last_at: None,
        }
    }
}
