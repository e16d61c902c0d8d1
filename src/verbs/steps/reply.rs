//! `seinhuis reply`

use clap::Args;

use crate::context::text_input::WordsInput;
use crate::context::{Context, signal_id};
use crate::domain::access::AccessLevel;
use crate::domain::event::Event;
use crate::domain::lifecycle::{Command, Refusal};
use crate::domain::signal_id::SignalId;
use crate::errors::cli_error::CliError;
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
        let Self {
            id,
            question,
            edit,
            words,
        } = self;
        let recorded = question
            .map(|number| recorded_question(context, &id, number))
            .transpose()?;
        let words = WordsInput::words(words, edit, "prompt-reply");
        let replied = steps::take_in_words(context, &id, words, |_, words| Command::Reply {
            question: recorded,
            words,
        });
        replied.map_err(|error| match (error, question) {
            (
                CliError::Refused {
                    id,
                    refusal: Refusal::NoSuchQuestion(_),
                    instead: _,
                },
                Some(typed),
            ) => no_such_question(id, typed),
            (error, _) => error,
        })
    }
}

/// The number of the event that asked. A sender who hears the status only has numbers of her own.
fn recorded_question(context: &Context, typed_id: &str, number: u32) -> Result<u32, CliError> {
    let reader = context.reader()?;
    let story = context
        .open_to_read(typed_id)?
        .story(&signal_id(typed_id)?)
        .map_err(|error| steps::not_found(error, typed_id))?;
    let read = story.read_by(&reader);
    if read.level != AccessLevel::OwnText {
        return Ok(number);
    }
    let asked = read.events.iter().find(|event| {
        event.number == number
            && matches!(&event.event, Event::Asked { of } if reader.organisation.include(of))
    });
    asked
        .map(|event| event.recorded)
        .ok_or_else(|| no_such_question(story.case.id, number))
}

fn no_such_question(id: SignalId, number: u32) -> CliError {
    CliError::Refused {
        id,
        refusal: Refusal::NoSuchQuestion(number),
        instead: Vec::new(),
    }
}
