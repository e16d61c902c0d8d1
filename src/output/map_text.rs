//! Parts of the map in words: the limits of a responsibility, a step past a broken promise.

use crate::output::decision::limit_text;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::{Term, TermUnit};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::map_analysis::claims::Validity;
use crate::output::screen::RenderContext;
use crate::routing::criterion::Criterion;
use crate::routing::map::{Listener, Responsibility, RouteMap};

/// The limits of a responsibility without its topics: `age 4–18 · Waterdam`.
pub fn limits_text(
    responsibility: &Responsibility,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> String {
    let limits: Vec<String> = responsibility
        .criteria
        .limits(None, map)
        .iter()
        .filter(|limit| limit.criterion != Criterion::Topic)
        .map(|limit| limit_text(limit, screen))
        .chain(validity_text(responsibility, screen))
        .collect();
    limits_or_none(&limits, screen)
}

/// Limits in words, or that there are none.
pub fn limits_or_none(limits: &[String], screen: &RenderContext<'_>) -> String {
    if limits.is_empty() {
        screen.tr0("limits-none")
    } else {
        limits.join(" · ")
    }
}

/// From when or until when a responsibility holds, if not today.
fn validity_text(responsibility: &Responsibility, screen: &RenderContext<'_>) -> Option<String> {
    let (key, day) = match responsibility.validity(screen.today()) {
        Validity::Holds => return None,
        Validity::NotYet(from) => ("map-show-not-yet", from),
        Validity::Lapsed(until) => ("map-show-lapsed", until),
    };
    Some(screen.tr(key, &[("day", screen.day(day).into())]))
}

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
            tell: tell.iter().map(|one| one.code().to_owned()).collect(),
            takes_over,
        }
    }
}

/// A step of the escalation in words. `name` gives the name of an organisation.
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
    let tell: Vec<String> = tell
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
            ("tell", tell.join(", ").into()),
        ],
    );
    if takes_over {
        format!("{text}; {}", screen.tr0("escalation-takes-over"))
    } else {
        text
    }
}
