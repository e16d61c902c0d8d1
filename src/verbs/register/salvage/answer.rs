//! The answer to `register salvage`: what was saved, and each signal that was not.

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
use crate::verbs::register::verify::answer::{rows_text, text_or_empty};

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SalvageView {
    /// Where the new register is.
    place: String,
    /// Where the damaged one is.
    of: String,
    signals: u64,
    steps: u64,
    /// The receipt of the last step of the new register.
    receipt: Option<Receipt>,
    exports: u64,
    unproven: Vec<SignalId>,
    left: Vec<SkippedSignals>,
    lost_steps: Vec<NumberRange>,
    lost_exports: Vec<NumberRange>,
    #[serde(skip)]
    complete: bool,
}

/// Numbers from `from` up to and including `until`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct NumberRange {
    from: i64,
    until: i64,
}

impl SalvageView {
    #[must_use]
    pub fn new(old: &Path, new: &Path, salvaged: SalvageReport, receipt: Option<Receipt>) -> Self {
        let complete = salvaged.is_complete();
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
            complete,
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
        let headings = [
            "salvaged-heading-left",
            "finding-heading-kind",
            "finding-heading-what",
        ];
        (!left.is_empty()).then(|| Table {
            headings: headings.map(|key| screen.tr0(key)).to_vec(),
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
        if self.complete {
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
            let steps = ranges_text(&self.lost_steps);
            text.push(screen.tr1("salvaged-lost-steps", "steps", steps));
        }
        if !self.lost_exports.is_empty() {
            let exports = ranges_text(&self.lost_exports);
            text.push(screen.tr1("salvaged-lost-exports", "exports", exports));
        }
        if !self.unproven.is_empty() {
            let count = self.unproven.len();
            text.push(screen.tr1("salvaged-unproven", "count", count));
        }
        text.push(screen.tr("salvaged-now", &args));
        if let Some(last) = self.receipt {
            text.push(screen.tr1("kept-receipt", "receipt", last.to_string()));
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
    let signal = match id {
        Some(id) => id.to_string(),
        None => {
            let rows = rows_text(*place, *until);
            screen.tr1("salvaged-place", "place", rows)
        }
    };
    vec![signal, why.code().to_owned(), screen.label("finding", *why)]
}

fn plain(left: &SkippedSignals) -> Vec<String> {
    let SkippedSignals {
        id,
        place,
        until,
        why,
    } = left;
    vec![
        text_or_empty(id.as_ref()),
        place.to_string(),
        text_or_empty(until.as_ref()),
        why.code().to_owned(),
    ]
}
