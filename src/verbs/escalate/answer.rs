//! The answer to escalate: which alarms sounded, whom to tell, and how to reach them. Never a word
//! about a family.

use serde::Serialize;
use serde_json::Value;

use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Day;
use crate::exit_code::Exit;
use crate::follow_up::escalation::Alarm;
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::reach::reach_of;
use crate::output::screen::RenderContext;
use crate::register::Receipt;
use crate::routing::map::RouteMap;

/// What the nightly job did, or would do.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EscalateView {
    recorded: bool,
    /// How many open signals have a broken promise.
    late: usize,
    /// Whether more alarms wait for the next run.
    more: bool,
    messages: Vec<AlarmMessage>,
    receipt: Option<Receipt>,
    #[serde(skip)]
    signals: Vec<SignalAlarms>,
    #[serde(skip)]
    mode: EscalateMode,
    /// The map's own, who sees all that is late.
    #[serde(skip)]
    coordinator: OrganisationId,
}

/// One for each alarm and organisation to tell.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AlarmMessage {
    id: SignalId,
    promise: Promise,
    promised: Day,
    /// Working days.
    after: u8,
    /// Working days.
    days_late: u32,
    sender: NamedOrganisation,
    owner: NamedOrganisation,
    coordinator: NamedOrganisation,
    taken_over: bool,
    tell: ReachableOrganisation,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct NamedOrganisation {
    id: OrganisationId,
    /// Its code when today's map does not know it.
    name: String,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ReachableOrganisation {
    #[serde(flatten)]
    organisation: NamedOrganisation,
    phone: Option<String>,
    email: Option<String>,
}

/// What a run does about the alarms that it finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EscalateMode {
    /// They sound.
    Record,
    /// They would sound; nothing is recorded.
    DryRun,
    /// They sounded earlier today.
    Again,
}

/// The alarms that a run found.
#[derive(Default)]
pub struct FoundAlarms {
    pub signals: Vec<SignalAlarms>,
    /// Of the last one that was recorded.
    pub receipt: Option<Receipt>,
    /// How many open signals have a broken promise.
    pub late: usize,
    /// Whether more alarms wait for the next run.
    pub more: bool,
}

/// The alarms about one signal.
#[derive(Debug, Clone)]
pub struct SignalAlarms {
    pub id: SignalId,
    pub sender: OrganisationId,
    /// Who acts on its broken promises.
    pub coordinator: OrganisationId,
    /// Never empty.
    pub alarms: Vec<Alarm>,
}

impl SignalAlarms {
    #[must_use]
    pub fn new(signal: &SignalState, coordinator: OrganisationId, alarms: Vec<Alarm>) -> Self {
        Self {
            id: signal.id,
            sender: signal.sender.clone(),
            coordinator,
            alarms,
        }
    }

    fn text(&self, screen: &RenderContext<'_>) -> String {
        let sender = screen.organisation(&self.sender);
        let heading = screen.tr(
            "escalated-signal",
            &[
                ("id", screen.bold(&self.id.to_string()).into()),
                ("sender", escape::line(sender).into()),
            ],
        );
        let mut rows = Vec::new();
        for (place, alarm) in self.alarms.iter().enumerate() {
            let mut further = self.alarms.iter().skip(place + 1);
            let is_told_further = further.any(|later| later.step.past == alarm.step.past);
            if alarm.informed.is_empty() && is_told_further && !alarm.taken_over {
                continue;
            }
            let promised_by = if alarm.step.past == Promise::Confirm {
                &alarm.confirmer
            } else {
                &self.sender
            };
            let promise = [
                ("promise", alarm.step.past.code().into()),
                ("owner", screen.organisation(&alarm.owner).into()),
                ("sender", screen.organisation(promised_by).into()),
                ("day", screen.promised(alarm.promised).into()),
            ];
            rows.push((
                screen.tr0("label-broken"),
                screen.tr("escalated-promise", &promise),
            ));
            let mut label = screen.tr0("label-tell");
            for tell in &alarm.informed {
                let reach =
                    reach_of(tell, screen).unwrap_or_else(|| screen.tr0("escalated-no-contact"));
                let text = format!("{}: {reach}", screen.organisation(tell));
                rows.push((std::mem::take(&mut label), text));
            }
            if alarm.taken_over {
                let coordinator = screen.organisation(&self.coordinator).into();
                rows.push((
                    screen.tr0("label-follow-up"),
                    screen.tr("escalated-taken", &[("coordinator", coordinator)]),
                ));
            }
        }
        for (_, text) in &mut rows {
            *text = escape::line(text);
        }
        format!("{heading}\n{}", labelled(&rows))
    }
}

impl EscalateView {
    #[must_use]
    pub fn new(map: &RouteMap, today: Day, mode: EscalateMode, found: FoundAlarms) -> Self {
        let FoundAlarms {
            signals,
            receipt,
            late,
            more,
        } = found;
        let mut messages = Vec::new();
        for signal in &signals {
            for alarm in &signal.alarms {
                messages.extend(messages_about(signal, alarm, map, today));
            }
        }
        Self {
            recorded: mode == EscalateMode::Record && !signals.is_empty(),
            late,
            more,
            messages,
            receipt,
            signals,
            mode,
            coordinator: map.own_coordinator(today).clone(),
        }
    }
}

fn messages_about(
    signal: &SignalAlarms,
    alarm: &Alarm,
    map: &RouteMap,
    today: Day,
) -> impl Iterator<Item = AlarmMessage> {
    let AlarmStep { past, after } = alarm.step;
    let calendar = &map.settings().calendar;
    let days_late = calendar.working_days_between(alarm.promised, today);
    alarm.informed.iter().map(move |tell| AlarmMessage {
        id: signal.id,
        promise: past,
        promised: alarm.promised,
        after,
        days_late,
        sender: NamedOrganisation::new(&signal.sender, map, today),
        owner: NamedOrganisation::new(&alarm.owner, map, today),
        coordinator: NamedOrganisation::new(&signal.coordinator, map, today),
        taken_over: alarm.taken_over,
        tell: ReachableOrganisation::new(tell, map, today),
    })
}

impl NamedOrganisation {
    fn new(id: &OrganisationId, map: &RouteMap, today: Day) -> Self {
        let name = map
            .organisation_on(id, today)
            .map_or(map.name_of(id), |organisation| &organisation.name);
        Self {
            id: id.clone(),
            name: name.to_owned(),
        }
    }
}

impl ReachableOrganisation {
    fn new(id: &OrganisationId, map: &RouteMap, today: Day) -> Self {
        let contact = map
            .organisation_on(id, today)
            .and_then(|organisation| organisation.contact.as_ref());
        Self {
            organisation: NamedOrganisation::new(id, map, today),
            phone: contact.and_then(|contact| contact.phone.clone()),
            email: contact.and_then(|contact| contact.email.clone()),
        }
    }
}

impl Answer for EscalateView {
    fn rows(&self) -> Option<Vec<Value>> {
        let rows = self.messages.iter().map(serde_json::to_value);
        Some(
            rows.collect::<Result<_, _>>()
                .certain("a message can be written as JSON"),
        )
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let alarms: usize = self.signals.iter().map(|signal| signal.alarms.len()).sum();
        let key = match self.mode {
            EscalateMode::Record | EscalateMode::DryRun if alarms == 0 => "escalated-none",
            EscalateMode::Record => "escalated-done",
            EscalateMode::DryRun => "escalated-would",
            EscalateMode::Again => "escalated-again",
        };
        let mut parts = vec![screen.tr(key, &[("count", alarms.into())])];
        parts.extend(self.signals.iter().map(|signal| signal.text(screen)));
        let late = [
            ("count", self.late.into()),
            ("coordinator", self.coordinator.as_str().into()),
        ];
        parts.push(screen.tr("escalated-late", &late));
        if self.more {
            parts.push(screen.tr0("escalated-more"));
        }
        parts.join("\n\n")
    }

    fn recorded(&self) -> Option<SignalId> {
        let first = self.signals.first().filter(|_| self.recorded);
        first.map(|signal| signal.id)
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }

    fn exit(&self) -> Exit {
        if self.late > 0 {
            Exit::WorkWaiting
        } else {
            Exit::Done
        }
    }
}
