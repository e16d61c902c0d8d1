//! `seinhuis close`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

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
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id } = self;
        steps::take(context, &id, Command::Close)
    }
}
