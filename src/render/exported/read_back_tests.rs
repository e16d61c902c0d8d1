//! What an export writes, `import` reads back.

use std::collections::BTreeSet;
use std::io::Cursor;

use super::json::written;
use super::*;
use crate::domain::codes::Choice as _;
use crate::domain::event::{EventKind, Grounds, Happened, Via};
use crate::domain::lifecycle::sample::{self, every_story, topics};
use crate::domain::signal::{Particulars, Urgency};
use crate::intake::{self, Bytes, History, Kept, Source};
use crate::register::{Reported, Story, Whole};

/// A story of the work as the register hands it over.
fn recorded(told: sample::Story) -> Story {
    let first = told.record.first().unwrap();
    Story {
        reported: Reported {
            id: told.case.id,
            sender: first.by.clone(),
            contact: None,
            reference: None,
            reported_at: first.at,
            topics: topics(&["parenting"]),
            particulars: Particulars {
                age: None,
                area: None,
                urgency: Urgency::Normal,
            },
            discussed: true,
        },
        case: told.case,
        happened: told.record,
        first: Grounds {
            reason: "{}".to_owned(),
            map_digest: "digest".to_owned(),
        },
        again: vec![],
    }
}

/// What `import` reads in a line.
fn read_back(line: String) -> History {
    let bytes = Bytes::of(Box::new(Cursor::new(line))).unwrap();
    let mut source = Source::open(bytes, intake::Form::Lines, &[], false).unwrap();
    let mut kept = Kept::new(Cursor::new(vec![]));
    kept.push(&source.next_row().unwrap().unwrap()).unwrap();
    let mut histories = kept.histories().unwrap();
    let (_, history) = histories.next().unwrap().unwrap();
    history
}

#[test]
fn every_kind_of_event_is_read_back_as_it_was() {
    let clock = Clock {
        zone: Zone::AMSTERDAM,
        now: "2026-11-23T09:15:00.000Z".parse().unwrap(),
    };
    let mut kinds = BTreeSet::new();
    for told in every_story() {
        let story = recorded(told);
        kinds.extend(story.happened.iter().map(|happened| happened.event.kind()));
        let whole = Whole {
            story: story.clone(),
            words: Some(vec![]),
        };
        let line = written(&whole, clock).unwrap();
        let imported = |happened: Happened| Happened {
            via: Via::Import,
            ..happened
        };
        let expected = Story {
            happened: story.happened.into_iter().map(imported).collect(),
            ..story
        };
        assert_eq!(read_back(line).story, expected);
    }
    assert_eq!(kinds, EventKind::ALL.iter().copied().collect());
}
