//! How the owner hears which family it is: what the sender reads of it under "Reach".

use crate::common::{REPORT, World};
use rstest::rstest;

/// What JGZ has agreed about the reports of a kraamhulp, where its `handover` is put.
const AGREED: &str = "        senders: [kraamzorg]           # kinds, or codes of organisations\n";
const PHONE: &str = "{phone: 010-555 01 20, email: signalen@jgz.waterdam.example, hours: office,";
const CALL: &str =
    "JGZ Waterdam does not know yet which family this is. Call 010-555 01 20 and name K7M4.";
const LIST: &str = "They get no message: they see it in their list.";
const CALL_OR_LIST: &str = "They get no message: call them, or they see it in their list.";

/// The example map, with this `handover` for the reports of a kraamhulp.
fn agreed(handover: &str) -> World {
    let with = format!("{AGREED}        handover: {handover}\n");
    World::new().map_with(AGREED, &with)
}

/// What stands under "Reach", and what is said of a message.
fn told(world: &World, command: &str) -> (Vec<String>, Option<String>) {
    let about = ["--topic", "--age", "--area"];
    let is_about = |option: &&str| about.iter().any(|one| option.starts_with(one));
    let options = REPORT.into_iter().skip(1);
    let options = options.filter(|option| command == "report" || is_about(option));
    let arguments: Vec<&str> = [command].into_iter().chain(options).collect();
    let run = world.run_as("kraamzorg-de-wieg", arguments);
    run.exit(0);
    let lines: Vec<&str> = run.out.lines().collect();
    let reach = lines
        .iter()
        .position(|line| line.starts_with("  Reach"))
        .unwrap();
    let under = lines[reach + 1..].iter();
    let under = under.take_while(|line| line.starts_with("    "));
    let message = lines.iter().find(|line| line.contains("no message"));
    (
        under.map(|line| line.trim().to_owned()).collect(),
        message.map(|line| (*line).to_owned()),
    )
}

const AS_SAID: &str = "They get no message: do what stands under Reach.";

#[rstest]
#[case::a_call("{how: call}", &[CALL], CALL_OR_LIST)]
#[case::a_call_with_more("{say: {nl: Niet in het weekend., en: Not at weekends.}}", &[CALL, "Not at weekends."], AS_SAID)]
#[case::a_form("{how: form, say: Fill in form K12.}", &["Fill in form K12."], AS_SAID)]
#[case::nothing("{how: none}", &[], LIST)]
fn the_sender_reads_how_the_owner_hears_which_family_it_is(
    #[case] handover: &str,
    #[case] under_reach: &[&str],
    #[case] message: &str,
) {
    let (under, said) = told(&agreed(handover), "report");
    assert_eq!(under, under_reach);
    assert_eq!(said.as_deref(), Some(message));
}

#[test]
fn without_a_telephone_number_they_are_asked_to_call() {
    let by_mail = "{email: signalen@jgz.waterdam.example, hours: office,";
    let world = World::new().map_with(PHONE, by_mail);
    let mail = "JGZ Waterdam does not know yet which family this is. Ask them to call you, by e-mail to signalen@jgz.waterdam.example: name K7M4 and no family.";
    assert_eq!(told(&world, "report").0, [mail]);
    let would = "JGZ Waterdam hears from you which family it is: you ask them to call you, by e-mail to signalen@jgz.waterdam.example.";
    assert_eq!(told(&world, "route"), (vec![would.to_owned()], None));
}

#[test]
fn who_only_asks_reads_whom_to_call_and_of_no_number_or_message() {
    let would = "JGZ Waterdam hears from you which family it is: you call 010-555 01 20.";
    assert_eq!(told(&World::new(), "route"), (vec![would.to_owned()], None));
}

#[test]
fn the_general_way_of_the_map_counts_where_nobody_said_another_and_in_a_gap() {
    let coordinator = "coordinator: gemeente-waterdam ";
    let general = format!("handover: {{how: form, say: Form 7.}}\n{coordinator}");
    let world = World::new().map_with(coordinator, &general);
    assert_eq!(told(&world, "report").0, ["Form 7."]);
    let way = |topic: &str| {
        let topic = format!("--topic={topic}");
        let asked = ["route", &topic, "--age=2", "--area=3004", "--format=json"];
        let answer = world.run_as("kraamzorg-de-wieg", asked).exit(0).json();
        (answer["basis"].clone(), answer["handover"]["how"].clone())
    };
    assert_eq!(way("other"), ("gap".into(), "form".into()));
    assert_eq!(way("safety"), ("rule".into(), "call".into()));
    assert_eq!(way("parenting"), ("rule".into(), "form".into()));
}

#[test]
fn an_owner_who_once_knew_the_family_goes_on_knowing() {
    let world = agreed("{how: none}");
    assert_eq!(told(&world, "report").0, Vec::<String>::new());
    let world = world.map_with("handover: {how: none}", "handover: {how: call}");
    assert_eq!(told(&world, "report").0, Vec::<String>::new());
}

#[rstest]
#[case::english("en", "Recording this is not yet a report (melding) to Veilig Thuis.")]
#[case::dutch("nl", "Vastleggen is nog geen melding bij Veilig Thuis.")]
fn to_veilig_thuis_recording_is_not_yet_a_report(#[case] language: &str, #[case] said: &str) {
    let world = World::new().lang(language);
    let report = [
        "report",
        "--topic=safety/violence",
        "--age=2",
        "--area=3004",
    ];
    let words = ["--urgency=acute", "--discussed", "--seen=Bruises"];
    let run = world.run_as("kraamzorg-de-wieg", report.iter().chain(&words));
    run.exit(0).said(said).said("meldcode").said("0800-2000");
    // That recording is not enough stays the last that is said.
    let last = run
        .out
        .split("\n\n")
        .filter(|part| part.contains("112"))
        .count();
    assert_eq!(last, 1, "{}", run.out);
    assert!(!run.out.contains("geen bericht") && !run.out.contains("no message"));
}

#[rstest]
#[case::nobody_owns_it("--topic=other", "--age=15")]
#[case::several_own_it("--topic=mental-health/self-harm", "--age=15")]
fn what_the_coordinator_is_yet_to_assign_asks_nobody_for_the_family(
    #[case] topic: &str,
    #[case] age: &str,
) {
    let world = World::new();
    let line = "which family";
    let mut report = REPORT.to_vec();
    report[1..3].copy_from_slice(&[topic, age]);
    world
        .run_as("kraamzorg-de-wieg", &report)
        .exit(0)
        .said("Gemeente Waterdam")
        .said(CALL_OR_LIST)
        .never_shows(line);
    for reader in ["kraamzorg-de-wieg", "gemeente-waterdam"] {
        let show = world.run_as(reader, ["show", "K7M4"]);
        show.exit(0)
            .never_shows(line)
            .never_shows("seinhuis family-known");
    }
    // Whom she assigns it to has to hear.
    let assign = ["assign", "K7M4", "--to=cjg-waterdam", "x"];
    world.run_as("gemeente-waterdam", assign).exit(0);
    world
        .run_as("kraamzorg-de-wieg", ["show", "K7M4"])
        .said("CJG Waterdam does not know yet")
        .said("seinhuis family-known");
}

#[test]
fn of_an_answered_signal_it_can_still_be_said_that_the_family_is_known() {
    let world = World::new().reported();
    let feedback = [
        "feedback",
        "K7M4",
        "--outcome=taken-up",
        "--by=phone",
        "Done",
    ];
    world.run_as("jgz-waterdam", feedback).exit(0);
    let show = || world.run_as("jgz-waterdam", ["show", "K7M4"]);
    show()
        .said("seinhuis family-known")
        .never_shows("which family");
    world
        .run_as("jgz-waterdam", ["family-known", "K7M4"])
        .exit(0);
    show().never_shows("seinhuis family-known");
}

#[test]
fn answers_give_the_sender_the_person_whom_the_owner_named_and_others_her_organisation() {
    let world = World::new();
    let report = [
        "report",
        "--id=8HJK-3XZ5",
        "--topic=parenting",
        "--age=2",
        "--area=3004",
        "--discussed",
        "--seen=x",
    ];
    world.run_as("kraamzorg-de-wieg", report).exit(0);
    let owner = "jgz-waterdam";
    // What she took back is told to nobody.
    let mistaken = ["accept", "8HJK", "--contact=Bea, 06-555 01 21"];
    world.run_as(owner, mistaken).exit(0);
    world.run_as(owner, ["undo", "8HJK"]).exit(0);
    let accept = ["accept", "8HJK", "--contact=Els, 06-555 01 20"];
    world.run_as(owner, accept).exit(0).never_shows("Els");
    let reply = ["reply", "8HJK", "x"];
    let (sender, coordinator) = ("kraamzorg-de-wieg", "gemeente-waterdam");
    let reached = "Els, 06-555 01 20 · 010-555 01 20 (";
    let replied = world.run_as(sender, reply);
    replied.exit(0).said(reached).never_shows("Bea");
    let amend = ["amend", "8HJK", "--urgency=urgent"];
    let amended = world.run_as(coordinator, amend);
    amended.exit(0).said("010-555 01 20 (").never_shows("Els");
}
