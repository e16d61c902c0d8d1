//! The answer to `map check --list`: every check, how bad what it finds is, and what it sees to.

use serde_json::{Value, json};

use crate::domain::codes::CodeEnum as _;
use crate::map_analysis::check::Check;
use crate::output::answer::{Answer, Data};
use crate::output::screen::RenderContext;
use crate::output::table::Table;

/// The checks.
#[derive(Debug)]
pub struct Checks;

impl Data for Checks {
    fn json(&self) -> Value {
        let row = |check: &Check| json!({ "check": check.code(), "severity": check.severity().code(), "may_be_skipped": check.may_be_skipped() });
        Value::Array(Check::ALL.iter().map(row).collect())
    }
}

impl Answer for Checks {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let row = |check: &Check| {
            format!(
                "{}: {}",
                check.code(),
                screen.label("check-ensures", *check)
            )
        };
        Check::ALL.iter().map(row).collect::<Vec<_>>().join("\n")
    }

    fn table(&self, screen: &RenderContext<'_>) -> Option<Table> {
        let row = |check: &Check| {
            vec![
                check.code().to_owned(),
                screen.label("severity", check.severity()),
                screen.label("check-ensures", *check),
            ]
        };
        let plain = |check: &Check| {
            vec![
                check.code().to_owned(),
                check.severity().code().to_owned(),
                screen.label("check-ensures", *check),
            ]
        };
        Some(Table {
            headings: [
                "check-heading-name",
                "check-heading-severity",
                "check-heading-ensures",
            ]
            .map(|key| screen.tr0(key))
            .to_vec(),
            rows: Check::ALL.iter().map(row).collect(),
            plain: Check::ALL.iter().map(plain).collect(),
            empty: String::new(),
            below: screen.tr0("checks-skipping"),
            ..Table::default()
        })
    }
}
