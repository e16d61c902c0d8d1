//! The answer to every verb that takes a signal a step further.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::access::AccessLevel;
use crate::domain::codes::{CodeEnum as _, OrganisationId, ResponsibilityId, TopicId};
use crate::domain::event::{DeclineReason, EventKind, Level};
use crate::domain::lifecycle::Verb;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::{OpenQuestion, SignalState, State};
use crate::domain::time::Day;
use crate::domain::words::ContactLine;
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::emergency::WhomToCall;
use crate::output::escape;
use crate::output::handover::handover_lines;
use crate::output::reach::reach_of_owner;
use crate::output::screen::RenderContext;
use crate::register::Receipt;
use crate::routing::handover::Handover;
use crate::routing::map::EmergencyLine;

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
    /// Who is to say, or said, whether the answer is right.
    #[serde(skip)]
    confirmer: OrganisationId,
    /// Who reads it by this step, as far as whoever took it may know.
    #[serde(skip)]
    now_read: Vec<OrganisationId>,
    /// Who decides about it from now on, when the corrected place gave it to another, as far as
    /// whoever took the step may know.
    #[serde(skip)]
    new_coordinator: Option<OrganisationId>,
    /// The day of the promise that is open now.
    #[serde(skip)]
    due: Option<Day>,
    /// Whether the owner is to hear which family it is.
    #[serde(skip)]
    asks_family: bool,
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
    /// Whether it was declined, and had been before.
    pub declined_again: bool,
    /// The organisation that was involved or asked, or becomes the owner.
    pub other: Option<OrganisationId>,
    /// What was taken back.
    pub undone: Option<EventKind>,
    /// Who was asked to take it over until then.
    pub asked_before: Option<OrganisationId>,
    /// Who was involved before.
    pub involved_before: BTreeSet<OrganisationId>,
    /// Who decided about it before.
    pub coordinator_before: Option<OrganisationId>,
    /// Who owned it before.
    pub owner_before: Option<OrganisationId>,
    /// What the new owner agreed to, when the map decided.
    pub responsibility: Option<ResponsibilityId>,
    /// The person to reach of the owner, when whoever took the step sees it.
    pub contact_of_owner: Option<ContactLine>,
    /// How a new owner hears which family it is, when whoever took the step is to tell.
    pub handover: Option<Handover>,
    /// The lines to call, when the signal turned out to be about danger.
    pub emergency: Option<Vec<EmergencyLine>>,
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
        let confirmer = signal.confirmer().clone();
        let now_read = signal.involved.difference(&details.involved_before);
        let now_read = now_read.filter(|_| knows_all).cloned().collect();
        let moved = verb == Verb::Correct
            && details.coordinator_before.as_ref() != Some(&signal.coordinator);
        Self {
            id: signal.id,
            new_coordinator: (moved && knows_all).then(|| signal.coordinator.clone()),
            did: verb,
            state: signal.state(),
            accept_by: signal.accept_by(),
            feedback_by: signal.feedback_by,
            confirm_by: signal.answer().map(|answer| answer.confirm_by),
            topics: knows_all.then(|| signal.topics.iter().cloned().collect()),
            due: signal.due(),
            asks_family: signal.asks_family(),
            status_only: verb == Verb::Final
                && signal
                    .answer()
                    .is_some_and(|answer| answer.level == Level::StatusOnly),
            involved: knows_all.then(|| signal.involved.into_iter().collect()),
            proposed: signal.proposed.filter(|asked| knows_all || *asked == by),
            open_questions: knows_all.then_some(signal.questions),
            events: knows_all.then_some(signal.events),
            by,
            confirmer,
            now_read,
            owner: signal.owner,
            sender: signal.sender,
            receipt,
            details,
        }
    }
}

impl StepView {
    /// How to reach the owner, and what to tell her.
    fn owner_and_reach(&self, screen: &RenderContext<'_>) -> Option<String> {
        if self.owner == self.by || self.due.is_none() {
            return None;
        }
        let owner = escape::line(screen.organisation(&self.owner));
        let person = self.details.contact_of_owner.as_ref();
        let person = person.map(ContactLine::as_str);
        let mut rows = vec![(owner, reach_of_owner(&self.owner, person, screen)?)];
        if let Some(handover) = &self.details.handover {
            let whom = self.asks_family.then_some(&self.owner);
            let lines = handover_lines(handover, whom, Some(self.id), screen);
            rows.extend(lines.into_iter().map(|line| (String::new(), line)));
        }
        Some(labelled(&rows))
    }

    /// Why a signal that is declined again does not go to whom it was meant for.
    fn declined_again(&self, screen: &RenderContext<'_>) -> Option<String> {
        let key = if self.did == Verb::Correct {
            "step-correct-declined-again"
        } else {
            "step-declined-again"
        };
        self.details.declined_again.then(|| screen.tr0(key))
    }

    /// To record that it is about danger is not enough.
    fn whom_to_call(&self, screen: &RenderContext<'_>) -> Option<String> {
        let (lines, map) = (self.details.emergency.as_deref()?, screen.map?);
        let whom = WhomToCall {
            lines,
            owners: screen.organisation_today(&self.owner).into_iter().collect(),
            map,
            at: screen.now,
        };
        Some(whom.sentences(true, screen))
    }
}

impl Answer for StepView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let other = self.details.other.as_ref();
        let asked_before = self.details.asked_before.as_ref();
        let reason = self.details.reason;
        let undone = self.details.undone;
        // A new owner gets a new day, even when the promise to the sender is already broken.
        let day = self.accept_by.or(self.due).unwrap_or(self.feedback_by);
        let args = [
            ("id", self.id.to_string().into()),
            ("by", screen.organisation(&self.by).into()),
            ("sender", screen.organisation(&self.sender).into()),
            ("owner", screen.organisation(&self.owner).into()),
            ("confirmer", screen.organisation(&self.confirmer).into()),
            (
                "before",
                (asked_before.map_or("", |before| screen.organisation(before))).into(),
            ),
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
        } else if self.did == Verb::Correct && self.accept_by.is_some() {
            screen.tr("step-correct-offered", &args)
        } else if self.did == Verb::ProposeTransfer && asked_before.is_some() {
            screen.tr("step-transfer-propose-instead", &args)
        } else {
            screen.tr(&format!("step-{}", self.did.code()), &args)
        };
        let mut parts = vec![text];
        parts.extend(self.declined_again(screen));
        if [Verb::Amend, Verb::Correct].contains(&self.did) && !self.now_read.is_empty() {
            let names = screen.organisations(&self.now_read);
            parts.push(screen.tr1("step-now-read", "names", names));
        }
        if let Some(coordinator) = &self.new_coordinator {
            let coordinator = screen.organisation(coordinator);
            parts.push(screen.tr1("step-now-coordinates", "coordinator", coordinator));
        }
        parts.extend(self.owner_and_reach(screen));
        parts.extend(self.whom_to_call(screen));
        parts.join("\n\n")
    }

    fn receipt(&self) -> Option<Receipt> {
        Some(self.receipt)
    }

    fn recorded(&self) -> Option<SignalId> {
        Some(self.id)
    }
}
