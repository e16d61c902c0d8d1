//! The limits of a responsibility in words.

use crate::output::decision::limit_text;
use crate::output::screen::RenderContext;
use crate::routing::criterion::Criterion;
use crate::routing::map::{Responsibility, RouteMap, Validity};

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

/// When a responsibility starts or ended; `None` when it holds today.
fn validity_text(responsibility: &Responsibility, screen: &RenderContext<'_>) -> Option<String> {
    let (key, day) = match responsibility.valid.on(screen.today()) {
        Validity::Holds => return None,
        Validity::NotYet(from) => ("map-show-not-yet", from),
        Validity::Lapsed(until) => ("map-show-lapsed", until),
    };
    Some(screen.tr(key, &[("day", screen.day(day).into())]))
}
