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

/// The example map as a folder, with a file of its own for Leerplicht Waterdam. What is `named` stands
/// on top; then each file has its end.
fn in_a_folder(named: &str) -> World {
    let end = if named.is_empty() { "" } else { "...\n" };
    let world = World::new();
    let map = fs::read_to_string(world.path("routes.yaml")).unwrap();
    let (before, from_it) = map.split_at(map.find("  leerplicht-waterdam:\n").unwrap());
    let (of_it, after) = from_it.split_at(from_it.find("  woningcorporatie-havenrand:\n").unwrap());
    fs::create_dir(world.path("folder")).unwrap();
    world
        .file("folder/map.yaml", format!("{named}{before}{after}{end}"))
        .file(
            "folder/officer.yaml",
            format!("privacy_officer: gemeente-waterdam\n{end}"),
        )
        .file(FILE, format!("organisations:\n{of_it}{end}"))
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

/// Half of the file of Leerplicht Waterdam: it is YAML, and the school attendance officer owns
/// nothing any more.
const HALF: &str = "organisations:\n  leerplicht-waterdam:\n    name: Leerplicht Waterdam\n    kind: school-attendance\n";

/// As an editor saves: the file is empty for a moment, and then half of it is there.
fn save_again_and_again(file: PathBuf, halves: &[&str], until: &AtomicBool) {
    let whole = fs::read(&file).unwrap();
    while !until.load(Ordering::Relaxed) {
        for half in halves {
            fs::write(&file, half).unwrap();
            thread::sleep(Duration::from_millis(3));
        }
        fs::write(&file, &whole).unwrap();
        thread::sleep(Duration::from_millis(30));
    }
}

#[rstest]
#[case::a_folder_whose_files_are_named(NAMED, &["", HALF])]
#[case::any_folder("", &[""])]
fn while_a_file_is_saved_there_is_the_same_owner_or_a_fault(
    #[case] named: &str,
    #[case] halves: &[&str],
) {
    let world = in_a_folder(named);
    let (folder, file) = (world.path("folder"), world.path(FILE));
    let cache = world.path("cache");
    let is_done = AtomicBool::new(false);
    let owners: Vec<_> = thread::scope(|scope| {
        scope.spawn(|| save_again_and_again(file, halves, &is_done));
        let owners = (0..60).map(|_| owner(&folder, Some(&cache))).collect();
        is_done.store(true, Ordering::Relaxed);
        owners
    });
    let silent = owners.iter().flatten().find(|owner| *owner != OWNER);
    assert_eq!(silent, None);
    assert_eq!(owner(&folder, Some(&cache)).as_deref(), Ok(OWNER));
}

/// Why a map names its files: without that, a lost file and half a file change the owner in silence.
#[test]
fn in_a_folder_whose_files_are_not_named_a_lost_file_and_half_a_file_change_the_owner() {
    let world = in_a_folder("");
    let folder = world.path("folder");
    fs::write(world.path(FILE), HALF).unwrap();
    let of_half = owner(&folder, None).unwrap();
    fs::remove_file(world.path(FILE)).unwrap();
    let of_none = owner(&folder, None).unwrap();
    assert_ne!(of_half, OWNER);
    assert_ne!(of_none, OWNER);

    let world = in_a_folder(NAMED);
    let folder = world.path("folder");
    assert_eq!(owner(&folder, None).as_deref(), Ok(OWNER));
    fs::write(world.path(FILE), HALF).unwrap();
    assert_eq!(owner(&folder, None), Err(()));
    fs::remove_file(world.path(FILE)).unwrap();
    assert_eq!(owner(&folder, None), Err(()));
}

/// A village in three files, each with its end.
const VILLAGE: [(&str, &str); 3] = [
    (
        "map.yaml",
        "seinhuis: 1\nname: Dorp\ncoordinator: gemeente\nfiles: [jgz.yaml, topics.yaml]\nareas: {dorp: {name: Dorp, postcodes: [3000-3009]}}\norganisations:\n  gemeente: {name: Gemeente, kind: municipality, contact: {phone: 010-555 01 90}}\n...\n",
    ),
    (
        "topics.yaml",
        "topics:\n  parenting: {name: Parenting}\n  money:\n    name: Money\n    parts:\n      debts: {name: Debts}\n# Remarks may follow.\n...\n",
    ),
    (
        "jgz.yaml",
        "organisations:\n  jgz:\n    name: JGZ\n    kind: jgz\n    contact: {phone: 010-555 01 20}\n    owns:\n      - topics: [parenting]\n        ages: 0-4\n        feedback: status-only\n      - topics: [money]\n        areas: [dorp]\n...\n# The end.\n",
    ),
];

/// Every place where a file can be cut: none gives another map, and without the ends many do.
#[test]
fn a_file_that_is_cut_anywhere_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let reads = || open(folder.path(), None).is_ok();
    VILLAGE.iter().for_each(|(name, text)| write(name, text));
    assert!(reads());
    let mut silent = 0;
    for (name, text) in VILLAGE {
        let whole = text.find("...\n").unwrap() + "...".len();
        for cut in 0..text.len() {
            write(name, &text[..cut]);
            assert_eq!(reads(), cut >= whole, "{name} cut after {cut} bytes");
        }
        write(name, text);
    }
    for (name, text) in VILLAGE {
        write(
            name,
            &text
                .replace("...\n", "")
                .replace("files: [jgz.yaml, topics.yaml]\n", ""),
        );
    }
    assert!(reads());
    let (name, text) = VILLAGE[2];
    let bare = text.replace("...\n", "");
    for cut in 0..bare.len() {
        write(name, &bare[..cut]);
        silent += usize::from(reads());
    }
    assert!(silent > 30, "{silent} cuts are maps too");
}

#[test]
fn a_file_without_its_end_is_told_also_when_the_half_that_named_the_files_is_lost() {
    let world = in_a_folder(NAMED);
    let map = fs::read_to_string(world.path("folder/map.yaml")).unwrap();
    // Only the others end with the mark.
    let world = world.file(
        "folder/map.yaml",
        map.replace(NAMED, "").replace("...\n", ""),
    );
    let route = ["route", "--routes=folder", "--topic=parenting"];
    world
        .run(route)
        .exit(4)
        .no_answer()
        .told("map.yaml:")
        .told("The last line of this file is not \"...\".");
    world
        .run(route.iter().chain(&["--lang=nl"]))
        .exit(4)
        .told("De laatste regel van dit bestand is niet \"...\".");
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

/// Perhaps it was the folder in which the files of the organisations are.
#[cfg(unix)]
#[rstest]
#[case::of_a_folder("nowhere", "organisations", "is a link to nowhere.")]
#[case::to_itself("organisations", "organisations", "cannot be read")]
fn a_link_that_leads_nowhere_is_told_whatever_it_is_called(
    #[case] to: &str,
    #[case] name: &str,
    #[case] told: &str,
) {
    let world = in_a_folder("");
    std::os::unix::fs::symlink(to, world.path("folder").join(name)).unwrap();
    let run = world.run(["route", "--routes=folder", "--topic=parenting"]);
    run.exit(4).told(&format!("\"folder/{name}\"")).told(told);
}

#[test]
fn a_file_with_another_ending_is_no_part_of_a_map() {
    let world = in_a_folder("")
        .file("folder/notes.txt", "not: [yaml")
        .file("folder/leerplicht.yaml~", "not: [yaml")
        .file("folder/.hidden.yaml", "not: [yaml");
    assert_eq!(owner(&world.path("folder"), None).as_deref(), Ok(OWNER));
}

/// One that the map names is told when an editor gave it another ending.
#[test]
fn a_named_file_with_another_ending_is_told() {
    let world = in_a_folder(NAMED);
    fs::rename(world.path(FILE), world.path("folder/leerplicht.yaml.txt")).unwrap();
    world
        .run(["route", "--routes=folder", "--topic=parenting"])
        .exit(4)
        .told("The file \"leerplicht.yaml\" is not in the folder.");
}
