//! Who acts as coordinator: whom the map of today names, whatever the signal says.

use rstest::rstest;

use crate::domain::codes::CodeEnum as _;
use crate::domain::event::Event;
use crate::domain::lifecycle::sample::*;
use crate::domain::lifecycle::{Command, Coordinators, Party, Refusal, Step, Verb, decide};
use crate::domain::signal_state::State;

const OF_AREA: &str = "gemeente-veenbroek";
const OF_MAP: &str = "gemeente-rijnmeer";

fn coordinators(of_area: &str, of_map: &str) -> Coordinators {
    Coordinators {
        of_area: org(of_area),
        of_map: org(of_map),
        map_digest: "another".into(),
    }
}

fn assign(to: &str) -> Command {
    Command::Assign {
        to: org(to),
        reason: words(),
    }
}

fn kinds(steps: &[Step]) -> Vec<&'static str> {
    steps.iter().map(|step| step.event.code()).collect()
}

/// What becomes of the assignment by this organisation, of a signal that names the coordinator of the
/// sample.
#[rstest]
#[case::whom_both_name(COORDINATOR, (COORDINATOR, OF_MAP), Some(None))]
#[case::of_the_area_of_today(OF_AREA, (OF_AREA, OF_MAP), Some(Some(OF_AREA)))]
#[case::of_the_map_who_steps_in(OF_MAP, (COORDINATOR, OF_MAP), Some(Some(OF_MAP)))]
#[case::of_the_map_for_who_is_gone(OF_MAP, (OF_AREA, OF_MAP), Some(Some(OF_MAP)))]
#[case::of_the_map_and_named(COORDINATOR, (OF_AREA, COORDINATOR), Some(None))]
#[case::of_the_area_after_the_map_stepped_in(OF_AREA, (OF_AREA, COORDINATOR), Some(Some(OF_AREA)))]
#[case::who_no_longer_is(COORDINATOR, (OF_AREA, OF_MAP), None)]
#[case::a_stranger(STRANGER, (OF_AREA, OF_MAP), None)]
fn the_map_of_today_says_who_acts_as_coordinator(
    #[case] by: &str,
    #[case] (of_area, of_map): (&str, &str),
    #[case] expected: Option<Option<&str>>,
) {
    let story = Story::reported();
    let coordinators = coordinators(of_area, of_map);
    let decided = coordinators.decide(&story.state, &org(by), assign(STRANGER), &story.terms());
    let Some(changed_to) = expected else {
        // Who has no part in it does not hear who has.
        let may = vec![(Party::Coordinator, None)];
        assert_eq!(decided, Err(Refusal::NotYours { may }));
        return;
    };
    let steps = decided.unwrap();
    let changed = changed_to.map(|to| Event::CoordinatorChanged {
        coordinator: org(to),
        map_digest: "another".into(),
    });
    assert_eq!(
        steps
            .iter()
            .map(|step| &step.event)
            .filter(|event| event.code() == "coordinator-changed")
            .collect::<Vec<_>>(),
        changed.iter().collect::<Vec<_>>()
    );
    assert_eq!(kinds(&steps).last(), Some(&"assigned"));
}

/// A decline goes to whom the signal names, while the map of today agrees.
#[rstest]
#[case::whom_both_name(COORDINATOR, OF_MAP, COORDINATOR, &["declined"])]
#[case::of_the_map_who_stepped_in(OF_AREA, COORDINATOR, COORDINATOR, &["declined"])]
#[case::of_today(OF_AREA, OF_MAP, OF_AREA, &["coordinator-changed", "declined"])]
fn a_decline_goes_to_a_coordinator_of_today(
    #[case] of_area: &str,
    #[case] of_map: &str,
    #[case] to: &str,
    #[case] expected: &[&str],
) {
    let story = Story::reported();
    let steps = coordinators(of_area, of_map)
        .decide(&story.state, &org(OWNER), declined(None), &story.terms())
        .unwrap();
    assert_eq!(kinds(&steps), expected);
    let last = steps.last().unwrap();
    assert_eq!(last.event.addressee(), Some(&org(to)));
}

/// What is the same whoever coordinates it says nothing of coordinators.
#[test]
fn an_owner_and_a_sender_go_on_as_if_nothing_changed() {
    let coordinators = coordinators(OF_AREA, OF_MAP);
    for verb in Verb::ALL {
        let (parties, states) = verb.rule();
        for state in states.iter().filter(|_| *verb != Verb::Escalate) {
            let story = Story::ready_for(*verb, *state);
            for by in [SENDER, OWNER, INVOLVED, PROPOSED] {
                let terms = story.terms();
                let before = decide(&story.state, &org(by), some(*verb), &terms);
                let now = coordinators.decide(&story.state, &org(by), some(*verb), &terms);
                if let (Ok(before), Ok(now)) = (&before, &now) {
                    // These name the coordinator.
                    let names_her = [Verb::Decline, Verb::Correct].contains(verb);
                    assert!(before == now || names_her, "{verb} {state} {by}");
                }
                assert_eq!(
                    before.is_ok(),
                    now.is_ok(),
                    "{verb} {state} {by} {parties:?}"
                );
            }
        }
    }
}

#[test]
fn a_coordinator_of_today_may_do_all_that_a_coordinator_may() {
    for verb in Verb::ALL {
        let (parties, states) = verb.rule();
        if !parties.contains(&Party::Coordinator) {
            continue;
        }
        for state in states {
            let story = Story::ready_for(*verb, *state);
            let terms = story.terms();
            let named = story
                .state
                .permits(*verb, &org(COORDINATOR), &terms)
                .is_ok();
            let coordinators = coordinators(OF_AREA, OF_MAP);
            for by in [OF_AREA, OF_MAP] {
                let next = coordinators.next_steps(&story.state, &org(by).into(), &terms);
                assert_eq!(next.contains(verb), named, "{verb} {state} {by}");
            }
            let next = coordinators.next_steps(&story.state, &org(COORDINATOR).into(), &terms);
            assert!(!next.contains(verb), "{verb} {state}: no longer hers");
        }
    }
}

#[test]
fn a_step_that_is_taken_back_leaves_the_coordinator_as_she_is() {
    let story = Story::reported()
        .does(OWNER, Command::Accept { contact: None })
        .coordinated_by(STRANGER)
        .does(OWNER, Command::Undo);
    assert_eq!(story.state.state(), State::Offered);
    assert_eq!(story.state.coordinator, org(STRANGER));
}
