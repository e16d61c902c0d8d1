//! The help, in both languages.

use seinhuis::cli::args::Cli;

use seinhuis::cli::help;

use super::*;

pub fn walk_commands(
    command: &clap::Command,
    key: &str,
    each: &mut impl FnMut(&clap::Command, &str),
) {
    each(command, key);
    for below in command.get_subcommands() {
        walk_commands(below, &format!("{key}-{}", below.get_name()), each);
    }
}

/// The keys under which the Dutch help and the Dutch names of options must stand.
pub fn keys_of_the_help() -> BTreeSet<String> {
    let mut keys = BTreeSet::from(["option-help".to_owned(), "option-version".to_owned()]);
    walk_commands(&Cli::command(), "help", &mut |command, key| {
        keys.insert(key.to_owned());
        if command.get_long_about().is_some() {
            keys.insert(format!("{key}-more"));
        }
        for arg in command
            .get_arguments()
            .filter(|arg| !["help", "version"].contains(&arg.get_id().as_str()))
        {
            if let Some(long) = arg.get_long() {
                keys.insert(format!("option-{long}"));
            }
            keys.insert(if arg.is_global_set() {
                format!("help-global-{}", arg.get_id())
            } else {
                format!("{key}--{}", arg.get_id())
            });
        }
    });
    keys
}

#[test]
fn every_command_and_argument_has_dutch_help() {
    let nl = catalogue(NL);
    let missing: Vec<String> = keys_of_the_help()
        .into_iter()
        .filter(|key| !nl.contains_key(key))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_commands_hold_together_in_both_languages() {
    for language in [Language::Nl, Language::En] {
        help::command(&Texts::new(language)).debug_assert();
    }
}

#[test]
fn every_group_of_the_first_page_names_commands_that_are_there_and_none_is_left_out() {
    let commands = Cli::command();
    let grouped: Vec<&str> = seinhuis::verbs::GROUPS
        .iter()
        .flat_map(|(_, names)| names.iter().copied())
        .collect();
    let there: BTreeSet<&str> = commands
        .get_subcommands()
        .map(clap::Command::get_name)
        .collect();
    assert_eq!(grouped.iter().copied().collect::<BTreeSet<_>>(), there);
    assert_eq!(grouped.len(), there.len());
}

/// Every page of the help, with the words that lead to it.
fn pages(language: &str) -> Vec<(String, String)> {
    fn below(command: &clap::Command, words: &[String], found: &mut Vec<Vec<String>>) {
        found.push(words.to_vec());
        for verb in command.get_subcommands() {
            below(
                verb,
                &[words, &[verb.get_name().to_owned()]].concat(),
                found,
            );
        }
    }
    let world = World::new().lang(language);
    let mut paths = Vec::new();
    below(&Cli::command(), &[], &mut paths);
    let page = |path: Vec<String>| {
        let words = path.iter().map(String::as_str).chain(["--help"]);
        let run = world.run(words);
        run.exit(0).no_talk();
        (path.join(" "), run.out)
    };
    paths.into_iter().map(page).collect()
}

#[test]
fn dutch_help_is_dutch() {
    for (path, page) in pages("nl") {
        for english in [
            "Usage",
            "Options",
            "Print",
            "Commands",
            "Arguments",
            "possible values",
            "default:",
            "Example",
            "the ",
            "Show",
        ] {
            assert!(
                !page.contains(english),
                "{path} --help says {english:?}\n{page}"
            );
        }
        assert!(page.contains("Gebruik: seinhuis"), "{page}");
        assert!(
            !page.contains("help--") && !page.contains("value-"),
            "{page}"
        );
    }
}

#[test]
fn the_help_fits_a_hundred_columns() {
    for (path, page) in pages("nl").into_iter().chain(pages("en")) {
        for line in page.lines() {
            assert!(
                line.chars().count() <= 100,
                "{path} --help has a line of {}: {line}",
                line.chars().count()
            );
            assert_eq!(
                line,
                line.trim_end(),
                "{path} --help has spaces at the end of a line"
            );
        }
    }
}

#[test]
fn dutch_verbs_do_what_english_verbs_do() {
    let world = World::new().lang("nl").reported();
    world
        .run_as("jgz-waterdam", ["lijst"])
        .exit(0)
        .said("K7M4-Q2X8");
    world
        .run_as("jgz-waterdam", ["oppakken", "K7M4"])
        .exit(0)
        .said("JGZ Waterdam heeft K7M4-Q2X8 opgepakt.");
    world
        .run_as("jgz-waterdam", ["toon", "K7M4"])
        .exit(0)
        .said("seinhuis terugkoppelen K7M4-Q2X8");
    world
        .run(["hulp", "meld"])
        .exit(0)
        .said("Gebruik: seinhuis meld");
    world
        .run(["--lang", "en", "help", "meld"])
        .exit(0)
        .said("Usage: seinhuis report");
    world.run(["kaart", "controleer"]).exit(0).said("De kaart");
}
