//! The answers about signals.

use crate::common::REPORT;

use super::*;

#[test]
fn report_answers_with_keys_that_stay() {
    let report = in_both_languages(|world| {
        world
            .run_as(
                "kraamzorg-de-wieg",
                [&REPORT[..8], &["--id=ABCD-1234", "--format=json"]].concat(),
            )
            .exit(0)
            .json()
    });
    let expected = [
        "id",
        "recorded",
        "already_recorded",
        "state",
        "reported_at",
        "emergency",
        "owner",
        "basis",
        "coordinator",
        "accept_by",
        "feedback_by",
        "level",
        "handover",
        "family_known",
        "involved",
        "leads",
        "reasons",
        "gaps",
        "set_aside",
        "near_misses",
        "would_help",
        "place",
        "map_digest",
        "receipt",
    ];
    assert_eq!(keys(&report), expected);
    assert_eq!(
        keys(&report["owner"]),
        ["id", "name", "phone", "email", "hours"]
    );
    assert_eq!(
        keys(&report["reasons"][0]),
        ["organisation", "limits", "because", "file", "line"]
    );
    assert_eq!(
        keys(&report["reasons"][0]["limits"][0]),
        ["criterion", "values"]
    );
    assert_eq!(
        (&report["id"], &report["recorded"], &report["basis"]),
        (&"ABCD1234".into(), &true.into(), &"rule".into())
    );
    assert_eq!(report["reported_at"], "2026-11-23T10:15:00+01:00");
    assert_eq!(
        (&report["accept_by"], &report["feedback_by"]),
        (&"2026-11-24".into(), &"2026-11-25".into())
    );
}

#[test]
fn route_answers_as_report_does_without_a_number() {
    let route = in_both_languages(|world| {
        world
            .run([
                "route",
                "--topic=mental-health/self-harm",
                "--age=16",
                "--area=3004",
                "--format=json",
            ])
            .exit(0)
            .json()
    });
    assert_eq!(
        (&route["id"], &route["recorded"], &route["basis"]),
        (&Value::Null, &false.into(), &"dispute".into())
    );
    assert_eq!(keys(&route["involved"][0]), ["id", "name", "why", "topic"]);
    let gap = in_both_languages(|world| {
        world
            .run([
                "route",
                "--topic=housing/hoarding",
                "--age=60",
                "--area=3012",
                "--format=json",
            ])
            .exit(0)
            .json()
    });
    assert_eq!(
        keys(&gap["near_misses"][0]),
        ["organisation", "failed", "limit", "day", "file", "line"]
    );
}

#[test]
fn list_answers_with_keys_that_stay() {
    let listed = in_both_languages(|world| {
        world
            .run_as(
                "gemeente-waterdam",
                ["list", "--state=answered", "--format=json"],
            )
            .exit(0)
            .json()
    });
    let expected = [
        "id",
        "state",
        "due",
        "late",
        "late_days",
        "accept_by",
        "feedback_by",
        "confirm_by",
        "owner",
        "sender",
        "next",
        "waiting_for",
        "basis",
        "urgency",
        "topics",
        "area",
        "place",
        "declines",
        "proposed",
        "reported_at",
        "last_at",
        "silent_days",
    ];
    assert_eq!(keys(&listed[0]), expected);
    assert_eq!(
        (&listed[0]["state"], &listed[0]["confirm_by"]),
        (&"answered".into(), &"2026-12-07".into())
    );
}

#[test]
fn an_empty_list_is_an_empty_list() {
    assert_eq!(
        World::new()
            .run_as("gemeente-waterdam", ["list", "--format=json"])
            .exit(0)
            .out,
        "[]\n"
    );
    assert_eq!(
        World::new()
            .run_as("gemeente-waterdam", ["list", "--format=jsonl"])
            .exit(0)
            .out,
        ""
    );
    let heading = World::new()
        .reported()
        .run_as("gemeente-waterdam", ["list", "--format=csv"])
        .exit(0)
        .out
        .split_inclusive('\n')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(
        World::new()
            .run_as("gemeente-waterdam", ["list", "--format=csv"])
            .exit(0)
            .out,
        heading
    );
    assert_eq!(
        World::new()
            .run_as("gemeente-waterdam", ["list"])
            .exit(0)
            .out,
        ""
    );
}

#[test]
fn show_answers_with_keys_that_stay() {
    let shown = in_both_languages(|world| {
        world
            .run_as("jgz-waterdam", ["show", "K7M4", "--format=json"])
            .exit(0)
            .json()
    });
    let expected = [
        "id",
        "state",
        "owner",
        "sender",
        "coordinator",
        "contact",
        "owner_contact",
        "family_known",
        "reference",
        "reported_at",
        "topics",
        "age",
        "youngest",
        "area",
        "place",
        "urgency",
        "before",
        "discussed",
        "consent",
        "as_reported",
        "basis",
        "level",
        "involved",
        "due",
        "late",
        "accept_by",
        "feedback_by",
        "confirm_by",
        "proposed",
        "open_questions",
        "words_shown",
        "reason",
        "map_digest",
        "earlier_reasons",
        "events",
        "next",
    ];
    assert_eq!(keys(&shown), expected);
    let events = shown["events"].as_array().unwrap();
    let codes: Vec<&str> = events
        .iter()
        .map(|event| event["event"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        ["reported", "accepted", "asked", "replied", "feedback-final"]
    );
    assert!(
        events
            .iter()
            .all(|event| keys(event).starts_with(&["number", "at", "by", "event"]))
    );
    assert_eq!(
        shown["next"],
        serde_json::json!(["family-known", "involve", "ask", "amend", "correct", "undo"])
    );
}

#[test]
fn who_may_not_read_words_gets_no_key_for_them() {
    let shown = in_both_languages(|world| {
        world
            .run_as("gemeente-waterdam", ["show", "K7M4", "--format=json"])
            .exit(0)
            .json()
    });
    assert_eq!(
        (&shown["words_shown"], &shown["contact"]),
        (&false.into(), &Value::Null)
    );
    assert!(
        shown["events"]
            .as_array()
            .unwrap()
            .iter()
            .all(|event| event.get("words").is_none())
    );
    assert!(!shown.to_string().contains("Mother"));
}

#[test]
fn a_step_answers_with_keys_that_stay() {
    let step = in_both_languages(|world| {
        world
            .run_as("kraamzorg-de-wieg", ["confirm", "K7M4", "--format=json"])
            .exit(0)
            .json()
    });
    let expected = [
        "id",
        "did",
        "by",
        "state",
        "owner",
        "accept_by",
        "feedback_by",
        "confirm_by",
        "topics",
        "involved",
        "proposed",
        "open_questions",
        "events",
        "receipt",
    ];
    assert_eq!(keys(&step), expected);
    assert_eq!(
        (&step["did"], &step["state"], &step["events"]),
        (&"confirm".into(), &"closed".into(), &6.into())
    );
}
