//! `seinhuis close`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Close a signal whose feedback the sender never confirmed
///
/// Only when the day to confirm has passed. It stays marked as not confirmed.
///
/// Example: seinhuis close K7M4
#[derive(Debug, Args)]
pub struct Close {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
}

impl Close {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        steps::take(context, &self.id, Command::Close)
    }
}
