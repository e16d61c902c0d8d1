//! `seinhuis confirm`

use clap::Args;

use crate::context::Context;
use crate::context::text_input;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

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
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let words = text_input::read_optional(context, "WORDS", self.words.as_deref())?;
        steps::take(context, &self.id, Command::Confirm { words })
    }
}
