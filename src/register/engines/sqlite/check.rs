//! SQLite's own checks: damaged pages and indexes, dangling references, and a changed schema.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::register::database::{IntegrityIssue, SchemaDifference};
use crate::register::engines::sqlite::identity::Origin;
use crate::register::engines::sqlite::{faults, identity};

/// Each damaged page can give many messages.
const MAX_MESSAGES: u32 = 20;

/// The table with the rules for events.
const RULES: &str = "event_kind";

/// The table that says how the register was made.
const ORIGIN: &str = "origin";

/// See [`Transaction::check`](crate::register::database::Transaction::check).
pub(super) fn check(
    connection: &Connection,
    each: &mut dyn FnMut(IntegrityIssue),
) -> rusqlite::Result<()> {
    for check in [integrity, dangling, schema] {
        match check(connection, each) {
            Err(error) if is_damage(&error) => each(IntegrityIssue::Damage(error.to_string())),
            checked => checked?,
        }
    }
    Ok(())
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase)
    )
}

/// Every page, row and index. The messages name tables, indexes, pages and row numbers, no values.
fn integrity(
    connection: &Connection,
    each: &mut dyn FnMut(IntegrityIssue),
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(&format!("PRAGMA integrity_check({MAX_MESSAGES})"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let message = text_of(row, 0)?;
        // One message may hold several lines.
        message
            .lines()
            .filter(|line| *line != "ok")
            .for_each(|line| each(IntegrityIssue::Damage(line.to_owned())));
    }
    Ok(())
}

fn dangling(connection: &Connection, each: &mut dyn FnMut(IntegrityIssue)) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    let mut counted: BTreeMap<(String, String), u64> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        *counted
            .entry((text_of(row, 0)?, text_of(row, 2)?))
            .or_default() += 1;
    }
    counted
        .into_iter()
        .for_each(|((table, to), rows)| each(IntegrityIssue::Dangling { table, to, rows }));
    Ok(())
}

/// Compares the schema, and the rules that it holds as rows, with those of a new register.
fn schema(connection: &Connection, each: &mut dyn FnMut(IntegrityIssue)) -> rusqlite::Result<()> {
    let fresh = Connection::open_in_memory()?;
    identity::make_tables(&fresh)?;
    let (ours, theirs) = (parts(&fresh)?, parts(connection)?);
    for (name, part) in &ours {
        let difference = match theirs.get(name) {
            None => SchemaDifference::Missing,
            Some(found) if found != part => SchemaDifference::Changed,
            Some(_) => continue,
        };
        each(IntegrityIssue::Schema {
            name: name.clone(),
            difference,
            is_table: part.0 == "table",
        });
    }
    if ours.get(RULES) == theirs.get(RULES) && rules(&fresh)? != rules(connection)? {
        each(IntegrityIssue::Schema {
            name: RULES.to_owned(),
            difference: SchemaDifference::Changed,
            is_table: true,
        });
    }
    // The register can be read without it: its right content is known.
    if ours.get(ORIGIN) == theirs.get(ORIGIN)
        && let Some(difference) = origin(connection)?
    {
        each(IntegrityIssue::Schema {
            name: ORIGIN.to_owned(),
            difference,
            is_table: false,
        });
    }
    for name in theirs.keys().filter(|name| !ours.contains_key(*name)) {
        each(IntegrityIssue::Schema {
            name: name.clone(),
            difference: SchemaDifference::Unknown,
            is_table: false,
        });
    }
    Ok(())
}

/// How the origin differs from that of this draft. Nothing proves whether the register is a trial.
fn origin(connection: &Connection) -> rusqlite::Result<Option<SchemaDifference>> {
    let mut statement = connection.prepare(&Origin::statement())?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(Some(SchemaDifference::Missing));
    };
    let of_this_draft = Origin::of(row).is_some_and(|Origin { one, schema, trial }| {
        one == 1 && schema == identity::draft().to_string() && identity::clock(&trial).is_some()
    });
    let is_ours = of_this_draft && rows.next()?.is_none();
    Ok((!is_ours).then_some(SchemaDifference::Changed))
}

/// The rules that the schema holds as rows, with all columns.
fn rules(connection: &Connection) -> rusqlite::Result<Vec<Vec<Option<String>>>> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {RULES} ORDER BY kind"))?;
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        (0..columns).map(|column| text(row, column)).collect()
    })?;
    rows.collect()
}

/// The type and the statement of each part of the schema, by name. Skips the statistics of ANALYZE.
fn parts(connection: &Connection) -> rusqlite::Result<BTreeMap<String, (String, Option<String>)>> {
    let mut statement = connection.prepare("SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'")?;
    let rows = statement.query_map([], |row| {
        Ok((text_of(row, 0)?, (text_of(row, 1)?, text(row, 2)?)))
    })?;
    rows.collect()
}

/// Damaged bytes are replaced.
fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => None,
    })
}

fn text_of(row: &Row<'_>, column: usize) -> rusqlite::Result<String> {
    text(row, column)?.ok_or_else(faults::not_text)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use rusqlite::ffi;

    use super::*;
    use crate::register::Clock;

    /// A register without a signal.
    fn made() -> Connection {
        let register = Connection::open_in_memory().unwrap();
        identity::make_tables(&register).unwrap();
        identity::make_origin(&register, Clock::System).unwrap();
        register
    }

    fn describe(connection: &Connection) -> rusqlite::Result<Vec<IntegrityIssue>> {
        let mut issues = Vec::new();
        check(connection, &mut |issue| issues.push(issue)).map(|()| issues)
    }

    #[test]
    fn rules_that_stand_in_another_table_are_told_once() {
        let register = made();
        assert_eq!(describe(&register), Ok(vec![]));
        let changed = |how| IntegrityIssue::Schema {
            name: "event_kind".to_owned(),
            difference: how,
            is_table: true,
        };
        register
            .execute_batch("DROP TRIGGER rules_are_never_edited; UPDATE event_kind SET fills = ''")
            .unwrap();
        assert!(
            describe(&register)
                .unwrap()
                .contains(&changed(SchemaDifference::Changed))
        );
        register
            .execute_batch("ALTER TABLE event_kind ADD COLUMN more TEXT")
            .unwrap();
        assert_eq!(
            describe(&register)
                .unwrap()
                .iter()
                .filter(|issue| **issue == changed(SchemaDifference::Changed))
                .count(),
            1
        );
        register
            .execute_batch(
                "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'event_kind'",
            )
            .unwrap();
        assert!(
            describe(&register)
                .unwrap()
                .contains(&changed(SchemaDifference::Missing))
        );
    }

    #[rstest]
    #[case::gone("DELETE FROM origin", SchemaDifference::Missing)]
    #[case::of_another_draft(
        "UPDATE origin SET schema = 'ffffffffffffffffffffffffffffffff'",
        SchemaDifference::Changed
    )]
    #[case::neither_to_try_nor_not(
        "UPDATE origin SET trial = 'perhaps'",
        SchemaDifference::Changed
    )]
    #[case::a_second_one(
        "INSERT INTO origin SELECT 2, schema, trial FROM origin",
        SchemaDifference::Changed
    )]
    fn an_origin_that_is_not_that_of_a_register_is_told(
        #[case] sql: &str,
        #[case] how: SchemaDifference,
    ) {
        let register = made();
        let drop = "PRAGMA ignore_check_constraints = ON; DROP TRIGGER origin_is_recorded_once;
            DROP TRIGGER origin_is_never_edited; DROP TRIGGER origin_is_never_deleted";
        register.execute_batch(&format!("{drop}; {sql}")).unwrap();
        let text = describe(&register).unwrap();
        assert!(text.contains(&IntegrityIssue::Schema {
            name: "origin".to_owned(),
            difference: how,
            is_table: false,
        }));
    }

    #[test]
    fn what_another_program_keeps_locked_is_no_damage() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Connection::open(folder.path().join("register.db")).unwrap();
        let (ours, other) = (open(), open());
        identity::make_tables(&ours).unwrap();
        ours.busy_timeout(std::time::Duration::ZERO).unwrap();
        other.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let refused = describe(&ours).unwrap_err();
        assert_eq!(
            refused.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseBusy)
        );
    }

    #[rstest]
    #[case(ffi::SQLITE_CORRUPT, true)]
    #[case(ffi::SQLITE_NOTADB, true)]
    #[case(ffi::SQLITE_BUSY, false)]
    #[case(ffi::SQLITE_IOERR, false)]
    fn only_damage_is_told_as_damage(#[case] code: i32, #[case] damage: bool) {
        assert_eq!(
            is_damage(&rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)),
            damage
        );
    }
}
