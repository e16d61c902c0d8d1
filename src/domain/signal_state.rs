//! Where a signal stands today: what happened, folded.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Event, Level, Offer, RecordedEvent};
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::domain::words::PersonName;

pub use stage::{Ending, FinalFeedback, Stage, State};
pub use undo::UndoableStep;

mod apply;
mod decide_anew;
mod stage;
mod undo;

/// A question that waits for its reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OpenQuestion {
    /// The number of the event that asked it.
    pub number: u32,
    /// Who is to reply.
    pub of: OrganisationId,
}

/// A signal as it stands today. Made by [`replay`], and changed by [`SignalState::apply`]. Its fields
/// are there to be read: a value that was changed otherwise tells nothing of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalState {
    /// Its number.
    pub id: SignalId,
    /// Who sent it.
    pub sender: OrganisationId,
    /// Who of the sender; `None` when that was not said.
    pub sent_by: Option<PersonName>,
    /// Who decides what nobody owns.
    pub coordinator: OrganisationId,
    /// Who owns the follow-up: always exactly one.
    pub owner: OrganisationId,
    /// Why, as the map last decided.
    pub basis: Basis,
    /// Who else may read and add.
    pub involved: BTreeSet<OrganisationId>,
    /// Who was involved once: they stay so when they own it and hand it on.
    pub was_involved: BTreeSet<OrganisationId>,
    /// Who knows which family it is, as far as was said; the sender always does.
    pub family_known: BTreeSet<OrganisationId>,
    /// Who replied: what they wrote is theirs to follow.
    pub replied: BTreeSet<OrganisationId>,
    /// What it is about, as amended.
    pub topics: Topics,
    /// Of whom, where and how soon, as corrected.
    pub particulars: Particulars,
    /// When the ages were those of the particulars.
    pub aged_at: Moment,
    /// To whom the map gave it when it last decided.
    pub map_owner: OrganisationId,
    /// How much the sender may hear.
    pub level: Level,
    /// The promise to the sender. It survives a change of owner and every acceptance.
    pub feedback_by: Day,
    /// Where it stands.
    pub stage: Stage,
    /// How often an owner declined it, since it was reported or taken up again.
    pub declines: u32,
    /// Who was asked to take it over, and has not said.
    pub proposed: Option<OrganisationId>,
    /// The questions that wait, oldest first.
    pub questions: Vec<OpenQuestion>,
    /// The alarms that sounded, each with the day of the promise it was about.
    pub escalated: BTreeSet<(AlarmStep, Day)>,
    /// The number of the last event. They count from 1, so it has as many.
    pub events: u32,
    /// When the last of them happened, alarms aside: they break no silence.
    pub last_at: Moment,
    /// The last steps, while they are all of one organisation and can be taken back; the last of
    /// them first to be.
    pub undoable: Vec<UndoableStep>,
}

/// The events are no story: one may not follow in the state that those before it left. Whether
/// whoever brought it about was allowed to is another question, of
/// [`check_rule`](SignalState::check_rule); folding asks it only where the state names that one
/// organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// There is no event at all.
    NoEvents,
    /// The event with this number is the first that does not fit.
    Event(u32),
}

/// Folds the whole story of a signal into where it stands.
///
/// `topics` and `particulars` are those of the report; amendments and corrections change them.
///
/// # Errors
/// [`Impossible`] when the first event is not a report that a map decided on, a number is missing,
/// or an event may not follow on the one before.
pub fn replay(
    id: SignalId,
    topics: Topics,
    particulars: Particulars,
    story: &[RecordedEvent],
) -> Result<SignalState, Impossible> {
    let [first, rest @ ..] = story else {
        return Err(Impossible::NoEvents);
    };
    let offer = original_offer(first).ok_or(Impossible::Event(first.number))?;
    let mut state = SignalState::open(
        id,
        (topics, particulars),
        (first.by.clone(), first.person.clone()),
        offer.clone(),
        first.at,
    );
    for happened in rest {
        state.apply(happened)?;
    }
    Ok(state)
}

/// What a map decided about a signal that was reported by this event; `None` when no signal was.
fn original_offer(first: &RecordedEvent) -> Option<&Offer> {
    let Event::Reported(offer) = &first.event else {
        return None;
    };
    (first.number == 1 && offer.others_are_distinct(&first.by)).then_some(offer)
}

/// Who is to say whether an answer is right that `answered_by` recorded.
pub(crate) fn confirmer<'a>(
    answered_by: &OrganisationId,
    sender: &'a OrganisationId,
    owner: &'a OrganisationId,
) -> &'a OrganisationId {
    if answered_by == owner { sender } else { owner }
}

impl SignalState {
    fn open(
        id: SignalId,
        (topics, particulars): (Topics, Particulars),
        (sender, sent_by): (OrganisationId, Option<PersonName>),
        offer: Offer,
        at: Moment,
    ) -> Self {
        let Offer {
            owner,
            basis,
            coordinator,
            involved,
            claimants,
            accept_by,
            feedback_by,
            level,
            responsibility: _,
            knows_family,
        } = offer;
        let knowing = knows_family.then(|| owner.clone());
        let involved = BTreeSet::from_iter(involved);
        SignalState {
            id,
            coordinator,
            map_owner: owner.clone(),
            owner,
            basis,
            was_involved: involved.clone(),
            involved,
            family_known: knowing.into_iter().chain([sender.clone()]).collect(),
            replied: BTreeSet::new(),
            topics,
            particulars,
            aged_at: at,
            level,
            feedback_by,
            sender,
            sent_by,
            stage: Stage::Offered {
                accept_by,
                claimants: claimants.into_iter().collect(),
            },
            declines: 0,
            proposed: None,
            questions: Vec::new(),
            escalated: BTreeSet::new(),
            events: 1,
            last_at: at,
            undoable: Vec::new(),
        }
    }

    /// The state, for lists and the register.
    #[must_use]
    pub fn state(&self) -> State {
        match self.stage {
            Stage::Offered { .. } => State::Offered,
            Stage::Accepted => State::Accepted,
            Stage::Answered(_) => State::Answered,
            Stage::Closed(..) => State::Closed,
            Stage::Withdrawn => State::Withdrawn,
        }
    }

    /// The final feedback, once there is one that was not rejected.
    #[must_use]
    pub fn answer(&self) -> Option<&FinalFeedback> {
        match &self.stage {
            Stage::Answered(answer) | Stage::Closed(answer, _) => Some(answer),
            Stage::Offered { .. } | Stage::Accepted | Stage::Withdrawn => None,
        }
    }

    /// Who is to say whether the answer is right: the sender, or the owner when the sender recorded
    /// it.
    #[must_use]
    pub fn confirmer(&self) -> &OrganisationId {
        let answered_by = self.answer().map_or(&self.owner, |answer| &answer.by);
        confirmer(answered_by, &self.sender, &self.owner)
    }

    /// Whether the owner knows which family it is.
    #[must_use]
    pub fn owner_knows_family(&self) -> bool {
        self.family_known.contains(&self.owner)
    }

    /// The day until which the owner may say whether they take it on, while that is open.
    #[must_use]
    pub fn accept_by(&self) -> Option<Day> {
        match self.stage {
            Stage::Offered { accept_by, .. } => Some(accept_by),
            Stage::Accepted | Stage::Answered(_) | Stage::Closed(..) | Stage::Withdrawn => None,
        }
    }

    /// Who agreed to own it in a dispute, and may still accept it.
    pub fn claimants(&self) -> impl Iterator<Item = &OrganisationId> {
        let claimants = match &self.stage {
            Stage::Offered { claimants, .. } => Some(claimants),
            Stage::Accepted | Stage::Answered(_) | Stage::Closed(..) | Stage::Withdrawn => None,
        };
        claimants.into_iter().flatten()
    }

    /// The promise that runs now: to say whether they take it on, to give feedback, or to confirm.
    /// `None` when it has ended.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        match &self.stage {
            // A new owner may get longer to accept than the sender was promised to wait.
            Stage::Offered { accept_by, .. } => Some((*accept_by).min(self.feedback_by)),
            Stage::Accepted => Some(self.feedback_by),
            Stage::Answered(answer) => Some(answer.confirm_by),
            Stage::Closed(..) | Stage::Withdrawn => None,
        }
    }

    /// The last day of a promise while it runs. A promise that was kept, or that a new one
    /// replaced, no longer runs.
    #[must_use]
    pub fn promised(&self, promise: Promise) -> Option<Day> {
        match (promise, &self.stage) {
            (Promise::Accept, Stage::Offered { accept_by, .. }) => Some(*accept_by),
            (Promise::Feedback, Stage::Offered { .. } | Stage::Accepted) => Some(self.feedback_by),
            (Promise::Confirm, Stage::Answered(answer)) => Some(answer.confirm_by),
            (Promise::Accept, Stage::Accepted)
            | (Promise::Accept | Promise::Feedback, Stage::Answered(_))
            | (Promise::Confirm, Stage::Offered { .. } | Stage::Accepted)
            | (
                Promise::Accept | Promise::Feedback | Promise::Confirm,
                Stage::Closed(..) | Stage::Withdrawn,
            ) => None,
        }
    }

    /// Whether the coordinator can become the owner when this promise is broken: an owner has nothing
    /// to take over, and a sender who has the answer waits for nobody.
    #[must_use]
    pub fn can_be_taken_over(&self, past: Promise) -> bool {
        match past {
            Promise::Accept | Promise::Feedback => self.owner != self.coordinator,
            Promise::Confirm => false,
        }
    }

    /// What a decision about an owner looks at now.
    #[must_use]
    pub fn facts(&self) -> Facts {
        self.particulars
            .facts(self.topics.clone(), self.sender.clone())
    }

    /// Whether it is offered, and nobody moved it since the map decided: then the map decides anew when
    /// the facts are corrected.
    #[must_use]
    pub fn is_still_with_map_owner(&self) -> bool {
        self.state() == State::Offered && self.owner == self.map_owner
    }

    /// Whether it is a decline when `by` corrects the facts and another becomes the owner by it: what
    /// comes to the coordinator is not declined.
    #[must_use]
    pub fn declines_by_correcting(&self, by: &OrganisationId) -> bool {
        *by == self.owner && self.owner != self.coordinator
    }

    /// Whether the sender may record what she was told: of danger not before somebody took it on.
    #[must_use]
    pub fn may_be_heard(&self) -> bool {
        match self.particulars.urgency {
            Urgency::Acute => self.stage == Stage::Accepted,
            Urgency::Urgent | Urgency::Normal | Urgency::Fyi => true,
        }
    }

    /// Whether this organisation can be asked something: one of those who may reply.
    #[must_use]
    pub fn may_be_asked(&self, organisation: &OrganisationId) -> bool {
        *organisation == self.sender || self.involved.contains(organisation)
    }
}
