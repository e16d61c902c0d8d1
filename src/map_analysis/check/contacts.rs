//! Whether those who are called can be reached: by a sender, by another organisation, or in danger.

use std::collections::BTreeSet;

use crate::domain::codes::OrganisationId;
use crate::domain::time::Day;
use crate::map_analysis::check::finding::{About, Finding};
use crate::routing::map::RouteMap;

/// A number that was checked longer ago than this may have changed.
const MAX_DAYS: i64 = 366;

/// The contacts of owners, coordinators and emergency lines that nobody has checked within a year.
/// Nobody calls an organisation that only sends.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let called = called(map, today);
    let mut found = Vec::new();
    for organisation in map.organisations() {
        let Some(contact) = &organisation.contact else {
            continue;
        };
        let is_recent = contact
            .checked_on
            .is_some_and(|day| day <= today && today.days_since(day) <= MAX_DAYS);
        if called.contains(&organisation.id) && !is_recent {
            let about = About::UncheckedContact {
                organisation: organisation.id.clone(),
                checked_on: contact.checked_on,
            };
            found.push(Finding::new(about, Some(organisation.place.clone())));
        }
    }
    found
}

fn called(map: &RouteMap, today: Day) -> BTreeSet<&OrganisationId> {
    let settings = map.settings();
    let mut called = BTreeSet::from([&settings.coordinator]);
    called.extend(
        map.areas()
            .iter()
            .filter_map(|area| area.coordinator.as_ref()),
    );
    let lines = &settings.emergency;
    called.extend(lines.iter().filter_map(|line| line.organisation.as_ref()));
    for claim in map.responsibilities() {
        if claim.valid.last_through(today) {
            called.insert(&claim.owner);
        }
    }
    called
}
