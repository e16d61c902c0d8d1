//! README.md says what the program says: its commands are run, on the Monday of its examples.
#![cfg(unix)]

use std::path::Path;
use std::process::Command;

use super::papers::shell_blocks;
use super::source::{none, read, root};

const MONDAY: &str = "2026-11-23T10:15:00+01:00";

#[test]
fn the_readme_shows_what_the_program_says() {
    let (world, readme) = (tempfile::tempdir().unwrap(), read("README.md"));
    let first = shell_blocks(&readme)[0]
        .replace("cargo run --locked --", "seinhuis")
        .replace("--register demo.db", "--id K7M4-Q2X8");
    let shown = readme
        .split("\n```\n")
        .find(|block| block.starts_with("Signal K7M4-Q2X8"))
        .unwrap();
    // What a list looks like at a terminal is not to be had here: in a pipe it has tabs.
    let later = readme.split("```\n$ ").skip(1).map(|part| {
        part.split("\n```")
            .next()
            .unwrap()
            .split_once('\n')
            .unwrap()
    });
    let later = later.filter(|(command, _)| !command.contains(" list "));
    let all: Vec<(&str, &str)> = std::iter::once((first.as_str(), shown))
        .chain(later)
        .collect();
    assert!(all.len() > 3, "the examples were found");
    let wrong = all
        .iter()
        .map(|(command, shown)| (command, shown, said(command, world.path())))
        .filter(|(_, shown, said)| without_checks(shown) != without_checks(said));
    none(
        &wrong
            .map(|(command, _, said)| {
                format!("README.md is no longer right about\n$ {command}\n{said}")
            })
            .collect::<Vec<_>>(),
    );
}

/// Of a receipt only the step is the same in every run.
fn without_checks(told: &str) -> Vec<&str> {
    let receipt = |line: &str| line.starts_with("Receipt ");
    told.trim_end()
        .lines()
        .map(|line| {
            if receipt(line) {
                line.split('-').next().unwrap_or_default()
            } else {
                line
            }
        })
        .collect()
}

fn said(command: &str, world: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_seinhuis"));
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", command])
        .current_dir(root())
        .env_clear()
        .env("HOME", world)
        .env("PATH", program.parent().unwrap());
    shell
        .env("SEINHUIS_REGISTER", world.join("register.db"))
        .env("SEINHUIS_CONFIG", world.join("config.yaml"));
    let done = shell
        .env("SEINHUIS_NOW", MONDAY)
        .env("SEINHUIS_LANG", "en")
        .output()
        .unwrap();
    String::from_utf8(if done.status.success() {
        done.stdout
    } else {
        done.stderr
    })
    .unwrap()
}
