//! `seinhuis reopen`

use clap::Args;

use super::step;
use crate::cli::cli_error::CliError;
use crate::cli::context::Context;
use crate::cli::text_input::Needed;
use crate::domain::lifecycle::Command;
use crate::render::answer::Answer;

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
    /// Does it.
    ///
    /// # Errors
    /// See [`step::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id, edit, reason } = self;
        let reason = Needed {
            option: "REASON",
            typed: reason,
            edit,
            question: "prompt-reason",
        };
        step::take_in_words(context, &id, reason, |reason| Command::Reopen { reason })
    }
}
