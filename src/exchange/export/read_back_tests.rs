//! What an export writes, `import` reads back.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::LazyLock;

use rstest::rstest;
use serde_json::{Map, Value, json};

use crate::domain::codes::CodeEnum as _;
use crate::domain::discussed::Discussed;
use crate::domain::event::{DecisionRecord, EventKind, RecordedEvent, Via};
use crate::domain::lifecycle::sample::{self, every_story, topics};
use crate::domain::signal::{Circumstances, Particulars};
use crate::exchange::export::json::record_text;
use crate::exchange::export::tests::everything;
use crate::exchange::import::{
    DecodedFile, FieldError, History, ImportSource, RowParser, RowSpool, UnparsedRow,
};
use crate::register::{Contacts, FullStory, OriginalReport, Story};
use crate::routing::map::RouteMap;

fn decision() -> DecisionRecord {
    DecisionRecord {
        reason: "{}".to_owned(),
        map_digest: "digest".to_owned(),
    }
}

/// A story of the work as the register hands it over.
fn recorded(text: sample::Story) -> Story {
    let first = text.record.first().unwrap();
    let rerouted = text
        .record
        .iter()
        .filter(|happened| happened.number > 1 && happened.event.offer().is_some());
    let again = rerouted
        .map(|happened| (happened.number, decision()))
        .collect();
    Story {
        reported: OriginalReport {
            id: text.state.id,
            sender: first.by.clone(),
            contact: None,
            reference: None,
            reported_at: first.at,
            topics: topics(&["parenting"]),
            circumstances: Circumstances {
                particulars: Particulars::default(),
                discussed: Discussed::Yes,
            },
        },
        case: text.state,
        happened: text.record,
        first: decision(),
        again,
        contacts: Contacts::new(),
    }
}

/// What `import` reads in a line.
fn read_back(line: String) -> History {
    let bytes = DecodedFile::of(Box::new(Cursor::new(line))).unwrap();
    let mut source = ImportSource::open(
        bytes,
        crate::exchange::import::ImportFormat::Lines,
        &[],
        false,
    )
    .unwrap();
    let mut kept = RowSpool::new(Cursor::new(vec![]));
    kept.push(&source.next_row().unwrap().unwrap()).unwrap();
    let mut histories = kept.histories().unwrap();
    let (_, history) = histories.next().unwrap().unwrap();
    history
}

/// The lines that are written of every story.
fn lines() -> impl Iterator<Item = Value> {
    let line = |text| {
        let whole = FullStory {
            story: recorded(text),
            words: Some(vec![]),
        };
        serde_json::from_str(&record_text(whole, everything()).unwrap().0).unwrap()
    };
    every_story().into_iter().map(line)
}

/// What is wrong with a line, as `import` tells it; `None` when nothing is.
fn wrong(line: &str) -> Option<FieldError> {
    static MAP: LazyLock<RouteMap> = LazyLock::new(|| {
        let bytes = include_bytes!("../../../routes.yaml").to_vec();
        crate::map_file::of_bytes("routes.yaml", bytes).unwrap()
    });
    let desk = RowParser::new(&MAP, everything().now, None, &|| None);
    let bytes = DecodedFile::of(Box::new(Cursor::new(line.to_owned()))).unwrap();
    let mut source = ImportSource::open(
        bytes,
        crate::exchange::import::ImportFormat::Lines,
        &[],
        false,
    )
    .unwrap();
    match desk.parse_row(&source.next_row().unwrap().unwrap()) {
        Ok(_) => None,
        Err(UnparsedRow::Faults { mut faults, .. }) => faults.pop().map(|fault| fault.error),
        Err(UnparsedRow::NoNumber) => panic!("a history has its number"),
    }
}

/// The event of a line with this number.
fn event(line: &mut Value, number: usize) -> &mut Map<String, Value> {
    line["events"][number - 1].as_object_mut().unwrap()
}

#[test]
fn every_kind_of_event_is_read_back_as_it_was() {
    let mut kinds = BTreeSet::new();
    for text in every_story() {
        let story = recorded(text);
        kinds.extend(story.happened.iter().map(|happened| happened.event.kind()));
        let whole = FullStory {
            story: story.clone(),
            words: Some(vec![]),
        };
        let (line, _) = record_text(whole, everything()).unwrap();
        let imported = |event: RecordedEvent| RecordedEvent {
            via: Via::Import,
            ..event
        };
        let expected = Story {
            happened: story.happened.into_iter().map(imported).collect(),
            ..story
        };
        assert_eq!(read_back(line).story, expected);
    }
    assert_eq!(kinds, EventKind::ALL.iter().copied().collect());
}

#[rstest]
#[case("state", json!("withdrawn"), json!("closed"))]
#[case("owner", json!("mee"), json!("school"))]
#[case("coordinator", json!("mee"), json!(null))]
#[case("basis", json!("dispute"), json!("gap"))]
#[case("level", json!("full"), json!("status-only"))]
#[case("topics_now", json!(["debts"]), json!([]))]
#[case("age_now", json!("99"), json!(8))]
#[case("youngest_now", json!("99"), json!(8))]
#[case("area_now", json!("elsewhere"), json!(7))]
#[case("place_now", json!("9999"), json!("999"))]
#[case("urgency_now", json!("fyi"), json!("soon"))]
#[case("before_now", json!("1999-12-31"), json!("tomorrow"))]
#[case("involved", json!(["school"]), json!("cjg"))]
#[case("due", json!("1999-12-31"), json!(7))]
#[case("accept_by", json!("1999-12-31"), json!("soon"))]
#[case("feedback_by", json!("1999-12-31"), json!(null))]
#[case("confirm_by", json!("1999-12-31"), json!(true))]
#[case("proposed", json!("school"), json!("A School"))]
#[case("declines", json!(7), json!("1"))]
#[case("last_at", json!("1999-12-31T00:00:00Z"), json!("1999-12-31"))]
fn where_a_record_says_that_its_signal_stands_is_held_against_its_story(
    #[case] key: &str,
    #[case] one: Value,
    #[case] other: Value,
) {
    for line in lines() {
        assert_eq!(wrong(&line.to_string()), None);
        for says in [&one, &other] {
            let mut changed = line.clone();
            if changed[key] != *says {
                changed[key] = says.clone();
                assert_eq!(
                    wrong(&changed.to_string()),
                    Some(FieldError::Impossible(None)),
                    "{says}"
                );
            }
        }
    }
}

#[test]
fn each_key_that_tells_where_a_signal_stands_is_tried_above() {
    let tried = include_str!("read_back_tests.rs");
    let report = [
        "id",
        "sender",
        "contact",
        "reference",
        "reported_at",
        "topics",
        "decisions",
        "events",
    ];
    let line = lines().next().unwrap();
    for key in line.as_object().unwrap().keys() {
        let mut read = report.iter().chain(Circumstances::KEYS);
        let read = read.any(|known| known == key);
        assert!(
            read || tried.contains(&format!("#[case(\"{key}\", json!(")),
            "{key}"
        );
    }
}

#[test]
fn a_key_that_no_event_or_decision_has_is_not_left_out() {
    for line in lines() {
        let events = line["events"].as_array().unwrap().len();
        for number in 1..=events {
            let mut more = line.clone();
            event(&mut more, number).insert("note".into(), json!("Call first."));
            assert_eq!(wrong(&more.to_string()), Some(FieldError::UnknownKey(None)));
        }
        let mut more = line.clone();
        more["decisions"][0]["note"] = json!("Call first.");
        assert_eq!(wrong(&more.to_string()), Some(FieldError::UnknownKey(None)));
    }
}

#[test]
fn a_key_under_which_nothing_need_stand_may_be_left_out() {
    let mut without = 0;
    for mut line in lines() {
        for event in line["events"].as_array_mut().unwrap() {
            let event = event.as_object_mut().unwrap();
            for key in ["suggested", "responsibility"] {
                without += usize::from(event.shift_remove(key).is_some());
            }
        }
        assert_eq!(wrong(&line.to_string()), None);
    }
    assert!(without > 0);
}

#[test]
fn no_other_key_of_an_event_may_be_left_out() {
    for line in lines() {
        let events = line["events"].as_array().unwrap();
        for (place, keys) in events
            .iter()
            .map(|event| event.as_object().unwrap())
            .enumerate()
        {
            let optional = ["as_was", "suggested", "handed_to", "responsibility"];
            let needed = |key: &&String| !optional.contains(&key.as_str());
            for key in keys.keys().filter(needed) {
                let mut fewer = line.clone();
                event(&mut fewer, place + 1).shift_remove(key);
                assert!(wrong(&fewer.to_string()).is_some(), "{key}");
            }
        }
    }
}

/// As serde also reads the code of a choice.
#[test]
fn a_code_is_a_text_and_nothing_else() {
    let object = |text: &Value| json!({ text.as_str().unwrap(): null });
    for line in lines() {
        for key in line
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| line[*key].is_string())
        {
            let mut changed = line.clone();
            changed[key] = object(&line[key]);
            assert_eq!(
                wrong(&changed.to_string()),
                Some(FieldError::Impossible(None)),
                "{key}"
            );
        }
        for (number, was) in (1..).zip(line["events"].as_array().unwrap()) {
            let keys = was.as_object().unwrap();
            for (key, value) in keys.iter().filter(|(_, value)| value.is_string()) {
                let mut changed = line.clone();
                changed["events"][number as usize - 1][key] = object(value);
                let expected = FieldError::impossible_from(number);
                assert_eq!(wrong(&changed.to_string()), Some(expected), "{key}");
            }
        }
    }
}

#[test]
fn a_key_of_another_kind_of_event_is_not_left_out() {
    for line in lines() {
        let events = line["events"].as_array().unwrap().len();
        for (key, value) in [
            ("after", json!(1)),
            ("to", json!("mee")),
            ("of", json!("mee")),
        ] {
            let mut more = line.clone();
            let last = event(&mut more, events);
            if last.insert(key.into(), value).is_none() {
                assert_eq!(
                    wrong(&more.to_string()),
                    Some(FieldError::UnknownKey(None)),
                    "{key}"
                );
            }
        }
        let mut unreadable = line.clone();
        let number = u32::try_from(events).unwrap();
        let last = event(&mut unreadable, events);
        let expected = match last.insert("reason".into(), json!("bad weather")) {
            Some(_) => FieldError::impossible_from(number),
            None => FieldError::UnknownKey(None),
        };
        assert_eq!(wrong(&unreadable.to_string()), Some(expected));
    }
}

#[rstest]
#[case::later_words_of_a_report(1, "said", true)]
#[case::what_was_seen_with_a_later_step(2, "seen", true)]
#[case::what_goes_well_with_a_later_step(2, "goes-well", true)]
#[case::why_not_with_a_later_step(2, "why-not-discussed", false)]
#[case::why_not_while_it_was(1, "why-not-discussed", true)]
#[case::why_all_the_same_while_they_were_not_asked(1, "why-without-consent", true)]
#[case::what_nobody_knows(1, "heard", true)]
fn words_that_do_not_belong_to_their_event_are_not_left_out(
    #[case] number: usize,
    #[case] part: &str,
    #[case] discussed: bool,
) {
    let long = lines().find(|line| line["events"][1] != Value::Null);
    let mut line = long.unwrap();
    line["discussed"] = json!(discussed);
    assert_eq!(wrong(&line.to_string()), None);
    event(&mut line, number)["words"] = json!({ part: "Tired." });
    let expected = FieldError::impossible_from(u32::try_from(number).unwrap());
    assert_eq!(wrong(&line.to_string()), Some(expected));
}

#[test]
fn each_decision_belongs_to_an_event_by_which_the_map_decided() {
    for line in lines() {
        let decisions = line["decisions"].as_array().unwrap().clone();
        let numbers = |line: &Value| line["events"].as_array().unwrap().len() as u64;
        for event in [1, numbers(&line) + 1] {
            let mut more = line.clone();
            let mut decision = decisions[0].clone();
            decision["event"] = json!(event);
            more["decisions"].as_array_mut().unwrap().push(decision);
            let expected = FieldError::impossible_from(u32::try_from(event).unwrap());
            assert_eq!(wrong(&more.to_string()), Some(expected));
        }
        if let [_, again, ..] = decisions.as_slice() {
            let mut fewer = line.clone();
            fewer["decisions"] = json!([decisions[0]]);
            let event = u32::try_from(again["event"].as_u64().unwrap()).unwrap();
            assert_eq!(
                wrong(&fewer.to_string()),
                Some(FieldError::impossible_from(event))
            );
        }
    }
}

#[rstest]
#[case::of_an_event("\"number\":1,", "\"number\":1,\"number\":1,")]
#[case::of_its_words("\"words\":{}", "\"words\":{\"seen\":\"Cold.\",\"seen\":\"Tired.\"}")]
#[case::of_a_decision("\"map_digest\":", "\"map_digest\":\"other\",\"map_digest\":")]
#[case::of_a_reason("\"reason\":{}", "\"reason\":{\"a\":1,\"a\":2}")]
#[case::of_the_record("\"events\":", "\"events\":[],\"events\":")]
fn a_key_that_is_there_twice_is_not_left_out(#[case] once: &str, #[case] twice: &str) {
    let line = lines().next().unwrap().to_string();
    let changed = line.replacen(once, twice, 1);
    assert_ne!(changed, line);
    assert_eq!(wrong(&changed), Some(FieldError::RepeatedKey));
}

#[test]
fn why_a_line_was_turned_down_before_does_not_matter() {
    let line = lines().next().unwrap().to_string();
    let because = ",\"rejected_because\":\"row 1\"";
    let open = line.strip_suffix('}').unwrap();
    assert_eq!(wrong(&format!("{open}{because}{because}}}")), None);
}
