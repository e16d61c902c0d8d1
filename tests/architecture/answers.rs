//! docs/json.md: its commands are run, and each key is in the example, in the answer and in the
//! table under it.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::source::{none, read, root};

#[test]
fn the_examples_of_answers_have_the_keys_that_the_program_writes() {
    let (world, text) = (tempfile::tempdir().unwrap(), read("docs/json.md"));
    let mut complaints = Vec::new();
    for (commands, example, after) in examples(&text) {
        let (told, real) = (
            keys(&serde_json::from_str(&example).unwrap()),
            keys(&answer(&commands, world.path())),
        );
        complaints.extend(
            real.difference(&told)
                .map(|key| format!("docs/json.md lacks {key} in the answer to:\n{commands}")),
        );
        complaints.extend(told.difference(&real).map(|key| {
            format!("docs/json.md tells of {key}, which is not in the answer to:\n{commands}")
        }));
        let table = after.split("\n## ").next().unwrap_or_default();
        if table.trim_start().starts_with("| key |") {
            let last = |key: &String| key.rsplit('.').next().unwrap_or_default().to_owned();
            let untold = told
                .iter()
                .map(last)
                .filter(|key| !text.contains(&format!("`{key}`")));
            complaints.extend(untold.map(|key| format!("docs/json.md never says what {key} is.")));
            let first_level = told
                .iter()
                .filter(|key| !key.contains('.'))
                .filter(|key| !table.contains(&format!("| `{key}` |")));
            complaints.extend(first_level.map(|key| {
                format!("docs/json.md has no line for {key} under the answer to:\n{commands}")
            }));
        }
    }
    none(&complaints);
}

/// The commands, the example after them, and what follows it.
fn examples(text: &str) -> Vec<(String, String, String)> {
    let examples: Vec<_> = text.split("```sh\n").skip(1).collect();
    assert!(examples.len() > 8, "the examples were found");
    let read = |part: &str| {
        let (commands, rest) = part.split_once("\n```").unwrap();
        let (example, after) = rest
            .split_once("```json\n")
            .unwrap()
            .1
            .split_once("\n```")
            .unwrap();
        (commands.to_owned(), example.to_owned(), after.to_owned())
    };
    examples.into_iter().map(read).collect()
}

/// What the program answers, or complains, in a world of its own.
fn answer(commands: &str, world: &Path) -> Value {
    let program = Path::new(env!("CARGO_BIN_EXE_seinhuis"));
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", commands])
        .current_dir(root())
        .env_clear()
        .env("HOME", world)
        .env("PATH", program.parent().unwrap());
    shell
        .env("SEINHUIS_REGISTER", world.join("register.db"))
        .env("SEINHUIS_CONFIG", world.join("config.yaml"));
    let said = shell
        .env("SEINHUIS_ROUTES", "routes.yaml")
        .env("SEINHUIS_FORMAT", "json")
        .env("SEINHUIS_LANG", "en")
        .output()
        .unwrap();
    let text = if said.stdout.is_empty() {
        &said.stderr
    } else {
        &said.stdout
    };
    serde_json::from_slice(text)
        .unwrap_or_else(|error| panic!("{commands}\n{}\n{error}", String::from_utf8_lossy(text)))
}

/// The paths of all keys; the items of a list are taken together.
fn keys(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(fields) => {
            let below = |(key, value): (&String, &Value)| {
                keys(value)
                    .into_iter()
                    .map(|path| format!("{key}.{path}"))
                    .collect::<Vec<_>>()
            };
            fields
                .iter()
                .flat_map(below)
                .chain(fields.keys().cloned())
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(keys).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => BTreeSet::new(),
    }
}
