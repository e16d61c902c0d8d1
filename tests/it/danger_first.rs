//! With acute danger the numbers to call come before anything else, whatever is wrong besides.

use crate::common::World;
use rstest::rstest;

const ACUTE: [&str; 7] = [
    "report",
    "--topic=safety/violence",
    "--age=2",
    "--area=3004",
    "--urgency=acute",
    "--discussed",
    "--seen=x",
];

const OF_THE_MAP: &str = "Danger now? Call first:
  112         direct danger
  0800-2000   Veilig Thuis Rijnmeer: violence or abuse, day and night
";

const WITHOUT_MAP: &str = "Danger now? Call first:
  112         direct danger
  0800-2000   Veilig Thuis: violence or abuse, day and night
";

fn kraamhulp() -> World {
    World::new().as_("kraamzorg-de-wieg")
}

#[test]
fn an_acute_report_begins_with_the_numbers_of_the_map() {
    let run = kraamhulp().run(ACUTE);
    run.exit(0)
        .told_first(OF_THE_MAP)
        .said("Veilig Thuis Rijnmeer")
        .said("Monday 23 November");
    assert_eq!(run.err.trim_end(), OF_THE_MAP.trim_end());
    kraamhulp()
        .run(["route", "--topic=safety", "--urgency=acute"])
        .exit(0)
        .told_first(OF_THE_MAP);
    kraamhulp()
        .run([&ACUTE[..], &["--quiet"]].concat())
        .exit(0)
        .told_first(OF_THE_MAP);
}

/// The example map with a number for adults in the evening.
fn with_a_line_for_adults() -> World {
    let before = "emergency:\n";
    let line = "  - {call: 010-555 01 71, organisation: ggz-rijnmeer, when: psychiatric crisis, ages: 18+, hours: outside}\n";
    kraamhulp().map_with(before, &format!("{before}{line}"))
}

#[test]
fn age_and_hour_decide_whom_to_call() {
    let night = with_a_line_for_adults().at("2026-11-28T22:00").run([
        "route",
        "--topic=mental-health",
        "--age=52",
        "--area=3004",
        "--urgency=acute",
    ]);
    night
        .exit(0)
        .told("010-555 01 71   GGZ Rijnmeer: psychiatric crisis");
    for at in ["2026-11-28T22:00", "2026-11-27T10:00"] {
        with_a_line_for_adults()
            .at(at)
            .run(ACUTE)
            .exit(0)
            .told_first(OF_THE_MAP)
            .never_shows("psychiatric crisis");
    }
}

#[test]
fn a_missing_map_takes_nothing_from_the_numbers() {
    kraamhulp()
        .with("SEINHUIS_ROUTES", "no.yaml")
        .run(ACUTE)
        .exit(4)
        .told_first(WITHOUT_MAP)
        .told("error: There is no map");
}

#[test]
fn a_broken_map_takes_nothing_from_the_numbers() {
    kraamhulp()
        .file("routes.yaml", "seinhuis: [")
        .run(ACUTE)
        .exit(4)
        .told_first(WITHOUT_MAP)
        .told("error: The map has");
    kraamhulp()
        .map_with("topics: [safety]", "topics: [savety]")
        .run(ACUTE)
        .exit(4)
        .told_first(WITHOUT_MAP);
}

#[test]
fn a_register_that_cannot_be_written_takes_nothing_from_the_numbers() {
    let world = kraamhulp().file("register.db", "my shopping list");
    world
        .run(ACUTE)
        .exit(9)
        .told_first(OF_THE_MAP)
        .told("is not a register");
    kraamhulp()
        .with("SEINHUIS_REGISTER", "/dev/null/register.db")
        .run(ACUTE)
        .exit(1)
        .told_first(OF_THE_MAP);
}

#[test]
fn a_broken_configuration_takes_nothing_from_the_numbers() {
    kraamhulp()
        .config("route: x")
        .run(ACUTE)
        .exit(2)
        .told_first(WITHOUT_MAP)
        .told("The configuration file");
    kraamhulp()
        .with("SEINHUIS_NOW", "soon")
        .run(ACUTE)
        .exit(2)
        .told_first(WITHOUT_MAP);
    kraamhulp()
        .with("SEINHUIS_FORMAT", "xml")
        .run(ACUTE)
        .exit(2)
        .told_first(WITHOUT_MAP);
}

#[rstest]
#[case::something_missing(&["report", "--urgency=acute"], OF_THE_MAP)]
#[case::an_unknown_topic(&["report", "--urgency=acute", "--topic=x", "--discussed", "--seen=x"], OF_THE_MAP)]
#[case::nobody_in_particular(&["report", "--urgency=acute", "--as=x", "--topic=safety", "--discussed", "--seen=x"], OF_THE_MAP)]
#[case::words_that_are_refused(&["report", "--urgency=acute", "--topic=safety", "--discussed", "--seen=bsn 111222333"], OF_THE_MAP)]
#[case::an_unknown_option(&["report", "--urgency", "acute", "--foo"], WITHOUT_MAP)]
#[case::the_short_option(&["report", "-uacute", "--foo"], WITHOUT_MAP)]
#[case::short_options_together(&["report", "-duacute", "--foo"], WITHOUT_MAP)]
#[case::short_options_together_in_dutch(&["meld", "-duacuut", "--foo"], WITHOUT_MAP)]
#[case::the_dutch_word(&["meld", "-u", "acuut", "--foo"], WITHOUT_MAP)]
#[case::the_option_without_its_command(&["--urgency=acute"], WITHOUT_MAP)]
fn a_mistake_on_the_command_line_takes_nothing_from_the_numbers(
    #[case] typed: &[&str],
    #[case] numbers: &str,
) {
    let world = kraamhulp();
    world
        .run(typed)
        .exit(2)
        .no_answer()
        .told_first(numbers)
        .told("error: ");
    world.holds_nothing();
}

#[test]
fn for_a_script_the_answer_holds_the_numbers_and_an_error_follows_them() {
    let answer = kraamhulp().run([&ACUTE[..], &["--format=json"]].concat());
    let calls: Vec<String> = answer.exit(0).json()["emergency"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["call"].to_string())
        .collect();
    assert_eq!(calls, ["\"112\"", "\"0800-2000\""]);
    let error = kraamhulp().run(["report", "--urgency=acute", "--format=json"]);
    let object: serde_json::Value = serde_json::from_str(
        error
            .exit(2)
            .told_first(OF_THE_MAP)
            .err
            .lines()
            .last()
            .unwrap(),
    )
    .unwrap();
    assert_eq!(object["kind"], "missing");
}

#[test]
fn in_dutch_too() {
    let dutch = "Nu gevaar? Bel eerst:\n  112         direct gevaar\n  0800-2000   Veilig Thuis Rijnmeer: geweld of mishandeling, dag en nacht\n";
    kraamhulp().lang("nl").run(ACUTE).exit(0).told_first(dutch);
    kraamhulp()
        .lang("nl")
        .file("routes.yaml", "x")
        .run(ACUTE)
        .exit(4)
        .told_first("Nu gevaar? Bel eerst:\n  112 ");
}

#[test]
fn without_danger_nobody_is_told_to_call() {
    kraamhulp()
        .run([
            "report",
            "--topic=parenting",
            "--discussed",
            "--seen=acute pain is no danger",
        ])
        .exit(0)
        .no_talk();
}

const OF_THE_TOPIC: &str = "Call about this first:
  0800-0113   thoughts of suicide, day and night
";

#[rstest]
#[case::a_report(&["report", "--topic=mental-health/self-harm", "--discussed", "--seen=x"], 0)]
#[case::a_report_that_lacks_something(&["report", "--topic=mental-health/self-harm"], 2)]
#[case::a_place_that_is_not_there(&["report", "--topic=mental-health/self-harm", "--area=Atlantis", "--discussed", "--seen=x"], 2)]
#[case::a_question(&["route", "--topic=housing,mental-health/self-harm"], 0)]
fn the_number_of_a_topic_comes_as_soon_as_the_topic_is_known(
    #[case] typed: &[&str],
    #[case] exit: i32,
) {
    let run = kraamhulp().run(typed);
    run.exit(exit).told_first(OF_THE_TOPIC);
    if exit == 0 {
        run.said("0800-0113   thoughts of suicide, day and night");
    }
}

#[test]
fn the_answer_to_an_acute_report_ends_with_whom_to_call_the_owner_last() {
    let run = kraamhulp().run([
        "report",
        "--topic=mental-health/self-harm",
        "--age=34",
        "--area=3004",
        "--urgency=acute",
        "--discussed",
        "--seen=x",
    ]);
    run.exit(0)
        .told_first(
            "Danger now? Call first:
  0800-0113   thoughts of suicide, day and night
  112         direct danger
  0800-2000   Veilig Thuis Rijnmeer: violence or abuse, day and night
",
        )
        .said(
            "Recording this is not enough. Call:
  0800-0113       thoughts of suicide, day and night
  112             direct danger
  0800-2000       Veilig Thuis Rijnmeer: violence or abuse, day and night
  010-555 01 04   Huisartsen Waterdam (Mon–Fri 08:30–17:00)
",
        );
}

#[test]
fn an_office_that_is_closed_now_says_so_where_it_says_call() {
    let asked = ["route", "--topic=parenting", "--age=2", "--area=3004"];
    let acute = [&asked[..], &["--urgency=acute"]].concat();
    // Nothing is recorded, so nothing is said of recording.
    kraamhulp().at("2026-11-28T22:00").run(&acute).exit(0).said(
        "Danger now? Call first:
  112             direct danger
  0800-2000       Veilig Thuis Rijnmeer: violence or abuse, day and night
  010-555 01 20   JGZ Waterdam (Mon–Fri 08:30–17:00; closed now)
",
    );
    kraamhulp()
        .run(&acute)
        .exit(0)
        .said("JGZ Waterdam (Mon–Fri 08:30–17:00)\n");
}

#[test]
fn who_owns_another_topic_of_an_acute_signal_is_called_too() {
    let run = kraamhulp().run([
        "report",
        "--topic=finances/debts,mental-health/psychosis",
        "--age=30",
        "--area=3004",
        "--urgency=acute",
        "--discussed",
        "--seen=x",
    ]);
    run.exit(0).said(
        "  010-555 01 50   Schuldhulp Waterdam (Mon–Fri 08:30–17:00)
  010-555 01 04   Huisartsen Waterdam (Mon–Fri 08:30–17:00)
",
    );
}

#[test]
fn what_the_map_says_of_the_handover_is_not_undone_by_a_list() {
    let run = kraamhulp().run([
        "report",
        "--topic=safety",
        "--age=2",
        "--area=3004",
        "--discussed",
        "--seen=x",
    ]);
    run.exit(0)
        .said("Recording this is not yet a report (melding) to Veilig Thuis.")
        .said("They get no message: do what stands under Reach.");
}

#[test]
fn danger_that_shows_later_is_told_first_too() {
    let world = World::new().reported();
    world
        .run_as("kraamzorg-de-wieg", ["amend", "K7M4", "--urgency=acute"])
        .exit(0)
        .told("112");
    world
        .run_as("jgz-waterdam", ["amend", "K7M4", "--add=safety/violence"])
        .exit(0)
        .told("0800-2000");
}
