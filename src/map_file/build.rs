//! From what was typed to a map with every reference resolved.

use crate::map_file::areas::Areas;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::escalation;
use crate::map_file::faults::FaultCollector;
use crate::map_file::merge::{In, Merged};
use crate::map_file::organisations::Organisations;
use crate::map_file::problem::MapProblem;
use crate::map_file::responsibilities::KnownNames;
use crate::map_file::settings;
use crate::map_file::topics::TopicTree;
use crate::routing::map::{MapParts, MapSettings};

/// Puts the map together. What is wrong goes to `faults`; with a fault the parts are not to be
/// used, or `None`.
pub(super) fn parts(
    merged: Merged<'_>,
    digest: String,
    faults: &mut FaultCollector<'_>,
) -> Option<MapParts> {
    settings::check_version(&merged, faults);
    for (key, there) in [
        ("name", merged.name.is_some()),
        ("coordinator", merged.coordinator.is_some()),
        ("topics", !merged.topics.is_empty()),
        ("areas", !merged.areas.is_empty()),
        ("organisations", !merged.organisations.is_empty()),
    ] {
        if !there {
            faults.add_general(MapProblem::MissingKey { key, of: None });
        }
    }
    let organisations = Organisations::read(&merged.organisations, faults);
    let topics = TopicTree::read(&merged.topics, faults);
    let areas = Areas::read(&merged.areas, &organisations, faults);
    let known = KnownNames {
        topics: &topics,
        areas: &areas,
        organisations: &organisations,
    };
    let responsibilities = known.responsibilities(&merged.organisations, faults);
    let open_points = known.open_points(&merged.open_points, faults);
    let name = merged.name.and_then(|In { file, it }| {
        EntryReader {
            file,
            faults: &mut *faults,
        }
        .text("name", it, 80)
    });
    let coordinator = merged.coordinator.and_then(|In { file, it }| {
        let mut reading = EntryReader {
            file,
            faults: &mut *faults,
        };
        organisations.coordinator(&mut reading, it)
    });
    let zone = settings::zone(&merged, faults);
    let calendar = settings::calendar(&merged, faults);
    let office_hours = settings::office_hours(&merged, faults);
    let promises = settings::promises(&merged, faults);
    let emergency = settings::emergency(&merged, &organisations, faults);
    let escalation = escalation::read(&merged.escalation, &organisations, faults);
    let settings = MapSettings {
        name: name?,
        zone,
        calendar,
        office_hours: office_hours?,
        coordinator: coordinator?,
        promises,
        emergency,
        escalation,
        digest,
    };
    Some(MapParts {
        settings,
        topics: topics.all,
        areas: areas.all,
        organisations: organisations.all,
        responsibilities,
        open_points,
    })
}
