//! Where several organisations claim the same signals.

use std::collections::BTreeMap;

use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::cells::Cover;
use crate::map_analysis::survey::chart::survey_cover;
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::lead_disputes::disputes_of_leads;
use crate::routing::map::{ResponsibilityIx, RouteMap};

/// Responsibilities of several organisations that stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dispute {
    /// All that stand, by place.
    pub claims: Vec<ResponsibilityIx>,
    /// From today on.
    pub regions: Vec<Region>,
}

/// All disputes from `today` on, one for each set of claims.
///
/// Signals with several topics have regions of their own ([`Region::several`]), for claims that
/// lead all those topics at once, without the topics that those claims dispute alone.
#[must_use]
pub fn disputes(map: &RouteMap, today: Day) -> Vec<Dispute> {
    let days = DayRange::since(today);
    let cover = Cover::new(map, days);
    let of_one_topic = survey_cover(map, &cover, days, |answers| {
        answers
            .iter()
            .map(|answer| answer.standing().concat())
            .map(|claims| Some(claims).filter(|claims| have_several_owners(map, claims)))
            .collect()
    });
    let mut all: BTreeMap<Vec<ResponsibilityIx>, Vec<Region>> = of_one_topic.into_iter().collect();
    for (claims, regions) in disputes_of_leads(map, &cover, days) {
        all.entry(claims).or_default().extend(regions);
    }
    all.into_iter()
        .map(|(claims, regions)| Dispute { claims, regions })
        .collect()
}

pub(super) fn have_several_owners(map: &RouteMap, claims: &[ResponsibilityIx]) -> bool {
    let mut owners = claims.iter().map(|ix| &map.responsibility(*ix).owner);
    let first = owners.next();
    owners.any(|owner| Some(owner) != first)
}
