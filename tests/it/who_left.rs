//! An organisation that left the map: what it was called, and how to reach it all the same.

use rstest::rstest;

use crate::common::World;

/// The school, as it stands in the example map, and a map without it.
fn without_the_school(world: &World) {
    let map = std::fs::read_to_string(world.path("routes.yaml")).unwrap();
    let (before, after) = map.split_once("  basisschool-de-sluis:\n").unwrap();
    let rest: Vec<&str> = after
        .lines()
        .skip_while(|line| line.starts_with("    ") || line.is_empty())
        .collect();
    let left = format!("{before}{}\n", rest.join("\n"));
    std::fs::write(world.path("routes.yaml"), left).unwrap();
}

/// A map that has another organisation in the place of the CJG.
fn without_the_cjg(world: &World) {
    let map = std::fs::read_to_string(world.path("routes.yaml")).unwrap();
    let left = map
        .replace("cjg-waterdam", "cjg-elders")
        .replace("CJG Waterdam", "CJG Elders");
    std::fs::write(world.path("routes.yaml"), left).unwrap();
}

const REPORT: [&str; 9] = [
    "report",
    "--id=8HJK-3XZ5",
    "--topic=parenting",
    "--age=8",
    "--area=3004",
    "--discussed",
    "--told",
    "--seen=x",
    "--quiet",
];

#[test]
fn the_owner_can_reach_a_sender_that_left_the_map() {
    let world = World::new();
    world.run_as("basisschool-de-sluis", REPORT).exit(0);
    without_the_school(&world);
    world
        .run_as("cjg-waterdam", ["show", "8HJK"])
        .exit(0)
        .said("Sent by                     Basisschool De Sluis · ib@desluis.example")
        .said("Basisschool De Sluis sent the signal.");
}

#[rstest]
#[case::in_english(
    "en",
    "question 3 waits for Basisschool De Sluis",
    "CJG Waterdam asked Basisschool De Sluis (question 3)."
)]
#[case::in_dutch(
    "nl",
    "vraag 3 wacht op Basisschool De Sluis",
    "CJG Waterdam vroeg aan Basisschool De Sluis (vraag 3)."
)]
fn who_is_asked_keeps_its_name(#[case] language: &str, #[case] waits: &str, #[case] asked: &str) {
    let world = World::new().lang(language);
    world.run_as("basisschool-de-sluis", REPORT).exit(0);
    world.run_as("cjg-waterdam", ["ask", "8HJK", "x"]).exit(0);
    without_the_school(&world);
    world
        .run_as("cjg-waterdam", ["show", "8HJK"])
        .exit(0)
        .said(waits)
        .said(asked)
        .never_shows("basisschool-de-sluis");
}

#[rstest]
#[case::in_english("en", "Basisschool De Sluis sent the signal. Follow-up: CJG Waterdam.")]
#[case::in_dutch(
    "nl",
    "Basisschool De Sluis meldde het signaal. Opvolging: CJG Waterdam."
)]
fn the_owner_keeps_its_name_in_what_happened_before_it_did_anything(
    #[case] language: &str,
    #[case] sent: &str,
) {
    let world = World::new().lang(language);
    world.run_as("basisschool-de-sluis", REPORT).exit(0);
    world.run_as("cjg-waterdam", ["accept", "8HJK"]).exit(0);
    without_the_cjg(&world);
    world
        .run_as("basisschool-de-sluis", ["show", "8HJK"])
        .exit(0)
        .said(sent)
        .said("010-555 01 22 · team@cjg.waterdam.example")
        .never_shows("cjg-waterdam");
}

#[test]
fn what_a_sender_may_not_know_of_gives_her_no_name() {
    let feedback = [
        "feedback",
        "8HJK",
        "--outcome=not-needed",
        "--by=phone",
        "--status-only",
    ];
    for (step, name) in [
        (&["accept", "8HJK"][..], "cjg-waterdam"),
        (&feedback, "CJG Waterdam"),
    ] {
        let world = World::new();
        world.run_as("vv-waterdam", REPORT).exit(0);
        world.run_as("cjg-waterdam", step).exit(0);
        without_the_cjg(&world);
        let sent = |name| format!("sent the signal. Follow-up: {name}.");
        world
            .run_as("vv-waterdam", ["show", "8HJK"])
            .exit(0)
            .said("More may not be told.")
            .said(&sent(name));
        world
            .run_as("gemeente-waterdam", ["show", "8HJK"])
            .exit(0)
            .said(&sent("CJG Waterdam"));
    }
}

#[test]
fn a_name_of_then_comes_back_with_its_history() {
    let world = World::new().with_privacy_officer();
    world.run_as("basisschool-de-sluis", REPORT).exit(0);
    let export = [
        "export",
        "--with-words",
        "--because=Another machine",
        "--output=all.jsonl",
    ];
    world.run_as("gemeente-waterdam", export).exit(0);
    without_the_school(&world);
    let world = world.with("SEINHUIS_REGISTER", "another.db");
    world
        .run_as("gemeente-waterdam", ["import", "all.jsonl"])
        .exit(0);
    world
        .run_as("cjg-waterdam", ["show", "8HJK"])
        .exit(0)
        .said("Basisschool De Sluis · ib@desluis.example");
}

#[test]
fn who_tells_by_mail_is_warned_when_the_map_has_no_address() {
    let feedback = [
        "feedback",
        "8HJK",
        "--outcome=not-needed",
        "--by=email",
        "x",
    ];
    for (gone, warned) in [(true, true), (false, false)] {
        let world = World::new();
        world.run_as("basisschool-de-sluis", REPORT).exit(0);
        if gone {
            without_the_school(&world);
        }
        let run = world.run_as("cjg-waterdam", feedback);
        run.exit(0);
        let says = run.err.contains("has no e-mail address");
        assert_eq!(says, warned, "{}", run.err);
    }
}

#[test]
fn no_undo_gives_a_signal_back_to_who_left_the_map() {
    let world = World::new();
    let elsewhere = REPORT.map(|typed| typed.replace("3004", "3052"));
    world.run_as("basisschool-de-sluis", elsewhere).exit(0);
    let assign = ["assign", "8HJK", "--to=cjg-waterdam", "x"];
    world.run_as("gemeente-veenbroek", assign).exit(0);

    let map = std::fs::read_to_string(world.path("routes.yaml")).unwrap();
    let renamed = map.replace("cjg-veenbroek", "cjg-elders");
    let world = world.file("routes.yaml", renamed);
    let undo = ["undo", "8HJK"];
    let told = "cjg-veenbroek had it before, and the map no longer has that organisation";
    world.run_as("gemeente-veenbroek", undo).exit(3).told(told);
    let another = world.run_as("cjg-waterdam", undo);
    another.exit(3).never_shows("cjg-veenbroek");

    world
        .file("routes.yaml", map)
        .run_as("gemeente-veenbroek", undo)
        .exit(0);
}
