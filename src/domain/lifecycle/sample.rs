//! The story that the tests of the lifecycle tell: a kraamhulp signals, the JGZ owns.

use super::{Command, Refusal, Step, Terms, Told, Verb, decide};
use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::case::{Case, State, replay};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{
    Basis, Channel, DeclineReason, Event, Grounds, Happened, Level, Offer, Outcome, Via,
};
use crate::domain::signal::Topics;
use crate::domain::time::{Day, Moment};
use crate::domain::words::Words;

pub(super) const SENDER: &str = "kraamzorg";
pub(super) const OWNER: &str = "jgz";
pub(super) const COORDINATOR: &str = "gemeente";
pub(super) const INVOLVED: &str = "cjg";
pub(super) const PROPOSED: &str = "wijkteam";
pub(super) const STRANGER: &str = "school";

pub(super) const REPORTED_ON: &str = "2026-11-02";
pub(super) const ACCEPT_BY: &str = "2026-11-04";
pub(super) const FEEDBACK_BY: &str = "2026-11-09";
/// A day on which every promise of the story has passed.
pub(super) const LONG_AFTER: &str = "2027-03-01";

/// A signal with all that happened to it, and the day it is.
#[derive(Debug, Clone)]
pub(super) struct Story {
    pub(super) case: Case,
    pub(super) record: Vec<Happened>,
    pub(super) today: Day,
}

impl Story {
    /// The report, with the right to hear all.
    pub(super) fn reported() -> Self {
        Self::reported_with(Level::Full)
    }

    pub(super) fn reported_with(level: Level) -> Self {
        let offer = Offer {
            owner: org(OWNER),
            basis: Basis::Rule,
            coordinator: org(COORDINATOR),
            involved: vec![org(INVOLVED)],
            accept_by: day(ACCEPT_BY),
            feedback_by: day(FEEDBACK_BY),
            level,
            responsibility: Some("topic:parenting".parse().unwrap()),
        };
        let record = vec![Happened {
            number: 1,
            at: moment(),
            by: org(SENDER),
            via: Via::Terminal,
            as_was: None,
            event: Event::Reported(offer),
        }];
        let case = replay(
            "K7M4-Q2X8".parse().unwrap(),
            topics(&["parenting"]),
            &record,
        )
        .unwrap();
        Self {
            case,
            record,
            today: day(REPORTED_ON),
        }
    }

    /// The story in this state, by the shortest way; a transfer stands open wherever one can.
    pub(super) fn in_state(state: State) -> Self {
        let propose = Command::ProposeTransfer {
            to: org(PROPOSED),
            words: None,
        };
        let offered = Self::reported().does(OWNER, propose);
        match state {
            State::Offered => offered,
            State::Accepted => offered.does(OWNER, Command::Accept),
            State::Answered => offered.does(OWNER, some(Verb::Final)),
            State::Closed => offered
                .does(OWNER, some(Verb::Final))
                .does(SENDER, some(Verb::Confirm)),
            State::Withdrawn => offered.does(SENDER, some(Verb::Withdraw)),
        }
    }

    pub(super) fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    pub(super) fn tries(&self, by: &str, command: Command) -> Result<Vec<Step>, Refusal> {
        decide(&self.case, &org(by), command, &self.terms())
    }

    /// Carries the command out; every step must fit.
    pub(super) fn does(mut self, by: &str, command: Command) -> Self {
        let steps = self.tries(by, command).unwrap();
        self.record_all(by, steps);
        self
    }

    pub(super) fn record_all(&mut self, by: &str, steps: Vec<Step>) {
        for Step {
            event,
            words: _,
            grounds: _,
        } in steps
        {
            let happened = Happened {
                number: self.case.events + 1,
                at: moment(),
                by: org(by),
                via: Via::Terminal,
                as_was: None,
                event,
            };
            self.case.apply(&happened).unwrap();
            self.record.push(happened);
        }
    }

    /// Promises of 2, 5 and 10 days from today, so that each can be told from the others.
    pub(super) fn terms(&self) -> Terms {
        let today = self.today;
        Terms {
            today,
            accept_by: today.plus(2),
            feedback_by: today.plus(5),
            confirm_by: today.plus(10),
        }
    }

    pub(super) fn owner(&self) -> &str {
        self.case.owner.as_str()
    }

    /// A complete command for this verb, where the signal stands.
    pub(super) fn some(&self, verb: Verb) -> Command {
        let past = if self.case.state() == State::Answered {
            Promise::Confirm
        } else {
            Promise::Feedback
        };
        if verb == Verb::Escalate {
            alarm(past, 1)
        } else {
            some(verb)
        }
    }

    pub(super) fn last(&self) -> &Event {
        &self.record.last().unwrap().event
    }
}

/// A complete command for this verb, as anybody might give it.
pub(super) fn some(verb: Verb) -> Command {
    match verb {
        Verb::Accept => Command::Accept,
        Verb::Decline => declined(None),
        Verb::ProposeTransfer => Command::ProposeTransfer {
            to: org("welzijn"),
            words: None,
        },
        Verb::TakeTransfer => Command::TakeTransfer,
        Verb::RefuseTransfer => Command::RefuseTransfer { words: None },
        Verb::Assign => Command::Assign {
            to: org("welzijn"),
            reason: words(),
        },
        Verb::Reroute => rerouted("welzijn", Level::Full),
        Verb::Involve => Command::Involve {
            organisation: org("welzijn"),
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
        Verb::Interim => Command::Interim {
            channel: Channel::Phone,
            told: Told::Full(words()),
        },
        Verb::Final => answer(Told::Full(words())),
        Verb::Confirm => Command::Confirm { words: None },
        Verb::Reject => Command::Reject { words: words() },
        Verb::Close => Command::Close,
        Verb::Reopen => Command::Reopen { reason: words() },
        Verb::Withdraw => Command::Withdraw { reason: words() },
        Verb::Escalate => alarm(Promise::Feedback, 1),
    }
}

/// The map of today gives it to another by dispute, under another coordinator, with promises of its
/// own, and the wijkteam reads along.
pub(super) fn rerouted(owner: &str, level: Level) -> Command {
    let offer = Offer {
        owner: org(owner),
        basis: Basis::Dispute,
        coordinator: org("gemeente-veenbroek"),
        involved: vec![org("wijkteam")],
        accept_by: day("2026-11-06"),
        feedback_by: day("2026-12-24"),
        level,
        responsibility: None,
    };
    let grounds = Grounds {
        reason: "{}".into(),
        map_digest: "another".into(),
    };
    Command::Reroute {
        offer,
        grounds,
        reason: words(),
    }
}

pub(super) fn alarm(past: Promise, after: u8) -> Command {
    Command::Escalate {
        step: AlarmStep { past, after },
        told: vec![org(OWNER)],
        take_over: None,
    }
}

pub(super) fn declined(suggested: Option<&str>) -> Command {
    Command::Decline {
        reason: DeclineReason::OtherTopic,
        suggested: suggested.map(org),
        words: None,
    }
}

pub(super) fn answer(told: Told) -> Command {
    Command::Final {
        outcome: Outcome::HelpStarted,
        channel: Channel::Phone,
        told,
    }
}

pub(super) fn org(code: &str) -> OrganisationId {
    code.parse().unwrap()
}

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn topics(codes: &[&str]) -> Topics {
    Topics::from_list(codes.iter().map(|code| code.parse().unwrap()).collect()).unwrap()
}

pub(super) fn words() -> Words {
    Words::new("Moeder huilt veel.").unwrap()
}

fn moment() -> Moment {
    "2026-11-02T09:15:00Z".parse().unwrap()
}
