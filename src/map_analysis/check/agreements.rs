//! What was agreed: until when, and where that is written.

use std::collections::BTreeMap;

use crate::domain::time::Day;
use crate::map_analysis::check::claims::becoming_gaps;
use crate::map_analysis::check::finding::{About, Finding};
use crate::map_analysis::region::Region;
use crate::routing::map::{Responsibility, ResponsibilityIx, RouteMap};

/// Whoever has to renew an agreement needs some weeks for it.
pub(super) const SOON: i64 = 60;

/// Responsibilities that have lapsed or will soon, and promises without a source.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let mut becoming = becoming_gaps(map, today);
    let all = (0..)
        .map(ResponsibilityIx)
        .zip(map.responsibilities().iter());
    let found = all.flat_map(|(ix, responsibility)| {
        [
            validity(map, today, ix, responsibility),
            source(ix, responsibility),
        ]
    });
    found
        .flatten()
        .map(|finding| with_gaps(finding, &mut becoming, map, today))
        .collect()
}

/// What lapses, with what then becomes a gap.
fn with_gaps(
    finding: Finding,
    becoming: &mut BTreeMap<ResponsibilityIx, Vec<Region>>,
    map: &RouteMap,
    today: Day,
) -> Finding {
    let About::Lapsing { responsibility, .. } = &finding.about else {
        return finding;
    };
    let regions = becoming.remove(responsibility).unwrap_or_default();
    let witness = regions.iter().find_map(|region| region.witness(map, today));
    Finding {
        regions,
        witness,
        ..finding
    }
}

fn validity(
    map: &RouteMap,
    today: Day,
    ix: ResponsibilityIx,
    responsibility: &Responsibility,
) -> Option<Finding> {
    let until = responsibility.valid_until?;
    let place = Some(responsibility.place.clone());
    if until < today {
        Some(Finding::new(
            About::Lapsed {
                responsibility: ix,
                until,
            },
            place,
        ))
    } else if until <= today.plus(SOON) && !is_followed(map, responsibility, until) {
        Some(Finding::new(
            About::Lapsing {
                responsibility: ix,
                until,
            },
            place,
        ))
    } else {
        None
    }
}

/// Whether the same organisation takes over on the next day, for all of it.
fn is_followed(map: &RouteMap, lapsing: &Responsibility, until: Day) -> bool {
    let follows = |other: &Responsibility| {
        other.is_valid_on(until.plus(1)) && other.criteria.contain(&lapsing.criteria, map)
    };
    map.owned_by(&lapsing.owner).any(follows)
}

fn source(ix: ResponsibilityIx, responsibility: &Responsibility) -> Option<Finding> {
    let promises =
        responsibility.accept_within.is_some() || responsibility.feedback_within.is_some();
    let unsourced = promises && responsibility.because.is_none();
    unsourced.then(|| {
        Finding::new(
            About::UnsourcedPromise { responsibility: ix },
            Some(responsibility.place.clone()),
        )
    })
}
