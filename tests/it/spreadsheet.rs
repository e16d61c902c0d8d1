//! A spreadsheet opens what was exported: days are days, codes are text, and nothing that people
//! wrote is a formula.
//!
//! LibreOffice does it here, without a window: `cargo test --test it spreadsheet:: -- --ignored`.
#![cfg(unix)]

use std::process::Command;

use crate::common::World;

/// What somebody writes who would like a spreadsheet to do something.
const HOSTILE: [&str; 5] = [
    "=1+1",
    "+2",
    "@SUM(A1)",
    "=HYPERLINK(\"http://x.example\";\"here\")",
    "-2;=2+2",
];

/// A signal with such texts wherever people write, exported with words.
fn exported(name: &str) -> World {
    let world = World::new();
    let report = [
        "report",
        "--id=K7M4-Q2X8",
        "--topic=parenting/attachment",
        "--age=5 days",
        "--area=3004",
        "--discussed",
        "--reference=0599",
    ];
    let words = [
        "--seen",
        HOSTILE[0],
        "--goes-well",
        HOSTILE[1],
        "--helpers",
        HOSTILE[2],
    ];
    let words = [
        &words[..],
        &["--own-words", HOSTILE[3], "--contact=+31 10 555 01 01"],
    ]
    .concat();
    let words: Vec<String> = words.chunks(2).map(|pair| pair.join("=")).collect();
    world
        .run_as(
            "kraamzorg-de-wieg",
            report.iter().map(|part| (*part).to_owned()).chain(words),
        )
        .exit(0);
    world
        .run_as("jgz-waterdam", ["ask", "K7M4", "--", HOSTILE[4]])
        .exit(0);
    world
        .run_as(
            "kraamzorg-de-wieg",
            ["export", "--with-words", "--output", name],
        )
        .exit(0);
    world
}

/// The file as LibreOffice understands it, in its own XML; `how` says how to open it, as one would
/// in its window.
fn opened(world: &World, name: &str, how: &[&str]) -> String {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        world.path("profile").display()
    );
    let mut office = Command::new("soffice");
    office
        .args([&profile, "--headless"])
        .args(how)
        .args(["--convert-to", "fods", name])
        .current_dir(world.path(""));
    let done = office.env("HOME", world.path("")).output();
    let done =
        done.unwrap_or_else(|error| panic!("soffice: {error}; Debian has it in libreoffice-calc"));
    let xml = world.path(name).with_extension("fods");
    std::fs::read_to_string(xml)
        .unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(&done.stderr)))
}

/// The cells that show this text, each from its tag on.
fn cells<'x>(xml: &'x str, shown: &str) -> Vec<&'x str> {
    let body = xml.split("<office:spreadsheet>").nth(1).unwrap();
    body.split("<table:table-cell")
        .filter(|cell| cell.contains(&format!("<text:p>{shown}</text:p>")))
        .collect()
}

#[track_caller]
fn is_harmless(xml: &str) {
    assert!(
        !xml.contains("table:formula") && !xml.contains("xlink:href=\"http"),
        "{xml}"
    );
}

#[test]
#[ignore = "needs LibreOffice; .ci/full has it"]
fn a_workbook_opens_with_days_as_days_and_codes_as_text() {
    let xml = opened(&exported("a.xlsx"), "a.xlsx", &[]);
    is_harmless(&xml);
    for text in [
        "K7M4-Q2X8",
        "0599",
        "+31 10 555 01 01",
        "=1+1",
        "+2",
        "@SUM(A1)",
        "-2;=2+2",
    ] {
        let found = cells(&xml, text);
        assert!(
            !found.is_empty()
                && found
                    .iter()
                    .all(|cell| cell.contains("office:value-type=\"string\"")),
            "{text}: {found:?}"
        );
    }
    for (day, times) in [
        ("2026-11-24", 2),
        ("2026-11-25", 2),
        ("2026-11-23T10:15:00", 4),
    ] {
        let dated = format!("office:value-type=\"date\" office:date-value=\"{day}\"");
        assert_eq!(xml.matches(&dated).count(), times, "{day}");
    }
    assert_eq!(xml.matches("<table:table table:name=").count(), 2);
    assert!(xml.contains("table:name=\"signals\"") && xml.contains("table:name=\"events\""));
    assert_eq!(
        xml.matches("table:display-filter-buttons=\"true\"").count(),
        2
    );
}

#[test]
#[ignore = "needs LibreOffice; .ci/full has it"]
fn a_table_opens_in_a_dutch_spreadsheet() {
    // Semicolons, quotes, UTF-8, from the first line, in Dutch, and what looks like a day is one.
    let as_in_the_window = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true";
    let xml = opened(&exported("a.csv"), "a.csv", &[as_in_the_window]);
    is_harmless(&xml);
    for text in [
        "id",
        "K7M4-Q2X8",
        "&apos;=1+1",
        "&apos;+2",
        "&apos;@SUM(A1)",
    ] {
        let found = cells(&xml, text);
        assert!(
            !found.is_empty()
                && found
                    .iter()
                    .all(|cell| cell.contains("office:value-type=\"string\"")),
            "{text}: {found:?}"
        );
    }
    for day in ["2026-11-24", "2026-11-25", "2026-11-23T10:15:00"] {
        assert!(
            xml.contains(&format!(
                "office:value-type=\"date\" office:date-value=\"{day}\""
            )),
            "{day}"
        );
    }
}
