//! `seinhuis reopen`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::Needed;
use crate::domain::lifecycle::Command;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

/// Take a closed signal up again
///
/// The sender gets a new promise.
///
/// Example: seinhuis reopen K7M4 "The help has stopped"
#[derive(Debug, Args)]
pub struct Reopen {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// Open the editor for the reason
    #[arg(long)]
    edit: bool,
    /// Why; - reads standard input
    #[arg(value_name = "REASON")]
    reason: Option<String>,
}

impl Reopen {
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id, edit, reason } = self;
        let reason = Needed {
            option: "REASON",
            typed: reason,
            edit,
            question: "prompt-reason",
        };
        steps::take_in_words(context, &id, reason, |reason| Command::Reopen { reason })
    }
}
