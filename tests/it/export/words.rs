//! Who gets which words, and that it is said and kept.

use rstest::rstest;

use super::{ALL_WORDS, PRIVATE, world};

#[test]
fn that_words_leave_is_said_and_stays_in_the_register() {
    let world = world();
    let all = [&["export", "--format=jsonl", "--quiet"], ALL_WORDS].concat();
    world.run(all).exit(0).said("No lunch").told(
        "warning: this export of 2 signals holds everything that people wrote. \
         The register keeps that it was made, on behalf of Gemeente Waterdam, and why.",
    );
    world
        .run_as(
            "basisschool-de-sluis",
            ["export", "--output=w.csv", "--with-words"],
        )
        .exit(0)
        .said("with what people wrote")
        .told(
            "this export of 1 signal holds what people wrote, as far as Basisschool De Sluis may read it.",
        );
    let expected = serde_json::json!([
        {"at": "2026-12-07T09:00:00+01:00", "by": "gemeente-waterdam", "signals": 2, "because": "Complaint 12"},
        {"at": "2026-12-07T09:00:00+01:00", "by": "basisschool-de-sluis", "signals": 1, "because": null},
    ]);
    assert_eq!(
        world.run(["register", "info", "--format=json"]).json()["exports"],
        expected
    );
    world.run(["register", "info"]).said(
        "2 times, last on Monday 7 December, 09:00, on behalf of Basisschool De Sluis, of 1 signal",
    );
}

/// Who leaves it out reads what it reads as an organisation; so does the coordinator, by design
/// without words.
#[rstest]
#[case::the_sender("kraamzorg-de-wieg", &["Mother cries", "Granny comes", "06-555 01 01", "DW-0599", "Is she at home"])]
#[case::the_owner("jgz-waterdam", &["Mother cries", "Granny comes", "06-555 01 01", "DW-0599", "Is she at home"])]
#[case::another_sender("basisschool-de-sluis", &["No lunch"])]
#[case::the_coordinator("gemeente-waterdam", &[])]
#[case::a_stranger("welzijn-oost", &[])]
fn each_organisation_gets_the_words_that_it_may_read(#[case] by: &str, #[case] words: &[&str]) {
    let world = world();
    for form in [
        &["--format=jsonl"][..],
        &["--format=json"],
        &["--format=csv"],
        &["--format=csv", "--events"],
    ] {
        let run = world.run_as(by, [&["export", "--with-words"], form].concat());
        run.exit(0);
        for text in PRIVATE.iter().chain(&["No lunch"]) {
            let is_of_events = form.contains(&"--events") == (*text == "Is she at home");
            if !words.contains(text) {
                run.never_shows(text);
            } else if is_of_events || form[0] != "--format=csv" {
                run.said(text);
            }
        }
    }
}

#[test]
fn all_words_are_for_the_privacy_officer_alone_and_for_nobody_without_one() {
    let ask = [&["export", "--output=w.jsonl"], ALL_WORDS].concat();
    let world = world();
    world
        .run_as("jgz-waterdam", &ask)
        .exit(3)
        .told("given to the privacy officer of the map alone")
        .told("--as gemeente-waterdam");
    let world = world.file("routes.yaml", include_bytes!("../../../routes.yaml"));
    world
        .run_as("gemeente-waterdam", &ask)
        .exit(3)
        .told("The map names none (privacy_officer)");
    let because = ["export", "--output=w.jsonl", "--because=x"];
    world.run_as("gemeente-waterdam", because).exit(2);
    assert!(!world.path("w.jsonl").exists());
    assert_eq!(
        world.run(["register", "info", "--format=json"]).json()["exports"],
        serde_json::json!([])
    );
}

#[test]
fn nothing_leaves_on_behalf_of_nobody() {
    let world = world().without("SEINHUIS_AS");
    for words in [&[][..], &["--with-words"]] {
        world
            .run([&["export", "--output=w.jsonl"], words].concat())
            .exit(2)
            .told("not known for which organisation");
    }
    assert!(!world.path("w.jsonl").exists());
}
