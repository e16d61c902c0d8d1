//! What scripts read: keys that stay, English codes, RFC 3339 dates, the same in both languages.

mod signals;

use crate::common::World;
use rstest::rstest;
use serde_json::Value;

/// A world in which a signal has been reported, taken on, asked about and answered.
fn answered(language: &str) -> World {
    let world = World::new().lang(language).reported();
    world.run_as("jgz-waterdam", ["accept", "K7M4"]).exit(0);
    world
        .run_as("jgz-waterdam", ["ask", "K7M4", "At home?"])
        .exit(0);
    world
        .run_as("kraamzorg-de-wieg", ["reply", "K7M4", "Yes"])
        .exit(0);
    world
        .run_as(
            "jgz-waterdam",
            [
                "feedback",
                "K7M4",
                "--outcome=help-started",
                "--by=phone",
                "Thursday",
            ],
        )
        .exit(0);
    world
}

/// The keys of an object, in order.
fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// Every text below a value, with the path to it.
fn texts(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, field)| texts(&format!("{path}.{key}"), field, found)),
        Value::Array(items) => items.iter().for_each(|item| texts(path, item, found)),
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The answer in English, after making sure that it is the same in Dutch.
#[track_caller]
fn in_both_languages(answer: impl Fn(&World) -> Value) -> Value {
    let without_folder = |language: &str| {
        let world = answered(language);
        let folder = world.path("").display().to_string();
        let text = serde_json::to_string(&answer(&world)).unwrap();
        let mut answer =
            serde_json::from_str::<Value>(&text.replace(folder.trim_end_matches('/'), "")).unwrap();
        // No two registers give the same one.
        if let Some(receipt) = answer
            .get_mut("receipt")
            .filter(|receipt| receipt.is_string())
        {
            *receipt = "of this register".into();
        }
        answer
    };
    let (en, nl) = (without_folder("en"), without_folder("nl"));
    assert_eq!(en, nl);
    en
}

#[test]
fn config_answers_with_keys_that_stay() {
    let config = in_both_languages(|world| {
        let mut config = world.run(["config", "--format=json"]).exit(0).json();
        // The one setting that is meant to differ.
        config["settings"]
            .as_array_mut()
            .unwrap()
            .retain(|setting| setting["key"] != "lang");
        config
    });
    assert_eq!(keys(&config), ["file", "settings"]);
    let expected = [
        "routes", "register", "cache", "as", "person", "contact", "format", "color",
    ];
    assert_eq!(
        config["settings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|setting| setting["key"].as_str().unwrap())
            .collect::<Vec<_>>(),
        expected
    );
    assert_eq!(
        config["settings"][0],
        serde_json::json!({"key": "routes", "value": "routes.yaml", "source": "variable"})
    );
    let set = in_both_languages(|world| {
        world
            .run(["config", "set", "as", "JGZ Waterdam", "--format=json"])
            .exit(0)
            .json()
    });
    assert_eq!(
        (&set["set"], &set["value"]),
        (&"as".into(), &"jgz-waterdam".into())
    );
}

#[test]
fn register_info_answers_with_keys_that_stay() {
    let info = in_both_languages(|world| {
        world
            .run(["register", "info", "--format=json"])
            .exit(0)
            .json()
    });
    assert_eq!(
        keys(&info),
        [
            "place", "schema", "trial", "engine", "journal", "bytes", "signals", "map", "exports"
        ]
    );
    assert_eq!(
        info["signals"],
        serde_json::json!({"offered": 0, "accepted": 0, "answered": 1, "closed": 0, "withdrawn": 0})
    );
}

#[test]
fn map_check_answers_with_keys_that_stay() {
    let checked =
        in_both_languages(|world| world.run(["map", "check", "--format=json"]).exit(0).json());
    let counts = ["errors", "warnings", "notes", "skipped", "findings"];
    assert_eq!(
        keys(&checked),
        [
            &[
                "name",
                "digest",
                "organisations",
                "responsibilities",
                "topics",
                "areas"
            ][..],
            &counts
        ]
        .concat()
    );
}

#[rstest]
#[case(&["route", "--topic=parenting", "--age=1", "--area=3004"])]
#[case(&["list", "--state=answered"])]
#[case(&["show", "K7M4"])]
#[case(&["register", "info"])]
fn moments_are_rfc_3339_and_days_are_iso(#[case] arguments: &[&str]) {
    let mut found = Vec::new();
    texts(
        "",
        &answered("en")
            .run_as("jgz-waterdam", [arguments, &["--format=json"]].concat())
            .exit(0)
            .json(),
        &mut found,
    );
    for (path, text) in found {
        let key = path.rsplit('.').next().unwrap();
        if key == "at" || key.ends_with("_at") {
            assert!(
                chrono::DateTime::parse_from_rfc3339(&text)
                    .is_ok_and(|at| at.offset().local_minus_utc() == 3600),
                "{path}: {text}"
            );
        }
        if key == "due" || key.ends_with("_by") {
            assert!(
                chrono::NaiveDate::parse_from_str(&text, "%Y-%m-%d").is_ok(),
                "{path}: {text}"
            );
        }
    }
}

#[rstest]
#[case(&["route", "--topic=parenting", "--age=1", "--area=3004"])]
#[case(&["list", "--state=answered,offered"])]
#[case(&["show", "K7M4"])]
#[case(&["register", "info"])]
#[case(&["config"])]
fn lines_of_json_and_a_spreadsheet_hold_the_same(#[case] arguments: &[&str]) {
    let world = answered("en");
    world
        .run_as(
            "kraamzorg-de-wieg",
            [
                "report",
                "--topic=parenting",
                "--discussed",
                "--seen=x",
                "--id=ABCD-1234",
            ],
        )
        .exit(0);
    let told = |format: &str| {
        world
            .run_as("jgz-waterdam", [arguments, &[format]].concat())
            .exit(0)
            .out
            .clone()
    };
    // Of all that is told, only the format that was asked for may differ.
    let told = |format: &str| told(format).replace("\"value\":\"jsonl\"", "\"value\":\"json\"");
    let whole: Value = serde_json::from_str(&told("--format=json")).unwrap();
    let rows = whole
        .as_array()
        .cloned()
        .unwrap_or_else(|| vec![whole.clone()]);
    let lines: Vec<Value> = told("--format=jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines, rows);
    let sheet = told("--format=csv");
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let heading = reader.headers().unwrap().clone();
    assert!(rows.iter().all(|row| {
        row.as_object()
            .unwrap()
            .iter()
            .filter(|(_, value)| !value.is_object())
            .all(|(key, _)| heading.iter().any(|name| name == key))
    }));
    assert_eq!(
        reader
            .records()
            .map(|record| record.unwrap().len())
            .collect::<Vec<_>>(),
        vec![heading.len(); rows.len()]
    );
}

#[test]
fn in_a_pipe_a_list_has_columns_that_stay() {
    for language in ["nl", "en"] {
        let world = World::new()
            .lang(language)
            .reported()
            .at("2026-11-30T09:00");
        let line = "2026-11-24\tlate\tK7M4-Q2X8\tparenting/attachment\tjgz-waterdam\toffered\tkraamzorg-de-wieg\trule\t2026-11-25\tnormal\t4\t5\taccept,family-known\tjgz-waterdam,jgz-waterdam\n";
        assert_eq!(
            world.run_as("gemeente-waterdam", ["list"]).exit(0).out,
            line
        );
    }
}

#[test]
fn the_answer_is_on_standard_output_alone() {
    let world = answered("en");
    world
        .run_as(
            "gemeente-waterdam",
            ["list", "--format=json", "--state=answered"],
        )
        .no_talk();
    world
        .run_as("jgz-waterdam", ["show", "K7M4", "--format=json"])
        .no_talk();
}
