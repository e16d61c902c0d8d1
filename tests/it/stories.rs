//! The stories behind the program (routes.test.yaml), on the example map, as `report` tells them;
//! and what `map test` cannot say of them.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use crate::common::{now, today};
use rstest::rstest;
use seinhuis::domain::codes::{CodeEnum, TopicId};
use seinhuis::domain::signal::{Facts, Particulars, Topics, Urgency};
use seinhuis::domain::time::{Moment, Zone};
use seinhuis::map_analysis::expectation::MapCase;
use seinhuis::map_file::{load, load_cases};
use seinhuis::routing::decide;
use seinhuis::routing::decision::Decision;
use seinhuis::routing::explanation::Explanation;
use seinhuis::routing::map::RouteMap;

static MAP: LazyLock<RouteMap> = LazyLock::new(|| {
    load(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/routes.yaml"
    )))
    .unwrap()
});

fn at(clock: &str) -> Moment {
    Zone::AMSTERDAM.read(clock).unwrap()
}

/// The stories, named as sentences: routes.test.yaml.
fn stories() -> Vec<MapCase> {
    load_cases(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/routes.test.yaml")),
        &MAP,
        now(),
    )
    .unwrap()
    .all
}

#[test]
fn every_story_is_routed_as_was_agreed() {
    let wrong = |case: &MapCase| {
        let tried = case.run(&MAP, at("2026-11-23T10:15"));
        (!tried.agrees()).then(|| format!("{}: {:#?}", case.name, tried.compared))
    };
    assert_eq!(
        stories().iter().filter_map(wrong).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
}

#[test]
fn report_says_of_every_story_what_was_agreed() {
    for case in stories() {
        let MapCase {
            name,
            at: moment,
            facts,
            ..
        } = &case;
        let moment = moment.unwrap_or_else(|| panic!("{name}: a story has its moment"));
        let decision = case.run(&MAP, moment).decision;
        let home = tempfile::tempdir().unwrap();
        let answer = run(
            &home.path().join("register.db"),
            &moment.in_zone(Zone::AMSTERDAM),
            &reporting(facts),
        );
        let involved: Vec<&str> = answer["involved"]
            .as_array()
            .unwrap()
            .iter()
            .map(|who| who["id"].as_str().unwrap())
            .collect();
        let calls: Vec<&str> = answer["emergency"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["call"].as_str().unwrap())
            .collect();
        let Decision {
            owner,
            basis,
            accept_by,
            feedback_by,
            level,
            why: Explanation {
                involved: expected, ..
            },
            ..
        } = decision;
        let said = ["basis", "accept_by", "feedback_by", "level"]
            .map(|key| answer[key].as_str().unwrap().to_owned());
        assert_eq!(answer["owner"]["id"], owner.as_str(), "{name}");
        assert_eq!(
            said,
            [
                basis.to_string(),
                accept_by.to_string(),
                feedback_by.to_string(),
                level.to_string()
            ],
            "{name}"
        );
        assert_eq!(
            involved,
            expected
                .iter()
                .map(|who| who.organisation.as_str())
                .collect::<Vec<_>>(),
            "{name}"
        );
        if let Some(expected) = &case.expected.emergency {
            assert_eq!(calls, *expected, "{name}");
        }
    }
}

/// The signal as the sender types it.
fn reporting(facts: &Facts) -> Vec<String> {
    let Facts {
        topics,
        particulars:
            Particulars {
                age,
                youngest,
                residence,
                urgency,
                before,
            },
        sender,
    } = facts;
    let topics: Vec<&str> = topics.iter().map(TopicId::as_str).collect();
    let given = [
        ("as", sender.as_ref().map(ToString::to_string)),
        ("topic", Some(topics.join(","))),
        ("age", age.map(|age| age.to_string())),
        ("youngest", youngest.map(|age| age.to_string())),
        ("before", before.map(|day| day.to_string())),
        ("area", residence.as_ref().map(ToString::to_string)),
        ("urgency", Some(urgency.to_string())),
        ("seen", Some("What was seen.".to_owned())),
    ];
    let options = given
        .into_iter()
        .filter_map(|(option, value)| Some(format!("--{option}={}", value?)));
    ["report".to_owned(), "--discussed".to_owned()]
        .into_iter()
        .chain(options)
        .collect()
}

#[test]
fn the_kraamhulp_hears_before_she_leaves() {
    // The baby is five days old, and she stays until it is ten: whatever day of the week it is, and
    // over a weekend.
    let first = stories()
        .into_iter()
        .find(|case| case.name.contains("before she leaves"))
        .unwrap();
    for day in 16..=22 {
        let now = at(&format!("2026-11-{day}T10:15"));
        let heard = decide(&MAP, &first.facts, now).feedback_by;
        assert!(
            heard.days_since(MAP.day(now)) < 5,
            "asked on {}, heard on {heard}",
            MAP.day(now)
        );
    }
}

#[rstest]
#[case::of_17_years_and_10_months("17 years and 10 months", &["17y10m", "17y11m"], "cjg-waterdam", &["18", "22"], "wijkteam-noord")]
#[case::of_9("without lunch", &["4", "9", "17y11m"], "cjg-waterdam", &["3y11m"], "jgz-waterdam")]
fn an_owner_changes_on_a_birthday_and_not_before(
    #[case] story: &str,
    #[case] before: &[&str],
    #[case] one: &str,
    #[case] after: &[&str],
    #[case] other: &str,
) {
    let story = stories()
        .into_iter()
        .find(|case| case.name.contains(story))
        .unwrap();
    let owner = |age: &&str| {
        decide(
            &MAP,
            &Facts {
                particulars: Particulars {
                    age: Some(age.parse().unwrap()),
                    ..story.facts.particulars.clone()
                },
                ..story.facts.clone()
            },
            story.at.unwrap(),
        )
        .owner
        .to_string()
    };
    assert!(
        before.iter().all(|age| owner(age) == one) && after.iter().all(|age| owner(age) == other),
        "{}",
        story.name
    );
}

/// Runs the program with a register of its own, and reads its JSON.
fn run(register: &Path, clock: &str, arguments: &[impl AsRef<OsStr>]) -> serde_json::Value {
    let ran = Command::new(env!("CARGO_BIN_EXE_seinhuis"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .args(["--format", "json"])
        .env_clear()
        .env("SEINHUIS_CONFIG", register.with_extension("yaml"))
        .env("SEINHUIS_REGISTER", register)
        .env("SEINHUIS_CACHE", register.with_file_name("cache"))
        .env("SEINHUIS_NOW", at(clock).in_zone(Zone::AMSTERDAM))
        .env("SEINHUIS_LANG", "en")
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    serde_json::from_slice(&ran.stdout).unwrap()
}

#[test]
fn the_question_behind_the_question_adds_a_topic_and_a_helper_and_the_owner_and_the_promise_stay() {
    let home = tempfile::tempdir().unwrap();
    let register = home.path().join("register.db");
    let report = [
        "report",
        "--as",
        "huisartsen-waterdam",
        "--topic",
        "finances/debts",
        "--age",
        "34",
        "--area",
        "waterdam-noord",
    ];
    let id = [
        "--id",
        "K7M4Q2X8",
        "--discussed",
        "--seen",
        "They fight about money.",
    ];
    let first = run(&register, "2026-11-24T09:00", &[&report[..], &id].concat());
    let amend = [
        "amend",
        "K7M4",
        "--as",
        "schuldhulp-waterdam",
        "--add",
        "language/literacy",
        "He hides the post: he cannot read it.",
    ];
    let amended = run(&register, "2026-11-25T09:00", &amend);
    assert_eq!(amended["owner"], first["owner"]["id"]);
    assert_eq!(amended["feedback_by"], first["feedback_by"]);
    assert_eq!(
        amended["topics"],
        serde_json::json!(["finances/debts", "language/literacy"])
    );
    assert_eq!(
        amended["involved"],
        serde_json::json!(["taalhuis-waterdam"])
    );
    let told = run(
        &register,
        "2026-11-25T10:00",
        &["show", "K7M4", "--as", "huisartsen-waterdam"],
    );
    assert_eq!(told["events"][1]["event"], "amended", "the sender sees it");
}

/// `sender | topics | age | area | urgency`, a dash where the sender does not know.
fn facts(told: &str) -> Facts {
    let told: Vec<&str> = told.split('|').map(str::trim).collect();
    let [sender, topics, age, area, urgency] = told[..] else {
        panic!("five things are told")
    };
    let topics: Vec<TopicId> = topics
        .split_whitespace()
        .map(|topic| MAP.find_topic(topic, today()).unwrap().id.clone())
        .collect();
    Facts {
        topics: Topics::from_list(topics).unwrap(),
        particulars: Particulars {
            age: Some(age)
                .filter(|age| *age != "-")
                .map(|age| age.parse().unwrap()),
            residence: Some(area)
                .filter(|area| *area != "-")
                .map(|area| MAP.find_residence(area, today()).unwrap()),
            urgency: Urgency::from_code(urgency).unwrap(),
            ..Particulars::default()
        },
        sender: Some(MAP.find_organisation(sender, today()).unwrap().id.clone()),
    }
}

#[test]
fn the_only_dispute_of_the_map_is_the_one_that_is_meant() {
    let mut disputes = std::collections::BTreeSet::new();
    let ages = ["unborn", "3", "13", "17y7m", "20", "40", "70", "-"];
    let senders = [
        "kraamzorg-de-wieg",
        "politie-waterdam",
        "woningcorporatie-havenrand",
        "gemeente-waterdam",
    ];
    for topic in MAP.topics() {
        for (age, sender) in ages
            .iter()
            .flat_map(|age| senders.iter().map(move |sender| (age, sender)))
        {
            for area in ["waterdam-noord", "3019", "veenbroek"] {
                for (urgency, clock) in [
                    ("acute", "2026-11-28T22:00"),
                    ("urgent", "2026-11-27T10:00"),
                    ("normal", "2026-11-27T10:00"),
                ] {
                    let decision = decide(
                        &MAP,
                        &facts(&format!(
                            "{sender} | {} | {age} | {area} | {urgency}",
                            topic.id
                        )),
                        at(clock),
                    );
                    if decision.basis.code() == "dispute" {
                        disputes.insert(format!("{} {}", topic.id, area));
                    }
                }
            }
        }
    }
    let meant = [
        "mental-health/self-harm 3019",
        "mental-health/self-harm waterdam-noord",
    ];
    assert_eq!(disputes.into_iter().collect::<Vec<_>>(), meant);
}
