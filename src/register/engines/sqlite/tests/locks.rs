//! The second lock: what the database alone refuses to whoever comes without seinhuis.

use rstest::rstest;

use crate::domain::codes::ResponsibilityId;
use crate::domain::event::{Basis, Offer};
use crate::domain::signal_state::State;
use crate::register::RegisterError;
use crate::register::engines::sqlite::tests::Folder;
use crate::register::engines::sqlite::tests::visit::*;
use crate::register::examples::*;

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
    "INSERT INTO grounds SELECT 9223372036854775807, seal, 'x', 'x' FROM grounds",
    "in order"
)]
#[case("UPDATE as_was SET name = 'MEE'", "never edited")]
#[case("DELETE FROM as_was", "never deleted")]
#[case(
    "INSERT OR REPLACE INTO as_was SELECT number, seal, 'x', 'x', 'x' FROM as_was",
    "recorded once"
)]
#[case("UPDATE facts SET area = NULL", "never edited")]
#[case("DELETE FROM facts", "never deleted")]
#[case("INSERT OR REPLACE INTO facts SELECT * FROM facts", "with their event")]
#[case("UPDATE contact SET text = 'niets'", "never edited")]
#[case("DELETE FROM contact", "never deleted")]
#[case(
    "INSERT OR REPLACE INTO contact SELECT * FROM contact",
    "with its event"
)]
#[case("UPDATE origin SET trial = 'yes'", "never edited")]
#[case("DELETE FROM origin", "never deleted")]
#[case("INSERT OR REPLACE INTO origin SELECT * FROM origin", "one origin")]
#[case("DELETE FROM reader", "never deleted")]
#[case("UPDATE event_kind SET parties = 'sender'", "never changed")]
#[case("DELETE FROM event_kind", "never changed")]
#[case(
    "INSERT OR REPLACE INTO event_kind SELECT kind, 'sender', states, leads_to, undoable, fills FROM event_kind",
    "never changed"
)]
#[case("UPDATE export SET signals = 0", "never edited")]
#[case("DELETE FROM export", "never deleted")]
#[case(
    "INSERT OR REPLACE INTO export VALUES (1, '2026-11-24T09:00:00.000Z', 'mee-rijnmeer', 0, NULL, lower(hex(zeroblob(16))))",
    "recorded once"
)]
fn what_is_recorded_stays(#[case] sql: &str, #[case] why: &str) {
    let (world, mut register) = with_a_signal(State::Offered);
    register
        .record_export(
            &crate::register::Filter::default(),
            monday(),
            &organisation(GEMEENTE),
            None,
        )
        .unwrap();
    let refusal = refused(&visitor(&world), sql);
    assert!(refusal.contains(why), "{refusal}");
}

/// Not even together with an event that moves the signal: the event alone does that.
#[rstest]
fn a_signal_and_its_readers_are_never_written_by_hand(
    #[values(
        "signal SET seq = 2",
        "signal SET id = 'AAAAAAAA'",
        "signal SET sender = 'jgz-waterdam'",
        "signal SET reference = 'K-12'",
        "signal SET reported_at = '2026-01-01T00:00:00.000Z'",
        "signal SET age_months = NULL",
        "signal SET area = NULL",
        "signal SET urgency = 'fyi'",
        "signal SET state = 'closed', accept_by = NULL, confirm_by = '2026-12-01', proposed = NULL",
        "signal SET state = 'withdrawn', accept_by = NULL, proposed = NULL",
        "signal SET state = ''",
        "signal SET owner = 'mee-rijnmeer'",
        "signal SET owner = NULL",
        "signal SET feedback_by = '2027-01-01'",
        "signal SET accept_by = '2027-01-01'",
        "signal SET events = events + 1",
        "signal SET events = events - 1",
        "signal SET events = NULL",
        "signal SET events = events",
        "signal SET declines = 1",
        "signal SET proposed = NULL",
        "signal SET topics = 'finances'",
        "signal SET coordinator = 'jgz-waterdam'",
        "signal SET basis = 'gap'",
        "signal SET level = 'status-only'",
        "signal SET last_at = '2026-11-25T09:00:00.000Z'",
        "signal SET state = 'accepted', accept_by = NULL, events = events + 1, last_at = '2026-11-24T09:00:00.000Z'",
        "reader SET until_event = 3",
        "reader SET organisation = 'mee-rijnmeer'",
        "reader SET from_event = 3",
        "reader SET role = 'asked'"
    )]
    change: &str,
    #[values(false, true)] with_an_event: bool,
) {
    let (world, mut register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    if with_an_event {
        let accepted = event("", &format!("1, 3, 'accepted', {AT}, '{JGZ}'"));
        visitor
            .execute_batch(&format!("BEGIN; {accepted}"))
            .unwrap();
    }
    let why = refused(&visitor, &format!("UPDATE {change}"));
    assert!(
        why.contains("moves only with") || why.contains("only with an event"),
        "{why}"
    );
    if with_an_event {
        visitor.execute_batch("COMMIT").unwrap();
    }
    register.story(&id(1).into()).unwrap();
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
    let refused = register.report(&signal(1), &offer, &decision("{}", "digest"), &sender());
    assert!(
        matches!(refused, Err(RegisterError::SecondLock { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_signal_is_not_replaced_by_another() {
    let (world, mut register) = with_a_signal(State::Offered);
    let columns = "id, sender, reference, reported_at, age_months, youngest_months, area, urgency, before_day, state, owner, coordinator, basis, level, topics, \
                   accept_by, feedback_by, confirm_by, proposed, declines, questions, events, last_at";
    for (seq, columns) in [("seq", columns.to_owned()), ("NULL", columns.to_owned())] {
        let replace = format!(
            "INSERT OR REPLACE INTO signal (seq, {columns}) SELECT {seq}, {} FROM signal",
            columns.replace("owner", "'mee-rijnmeer'")
        );
        let why = refused(&visitor(&world), &replace);
        assert!(why.contains("recorded once, by its report"), "{why}");
    }
    let story = register.story(&id(1).into()).unwrap();
    assert_eq!(story.case.owner, organisation(JGZ));
}

#[rstest]
#[case("1, 2, 'accepted'", "", "next number")]
#[case("1, 4, 'accepted'", "", "next number")]
#[case("2, 1, 'accepted'", "", "a report says")]
#[case("1, 3, 'forgotten'", "", "cannot follow")]
#[case("1, 3, 'accepted'", ", outcome", "fills other columns")]
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
    let columns = "sender, reported_at, urgency, coordinator, basis, level, owner, topics, feedback_by, declines, questions, last_at";
    let insert = |state: &str, accept: &str| {
        let sql = "INSERT INTO signal (id, state, accept_by, events";
        format!(
            "{sql}, {columns}) SELECT 'AAAAAAAA', '{state}', {accept}, 1, {columns} FROM signal"
        )
        .replace(
            "declines, questions, last_at FROM",
            "0, 0, reported_at FROM",
        )
    };
    for (state, accept) in [("offered", "accept_by"), ("accepted", "NULL")] {
        let why = refused(&visitor, &insert(state, accept));
        assert!(why.contains("recorded once, by its report"), "{why}");
    }
}

#[test]
fn a_signal_that_was_changed_behind_the_locks_is_told_to_be_damaged() {
    let (world, mut register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    visitor
        .execute_batch(
            "DROP TRIGGER signal_moves_with_its_event; UPDATE signal SET owner = 'mee-rijnmeer'",
        )
        .unwrap();
    let text = register.story(&id(1).into());
    assert_eq!(
        text,
        Err(RegisterError::DamagedSignal { id: Some(id(1)) }.into())
    );
}
