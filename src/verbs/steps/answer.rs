//! The answer to every verb that takes a signal a step further.

use serde::Serialize;

use crate::domain::access::AccessLevel;
use crate::domain::codes::{CodeEnum as _, OrganisationId, TopicId};
use crate::domain::event::{DeclineReason, EventKind, Level};
use crate::domain::lifecycle::Verb;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{OpenQuestion, SignalState, State};
use crate::domain::time::Day;
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::reach::reach_of;
use crate::output::screen::RenderContext;
use crate::register::Receipt;

/// A recorded step and the state of the signal after it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StepView {
    id: SignalId,
    did: Verb,
    by: OrganisationId,
    state: State,
    owner: OrganisationId,
    accept_by: Option<Day>,
    feedback_by: Day,
    confirm_by: Option<Day>,
    /// `None`, as the next ones, where who took the step may not know.
    topics: Option<Vec<TopicId>>,
    involved: Option<Vec<OrganisationId>>,
    proposed: Option<OrganisationId>,
    open_questions: Option<Vec<OpenQuestion>>,
    events: Option<u32>,
    receipt: Receipt,
    #[serde(skip)]
    sender: OrganisationId,
    /// The day of the promise that is open now.
    #[serde(skip)]
    due: Option<Day>,
    /// Whether the sender hears only the status.
    #[serde(skip)]
    status_only: bool,
    #[serde(skip)]
    details: StepDetails,
}

/// What the sentence about a step names besides the signal.
#[derive(Debug, Default)]
pub struct StepDetails {
    /// Why the signal was declined.
    pub reason: Option<DeclineReason>,
    /// The organisation that was involved or asked, or becomes the owner.
    pub other: Option<OrganisationId>,
    /// What was taken back.
    pub undone: Option<EventKind>,
}

impl StepView {
    #[must_use]
    pub fn new(
        verb: Verb,
        by: OrganisationId,
        signal: SignalState,
        receipt: Receipt,
        details: StepDetails,
    ) -> Self {
        let knows_all = signal.access_level(&by) != AccessLevel::OwnText;
        Self {
            id: signal.id,
            did: verb,
            state: signal.state(),
            accept_by: signal.accept_by(),
            feedback_by: signal.feedback_by,
            confirm_by: signal.answer().map(|answer| answer.confirm_by),
            topics: knows_all.then(|| signal.topics.iter().cloned().collect()),
            due: signal.due(),
            status_only: verb == Verb::Final
                && signal
                    .answer()
                    .is_some_and(|answer| answer.level == Level::StatusOnly),
            involved: knows_all.then(|| signal.involved.into_iter().collect()),
            proposed: signal.proposed.filter(|asked| knows_all || *asked == by),
            open_questions: knows_all.then_some(signal.questions),
            events: knows_all.then_some(signal.events),
            by,
            owner: signal.owner,
            sender: signal.sender,
            receipt,
            details,
        }
    }
}

impl Answer for StepView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let other = self.details.other.as_ref();
        let reason = self.details.reason;
        let undone = self.details.undone;
        // A new owner gets a new day, even when the promise to the sender is already broken.
        let day = self.accept_by.or(self.due).unwrap_or(self.feedback_by);
        let args = [
            ("id", self.id.to_string().into()),
            ("by", screen.organisation(&self.by).into()),
            ("sender", screen.organisation(&self.sender).into()),
            ("owner", screen.organisation(&self.owner).into()),
            (
                "other",
                other.map_or("", |other| screen.organisation(other)).into(),
            ),
            (
                "reason",
                reason
                    .map(|reason| screen.label("decline", reason))
                    .unwrap_or_default()
                    .into(),
            ),
            (
                "undone",
                undone
                    .map(|kind| screen.label("undone", kind))
                    .unwrap_or_default()
                    .into(),
            ),
            ("state", screen.label("state", self.state).into()),
            ("day", screen.day(day).into()),
            ("feedback", screen.promised(self.feedback_by).into()),
        ];
        let text = if self.status_only {
            screen.tr("step-feedback-status-only", &args)
        } else if self.did == Verb::Correct && other.is_some() {
            screen.tr("step-correct-moved", &args)
        } else {
            screen.tr(&format!("step-{}", self.did.code()), &args)
        };
        match reach_of(&self.owner, screen) {
            Some(reach) if self.owner != self.by && self.due.is_some() => {
                let owner = escape::line(screen.organisation(&self.owner));
                format!("{text}\n\n{}", labelled(&[(owner, reach)]))
            }
            _ => text,
        }
    }

    fn receipt(&self) -> Option<Receipt> {
        Some(self.receipt)
    }

    fn recorded(&self) -> Option<SignalId> {
        Some(self.id)
    }
}
