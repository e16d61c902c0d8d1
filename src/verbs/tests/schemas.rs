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
use crate::verbs::register::copied::CopyView;
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
    /// Each key, whether it is always there, and what it holds.
    keys: BTreeMap<String, (bool, Shape)>,
    items: Option<Box<Shape>>,
    codes: BTreeSet<String>,
}

impl Shape {
    fn add_either(&mut self, alternatives: Vec<Shape>) {
        let objects = alternatives
            .iter()
            .filter(|one| one.types.contains("object"));
        let required: Vec<BTreeSet<String>> = objects.map(Shape::required).collect();
        for mut one in alternatives {
            for (key, entry) in &mut one.keys {
                entry.0 = required.iter().all(|keys| keys.contains(key));
            }
            self.add(one);
        }
    }

    fn required(&self) -> BTreeSet<String> {
        let required = self.keys.iter().filter(|(_, (always, _))| *always);
        required.map(|(key, _)| key.clone()).collect()
    }

    fn add(&mut self, other: Shape) {
        self.types.extend(other.types);
        self.codes.extend(other.codes);
        for (key, (always, below)) in other.keys {
            let entry = self.keys.entry(key).or_default();
            entry.0 |= always;
            entry.1.add(below);
        }
        if let Some(items) = other.items {
            self.items.get_or_insert_default().add(*items);
        }
    }
}

fn an_object() -> Shape {
    Shape {
        types: BTreeSet::from(["object".to_owned()]),
        ..Shape::default()
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
        self.add(schema, &mut shape);
        shape
    }

    fn shapes(&self, schemas: &Value) -> Vec<Shape> {
        let schemas = schemas.as_array().into_iter().flatten();
        schemas.map(|one| self.shape(one)).collect()
    }

    fn add(&self, schema: &Value, shape: &mut Shape) {
        if let Some(reference) = schema["$ref"].as_str() {
            let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
            let root = self.files.get(file).unwrap_or(self.root);
            let files = self.files;
            let document = Document { files, root };
            document.add(root.pointer(pointer).unwrap(), shape);
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
        for code in schema["enum"]
            .as_array()
            .into_iter()
            .flatten()
            .chain(schema.get("const"))
        {
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
            shape.add_either(self.shapes(&schema[key]));
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.add(part, shape);
            // What follows from a condition is there sometimes.
            if let Some(then) = part.get("then") {
                shape.add_either(vec![self.shape(then), an_object()]);
            }
        }
        let required: BTreeSet<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (key, below) in schema["properties"].as_object().into_iter().flatten() {
            self.add(below, &mut shape.keys.entry(key.clone()).or_default().1);
        }
        for key in required {
            shape.keys.entry(key.to_owned()).or_default().0 = true;
        }
        if let Some(items) = schema.get("items") {
            self.add(items, shape.items.get_or_insert_default());
        }
    }
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

/// Holds the published schema against a type.
fn hold<T: JsonSchema>(name: &str, complaints: &mut Vec<String>) {
    let files = published();
    let file = &files[&format!("{name}.schema.json")];
    let there = Document {
        files: &files,
        root: file,
    }
    .shape(file);
    let own = of_the_type::<T>();
    let here = Document {
        files: &files,
        root: &own,
    }
    .shape(&own);
    differences(&there, &here, name, complaints);
}

fn differences(there: &Shape, here: &Shape, place: &str, complaints: &mut Vec<String>) {
    if there.types != here.types {
        complaints.push(format!(
            "{place}: {:?} is published, {:?} is written",
            there.types, here.types
        ));
    }
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
            (Some((always, there)), Some((always_here, here))) => {
                if always != always_here {
                    complaints.push(format!(
                        "{place} is always there: published {always}, written {always_here}"
                    ));
                }
                differences(there, here, &place, complaints);
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

#[test]
fn each_published_schema_is_that_of_its_answer() {
    let mut complaints = Vec::new();
    hold::<StepView>("step", &mut complaints);
    hold::<ReportData<'_>>("report", &mut complaints);
    hold::<ErrorReport>("error", &mut complaints);
    hold::<InfoView>("register-info", &mut complaints);
    hold::<CopyView>("register-copy", &mut complaints);
    hold::<VerifyView>("register-verify", &mut complaints);
    hold::<RegisterFinding>("register-verify-row", &mut complaints);
    hold::<SalvageView>("register-salvage", &mut complaints);
    hold::<SkippedSignals>("register-salvage-row", &mut complaints);
    hold::<SettingsView>("config", &mut complaints);
    hold::<WrittenSetting>("config-set", &mut complaints);
    hold::<Script>("completions", &mut complaints);
    hold::<FirstPage>("man", &mut complaints);
    hold::<ManualPages>("man-files", &mut complaints);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn each_answer_about_signals_is_as_published() {
    let mut complaints = Vec::new();
    hold::<ListView>("list", &mut complaints);
    hold::<ListedSignal>("list-row", &mut complaints);
    hold::<CountView>("list-count", &mut complaints);
    hold::<SignalView>("show", &mut complaints);
    hold::<Vec<ExportRecord>>("export", &mut complaints);
    hold::<ExportRecord>("export-row", &mut complaints);
    hold::<ExportView>("export-file", &mut complaints);
    hold::<ImportView>("import", &mut complaints);
    hold::<ImportedRow<'_>>("import-row", &mut complaints);
    hold::<RerouteView>("reroute", &mut complaints);
    hold::<ReroutedSignal>("reroute-row", &mut complaints);
    hold::<EscalateView>("escalate", &mut complaints);
    hold::<AlarmMessage>("escalate-row", &mut complaints);
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn a_key_that_is_published_and_not_written_is_found() {
    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its shape matters")]
    struct Wrong {
        id: String,
        events: Option<u32>,
    }
    let mut complaints = Vec::new();
    hold::<Wrong>("step", &mut complaints);
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
