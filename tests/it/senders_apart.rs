//! Who of an organisation did something, and an organisation that keeps its senders apart.

use rstest::rstest;

use crate::common::{Run, World};

/// The football club keeps its coaches apart; its secretary reads all of it.
fn world() -> World {
    let world = World::new();
    let map = std::fs::read_to_string(world.path("routes.yaml")).unwrap();
    let apart = "\n    senders_apart: true\n    office: [Els]";
    let map = map.replacen(
        "\n    kind: volunteer",
        &format!("\n    kind: volunteer{apart}"),
        1,
    );
    assert!(map.contains(apart));
    world
        .file("routes.yaml", map)
        .with("SEINHUIS_AS", "vv-waterdam")
}

const REPORT: [&str; 8] = [
    "report",
    "--id=VVVV-0001",
    "--topic=parenting",
    "--age=8",
    "--area=3004",
    "--discussed",
    "--seen=Hij huilt",
    "--quiet",
];

fn noor_reported() -> World {
    let world = world().with("SEINHUIS_PERSON", "Noor");
    world.run(REPORT).exit(0);
    world
}

/// In English as this person, or as nobody.
fn as_person(world: World, person: Option<&str>) -> World {
    match person {
        Some(person) => world.with("SEINHUIS_PERSON", person),
        None => world.without("SEINHUIS_PERSON"),
    }
}

/// What would tell something of the signal beyond number, state and days.
const TELLING: [&str; 8] = [
    "parenting",
    "Parenting",
    "waterdam-noord",
    "Noord",
    "cjg",
    "CJG",
    "huilt",
    "Noor",
];

fn tells_nothing(run: &Run) {
    for word in TELLING {
        run.never_shows(word);
    }
}

#[test]
fn a_report_needs_a_person_where_senders_are_kept_apart() {
    let world = world();
    world
        .run(REPORT)
        .exit(2)
        .told("keeps its senders apart, and it is not known who you are");
    world.holds_nothing();
}

#[test]
fn who_sent_it_and_the_office_read_it_and_go_on_with_it() {
    for person in ["Noor", "Els"] {
        let world = noor_reported().with("SEINHUIS_PERSON", person);
        world.run(["show", "VVVV"]).exit(0).said("Hij huilt");
        world.run(["list"]).exit(0).said("cjg-waterdam");
        world.run(["reply", "VVVV", "x"]).exit(0);
    }
}

#[rstest]
#[case::another(Some("Bram"))]
#[case::nobody(None)]
fn a_colleague_knows_number_state_and_days(#[case] person: Option<&str>) {
    let world = as_person(noor_reported(), person);
    for form in ["table", "json", "jsonl", "csv"] {
        let list = world.run(["list", "--format", form]);
        list.exit(0);
        tells_nothing(&list);
        assert!(list.out.contains("VVVV"), "{}", list.out);
        assert!(list.out.contains("offered"), "{}", list.out);
    }
    let rows = world.run(["list", "--format=json"]).exit(0).json();
    let known = [
        "id",
        "state",
        "due",
        "late",
        "accept_by",
        "feedback_by",
        "sender",
    ];
    for (key, value) in rows[0].as_object().unwrap() {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        assert_eq!(known.contains(&key.as_str()), !empty, "{key}: {value}");
    }
}

#[rstest]
#[case(&["list", "--topic=parenting"])]
#[case(&["list", "--area=waterdam"])]
#[case(&["list", "--owner=cjg-waterdam"])]
#[case(&["list", "--basis=rule"])]
#[case(&["list", "--since=2026-11-01"])]
#[case(&["export", "--format=jsonl"])]
#[case(&["export", "--with-words", "--format=jsonl"])]
#[case(&["overview", "--format=json"])]
fn nothing_else_tells_a_colleague_of_it(#[case] typed: &[&str]) {
    let own = noor_reported().run(typed);
    let own = own.exit(0).out.clone();
    let nobody = noor_reported().with("SEINHUIS_PERSON", "Bram").run(typed);
    tells_nothing(&nobody);
    assert!(!nobody.exit(0).out.contains("VVVV"));
    assert_ne!(nobody.out, own, "the sender finds it so");
}

#[rstest]
#[case("owner")]
#[case("area")]
#[case("urgency")]
#[case("reported")]
#[case("last")]
#[case("sender")]
fn it_is_listed_in_every_order(#[case] order: &str) {
    let world = noor_reported().with("SEINHUIS_PERSON", "Bram");
    let second = REPORT.map(|typed| typed.replace("0001", "0002"));
    world.run(second).exit(0);
    let sort = format!("--sort={order}");
    let listed = world.run(["list", &sort, "--format=json"]).exit(0).json();
    let ids: Vec<&str> = (listed.as_array().unwrap().iter())
        .map(|row| row["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["VVVV0002", "VVVV0001"], "her own first");
}

#[rstest]
#[case(&["show", "VVVV"])]
#[case(&["reply", "VVVV", "x"])]
#[case(&["withdraw", "VVVV", "x"])]
#[case(&["amend", "VVVV", "--age=9"])]
#[case(&["heard", "VVVV", "--outcome=partly"])]
#[case(&["family-known", "VVVV"])]
fn a_colleague_neither_reads_it_nor_goes_on_with_it(#[case] typed: &[&str]) {
    let world = noor_reported().with("SEINHUIS_PERSON", "Bram");
    let refused = world.run(typed);
    refused
        .exit(3)
        .told("A colleague sent signal VVVV-0001 (offered, Wednesday 25 November)");
    tells_nothing(&refused);
    let dutch = world.lang("nl").run(typed);
    dutch
        .exit(3)
        .told("Een collega meldde signaal VVVV-0001 (aangeboden, woensdag 25 november)");
}

#[test]
fn a_person_is_kept_with_each_step_for_owner_and_sender() {
    let world = World::new().with("SEINHUIS_PERSON", "Noor");
    let report = REPORT.map(|typed| typed.replace("VVVV-0001", "8HJK-3XZ5"));
    world.run_as("basisschool-de-sluis", report).exit(0);
    let world = world.with("SEINHUIS_PERSON", "Sanne");
    world.run_as("cjg-waterdam", ["accept", "8HJK"]).exit(0);
    for reader in ["basisschool-de-sluis", "cjg-waterdam"] {
        world
            .run_as(reader, ["show", "8HJK"])
            .exit(0)
            .said("Basisschool De Sluis (Noor) sent the signal")
            .said("CJG Waterdam (Sanne) took it on");
        let json = world.run_as(reader, ["show", "8HJK", "--format=json"]);
        let events = json.exit(0).json()["events"].clone();
        assert_eq!(
            (&events[0]["person"], &events[1]["person"]),
            (&"Noor".into(), &"Sanne".into())
        );
    }
    let coordinator = world.run_as("gemeente-waterdam", ["show", "8HJK"]);
    coordinator
        .exit(0)
        .never_shows("(Noor)")
        .never_shows("(Sanne)");
}

#[test]
fn a_status_only_sender_is_not_told_who_of_the_owner_answered() {
    let world = World::new().with("SEINHUIS_PERSON", "Noor");
    world.run_as("vv-waterdam", REPORT).exit(0);
    let world = world.with("SEINHUIS_PERSON", "Sanne");
    let answer = [
        "feedback",
        "VVVV",
        "--outcome=partly",
        "--by=phone",
        "--status-only",
    ];
    world.run_as("cjg-waterdam", answer).exit(0);
    let shown = world.run_as("vv-waterdam", ["show", "VVVV"]);
    shown.exit(0).said("(Noor)").never_shows("Sanne");
}

#[test]
fn persons_come_back_with_a_history() {
    let world = World::new()
        .with_privacy_officer()
        .with("SEINHUIS_PERSON", "Noor");
    world.run_as("vv-waterdam", REPORT).exit(0);
    let all = ["export", "--with-words", "--because=x", "--format=jsonl"];
    let written = world.run_as("gemeente-waterdam", all).exit(0).out.clone();
    assert!(written.contains("\"person\":\"Noor\""), "{written}");
    let fresh = World::new()
        .with_privacy_officer()
        .with("SEINHUIS_PERSON", "Ruud");
    fresh
        .run_with_input(written.as_bytes(), ["import", "--as=gemeente-waterdam"])
        .exit(0);
    let again = fresh.run_as("gemeente-waterdam", all).exit(0).out.clone();
    assert_eq!(crate::common::without_imports(&again), written);
    assert!(again.contains("\"person\":\"Ruud\""), "{again}");
    let without_words = fresh.run_as("gemeente-waterdam", ["export", "--format=jsonl"]);
    without_words.exit(0).never_shows("Noor");
}

#[test]
fn what_a_colleague_sent_is_not_told_by_saying_it_again() {
    let world = world().with("SEINHUIS_PERSON", "Noor");
    let report = [REPORT.as_slice(), &["--reference=A"]].concat();
    world.run(&report).exit(0);
    world.run(&report).exit(0).said("VVVV-0001");
    let again = world.with("SEINHUIS_PERSON", "Bram").run(&report);
    again.exit(3).told("A colleague sent signal VVVV-0001");
    tells_nothing(&again);
}

/// The one that is asked may take it over or leave it, and does no more for the sender.
#[test]
fn a_colleague_in_another_part_does_what_that_part_may_alone() {
    let apart = "\n    senders_apart: true";
    let world = World::new().map_with("\n    kind: cjg", &format!("\n    kind: cjg{apart}"));
    let world = world.with("SEINHUIS_PERSON", "Noor");
    let report = [
        "report",
        "--id=AAAA-0001",
        "--topic=finances/debts",
        "--age=35",
        "--area=3004",
        "--discussed",
        "--seen=x",
    ];
    world.run_as("cjg-waterdam", report).exit(0);
    let propose = ["transfer", "propose", "AAAA", "--to=cjg-waterdam"];
    world.run_as("schuldhulp-waterdam", propose).exit(0);
    let world = world.with("SEINHUIS_PERSON", "Bram");
    for typed in [&["withdraw", "AAAA", "x"][..], &["reply", "AAAA", "x"]] {
        world
            .run_as("cjg-waterdam", typed)
            .exit(3)
            .told("A colleague sent");
    }
    let shown = world.run_as("cjg-waterdam", ["show", "AAAA"]);
    shown
        .exit(0)
        .said("seinhuis transfer take")
        .never_shows("seinhuis withdraw")
        .never_shows("seinhuis heard");
    world
        .run_as("cjg-waterdam", ["transfer", "take", "AAAA"])
        .exit(0);
}

#[test]
fn who_imports_reports_of_her_own_organisation_sent_them() {
    let table = "id,topics,seen,discussed\nVVVV0001,parenting,Hij huilt,yes\n";
    let import = ["import", "in.csv"];
    let nobody = world().file("in.csv", table);
    nobody
        .run(import)
        .exit(2)
        .told("it is not known who you are");
    let world = world()
        .file("in.csv", table)
        .with("SEINHUIS_PERSON", "Noor");
    world.run(import).exit(0);
    world.run(["show", "VVVV"]).exit(0).said("(Noor)");
    let world = world.with("SEINHUIS_PERSON", "Bram");
    world.run(["show", "VVVV"]).exit(3);
}

#[test]
fn histories_need_no_person_of_who_imports_them() {
    let world = World::new().with_privacy_officer();
    world.run_as("vv-waterdam", REPORT).exit(0);
    let all = ["export", "--with-words", "--because=x", "--format=jsonl"];
    let written = world.run_as("gemeente-waterdam", all).exit(0).out.clone();
    let apart = "\n    kind: municipality\n    senders_apart: true";
    let fresh = World::new().map_with("\n    kind: municipality", apart);
    let import = ["import", "--as=gemeente-waterdam"];
    let table = "topics,seen,discussed\nparenting,Hij huilt,yes\n";
    fresh
        .run_with_input(table.as_bytes(), import)
        .exit(2)
        .told("it is not known who you are");
    fresh
        .run_with_input(written.as_bytes(), import)
        .exit(0)
        .said("1 signal recorded.");
}

#[test]
fn an_office_is_known_however_its_name_is_spelt() {
    let world = world();
    let map = std::fs::read_to_string(world.path("routes.yaml")).unwrap();
    let decomposed = map.replace("office: [Els]", "office: [Zoe\u{308}]");
    let world = world
        .file("routes.yaml", decomposed)
        .with("SEINHUIS_PERSON", "Noor");
    world.run(REPORT).exit(0);
    let world = world.with("SEINHUIS_PERSON", "Zo\u{eb}");
    world.run(["show", "VVVV"]).exit(0).said("Hij huilt");
}
