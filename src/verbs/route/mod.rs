//! `seinhuis route`

use clap::Args;

use crate::context::Context;
use crate::domain::time::Moment;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;
use crate::output::emergency;
use crate::routing::decide;
use crate::verbs::facts::FactsArgs;
use crate::verbs::report::answer::ReportView;

/// Say who would own a signal, and record nothing
///
/// Without --as, only what is open to every sender counts.
///
/// Example: seinhuis route --topic parenting --age 0 --area 3012
#[derive(Debug, Args)]
pub struct Route {
    #[command(flatten)]
    facts: FactsArgs,
    /// At another moment than now: 2026-11-28T22:00
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

impl Route {
    /// # Errors
    /// A map with faults, or something that the map does not know.
    pub fn run(self, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
        let Self { facts, at } = self;
        let acute = facts.urgency == Some(crate::domain::signal::Urgency::Acute);
        if acute {
            crate::verbs::report::say_emergency(context, facts.age().ok().flatten());
        }
        let map = context.map()?;
        let sender = context
            .settings
            .value("as")
            .is_some()
            .then(|| context.acting_as())
            .transpose()?;
        let read = |typed: String| {
            map.settings()
                .zone
                .read(&typed)
                .map_err(|_| CliError::BadValue {
                    option: "--at",
                    expected: "expected-moment",
                })
        };
        let at: Moment = at.map(read).transpose()?.unwrap_or(context.now);
        let facts = facts.facts(context, sender)?;
        let decision = decide(map, &facts, at);
        let offer = decision.offer();
        let lines = emergency::of(map, acute, facts.age, at);
        Ok(Box::new(ReportView {
            id: None,
            already: false,
            at,
            offer,
            why: decision.why,
            map_digest: map.settings().digest.clone(),
            emergency: lines,
            map,
            receipt: None,
        }))
    }
}
