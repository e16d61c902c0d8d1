//! The story that the tests of the work tell: a kraamhulp signals, the JGZ owns.

use crate::domain::alarm::Promise;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::{Basis, Channel, Event, Level, Offer, Outcome, RecordedEvent, Via};
use crate::domain::lifecycle::{
    Command, FeedbackContent, HeardContent, OwnerDays, Recipient, Refusal, Step, Terms, Verb,
    decide,
};
use crate::domain::signal::{Particulars, Topics};
use crate::domain::signal_state::{SignalState, State, replay};
use crate::domain::time::{Day, Moment};
use crate::domain::words::Words;

pub(crate) use commands::{alarm, answer, corrected, corrected_to_acute, declined, rerouted, some};

mod commands;

pub(crate) const SENDER: &str = "kraamzorg";
pub(crate) const OWNER: &str = "jgz";
pub(crate) const COORDINATOR: &str = "gemeente";
pub(crate) const INVOLVED: &str = "cjg";
pub(crate) const PROPOSED: &str = "wijkteam";
pub(crate) const CLAIMANT: &str = "jeugdteam";
pub(crate) const STRANGER: &str = "school";
pub(crate) const WITH_A_PART: [&str; 6] =
    [SENDER, OWNER, COORDINATOR, INVOLVED, PROPOSED, CLAIMANT];

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
        Self::reported_by(Self::offer(level))
    }

    /// The report, which several claim; the youth team among them.
    pub(crate) fn disputed() -> Self {
        Self::reported_by(Offer {
            basis: Basis::Dispute,
            responsibility: None,
            involved: vec![org(INVOLVED), org(CLAIMANT)],
            claimants: vec![org(CLAIMANT)],
            ..Self::offer(Level::Full)
        })
    }

    fn offer(level: Level) -> Offer {
        Offer {
            owner: org(OWNER),
            basis: Basis::Rule,
            coordinator: org(COORDINATOR),
            involved: vec![org(INVOLVED)],
            claimants: vec![],
            accept_by: day(ACCEPT_BY),
            feedback_by: day(FEEDBACK_BY),
            level,
            responsibility: Some("topic:parenting".parse().unwrap()),
            knows_family: false,
        }
    }

    fn reported_by(offer: Offer) -> Self {
        let record = vec![RecordedEvent {
            number: 1,
            at: moment_on(day(REPORTED_ON)),
            by: org(SENDER),
            via: Via::Terminal,
            as_was: None,
            person: None,
            event: Event::Reported(offer),
        }];
        let state = replay(
            "K7M4-Q2X8".parse().unwrap(),
            topics(&["parenting"]),
            Particulars::default(),
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
        Self::reported().led_to(state)
    }

    /// The story in this state, as this verb needs it, when every promise has passed: what is claimed
    /// is disputed, nobody answers while another is asked to take it over, and what is taken back
    /// happened just now.
    pub(crate) fn ready_for(verb: Verb, state: State) -> Self {
        let story = if [Verb::Accept, Verb::DeclineClaim].contains(&verb) {
            Self::disputed().led_to(state)
        } else if verb == Verb::Undo && state == State::Offered {
            // A proposal is ended, not taken back.
            return Self::reported().does(OWNER, some(Verb::Ask));
        } else {
            Self::in_state(state)
        };
        if verb == Verb::Undo {
            return story;
        }
        let story = story.on(LONG_AFTER);
        if verb == Verb::Final && story.state.proposed.is_some() {
            return story.does(OWNER, Command::EndTransfer);
        }
        story
    }

    fn led_to(self, state: State) -> Self {
        let propose = Command::ProposeTransfer {
            to: org(PROPOSED),
            words: None,
        };
        let answered = self.clone();
        let offered = self.does(OWNER, propose);
        match state {
            State::Offered => offered,
            State::Accepted => offered.does(OWNER, Command::Accept { contact: None }),
            State::Answered => answered.does(OWNER, some(Verb::Final)),
            State::Closed => answered
                .does(OWNER, some(Verb::Final))
                .does(SENDER, some(Verb::Confirm)),
            State::Withdrawn => offered.does(SENDER, some(Verb::Withdraw)),
        }
    }

    /// A story in which this was done last, by somebody who may.
    pub(crate) fn ending_with(verb: Verb) -> Self {
        for state in State::ALL {
            let before = Self::ready_for(verb, *state);
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
            under: _,
            words: _,
            contact: _,
            decision: _,
        } in steps
        {
            self.happens(by, Via::Terminal, event);
        }
    }

    /// The coordinator brings it in, with all that happened.
    pub(crate) fn imported(mut self) -> Self {
        self.happens(COORDINATOR, Via::Import, Event::Imported);
        self
    }

    /// The map says that another coordinates it, who takes a step.
    pub(crate) fn coordinated_by(mut self, coordinator: &str) -> Self {
        let event = Event::CoordinatorChanged {
            coordinator: org(coordinator),
            map_digest: "another".into(),
        };
        self.happens(coordinator, Via::Terminal, event);
        self
    }

    fn happens(&mut self, by: &str, via: Via, event: Event) {
        let happened = RecordedEvent {
            number: self.state.events + 1,
            at: moment_on(self.today),
            by: org(by),
            via,
            as_was: None,
            person: None,
            event,
        };
        self.state.apply(&happened).unwrap();
        self.record.push(happened);
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
            now: moment_on(today),
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
    let gone = |state, verb| {
        let instead = Some(org(COORDINATOR));
        let command = if verb == Verb::Reopen {
            Command::Reopen {
                reason: words(),
                instead,
            }
        } else {
            Command::Reject {
                words: words(),
                instead,
            }
        };
        Story::in_state(state).does(SENDER, command)
    };
    let handed_over = Command::Final {
        outcome: Outcome::HandedOver,
        handed_to: Some(Recipient::Organisation(org("welzijn"))),
        channel: Channel::Phone,
        content: FeedbackContent::Full(words()),
    };
    let status_only = Command::Heard {
        channel: Channel::Phone,
        content: HeardContent::StatusOnly,
    };
    let others = [
        Story::reported().does(OWNER, declined(Some("welzijn"))),
        asked.does(SENDER, replied),
        gone(State::Answered, Verb::Reject),
        gone(State::Closed, Verb::Reopen),
        Story::reported().does(OWNER, handed_over),
        Story::reported_with(Level::StatusOnly).does(SENDER, status_only),
        Story::reported().does(SENDER, corrected("17", Some("welzijn"))),
        Story::in_state(State::Closed).imported(),
        Story::reported().coordinated_by(STRANGER),
    ];
    let of_verbs = Verb::ALL.iter().map(|verb| Story::ending_with(*verb));
    of_verbs.chain(others).collect()
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

pub(crate) fn moment_on(day: Day) -> Moment {
    format!("{day}T09:15:00Z").parse().unwrap()
}
