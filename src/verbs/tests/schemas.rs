//! The published schemas of the answers, held against the types that the answers are.
//!
//! A published schema says more: what each key means, and which codes go together. Here it must have
//! the same keys, in each of them the same types, and the same lists of codes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::exchange::export::ExportRecord;
use crate::output::error_report::ErrorReport;
use crate::register::{RegisterFinding, SkippedSignals};
use crate::verbs::completions::Script;
use crate::verbs::config::{SettingsView, WrittenSetting};
use crate::verbs::escalate::answer::{AlarmMessage, EscalateView};
use crate::verbs::export::answer::ExportView;
use crate::verbs::import::answer::{ImportView, ImportedRow};
use crate::verbs::list::answer::{CountView, ListView, ListedSignal};
use crate::verbs::man::{FirstPage, ManualPages};
use crate::verbs::map::check::answer::{CheckRow, CheckView, FindingView};
use crate::verbs::map::diff::answer::{DiffRow, DiffView};
use crate::verbs::map::graph::answer::GraphView;
use crate::verbs::map::show::answer::claims::ClaimRow;
use crate::verbs::map::show::answer::summary::MapSummary;
use crate::verbs::map::test::answer::TestView;
use crate::verbs::overview::answer::{OverviewTableRow, OverviewView};
use crate::verbs::register::copy::CopyView;
use crate::verbs::register::info::InfoView;
use crate::verbs::register::salvage::answer::SalvageView;
use crate::verbs::register::verify::answer::VerifyView;
use crate::verbs::report::answer::ReportData;
use crate::verbs::reroute::answer::{RerouteView, ReroutedSignal};
use crate::verbs::show::answer::SignalView;
use crate::verbs::steps::answer::StepView;

/// What may stand in a place: the types, the keys of an object, and what stands in each item.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    types: BTreeSet<String>,
    keys: BTreeMap<String, Key>,
    items: Option<Box<Shape>>,
    codes: BTreeSet<String>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Key {
    /// Whether the object always has it; `None` when another key decides.
    always: Option<bool>,
    shape: Shape,
}

impl Shape {
    fn is_object(&self) -> bool {
        self.types.contains("object") || !self.keys.is_empty()
    }

    /// Either this shape or the other. Of two objects, only what both always have is always there.
    fn or(&mut self, other: Shape) {
        let objects = self.is_object() && other.is_object();
        if objects {
            for (key, entry) in &mut self.keys {
                if !other.keys.contains_key(key) {
                    entry.always = Some(false);
                }
            }
        }
        for (key, entry) in other.keys {
            match self.keys.get_mut(&key) {
                Some(own) => {
                    own.always = own
                        .always
                        .zip(entry.always)
                        .map(|(own, other)| own && other);
                    own.shape.or(entry.shape);
                }
                None => {
                    let always = if objects { Some(false) } else { entry.always };
                    self.keys.insert(key, Key { always, ..entry });
                }
            }
        }
        self.types.extend(other.types);
        self.codes.extend(other.codes);
        if let Some(items) = other.items {
            self.items.get_or_insert_default().or(*items);
        }
    }

    /// This shape and the other at once.
    fn and(&mut self, other: Shape) {
        for (key, entry) in other.keys {
            let own = self.keys.entry(key).or_default();
            own.always = own.always.max(entry.always);
            own.shape.and(entry.shape);
        }
        self.types.extend(other.types);
        self.codes.extend(other.codes);
        if let Some(items) = other.items {
            self.items.get_or_insert_default().and(*items);
        }
    }
}

/// A schema with the files that it refers to.
struct Document<'a> {
    files: &'a BTreeMap<String, Value>,
    root: &'a Value,
}

impl Document<'_> {
    fn shape(&self, schema: &Value) -> Shape {
        let mut shape = Shape::default();
        if let Some(reference) = schema["$ref"].as_str() {
            shape.and(self.referred(reference));
        }
        match &schema["type"] {
            Value::String(one) => {
                shape.types.insert(one.clone());
            }
            Value::Array(several) => shape
                .types
                .extend(several.iter().map(|one| one.as_str().unwrap().to_owned())),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
        }
        for code in list(&schema["enum"]).chain(schema.get("const")) {
            match code.as_str() {
                Some(code) => {
                    shape.types.insert("string".to_owned());
                    shape.codes.insert(code.to_owned());
                }
                None => {
                    let kind = if code.is_null() { "null" } else { "integer" };
                    shape.types.insert(kind.to_owned());
                }
            }
        }
        for key in ["anyOf", "oneOf"] {
            shape.and(self.one_of(list(&schema[key])));
        }
        let (conditions, parts): (Vec<&Value>, Vec<&Value>) =
            list(&schema["allOf"]).partition(|part| part.get("if").is_some());
        for part in parts {
            shape.and(self.shape(part));
        }
        let mut conditional = self.one_of(conditions.iter().map(|part| &part["then"]));
        for entry in conditional.keys.values_mut() {
            entry.always = None;
        }
        shape.and(conditional);
        let required: BTreeSet<&str> = list(&schema["required"])
            .filter_map(Value::as_str)
            .collect();
        let mut own = Shape::default();
        for key in &required {
            own.keys.entry((*key).to_owned()).or_default().always = Some(true);
        }
        for (key, below) in schema["properties"].as_object().into_iter().flatten() {
            let always = Some(required.contains(key.as_str()));
            let shape = self.shape(below);
            own.keys.insert(key.clone(), Key { always, shape });
        }
        own.items = schema.get("items").map(|items| Box::new(self.shape(items)));
        shape.and(own);
        shape
    }

    fn referred(&self, reference: &str) -> Shape {
        let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let root = if file.is_empty() {
            self.root
        } else {
            &self.files[file]
        };
        let document = Document {
            files: self.files,
            root,
        };
        document.shape(root.pointer(pointer).unwrap())
    }

    fn one_of<'v>(&self, mut alternatives: impl Iterator<Item = &'v Value>) -> Shape {
        let mut shape = alternatives
            .next()
            .map(|first| self.shape(first))
            .unwrap_or_default();
        for alternative in alternatives {
            shape.or(self.shape(alternative));
        }
        shape
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn published() -> BTreeMap<String, Value> {
    fs::read_dir("docs/schemas")
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (
                name,
                serde_json::from_slice(&fs::read(path).unwrap()).unwrap(),
            )
        })
        .collect()
}

fn of_the_type<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Holds a published schema against that of a type.
fn hold(files: &BTreeMap<String, Value>, name: &str, own: &Value, complaints: &mut Vec<String>) {
    let file = &files[&format!("{name}.schema.json")];
    let there = Document { files, root: file }.shape(file);
    let here = Document { files, root: own }.shape(own);
    differences(&there, &here, name, complaints);
}

fn differences(there: &Shape, here: &Shape, place: &str, complaints: &mut Vec<String>) {
    if there.types != here.types {
        complaints.push(format!(
            "{place}: {:?} is published, {:?} is written",
            there.types, here.types
        ));
    }
    // A text of the type may be any text where the schema lists the codes that it can be.
    if !here.codes.is_empty() && there.codes != here.codes {
        complaints.push(format!(
            "{place}: the codes {:?} are published, {:?} are written",
            there.codes, here.codes
        ));
    }
    let all: BTreeSet<&String> = there.keys.keys().chain(here.keys.keys()).collect();
    for key in all {
        let place = format!("{place}/{key}");
        match (there.keys.get(key), here.keys.get(key)) {
            (Some(there), Some(here)) => {
                let both = there.always.zip(here.always);
                if let Some((published, written)) = both.filter(|(one, other)| one != other) {
                    complaints.push(format!(
                        "{place} is always there: published {published}, written {written}"
                    ));
                }
                differences(&there.shape, &here.shape, &place, complaints);
            }
            (None, _) => complaints.push(format!("{place} is written and not published")),
            (_, None) => complaints.push(format!("{place} is published and not written")),
        }
    }
    match (&there.items, &here.items) {
        (Some(there), Some(here)) => differences(there, here, &format!("{place}[]"), complaints),
        (None, None) => {}
        (there, _) => complaints.push(format!(
            "{place}: items are {}",
            if there.is_some() {
                "published alone"
            } else {
                "written alone"
            }
        )),
    }
}

/// Makes the schema of a type.
type SchemaOfType = fn() -> Value;

/// Each published schema and the schema of its type.
const ANSWERS: &[(&str, SchemaOfType)] = &[
    ("step", of_the_type::<StepView>),
    ("report", of_the_type::<ReportData<'_>>),
    ("error", of_the_type::<ErrorReport>),
    ("register-info", of_the_type::<InfoView>),
    ("register-copy", of_the_type::<CopyView>),
    ("register-verify", of_the_type::<VerifyView>),
    ("register-verify-row", of_the_type::<RegisterFinding>),
    ("register-salvage", of_the_type::<SalvageView>),
    ("register-salvage-row", of_the_type::<SkippedSignals>),
    ("config", of_the_type::<SettingsView>),
    ("config-set", of_the_type::<WrittenSetting>),
    ("completions", of_the_type::<Script>),
    ("man", of_the_type::<FirstPage>),
    ("man-files", of_the_type::<ManualPages>),
    ("list", of_the_type::<ListView>),
    ("list-row", of_the_type::<ListedSignal>),
    ("list-count", of_the_type::<CountView>),
    ("show", of_the_type::<SignalView>),
    ("export", of_the_type::<Vec<ExportRecord>>),
    ("export-row", of_the_type::<ExportRecord>),
    ("export-file", of_the_type::<ExportView>),
    ("import", of_the_type::<ImportView>),
    ("import-row", of_the_type::<ImportedRow<'_>>),
    ("reroute", of_the_type::<RerouteView>),
    ("reroute-row", of_the_type::<ReroutedSignal>),
    ("escalate", of_the_type::<EscalateView>),
    ("escalate-row", of_the_type::<AlarmMessage>),
    ("map-check", of_the_type::<CheckView>),
    ("map-check-row", of_the_type::<FindingView>),
    ("map-check-list", of_the_type::<Vec<CheckRow>>),
    ("map-check-list-row", of_the_type::<CheckRow>),
    ("map-diff", of_the_type::<DiffView>),
    ("map-diff-row", of_the_type::<DiffRow<'_>>),
    ("map-test", of_the_type::<TestView>),
    ("map-show", of_the_type::<MapSummary<'_>>),
    ("map-show-filtered", of_the_type::<Vec<ClaimRow<'_>>>),
    ("map-show-filtered-row", of_the_type::<ClaimRow<'_>>),
    ("map-graph", of_the_type::<GraphView<'_>>),
    ("overview", of_the_type::<OverviewView<'_>>),
    ("overview-row", of_the_type::<OverviewTableRow<'_>>),
];

/// Schemas without a type: parts that others refer to, and columns that are chosen at run time.
const WITHOUT_A_TYPE: &[&str] = &["common", "list-columns", "list-columns-row"];

#[test]
fn each_published_schema_is_that_of_its_answer() {
    let files = published();
    let mut complaints = Vec::new();
    for (name, of_the_type) in ANSWERS {
        hold(&files, name, &of_the_type(), &mut complaints);
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn each_published_schema_is_held_against_a_type() {
    let held = ANSWERS.iter().map(|(name, _)| *name);
    let known: BTreeSet<String> = held
        .chain(WITHOUT_A_TYPE.iter().copied())
        .map(|name| format!("{name}.schema.json"))
        .collect();
    assert_eq!(known, published().into_keys().collect());
}

#[test]
fn a_key_that_is_published_and_not_written_is_found() {
    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its shape matters")]
    struct Wrong {
        id: String,
        events: u32,
    }
    let mut complaints = Vec::new();
    let wrong = of_the_type::<Wrong>();
    hold(&published(), "step", &wrong, &mut complaints);
    assert!(
        complaints
            .iter()
            .any(|one| one == "step/did is published and not written")
    );
    assert!(
        complaints
            .iter()
            .any(|one| one.starts_with("step/events: "))
    );
}
