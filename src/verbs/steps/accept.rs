//! `seinhuis accept`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

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
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id } = self;
        steps::take(context, &id, Command::Accept)
    }
}
