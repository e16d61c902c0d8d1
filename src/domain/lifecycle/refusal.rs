//! The rules of the work that can stand in the way.

use crate::domain::codes::{AreaId, KindId, OrganisationId, TopicId};
use crate::domain::lifecycle::{Party, Verb};
use crate::domain::signal_state::State;
use crate::domain::time::Day;

/// A rule of the work that stands in the way. Nothing is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// This organisation has no part in the signal that allows it.
    NotYours {
        /// Which parts do, with the organisations that have them now; `None` where whoever was refused
        /// may not know them.
        may: Vec<(Party, Option<Vec<OrganisationId>>)>,
    },
    /// The signal does not stand where this can be done.
    WrongState {
        /// What was tried.
        verb: Verb,
        /// Where it stands.
        state: State,
        /// Where it could be done.
        needs: &'static [State],
    },
    /// A colleague sent it, and the organisation keeps its senders apart: of this signal no more may be
    /// known than this.
    SentByColleague {
        state: State,
        /// The promise that runs now.
        due: Option<Day>,
    },
    /// What comes to the coordinator stays there until it is assigned.
    CoordinatorCannotDecline,
    /// Who does not claim it any more suggests nobody: the coordinator owns it.
    ClaimantSuggests,
    /// That organisation already owns it.
    AlreadyOwner(OrganisationId),
    /// That organisation can already read and add.
    AlreadyInvolved(OrganisationId),
    /// Nobody is involved.
    NobodyInvolved,
    /// That organisation is not involved.
    NotInvolved(OrganisationId),
    /// That organisation replied, and goes on reading.
    HasReplied(OrganisationId),
    /// That organisation claims it: it reads until somebody took it on.
    Claims(OrganisationId),
    /// That organisation has been asked already to take it over.
    AlreadyProposed(OrganisationId),
    /// Nobody is asked to take it over.
    NothingProposed,
    /// That organisation is asked to take it over, and has not said.
    TransferOpen(OrganisationId),
    /// It was handed over, and to whom is not said.
    HandedToNobody,
    /// To whom it was handed over is said of an outcome that hands nothing over.
    HandedToSomebody,
    /// A coordinator reads the words of a signal only when she owns it.
    NotOneself,
    /// That organisation is neither the sender nor involved, and cannot be asked.
    NotConnected(OrganisationId),
    /// No question with this number waits for this organisation.
    NoSuchQuestion(u32),
    /// It already says so.
    NothingChanged,
    /// The facts are so already, as precisely as they are kept.
    NothingCorrected,
    /// A sender who hears the status only puts nothing right: what is right already would be told.
    CorrectsStatusOnly,
    /// The owner knows already which family it is.
    FamilyKnown(OrganisationId),
    /// It is about danger, and nobody has taken it on: it is not done with a call.
    AcuteNotAccepted,
    /// What became of it is not said, and the sender may hear it.
    OutcomeMissing,
    /// The sender may hear only that something was done: so may she record no more.
    HeardStatusOnly,
    /// For this signal only that something was done may be told.
    StatusOnly,
    /// The last step is none that can be taken back.
    NothingToUndo,
    /// It can no longer be taken back: it is too long ago.
    UndoTooLate,
    /// It would give the signal back to an organisation that the map of today no longer has.
    UndoToWhoIsGone(OrganisationId),
    /// This organisation may still say whether the answer is right, until the end of this day.
    ConfirmStillRuns { by: OrganisationId, until: Day },
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
