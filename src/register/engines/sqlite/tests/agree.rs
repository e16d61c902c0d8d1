//! That the schema and the code say the same: the columns of every table, and the rules.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::domain::alarm::Promise;
use crate::domain::codes::CodeEnum;
use crate::domain::discussed::Consent;
use crate::domain::event::{
    Basis, Channel, Correction, DeclineReason, Event, EventKind, Level, Outcome, RecordedEvent,
    ToldOutcome, Via,
};
use crate::domain::lifecycle::Verb;
use crate::domain::signal::{Part, Particulars, Urgency};
use crate::domain::signal_state::{SignalState, State};
use crate::register::engines::sqlite::identity::make_tables;
use crate::register::engines::sqlite::tests::visit::{TAALHUIS, with_a_signal, written};
use crate::register::event_row::EventRow;
use crate::register::examples::*;
use crate::register::row::{RowColumns, TableRow};
use crate::register::tables::*;

fn made() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    make_tables(&connection).unwrap();
    connection
}

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let texts = statement.query_map([], |row| row.get(0)).unwrap();
    texts.map(Result::unwrap).collect()
}

/// The name of a table, with its columns as its definition has them.
fn defined<T: TableRow>() -> (&'static str, &'static [&'static str]) {
    (T::TABLE, T::COLUMNS)
}

#[test]
fn the_columns_of_each_table_are_those_of_its_definition() {
    let of_signal = <SignalRow as RowColumns<'_>>::COLUMNS;
    let of_reader = <ReaderRow as RowColumns<'_>>::COLUMNS;
    let tables = [
        defined::<EventRow>(),
        defined::<FactsRow>(),
        defined::<ContactRow>(),
        defined::<WordsRow>(),
        defined::<DecisionRecordRow>(),
        defined::<AsWasRow>(),
        defined::<ExportRow>(),
        defined::<ImportRunRow>(),
        defined::<MapRow>(),
        ("signal", of_signal),
        ("reader", of_reader),
    ];
    let connection = made();
    for (table, columns) in tables {
        // What the database computes itself is read where it is wanted.
        let sql = format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0");
        assert_eq!(texts(&connection, &sql), columns, "{table}");
    }
    let known: BTreeSet<&str> = tables.iter().map(|(table, _)| *table).collect();
    let others: Vec<String> = texts(
        &connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    )
    .into_iter()
    .filter(|table| !known.contains(table.as_str()))
    .collect();
    assert_eq!(others, ["event_kind", "origin"], "read by the engine alone");
}

#[test]
fn the_kinds_of_event_are_those_of_the_work() {
    let ours: BTreeSet<&str> = EventKind::ALL.iter().map(|kind| kind.code()).collect();
    let theirs = texts(&made(), "SELECT kind FROM event_kind");
    assert_eq!(
        theirs.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        ours
    );
    let of_verbs: BTreeSet<&str> = Verb::ALL.iter().map(|verb| written(*verb).0).collect();
    assert_eq!(
        ours.difference(&of_verbs).copied().collect::<Vec<_>>(),
        ["coordinator-changed", "imported", "reported"],
        "each other kind comes of a verb"
    );
}

fn joined<C: CodeEnum>() -> String {
    let codes: Vec<&str> = C::ALL.iter().map(|code| code.code()).collect();
    codes.join("|")
}

#[test]
fn the_codes_that_a_column_takes_are_those_of_the_program() {
    let tables = texts(
        &made(),
        "SELECT sql FROM sqlite_schema WHERE type = 'table'",
    );
    let tables = tables.join(" ");
    let tables = tables.split_whitespace().collect::<Vec<_>>().join(" ");
    for (column, codes) in [
        ("basis", joined::<Basis>()),
        ("channel", joined::<Channel>()),
        ("consent", joined::<Consent>()),
        ("decline_reason", joined::<DeclineReason>()),
        ("outcome", format!("{}|informed", joined::<Outcome>())),
        ("part", joined::<Part>()),
        ("promise", joined::<Promise>()),
        ("state", joined::<State>()),
        ("urgency", joined::<Urgency>()),
    ] {
        let check = format!("instr('|{codes}|', '|' || {column} || '|')");
        assert!(tables.contains(&check), "the schema lacks {check}");
    }
}

/// As somebody may write it who reads the table.
#[test]
fn the_rules_in_the_register_are_those_of_the_work() {
    let connection = made();
    for verb in Verb::ALL.iter().copied() {
        let (kind, ..) = written(verb);
        let sql = format!("SELECT parties || '; ' || states FROM event_kind WHERE kind = '{kind}'");
        let (may, stands) = verb.rule();
        let parties: Vec<&str> = may.iter().map(|party| party.code()).collect();
        let states: Vec<&str> = stands.iter().map(|state| state.code()).collect();
        let ours = format!("{}; {}", parties.join(" "), states.join(" "));
        assert_eq!(texts(&connection, &sql), [ours], "{verb}");
    }
    for kind in EventKind::ALL {
        let sql = format!("SELECT undoable FROM event_kind WHERE kind = '{kind}'");
        let ours = if kind.is_undoable() { "yes" } else { "no" };
        assert_eq!(texts(&connection, &sql), [ours], "{kind}");
    }
}

/// Where the fold of one more event leaves a signal that stands so; `None` where it cannot follow.
fn leads_to(case: &SignalState, event: &Event, by: &str) -> Option<State> {
    let mut case = case.clone();
    let happened = RecordedEvent {
        number: case.events + 1,
        at: monday(),
        by: organisation(by),
        via: if *event == Event::Imported {
            Via::Import
        } else {
            Via::Terminal
        },
        as_was: None,
        person: None,
        event: event.clone(),
    };
    case.apply(&happened).ok().map(|()| case.state())
}

#[test]
fn an_event_leads_where_the_fold_of_it_does() {
    let connection = made();
    let describe = |kind: EventKind, from: State| -> State {
        let sql = format!(
            "SELECT coalesce(leads_to, '{from}') FROM event_kind WHERE kind = '{}'",
            kind.code()
        );
        State::from_code(&texts(&connection, &sql)[0]).unwrap()
    };
    let mut folded = BTreeSet::new();
    for from in State::ALL.iter().copied() {
        let (_world, mut register) = with_a_signal(from);
        let case = register.story(&id(1).into()).unwrap().case;
        for event in one_of_each(&case) {
            for by in EVERYBODY {
                if let Some(state) = leads_to(&case, &event, by) {
                    let kind = event.kind();
                    // What takes a step back leads to where the signal stood before it.
                    if kind != EventKind::Undone {
                        assert_eq!(state, describe(kind, from), "{} from {from}", kind.code());
                    }
                    folded.insert(kind.code());
                }
            }
        }
    }
    let all: BTreeSet<&str> = EventKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(
        all.difference(&folded).copied().collect::<Vec<_>>(),
        ["reported"],
        "a report follows on nothing"
    );
    assert_eq!(
        describe(EventKind::Reported, State::Offered),
        State::Offered
    );
}

/// An event of each kind that may follow on this.
fn one_of_each(case: &SignalState) -> Vec<Event> {
    let to = organisation(MEE);
    let (accept_by, channel, level) = (day("2026-11-26"), Channel::Phone, Level::Full);
    let past = match case.state() {
        State::Answered => Promise::Confirm,
        State::Offered | State::Accepted | State::Closed | State::Withdrawn => Promise::Feedback,
    };
    vec![
        Event::FamilyKnown {
            organisation: case.owner.clone(),
        },
        Event::Accepted,
        Event::ClaimDeclined {
            reason: DeclineReason::OtherTopic,
        },
        Event::Declined {
            reason: DeclineReason::OtherTopic,
            suggested: None,
            to: to.clone(),
            accept_by,
        },
        Event::TransferProposed { to: to.clone() },
        Event::TransferTaken,
        Event::TransferRefused,
        Event::TransferEnded,
        Event::Assigned {
            to: to.clone(),
            accept_by,
        },
        Event::Rerouted(crate::domain::event::Offer {
            feedback_by: case.feedback_by,
            ..offer()
        }),
        Event::Involved { organisation: to },
        Event::Uninvolved {
            organisation: organisation(TAALHUIS),
        },
        Event::Asked {
            of: case.sender.clone(),
        },
        Event::Replied { question: None },
        Event::Amended {
            topics: case.topics.clone(),
        },
        Event::Corrected {
            particulars: Particulars {
                age: Some("17".parse().unwrap()),
                ..Particulars::default()
            },
            then: Correction::Facts {
                coordinator: case.coordinator.clone(),
                accept_by: None,
                feedback_by: case.feedback_by,
            },
        },
        Event::FeedbackInterim { channel, level },
        Event::FeedbackFinal {
            outcome: Outcome::HelpStarted,
            handed_to: None,
            channel,
            level,
            confirm_by: accept_by,
        },
        Event::Confirmed,
        Event::ClosedUnconfirmed,
        Event::Heard {
            outcome: ToldOutcome::Known(Outcome::HelpStarted),
            channel,
            confirm_by: accept_by,
        },
        Event::Rejected {
            feedback_by: accept_by,
            offered: None,
        },
        Event::Reopened {
            feedback_by: accept_by,
            offered: None,
        },
        Event::Withdrawn,
        Event::Undone {
            first: case.events,
            last: case.events,
        },
        Event::Escalated {
            promise: past,
            promised: case.promised(past).unwrap_or(accept_by),
            after: 1,
            informed: vec![],
        },
        Event::CoordinatorChanged {
            coordinator: organisation(MEE),
            map_digest: "another".to_owned(),
        },
        Event::Imported,
    ]
}
