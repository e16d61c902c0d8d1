//! Two maps side by side: what both answer to the same signals.

use std::hash::Hash;

use super::cells::Cover;
use super::chart::{Answer, Asked, Subjects, chart, groups};
use super::days::Days;
use crate::routing::map::{Area, AreaIx, MapParts, RouteMap, Topic, TopicIx};
use crate::routing::region::Region;

/// What two maps answer to every signal with one topic.
#[derive(Debug)]
pub struct Pair<L> {
    /// The topics, areas and organisations of both maps, matched by code, with nothing agreed: the regions are told in its terms. What both
    /// maps have is as the new one has it, settings too.
    pub both: RouteMap,
    /// The regions of each label.
    pub labelled: Vec<(L, Vec<Region>)>,
}

/// Labels every signal by what the old map and the new one answer, as [`super::survey`] does for one map: [`Answer::standing`] has a list for each.
///
/// A topic, area or organisation that a map does not know is to that map what it is when deciding: unknown. Office hours are each map's own.
pub fn survey_pair<L: Ord + Hash + Clone>(
    old: &RouteMap,
    new: &RouteMap,
    days: Days,
    label: impl FnMut(Asked, &[Answer<'_>]) -> Vec<Option<L>>,
) -> Pair<L> {
    let both = both(old, new);
    let (old_cover, new_cover) = (Cover::new(old, days), Cover::new(new, days));
    let numbers = |topic: TopicIx, area: Option<AreaIx>| {
        let topic = both.topic_at(topic).map(|topic| &topic.id);
        let area = area.and_then(|area| both.area_at(area)).map(|area| &area.id);
        let number =
            |map: &RouteMap, cover: &Cover<'_>| cover.number(topic.and_then(|id| map.topic_ix(id)), area.and_then(|id| map.area_ix(id)));
        vec![number(old, &old_cover), number(new, &new_cover)]
    };
    let asks = |numbers: &[u32]| [&old_cover, &new_cover].iter().zip(numbers).map(|(cover, number)| cover.ask(*number)).collect();
    let groups = groups(&both, numbers, asks);
    let organisations = both.organisations().iter().map(|organisation| organisation.id.clone());
    let labelled = chart(&groups, Subjects::OneTopic, days, organisations, label);
    Pair { labelled, both }
}

/// The new map and after it what only the old one has, with nothing agreed.
fn both(old: &RouteMap, new: &RouteMap) -> RouteMap {
    let (mut topics, mut areas) = (new.topics().to_vec(), new.areas().to_vec());
    for topic in old.topics().iter().filter(|topic| new.topic(&topic.id).is_none()) {
        let above = topic.parent.and_then(|parent| old.topic_at(parent)).map(|parent| &parent.id);
        let parent = above.and_then(|id| (0..).map(TopicIx).zip(&topics).find(|(_, topic)| topic.id == *id)).map(|(ix, _)| ix);
        topics.push(Topic { parent, ..topic.clone() });
    }
    for area in old.areas().iter().filter(|area| new.area(&area.id).is_none()) {
        let around = area.parent.and_then(|parent| old.area_at(parent)).map(|parent| &parent.id);
        let parent = around.and_then(|id| (0..).map(AreaIx).zip(&areas).find(|(_, area)| area.id == *id)).map(|(ix, _)| ix);
        areas.push(Area { parent, ..area.clone() });
    }
    let only_old = old.organisations().iter().filter(|organisation| new.organisation(&organisation.id).is_none());
    let organisations = new.organisations().iter().chain(only_old).cloned().collect();
    RouteMap::new(MapParts {
        settings: new.settings().clone(),
        topics,
        areas,
        organisations,
        responsibilities: Vec::new(),
        open_points: Vec::new(),
    })
}
