//! The open points of a map, and what they admit.

use std::collections::BTreeSet;

use crate::domain::time::Day;
use crate::map_analysis::check::finding::{About, Finding};
use crate::map_analysis::region::Region;
use crate::routing::map::{OpenPoint, RouteMap, StillOpen};

/// Keeps track of which open points are about an existing dispute or gap.
pub(super) struct OpenPoints<'m> {
    today: Day,
    points: &'m [OpenPoint],
    /// The places of those that are.
    met: BTreeSet<usize>,
}

impl<'m> OpenPoints<'m> {
    pub(super) fn new(map: &'m RouteMap, today: Day) -> Self {
        Self {
            today,
            points: map.open_points(),
            met: BTreeSet::new(),
        }
    }

    /// The regions, divided by the open point that admits them. First those that none admits.
    pub(super) fn divide(
        &mut self,
        about: StillOpen,
        regions: Vec<Region>,
        map: &RouteMap,
    ) -> Vec<(Option<&'m OpenPoint>, Vec<Region>)> {
        self.admit(about, &regions, map);
        let mut left = regions;
        let mut divided = Vec::new();
        for point in self.points {
            if !self.admits(point, about) {
                continue;
            }
            let (mut inside, mut outside) = (Vec::new(), Vec::new());
            for region in left {
                let (within, others) = split(region, point, map);
                inside.extend(within);
                outside.extend(others);
            }
            left = outside;
            if !inside.is_empty() {
                divided.push((Some(point), inside));
            }
        }
        if !left.is_empty() {
            divided.insert(0, (None, left));
        }
        divided
    }

    /// Whether the open points that have not lapsed admit these regions to the last signal.
    pub(super) fn admit_all(&self, about: StillOpen, regions: Vec<Region>, map: &RouteMap) -> bool {
        let mut left = regions;
        for point in self.points {
            if self.admits(point, about) {
                let outside = left
                    .into_iter()
                    .flat_map(|region| split(region, point, map).1);
                left = outside.collect();
            }
        }
        left.is_empty()
    }

    /// Takes note of the open points that admit some of these regions, be it after another one.
    pub(super) fn admit(&mut self, about: StillOpen, regions: &[Region], map: &RouteMap) {
        for (place, point) in self.points.iter().enumerate() {
            let is_new = self.admits(point, about) && !self.met.contains(&place);
            let mut within = regions
                .iter()
                .map(|region| split(region.clone(), point, map).0);
            if is_new && within.any(|within| within.is_some()) {
                self.met.insert(place);
            }
        }
    }

    fn admits(&self, point: &OpenPoint, about: StillOpen) -> bool {
        point.about == about && point.until >= self.today
    }

    /// The open points that have lapsed, and those that admit nothing.
    pub(super) fn findings(self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (place, point) in self.points.iter().enumerate() {
            let open_point = point.clone();
            let about = if point.until < self.today {
                About::OpenPointLapsed { open_point }
            } else if !self.met.contains(&place) {
                About::OpenPointIdle { open_point }
            } else {
                continue;
            };
            found.push(Finding::new(about, Some(point.place.clone())));
        }
        found
    }
}

/// The part of a region that lies within an open point, and the other parts. What has only hours
/// that do not occur on its days is no part: nobody can ask for it.
fn split(region: Region, point: &OpenPoint, map: &RouteMap) -> (Option<Region>, Vec<Region>) {
    let (inside, mut outside) = region.split(&point.criteria, map);
    outside.retain(|part| part.occurs(map));
    match inside.filter(|part| part.occurs(map)) {
        None => (None, vec![region]),
        Some(_) if outside.is_empty() => (Some(region), outside),
        Some(inside) => (Some(inside), outside),
    }
}
