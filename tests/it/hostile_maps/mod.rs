//! Maps that mean ill: each gets its answer, with its place or as a plain refusal, in little memory
//! and little time.
//!
//! The small ones stand in maps/, the large ones are made by `made.rs`. What is said of each stands
//! in small.txt and large.txt. After a change of the sentences: `SNAPSHOTS=overwrite cargo test
//! --test hostile_maps`, and read the difference. Without optimisation the lid on the time of the
//! processor is ten seconds; `cargo test --release --test it hostile_maps::` holds every map to one.

#![cfg(target_os = "linux")]

mod made;

use std::fs;

use crate::common::{PROGRAM, Run, World};
use seinhuis::domain::words::is_hidden;
use snapbox::{Assert, Data};

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile_maps");

/// What the program may ask of memory, in KiB, whether it uses it or not.
const MEMORY: u32 = 64 * 1024;
const TOO_LARGE: &str = "error: The map is larger than 20 MiB; more is not read.";
/// Seconds of the processor.
const TIME: u32 = if cfg!(debug_assertions) { 10 } else { 1 };

/// A world with every small map in it.
fn world() -> (World, Vec<String>) {
    let mut world = World::new();
    let mut names = Vec::new();
    for file in fs::read_dir(format!("{HERE}/maps"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        world = world.file(&name, fs::read(&file).unwrap());
        names.push(name);
    }
    names.sort();
    (world, names)
}

/// Runs the program with so much memory, in KiB.
fn run_within(memory: u32, world: &World, arguments: &[&str]) -> Run {
    let script = format!("ulimit -d {memory}; ulimit -t {TIME}; ulimit -c 0; exec \"$0\" \"$@\"");
    let all = ["-c", &script, PROGRAM]
        .into_iter()
        .chain(arguments.iter().copied());
    Run::of(&mut world.command("/bin/sh", all), b"")
}

/// What is said of a map, after making sure that it is an answer.
fn answer(world: &World, map: &str) -> String {
    let run = run_within(MEMORY, world, &["map", "check", map]);
    let all = format!("{}{}", run.out, run.err);
    assert!(steers_nothing(&all), "{map}: {run:?}");
    assert!(
        all.len() < 32 * 1024,
        "{map}: {} bytes are more than anybody reads",
        all.len()
    );
    assert_eq!(run.code, 4, "{map}: {run}");
    let answer = all.lines().next().unwrap_or_default();
    let placed = answer
        .split(": ")
        .next()
        .unwrap()
        .rsplitn(3, ':')
        .filter(|number| number.parse::<u32>().is_ok())
        .count()
        == 2;
    let plain = [TOO_LARGE, "error (missing-key): The map lacks the key "];
    assert!(
        placed || plain.iter().any(|plain| answer.starts_with(plain)),
        "{map}: {run}"
    );
    if placed {
        answer.to_owned()
    } else {
        format!("{map}: {answer}")
    }
}

fn steers_nothing(text: &str) -> bool {
    !text
        .chars()
        .any(|c| (c.is_control() && c != '\n') || is_hidden(c))
}

#[track_caller]
fn are_as_written_down(answers: &[String], file: &str) {
    let there = format!("{HERE}/{file}");
    Assert::new().action_env("SNAPSHOTS").eq(
        answers.join("\n") + "\n",
        Data::read_from(there.as_ref(), None).raw(),
    );
}

#[test]
fn every_small_map_gets_its_answer() {
    let (world, maps) = world();
    let answers: Vec<String> = maps.iter().map(|map| answer(&world, map)).collect();
    are_as_written_down(&answers, "small.txt");
    // Who routes by it gets no other answer.
    for map in &maps {
        let routed = run_within(
            MEMORY,
            &world,
            &[
                "route",
                "--as=gemeente",
                "--topic=parenting",
                "--routes",
                map,
            ],
        );
        routed.exit(4).no_answer();
        assert!(steers_nothing(&routed.err), "{map}: {routed:?}");
    }
}

#[test]
fn every_large_map_gets_its_answer() {
    let world = World::new();
    let mut answers = Vec::new();
    for (name, text) in made::maps() {
        fs::write(world.path(name), text).unwrap();
        answers.push(answer(&world, name));
        fs::remove_file(world.path(name)).unwrap();
    }
    are_as_written_down(&answers, "large.txt");
}

#[test]
fn a_hundred_megabytes_are_not_read_nor_a_file_without_an_end() {
    let world = World::new();
    fs::File::create(world.path("large.yaml"))
        .unwrap()
        .set_len(100_000_000)
        .unwrap();
    for map in ["large.yaml", "/dev/zero"] {
        assert_eq!(answer(&world, map), format!("{map}: {TOO_LARGE}"));
    }
}

#[test]
fn a_folder_is_read_one_folder_deep_whatever_is_in_it() {
    let world = World::new();
    let run = world.shell(
        "mkdir -p map/in/deeper && cp routes.yaml map && mkfifo map/pipe.yaml && ln -s .. map/loop
         n=0; deep=map/in/deeper; while [ $n -lt 500 ]; do deep=$deep/d; n=$((n+1)); done; mkdir -p $deep; echo '*x' > $deep/x.yaml
         ulimit -t 10; $SEINHUIS map check map",
    );
    // The folder above is a folder in it, and has the same map.
    run.exit(4)
        .said("loop/routes.yaml")
        .said("given-twice")
        .never_shows("d/d");
    world
        .shell("rm map/loop; $SEINHUIS map check map")
        .exit(0)
        .said("organisations with");
}

#[test]
fn the_names_of_files_steer_nothing() {
    let world = World::new();
    fs::create_dir(world.path("map")).unwrap();
    for name in [
        "a\u{1b}]0;t\u{7}.yaml",
        "b\nc.yaml",
        "d\u{202e}.yaml",
        "e\u{9b}2J.yml",
    ] {
        fs::write(world.path("map").join(name), "*x").unwrap();
    }
    let run = world.run(["map", "check", "map"]);
    run.exit(4).said(":1:1: error (format)");
    assert!(steers_nothing(&run.out), "{run:?}");
}

/// Without this, a limit that does not hold would let every map pass.
#[test]
fn the_limit_on_memory_limits() {
    let world = World::new();
    run_within(MEMORY, &world, &["map", "check", "routes.yaml"]).exit(0);
    // A file that may still be read, and does not fit.
    fs::write(world.path("spaces.yaml"), " ".repeat(20 << 20)).unwrap();
    assert_eq!(
        run_within(MEMORY, &world, &["map", "check", "spaces.yaml"]).code,
        4
    );
    assert_ne!(
        run_within(16 * 1024, &world, &["map", "check", "spaces.yaml"]).code,
        4
    );
}
