//! Which alarms sound: the steps of the map, held against where a signal stands.

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, RecordedEvent, Via};
use crate::domain::invariant::{Invariant as _, at, broken};
use crate::domain::lifecycle::{Command, Refusal, Step, Terms, decide};
use crate::domain::signal_state::{SignalState, replay};
use crate::domain::time::{Day, Moment};
use crate::domain::words::Words;
use crate::routing::parts::{Escalation, Listener, MapSettings};

/// An alarm that sounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// Which step.
    pub step: AlarmStep,
    /// The last day of the promise that was broken.
    pub promised: Day,
    /// Who owned the signal when it sounded.
    pub owner: OrganisationId,
    /// Whether the coordinator takes the signal over.
    pub taken_over: bool,
    /// Who is told, each once.
    pub informed: Vec<OrganisationId>,
}

impl Listener {
    /// The organisation that is meant, for this signal.
    fn of<'a>(&'a self, case: &'a SignalState) -> &'a OrganisationId {
        match self {
            Listener::Owner => &case.owner,
            Listener::Sender => &case.sender,
            Listener::Coordinator => &case.coordinator,
            Listener::Organisation(id) => id,
        }
    }
}

/// The alarms about a signal for which it is time and that have not sounded, with what is to be
/// recorded of them.
///
/// The promises in the order in which they fall, each with its steps from near to far; the order of
/// the map does not matter. When one of them makes the coordinator take over, what follows is
/// judged on the signal as it is then. `reason`: what is recorded of that.
#[must_use]
pub fn alarms(
    case: &SignalState,
    settings: &MapSettings,
    terms: &Terms,
    at: Moment,
    reason: &Words,
) -> (Vec<Alarm>, Vec<Step>) {
    let mut escalation: Vec<&Escalation> = settings.escalation.iter().collect();
    escalation.sort_by_key(|escalation| escalation.step);
    let (mut now, mut sounded, mut recorded) = (case.clone(), Vec::new(), Vec::new());
    for Escalation {
        step,
        tell,
        takes_over,
        place: _,
    } in escalation
    {
        let Some(promised) = now
            .promised(step.past)
            .filter(|day| step.is_due(*day, terms.today, &settings.calendar))
        else {
            continue;
        };
        let taken_over =
            *takes_over && step.past != Promise::Confirm && now.owner != now.coordinator;
        let mut informed: Vec<OrganisationId> = Vec::new();
        // Who takes it over must know that she does.
        for listener in tell
            .iter()
            .chain(taken_over.then_some(&Listener::Coordinator))
        {
            let organisation = listener.of(&now);
            if !informed.contains(organisation) {
                informed.push(organisation.clone());
            }
        }
        let alarm = Alarm {
            step: *step,
            promised,
            owner: now.owner.clone(),
            taken_over,
            informed: informed.clone(),
        };
        let take_over = taken_over.then(|| reason.clone());
        let steps = match decide(
            &now,
            &case.coordinator,
            Command::Escalate {
                step: *step,
                informed,
                take_over,
            },
            terms,
        ) {
            Ok(steps) => steps,
            Err(Refusal::AlreadyEscalated) => continue,
            Err(_) => broken("the coordinator may sound an alarm about a promise that is broken"),
        };
        for step in &steps {
            apply(&mut now, &step.event, at);
        }
        sounded.push(alarm);
        recorded.extend(steps);
    }
    (sounded, recorded)
}

/// The alarms about a signal that sounded at such a moment, as its story tells them.
#[must_use]
pub fn sounded(
    case: &SignalState,
    story: &[RecordedEvent],
    then: impl Fn(&RecordedEvent) -> bool,
) -> Vec<Alarm> {
    let alarm = |(place, happened): (usize, &RecordedEvent)| {
        let Event::Escalated {
            promise,
            promised,
            after,
            informed,
        } = &happened.event
        else {
            return None;
        };
        let before = replay(case.id, case.topics.clone(), at(story, ..place))
            .certain("each beginning of a story is a story");
        let next = story.get(place + 1);
        let taken_over = next.is_some_and(|next| {
            next.at == happened.at
                && matches!(&next.event, Event::Assigned { to, .. } if *to == next.by)
        });
        Some(Alarm {
            step: AlarmStep {
                past: *promise,
                after: *after,
            },
            promised: *promised,
            owner: before.owner,
            taken_over,
            informed: informed.clone(),
        })
    };
    story
        .iter()
        .enumerate()
        .filter(|(_, happened)| then(happened))
        .filter_map(alarm)
        .collect()
}

/// What the rules allowed fits by itself; the register folds it once more, and has the last word.
fn apply(case: &mut SignalState, event: &Event, at: Moment) {
    let happened = RecordedEvent {
        number: case.events + 1,
        at,
        by: case.coordinator.clone(),
        via: Via::Terminal,
        as_was: None,
        event: event.clone(),
    };
    case.apply(&happened)
        .certain("what the rules allow can follow");
}
