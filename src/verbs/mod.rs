//! One file per verb: its help (the doc comment), its arguments, its work.

pub mod completions;
pub mod config;
pub mod emergency;
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

/// What a verb returns.
pub type AnswerResult<'a> = Result<Box<dyn Answer + 'a>, CliError>;

/// The one list of verbs: for clap, for the command line of a single verb, and for running one.
macro_rules! verbs {
    ($($verb:ident($typed:ty) $(= $dutch:literal)?,)*) => {
        /// The verbs.
        #[derive(Debug, Subcommand)]
        pub enum VerbArgs {
            $($(#[command(visible_alias = $dutch)])? $verb($typed),)*
        }

        /// Each verb as written below, its Dutch name, and the function that adds its options.
        pub const VERBS: &[(&str, &[&str], fn(Command) -> Command)] =
            &[$((stringify!($verb), &[$($dutch)?], <$typed as Args>::augment_args),)*];

        /// Runs the verb. After an error nothing was recorded, unless the error says that this is not
        /// known.
        pub fn run(verb: VerbArgs, context: &Context) -> AnswerResult<'_> {
            match verb {
                $(VerbArgs::$verb(typed) => typed.run(context),)*
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
    FamilyKnown(steps::family_known::FamilyKnown) = "gezin-bekend",
    Transfer(steps::transfer::Transfer) = "overdragen",
    Involve(steps::involve::Involve) = "betrekken",
    Ask(steps::ask::Ask) = "vraag",
    Reply(steps::reply::Reply) = "antwoord",
    Amend(steps::amend::Amend) = "aanpassen",
    Heard(steps::heard::HeardArgs) = "gehoord",
    Reject(steps::reject::Reject) = "klopt-niet",
    Reopen(steps::reopen::Reopen) = "heropenen",
    Withdraw(steps::withdraw::Withdraw) = "intrekken",
    Undo(steps::undo::Undo) = "ongedaan",
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

/// The groups of the first help page, by who uses them; daily verbs first.
pub const GROUPS: &[(&str, &[&str])] = &[
    (
        "help-group-daily",
        &["report", "list", "feedback", "confirm"],
    ),
    (
        "help-group-professional",
        &[
            "show",
            "route",
            "accept",
            "decline",
            "family-known",
            "transfer",
            "involve",
            "ask",
            "reply",
            "amend",
            "heard",
            "reject",
            "reopen",
            "withdraw",
            "undo",
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
