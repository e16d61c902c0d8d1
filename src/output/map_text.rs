//! Parts of the map in words: the limits of a responsibility, a step past a broken promise.

use std::collections::BTreeSet;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::{Term, TermUnit};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::map_analysis::claims::Validity;
use crate::output::decision::limit_text;
use crate::output::screen::RenderContext;
use crate::routing::criterion::Criterion;
use crate::routing::map::{Listener, Responsibility, RouteMap};

/// The limits of a responsibility but for its topics: `age 4–18 · Waterdam`.
pub fn limits_text(
    responsibility: &Responsibility,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> String {
    let limits = responsibility.criteria.limits(None, map);
    let limits = limits
        .iter()
        .filter(|limit| limit.criterion != Criterion::Topic);
    let sentence: Vec<String> = limits
        .map(|limit| limit_text(limit, screen))
        .chain(validity_text(responsibility, screen))
        .collect();
    if sentence.is_empty() {
        screen.tr0("limits-none")
    } else {
        sentence.join(" · ")
    }
}

/// That a responsibility does not hold today, when that is so.
fn validity_text(responsibility: &Responsibility, screen: &RenderContext<'_>) -> Option<String> {
    match responsibility.validity(screen.today()) {
        Validity::Holds => None,
        Validity::NotYet(from) => {
            Some(screen.tr("map-show-not-yet", &[("day", screen.day(from).into())]))
        }
        Validity::Lapsed(until) => {
            Some(screen.tr("map-show-lapsed", &[("day", screen.day(until).into())]))
        }
    }
}

/// A step of the map in words. `name` says what an organisation is called.
pub fn alarm_step_text(
    step: AlarmStep,
    tell: &BTreeSet<Listener>,
    takes_over: bool,
    screen: &RenderContext<'_>,
    name: impl Fn(&OrganisationId) -> String,
) -> String {
    let describe = |listener: &Listener| match listener {
        Listener::Owner => screen.tr0("party-owner"),
        Listener::Sender => screen.tr0("party-sender"),
        Listener::Coordinator => screen.tr0("party-coordinator"),
        Listener::Organisation(id) => name(id),
    };
    let after = screen.term(Term {
        count: step.after.into(),
        unit: TermUnit::WorkingDays,
    });
    let tell = tell.iter().map(describe).collect::<Vec<_>>().join(", ");
    let said = screen.tr(
        "escalation-step",
        &[
            ("after", after.into()),
            ("promise", step.past.code().into()),
            ("tell", tell.into()),
        ],
    );
    if takes_over {
        format!("{said}; {}", screen.tr0("escalation-takes-over"))
    } else {
        said
    }
}
