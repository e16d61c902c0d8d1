use std::fs;
use std::path::PathBuf;

use rstest::rstest;
use tempfile::TempDir;

use super::*;
use crate::domain::event::Level;
use crate::routing::map::SenderLevels;
use crate::routing::map::{Text, TopicIx};

const HEAD: &str = "seinhuis: 1\nname: Dorp\ncoordinator: gemeente\n";
const TREES: &str = "topics:\n  parenting: {name: Opvoeden, parts: {sleep: {name: {nl: Slapen, en: Sleep}}}}\nareas:\n  wijk: {name: Wijk, within: dorp}\n  dorp: {name: Dorp, within: streek}\n  streek: {name: Streek}\n";
const GEMEENTE: &str = "organisations:\n  gemeente: {name: Gemeente, kind: municipality, contact: {phone: '14 010'}}\n";
const JGZ: &str = "organisations:\n  jgz:\n    name: JGZ\n    kind: jgz\n    contact: {email: a@b.example}\n    owns:\n      - topics: [parenting/sleep]\n        areas: [wijk]\n";

fn folder(files: &[(&str, &[u8])]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let path = folder.path().to_owned();
    (folder, path)
}

fn problems(faults: &MapFaults) -> Vec<&MapProblem> {
    faults.faults.iter().map(|fault| &fault.problem).collect()
}

#[test]
fn a_folder_is_one_map_and_each_thing_knows_its_file() {
    let (_keep, path) = folder(&[
        ("map.yaml", HEAD.as_bytes()),
        ("trees.yml", TREES.as_bytes()),
        ("organisations/gemeente.yaml", GEMEENTE.as_bytes()),
        ("organisations/jgz.yaml", JGZ.as_bytes()),
        ("routes.test.yaml", b"tests: []\n"),
        (".hidden.yaml", b"nothing: of ours\n"),
        ("README.md", b"# not a map"),
    ]);
    let map = load(&path).unwrap();
    let owned = map.responsibilities().iter().next().unwrap();
    assert_eq!(owned.place.to_string(), "organisations/jgz.yaml:7");
    assert_eq!(owned.criteria.topics, Some(vec![TopicIx(1)]));
    assert_eq!(
        map.organisation(&"gemeente".parse().unwrap())
            .unwrap()
            .place
            .to_string(),
        "organisations/gemeente.yaml:2"
    );
}

#[test]
fn what_is_larger_stands_before_what_lies_inside_it_whatever_the_order_of_the_file() {
    let (_keep, path) = folder(&[("map.yaml", format!("{HEAD}{TREES}{GEMEENTE}").as_bytes())]);
    let map = load(&path.join("map.yaml")).unwrap();
    let codes: Vec<&str> = map.areas().iter().map(|area| area.id.as_str()).collect();
    assert_eq!(codes, ["streek", "dorp", "wijk"]);
    let wijk = map.area_ix(&"wijk".parse().unwrap()).unwrap();
    let above: Vec<&str> = map
        .area_and_above(wijk)
        .map(|ix| map.area_at(ix).id.as_str())
        .collect();
    assert_eq!(above, ["wijk", "dorp", "streek"]);
    assert_eq!(map.topics()[1].parent, Some(TopicIx(0)));
}

#[rstest]
#[case::one_for_both("Dorp", ["Dorp", "Dorp"])]
#[case::one_each("{nl: Dorp, en: Village}", ["Dorp", "Village"])]
fn a_map_is_called_something_in_each_language(#[case] name: &str, #[case] called: [&str; 2]) {
    let head = HEAD.replace("name: Dorp", &format!("name: {name}"));
    let (_keep, path) = folder(&[("map.yaml", format!("{head}{TREES}{GEMEENTE}").as_bytes())]);
    let map = load(&path).unwrap();
    let Text { nl, en } = &map.settings().name;
    assert_eq!([&**nl, &**en], called);
}

#[test]
fn the_second_name_of_a_map_is_told_with_the_place_of_both() {
    let (_keep, path) = folder(&[
        ("a.yaml", format!("{HEAD}{TREES}{GEMEENTE}").as_bytes()),
        ("b.yaml", b"name: {nl: Dorp, en: Village}\n"),
    ]);
    let faults = load(&path).unwrap_err();
    let [fault] = faults.faults.as_slice() else {
        panic!("{faults:?}")
    };
    assert_eq!(fault.place.as_ref().unwrap().to_string(), "b.yaml:1");
    let MapProblem::GivenTwice { key: "name", first } = &fault.problem else {
        panic!("{fault:?}")
    };
    assert_eq!(first.to_string(), "a.yaml:2");
}

#[test]
fn what_is_left_out_is_what_the_documentation_says() {
    let (_keep, path) = folder(&[("map.yaml", format!("{HEAD}{TREES}{GEMEENTE}").as_bytes())]);
    let map = load(&path).unwrap();
    let settings = map.settings();
    assert_eq!(settings.zone.to_string(), "Europe/Amsterdam");
    assert!(settings.calendar.dutch_holidays);
    assert_eq!(settings.office_hours.days.len(), 5);
    assert_eq!(
        (
            settings.office_hours.from.to_string(),
            settings.office_hours.to.to_string()
        ),
        ("08:30".into(), "17:00".into())
    );
    let promises = [
        settings.promises.accept_within,
        settings.promises.feedback_within,
        settings.promises.confirm_within,
    ];
    assert_eq!(promises.map(|term| term.count), [2, 5, 10]);
    assert_eq!(settings.emergency[0].call, "112");
    assert_eq!(&*map.topics()[0].name.en, "Opvoeden");
}

#[test]
fn the_same_map_in_utf_16_is_the_same_but_for_its_digest() {
    let text = format!("{HEAD}{TREES}{GEMEENTE}");
    let wide: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let (_a, narrow) = folder(&[("map.yaml", text.as_bytes())]);
    let (_b, wide) = folder(&[("map.yaml", &wide)]);
    let (narrow, wide) = (load(&narrow).unwrap(), load(&wide).unwrap());
    assert_eq!(narrow.areas(), wide.areas());
    assert_ne!(narrow.settings().digest, wide.settings().digest);
}

#[test]
fn the_digest_follows_names_and_contents_and_not_the_place_on_the_disk() {
    let text = format!("{HEAD}{TREES}{GEMEENTE}");
    let digest = |name: &str, text: &str| {
        let (_keep, path) = folder(&[(name, text.as_bytes())]);
        load(&path.join(name)).unwrap().settings().digest.clone()
    };
    assert_eq!(digest("a.yaml", &text), digest("a.yaml", &text));
    assert_ne!(digest("a.yaml", &text), digest("b.yaml", &text));
    assert_ne!(
        digest("a.yaml", &text),
        digest("a.yaml", &format!("{text}#\n"))
    );
    assert_eq!(digest("a.yaml", &text).len(), 64);
}

#[test]
fn one_file_of_another_shape_is_told_alone_since_its_codes_would_all_be_missed() {
    let broken = "organisations:\n  gemeente: [x]\n";
    let (_keep, path) = folder(&[
        ("a.yaml", format!("{HEAD}{TREES}").as_bytes()),
        ("b.yaml", broken.as_bytes()),
        ("c.yaml", JGZ.as_bytes()),
    ]);
    let faults = load(&path).unwrap_err();
    assert_eq!(
        problems(&faults),
        [&MapProblem::Yaml(yaml::YamlProblem::Expected(
            yaml::Shape::Mapping
        ))]
    );
    assert_eq!(
        faults.faults[0].place.as_ref().unwrap().file.as_ref(),
        "b.yaml"
    );
}

#[test]
fn a_missing_file_suggests_the_only_map_beside_it() {
    let (_keep, path) = folder(&[("waterdam.yaml", b"x")]);
    let faults = load(&path.join("routes.yaml")).unwrap_err();
    let [
        MapProblem::NoSuchFile {
            did_you_mean: Some(beside),
            ..
        },
    ] = problems(&faults)[..]
    else {
        panic!("{faults:?}")
    };
    assert!(beside.ends_with("waterdam.yaml"));
}

#[test]
fn more_than_20_mib_is_not_read() {
    let (_keep, path) = folder(&[]);
    let file = fs::File::create(path.join("map.yaml")).unwrap();
    file.set_len(100 * 1024 * 1024 * 1024).unwrap();
    assert_eq!(
        problems(&load(&path).unwrap_err()),
        [&MapProblem::TooLarge { most_mib: 20 }]
    );
}

#[test]
fn ten_thousand_areas_with_postcodes_are_told_apart_quickly() {
    let area = |n: usize| {
        format!(
            "  a{n}: {{name: A, within: streek, postcodes: [1000-9999, {}]}}\n",
            1000 + n % 9000
        )
    };
    let text = format!(
        "{HEAD}{TREES}{}{GEMEENTE}",
        (0..10_000).map(area).collect::<String>()
    );
    let (_keep, path) = folder(&[("map.yaml", text.as_bytes())]);
    let faults = load(&path).unwrap_err().faults;
    assert_eq!(faults.len(), 2 * 9_999, "all but the first area");
    assert!(
        faults
            .iter()
            .all(|fault| matches!(fault.problem, MapProblem::SharedPostcode { .. }))
    );
}

#[test]
fn a_postcode_may_be_shared_with_what_lies_around_and_not_with_what_lies_beside() {
    let shares = |one: &str, within: &str, other: &str| {
        let trees = TREES.replace(
            "within: dorp}",
            &format!("within: {within}, postcodes: [{one}]}}"),
        );
        let trees = trees.replace(
            "{name: Dorp, within: streek}",
            &format!("{{name: Dorp, within: streek, postcodes: [{other}]}}"),
        );
        let (_keep, path) = folder(&[("map.yaml", format!("{HEAD}{trees}{GEMEENTE}").as_bytes())]);
        load(&path).is_err()
    };
    assert!(!shares("3000", "dorp", "3000-3019") && !shares("3000-3019", "dorp", "3005"));
    assert!(!shares("3000-3009", "streek", "3010, 2990-2999"));
    assert!(shares("3000-3009", "streek", "3009") && shares("3005", "streek", "2000, 3000-3019"));
}

fn map_of(responsibilities: usize) -> String {
    let owns = "      - topics: [parenting]\n        areas: [dorp]\n        ages: 0-4\n        senders: [municipality]\n        because: Covenant 2026, article 3\n        accept_within: 2 working days\n        feedback_within: 5 working days\n";
    let jgz = "  jgz:\n    name: JGZ\n    kind: jgz\n    contact: {phone: '14 010'}\n    owns:\n";
    format!(
        "{HEAD}{TREES}{GEMEENTE}{jgz}{}",
        owns.repeat(responsibilities)
    )
}

#[test]
fn more_responsibilities_are_read_than_the_readers_own_limit_allows() {
    let (_keep, path) = folder(&[("map.yaml", map_of(13_000).as_bytes())]);
    assert_eq!(load(&path).unwrap().responsibilities().len(), 13_000);
}

#[test]
#[ignore = "takes half a minute without optimisation"]
fn a_hundred_thousand_responsibilities_are_read() {
    let more = |n: usize| {
        map_of(25_000)
            .split_once("  jgz:")
            .unwrap()
            .1
            .replace("JGZ", &format!("JGZ {n}"))
    };
    let text = (1..4).fold(map_of(25_000), |text, n| {
        format!("{text}  jgz-{n}:{}", more(n))
    });
    let (_keep, path) = folder(&[("map.yaml", text.as_bytes())]);
    assert_eq!(load(&path).unwrap().responsibilities().len(), 100_000);
}

#[test]
fn ten_thousand_faults_are_told_quickly_and_the_first_hundred_with_their_line() {
    let text = format!(
        "{HEAD}{TREES}{GEMEENTE}  jgz:\n    name: JGZ\n    kind: jgz\n    contact: {{phone: '14 010'}}\n    owns:\n{}",
        "      - topics: [slaap]\n".repeat(10_000)
    );
    let (_keep, path) = folder(&[("map.yaml", text.as_bytes())]);
    let faults = load(&path).unwrap_err().faults;
    assert_eq!(faults.len(), 10_000);
    assert_eq!(
        faults
            .iter()
            .filter(|fault| fault.excerpt.is_some())
            .count(),
        100
    );
}

#[test]
fn a_level_is_of_a_kind_or_of_an_organisation() {
    let levels = "levels: {municipality: status-only, jgz-dorp: full}\n";
    let jgz = "  jgz-dorp: {name: JGZ, kind: jgz}\n";
    let text = format!("{HEAD}{levels}{TREES}{GEMEENTE}{jgz}");
    let (_keep, path) = folder(&[("map.yaml", text.as_bytes())]);
    let SenderLevels { kinds, named } = load(&path).unwrap().settings().levels.clone();
    let level = |(code, level): (String, Level)| format!("{code}: {level}");
    let kinds = kinds.into_iter().map(|(kind, of)| (kind.to_string(), of));
    let named = named.into_iter().map(|(id, of)| (id.to_string(), of));
    assert_eq!(
        kinds.map(level).chain(named.map(level)).collect::<Vec<_>>(),
        ["municipality: status-only", "jgz-dorp: full"]
    );
}
