//! From what was typed to a map with every reference resolved.

use crate::map_file::areas::Areas;
use crate::map_file::escalation;
use crate::map_file::faults::FaultCollector;
use crate::map_file::handover;
use crate::map_file::merge::{InFile, MapEntries};
use crate::map_file::organisations::Organisations;
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::map_file::responsibilities::KnownNames;
use crate::map_file::settings;
use crate::map_file::topics::TopicTree;
use crate::routing::handover::Handover;
use crate::routing::map::{MapParts, MapSettings};

/// Builds the parts of a map, which may be used only when `faults` stays empty.
pub(super) fn parts(
    typed: MapEntries<'_>,
    digest: String,
    faults: &mut FaultCollector<'_>,
) -> Option<MapParts> {
    report_missing_keys(&typed, faults);
    let organisations = Organisations::read(&typed.organisations, faults);
    let topics = TopicTree::read(&typed.topics, faults);
    let areas = Areas::read(&typed.areas, &organisations, faults);
    let known = KnownNames {
        topics: &topics,
        areas: &areas,
        organisations: &organisations,
    };
    let responsibilities = known.responsibilities(&typed.organisations, faults);
    let open_points = known.open_points(&typed.open_points, faults);
    let name = typed
        .name
        .and_then(|InFile { file, entry }| faults.reader(file).translated("name", entry, 80));
    let id = typed
        .id
        .and_then(|InFile { file, entry }| faults.reader(file).code(CodeKind::Map, entry));
    let coordinator = typed.coordinator.and_then(|InFile { file, entry }| {
        organisations.find_own_coordinator(&mut faults.reader(file), entry)
    });
    let privacy_officer = typed
        .privacy_officer
        .and_then(|InFile { file, entry }| organisations.find(&mut faults.reader(file), entry));
    let zone = settings::zone(&typed, faults);
    let calendar = settings::calendar(&typed, faults);
    let office_hours = settings::office_hours(&typed, faults);
    let promises = settings::promises(&typed, faults);
    let promises_place = typed
        .promises
        .map(|InFile { file, entry }| faults.reader(file).place(entry.at));
    let emergency = settings::emergency(&typed, &known, faults);
    let handover = typed
        .handover
        .map(|InFile { file, entry }| handover::read(&mut faults.reader(file), entry));
    let levels = organisations.sender_levels(typed.levels, faults);
    let escalation = escalation::read(&typed.escalation, &organisations, faults);
    let settings = MapSettings {
        name: name?,
        id,
        zone,
        calendar,
        office_hours: office_hours?,
        coordinator: coordinator?,
        privacy_officer,
        promises,
        promises_place,
        emergency,
        handover: handover.unwrap_or(Handover::CALL),
        levels,
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

fn report_missing_keys(typed: &MapEntries<'_>, faults: &mut FaultCollector<'_>) {
    settings::check_version(typed, faults);
    for (key, is_missing) in [
        ("name", typed.name.is_none()),
        ("coordinator", typed.coordinator.is_none()),
        ("topics", typed.topics.is_empty()),
        ("areas", typed.areas.is_empty()),
        ("organisations", typed.organisations.is_empty()),
    ] {
        if is_missing {
            faults.add_general(MapProblem::MissingKey { key, of: None });
        }
    }
}
