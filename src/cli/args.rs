//! What can be typed. The doc comments are the English help; nl.ftl holds the Dutch.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand};

use super::commands;
use crate::domain::codes::Choice;

/// Route a signal about a household to who owns the follow-up, and hear what became of it.
#[derive(Debug, Parser)]
#[command(name = "seinhuis", version, disable_help_subcommand = true, max_term_width = 100)]
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

/// The verbs.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "each verb is documented where it lives: its doc comment is its help")]
pub enum Verb {
    #[command(visible_alias = "meld")]
    Report(commands::report::Report),
    #[command(visible_alias = "lijst")]
    List(commands::list::List),
    #[command(visible_alias = "terugkoppelen")]
    Feedback(commands::feedback::Feedback),
    #[command(visible_alias = "bevestigen")]
    Confirm(commands::confirm::Confirm),
    #[command(visible_alias = "wie")]
    Route(commands::route::Route),
    #[command(visible_alias = "toon")]
    Show(commands::show::Show),
    #[command(visible_alias = "oppakken")]
    Accept(commands::accept::Accept),
    #[command(visible_alias = "afwijzen")]
    Decline(commands::decline::Decline),
    #[command(visible_alias = "overdragen")]
    Transfer(commands::transfer::Transfer),
    #[command(visible_alias = "betrekken")]
    Involve(commands::involve::Involve),
    #[command(visible_alias = "vraag")]
    Ask(commands::ask::Ask),
    #[command(visible_alias = "antwoord")]
    Reply(commands::reply::Reply),
    #[command(visible_alias = "aanpassen")]
    Amend(commands::amend::Amend),
    #[command(visible_alias = "klopt-niet")]
    Reject(commands::reject::Reject),
    #[command(visible_alias = "heropenen")]
    Reopen(commands::reopen::Reopen),
    #[command(visible_alias = "intrekken")]
    Withdraw(commands::withdraw::Withdraw),
    #[command(visible_alias = "toewijzen")]
    Assign(commands::assign::Assign),
    #[command(visible_alias = "omleiden")]
    Reroute(commands::reroute::Reroute),
    #[command(visible_alias = "overzicht")]
    Overview(commands::overview::ShowOverview),
    #[command(visible_alias = "sluiten")]
    Close(commands::close::Close),
    #[command(visible_alias = "kaart")]
    Map(commands::map::Map),
    #[command(visible_alias = "inlezen")]
    Import(commands::import::Import),
    Register(commands::register::Register),
    #[command(visible_alias = "alarmeren")]
    Escalate(commands::escalate::Escalate),
    #[command(visible_alias = "uitvoer")]
    Export(commands::export::Export),
    #[command(visible_alias = "instellingen")]
    Config(commands::config::Config),
    #[command(visible_alias = "aanvullen")]
    Completions(commands::completions::Completions),
    #[command(visible_alias = "handleiding")]
    Man(commands::man::Manual),
}

/// The groups of the first help page: who uses what, with the verbs of most days first.
pub const GROUPS: &[(&str, &[&str])] = &[
    ("help-group-daily", &["report", "list", "feedback", "confirm"]),
    (
        "help-group-professional",
        &["show", "route", "accept", "decline", "transfer", "involve", "ask", "reply", "amend", "reject", "reopen", "withdraw"],
    ),
    ("help-group-coordinator", &["assign", "reroute", "close", "overview"]),
    ("help-group-it", &["map", "escalate", "import", "export", "register", "config", "completions", "man"]),
];

/// Reads one of the codes of a choice; the help lists them.
#[must_use]
pub fn choice<C: Choice + Send + Sync>() -> impl TypedValueParser<Value = C> {
    PossibleValuesParser::new(C::ALL.iter().map(|choice| choice.code()))
        .try_map(|code| C::from_code(&code).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidInput)))
}
