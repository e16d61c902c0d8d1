//! The copying, by SQL alone: indexes and triggers are set aside, and put back as they were.

use std::path::Path;

use rusqlite::Connection;

use super::Stored;

/// The number of a copy of the signal at `place`, `?1` places further on: eight digits, in the order
/// of the places, which lie `apart`.
fn number(place: &str, apart: i64) -> String {
    let place = format!("(({place} + ?1) * {apart})");
    let digit = |shift: u32| {
        format!("substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (({place} >> {shift}) & 31), 1)")
    };
    (0..8)
        .rev()
        .map(|n| digit(5 * n))
        .collect::<Vec<_>>()
        .join(" || ")
}

/// Copies the register at `lives` to `path` until it holds as many signals as asked.
pub fn copy(lives: &Path, path: &Path, stored: Stored) {
    let count = |connection: &Connection| {
        connection
            .query_row("SELECT count(*) FROM signal", [], |row| {
                row.get::<_, u32>(0)
            })
            .unwrap()
    };
    let source = Connection::open(lives).unwrap();
    let lives_led = stored.lives();
    assert_eq!(count(&source), lives_led);
    source
        .execute("VACUUM INTO ?1", [path.to_str().unwrap()])
        .unwrap();

    let made = Connection::open(path).unwrap();
    // Until it is whole, nothing of it needs to survive; and what is copied was checked when it was
    // recorded.
    let careless = [
        "journal_mode = OFF",
        "synchronous = OFF",
        "foreign_keys = OFF",
        "ignore_check_constraints = ON",
        "cache_size = -400000",
    ];
    careless
        .iter()
        .for_each(|pragma| made.execute_batch(&format!("PRAGMA {pragma}")).unwrap());
    let aside = set_aside(&made);
    made.execute_batch("BEGIN").unwrap();
    // The lives themselves get numbers in one row with their copies.
    let apart = (1_i64 << 40) / i64::from(stored.signals + 1);
    for (table, place) in [("event", "signal"), ("signal", "seq")] {
        let id = number(place, apart);
        made.execute(
            &format!("UPDATE {table} SET id = {id} WHERE id IS NOT NULL"),
            [0],
        )
        .unwrap();
    }
    let steps = made
        .query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0))
        .unwrap();
    for table in ["event", "facts", "contact", "words", "signal", "reader"] {
        let (columns, values) = columns(&made, table, apart, (steps, lives_led));
        let of = if table == "signal" { "seq" } else { "signal" };
        let lives = format!("FROM {table} WHERE {of} <= {lives_led} ORDER BY {of}");
        let mut statement = made
            .prepare(&format!(
                "INSERT INTO {table} ({columns}) SELECT {values} {lives}"
            ))
            .unwrap();
        for copy in 1..stored.signals / lives_led {
            statement.execute([copy * lives_led]).unwrap();
        }
    }
    aside
        .iter()
        .for_each(|sql| made.execute_batch(sql).unwrap());
    made.execute_batch("COMMIT; PRAGMA journal_mode = WAL")
        .unwrap();
    assert_eq!(count(&made), stored.signals);
}

/// Takes indexes and triggers away, and tells how they are made.
fn set_aside(connection: &Connection) -> Vec<String> {
    let mut statement =
        connection.prepare("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL").unwrap();
    let found = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    let found: Vec<(String, String, String)> = found.map(Result::unwrap).collect();
    let take_away = |(kind, name, sql): (String, String, String)| {
        connection
            .execute_batch(&format!("DROP {kind} {name}"))
            .unwrap();
        sql
    };
    found.into_iter().map(take_away).collect()
}

/// The columns of a table, and what a copy has in each of them.
fn columns(
    connection: &Connection,
    table: &str,
    apart: i64,
    (steps, lives_led): (i64, u32),
) -> (String, String) {
    let mut statement = connection
        .prepare("SELECT name FROM pragma_table_info(?1)")
        .unwrap();
    let names: Vec<String> = statement
        .query_map([table], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let value = |name: &String| match name.as_str() {
        "seq" | "signal" => format!("{name} + ?1"),
        "id" if table == "signal" => number("seq", apart),
        // Of the event that reports it; the others have none.
        "id" => format!("iif(id IS NULL, NULL, {})", number("signal", apart)),
        // The lives were recorded one by one, so their steps are all of the first copy's.
        "step" => format!("step + ?1 / {lives_led} * {steps}"),
        same => same.to_owned(),
    };
    (
        names.join(", "),
        names.iter().map(value).collect::<Vec<_>>().join(", "),
    )
}
