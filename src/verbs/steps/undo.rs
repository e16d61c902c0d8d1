//! `seinhuis undo`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::{Command, Refusal};
use crate::verbs::{AnswerResult, steps};

/// Undo your own last step with a signal
///
/// Within 24 hours, while nobody else did something with the signal. It stays in the story, crossed
/// out; what you wrote with it nobody else reads any more. Not undone are transfer, family-known,
/// reroute and reopen.
///
/// Example: seinhuis undo K7M4
#[derive(Debug, Args)]
pub struct Undo {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
}

impl Undo {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        steps::take_with(context, &self.id, |now| {
            let step = now.signal.undoable_at(context.now);
            let own = step.filter(|step| now.by.include(&step.by));
            let back = own.and_then(|step| step.gives_back_to(now.signal));
            match back.filter(|owner| now.is_gone(owner)) {
                Some(gone) => Err(Refusal::UndoToWhoIsGone(gone.clone())),
                None => Ok(Command::Undo),
            }
        })
    }
}
