//! Two random maps, of which one is the other with edits.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::domain::codes::CodeEnum as _;
use crate::domain::event::Level;
use crate::routing::map::{AreaIx, MapParts, Responsibility, RouteMap, Topic, TopicIx, ValidDays};
use crate::routing::random_days::{WorldDays, any_world_days, parts_on};
use crate::routing::random_maps::{
    any_crowded_responsibilities, any_levels, any_responsibility, in_file_order,
};
use crate::routing::sample::read;

fn edited(
    mut all: Vec<Responsibility>,
    edits: Vec<(Index, u8)>,
    more: Vec<Responsibility>,
) -> Vec<Responsibility> {
    for (pick, edit) in edits {
        let (place, count) = (pick.index(all.len()), all.len());
        let last = all.last().unwrap().owner.clone();
        let one = &mut all[place];
        match edit {
            0 => one.owner = last,
            1 => one.accept_within = Some(read("2 working days")),
            2 => {
                one.feedback_within = if one.feedback_within.is_none() {
                    Some(read("1 week"))
                } else {
                    None
                }
            }
            3 => one.level = Level::ALL[usize::from(one.level == Level::Full)],
            4 => one.valid.from = Some(read("2026-11-26")),
            5 => one.leads = !one.leads,
            6 => one.involve = vec![read("school"), read("jgz")],
            7 => all.rotate_left(1),
            _ if count > 1 => drop(all.remove(place)),
            _ => one.priority += 1,
        }
    }
    all.extend(more);
    in_file_order(all)
}

/// The world of the new map, which differs in its trees or in what it says as a whole.
fn other_world(variant: u8, days: &WorldDays, responsibilities: Vec<Responsibility>) -> MapParts {
    let mut parts = parts_on(days, responsibilities);
    match variant {
        // One more topic stands before all others.
        1 => {
            parts.topics.iter_mut().for_each(|topic| {
                topic.parent = topic.parent.map(|TopicIx(parent)| TopicIx(parent + 1))
            });
            parts.topics.insert(
                0,
                Topic {
                    id: read("gardening"),
                    parent: None,
                    formerly: Vec::new(),
                    valid: ValidDays::default(),
                    ..parts.topics[0].clone()
                },
            );
            let written = parts
                .responsibilities
                .iter_mut()
                .filter_map(|one| one.criteria.topics.as_mut());
            written.flatten().for_each(|topic| topic.0 += 1);
        }
        // The district no longer lies in the municipality.
        2 => parts.areas[2].parent = Some(AreaIx(0)),
        // There is no Veenbroek.
        3 => {
            parts.areas.truncate(3);
            for areas in parts
                .responsibilities
                .iter_mut()
                .filter_map(|one| one.criteria.areas.as_mut())
            {
                areas.retain(|area| area.0 < 3);
            }
        }
        4 => {
            parts.settings.coordinator = read("jgz");
            parts.settings.promises.feedback_within = read("3 weeks");
        }
        // The school is not in it.
        5 => {
            parts
                .organisations
                .retain(|organisation| organisation.id.as_str() != "school");
            parts
                .responsibilities
                .retain(|one| one.owner.as_str() != "school");
            for one in &mut parts.responsibilities {
                one.involve.retain(|id| id.as_str() != "school");
            }
        }
        _ => {}
    }
    parts
}

prop_compose! {
    pub(super) fn any_two_maps()(
        old in any_crowded_responsibilities(),
        edits in proptest::collection::vec((any::<Index>(), 0u8..10), 0..4),
        more in proptest::collection::vec(any_responsibility(), 0..2),
        variant in 0u8..9,
        (levels, other_levels) in (any_levels(), any_levels()),
        (days, other_days) in (any_world_days(), any_world_days()),
    ) -> (RouteMap, RouteMap) {
        let new = edited(old.clone(), edits, more);
        let other_days = if variant % 2 == 0 { &days } else { &other_days };
        let (mut old, mut new) = (other_world(0, &days, old), other_world(variant, other_days, new));
        old.settings.levels = levels.clone();
        new.settings.levels = if variant == 6 { other_levels } else { levels };
        (RouteMap::new(old), RouteMap::new(new))
    }
}
