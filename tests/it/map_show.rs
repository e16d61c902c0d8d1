//! What `map show` says of a small map, in both languages: at a terminal of 80 columns, and in a
//! pipe.
//!
//! After a change of the words: `SNAPSHOTS=overwrite cargo test --test it map_show::`, and read the
//! difference.

use std::path::Path;

use crate::common::World;
use rstest::rstest;
use seinhuis::map_analysis::claims::ClaimFilter;
use seinhuis::map_file::load;
use seinhuis::output::answer::{self, Answer, Format};
use seinhuis::output::i18n::{Language, Texts};
use seinhuis::output::screen::RenderContext;
use seinhuis::routing::map::RouteMap;
use seinhuis::verbs::map::show::answer::claims::ClaimsView;
use snapbox::{Assert, Data};

const MAP: &str = include_str!("../map_show/map.yaml");

fn world() -> World {
    World::new().file("routes.yaml", MAP)
}

fn map() -> RouteMap {
    load(Path::new("tests/map_show/map.yaml")).unwrap()
}

#[track_caller]
fn is_as_in(name: &str, said: &str) {
    let beside = Path::new("tests/map_show").join(name);
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(said, Data::read_from(&beside, None).raw());
}

#[rstest]
#[case::the_whole_map("overview", &[])]
#[case::an_organisation("owner", &["--owner=cjg"])]
#[case::one_that_owns_nothing("owner-of-nothing", &["--owner=kraamzorg"])]
#[case::a_sender_of_whom_the_map_says_what_it_hears("sender", &["--owner=thuiszorg"])]
#[case::a_coordinator("coordinator", &["--owner=gemeente"])]
#[case::an_area_in_a_pipe("area-in-a-pipe", &["--area=buurt"])]
fn it_is_shown_as_the_file_beside_it_says(#[case] name: &str, #[case] options: &[&str]) {
    for language in ["nl", "en"] {
        let run = world()
            .lang(language)
            .run(["map", "show"].iter().chain(options));
        run.exit(0).no_talk();
        is_as_in(&format!("{name}.{language}.txt"), &run.out);
    }
}

#[test]
fn at_a_terminal_claims_are_a_table_of_eighty_columns() {
    let map = map();
    for (language, code) in [(Language::Nl, "nl"), (Language::En, "en")] {
        let texts = Texts::new(language);
        let now = "2026-11-23T10:15:00+01:00".parse().unwrap();
        let screen = RenderContext {
            texts: &texts,
            map: Some(&map),
            as_they_were: None,
            now,
            width: Some(80),
            colour: false,
        };
        let shown = ClaimsView::new(&map, map.claims(&ClaimFilter::default()), screen.today());
        let said = answer::write(&shown as &dyn Answer, Format::Table, &screen);
        assert!(
            said.lines().all(|line| line.chars().count() <= 80),
            "{said}"
        );
        is_as_in(&format!("all.{code}.txt"), &said);
    }
}

#[test]
fn filters_are_used_together() {
    let shown = |options: &[&str]| {
        let rows = world()
            .run(["map", "show", "--format=json"].iter().chain(options))
            .exit(0)
            .json();
        let name = |row: &serde_json::Value| {
            format!(
                "{} {}",
                row["topic"].as_str().unwrap_or("all"),
                row["owner"].as_str().unwrap()
            )
        };
        rows.as_array()
            .unwrap()
            .iter()
            .map(name)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        shown(&["--topic=sleep", "--area=3011", "--owner=jgz"]),
        ["parenting jgz", "parenting jgz"]
    );
    assert_eq!(
        shown(&["--topic=safety"]),
        ["all veilig-thuis", "safety veilig-thuis"]
    );
    assert_eq!(
        shown(&["--topic=money", "--owner=jgz"]),
        Vec::<String>::new()
    );
    assert_eq!(shown(&["--all"]).len(), 7);
}

#[test]
fn a_row_for_a_script_has_the_promises_of_the_map_where_it_has_none_of_its_own() {
    let row = world()
        .run([
            "map",
            "show",
            "--owner=cjg",
            "--topic=money",
            "--format=json",
        ])
        .exit(0)
        .json()[0]
        .clone();
    assert_eq!(
        (&row["accept_within"], &row["feedback_within"]),
        (&"2 working days".into(), &"5 working days".into())
    );
    assert_eq!(
        (&row["validity"], &row["valid_until"], &row["priority"]),
        (&"lapsed".into(), &"2026-06-30".into(), &2.into())
    );
}

#[test]
fn a_spreadsheet_gets_a_line_for_each_claim() {
    let run = world().run(["map", "show", "--all", "--format=csv"]);
    run.exit(0)
        .said("\"topic\",\"owner\",\"name\"")
        .said("\"cjg@dorp.example\"");
    assert_eq!(run.out.lines().count(), 1 + 7);
}

#[rstest]
#[case::an_area("--area=9999", "unknown-postcode")]
#[case::a_topic("--topic=slep", "unknown-topic")]
#[case::an_organisation("--owner=jgzz", "unknown-organisation")]
fn what_the_map_does_not_know_is_a_mistake_on_the_command_line(
    #[case] option: &str,
    #[case] kind: &str,
) {
    let run = world().run(["map", "show", option, "--format=json"]);
    assert_eq!(run.exit(2).no_answer().error_json()["kind"], kind);
}

#[test]
fn a_map_with_faults_is_not_shown() {
    World::new()
        .file("routes.yaml", "seinhuis: 1\n")
        .run(["map", "show"])
        .exit(4)
        .no_answer();
}

#[test]
fn the_schema_is_printed_as_it_is_for_an_editor() {
    let run = World::new().run(["map", "schema"]);
    assert_eq!(
        run.exit(0).no_talk().out.trim_end(),
        seinhuis::map_file::SCHEMA.trim_end()
    );
    assert_eq!(
        World::new()
            .run(["map", "schema", "--format=json"])
            .exit(0)
            .json(),
        run.json()
    );
}
