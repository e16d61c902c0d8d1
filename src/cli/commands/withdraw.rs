//! `seinhuis withdraw`

use clap::Args;

use super::step;
use crate::cli::cli_error::CliError;
use crate::cli::context::Context;
use crate::cli::text_input::Needed;
use crate::domain::lifecycle::Command;
use crate::render::answer::Answer;

/// Take a signal back that you sent
///
/// For a signal that is not answered yet. The reason stays in the story.
///
/// Example: seinhuis withdraw K7M4 "Sent twice"
#[derive(Debug, Args)]
pub struct Withdraw {
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

impl Withdraw {
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
        step::take_in_words(context, &id, reason, |reason| Command::Withdraw { reason })
    }
}
