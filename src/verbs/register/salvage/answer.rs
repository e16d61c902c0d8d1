//! The answer to `register salvage`: what was taken over, and each signal that was not.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_id::SignalId;
use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::output::table::Table;
use crate::register::{Receipt, SalvageReport, SkippedSignals};

/// What became of a damaged register.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SalvageView {
    /// Where the new register is.
    place: String,
    /// Where the damaged one is.
    of: String,
    signals: u64,
    steps: u64,
    /// Of the last step of the new register.
    receipt: Option<Receipt>,
    exports: u64,
    unproven: Vec<SignalId>,
    left: Vec<SkippedSignals>,
    lost_steps: Vec<NumberRange>,
    lost_exports: Vec<NumberRange>,
}

/// Numbers from one until and with another.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct NumberRange {
    from: i64,
    until: i64,
}

impl SalvageView {
    #[must_use]
    pub fn new(old: &Path, new: &Path, salvaged: SalvageReport, receipt: Option<Receipt>) -> Self {
        let SalvageReport {
            taken,
            steps,
            unproven,
            skipped,
            lost_steps,
            exports,
            lost_exports,
        } = salvaged;
        Self {
            place: new.display().to_string(),
            of: old.display().to_string(),
            signals: taken,
            steps,
            receipt,
            exports,
            unproven,
            left: skipped,
            lost_steps: ranges(lost_steps),
            lost_exports: ranges(lost_exports),
        }
    }
}

fn ranges(pairs: Vec<(i64, i64)>) -> Vec<NumberRange> {
    pairs
        .into_iter()
        .map(|(from, until)| NumberRange { from, until })
        .collect()
}

impl Answer for SalvageView {
    fn rows(&self) -> Option<Vec<Value>> {
        Some(self.left.iter().map(Data::json).collect())
    }

    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        self.left
            .iter()
            .map(|left| describe(left, screen).join("  "))
            .chain([self.below(screen)])
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let left = &self.left;
        (!left.is_empty()).then(|| Table {
            headings: [
                "salvaged-heading-left",
                "finding-heading-kind",
                "finding-heading-what",
            ]
            .map(|key| screen.tr0(key))
            .to_vec(),
            rows: left.iter().map(|left| describe(left, screen)).collect(),
            plain: left.iter().map(plain).collect(),
            below: self.below(screen),
            ..Table::default()
        })
    }

    fn has_recorded(&self) -> bool {
        true
    }

    fn exit(&self) -> Exit {
        if self.left.is_empty() && self.lost_steps.is_empty() && self.lost_exports.is_empty() {
            Exit::Done
        } else {
            Exit::RegisterUnfit
        }
    }
}

impl SalvageView {
    fn below(&self, screen: &RenderContext<'_>) -> String {
        let args = [
            ("old", escape::line(&self.of).into()),
            ("new", escape::line(&self.place).into()),
            ("signals", self.signals.into()),
            ("steps", self.steps.into()),
        ];
        let mut text = vec![screen.tr("salvaged-taken", &args)];
        if !self.left.is_empty() {
            text.push(screen.tr0("salvaged-left"));
        }
        if !self.lost_steps.is_empty() {
            let lost = [("steps", ranges_text(&self.lost_steps).into())];
            text.push(screen.tr("salvaged-lost-steps", &lost));
        }
        if !self.lost_exports.is_empty() {
            let lost = [("exports", ranges_text(&self.lost_exports).into())];
            text.push(screen.tr("salvaged-lost-exports", &lost));
        }
        if !self.unproven.is_empty() {
            let unproven = [("count", self.unproven.len().into())];
            text.push(screen.tr("salvaged-unproven", &unproven));
        }
        text.push(screen.tr("salvaged-now", &args));
        if let Some(last) = self.receipt {
            text.push(screen.tr("kept-receipt", &[("receipt", last.to_string().into())]));
        }
        text.join("\n")
    }
}

/// The first ten ranges: `3, 7–9, …`.
fn ranges_text(ranges: &[NumberRange]) -> String {
    const MAX_RANGES: usize = 10;
    let mut text: Vec<String> = ranges
        .iter()
        .take(MAX_RANGES)
        .map(|range| match range {
            NumberRange { from, until } if from == until => from.to_string(),
            NumberRange { from, until } => format!("{from}–{until}"),
        })
        .collect();
    if ranges.len() > MAX_RANGES {
        text.push("…".to_owned());
    }
    text.join(", ")
}

fn describe(left: &SkippedSignals, screen: &RenderContext<'_>) -> Vec<String> {
    let SkippedSignals {
        id,
        place,
        until,
        why,
    } = left;
    let who = match (id, until) {
        (Some(id), _) => id.to_string(),
        (None, None) => screen.tr("salvaged-place", &[("place", place.to_string().into())]),
        (None, Some(i64::MAX)) => {
            screen.tr("salvaged-place", &[("place", format!("{place}–…").into())])
        }
        (None, Some(until)) => screen.tr(
            "salvaged-place",
            &[("place", format!("{place}–{until}").into())],
        ),
    };
    vec![who, why.code().to_owned(), screen.label("finding", *why)]
}

fn plain(left: &SkippedSignals) -> Vec<String> {
    let SkippedSignals {
        id,
        place,
        until,
        why,
    } = left;
    let text = |value: Option<String>| value.unwrap_or_default();
    vec![
        text(id.map(|id| id.to_string())),
        place.to_string(),
        text(until.map(|until| until.to_string())),
        why.code().to_owned(),
    ]
}
