//! The second lock on steps and seals.

use rstest::rstest;

use crate::domain::event::{Actor, AsWas};
use crate::domain::lifecycle::Verb;
use crate::domain::signal_state::State;
use crate::register::FindingKind;
use crate::register::audit::hash_chain::Seal;
use crate::register::engines::sqlite::tests::visit::*;
use crate::register::examples::*;

/// The event that JGZ accepts, with one of its columns as somebody else would fill it.
#[rstest]
#[case::right("", "", None)]
#[case::with_grounds("NULL, 1, 3", "1, 1, 3", Some("fills other columns"))]
#[case::a_step_left_out("max(step) + 1", "max(step) + 2", Some("follow on one another"))]
#[case::a_step_twice("max(step) + 1", "max(step)", Some("follow on one another"))]
#[case::words_that_are_not_there(
    "FROM words WHERE signal = 1 AND event = 3",
    "FROM words",
    Some("seals what came with it")
)]
#[case::no_seal("'00000000000000000000000000000000', ", "'', ", Some("CHECK"))]
fn an_event_has_its_step_its_seal_and_nothing_of_another(
    #[case] one: &str,
    #[case] other: &str,
    #[case] why: Option<&str>,
) {
    let (world, _register) = with_a_signal(State::Offered);
    let right = event("", &format!("1, 3, 'accepted', {AT}, '{JGZ}'"));
    let insert = if one.is_empty() {
        right.clone()
    } else {
        right.replacen(one, other, 1)
    };
    assert!(
        one.is_empty() || insert != right,
        "the case changes something"
    );
    match why {
        None => visitor(&world).execute_batch(&insert).unwrap(),
        Some(why) => assert!(refused(&visitor(&world), &insert).contains(why)),
    }
}

#[test]
fn words_that_no_event_seals_are_refused_with_their_event() {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    visitor
        .execute_batch(&format!("BEGIN; {}", said(3)))
        .unwrap();
    let values =
        format!("1, 3, 'declined', {AT}, '{JGZ}', 'gemeente-waterdam', 'no-ground', '2026-11-26'");
    let insert = event(", to_organisation, decline_reason, accept_by", &values)
        .replace(&format!("DISTINCT '{SEAL}' FROM words"), "NULL FROM words");
    let why = refused(&visitor, &insert);
    assert!(why.contains("seals what came with it"), "{why}");
}

#[test]
fn what_the_map_did_not_decide_has_no_grounds_and_what_it_decided_has_some() {
    let (world, _register) = with_a_signal(State::Offered);
    let visitor = visitor(&world);
    let laid = laid(Verb::Reroute, 3);
    visitor.execute_batch(&format!("BEGIN; {laid}")).unwrap();
    let rerouted = event(
        OF_REROUTED,
        &format!("1, 3, 'rerouted', {AT}, '{GEMEENTE}'{REROUTED}"),
    );
    assert!(
        refused(&visitor, &rerouted.replace("), 1, 1, 3,", "), NULL, 1, 3,"))
            .contains("fills other columns")
    );
    visitor
        .execute_batch(&rerouted.replace("), 1, 1, 3,", "), 77, 1, 3,"))
        .unwrap_err();
    visitor.execute_batch(&rerouted).unwrap();
}

/// A seal can be known beforehand: what lies there under it is not taken for what was sealed.
#[test]
fn rows_laid_ready_under_the_seal_of_others_are_not_taken_for_them() {
    let (world, mut register) = with_a_signal(State::Offered);
    let seal = Seal::of_decision("map", "why");
    let called = Seal::of_as_was("KRAAMZORG", None, None);
    visitor(&world)
        .execute_batch(&format!(
            "INSERT INTO grounds SELECT max(number) + 1, '{seal}', 'map', 'another' FROM grounds;
             INSERT INTO as_was SELECT max(number) + 1, '{called}', 'another', NULL, NULL FROM as_was"
        ))
        .unwrap();
    let sender = Actor {
        as_was: Some(AsWas {
            name: "KRAAMZORG".to_owned(),
            phone: None,
            email: None,
        }),
        ..sender()
    };
    let why = decision("why", "map");
    register
        .report(&signal(2), &offer(), &why, &sender)
        .unwrap();
    let story = register.story(&id(2).into()).unwrap();
    assert_eq!(
        (&story.first, &story.happened[0].as_was),
        (&why, &sender.as_was)
    );
    let kinds: Vec<FindingKind> = register
        .verify(&[])
        .unwrap()
        .findings
        .iter()
        .map(|finding| finding.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            FindingKind::Grounds,
            FindingKind::AsWas,
            FindingKind::GroundsUnknown,
            FindingKind::AsWasUnknown
        ]
    );
}
