//! The answer to `reroute`: for each signal where it went and why, or that it stays.

use serde_json::{Value, json};

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Event, Level, Offer};
use crate::domain::lifecycle::Step;
use crate::domain::signal_id::SignalId;
use crate::domain::signal_state::SignalState;
use crate::domain::time::Day;
use crate::output::answer::{Answer, Data};
use crate::output::decision::{unsettled, who_and_why};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::register::Receipt;
use crate::routing::explanation::Explanation;

/// What the map of today decided about the signals that were asked for.
#[derive(Debug, Clone)]
pub struct RerouteView {
    /// On behalf of which organisation.
    pub by: OrganisationId,
    /// Whether it was recorded, or only looked at.
    pub recorded: bool,
    /// Which map decided.
    pub map_digest: String,
    /// Each signal, in the order in which they were asked for.
    pub signals: Vec<Rerouting>,
    /// Of the last of them, when anything was recorded.
    pub receipt: Option<Receipt>,
}

/// What the map of today decided about one signal.
#[derive(Debug, Clone)]
pub struct Rerouting {
    pub id: SignalId,
    /// Who sent it.
    pub sender: OrganisationId,
    /// Who owned it until now.
    pub from: OrganisationId,
    /// The promise to the sender, which stays.
    pub feedback_by: Day,
    /// How much the sender might hear until now.
    pub level: Level,
    /// Where it goes, and why; `None` when it stays.
    pub moved: Option<(Offer, Explanation)>,
}

impl Rerouting {
    /// The map of today says the same owner.
    #[must_use]
    pub fn stays(case: &SignalState) -> Self {
        let SignalState {
            id,
            sender,
            owner,
            feedback_by,
            level,
            ..
        } = case;
        Self {
            id: *id,
            sender: sender.clone(),
            from: owner.clone(),
            feedback_by: *feedback_by,
            level: *level,
            moved: None,
        }
    }

    /// What these steps make of it.
    #[must_use]
    pub fn after(before: &SignalState, steps: &[Step], why: Explanation) -> Self {
        let offer = steps.iter().find_map(|step| {
            if let Event::Rerouted(offer) = &step.event {
                Some(offer.clone())
            } else {
                None
            }
        });
        Self {
            moved: offer.map(|offer| (offer, why)),
            ..Self::stays(before)
        }
    }

    fn json(&self, all: &RerouteView) -> Value {
        let RerouteView {
            by,
            recorded,
            map_digest,
            signals: _,
            receipt,
        } = all;
        let Self {
            id,
            sender: _,
            from,
            feedback_by,
            level: _,
            moved,
        } = self;
        let offer = moved.as_ref().map(|(offer, _)| offer);
        json!({
            "id": id.as_str(),
            "did": "reroute",
            "by": by.to_string(),
            "moves": moved.is_some(),
            "recorded": *recorded && moved.is_some(),
            "from": from.to_string(),
            "owner": offer.map_or(from, |offer| &offer.owner).to_string(),
            "feedback_by": feedback_by.to_string(),
            "basis": offer.map(|offer| offer.basis.to_string()),
            "coordinator": offer.map(|offer| offer.coordinator.to_string()),
            "accept_by": offer.map(|offer| offer.accept_by.to_string()),
            "level": offer.map(|offer| offer.level.to_string()),
            "involved": offer.map(|offer| offer.involved.iter().map(ToString::to_string).collect::<Vec<_>>()),
            "reason": moved.as_ref().map(|(_, why)| serde_json::to_value(why).unwrap_or_default()),
            "map_digest": map_digest,
            "receipt": receipt.filter(|_| moved.is_some()).map(|receipt| receipt.to_string()),
        })
    }

    fn text(&self, by: &OrganisationId, recorded: bool, screen: &RenderContext<'_>) -> String {
        let Self {
            id,
            sender,
            from,
            feedback_by,
            level,
            moved,
        } = self;
        let from = screen.organisation(from);
        let Some((offer, why)) = moved else {
            return screen.tr(
                "reroute-stays",
                &[("id", id.to_string().into()), ("owner", from.into())],
            );
        };
        let args = [
            ("id", id.to_string().into()),
            ("by", screen.organisation(by).into()),
            ("from", from.into()),
            ("owner", screen.organisation(&offer.owner).into()),
            ("day", screen.day(offer.accept_by).into()),
            ("sender", screen.organisation(sender).into()),
            ("feedback", screen.promised(*feedback_by).into()),
        ];
        let key = if recorded {
            "step-reroute"
        } else {
            "reroute-would-move"
        };
        let mut parts = vec![screen.tr(key, &args), who_and_why(offer, why, screen)];
        parts.extend(
            unsettled(offer, why, screen)
                .iter()
                .map(|said| escape::lines(said)),
        );
        if offer.level != *level {
            parts.push(screen.tr(
                "reroute-status-only",
                &[("sender", screen.organisation(sender).into())],
            ));
        }
        parts.join("\n\n")
    }
}

impl Data for RerouteView {
    fn json(&self) -> Value {
        self.signals
            .iter()
            .map(|signal| signal.json(self))
            .collect()
    }
}

impl Answer for RerouteView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let Self {
            by,
            recorded,
            map_digest: _,
            signals,
            receipt: _,
        } = self;
        let mut parts: Vec<String> = signals
            .iter()
            .map(|signal| signal.text(by, *recorded, screen))
            .collect();
        if self.recorded().is_none() {
            parts.push(screen.tr0("reroute-nothing-recorded"));
        }
        parts.join("\n\n")
    }

    fn recorded(&self) -> Option<SignalId> {
        self.signals
            .iter()
            .find(|signal| self.recorded && signal.moved.is_some())
            .map(|signal| signal.id)
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }
}
