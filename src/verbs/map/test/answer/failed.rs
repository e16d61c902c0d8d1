//! A case that the map decides otherwise: the difference, the reason of the decision, why not the
//! expected owner, and the command.

use std::sync::Arc;

use serde::Serialize;

use crate::domain::codes::OrganisationId;
use crate::domain::event::{Basis, Offer};
use crate::domain::time::Zone;
use crate::map_analysis::expectation::{Aspect, AspectValue, CaseResult, ComparedAspect, MapCase};
use crate::map_analysis::why_not::WhyNot;
use crate::output::decision::sentences;
use crate::output::escape;
use crate::output::route_command::{in_lines, route_command};
use crate::output::screen::RenderContext;
use crate::output::side_by_side::{ComparedRow, side_by_side};
use crate::output::wrap::cut;
use crate::routing::explanation::{Explanation, NearMiss, Reason, SetAside};
use crate::verbs::map::test::answer::why_not::why_not_text;

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
    #[serde(skip)]
    why_not: Vec<WhyNot>,
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
            why_not,
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
            why_not: why_not.clone(),
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
            let owner = &self.owner;
            parts.push(why_not_text(expected, &self.why_not, owner, screen));
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
