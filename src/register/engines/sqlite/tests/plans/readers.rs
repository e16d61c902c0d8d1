//! How SQLite means to find what one organisation may know of.

use super::{plan_of, sorts_nothing, walks};
use crate::domain::access::{Reach, Reader, SentReach};
use crate::domain::signal_state::State;
use crate::register::Filter;
use crate::register::examples::{GEMEENTE, organisation};

fn read_by(reach: Reach, filter: Filter) -> Filter {
    Filter {
        reader: Some(Reader {
            organisation: organisation(GEMEENTE).into(),
            reach,
            sent: SentReach::All,
            coordinates: vec![],
        }),
        ..filter
    }
}

/// What an organisation may know of is walked by its part in it, so its list costs what it holds.
#[test]
fn what_a_reader_may_know_of_is_walked_in_the_order_of_its_promises() {
    for (state, found) in [
        (State::Offered, "phase=?)"),
        (State::Answered, "phase=?)"),
        (State::Closed, "phase=? AND due=?)"),
    ] {
        let filter = Filter {
            states: vec![state],
            ..Filter::default()
        };
        let filter = read_by(Reach::OwnSignals, filter);
        for way in [
            "of_owner (owner=?",
            "of_sender (sender=?",
            "of_coordinator (coordinator=?",
        ] {
            walks(
                &filter,
                &format!("SEARCH signal USING INDEX {way} AND {found}"),
            );
        }
        let involved = found
            .replace("phase", "phase_now")
            .replace("due", "due_now");
        walks(
            &filter,
            &format!("SEARCH part USING INDEX of_involved (organisation=? AND {involved}"),
        );
        let plan = plan_of(&filter);
        assert_eq!(
            plan.contains("USING INDEX proposed (proposed=?)"),
            state == State::Offered,
            "{plan}"
        );
        assert!(
            !plan.contains("SCAN") && !plan.contains("in_phase"),
            "{plan}"
        );
    }
}

#[test]
fn what_an_organisation_itself_sent_owns_or_is_waited_for_is_walked_by_that_alone() {
    let one = |filter: Filter, index: &str| {
        let plan = plan_of(&read_by(Reach::OwnSignals, filter));
        assert!(plan.contains(index) && sorts_nothing(&plan), "{plan}");
        assert!(
            !plan.contains("UNION") && !plan.contains("of_involved"),
            "{plan}"
        );
    };
    let owner = Some(organisation(GEMEENTE));
    let sender = owner.clone();
    one(
        Filter {
            owner: owner.map(Into::into),
            ..Filter::default()
        },
        "of_owner (owner=?",
    );
    one(
        Filter {
            sender: sender.map(Into::into),
            ..Filter::default()
        },
        "of_sender (sender=?",
    );
}

#[test]
fn whoever_watches_all_signals_walks_them_as_a_job_does() {
    walks(
        &read_by(Reach::AllSignals, Filter::default()),
        "SEARCH signal USING INDEX in_phase (phase=?)",
    );
    let area = Filter {
        areas: vec!["waterdam".parse().unwrap()],
        ..Filter::default()
    };
    walks(
        &read_by(Reach::AllSignals, area),
        "SEARCH signal USING INDEX of_area (area=? AND phase=?)",
    );
}
