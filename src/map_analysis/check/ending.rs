//! Topics, areas and organisations that end soon. Signals that are open then go to the map's own
//! coordinator, unless there is an heir.

use crate::domain::time::Day;
use crate::map_analysis::check::agreements::SOON_DAYS;
use crate::map_analysis::check::finding::{About, EndingEntry, Finding};
use crate::routing::map::{MapEntry, RouteMap};

/// What ends within some weeks without an heir.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let mut found = ending(map.topics(), today, |id, next| {
        let heir = map.topic_on(id, next);
        heir.is_none().then(|| EndingEntry::Topic(id.clone()))
    });
    found.extend(ending(map.areas(), today, |id, next| {
        let heir = map.area_on(id, next);
        heir.is_none().then(|| EndingEntry::Area(id.clone()))
    }));
    found.extend(ending(map.organisations(), today, |id, next| {
        let heir = map.organisation_on(id, next);
        heir.is_none()
            .then(|| EndingEntry::Organisation(id.clone()))
    }));
    found
}

/// `without_heir` says what ends when its code stands for nothing on the day after.
fn ending<E: MapEntry>(
    all: &[E],
    today: Day,
    without_heir: impl Fn(&E::Id, Day) -> Option<EndingEntry>,
) -> Vec<Finding> {
    let soon = all.iter().filter_map(|one| {
        let until = one.valid().until?;
        let is_soon = today <= until && until <= today.plus(SOON_DAYS);
        let what = without_heir(one.id(), until.plus(1)).filter(|_| is_soon)?;
        let about = About::Ending { what, until };
        Some(Finding::new(about, Some(one.place().clone())))
    });
    soon.collect()
}
