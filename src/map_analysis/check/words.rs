//! Whether a word finds one thing. A word of two is refused where it is typed, so nobody is sent to
//! the wrong one; but a sender who types it has to look further.

use crate::domain::time::Day;
use crate::lookup::SharedWord;
use crate::map_analysis::check::finding::{About, Finding};
use crate::routing::map::{MapPosition, RouteMap};

/// The words by which several topics, areas or organisations are called, at the last of them.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let topics = map.words_of_several_topics(today).into_iter();
    let topics = topics.map(|shared| {
        let about = About::WordOfTopics {
            word: shared.word.to_owned(),
            topics: shared.of.iter().map(|topic| topic.id.clone()).collect(),
        };
        at_the_last(about, &shared, |topic| &topic.place)
    });
    let areas = map.words_of_several_areas(today).into_iter();
    let areas = areas.map(|shared| {
        let about = About::WordOfAreas {
            word: shared.word.to_owned(),
            areas: shared.of.iter().map(|area| area.id.clone()).collect(),
        };
        at_the_last(about, &shared, |area| &area.place)
    });
    let organisations = map.words_of_several_organisations(today).into_iter();
    let organisations = organisations.map(|shared| {
        let about = About::WordOfOrganisations {
            word: shared.word.to_owned(),
            organisations: shared.of.iter().map(|one| one.id.clone()).collect(),
        };
        at_the_last(about, &shared, |organisation| &organisation.place)
    });
    topics.chain(areas).chain(organisations).collect()
}

fn at_the_last<T>(
    about: About,
    shared: &SharedWord<'_, T>,
    place: fn(&T) -> &MapPosition,
) -> Finding {
    let last = shared.of.last().map(|last| place(last).clone());
    Finding::new(about, last)
}
