//! What else the maps say differently.

use super::*;
use crate::domain::alarm::{AlarmStep, Promise};
use crate::routing::handover::{Handover, HandoverWay};
use crate::routing::map::{Escalation, Listener, MapParts, MapPosition, Synonyms, TopicIx};

/// The facts that change when the map is changed like this: `kind`, of what, old and new.
fn facts_after(change: impl Fn(&mut MapParts)) -> Vec<String> {
    let mut changed = parts(&["cjg"]);
    change(&mut changed);
    let diff = diff(&map(&["cjg"]), &RouteMap::new(changed), read("2026-11-23"));
    assert!(diff.changes.is_empty() && diff.leads.is_empty() && diff.coordinators.is_empty());
    let side =
        |statement: &Option<MapStatement>| statement.as_ref().map_or("-".to_owned(), brief_text);
    diff.facts
        .iter()
        .map(|fact| {
            format!(
                "{} {}: {} -> {}",
                fact.kind,
                side(&fact.of),
                side(&fact.old),
                side(&fact.new)
            )
        })
        .collect()
}

/// An alarm that the owner hears, after which the coordinator takes over.
fn sounds(past: &str, after: u8) -> Escalation {
    let place = MapPosition {
        file: "".into(),
        line: 1,
        column: 1,
    };
    let step = AlarmStep {
        past: Promise::from_code(past).unwrap(),
        after,
    };
    Escalation {
        step,
        tell: [Listener::Owner].into(),
        takes_over: true,
        place,
    }
}

#[test]
fn steps_are_told_apart_by_what_they_are_about_and_not_by_their_order() {
    let map = |steps: Vec<Escalation>| {
        let mut parts = parts(&["cjg"]);
        parts.settings.escalation = steps;
        RouteMap::new(parts)
    };
    let describe = |old, new| diff(&map(old), &map(new), read("2026-11-23")).facts;
    let (one, three) = (sounds("accept", 1), sounds("accept", 3));
    assert_eq!(
        describe(
            vec![one.clone(), three.clone()],
            vec![three.clone(), one.clone()]
        ),
        []
    );
    let milder = Escalation {
        takes_over: false,
        ..three.clone()
    };
    let changed = describe(vec![one.clone(), three], vec![one, milder]);
    assert!(
        matches!(
            changed.as_slice(),
            [Fact {
                old: Some(_),
                new: Some(_),
                ..
            }]
        ),
        "{changed:?}"
    );
}

fn brief_text(statement: &MapStatement) -> String {
    match statement {
        MapStatement::Text(text) => text.clone(),
        MapStatement::Name(name) => name.en.to_string(),
        MapStatement::Also(words) => [&words.nl[..], &words.en].concat().join("+"),
        MapStatement::Term(term) => term.to_string(),
        MapStatement::Day(day) => day.to_string(),
        MapStatement::Whether(yes) => yes.to_string(),
        MapStatement::Office(hours) => format!("{}-{}", hours.from, hours.to),
        MapStatement::Reachable(hours) => hours.to_string(),
        MapStatement::Line(line) => line.call.clone(),
        MapStatement::Handover(way) => way.how.to_string(),
        MapStatement::Step(AlarmStep { past, after }, tell, takes_over) => {
            format!(
                "{past}+{after} {} {takes_over}",
                tell.iter()
                    .map(Listener::code)
                    .collect::<Vec<_>>()
                    .join(",")
            )
        }
        MapStatement::Topic(id) => id.to_string(),
        MapStatement::Area(id) => id.to_string(),
        MapStatement::Organisation(id) => id.to_string(),
    }
}

#[rstest]
#[case::nothing(|_: &mut MapParts| {}, &[])]
#[case::a_phone(
    |map: &mut MapParts| map.organisations[4].contact.as_mut().unwrap().phone = Some("06".into()),
    &["phone cjg: 010-555 01 20 -> 06"]
)]
#[case::no_contact(
    |map: &mut MapParts| map.organisations[4].contact = None,
    &["phone cjg: 010-555 01 20 -> -", "reachable cjg: office -> -"]
)]
#[case::checked_again(|map: &mut MapParts| map.organisations[4].contact.as_mut().unwrap().checked_on = Some(read("2026-11-01")), &[])]
#[case::another_name(|map: &mut MapParts| map.organisations[4].name = "Team".into(), &["organisation-name cjg: Cjg -> Team"])]
#[case::an_organisation_less(
    |map: &mut MapParts| map.organisations.retain(|one| one.id.as_str() != "ggz"),
    &["organisation ggz: Ggz -> -"]
)]
#[case::another_word_for_a_topic(
    |map: &mut MapParts| map.topics[3].also = Synonyms { nl: vec!["lening".into(), "deurwaarder".into()], en: vec!["loan".into()] },
    &["topic-also finances/debts: - -> deurwaarder+lening+loan"]
)]
#[case::another_name_of_an_area(
    |map: &mut MapParts| map.areas[3].also = vec!["Veendam".into(), "Broek".into()],
    &["area-also veenbroek: - -> Broek, Veendam"]
)]
#[case::an_alarm_more(
    |map: &mut MapParts| map.settings.escalation.push(sounds("accept", 1)),
    &["escalation-step -: - -> accept+1 owner true"]
)]
#[case::what_it_stays(|map: &mut MapParts| map.settings.id = Some(read("rijnmeer")), &["map-id -: - -> rijnmeer"])]
#[case::the_general_promise(
    |map: &mut MapParts| map.settings.promises.feedback_within = read("2 weeks"),
    &["feedback-within -: 5 working days -> 2 weeks"]
)]
#[case::another_way_to_hear_which_family_it_is(
    |map: &mut MapParts| map.settings.handover = Handover { how: HandoverWay::None, say: None },
    &["handover -: call -> none"]
)]
#[case::office_hours(|map: &mut MapParts| map.settings.office_hours.to = read("18:00"), &["office-hours -: 08:30-17:00 -> 08:30-18:00"])]
#[case::a_closed_day(
    |map: &mut MapParts| { map.settings.calendar.closed_days.insert(read("2026-12-24")); },
    &["closed-day -: - -> 2026-12-24"]
)]
#[case::an_emergency_line(|map: &mut MapParts| map.settings.emergency = vec![line("113", "all", "always")], &["call-in-danger -: - -> 113"])]
#[case::postcodes(
    |map: &mut MapParts| (map.areas[2].postcodes, map.areas[3].postcodes) = (vec![(3010, 3012)], vec![(3015, 3015), (3020, 3030)]),
    &["postcodes 3015: noord -> veenbroek", "postcodes 3030: - -> veenbroek"]
)]
#[case::an_area_elsewhere(
    |map: &mut MapParts| map.areas[4].parent = map.areas[2].parent,
    &["area-within veen-west: veenbroek -> waterdam"]
)]
#[case::a_topic_more(
    |map: &mut MapParts| { let topic = map.topics[4].clone(); map.topics.push(crate::routing::map::Topic { id: read("garden"), ..topic }); },
    &["topic garden: - -> Housing"]
)]
#[case::a_topic_elsewhere(
    |map: &mut MapParts| map.topics[3].parent = Some(TopicIx(0)),
    &["topic-part-of finances/debts: finances -> parenting"]
)]
fn what_else_changes(#[case] change: impl Fn(&mut MapParts), #[case] expected: &[&str]) {
    // The moved district has another coordinator, which is not a fact but a change by area.
    let undisputed = |map: &mut MapParts| {
        change(map);
        if map.areas[4].parent != parts(&[]).areas[4].parent {
            map.areas[4].coordinator = Some(read("gemeente-veenbroek"));
        }
    };
    assert_eq!(facts_after(undisputed), expected);
}
