//! `seinhuis reopen`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::verbs::AnswerResult;
use crate::verbs::steps::reason_args::ReasonArgs;

/// Take a closed signal up again
///
/// The sender gets a new promise.
///
/// Example: seinhuis reopen K7M4 "The help has stopped"
#[derive(Debug, Args)]
pub struct Reopen {
    #[command(flatten)]
    args: ReasonArgs,
}

impl Reopen {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        self.args.take(context, |now, reason| Command::Reopen {
            reason,
            instead: now.owner_instead(),
        })
    }
}
