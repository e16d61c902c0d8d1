//! The stories behind the program, on the example map: who owns the follow-up, by when, and who reads along.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use rstest::rstest;
use seinhuis::domain::codes::{Choice, TopicId};
use seinhuis::domain::signal::{Facts, Topics, Urgency};
use seinhuis::domain::time::{Moment, Zone};
use seinhuis::routes_file::load;
use seinhuis::routing::decide;
use seinhuis::routing::decision::Decision;
use seinhuis::routing::map::RouteMap;

static MAP: LazyLock<RouteMap> = LazyLock::new(|| load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/routes.yaml"))).unwrap());

/// `sender | topics | age | area | urgency`, a dash where the sender does not know.
fn facts(told: &str) -> Facts {
    let told: Vec<&str> = told.split('|').map(str::trim).collect();
    let [sender, topics, age, area, urgency] = told[..] else { panic!("five things are told") };
    let topics: Vec<TopicId> = topics.split_whitespace().map(|topic| MAP.find_topic(topic).unwrap().id.clone()).collect();
    Facts {
        topics: Topics::from_list(topics).unwrap(),
        age: Some(age).filter(|age| *age != "-").map(|age| age.parse().unwrap()),
        area: Some(area).filter(|area| *area != "-").map(|area| MAP.find_area(area).unwrap().id.clone()),
        urgency: Urgency::from_code(urgency).unwrap(),
        sender: Some(MAP.find_organisation(sender).unwrap().id.clone()),
    }
}

fn at(clock: &str) -> Moment {
    Zone::AMSTERDAM.read(clock).unwrap()
}

/// `owner, basis, accept by, feedback by, level, involved…`
fn said(decision: &Decision) -> String {
    let Decision { owner, basis, accept_by, feedback_by, level, involved, .. } = decision;
    let involved: Vec<String> = involved.iter().map(|i| i.organisation.to_string()).collect();
    format!("{owner}, {basis}, {accept_by}, {feedback_by}, {level}, [{}]", involved.join(" "))
}

#[rstest]
#[case::a_crying_mother_goes_to_jgz_and_the_kraamhulp_hears_before_she_leaves(
    "2026-11-23T10:15",
    "kraamzorg-de-wieg | parenting/attachment | 5 days | waterdam-noord | normal",
    "jgz-waterdam, rule, 2026-11-24, 2026-11-25, full, []"
)]
#[case::the_same_from_a_gp_has_the_covenants_promise(
    "2026-11-23T10:15",
    "huisartsen-waterdam | parenting/sleep | 2 | waterdam-noord | normal",
    "jgz-waterdam, rule, 2026-11-25, 2026-11-30, full, []"
)]
#[case::a_cold_house_with_unopened_post_goes_to_the_team_in_three_days_with_debt_help_beside_it(
    "2026-11-26T14:00",
    "kraamzorg-de-wieg | finances/arrears housing | 0 | 3004 | urgent",
    "wijkteam-noord, rule, 2026-11-27, 2026-12-01, full, [schuldhulp-waterdam]"
)]
#[case::a_father_who_cannot_read_the_letter_goes_to_the_taalhuis(
    "2026-11-24T09:00",
    "jgz-waterdam | language/literacy | 23 | waterdam | normal",
    "taalhuis-waterdam, rule, 2026-11-27, 2026-12-08, full, []"
)]
#[case::a_girl_without_lunch_goes_to_the_cjg_and_the_school_hears_the_outcome(
    "2026-11-30T12:30",
    "basisschool-de-sluis | parenting/care | 9 | waterdam-oost | normal",
    "cjg-waterdam, rule, 2026-12-02, 2026-12-07, full, []"
)]
#[case::an_exhausted_carer_of_78_goes_to_the_team_with_welzijn_beside_it(
    "2026-12-01T16:45",
    "huisartsen-waterdam | social-network/informal-care | 78 | waterdam-oost | normal",
    "wijkteam-oost, rule, 2026-12-03, 2026-12-15, full, [welzijn-oost]"
)]
#[case::a_tenant_in_arrears_goes_to_debt_help_and_the_landlord_hears_the_status_only(
    "2026-12-02T11:00",
    "woningcorporatie-havenrand | finances/arrears | 45 | waterdam-noord | normal",
    "schuldhulp-waterdam, rule, 2026-12-04, 2026-12-30, status-only, []"
)]
#[case::a_lonely_man_of_82_goes_to_welzijn_oost_over_the_closed_days_of_christmas(
    "2026-12-17T15:00",
    "thuiszorg-de-dijk | social-network/loneliness | 82 | 3012 | normal",
    "welzijn-oost, rule, 2026-12-22, 2027-01-05, full, []"
)]
#[case::a_boy_who_drops_out_goes_to_the_cjg_and_the_volunteer_hears_the_status_only(
    "2026-11-27T20:00",
    "vv-waterdam | parenting | 15 | waterdam-noord | normal",
    "cjg-waterdam, rule, 2026-12-01, 2026-12-04, status-only, []"
)]
#[case::a_possible_disability_goes_to_mee_and_the_officer_stays_for_income(
    "2026-11-25T10:00",
    "werk-en-inkomen-waterdam | participation/disability finances/income | 30 | waterdam-oost | normal",
    "mee-rijnmeer, rule, 2026-11-30, 2026-12-09, full, []"
)]
#[case::a_man_who_talks_to_walls_goes_to_meldpunt_bezorgd_and_the_police_hear_the_status_only(
    "2026-11-28T15:00",
    "politie-waterdam | mental-health/refuses-help | 52 | waterdam-noord | normal",
    "meldpunt-bezorgd-waterdam, rule, 2026-12-01, 2026-12-14, status-only, []"
)]
#[case::the_police_need_not_know_whether_he_is_ill(
    "2026-11-28T15:00",
    "politie-waterdam | mental-health | 52 | waterdam-noord | normal",
    "meldpunt-bezorgd-waterdam, rule, 2026-12-01, 2026-12-14, status-only, []"
)]
#[case::a_girl_of_16_who_harms_herself_is_claimed_by_two_and_the_coordinator_decides(
    "2026-11-23T09:00",
    "basisschool-de-sluis | mental-health/self-harm | 16 | waterdam-noord | normal",
    "gemeente-waterdam, dispute, 2026-11-25, 2026-11-30, full, [cjg-waterdam ggz-rijnmeer]"
)]
#[case::in_veenbroek_the_same_girl_is_settled(
    "2026-11-23T09:00",
    "basisschool-de-sluis | mental-health/self-harm | 16 | veenbroek | normal",
    "cjg-veenbroek, rule, 2026-11-25, 2026-11-30, full, []"
)]
#[case::hoarding_by_a_home_owner_is_a_gap_and_the_coordinators(
    "2026-11-23T09:00",
    "thuiszorg-de-dijk | housing/hoarding | 60 | waterdam-oost | normal",
    "gemeente-waterdam, gap, 2026-11-25, 2026-11-30, full, []"
)]
#[case::a_gap_in_veenbroek_is_veenbroeks_own(
    "2026-11-23T09:00",
    "huisartsen-waterdam | mental-health | - | 3056 | normal",
    "gemeente-veenbroek, gap, 2026-11-25, 2026-11-30, full, []"
)]
#[case::a_bruised_toddler_on_saturday_night_goes_to_veilig_thuis_at_once(
    "2026-11-28T22:00",
    "kraamzorg-de-wieg | safety/violence | 2 | waterdam-noord | acute",
    "veilig-thuis-rijnmeer, rule, 2026-11-28, 2026-12-04, full, []"
)]
#[case::a_boy_of_17_years_and_10_months_stays_with_the_cjg_and_the_team_reads_along(
    "2026-11-23T09:00",
    "basisschool-de-sluis | parenting/youth-care | 17y10m | waterdam-noord | normal",
    "cjg-waterdam, rule, 2026-11-25, 2026-11-30, full, [wijkteam-noord]"
)]
#[case::of_divorced_parents_the_childs_own_address_decides(
    "2026-11-23T09:00",
    "basisschool-de-sluis | parenting | 8 | veenbroek | normal",
    "cjg-veenbroek, rule, 2026-11-25, 2026-11-30, full, []"
)]
#[case::a_quarrel_about_money_goes_to_debt_help(
    "2026-11-24T09:00",
    "huisartsen-waterdam | finances/debts | 34 | waterdam-noord | normal",
    "schuldhulp-waterdam, rule, 2026-11-26, 2026-12-22, full, []"
)]
#[case::and_when_he_turns_out_not_to_read_the_taalhuis_comes_beside_it_and_the_owner_stays(
    "2026-11-24T09:00",
    "huisartsen-waterdam | finances/debts language/literacy | 34 | waterdam-noord | normal",
    "schuldhulp-waterdam, rule, 2026-11-26, 2026-12-22, full, [taalhuis-waterdam]"
)]
#[case::the_raad_takes_what_veilig_thuis_asks(
    "2026-11-24T09:00",
    "veilig-thuis-rijnmeer | justice/protection-inquiry | 6 | waterdam-noord | normal",
    "raad-voor-de-kinderbescherming, rule, 2026-11-26, 2026-12-08, full, []"
)]
#[case::the_raad_takes_nothing_from_a_school_which_talks_to_veilig_thuis_first(
    "2026-11-24T09:00",
    "basisschool-de-sluis | justice/protection-inquiry | 6 | waterdam-noord | normal",
    "veilig-thuis-rijnmeer, rule, 2026-11-26, 2026-12-01, full, []"
)]
fn the_story_is_routed_right(#[case] clock: &str, #[case] told: &str, #[case] expected: &str) {
    assert_eq!(said(&decide(&MAP, &facts(told), at(clock))), expected);
    assert_eq!(reported(clock, told), expected, "by the command");
}

/// Runs the program with a register of its own, and reads its JSON.
fn run(register: &Path, clock: &str, arguments: &[&str]) -> serde_json::Value {
    let ran = Command::new(env!("CARGO_BIN_EXE_seinhuis"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .args(["--format", "json"])
        .env_clear()
        .env("SEINHUIS_CONFIG", register.with_extension("yaml"))
        .env("SEINHUIS_REGISTER", register)
        .env("SEINHUIS_NOW", at(clock).in_zone(Zone::AMSTERDAM))
        .env("SEINHUIS_LANG", "en")
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_slice(&ran.stdout).unwrap()
}

/// What `report` answers, in the form of [`said`].
fn reported(clock: &str, told: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let told: Vec<&str> = told.split('|').map(str::trim).collect();
    let [sender, topics, age, area, urgency] = told[..] else { panic!("five things are told") };
    let topics = topics.replace(' ', ",");
    let arguments = ["report", "--as", sender, "--topic", &topics, "--area", area, "--urgency", urgency];
    let age: &[&str] = if age == "-" { &[] } else { &["--age", age] };
    let answer =
        run(&home.path().join("register.db"), clock, &[&arguments[..], age, &["--discussed", "--seen", "What was seen."]].concat());
    let text = |key: &str| answer[key].as_str().unwrap().to_owned();
    let involved: Vec<&str> = answer["involved"].as_array().unwrap().iter().map(|who| who["id"].as_str().unwrap()).collect();
    let owner = answer["owner"]["id"].as_str().unwrap();
    format!("{owner}, {}, {}, {}, {}, [{}]", text("basis"), text("accept_by"), text("feedback_by"), text("level"), involved.join(" "))
}

#[test]
fn the_question_behind_the_question_adds_a_topic_and_a_helper_and_the_owner_and_the_promise_stay() {
    let home = tempfile::tempdir().unwrap();
    let register = home.path().join("register.db");
    let report = ["report", "--as", "huisartsen-waterdam", "--topic", "finances/debts", "--age", "34", "--area", "waterdam-noord"];
    let id = ["--id", "K7M4Q2X8", "--discussed", "--seen", "They fight about money."];
    let first = run(&register, "2026-11-24T09:00", &[&report[..], &id].concat());
    let amend = ["amend", "K7M4", "--as", "schuldhulp-waterdam", "--add", "language/literacy", "He hides the post: he cannot read it."];
    let amended = run(&register, "2026-11-25T09:00", &amend);
    assert_eq!(amended["owner"], first["owner"]["id"]);
    assert_eq!(amended["feedback_by"], first["feedback_by"]);
    assert_eq!(amended["topics"], serde_json::json!(["finances/debts", "language/literacy"]));
    assert_eq!(amended["involved"], serde_json::json!(["taalhuis-waterdam"]));
    let told = run(&register, "2026-11-25T10:00", &["show", "K7M4", "--as", "huisartsen-waterdam"]);
    assert_eq!(told["events"][1]["event"], "amended", "the sender sees it");
}

#[rstest]
#[case::for_a_toddler_on_saturday_night("2026-11-28T22:00", "2", &["112", "0800-2000"])]
#[case::for_an_adult_on_saturday_night("2026-11-28T22:00", "52", &["112", "0800-2000", "010-555 01 71"])]
#[case::for_an_adult_in_office_hours("2026-11-27T10:00", "52", &["112", "0800-2000"])]
fn danger_comes_first(#[case] clock: &str, #[case] age: &str, #[case] calls: &[&str]) {
    let lines: Vec<&str> = MAP.emergency_at(Some(age.parse().unwrap()), at(clock)).map(|line| line.call.as_str()).collect();
    assert_eq!(lines, calls);
}

#[test]
fn the_only_dispute_of_the_map_is_the_one_that_is_meant() {
    let mut disputes = std::collections::BTreeSet::new();
    let ages = ["unborn", "3", "13", "17y7m", "20", "40", "70", "-"];
    let senders = ["kraamzorg-de-wieg", "politie-waterdam", "woningcorporatie-havenrand", "gemeente-waterdam"];
    for topic in MAP.topics() {
        for (age, sender) in ages.iter().flat_map(|age| senders.iter().map(move |sender| (age, sender))) {
            for area in ["waterdam-noord", "3019", "veenbroek"] {
                for (urgency, clock) in [("acute", "2026-11-28T22:00"), ("urgent", "2026-11-27T10:00"), ("normal", "2026-11-27T10:00")] {
                    let decision = decide(&MAP, &facts(&format!("{sender} | {} | {age} | {area} | {urgency}", topic.id)), at(clock));
                    if decision.basis.code() == "dispute" {
                        disputes.insert(format!("{} {}", topic.id, area));
                    }
                }
            }
        }
    }
    let meant = ["mental-health/self-harm 3019", "mental-health/self-harm waterdam-noord"];
    assert_eq!(disputes.into_iter().collect::<Vec<_>>(), meant);
}
