//! `seinhuis assign`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::Needed;
use crate::domain::lifecycle::Command;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::verbs::steps;

/// Decide who owns a signal (coordinator)
///
/// For a gap, a dispute, or a signal that was declined twice. The organisation is offered the
/// signal and says whether it takes it on; the promise to the sender stays.
///
/// Example: seinhuis assign K7M4 --to cjg-waterdam "Agreed by phone with both"
#[derive(Debug, Args)]
pub struct Assign {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// The organisation that is to own it
    #[arg(long, value_name = "ORGANISATION")]
    to: String,
    /// Open the editor for the reason
    #[arg(long)]
    edit: bool,
    /// Why this organisation; - reads standard input
    #[arg(value_name = "REASON")]
    reason: Option<String>,
}

impl Assign {
    /// # Errors
    /// See [`steps::take`].
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer>, CliError> {
        let Self {
            id,
            to,
            edit,
            reason,
        } = self;
        let to = context.organisation("--to", &to)?;
        let reason = Needed {
            option: "REASON",
            typed: reason,
            edit,
            question: "prompt-reason",
        };
        steps::take_in_words(context, &id, reason, |reason| Command::Assign {
            to: to.clone(),
            reason,
        })
    }
}
