//! What went wrong, told: one sentence, its causes, and what to type next.

use crate::exit_code::Exit;

/// An error as it is shown. Never holds text about a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
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
}

impl Complaint {
    /// An error without causes or hints.
    #[must_use]
    pub fn new(kind: &'static str, exit: Exit, error: impl Into<String>) -> Self {
        Self { kind, exit, error: error.into(), because: Vec::new(), hints: Vec::new() }
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
