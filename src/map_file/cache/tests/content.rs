//! What is not right in a map that was kept, with a right checksum over it.

use std::fs;

use rstest::rstest;

use crate::domain::age::{Age, AgeRange};
use crate::domain::calendar::Term;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::Level;
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics};
use crate::domain::time::ClosingTime;
use crate::map_file::cache::parts_of;
use crate::map_file::cache::tests::{
    assert_same, only_file, parts, plant, without_the_last_claimant, world,
};
use crate::map_file::{load, open};
use crate::routing::choice::{Choice, Values};
use crate::routing::criterion::{Criteria, Senders};
use crate::routing::decide;
use crate::routing::map::{
    Area, AreaIx, Listener, MapParts, OpenPoint, Organisation, Responsibility, RouteMap, TopicIx,
};

const NOWHERE: u32 = 9_999;

fn nobody() -> OrganisationId {
    "nobody".parse().unwrap()
}

fn first_area(parts: &mut MapParts) -> &mut Area {
    parts.areas.first_mut().unwrap()
}

fn first(parts: &mut MapParts) -> &mut Responsibility {
    parts.responsibilities.first_mut().unwrap()
}

fn first_open_point(parts: &mut MapParts) -> &mut OpenPoint {
    parts.open_points.first_mut().unwrap()
}

fn from(kinds: &[&str], named: &[&str]) -> Option<Senders> {
    Some(Senders {
        kinds: kinds.iter().map(|kind| kind.parse().unwrap()).collect(),
        named: named.iter().map(|id| id.parse().unwrap()).collect(),
        ..Senders::default()
    })
}

/// Who owns what, for every topic in every area.
fn decisions(map: &RouteMap) -> Vec<String> {
    let at = map.settings().zone.read("2026-11-23T10:15").unwrap();
    let places = map.topics().iter().flat_map(|topic| {
        let areas = map.areas().iter().map(|area| Some(area.id.clone()));
        areas.chain([None]).map(move |area| (topic, area))
    });
    places
        .map(|(topic, area)| {
            let facts = Facts {
                topics: Topics::from_list(vec![topic.id.clone()]).unwrap(),
                particulars: Particulars {
                    age: Some(Age::Months(30)),
                    residence: area.map(Residence::Area),
                    ..Particulars::default()
                },
                sender: None,
            };
            format!("{:?}", decide(map, &facts, at))
        })
        .collect()
}

#[rstest]
#[case::of_another_content(|parts: &mut MapParts| parts.settings.digest.replace_range(..1, "x"))]
#[case::unknown_coordinator(|parts: &mut MapParts| parts.settings.coordinator = nobody())]
#[case::office_hours_that_end_first(|parts: &mut MapParts| parts.settings.office_hours.to = ClosingTime::At(parts.settings.office_hours.from))]
#[case::unknown_emergency_service(|parts: &mut MapParts| parts.settings.emergency[0].organisation = Some(nobody()))]
#[case::unknown_listener(|parts: &mut MapParts| parts.settings.escalation[0].tell = [Listener::Organisation(nobody())].into())]
#[case::a_level_of_nobody(|parts: &mut MapParts| parts.settings.levels.named = [(nobody(), Level::Full)].into())]
#[case::a_level_of_an_unknown_kind(|parts: &mut MapParts| parts.settings.levels.kinds = [("nothing".parse().unwrap(), Level::Full)].into())]
#[case::no_topics(|parts: &mut MapParts| parts.topics.clear())]
#[case::a_topic_twice(|parts: &mut MapParts| parts.topics.push(parts.topics[0].clone()))]
#[case::a_topic_in_itself(|parts: &mut MapParts| parts.topics[0].parent = Some(TopicIx(0)))]
#[case::a_topic_in_nothing(|parts: &mut MapParts| parts.topics[0].parent = Some(TopicIx(NOWHERE)))]
#[case::topics_too_few(|parts: &mut MapParts| parts.topics.truncate(1))]
#[case::no_areas(|parts: &mut MapParts| parts.areas.clear())]
#[case::an_area_twice(|parts: &mut MapParts| parts.areas.push(parts.areas[0].clone()))]
#[case::an_area_in_itself(|parts: &mut MapParts| first_area(parts).parent = Some(AreaIx(0)))]
#[case::an_area_in_nothing(|parts: &mut MapParts| first_area(parts).parent = Some(AreaIx(NOWHERE)))]
#[case::unknown_coordinator_of_an_area(|parts: &mut MapParts| first_area(parts).coordinator = Some(nobody()))]
#[case::areas_too_few(|parts: &mut MapParts| parts.areas.truncate(1))]
#[case::no_organisations(|parts: &mut MapParts| parts.organisations.clear())]
#[case::an_organisation_twice(|parts: &mut MapParts| parts.organisations.push(parts.organisations[0].clone()))]
#[case::an_owner_too_few(|parts: &mut MapParts| parts.organisations.retain(|o: &Organisation| o.id.as_str() != "jgz-waterdam"))]
#[case::unknown_owner(|parts: &mut MapParts| first(parts).owner = nobody())]
#[case::unknown_topic(|parts: &mut MapParts| first(parts).criteria.topics = Some(vec![TopicIx(NOWHERE)]))]
#[case::unknown_area(|parts: &mut MapParts| first(parts).criteria.areas = Some(vec![AreaIx(NOWHERE)]))]
#[case::unknown_urgency(|parts: &mut MapParts| first(parts).criteria.choices.set(Choice::Urgency, Some(Values::at_places([4]))))]
#[case::unknown_sender(|parts: &mut MapParts| first(parts).criteria.senders = from(&[], &["nobody"]))]
#[case::unknown_kind_of_sender(|parts: &mut MapParts| first(parts).criteria.senders = from(&["nothing"], &[]))]
#[case::unknown_partner(|parts: &mut MapParts| first(parts).involve.push(nobody()))]
#[case::unknown_topic_of_an_open_point(|parts: &mut MapParts| first_open_point(parts).criteria.topics = Some(vec![TopicIx(NOWHERE)]))]
#[case::unknown_area_of_an_open_point(|parts: &mut MapParts| first_open_point(parts).criteria.areas = Some(vec![AreaIx(NOWHERE)]))]
#[case::unknown_sender_of_an_open_point(|parts: &mut MapParts| first_open_point(parts).criteria.senders = from(&[], &["nobody"]))]
fn an_impossible_entry_is_answered_from_the_files(#[case] spoil: fn(&mut MapParts)) {
    let (_keep, map, cache) = world();
    let whole = load(&map).unwrap();
    plant(&map, &cache, spoil);
    let opened = open(&map, Some(&cache)).unwrap();
    assert_same(&whole, &opened);
    assert_eq!(decisions(&whole), decisions(&opened));
}

/// The control of all these tests: what could be true is answered as it was kept, and a shorter
/// list is noticed.
#[rstest]
#[case::a_claimant_fewer(without_the_last_claimant)]
#[case::for_all_topics(|parts: &mut MapParts| first(parts).criteria = Criteria::default())]
#[case::of_another_owner(|parts: &mut MapParts| first(parts).owner = parts.settings.coordinator.clone())]
#[case::of_other_terms(|parts: &mut MapParts| first(parts).accept_within = Some(Term { count: 99, ..parts.settings.promises.accept_within }))]
fn what_could_be_true_would_be_noticed(#[case] change: fn(&mut MapParts)) {
    let (_keep, map, cache) = world();
    let whole = load(&map).unwrap();
    plant(&map, &cache, change);
    let opened = open(&map, Some(&cache)).unwrap();
    assert_ne!(whole.responsibilities(), opened.responsibilities());
    assert_ne!(decisions(&whole), decisions(&opened));
}

/// The content that a run keeps, and the digest of the map.
fn kept() -> (Vec<u8>, MapParts) {
    let (_keep, map, cache) = world();
    open(&map, Some(&cache)).unwrap();
    let bytes = fs::read(only_file(&cache)).unwrap();
    let content = bytes
        [crate::map_file::cache::BUILD.len() + 2 * crate::map_file::cache::DIGEST_LENGTH..]
        .to_vec();
    (content, parts(&map))
}

/// Every text that is a code, a day, a time or a zone, wherever it stands in any table.
#[test]
fn a_text_that_is_no_code_day_time_or_zone_is_refused_in_every_place() {
    let (content, whole) = kept();
    let digest = whole.settings.digest.clone();
    assert_eq!(parts_of(&content, &digest), Some(whole.clone()));

    let mut texts: Vec<String> = Vec::new();
    texts.extend(whole.organisations.iter().map(|o| o.id.to_string()));
    texts.extend(whole.organisations.iter().map(|o| o.kind.to_string()));
    texts.extend(whole.topics.iter().map(|topic| topic.id.to_string()));
    texts.extend(whole.areas.iter().map(|area| area.id.to_string()));
    let office = &whole.settings.office_hours;
    texts.extend([office.from.to_string(), office.to.to_string()]);
    texts.push(whole.settings.zone.to_string());
    texts.push(whole.open_points[0].until.to_string());
    texts.sort();
    texts.dedup();
    // A word that people say may be the text of a code too, and any text is a word.
    let topics = whole.topics.iter();
    let also: Vec<String> = topics
        .flat_map(|topic| [topic.also.nl.clone(), topic.also.en.clone()].concat())
        .collect();
    texts.retain(|text| !also.contains(text));
    let mut spoiled = 0;
    for text in texts {
        let written = [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        let places = content.windows(written.len());
        for (at, _) in places.enumerate().filter(|(_, there)| *there == written) {
            let mut content = content.clone();
            content[at + 1] = b'!';
            assert_eq!(parts_of(&content, &digest), None, "{text} at {at}");
            spoiled += 1;
        }
    }
    assert!(spoiled > 2 * whole.responsibilities.len(), "{spoiled}");
}

/// A byte that is no number of a choice, no truth, no text and no end of a number.
#[test]
fn a_spoiled_byte_never_makes_a_list_shorter() {
    let (content, whole) = kept();
    let digest = whole.settings.digest.clone();
    let lengths = |parts: &MapParts| {
        let MapParts {
            settings,
            topics,
            areas,
            organisations,
            responsibilities,
            open_points,
        } = parts;
        [
            settings.emergency.len(),
            settings.escalation.len(),
            topics.len(),
            areas.len(),
            organisations.len(),
            responsibilities.len(),
            open_points.len(),
        ]
    };
    let mut refused = 0;
    for at in (0..content.len()).step_by(3) {
        let mut content = content.clone();
        content[at] = 0xff;
        match parts_of(&content, &digest) {
            None => refused += 1,
            Some(parts) => assert_eq!(lengths(&parts), lengths(&whole), "at {at}"),
        }
    }
    assert!(
        refused > content.len() / 6,
        "{refused} of {}",
        content.len()
    );
    for length in (0..content.len()).step_by(7) {
        assert_eq!(parts_of(&content[..length], &digest), None, "{length}");
    }
    assert_eq!(parts_of(&[&content[..], &[0]].concat(), &digest), None);
}

/// All codes are kept alike, by their number.
#[test]
fn a_code_that_is_not_there_is_refused() {
    for (number, level) in (0..).zip(Level::ALL) {
        assert_eq!(postcard::to_stdvec(level).unwrap(), [number]);
        assert_eq!(postcard::from_bytes(&[number]), Ok(*level));
    }
    assert!(postcard::from_bytes::<Level>(&[2]).is_err());
}

#[test]
fn an_age_or_a_range_that_cannot_be_is_refused() {
    let range: AgeRange = "0-4".parse().unwrap();
    let kept = postcard::to_stdvec(&range).unwrap();
    assert_eq!(postcard::from_bytes(&kept), Ok(range));
    let reversed = postcard::to_stdvec(&(range.until(), Some(range.from()))).unwrap();
    assert!(postcard::from_bytes::<AgeRange>(&reversed).is_err());
    assert!(postcard::from_bytes::<Age>(&postcard::to_stdvec(&Some(1_561u16)).unwrap()).is_err());
}
