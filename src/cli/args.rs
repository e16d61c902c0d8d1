//! What can be typed. The doc comments are the English help; nl.ftl holds the Dutch.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Command, Parser, Subcommand};

use super::commands;
use crate::domain::codes::Choice;

/// Route a signal about a household to who owns the follow-up, and hear what became of it.
#[derive(Debug, Parser)]
#[command(
    name = "seinhuis",
    version,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub struct Cli {
    /// The options that every command takes.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The options that every command takes.
#[derive(Debug, Default, Args)]
pub struct Global {
    /// The map: a YAML file, or a folder of them
    #[arg(long, global = true, value_name = "PATH")]
    pub routes: Option<PathBuf>,
    /// The register: where signals are kept
    #[arg(long, global = true, value_name = "FILE")]
    pub register: Option<PathBuf>,
    /// The organisation that you work for
    #[arg(long = "as", global = true, value_name = "ORGANISATION")]
    pub acting_as: Option<String>,
    /// How the answer is written: table, json, jsonl or csv
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<String>,
    /// The language of the screen: nl or en
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<String>,
    /// Colour: auto, never or always
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<String>,
    /// No colour
    #[arg(long, global = true, action = ArgAction::SetTrue)]
    pub no_color: bool,
    /// Say nothing but the answer and errors
    #[arg(long, short, global = true, action = ArgAction::SetTrue)]
    pub quiet: bool,
    /// Never ask, also at a terminal
    #[arg(long, global = true, action = ArgAction::SetTrue)]
    pub no_input: bool,
}

/// Writes the verbs down once: for clap, which is told of all of them, and for [`with_verb_alone`].
macro_rules! verbs {
    ($($verb:ident($typed:ty) $(= $dutch:literal)?,)*) => {
        /// The verbs.
        #[derive(Debug, Subcommand)]
        #[allow(missing_docs, reason = "each verb is documented where it lives: its doc comment is its help")]
        pub enum Verb {
            $($(#[command(visible_alias = $dutch)])? $verb($typed),)*
        }

        /// Each verb as it is written above, its Dutch name, and what gives a command its options.
        const VERBS: &[(&str, &[&str], fn(Command) -> Command)] =
            &[$((stringify!($verb), &[$($dutch)?], <$typed as Args>::augment_args),)*];
    };
}

verbs! {
    Report(commands::report::Report) = "meld",
    List(commands::list::List) = "lijst",
    Feedback(commands::feedback::Feedback) = "terugkoppelen",
    Confirm(commands::confirm::Confirm) = "bevestigen",
    Route(commands::route::Route) = "wie",
    Show(commands::show::Show) = "toon",
    Accept(commands::accept::Accept) = "oppakken",
    Decline(commands::decline::Decline) = "afwijzen",
    Transfer(commands::transfer::Transfer) = "overdragen",
    Involve(commands::involve::Involve) = "betrekken",
    Ask(commands::ask::Ask) = "vraag",
    Reply(commands::reply::Reply) = "antwoord",
    Amend(commands::amend::Amend) = "aanpassen",
    Reject(commands::reject::Reject) = "klopt-niet",
    Reopen(commands::reopen::Reopen) = "heropenen",
    Withdraw(commands::withdraw::Withdraw) = "intrekken",
    Assign(commands::assign::Assign) = "toewijzen",
    Reroute(commands::reroute::Reroute) = "omleiden",
    Overview(commands::overview::ShowOverview) = "overzicht",
    Close(commands::close::Close) = "sluiten",
    Map(commands::map::Map) = "kaart",
    Import(commands::import::Import) = "inlezen",
    Register(commands::register::Register),
    Escalate(commands::escalate::Escalate) = "alarmeren",
    Export(commands::export::Export) = "uitvoer",
    Config(commands::config::Config) = "instellingen",
    Completions(commands::completions::Completions) = "aanvullen",
    Man(commands::man::Manual) = "handleiding",
}

/// The command line for who typed this verb: it knows no other. `None` when there is no such verb.
///
/// Building the options of all verbs takes longer than what most of them do.
#[must_use]
pub fn with_verb_alone(typed: &str) -> Option<Command> {
    let (name, dutch, with_options) = VERBS
        .iter()
        .find(|(name, dutch, _)| name.eq_ignore_ascii_case(typed) || dutch.contains(&typed))?;
    let verb = with_options(Command::new(name.to_lowercase()).aliases(*dutch));
    Some(Global::augment_args(Command::new("seinhuis")).subcommand(verb))
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

/// Reads one of the codes of a choice; the help lists them.
#[must_use]
pub fn choice<C: Choice + Send + Sync>() -> impl TypedValueParser<Value = C> {
    PossibleValuesParser::new(C::ALL.iter().map(|choice| choice.code())).try_map(|code| {
        C::from_code(&code).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidInput))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn a_verb_alone_takes_what_it_takes_among_all() {
        let taken =
            |command: &Command| format!("{:?}", command.get_arguments().collect::<Vec<_>>());
        let below = |command: &Command| {
            command
                .get_subcommands()
                .map(|below| below.get_name().to_owned())
                .collect::<Vec<_>>()
        };
        let all = Cli::command();
        for verb in all.get_subcommands() {
            for name in [verb.get_name()]
                .into_iter()
                .chain(verb.get_visible_aliases())
            {
                let command = with_verb_alone(name).unwrap();
                assert_eq!(taken(&command), taken(&all));
                let alone = command.find_subcommand(name).unwrap();
                assert_eq!(alone.get_name(), verb.get_name());
                assert_eq!((taken(alone), below(alone)), (taken(verb), below(verb)));
            }
        }
        assert!(with_verb_alone("lists").is_none() && with_verb_alone("--lang").is_none());
    }
}
