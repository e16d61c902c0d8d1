//! The second lock: what may follow, from whom, and where it leads: for whoever comes without
//! seinhuis as for whoever uses it.

use std::path::PathBuf;

use rstest::rstest;
use rusqlite::Connection;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::Level;
use crate::domain::lifecycle::{Command, Party, Verb};
use crate::domain::signal_state::State;
use crate::register::FindingKind;
use crate::register::audit::verify::verify;
use crate::register::engines::sqlite::SqliteTransaction;
use crate::register::engines::sqlite::tests::visit::*;
use crate::register::examples::*;

#[test]
fn full_feedback_has_words_and_status_only_has_none() {
    let (world, mut register) = with_a_signal(State::Accepted);
    let number = register.story(&id(1).into()).unwrap().case.events + 1;
    let visitor = visitor(&world);
    let columns = "outcome, channel, level, confirm_by";
    let feedback = |level: &str| {
        event(
            &format!(", {columns}"),
            &format!(
                "1, {number}, 'feedback-final', {AT}, '{JGZ}', 'partly', 'phone', '{level}', '2026-12-01'"
            ),
        )
    };
    assert!(refused(&visitor, &feedback("full")).contains("says in words"));
    visitor
        .execute_batch(&format!(
            "BEGIN; INSERT INTO words VALUES (1, {number}, 'said', 'Gelukt.', '{SEAL}')"
        ))
        .unwrap();
    assert!(refused(&visitor, &feedback("status-only")).contains("says in words"));
    visitor.execute_batch(&feedback("full")).unwrap();
}

#[test]
fn nobody_says_at_a_terminal_that_a_signal_was_brought_in() {
    let (world, _register) = with_a_signal(State::Closed);
    let visitor = visitor(&world);
    let number = {
        let sql = "SELECT events + 1 FROM signal WHERE seq = 1";
        let number = visitor.query_row(sql, [], |row| row.get::<_, u32>(0));
        number.unwrap()
    };
    for by in [GEMEENTE, JGZ, MEE] {
        let typed = event("", &format!("1, {number}, 'imported', {AT}, '{by}'"));
        assert!(refused(&visitor, &typed).contains("cannot follow"), "{by}");
        let came = typed.replace("'terminal'", "'import'");
        visitor
            .execute_batch(&format!("BEGIN; {came}; ROLLBACK"))
            .unwrap();
    }
}

#[rstest]
#[case::right("", "", &laid(Verb::Reroute, 3), None)]
#[case::without_a_reason("", "", &facts(3), Some("fills other columns"))]
#[case::without_facts("", "", &said(3), Some("fills other columns"))]
#[case::another_promise_to_the_sender("2026-11-30", "2026-12-31", &laid(Verb::Reroute, 3), Some("cannot follow"))]
#[case::to_its_owner("mee-rijnmeer", JGZ, &laid(Verb::Reroute, 3), Some("cannot follow"))]
#[case::without_a_basis("'gap'", "NULL", &laid(Verb::Reroute, 3), Some("fills other columns"))]
#[case::by_a_rule_without_a_responsibility("'gap'", "'rule'", &laid(Verb::Reroute, 3), Some("CHECK"))]
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
    let laid = laid(Verb::Reroute, 4);
    let back = REROUTED.replace("mee-rijnmeer", JGZ);
    let insert = |values: &str| {
        event(
            OF_REROUTED,
            &format!("1, 4, 'rerouted', {AT}, '{GEMEENTE}'{values}"),
        )
    };
    visitor.execute_batch(&format!("BEGIN; {laid}")).unwrap();
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
        informed: vec![],
        take_over: None,
    };
    order(&mut register, id(1), GEMEENTE, alarm, 9).unwrap();
    let escalated = |promise: &str, promised: &str, after: u8| {
        let values = format!(
            "1, 4, 'escalated', {AT}, '{GEMEENTE}', '{promise}', '{promised}', {after}, ''"
        );
        event(", promise, promised, after_days, informed", &values)
    };
    let visitor = visitor(&world);
    assert!(refused(&visitor, &escalated("accept", "2026-11-25", 1)).contains("sounds once"));
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

/// In this signal JGZ owns, the wijkteam is involved, and MEE is asked to take it over.
#[rstest]
#[case::the_sender(KRAAMZORG, true)]
#[case::who_is_involved(WIJKTEAM, true)]
#[case::the_owner_herself(JGZ, false)]
#[case::the_coordinator(GEMEENTE, false)]
#[case::who_is_asked_to_take_it_over(MEE, false)]
#[case::a_stranger("gemeente-oost", false)]
fn only_those_who_may_reply_are_asked(#[case] of: &str, #[case] may: bool) {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let laid = laid(Verb::Ask, 3);
    visitor.execute_batch(&format!("BEGIN; {laid}")).unwrap();
    let values = format!("1, 3, 'asked', {AT}, '{JGZ}', '{of}'");
    let asked = event(", to_organisation", &values);
    if may {
        visitor.execute_batch(&asked).unwrap();
    } else {
        assert!(refused(&visitor, &asked).contains("cannot follow"));
    }
}

/// Nor is who was involved until she owned it and handed it on.
#[test]
fn who_is_involved_no_more_is_not_asked() {
    let (world, mut register) = with_a_signal(State::Offered);
    for to in [WIJKTEAM, MEE] {
        let reason = words("Daarom.");
        let to = organisation(to);
        order(
            &mut register,
            id(1),
            GEMEENTE,
            Command::Assign { to, reason },
            0,
        )
        .unwrap();
    }
    let visitor = visitor(&world);
    let laid = laid(Verb::Ask, 5);
    visitor.execute_batch(&format!("BEGIN; {laid}")).unwrap();
    let values = format!("1, 5, 'asked', {AT}, '{MEE}', '{WIJKTEAM}'");
    let asked = event(", to_organisation", &values);
    assert!(refused(&visitor, &asked).contains("cannot follow"));
}

fn parties_of(organisation: &OrganisationId, state: State) -> Vec<Party> {
    let (offered, answered) = (
        state == State::Offered,
        [State::Answered, State::Closed].contains(&state),
    );
    Party::ALL
        .iter()
        .copied()
        .filter(|party| match party {
            Party::Sender => organisation.as_str() == KRAAMZORG,
            Party::Confirmer => answered && organisation.as_str() == KRAAMZORG,
            Party::Owner => organisation.as_str() == JGZ,
            Party::Answerer => answered && organisation.as_str() == JGZ,
            Party::Coordinator => organisation.as_str() == GEMEENTE,
            Party::Involved => organisation.as_str() == WIJKTEAM,
            Party::Claimant => offered && organisation.as_str() == WIJKTEAM,
            Party::Proposed => offered && organisation.as_str() == MEE,
            // The last step before the others was to propose a transfer or to end it.
            Party::Author => match state {
                State::Offered | State::Accepted => false,
                State::Answered => organisation.as_str() == JGZ,
                State::Closed | State::Withdrawn => organisation.as_str() == KRAAMZORG,
            },
        })
        .collect()
}

/// What is found of an event that a visitor wrote: that it is not sealed, and nothing else.
fn is_only_unsealed(visitor: &Connection, path: &PathBuf) -> bool {
    let verified = verify(&mut SqliteTransaction::of(visitor, path), &[]).unwrap();
    let mut kinds = verified.findings.iter().map(|finding| finding.kind);
    kinds.all(|kind| [FindingKind::Seal, FindingKind::Words, FindingKind::Facts].contains(&kind))
}

/// Every verb, in every state, by everybody: 600 ways, each judged by the domain's own table. What
/// the database lets through moves the signal to where the fold of its events does.
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
            // While it is offered, somebody is asked to take it over.
            let waits_for_none = [Verb::ProposeTransfer, Verb::Final].contains(&verb);
            let in_the_way = waits_for_none && *state == State::Offered
                || verb == Verb::EndTransfer && *state == State::Accepted;
            // A sender puts facts right while nobody took it on.
            let too_late =
                verb == Verb::Correct && *state != State::Offered && by.as_str() == KRAAMZORG;
            let may = states.contains(state)
                && !in_the_way
                && !too_late
                && parties_of(&by, *state)
                    .iter()
                    .any(|party| parties.contains(party));
            let (kind, columns, values) = written(verb);
            let number = events + 1;
            visitor.execute_batch("BEGIN").unwrap();
            visitor.execute_batch(&laid(verb, number)).unwrap();
            let inserted = visitor.execute_batch(&event(
                columns,
                &format!("1, {number}, '{kind}', {AT}, '{by}'{values}"),
            ));
            let moved = inserted.is_err() || is_only_unsealed(&visitor, &world.path());
            visitor.execute_batch("ROLLBACK").unwrap();
            assert!(moved, "{verb} in {state} by {by}");
            assert_eq!(
                inserted.is_ok(),
                may,
                "{verb} in {state} by {by}: {inserted:?}"
            );
        }
    }
}

#[test]
fn a_visitor_who_appends_a_legal_event_moves_the_signal_with_it() {
    let (world, mut register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let accepted = event("", &format!("1, 3, 'accepted', {AT}, '{JGZ}'"));
    visitor.execute_batch(&accepted).unwrap();
    let case = register.story(&id(1).into()).unwrap().case;
    assert_eq!((case.state(), case.events), (State::Accepted, 3));
    let rerouted = event(
        OF_REROUTED,
        &format!("1, 4, 'rerouted', {AT}, '{GEMEENTE}'{REROUTED}"),
    );
    let laid = laid(Verb::Reroute, 4);
    visitor
        .execute_batch(&format!("BEGIN; {laid}; {rerouted}; COMMIT"))
        .unwrap();
    let case = register.story(&id(1).into()).unwrap().case;
    assert_eq!(
        (case.state(), case.owner, case.coordinator, case.level),
        (
            State::Offered,
            organisation(MEE),
            organisation("gemeente-oost"),
            Level::StatusOnly
        )
    );
    assert_eq!(case.proposed, None, "what was proposed ends with its owner");
}

/// So nobody is left out of who reads in silence, and no signal stands still.
#[rstest]
#[case::readers("who_is_named_reads")]
#[case::moves("signal_follows_an_event")]
fn without_what_follows_an_event_none_is_written_at_all(#[case] trigger: &str) {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let accepted = event("", &format!("1, 3, 'accepted', {AT}, '{JGZ}'"));
    visitor
        .execute_batch(&format!("BEGIN; DROP TRIGGER {trigger}"))
        .unwrap();
    assert!(refused(&visitor, &accepted).contains("it is a view"));
    visitor.execute_batch("ROLLBACK").unwrap();
    visitor.execute_batch(&accepted).unwrap();
}

/// So nobody who is involved misses a signal in a list in silence.
#[rstest]
#[case::reported("report_stands_with_its_readers")]
#[case::moved("signal_stands_with_its_readers")]
fn without_what_stands_with_the_readers_a_signal_is_told_to_be_damaged(#[case] trigger: &str) {
    let (world, mut register) = with_a_signal(State::Offered);
    let sound = register.verify(&[]).unwrap();
    assert_eq!(sound.findings, vec![]);
    visitor(&world)
        .execute_batch(&format!("DROP TRIGGER {trigger}"))
        .unwrap();
    report(&mut register, &signal(2));
    order(
        &mut register,
        id(2),
        JGZ,
        Command::Accept { contact: None },
        0,
    )
    .ok();
    let findings = register.verify(&[]).unwrap().findings;
    let kinds: Vec<_> = findings.iter().map(|finding| finding.kind).collect();
    assert!(kinds.contains(&FindingKind::Standing), "{findings:?}");
}
