//! The answer to escalate: which alarms sounded, whom to tell, and how to reach them. Never a word
//! about a family.

use serde_json::{Value, json};

use crate::domain::alarm::AlarmStep;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Day;
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::reach::reach_of;
use crate::output::screen::RenderContext;
use crate::register::Receipt;
use crate::routing::escalation::Alarm;
use crate::routing::map::RouteMap;

/// The alarms about one signal.
#[derive(Debug, Clone)]
pub struct Sounded {
    /// Which signal.
    pub id: SignalId,
    /// Who sent it.
    pub sender: OrganisationId,
    /// Who acts on its broken promises.
    pub coordinator: OrganisationId,
    /// What sounded; never empty.
    pub alarms: Vec<Alarm>,
}

impl Sounded {
    /// The alarms about this signal.
    #[must_use]
    pub fn about(case: &SignalState, alarms: Vec<Alarm>) -> Self {
        Self {
            id: case.id,
            sender: case.sender.clone(),
            coordinator: case.coordinator.clone(),
            alarms,
        }
    }
}

/// What there is to tell about the alarms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlarmsAre {
    /// They sounded.
    Done,
    /// They would sound; nothing was recorded.
    Rehearsed,
    /// They sounded earlier today.
    Again,
}

/// What the nightly job did, or would do.
pub struct EscalateView<'m> {
    /// The map that says whom to tell.
    pub map: &'m RouteMap,
    /// The alarms, by signal.
    pub sounded: Vec<Sounded>,
    /// Of the last of them, when any was recorded.
    pub receipt: Option<Receipt>,
    /// How many open signals have a broken promise.
    pub late: usize,
    /// Whether more alarms wait for the next run.
    pub more: bool,
    /// Whether they sounded now.
    pub alarms: AlarmsAre,
    /// The day of this run.
    pub today: Day,
}

impl EscalateView<'_> {
    /// One for each alarm and organisation to tell.
    fn messages(&self) -> Vec<Value> {
        let named = |id: &OrganisationId| json!({ "id": id.as_str(), "name": self.name(id) });
        let mut messages = Vec::new();
        for Sounded {
            id,
            sender,
            coordinator,
            alarms,
        } in &self.sounded
        {
            for Alarm {
                step: AlarmStep { past, after },
                promised,
                owner,
                taken_over,
                informed,
            } in alarms
            {
                let days_late = self
                    .map
                    .settings()
                    .calendar
                    .working_days_between(*promised, self.today);
                messages.extend(informed.iter().map(|tell| {
                    let contact = self
                        .map
                        .organisation(tell)
                        .and_then(|organisation| organisation.contact.as_ref());
                    json!({
                        "id": id.as_str(),
                        "promise": past.code(),
                        "promised": promised.to_string(),
                        "after": after,
                        "days_late": days_late,
                        "sender": named(sender),
                        "owner": named(owner),
                        "coordinator": named(coordinator),
                        "taken_over": taken_over,
                        "tell": {
                            "id": tell.as_str(),
                            "name": self.name(tell),
                            "phone": contact.and_then(|contact| contact.phone.as_ref()),
                            "email": contact.and_then(|contact| contact.email.as_ref()),
                        },
                    })
                }));
            }
        }
        messages
    }

    /// What an organisation is called; its code when the map of today does not know it.
    fn name<'a>(&'a self, id: &'a OrganisationId) -> &'a str {
        self.map
            .organisation(id)
            .map_or(id.as_str(), |organisation| &organisation.name)
    }
}

impl Data for EscalateView<'_> {
    fn json(&self) -> Value {
        json!({
            "recorded": self.alarms == AlarmsAre::Done && !self.sounded.is_empty(),
            "late": self.late,
            "more": self.more,
            "messages": self.messages(),
            "receipt": self.receipt.map(|receipt| receipt.to_string()),
        })
    }
}

impl Answer for EscalateView<'_> {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.messages())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let alarms: usize = self
            .sounded
            .iter()
            .map(|sounded| sounded.alarms.len())
            .sum();
        let key = match self.alarms {
            AlarmsAre::Done | AlarmsAre::Rehearsed if alarms == 0 => "escalated-none",
            AlarmsAre::Done => "escalated-done",
            AlarmsAre::Rehearsed => "escalated-would",
            AlarmsAre::Again => "escalated-again",
        };
        let first = screen.tr(key, &[("count", alarms.into())]);
        let late = screen.tr("escalated-late", &[("count", self.late.into())]);
        let more = self.more.then(|| screen.tr0("escalated-more"));
        let signals = self
            .sounded
            .iter()
            .map(|sounded| signal_text(sounded, screen));
        std::iter::once(first)
            .chain(signals)
            .chain([late])
            .chain(more)
            .collect::<Vec<_>>()
            .join("\n\n")
    }

    fn recorded(&self) -> Option<SignalId> {
        self.sounded
            .first()
            .filter(|_| self.alarms == AlarmsAre::Done)
            .map(|sounded| sounded.id)
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

fn signal_text(sounded: &Sounded, screen: &RenderContext<'_>) -> String {
    let Sounded {
        id,
        sender,
        coordinator,
        alarms,
    } = sounded;
    let who = escape::line(screen.organisation(sender));
    let heading = screen.tr(
        "escalated-signal",
        &[
            ("id", screen.bold(&id.to_string()).into()),
            ("sender", who.into()),
        ],
    );
    let mut rows = Vec::new();
    for Alarm {
        step,
        promised,
        owner,
        taken_over,
        informed,
    } in alarms
    {
        let promise = [
            ("promise", step.past.code().into()),
            ("owner", screen.organisation(owner).into()),
            ("sender", screen.organisation(sender).into()),
            ("day", screen.promised(*promised).into()),
        ];
        rows.push((
            screen.tr0("label-broken"),
            screen.tr("escalated-promise", &promise),
        ));
        let labels =
            std::iter::once(screen.tr0("label-tell")).chain(std::iter::repeat(String::new()));
        rows.extend(labels.zip(informed.iter().map(|tell| {
            let reach =
                reach_of(tell, screen).unwrap_or_else(|| screen.tr0("escalated-no-contact"));
            format!("{}: {reach}", screen.organisation(tell))
        })));
        if *taken_over {
            rows.push((
                screen.tr0("label-follow-up"),
                screen.tr(
                    "escalated-taken",
                    &[("coordinator", screen.organisation(coordinator).into())],
                ),
            ));
        }
    }
    let rows: Vec<(String, String)> = rows
        .into_iter()
        .map(|(label, said)| (label, escape::line(&said)))
        .collect();
    format!("{heading}\n{}", labelled(&rows))
}
