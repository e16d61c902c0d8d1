//! `seinhuis confirm`

use clap::Args;

use crate::context::Context;
use crate::context::text_input;
use crate::domain::lifecycle::Command;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

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
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self { id, words } = self;
        let words = text_input::optional(context, "WORDS", words.as_deref())?;
        steps::take(context, &id, Command::Confirm { words })
    }
}
