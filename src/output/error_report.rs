//! What went wrong, told: one sentence, its causes, and what to type next.

use crate::exit_code::Exit;
use crate::output::escape;
use crate::output::screen::RenderContext;

/// An error as it is shown. Never holds text about a family.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub rows: Vec<serde_json::Value>,
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
    let labelled = |key: &'static str| {
        move |said: &String| format!("{} {}", screen.tr0(key), escape::lines(said))
    };
    let mut lines = vec![labelled("label-error")(error)];
    lines.extend(because.iter().map(labelled("label-cause")));
    lines.extend(hints.iter().map(labelled("label-hint")));
    lines.join("\n")
}

/// One JSON object: `kind`, `exit`, `error`, `because`, `hints`, and `rows` when it is about rows
/// of a file. The kind stays, the sentences are in the language of the screen.
#[must_use]
pub fn json(error_report: &ErrorReport) -> String {
    let ErrorReport {
        kind,
        exit,
        error,
        because,
        hints,
        rows,
    } = error_report;
    let mut object = serde_json::json!({ "kind": kind, "exit": exit.code(), "error": error, "because": because, "hints": hints });
    if let (false, Some(object)) = (rows.is_empty(), object.as_object_mut()) {
        object.insert("rows".to_owned(), rows.clone().into());
    }
    escape::json(&object.to_string())
}
