//! One case that the map decides otherwise: the difference, the reason of the decision, why not who
//! was expected, and the command.

use serde_json::{Value, json};

use crate::domain::codes::{CodeEnum, OrganisationId, TopicId};
use crate::domain::event::Offer;
use crate::domain::time::{Moment, Zone};
use crate::map_analysis::expectation::{Aspect, AspectValue, CaseResult, ComparedAspect, MapCase};
use crate::output::decision::{lower_first, sentences, why_not_text};
use crate::output::escape;
use crate::output::route_command::{in_lines, route_command};
use crate::output::screen::RenderContext;
use crate::output::side_by_side::{TwoColumns, side_by_side};
use crate::output::wrap::cut;
use crate::routing::explanation::{Explanation, SetAside};
use crate::routing::map::MapPosition;

/// A longer line of a command is hard to read.
const WIDEST: usize = 100;

/// What belongs to a case stands under its name, after the number.
const HANG: usize = 3;

/// A case that the map decides otherwise.
#[derive(Debug, Clone)]
pub struct FailedCase {
    name: String,
    place: MapPosition,
    at: Moment,
    zone: Zone,
    compared: Vec<ComparedAspect>,
    offer: Offer,
    reason: Explanation,
    expected_owner: Option<OrganisationId>,
    command: Vec<String>,
}

impl FailedCase {
    /// The case and what came of it. `map` is the map to name in the command, when it is not found
    /// without being named.
    #[must_use]
    pub fn new(case: &MapCase, tried: &CaseResult, zone: Zone, map: Option<&str>) -> Self {
        let MapCase {
            name,
            at,
            facts,
            expected,
            place,
        } = case;
        let CaseResult {
            at: decided_at,
            decision,
            compared,
        } = tried;
        Self {
            name: name.clone(),
            place: place.clone(),
            at: *decided_at,
            zone,
            compared: compared.clone(),
            offer: decision.offer(),
            reason: decision.why.clone(),
            expected_owner: expected
                .owner
                .clone()
                .filter(|owner| *owner != decision.owner),
            command: route_command(facts, at.map(|at| (at, zone)), map),
        }
    }

    pub(crate) fn json(&self) -> Value {
        let Self {
            name,
            place,
            at,
            zone,
            compared,
            offer,
            reason,
            expected_owner: _,
            command,
        } = self;
        let compared = compared.iter().map(|ComparedAspect { aspect, expected, decided, agrees }| {
            json!({ "aspect": aspect.code(), "expected": data(expected), "decided": data(decided), "agrees": agrees })
        });
        json!({
            "name": name,
            "file": &*place.file,
            "line": place.line,
            "at": at.in_zone(*zone),
            "compared": compared.collect::<Vec<_>>(),
            "owner": offer.owner.to_string(),
            "basis": offer.basis.to_string(),
            "reasons": reason.reasons,
            "set_aside": reason.set_aside,
            "near_misses": reason.near_misses,
            "command": command.join(" "),
        })
    }

    pub(crate) fn sentences(&self, number: usize, screen: &RenderContext<'_>) -> String {
        let name = cut(
            &escape::line(&self.name),
            screen
                .width
                .map_or(usize::MAX, |width| width.min(WIDEST).saturating_sub(HANG)),
        );
        let name: Vec<String> = name.iter().map(|line| screen.bold(line)).collect();
        let number = format!("{number}. ");
        let heading = format!(
            "{number:<HANG$}{}\n   {}",
            name.join("\n   "),
            escape::line(&self.place.to_string())
        );
        let headings = [screen.tr0("tested-expected"), screen.tr0("tested-decided")];
        let rows: Vec<TwoColumns> = self
            .compared
            .iter()
            .map(|compared| row(compared, screen))
            .collect();
        let difference = side_by_side([&headings[0], &headings[1]], &rows, screen.width);
        let why = format!(
            "{}\n\n{}",
            screen.tr0("tested-because"),
            sentences(&self.offer, &self.reason, screen)
        );
        let why_not = self
            .expected_owner
            .as_ref()
            .map(|expected| self.why_not(expected, screen));
        let width = screen
            .width
            .map(|width| width.min(WIDEST).saturating_sub(2));
        let command: Vec<String> = in_lines(&self.command, width)
            .iter()
            .map(|line| format!("  {}", escape::line(line)))
            .collect();
        let command = format!("{}\n{}", screen.tr0("tested-command"), command.join("\n"));
        [heading, difference, why]
            .into_iter()
            .chain(why_not)
            .chain([command])
            .collect::<Vec<_>>()
            .join("\n\n")
    }

    /// Why the organisation that was expected is not the owner, as far as the decision knows.
    fn why_not(&self, expected: &OrganisationId, screen: &RenderContext<'_>) -> String {
        let Explanation {
            reasons,
            involved,
            set_aside,
            near_misses,
            ..
        } = &self.reason;
        let is = |organisation: &OrganisationId| organisation == expected;
        let gave_way = set_aside
            .iter()
            .filter(|aside| is(&aside.organisation))
            .map(
                |SetAside {
                     gave_way,
                     to,
                     place,
                     ..
                 }| {
                    let args = [
                        ("to", screen.organisation(to).into()),
                        ("place", place.to_string().into()),
                    ];
                    screen.tr(&format!("tested-gave-way-{gave_way}"), &args)
                },
            );
        let gave_way: Vec<String> = gave_way.collect();
        let near = near_misses.iter().filter(|miss| is(&miss.organisation));
        let near = near.map(|miss| format!("{} ({})", why_not_text(miss, screen), miss.place));
        let near: Vec<String> = near.collect();
        // What else it owns does not matter where a claim of it held.
        let mut lines = if gave_way.is_empty() { near } else { gave_way };
        if lines.is_empty() {
            let claims_too = reasons.iter().any(|reason| is(&reason.organisation));
            let topic = involved
                .iter()
                .find(|involved| is(&involved.organisation))
                .map(|involved| involved.topic.as_ref());
            lines.push(match topic {
                _ if claims_too => screen.tr0("tested-claims-it-too"),
                Some(Some(topic)) => self.owns_a_part(topic, screen),
                Some(None) => screen.tr0("tested-reads-along"),
                None => screen.tr0("tested-not-near"),
            });
        }
        let heading = screen.tr(
            "tested-why-not",
            &[("organisation", screen.organisation(expected).into())],
        );
        let lines = lines.iter().map(|line| format!("  {}", escape::line(line)));
        std::iter::once(escape::line(&heading))
            .chain(lines)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// It owns a topic of this signal, but another organisation leads, or owns the first topic.
    fn owns_a_part(&self, topic: &TopicId, screen: &RenderContext<'_>) -> String {
        let topic = lower_first(&screen.topic(topic));
        let args = [
            ("topic", topic.into()),
            ("owner", screen.organisation(&self.offer.owner).into()),
        ];
        screen.tr(
            if self.reason.leads {
                "tested-does-not-lead"
            } else {
                "tested-not-the-first-topic"
            },
            &args,
        )
    }
}

fn row(compared: &ComparedAspect, screen: &RenderContext<'_>) -> TwoColumns {
    let ComparedAspect {
        aspect,
        expected,
        decided,
        agrees,
    } = compared;
    TwoColumns {
        label: screen.label("aspect", *aspect),
        one: describe(*aspect, expected, screen),
        other: describe(*aspect, decided, screen),
        differs: !agrees,
    }
}

/// One side, for a person.
fn describe(aspect: Aspect, text: &AspectValue, screen: &RenderContext<'_>) -> String {
    let none = |said: String| {
        if said.is_empty() {
            screen.tr0(if aspect == Aspect::Emergency {
                "tested-no-call"
            } else {
                "tested-nobody"
            })
        } else {
            said
        }
    };
    match text {
        AspectValue::Organisation(organisation) => screen.organisation(organisation).to_owned(),
        AspectValue::Organisations(organisations) => none(screen.organisations(organisations)),
        AspectValue::Basis(basis) => screen.label("basis", *basis),
        AspectValue::Due { day, within: None } => screen.day(*day),
        AspectValue::Due {
            day,
            within: Some(term),
        } => format!("{} ({})", screen.day(*day), screen.term(*term)),
        AspectValue::Level(level) => screen.label("level", *level),
        AspectValue::Leads(leads) => screen.tr0(if *leads { "tested-yes" } else { "tested-no" }),
        AspectValue::Calls(calls) => none(calls.join(", ")),
    }
}

/// One side, for a script.
fn data(text: &AspectValue) -> Value {
    match text {
        AspectValue::Organisation(organisation) => json!(organisation.to_string()),
        AspectValue::Organisations(organisations) => json!(
            organisations
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        ),
        AspectValue::Basis(basis) => json!(basis.code()),
        AspectValue::Due { day, within: _ } => json!(day.to_string()),
        AspectValue::Level(level) => json!(level.code()),
        AspectValue::Leads(leads) => json!(leads),
        AspectValue::Calls(calls) => json!(calls),
    }
}
