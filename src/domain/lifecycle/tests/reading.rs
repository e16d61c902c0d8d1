//! Who reads what of a signal.

use super::*;
use crate::domain::access::AccessLevel;
use crate::domain::lifecycle::tests::table::PARTIES;

#[test]
fn sender_owner_and_involved_read_the_words_coordinator_and_proposed_the_story_and_nobody_else_reads()
 {
    let case = Story::in_state(State::Accepted).case;
    for (_, organisation) in PARTIES {
        let reads = match organisation {
            SENDER | OWNER | INVOLVED => AccessLevel::Everything,
            COORDINATOR | PROPOSED => AccessLevel::Story,
            _ => AccessLevel::Nothing,
        };
        assert_eq!(case.reading(&org(organisation)), reads, "{organisation}");
        assert_eq!(
            case.may_see_contact(&org(organisation)),
            [SENDER, OWNER].contains(&organisation),
            "{organisation}"
        );
    }
}

#[test]
fn a_sender_who_may_only_hear_the_status_reads_her_own_part() {
    let mut case = Story::in_state(State::Accepted).case;
    case.level = Level::StatusOnly;
    assert_eq!(case.reading(&org(SENDER)), AccessLevel::OwnPart);
    assert_eq!(case.reading(&org(STRANGER)), AccessLevel::Nothing);
    assert_eq!(case.reading(&org(OWNER)), AccessLevel::Everything);
    case.involved.insert(org(SENDER));
    assert_eq!(
        case.reading(&org(SENDER)),
        AccessLevel::Everything,
        "who helps reads along"
    );
}
