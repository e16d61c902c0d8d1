//! A case that the map decides otherwise: the difference, the reason of the decision, why not the
//! expected owner, and the command.

use std::sync::Arc;

use serde::Serialize;

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::event::{Basis, Offer};
use crate::domain::time::Zone;
use crate::map_analysis::expectation::{Aspect, AspectValue, CaseResult, ComparedAspect, MapCase};
use crate::output::decision::{lower_first, sentences, why_not_text};
use crate::output::escape;
use crate::output::route_command::{in_lines, route_command};
use crate::output::screen::RenderContext;
use crate::output::side_by_side::{ComparedRow, side_by_side};
use crate::output::wrap::cut;
use crate::routing::explanation::{Explanation, NearMiss, Reason, SetAside};

/// A longer line of a command is hard to read.
const MAX_WIDTH: usize = 100;

/// Columns before the name of a case, for its number.
const INDENT: usize = 3;

/// A case that the map decides otherwise.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FailedCase {
    name: String,
    file: Arc<str>,
    line: u32,
    at: String,
    compared: Vec<ComparedView>,
    owner: OrganisationId,
    basis: Basis,
    reasons: Vec<Reason>,
    set_aside: Vec<SetAside>,
    near_misses: Vec<NearMiss>,
    command: String,
    #[serde(skip)]
    command_words: Vec<String>,
    #[serde(skip)]
    offer: Offer,
    #[serde(skip)]
    reason: Explanation,
    /// `None` when the owner is as expected.
    #[serde(skip)]
    expected_owner: Option<OrganisationId>,
}

/// One aspect of the decision.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ComparedView {
    aspect: Aspect,
    expected: AspectView,
    decided: AspectView,
    agrees: bool,
    #[serde(skip)]
    compared: ComparedAspect,
}

/// An aspect for a script: a code, a day, yes or no, or a list of codes or telephone numbers.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
enum AspectView {
    Text(String),
    Whether(bool),
    List(Vec<String>),
}

impl From<&AspectValue> for AspectView {
    fn from(value: &AspectValue) -> Self {
        match value {
            AspectValue::Organisation(id) => Self::Text(id.to_string()),
            AspectValue::Organisations(ids) => {
                Self::List(ids.iter().map(ToString::to_string).collect())
            }
            AspectValue::Basis(basis) => Self::Text(basis.to_string()),
            AspectValue::Due { day, within: _ } => Self::Text(day.to_string()),
            AspectValue::Level(level) => Self::Text(level.to_string()),
            AspectValue::Leads(leads) => Self::Whether(*leads),
            AspectValue::Handover(way) => Self::Text(way.to_string()),
            AspectValue::Calls(calls) => Self::List(calls.clone()),
        }
    }
}

impl From<&ComparedAspect> for ComparedView {
    fn from(compared: &ComparedAspect) -> Self {
        Self {
            aspect: compared.aspect,
            expected: AspectView::from(&compared.expected),
            decided: AspectView::from(&compared.decided),
            agrees: compared.agrees,
            compared: compared.clone(),
        }
    }
}

impl FailedCase {
    /// `map` is the map to name in the command, when it is not the default one.
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
        let reason = decision.why.clone();
        let command_words = route_command(facts, at.map(|at| (at, zone)), map);
        Self {
            name: name.clone(),
            file: Arc::clone(&place.file),
            line: place.line,
            at: decided_at.in_zone(zone),
            compared: compared.iter().map(ComparedView::from).collect(),
            owner: decision.owner.clone(),
            basis: decision.basis,
            reasons: reason.reasons.clone(),
            set_aside: reason.set_aside.clone(),
            near_misses: reason.near_misses.clone(),
            command: command_words.join(" "),
            command_words,
            offer: decision.offer(),
            reason,
            expected_owner: expected
                .owner
                .clone()
                .filter(|owner| *owner != decision.owner),
        }
    }

    pub(crate) fn sentences(&self, number: usize, screen: &RenderContext<'_>) -> String {
        let headings = [screen.tr0("tested-expected"), screen.tr0("tested-decided")];
        let rows: Vec<ComparedRow> = self
            .compared
            .iter()
            .map(|row| compared_row(&row.compared, screen))
            .collect();
        let mut parts = vec![
            self.heading(number, screen),
            side_by_side([&headings[0], &headings[1]], &rows, screen.width),
            screen.tr0("tested-because"),
            sentences(&self.offer, &self.reason, &[], screen),
        ];
        if let Some(expected) = &self.expected_owner {
            parts.push(self.why_not(expected, screen));
        }
        let mut command = vec![screen.tr0("tested-command")];
        let width = screen
            .width
            .map(|width| width.min(MAX_WIDTH).saturating_sub(2));
        for line in in_lines(&self.command_words, width) {
            command.push(format!("  {}", escape::line(&line)));
        }
        parts.push(command.join("\n"));
        parts.join("\n\n")
    }

    fn heading(&self, number: usize, screen: &RenderContext<'_>) -> String {
        let width = screen.width.map_or(usize::MAX, |width| {
            width.min(MAX_WIDTH).saturating_sub(INDENT)
        });
        let number = format!("{number}. ");
        let name: Vec<String> = cut(&escape::line(&self.name), width)
            .iter()
            .map(|line| screen.bold(line))
            .collect();
        format!(
            "{number:<INDENT$}{}\n   {}",
            name.join("\n   "),
            escape::line(&format!("{}:{}", self.file, self.line))
        )
    }

    /// Why the expected organisation is not the owner, as far as the decision knows.
    fn why_not(&self, expected: &OrganisationId, screen: &RenderContext<'_>) -> String {
        let mut lines: Vec<String> = self
            .set_aside
            .iter()
            .filter(|aside| aside.organisation == *expected)
            .map(|aside| gave_way_text(aside, screen))
            .collect();
        // The near misses do not matter where a claim of it held.
        if lines.is_empty() {
            lines = self
                .near_misses
                .iter()
                .filter(|miss| miss.organisation == *expected)
                .map(|miss| {
                    let why_not = why_not_text(miss, screen);
                    format!("{why_not} ({})", miss.place)
                })
                .collect();
        }
        if lines.is_empty() {
            lines.push(self.other_part(expected, screen));
        }
        let heading = screen.tr(
            "tested-why-not",
            &[("organisation", screen.organisation(expected).into())],
        );
        let mut text = escape::line(&heading);
        for line in &lines {
            text.push_str(&format!("\n  {}", escape::line(line)));
        }
        text
    }

    /// What the decision says of an organisation that does not own the signal.
    fn other_part(&self, organisation: &OrganisationId, screen: &RenderContext<'_>) -> String {
        if self
            .reasons
            .iter()
            .any(|reason| reason.organisation == *organisation)
        {
            return screen.tr0("tested-claims-it-too");
        }
        let mut involved = self.reason.involved.iter();
        match involved.find(|who| who.organisation == *organisation) {
            None => screen.tr0("tested-not-near"),
            Some(involved) => match &involved.topic {
                Some(topic) => self.owns_a_part(topic, screen),
                None => screen.tr0("tested-reads-along"),
            },
        }
    }

    /// It owns a topic of this signal, but another organisation leads or owns the first topic.
    fn owns_a_part(&self, topic: &TopicId, screen: &RenderContext<'_>) -> String {
        let topic = lower_first(&screen.topic(topic));
        let args = [
            ("topic", topic.into()),
            ("owner", screen.organisation(&self.owner).into()),
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

fn gave_way_text(aside: &SetAside, screen: &RenderContext<'_>) -> String {
    let SetAside {
        organisation: _,
        gave_way,
        to,
        place,
    } = aside;
    let args = [
        ("to", screen.organisation(to).into()),
        ("place", place.to_string().into()),
    ];
    screen.tr(&format!("tested-gave-way-{gave_way}"), &args)
}

fn compared_row(compared: &ComparedAspect, screen: &RenderContext<'_>) -> ComparedRow {
    let ComparedAspect {
        aspect,
        expected,
        decided,
        agrees,
    } = compared;
    ComparedRow {
        label: screen.label("aspect", *aspect),
        left: aspect_text(expected, screen),
        right: aspect_text(decided, screen),
        differs: !agrees,
    }
}

fn aspect_text(value: &AspectValue, screen: &RenderContext<'_>) -> String {
    match value {
        AspectValue::Organisation(organisation) => screen.organisation(organisation).to_owned(),
        AspectValue::Organisations(ids) if ids.is_empty() => screen.tr0("tested-nobody"),
        AspectValue::Organisations(ids) => screen.organisations(ids),
        AspectValue::Basis(basis) => screen.label("basis", *basis),
        AspectValue::Due { day, within: None } => screen.day(*day),
        AspectValue::Due {
            day,
            within: Some(term),
        } => format!("{} ({})", screen.day(*day), screen.term(*term)),
        AspectValue::Level(level) => screen.label("level", *level),
        AspectValue::Leads(leads) => screen.tr0(if *leads { "tested-yes" } else { "tested-no" }),
        AspectValue::Handover(way) => screen.label("handover-way", *way),
        AspectValue::Calls(calls) if calls.is_empty() => screen.tr0("tested-no-call"),
        AspectValue::Calls(calls) => calls.join(", "),
    }
}
