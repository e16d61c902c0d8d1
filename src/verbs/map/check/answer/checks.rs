//! The answer to `map check --list`: every check, how bad its findings are, and what it ensures.

use serde::Serialize;

use crate::domain::codes::CodeEnum as _;
use crate::map_analysis::check::{Check, Severity};
use crate::output::answer::Answer;
use crate::output::screen::RenderContext;
use crate::output::table::Table;

#[derive(Debug, Serialize)]
pub struct ChecksView(Vec<CheckRow>);

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CheckRow {
    check: Check,
    severity: Severity,
    may_be_skipped: bool,
}

impl ChecksView {
    pub fn all() -> Self {
        let rows = Check::ALL.iter().map(|check| CheckRow {
            check: *check,
            severity: check.severity(),
            may_be_skipped: check.may_be_skipped(),
        });
        Self(rows.collect())
    }
}

impl Answer for ChecksView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let lines: Vec<String> = self
            .0
            .iter()
            .map(|row| {
                format!(
                    "{}: {}",
                    row.check,
                    screen.label("check-ensures", row.check)
                )
            })
            .collect();
        lines.join("\n")
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let (mut rows, mut plain) = (Vec::new(), Vec::new());
        for row in &self.0 {
            let (check, ensures) = (
                row.check.to_string(),
                screen.label("check-ensures", row.check),
            );
            rows.push(vec![
                check.clone(),
                screen.label("severity", row.severity),
                ensures.clone(),
            ]);
            plain.push(vec![check, row.severity.to_string(), ensures]);
        }
        Some(Table {
            headings: [
                "check-heading-name",
                "check-heading-severity",
                "check-heading-ensures",
            ]
            .map(|key| screen.tr0(key))
            .to_vec(),
            rows,
            plain,
            below: screen.tr0("checks-skipping"),
            ..Table::default()
        })
    }
}
