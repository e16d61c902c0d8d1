//! The second lock: what each kind of event says, and what it never says.

use std::collections::BTreeSet;

use crate::domain::codes::CodeEnum as _;
use crate::domain::lifecycle::{Party, Verb};
use crate::domain::signal_state::State;
use crate::register::engines::sqlite::tests::visit::*;
use crate::register::event_row::EventRow;
use crate::register::examples::*;
use crate::register::row::RowColumns as _;

/// Every column that is not filled for each kind, with a value that it may have.
const COLUMNS: [(&str, &str); 26] = [
    ("id", "'AAAAAAAA'"),
    ("undone_first", "2"),
    ("undone_last", "2"),
    ("responsibility", "'topic:parenting'"),
    ("knows_family", "'yes'"),
    ("to_organisation", "'wijkteam-noord'"),
    ("suggested", "'wijkteam-noord'"),
    ("decline_reason", "'no-ground'"),
    ("question", "1"),
    ("topics", "'language'"),
    ("involved", "''"),
    ("claimants", "''"),
    ("basis", "'gap'"),
    ("coordinator", "'gemeente-waterdam'"),
    ("map_digest", "'another'"),
    ("outcome", "'partly'"),
    ("handed_to", "'wijkteam-noord'"),
    ("channel", "'phone'"),
    ("level", "'status-only'"),
    ("promise", "'accept'"),
    ("promised", "'2026-11-25'"),
    ("after_days", "1"),
    ("informed", "''"),
    ("accept_by", "'2026-11-26'"),
    ("feedback_by", "'2026-11-30'"),
    ("confirm_by", "'2026-12-01'"),
];

/// What an event may say and need not, and what else stands in the way of the value above: no such
/// question was asked, there is a responsibility by rule alone, only what is handed over has a
/// recipient, a new owner has a day, and a promise that is put right comes forward.
const FREE: [(Verb, &str, Option<&str>); 16] = [
    (Verb::Decline, "suggested", None),
    (Verb::Reply, "question", Some("cannot follow")),
    (Verb::Reroute, "responsibility", Some("CHECK")),
    (Verb::Final, "handed_to", Some("to whom it was handed over")),
    (Verb::Reject, "to_organisation", Some("CHECK")),
    (Verb::Reject, "accept_by", Some("CHECK")),
    (Verb::Reopen, "to_organisation", Some("CHECK")),
    (Verb::Reopen, "accept_by", Some("CHECK")),
    // A correction is a whole decision, or none of it.
    (Verb::Correct, "to_organisation", Some("CHECK")),
    (Verb::Correct, "involved", Some("CHECK")),
    (Verb::Correct, "claimants", Some("CHECK")),
    (Verb::Correct, "basis", Some("CHECK")),
    (Verb::Correct, "level", Some("says in words")),
    (Verb::Correct, "responsibility", Some("CHECK")),
    (Verb::Correct, "knows_family", Some("CHECK")),
    (Verb::Correct, "accept_by", Some("cannot follow")),
];

/// A state in which this may follow, and somebody from whom.
pub(super) fn where_it_may(verb: Verb) -> (State, &'static str) {
    let (parties, states) = verb.rule();
    let by = match parties[0] {
        Party::Sender | Party::Confirmer => KRAAMZORG,
        Party::Owner | Party::Answerer | Party::Author => JGZ,
        Party::Coordinator => GEMEENTE,
        Party::Involved | Party::Claimant => WIJKTEAM,
        Party::Proposed => MEE,
    };
    // While it is offered, somebody is asked to take it over; that is ended, not taken back.
    let state = if [Verb::ProposeTransfer, Verb::Final].contains(&verb) {
        State::Accepted
    } else if verb == Verb::Undo {
        State::Answered
    } else {
        states[0]
    };
    (state, by)
}

/// The columns that the event of a verb fills, and their values.
pub(super) fn filled(verb: Verb) -> Vec<(&'static str, &'static str)> {
    let (_, columns, values) = written(verb);
    let values = if verb == Verb::Escalate {
        ", 'accept', '2026-11-25', 1, ''"
    } else {
        values
    };
    columns
        .split(", ")
        .skip(1)
        .zip(values.split(", ").skip(1))
        .collect()
}

#[test]
fn every_column_that_depends_on_the_kind_is_tried_below() {
    // What events of any kind may have, and what comes with them, is tried in `reports`.
    let others = "signal number kind at by_organisation via as_was step seal";
    let attached = "grounds facts contact words";
    let tried: BTreeSet<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
    let known = others.split(' ').chain(attached.split(' ')).chain(tried);
    assert_eq!(
        known.collect::<BTreeSet<_>>(),
        EventRow::COLUMNS.iter().copied().collect()
    );
}

#[test]
fn an_event_fills_the_columns_of_its_kind_and_no_other() {
    for verb in Verb::ALL.iter().copied() {
        let (state, by) = where_it_may(verb);
        let (world, mut register) = with_a_signal(state);
        let number = register.story(&id(1).into()).unwrap().case.events + 1;
        let visitor = visitor(&world);
        let (kind, ..) = written(verb);
        let tried = |filled: &[(&str, &str)]| {
            let [columns, values] = [
                |pair: &(&str, &str)| format!(", {}", pair.0),
                |pair: &(&str, &str)| format!(", {}", pair.1),
            ]
            .map(|part| filled.iter().map(part).collect::<String>());
            visitor.execute_batch("BEGIN").unwrap();
            visitor.execute_batch(&laid(verb, number)).unwrap();
            let inserted = visitor.execute_batch(&event(
                &columns,
                &format!("1, {number}, '{kind}', {AT}, '{by}'{values}"),
            ));
            visitor.execute_batch("ROLLBACK").unwrap();
            inserted.map_err(|error| error.to_string())
        };
        let its_own = filled(verb);
        assert_eq!(tried(&its_own), Ok(()), "{verb}");
        for column in COLUMNS {
            let others: Vec<_> = its_own
                .iter()
                .copied()
                .filter(|own| own.0 != column.0)
                .collect();
            let changed = if others.len() < its_own.len() {
                others
            } else {
                [its_own.as_slice(), &[column]].concat()
            };
            let free = FREE
                .iter()
                .find(|free| (free.0, free.1) == (verb, column.0));
            let why = free.map_or(Some("fills other columns"), |free| free.2);
            let text = tried(&changed);
            let is_so = match (&text, why) {
                (Ok(()), None) => true,
                (Err(text), Some(why)) => text.contains(why),
                (Ok(()), Some(_)) | (Err(_), None) => false,
            };
            assert!(is_so, "{verb} and {}: {text:?}", column.0);
        }
    }
}
