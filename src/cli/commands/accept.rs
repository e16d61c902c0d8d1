//! `seinhuis accept`

use clap::Args;

use super::step;
use crate::cli::cli_error::CliError;
use crate::cli::context::Context;
use crate::domain::lifecycle::Command;
use crate::render::answer::Answer;

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
    /// Does it.
    ///
    /// # Errors
    /// See [`step::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id } = self;
        step::take(context, &id, Command::Accept)
    }
}
