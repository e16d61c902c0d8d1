//! The answer to `map show` with filters: who has agreed to own what, as written.

use std::collections::BTreeSet;
use std::fmt::Display;

use serde::Serialize;

use crate::domain::codes::{AreaId, KindId, OrganisationId, TopicId};
use crate::domain::event::Level;
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::claims::Claim;
use crate::output::answer::Answer;
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::map_text::limits_text;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::output::wrap::wrapped;
use crate::routing::ages::{AgeLimits, AgeSubject};
use crate::routing::criterion::{Criteria, Senders};
use crate::routing::handover::Handover;
use crate::routing::map::{AcutePromises, Contact, Hours, Responsibility, RouteMap, Text};
use crate::verbs::map::show::answer::promises;

/// Claims, in order.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ClaimsView<'m> {
    rows: Vec<ClaimRow<'m>>,
    #[serde(skip)]
    pub(super) map: &'m RouteMap,
    #[serde(skip)]
    pub(super) claims: Vec<Claim<'m>>,
}

/// A claim. `None` where nothing limits it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClaimRow<'m> {
    topic: Option<&'m TopicId>,
    owner: &'m OrganisationId,
    name: &'m str,
    kind: &'m KindId,
    ages: Option<String>,
    youngest: Option<String>,
    areas: Option<Vec<&'m AreaId>>,
    urgency: Option<BTreeSet<Urgency>>,
    /// Kinds, then organisations.
    senders: Option<Vec<&'m str>>,
    hours: Option<Hours>,
    priority: i32,
    leads: bool,
    accept_within: String,
    feedback_within: String,
    acute: AcuteView<'m>,
    feedback: Level,
    involve: &'m [OrganisationId],
    handover: &'m Handover,
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    validity: &'static str,
    because: Option<&'m Text>,
    contact: &'m Contact,
    file: &'m str,
    line: u32,
}

/// The promises for acute signals.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AcuteView<'m> {
    accept_within: String,
    feedback_within: String,
    because: Option<&'m Text>,
}

impl<'m> ClaimRow<'m> {
    fn new(claim: &Claim<'m>, map: &'m RouteMap, today: Day) -> Self {
        let Claim {
            topic,
            responsibility,
        } = *claim;
        let Responsibility {
            owner,
            criteria,
            priority,
            valid,
            accept_within: _,
            feedback_within: _,
            acute:
                AcutePromises {
                    because: acute_because,
                    ..
                },
            level,
            involve,
            handover,
            leads,
            because,
            place,
        } = responsibility;
        let Criteria {
            topics: _,
            ages,
            areas,
            senders,
            choices,
        } = criteria;
        let general = &map.settings().promises;
        let ordinary = promises(responsibility, general, Urgency::default());
        let acute = promises(responsibility, general, Urgency::Acute);
        let organisation = map.organisation(owner).certain("an owner is in the map");
        Self {
            topic: topic.map(|topic| &map.topic_at(topic).id),
            owner,
            name: &organisation.name,
            kind: &organisation.kind,
            ages: codes_of(*ages, AgeSubject::Person),
            youngest: codes_of(*ages, AgeSubject::YoungestChild),
            areas: areas
                .as_ref()
                .map(|areas| areas.iter().map(|area| &map.area_at(*area).id).collect()),
            urgency: choices.members().map(|urgency| urgency.collect()),
            senders: senders.as_ref().map(sender_codes),
            hours: choices.members().and_then(|mut hours| hours.next()),
            priority: *priority,
            leads: *leads,
            accept_within: ordinary.accept_within.to_string(),
            feedback_within: ordinary.feedback_within.to_string(),
            acute: AcuteView {
                accept_within: acute.accept_within.to_string(),
                feedback_within: acute.feedback_within.to_string(),
                because: acute_because.as_ref(),
            },
            feedback: *level,
            involve,
            handover: handover.as_ref().unwrap_or(&map.settings().handover),
            valid_from: valid.from,
            valid_until: valid.until,
            validity: valid.on(today).code(),
            because: because.as_ref(),
            contact: organisation
                .contact
                .as_ref()
                .certain("an owner has a contact"),
            file: &place.file,
            line: place.line,
        }
    }

    /// Codes in columns that stay: topic, owner, ages, youngest, areas, urgency, senders, hours,
    /// accept_within, feedback_within, feedback, validity.
    fn plain(&self) -> Vec<String> {
        vec![
            joined(self.topic),
            self.owner.to_string(),
            joined(&self.ages),
            joined(&self.youngest),
            joined(self.areas.iter().flatten()),
            joined(self.urgency.iter().flatten()),
            joined(self.senders.iter().flatten()),
            joined(self.hours),
            self.accept_within.clone(),
            self.feedback_within.clone(),
            self.feedback.to_string(),
            self.validity.to_owned(),
        ]
    }
}

fn codes_of(ages: AgeLimits, subject: AgeSubject) -> Option<String> {
    ages.get(subject).map(|range| range.to_string())
}

fn sender_codes(senders: &Senders) -> Vec<&str> {
    let Senders {
        kinds,
        named,
        organisations: _,
    } = senders;
    let kinds = kinds.iter().map(KindId::as_str);
    kinds
        .chain(named.iter().map(OrganisationId::as_str))
        .collect()
}

fn joined<T: Display>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    values.join(",")
}

impl Answer for ClaimsView<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        screen.tr0("map-show-none")
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let headings = [
            "map-show-topic",
            "map-show-owner",
            "map-show-for",
            "map-show-feedback",
        ];
        Some(Table {
            headings: headings.iter().map(|key| screen.tr0(key)).collect(),
            rows: self
                .claims
                .iter()
                .map(|claim| cells(claim, self.map, screen))
                .collect(),
            plain: self.rows.iter().map(ClaimRow::plain).collect(),
            empty: screen.tr0("map-show-none"),
            below: self.reach(screen),
            ..Table::default()
        })
    }
}

impl<'m> ClaimsView<'m> {
    pub fn new(map: &'m RouteMap, claims: Vec<Claim<'m>>, today: Day) -> Self {
        let rows = claims.iter().map(|claim| ClaimRow::new(claim, map, today));
        Self {
            rows: rows.collect(),
            map,
            claims,
        }
    }

    /// How to reach each owner, once.
    fn reach(&self, screen: &RenderContext<'_>) -> String {
        let mut lines: Vec<(String, String)> = Vec::new();
        let mut owners = BTreeSet::new();
        for row in &self.rows {
            if owners.insert(row.owner) {
                let Contact { phone, email, .. } = row.contact;
                let reach: Vec<&str> = phone.iter().chain(email).map(String::as_str).collect();
                lines.push((
                    escape::line(screen.organisation(row.owner)),
                    escape::line(&reach.join(" · ")),
                ));
            }
        }
        let text = format!("{}:\n{}", screen.tr0("label-reach"), labelled(&lines));
        match screen.width {
            Some(width) => wrapped(&text, width),
            None => text,
        }
    }
}

fn cells(claim: &Claim<'_>, map: &RouteMap, screen: &RenderContext<'_>) -> Vec<String> {
    let responsibility = claim.responsibility;
    let topic = claim.topic.map_or_else(
        || screen.tr0("map-show-every-topic"),
        |topic| screen.of_map(&map.topic_at(topic).name).to_owned(),
    );
    let ordinary = promises(responsibility, &map.settings().promises, Urgency::default());
    let feedback = screen.term(ordinary.feedback_within);
    let feedback = match responsibility.level {
        Level::Full => feedback,
        Level::StatusOnly => screen.tr("map-show-status-only-within", &[("term", feedback.into())]),
    };
    vec![
        topic,
        screen.organisation(&responsibility.owner).to_owned(),
        limits_text(responsibility, map, screen),
        feedback,
    ]
}
