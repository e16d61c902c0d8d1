//! All that a sender can say comes through, by whichever way it is said.

use crate::common::World;
use seinhuis::domain::codes::CodeEnum as _;
use seinhuis::exchange::import::Field;
use serde_json::{Map, Value};

/// What a sender says in a field; nothing in the field that another one rules out.
fn said(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Id => "K7M4Q2X8",
        Field::Sender => "kraamzorg-de-wieg",
        Field::Contact => "Noor, 06 12345678",
        Field::Reference => "R 1",
        Field::ReportedAt => "2026-11-23T10:15:00+01:00",
        Field::Topics => "parenting/attachment,finances/arrears",
        Field::Age => "8m",
        Field::Youngest => "8m",
        Field::Area => "waterdam-noord",
        Field::Urgency => "urgent",
        Field::Before => "2026-12-04",
        Field::Discussed => "yes",
        Field::Consent => "no",
        Field::WhyWithoutConsent => "For the baby.",
        Field::WhyNotDiscussed => return None,
        Field::Seen => "Mother cries a lot.",
        Field::GoesWell => "Grandmother comes every day.",
        Field::Helpers => "The neighbour.",
        Field::OwnWords => "I am tired.",
    })
}

/// The option of `report`; nothing where the run says it in another way.
fn option(field: Field) -> Option<&'static str> {
    match field {
        // Who somebody acts for, and the clock.
        Field::Sender | Field::ReportedAt => None,
        Field::Id => Some("--id"),
        Field::Contact => Some("--contact"),
        Field::Reference => Some("--reference"),
        Field::Topics => Some("--topic"),
        Field::Age => Some("--age"),
        Field::Youngest => Some("--youngest"),
        Field::Area => Some("--area"),
        Field::Urgency => Some("--urgency"),
        Field::Before => Some("--before"),
        Field::Discussed => Some("--discussed"),
        Field::Consent => Some("--consent"),
        Field::WhyWithoutConsent => Some("--because"),
        Field::WhyNotDiscussed => Some("--not-discussed"),
        Field::Seen => Some("--seen"),
        Field::GoesWell => Some("--goes-well"),
        Field::Helpers => Some("--helpers"),
        Field::OwnWords => Some("--own-words"),
    }
}

fn fields() -> impl Iterator<Item = (Field, &'static str)> {
    let fields = Field::ALL.iter();
    fields.filter_map(|field| Some((*field, said(*field)?)))
}

const SENDER: &str = "kraamzorg-de-wieg";

fn world() -> World {
    World::new().as_(SENDER)
}

/// The signal as its sender reads it.
fn shown(world: &World) -> Value {
    let mut shown = world.run(["show", "K7M4", "--format=json"]).exit(0).json();
    // How it came here is told apart.
    let events = shown["events"].as_array_mut().unwrap();
    events.retain(|event| event["event"] != "imported");
    shown
}

fn typed() -> World {
    let world = world();
    let mut words = vec!["report".to_owned()];
    for (field, said) in fields() {
        match (field, option(field)) {
            (_, None) => {}
            (Field::Discussed, Some(flag)) => words.push(flag.to_owned()),
            (_, Some(option)) => words.push(format!("{option}={said}")),
        }
    }
    world.run(words).exit(0);
    world
}

fn imported(by: &str, name: &str, content: String) -> World {
    let world = world().file(name, content);
    world
        .run_as(by, ["import", name])
        .exit(0)
        .said("1 signal recorded.");
    world
}

fn of_a_table() -> World {
    let headings: Vec<&str> = fields().map(|(field, _)| field.code()).collect();
    let row: Vec<String> = fields().map(|(_, said)| format!("\"{said}\"")).collect();
    let table = format!("{}\n{}\n", headings.join(","), row.join(","));
    imported(SENDER, "in.csv", table)
}

fn of_a_line() -> World {
    let line: Map<String, Value> = fields()
        .map(|(field, said)| (field.code().to_owned(), said.into()))
        .collect();
    imported(SENDER, "in.jsonl", format!("{}\n", Value::Object(line)))
}

fn of_an_export(of: &World) -> World {
    let export = [
        "export",
        "--with-words",
        "--format=jsonl",
        "--as=kraamzorg-de-wieg",
    ];
    imported(
        "gemeente-waterdam",
        "in.jsonl",
        of.run(export).exit(0).out.clone(),
    )
}

#[test]
fn all_that_a_sender_can_say_comes_through_by_every_way() {
    let typed = typed();
    let first = shown(&typed);
    for (field, said) in fields() {
        let key = field.code();
        let words = &first["events"][0]["words"][key.replace('_', "-")];
        let value = match (&first[key], words) {
            (Value::Null, Value::String(words)) => words.clone(),
            (Value::String(text), _) => text.clone(),
            (Value::Bool(true), _) => "yes".to_owned(),
            (Value::Array(topics), _) => {
                let topics: Vec<&str> =
                    topics.iter().map(|topic| topic.as_str().unwrap()).collect();
                topics.join(",")
            }
            (other, _) => panic!("show says {other} of {key}"),
        };
        assert_eq!(value, said, "{key}");
    }
    let ways = [
        ("a table", of_a_table()),
        ("a line", of_a_line()),
        ("an export", of_an_export(&typed)),
    ];
    for (way, world) in ways {
        assert_eq!(shown(&world), first, "by {way}");
    }
}

#[test]
fn why_it_was_not_discussed_comes_through_too() {
    let report = [
        "report",
        "--id=K7M4Q2X8",
        "--topic=parenting",
        "--seen=x",
        "--not-discussed=Not safe",
    ];
    let typed = world();
    typed.run(report).exit(0);
    let first = shown(&typed);
    assert_eq!(first["discussed"], false);
    assert_eq!(first["events"][0]["words"]["why-not-discussed"], "Not safe");
    let table = "id,topics,seen,why_not_discussed\nK7M4Q2X8,parenting,x,Not safe\n";
    for world in [
        imported(SENDER, "in.csv", table.to_owned()),
        of_an_export(&typed),
    ] {
        assert_eq!(shown(&world), first);
    }
}

#[test]
fn the_paper_about_files_tells_of_every_field() {
    let paper = std::fs::read_to_string("docs/import.md").unwrap();
    for field in Field::ALL {
        let code = format!("`{}`", field.code());
        let told = paper
            .lines()
            .any(|line| line.starts_with("| `") && line.contains(&code));
        assert!(told, "docs/import.md has no row for {code}");
    }
}
