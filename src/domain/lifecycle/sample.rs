//! The story that the tests of the work tell: a kraamhulp signals, the JGZ owns.

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::{
    Basis, Channel, DecisionRecord, DeclineReason, Event, Level, Offer, Outcome, RecordedEvent, Via,
};
use crate::domain::lifecycle::{
    Command, FeedbackContent, OwnerDays, Refusal, Step, Terms, Verb, decide,
};
use crate::domain::signal::{Topics, Urgency};
use crate::domain::signal_state::{SignalState, State, replay};
use crate::domain::time::{Day, Moment};
use crate::domain::words::Words;

pub(crate) const SENDER: &str = "kraamzorg";
pub(crate) const OWNER: &str = "jgz";
pub(crate) const COORDINATOR: &str = "gemeente";
pub(crate) const INVOLVED: &str = "cjg";
pub(crate) const PROPOSED: &str = "wijkteam";
pub(crate) const STRANGER: &str = "school";
const WITH_A_PART: [&str; 5] = [SENDER, OWNER, COORDINATOR, INVOLVED, PROPOSED];

pub(crate) const REPORTED_ON: &str = "2026-11-02";
pub(crate) const ACCEPT_BY: &str = "2026-11-04";
pub(crate) const FEEDBACK_BY: &str = "2026-11-09";
/// A day on which every promise of the story has passed.
pub(crate) const LONG_AFTER: &str = "2027-03-01";

/// A signal with all that happened to it, and the day it is.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub(crate) state: SignalState,
    pub(crate) record: Vec<RecordedEvent>,
    pub(crate) today: Day,
}

impl Story {
    /// The report, with the right to hear all.
    pub(crate) fn reported() -> Self {
        Self::reported_with(Level::Full)
    }

    pub(crate) fn reported_with(level: Level) -> Self {
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
        let record = vec![RecordedEvent {
            number: 1,
            at: moment(),
            by: org(SENDER),
            via: Via::Terminal,
            as_was: None,
            event: Event::Reported(offer),
        }];
        let state = replay(
            "K7M4-Q2X8".parse().unwrap(),
            topics(&["parenting"]),
            Urgency::Normal,
            &record,
        )
        .unwrap();
        Self {
            state,
            record,
            today: day(REPORTED_ON),
        }
    }

    /// The story in this state, by the shortest way; a transfer stands open wherever one can.
    pub(crate) fn in_state(state: State) -> Self {
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

    /// A story in which this was done last, by somebody who may.
    pub(crate) fn ending_with(verb: Verb) -> Self {
        for state in State::ALL {
            let before = Self::in_state(*state).on(LONG_AFTER);
            for by in WITH_A_PART {
                if before.tries(by, before.some(verb)).is_ok() {
                    return before.clone().does(by, before.some(verb));
                }
            }
        }
        panic!("nobody may {verb}")
    }

    pub(crate) fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    pub(crate) fn tries(&self, by: &str, command: Command) -> Result<Vec<Step>, Refusal> {
        decide(&self.state, &org(by), command, &self.terms())
    }

    /// Carries the command out; every step must fit.
    pub(crate) fn does(mut self, by: &str, command: Command) -> Self {
        let steps = self.tries(by, command).unwrap();
        self.record_all(by, steps);
        self
    }

    pub(crate) fn record_all(&mut self, by: &str, steps: Vec<Step>) {
        for Step {
            event,
            words: _,
            decision: _,
        } in steps
        {
            let happened = RecordedEvent {
                number: self.state.events + 1,
                at: moment(),
                by: org(by),
                via: Via::Terminal,
                as_was: None,
                event,
            };
            self.state.apply(&happened).unwrap();
            self.record.push(happened);
        }
    }

    /// Promises of 2, 5 and 10 days from today, so that each can be told from the others.
    pub(crate) fn terms(&self) -> Terms {
        let today = self.today;
        Terms::in_days(today, 2, 5, 10)
    }

    pub(crate) fn owner(&self) -> &str {
        self.state.owner.as_str()
    }

    /// A complete command for this verb, where the signal stands.
    pub(crate) fn some(&self, verb: Verb) -> Command {
        let past = if self.state.state() == State::Answered {
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

    pub(crate) fn last(&self) -> &Event {
        &self.record.last().unwrap().event
    }
}

impl Terms {
    /// Promises of so many days from today; of acute signals at once, and a day for feedback.
    pub(crate) fn in_days(today: Day, accept: i64, feedback: i64, confirm: i64) -> Self {
        Self {
            today,
            next_working_day: today.plus(1),
            ordinary: OwnerDays {
                accept_by: today.plus(accept),
                feedback_by: today.plus(feedback),
            },
            acute: OwnerDays {
                accept_by: today,
                feedback_by: today.plus(1),
            },
            confirm_by: today.plus(confirm),
        }
    }
}

/// Stories in which every verb was done, so every kind of event happened, also with what such an
/// event may lack.
pub(crate) fn every_story() -> Vec<Story> {
    let asked = Story::reported().does(OWNER, some(Verb::Ask));
    let number = Some(asked.state.events);
    let replied = Command::Reply {
        question: number,
        words: words(),
    };
    let others = [
        Story::reported().does(OWNER, declined(Some("welzijn"))),
        asked.does(SENDER, replied),
    ];
    let of_verbs = Verb::ALL.iter().map(|verb| Story::ending_with(*verb));
    of_verbs.chain(others).collect()
}

/// A complete command for this verb, as anybody might give it.
pub(crate) fn some(verb: Verb) -> Command {
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
            content: FeedbackContent::Full(words()),
        },
        Verb::Final => answer(FeedbackContent::Full(words())),
        Verb::Confirm => Command::Confirm { words: None },
        Verb::Reject => Command::Reject { words: words() },
        Verb::Close => Command::Close,
        Verb::Reopen => Command::Reopen { reason: words() },
        Verb::Withdraw => Command::Withdraw { reason: words() },
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
        accept_by: day("2026-11-06"),
        feedback_by: day("2026-12-24"),
        level,
        responsibility: None,
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
        channel: Channel::Phone,
        content,
    }
}

pub(crate) fn org(code: &str) -> OrganisationId {
    code.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn topics(codes: &[&str]) -> Topics {
    Topics::from_list(codes.iter().map(|code| code.parse().unwrap()).collect()).unwrap()
}

pub(crate) fn words() -> Words {
    Words::new("Moeder huilt veel.").unwrap()
}

fn moment() -> Moment {
    "2026-11-02T09:15:00Z".parse().unwrap()
}
