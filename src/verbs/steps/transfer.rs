//! `seinhuis transfer`

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::context::text_input;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Hand a signal over: propose, take, refuse, or end it
///
/// The owner stays the owner until the other organisation takes it. The promise to the sender stays
/// too.
///
/// Example: seinhuis transfer propose K7M4 --to ggz-rijnmeer
#[derive(Debug, Args)]
pub struct Transfer {
    #[command(subcommand)]
    step: TransferStep,
}

#[derive(Debug, Subcommand)]
enum TransferStep {
    /// Ask another organisation to take a signal over
    #[command(visible_alias = "voorstellen")]
    Propose {
        /// The signal's number, or the first four characters of it
        #[arg(value_name = "SIGNAL")]
        id: String,
        /// The organisation that you ask
        #[arg(long, value_name = "ORGANISATION")]
        to: String,
        /// Why; - reads standard input
        #[arg(value_name = "WORDS")]
        words: Option<String>,
    },
    /// Ask no longer
    #[command(visible_alias = "stoppen")]
    End {
        /// The signal's number, or the first four characters of it
        #[arg(value_name = "SIGNAL")]
        id: String,
    },
    /// Take over a signal that was proposed to you
    #[command(visible_alias = "overnemen")]
    Take {
        /// The signal's number, or the first four characters of it
        #[arg(value_name = "SIGNAL")]
        id: String,
    },
    /// Leave a signal that was proposed to you with its owner
    #[command(visible_alias = "weigeren")]
    Refuse {
        /// The signal's number, or the first four characters of it
        #[arg(value_name = "SIGNAL")]
        id: String,
        /// Why; - reads standard input
        #[arg(value_name = "WORDS")]
        words: Option<String>,
    },
}

impl Transfer {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        match self.step {
            TransferStep::Propose { id, to, words } => {
                let to = context.organisation("--to", &to)?;
                let words = text_input::read_optional(context, "WORDS", words.as_deref())?;
                steps::take(context, &id, Command::ProposeTransfer { to, words })
            }
            TransferStep::End { id } => steps::take(context, &id, Command::EndTransfer),
            TransferStep::Take { id } => steps::take(context, &id, Command::TakeTransfer),
            TransferStep::Refuse { id, words } => {
                let words = text_input::read_optional(context, "WORDS", words.as_deref())?;
                steps::take(context, &id, Command::RefuseTransfer { words })
            }
        }
    }
}
