//! Every map in tests/checks trips one check, alone; the file beside it holds what is said of that,
//! in both languages.
//!
//! After a change of the sentences: `SNAPSHOTS=overwrite cargo test --test it checks::`, and read the
//! difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::World;
use seinhuis::domain::codes::CodeEnum as _;
use seinhuis::exit_code::Exit;
use seinhuis::map_analysis::check::{Check, Severity, check};
use seinhuis::map_file::load_with_files;
use seinhuis::output::answer::{Answer as _, Data as _, Format, write};
use seinhuis::output::i18n::{Language, Texts};
use seinhuis::output::screen::RenderContext;
use seinhuis::verbs::map::check::answer::{CheckView, CheckedMap};
use serde_json::Value;
use snapbox::{Assert, Data};

const MAPS: &str = "tests/checks";

fn maps() -> Vec<PathBuf> {
    let all = fs::read_dir(MAPS)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut maps: Vec<PathBuf> = all
        .filter(|path| path.is_dir() || path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    maps.sort();
    maps
}

/// `dispute` of `tests/checks/dispute+known.yaml`.
fn check_of(map: &Path) -> Check {
    let name = map
        .with_extension("")
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    Check::from_code(name.split('+').next().unwrap())
        .unwrap_or_else(|| panic!("{name} is no check"))
}

fn checked(path: &Path, strict: bool) -> CheckView {
    let checked = match load_with_files(path) {
        Ok((map, files)) => {
            let findings = check(&map, "2026-11-23".parse().unwrap(), &BTreeSet::new());
            CheckedMap::Map {
                map: Box::new(map),
                files,
                findings,
            }
        }
        Err(faults) => CheckedMap::Faults(faults),
    };
    CheckView::new(checked, [], strict, Some(&path.to_string_lossy()))
}

#[test]
fn every_check_has_a_map_that_trips_it() {
    let tripped: BTreeSet<Check> = maps().iter().map(|map| check_of(map)).collect();
    let never: Vec<&Check> = Check::ALL
        .iter()
        .filter(|check| !tripped.contains(check))
        .collect();
    assert_eq!(never, Vec::<&Check>::new());
}

#[test]
fn every_map_trips_its_check_and_no_other() {
    for map in maps() {
        let found = checked(&map, false).json();
        let tripped: BTreeSet<&str> = found["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| f["check"].as_str().unwrap())
            .collect();
        assert_eq!(
            tripped,
            BTreeSet::from([check_of(&map).code()]),
            "{}",
            map.display()
        );
    }
}

#[test]
fn every_finding_is_told_as_the_file_beside_the_map_says() {
    for map in maps() {
        let checked = checked(&map, false);
        let said = [Language::Nl, Language::En].map(|language| {
            let texts = Texts::new(language);
            let now = "2026-11-23T10:15:00+01:00".parse().unwrap();
            write(
                &checked,
                Format::Table,
                &RenderContext {
                    texts: &texts,
                    map: None,
                    as_they_were: None,
                    now,
                    width: None,
                    colour: false,
                },
            )
        });
        let beside = Path::new(MAPS).join(map.with_extension("txt").file_name().unwrap());
        Assert::new()
            .action_env("SNAPSHOTS")
            .eq(said.join("\n"), Data::read_from(&beside, None).raw());
    }
}

#[test]
fn a_finding_is_as_bad_as_its_check_and_an_admitted_one_is_a_note() {
    for map in maps() {
        for finding in checked(&map, false).json()["findings"].as_array().unwrap() {
            let known = finding.get("known_until").is_some_and(|day| !day.is_null());
            let expected = if known {
                Severity::Note
            } else {
                check_of(&map).severity()
            };
            assert_eq!(finding["severity"], expected.code(), "{}", map.display());
        }
    }
}

#[test]
fn errors_end_with_code_4_and_warnings_do_when_it_is_strict_and_notes_never() {
    for map in maps() {
        let lenient = checked(&map, false);
        let worst = |found: &Value| {
            let severities: Vec<&str> = found["findings"]
                .as_array()
                .unwrap()
                .iter()
                .map(|f| f["severity"].as_str().unwrap())
                .collect();
            Severity::ALL
                .iter()
                .copied()
                .find(|severity| severities.contains(&severity.code()))
                .unwrap()
        };
        let (worst, lenient_exit) = (worst(&lenient.json()), lenient.exit());
        let strict_exit = checked(&map, true).exit();
        let expected = match worst {
            Severity::Error => (Exit::MapInvalid, Exit::MapInvalid),
            Severity::Warning => (Exit::Done, Exit::MapInvalid),
            Severity::Note => (Exit::Done, Exit::Done),
        };
        assert_eq!((lenient_exit, strict_exit), expected, "{}", map.display());
    }
}

#[test]
fn a_witness_shows_what_is_said_when_its_command_is_run() {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut run = 0;
    for map in maps().iter().filter(|map| {
        ["dispute", "gap", "acute-unowned", "gap-when-unknown"].contains(&check_of(map).code())
    }) {
        for finding in checked(map, false).json()["findings"].as_array().unwrap() {
            let command =
                finding["command"]
                    .as_str()
                    .unwrap()
                    .replacen("seinhuis", "\"$SEINHUIS\"", 1);
            let basis = if finding["check"] == "dispute" {
                "dispute"
            } else {
                "gap"
            };
            let answer = World::new().shell(&format!("cd {root} && {command} --format json"));
            assert_eq!(answer.exit(0).json()["basis"], basis, "{command}");
            run += 1;
        }
    }
    assert!(run > 5, "{run}");
}

#[test]
fn the_list_tells_every_check_and_what_it_sees_to() {
    for language in ["nl", "en"] {
        let listed = World::new().lang(language).run(["map", "check", "--list"]);
        let lines: Vec<Vec<&str>> = listed
            .exit(0)
            .out
            .lines()
            .map(|line| line.split('\t').collect())
            .collect();
        let names: Vec<&str> = lines.iter().map(|line| line[0]).collect();
        assert_eq!(
            names,
            Check::ALL
                .iter()
                .map(|check| check.code())
                .collect::<Vec<_>>()
        );
        assert!(lines.iter().all(|line| line[2].ends_with('.')), "{listed}");
    }
}

#[test]
fn a_check_that_is_allowed_is_skipped_and_the_answer_says_so() {
    let contact = ["map", "check", "--strict", "old.yaml"];
    let world = World::new().file(
        "old.yaml",
        fs::read(Path::new(MAPS).join("unchecked-contact.yaml")).unwrap(),
    );
    world
        .run(contact)
        .exit(4)
        .said("warning (unchecked-contact)");
    let allowed = world.run([&contact[..], &["--allow=unchecked-contact"]].concat());
    allowed
        .exit(0)
        .said("Skipped: unchecked-contact.")
        .never_shows("warning");
    let several = world
        .run(
            [
                &contact[..],
                &["--allow=gap", "--allow=unchecked-contact", "--format=json"],
            ]
            .concat(),
        )
        .exit(0)
        .json();
    assert_eq!(
        several["skipped"],
        serde_json::json!(["gap", "unchecked-contact"])
    );
}

#[test]
fn what_a_map_cannot_do_without_is_not_skipped_and_an_unknown_check_is_answered_with_the_nearest() {
    World::new()
        .run(["map", "check", "--allow=format"])
        .exit(2)
        .told("cannot be skipped")
        .no_answer();
    World::new()
        .run(["map", "check", "--allow=disputes"])
        .exit(2)
        .told("Did you mean \"dispute\"?");
    World::new()
        .lang("nl")
        .run(["map", "check", "--allow=disputes"])
        .exit(2)
        .told("Bedoel je \"dispute\"?");
    World::new()
        .run(["map", "check", "--allow=x"])
        .exit(2)
        .told("map check --list");
}

#[test]
fn the_example_map_has_nothing_but_its_open_points() {
    let strict = World::new()
        .run(["map", "check", "--strict", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(
        (&strict["errors"], &strict["warnings"]),
        (&Value::from(0), &Value::from(0))
    );
    let known = strict["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| !finding["known_until"].is_null());
    assert_eq!(
        known
            .map(|finding| finding["check"].as_str().unwrap())
            .collect::<Vec<_>>(),
        ["dispute", "gap", "gap"]
    );
}

#[test]
fn a_line_for_each_finding_and_a_spreadsheet_hold_the_findings_alone() {
    let world = World::new();
    let told = |format: &str| world.run(["map", "check", format]).exit(0).out.clone();
    let whole: Value = serde_json::from_str(&told("--format=json")).unwrap();
    let lines: Vec<Value> = told("--format=jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(whole["findings"].as_array().unwrap(), &lines);
    assert_eq!(
        csv::Reader::from_reader(told("--format=csv").as_bytes())
            .records()
            .count(),
        lines.len()
    );
}
