//! The JSON Schema of the map says what the reader does: the same keys, and no map refused that the
//! reader takes.

use std::collections::BTreeSet;
use std::fs;

use jsonschema::Validator;
use seinhuis::map_file::{SCHEMA, load};
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn read(path: &str) -> Value {
    seinhuis::map_file::yaml::read(&fs::read(path).unwrap()).unwrap()
}

/// What an editor would underline, with the place.
fn complaints(map: &Value) -> Vec<String> {
    validator()
        .iter_errors(map)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// Wrong maps of which only a reader of the whole map can tell, or a text that JSON Schema cannot
/// look into.
const BEYOND_A_SCHEMA: &[(&str, &str)] = &[
    ("ambiguous-sender", "a reference"),
    ("ambiguous-sender-of-a-level", "a reference"),
    ("area-cycle", "references"),
    ("closed-and-open", "two lists compared"),
    ("coordinator-without-contact", "a reference"),
    ("file-beside-the-map", "another file"),
    ("file-without-end", "the last line"),
    ("form-without-text", "two keys compared"),
    (
        "hidden-character",
        "the list of characters that nobody sees",
    ),
    ("many-faults", "references"),
    ("not-a-person", "a citizen service number"),
    (
        "missing-key-of-the-map",
        "another file of the folder may have it",
    ),
    ("not-a-day", "the days that February has"),
    ("not-ages", "two ages compared"),
    ("nothing-to-take-over", "two keys compared"),
    ("heir-not-there", "two entries compared"),
    ("outside-the-whole", "two entries compared"),
    ("no-coordinator", "a reference"),
    ("coordinator-begins", "a reference"),
    ("area-reversed", "two days compared"),
    ("shared-postcode-at-a-time", "areas compared"),
    ("own-former-code", "a key and a list compared"),
    ("same-step", "two steps compared"),
    ("text-for-nobody", "two keys compared"),
    ("told-without-contact", "a reference"),
    ("unknown-listener", "a reference"),
    ("not-postcodes", "two postcodes compared"),
    ("office-hours-over-midnight", "two times compared"),
    ("office-hours-reversed", "two times compared"),
    (
        "postcode-as-name",
        "a name without capitals, accents and spaces",
    ),
    ("still-present", "a reference"),
    ("two-heirs", "two entries compared"),
    ("same-municipality", "two areas compared"),
    ("shared-postcode", "two areas compared"),
    ("unknown-area", "a reference"),
    ("unknown-area-around", "a reference"),
    ("unknown-organisation", "a reference"),
    ("unknown-sender", "a reference"),
    ("unknown-sender-of-a-level", "a reference"),
    ("unknown-topic", "a reference"),
    ("validity-reversed", "two days compared"),
];

#[test]
fn the_schema_is_one_of_its_draft() {
    assert_eq!(
        schema()["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    jsonschema::meta::validate(&schema()).unwrap();
}

#[test]
fn the_schema_has_every_key_of_the_reader_and_no_other() {
    let format = include_str!("../../src/map_file/format.rs");
    let given = format
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": Optional<"))
        .map(|(key, _)| key);
    let mut of_the_reader: BTreeSet<String> = given.map(str::to_owned).collect();
    of_the_reader.extend(["nl".to_owned(), "en".to_owned()]);
    let mut of_the_schema = BTreeSet::new();
    each_object(&schema(), &mut |object| {
        let keys = object.get("properties").and_then(Value::as_object);
        of_the_schema.extend(keys.iter().flat_map(|keys| keys.keys().cloned()));
    });
    assert_eq!(of_the_schema, of_the_reader);
}

#[test]
fn the_schema_says_of_every_key_what_it_is() {
    each_object(&schema(), &mut |object| {
        for (key, of_key) in object
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            assert!(
                of_key["description"]
                    .as_str()
                    .is_some_and(|said| said.ends_with('.')),
                "{key} is not described"
            );
            assert_eq!(
                object["additionalProperties"], false,
                "beside {key} other keys are let through"
            );
        }
    });
}

fn each_object(value: &Value, each: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(fields) => {
            each(value);
            fields.values().for_each(|below| each_object(below, each));
        }
        Value::Array(items) => items.iter().for_each(|below| each_object(below, each)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_example_and_the_page_that_teaches_fit_the_schema() {
    assert_eq!(complaints(&read("routes.yaml")), Vec::<String>::new());
    let page = include_str!("../../docs/routes-yaml.md");
    let taught = page
        .split("```yaml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    assert_eq!(
        complaints(&seinhuis::map_file::yaml::read(taught.as_bytes()).unwrap()),
        Vec::<String>::new()
    );
}

#[test]
fn what_is_wrong_by_shape_is_refused_by_the_schema() {
    let mut passed = BTreeSet::new();
    for path in fs::read_dir("tests/maps")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
    {
        // What is no YAML is no value that a schema could look at. A map that the program reads has
        // no fault of its shape.
        let Ok(map) = seinhuis::map_file::yaml::read::<Value>(&fs::read(&path).unwrap()) else {
            continue;
        };
        if load(&path).is_err() && complaints(&map).is_empty() {
            passed.insert(path.file_stem().unwrap().to_string_lossy().into_owned());
        }
    }
    assert_eq!(
        passed,
        BEYOND_A_SCHEMA
            .iter()
            .map(|(name, _)| (*name).to_owned())
            .collect()
    );
}

/// A map in which the one thing is replaced by the other.
fn map_with(one: &str, other: &str) -> String {
    let map = fs::read_to_string("routes.yaml").unwrap();
    assert!(map.contains(one), "the example map has no {one}");
    map.replacen(one, other, 1)
}

#[test]
fn what_the_reader_takes_in_another_spelling_is_not_refused() {
    for (one, other) in [
        ("call: \"112\"", "call: 112"),
        ("phone: 010-555 01 01", "phone: 0105550101"),
        ("phone: 010-555 01 01", "phone: +31 (10) 555.01/01"),
        ("seinhuis: 1 ", "seinhuis: \"1\" "),
        (
            "postcodes: [3000-3019]",
            "postcodes: [\"3000\", 3001, 3002 - 3019]",
        ),
        ("days: mon-fri", "days: [mon, tue-thu, \" sat - sun \"]"),
        ("from: \"08:30\"", "from: 8:30"),
        ("name: Voetbalvereniging Waterdam", "name: 1908"),
        ("kind: home-care", "kind: 42"),
        ("ages: unborn-4 ", "ages: ongeboren-48 maanden "),
        ("ages: 17y6m-18", "ages: 17 jaar en 6 maanden - 18"),
        ("feedback_within: 4 weeks", "feedback_within: +1  week"),
        (
            "because: {nl: \"Jeugdwet, artikel 3.1\", en: \"Jeugdwet, article 3.1\"}",
            "because: {nl: 31, en: 3.1}",
        ),
        ("priority: -1", "priority: -2147483648"),
        ("holidays: nl ", "holidays: none "),
    ] {
        let text = map_with(one, other);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("routes.yaml");
        fs::write(&file, &text).unwrap();
        load(&file).unwrap_or_else(|faults| panic!("the reader refuses {other}: {faults:?}"));
        assert_eq!(
            complaints(&seinhuis::map_file::yaml::read(text.as_bytes()).unwrap()),
            Vec::<String>::new(),
            "{other}"
        );
    }
}

#[test]
fn a_file_of_a_folder_needs_no_more_than_its_own_keys() {
    assert_eq!(
        complaints(&json!({"organisations": {"jgz": {"name": "JGZ", "kind": "jgz"}}})),
        Vec::<String>::new()
    );
}
