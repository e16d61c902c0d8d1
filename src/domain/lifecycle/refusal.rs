//! The rules of the work that can stand in the way.

use crate::domain::codes::{AreaId, KindId, OrganisationId, TopicId};
use crate::domain::lifecycle::Party;
use crate::domain::signal_state::State;
use crate::domain::time::Day;

/// A rule of the work that stands in the way. Nothing is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// This organisation has no part in the signal that allows it.
    NotYours {
        /// Which parts do, with the organisations that have them now.
        may: Vec<(Party, Vec<OrganisationId>)>,
    },
    /// The signal does not stand where this can be done.
    WrongState {
        /// Where it stands.
        state: State,
        /// Where it could be done.
        needs: &'static [State],
    },
    /// What comes to the coordinator stays there until it is assigned.
    CoordinatorCannotDecline,
    /// That organisation already owns it.
    AlreadyOwner(OrganisationId),
    /// That organisation can already read and add.
    AlreadyInvolved(OrganisationId),
    /// A coordinator reads the words of a signal only when she owns it.
    NotOneself,
    /// That organisation is neither the sender nor involved, and cannot be asked.
    NotConnected(OrganisationId),
    /// No question with this number waits for this organisation.
    NoSuchQuestion(u32),
    /// The topics are already these.
    NothingChanged,
    /// For this signal only that something was done may be told.
    StatusOnly,
    /// The sender may still confirm, until the end of this day.
    ConfirmStillRuns(Day),
    /// This step has already been taken for this promise.
    AlreadyEscalated,
    /// The promise that this alarm is about is not broken, whatever another is.
    AlarmNotDue,
    /// No promise is broken today.
    NothingIsLate,
    /// The map of today has no place for what the signal is about, and so cannot decide again.
    NoLongerInMap {
        /// The topics that it does not know.
        topics: Vec<TopicId>,
        /// The area, when it does not know that.
        area: Option<AreaId>,
    },
    /// The organisation has agreed to own nothing.
    OwnsNothing(OrganisationId),
    /// The organisation takes signals from certain senders alone.
    OnlyFrom {
        /// Which organisation.
        organisation: OrganisationId,
        /// The kinds of organisation that may offer it something.
        kinds: Vec<KindId>,
        /// The organisations that may, whatever their kind.
        named: Vec<OrganisationId>,
    },
}
