//! The answer to every verb that takes a signal a step further.

use serde_json::{Value, json};

use crate::domain::codes::{CodeEnum, OrganisationId};
use crate::domain::event::{DeclineReason, Level};
use crate::domain::lifecycle::Verb;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Day;
use crate::output::answer::Answer;
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::Receipt;

/// A step that was recorded.
#[derive(Debug, Clone)]
pub struct StepView {
    /// What was done.
    pub verb: Verb,
    /// By which organisation.
    pub by: OrganisationId,
    /// Why, when it was declined.
    pub reason: Option<DeclineReason>,
    /// Where the signal stands now.
    pub case: SignalState,
    /// The organisation that it is addressed to, where the verb has one: involved, asked, or meant
    /// to own it.
    pub other: Option<OrganisationId>,
    /// Today, for what can be done next.
    pub today: Day,
    /// Of the step.
    pub receipt: Option<Receipt>,
}

impl Answer for StepView {
    fn json(&self) -> Value {
        let case = &self.case;
        json!({
            "id": case.id.as_str(),
            "did": self.verb.code(),
            "by": self.by.to_string(),
            "state": case.state().to_string(),
            "owner": case.owner.to_string(),
            "accept_by": case.accept_by().map(|day| day.to_string()),
            "feedback_by": case.feedback_by.to_string(),
            "confirm_by": case.answer().map(|answer| answer.confirm_by.to_string()),
            "topics": case.topics.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "involved": case.involved.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "proposed": case.proposed.as_ref().map(ToString::to_string),
            "open_questions": case.questions.iter().map(|q| json!({"number": q.number, "of": q.of.to_string()})).collect::<Vec<_>>(),
            "events": case.events,
            "receipt": self.receipt.map(|receipt| receipt.to_string()),
        })
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let case = &self.case;
        // A new owner has a day of her own to say, also when the promise to the sender is broken
        // already.
        let due = case.accept_by().or(case.due()).unwrap_or(case.feedback_by);
        let args = [
            ("id", case.id.to_string().into()),
            ("by", screen.organisation(&self.by).into()),
            ("sender", screen.organisation(&case.sender).into()),
            ("owner", screen.organisation(&case.owner).into()),
            (
                "other",
                self.other
                    .as_ref()
                    .map_or("", |other| screen.organisation(other))
                    .into(),
            ),
            (
                "reason",
                self.reason
                    .map(|reason| screen.label("decline", reason))
                    .unwrap_or_default()
                    .into(),
            ),
            ("day", screen.day(due).into()),
            ("feedback", screen.promised(case.feedback_by).into()),
        ];
        let status_only = self.verb == Verb::Final
            && case
                .answer()
                .is_some_and(|answer| answer.level == Level::StatusOnly);
        let said = screen.tr(
            &format!(
                "step-{}",
                if status_only {
                    "feedback-status-only"
                } else {
                    self.verb.code()
                }
            ),
            &args,
        );
        match crate::output::reach::reach_of(&case.owner, screen) {
            Some(reach) if case.owner != self.by && case.due().is_some() => {
                let owner = escape::line(screen.organisation(&case.owner));
                format!(
                    "{said}\n\n{}",
                    crate::output::decision::labelled(&[(owner, reach)])
                )
            }
            _ => said,
        }
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }

    fn recorded(&self) -> Option<SignalId> {
        Some(self.case.id)
    }
}
