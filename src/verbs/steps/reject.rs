//! `seinhuis reject`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::WordsInput;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Say that the feedback is not right
///
/// The owner takes the signal up again, with a new promise to you.
///
/// Example: seinhuis reject K7M4 "Nobody has been in touch with the family"
#[derive(Debug, Args)]
pub struct Reject {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// Open the editor for the words
    #[arg(long)]
    edit: bool,
    /// What is not right; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl Reject {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let words = WordsInput::words(self.words, self.edit, "prompt-reject");
        steps::take_in_words(context, &self.id, words, |now, words| Command::Reject {
            words,
            instead: now.owner_instead(),
        })
    }
}
