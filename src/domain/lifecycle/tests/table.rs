//! Who may do what, held against the table of the design.

use super::*;
use crate::domain::codes::CodeEnum as _;
use crate::domain::event::EventKind;

/// Design section 4, written out: who may do what in which state (Sender, Owner, Coordinator,
/// Involved, Proposed, who claims it), and where it leads.
const WHO_MAY: &str = "
    verb              offered  accepted  answered  closed  withdrawn  | becomes
    accept            OK       -         -         -       -          | accepted
    family-known      OS       OS        OS        -       -          | same
    decline           O        O         -         -       -          | offered
    decline-claim     K        -         -         -       -          | same
    transfer-propose  O        O         -         -       -          | same
    transfer-take     P        P         -         -       -          | accepted
    transfer-refuse   P        P         -         -       -          | same
    transfer-end      O        O         -         -       -          | same
    assign            C        C         -         -       -          | offered
    reroute           C        C         -         -       -          | offered
    involve           OC       OC        OC        -       -          | same
    uninvolve         OC       OC        OC        -       -          | same
    ask               O        O         O         -       -          | same
    reply             SI       SI        SI        -       -          | same
    amend             O        O         O         -       -          | same
    correct           SOC      OC        OC        -       -          | same
    feedback-interim  O        O         -         -       -          | accepted
    feedback          O        O         -         -       -          | answered
    heard             S        S         -         -       -          | answered
    confirm           -        -         S         -       -          | closed
    reject            -        -         S         -       -          | accepted
    close             -        -         OC        -       -          | closed
    reopen            -        -         -         SOC     -          | accepted
    withdraw          S        -         -         -       -          | withdrawn
    undo              O        O         O         S       S          | before
    escalate          C        C         C         -       -          | same
";

pub(super) const PARTIES: [(char, &str); 7] = [
    ('S', SENDER),
    ('O', OWNER),
    ('C', COORDINATOR),
    ('I', INVOLVED),
    ('P', PROPOSED),
    ('K', CLAIMANT),
    ('-', STRANGER),
];

pub(super) fn rows() -> Vec<(Verb, Vec<&'static str>, &'static str)> {
    let row = |line: &'static str| {
        let (left, becomes) = line.split_once('|').unwrap();
        let mut cells = left.split_whitespace();
        (
            Verb::from_code(cells.next().unwrap()).unwrap(),
            cells.collect(),
            becomes.trim(),
        )
    };
    WHO_MAY
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .skip(1)
        .map(row)
        .collect()
}

#[test]
fn the_table_has_every_verb_once() {
    let verbs: Vec<Verb> = rows().into_iter().map(|(verb, ..)| verb).collect();
    assert_eq!(verbs, Verb::ALL);
}

#[test]
fn each_kind_of_event_is_left_by_one_verb_but_for_what_begins_a_signal_and_what_a_map_says() {
    for kind in EventKind::ALL {
        let verbs = Verb::ALL.iter().filter(|verb| verb.event_kind() == *kind);
        let of_no_verb = [
            EventKind::Reported,
            EventKind::Imported,
            EventKind::CoordinatorChanged,
        ];
        let expected = usize::from(!of_no_verb.contains(kind));
        assert_eq!(verbs.count(), expected, "{kind}");
    }
}

#[test]
fn a_verb_leaves_an_event_of_its_kind() {
    for verb in Verb::ALL {
        let story = Story::ending_with(*verb);
        assert_eq!(story.last().kind(), verb.event_kind(), "{verb}");
        assert_eq!(Verb::of_event(story.last().kind()), Some(*verb));
    }
}

#[test]
fn every_verb_in_every_state_is_for_the_parties_of_the_table_and_refused_to_all_others() {
    for (verb, cells, becomes) in rows() {
        for (state, cell) in State::ALL.iter().zip(&cells) {
            let story = Story::ready_for(verb, *state);
            for (letter, organisation) in PARTIES {
                let here = format!("{verb} by {organisation} ({letter}) when {state}");
                // Once a signal has left the owner's hands nobody is asked to take it over any
                // more.
                let has_part = match letter {
                    '-' => false,
                    'P' => story.state.proposed.is_some(),
                    'K' => story.state.claimants().next().is_some(),
                    // Whose step the last one was.
                    letter if verb == Verb::Undo => cell.contains(letter),
                    _ => true,
                };
                let ever = has_part && cells.iter().any(|cell| cell.contains(letter));
                match story.tries(organisation, story.some(verb)) {
                    Ok(_) => {
                        assert!(has_part && cell.contains(letter), "{here} must be refused");
                        let after = story.clone().does(organisation, story.some(verb));
                        let expected = match (becomes, *state) {
                            ("same", state) => state.code(),
                            ("before", State::Closed) => "answered",
                            ("before", _) => "offered",
                            (becomes, _) => becomes,
                        };
                        assert_eq!(after.state.state().code(), expected, "{here}");
                    }
                    Err(Refusal::WrongState {
                        verb: _,
                        state: stands,
                        needs,
                    }) => {
                        assert!(
                            ever && !cell.contains(letter),
                            "{here} must be another answer than the wrong state"
                        );
                        assert_eq!(stands, *state, "{here}");
                        assert!(!needs.contains(state), "{here}");
                    }
                    Err(Refusal::NotYours { may }) => {
                        assert!(!ever, "{here} must not be refused for the party");
                        assert!(
                            !(may.iter().filter_map(|(_, who)| who.as_ref()))
                                .any(|who| who.contains(&org(organisation))),
                            "{here}"
                        );
                    }
                    // Who may not know whose step it was is told that there is none.
                    Err(Refusal::NothingToUndo) => assert!(!ever, "{here}"),
                    Err(other) => panic!("{here}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn the_next_steps_are_those_that_the_decision_allows() {
    for state in State::ALL {
        for today in [REPORTED_ON, LONG_AFTER] {
            let story = Story::in_state(*state).on(today);
            for (_, organisation) in PARTIES {
                let next = story.state.next_steps(&org(organisation), &story.terms());
                for verb in Verb::ALL {
                    let allowed = story.tries(organisation, story.some(*verb)).is_ok();
                    assert_eq!(
                        next.contains(verb),
                        allowed,
                        "{verb} by {organisation} when {state} on {today}"
                    );
                }
            }
        }
    }
}
