//! The answer to `map test`: how many cases are as agreed, and for each of the others what differs,
//! why, and how to ask again.

mod coverage;
mod failed;
mod why_not;

use std::sync::Arc;

use serde::Serialize;

pub use coverage::CoverageView;
pub use failed::FailedCase;

use crate::exit_code::Exit;
use crate::output::answer::Answer;
use crate::output::screen::RenderContext;

/// A tested map.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TestView {
    files: Vec<Arc<str>>,
    cases: usize,
    agreed: usize,
    failures: Vec<FailedCase>,
    /// `None` when nobody asked.
    coverage: Option<CoverageView>,
    map_digest: String,
}

impl TestView {
    /// `cases` counts all cases, those that failed too.
    pub fn new(
        files: Vec<Arc<str>>,
        cases: usize,
        failures: Vec<FailedCase>,
        coverage: Option<CoverageView>,
        map_digest: String,
    ) -> Self {
        Self {
            files,
            cases,
            agreed: cases.saturating_sub(failures.len()),
            failures,
            coverage,
            map_digest,
        }
    }
}

impl Answer for TestView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let key = if self.failures.is_empty() {
            "tested-all-agreed"
        } else {
            "tested-some-differ"
        };
        let counts = [
            ("cases", self.cases.into()),
            ("failed", self.failures.len().into()),
        ];
        let mut parts = vec![screen.tr(key, &counts)];
        for (number, failed) in (1..).zip(&self.failures) {
            parts.push(failed.sentences(number, screen));
        }
        parts.extend(
            self.coverage
                .as_ref()
                .map(|coverage| coverage.sentences(screen)),
        );
        parts.join("\n\n")
    }

    fn exit(&self) -> Exit {
        if self.failures.is_empty() {
            Exit::Done
        } else {
            Exit::MapInvalid
        }
    }
}
