//! Complete commands.

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::event::{Basis, Channel, DecisionRecord, DeclineReason, Level, Offer, Outcome};
use crate::domain::lifecycle::sample::{INVOLVED, OWNER, day, org, topics, words};
use crate::domain::lifecycle::{Command, Correcting, FeedbackContent, HeardContent, Verb};
use crate::domain::signal::{Particulars, Urgency};

/// A complete command for this verb, as anybody might give it.
pub(crate) fn some(verb: Verb) -> Command {
    match verb {
        Verb::Accept => Command::Accept { contact: None },
        Verb::FamilyKnown => Command::FamilyKnown,
        Verb::Decline => declined(None),
        Verb::DeclineClaim => Command::DeclineClaim {
            reason: DeclineReason::OtherTopic,
            words: None,
        },
        Verb::ProposeTransfer => Command::ProposeTransfer {
            to: org("welzijn"),
            words: None,
        },
        Verb::TakeTransfer => Command::TakeTransfer,
        Verb::RefuseTransfer => Command::RefuseTransfer { words: None },
        Verb::EndTransfer => Command::EndTransfer,
        Verb::Assign => Command::Assign {
            to: org("welzijn"),
            reason: words(),
        },
        Verb::Reroute => rerouted("welzijn", Level::Full),
        Verb::Involve => Command::Involve {
            organisation: org("welzijn"),
        },
        Verb::Uninvolve => Command::Uninvolve {
            organisation: org(INVOLVED),
        },
        Verb::Ask => Command::Ask {
            of: None,
            question: words(),
        },
        Verb::Reply => Command::Reply {
            question: None,
            words: words(),
        },
        Verb::Amend => Command::Amend {
            topics: topics(&["finances"]),
            words: None,
            involve: vec![],
        },
        Verb::Correct => corrected("17", None),
        Verb::Interim => Command::Interim {
            channel: Channel::Phone,
            content: FeedbackContent::Full(words()),
        },
        Verb::Final => answer(FeedbackContent::Full(words())),
        Verb::Heard => Command::Heard {
            channel: Channel::Phone,
            content: HeardContent::Full {
                outcome: Outcome::HelpStarted,
                words: Some(words()),
            },
        },
        Verb::Confirm => Command::Confirm { words: None },
        Verb::Reject => Command::Reject {
            words: words(),
            instead: None,
        },
        Verb::Close => Command::Close,
        Verb::Reopen => Command::Reopen {
            reason: words(),
            instead: None,
        },
        Verb::Withdraw => Command::Withdraw { reason: words() },
        Verb::Undo => Command::Undo,
        Verb::Escalate => alarm(Promise::Feedback, 1),
    }
}

/// The map of today gives it to another by dispute, under another coordinator, with promises of its
/// own, and the wijkteam reads along unless it owns it.
pub(crate) fn rerouted(owner: &str, level: Level) -> Command {
    let beside = Some("wijkteam").filter(|beside| *beside != owner);
    let offer = Offer {
        owner: org(owner),
        basis: Basis::Dispute,
        coordinator: org("gemeente-veenbroek"),
        involved: beside.map(org).into_iter().collect(),
        claimants: beside.map(org).into_iter().collect(),
        accept_by: day("2026-11-06"),
        feedback_by: day("2026-12-24"),
        level,
        responsibility: None,
        knows_family: false,
    };
    let grounds = DecisionRecord {
        reason: "{}".into(),
        map_digest: "another".into(),
    };
    Command::Reroute {
        offer,
        decision: grounds,
        reason: words(),
    }
}

/// The person has this age after all; the map of today gives it to `to`, when it knows the facts.
pub(crate) fn corrected(age: &str, to: Option<&str>) -> Command {
    let offer = to.map(|to| Offer {
        owner: org(to),
        basis: Basis::Rule,
        coordinator: org("gemeente"),
        involved: vec![],
        claimants: vec![],
        accept_by: day("2026-11-05"),
        feedback_by: day("2026-11-10"),
        level: Level::Full,
        responsibility: Some("topic:parenting age:17".parse().unwrap()),
        knows_family: false,
    });
    let decision = DecisionRecord {
        reason: "{}".into(),
        map_digest: "another".into(),
    };
    Command::Correct(Correcting {
        particulars: Particulars {
            age: Some(age.parse().unwrap()),
            ..Particulars::default()
        },
        coordinator: org("gemeente"),
        decided: offer.map(|offer| (offer, decision)),
        words: None,
    })
}

/// As [`corrected`], and acute after all; the map of today does not know what it is about.
pub(crate) fn corrected_to_acute(age: &str) -> Command {
    let Command::Correct(correcting) = corrected(age, None) else {
        panic!("a correction")
    };
    Command::Correct(Correcting {
        particulars: Particulars {
            urgency: Urgency::Acute,
            ..correcting.particulars
        },
        ..correcting
    })
}

pub(crate) fn alarm(past: Promise, after: u8) -> Command {
    Command::Escalate {
        step: AlarmStep { past, after },
        informed: vec![org(OWNER)],
        take_over: None,
    }
}

pub(crate) fn declined(suggested: Option<&str>) -> Command {
    Command::Decline {
        reason: DeclineReason::OtherTopic,
        suggested: suggested.map(org),
        words: None,
    }
}

pub(crate) fn answer(content: FeedbackContent) -> Command {
    Command::Final {
        outcome: Outcome::HelpStarted,
        handed_to: None,
        channel: Channel::Phone,
        content,
    }
}
