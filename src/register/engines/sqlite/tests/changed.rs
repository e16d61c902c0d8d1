//! Whatever is changed in a register behind the program's back is found: every stored column of
//! every table.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::register::FindingKind;
use crate::register::audit::verify::verify;
use crate::register::engines::sqlite::SqliteTransaction;
use crate::register::engines::sqlite::tests::full::full;
use crate::register::engines::sqlite::tests::{Folder, connection_of};

fn found(connection: &Connection, world: &Folder) -> BTreeSet<FindingKind> {
    let verified = verify(&mut SqliteTransaction::of(connection, &world.path()), &[]).unwrap();
    verified
        .findings
        .iter()
        .map(|finding| finding.kind)
        .collect()
}

/// The tables whose rows are checked against something. The progress of an import and the map are
/// not: they say nothing about a signal.
const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('import_run', 'map', 'sqlite_stat1')";

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    connection
        .prepare(sql)
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

/// Values to put in place of one: itself with a bit turned, nothing, and other values of its
/// column.
fn others(value: &Value, elsewhere: &[Value], kind: &str) -> Vec<Value> {
    let turned = |text: &str, place: usize| {
        let mut bytes = text.as_bytes().to_vec();
        bytes[place] ^= 1;
        String::from_utf8(bytes).map(Value::Text).ok()
    };
    let mut others: Vec<Value> = match value {
        Value::Null if kind == "INTEGER" => vec![Value::Integer(1)],
        Value::Null => vec![Value::Text("x".to_owned())],
        Value::Integer(number) => vec![
            Value::Integer(number + 1),
            Value::Integer(number ^ (1 << 40)),
            Value::Null,
        ],
        Value::Text(text) if text.is_empty() => vec![Value::Text("x".to_owned()), Value::Null],
        Value::Text(text) => [
            turned(text, 0),
            turned(text, text.len() - 1),
            Some(Value::Null),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Value::Real(_) | Value::Blob(_) => panic!("no table holds {value:?}"),
    };
    others.extend(
        elsewhere
            .iter()
            .filter(|other| *other != value)
            .take(1)
            .cloned(),
    );
    others
}

#[test]
fn a_full_register_is_sound() {
    let (world, register) = full();
    assert_eq!(found(connection_of(&register), &world), BTreeSet::new());
}

#[test]
fn whatever_is_changed_in_any_column_of_any_table_is_found() {
    let (world, register) = full();
    let connection = connection_of(&register);
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        .unwrap();
    let triggers = texts(
        connection,
        "SELECT sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .join(";\n");
    let names = texts(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
    );
    let drop: String = names
        .iter()
        .map(|name| format!("DROP TRIGGER {name};"))
        .collect();
    let (mut tried, mut columns) = (0, 0);
    for table in texts(connection, TABLES) {
        let key = texts(
            connection,
            &format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"),
        )
        .join(", ");
        for column in texts(
            connection,
            &format!("SELECT name || ' ' || type FROM pragma_table_info('{table}')"),
        ) {
            let (column, kind) = column.split_once(' ').unwrap();
            let rows = format!("SELECT {column} FROM {table} ORDER BY {key}");
            let values: Vec<Value> = connection
                .prepare(&rows)
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let (mut by_ours, mut filled) = (false, false);
            // Each value once, wherever it stands first, and what stands last.
            let describe = |place: usize| {
                place + 1 == values.len() || !values[..place].contains(&values[place])
            };
            for (place, value) in values
                .iter()
                .enumerate()
                .filter(|(place, _)| describe(*place))
            {
                filled |= *value != Value::Null;
                for other in others(value, &values, kind) {
                    connection
                        .execute_batch(&format!("SAVEPOINT changed; {drop}"))
                        .unwrap();
                    let change = format!(
                        "UPDATE {table} SET {column} = ?1 WHERE ({key}) = (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1 OFFSET {place})"
                    );
                    // What no row can hold (NULL, the same twice) SQLite refuses whoever asks.
                    if connection.execute(&change, [&other]) == Ok(1) {
                        connection.execute_batch(&triggers).unwrap();
                        let kinds = found(connection, &world);
                        assert!(
                            !kinds.is_empty(),
                            "{table}.{column}, row {place}: {value:?} became {other:?}, and nothing was found"
                        );
                        by_ours |= kinds.iter().any(|kind| {
                            ![FindingKind::Damage, FindingKind::Dangling].contains(kind)
                        });
                        tried += 1;
                    }
                    connection
                        .execute_batch("ROLLBACK TO changed; RELEASE changed")
                        .unwrap();
                }
            }
            assert!(filled, "{table}.{column} is filled nowhere");
            assert!(by_ours, "only SQLite found a change in {table}.{column}");
            columns += 1;
        }
    }
    assert!(
        tried > 800 && columns > 60,
        "{tried} changes in {columns} columns"
    );
}

/// But for what nothing follows on: the last steps, for which there are receipts, and the last
/// trace of an export.
#[test]
fn each_row_that_is_gone_is_found() {
    let (world, register) = full();
    let connection = connection_of(&register);
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    let triggers = texts(
        connection,
        "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'",
    )
    .join(";\n");
    let names = texts(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'",
    );
    let drop: String = names
        .iter()
        .map(|name| format!("DROP TRIGGER {name};"))
        .collect();
    let mut tried = 0;
    for table in texts(connection, TABLES) {
        let key = texts(
            connection,
            &format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"),
        )
        .join(", ");
        let rows: isize = connection
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                row.get(0)
            })
            .unwrap();
        for place in 0..rows - isize::from(table == "export") {
            connection
                .execute_batch(&format!("SAVEPOINT gone; {drop}"))
                .unwrap();
            let delete = format!(
                "DELETE FROM {table} WHERE ({key}) = (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1 OFFSET {place})"
            );
            connection.execute(&delete, []).unwrap();
            connection.execute_batch(&triggers).unwrap();
            assert!(
                !found(connection, &world).is_empty(),
                "{table}: row {place} is gone, and nothing was found"
            );
            connection
                .execute_batch("ROLLBACK TO gone; RELEASE gone")
                .unwrap();
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn a_row_laid_ready_for_an_event_that_can_never_be_is_found() {
    let (world, register) = full();
    let connection = connection_of(&register);
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    // The last is past every number that an event can have.
    for number in [u32::MAX.into(), i64::from(u32::MAX) + 1] {
        connection
            .execute_batch(&format!(
                "SAVEPOINT ready;
                 INSERT INTO words SELECT signal, {number}, part, text, salt
                 FROM words WHERE part = 'said' LIMIT 1"
            ))
            .unwrap();
        assert!(
            found(connection, &world).contains(&FindingKind::WordsUnknown),
            "{number}"
        );
        connection
            .execute_batch("ROLLBACK TO ready; RELEASE ready")
            .unwrap();
    }
}

#[test]
fn each_trigger_and_index_that_is_gone_is_found_and_so_is_one_that_is_not_ours() {
    let (world, register) = full();
    let connection = connection_of(&register);
    let ours = texts(
        connection,
        "SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL",
    );
    assert!(ours.len() > 30, "{ours:?}");
    for part in ours {
        connection
            .execute_batch(&format!("SAVEPOINT gone; DROP {part}"))
            .unwrap();
        assert_eq!(
            found(connection, &world),
            BTreeSet::from([FindingKind::SchemaMissing]),
            "{part}"
        );
        connection
            .execute_batch("ROLLBACK TO gone; RELEASE gone")
            .unwrap();
    }
    for (added, kind) in [
        ("CREATE TABLE notes (text)", FindingKind::SchemaUnknown),
        (
            "CREATE TRIGGER mine AFTER INSERT ON words BEGIN SELECT 1; END",
            FindingKind::SchemaUnknown,
        ),
        (
            "DROP INDEX of_owner; CREATE INDEX of_owner ON signal (due)",
            FindingKind::SchemaChanged,
        ),
        ("DROP TABLE words", FindingKind::SchemaMissing),
    ] {
        connection
            .execute_batch(&format!(
                "SAVEPOINT other; PRAGMA defer_foreign_keys = ON; {added}"
            ))
            .unwrap();
        assert!(found(connection, &world).contains(&kind), "{added}");
        connection
            .execute_batch("ROLLBACK TO other; RELEASE other")
            .unwrap();
    }
    connection.execute_batch("ANALYZE").unwrap();
    assert_eq!(
        found(connection, &world),
        BTreeSet::new(),
        "what SQLite counts is none of ours"
    );
}
