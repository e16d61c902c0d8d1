mod content;
#[cfg(unix)]
mod files;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use crate::domain::age::Age;
use crate::domain::codes::CodeEnum as _;
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::map_file::cache::{file_of, write};
use crate::map_file::{load, open, parse, source};
use crate::routing::decide;
use crate::routing::map::{MapParts, RouteMap};

const EXAMPLE: &str = "routes.yaml";

/// A folder with a copy of the example map, and one for maps that are kept.
fn world() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (map, cache) = (
        folder.path().join("routes.yaml"),
        folder.path().join("cache"),
    );
    fs::copy(EXAMPLE, &map).unwrap();
    (folder, map, cache)
}

fn only_file(folder: &Path) -> PathBuf {
    let files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let [only] = files.as_slice() else {
        panic!("{files:?}")
    };
    only.clone()
}

/// What the files hold.
fn parts(map: &Path) -> MapParts {
    parse(&source::gather(map, source::FileSelection::Map).unwrap()).unwrap()
}

/// Keeps something else in the place of this map: of this build, of its digest, with a right
/// checksum.
fn plant(map: &Path, cache: &Path, change: fn(&mut MapParts)) -> PathBuf {
    let mut parts = parts(map);
    change(&mut parts);
    let file = file_of(cache, map).unwrap();
    write(&file, &parts).unwrap();
    file
}

/// A claimant fewer, and nothing else that could be noticed.
fn without_the_last_claimant(parts: &mut MapParts) {
    parts.responsibilities.pop().unwrap();
}

/// Everything that the two hold.
fn assert_same(one: &RouteMap, other: &RouteMap) {
    assert_eq!(one.settings(), other.settings());
    assert_eq!((one.topics(), one.areas()), (other.topics(), other.areas()));
    assert_eq!(one.organisations(), other.organisations());
    assert_eq!(one.responsibilities(), other.responsibilities());
    assert_eq!(one.open_points(), other.open_points());
    for organisation in one.organisations().iter() {
        assert_eq!(other.organisation(&organisation.id), Some(organisation));
        assert!(
            one.owned_by(&organisation.id)
                .eq(other.owned_by(&organisation.id))
        );
    }
    assert!(
        other.organisation(&"zzz".parse().unwrap()).is_none()
            && other.organisation(&"a".parse().unwrap()).is_none()
    );
}

#[test]
fn the_second_run_finds_the_map_kept() {
    let (_keep, map, cache) = world();
    let first = open(&map, Some(&cache)).unwrap();
    let file = only_file(&cache);
    let written = fs::metadata(&file).unwrap().modified().unwrap();
    let second = open(&map, Some(&cache)).unwrap();
    assert_same(&first, &second);
    assert_eq!(
        fs::metadata(&file).unwrap().modified().unwrap(),
        written,
        "it is not written again"
    );
}

#[test]
fn a_place_has_the_name_that_was_typed() {
    let (_keep, map, cache) = world();
    let other = map.with_file_name(".").join("routes.yaml");
    for path in [&map, &other, &map, &other] {
        let opened = open(path, Some(&cache)).unwrap();
        let place = &opened.topics()[0].place;
        assert_eq!(*place.file, *path.to_string_lossy());
    }
}

#[test]
fn an_edited_map_is_never_answered_from_the_old_one() {
    let (_keep, map, cache) = world();
    open(&map, Some(&cache)).unwrap();
    let modified = fs::metadata(&map).unwrap().modified().unwrap();
    let text = fs::read_to_string(&map).unwrap();
    fs::write(&map, text.replace("010-555 01 20", "010-555 01 99")).unwrap();
    // Same length, same time stamp: only the content tells.
    fs::File::options()
        .write(true)
        .open(&map)
        .unwrap()
        .set_modified(modified)
        .unwrap();
    let edited = open(&map, Some(&cache)).unwrap();
    let contact = edited
        .organisation(&"jgz-waterdam".parse().unwrap())
        .unwrap()
        .contact
        .clone()
        .unwrap();
    assert_eq!(contact.phone.unwrap(), "010-555 01 99");
    only_file(&cache);
    assert_same(&edited, &open(&map, Some(&cache)).unwrap());
}

#[test]
fn a_map_with_a_fault_is_refused_whatever_was_kept() {
    let (_keep, map, cache) = world();
    open(&map, Some(&cache)).unwrap();
    fs::write(
        &map,
        fs::read_to_string(&map)
            .unwrap()
            .replace("coordinator: gemeente-waterdam", "coordinator: nobody"),
    )
    .unwrap();
    assert!(open(&map, Some(&cache)).is_err());
    assert!(open(&map, None).is_err());
}

#[test]
fn what_stands_in_the_way_only_costs_time() {
    let (_keep, map, cache) = world();
    fs::write(&cache, "a file where the folder should be").unwrap();
    let whole = open(&map, Some(&cache)).unwrap();
    fs::remove_file(&cache).unwrap();
    assert_same(&whole, &open(&map, Some(&cache)).unwrap());

    let file = only_file(&cache);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_same(&whole, &open(&map, Some(&cache)).unwrap());
    assert_same(&whole, &open(&map, None).unwrap());
}

#[test]
fn runs_that_keep_a_map_at_once_all_get_the_whole_map() {
    let (_keep, map, cache) = world();
    let whole = load(&map).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                (0..3).for_each(|_| assert_same(&whole, &open(&map, Some(&cache)).unwrap()))
            });
        }
    });
    only_file(&cache);
}

#[test]
fn another_map_is_not_used() {
    let (keep, map, cache) = world();
    let whole = open(&map, Some(&cache)).unwrap();
    let other = keep.path().join("other.yaml");
    fs::write(
        &other,
        fs::read_to_string(&map).unwrap().replace(
            "name: {nl: Waterdam en Veenbroek, en: Waterdam and Veenbroek}",
            "name: Elsewhere",
        ),
    )
    .unwrap();
    let elsewhere = keep.path().join("elsewhere");
    open(&other, Some(&elsewhere)).unwrap();
    fs::copy(only_file(&elsewhere), only_file(&cache)).unwrap();
    assert_same(&whole, &open(&map, Some(&cache)).unwrap());
}

/// One signal for the example map, out of its own topics, areas and organisations.
fn facts(
    map: &RouteMap,
    topics: &[prop::sample::Index],
    [area, urgency, sender]: [prop::sample::Index; 3],
    age: Option<u16>,
) -> Facts {
    let topics = topics
        .iter()
        .map(|pick| pick.get(map.topics()).id.clone())
        .collect();
    let (areas, organisations) = (map.areas(), map.organisations());
    let area = areas
        .get(area.index(areas.len() + 1))
        .map(|area| area.id.clone());
    let sender = organisations
        .get(sender.index(organisations.len() + 1))
        .map(|o| o.id.clone());
    Facts {
        topics: Topics::from_list(topics).unwrap(),
        particulars: Particulars {
            age: age.map(Age::Months),
            residence: area.map(Residence::Area),
            urgency: *urgency.get(Urgency::ALL),
            ..Particulars::default()
        },
        sender,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_damaged_map_is_not_used(places in prop::collection::vec(any::<prop::sample::Index>(), 6), bit in 0..8u32, cut in any::<bool>()) {
        let (_keep, map, cache) = world();
        let whole = open(&map, Some(&cache)).unwrap();
        let file = only_file(&cache);
        let sound = fs::read(&file).unwrap();
        for place in places {
            let mut damaged = sound.clone();
            let place = place.index(damaged.len());
            if cut {
                damaged.truncate(place);
            } else {
                damaged[place] ^= 1u8 << bit;
            }
            fs::write(&file, damaged).unwrap();
            assert_same(&whole, &open(&map, Some(&cache)).unwrap());
            prop_assert_eq!(&fs::read(&file).unwrap(), &sound, "it is made again");
        }
    }

    #[test]
    fn the_map_that_was_kept_decides_as_the_files_do(
        asked in prop::collection::vec((prop::collection::vec(any::<prop::sample::Index>(), 1..4), any::<[prop::sample::Index; 3]>(), prop::option::of(0u16..900)), 40),
        hour in 0..24u32,
    ) {
        let (_keep, map, cache) = world();
        let parsed = load(&map).unwrap();
        open(&map, Some(&cache)).unwrap();
        let fresh = open(&map, Some(&cache)).unwrap();
        let at = parsed.settings().zone.read(&format!("2026-11-23T{hour:02}:00")).unwrap();
        for (topics, picks, age) in asked {
            let facts = facts(&parsed, &topics, picks, age);
            prop_assert_eq!(decide(&parsed, &facts, at), decide(&fresh, &facts, at));
        }
    }
}
