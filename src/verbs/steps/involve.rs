//! `seinhuis involve`

use clap::Args;

use crate::context::Context;
use crate::domain::lifecycle::Command;
use crate::verbs::{AnswerResult, steps};

/// Let one more organisation read and add, or no longer
///
/// The owner stays. Those involved read what was written and can reply. With --end they read it no
/// longer, unless they wrote something.
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
    /// They read it no longer
    #[arg(long)]
    end: bool,
}

impl Involve {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let organisation = context.organisation("--organisation", &self.organisation)?;
        let command = if self.end {
            Command::Uninvolve { organisation }
        } else {
            Command::Involve { organisation }
        };
        steps::take(context, &self.id, command)
    }
}
