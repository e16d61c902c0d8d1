//! docs/schemas/ says what the program writes: it takes every real answer, and none that is wrong
//! in one place.

mod codes;
mod files;
mod life;
mod schemas;
mod weakened;

use std::collections::BTreeSet;
use std::fs;

use clap::CommandFactory as _;
use life::WRITTEN;
use schemas::{
    AS_WRITTEN, FILES, NO_OTHER_KEY, TABLE, complaints, described_keys, entry_of, error_entry,
    lists_of_codes,
};
use seinhuis::cli::args::Cli;
use serde_json::Value;

#[test]
fn each_file_is_a_schema_of_its_draft_with_a_title() {
    for (name, schema) in FILES.iter() {
        assert_eq!(
            schema["$schema"], "http://json-schema.org/draft-07/schema#",
            "{name}"
        );
        assert!(schema["title"].is_string(), "{name}");
        jsonschema::meta::validate(schema).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn each_key_is_said_in_a_sentence() {
    for (key, said) in described_keys() {
        assert!(
            said["description"]
                .as_str()
                .is_some_and(|said| said.ends_with('.')),
            "{key} is not described"
        );
    }
}

#[test]
fn each_answer_and_each_line_fits_its_schema_and_has_no_key_that_it_does_not_describe() {
    let mut all = Vec::new();
    for told in WRITTEN.iter() {
        let Some(schema) = &told.schema else {
            jsonschema::meta::validate(&told.value)
                .unwrap_or_else(|error| panic!("{}: {error}", told.typed));
            continue;
        };
        let found = [&AS_WRITTEN[schema], &NO_OTHER_KEY[schema]]
            .map(|validator| complaints(validator, &told.value))
            .concat();
        all.extend(
            found
                .into_iter()
                .map(|complaint| format!("{schema}, {}: {complaint}", told.typed)),
        );
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    assert!(WRITTEN.len() > 300, "much was told");
}

#[test]
fn an_answer_that_is_wrong_in_one_place_is_refused() {
    let (lax, tried) = weakened::let_through();
    assert!(lax.is_empty(), "{}", lax.join("\n"));
    assert!(tried > 5_000, "wrong answers were tried: {tried}");
}

#[test]
fn each_key_of_a_schema_is_in_a_real_answer() {
    fn keys(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(key, below)| {
                found.insert(key.clone());
                keys(below, found);
            }),
            Value::Array(items) => items.iter().for_each(|below| keys(below, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut told = BTreeSet::new();
    WRITTEN
        .iter()
        .filter(|told| told.schema.is_some())
        .for_each(|one| keys(&one.value, &mut told));
    let never: Vec<String> = described_keys()
        .into_iter()
        .map(|(key, _)| key)
        .filter(|key| !told.contains(key.split(": ").nth(1).unwrap()))
        .collect();
    assert_eq!(never, Vec::<String>::new());
}

#[test]
fn each_list_of_codes_is_that_of_the_program() {
    let here: BTreeSet<(String, Vec<String>)> = codes::of_the_program()
        .into_iter()
        .map(|(name, codes)| (name.to_owned(), codes))
        .collect();
    assert_eq!(lists_of_codes(), here);
}

#[test]
fn each_verb_of_the_command_line_has_its_schema_and_each_schema_its_verb() {
    fn verbs(command: &clap::Command, path: &[&str], found: &mut Vec<Vec<String>>) {
        if !command.is_subcommand_required_set() && !path.is_empty() {
            found.push(path.iter().map(|word| (*word).to_owned()).collect());
        }
        for below in command.get_subcommands() {
            verbs(below, &[path, &[below.get_name()]].concat(), found);
        }
    }
    let mut all = Vec::new();
    verbs(&Cli::command(), &[], &mut all);
    assert!(all.len() > 30, "the verbs were found");
    let named = |verb: &Vec<String>| TABLE.iter().any(|entry| entry.command == *verb);
    let without: Vec<&Vec<String>> = all.iter().filter(|verb| !named(verb)).collect();
    assert_eq!(
        without,
        Vec::<&Vec<String>>::new(),
        "the table in docs/json.md lacks them"
    );
    assert_eq!(weakened::never_used(&life::used()), Vec::<&str>::new());
    let of_the_table: BTreeSet<&str> = TABLE
        .iter()
        .flat_map(|entry| entry.answer.iter().chain(&entry.line))
        .map(String::as_str)
        .collect();
    let files: BTreeSet<&str> = FILES
        .keys()
        .map(String::as_str)
        .filter(|name| *name != "common")
        .collect();
    assert_eq!(
        of_the_table, files,
        "the table in docs/json.md and the files in docs/schemas/"
    );
}

#[test]
fn the_examples_of_the_page_fit_too() {
    let page = fs::read_to_string("docs/json.md").unwrap();
    let examples: Vec<&str> = page.split("```sh\n").skip(1).collect();
    assert!(examples.len() > 15, "the examples were found");
    for example in examples {
        let (commands, rest) = example.split_once("\n```").unwrap();
        let value: Value = serde_json::from_str(
            rest.split("```json\n")
                .nth(1)
                .unwrap()
                .split("\n```")
                .next()
                .unwrap(),
        )
        .unwrap();
        // The last one is shown.
        let typed: Vec<&str> = commands
            .rsplit("seinhuis ")
            .next()
            .unwrap()
            .split_whitespace()
            .collect();
        let entry = if value.get("exit").is_some() {
            error_entry()
        } else {
            entry_of(&typed)
        };
        let schema = entry.answer.as_ref().unwrap();
        assert_eq!(
            complaints(&NO_OTHER_KEY[schema], &value),
            Vec::<String>::new(),
            "{schema}: {typed:?}"
        );
        assert_eq!(
            complaints(&AS_WRITTEN[schema], &value),
            Vec::<String>::new(),
            "{schema}: {typed:?}"
        );
    }
}
