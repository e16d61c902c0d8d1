//! Every kind of statement that writes: all tables, all columns, all ways to settle a conflict.

use rusqlite::Connection;

use crate::register::engines::sqlite::tests::visit::{AT, SEAL, facts_with};
use crate::register::examples::EVERYBODY;

/// Those that change a row as it is written or as it stands: with each value, the others would be
/// the same again.
const OR_WITH_VALUES: [&str; 3] = ["", " OR REPLACE", " OR IGNORE"];

/// A statement without the way to settle a conflict.
pub(super) fn plain(sql: &str) -> String {
    OR.iter()
        .skip(1)
        .fold(sql.replacen("REPLACE INTO", "INSERT INTO", 1), |sql, or| {
            sql.replacen(or, "", 1)
        })
}

/// A statement that writes in a table.
#[derive(Clone)]
pub(super) struct Statement {
    pub table: String,
    pub sql: String,
}

/// The ways to settle a conflict.
const OR: [&str; 6] = [
    "",
    " OR REPLACE",
    " OR IGNORE",
    " OR FAIL",
    " OR ROLLBACK",
    " OR ABORT",
];

/// What else may be put in a column: nothing, numbers that are too small or too large, texts that
/// are no code, no day, no seal or no text at all, and what stands elsewhere in it.
pub(super) fn values(table: &str, column: &str) -> Vec<String> {
    let fixed = [
        "NULL",
        "0",
        "2",
        "-1",
        "9223372036854775807",
        "''",
        "'mee-rijnmeer'",
        "'mee--rijnmeer-'",
        "'mee-rijnmeer  jgz-waterdam'",
        "'9999-99-99'",
        "'2026-02-30'",
        "'2026-02-30T00:00:00.000Z'",
        "'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'",
    ];
    let mut values: Vec<String> = fixed.map(str::to_owned).to_vec();
    values.push(format!("'{SEAL}'"));
    values.push(format!("'{SEAL}' || char(0) || 'x'"));
    values.push(format!("{column} || char(0)"));
    values.push(format!("{column} || '-'"));
    values.push(format!("{column} + 1"));
    for of in ["min", "max"] {
        values.push(format!("(SELECT {of}({column}) FROM {table})"));
    }
    values.push(format!("(SELECT max({column}) + 1 FROM {table})"));
    values
}

/// What a visitor puts in a column of an event in place of what belongs there.
pub(super) fn other_values(column: &str) -> Vec<String> {
    let mut others = values("event", column);
    others.extend(EVERYBODY.map(|code| format!("'{code}'")));
    others.extend(["'full'", "'rule'", "'2026-11-30'", "'via'"].map(str::to_owned));
    others.extend(INVOLVED.map(str::to_owned));
    others
}

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let texts = statement.query_map([], |row| row.get(0)).unwrap();
    texts.map(Result::unwrap).collect()
}

/// Where a row may be moved to that is laid ready: a signal and an event that is there, the next of
/// both, and far beyond.
const PLACES: [(&str, &str); 9] = [
    ("1", "2"),
    ("1", "99"),
    ("1", "9223372036854775807"),
    ("4", "(SELECT events + 1 FROM signal WHERE seq = 4)"),
    ("(SELECT max(seq) + 1 FROM signal)", "1"),
    ("(SELECT max(seq) + 1 FROM signal)", "2"),
    ("99", "1"),
    ("9223372036854775807", "1"),
    ("9223372036854775807", "9223372036854775807"),
];

/// All of them, for the tables that stand there.
pub(super) fn all_statements(connection: &Connection) -> Vec<Statement> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let mut all = Vec::new();
    for table in texts(connection, tables) {
        let columns = texts(
            connection,
            &format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0"),
        );
        let has_rowid = texts(
            connection,
            &format!("SELECT CAST(wr AS TEXT) FROM pragma_table_list('{table}')"),
        ) == ["0"];
        let found = of_table(&table, &columns, has_rowid).into_iter();
        all.extend(found.map(|sql| Statement {
            table: table.clone(),
            sql,
        }));
    }
    all
}

/// The owner of the second signal involves somebody: no rule forbids it.
fn a_legal_event(or: &str) -> String {
    let columns = "step, seal, via, signal, number, kind, at, by_organisation, to_organisation";
    format!(
        "INSERT{or} INTO event ({columns}) SELECT (SELECT max(step) + 1 FROM event), '{SEAL}', 'terminal', seq, events + 1, \
         'involved', {AT}, owner, 'wijkteam-noord' FROM signal WHERE seq = 2"
    )
}

/// The owner of the second signal changes what it is about, to this.
fn an_amendment(or: &str, topics: &str) -> String {
    let columns = "step, seal, via, signal, number, kind, at, by_organisation, topics";
    format!(
        "INSERT{or} INTO event ({columns}) SELECT (SELECT max(step) + 1 FROM event), '{SEAL}', 'terminal', seq, events + 1, \
         'amended', {AT}, owner, {topics} FROM signal WHERE seq = 2"
    )
}

/// The owner of the last signal takes back that it was answered: no rule forbids it.
fn a_step_taken_back(or: &str) -> String {
    let columns =
        "step, seal, via, signal, number, kind, at, by_organisation, undone_first, undone_last";
    format!(
        "INSERT{or} INTO event ({columns}) SELECT (SELECT max(step) + 1 FROM event), '{SEAL}', 'terminal', seq, events + 1, \
         'undone', {AT}, owner, events, events FROM signal WHERE seq = 4"
    )
}

/// Whom a report may involve, and whom not: the second half, owner and sender and somebody twice.
const INVOLVED: [&str; 8] = [
    "''",
    "'wijkteam-noord'",
    "'mee-rijnmeer gemeente-waterdam'",
    "'gemeente-waterdam wijkteam-noord mee-rijnmeer'",
    "'jgz-waterdam'",
    "'mee-rijnmeer jgz-waterdam'",
    "'kraamzorg-waterdam wijkteam-noord'",
    "'mee-rijnmeer wijkteam-noord mee-rijnmeer'",
];

/// Everything that a report is: no rule forbids it to a visitor when those involved are others.
fn a_report(or: &str, involved: &str) -> String {
    let place = "(SELECT max(seq) + 1 FROM signal)";
    let facts = facts_with(&format!("INSERT{or}"), &format!("{place}, 1"), "", "");
    format!(
        "{facts} \
         INSERT{or} INTO words (signal, event, part, text, salt) VALUES ({place}, 1, 'seen', 'Moe.', '{SEAL}'); \
         INSERT{or} INTO event (step, seal, via, signal, number, kind, at, by_organisation, id, to_organisation, topics, involved, claimants, knows_family, basis, \
         coordinator, level, accept_by, feedback_by, grounds, facts, words) \
         VALUES ((SELECT max(step) + 1 FROM event), '{SEAL}', 'terminal', {place}, 1, 'reported', {AT}, 'kraamzorg-waterdam', '0000000V', \
         'jgz-waterdam', 'parenting', {involved}, '', 'no', 'gap', 'gemeente-waterdam', 'full', '2026-11-25', '2026-11-30', 1, '{SEAL}', '{SEAL}')"
    )
}

fn of_table(table: &str, columns: &[String], has_rowid: bool) -> Vec<String> {
    let list = columns.join(", ");
    let copied = |column: &str, value: &str| {
        let with = columns
            .iter()
            .map(|other| if other == column { value } else { other });
        with.collect::<Vec<_>>().join(", ")
    };
    let mut all = vec![format!("DELETE FROM {table}")];
    let begins = OR
        .map(|or| format!("INSERT{or}"))
        .into_iter()
        .chain(["REPLACE".to_owned()]);
    for begin in begins {
        all.push(format!("{begin} INTO {table} SELECT {list} FROM {table}"));
        let with_values = OR_WITH_VALUES
            .iter()
            .any(|or| begin == format!("INSERT{or}"));
        for column in columns.iter().filter(|_| with_values) {
            for value in values(table, column) {
                let row = copied(column, &value);
                all.push(format!(
                    "{begin} INTO {table} ({list}) SELECT {row} FROM {table} LIMIT 1"
                ));
            }
        }
        if let [signal, event, ..] = columns
            && signal == "signal"
            && event != "organisation"
        {
            for (at, of) in PLACES {
                let row =
                    copied(signal, at).replacen(&format!(", {event},"), &format!(", {of},"), 1);
                all.push(format!(
                    "{begin} INTO {table} ({list}) SELECT {row} FROM {table} ORDER BY {event} DESC LIMIT 1"
                ));
                all.push(format!(
                    "{begin} INTO {table} ({list}) SELECT {row} FROM {table} ORDER BY {event} LIMIT 1"
                ));
            }
        }
    }
    if table == "event" {
        all.extend(OR.map(a_legal_event));
        all.extend(OR.map(a_step_taken_back));
        all.extend(OR.map(|or| a_report(or, "''")));
        all.extend(INVOLVED.map(|involved| a_report("", involved)));
        for topics in values(table, "topics") {
            all.extend(OR_WITH_VALUES.map(|or| an_amendment(or, &topics)));
        }
    }
    let copy = format!("INSERT INTO {table} ({list}) SELECT {list} FROM {table} WHERE TRUE");
    all.push(format!("{copy} ON CONFLICT DO NOTHING"));
    let names: &[&str] = if has_rowid {
        &["rowid", "_rowid_", "oid"]
    } else {
        &[]
    };
    for column in columns
        .iter()
        .map(String::as_str)
        .chain(names.iter().copied())
    {
        all.extend(OR.map(|or| format!("UPDATE{or} {table} SET {column} = {column}")));
        all.push(format!(
            "{copy} ON CONFLICT DO UPDATE SET {column} = excluded.{column}"
        ));
        for value in values(table, column) {
            all.push(format!("DELETE FROM {table} WHERE {column} IS {value}"));
            for or in OR_WITH_VALUES {
                all.push(format!("UPDATE{or} {table} SET {column} = {value} WHERE {column} IS (SELECT max({column}) FROM {table})"));
            }
        }
    }
    all
}
