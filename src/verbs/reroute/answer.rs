//! The answer to `reroute`: for each signal where it went and why, or that it stays.

use serde::Serialize;

use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::{Basis, Level, Offer};
use crate::domain::lifecycle::Verb;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Day;
use crate::output::answer::Answer;
use crate::output::decision::{unsettled, who_and_why};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::Receipt;
use crate::routing::explanation::Explanation;

/// What today's map decided about the signals, in the order in which they were given.
#[derive(Serialize)]
#[serde(transparent)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RerouteView {
    pub signals: Vec<ReroutedSignal>,
    #[serde(skip)]
    pub receipt: Option<Receipt>,
}

/// What today's map decided about one signal. What it decides of a new owner is `None` when the
/// signal stays.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReroutedSignal {
    pub id: SignalId,
    did: &'static str,
    by: OrganisationId,
    pub moves: bool,
    pub recorded: bool,
    from: OrganisationId,
    owner: OrganisationId,
    /// The promise to the sender, which stays.
    feedback_by: Day,
    basis: Option<Basis>,
    coordinator: Option<OrganisationId>,
    accept_by: Option<Day>,
    level: Option<Level>,
    involved: Option<Vec<OrganisationId>>,
    reason: Option<Explanation>,
    map_digest: String,
    pub receipt: Option<Receipt>,
    #[serde(skip)]
    sender: OrganisationId,
    /// How much the sender might hear until now.
    #[serde(skip)]
    level_before: Level,
    #[serde(skip)]
    offer: Option<Offer>,
    /// The day of the ages that were decided on, when somebody has another by now.
    #[serde(skip)]
    pub aged_on: Option<Day>,
}

impl ReroutedSignal {
    /// A signal that keeps its owner.
    #[must_use]
    pub fn stays(signal: &SignalState, by: &OrganisationId, map_digest: &str) -> Self {
        Self {
            id: signal.id,
            did: Verb::Reroute.code(),
            by: by.clone(),
            moves: false,
            recorded: false,
            from: signal.owner.clone(),
            owner: signal.owner.clone(),
            feedback_by: signal.feedback_by,
            basis: None,
            coordinator: None,
            accept_by: None,
            level: None,
            involved: None,
            reason: None,
            map_digest: map_digest.to_owned(),
            receipt: None,
            sender: signal.sender.clone(),
            level_before: signal.level,
            offer: None,
            aged_on: None,
        }
    }

    /// The same signal, offered to a new owner.
    #[must_use]
    pub fn moved(self, offer: Offer, reason: Explanation) -> Self {
        Self {
            moves: true,
            owner: offer.owner.clone(),
            basis: Some(offer.basis),
            coordinator: Some(offer.coordinator.clone()),
            accept_by: Some(offer.accept_by),
            level: Some(offer.level),
            involved: Some(offer.involved.clone()),
            reason: Some(reason),
            offer: Some(offer),
            ..self
        }
    }

    /// With which ages it was decided, when somebody has another by now.
    fn text(&self, screen: &RenderContext<'_>) -> String {
        let text = self.moves_text(screen);
        let Some(day) = self.aged_on else {
            return text;
        };
        let args = [
            ("id", self.id.to_string().into()),
            ("day", screen.day(day).into()),
        ];
        format!("{text}\n{}", screen.tr("reroute-with-ages", &args))
    }

    fn moves_text(&self, screen: &RenderContext<'_>) -> String {
        let id = ("id", self.id.to_string().into());
        let (Some(offer), Some(reason)) = (&self.offer, &self.reason) else {
            let owner = ("owner", screen.organisation(&self.owner).into());
            return screen.tr("reroute-stays", &[id, owner]);
        };
        let sender = ("sender", screen.organisation(&self.sender).into());
        let args = [
            id,
            ("by", screen.organisation(&self.by).into()),
            ("from", screen.organisation(&self.from).into()),
            ("owner", screen.organisation(&self.owner).into()),
            ("day", screen.day(offer.accept_by).into()),
            sender.clone(),
            ("feedback", screen.promised(self.feedback_by).into()),
        ];
        let key = if self.recorded {
            "step-reroute"
        } else {
            "reroute-would-move"
        };
        let mut parts = vec![
            screen.tr(key, &args),
            who_and_why(offer, reason, &[], screen),
        ];
        for text in unsettled(offer, reason, screen) {
            parts.push(escape::lines(&text));
        }
        if offer.level != self.level_before {
            parts.push(screen.tr("reroute-status-only", &[sender]));
        }
        parts.join("\n\n")
    }
}

impl Answer for RerouteView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let signals = self.signals.iter().map(|signal| signal.text(screen));
        let mut parts: Vec<String> = signals.collect();
        if self.recorded().is_none() {
            parts.push(screen.tr0("reroute-nothing-recorded"));
        }
        parts.join("\n\n")
    }

    fn recorded(&self) -> Option<SignalId> {
        let recorded = self.signals.iter().find(|signal| signal.recorded);
        recorded.map(|signal| signal.id)
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }
}
