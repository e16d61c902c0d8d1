//! Texts from others in every form of answer about a map: they steer nothing, start no formula,
//! break out of no markup, and a script reads them back as they are.
//!
//! The reader of the map refuses such texts. Here they stand in a map all the same, as if they had
//! come in some other way.

mod shown;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use quick_xml::events::Event as Xml;
use serde_json::Value;

use super::answer::{Answer, Format, write};
use super::checked::{Checked, What};
use super::differed::Differed;
use super::escalated::{Escalated, Sounded, Telling};
use super::graph::{Graph, Kind};
use super::harmless;
use super::map_shown::claims::ClaimsShown;
use super::map_shown::overview::Overview;
use super::map_shown::portrait::Portrait;
use super::mark::Mark;
use super::overview::{Arranged, Asked, Overviewed, page};
use super::reason::ReasonView;
use super::reported::{MapFacts, ReportAnswer};
use super::screen::Screen;
use super::tested::{CoverageView, Tested};
use super::texts::{Language, Texts};
use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::overview::{Bounce, Given, Overview as Learned, Route, Tally};
use crate::domain::signal::{Facts, Topics, Urgency};
use crate::domain::time::{Day, Moment};
use crate::domain::words::is_hidden;
use crate::routes_file;
use crate::routing::claims::Wanted;
use crate::routing::coverage::Coverage;
use crate::routing::decide;
use crate::routing::diff::diff;
use crate::routing::escalation::Alarm;
use crate::routing::map::{Contact, ContactHours, MapParts, RouteMap, Text};
use crate::routing::picture::{Frame, Picture};

fn now() -> Moment {
    "2026-11-23T09:15:00.000Z".parse().unwrap()
}

fn example() -> RouteMap {
    routes_file::load("routes.yaml".as_ref()).unwrap()
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
    parts.settings.name = text();
    for line in &mut parts.settings.emergency {
        (line.call, line.when) = (
            text(),
            Text {
                nl: text(),
                en: text(),
            },
        );
    }
    parts.topics.iter_mut().for_each(|topic| {
        topic.name = Text {
            nl: text(),
            en: text(),
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
            nl: text(),
            en: text(),
        })
    });
    parts.open_points.iter_mut().for_each(|point| {
        point.because = Text {
            nl: text(),
            en: text(),
        }
    });
    RouteMap::new(parts)
}

/// What somebody could write who means ill, or copies from anywhere.
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
    let line = text
        .lines()
        .find(|line| line.chars().any(|c| c.is_control() || is_hidden(c)));
    assert_eq!(line, None);
}

/// Every answer that is about nothing but a map.
fn for_every_answer(map: &RouteMap, check: impl Fn(&dyn Answer)) {
    let today = map.day(now());
    let claims = || ClaimsShown {
        map,
        claims: map.claims(&Wanted::default()),
        today,
    };
    let organisation = map.organisations().iter().next().unwrap();
    let faults =
        routes_file::of_bytes("routes.yaml", b"name: \"\\e]0;t\\a\"\n".to_vec()).unwrap_err();
    let answers: [Box<dyn Answer + '_>; 10] = [
        Box::new(Overview { map }),
        Box::new(claims()),
        Box::new(Portrait {
            organisation,
            claims: claims(),
        }),
        Box::new(Graph {
            picture: Picture::new(map, Frame::default(), today),
            kind: Kind::Svg,
        }),
        Box::new(reported(map)),
        Box::new(overviewed(map)),
        Box::new(differed(map, today)),
        Box::new(untried(map)),
        Box::new(escalated(map, today)),
        Box::new(Checked {
            what: What::Faults(faults),
            skipped: vec![],
            strict: false,
            path: None,
        }),
    ];
    answers.iter().for_each(|answer| check(answer.as_ref()));
}

fn reported(map: &RouteMap) -> ReportAnswer {
    let facts = Facts {
        topics: Topics::new("parenting".parse().unwrap(), []).unwrap(),
        age: None,
        area: Some("waterdam".parse().unwrap()),
        urgency: Urgency::Acute,
        sender: None,
    };
    let decision = decide(map, &facts, now());
    let offer = decision.offer();
    ReportAnswer {
        id: None,
        already: false,
        at: now(),
        reason: ReasonView::from(&decision),
        facts: MapFacts::about(&offer, map),
        offer,
        map_digest: String::new(),
        emergency: map.settings().emergency.clone(),
        receipt: None,
    }
}

/// In place of a map that says the same in plain words.
fn differed(map: &RouteMap, today: Day) -> Differed {
    let (old, new) = (
        with_texts(map, &["Plain".to_owned()]),
        RouteMap::new(parts_of(map)),
    );
    let diff = diff(&old, &new, today);
    Differed {
        old,
        new,
        diff,
        open: None,
    }
}

/// Of cases that try nothing.
fn untried(map: &RouteMap) -> Tested {
    let coverage = CoverageView::new(&Coverage::of(map, &[], now()), map);
    Tested {
        files: vec![],
        cases: 0,
        failures: vec![],
        coverage: Some(coverage),
        map_digest: String::new(),
    }
}

/// An alarm for everybody.
fn escalated(map: &RouteMap, today: Day) -> Escalated<'_> {
    let all: Vec<_> = map
        .organisations()
        .iter()
        .map(|organisation| organisation.id.clone())
        .collect();
    let step = AlarmStep {
        past: Promise::Feedback,
        after: 1,
    };
    let alarm = Alarm {
        step,
        promised: today.plus(-2),
        owner: all[0].clone(),
        taken_over: true,
        told: all.clone(),
    };
    let sounded = Sounded {
        id: "K7M4-Q2X8".parse().unwrap(),
        sender: all[1].clone(),
        coordinator: all[2].clone(),
        alarms: vec![alarm],
    };
    Escalated {
        map,
        sounded: vec![sounded],
        receipt: None,
        late: 1,
        more: false,
        told: Telling::Done,
        today,
    }
}

/// Enough signals of everybody that something may be told of each.
fn overviewed(map: &RouteMap) -> Overviewed<'_> {
    let mut tallies = BTreeMap::new();
    for organisation in map.organisations().iter() {
        for responsibility in map.stated_by(&organisation.id).into_keys().take(1) {
            let given = Given::Agreed {
                owner: organisation.id.clone(),
                responsibility,
            };
            let bounced = Bounce::all().map(|way| (way, 6)).collect();
            let added = BTreeMap::from([("finances".parse().unwrap(), 6)]);
            let tally = Tally {
                signals: 60,
                late: 6,
                came_back: 6,
                bounced,
                added,
                ..Tally::default()
            };
            tallies.insert(
                Route {
                    given,
                    topic: "parenting".parse().unwrap(),
                },
                tally,
            );
        }
    }
    let asked = Asked {
        since: None,
        until: None,
        area: Some("waterdam".parse().unwrap()),
        topic: Some("parenting".parse().unwrap()),
        on: map.day(now()),
    };
    Overviewed {
        map,
        asked,
        overview: Arranged::new(Learned::of(&tallies), map),
    }
}

const FORMATS: [Format; 4] = [Format::Table, Format::Json, Format::Jsonl, Format::Csv];

#[test]
fn no_answer_steers_a_screen() {
    for_hostile_maps(|map| {
        for (language, width) in [(Language::Nl, None), (Language::En, Some(40))] {
            let texts = Texts::new(language);
            let screen = Screen {
                texts: &texts,
                map: Some(map),
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
        let screen = Screen {
            texts: &texts,
            map: Some(map),
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
        let overview = Overview { map }.json();
        assert_eq!(overview["name"], map.settings().name.as_str());
    });
}

#[test]
fn no_field_of_a_table_starts_a_formula() {
    let texts = Texts::new(Language::En);
    for_hostile_maps(|map| {
        let screen = Screen {
            texts: &texts,
            map: Some(map),
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

/// The names of all elements, and of all attributes, each with its element.
fn names(markup: &str) -> BTreeSet<String> {
    let mut reader = quick_xml::Reader::from_str(markup);
    // A page has elements that are never ended.
    reader.config_mut().check_end_names = false;
    let mut names = BTreeSet::new();
    loop {
        match reader.read_event().unwrap() {
            Xml::Eof => return names,
            Xml::Start(tag) | Xml::Empty(tag) => {
                let element = tag.name().as_ref().to_owned();
                let attributes = tag.html_attributes().map(|attribute| {
                    format!("{element} {}", attribute.unwrap().key.as_ref() as &str)
                });
                names.extend(attributes.collect::<Vec<_>>());
                names.insert(element);
            }
            Xml::Comment(_) | Xml::CData(_) | Xml::PI(_) => panic!("{markup}"),
            Xml::End(_) | Xml::Text(_) | Xml::GeneralRef(_) | Xml::Decl(_) | Xml::DocType(_) => {}
        }
    }
}

/// What comes behind the mark with which a picture or a page begins.
fn behind(mark: Mark, written: &str) -> String {
    written
        .strip_prefix(&mark.first_bytes())
        .unwrap()
        .to_owned()
}

/// The text in the first element of this name.
fn text_in(markup: &str, element: &str) -> String {
    let (_, after) = markup.split_once(&format!("<{element}")).unwrap();
    let (_, inside) = after.split_once('>').unwrap();
    quick_xml::escape::unescape(inside.split("</").next().unwrap())
        .unwrap()
        .into_owned()
}

#[test]
fn no_name_adds_an_element_or_an_attribute_to_a_picture_or_a_page() {
    let texts = Texts::new(Language::En);
    let picture = |map: &RouteMap| {
        let screen = Screen {
            texts: &texts,
            map: Some(map),
            now: now(),
            width: None,
            colour: false,
        };
        Graph {
            picture: Picture::new(map, Frame::default(), map.day(now())),
            kind: Kind::Svg,
        }
        .drawn(&screen)
    };
    let page = |map: &RouteMap| {
        let screen = Screen {
            texts: &texts,
            map: Some(map),
            now: now(),
            width: None,
            colour: false,
        };
        behind(Mark::Html, &page::written(&overviewed(map), &screen))
    };
    let plain = with_texts(&example(), &["Plain".to_owned()]);
    let (of_a_picture, of_a_page) = (names(&picture(&plain)), names(&page(&plain)));
    assert!(
        of_a_picture.contains("text x") && of_a_page.contains("section aria-labelledby"),
        "{of_a_picture:?} {of_a_page:?}"
    );
    for_hostile_maps(|map| {
        let (picture, page) = (picture(map), page(map));
        assert!(names(&picture).is_subset(&of_a_picture), "{picture}");
        assert!(names(&page).is_subset(&of_a_page), "{page}");
        steers_nothing(&picture);
        steers_nothing(&page);
        let name = harmless::line(&map.settings().name);
        // XML has no place for these two.
        let shown = name.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        assert!(
            text_in(&picture, "title").contains(&shown),
            "{shown:?} is not the title of {picture}"
        );
        assert!(
            text_in(&page, "title").contains(&name),
            "{name:?} is not the title of {page}"
        );
    });
}

#[test]
fn no_name_ends_a_text_of_mermaid_or_graphviz() {
    let texts = Texts::new(Language::En);
    let drawn = |map: &RouteMap, kind| {
        let screen = Screen {
            texts: &texts,
            map: Some(map),
            now: now(),
            width: None,
            colour: false,
        };
        let graph = Graph {
            picture: Picture::new(map, Frame::default(), map.day(now())),
            kind,
        };
        behind(kind.mark(), &graph.drawn(&screen))
    };
    let plain = with_texts(&example(), &["Plain".to_owned()]);
    for_hostile_maps(|map| {
        for kind in [Kind::Mermaid, Kind::Dot] {
            let drawn_of = |map: &RouteMap| {
                drawn(map, kind)
                    .lines()
                    .map(without_texts)
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                drawn_of(map),
                drawn_of(&plain),
                "what stands outside of texts is the same whatever is in them"
            );
            steers_nothing(&drawn(map, kind));
        }
        let mermaid = drawn(map, Kind::Mermaid);
        assert!(
            !mermaid.contains("%%") && !mermaid.replace("<br>", "").contains('<'),
            "{mermaid}"
        );
    });
}

/// A line without what stands between its quotation marks. A backslash before a mark makes it part
/// of the text.
fn without_texts(line: &str) -> String {
    let (mut outside, mut inside, mut escaped) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' if !escaped => {
                inside = !inside;
                outside.push('"');
            }
            _ if !inside => outside.push(c),
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    assert!(!inside, "{line}");
    outside
}
