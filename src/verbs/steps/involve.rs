//! `seinhuis involve`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Let one more organisation read and add
///
/// The owner stays. Those involved read what was written and can reply.
///
/// Example: seinhuis involve K7M4 --organisation schuldhulp-waterdam
#[derive(Debug, Args)]
pub struct Involve {
    /// The signal's number, or the first four characters of it
    #[arg(value_name = "SIGNAL")]
    id: String,
    /// The organisation that may read and add
    #[arg(long, short, value_name = "ORGANISATION")]
    organisation: String,
}

impl Involve {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let organisation = context.organisation("--organisation", &self.organisation)?;
        steps::take(context, &self.id, Command::Involve { organisation })
    }
}
