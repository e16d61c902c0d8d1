//! What a shell completes, in the shells themselves and as they ask the program.
#![cfg(unix)]

use std::path::Path;

use crate::common::{PROGRAM, Run, World};
use rstest::rstest;

/// What a shell is told when the last of these words is being typed.
fn asked(world: &World, words: &[&str]) -> Run {
    let mut ask = world.command(PROGRAM, ["--"].iter().chain(words));
    ask.env("SEINHUIS_COMPLETE", "bash")
        .env("_CLAP_IFS", "\n")
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string());
    Run::of(&mut ask, b"")
}

fn completed(world: &World, words: &[&str]) -> Vec<String> {
    let run = asked(world, words);
    run.exit(0).no_talk();
    run.out.lines().map(str::to_owned).collect()
}

#[rstest]
#[case::a_verb(&["seinhuis", "acc"], &["accept"])]
#[case::a_dutch_verb_that_was_begun(&["seinhuis", "oppa"], &["oppakken"])]
#[case::an_option(&["seinhuis", "list", "--ow"], &["--owner"])]
#[case::an_organisation(&["seinhuis", "list", "--owner", "jgz"], &["jgz-waterdam", "jgz-veenbroek"])]
#[case::an_organisation_behind_a_sign(&["seinhuis", "list", "--as=jgz-w"], &["--as=jgz-waterdam"])]
#[case::whom_to_transfer_to(&["seinhuis", "transfer", "propose", "K7M4", "--to", "wijkteam-o"], &["wijkteam-oost"])]
#[case::a_topic(&["seinhuis", "report", "--topic", "parenting/s"], &["parenting/sleep"])]
#[case::a_topic_by_its_name(&["seinhuis", "report", "--topic", "hech"], &["Hechting"])]
#[case::a_name_with_spaces_by_its_code(&["seinhuis", "report", "--topic", "groei e"], &["physical-health/growth"])]
#[case::a_topic_by_another_word(&["seinhuis", "report", "--topic", "Huilb"], &["huilbaby"])]
#[case::a_word_without_its_accent(&["seinhuis", "report", "--topic", "cocai"], &["cocaïne"])]
#[case::an_organisation_by_its_name(&["seinhuis", "list", "--owner", "Voetbal"], &["vv-waterdam"])]
#[case::an_area(&["seinhuis", "list", "-p", "waterdam-n"], &["waterdam-noord"])]
#[case::a_state_behind_another(&["seinhuis", "list", "--state", "offered,tak"], &["offered,taken-on"])]
#[case::a_state_by_its_code(&["seinhuis", "list", "--state", "offered,acc"], &["offered,accepted"])]
#[case::an_outcome(&["seinhuis", "feedback", "K7M4", "--outcome", "help"], &["help-has-started"])]
#[case::a_code_when_no_name_begins_so(&["seinhuis", "feedback", "K7M4", "--outcome", "help-s"], &["help-started"])]
#[case::a_form(&["seinhuis", "list", "--format", "js"], &["json", "jsonl"])]
#[case::a_setting(&["seinhuis", "config", "set", "rou"], &["routes"])]
#[case::an_open_signal(&["seinhuis", "accept", "K7"], &["K7M4-Q2X8"])]
#[case::an_open_signal_in_small_letters(&["seinhuis", "oppakken", "k7m4q"], &["K7M4-Q2X8"])]
#[case::no_signal_that_is_typed_already(&["seinhuis", "reroute", "K7M4-Q2X8", "K7"], &[])]
#[case::not_the_number_of_a_new_signal(&["seinhuis", "report", "--id", "K7"], &[])]
fn is_completed(#[case] typed: &[&str], #[case] with: &[&str]) {
    let world = World::new().reported().as_("jgz-waterdam");
    assert_eq!(completed(&world, typed), with);
}

/// Nobody is told by the Tab key which signals others have.
#[rstest]
#[case::nobody(&["seinhuis", "show", "K"], &[])]
#[case::who_sent_it(&["seinhuis", "show", "--as", "kraamzorg-de-wieg", "K"], &["K7M4-Q2X8"])]
#[case::who_sent_it_in_dutch(&["seinhuis", "toon", "--namens=kraamzorg-de-wieg", "K"], &["K7M4-Q2X8"])]
#[case::a_stranger(&["seinhuis", "show", "--as", "welzijn-oost", "K"], &[])]
#[case::the_coordinator_of_the_map(&["seinhuis", "show", "--as=gemeente-waterdam", "K"], &["K7M4-Q2X8"])]
fn numbers_are_those_in_which_the_organisation_has_a_part(
    #[case] typed: &[&str],
    #[case] with: &[&str],
) {
    assert_eq!(completed(&World::new().reported(), typed), with);
}

#[test]
fn a_word_of_two_topics_is_completed_with_their_codes() {
    let world = World::new().map_with("nl: [buren, burenruzie,", "nl: [ruzie, buren, burenruzie,");
    assert_eq!(
        completed(&world, &["seinhuis", "report", "--topic", "ruzi"]),
        ["housing/nuisance", "domestic-relations"]
    );
}

#[rstest]
#[case::its_name_in_dutch(&["seinhuis", "meld", "--on"], &["--onderwerp"])]
#[case::the_english_name_when_it_was_begun(&["seinhuis", "meld", "--top"], &["--topic"])]
#[case::its_value(&["seinhuis", "lijst", "--eigenaar", "jgz-w"], &["jgz-waterdam"])]
#[case::the_value_behind_a_sign(&["seinhuis", "lijst", "--eigenaar=jgz-w"], &["--eigenaar=jgz-waterdam"])]
#[case::the_value_of_its_english_name(&["seinhuis", "lijst", "--owner", "jgz-w"], &["jgz-waterdam"])]
#[case::the_english_name_and_a_sign(&["seinhuis", "lijst", "--owner=jgz-w"], &["--owner=jgz-waterdam"])]
#[case::a_choice(&["seinhuis", "meld", "--spoed", "dri"], &["dringend"])]
#[case::a_choice_by_its_code(&["seinhuis", "meld", "--spoed", "urg"], &["urgent"])]
#[case::a_map_that_was_named(&["seinhuis", "--kaart=routes.yaml", "lijst", "--eigenaar", "jgz-w"], &["jgz-waterdam"])]
fn an_option_is_completed_in_dutch(#[case] typed: &[&str], #[case] with: &[&str]) {
    assert_eq!(completed(&World::new().lang("nl"), typed), with);
}

#[test]
fn a_dutch_option_completes_on_an_english_screen() {
    let world = World::new();
    let typed = ["seinhuis", "list", "--eigenaar", "jgz-w"];
    assert_eq!(completed(&world, &typed), ["jgz-waterdam"]);
    let typed = ["seinhuis", "list", "--eigen"];
    assert_eq!(completed(&world, &typed), ["--eigenaar"]);
    let typed = ["seinhuis", "list", "--o"];
    assert_eq!(completed(&world, &typed), ["--owner"]);
}

#[test]
fn verbs_are_offered_in_the_language_of_the_screen() {
    let (english, dutch) = (World::new(), World::new().lang("nl"));
    let verbs = |world: &World| {
        completed(world, &["seinhuis", ""])
            .into_iter()
            .take(4)
            .collect::<Vec<_>>()
    };
    assert_eq!(verbs(&english), ["report", "list", "feedback", "confirm"]);
    assert_eq!(
        verbs(&dutch),
        ["meld", "lijst", "terugkoppelen", "bevestigen"]
    );
    assert_eq!(
        completed(&dutch, &["seinhuis", "map", "ch"]),
        ["check"],
        "and the other language when it was begun"
    );
}

#[test]
fn a_signal_that_has_ended_is_not_offered() {
    let world = World::new().reported().as_("kraamzorg-de-wieg");
    world
        .run_as(
            "kraamzorg-de-wieg",
            ["withdraw", "K7M4", "No longer needed"],
        )
        .exit(0);
    assert_eq!(
        completed(&world, &["seinhuis", "accept", ""])
            .first()
            .map(String::as_str),
        Some("--contact")
    );
}

#[test]
fn it_looks_in_the_map_and_the_register_that_were_typed() {
    let world = World::new()
        .reported()
        .as_("jgz-waterdam")
        .with("SEINHUIS_ROUTES", "none.yaml")
        .with("SEINHUIS_REGISTER", "none.db");
    assert_eq!(
        completed(
            &world,
            &[
                "seinhuis",
                "list",
                "--routes",
                "routes.yaml",
                "--owner",
                "jgz-w"
            ]
        ),
        ["jgz-waterdam"]
    );
    assert_eq!(
        completed(
            &world,
            &[
                "seinhuis",
                "--routes=routes.yaml",
                "--register=register.db",
                "show",
                "K"
            ]
        ),
        ["K7M4-Q2X8"]
    );
}

#[rstest]
#[case::a_broken_map(World::new().file("routes.yaml", "seinhuis: 2"))]
#[case::no_map(World::new().with("SEINHUIS_ROUTES", "none.yaml"))]
#[case::a_register_that_is_not_ours(World::new().file("register.db", "my shopping list"))]
#[case::a_broken_configuration(World::new().config("lang: [nl"))]
#[case::a_setting_that_is_not_one(World::new().with("SEINHUIS_FORMAT", "yaml"))]
#[case::a_clock_that_is_none(World::new().with("SEINHUIS_NOW", "yesterday"))]
fn whatever_is_wrong_is_not_told_to_who_is_typing(#[case] world: World) {
    for typed in [
        &["seinhuis", "accept", "K"][..],
        &["seinhuis", "list", "--owner", "zz"],
        &["seinhuis", "nonsense", "x"],
        &["seinhuis"],
        &[],
    ] {
        let mut ask = world.command(PROGRAM, ["--"].iter().chain(typed));
        for shell in ["bash", "zsh", "fish", "powershell"] {
            ask.env("SEINHUIS_COMPLETE", shell)
                .env("_CLAP_COMPLETE_INDEX", "2");
            Run::of(&mut ask, b"").exit(0).no_talk();
        }
    }
}

#[test]
fn nothing_is_made_by_completing() {
    let world = World::new();
    assert_eq!(
        completed(&world, &["seinhuis", "accept", "K"]),
        Vec::<String>::new()
    );
    assert!(!world.register().exists());
}

// ---- In the shells ----

/// Runs a script in a shell that finds `seinhuis`; `None` when that shell is not installed here,
/// which only bash must be.
fn in_shell(world: &World, shell: &str, arguments: &[&str]) -> Option<Run> {
    let path = Path::new(PROGRAM).parent().unwrap().display().to_string() + ":/usr/bin:/bin";
    let there = ["/bin", "/usr/bin", "/usr/local/bin"]
        .iter()
        .any(|folder| Path::new(folder).join(shell).exists());
    there.then(|| {
        Run::of(
            world
                .command("/usr/bin/env", [&[shell][..], arguments].concat())
                .env("PATH", path),
            b"",
        )
    })
}

const WHAT_IS_TYPED: &[(&str, &[&str])] = &[
    ("seinhuis acc", &["accept"]),
    ("seinhuis oppakken k7", &["K7M4-Q2X8"]),
    ("seinhuis list --owner jgz-w", &["jgz-waterdam"]),
    ("seinhuis report --topic parenting/s", &["parenting/sleep"]),
];

#[test]
fn bash_completes() {
    let world = World::new().reported().as_("jgz-waterdam");
    for (typed, with) in WHAT_IS_TYPED {
        // As Readline does it: the words, which of them, and the function that `complete` was told
        // of.
        let script = format!(
            "source <(seinhuis completions bash); COMP_WORDS=({typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_TYPE=9; \
             [[ $(complete -p seinhuis) =~ -F\\ ([^ ]+) ]]; \"${{BASH_REMATCH[1]}}\" seinhuis \"${{COMP_WORDS[COMP_CWORD]}}\" x; \
             printf '%s\\n' \"${{COMPREPLY[@]}}\""
        );
        let run = in_shell(&world, "bash", &["--norc", "-c", &script]).unwrap();
        run.exit(0).no_talk();
        assert_eq!(run.out.lines().collect::<Vec<_>>(), *with, "{typed}");
    }
}

#[test]
fn zsh_completes() {
    let world = World::new().reported().as_("jgz-waterdam");
    for (typed, with) in WHAT_IS_TYPED {
        // The function of the script, with what the completion system would show in its place.
        let script = format!(
            "compdef() {{ : }}; _describe() {{ print -rl -- ${{(P)@[-1]}} }}; source <(seinhuis completions zsh); \
             words=({typed}); CURRENT=$#words; _clap_dynamic_completer_seinhuis"
        );
        let Some(run) = in_shell(&world, "zsh", &["-f", "-c", &script]) else {
            return;
        };
        run.exit(0).no_talk();
        let values: Vec<&str> = run
            .out
            .lines()
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(values, *with, "{typed}\n{run}");
    }
}

#[test]
fn fish_completes() {
    let world = World::new().reported();
    for (typed, with) in WHAT_IS_TYPED {
        let script =
            format!("seinhuis completions fish | source; complete --do-complete '{typed}'");
        let Some(run) = in_shell(&world, "fish", &["--no-config", "-c", &script]) else {
            return;
        };
        run.exit(0).no_talk();
        let values: Vec<&str> = run
            .out
            .lines()
            .map(|line| line.split('\t').next().unwrap())
            .collect();
        assert_eq!(values, *with, "{typed}\n{run}");
    }
}

#[test]
fn powershell_gets_a_script_that_is_whole() {
    let script = World::new().run(["completions", "powershell"]);
    script
        .exit(0)
        .no_talk()
        .said("Register-ArgumentCompleter -Native -CommandName seinhuis")
        .said("& seinhuis -- ");
    for (open, close) in [('{', '}'), ('(', ')'), ('[', ']')] {
        assert_eq!(
            script.out.matches(open).count(),
            script.out.matches(close).count(),
            "{open}{close}"
        );
    }
}

#[rstest]
fn a_script_is_a_value_too(#[values("bash", "zsh", "fish", "powershell")] shell: &str) {
    let world = World::new();
    let answer = world.run(["completions", shell, "--format=json"]).json();
    assert_eq!(
        (answer["shell"].as_str(), answer["script"].as_str()),
        (
            Some(shell),
            Some(world.run(["completions", shell]).out.as_str())
        )
    );
}
