//! `seinhuis ask`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::Needed;
use crate::domain::lifecycle::Command;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

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
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self {
            id,
            of,
            edit,
            question,
        } = self;
        let of = of.map(|of| context.organisation("--of", &of)).transpose()?;
        let question = Needed {
            option: "QUESTION",
            typed: question,
            edit,
            question: "prompt-question",
        };
        steps::take_in_words(context, &id, question, |question| Command::Ask {
            of: of.clone(),
            question,
        })
    }
}
