//! Whatever somebody writes without seinhuis, with every lock in place: it is refused, or nothing
//! that was recorded is lost, no rule is broken, and everybody can go on.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rusqlite::Connection;

use crate::domain::codes::CodeEnum as _;
use crate::domain::lifecycle::{Command, Verb};
use crate::register::audit::verify::verify;
use crate::register::engines::sqlite::SqliteTransaction;
use crate::register::engines::sqlite::tests::full::full;
use crate::register::engines::sqlite::tests::kinds::where_it_may;
use crate::register::engines::sqlite::tests::statements::{
    Statement, all_statements, other_values, plain,
};
use crate::register::engines::sqlite::tests::visit::{columns_of, laid, of_columns, with_a_signal};
use crate::register::engines::sqlite::tests::{Folder, opened};
use crate::register::event_row::EventRow;
use crate::register::examples::*;
use crate::register::row::RowColumns as _;
use crate::register::{Access, Clock, CopyKind, Filter, FindingKind, RegisterError};

/// How a visitor has set up the connection, and whether each statement is in a transaction.
#[derive(Debug, Clone, Copy)]
struct Habit {
    foreign_keys: bool,
    recursive_triggers: bool,
    in_a_transaction: bool,
}

impl Habit {
    fn all() -> Vec<Self> {
        let both = [true, false];
        let habits = both.into_iter().flat_map(|foreign_keys| {
            both.into_iter().flat_map(move |recursive_triggers| {
                both.map(|in_a_transaction| Self {
                    foreign_keys,
                    recursive_triggers,
                    in_a_transaction,
                })
            })
        });
        habits.collect()
    }
}

/// A register that can be put back as it was, and somebody at work in it.
struct Visit {
    world: Folder,
    bytes: Vec<u8>,
    habit: Habit,
    connection: Option<Connection>,
    /// A trigger that is not there while the visitor writes: the control.
    without: Option<(String, String)>,
}

/// What came of a statement.
enum Came {
    /// It was refused, or changed nothing.
    Nothing,
    /// It is in the register.
    Through,
}

impl Visit {
    fn new() -> Self {
        let (of_full, register) = full();
        let copy = of_full.path().with_extension("copy");
        std::fs::write(&copy, "").unwrap();
        register.copy(&copy, &copy, CopyKind::Aside).unwrap();
        let visit = Self {
            world: Folder::new(),
            bytes: std::fs::read(&copy).unwrap(),
            habit: Habit::all()[0],
            connection: None,
            without: None,
        };
        std::fs::write(visit.before(), &visit.bytes).unwrap();
        visit
    }

    fn before(&self) -> PathBuf {
        self.world.path().with_extension("before")
    }

    /// The register as it was, opened anew.
    fn put_back(&mut self) {
        self.connection = None;
        for file in crate::register::engines::sqlite::files_of(&self.world.path()) {
            let _ = std::fs::remove_file(file);
        }
        std::fs::write(self.world.path(), &self.bytes).unwrap();
        let connection = Connection::open(self.world.path()).unwrap();
        let Habit {
            foreign_keys,
            recursive_triggers,
            in_a_transaction: _,
        } = self.habit;
        let set_up = format!(
            "PRAGMA synchronous = OFF; PRAGMA foreign_keys = {foreign_keys}; PRAGMA recursive_triggers = {recursive_triggers}"
        );
        connection.execute_batch(&set_up).unwrap();
        connection
            .execute("ATTACH ?1 AS before", [self.before().to_str().unwrap()])
            .unwrap();
        if let Some((name, _)) = &self.without {
            connection
                .execute_batch(&format!("DROP TRIGGER {name}"))
                .unwrap();
        }
        self.connection = Some(connection);
    }

    fn write(&mut self, sql: &str) -> Came {
        if self.connection.is_none() {
            self.put_back();
        }
        let connection = self.connection.as_ref().unwrap();
        let before = connection.total_changes();
        let written = if self.habit.in_a_transaction {
            connection.execute_batch(&format!("BEGIN; {sql}; COMMIT"))
        } else {
            connection.execute_batch(sql)
        };
        if written.is_err() && !connection.is_autocommit() {
            // What a visitor commits who looks at no error.
            if self.habit.foreign_keys || connection.execute_batch("COMMIT").is_err() {
                connection.execute_batch("ROLLBACK").unwrap();
            }
        }
        if connection.total_changes() == before {
            Came::Nothing
        } else {
            Came::Through
        }
    }

    /// What is wrong with the register now, if anything. `at_length`: also whether it is sound and
    /// everybody can go on.
    fn wrong(&mut self, at_length: bool) -> Option<String> {
        let connection = self.connection.take().unwrap();
        if let Some((_, sql)) = &self.without {
            connection.execute_batch(sql).unwrap();
        }
        let lost = lost(&connection);
        drop(connection);
        if !at_length || lost.is_some() {
            return lost;
        }
        let broken = self.broken().or_else(|| {
            let error = self.goes_on().err();
            error.map(|error| format!("nobody can go on: {error:?}"))
        });
        broken.or_else(|| self.broken())
    }

    /// What is found that no visitor may bring about.
    fn broken(&self) -> Option<String> {
        let looked = opened(&self.world.path(), Access::Inspect)
            .and_then(|mut register| register.verify(&[]));
        match looked {
            Err(error) => Some(format!("{error:?}")),
            Ok(verified) => {
                let mut findings = verified.findings.iter();
                findings
                    .find(|finding| !TELLS_THE_VISITOR.contains(&finding.kind))
                    .map(|finding| format!("{finding:?}"))
            }
        }
    }

    /// Everybody reads, takes steps, reports and exports.
    fn goes_on(&self) -> Result<(), RegisterError> {
        let mut register = opened(&self.world.path(), Access::Write(Clock::System))?;
        let number = register.story(&id(4).into()).map(|story| story.case.events);
        let going_on = |error| RegisterError::Failed {
            place: self.world.place(),
            cause: format!("{error:?} after event {number:?}"),
        };
        let reason = || words("Toch weer.");
        let ask = Command::Ask {
            of: None,
            question: reason(),
        };
        order(&mut register, id(1), WIJKTEAM, ask, 9).map_err(|e| going_on(format!("{e:?}")))?;
        register.report(&signal(70), &offer(), &decision("{}", "digest"), &sender())?;
        register.report(&signal(71), &offer(), &decision("{}", "other"), &sender())?;
        order(
            &mut register,
            id(71),
            JGZ,
            Command::Accept { contact: None },
            9,
        )
        .map_err(|e| going_on(format!("{e:?}")))?;
        register.record_export(&Filter::default(), monday(), &organisation(GEMEENTE), None)?;
        register.list(&Filter::default(), &mut |_| {
            std::ops::ControlFlow::Continue(())
        })?;
        Ok(())
    }
}

/// The first table that has lost a recorded row.
fn lost(connection: &Connection) -> Option<String> {
    let lost = RECORD.iter().find(|table| {
        let sql = format!("SELECT * FROM before.{table} EXCEPT SELECT * FROM main.{table}");
        connection.prepare(&sql).unwrap().exists([]).unwrap()
    });
    lost.map(|table| format!("a row of {table} is lost"))
}

/// The tables that never lose a row. The other two are made from them.
const RECORD: [&str; 9] = [
    "origin",
    "event_kind",
    "grounds",
    "as_was",
    "event",
    "facts",
    "contact",
    "words",
    "export",
];

/// What is found of rows that a visitor adds: that nobody sealed them, or that no event came with
/// them. They break no rule.
pub(super) const TELLS_THE_VISITOR: [FindingKind; 13] = [
    FindingKind::Seal,
    FindingKind::Dangling,
    FindingKind::Facts,
    FindingKind::FactsUnknown,
    FindingKind::Contact,
    FindingKind::ContactUnknown,
    FindingKind::Words,
    FindingKind::WordsUnknown,
    FindingKind::Grounds,
    FindingKind::GroundsUnknown,
    FindingKind::AsWas,
    FindingKind::AsWasUnknown,
    FindingKind::Export,
];

/// The first statement after which something is wrong. `judged`: those that were looked at.
fn first_wrong(
    visit: &mut Visit,
    statements: &[Statement],
    judged: &mut BTreeSet<String>,
) -> Option<String> {
    for Statement { sql, .. } in statements {
        match visit.write(sql) {
            Came::Nothing => continue,
            Came::Through => {}
        }
        // What came through is the same whatever the habit, if nothing is lost.
        let wrong = visit.wrong(judged.insert(plain(sql)));
        let wrong = wrong.map(|wrong| format!("{sql} ({:?}): {wrong}", visit.habit));
        if wrong.is_some() {
            return wrong;
        }
    }
    None
}

#[test]
fn whatever_a_visitor_writes_is_refused_or_breaks_nothing() {
    let mut visit = Visit::new();
    visit.put_back();
    let statements = all_statements(visit.connection.as_ref().unwrap());
    assert!(statements.len() > 5_000, "{}", statements.len());
    let mut judged = BTreeSet::new();
    for habit in Habit::all() {
        (visit.habit, visit.connection) = (habit, None);
        assert_eq!(first_wrong(&mut visit, &statements, &mut judged), None);
    }
    assert!(judged.len() > 20, "some come through: {judged:?}");
}

/// The control: with any one trigger gone, something gets through that is found.
#[test]
fn without_any_one_of_the_triggers_something_gets_through() {
    let mut visit = Visit::new();
    visit.put_back();
    let connection = visit.connection.as_ref().unwrap();
    let statements = all_statements(connection);
    let mut named = connection
        .prepare("SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let triggers: Vec<(String, String, String)> = named
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    drop(named);
    assert!(triggers.len() > 30, "{triggers:?}");
    let mut idle = Vec::new();
    for (table, name, sql) in triggers {
        // Without it no event at all, or none that involves somebody, can be written, or its list
        // misses the signal: see rules.rs.
        if ["moving", "reading"].contains(&table.as_str())
            || name.ends_with("_stands_with_its_readers")
        {
            continue;
        }
        visit.without = Some((name.clone(), sql));
        let of_table: Vec<Statement> = statements
            .iter()
            .filter(|statement| statement.table == table)
            .cloned()
            .collect();
        let mut wrong = None;
        for in_a_transaction in [false, true] {
            visit.habit = Habit {
                foreign_keys: false,
                recursive_triggers: false,
                in_a_transaction,
            };
            visit.connection = None;
            let mut judged = BTreeSet::new();
            wrong = wrong.or_else(|| first_wrong(&mut visit, &of_table, &mut judged));
        }
        idle.extend(wrong.is_none().then_some(name));
    }
    assert_eq!(idle, Vec::<String>::new());
}

/// Any event that a visitor can write after what there is: of every kind, from who may do it, with
/// any value in any of its columns. What comes through moves the signal as its fold does.
#[test]
fn any_event_of_a_visitor_is_refused_or_moves_its_signal_by_the_rules() {
    let (mut tried, mut through) = (0, 0);
    for verb in Verb::ALL.iter().copied() {
        let (state, by) = where_it_may(verb);
        let (world, mut register) = with_a_signal(state);
        let number = register.story(&id(1).into()).unwrap().case.events + 1;
        let visitor = Connection::open(world.path()).unwrap();
        let own = columns_of(verb, number, by);
        let names: BTreeSet<&str> = EventRow::COLUMNS.iter().copied().collect();
        for column in names {
            for value in other_values(column) {
                let mut columns = own.clone();
                columns.insert(column, value);
                let insert = of_columns(&columns);
                visitor
                    .execute_batch(&format!("BEGIN; {}", laid(verb, number)))
                    .unwrap();
                tried += 1;
                if visitor.execute_batch(&insert).is_ok() {
                    through += 1;
                    let verified =
                        verify(&mut SqliteTransaction::of(&visitor, &world.path()), &[]).unwrap();
                    let mut findings = verified.findings.iter();
                    let broken = findings.find(|found| !TELLS_THE_VISITOR.contains(&found.kind));
                    assert_eq!(broken, None, "{insert}");
                }
                let _ = visitor.execute_batch("ROLLBACK");
            }
        }
    }
    assert!(tried > 10_000 && through > 200, "{through} of {tried}");
}
