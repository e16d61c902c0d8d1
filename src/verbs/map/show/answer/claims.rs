//! The answer to `map show` with filters: who has agreed to own what, as it is written.

use serde_json::{Value, json};

use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::Level;
use crate::domain::time::Day;
use crate::map_analysis::claims::Claim;
use crate::output::answer::{Answer, Data};
use crate::output::decision::labelled;
use crate::output::escape;
use crate::output::map_text::limits_text;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::output::wrap::wrapped;
use crate::routing::criterion::{Criteria, Criterion, Senders};
use crate::routing::map::{Contact, MapPosition, Responsibility, RouteMap};
use crate::verbs::map::show::answer::{promises, term_text};

/// Claims, in order.
#[derive(Debug, Clone)]
pub struct ClaimsShown<'m> {
    /// The map that they stand in.
    pub map: &'m RouteMap,
    /// The claims.
    pub claims: Vec<Claim<'m>>,
    /// The day on which they hold or not.
    pub today: Day,
}

impl Data for ClaimsShown<'_> {
    fn json(&self) -> Value {
        self.claims
            .iter()
            .map(|claim| row(claim, self.map, self.today))
            .collect()
    }
}

impl Answer for ClaimsShown<'_> {
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
                .map(|claim| describe(claim, self.map, screen))
                .collect(),
            plain: self
                .claims
                .iter()
                .map(|claim| plain(claim, self.map, self.today))
                .collect(),
            empty: screen.tr0("map-show-none"),
            below: self.reach(screen),
            ..Table::default()
        })
    }
}

impl ClaimsShown<'_> {
    /// How to reach each owner, once.
    fn reach(&self, screen: &RenderContext<'_>) -> String {
        let mut owners: Vec<&OrganisationId> = Vec::new();
        for claim in &self.claims {
            if !owners.contains(&&claim.responsibility.owner) {
                owners.push(&claim.responsibility.owner);
            }
        }
        let line = |owner: &&OrganisationId| {
            let Contact {
                phone,
                email,
                hours: _,
                checked_on: _,
            } = self.map.organisation(owner)?.contact.as_ref()?;
            let reach = phone
                .iter()
                .chain(email)
                .cloned()
                .collect::<Vec<_>>()
                .join(" · ");
            Some((
                escape::line(screen.organisation(owner)),
                escape::line(&reach),
            ))
        };
        let lines: Vec<(String, String)> = owners.iter().filter_map(line).collect();
        let text = format!("{}:\n{}", screen.tr0("label-reach"), labelled(&lines));
        screen
            .width
            .map_or(text.clone(), |width| wrapped(&text, width))
    }
}

/// What the claim is about.
fn topic_text(claim: &Claim<'_>, map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let topic = claim.topic.map(|topic| map.topic_at(topic));
    topic.map_or_else(
        || screen.tr0("map-show-every-topic"),
        |topic| screen.of_map(&topic.name).to_owned(),
    )
}

fn describe(claim: &Claim<'_>, map: &RouteMap, screen: &RenderContext<'_>) -> Vec<String> {
    let responsibility = claim.responsibility;
    let (_, feedback) = promises(responsibility, &map.settings().promises);
    let feedback = match responsibility.level {
        Level::Full => term_text(feedback, screen),
        Level::StatusOnly => screen.tr(
            "map-show-status-only-within",
            &[("term", term_text(feedback, screen).into())],
        ),
    };
    vec![
        topic_text(claim, map, screen),
        screen.organisation(&responsibility.owner).to_owned(),
        limits_text(responsibility, map, screen),
        feedback,
    ]
}

/// Codes in columns that stay: topic, owner, ages, areas, urgency, senders, hours, accept_within,
/// feedback_within, feedback, validity.
fn plain(claim: &Claim<'_>, map: &RouteMap, today: Day) -> Vec<String> {
    let limit = |criterion: Criterion| {
        let limits = claim.responsibility.criteria.limits(None, map);
        limits
            .iter()
            .find(|limit| limit.criterion == criterion)
            .map(|limit| limit.values.join(","))
            .unwrap_or_default()
    };
    let (accept, feedback) = promises(claim.responsibility, &map.settings().promises);
    vec![
        topic_code(claim, map).unwrap_or_default(),
        claim.responsibility.owner.to_string(),
        limit(Criterion::Age),
        limit(Criterion::Area),
        limit(Criterion::Urgency),
        limit(Criterion::Sender),
        limit(Criterion::Hours),
        accept.to_string(),
        feedback.to_string(),
        claim.responsibility.level.to_string(),
        claim.responsibility.validity(today).code().to_owned(),
    ]
}

fn topic_code(claim: &Claim<'_>, map: &RouteMap) -> Option<String> {
    Some(map.topic_at(claim.topic?).id.to_string())
}

fn row(claim: &Claim<'_>, map: &RouteMap, today: Day) -> Value {
    let Responsibility {
        owner,
        criteria,
        priority,
        valid_from,
        valid_until,
        accept_within: _,
        feedback_within: _,
        level,
        involve,
        leads,
        because,
        place,
    } = claim.responsibility;
    let Criteria {
        topics: _,
        ages,
        areas,
        urgency,
        senders,
        hours,
    } = criteria;
    let (accept, feedback) = promises(claim.responsibility, &map.settings().promises);
    let organisation = map.organisation(owner);
    let MapPosition {
        file,
        line,
        column: _,
    } = place;
    let areas = areas.as_ref().map(|areas| {
        areas
            .iter()
            .map(|area| map.area_at(*area).id.to_string())
            .collect::<Vec<_>>()
    });
    let senders = senders.as_ref().map(
        |Senders {
             kinds,
             named,
             organisations: _,
         }| {
            kinds
                .iter()
                .map(ToString::to_string)
                .chain(named.iter().map(ToString::to_string))
                .collect::<Vec<_>>()
        },
    );
    json!({
        "topic": topic_code(claim, map),
        "owner": owner.to_string(),
        "name": organisation.map(|organisation| &organisation.name),
        "kind": organisation.map(|organisation| organisation.kind.to_string()),
        "ages": ages.map(|ages| ages.to_string()),
        "areas": areas,
        "urgency": urgency.as_ref().map(|these| these.iter().map(|urgency| urgency.code()).collect::<Vec<_>>()),
        "senders": senders,
        "hours": hours.map(|hours| hours.code()),
        "priority": priority,
        "leads": leads,
        "accept_within": accept.to_string(),
        "feedback_within": feedback.to_string(),
        "feedback": level.to_string(),
        "involve": involve.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "valid_from": valid_from.map(|day| day.to_string()),
        "valid_until": valid_until.map(|day| day.to_string()),
        "validity": claim.responsibility.validity(today).code(),
        "because": because.as_ref().map(|because| json!({ "nl": because.nl, "en": because.en })),
        "contact": organisation.and_then(|organisation| organisation.contact.as_ref()).map(contact_json),
        "file": file.as_ref(),
        "line": line,
    })
}

/// How to reach an organisation, as data.
pub(crate) fn contact_json(contact: &Contact) -> Value {
    let Contact {
        phone,
        email,
        hours,
        checked_on,
    } = contact;
    json!({ "phone": phone, "email": email, "hours": hours.code(), "checked_on": checked_on.map(|day| day.to_string()) })
}
