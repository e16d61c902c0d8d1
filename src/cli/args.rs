//! The command line. The doc comments are the English help; nl.ftl holds the Dutch.

use clap::{Args as _, Command, Parser};

use crate::context::args::Global;
use crate::verbs::{VERBS, VerbArgs};

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
    pub verb: VerbArgs,
}

/// The command line with this verb only; `None` when there is no such verb.
///
/// Building the options of all verbs takes longer than most verbs run.
#[must_use]
pub fn with_verb_alone(typed: &str) -> Option<Command> {
    let (name, dutch, with_options) = VERBS
        .iter()
        .map(|(name, dutch, with_options)| (with_hyphens(name), dutch, with_options))
        .find(|(name, dutch, _)| name == typed || dutch.contains(&typed))?;
    let verb = with_options(Command::new(name).aliases(*dutch));
    Some(Global::augment_args(Command::new("seinhuis")).subcommand(verb))
}

/// `family-known` of `FamilyKnown`, as clap writes it.
fn with_hyphens(name: &str) -> String {
    let mut typed = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !typed.is_empty() {
            typed.push('-');
        }
        typed.push(letter.to_ascii_lowercase());
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    fn taken(command: &Command) -> String {
        format!("{:?}", command.get_arguments().collect::<Vec<_>>())
    }

    fn below(command: &Command) -> Vec<&str> {
        command
            .get_subcommands()
            .map(|below| below.get_name())
            .collect()
    }

    #[test]
    fn a_verb_alone_takes_what_it_takes_among_all() {
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
