//! The map that is used when nothing sets one: the one beside the settings; else the one in the
//! current folder, and then each verb that records names it.

use std::fs;

use rstest::rstest;

use crate::common::{PROGRAM, REPORT, Run, World};
use crate::trial_registers::{COORDINATOR, OWNER, READS, RECORDS, SENDER};

const WARNING: &str = "because you are in that folder.";

fn world() -> World {
    World::new().file(
        "signals.csv",
        "sender,reference,topics,area,discussed,seen\nkraamzorg-de-wieg,R1,parenting,3004,yes,x\n",
    )
}

/// Nothing sets the map; `routes.yaml` lies in the folder.
fn run(world: &World, by: &str, typed: &[&str]) -> Run {
    let mut command = world.command(PROGRAM, typed);
    command.env_remove("SEINHUIS_ROUTES");
    Run::of(command.env("SEINHUIS_AS", by), b"")
}

/// The example map, in which another organisation has the code of JGZ Waterdam.
fn left_by_a_colleague(world: &World) -> String {
    let map = fs::read_to_string(world.path("routes.yaml")).unwrap();
    let name = "name: JGZ Waterdam";
    assert!(map.contains(name));
    map.replacen(name, "name: Somebody Else", 1)
}

#[test]
fn every_verb_that_records_names_the_map_of_the_current_folder_once() {
    let world = world().reported();
    let path = fs::canonicalize(world.path(""))
        .unwrap()
        .join("routes.yaml");
    let named = format!("warning: The map is {}, {WARNING}", path.display());
    for &(by, typed) in RECORDS {
        let run = run(&world, by, typed);
        assert_eq!(
            run.exit(0).err.matches(&named).count(),
            1,
            "{typed:?}\n{run}"
        );
        assert!(!run.out.contains(WARNING), "{run}");
    }
}

#[test]
fn what_only_reads_does_not_name_it() {
    let world = world().reported();
    for &(by, typed) in READS {
        let run = run(&world, by, typed);
        assert!([0, 6].contains(&run.code), "{typed:?}\n{run}");
        run.never_shows(WARNING);
    }
}

#[rstest]
#[case::the_option(World::new(), "", &["--routes=routes.yaml"])]
#[case::the_variable(World::new(), "routes.yaml", &[])]
#[case::the_configuration(World::new().config("routes: ../../routes.yaml\n"), "", &[])]
fn who_sets_the_map_is_not_told_which_it_is(
    #[case] world: World,
    #[case] variable: &str,
    #[case] option: &[&str],
) {
    let mut command = world.command(PROGRAM, [&REPORT[..], option].concat());
    command.envs([("SEINHUIS_ROUTES", variable), ("SEINHUIS_AS", SENDER)]);
    Run::of(&mut command, b"").exit(0).never_shows(WARNING);
}

#[test]
fn the_command_that_is_told_sets_the_map_for_good() {
    let world = world();
    run(&world, SENDER, &REPORT)
        .exit(0)
        .told("seinhuis config set routes routes.yaml");
    run(&world, SENDER, &["config", "set", "routes", "routes.yaml"]).exit(0);
    let dutch = run(&world, OWNER, &["accept", "K7M4", "--lang=nl"]);
    dutch.exit(0).never_shows("omdat je in die map staat");
}

#[test]
fn it_is_told_in_dutch_too() {
    run(&world(), SENDER, &[&REPORT[..], &["--lang=nl"]].concat())
        .exit(0)
        .told("let op: De kaart is ")
        .told("omdat je in die map staat.")
        .told("seinhuis instellingen zet routes routes.yaml");
}

#[test]
fn the_map_beside_the_settings_goes_before_one_that_lies_in_the_current_folder() {
    let world = world().config("lang: en\n");
    let ours = fs::read(world.path("routes.yaml")).unwrap();
    let theirs = left_by_a_colleague(&world);
    let world = world
        .file("config/seinhuis/routes.yaml", ours)
        .file("routes.yaml", theirs);
    let reported = run(&world, SENDER, &REPORT);
    reported
        .exit(0)
        .said("JGZ Waterdam")
        .never_shows("Somebody Else")
        .never_shows(WARNING);
    let config = run(&world, COORDINATOR, &["config", "--format=json"]).json();
    assert_eq!(config["settings"][0]["source"], "default");
    assert_eq!(
        config["settings"][0]["value"],
        world.path("config/seinhuis/routes.yaml").to_str().unwrap()
    );
    // Without it the one of the folder is taken, and said to be.
    fs::remove_file(world.path("config/seinhuis/routes.yaml")).unwrap();
    let config = run(&world, COORDINATOR, &["config", "--format=json"]).json();
    assert_eq!(config["settings"][0]["source"], "folder");
    run(&world, COORDINATOR, &["config"])
        .exit(0)
        .said("routes.yaml   (in this folder)");
}

/// What lies beside the settings and cannot be read is an error, not a reason to look elsewhere.
#[cfg(unix)]
#[test]
fn a_link_to_nowhere_beside_the_settings_is_an_error() {
    let world = world().config("lang: en\n");
    std::os::unix::fs::symlink("nowhere.yaml", world.path("config/seinhuis/routes.yaml")).unwrap();
    run(&world, SENDER, &REPORT)
        .exit(4)
        .no_answer()
        .told("is a link to nowhere");
    assert!(!world.register().exists());
}
