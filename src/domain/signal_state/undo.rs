//! One's own last step, taken back.

use crate::domain::codes::OrganisationId;
use crate::domain::event::{EventKind, RecordedEvent};
use crate::domain::signal_state::apply::{Followed, must};
use crate::domain::signal_state::{SignalState, State};
use crate::domain::time::Moment;

/// A day: longer than that nobody takes a step back.
const LONGEST_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// A step that can be taken back: all that one command wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoableStep {
    /// Who took it.
    pub by: OrganisationId,
    /// When.
    pub at: Moment,
    /// What happened by it first.
    pub kind: EventKind,
    /// The numbers of its first and its last event.
    pub first: u32,
    pub last: u32,
    /// The signal before it; its own `undoable` is empty.
    before: Box<SignalState>,
}

impl UndoableStep {
    /// Who owns it again when this step is taken back from `now`, and has yet to give feedback; `None`
    /// when the owner stays, or nobody waits for one.
    #[must_use]
    pub fn gives_back_to(&self, now: &SignalState) -> Option<&OrganisationId> {
        let before = &self.before;
        let waits = State::UNANSWERED.contains(&before.state());
        (waits && before.owner != now.owner).then_some(&before.owner)
    }

    fn may_be_undone(&self, at: Moment) -> bool {
        at.millis_since(self.at) <= LONGEST_MILLIS
    }

    /// An amendment involves who owns the added topics, and a correction may be a second decline: with
    /// it, in one command.
    fn goes_on_with(&self, happened: &RecordedEvent) -> bool {
        matches!(
            (self.kind, happened.event.kind()),
            (EventKind::Amended, EventKind::Involved) | (EventKind::Corrected, EventKind::Declined)
        ) && happened.number == self.last + 1
            && (happened.at, &happened.by) == (self.at, &self.by)
    }
}

impl SignalState {
    /// The step that its author may take back at this moment.
    #[must_use]
    pub fn undoable_at(&self, at: Moment) -> Option<&UndoableStep> {
        self.undoable.last().filter(|step| step.may_be_undone(at))
    }

    /// As it is, to return to.
    pub(super) fn snapshot(&mut self) -> Box<Self> {
        let undoable = std::mem::take(&mut self.undoable);
        let snapshot = Box::new(self.clone());
        self.undoable = undoable;
        snapshot
    }

    /// Keeps the step that was just folded in, when it can be taken back; otherwise those before it
    /// no longer can, but for what was taken back itself. `before`: the signal before it; `None` when
    /// it cannot be taken back.
    pub(super) fn keep_for_undo(&mut self, happened: &RecordedEvent, before: Option<Box<Self>>) {
        let kind = happened.event.kind();
        let Some(before) = before else {
            if kind != EventKind::Undone {
                self.undoable.clear();
            }
            return;
        };
        match self.undoable.last_mut() {
            Some(step) if step.goes_on_with(happened) => {
                step.last = happened.number;
                return;
            }
            Some(step) if step.by != happened.by => self.undoable.clear(),
            Some(_) | None => {}
        }
        self.undoable.push(UndoableStep {
            by: happened.by.clone(),
            at: happened.at,
            kind,
            first: happened.number,
            last: happened.number,
            before,
        });
    }

    /// Of a step that is taken back afterwards it is no part: it stays so.
    pub(super) fn follow_coordinator_changed(&mut self, coordinator: &OrganisationId) -> Followed {
        must(self.coordinator != *coordinator)?;
        self.coordinator = coordinator.clone();
        for step in &mut self.undoable {
            step.before.coordinator = coordinator.clone();
        }
        Ok(())
    }

    /// The signal as if this step had not been taken; `None` when it is not the last one, of `by`.
    /// The alarms that sounded since did sound.
    pub(super) fn without_step(
        &self,
        (first, last): (u32, u32),
        by: &OrganisationId,
        at: Moment,
    ) -> Option<Self> {
        let (step, before) = self.undoable.split_last()?;
        if (step.first, step.last, &step.by) != (first, last, by) || !step.may_be_undone(at) {
            return None;
        }
        Some(Self {
            escalated: self.escalated.clone(),
            events: self.events,
            undoable: before.to_vec(),
            ..(*step.before).clone()
        })
    }
}
