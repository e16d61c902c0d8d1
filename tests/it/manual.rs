//! The manual: a page for each command, in both languages, that `man` shows without a complaint.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::common::World;
use clap::CommandFactory as _;
use rstest::rstest;
use seinhuis::cli::args::Cli;

/// The names of the pages that there must be.
fn names(command: &clap::Command, name: &str) -> Vec<String> {
    let below = command
        .get_subcommands()
        .flat_map(|below| names(below, &format!("{name}-{}", below.get_name())));
    std::iter::once(format!("{name}.1")).chain(below).collect()
}

#[rstest]
fn each_command_has_a_page(#[values("en", "nl")] language: &str) {
    let world = World::new().lang(language);
    world.run(["man", "--output", "new/man1"]).exit(0).no_talk();
    let there: BTreeSet<String> = std::fs::read_dir(world.path("new/man1"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        there,
        names(&Cli::command(), "seinhuis").into_iter().collect()
    );
}

#[cfg(unix)]
#[rstest]
fn man_shows_each_page_without_a_complaint(#[values("en", "nl")] language: &str) {
    let world = World::new().lang(language);
    world.run(["man", "--output", "man1"]).exit(0);
    if !Path::new("/usr/bin/groff").exists() {
        return;
    }
    for file in std::fs::read_dir(world.path("man1"))
        .unwrap()
        .map(|file| file.unwrap().path())
    {
        let shown = Command::new("/usr/bin/groff")
            .args(["-man", "-ww", "-K", "utf8", "-T", "utf8"])
            .arg(&file)
            .output()
            .unwrap();
        assert_eq!(
            String::from_utf8_lossy(&shown.stderr),
            "",
            "{}",
            file.display()
        );
        assert!(
            shown.stdout.len() > 500,
            "{} is nearly empty",
            file.display()
        );
    }
}

#[test]
fn the_first_page_stands_on_standard_output() {
    let english = World::new().run(["man"]);
    english
        .exit(0)
        .no_talk()
        .said(".TH seinhuis 1 2026-11-23")
        .said(".SH \"SYNOPSIS\"")
        .said("seinhuis\\-report(1)")
        .said(".SH \"EXIT STATUS\"");
    let dutch = World::new().lang("nl").run(["handleiding"]);
    dutch
        .exit(0)
        .no_talk()
        .said(".SH \"WAT HET DOET\"")
        .said(".SH AFSLUITCODE")
        .said(".SH Opdrachten");
    for heading in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT"] {
        dutch.never_shows(&format!(".SH \"{heading}"));
    }
}

#[test]
fn a_page_that_cannot_be_written_is_named() {
    let world = World::new().file("taken", "a file");
    world
        .run(["man", "--output=taken"])
        .exit(1)
        .no_answer()
        .told("taken");
}

#[test]
fn what_was_written_is_a_value_too() {
    let world = World::new();
    let written = world.run(["man", "--output=pages", "--format=json"]).json();
    assert_eq!(written["folder"], "pages");
    assert_eq!(
        written["files"].as_array().unwrap().len(),
        names(&Cli::command(), "seinhuis").len()
    );
    assert_eq!(
        world.run(["man", "--format=json"]).json()["file"],
        "seinhuis.1"
    );
}
