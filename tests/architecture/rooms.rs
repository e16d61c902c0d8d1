//! The rooms: which of them each may name, and what the pure ones do not touch.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{code, names, none, rust_files, table_under};

/// Each room and the rooms that it may name. ARCHITECTURE.md says the same.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("exit_code", &[]),
    ("domain", &[]),
    ("overview", &["domain"]),
    ("map_parts", &["domain"]),
    ("routing", &["domain", "map_parts"]),
    ("lookup", &["domain", "map_parts", "routing"]),
    ("follow_up", &["domain", "map_parts", "routing"]),
    (
        "map_analysis",
        &["domain", "routing", "lookup", "follow_up"],
    ),
    ("map_file", &["domain", "routing", "lookup", "map_analysis"]),
    ("register", &["domain", "overview"]),
    (
        "output",
        &["exit_code", "domain", "routing", "map_analysis", "register"],
    ),
    (
        "exchange",
        &["domain", "routing", "lookup", "register", "output"],
    ),
    (
        "errors",
        &[
            "exit_code",
            "domain",
            "routing",
            "lookup",
            "map_file",
            "register",
            "output",
            "exchange",
        ],
    ),
    (
        "context",
        &[
            "exit_code",
            "domain",
            "routing",
            "lookup",
            "map_file",
            "register",
            "output",
            "errors",
        ],
    ),
    (
        "verbs",
        &[
            "exit_code",
            "domain",
            "overview",
            "routing",
            "lookup",
            "follow_up",
            "map_analysis",
            "map_file",
            "register",
            "output",
            "exchange",
            "errors",
            "context",
        ],
    ),
    (
        "cli",
        &[
            "exit_code",
            "domain",
            "overview",
            "routing",
            "lookup",
            "follow_up",
            "map_analysis",
            "map_file",
            "register",
            "output",
            "exchange",
            "errors",
            "context",
            "verbs",
        ],
    ),
];

/// Tests that take their map from a file, from a room that may not read one.
const TESTS_THAT_MAY_NAME: &[(&str, &str)] = &[
    ("src/exchange/export/read_back_tests.rs", "map_file"),
    ("src/output/region/tests.rs", "map_file"),
];

/// What the pure rooms do not touch.
const IMPURE: &[&str] = &["fs", "env", "io", "process", "net", "time", "thread"];

#[test]
fn each_room_names_only_the_rooms_below_it() {
    let mut complaints = Vec::new();
    for (room, may) in MAY_NAME {
        for source in rust_files()
            .iter()
            .filter(|source| source.room() == Some(room))
        {
            for (other, _) in MAY_NAME
                .iter()
                .filter(|(other, _)| other != room && !may.contains(other))
            {
                let path = format!("crate::{other}");
                if TESTS_THAT_MAY_NAME.contains(&(&*source.path, *other)) {
                    continue;
                }
                for line in source.lines_that(|line| names(line, &path)) {
                    complaints.push(format!(
                        "{}:{line} names the room {other}; {room} may not know of it.",
                        source.path
                    ));
                }
            }
            for line in source.lines_that(|line| line.contains("crate::{")) {
                complaints.push(format!(
                    "{}:{line} names several rooms at once; write one `use` for each.",
                    source.path
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_architecture_tells_the_same_about_the_rooms() {
    let rows = table_under("ARCHITECTURE.md", "## Which way the rooms look");
    let there: BTreeMap<&str, BTreeSet<&str>> = rows
        .iter()
        .map(|row| {
            (
                code(&row[0]),
                row[1]
                    .split(", ")
                    .map(code)
                    .filter(|room| *room != "–")
                    .collect(),
            )
        })
        .collect();
    let here: BTreeMap<&str, BTreeSet<&str>> = MAY_NAME
        .iter()
        .map(|(room, may)| (*room, may.iter().copied().collect()))
        .collect();
    assert_eq!(
        there, here,
        "ARCHITECTURE.md and the table of this test differ"
    );
}

/// What an answer may not know: it is data, whoever asked for it and however it is shown.
const NO_ANSWER_NAMES: &[&str] = &["clap", "crate::cli", "crate::context"];

#[test]
fn no_answer_knows_how_it_was_asked_for() {
    let mut complaints = Vec::new();
    let answers: Vec<_> = rust_files()
        .iter()
        .filter(|source| source.room() == Some("verbs") && source.path.contains("/answer"))
        .collect();
    assert!(answers.len() > 30, "the answers were found");
    for source in answers {
        for path in NO_ANSWER_NAMES {
            for line in source.lines_that(|line| names(line, path)) {
                complaints.push(format!(
                    "{}:{line} names {path}; an answer is data alone.",
                    source.path
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_pure_rooms_touch_neither_files_nor_clock() {
    let mut complaints = Vec::new();
    for source in rust_files().iter().filter(|source| {
        matches!(
            source.room(),
            Some(
                "domain"
                    | "overview"
                    | "map_parts"
                    | "routing"
                    | "lookup"
                    | "follow_up"
                    | "map_analysis"
            )
        )
    }) {
        for part in IMPURE {
            for line in source.lines_that(|line| names(line, &format!("std::{part}"))) {
                complaints.push(format!(
                    "{}:{line} names std::{part}; domain, overview, map_parts, routing, lookup, follow_up and map_analysis are pure.",
                    source.path
                ));
            }
        }
        for line in source.lines_that(|line| line.contains("std::{")) {
            complaints.push(format!(
                "{}:{line} names several parts of std at once; write one `use` for each.",
                source.path
            ));
        }
    }
    none(&complaints);
}
