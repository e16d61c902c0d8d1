//! What the program answers in the life of some signals: all that is held against the schemas.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::thread;

use serde_json::Value;

use super::files::{check_maps, world};
use super::schemas::{entry_of, error_entry};
use crate::common::{PROGRAM, Run, World};

/// An answer, a line of one, or an error.
pub struct WrittenAnswer {
    /// What was typed.
    pub typed: String,
    /// Its schema; none for an answer that is a schema by itself.
    pub schema: Option<String>,
    /// What the program wrote.
    pub value: Value,
}

/// When, who, and what is typed. With `!` it ends with an error.
const LIFE: &str = include_str!("../../json_schemas/life.txt");

/// In which form it is written, and in which language.
#[derive(Clone, Copy)]
enum Form {
    /// As one JSON value, in English.
    Whole,
    /// As lines of JSON, in Dutch.
    Lines,
}

/// Everything that was written, in either form by a world of its own.
pub static WRITTEN: LazyLock<Vec<WrittenAnswer>> = LazyLock::new(|| {
    let lived = [Form::Whole, Form::Lines].map(|form| thread::spawn(move || lived(form)));
    lived
        .into_iter()
        .flat_map(|told| told.join().unwrap())
        .collect()
});

fn lived(form: Form) -> Vec<WrittenAnswer> {
    let world = world();
    let lines = LIFE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let checks = check_maps()
        .map(|(_, name)| format!("2026-11-23T09:00 gemeente-waterdam map check {name}"));
    lines
        .map(str::to_owned)
        .chain(checks)
        .flat_map(|line| told(&world, form, &line))
        .collect()
}

/// What a line of [`LIFE`] brings.
fn told(world: &World, form: Form, line: &str) -> Vec<WrittenAnswer> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [at, by, typed @ ..] = words.as_slice() else {
        panic!("{line}: when, who, what")
    };
    let (fails, typed) = if let ["!", typed @ ..] = typed {
        (true, typed)
    } else {
        (false, typed)
    };
    if typed == ["damage"] {
        damage(&world.path("damaged.db"));
        return Vec::new();
    }
    let entry = if fails {
        error_entry()
    } else {
        entry_of(typed)
    };
    // The organisation, and who of it after a stroke.
    let (by, person) = by.split_once('/').unwrap_or((by, ""));
    let (option, language, schema) = match form {
        Form::Whole => ("--format=json", "en", &entry.answer),
        Form::Lines => ("--format=jsonl", "nl", &entry.line),
    };
    // Words of the line are words of the command; this stands for a space in one.
    let typed: Vec<String> = typed.iter().map(|word| word.replace('␣', " ")).collect();
    let words = typed.iter().map(String::as_str).chain([option]);
    let mut command = world.command(PROGRAM, words);
    command
        .env("SEINHUIS_NOW", format!("{at}:00+01:00"))
        .env("SEINHUIS_AS", by)
        .env("SEINHUIS_PERSON", person)
        .env("SEINHUIS_LANG", language);
    let run = Run::of(&mut command, b"");
    // 4, 6 and 9 also tell what an answer says.
    assert!(
        if fails {
            run.code > 0 && run.out.is_empty()
        } else {
            [0, 4, 6, 9].contains(&run.code)
        },
        "{line}\n{run}"
    );
    let text = if fails { &run.err } else { &run.out };
    let values = match form {
        Form::Whole => vec![text.as_str()],
        Form::Lines => text.lines().collect(),
    };
    let value = |text: &str| WrittenAnswer {
        typed: typed.join(" "),
        schema: schema.clone(),
        value: serde_json::from_str(text).unwrap_or_else(|error| panic!("{line}: {error}\n{run}")),
    };
    values.into_iter().map(value).collect()
}

/// Changes a register behind the program's back.
fn damage(register: &std::path::Path) {
    let visitor = rusqlite::Connection::open(register).unwrap();
    visitor.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for lock in [
        "words_are_never_edited",
        "facts_are_never_edited",
        "contact_is_never_edited",
        "as_was_is_never_edited",
        "event_is_never_deleted",
        "signal_is_never_deleted",
        "export_is_never_deleted",
    ] {
        visitor
            .execute_batch(&format!("DROP TRIGGER {lock}"))
            .unwrap();
    }
    let changes = "UPDATE words SET text = 'x' WHERE signal = 1; UPDATE facts SET area = 'x' WHERE signal = 1;
                   UPDATE contact SET text = 'x' WHERE signal = 1; UPDATE as_was SET name = 'x' WHERE number = 3;
                   DELETE FROM event WHERE signal IN (2, 3); DELETE FROM signal WHERE seq = 4;
                   DELETE FROM export WHERE number < 3";
    visitor.execute_batch(changes).unwrap();
}

/// The schemas that something was told for.
pub fn used() -> BTreeSet<&'static str> {
    WRITTEN
        .iter()
        .filter_map(|told| told.schema.as_deref())
        .collect()
}
