//! What was agreed: until when, and where that is written.

use super::finding::{About, Finding};
use crate::domain::time::Day;
use crate::routing::map::{Responsibility, ResponsibilityIx, RouteMap};

/// Whoever has to renew an agreement needs some weeks for it.
const SOON: i64 = 60;

/// Responsibilities that have lapsed or will soon, and promises without a source.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let all = (0..).map(ResponsibilityIx).zip(map.responsibilities().iter());
    all.flat_map(|(ix, responsibility)| [validity(map, today, ix, responsibility), source(ix, responsibility)]).flatten().collect()
}

fn validity(map: &RouteMap, today: Day, ix: ResponsibilityIx, responsibility: &Responsibility) -> Option<Finding> {
    let until = responsibility.valid_until?;
    let place = Some(responsibility.place.clone());
    if until < today {
        Some(Finding::new(About::Lapsed { responsibility: ix, until }, place))
    } else if until <= today.plus(SOON) && !is_followed(map, responsibility, until) {
        Some(Finding::new(About::Lapsing { responsibility: ix, until }, place))
    } else {
        None
    }
}

/// Whether the same organisation takes over on the next day, for all of it.
fn is_followed(map: &RouteMap, lapsing: &Responsibility, until: Day) -> bool {
    let follows = |other: &Responsibility| other.is_valid_on(until.plus(1)) && other.criteria.contain(&lapsing.criteria, map);
    map.owned_by(&lapsing.owner).any(follows)
}

fn source(ix: ResponsibilityIx, responsibility: &Responsibility) -> Option<Finding> {
    let promises = responsibility.accept_within.is_some() || responsibility.feedback_within.is_some();
    let unsourced = promises && responsibility.because.is_none();
    unsourced.then(|| Finding::new(About::UnsourcedPromise { responsibility: ix }, Some(responsibility.place.clone())))
}
