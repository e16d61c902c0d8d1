//! Parts of the map in words: the limits of a responsibility, a step past a broken promise.

use std::collections::BTreeSet;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::{Term, TermUnit};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::map_analysis::claims::Validity;
use crate::output::reason::LimitView;
use crate::output::screen::Screen;
use crate::routing::criterion::Limit;
use crate::routing::map::{Listener, Responsibility, RouteMap};

/// The limits of a responsibility but for its topics: `age 4–18 · Waterdam`.
pub fn limits_text(responsibility: &Responsibility, map: &RouteMap, screen: &Screen<'_>) -> String {
    let limits = responsibility.criteria.limits(None, map);
    let limits = limits
        .iter()
        .filter(|limit| !matches!(limit, Limit::Topics(_)));
    let told: Vec<String> = limits
        .map(|limit| LimitView::from(limit).told(screen))
        .chain(validity_text(responsibility, screen))
        .collect();
    if told.is_empty() {
        screen.plain("limits-none")
    } else {
        told.join(" · ")
    }
}

/// That a responsibility does not hold today, when that is so.
fn validity_text(responsibility: &Responsibility, screen: &Screen<'_>) -> Option<String> {
    match responsibility.validity(screen.today()) {
        Validity::Holds => None,
        Validity::NotYet(from) => {
            Some(screen.say("map-show-not-yet", &[("day", screen.day(from).into())]))
        }
        Validity::Lapsed(until) => {
            Some(screen.say("map-show-lapsed", &[("day", screen.day(until).into())]))
        }
    }
}

/// A step of the map in words. `name` says what an organisation is called.
pub fn alarm_step_text(
    step: AlarmStep,
    tell: &BTreeSet<Listener>,
    takes_over: bool,
    screen: &Screen<'_>,
    name: impl Fn(&OrganisationId) -> String,
) -> String {
    let told = |listener: &Listener| match listener {
        Listener::Owner => screen.plain("party-owner"),
        Listener::Sender => screen.plain("party-sender"),
        Listener::Coordinator => screen.plain("party-coordinator"),
        Listener::Organisation(id) => name(id),
    };
    let after = screen.term(Term {
        count: step.after.into(),
        unit: TermUnit::WorkingDays,
    });
    let tell = tell.iter().map(told).collect::<Vec<_>>().join(", ");
    let said = screen.say(
        "escalation-step",
        &[
            ("after", after.into()),
            ("promise", step.past.code().into()),
            ("tell", tell.into()),
        ],
    );
    if takes_over {
        format!("{said}; {}", screen.plain("escalation-takes-over"))
    } else {
        said
    }
}
