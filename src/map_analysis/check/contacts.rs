//! Whether those who are called can be reached: by a sender, by another organisation, or in danger.

use std::collections::BTreeSet;

use crate::domain::codes::OrganisationId;
use crate::domain::time::Day;
use crate::map_analysis::check::finding::{About, Finding};
use crate::routing::map::{Organisation, RouteMap};

/// Numbers change: after so many days nobody knows.
const A_YEAR: i64 = 366;

/// The contacts of owners, coordinators and emergency lines that nobody has checked within a year.
/// Who only sends is not called.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let owners = map
        .responsibilities()
        .iter()
        .filter(|r| r.valid_until.is_none_or(|until| today <= until))
        .map(|r| &r.owner);
    let coordinators = map
        .areas()
        .iter()
        .filter_map(|area| area.coordinator.as_ref())
        .chain([&map.settings().coordinator]);
    let lines = map
        .settings()
        .emergency
        .iter()
        .filter_map(|line| line.organisation.as_ref());
    let called: BTreeSet<&OrganisationId> = owners.chain(coordinators).chain(lines).collect();
    let unchecked = |organisation: &&Organisation| {
        let recent = |day: Day| day <= today && today.days_since(day) <= A_YEAR;
        called.contains(&organisation.id)
            && organisation
                .contact
                .as_ref()
                .is_some_and(|contact| !contact.checked_on.is_some_and(recent))
    };
    let finding = |organisation: &Organisation| {
        let checked_on = organisation
            .contact
            .as_ref()
            .and_then(|contact| contact.checked_on);
        Finding::new(
            About::UncheckedContact {
                organisation: organisation.id.clone(),
                checked_on,
            },
            Some(organisation.place.clone()),
        )
    };
    map.organisations()
        .iter()
        .filter(unchecked)
        .map(finding)
        .collect()
}
