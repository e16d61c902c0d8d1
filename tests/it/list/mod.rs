//! `list`: who waits, for whom, since when; narrowed, ordered, counted, and never a word about a
//! family.

mod columns;
mod damage;

use crate::common::World;
use rstest::rstest;

const HUSH: &str = "Nobody may read this in a list";

fn report(world: &World, by: &str, id: &str, about: &[&str]) {
    let rest = [
        "--discussed",
        "--seen",
        HUSH,
        "--contact=06-1234 5678",
        "--reference",
        id,
    ];
    world
        .run_as(by, [&["report", "--id", id][..], about, &rest].concat())
        .exit(0);
}

/// Six signals, reported on Monday 16 November; it is Tuesday the 24th.
///
/// AAAA-1111: the JGZ owns it, offered. BBBB-2222: a gap. CCCC-3333: a dispute, urgent. DDDD-4444:
/// accepted by debt help, which proposes a transfer. EEEE-5555: answered. FFFF-6666: withdrawn.
fn six() -> World {
    let world = World::new().at("2026-11-16T09:00");
    report(
        &world,
        "kraamzorg-de-wieg",
        "AAAA-1111",
        &[
            "--topic=parenting/attachment,finances",
            "--age=5 days",
            "--area=3004",
        ],
    );
    report(
        &world,
        "thuiszorg-de-dijk",
        "BBBB-2222",
        &["--topic=housing/hoarding", "--age=60", "--area=3012"],
    );
    let world = world.at("2026-11-16T10:00");
    report(
        &world,
        "basisschool-de-sluis",
        "CCCC-3333",
        &[
            "--topic=mental-health/self-harm",
            "--age=16",
            "--area=3004",
            "--urgency=urgent",
        ],
    );
    report(
        &world,
        "woningcorporatie-havenrand",
        "DDDD-4444",
        &["--topic=finances/arrears", "--age=45", "--area=3004"],
    );
    report(
        &world,
        "kraamzorg-de-wieg",
        "EEEE-5555",
        &[
            "--topic=parenting/attachment",
            "--age=9 days",
            "--area=3012",
        ],
    );
    report(
        &world,
        "kraamzorg-de-wieg",
        "FFFF-6666",
        &["--topic=parenting", "--age=1", "--area=3004"],
    );
    world
        .run_as("kraamzorg-de-wieg", ["withdraw", "FFFF", HUSH])
        .exit(0);
    world
        .run_as("schuldhulp-waterdam", ["accept", "DDDD"])
        .exit(0);
    world
        .run_as(
            "jgz-waterdam",
            ["feedback", "EEEE", "--outcome=partly", "--by=phone", HUSH],
        )
        .exit(0);
    let world = world.at("2026-11-23T11:00");
    world
        .run_as(
            "schuldhulp-waterdam",
            ["transfer", "propose", "DDDD", "--to=wijkteam-noord"],
        )
        .exit(0);
    world.run_as("jgz-waterdam", ["ask", "AAAA", HUSH]).exit(0);
    world.at("2026-11-24T09:00")
}

/// The first letters of the numbers that are listed, in order.
fn listed(world: &World, by: &str, more: &[&str]) -> String {
    let run = world.run_as(by, [&["list", "--columns=id"], more].concat());
    run.exit(0).no_talk();
    run.out.lines().map(|line| &line[..1]).collect()
}

#[rstest]
#[case::what_is_unanswered(&[], "ABCD")]
#[case::for_who_has_not_accepted(&["--waiting-for=jgz-waterdam"], "A")]
#[case::for_whom_a_question_was_asked_and_who_must_confirm(&["--waiting-for=kraamzorg-de-wieg"], "AE")]
#[case::for_who_must_give_feedback(&["--waiting-for=schuldhulp-waterdam"], "D")]
#[case::for_who_was_asked_to_take_over(&["--waiting-for=wijkteam-noord"], "D")]
#[case::for_the_coordinator(&["--waiting-for=gemeente-waterdam"], "BC")]
#[case::for_nobody(&["--waiting-for=politie-waterdam"], "")]
#[case::of_one_that_is_late(&["--waiting-for=gemeente-waterdam", "--late", "--area=3012"], "B")]
#[case::gaps(&["--basis=gap"], "B")]
#[case::disputes(&["--basis=dispute"], "C")]
#[case::by_rule(&["--basis=rule"], "AD")]
#[case::silent(&["--silent=6"], "BC")]
#[case::silent_for_longer(&["--silent=7"], "")]
#[case::of_which_the_last_step_was_yesterday(&["--silent=1"], "ABCD")]
#[case::ended(&["--closed"], "F")]
#[case::ended_of_one_sender(&["--closed", "--sender=politie-waterdam"], "")]
#[case::limited(&["--limit=2"], "AB")]
#[case::newest_first(&["--sort=reported"], "DCBA")]
#[case::longest_silent_first(&["--sort=last"], "BCAD")]
#[case::by_owner(&["--sort=owner"], "BCAD")]
#[case::by_sender(&["--sort=sender"], "CABD")]
#[case::by_area(&["--sort=area"], "ACDB")]
#[case::most_urgent_first(&["--sort=urgency"], "CABD")]
#[case::first_of_an_order(&["--sort=reported", "--limit=1"], "D")]
fn a_list_shows(#[case] asked: &[&str], #[case] expected: &str) {
    assert_eq!(listed(&six(), "gemeente-waterdam", asked), expected);
}

#[test]
fn everybody_has_an_inbox_and_sees_what_was_sent() {
    let world = six();
    assert_eq!(listed(&world, "jgz-waterdam", &["--inbox"]), "A");
    assert_eq!(listed(&world, "kraamzorg-de-wieg", &["--inbox"]), "AE");
    assert_eq!(listed(&world, "kraamzorg-de-wieg", &["--mine"]), "AE");
    assert_eq!(
        listed(&world, "kraamzorg-de-wieg", &["--mine", "--closed"]),
        "F"
    );
    assert_eq!(
        listed(&world, "woningcorporatie-havenrand", &["--mine"]),
        "D"
    );
    assert_eq!(
        listed(&world, "woningcorporatie-havenrand", &["--inbox"]),
        ""
    );
    world
        .run(["list", "--inbox"])
        .exit(2)
        .told("for which organisation");
}

#[test]
fn once_the_sender_let_the_day_pass_the_signal_waits_for_whoever_may_close_it() {
    let world = six().at("2026-12-03T09:00");
    assert_eq!(listed(&world, "jgz-waterdam", &["--inbox"]), "AE");
    assert_eq!(listed(&world, "gemeente-waterdam", &["--inbox"]), "BCE");
    let told = world
        .run_as(
            "gemeente-waterdam",
            ["list", "--inbox", "--state=answered", "--format=json"],
        )
        .exit(0)
        .json();
    assert_eq!(
        told[0]["next"],
        serde_json::json!(["confirm", "close", "close"])
    );
    assert_eq!(
        told[0]["waiting_for"],
        serde_json::json!(["kraamzorg-de-wieg", "jgz-waterdam", "gemeente-waterdam"])
    );
}

#[test]
fn each_signal_tells_what_it_waits_for_how_late_and_how_silent() {
    let told = six()
        .run_as("gemeente-waterdam", ["list", "--format=json"])
        .exit(0)
        .json();
    let of = |at: usize| {
        ["next", "waiting_for", "late", "late_days", "silent_days"]
            .map(|key| told[at][key].to_string())
    };
    assert_eq!(
        of(0),
        [
            "[\"accept\",\"family-known\",\"reply\"]",
            "[\"jgz-waterdam\",\"jgz-waterdam\",\"kraamzorg-de-wieg\"]",
            "true",
            "5",
            "1"
        ]
    );
    assert_eq!(
        of(1),
        ["[\"assign\"]", "[\"gemeente-waterdam\"]", "true", "4", "6"]
    );
    assert_eq!(
        of(3),
        [
            "[\"transfer-end\",\"family-known\",\"transfer-take\"]",
            "[\"schuldhulp-waterdam\",\"schuldhulp-waterdam\",\"wijkteam-noord\"]",
            "false",
            "null",
            "1"
        ]
    );
    let ended = six()
        .run_as("gemeente-waterdam", ["list", "--closed", "--format=json"])
        .exit(0)
        .json();
    assert_eq!(
        (
            &ended[0]["next"],
            &ended[0]["silent_days"],
            &ended[0]["due"]
        ),
        (
            &serde_json::json!([]),
            &None::<u8>.into(),
            &None::<u8>.into()
        )
    );
}

#[test]
fn what_is_asked_of_others_is_not_told_to_a_sender_who_hears_the_status_only() {
    let world = World::new();
    report(
        &world,
        "politie-waterdam",
        "9F3R-TH2C",
        &[
            "--topic=mental-health/refuses-help",
            "--age=52",
            "--area=3004",
        ],
    );
    world
        .run_as(
            "meldpunt-bezorgd-waterdam",
            ["involve", "9F3R", "--organisation=ggz-rijnmeer"],
        )
        .exit(0);
    world
        .run_as(
            "meldpunt-bezorgd-waterdam",
            ["ask", "9F3R", "--of=ggz-rijnmeer", "Is he known to you?"],
        )
        .exit(0);
    for form in ["table", "json", "jsonl", "csv"] {
        let list = ["list", "--format", form];
        world
            .run_as("politie-waterdam", list)
            .exit(0)
            .said("9F3R")
            .never_shows("ggz-rijnmeer");
        world
            .run(list)
            .exit(2)
            .no_answer()
            .never_shows("9F3R")
            .told("for which organisation");
        world
            .run_as("meldpunt-bezorgd-waterdam", list)
            .exit(0)
            .said("ggz-rijnmeer");
    }
    assert_eq!(listed(&world, "ggz-rijnmeer", &["--inbox"]), "9");
}

#[rstest]
#[case(&["--inbox", "--mine"])]
#[case(&["--inbox", "--waiting-for=jgz-waterdam"])]
#[case(&["--mine", "--sender=jgz-waterdam"])]
#[case(&["--closed", "--late"])]
#[case(&["--closed", "--state=offered"])]
#[case(&["--closed", "--inbox"])]
#[case(&["--count", "--sort=due"])]
#[case(&["--count", "--limit=5"])]
#[case(&["--count", "--columns=id"])]
fn what_cannot_go_together_is_refused_in_words(#[case] asked: &[&str]) {
    let world = World::new().as_("jgz-waterdam");
    world
        .run_as("gemeente-waterdam", [&["list"], asked].concat())
        .exit(2)
        .no_answer()
        .told("does not go together");
    world
        .lang("nl")
        .run_as("gemeente-waterdam", [&["list"], asked].concat())
        .exit(2)
        .no_answer()
        .told("fout: ");
}

#[rstest]
#[case(&["--silent=0"])]
#[case(&["--silent=week"])]
#[case(&["--basis=hole"])]
#[case(&["--sort=name"])]
#[case(&["--waiting-for=nobody"])]
fn what_is_no_choice_is_refused(#[case] asked: &[&str]) {
    World::new()
        .run_as("gemeente-waterdam", [&["list"], asked].concat())
        .exit(2)
        .no_answer()
        .told("hint: ");
}

#[test]
fn no_list_shows_what_was_written() {
    let world = six();
    let every = ["--state=offered,accepted,answered,closed,withdrawn"];
    for form in ["table", "json", "jsonl", "csv"] {
        for by in ["gemeente-waterdam", "jgz-waterdam", "kraamzorg-de-wieg"] {
            let list = world.run_as(by, [&["list", "--format", form], &every[..]].concat());
            list.exit(0)
                .said("FFFF")
                .never_shows(HUSH)
                .never_shows("1234")
                .never_shows("reference")
                .never_shows("contact");
        }
    }
}
