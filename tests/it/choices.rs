//! Choices are understood by their code and by their name in either language, wherever they are typed.

use std::collections::BTreeMap;

use clap::CommandFactory as _;
use rstest::rstest;
use seinhuis::cli::args::Cli;
use seinhuis::output::choice_names::spelled;
use seinhuis::output::i18n::{Language, Texts};

use crate::common::{REPORT, World};
use crate::languages::help::walk_commands;

#[rstest]
fn how_soon_is_understood(
    #[values("en", "nl")] language: &str,
    #[values("acute", "acuut", "ACUUT", "Acúte")] typed: &str,
) {
    let world = World::new().lang(language).as_("kraamzorg-de-wieg");
    let report = REPORT.into_iter().chain(["--urgency", typed]);
    world.run(report).exit(0);
    assert_eq!(world.signals()[0]["urgency"], "acute");
}

#[rstest]
#[case::in_dutch("hulp is gestart", "in een gesprek")]
#[case::without_quotation_marks("hulp-is-gestart", "in-een-gesprek")]
#[case::in_english("help has started", "face to face")]
#[case::by_code("help-started", "in-person")]
#[case::half_and_half("Hulp is gestart", "Face-to-face")]
fn an_outcome_and_the_way_it_is_told_are_understood(#[case] outcome: &str, #[case] by: &str) {
    let world = World::new().reported().as_("jgz-waterdam");
    let feedback = ["feedback", "K7M4", "--outcome", outcome, "--by", by, "Done"];
    world.run(feedback).exit(0);
    let told = world.run(["show", "K7M4", "--format=json"]).json();
    let last = told["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["outcome"], &last["channel"]),
        (&"help-started".into(), &"in-person".into())
    );
}

#[test]
fn a_reason_to_decline_is_understood() {
    let world = World::new().reported().as_("jgz-waterdam");
    let decline = [
        "decline",
        "K7M4",
        "--reason=ander gebied",
        "--to=cjg-waterdam",
    ];
    world.run(decline).exit(0).said("another area");
}

#[rstest]
#[case::by_code(&["--state=offered,closed", "--basis=rule", "--sort=reported", "--columns=id,state"])]
#[case::in_dutch(&["--state=aangeboden,Afgesloten", "--basis=afgesproken", "--sort=het nieuwste eerst", "--columns=Signaal,Stand"])]
#[case::in_english(&["--state=offered,closed", "--basis=agreed", "--sort=newest-first", "--columns=signal,state"])]
fn the_filters_the_order_and_the_columns_of_a_list_are_understood(#[case] typed: &[&str]) {
    let world = World::new().reported();
    let list = ["list"].iter().chain(typed).chain(&["--format=csv"]);
    world
        .run_as("jgz-waterdam", list)
        .exit(0)
        .said("\"id\",\"state\"")
        .said("\"K7M4Q2X8\",\"offered\"");
}

#[test]
fn a_list_of_another_state_is_empty() {
    // The names above would be worth nothing if every list held the signal.
    let world = World::new().reported();
    let list = world.run_as(
        "gemeente-waterdam",
        ["list", "--state=ingetrokken", "--format=json"],
    );
    assert_eq!(list.json(), serde_json::json!([]));
}

#[rstest]
#[case(
    "nl",
    "Bedoel je dringend?",
    "acuut (acute), dringend (urgent), normaal (normal), ter-informatie (fyi)."
)]
#[case(
    "en",
    "Did you mean urgent?",
    "acute, urgent, normal, for-information (fyi)."
)]
fn a_wrong_value_is_told_with_the_names_of_the_screen(
    #[case] language: &str,
    #[case] near: &str,
    #[case] names: &str,
) {
    for typed in ["dringnd", "urgnt"] {
        let world = World::new().lang(language);
        world
            .run(["report", "--urgency", typed])
            .exit(2)
            .told(near)
            .told(names);
    }
}

#[test]
fn the_begin_of_two_names_leads_to_neither() {
    let world = World::new().lang("nl");
    let run = world.run_as("gemeente-waterdam", ["list", "--sort", "het"]);
    run.exit(2).told("het-nieuwste-eerst (reported)");
    assert!(!run.err.contains("Bedoel je"), "{run}");
}

#[rstest]
#[case(&["report", "--urgency", "Acuut", "--nonsense"])]
#[case(&["report", "-uACUUT", "--nonsense"])]
#[case(&["report", "--urgency=acute", "--nonsense"])]
fn danger_comes_first_by_whatever_name(#[case] typed: &[&str]) {
    World::new().run(typed).exit(2).told("112");
}

#[test]
fn no_name_means_two_choices() {
    let screens = [Language::Nl, Language::En].map(Texts::new);
    let mut kinds = 0;
    walk_commands(&Cli::command(), "help", &mut |command, _| {
        for arg in command.get_arguments() {
            let mut meant: BTreeMap<String, String> = BTreeMap::new();
            let values = arg.get_possible_values();
            let named = values
                .iter()
                .filter_map(|value| Some((value.get_name(), value.get_help()?.to_string())));
            for (code, key) in named {
                kinds += 1;
                let names = screens.each_ref().map(|texts| texts.tr0(&key));
                for name in names.iter().map(String::as_str).chain([code]) {
                    assert!(!name.contains(','), "{name} cannot stand in a list");
                    let before = meant.insert(spelled(name), code.to_owned());
                    assert!(
                        before.is_none_or(|before| before == code),
                        "{arg}: {name} means two choices"
                    );
                }
            }
        }
    });
    assert!(kinds > 50, "only {kinds} choices have names");
}
