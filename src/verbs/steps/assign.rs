//! `seinhuis assign`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::WordsInput;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

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
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let to = context.organisation("--to", &self.to)?;
        let reason = WordsInput::reason(self.reason, self.edit);
        steps::take_in_words(context, &self.id, reason, |_, reason| Command::Assign {
            to: to.clone(),
            reason,
        })
    }
}
