//! The keys that the source asks for, and those of the catalogue.

use std::path::Path;

use seinhuis::cli::args::Cli;
use seinhuis::domain::codes::CodeEnum;
use seinhuis::domain::discussed::Consent;
use seinhuis::domain::event::{Basis, Channel, DeclineReason, EventKind, Informed, Level, Outcome};
use seinhuis::domain::lifecycle::{Party, Verb};
use seinhuis::domain::signal::Urgency;
use seinhuis::domain::signal_state::State;
use seinhuis::domain::words::NotNeeded;
use seinhuis::exit_code::Exit;
use seinhuis::map_analysis::check::{Check, Severity};
use seinhuis::map_analysis::compare::{ChangeKind, FactKind};
use seinhuis::map_analysis::expectation::Aspect;
use seinhuis::register::{FindingKind as Finding, Part, Sort};
use seinhuis::routing::ages::AgeSubject;
use seinhuis::routing::criterion::Criterion;
use seinhuis::routing::handover::HandoverWay;
use seinhuis::routing::map::Hours;
use seinhuis::verbs::completions::Shell;
use seinhuis::verbs::list::answer::Column;
use seinhuis::verbs::map::graph::answer::PictureKind;

use super::help::{keys_of_the_help, walk_commands};
use super::*;

/// The string literals of the source, tests apart.
fn literals() -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        for file in std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
        {
            if file.ends_with("tests") {
                continue;
            }
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
    fn of<C: CodeEnum>(prefix: &str) -> Vec<String> {
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
    let ages = AgeSubject::ALL.iter().flat_map(|subject| {
        [
            format!("{subject}-unknown"),
            format!("region-{subject}-known"),
            format!("region-or-{subject}-unknown"),
        ]
    });
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
        of::<PictureKind>("picture"),
        of::<Shell>("shell"),
        listed("form", &["csv", "jsonl"]),
        Exit::ALL
            .iter()
            .map(|exit| format!("man-exit-{}", exit.code()))
            .collect(),
        of::<DeclineReason>("decline"),
        of::<Outcome>("outcome"),
        of::<Informed>("outcome"),
        of::<Consent>("consent"),
        listed("prompt", &["why-not-discussed", "why-without-consent"]),
        of::<Channel>("channel"),
        of::<Party>("party"),
        of::<NotNeeded>("not-needed"),
        of::<Severity>("severity"),
        of::<Severity>("check-count"),
        of::<Check>("check-ensures"),
        of::<Finding>("finding"),
        of::<ChangeKind>("diff-kind"),
        of::<Level>("diff-level"),
        of::<HandoverWay>("handover-way"),
        of::<HandoverWay>("graph-handover"),
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
                "transfer-end",
                "family-known",
                "reply",
                "confirm",
                "close",
            ],
        ),
        of::<Aspect>("aspect"),
        of::<Level>("level"),
        of::<Criterion>("tested-but-for"),
        listed("tested-gave-way", &["to-priority", "to-narrower"]),
        // What was said in a step has no label.
        of::<Part>("part")
            .into_iter()
            .filter(|key| key != "part-said")
            .collect(),
        listed("weekday", &days),
        listed("weekday-short", &days),
        listed("near", &["limit", "unknown", "not-yet", "lapsed"]),
        listed(
            "config-source",
            &["flag", "variable", "file", "folder", "default"],
        ),
        listed("step", &["feedback-status-only"]),
        of::<EventKind>("event"),
        EventKind::ALL
            .iter()
            .filter(|kind| kind.is_undoable())
            .map(|kind| format!("undone-{}", kind.code()))
            .collect(),
        codes_in("src/errors/register.rs", "=> \"")
            .iter()
            .flat_map(|kind| [(*kind).to_owned(), format!("{kind}-hint")])
            .collect(),
        value_names(),
        ages.collect(),
        months,
    ];
    all.into_iter().flatten().collect()
}

/// What stands between `before` and the next quotation mark, in the code of this file. The lines are
/// joined: an argument may stand on a line of its own.
fn codes_in(file: &str, before: &str) -> Vec<&'static str> {
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let code = source.split("#[cfg(test)]").next().unwrap();
    let joined: &'static str = code.lines().map(str::trim).collect::<String>().leak();
    joined
        .split(before)
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
    const FAMILIES: [&str; 26] = [
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
        "refused-",
    ];
    // Codes of the domain that look like keys.
    const CODES: [&str; 7] = [
        "contact-missing",
        "contact-unknown",
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
