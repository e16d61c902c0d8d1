//! `seinhuis withdraw`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::verbs::AnswerResult;
use crate::verbs::steps::reason_args::ReasonArgs;

/// Take a signal back that you sent
///
/// For a signal that nobody has taken on yet. Later you say it with reply, and the owner ends it
/// with feedback. The reason stays in the story.
///
/// Example: seinhuis withdraw K7M4 "Sent twice"
#[derive(Debug, Args)]
pub struct Withdraw {
    #[command(flatten)]
    args: ReasonArgs,
}

impl Withdraw {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        self.args
            .take(context, |_, reason| Command::Withdraw { reason })
    }
}
