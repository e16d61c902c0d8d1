//! The maps that benches/generator makes to measure with are maps: without faults, as large as
//! asked, and nobody is left out.

use crate::generator::{self, Land};
use rstest::rstest;
use seinhuis::domain::age::Age;
use seinhuis::domain::codes::CodeEnum;
use seinhuis::domain::event::Basis;
use seinhuis::domain::residence::Residence;
use seinhuis::domain::signal::{Facts, Particulars, Topics, Urgency};
use seinhuis::map_file::load;
use seinhuis::routing::decide;
use seinhuis::routing::map::RouteMap;

/// The maps of docs/performance.md that can be read in a test, and one that ends in the middle of a
/// district.
#[rstest]
#[case(100)]
#[case(1_000)]
#[case(1_234)]
fn a_map_to_measure_with_has_an_owner_for_every_signal(#[case] size: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.yaml");
    std::fs::write(&path, generator::map(&Land::with(size))).unwrap();
    let map = load(&path).expect("it has no faults");
    assert_eq!(map.responsibilities().len(), size);

    let at = map.settings().zone.read("2026-11-23T10:15").unwrap();
    for facts in signals(&map) {
        assert_eq!(decide(&map, &facts, at).basis, Basis::Rule, "{facts:?}");
    }
}

/// Every topic in every area, with ages, urgencies and senders in turn.
fn signals(map: &RouteMap) -> impl Iterator<Item = Facts> {
    let ages: Vec<Option<Age>> = vec![
        None,
        Some(Age::Unborn),
        Age::years(3).ok(),
        Age::years(17).ok(),
        Age::years(70).ok(),
    ];
    let senders: Vec<_> = map
        .organisations()
        .iter()
        .map(|o| Some(o.id.clone()))
        .chain([None])
        .collect();
    let places = map.topics().iter().flat_map(|topic| {
        map.areas()
            .iter()
            .map(Some)
            .chain([None])
            .map(move |area| (topic, area))
    });
    places.enumerate().map(move |(n, (topic, area))| Facts {
        topics: Topics::new(topic.id.clone(), []).unwrap(),
        particulars: Particulars {
            age: ages[n % ages.len()],
            residence: area.map(|area| Residence::Area(area.id.clone())),
            urgency: Urgency::ALL[n / 3 % Urgency::ALL.len()],
            ..Particulars::default()
        },
        sender: senders[n % senders.len()].clone(),
    })
}

#[test]
fn alertmanager_gets_one_route_for_every_responsibility() {
    let land = Land::with(1_000);
    let config = generator::config(&land);
    assert_eq!(config.matches("  - receiver: ").count(), 1_000);
    assert!(
        land.claims
            .iter()
            .all(|claim| config.contains(&format!("- name: {}\n", claim.owner)))
    );
}
