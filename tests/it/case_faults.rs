//! Every file of cases in tests/cases is wrong in one way; the file beside it holds what is said of
//! that, in both languages.
//!
//! After a change of the sentences: `SNAPSHOTS=overwrite cargo test --test it case_faults::`, and read
//! the difference.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::now;
use rstest::rstest;
use seinhuis::errors::cases_invalid;
use seinhuis::exit_code::Exit;
use seinhuis::map_file::{Cases, MapFaults, load, load_cases};
use seinhuis::output::error_report::ErrorReport;
use seinhuis::output::i18n::{Language, Texts};
use snapbox::{Assert, Data};

const CASES: &str = "tests/cases";

fn read(path: &Path) -> Result<Cases, MapFaults> {
    load_cases(
        path,
        &load(Path::new("tests/cases/dorp.yaml")).unwrap(),
        now(),
    )
}

fn told(faults: &MapFaults, language: Language) -> String {
    let ErrorReport {
        kind,
        exit,
        error,
        because,
        hints,
        rows: _,
    } = cases_invalid(faults, &Texts::new(language));
    assert_eq!(exit, Exit::MapInvalid);
    let because = because.iter().map(|cause| format!("because: {cause}\n"));
    let hints = hints.iter().map(|hint| format!("hint: {hint}\n"));
    [format!("{kind}\nerror: {error}\n")]
        .into_iter()
        .chain(because)
        .chain(hints)
        .collect()
}

#[test]
fn every_wrong_file_of_cases_is_told_as_the_file_beside_it_says() {
    let mut all: Vec<PathBuf> = fs::read_dir(CASES)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    all.retain(|path| path.to_string_lossy().ends_with(".test.yaml"));
    // Two that are not there: one with a name beside it that is near, one folder in which no file
    // holds cases.
    all.extend(["tests/cases/unknown-topik.test.yaml", "tests/common"].map(PathBuf::from));
    all.sort();
    assert!(all.len() > 20, "the files were found");
    for path in all {
        let faults = read(&path).expect_err(&format!("{} is wrong", path.display()));
        let said = [Language::Nl, Language::En].map(|language| told(&faults, language));
        let name = path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .replace(".test.yaml", "");
        let beside = Path::new(CASES).join(format!("{name}.txt"));
        Assert::new()
            .action_env("SNAPSHOTS")
            .eq(said.join("\n"), Data::read_from(&beside, None).raw());
    }
}

const PAGE: &str = include_str!("../../docs/map-tests.md");

fn taught() -> &'static str {
    PAGE.split("```yaml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap()
}

#[test]
fn the_page_teaches_cases_that_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("routes.test.yaml");
    fs::write(&file, taught()).unwrap();
    assert_eq!(
        read(&file)
            .map_err(|faults| told(&faults, Language::En))
            .unwrap()
            .all
            .len(),
        2
    );
}

#[test]
fn no_key_of_a_case_is_left_untaught() {
    let format = include_str!("../../src/map_file/cases/format.rs");
    let keys = format
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": Optional<"))
        .map(|(key, _)| key);
    let missing: Vec<&str> = keys
        .clone()
        .filter(|key| {
            !taught().contains(&format!(" {key}:")) && !taught().contains(&format!("\n{key}:"))
        })
        .collect();
    assert!(keys.count() > 20, "the keys were found");
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn the_difference_on_the_page_is_that_of_the_program() {
    let said = fs::read_to_string("tests/map_test/failing.en.txt").unwrap();
    let shown = PAGE
        .split("```\n")
        .find(|block| block.starts_with("Of 6 cases"))
        .unwrap();
    assert!(said.starts_with(shown.trim_end()), "{said}");
}

/// The only case of a file whose one case has these lines.
fn one(signal: &str, expect: &str) -> Result<seinhuis::map_analysis::expectation::MapCase, String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.test.yaml");
    fs::write(
        &file,
        format!("cases:\n  - name: One\n    signal: {signal}\n    expect: {expect}\n"),
    )
    .unwrap();
    let mut cases = read(&file).map_err(|faults| told(&faults, Language::En))?;
    assert_eq!(cases.all.len(), 1);
    Ok(cases.all.remove(0))
}

#[rstest]
#[case::a_code("dorp")]
#[case::a_name("Dorp")]
#[case::a_municipality_code("GM9901")]
#[case::four_digits("3004")]
#[case::a_whole_postcode("3004 AB")]
fn an_area_is_named_as_route_takes_it(#[case] area: &str) {
    let case = one(
        &format!("{{topics: [Opvoeden], area: {area}, from: Kraamzorg Dorp}}"),
        "{owner: JGZ Dorp}",
    )
    .unwrap();
    assert_eq!(
        case.facts.particulars.residence.unwrap().to_string(),
        "dorp"
    );
    assert_eq!(
        (
            case.facts.topics.main().as_str(),
            case.facts.sender.unwrap().as_str()
        ),
        ("parenting", "kraamzorg-dorp")
    );
    assert_eq!(case.expected.owner.unwrap().as_str(), "jgz-dorp");
}

#[test]
fn nobody_is_an_expectation_too() {
    for expect in [
        "{involved: []}",
        "{claimants: []}",
        "{emergency: []}",
        "{leads: false}",
    ] {
        assert!(
            !one("{topics: [parenting]}", expect)
                .unwrap()
                .expected
                .is_empty(),
            "{expect}"
        );
    }
}

#[test]
fn more_topics_than_a_signal_may_have_are_refused() {
    let map = fs::read_to_string("tests/cases/dorp.yaml").unwrap();
    let more: String = (1..=12)
        .map(|n| format!("  topic-{n}: {{name: Topic {n}}}\n"))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let (routes, cases) = (
        folder.path().join("routes.yaml"),
        folder.path().join("routes.test.yaml"),
    );
    fs::write(
        &routes,
        map.replace(
            "topics:\n  parenting:",
            &format!("topics:\n{more}  parenting:"),
        ),
    )
    .unwrap();
    let topics = |count: usize| {
        (1..=count)
            .map(|n| format!("topic-{n}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    for (count, extra, right) in [(12, "", true), (12, ", parenting", false)] {
        let all = format!("[{}{extra}]", topics(count));
        fs::write(
            &cases,
            format!(
                "cases:\n  - {{name: One, signal: {{topics: {all}}}, expect: {{basis: gap}}}}\n"
            ),
        )
        .unwrap();
        let read = load_cases(&cases, &load(&routes).unwrap(), now());
        assert_eq!(read.is_ok(), right, "{read:?}");
        assert!(
            read.err()
                .is_none_or(|faults| told(&faults, Language::En).contains("at most"))
        );
    }
}
