//! What was agreed: until when, and where that is written.

use std::collections::BTreeMap;

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::check::finding::{About, Finding};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey;
use crate::routing::map::{Responsibility, ResponsibilityIx, RouteMap};

/// Renewing an agreement takes some weeks.
pub(super) const SOON_DAYS: i64 = 60;

/// Responsibilities that have lapsed or will soon, and promises without a source.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let mut gaps = becoming_gaps(map, today);
    let mut found = Vec::new();
    for (responsibility, claim) in map.numbered_responsibilities() {
        let place = Some(claim.place.clone());
        // An organisation that ends takes what it owns with it: of that only what becomes a gap is told.
        let of_its_end = |until| is_of_its_end(map, claim, until);
        match claim.valid.until {
            Some(until) if until < today && !of_its_end(until) => {
                let about = About::Lapsed {
                    responsibility,
                    until,
                };
                found.push(Finding::new(about, place.clone()));
            }
            Some(until)
                if (today..=today.plus(SOON_DAYS)).contains(&until)
                    && !is_followed(map, claim, until) =>
            {
                let about = About::Lapsing {
                    responsibility,
                    until,
                };
                let regions = gaps.remove(&responsibility).unwrap_or_default();
                if !regions.is_empty() || !of_its_end(until) {
                    let finding = Finding::new(about, place.clone());
                    found.push(finding.with_regions(regions, map, today));
                }
            }
            _ => {}
        }
        let is_unsourced = Urgency::ALL.iter().any(|urgency| {
            let own = claim.promises(*urgency);
            let promises = own.accept_within.is_some() || own.feedback_within.is_some();
            promises && claim.source(*urgency).is_none()
        });
        if is_unsourced {
            let about = About::UnsourcedPromise { responsibility };
            found.push(Finding::new(about, place));
        }
    }
    found
}

/// Whether a claim lapses because its owner ends.
fn is_of_its_end(map: &RouteMap, claim: &Responsibility, until: Day) -> bool {
    let owner = map.organisation(&claim.owner);
    owner.is_some_and(|owner| owner.valid.until == Some(until))
}

/// What becomes a gap within the coming weeks, by the responsibility that then lapses.
fn becoming_gaps(map: &RouteMap, today: Day) -> BTreeMap<ResponsibilityIx, Vec<Region>> {
    let last = today.plus(SOON_DAYS + 1);
    let mut found: BTreeMap<ResponsibilityIx, Vec<Region>> = BTreeMap::new();
    for mut becoming in survey::becoming_gaps(map, today, last) {
        // A gap that is open on the last day we look at does not end there.
        for region in &mut becoming.regions {
            region.until = region.until.filter(|until| *until < last);
        }
        for lapsed in becoming.lapsed {
            let regions = found.entry(lapsed).or_default();
            regions.extend_from_slice(&becoming.regions);
        }
    }
    found
}

/// Whether the same organisation takes over all of it on the next day.
fn is_followed(map: &RouteMap, lapsing: &Responsibility, until: Day) -> bool {
    map.owned_by(&lapsing.owner).any(|other| {
        other.valid.include(until.plus(1)) && other.criteria.contain(&lapsing.criteria, map)
    })
}
