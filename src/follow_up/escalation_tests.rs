//! Alarms: each once for each promise, whatever the clock and the nightly job do.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rstest::rstest;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::{
    Basis, Channel, Event, Level, Offer, Outcome, RecordedEvent, ToldOutcome, Via,
};
use crate::domain::lifecycle::{Command, FeedbackContent, Terms, decide};
use crate::domain::signal::{Particulars, Topics};
use crate::domain::signal_state::{SignalState, State, replay};
use crate::domain::time::{Day, Moment};
use crate::domain::words::Words;
use crate::follow_up::escalation::{Alarm, alarms, sounded};
use crate::routing::map::{Escalation, Listener, MapPosition, MapSettings};
use crate::routing::sample::{parts, read};

const SENDER: &str = "kraamzorg";
const OWNER: &str = "jgz";
const COORDINATOR: &str = "gemeente";
/// Promised for a Wednesday and the Monday after it.
const ACCEPT_BY: &str = "2026-11-25";
const FEEDBACK_BY: &str = "2026-11-30";

/// Steps as `accept+1 owner,coordinator takes-over`.
fn settings(steps: &[&str]) -> MapSettings {
    let step = |text: &&str| {
        let mut words = text.split(' ');
        let (past, after) = words.next().unwrap().split_once('+').unwrap();
        let listener =
            |code: &str| Listener::part(code).unwrap_or_else(|| Listener::Organisation(read(code)));
        let tell = words.next().unwrap().split(',').map(listener).collect();
        let step = AlarmStep {
            past: Promise::from_code(past).unwrap(),
            after: after.parse().unwrap(),
        };
        Escalation {
            step,
            tell,
            takes_over: words.next().is_some(),
            place: MapPosition {
                file: "".into(),
                line: 1,
                column: 1,
            },
        }
    };
    MapSettings {
        escalation: steps.iter().map(step).collect(),
        ..parts(&[]).settings
    }
}

/// A signal, with all that happened to it.
struct Signal {
    state: SignalState,
    story: Vec<RecordedEvent>,
}

impl Signal {
    fn reported() -> Self {
        let offer = Offer {
            owner: read(OWNER),
            basis: Basis::Rule,
            coordinator: read(COORDINATOR),
            involved: vec![],
            claimants: vec![],
            accept_by: read(ACCEPT_BY),
            feedback_by: read(FEEDBACK_BY),
            level: Level::Full,
            responsibility: Some(read("topic:parenting")),
            knows_family: false,
        };
        let story = vec![RecordedEvent {
            number: 1,
            at: noon("2026-11-23"),
            by: read(SENDER),
            via: Via::Terminal,
            as_was: None,
            person: None,
            event: Event::Reported(offer),
        }];
        let state = replay(
            "K7M4-Q2X8".parse().unwrap(),
            Topics::from_list(vec![read("parenting")]).unwrap(),
            Particulars::default(),
            &story,
        )
        .unwrap();
        Self { state, story }
    }

    fn record(&mut self, by: &OrganisationId, event: Event, today: Day) {
        let happened = RecordedEvent {
            number: self.state.events + 1,
            at: noon(&today.to_string()),
            by: by.clone(),
            via: Via::Terminal,
            as_was: None,
            person: None,
            event,
        };
        self.state.apply(&happened).unwrap();
        self.story.push(happened);
    }

    /// Who may do this does it, when it is allowed.
    fn does(&mut self, command: Command, today: Day) {
        for by in [OWNER, COORDINATOR, SENDER].map(read::<OrganisationId>) {
            if let Ok(steps) = decide(&self.state, &by, command.clone(), &terms(today)) {
                return steps
                    .into_iter()
                    .for_each(|step| self.record(&by, step.event, today));
            }
        }
    }

    /// The nightly job: what sounds, each with the owner at that moment.
    fn night(&mut self, settings: &MapSettings, today: Day) -> Vec<Alarm> {
        let reason = Words::new("Te lang niets gehoord.").unwrap();
        let (alarms, steps) = alarms(
            &self.state,
            settings,
            &|_| true,
            &terms(today),
            noon(&today.to_string()),
            &reason,
        );
        let by = self.state.coordinator.clone();
        steps
            .into_iter()
            .for_each(|step| self.record(&by, step.event, today));
        alarms
    }
}

fn terms(today: Day) -> Terms {
    Terms::in_days(today, 2, 7, 14)
}

fn noon(day: &str) -> Moment {
    format!("{day}T11:00:00Z").parse().unwrap()
}

/// `accept+1 jgz,gemeente`, and `!` when the coordinator takes over.
fn describe(alarms: &[Alarm]) -> Vec<String> {
    let describe = |alarm: &Alarm| {
        alarm
            .informed
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(",")
    };
    let mark = |alarm: &Alarm| if alarm.taken_over { "!" } else { "" };
    alarms
        .iter()
        .map(|alarm| {
            format!(
                "{}+{} {}{}",
                alarm.step.past,
                alarm.step.after,
                describe(alarm),
                mark(alarm)
            )
        })
        .collect()
}

#[rstest]
#[case::nothing_on_the_day_itself(ACCEPT_BY, &["accept+0 owner"], &[])]
#[case::at_once(&"2026-11-26", &["accept+0 owner"], &["accept+0 jgz"])]
#[case::from_near_to_far_whatever_the_order(&"2026-12-04", &["accept+3 owner", "feedback+2 sender", "accept+1 owner"], &["accept+1 ", "accept+3 jgz", "feedback+2 kraamzorg"])]
#[case::each_organisation_once_about_a_promise(&"2026-12-04", &["accept+1 owner,sender", "accept+3 owner,cjg"], &["accept+1 kraamzorg", "accept+3 jgz,cjg"])]
#[case::each_organisation_once(&"2026-11-26", &["accept+1 owner,jgz,cjg"], &["accept+1 jgz,cjg"])]
#[case::who_takes_over_is_told(&"2026-11-26", &["accept+1 owner takes-over"], &["accept+1 jgz,gemeente!"])]
#[case::who_took_over_is_the_owner_that_is_told_next(&"2026-12-04", &["accept+1 owner takes-over", "feedback+1 owner"], &["accept+1 jgz,gemeente!", "feedback+1 gemeente"])]
#[case::no_step_on_the_map(&"2099-01-01", &[], &[])]
fn what_sounds_about_an_offered_signal(
    #[case] today: &str,
    #[case] steps: &[&str],
    #[case] sounds: &[&str],
) {
    let (mut signal, settings, today) = (Signal::reported(), settings(steps), read(today));
    assert_eq!(describe(&signal.night(&settings, today)), sounds);
    assert_eq!(
        describe(&signal.night(&settings, today)),
        [""; 0],
        "and not once more"
    );
    let reported = Particulars::default();
    let again = sounded(&signal.state, &reported, &signal.story, |happened| {
        happened.number > 1
    });
    assert_eq!(describe(&again), sounds, "the story tells what sounded");
}

#[test]
fn a_step_that_is_new_on_the_map_sounds_and_those_that_were_moved_do_not() {
    let mut signal = Signal::reported();
    assert_eq!(
        describe(&signal.night(
            &settings(&["accept+1 owner", "accept+2 owner"]),
            read("2026-11-30")
        ))
        .len(),
        2
    );
    let moved = settings(&[
        "accept+3 owner",
        "accept+2 owner",
        "accept+0 sender",
        "accept+1 owner",
    ]);
    assert_eq!(
        describe(&signal.night(&moved, read("2026-11-30"))),
        ["accept+0 kraamzorg", "accept+3 jgz"]
    );
}

#[test]
fn past_the_end_only_the_sender_is_late_and_nothing_is_taken_over() {
    let mut signal = Signal::reported();
    let words = || Words::new("Wij zijn geweest.").unwrap();
    signal.does(
        Command::Final {
            outcome: Outcome::TakenUp,
            handed_to: None,
            channel: Channel::Phone,
            content: FeedbackContent::Full(words()),
        },
        read("2026-11-24"),
    );
    assert_eq!(signal.state.state(), State::Answered);
    let steps = settings(&["accept+0 owner", "feedback+0 owner", "confirm+1 sender"]);
    assert_eq!(describe(&signal.night(&steps, read("2026-12-08"))), [""; 0]);
    assert_eq!(
        describe(&signal.night(&steps, read("2026-12-09"))),
        ["confirm+1 kraamzorg"]
    );
}

#[test]
fn of_what_the_sender_recorded_the_owner_is_late_to_say_whether_it_is_right() {
    let mut signal = Signal::reported();
    let heard = Event::Heard {
        outcome: ToldOutcome::Known(Outcome::TakenUp),
        channel: Channel::Phone,
        confirm_by: read("2026-12-08"),
    };
    signal.record(&read(SENDER), heard, read("2026-11-24"));
    let steps = settings(&["confirm+0 sender"]);
    assert_eq!(
        describe(&signal.night(&steps, read("2026-12-09"))),
        ["confirm+0 jgz"]
    );
}

#[test]
fn a_night_in_2099_costs_each_step_once_and_brings_no_flood_later() {
    let (mut signal, steps) = (
        Signal::reported(),
        settings(&[
            "accept+1 owner",
            "accept+3 owner",
            "feedback+1 owner,sender",
        ]),
    );
    assert_eq!(describe(&signal.night(&steps, read("2001-01-01"))), [""; 0]);
    assert_eq!(describe(&signal.night(&steps, read("2099-12-31"))).len(), 3);
    for day in 0..60 {
        assert_eq!(
            describe(&signal.night(&steps, read::<Day>("2026-11-24").plus(day))),
            [""; 0],
            "after {day} days"
        );
    }
}

/// What anybody does in between.
fn any_command() -> impl Strategy<Value = Option<Command>> {
    let words = || Words::new("Omdat het zo is.").unwrap();
    prop::sample::select(vec![
        None,
        None,
        Some(Command::Accept { contact: None }),
        Some(Command::Assign {
            to: read("cjg"),
            reason: words(),
        }),
        Some(Command::Final {
            outcome: Outcome::Partly,
            handed_to: None,
            channel: Channel::Phone,
            content: FeedbackContent::Full(words()),
        }),
        Some(Command::Reject {
            words: words(),
            instead: None,
        }),
        Some(Command::Confirm { words: None }),
        Some(Command::Reopen {
            reason: words(),
            instead: None,
        }),
    ])
}

proptest! {
    /// Whatever the clock says from night to night, and whatever is done in between.
    #[test]
    fn each_step_sounds_at_most_once_for_each_promise_and_only_when_it_is_broken(
        nights in prop::collection::vec((-30i64..90, any_command()), 1..25),
        jump in prop::option::of(0usize..25),
    ) {
        let steps = settings(&["accept+0 owner", "accept+2 owner,coordinator takes-over", "feedback+1 owner", "feedback+4 sender takes-over", "confirm+1 sender"]);
        let (mut signal, mut all) = (Signal::reported(), Vec::new());
        for (night, (days, command)) in nights.into_iter().enumerate() {
            let today = if jump == Some(night) { read("2099-01-01") } else { read::<Day>("2026-11-23").plus(days) };
            if let Some(command) = command {
                signal.does(command, today);
            }
            let (before, feedback_by) = (signal.state.clone(), signal.state.feedback_by);
            let sounded = signal.night(&steps, today);
            for (place, alarm) in sounded.iter().enumerate() {
                prop_assert!(alarm.promised < today);
                let further = sounded.iter().skip(place).filter(|other| other.step.past == alarm.step.past);
                let told: Vec<_> = further.flat_map(|other| &other.informed).collect();
                let each: BTreeSet<_> = told.iter().collect();
                prop_assert!(!told.is_empty() && told.len() == each.len(), "somebody, and each once");
                prop_assert_ne!(before.due(), None, "only what is open");
                all.push((alarm.step, alarm.promised));
            }
            prop_assert_eq!(signal.state.feedback_by, feedback_by, "the promise to the sender stays");
            prop_assert_eq!(signal.night(&steps, today), vec![], "the same night once more");
        }
        let once: std::collections::BTreeSet<_> = all.iter().collect();
        prop_assert_eq!(once.len(), all.len());
    }

    /// The steps of the map in another order are the same steps.
    #[test]
    fn the_order_of_the_map_does_not_matter(days in 0i64..40, order in Just(vec!["accept+0 owner", "accept+2 sender", "feedback+1 owner", "feedback+4 coordinator"]).prop_shuffle()) {
        let today = read::<Day>("2026-11-23").plus(days);
        let sorted = settings(&["accept+0 owner", "accept+2 sender", "feedback+1 owner", "feedback+4 coordinator"]);
        prop_assert_eq!(Signal::reported().night(&settings(&order), today), Signal::reported().night(&sorted, today));
    }
}
