//! The sqlite3 shell, with the same tables and indexes as a register, and the same rows to import.
//!
//! Its tables have the columns, keys and indexes of the register's and nothing else: no check, no
//! trigger, no foreign key, and a promise that runs now is a column of the file, not computed. All
//! of that would only make the shell slower. It also cannot import nothing where a number is
//! wanted, so no column minds its type.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::Connection;

use crate::program::Place;

/// The tables in which a report leaves rows, and in which order they are imported.
const TABLES: [&str; 8] = [
    "grounds", "as_was", "facts", "contact", "words", "event", "signal", "reader",
];

/// The rows of a register as files, and how an empty database for them is made.
pub struct Shell {
    schema: String,
    files: Vec<(&'static str, PathBuf)>,
    database: PathBuf,
    cache_kib: u32,
}

impl Shell {
    pub fn with_the_rows_of(register: &Path, place: &Place, cache_kib: u32) -> Self {
        let connection = Connection::open(register).unwrap();
        let schema = schema(&connection);
        let file = |table: &'static str| {
            let file = place.path(&format!("{table}.csv"));
            let columns: Vec<String> = columns(&connection, table)
                .into_iter()
                .map(|(name, _, _)| name)
                .collect();
            let query = format!("SELECT {} FROM {table}", columns.join(", "));
            let out = std::fs::File::create(&file).unwrap();
            let ended = Command::new("sqlite3")
                .args(["-csv", &register.to_string_lossy(), &query])
                .stdout(out)
                .status()
                .unwrap();
            assert!(ended.success());
            (table, file)
        };
        Self {
            schema,
            files: TABLES.map(file).into(),
            database: place.path("shell.db"),
            cache_kib,
        }
    }

    /// The command that imports everything into a new database, ready to start. It ends with what
    /// the shell does at its end.
    pub fn import(&self) -> Command {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.database.display()));
        }
        let made = Command::new("sqlite3")
            .arg(&self.database)
            .arg(&self.schema)
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(made.success());
        let mut command = Command::new("sqlite3");
        command.arg(&self.database);
        command.arg(format!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -{};",
            self.cache_kib
        ));
        command.arg(".mode csv");
        command.args(
            self.files
                .iter()
                .map(|(table, file)| format!(".import '{}' {table}", file.display())),
        );
        command
    }

    /// How many signals it has.
    pub fn signals(&self) -> u32 {
        Connection::open(&self.database)
            .unwrap()
            .query_row("SELECT count(*) FROM signal", [], |row| row.get(0))
            .unwrap()
    }
}

/// Name, type and place in the key of each column.
fn columns(connection: &Connection, table: &str) -> Vec<(String, String, u32)> {
    let mut statement = connection
        .prepare(&format!(
            "SELECT name, type, pk FROM pragma_table_xinfo('{table}')"
        ))
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

fn schema(connection: &Connection) -> String {
    let mut schema = String::new();
    for table in TABLES {
        let columns = columns(connection, table);
        let mut key: Vec<(u32, &str)> = columns
            .iter()
            .filter(|(_, _, pk)| *pk > 0)
            .map(|(name, _, pk)| (*pk, name.as_str()))
            .collect();
        key.sort_unstable();
        let key: Vec<&str> = key.into_iter().map(|(_, name)| name).collect();
        let mut parts: Vec<String> = columns
            .iter()
            .map(|(name, kind, _)| format!("{name} {kind}"))
            .collect();
        parts.push(format!("PRIMARY KEY ({})", key.join(", ")));
        let unique = "SELECT i.name FROM pragma_index_list(?1) l, pragma_index_info(l.name) i WHERE l.origin = 'u'";
        let mut statement = connection.prepare(unique).unwrap();
        parts.extend(
            statement
                .query_map([table], |row| row.get::<_, String>(0))
                .unwrap()
                .map(|name| format!("UNIQUE ({})", name.unwrap())),
        );
        let without: bool = connection
            .query_row("SELECT wr FROM pragma_table_list(?1)", [table], |row| {
                row.get(0)
            })
            .unwrap();
        schema += &format!(
            "CREATE TABLE {table} ({}){};\n",
            parts.join(", "),
            if without { " WITHOUT ROWID" } else { "" }
        );
    }
    let tables = TABLES.map(|table| format!("'{table}'")).join(", ");
    let sql = format!(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({tables})"
    );
    let mut statement = connection.prepare(&sql).unwrap();
    for index in statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap()
    {
        schema += &format!("{};\n", index.unwrap());
    }
    schema
}
