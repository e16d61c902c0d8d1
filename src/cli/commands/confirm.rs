//! `seinhuis confirm`

use clap::Args;

use super::step;
use crate::cli::cli_error::CliError;
use crate::cli::context::Context;
use crate::cli::text_input;
use crate::domain::lifecycle::Command;
use crate::render::answer::Answer;

/// Say that you have seen the feedback and that it is right
///
/// Only this, by the sender, closes a signal in full. Is it not right? Then use reject.
///
/// Example: seinhuis confirm K7M4
#[derive(Debug, Args)]
pub struct Confirm {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// A word back to the owner; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl Confirm {
    /// Does it.
    ///
    /// # Errors
    /// See [`step::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id, words } = self;
        let words = text_input::optional(context, "WORDS", words.as_deref())?;
        step::take(context, &id, Command::Confirm { words })
    }
}
