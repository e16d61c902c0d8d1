//! When it was reported: by day or to the minute, and never in a year that nobody meant.

use super::school;
use crate::common::World;
use rstest::rstest;

/// In office hours the wijkteam owns, outside of them the crisis service.
const BY_HOURS: &str = "seinhuis: 1
name: Dorp
coordinator: gemeente
topics: {safety: {name: {nl: Veiligheid, en: Safety}}}
areas: {dorp: {name: Dorp, postcodes: [3000-3009]}}
organisations:
  gemeente: {name: Gemeente, kind: municipality, contact: {phone: 010-555 01 90}}
  kraamzorg: {name: Kraamzorg, kind: maternity-care}
  wijkteam: {name: Wijkteam, kind: team, contact: {phone: 010-555 01 20}, owns: [{topics: [safety], hours: office}]}
  crisis: {name: Crisisdienst, kind: crisis, contact: {phone: 010-555 01 21, hours: always}, owns: [{topics: [safety], hours: outside}]}
";

fn village() -> World {
    World::new().as_("kraamzorg").file("routes.yaml", BY_HOURS)
}

fn rows(reported_at: &str) -> String {
    format!("topics,area,discussed,seen,reported_at\nsafety,3004,ja,x,{reported_at}\n")
}

#[rstest]
#[case::a_working_day("2026-11-20", "wijkteam")]
#[case::in_office_hours("2026-11-20T10:15", "wijkteam")]
#[case::at_night("2026-11-20T00:00", "crisis")]
#[case::today("2026-11-23", "wijkteam")]
#[case::a_sunday("2026-11-22", "crisis")]
fn a_day_without_a_time_is_within_office_hours_everywhere(
    #[case] moment: &str,
    #[case] owner: &str,
) {
    let world = village();
    world
        .run_with_input(rows(moment).as_bytes(), ["import"])
        .exit(0);
    assert_eq!(world.signals()[0]["owner"], owner);
    let routed = world.run(["route", "--topic=safety", "--at", moment, "--format=json"]);
    assert_eq!(routed.exit(0).json()["owner"]["id"], owner);
    let case = format!(
        "{{name: A, at: {moment}, signal: {{topics: [safety]}}, expect: {{owner: {owner}}}}}"
    );
    world
        .file("one.test.yaml", format!("cases: [{case}]\n"))
        .run(["map", "test", "one.test.yaml"])
        .exit(0);
}

#[test]
fn of_today_before_the_offices_open_now_is_kept_and_office_hours_decide() {
    let world = village().at("2026-11-23T07:00");
    world
        .run_with_input(rows("2026-11-23").as_bytes(), ["import"])
        .exit(0);
    let signal = &world.signals()[0];
    assert_eq!(
        (&signal["owner"], &signal["reported_at"]),
        (&"wijkteam".into(), &"2026-11-23T07:00:00+01:00".into())
    );
}

#[test]
fn a_leap_second_of_another_program_is_recorded() {
    let world = school();
    let rows = rows("2026-11-19 16:59:60");
    world.run_with_input(rows.as_bytes(), ["import"]).exit(0);
    assert_eq!(
        world.signals()[0]["reported_at"],
        "2026-11-19T16:59:59+01:00"
    );
}

#[rstest]
#[case("23-11-26 10:15", "not-a-moment", "with all four digits of the year")]
#[case("1-12-25 9:00", "not-a-moment", "with all four digits of the year")]
#[case("0026-11-23", "not-a-moment", "with all four digits of the year")]
#[case("22-11-0026", "not-a-moment", "with all four digits of the year")]
#[case(
    "0001-01-01T00:00:00Z",
    "not-a-moment",
    "with all four digits of the year"
)]
#[case(
    "1899-12-30",
    "too-long-ago",
    "This is before 1990: nothing was reported so long ago."
)]
#[case(
    "1970-01-01T00:00:00Z",
    "too-long-ago",
    "This is before 1990: nothing was reported so long ago."
)]
fn a_year_that_nobody_meant_is_turned_down(
    #[case] moment: &str,
    #[case] kind: &str,
    #[case] told: &str,
) {
    let world = school();
    let rows = rows(moment);
    world
        .run_with_input(rows.as_bytes(), ["import"])
        .exit(2)
        .told(told);
    let run = world.run_with_input(rows.as_bytes(), ["import", "--format=json"]);
    let row = &run.exit(2).error_json()["rows"][0];
    assert_eq!(
        (&row["kind"], &row["column"]),
        (&kind.into(), &"reported_at".into())
    );
    world.holds_nothing();
}

#[rstest]
#[case::route(&["route", "--topic=parenting", "--at=26-11-23T10:15"], "with all four digits of the year")]
#[case::list(&["list", "--since=26-11-23"], "A day is like 2026-11-23.")]
#[case::list_with_zeros(&["list", "--since=0026-11-23"], "A day is like 2026-11-23.")]
#[case::overview(&["overview", "--since=26-11-23 10:15"], "A day is like 2026-11-23.")]
#[case::overview_until(&["overview", "--until=0026-11-23"], "A day is like 2026-11-23.")]
fn a_year_in_two_digits_is_refused_wherever_a_day_is_typed(
    #[case] command: &[&str],
    #[case] told: &str,
) {
    school().run(command).exit(2).told(told);
}

#[test]
fn the_clock_of_a_trial_is_not_set_to_a_year_in_two_digits() {
    let world = school();
    let run = world.shell("SEINHUIS_NOW=0026-11-23T10:00:00+01:00 \"$SEINHUIS\" list");
    run.exit(2).told("which is not a moment");
}
