//! Who reads what of a signal.

use super::*;
use crate::domain::access::{AccessLevel, Reach, Reader, SentReach};
use crate::domain::event::Level;
use crate::domain::lifecycle::tests::table::PARTIES;

#[test]
fn sender_owner_and_involved_read_the_words_coordinator_and_proposed_the_story_and_nobody_else_reads()
 {
    let state = Story::in_state(State::Accepted).state;
    for (_, organisation) in PARTIES {
        let reads = match organisation {
            SENDER | OWNER | INVOLVED => AccessLevel::Full,
            COORDINATOR | PROPOSED => AccessLevel::Metadata,
            _ => AccessLevel::Nothing,
        };
        assert_eq!(
            state.access_level(&org(organisation)),
            reads,
            "{organisation}"
        );
        let reader = Reader {
            organisation: org(organisation).into(),
            reach: Reach::OwnSignals,
            sent: SentReach::All,
            coordinates: vec![],
        };
        assert_eq!(
            state.may_see_contact(&reader),
            [SENDER, OWNER].contains(&organisation),
            "{organisation}"
        );
    }
}

#[test]
fn a_sender_who_may_only_hear_the_status_reads_her_own_part() {
    let mut state = Story::in_state(State::Accepted).state;
    state.level = Level::StatusOnly;
    assert_eq!(state.access_level(&org(SENDER)), AccessLevel::OwnText);
    assert_eq!(state.access_level(&org(STRANGER)), AccessLevel::Nothing);
    assert_eq!(state.access_level(&org(OWNER)), AccessLevel::Full);
    state.involved.insert(org(SENDER));
    assert_eq!(
        state.access_level(&org(SENDER)),
        AccessLevel::Full,
        "who helps reads along"
    );
}
