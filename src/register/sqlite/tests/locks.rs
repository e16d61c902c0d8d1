//! The second lock: what the database alone refuses to whoever comes without seinhuis.

use rstest::rstest;
use rusqlite::Connection;

use super::Folder;
use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::case::State;
use crate::domain::codes::{Choice as _, OrganisationId, ResponsibilityId};
use crate::domain::event::{Basis, Level, Offer};
use crate::domain::lifecycle::{Command, Party, Verb};
use crate::register::examples::*;
use crate::register::{Register, RegisterError};

pub(super) const SEAL: &str = "00000000000000000000000000000000";
pub(super) const AT: &str = "'2026-11-24T09:00:00.000Z'";

/// A register with one signal in this state: JGZ owns, the wijkteam is involved, MEE is asked to
/// take it over where it can be.
pub(super) fn with_a_signal(state: State) -> (Folder, Register) {
    let world = Folder::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    let propose = Command::ProposeTransfer {
        to: organisation(MEE),
        words: None,
    };
    let confirm = Command::Confirm { words: None };
    let life = match state {
        State::Offered => vec![(JGZ, propose)],
        State::Accepted => vec![(JGZ, Command::Accept), (JGZ, propose)],
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

/// Appends an event as the next step: the values are those of its signal, its number, its kind, and
/// so on.
pub(super) fn event(columns: &str, values: &str) -> String {
    let first: Vec<&str> = values.split(", ").take(3).collect();
    let [signal, number, kind] = first.as_slice() else {
        panic!("{values}")
    };
    let grounds = if *kind == "'rerouted'" { "1" } else { "NULL" };
    format!(
        "INSERT INTO event (step, seal, words, grounds, signal, number, kind, at, by_organisation{columns}) \
         VALUES ((SELECT max(step) + 1 FROM event), '{SEAL}', \
         (SELECT DISTINCT '{SEAL}' FROM words WHERE signal = {signal} AND number = {number}), {grounds}, {values})"
    )
}

pub(super) fn refused(visitor: &Connection, sql: &str) -> String {
    match visitor.execute_batch(sql) {
        Ok(()) => panic!("not refused: {sql}"),
        Err(error) => error.to_string(),
    }
}

#[rstest]
#[case("DELETE FROM signal", "never deleted")]
#[case("UPDATE event SET at = at", "never edited")]
#[case("DELETE FROM event", "never deleted")]
#[case("UPDATE words SET text = 'niets'", "never edited")]
#[case("DELETE FROM words", "never deleted")]
#[case(
    "INSERT INTO words VALUES (1, 1, 'helpers', 'De buurvrouw', lower(hex(zeroblob(16))))",
    "with their event"
)]
#[case(
    "INSERT OR REPLACE INTO words VALUES (1, 1, 'seen', 'niets', lower(hex(zeroblob(16))))",
    "with their event"
)]
#[case("UPDATE grounds SET reason = ''", "never edited")]
#[case("DELETE FROM grounds", "never deleted")]
#[case(
    "INSERT OR REPLACE INTO grounds VALUES (1, lower(hex(zeroblob(16))), 'x', 'x')",
    "recorded once"
)]
#[case(
    "INSERT OR REPLACE INTO grounds SELECT 2, seal, 'x', 'x' FROM grounds",
    "recorded once"
)]
#[case("UPDATE event_kind SET parties = 'sender'", "never changed")]
#[case("DELETE FROM event_kind", "never changed")]
#[case(
    "INSERT OR REPLACE INTO event_kind SELECT kind, 'sender', states, leads_to, fills FROM event_kind",
    "never changed"
)]
#[case("UPDATE export SET signals = 0", "never edited")]
#[case("DELETE FROM export", "never deleted")]
#[case(
    "INSERT OR REPLACE INTO export VALUES (1, '2026-11-24T09:00:00.000Z', 'mee-rijnmeer', 0, lower(hex(zeroblob(16))))",
    "recorded once"
)]
fn what_is_recorded_stays(#[case] sql: &str, #[case] why: &str) {
    let (world, mut register) = with_a_signal(State::Offered);
    register
        .let_words_leave(
            &crate::register::Filter::default(),
            monday(),
            &organisation(GEMEENTE),
        )
        .unwrap();
    let refusal = refused(&visitor(&world), sql);
    assert!(refusal.contains(why), "{refusal}");
}

/// Not even together with an event that moves the signal.
#[rstest]
#[case("seq = 2")]
#[case("id = 'AAAAAAAA'")]
#[case("sender = 'jgz-waterdam'")]
#[case("contact = NULL")]
#[case("reference = 'K-12'")]
#[case("reported_at = '2026-01-01T00:00:00.000Z'")]
#[case("age_months = NULL")]
#[case("area = NULL")]
#[case("urgency = 'fyi'")]
#[case("discussed = 'no'")]
fn what_was_reported_is_never_edited(#[case] change: &str) {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    visitor
        .execute_batch(&event("", &format!("1, 3, 'accepted', {AT}, '{JGZ}'")))
        .unwrap();
    let moved = format!(
        "UPDATE signal SET state = 'accepted', accept_by = NULL, events = 3, last_at = {AT}"
    );
    assert!(refused(&visitor, &format!("{moved}, {change}")).contains("never edited"));
    visitor.execute_batch(&moved).unwrap();
}

/// By rule there is a responsibility; in a gap and a dispute there is none.
#[rstest]
#[case(Basis::Rule, None)]
#[case(Basis::Gap, offer().responsibility)]
#[case(Basis::Dispute, offer().responsibility)]
fn a_responsibility_stands_where_the_basis_is_a_rule(
    #[case] basis: Basis,
    #[case] responsibility: Option<ResponsibilityId>,
) {
    let mut register = Folder::new().open();
    let offer = Offer {
        basis,
        responsibility,
        ..offer()
    };
    let refused = register.report(&signal(1), &offer, "{}", "digest");
    assert!(
        matches!(refused, Err(RegisterError::SecondLock { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_signal_is_not_replaced_by_another() {
    let (world, mut register) = with_a_signal(State::Offered);
    let columns = "id, sender, contact, reference, reported_at, age_months, area, urgency, discussed, state, owner, \
                   coordinator, basis, level, topics, accept_by, feedback_by, confirm_by, proposed, declines, events, last_at";
    let replace = format!(
        "INSERT OR REPLACE INTO signal (seq, {columns}) SELECT seq, {}",
        columns.replace("owner", "'mee-rijnmeer'")
    );
    visitor(&world)
        .execute_batch(&format!("{replace} FROM signal"))
        .unwrap();
    let story = register.story(&id(1).into()).unwrap();
    assert_eq!(story.case.owner, organisation(JGZ));
}

#[rstest]
#[case("state = 'closed', accept_by = NULL, confirm_by = '2026-12-01', proposed = NULL")]
#[case("state = 'withdrawn', accept_by = NULL, proposed = NULL")]
#[case("owner = 'mee-rijnmeer'")]
#[case("owner = NULL")]
#[case("feedback_by = '2027-01-01'")]
#[case("accept_by = '2027-01-01'")]
#[case("events = events + 1")]
#[case("events = events - 1")]
#[case("declines = 1")]
#[case("proposed = NULL")]
#[case("topics = 'finances'")]
#[case("coordinator = 'jgz-waterdam'")]
#[case("basis = 'gap'")]
#[case("level = 'status-only'")]
fn a_signal_does_not_move_without_an_event(#[case] change: &str) {
    let (world, _register) = with_a_signal(State::Offered);
    refused(&visitor(&world), &format!("UPDATE signal SET {change}"));
}

#[rstest]
#[case::right(
    "state = 'accepted', accept_by = NULL, events = 3, last_at = '2026-11-24T09:00:00.000Z'",
    true
)]
#[case::other_state(
    "state = 'answered', accept_by = NULL, confirm_by = '2026-12-01', events = 3",
    false
)]
#[case::other_owner(
    "state = 'accepted', accept_by = NULL, owner = 'mee-rijnmeer', events = 3",
    false
)]
#[case::other_promise(
    "state = 'accepted', accept_by = NULL, feedback_by = '2027-01-01', events = 3",
    false
)]
#[case::other_topics(
    "state = 'accepted', accept_by = NULL, topics = 'finances', events = 3",
    false
)]
#[case::other_time(
    "state = 'accepted', accept_by = NULL, events = 3, last_at = '2026-11-25T09:00:00.000Z'",
    false
)]
fn a_signal_moves_only_as_its_event_says(#[case] change: &str, #[case] allowed: bool) {
    let (world, mut register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    visitor
        .execute_batch(&event("", &format!("1, 3, 'accepted', {AT}, '{JGZ}'")))
        .unwrap();
    // The time goes along, so that each case is refused for its own reason.
    let change = if change.contains("last_at") {
        change.to_owned()
    } else {
        format!("{change}, last_at = {AT}")
    };
    assert_eq!(
        visitor
            .execute_batch(&format!("UPDATE signal SET {change}"))
            .is_ok(),
        allowed
    );
    assert_eq!(register.story(&id(1).into()).is_ok(), allowed);
}

#[rstest]
#[case("1, 2, 'accepted'", "", "next number")]
#[case("1, 4, 'accepted'", "", "next number")]
#[case("2, 1, 'accepted'", "", "")]
#[case("1, 3, 'forgotten'", "", "")]
#[case("1, 3, 'accepted'", ", outcome", "")]
fn an_event_out_of_place_is_refused(#[case] place: &str, #[case] more: &str, #[case] why: &str) {
    let (world, _register) = with_a_signal(State::Offered);
    let value = if more.is_empty() { "" } else { ", 'partly'" };
    let refusal = refused(
        &visitor(&world),
        &event(more, &format!("{place}, {AT}, '{JGZ}'{value}")),
    );
    assert!(refusal.contains(why), "{refusal}");
}

#[test]
fn no_signal_is_stored_without_the_event_that_reports_it() {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let columns = "sender, reported_at, urgency, discussed, coordinator, basis, level, owner, topics, feedback_by, declines, last_at";
    let insert = |state: &str, accept: &str| {
        let sql = "INSERT INTO signal (id, state, accept_by, events";
        format!(
            "{sql}, {columns}) SELECT 'AAAAAAAA', '{state}', {accept}, 1, {columns} FROM signal"
        )
        .replace("declines, last_at FROM", "0, reported_at FROM")
    };
    assert!(refused(&visitor, &insert("offered", "accept_by")).contains("FOREIGN KEY"));
    assert!(refused(&visitor, &insert("accepted", "NULL")).contains("FOREIGN KEY"));
}

#[test]
fn full_feedback_has_words_and_status_only_has_none() {
    let (world, _register) = with_a_signal(State::Accepted);
    let visitor = visitor(&world);
    let columns = "outcome, channel, level, confirm_by";
    let feedback = |level: &str| {
        event(
            &format!(", {columns}"),
            &format!(
                "1, 4, 'feedback-final', {AT}, '{JGZ}', 'partly', 'phone', '{level}', '2026-12-01'"
            ),
        )
    };
    assert!(refused(&visitor, &feedback("full")).contains("CHECK"));
    visitor
        .execute_batch(&format!(
            "BEGIN; INSERT INTO words VALUES (1, 4, 'said', 'Gelukt.', '{SEAL}')"
        ))
        .unwrap();
    assert!(refused(&visitor, &feedback("status-only")).contains("CHECK"));
    visitor.execute_batch(&feedback("full")).unwrap();
}

/// As the map decided it: MEE owns it, under another coordinator. In the state offered, event 2
/// asked MEE to take it over.
pub(super) const REROUTED: &str =
    ", 'mee-rijnmeer', 'gap', 'gemeente-oost', '', 'status-only', '2026-11-26', '2026-11-30'";
pub(super) const OF_REROUTED: &str =
    ", to_organisation, basis, coordinator, involved, level, accept_by, feedback_by";
pub(super) const WHY: &str =
    "INSERT INTO words VALUES (1, 3, 'said', 'Omdat.', lower(hex(zeroblob(16))))";

#[rstest]
#[case::right("", "", WHY, None)]
#[case::without_a_reason("", "", "SELECT 1", Some("fills other columns"))]
#[case::another_promise_to_the_sender("2026-11-30", "2026-12-31", WHY, Some("cannot follow"))]
#[case::to_its_owner("mee-rijnmeer", JGZ, WHY, Some("cannot follow"))]
#[case::without_a_basis("'gap'", "NULL", WHY, Some("fills other columns"))]
fn what_the_map_decides_again_is_recorded_whole_or_not_at_all(
    #[case] one: &str,
    #[case] other: &str,
    #[case] before: &str,
    #[case] why: Option<&str>,
) {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    visitor.execute_batch(&format!("BEGIN; {before}")).unwrap();
    let values = if one.is_empty() {
        REROUTED.to_owned()
    } else {
        REROUTED.replace(one, other)
    };
    let insert = event(
        OF_REROUTED,
        &format!("1, 3, 'rerouted', {AT}, '{GEMEENTE}'{values}"),
    );
    match why {
        None => visitor.execute_batch(&insert).unwrap(),
        Some(why) => assert!(refused(&visitor, &insert).contains(why)),
    }
}

#[rstest]
#[case::right("", "", true)]
#[case::the_old_coordinator(", coordinator = 'gemeente-oost'", "", false)]
#[case::the_old_basis(", basis = 'gap'", "", false)]
#[case::the_old_level(", level = 'status-only'", "", false)]
#[case::the_old_owner("owner = 'mee-rijnmeer', ", "", false)]
#[case::still_proposed(", proposed = NULL", "", false)]
#[case::another_promise("accept_by = '2026-11-26'", "accept_by = '2026-11-27'", false)]
fn a_signal_moves_only_as_the_map_decided_again(
    #[case] one: &str,
    #[case] other: &str,
    #[case] allowed: bool,
) {
    let (world, mut register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let insert = event(
        OF_REROUTED,
        &format!("1, 3, 'rerouted', {AT}, '{GEMEENTE}'{REROUTED}"),
    );
    visitor
        .execute_batch(&format!("BEGIN; {WHY}; {insert}"))
        .unwrap();
    let moved = "UPDATE signal SET owner = 'mee-rijnmeer', accept_by = '2026-11-26', proposed = NULL, coordinator = 'gemeente-oost', \
                 basis = 'gap', level = 'status-only', events = 3, last_at = '2026-11-24T09:00:00.000Z'";
    let moved = if one.is_empty() {
        moved.to_owned()
    } else {
        moved.replace(one, other)
    };
    assert_eq!(visitor.execute_batch(&moved).is_ok(), allowed);
    if allowed {
        visitor.execute_batch("COMMIT").unwrap();
        assert_eq!(
            register.story(&id(1).into()).unwrap().case.coordinator,
            organisation("gemeente-oost")
        );
    }
}

#[test]
fn what_could_not_be_told_to_the_sender_stays_untold() {
    let (world, mut register) = with_a_signal(State::Offered);
    order(
        &mut register,
        id(1),
        GEMEENTE,
        reroute_at(MEE, Level::StatusOnly, GEMEENTE),
        0,
    )
    .unwrap();
    let visitor = visitor(&world);
    let why = WHY.replace("(1, 3", "(1, 4");
    let back = REROUTED.replace("mee-rijnmeer", JGZ);
    let insert = |values: &str| {
        event(
            OF_REROUTED,
            &format!("1, 4, 'rerouted', {AT}, '{GEMEENTE}'{values}"),
        )
    };
    visitor.execute_batch(&format!("BEGIN; {why}")).unwrap();
    assert!(
        refused(&visitor, &insert(&back.replace("status-only", "full"))).contains("cannot follow")
    );
    visitor.execute_batch(&insert(&back)).unwrap();
}

#[test]
fn an_alarm_sounds_once_for_each_broken_promise() {
    let (world, mut register) = with_a_signal(State::Offered);
    let alarm = Command::Escalate {
        step: AlarmStep {
            past: Promise::Accept,
            after: 1,
        },
        told: vec![],
        take_over: None,
    };
    order(&mut register, id(1), GEMEENTE, alarm, 9).unwrap();
    let escalated = |promise: &str, promised: &str, after: u8| {
        let values = format!(
            "1, 4, 'escalated', {AT}, '{GEMEENTE}', '{promise}', '{promised}', {after}, ''"
        );
        event(", promise, promised, after_days, told", &values)
    };
    let visitor = visitor(&world);
    assert!(refused(&visitor, &escalated("accept", "2026-11-25", 1)).contains("UNIQUE"));
    assert!(
        refused(&visitor, &escalated("accept", "2026-11-26", 2)).contains("cannot follow"),
        "another day than was promised"
    );
    assert!(
        refused(&visitor, &escalated("confirm", "2026-11-25", 1)).contains("cannot follow"),
        "a promise that does not run"
    );
    visitor
        .execute_batch(&format!(
            "SAVEPOINT one; {}; ROLLBACK TO one",
            escalated("feedback", "2026-11-30", 1)
        ))
        .unwrap();
    visitor
        .execute_batch(&escalated("accept", "2026-11-25", 2))
        .unwrap();
}

/// The promise that runs, as an alarm about it names it.
const RUNS_NOW: &str = ", (SELECT CASE state WHEN 'answered' THEN 'confirm' ELSE 'feedback' END FROM signal), \
 (SELECT CASE state WHEN 'answered' THEN confirm_by ELSE feedback_by END FROM signal), 1, ''";

/// The kind, the columns and the values of the event that a verb brings about, as a visitor would
/// write it.
pub(super) fn written(verb: Verb) -> (&'static str, &'static str, &'static str) {
    match verb {
        Verb::Accept => ("accepted", "", ""),
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
        Verb::Assign => (
            "assigned",
            ", to_organisation, accept_by",
            ", 'wijkteam-noord', '2026-11-26'",
        ),
        Verb::Reroute => ("rerouted", OF_REROUTED, REROUTED),
        Verb::Involve => ("involved", ", to_organisation", ", 'mee-rijnmeer'"),
        Verb::Ask => ("asked", ", to_organisation", ", 'kraamzorg-waterdam'"),
        Verb::Reply => ("replied", "", ""),
        Verb::Amend => ("amended", ", topics", ", 'language'"),
        Verb::Interim => ("feedback-interim", ", channel, level", ", 'phone', 'full'"),
        Verb::Final => (
            "feedback-final",
            ", outcome, channel, level, confirm_by",
            ", 'partly', 'phone', 'full', '2026-12-01'",
        ),
        Verb::Confirm => ("confirmed", "", ""),
        Verb::Reject => ("rejected", ", feedback_by", ", '2026-12-01'"),
        Verb::Close => ("closed-unconfirmed", "", ""),
        Verb::Reopen => ("reopened", ", feedback_by", ", '2026-12-01'"),
        Verb::Withdraw => ("withdrawn", "", ""),
        Verb::Escalate => (
            "escalated",
            ", promise, promised, after_days, told",
            RUNS_NOW,
        ),
    }
}

pub(super) fn has_words(verb: Verb) -> bool {
    !matches!(
        verb,
        Verb::Accept | Verb::TakeTransfer | Verb::Involve | Verb::Close | Verb::Escalate
    )
}

fn parties_of(organisation: &OrganisationId, state: State) -> Vec<Party> {
    let proposed = State::UNANSWERED.contains(&state);
    Party::ALL
        .iter()
        .copied()
        .filter(|party| match party {
            Party::Sender => organisation.as_str() == KRAAMZORG,
            Party::Owner => organisation.as_str() == JGZ,
            Party::Coordinator => organisation.as_str() == GEMEENTE,
            Party::Involved => organisation.as_str() == WIJKTEAM,
            Party::Proposed => proposed && organisation.as_str() == MEE,
        })
        .collect()
}

/// Every verb, in every state, by everybody: 475 ways, each judged by the domain's own table.
#[test]
fn the_database_lets_through_what_the_rules_of_the_work_let_through_and_nothing_else() {
    for state in State::ALL {
        let (world, mut register) = with_a_signal(*state);
        let events = register.story(&id(1).into()).unwrap().case.events;
        let visitor = visitor(&world);
        for (verb, by) in Verb::ALL
            .iter()
            .flat_map(|verb| EVERYBODY.map(|by| (*verb, organisation(by))))
        {
            let (parties, states) = verb.rule();
            let may = states.contains(state)
                && parties_of(&by, *state)
                    .iter()
                    .any(|party| parties.contains(party));
            let (kind, columns, values) = written(verb);
            let number = events + 1;
            visitor.execute_batch("BEGIN").unwrap();
            if has_words(verb) {
                visitor
                    .execute_batch(&format!(
                        "INSERT INTO words VALUES (1, {number}, 'said', 'Omdat.', '{SEAL}')"
                    ))
                    .unwrap();
            }
            let inserted = visitor.execute_batch(&event(
                columns,
                &format!("1, {number}, '{kind}', {AT}, '{by}'{values}"),
            ));
            visitor.execute_batch("ROLLBACK").unwrap();
            assert_eq!(
                inserted.is_ok(),
                may,
                "{verb} in {state} by {by}: {inserted:?}"
            );
        }
    }
}

#[test]
fn a_signal_that_was_changed_behind_the_locks_is_told_to_be_damaged() {
    let (world, mut register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    visitor
        .execute_batch(
            "DROP TRIGGER standing_follows_an_event; UPDATE signal SET owner = 'mee-rijnmeer'",
        )
        .unwrap();
    let told = register.story(&id(1).into());
    assert_eq!(
        told,
        Err(RegisterError::DamagedSignal { id: Some(id(1)) }.into())
    );
}
