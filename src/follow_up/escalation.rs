//! Which alarms sound about a signal, by the escalation steps of the map.

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, RecordedEvent, Via};
use crate::domain::invariant::{Invariant as _, at, broken};
use crate::domain::lifecycle::{Command, Refusal, Step, Terms, decide};
use crate::domain::signal::Particulars;
use crate::domain::signal_state::{SignalState, replay};
use crate::domain::time::{Day, Moment};
use crate::domain::words::Words;
use crate::map_parts::{Escalation, Listener, MapSettings};
use crate::routing::map::RouteMap;

/// An alarm that sounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    pub step: AlarmStep,
    /// The last day of the promise that was broken.
    pub promised: Day,
    /// Who owned the signal when it sounded.
    pub owner: OrganisationId,
    /// Who is to say whether the answer is right.
    pub confirmer: OrganisationId,
    /// Whether the coordinator takes the signal over.
    pub taken_over: bool,
    /// Who hears of it, each once.
    pub informed: Vec<OrganisationId>,
}

impl Listener {
    /// `past`: which promise was broken. One to confirm is of who is to say whether it is right.
    fn of<'a>(&'a self, past: Promise, state: &'a SignalState) -> &'a OrganisationId {
        match self {
            Listener::Owner => &state.owner,
            Listener::Sender if past == Promise::Confirm => state.confirmer(),
            Listener::Sender => &state.sender,
            Listener::Coordinator => &state.coordinator,
            Listener::Organisation(id) => id,
        }
    }
}

/// The alarms about a signal that sound today.
#[derive(Debug)]
pub struct DueAlarms {
    /// Who coordinates it, and takes the steps.
    pub coordinator: OrganisationId,
    pub alarms: Vec<Alarm>,
    /// To record.
    pub steps: Vec<Step>,
}

/// The alarms about this signal that are due by the map of today and have not sounded. Whom this map no
/// longer has is not told: her coordinator is. `reason`: the recorded reason to take over.
#[must_use]
pub fn due_alarms(
    map: &RouteMap,
    signal: &SignalState,
    terms: &Terms,
    at: Moment,
    reason: &Words,
) -> DueAlarms {
    let coordinators = map.coordinators(signal, terms.today);
    let coordinator = coordinators.coordinating(signal).clone();
    let met = signal.coordinated_by(&coordinator);
    let known =
        |organisation: &OrganisationId| map.organisation_on(organisation, terms.today).is_some();
    let (alarms, steps) = alarms(&met, map.settings(), &known, terms, at, reason);
    let change = coordinators.change(signal, &coordinator);
    DueAlarms {
        steps: if steps.is_empty() {
            steps
        } else {
            change.into_iter().chain(steps).collect()
        },
        alarms,
        coordinator,
    }
}

/// The alarms that are due and have not sounded, with the steps to record.
///
/// Ordered by promise, then by distance; the order of the map does not matter. After the
/// coordinator has taken over, the next steps are judged on the signal as it is then. `reason`: the
/// recorded reason to take over. `known`: whether an organisation can be told anything.
pub(super) fn alarms(
    state: &SignalState,
    settings: &MapSettings,
    known: &dyn Fn(&OrganisationId) -> bool,
    terms: &Terms,
    at: Moment,
    reason: &Words,
) -> (Vec<Alarm>, Vec<Step>) {
    let mut escalation: Vec<&Escalation> = settings.escalation.iter().collect();
    escalation.sort_by_key(|escalation| escalation.step);
    let (mut now, mut sounded, mut recorded) = (state.clone(), Vec::new(), Vec::new());
    for escalation in escalation {
        let step = escalation.step;
        let Some(promised) = now
            .promised(step.past)
            .filter(|day| step.is_due(*day, terms.today, &settings.calendar))
        else {
            continue;
        };
        let taken_over = escalation.takes_over && now.can_be_taken_over(step.past);
        let informed = informed(escalation, &now, taken_over, known);
        let alarm = Alarm {
            step,
            promised,
            owner: now.owner.clone(),
            confirmer: now.confirmer().clone(),
            taken_over,
            informed: informed.clone(),
        };
        let command = Command::Escalate {
            step,
            informed,
            take_over: taken_over.then(|| reason.clone()),
        };
        let steps = match decide(&now, &state.coordinator, command, terms) {
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
    inform_once(&mut sounded, &mut recorded);
    (sounded, recorded)
}

/// Of steps past one promise that sound together only the furthest is told to an organisation.
fn inform_once(sounded: &mut [Alarm], recorded: &mut [Step]) {
    let mut told: Vec<(Promise, OrganisationId)> = Vec::new();
    for alarm in sounded.iter_mut().rev() {
        let past = alarm.step.past;
        alarm
            .informed
            .retain(|one| !told.contains(&(past, one.clone())));
        told.extend(alarm.informed.iter().map(|one| (past, one.clone())));
    }
    for alarm in sounded {
        for step in recorded.iter_mut() {
            if let Event::Escalated {
                promise,
                after,
                informed,
                ..
            } = &mut step.event
                && (*promise, *after) == (alarm.step.past, alarm.step.after)
            {
                informed.clone_from(&alarm.informed);
            }
        }
    }
}

/// Who hears of it, each once; always a coordinator who takes over.
fn informed(
    escalation: &Escalation,
    now: &SignalState,
    taken_over: bool,
    known: &dyn Fn(&OrganisationId) -> bool,
) -> Vec<OrganisationId> {
    let coordinator = taken_over.then_some(&Listener::Coordinator);
    let mut informed: Vec<OrganisationId> = Vec::new();
    for listener in escalation.tell.iter().chain(coordinator) {
        let organisation = Some(listener.of(escalation.step.past, now))
            .filter(|organisation| known(organisation))
            .unwrap_or(&now.coordinator);
        if !informed.contains(organisation) {
            informed.push(organisation.clone());
        }
    }
    informed
}

/// The alarms in the story of a signal that was reported with these particulars, that sounded with a
/// `wanted` event.
#[must_use]
pub fn sounded(
    state: &SignalState,
    reported: &Particulars,
    story: &[RecordedEvent],
    wanted: impl Fn(&RecordedEvent) -> bool,
) -> Vec<Alarm> {
    let mut alarms = Vec::new();
    for (place, happened) in story.iter().enumerate() {
        let Event::Escalated {
            promise,
            promised,
            after,
            informed,
        } = &happened.event
        else {
            continue;
        };
        if !wanted(happened) {
            continue;
        }
        let before = replay(
            state.id,
            state.topics.clone(),
            reported.clone(),
            at(story, ..place),
        )
        .certain("each beginning of a story is a story");
        let taken_over = story.get(place + 1).is_some_and(|next| {
            next.at == happened.at
                && matches!(&next.event, Event::Assigned { to, .. } if *to == next.by)
        });
        alarms.push(Alarm {
            step: AlarmStep {
                past: *promise,
                after: *after,
            },
            promised: *promised,
            confirmer: before.confirmer().clone(),
            owner: before.owner,
            taken_over,
            informed: informed.clone(),
        });
    }
    alarms
}

fn apply(state: &mut SignalState, event: &Event, at: Moment) {
    let happened = RecordedEvent {
        number: state.events + 1,
        at,
        by: state.coordinator.clone(),
        via: Via::Terminal,
        as_was: None,
        person: None,
        event: event.clone(),
    };
    state
        .apply(&happened)
        .certain("what the rules allow can follow");
}
