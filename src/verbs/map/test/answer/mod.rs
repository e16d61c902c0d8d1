//! The answer to `map test`: how many cases are as agreed, and of every other one what differs,
//! why, and how to ask again.

mod coverage;
mod failed;

use std::sync::Arc;

use serde_json::{Value, json};

pub use coverage::CoverageView;
pub use failed::FailedCase;

use crate::exit_code::Exit;
use crate::output::answer::{Answer, Data};
use crate::output::screen::RenderContext;

/// A map that was tested.
#[derive(Debug, Clone)]
pub struct TestView {
    /// Where the cases stand.
    pub files: Vec<Arc<str>>,
    pub cases: usize,
    /// Those that the map decides otherwise.
    pub failures: Vec<FailedCase>,
    /// What the cases leave untried, when that was asked.
    pub coverage: Option<CoverageView>,
    /// Which map it is.
    pub map_digest: String,
}

impl Data for TestView {
    fn json(&self) -> Value {
        let Self {
            files,
            cases,
            failures,
            coverage,
            map_digest,
        } = self;
        json!({
            "files": files.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "cases": cases,
            "agreed": cases.saturating_sub(failures.len()),
            "failures": failures.iter().map(FailedCase::json).collect::<Vec<_>>(),
            "coverage": coverage.as_ref().map(CoverageView::json),
            "map_digest": map_digest,
        })
    }
}

impl Answer for TestView {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let Self {
            files: _,
            cases,
            failures,
            coverage,
            map_digest: _,
        } = self;
        let args = [
            ("cases", (*cases).into()),
            ("failed", failures.len().into()),
        ];
        let summary = screen.tr(
            if failures.is_empty() {
                "tested-all-agreed"
            } else {
                "tested-some-differ"
            },
            &args,
        );
        let text = (1..)
            .zip(failures)
            .map(|(number, failed): (usize, _)| failed.sentences(number, screen));
        let parts: Vec<String> = std::iter::once(summary)
            .chain(text)
            .chain(coverage.as_ref().map(|coverage| coverage.sentences(screen)))
            .collect();
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
