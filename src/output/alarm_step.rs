//! A step of the escalation: what happens when a promise is broken.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::{Term, TermUnit};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::output::screen::RenderContext;
use crate::routing::map::Listener;

/// A step of the escalation for scripts.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AlarmStepView {
    #[serde(flatten)]
    step: AlarmStep,
    tell: Vec<String>,
    takes_over: bool,
}

impl AlarmStepView {
    pub fn new(step: AlarmStep, tell: &BTreeSet<Listener>, takes_over: bool) -> Self {
        Self {
            step,
            tell: tell
                .iter()
                .map(|listener| listener.code().to_owned())
                .collect(),
            takes_over,
        }
    }
}

/// A step of the escalation in words. `name` looks an organisation up; a diff has two maps to look
/// in.
pub fn alarm_step_text(
    step: AlarmStep,
    tell: &BTreeSet<Listener>,
    takes_over: bool,
    screen: &RenderContext<'_>,
    name: impl Fn(&OrganisationId) -> String,
) -> String {
    let after = screen.term(Term {
        count: step.after.into(),
        unit: TermUnit::WorkingDays,
    });
    let recipients: Vec<String> = tell
        .iter()
        .map(|listener| match listener {
            Listener::Owner => screen.tr0("party-owner"),
            Listener::Sender => screen.tr0("party-sender"),
            Listener::Coordinator => screen.tr0("party-coordinator"),
            Listener::Organisation(id) => name(id),
        })
        .collect();
    let text = screen.tr(
        "escalation-step",
        &[
            ("after", after.into()),
            ("promise", step.past.code().into()),
            ("tell", recipients.join(", ").into()),
        ],
    );
    if takes_over {
        format!("{text}; {}", screen.tr0("escalation-takes-over"))
    } else {
        text
    }
}
