//! One file per verb: its doc comment is its help, then what it takes, then what it does.

pub mod completions;
pub mod config;
pub mod escalate;
pub mod export;
pub mod facts;
pub mod filter_args;
pub mod import;
pub mod list;
pub mod man;
pub mod map;
pub mod overview;
pub mod questions;
pub mod register;
pub mod report;
pub mod reroute;
pub mod route;
pub mod show;
pub mod steps;

#[cfg(test)]
mod tests;

use clap::{Args, Command, Subcommand};

use crate::context::Context;
use crate::errors::cli_error::CliError;
use crate::output::answer::Answer;

/// Writes the verbs down once: for clap, which is told of all of them, for who types one of them, and for what each does.
macro_rules! verbs {
    ($($verb:ident($typed:ty) $(= $dutch:literal)?,)*) => {
        /// The verbs.
        #[derive(Debug, Subcommand)]
        pub enum Verb {
            $($(#[command(visible_alias = $dutch)])? $verb($typed),)*
        }

        /// Each verb as it is written above, its Dutch name, and what gives a command its options.
        pub const VERBS: &[(&str, &[&str], fn(Command) -> Command)] =
            &[$((stringify!($verb), &[$($dutch)?], <$typed as Args>::augment_args),)*];

        /// Does what was typed.
        ///
        /// # Errors
        /// Whatever stands in the way; then nothing was recorded, unless the error says that this is
        /// not known.
        pub fn run(verb: Verb, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
            match verb {
                $(Verb::$verb(typed) => typed.run(context),)*
            }
        }
    };
}

verbs! {
    Report(report::ReportArgs) = "meld",
    List(list::List) = "lijst",
    Feedback(steps::feedback::Feedback) = "terugkoppelen",
    Confirm(steps::confirm::Confirm) = "bevestigen",
    Route(route::Route) = "wie",
    Show(show::Show) = "toon",
    Accept(steps::accept::Accept) = "oppakken",
    Decline(steps::decline::Decline) = "afwijzen",
    Transfer(steps::transfer::Transfer) = "overdragen",
    Involve(steps::involve::Involve) = "betrekken",
    Ask(steps::ask::Ask) = "vraag",
    Reply(steps::reply::Reply) = "antwoord",
    Amend(steps::amend::Amend) = "aanpassen",
    Reject(steps::reject::Reject) = "klopt-niet",
    Reopen(steps::reopen::Reopen) = "heropenen",
    Withdraw(steps::withdraw::Withdraw) = "intrekken",
    Assign(steps::assign::Assign) = "toewijzen",
    Reroute(reroute::Reroute) = "omleiden",
    Overview(overview::ShowOverview) = "overzicht",
    Close(steps::close::Close) = "sluiten",
    Map(map::Map) = "kaart",
    Import(import::Import) = "inlezen",
    Register(register::RegisterTasks),
    Escalate(escalate::Escalate) = "alarmeren",
    Export(export::Export) = "uitvoer",
    Config(config::Config) = "instellingen",
    Completions(completions::Completions) = "aanvullen",
    Man(man::Manual) = "handleiding",
}

/// The groups of the first help page: who uses what, with the verbs of most days first.
pub const GROUPS: &[(&str, &[&str])] = &[
    (
        "help-group-daily",
        &["report", "list", "feedback", "confirm"],
    ),
    (
        "help-group-professional",
        &[
            "show", "route", "accept", "decline", "transfer", "involve", "ask", "reply", "amend",
            "reject", "reopen", "withdraw",
        ],
    ),
    (
        "help-group-coordinator",
        &["assign", "reroute", "close", "overview"],
    ),
    (
        "help-group-it",
        &[
            "map",
            "escalate",
            "import",
            "export",
            "register",
            "config",
            "completions",
            "man",
        ],
    ),
];
