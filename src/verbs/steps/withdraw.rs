//! `seinhuis withdraw`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::WordsInput;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

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
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let reason = WordsInput::reason(self.reason, self.edit);
        steps::take_in_words(context, &self.id, reason, |reason| Command::Withdraw {
            reason,
        })
    }
}
