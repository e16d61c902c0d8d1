//! What a script sees of the nightly job.

use rstest::rstest;

use super::*;

#[test]
fn it_ends_with_6_as_long_as_somebody_must_act_and_with_0_when_nothing_is_late() {
    let world = world(STEPS);
    night(&world, "2026-11-24", &[]).exit(0).no_talk();
    night(&world, "2026-11-25", &[])
        .exit(6)
        .said("One alarm sounded.");
    night(&world, "2026-11-25", &[])
        .exit(6)
        .said("No new alarm.")
        .said("A promise is late about one signal");
    night(&world, "2026-11-25", &["--format=jsonl"])
        .exit(6)
        .no_answer()
        .no_talk();
    world
        .run_as(
            "jgz-waterdam",
            [
                "feedback",
                "K7M4",
                "--outcome=taken-up",
                "--by=phone",
                "We went there",
            ],
        )
        .exit(0);
    night(&world, "2026-11-25", &[])
        .exit(0)
        .said("No promise is late.");
}

#[test]
fn a_dry_run_shows_the_same_and_records_nothing() {
    let world = world(STEPS);
    let shown = messages(&world, "2026-11-27", &["--dry-run"]);
    night(&world, "2026-11-27", &["--dry-run"])
        .exit(6)
        .said("alarms would sound. Nothing was recorded.");
    assert_eq!(events(&world, "escalated"), 0);
    assert_eq!(messages(&world, "2026-11-27", &[]), shown);
}

#[test]
fn a_job_that_finds_no_register_does_not_say_that_all_is_well() {
    let world = World::new();
    world
        .run(["escalate"])
        .exit(1)
        .no_answer()
        .told("There is no register at");
    assert!(!world.register().exists());
}

#[test]
fn a_map_without_steps_says_so_and_still_counts_what_is_late() {
    let world = world("");
    night(&world, "2026-11-25", &[])
        .exit(6)
        .told("no alarm ever sounds")
        .said("A promise is late about one signal");
}

#[test]
fn a_message_has_all_that_a_mail_needs_and_no_word_about_a_family() {
    let world = world(STEPS);
    let run = night(&world, "2026-11-26", &["--format=json"]);
    run.exit(6).never_shows("Mother");
    let told = run.json();
    assert_eq!(
        (&told["recorded"], &told["late"], &told["more"]),
        (&true.into(), &1.into(), &false.into())
    );
    let first = &told["messages"][0];
    assert_eq!(
        (&first["promised"], &first["days_late"]),
        (&"2026-11-24".into(), &2.into())
    );
    assert_eq!(first["tell"]["email"], "signalen@jgz.waterdam.example");
    let csv = night(&world, "2026-11-26", &["--again", "--format=csv"]);
    csv.exit(6).said("\"tell.email\"").never_shows("Mother");
    assert_eq!(
        csv.out.lines().count(),
        4,
        "a heading and three messages\n{csv}"
    );
}

#[test]
fn of_an_owner_that_left_the_map_the_coordinator_is_told() {
    let world = world(STEPS);
    let map = std::fs::read_to_string(world.path("routes.yaml"))
        .unwrap()
        .replace("jgz-waterdam", "jgz-anders");
    let told = night(
        &world.file("routes.yaml", map),
        "2026-11-25",
        &["--format=json"],
    )
    .json();
    assert_eq!(told["messages"][0]["tell"]["id"], "gemeente-waterdam");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_was_lost_is_told_again() {
    let world = world(STEPS).at("2026-11-27T03:00");
    let lost = world.shell("$SEINHUIS escalate --format=jsonl > /dev/full");
    lost.exit(8);
    assert_eq!(
        messages(&world, "2026-11-27", &[]),
        [""; 0],
        "it was recorded"
    );
    let again = messages(&world, "2026-11-27", &["--again"]);
    assert_eq!(
        again,
        [
            "accept+3 jgz-waterdam",
            "accept+3 gemeente-waterdam",
            "feedback+1 gemeente-waterdam",
            "feedback+1 kraamzorg-de-wieg"
        ]
    );
    assert_eq!(
        messages(&world, "2026-11-28", &["--again"]),
        [""; 0],
        "of today alone"
    );
}

/// A file that may not grow stands for a disk that fails in the middle of a commit, as in
/// tests/it/exit_codes.rs.
#[cfg(target_os = "linux")]
#[test]
fn when_it_is_not_known_whether_alarms_sounded_the_hint_says_how_to_find_out() {
    let world = world(STEPS).at("2026-11-25T03:00");
    let log = std::fs::metadata(world.path("register.db-wal"))
        .unwrap()
        .len();
    let first = u32::try_from(log / 512).unwrap();
    let job = |blocks: u32| {
        world.shell(&format!(
            "trap '' XFSZ; ulimit -f {blocks}; $SEINHUIS escalate"
        ))
    };
    let unknown = (first / 2..first + 40)
        .map(job)
        .find(|run| run.code != 1)
        .unwrap();
    unknown
        .exit(7)
        .no_answer()
        .told("hint: Look first with seinhuis escalate --again whether it was recorded");
    let again = messages(&world, "2026-11-25", &["--again"]);
    let after = messages(&world, "2026-11-25", &[]);
    assert_eq!(
        [again, after].concat(),
        ["accept+1 jgz-waterdam"],
        "told once, whether it was recorded or not"
    );
}

#[rstest]
#[case::a_broken_map(|world: World| world.file("routes.yaml", "seinhuis: 2"), 4)]
#[case::a_register_that_is_not_ours(|world: World| world.file("register.db", "my shopping list"), 9)]
fn what_is_broken_stops_it(#[case] broken: fn(World) -> World, #[case] code: i32) {
    let run = night(&broken(World::new()), "2026-11-25", &["--format=json"]);
    assert_eq!(run.exit(code).no_answer().error_json()["exit"], code);
}
