//! The answer to `report` and `route`: who owns the follow-up, why, how to reach them, by when the
//! sender hears.

use serde_json::{Value, json};

use crate::domain::codes::OrganisationId;
use crate::domain::event::Offer;
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Moment, Zone};
use crate::output::answer::{Answer, Data};
use crate::output::decision::sentences;
use crate::output::reason::ReasonView;
use crate::output::screen::RenderContext;
use crate::register::Receipt;
use crate::routing::map::{Contact, EmergencyLine, RouteMap};

/// Who owns a signal, recorded or only asked.
#[derive(Debug, Clone)]
pub struct ReportView {
    /// The signal's number; `None` when it was only asked who would own it.
    pub id: Option<SignalId>,
    /// Whether this very signal had been recorded before.
    pub already: bool,
    /// When it was reported.
    pub at: Moment,
    /// The decision.
    pub offer: Offer,
    /// And its reason.
    pub reason: ReasonView,
    /// Which map decided.
    pub map_digest: String,
    /// Whom to call first, when it is acute.
    pub emergency: Vec<EmergencyLine>,
    /// What scripts need of the map.
    pub facts: MapFacts,
    /// Of the report, when it is recorded.
    pub receipt: Option<Receipt>,
}

/// What JSON tells of the map beside a decision.
#[derive(Debug, Clone)]
pub struct MapFacts {
    zone: Zone,
    owner: Value,
    names: Vec<(OrganisationId, String)>,
}

impl MapFacts {
    /// Gathers what JSON tells about this owner and those involved.
    #[must_use]
    pub fn about(offer: &Offer, map: &RouteMap) -> Self {
        let name = |id: &OrganisationId| {
            (
                id.clone(),
                map.organisation(id)
                    .map_or_else(|| id.to_string(), |o| o.name.clone()),
            )
        };
        Self {
            zone: map.settings().zone,
            owner: organisation(&offer.owner, map),
            names: offer
                .involved
                .iter()
                .chain([&offer.owner, &offer.coordinator])
                .map(name)
                .collect(),
        }
    }
}

/// An organisation in JSON: code, name and how to reach it.
#[must_use]
pub fn organisation(id: &OrganisationId, map: &RouteMap) -> Value {
    let found = map.organisation(id);
    let contact = found.and_then(|organisation| organisation.contact.as_ref());
    let Some(Contact {
        phone,
        email,
        hours,
        checked_on: _,
    }) = contact
    else {
        return json!({ "id": id.to_string(), "name": found.map(|o| &o.name) });
    };
    json!({ "id": id.to_string(), "name": found.map(|o| &o.name), "phone": phone, "email": email, "hours": hours.to_string() })
}

impl Data for ReportView {
    fn json(&self) -> Value {
        let Offer {
            owner: _,
            basis,
            coordinator,
            involved: _,
            accept_by,
            feedback_by,
            level,
            responsibility: _,
        } = &self.offer;
        let name = |code: &str| {
            self.facts
                .names
                .iter()
                .find(|(id, _)| id.as_str() == code)
                .map(|(_, name)| name)
        };
        let involved = self
            .reason
            .involved
            .iter()
            .map(|i| json!({"id": i.organisation, "name": name(&i.organisation), "why": i.why, "topic": i.topic}));
        let emergency = self.emergency.iter().map(
            |line| json!({"call": line.call, "organisation": line.organisation.as_ref().map(ToString::to_string), "when": line.when.en}),
        );
        json!({
            "id": self.id.map(|id| id.as_str().to_owned()),
            "recorded": self.id.is_some(),
            "already_recorded": self.already,
            "reported_at": self.at.in_zone(self.facts.zone),
            "emergency": emergency.collect::<Vec<_>>(),
            "owner": self.facts.owner,
            "basis": basis.to_string(),
            "coordinator": coordinator.to_string(),
            "accept_by": accept_by.to_string(),
            "feedback_by": feedback_by.to_string(),
            "level": level.to_string(),
            "involved": involved.collect::<Vec<_>>(),
            "leads": self.reason.leads,
            "reasons": self.reason.reasons,
            "gaps": self.reason.gaps,
            "set_aside": self.reason.set_aside,
            "near_misses": self.reason.near_misses,
            "would_help": self.reason.would_help,
            "map_digest": self.map_digest,
            "receipt": self.receipt.map(|receipt| receipt.to_string()),
        })
    }
}

impl Answer for ReportView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let heading = match self.id {
            None => screen.tr0("route-nothing-recorded"),
            Some(id) if self.already => {
                screen.tr("report-already", &[("id", id.to_string().into())])
            }
            Some(id) => screen.tr(
                "report-recorded",
                &[("id", screen.bold(&id.to_string()).into())],
            ),
        };
        format!(
            "{heading}\n\n{}",
            sentences(&self.offer, &self.reason, screen)
        )
    }

    fn recorded(&self) -> Option<SignalId> {
        self.id
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }
}
