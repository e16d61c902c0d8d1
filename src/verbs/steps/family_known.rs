//! `seinhuis family-known`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Say that the owner knows which family a signal is about
///
/// The register holds no names: the owner hears by phone which family it is. Until then that is the
/// owner's next step. The owner says so, or the sender who told them.
///
/// Example: seinhuis family-known K7M4
#[derive(Debug, Args)]
pub struct FamilyKnown {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
}

impl FamilyKnown {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        steps::take(context, &self.id, Command::FamilyKnown)
    }
}
