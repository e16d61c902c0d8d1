//! Both catalogues say the same, nothing more and nothing less than the program asks of them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails says so by panicking"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clap::CommandFactory as _;
use common::World;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use seinhuis::cli::commands::completions::Shell;
use seinhuis::cli::{args::Cli, help};
use seinhuis::domain::case::State;
use seinhuis::domain::codes::Choice;
use seinhuis::domain::event::{Basis, Channel, DeclineReason, Level, Outcome};
use seinhuis::domain::lifecycle::{Party, Verb};
use seinhuis::domain::signal::Urgency;
use seinhuis::domain::words::NotNeeded;
use seinhuis::exit_code::Exit;
use seinhuis::register::{Kind as Finding, Part, Sort};
use seinhuis::render::graph::Kind as Picture;
use seinhuis::render::listed::Column;
use seinhuis::render::texts::{Language, Texts};
use seinhuis::routing::check::{Check, Severity};
use seinhuis::routing::criterion::Criterion;
use seinhuis::routing::diff::{ChangeKind, FactKind};
use seinhuis::routing::expectation::Aspect;
use seinhuis::routing::map::Hours;

const NL: &str = include_str!("../src/render/texts/nl.ftl");
const EN: &str = include_str!("../src/render/texts/en.ftl");

/// The keys of a catalogue, each with the variables that its text takes.
fn catalogue(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut keys = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut variables = BTreeSet::new();
                collect(message.value.as_ref().unwrap(), &mut variables);
                let again = keys.insert(message.id.name.to_owned(), variables);
                assert!(again.is_none(), "{} is there twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(term) => panic!("{} is a term: they are not used", term.id.name),
            Entry::Junk { content } => panic!("not readable: {content}"),
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, variables),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, variables);
                    variants
                        .iter()
                        .for_each(|variant| collect(&variant.value, variables));
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        variables.insert(id.name.to_owned());
    }
}

/// `help-*`, which English has in the doc comments of the commands, apart from what both languages
/// say around it.
fn is_help_of_a_command(key: &str, english: &BTreeMap<String, BTreeSet<String>>) -> bool {
    (key == "help" || key.starts_with("help-")) && !english.contains_key(key)
}

#[test]
fn both_catalogues_have_the_same_keys() {
    let (nl, en) = (catalogue(NL), catalogue(EN));
    let only_nl: Vec<&String> = nl
        .keys()
        .filter(|key| !en.contains_key(*key) && !is_help_of_a_command(key, &en))
        .collect();
    let only_en: Vec<&String> = en.keys().filter(|key| !nl.contains_key(*key)).collect();
    assert_eq!((only_nl, only_en), (vec![], vec![]));
}

#[test]
fn every_text_takes_the_same_in_both_languages() {
    let (nl, en) = (catalogue(NL), catalogue(EN));
    let differ: Vec<&String> = en
        .iter()
        .filter(|(key, variables)| nl[*key] != **variables)
        .map(|(key, _)| key)
        .collect();
    // Dutch says "1 keer" and "2 keer", and needs no plural there.
    assert_eq!(differ, Vec::<&String>::new());
}

#[test]
fn late_by_no_working_day_yet_is_said_without_a_number() {
    for (language, late) in [(Language::Nl, "te laat"), (Language::En, "late")] {
        let texts = Texts::new(language);
        let said = |key, days: u32| texts.say(key, &[("day", "D".into()), ("days", days.into())]);
        assert_eq!(
            (said("list-late", 0), said("promise-late", 0)),
            (format!("D, {late}"), format!("({late})"))
        );
        for days in [1, 2] {
            assert!(
                said("list-late", days).starts_with(&format!("D, {days} "))
                    && said("list-late", days).ends_with(late)
            );
        }
    }
}

#[test]
fn a_text_that_chooses_by_another_text_names_what_that_text_says() {
    // `event-reported` looks at what a basis is called.
    for (catalogue, language) in [(NL, Language::Nl), (EN, Language::En)] {
        let rule = Texts::new(language).plain("basis-rule");
        let message = catalogue
            .split("\nevent-reported = ")
            .nth(1)
            .and_then(|rest| rest.split("\nevent-").next())
            .unwrap();
        assert!(
            message.contains(&format!("    [{rule}] ")),
            "event-reported does not know {rule}"
        );
    }
}

// ---- What the source asks for ----

/// The string literals of the source, tests apart.
fn literals() -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        for file in std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
        {
            if file.is_dir() {
                walk(&file, found);
            } else if file.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(&file).unwrap();
                let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
                let code = source
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"));
                found.extend(
                    code.flat_map(|line| line.split('"').skip(1).step_by(2))
                        .map(str::to_owned),
                );
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    found
}

/// The keys that the source puts together from a prefix and a code.
fn put_together() -> BTreeSet<String> {
    fn of<C: Choice>(prefix: &str) -> Vec<String> {
        C::ALL
            .iter()
            .map(|choice| format!("{prefix}-{}", choice.code()))
            .collect()
    }
    let listed = |prefix: &str, codes: &[&str]| {
        codes
            .iter()
            .map(|code| format!("{prefix}-{code}"))
            .collect::<Vec<_>>()
    };
    let months: Vec<String> = (1..=12)
        .flat_map(|month| [format!("month-{month}"), format!("month-short-{month}")])
        .collect();
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let all = [
        of::<State>("state"),
        of::<Basis>("basis"),
        of::<Urgency>("urgency"),
        of::<Urgency>("prompt-urgency"),
        of::<Hours>("hours"),
        of::<Criterion>("criterion"),
        of::<Criterion>("limit"),
        of::<Picture>("picture"),
        of::<Shell>("shell"),
        listed("form", &["csv", "jsonl"]),
        Exit::ALL
            .iter()
            .map(|exit| format!("man-exit-{}", exit.code()))
            .collect(),
        of::<DeclineReason>("decline"),
        of::<Outcome>("outcome"),
        of::<Channel>("channel"),
        of::<Party>("party"),
        of::<NotNeeded>("not-needed"),
        of::<Severity>("severity"),
        of::<Severity>("check-count"),
        of::<Check>("check-ensures"),
        of::<Finding>("finding"),
        of::<ChangeKind>("diff-kind"),
        of::<Level>("diff-level"),
        of::<Basis>("diff-open-moves"),
        of::<FactKind>("fact"),
        of::<Verb>("step"),
        of::<Verb>("next"),
        of::<Column>("column"),
        of::<Sort>("order"),
        listed(
            "waits",
            &[
                "accept",
                "assign",
                "feedback",
                "transfer-take",
                "reply",
                "confirm",
                "close",
            ],
        ),
        of::<Aspect>("aspect"),
        of::<Level>("level"),
        listed("tested-gave-way", &["to-priority", "to-narrower"]),
        // What was said in a step has no label.
        of::<Part>("part")
            .into_iter()
            .filter(|key| key != "part-said")
            .collect(),
        listed("weekday", &days),
        listed("weekday-short", &days),
        listed("near", &["limit", "unknown", "not-yet", "lapsed"]),
        listed("config-source", &["flag", "variable", "file", "default"]),
        listed("step", &["feedback-status-only"]),
        listed("event", &event_codes()),
        listed(
            "refused",
            &codes_in("src/render/complaints/refusal.rs", "told(\""),
        ),
        codes_in("src/render/complaints/register.rs", "\"register-")
            .iter()
            .flat_map(|code| [format!("register-{code}"), format!("register-{code}-hint")])
            .collect(),
        value_names(),
        months,
    ];
    all.into_iter().flatten().collect()
}

/// What stands between `before` and the next quotation mark, in the code of this file.
fn codes_in(file: &str, before: &str) -> Vec<&'static str> {
    let source: &'static str =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
            .unwrap()
            .leak();
    let code = source.split("#[cfg(test)]").next().unwrap();
    code.split(before)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

/// The codes of what can happen to a signal.
fn event_codes() -> Vec<&'static str> {
    let source = include_str!("../src/domain/event.rs");
    let code = source.split("pub fn code(&self)").nth(1).unwrap();
    code.split("=> \"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

/// How the help calls what stands behind an option.
fn value_names() -> Vec<String> {
    let mut names = Vec::new();
    walk_commands(&Cli::command(), "help", &mut |command, _| {
        let takes = command
            .get_arguments()
            .filter(|arg| arg.get_action().takes_values());
        let shown = takes.filter_map(|arg| arg.get_value_names()?.first().map(ToString::to_string));
        names.extend(shown.map(|name| format!("value-{}", name.to_lowercase())));
    });
    names
}

#[test]
fn every_key_that_the_source_puts_together_is_there() {
    let nl = catalogue(NL);
    let missing: Vec<String> = put_together()
        .into_iter()
        .filter(|key| !nl.contains_key(key))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_that_the_source_names_is_there() {
    const FAMILIES: [&str; 25] = [
        "error-",
        "hint-",
        "prompt-",
        "usage-",
        "label-",
        "expected-",
        "promise-",
        "plainly-",
        "io-",
        "because-",
        "status-",
        "list-",
        "show-",
        "help-",
        "yaml-",
        "limits-",
        "near-",
        "emergency-",
        "report-",
        "route-",
        "contact-",
        "age-",
        "tested-",
        "cases-",
        "coverage-",
    ];
    // Codes of the domain that look like keys.
    const CODES: [&str; 5] = [
        "help-started",
        "status-only",
        "cases-missing",
        "cases-unreadable",
        "cases-invalid",
    ];
    let nl = catalogue(NL);
    let looks_like_a_key = |text: &&String| {
        FAMILIES
            .iter()
            .any(|family| text.len() > family.len() && text.starts_with(family))
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !text.ends_with('-')
    };
    let literals = literals();
    let missing: Vec<&String> = literals
        .iter()
        .filter(looks_like_a_key)
        .filter(|key| !nl.contains_key(*key) && !CODES.contains(&key.as_str()))
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn every_key_of_the_catalogue_is_used() {
    let (literals, put_together, help, en) = (
        literals(),
        put_together(),
        keys_of_the_help(),
        catalogue(EN),
    );
    let surplus: Vec<String> = catalogue(NL)
        .into_keys()
        .filter(|key| !literals.contains(key) && !put_together.contains(key))
        .filter(|key| !(is_help_of_a_command(key, &en) && help.contains(key)))
        .collect();
    assert_eq!(surplus, Vec::<String>::new());
}

// ---- The help ----

fn walk_commands(command: &clap::Command, key: &str, each: &mut impl FnMut(&clap::Command, &str)) {
    each(command, key);
    for below in command.get_subcommands() {
        walk_commands(below, &format!("{key}-{}", below.get_name()), each);
    }
}

/// The keys under which the Dutch help must stand.
fn keys_of_the_help() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    walk_commands(&Cli::command(), "help", &mut |command, key| {
        keys.insert(key.to_owned());
        if command.get_long_about().is_some() {
            keys.insert(format!("{key}-more"));
        }
        for arg in command
            .get_arguments()
            .filter(|arg| !["help", "version"].contains(&arg.get_id().as_str()))
        {
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
    let grouped: Vec<&str> = seinhuis::cli::args::GROUPS
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
    let world = World::new().lang(language);
    let mut paths = Vec::new();
    walk_commands(&Cli::command(), "help", &mut |_, key| {
        paths.push(
            key.trim_start_matches("help")
                .trim_start_matches('-')
                .to_owned(),
        )
    });
    let page = |path: String| {
        let words = path
            .split('-')
            .filter(|word| !word.is_empty())
            .chain(["--help"]);
        let run = world.run(words);
        run.exit(0).no_talk();
        (path, run.out)
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
    world.run(["lijst"]).exit(0).said("K7M4-Q2X8");
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

#[test]
fn the_language_is_the_option_then_the_variable_then_the_file_then_the_locale() {
    let neither = || World::new().without("SEINHUIS_LANG");
    neither()
        .with("LANG", "nl_NL.UTF-8")
        .run(["map", "check"])
        .said("De kaart");
    neither()
        .with("LANG", "de_DE.UTF-8")
        .run(["map", "check"])
        .said("The map");
    neither()
        .with("LANG", "nl_NL.UTF-8")
        .config("lang: en")
        .run(["map", "check"])
        .said("The map");
    neither()
        .config("lang: en")
        .with("SEINHUIS_LANG", "nl")
        .run(["map", "check"])
        .said("De kaart");
    World::new()
        .lang("nl")
        .run(["map", "check", "--lang", "en"])
        .said("The map");
}

#[test]
fn no_sentence_lacks_what_it_takes() {
    // Fluent shows a variable that it was not given as {$name}.
    let world = World::new().lang("nl").reported();
    for (organisation, arguments) in [
        ("jgz-waterdam", &["toon", "K7M4"][..]),
        ("jgz-waterdam", &["vraag", "K7M4", "x"]),
        ("kraamzorg-de-wieg", &["antwoord", "K7M4", "x"]),
    ] {
        world
            .run_as(organisation, arguments)
            .exit(0)
            .never_shows("{");
    }
}
