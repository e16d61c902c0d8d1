//! `seinhuis accept`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Take a signal on
///
/// You say that your organisation will follow it up. The sender's promise of feedback goes on
/// running.
///
/// Example: seinhuis accept K7M4
#[derive(Debug, Args)]
pub struct Accept {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
}

impl Accept {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        steps::take(context, &self.id, Command::Accept)
    }
}
