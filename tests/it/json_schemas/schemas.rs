//! docs/schemas/, and the table in docs/json.md that tells which of them is for what.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Map, Value};

/// Where the validator is told that the files stand. It fetches nothing: all of them are given to
/// it.
const FOLDER: &str = "seinhuis:///docs/schemas/";
const ENDING: &str = ".schema.json";

/// The files, by their name without its ending.
pub static FILES: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
    let names = fs::read_dir("docs/schemas")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let read = |file: String| {
        let text = fs::read_to_string(format!("docs/schemas/{file}")).unwrap();
        (
            file.strip_suffix(ENDING).unwrap().to_owned(),
            serde_json::from_str(&text).unwrap(),
        )
    };
    names.map(read).collect()
});

/// As they are written.
pub static AS_WRITTEN: LazyLock<BTreeMap<String, Validator>> =
    LazyLock::new(|| validators(Value::clone, Draft::Draft7));

/// The same, but no key may be there that is not described.
pub static NO_OTHER_KEY: LazyLock<BTreeMap<String, Validator>> =
    LazyLock::new(|| validators(closed, Draft::Draft201909));

fn validators(made: impl Fn(&Value) -> Value, draft: Draft) -> BTreeMap<String, Validator> {
    let files: BTreeMap<&String, Value> = FILES
        .iter()
        .map(|(name, schema)| (name, made(schema)))
        .collect();
    let mut registry = Registry::new().draft(draft);
    for (name, schema) in &files {
        registry = registry
            .add(format!("{FOLDER}{name}{ENDING}"), schema)
            .unwrap();
    }
    let registry = registry.prepare().unwrap();
    let validator = |(name, schema): (&&String, &Value)| {
        let options = jsonschema::options()
            .with_draft(draft)
            .with_registry(&registry)
            .with_base_uri(format!("{FOLDER}{name}{ENDING}"));
        ((*name).clone(), options.build(schema).unwrap())
    };
    files.iter().map(validator).collect()
}

/// The schema with all of its objects closed. What is described of an object in several places is
/// described: only a later draft can say so.
fn closed(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => {
            let mut fields: Map<String, Value> = fields
                .iter()
                .map(|(key, below)| (key.clone(), closed(below)))
                .collect();
            if fields.get("type").is_some_and(|kind| kind == "object") {
                fields.insert("unevaluatedProperties".to_owned(), false.into());
            }
            fields.remove("$schema");
            Value::Object(fields)
        }
        Value::Array(items) => items.iter().map(closed).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => schema.clone(),
    }
}

/// What the schema finds wrong, each with its place.
pub fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// A row of the table: for which command, and the schemas of its answer and of a line of it.
pub struct Entry {
    /// `list --columns`; none for an error.
    pub command: Vec<String>,
    /// The schema of the answer; none for an answer that is a schema by itself.
    pub answer: Option<String>,
    /// The schema of a line.
    pub line: Option<String>,
}

/// The table in docs/json.md.
pub static TABLE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let text = fs::read_to_string("docs/json.md").unwrap();
    let section = text
        .split("## JSON Schemas\n")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    section
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .flat_map(entries)
        .collect()
});

fn entries(row: &str) -> Vec<Entry> {
    let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
    let linked = |cell: &str| {
        cell.split_once("(schemas/")
            .and_then(|(_, rest)| Some(rest.split_once(ENDING)?.0.to_owned()))
    };
    let answer = linked(cells[1]);
    let line =
        linked(cells[2]).or_else(|| answer.clone().filter(|_| cells[2].trim() == "the same"));
    let commands: Vec<&str> = cells[0].split('`').skip(1).step_by(2).collect();
    let commands = if commands.is_empty() {
        vec![""]
    } else {
        commands
    };
    let entry = |command: &str| Entry {
        command: command.split_whitespace().map(str::to_owned).collect(),
        answer: answer.clone(),
        line: line.clone(),
    };
    commands.into_iter().map(entry).collect()
}

impl Entry {
    /// Whether it is for what was typed.
    fn fits(&self, typed: &[&str]) -> bool {
        let (options, verb): (Vec<&str>, Vec<&str>) = self
            .command
            .iter()
            .map(String::as_str)
            .partition(|word| word.starts_with("--"));
        let has = |option: &&str| {
            typed
                .iter()
                .any(|word| word.split('=').next() == Some(option))
        };
        !verb.is_empty() && typed.starts_with(&verb) && options.iter().all(has)
    }
}

/// The row of the table for what was typed: the one that says most.
pub fn entry_of(typed: &[&str]) -> &'static Entry {
    let fitting = TABLE.iter().filter(|entry| entry.fits(typed));
    fitting
        .max_by_key(|entry| entry.command.len())
        .unwrap_or_else(|| panic!("docs/json.md names no schema for {typed:?}"))
}

/// The row of the table for errors.
pub fn error_entry() -> &'static Entry {
    TABLE.iter().find(|entry| entry.command.is_empty()).unwrap()
}

/// Every list of codes in the files: the name under which it stands, and its codes.
pub fn lists_of_codes() -> BTreeSet<(String, Vec<String>)> {
    let mut found = BTreeSet::new();
    for schema in FILES.values() {
        collect_codes("", schema, &mut found);
    }
    found
}

fn collect_codes(name: &str, schema: &Value, found: &mut BTreeSet<(String, Vec<String>)>) {
    match schema {
        Value::Object(fields) => {
            // A condition repeats a few of the codes that a list has.
            for (key, below) in fields.iter().filter(|(key, _)| *key != "if") {
                match below.as_array().filter(|_| key == "enum") {
                    Some(codes) => {
                        let text = |code: &Value| {
                            code.as_str()
                                .map_or_else(|| code.to_string(), str::to_owned)
                        };
                        found.insert((name.to_owned(), codes.iter().map(text).collect()));
                    }
                    None => collect_codes(
                        if ["anyOf", "items", "properties"].contains(&key.as_str()) {
                            name
                        } else {
                            key
                        },
                        below,
                        found,
                    ),
                }
            }
        }
        Value::Array(items) => items
            .iter()
            .for_each(|below| collect_codes(name, below, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every key that a file describes, with what it says of it.
pub fn described_keys() -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for (name, schema) in FILES.iter() {
        collect_keys(name, schema, &mut found);
    }
    found
}

fn collect_keys(file: &str, schema: &Value, found: &mut Vec<(String, Value)>) {
    match schema {
        Value::Object(fields) => {
            let keys = fields
                .get("properties")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            // In a condition nothing is described.
            found.extend(
                keys.map(|(key, said)| (format!("{file}: {key}"), said.clone()))
                    .filter(|_| !fields.contains_key("if")),
            );
            fields
                .iter()
                .filter(|(key, _)| *key != "if")
                .for_each(|(_, below)| collect_keys(file, below, found));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|below| collect_keys(file, below, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
