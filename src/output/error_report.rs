//! What went wrong: one sentence, its causes, and what to type next.

use serde::Serialize;

use crate::exit_code::Exit;
use crate::output::answer::Data as _;
use crate::output::escape;
use crate::output::screen::RenderContext;

/// An error as it is shown. Never holds text about a family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ErrorReport {
    /// The stable English code of this kind of error, for scripts.
    pub kind: &'static str,
    /// How the run ends.
    pub exit: Exit,
    /// What went wrong, in one sentence.
    pub error: String,
    /// Why, outermost first. May hold an excerpt of several lines.
    pub because: Vec<String>,
    /// What to type or do next.
    pub hints: Vec<String>,
    /// For a script: what is wrong with each row of a file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowFaultData>,
}

/// A fault of a row of a file, for a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RowFaultData {
    pub row: u64,
    pub column: Option<&'static str>,
    /// What is wrong; the code stays.
    pub kind: &'static str,
}

impl ErrorReport {
    /// An error without causes or hints.
    #[must_use]
    pub fn new(kind: &'static str, exit: Exit, error: impl Into<String>) -> Self {
        Self {
            kind,
            exit,
            error: error.into(),
            because: Vec::new(),
            hints: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Adds a cause.
    #[must_use]
    pub fn because(mut self, cause: impl Into<String>) -> Self {
        self.because.push(cause.into());
        self
    }

    /// Adds what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// `error:` one sentence, `because:` per cause, `hint:` what to type next.
#[must_use]
pub fn sentences(error_report: &ErrorReport, screen: &RenderContext<'_>) -> String {
    let ErrorReport {
        kind: _,
        exit: _,
        error,
        because,
        hints,
        rows: _,
    } = error_report;
    let errors = std::iter::once(("label-error", error));
    let causes = because.iter().map(|cause| ("label-cause", cause));
    let hints = hints.iter().map(|hint| ("label-hint", hint));
    let lines = errors.chain(causes).chain(hints);
    lines
        .map(|(key, text)| format!("{} {}", screen.tr0(key), escape::lines(text)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// One JSON object. The kind stays, the sentences are in the language of the screen.
#[must_use]
pub fn json(error_report: &ErrorReport) -> String {
    escape::json(&error_report.json().to_string())
}
