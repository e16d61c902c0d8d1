//! `seinhuis ask`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::WordsInput;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Put a question to the sender
///
/// The clock of the promise runs on. Those involved can be asked too, with --of.
///
/// Example: seinhuis ask K7M4 "Is the family at home in the mornings?"
#[derive(Debug, Args)]
pub struct Ask {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// Whom to ask, when not the sender
    #[arg(long, value_name = "ORGANISATION")]
    of: Option<String>,
    /// Open the editor for the question
    #[arg(long)]
    edit: bool,
    /// The question; - reads standard input
    #[arg(value_name = "QUESTION")]
    question: Option<String>,
}

impl Ask {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let of = context.optional_organisation("--of", self.of.as_deref())?;
        let question = WordsInput {
            option: "QUESTION",
            typed: self.question,
            edit: self.edit,
            question: "prompt-question",
        };
        steps::take_in_words(context, &self.id, question, |_, question| Command::Ask {
            of: of.clone(),
            question,
        })
    }
}
