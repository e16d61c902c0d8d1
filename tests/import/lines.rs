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
