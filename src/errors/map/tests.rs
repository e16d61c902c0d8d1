use super::*;
use crate::domain::codes::CodeEnum;
use crate::map_file::CodeKind;
use crate::map_file::yaml::{self, Shape};
use crate::output::i18n::Language;
use crate::routing::map::MapPosition;

const BOTH: [Language; 2] = [Language::Nl, Language::En];

fn text() -> String {
    "geheim".to_owned()
}

fn of_yaml() -> Vec<yaml::YamlProblem> {
    use yaml::YamlProblem as P;
    let shapes = [
        Shape::List,
        Shape::Mapping,
        Shape::Text,
        Shape::Truth,
        Shape::Number,
        Shape::TextOrTranslations,
    ];
    let (known, near) = (vec!["name", "kind"], Some("name"));
    let others = [
        P::TooLarge {
            most_bytes: yaml::MAX_BYTES,
        },
        P::NotText,
        P::Empty,
        P::UnknownKey {
            key: text(),
            did_you_mean: near,
            known: known.clone(),
        },
        P::UnknownKey {
            key: text(),
            did_you_mean: None,
            known: known.clone(),
        },
        P::MissingKey { key: "name" },
        P::RepeatedKey { key: Some(text()) },
        P::RepeatedKey { key: None },
        P::UnknownChoice {
            word: text(),
            did_you_mean: near,
            known: known.clone(),
        },
        P::UnknownChoice {
            word: text(),
            did_you_mean: None,
            known,
        },
        P::Tab,
        P::Indentation,
        P::SecondColon,
        P::NoColon,
        P::Bracket,
        P::NoComma,
        P::Quote,
        P::AfterQuote,
        P::Escape,
        P::UnexpectedCharacter { character: '@' },
        P::SeveralDocuments,
        P::UnknownTag { tag: text() },
        P::MergeKey,
        P::UnknownAnchor,
        P::OverLimit,
        P::TooMany { most: 25_000 },
        P::Other { detail: text() },
    ];
    shapes.into_iter().map(P::Expected).chain(others).collect()
}

fn of_the_map() -> Vec<MapProblem> {
    use MapProblem as P;
    let first = MapPosition {
        file: "routes.yaml".into(),
        line: 3,
        column: 5,
    };
    let day = |day: &str| day.parse().unwrap();
    let coded = CodeKind::ALL.iter().flat_map(|called| {
        [
            P::SameCode {
                called: *called,
                code: text(),
                first: first.clone(),
            },
            P::NotACode {
                called: *called,
                text: text(),
            },
            P::Unknown {
                called: *called,
                code: text(),
                did_you_mean: None,
            },
            P::Unknown {
                called: *called,
                code: text(),
                did_you_mean: Some(text()),
            },
        ]
    });
    let mut all: Vec<MapProblem> = coded.collect();
    all.extend([
        P::TwoHeirs {
            code: text(),
            first: first.clone(),
        },
        P::StillPresent {
            code: text(),
            first: first.clone(),
        },
        P::OwnFormerCode { code: text() },
        P::HeirNotThere {
            code: text(),
            day: day("2027-01-01"),
        },
        P::OutsideWhole {
            code: text(),
            whole: text(),
        },
        P::NoCoordinator {
            organisation: text(),
            day: day("2027-01-01"),
        },
        P::NoSuchFile {
            path: text(),
            did_you_mean: None,
        },
        P::NoSuchFile {
            path: text(),
            did_you_mean: Some(text()),
        },
        P::NoPermission { path: text() },
        P::NoYamlInFolder { path: text() },
        P::Unreadable {
            path: text(),
            reason: text(),
        },
        P::TooLarge { most_mib: 20 },
        P::LinkToNowhere { path: text() },
        P::EmptyFile,
        P::FileNotThere {
            file: text(),
            did_you_mean: Some(text()),
        },
        P::FileBesideTheMap { file: text() },
        P::FileNotNamed { file: text() },
        P::FileWithoutEnd,
        P::MissingKey {
            key: "name",
            of: None,
        },
        P::MissingKey {
            key: "name",
            of: Some(text()),
        },
        P::GivenTwice {
            key: "name",
            first: first.clone(),
        },
        P::ListenerWithoutContact {
            organisation: text(),
        },
        P::NotWorkingDays { text: text() },
        P::SameStep {
            first: first.clone(),
        },
        P::NothingToTakeOver,
        P::NothingToSay,
        P::UnknownVersion { found: text() },
        P::AmbiguousSender { code: text() },
        P::NotAChoice {
            key: "hours",
            text: text(),
            choices: vec!["office"],
            did_you_mean: None,
        },
        P::NotAChoice {
            key: "hours",
            text: text(),
            choices: vec!["office"],
            did_you_mean: Some("office"),
        },
        P::NotAges { text: text() },
        P::NotAnAge { text: text() },
        P::NotAMoment { text: text() },
        P::NotALaterDay { text: text() },
        P::NeitherDayNorTerm { text: text() },
        P::TooManyTopics { most: 12 },
        P::NothingExpected,
        P::NotATerm { text: text() },
        P::NotADay { text: text() },
        P::NotAClockTime { text: text() },
        P::NotWeekdays { text: text() },
        P::NotAZone { text: text() },
        P::NotPostcodes { text: text() },
        P::NotAPhone { text: text() },
        P::NotAnEmail { text: text() },
        P::HiddenCharacter {
            key: "name",
            character: 0x1b,
        },
        P::EmptyText { key: "name" },
        P::TooLongText {
            key: "name",
            most: 80,
        },
        P::EmptyList { key: "topics" },
        P::EmptyResponsibility,
        P::DisputeOrGap,
        P::EmptyOpenPoint,
        P::SharedPostcode {
            postcode: text(),
            areas: [text(), text()],
            first,
        },
        P::AreaCycle {
            chain: vec![text(), text()],
        },
        P::ValidityReversed {
            from: day("2026-12-01"),
            until: day("2026-11-01"),
        },
        P::OfficeHoursReversed {
            from: "17:00".to_owned(),
            to: "08:30".to_owned(),
        },
        P::ClosedAndOpen {
            day: day("2026-12-24"),
        },
        P::EmptyContact {
            organisation: text(),
        },
        P::NotAPerson { word: text() },
        P::OfficeOfAll {
            organisation: text(),
        },
        P::OwnerWithoutContact {
            organisation: text(),
        },
        P::CoordinatorWithoutContact {
            organisation: text(),
        },
    ]);
    all.extend(of_yaml().into_iter().map(P::Yaml));
    all
}

#[test]
fn every_problem_is_said_in_both_languages_with_everything_filled_in() {
    for (problem, language) in of_the_map()
        .iter()
        .flat_map(|problem| BOTH.map(|language| (problem, language)))
    {
        let said = map_sentence(problem, &Texts::new(language));
        let a_key = said.starts_with("map-") || said.starts_with("yaml-");
        assert!(
            !said.is_empty() && !a_key && !said.contains("{$"),
            "{problem:?} in {language:?}: {said}"
        );
    }
}

/// The texts in code that look like a key of ours.
fn keys_in(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').filter(|text| {
        (text.starts_with("map-") || text.starts_with("yaml-"))
            && !text.contains(char::is_whitespace)
    })
}

#[test]
fn every_key_in_the_code_is_in_both_catalogues() {
    let source = concat!(include_str!("../map.rs"), include_str!("../yaml.rs"));
    let kinds = ["map-missing", "map-unreadable", "map-invalid"];
    for language in BOTH {
        let texts = Texts::new(language);
        for key in keys_in(source).filter(|key| !kinds.contains(key)) {
            assert_ne!(texts.tr0(key), key, "{language:?} lacks it");
        }
    }
}

#[test]
fn files_that_are_not_there_are_another_kind_than_a_map_that_is_wrong() {
    let texts = Texts::new(Language::En);
    let kind = |problem: MapProblem| map_invalid(&problem.into(), &texts).kind;
    assert_eq!(
        kind(MapProblem::NoSuchFile {
            path: text(),
            did_you_mean: None
        }),
        "map-missing"
    );
    assert_eq!(
        kind(MapProblem::NoPermission { path: text() }),
        "map-unreadable"
    );
    assert_eq!(
        kind(MapProblem::MissingKey {
            key: "name",
            of: None
        }),
        "map-invalid"
    );
}

#[test]
fn what_is_wrong_with_the_cases_is_another_kind_than_what_is_wrong_with_the_map() {
    for texts in BOTH.map(Texts::new) {
        let error_report = |problem: MapProblem| cases_invalid(&problem.into(), &texts);
        assert_eq!(
            error_report(MapProblem::NoSuchFile {
                path: text(),
                did_you_mean: None
            })
            .kind,
            "cases-missing"
        );
        assert_eq!(
            error_report(MapProblem::NoYamlInFolder { path: text() }).kind,
            "cases-missing"
        );
        assert_eq!(
            error_report(MapProblem::NoPermission { path: text() }).kind,
            "cases-unreadable"
        );
        assert_eq!(
            error_report(MapProblem::EmptyList { key: "cases" }).kind,
            "cases-invalid"
        );
        assert!(
            error_report(MapProblem::NoPermission { path: text() })
                .error
                .contains("geheim")
        );
    }
}
