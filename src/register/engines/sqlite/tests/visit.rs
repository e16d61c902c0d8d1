//! Somebody who comes without seinhuis, with the file and SQL.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::domain::event::Offer;
use crate::domain::lifecycle::{Command, Verb};
use crate::domain::signal_state::State;
use crate::register::Register;
use crate::register::engines::sqlite::tests::Folder;
use crate::register::engines::sqlite::tests::kinds::filled;
use crate::register::event_row::EventRow;
use crate::register::examples::*;
use crate::register::row::RowColumns as _;

/// A text that can be a seal.
pub(super) const SEAL: &str = "00000000000000000000000000000000";
pub(super) const AT: &str = "'2026-11-24T09:00:00.000Z'";

/// Involved beside the wijkteam.
pub(super) const TAALHUIS: &str = "taalhuis-waterdam";

/// A register with one signal in this state: JGZ owns it, the wijkteam claims it too and is involved,
/// as the taalhuis is. While it is offered, MEE is asked to take it over.
pub(super) fn with_a_signal(state: State) -> (Folder, Register) {
    let world = Folder::new();
    let mut register = world.open();
    let offer = Offer {
        involved: [WIJKTEAM, TAALHUIS].map(organisation).to_vec(),
        ..disputed()
    };
    let reported = register.report(&signal(1), &offer, &decision("{}", "digest"), &sender());
    reported.unwrap();
    let propose = Command::ProposeTransfer {
        to: organisation(MEE),
        words: None,
    };
    let confirm = Command::Confirm { words: None };
    let life = match state {
        State::Offered => vec![(JGZ, propose)],
        State::Accepted => vec![
            (JGZ, Command::Accept { contact: None }),
            (JGZ, propose),
            (JGZ, Command::EndTransfer),
        ],
        State::Answered => vec![(JGZ, final_feedback())],
        State::Closed => vec![(JGZ, final_feedback()), (KRAAMZORG, confirm)],
        State::Withdrawn => vec![
            (JGZ, propose),
            (
                KRAAMZORG,
                Command::Withdraw {
                    reason: words("Vergissing."),
                },
            ),
        ],
    };
    for (by, command) in life {
        order(&mut register, id(1), by, command, 0).unwrap();
    }
    (world, register)
}

/// Comes without seinhuis, but with the foreign keys that every careful visitor switches on.
pub(super) fn visitor(world: &Folder) -> Connection {
    let visitor = Connection::open(world.path()).unwrap();
    visitor.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    visitor
}

/// What an event of this kind seals of what came with it: a text that can be a seal.
fn sealed(table: &str, place: &str) -> String {
    format!("(SELECT DISTINCT '{SEAL}' FROM {table} WHERE {place})")
}

/// Appends an event as the next step: the values are those of its signal, its number, its kind, and
/// so on.
pub(super) fn event(columns: &str, values: &str) -> String {
    let first: Vec<&str> = values.split(", ").take(3).collect();
    let [signal, number, kind] = first.as_slice() else {
        panic!("{values}")
    };
    let grounds = if *kind == "'rerouted'" { "1" } else { "NULL" };
    let place = format!("signal = {signal} AND event = {number}");
    let [facts, words] = ["facts", "words"].map(|table| sealed(table, &place));
    format!(
        "INSERT INTO event (step, seal, via, facts, words, grounds, signal, number, kind, at, by_organisation{columns}) \
         VALUES ((SELECT max(step) + 1 FROM event), '{SEAL}', 'terminal', {facts}, {words}, {grounds}, {values})"
    )
}

/// The columns of the event that a verb brings about, each with what a visitor puts in it.
pub(super) fn columns_of(verb: Verb, number: u32, by: &str) -> BTreeMap<&'static str, String> {
    let (kind, ..) = written(verb);
    let place = format!("signal = 1 AND event = {number}");
    let mut columns = BTreeMap::from([
        ("step", "(SELECT max(step) + 1 FROM event)".to_owned()),
        ("seal", format!("'{SEAL}'")),
        ("via", "'terminal'".to_owned()),
        ("facts", sealed("facts", &place)),
        ("words", sealed("words", &place)),
        ("signal", "1".to_owned()),
        ("number", number.to_string()),
        ("kind", format!("'{kind}'")),
        ("at", AT.to_owned()),
        ("by_organisation", format!("'{by}'")),
    ]);
    if verb == Verb::Reroute {
        columns.insert("grounds", "1".to_owned());
    }
    let filled = filled(verb).into_iter();
    columns.extend(filled.map(|(column, value)| (column, value.to_owned())));
    columns
}

/// The statement that inserts an event with these columns. A value may name a column: nothing
/// stands in it.
pub(super) fn of_columns(columns: &BTreeMap<&str, String>) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    let nothing = EventRow::COLUMNS.iter();
    format!(
        "INSERT INTO event ({}) SELECT {} FROM (SELECT {})",
        joined(columns.keys().map(ToString::to_string).collect()),
        joined(columns.values().cloned().collect()),
        joined(nothing.map(|name| format!("NULL AS {name}")).collect())
    )
}

/// Lays ready what people say with the event of this number.
pub(super) fn said(number: u32) -> String {
    format!("INSERT INTO words VALUES (1, {number}, 'said', 'Omdat.', '{SEAL}');")
}

/// What facts always say: each column with a usual value.
pub(super) const FACTS: [(&str, &str); 3] = [
    ("urgency", "'normal'"),
    ("discussed", "'yes'"),
    ("consent", "'not-asked'"),
];

/// Lays ready facts with these columns and values as well. `insert`: how the statement begins;
/// `place`: the place of the signal, and the number of the event.
pub(super) fn facts_with(insert: &str, place: &str, columns: &str, values: &str) -> String {
    let [mut columns, mut values] = [columns, values].map(str::to_owned);
    for (column, usual) in FACTS {
        columns += &format!(", {column}");
        values += &format!(", {usual}");
    }
    format!(
        "{insert} INTO facts (signal, event{columns}, salt) VALUES ({place}{values}, '{SEAL}');"
    )
}

/// Lays ready the facts that a decision looked at in the event of this number.
pub(super) fn facts(number: u32) -> String {
    let place = format!("1, {number}");
    facts_with("INSERT", &place, ", age_months, youngest_months", ", 0, -2")
}

/// Lays ready what comes with the event of a verb.
pub(super) fn laid(verb: Verb, number: u32) -> String {
    let mut laid = String::new();
    if has_words(verb) {
        laid += &said(number);
    }
    if [Verb::Reroute, Verb::Correct].contains(&verb) {
        laid += &facts(number);
    }
    laid
}

pub(super) fn refused(visitor: &Connection, sql: &str) -> String {
    match visitor.execute_batch(sql) {
        Ok(()) => panic!("not refused: {sql}"),
        Err(error) => error.to_string(),
    }
}

/// As the map decided it: MEE owns it, under another coordinator. In the state offered, event 2
/// asked MEE to take it over.
pub(super) const REROUTED: &str = ", 'mee-rijnmeer', 'gap', 'gemeente-oost', '', '', 'no', 'status-only', '2026-11-26', '2026-11-30'";
pub(super) const OF_REROUTED: &str = ", to_organisation, basis, coordinator, involved, claimants, knows_family, level, accept_by, feedback_by";

/// The promise that runs, as an alarm about it names it.
const RUNS_NOW: &str = ", (SELECT CASE state WHEN 'answered' THEN 'confirm' ELSE 'feedback' END FROM signal), \
 (SELECT CASE state WHEN 'answered' THEN confirm_by ELSE feedback_by END FROM signal), 1, ''";

/// The kind, the columns and the values of the event that a verb brings about, as a visitor would
/// write it.
pub(super) fn written(verb: Verb) -> (&'static str, &'static str, &'static str) {
    match verb {
        Verb::Accept => ("accepted", "", ""),
        Verb::FamilyKnown => (
            "family-known",
            ", to_organisation",
            ", (SELECT owner FROM signal)",
        ),
        Verb::DeclineClaim => ("claim-declined", ", decline_reason", ", 'no-ground'"),
        Verb::Decline => (
            "declined",
            ", to_organisation, decline_reason, accept_by",
            ", 'gemeente-waterdam', 'no-ground', '2026-11-26'",
        ),
        Verb::ProposeTransfer => (
            "transfer-proposed",
            ", to_organisation",
            ", 'wijkteam-noord'",
        ),
        Verb::TakeTransfer => ("transfer-taken", "", ""),
        Verb::RefuseTransfer => ("transfer-refused", "", ""),
        Verb::EndTransfer => ("transfer-ended", "", ""),
        Verb::Assign => (
            "assigned",
            ", to_organisation, accept_by",
            ", 'wijkteam-noord', '2026-11-26'",
        ),
        Verb::Reroute => ("rerouted", OF_REROUTED, REROUTED),
        Verb::Involve => ("involved", ", to_organisation", ", 'mee-rijnmeer'"),
        Verb::Uninvolve => ("uninvolved", ", to_organisation", ", 'taalhuis-waterdam'"),
        Verb::Ask => ("asked", ", to_organisation", ", 'kraamzorg-waterdam'"),
        Verb::Reply => ("replied", "", ""),
        Verb::Amend => ("amended", ", topics", ", 'language'"),
        Verb::Correct => (
            "corrected",
            ", coordinator, feedback_by",
            ", (SELECT coordinator FROM signal), (SELECT feedback_by FROM signal)",
        ),
        Verb::Interim => ("feedback-interim", ", channel, level", ", 'phone', 'full'"),
        Verb::Final => (
            "feedback-final",
            ", outcome, channel, level, confirm_by",
            ", 'partly', 'phone', 'full', '2026-12-01'",
        ),
        Verb::Heard => (
            "heard",
            ", outcome, channel, confirm_by",
            ", 'partly', 'phone', '2026-12-01'",
        ),
        Verb::Confirm => ("confirmed", "", ""),
        Verb::Reject => ("rejected", ", feedback_by", ", '2026-12-01'"),
        Verb::Close => ("closed-unconfirmed", "", ""),
        Verb::Reopen => ("reopened", ", feedback_by", ", '2026-12-01'"),
        Verb::Withdraw => ("withdrawn", "", ""),
        Verb::Undo => (
            "undone",
            ", undone_first, undone_last",
            ", (SELECT events FROM signal), (SELECT events FROM signal)",
        ),
        Verb::Escalate => (
            "escalated",
            ", promise, promised, after_days, informed",
            RUNS_NOW,
        ),
    }
}

fn has_words(verb: Verb) -> bool {
    !matches!(
        verb,
        Verb::Accept
            | Verb::FamilyKnown
            | Verb::TakeTransfer
            | Verb::EndTransfer
            | Verb::Involve
            | Verb::Uninvolve
            | Verb::Close
            | Verb::Undo
            | Verb::Escalate
    )
}
