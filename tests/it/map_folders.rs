//! A map of a folder while its files are saved, lost and left over: an owner never changes in
//! silence.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rstest::rstest;
use seinhuis::domain::signal::{Facts, Particulars, Topics};
use seinhuis::map_file::open;
use seinhuis::routing::decide;

use crate::common::World;

const FILE: &str = "folder/leerplicht.yaml";
const OWNER: &str = "leerplicht-waterdam";

/// The example map as a folder, with a file of its own for Leerplicht Waterdam.
fn in_a_folder(named: &str) -> World {
    let world = World::new();
    let map = fs::read_to_string(world.path("routes.yaml")).unwrap();
    let (before, from_it) = map.split_at(map.find("  leerplicht-waterdam:\n").unwrap());
    let (of_it, after) = from_it.split_at(from_it.find("  woningcorporatie-havenrand:\n").unwrap());
    fs::create_dir(world.path("folder")).unwrap();
    world
        .file("folder/map.yaml", format!("{named}{before}{after}"))
        .file(
            "folder/officer.yaml",
            "privacy_officer: gemeente-waterdam\n",
        )
        .file(FILE, format!("organisations:\n{of_it}"))
}

const NAMED: &str = "files: [officer.yaml, leerplicht.yaml]\n";

/// Who owns the absence from school of a boy of 12 in Waterdam; an error when the map has a fault.
fn owner(folder: &Path, cache: Option<&Path>) -> Result<String, ()> {
    let map = open(folder, cache).map_err(drop)?;
    let facts = Facts {
        topics: Topics::new("work-education/absence".parse().unwrap(), None).unwrap(),
        particulars: Particulars {
            age: Some("12".parse().unwrap()),
            residence: Some(seinhuis::domain::residence::Residence::Area(
                "waterdam-noord".parse().unwrap(),
            )),
            ..Particulars::default()
        },
        sender: Some("scholengemeenschap-het-veen".parse().unwrap()),
    };
    let at = "2026-11-23T09:15:00Z".parse().unwrap();
    Ok(decide(&map, &facts, at).owner.to_string())
}

/// As an editor saves: the file is empty for a moment.
fn save_again_and_again(file: PathBuf, until: &AtomicBool) {
    let whole = fs::read(&file).unwrap();
    while !until.load(Ordering::Relaxed) {
        fs::write(&file, "").unwrap();
        thread::sleep(Duration::from_millis(3));
        fs::write(&file, &whole).unwrap();
        thread::sleep(Duration::from_millis(30));
    }
}

#[test]
fn while_a_file_is_saved_there_is_the_same_owner_or_a_fault() {
    let world = in_a_folder("");
    let (folder, file) = (world.path("folder"), world.path(FILE));
    let cache = world.path("cache");
    let is_done = AtomicBool::new(false);
    let owners: Vec<_> = thread::scope(|scope| {
        scope.spawn(|| save_again_and_again(file, &is_done));
        let owners = (0..60).map(|_| owner(&folder, Some(&cache))).collect();
        is_done.store(true, Ordering::Relaxed);
        owners
    });
    let silent = owners.iter().flatten().find(|owner| *owner != OWNER);
    assert_eq!(silent, None);
    assert_eq!(owner(&folder, Some(&cache)).as_deref(), Ok(OWNER));
}

#[rstest]
#[case::it_is_lost(
    None,
    "The file \"leerplicht.yaml\" is not in the folder. Put it back, or take its name out of \"files\"."
)]
#[case::it_is_empty(Some(""), "There is nothing in this file.")]
#[case::it_holds_remarks_alone(Some("# later\n"), "There is nothing in this file.")]
fn a_named_file_that_says_nothing_is_told(#[case] content: Option<&str>, #[case] told: &str) {
    let world = in_a_folder(NAMED);
    let route = [
        "route",
        "--routes=folder",
        "--topic=work-education/absence",
        "--age=12",
        "--area=3004",
    ];
    world.run(route).exit(0).said("Leerplicht Waterdam");
    match content {
        Some(content) => fs::write(world.path(FILE), content).unwrap(),
        None => fs::remove_file(world.path(FILE)).unwrap(),
    }
    // Also when the map was cached while it was whole.
    world.run(route).exit(4).no_answer().told(told);
}

#[test]
fn a_file_that_is_not_named_is_told_with_what_to_write() {
    let world = in_a_folder(NAMED).file("folder/copy.yaml", "organisations: {}\n");
    let run = world.run(["map", "check", "--routes=folder"]);
    run.exit(4).said("\"copy.yaml\" is in the folder and not in this list. Add it here: \"copy.yaml\"; or take the file away.");
    fs::remove_file(world.path("folder/copy.yaml")).unwrap();
    // Cases are no part of the map.
    let world = world.file("folder/map.test.yaml", "cases: []\n");
    assert_ne!(world.run(["map", "check", "--routes=folder"]).code, 4);
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere_is_called_so() {
    let world = in_a_folder("");
    std::os::unix::fs::symlink("nowhere.yaml", world.path("folder/gone.yaml")).unwrap();
    let run = world.run(["route", "--routes=folder", "--topic=parenting"]);
    run.exit(4)
        .told_first("error: \"folder/gone.yaml\" is a link to nowhere.")
        .never_shows("Did you mean");
}
