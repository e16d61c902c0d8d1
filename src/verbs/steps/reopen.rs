//! `seinhuis reopen`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::WordsInput;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

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
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let reason = WordsInput::reason(self.reason, self.edit);
        steps::take_in_words(context, &self.id, reason, |reason| Command::Reopen {
            reason,
        })
    }
}
