//! What `reopen` and `withdraw` both take: a signal, and the reason.

use clap::Args;

use crate::context::Context;
use crate::context::text_input::WordsInput;
use crate::domain::lifecycle::Command;
use crate::domain::words::Words;
use crate::verbs::steps::SignalNow;
use crate::verbs::{AnswerResult, steps};

#[derive(Debug, Args)]
pub struct ReasonArgs {
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

impl ReasonArgs {
    /// Takes the step that `command` makes of the reason.
    ///
    /// # Errors
    /// As [`steps::take_in_words`].
    pub fn take(
        self,
        context: &Context,
        command: impl Fn(&SignalNow<'_>, Words) -> Command,
    ) -> AnswerResult<'static> {
        let reason = WordsInput::reason(self.reason, self.edit);
        steps::take_in_words(context, &self.id, reason, command)
    }
}
