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

impl CheckRow {
    /// The cells for a person.
    fn cells(&self, screen: &RenderContext<'_>) -> Vec<String> {
        vec![
            self.check.to_string(),
            screen.label("severity", self.severity),
            self.ensures(screen),
        ]
    }

    /// The cells for a pipe.
    fn plain_cells(&self, screen: &RenderContext<'_>) -> Vec<String> {
        vec![
            self.check.to_string(),
            self.severity.to_string(),
            self.ensures(screen),
        ]
    }

    fn ensures(&self, screen: &RenderContext<'_>) -> String {
        screen.label("check-ensures", self.check)
    }
}

impl Answer for ChecksView {
    fn sentences(&self, _screen: &RenderContext<'_>) -> String {
        // Never asked for, because `table` always gives a table.
        String::new()
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        Some(Table {
            headings: [
                "check-heading-name",
                "check-heading-severity",
                "check-heading-ensures",
            ]
            .map(|key| screen.tr0(key))
            .to_vec(),
            rows: self.0.iter().map(|row| row.cells(screen)).collect(),
            plain: self.0.iter().map(|row| row.plain_cells(screen)).collect(),
            below: screen.tr0("checks-skipping"),
            ..Table::default()
        })
    }
}
