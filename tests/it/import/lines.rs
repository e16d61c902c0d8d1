//! Lines of JSON as other systems write them.

use super::*;

/// The faults of these lines, each with its row, column and kind.
fn faults(lines: &str) -> Vec<(u64, Value, String)> {
    let world = school();
    let run = world.run_with_input(
        lines.as_bytes(),
        ["import", "--from=jsonl", "--format=json"],
    );
    let error = run.exit(2).error_json();
    world.holds_nothing();
    let rows = error["rows"].as_array().unwrap();
    let fault = |row: &Value| {
        let kind = row["kind"].as_str().unwrap().to_owned();
        (row["row"].as_u64().unwrap(), row["column"].clone(), kind)
    };
    rows.iter().map(fault).collect()
}

#[test]
fn lines_of_json_are_read_as_a_table_is() {
    let lines = [
        json!({"topics": ["parenting/attachment", "finances"], "age": 0, "area": "3004", "discussed": true, "seen": "Mother cries."}),
        json!({"topic": "housing", "discussed": false, "why_not_discussed": "Not at home.", "seen": "Cold.", "sender": "huisartsen-waterdam"}),
    ];
    let text: String = lines.iter().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{line}");
        text
    });
    let world = school();
    let answer = world
        .run_with_input(text.as_bytes(), ["import", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(answer["recorded"], 2);
    let bad = "{\"seen\": 1}\n{\"seen\": \"x\", \"seen\": \"y\"}\n{\"sene\": \"x\"}\n[]\n";
    let error = world.run_with_input(bad.as_bytes(), ["import", "--from=jsonl", "--format=json"]);
    let kinds: Vec<Value> = error.exit(2).error_json()["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["kind"].clone())
        .collect();
    assert_eq!(
        kinds,
        ["not-a-text", "repeated-key", "unknown-key", "not-json"]
    );
}

#[test]
fn lines_without_anything_are_counted() {
    let lines = "\n{\"seen\": \"x\", \"topics\": \"parenting\", \"discussed\": true}\n  \n\n{\"seen\": 1}\n";
    let found = faults(lines);
    let rows: Vec<u64> = found.iter().map(|(row, _, _)| *row).collect();
    assert_eq!(rows, [5]);
}

#[test]
fn a_topic_is_told_in_peoples_words_and_a_word_of_two_is_refused_naming_both() {
    let line = |topic: &str| {
        let line = json!({"topics": topic, "discussed": true, "seen": "x"});
        format!("{line}\n")
    };
    let world = school();
    let lines = [line("Depressie"), line("cocaine; ruzie")].concat();
    world.run_with_input(lines.as_bytes(), ["import"]).exit(0);
    let signals = world.signals();
    let mut topics: Vec<&Value> = signals.iter().map(|signal| &signal["topics"]).collect();
    topics.sort_by_key(|topics| topics.to_string());
    assert_eq!(
        topics,
        [
            &json!(["mental-health"]),
            &json!(["substance-use", "domestic-relations"])
        ]
    );
    let world = school().map_with("nl: [buren, burenruzie,", "nl: [ruzie, buren, burenruzie,");
    let run = world.run_with_input(line("ruzie").as_bytes(), ["import"]);
    run.exit(2)
        .told("for more than one topic (housing/nuisance, domestic-relations): write the code.");
    world.holds_nothing();
    let run = world.run_with_input(line("ruzie").as_bytes(), ["import", "--format=json"]);
    let rows = run.exit(2).error_json()["rows"].clone();
    assert_eq!(
        rows,
        json!([{"row": 1, "column": "topics", "kind": "ambiguous-topic"}])
    );
}

#[test]
fn a_name_in_a_list_of_topics_keeps_its_bounds() {
    let line = json!({"topics": ["parenting,finances"], "discussed": true, "seen": "x"});
    assert_eq!(
        faults(&format!("{line}\n")),
        [(1, json!("topics"), "unknown-topic".to_owned())]
    );
    let line = json!({"topics": "finances,parenting", "discussed": true, "seen": "x"});
    let world = school();
    world
        .run_with_input(format!("{line}\n").as_bytes(), ["import"])
        .exit(0);
    assert_eq!(
        world.signals()[0]["topics"],
        json!(["finances", "parenting"])
    );
}

#[rstest]
#[case(json!(["", " "]))]
#[case(json!([]))]
#[case(json!(","))]
#[case(json!(" ; "))]
fn topics_without_a_name_are_missing(#[case] topics: Value) {
    let line = json!({"topics": topics, "discussed": true, "seen": "x"});
    assert_eq!(
        faults(&format!("{line}\n")),
        [(1, json!("topics"), "missing".to_owned())]
    );
}

#[test]
fn a_number_is_a_reference_as_it_was_written_or_a_fault() {
    let line = |reference: &str| {
        format!(
            "{{\"reference\": {reference}, \"topics\": \"parenting\", \"discussed\": true, \"seen\": \"x\"}}\n"
        )
    };
    let whole = line("18446744073709551615") + &line("-9007199254740993");
    let told = school().run_with_input(whole.as_bytes(), ["import", "--format=jsonl"]);
    let reference = |line: &str| serde_json::from_str::<Value>(line).unwrap()["reference"].clone();
    let references: Vec<Value> = told.exit(0).out.lines().map(reference).collect();
    assert_eq!(references, ["18446744073709551615", "-9007199254740993"]);
    for rounded in ["18446744073709551616", "1.10", "1e3"] {
        assert_eq!(
            faults(&line(rounded)),
            [(1, json!("reference"), "not-a-text".to_owned())]
        );
    }
}

#[rstest]
#[case("en", "Lines of JSON have keys and no columns: leave --map out")]
#[case(
    "nl",
    "Regels met JSON hebben sleutels en geen kolommen: laat --kolom weg"
)]
fn columns_are_not_told_of_lines(#[case] language: &str, #[case] told: &str) {
    let line = "{\"topics\": \"parenting\", \"discussed\": true, \"seen\": \"x\"}\n";
    let world = school().lang(language);
    world
        .run_with_input(line.as_bytes(), ["import", "--map=Naam="])
        .exit(2)
        .told(told);
    world.holds_nothing();
}

/// A life that was brought in once before.
#[rstest]
#[case::of_the_map("politie-waterdam", None)]
#[case::of_nowhere(
    "nergens",
    Some("Event 2 says that this history was brought in before")
)]
fn who_brought_a_history_in_before_is_known(#[case] by: &str, #[case] fault: Option<&str>) {
    let all = ["export", "--with-words", "--because=x", "--format=jsonl"];
    let brought_in = |world: &World, written: &str| {
        let import = ["import", "--as=gemeente-waterdam"];
        world.run_with_input(written.as_bytes(), import)
    };
    let world = || World::new().with_privacy_officer();
    let first = world().reported();
    let written = first.run_as("gemeente-waterdam", all).exit(0).out.clone();
    let second = world();
    brought_in(&second, &written).exit(0);
    let twice = second.run_as("gemeente-waterdam", all).exit(0).out.clone();
    let mut life: Value = serde_json::from_str(&twice).unwrap();
    let imported = life["events"].as_array_mut().unwrap().last_mut().unwrap();
    assert_eq!(imported["event"], "imported");
    imported["by"] = by.into();
    imported.as_object_mut().unwrap().remove("as_was");
    let third = world();
    let run = brought_in(&third, &format!("{life}\n"));
    match fault {
        None => run.exit(0).said("1 signal recorded."),
        Some(fault) => run.exit(2).told("row 1").told(fault),
    };
}
