//! `seinhuis route`

use clap::Args;

use crate::context::Context;
use crate::errors::cli_error::CliError;
use crate::routing::decide;
use crate::verbs::facts::FactsArgs;
use crate::verbs::report::answer::ReportView;
use crate::verbs::{AnswerResult, emergency};

/// Say who would own a signal, and record nothing
///
/// Without --as, only what is open to every sender counts.
///
/// Example: seinhuis route --topic parenting --age 0 --area 3012
#[derive(Debug, Args)]
pub struct Route {
    #[command(flatten)]
    facts: FactsArgs,
    /// At another moment than now: 2026-11-28T22:00. A day alone is within office hours, if it has any
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

impl Route {
    pub fn run(self, context: &Context) -> AnswerResult<'_> {
        let Self { facts, at } = self;
        emergency::show_typed_lines(context, &facts);
        let map = context.map()?;
        let sender = context
            .settings
            .value("as")
            .is_some()
            .then(|| context.acting_as())
            .transpose()?;
        let at = match at {
            Some(typed) => map.read_moment(&typed).map_err(|_| CliError::BadValue {
                option: "--at",
                hint_key: "expected-moment",
            })?,
            None => context.now,
        };
        let facts = facts.facts(context, sender, at)?;
        let decision = decide(map, &facts, at);
        Ok(Box::new(ReportView::new(map, &facts, decision, at)))
    }
}
