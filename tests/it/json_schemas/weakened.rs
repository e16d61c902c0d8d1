//! Real answers made wrong in every place: a key gone, nothing where something stands, another
//! type, a code misspelt. A schema that takes one of those is lax.
//!
//! A place is the path of keys to it, whatever the number of an item, with the codes that tell
//! which keys belong there.

use std::collections::{BTreeMap, BTreeSet};

use seinhuis::domain::signal_id::SignalId;
use serde_json::{Value, json};

use super::life::WRITTEN;
use super::schemas::{AS_WRITTEN, TABLE};

/// Keys by which other keys are there or not.
const TELLS_WHICH: &[&str] = &["event", "part", "table", "check"];

/// Text in which anything may stand.
const FREE: &str = "\
    name phone email call when nl en values file files folder error because hints word excerpt command reference contact owner_contact handed-to responsibility \
    rejects value person office place map engine journal script roff places seen goes-well helpers own-words why-not-discussed why-without-consent said expected decided old \
    new of message";

/// Codes that a map gives, or of which there will be more: which there are, no schema can know.
const OF_THE_MAP: &str = "\
    id owner sender senders coordinator privacy_officer organisation organisations by to from involved involve handed_to proposed suggested told tell area area_now areas \
    formerly within topic topics topics_now unnamed_topics gaps kind claimants waiting_for new_owner unknown_topics unknown_area code";

/// Shapes in which such a key holds a code of the program all the same.
const OF_THE_PROGRAM: &str =
    "bounced/by overview/by changes/kind facts/kind map-diff/kind rows/kind";

/// Keys that need not be there, although they are in every answer here.
const MAY_BE_LEFT_OUT: &str = "\
    seen goes-well helpers own-words why-not-discussed why-without-consent said handed-to contact person rows words undone";

/// What may stand in a shape although it does in no answer here.
const NOT_TOLD_HERE: &[(&str, &str)] = &[
    ("config/file", "null"),
    ("tell/email", "null"),
    ("region/youngest", "null"),
    ("decisions/reason", "string"),
    ("export/age_now", "null"),
    ("show/reason", "string"),
    ("earlier_reasons/reason", "string"),
    ("register-info/map", "null"),
    ("register-verify/receipt", "null"),
    ("register-copy/receipt", "null"),
    ("register-salvage/receipt", "null"),
];

/// All that was told, by its places.
#[derive(Default)]
struct Places {
    /// For each place, by schema and path: in which answers it is, and where in them.
    found: BTreeMap<(&'static str, String), Vec<(usize, String)>>,
    /// For each place with an object: the keys that were there each time.
    always: BTreeMap<(&'static str, String), BTreeSet<&'static str>>,
    /// For each shape: the types that were there.
    types: BTreeMap<String, BTreeSet<&'static str>>,
}

impl Places {
    fn of_all_told() -> Self {
        let mut places = Self::default();
        for (number, told) in WRITTEN.iter().enumerate() {
            if let Some(schema) = &told.schema {
                places.look(schema, number, &told.value, "", "");
            }
        }
        let told: BTreeSet<&str> = places
            .found
            .keys()
            .flat_map(|(_, path)| keys(path))
            .collect();
        for key in [FREE, OF_THE_MAP, MAY_BE_LEFT_OUT]
            .iter()
            .flat_map(|list| list.split_whitespace())
        {
            assert!(told.contains(key), "{key} is listed here, and in no answer");
        }
        for shape in OF_THE_PROGRAM.split_whitespace() {
            assert!(
                places.types.contains_key(shape),
                "nothing has the shape {shape}"
            );
        }
        for (shape, kind) in NOT_TOLD_HERE {
            let known = places
                .types
                .get_mut(*shape)
                .unwrap_or_else(|| panic!("nothing has the shape {shape}"));
            assert!(
                known.insert(kind),
                "{shape} is {kind} in an answer: no need to say so"
            );
        }
        places
    }

    fn look(
        &mut self,
        schema: &'static str,
        number: usize,
        value: &'static Value,
        path: &str,
        pointer: &str,
    ) {
        let which = TELLS_WHICH
            .iter()
            .filter_map(|key| value.get(*key)?.as_str());
        let path = which.fold(path.to_owned(), |path, code| format!("{path}[{code}]"));
        self.found
            .entry((schema, path.clone()))
            .or_default()
            .push((number, pointer.to_owned()));
        self.types
            .entry(shape(schema, &path))
            .or_default()
            .insert(type_of(value));
        match value {
            Value::Object(fields) => {
                let keys: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
                let always = self
                    .always
                    .entry((schema, path.clone()))
                    .or_insert_with(|| keys.clone());
                always.retain(|key| keys.contains(key));
                for (key, below) in fields {
                    self.look(
                        schema,
                        number,
                        below,
                        &format!("{path}/{key}"),
                        &format!("{pointer}/{key}"),
                    );
                }
            }
            Value::Array(items) => {
                for (at, below) in items.iter().enumerate() {
                    self.look(
                        schema,
                        number,
                        below,
                        &format!("{path}/*"),
                        &format!("{pointer}/{at}"),
                    );
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// What is wrong in this place, in every way.
    fn wrong(&self, schema: &'static str, path: &str, value: &Value) -> Vec<(String, Value)> {
        let known = &self.types[&shape(schema, path)];
        let others = [
            json!(null),
            json!(true),
            json!(7.5),
            json!("Not A Code!"),
            json!([[7.5]]),
            json!({"Not A Key!": 7.5}),
        ];
        let others = others
            .into_iter()
            .filter(|other| !known.contains(type_of(other)));
        let mut wrong: Vec<(String, Value)> = others
            .map(|other| (format!("{other} for {value:.40}"), other))
            .collect();
        let key = keys(path).last().copied().unwrap_or_default();
        match value {
            Value::Number(_) => wrong.push(("a number with a fraction".to_owned(), json!(0.5))),
            Value::String(_) if among(FREE, key) => {}
            Value::String(text) => {
                wrong.push(("what is no code".to_owned(), json!("Not A Code!")));
                let of_the_map =
                    among(OF_THE_MAP, key) && !among(OF_THE_PROGRAM, &shape(schema, path));
                if !of_the_map || text.parse::<SignalId>().is_ok_and(|id| id.as_str() == text) {
                    wrong.push((format!("a misspelt {text}"), json!(format!("{text}x"))));
                }
            }
            Value::Object(fields) => {
                let needed = self.always[&(schema, path.to_owned())]
                    .iter()
                    .filter(|key| !among(MAY_BE_LEFT_OUT, key));
                wrong.extend(needed.map(|key| {
                    let mut without = fields.clone();
                    without.remove(*key);
                    (format!("an answer without {key}"), Value::Object(without))
                }));
            }
            Value::Null | Value::Bool(_) | Value::Array(_) => {}
        }
        wrong
    }
}

fn among(list: &str, key: &str) -> bool {
    list.split_whitespace().any(|listed| listed == key)
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The keys of a path, without the items of lists and the codes that tell which.
fn keys(path: &str) -> Vec<&str> {
    path.split('/')
        .filter_map(|part| part.split('[').next())
        .filter(|key| !["", "*"].contains(key))
        .collect()
}

/// What a place shares with those like it in other answers: its last two keys, or its key and what
/// it is the answer to.
fn shape(schema: &str, path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or_default();
    let item = if last.starts_with('*') { "*" } else { "" };
    match keys(path).as_slice() {
        // A line has one region of the regions of the answer.
        [.., parent, key] => format!("{}/{key}{item}", parent.replace("regions", "region")),
        [key] => format!("{}/{key}{item}", schema.trim_end_matches("-row")),
        [] => format!("{schema}{item}"),
    }
}

/// What a schema lets through that is wrong, and how many wrong answers were tried.
pub fn let_through() -> (Vec<String>, usize) {
    let (mut lax, mut tried) = (Vec::new(), 0);
    let sizes: Vec<usize> = WRITTEN
        .iter()
        .map(|told| told.value.to_string().len())
        .collect();
    let places = Places::of_all_told();
    for ((schema, path), found) in &places.found {
        // The smallest answer that has something there.
        let something = |(number, pointer): &&(usize, String)| {
            WRITTEN[*number]
                .value
                .pointer(pointer)
                .is_some_and(|value| !value.is_null())
        };
        let Some((number, pointer)) = found
            .iter()
            .filter(something)
            .min_by_key(|(number, _)| sizes[*number])
        else {
            continue;
        };
        let mut answer = WRITTEN[*number].value.clone();
        let value = answer.pointer(pointer).unwrap().clone();
        for (what, wrong) in places.wrong(schema, path, &value) {
            *answer.pointer_mut(pointer).unwrap() = wrong;
            tried += 1;
            if AS_WRITTEN[*schema].is_valid(&answer) {
                lax.push(format!("{schema} takes {what:.200} at {path}"));
            }
        }
    }
    (lax, tried)
}

/// The schemas of the table for which nothing was told.
pub fn never_used(used: &BTreeSet<&str>) -> Vec<&'static str> {
    let named = TABLE
        .iter()
        .flat_map(|entry| entry.answer.iter().chain(&entry.line))
        .map(String::as_str);
    named.filter(|name| !used.contains(name)).collect()
}
