//! `seinhuis decline`

use clap::Args;

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::context::text_input;
use crate::domain::event::DeclineReason;
use crate::domain::lifecycle::{Command, Refusal};
use crate::verbs::{AnswerResult, steps};

/// Say that a signal is not for you, and for whom it is
///
/// It never ends there: it goes to the organisation that you suggest. Without a suggestion, or when
/// it is declined for the second time, the coordinator decides. Of a signal that several claim you
/// say that you do not claim it; then you suggest nobody.
///
/// Example: seinhuis decline K7M4 --reason other-area --to cjg-veenbroek
#[derive(Debug, Args)]
pub struct Decline {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// Why
    #[arg(long, value_name = "REASON", value_parser = choice_parser::<DeclineReason>())]
    reason: DeclineReason,
    /// The organisation that should own it; leave it out when you do not know
    #[arg(long, value_name = "ORGANISATION")]
    to: Option<String>,
    /// A word of explanation for the next owner; - reads standard input
    #[arg(value_name = "WORDS")]
    words: Option<String>,
}

impl Decline {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let reason = self.reason;
        let suggested = context.optional_organisation("--to", self.to.as_deref())?;
        let words = text_input::read_optional(context, "WORDS", self.words.as_deref())?;
        steps::take_with(context, &self.id, |now| {
            let claims = now.signal.claimants().any(|one| now.by.include(one));
            match (claims, suggested) {
                (true, Some(_)) => Err(Refusal::ClaimantSuggests),
                (true, None) => Ok(Command::DeclineClaim { reason, words }),
                (false, suggested) => Ok(Command::Decline {
                    reason,
                    suggested,
                    words,
                }),
            }
        })
    }
}
