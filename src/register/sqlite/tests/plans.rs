//! How SQLite means to find what is asked: without reading what is not shown, and without sorting.

use super::Folder;
use crate::domain::case::State;
use crate::register::database::{Engine, Value};
use crate::register::examples::{GEMEENTE, KRAAMZORG, World, organisation};
use crate::register::statements::OfSeveral;
use crate::register::{Filter, statements};

fn plan(sql: &str, with: &[Value<'_>]) -> String {
    let world = Folder::new();
    let mut register = world.open();
    let mut plan = Vec::new();
    let mut each = |row: &[Value<'_>]| {
        if let [.., Value::Text(detail)] = row {
            plan.push(detail.to_string());
        }
        Ok(std::ops::ControlFlow::Continue(()))
    };
    register
        .database
        .read(|tx| tx.query(&format!("EXPLAIN QUERY PLAN {sql}"), with, &mut each))
        .unwrap();
    plan.join("; ")
}

fn plan_of(filter: &Filter) -> String {
    let plans = filter
        .listing(statements::LISTED)
        .into_iter()
        .map(|(sql, mut with)| {
            with.push(Value::Integer(50));
            plan(&sql, &with)
        });
    plans.collect::<Vec<_>>().join(" | ")
}

fn walks(filter: &Filter, index: &str) {
    let plan = plan_of(filter);
    assert!(
        plan.contains(index) && !plan.contains("TEMP B-TREE"),
        "{plan}"
    );
}

#[test]
fn the_unanswered_are_walked_in_the_order_of_their_promises() {
    walks(&Filter::default(), "SCAN signal USING INDEX unanswered");
    walks(
        &Filter {
            late_on: Some("2026-11-23".parse().unwrap()),
            ..Filter::default()
        },
        "SEARCH signal USING INDEX unanswered (due<?)",
    );
    walks(
        &Filter {
            topics: vec!["housing".parse().unwrap()],
            ..Filter::default()
        },
        "SCAN signal USING INDEX unanswered",
    );
    walks(
        &Filter {
            states: vec![State::Offered],
            ..Filter::default()
        },
        "SCAN signal USING INDEX unanswered",
    );
}

#[test]
fn one_organisation_or_area_has_its_own_walk() {
    let owner = Filter {
        owner: Some(organisation(GEMEENTE)),
        ..Filter::default()
    };
    walks(
        &owner,
        "SEARCH signal USING INDEX unanswered_by_owner (owner=?)",
    );
    walks(
        &Filter {
            late_on: Some("2026-11-23".parse().unwrap()),
            ..owner
        },
        "unanswered_by_owner (owner=? AND due<?)",
    );
    let sender = Filter {
        sender: Some(organisation(KRAAMZORG)),
        ..Filter::default()
    };
    walks(
        &sender,
        "SEARCH signal USING INDEX unanswered_by_sender (sender=?)",
    );
    let area = Filter {
        areas: vec!["waterdam".parse().unwrap()],
        ..Filter::default()
    };
    walks(
        &area,
        "SEARCH signal USING INDEX unanswered_by_area (area=?)",
    );
}

#[test]
fn what_is_answered_or_ended_is_walked_too() {
    for (states, group) in [
        (vec![State::Answered], "answered"),
        (vec![State::Closed], "ended"),
        (vec![State::Withdrawn], "ended"),
    ] {
        let all = Filter {
            states,
            ..Filter::default()
        };
        walks(&all, &format!("USING INDEX {group}"));
        walks(
            &Filter {
                owner: Some(organisation(GEMEENTE)),
                ..all.clone()
            },
            &format!("SEARCH signal USING INDEX {group}_by_owner"),
        );
        walks(
            &Filter {
                sender: Some(organisation(KRAAMZORG)),
                ..all.clone()
            },
            &format!("SEARCH signal USING INDEX {group}_by_sender"),
        );
        walks(
            &Filter {
                areas: vec!["waterdam".parse().unwrap()],
                ..all
            },
            &format!("SEARCH signal USING INDEX {group}_by_area"),
        );
    }
}

#[test]
fn what_waits_for_an_organisation_is_walked_in_the_order_of_its_promises() {
    let filter = Filter {
        states: State::OPEN.to_vec(),
        waiting_for: Some((organisation(GEMEENTE), "2026-11-23".parse().unwrap())),
        ..Filter::default()
    };
    for way in [
        "SEARCH signal USING INDEX unanswered_by_owner (owner=?)",
        "SEARCH signal USING INDEX proposed (proposed=?)",
        "SCAN signal USING INDEX asked",
        "SEARCH signal USING INDEX answered_by_sender (sender=?)",
        "SEARCH signal USING INDEX answered_by_owner (owner=? AND due<?)",
        "SEARCH signal USING INDEX answered (due<?)",
    ] {
        walks(&filter, way);
    }
    assert_eq!(
        plan_of(&filter)
            .matches("SCAN signal USING INDEX asked")
            .count(),
        2,
        "{}",
        plan_of(&filter)
    );
}

#[test]
fn all_that_has_ended_is_merged_from_two_walks() {
    let ended = Filter {
        states: vec![State::Closed, State::Withdrawn],
        ..Filter::default()
    };
    walks(&ended, "SEARCH signal USING INDEX ended (state=?)");
    walks(
        &Filter {
            owner: Some(organisation(GEMEENTE)),
            ..ended
        },
        "SEARCH signal USING INDEX ended_by_owner (owner=? AND state=?)",
    );
}

#[test]
fn counting_what_waits_reads_only_what_waits() {
    for (sql, with) in Filter::default().selecting("SELECT count(*) FROM signal") {
        let plan = plan(&sql, &with);
        assert!(plan.contains("INDEX unanswered"), "{plan}");
    }
}

#[test]
fn many_areas_are_found_without_reading_what_has_ended() {
    let areas = ["waterdam", "waterdam-noord", "waterdam-oost"]
        .map(|area| area.parse().unwrap())
        .to_vec();
    assert!(
        plan_of(&Filter {
            areas,
            ..Filter::default()
        })
        .contains("INDEX unanswered")
    );
}

#[test]
fn how_signals_went_is_read_as_it_lies() {
    let plan = plan(statements::COURSES, &[]);
    assert!(
        plan.contains("SCAN event") && !plan.contains("TEMP B-TREE"),
        "{plan}"
    );
}

#[test]
fn one_signal_is_searched_for_and_never_scanned() {
    let text = |n: usize| vec![Value::from("K7M4"); n];
    for (sql, with) in [
        (statements::SIGNALS_IN_RANGE, text(2)),
        (statements::ID_BY_REFERENCE, text(2)),
        (statements::EVENTS, text(1)),
        (statements::DECISIONS, text(1)),
        (statements::WORDS, text(1)),
    ] {
        let plan = plan(sql, &with);
        assert!(
            !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"),
            "{sql}: {plan}"
        );
    }
}

#[test]
fn what_is_read_of_several_signals_at_once_is_searched_for() {
    for what in [
        OfSeveral::Signals,
        OfSeveral::Events,
        OfSeveral::Decisions,
        OfSeveral::Words,
    ] {
        let plan = plan(
            &statements::of_several(what, 3),
            &[1i64.into(), 2i64.into(), 3i64.into()],
        );
        assert!(
            plan.contains("SEARCH") && !plan.contains("SCAN"),
            "{what:?}: {plan}"
        );
    }
}
