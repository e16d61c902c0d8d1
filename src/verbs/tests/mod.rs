//! Texts from others in every form of answer about a map: they steer nothing, start no formula,
//! break out of no markup, and a script reads them back as they are.
//!
//! The reader of the map refuses such texts. Here they stand in a map all the same, as if they had
//! come in some other way.

mod answers;
mod pictures;
mod readers;
mod schemas;
mod shown;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use self::answers::for_every_answer;
use crate::domain::time::Moment;
use crate::map_file;
use crate::output::answer::{Data as _, Format, write};
use crate::output::escape;
use crate::output::i18n::{Language, Texts};
use crate::output::screen::RenderContext;
use crate::routing::map::{Contact, ContactHours, MapParts, RouteMap, Text};
use crate::verbs::map::check::answer::CheckedMap;
use crate::verbs::map::show::answer::summary::MapSummary;

fn now() -> Moment {
    "2026-11-23T09:15:00.000Z".parse().unwrap()
}

fn example() -> RouteMap {
    map_file::load("routes.yaml".as_ref()).unwrap()
}

fn parts_of(map: &RouteMap) -> MapParts {
    MapParts {
        settings: map.settings().clone(),
        topics: map.topics().to_vec(),
        areas: map.areas().to_vec(),
        organisations: map.organisations().to_vec(),
        responsibilities: map.responsibilities().to_vec(),
        open_points: map.open_points().to_vec(),
    }
}

/// The example map, with these texts, one after the other, wherever people write.
fn with_texts(map: &RouteMap, texts: &[String]) -> RouteMap {
    let mut next = texts.iter().cycle().cloned();
    let mut text = || next.next().unwrap();
    let mut parts = parts_of(map);
    parts.settings.name = Text {
        nl: text().into(),
        en: text().into(),
    };
    for line in &mut parts.settings.emergency {
        (line.call, line.when) = (
            text(),
            Text {
                nl: text().into(),
                en: text().into(),
            },
        );
    }
    parts.topics.iter_mut().for_each(|topic| {
        topic.name = Text {
            nl: text().into(),
            en: text().into(),
        }
    });
    parts.areas.iter_mut().for_each(|area| area.name = text());
    for organisation in &mut parts.organisations {
        organisation.name = text();
        organisation.contact = Some(Contact {
            phone: Some(text()),
            email: Some(text()),
            hours: ContactHours::Office,
            checked_on: None,
        });
    }
    parts.responsibilities.iter_mut().for_each(|one| {
        one.because = Some(Text {
            nl: text().into(),
            en: text().into(),
        })
    });
    parts.open_points.iter_mut().for_each(|point| {
        point.because = Text {
            nl: text().into(),
            en: text().into(),
        }
    });
    RouteMap::new(parts)
}

/// What a hostile author could write, or copy from anywhere.
fn hostile() -> impl Strategy<Value = Vec<String>> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "=HYPERLINK(\"http://x.example\";\"a\")",
            "+1",
            "-1",
            "@SUM(1)",
            "\u{ff1d}1",
            "\u{ff20}x",
            "\t=1",
            "\r\n+1",
            "\u{1b}[2J",
            "\u{1b}]0;title\u{7}",
            "\u{9b}31m",
            "\u{9d}0;title\u{9c}",
            "\u{7f}",
            "\0",
            "\u{202e}",
            "\u{2066}",
            "\u{2028}",
            "\u{85}",
            "\u{200b}",
            "e\u{301}\u{302}\u{303}",
            "</title><script>alert(1)</script>",
            "\" onload=\"x",
            "' x='",
            "]]>",
            "<!--",
            "&lt;",
            "&#x1b;",
            "&",
            "\\",
            "\"",
            "\\n",
            "|\"]; o9[x",
            "%%{init: {}}%%",
            "{ $key }",
            ";\"-1",
            ",",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,8}",
        any::<String>().prop_map(|text| text.chars().take(8).collect()),
    ];
    let text = proptest::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat());
    proptest::collection::vec(text, 3..12)
}

fn for_hostile_maps(check: impl Fn(&RouteMap)) {
    let example = example();
    let mut runner = TestRunner::new(Config {
        cases: 8,
        failure_persistence: None,
        ..Config::default()
    });
    let checked = runner.run(&hostile(), |texts| {
        check(&with_texts(&example, &texts));
        Ok(())
    });
    checked.unwrap();
}

#[track_caller]
fn steers_nothing(text: &str) {
    assert_eq!(
        escape::lines(text),
        text,
        "nothing is left to make harmless"
    );
}

const FORMATS: [Format; 4] = [Format::Table, Format::Json, Format::Jsonl, Format::Csv];

#[test]
fn no_answer_steers_a_screen() {
    for_hostile_maps(|map| {
        for (language, width) in [(Language::Nl, None), (Language::En, Some(40))] {
            let texts = Texts::new(language);
            let screen = RenderContext {
                texts: &texts,
                map: Some(map),
                as_they_were: None,
                now: now(),
                width,
                colour: false,
            };
            for_every_answer(map, |answer| {
                for format in FORMATS {
                    let written = write(answer, format, &screen);
                    // Rows of CSV end so, and between the columns of a table in a pipe stands a
                    // tab.
                    let tabs = format == Format::Table
                        && width.is_none()
                        && answer.table(&screen).is_some();
                    steers_nothing(
                        &written
                            .replace("\r\n", "\n")
                            .replace(if tabs { "\t" } else { "\n" }, "\n"),
                    );
                }
            });
        }
    });
}

#[test]
fn a_script_reads_every_text_back_as_it_is() {
    let texts = Texts::new(Language::En);
    for_hostile_maps(|map| {
        let screen = RenderContext {
            texts: &texts,
            map: Some(map),
            as_they_were: None,
            now: now(),
            width: None,
            colour: false,
        };
        for_every_answer(map, |answer| {
            let read: Value = serde_json::from_str(&write(answer, Format::Json, &screen)).unwrap();
            assert_eq!(read, answer.json());
            let lines = write(answer, Format::Jsonl, &screen);
            let read: Vec<Value> = lines
                .lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect();
            let whole = || {
                answer
                    .json()
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![answer.json()])
            };
            assert_eq!(read, answer.rows().unwrap_or_else(whole));
        });
        let overview = MapSummary::new(map).json();
        assert_eq!(overview["name"]["en"], *map.settings().name.en);
    });
}

#[test]
fn no_field_of_a_table_starts_a_formula() {
    let texts = Texts::new(Language::En);
    for_hostile_maps(|map| {
        let screen = RenderContext {
            texts: &texts,
            map: Some(map),
            as_they_were: None,
            now: now(),
            width: None,
            colour: false,
        };
        for_every_answer(map, |answer| {
            let table = write(answer, Format::Csv, &screen);
            let mut reader = ::csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(table.as_bytes());
            let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
            for field in rows.iter().flatten() {
                let first = field
                    .trim_start_matches([' ', '\u{a0}', '"'])
                    .chars()
                    .next();
                assert!(
                    !first.is_some_and(|c| "=+-@\t\r\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(c)),
                    "{field:?}"
                );
            }
        });
    });
}
