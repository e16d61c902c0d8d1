//! `seinhuis reply`

use clap::Args;

use crate::context::Context;
use crate::context::text_input::WordsInput;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Answer a question, or add something to a signal
///
/// Answers the oldest question that waits for you. Without a question it adds what you write.
///
/// Example: seinhuis reply K7M4 "Yes, until eleven"
#[derive(Debug, Args)]
pub struct Reply {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// The number of the question in the story, when several wait
    #[arg(long, value_name = "NUMBER")]
    question: Option<u32>,
    /// Open the editor for the reply
    #[arg(long)]
    edit: bool,
    /// The reply; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl Reply {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let question = self.question;
        let words = WordsInput::words(self.words, self.edit, "prompt-reply");
        steps::take_in_words(context, &self.id, words, |_, words| Command::Reply {
            question,
            words,
        })
    }
}
