//! Every acute signal that the example map can get: whatever it is about, of whom, where, from whom
//! and when, somebody says on the day itself whether they take it on, and no volunteer hears more
//! than that something was done.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use crate::common::World;
use rstest::rstest;
use seinhuis::domain::age::{Age, YoungestChild};
use seinhuis::domain::codes::{AreaId, CodeEnum, OrganisationId, TopicId};
use seinhuis::domain::event::{Basis, Level};
use seinhuis::domain::residence::Residence;
use seinhuis::domain::signal::{Facts, Particulars, Topics, Urgency};
use seinhuis::domain::time::Moment;
use seinhuis::map_analysis::check::{Check, check};
use seinhuis::map_file::load;
use seinhuis::routing::ages::AgeSubject;
use seinhuis::routing::choice::Choices;
use seinhuis::routing::criterion::{Criteria, Question};
use seinhuis::routing::map::{AreaIx, RouteMap, StillOpen};
use seinhuis::routing::rule;

static MAP: LazyLock<RouteMap> = LazyLock::new(|| load(Path::new("routes.yaml")).unwrap());

/// Within office hours, late on a Friday, and on a holiday.
const MOMENTS: [&str; 3] = ["2026-11-24T10:15", "2026-11-27T23:00", "2026-12-25T12:00"];

/// What an acute signal must not come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wrong {
    NotOnTheDay,
    MoreThanStatusOnly,
    UnadmittedGap,
    UnadmittedDispute,
}

/// The criteria of everything in the map that can tell two signals apart.
fn criteria(map: &RouteMap) -> impl Iterator<Item = &Criteria> {
    let responsibilities = map.responsibilities().iter().map(|r| &r.criteria);
    responsibilities.chain(map.open_points().iter().map(|point| &point.criteria))
}

/// An age of every stretch between two limits of the map: limits are half-open, so the first age of
/// each stands for all of it.
fn ages(map: &RouteMap, subject: AgeSubject) -> BTreeSet<Age> {
    let limits = criteria(map).filter_map(|criteria| criteria.ages.get(subject));
    let bounds = limits.flat_map(|range| [Some(range.from()), range.until()]);
    bounds
        .flatten()
        .chain([Age::Unborn, Age::months(0).unwrap()])
        .collect()
}

/// A sender of every sort that the map tells apart, and nobody in particular.
fn senders(map: &RouteMap) -> Vec<Option<OrganisationId>> {
    let mut known = HashSet::new();
    let told_apart = map.organisations().iter().filter(|organisation| {
        let named = criteria(map).map(|criteria| {
            let senders = criteria.senders.as_ref();
            senders.is_some_and(|senders| senders.organisations.contains(&organisation.id))
        });
        known.insert((
            named.collect::<Vec<bool>>(),
            map.sender_level(&organisation.id) == Level::StatusOnly,
        ))
    });
    let all: Vec<_> = told_apart.map(|one| Some(one.id.clone())).collect();
    [None].into_iter().chain(all).collect()
}

/// One topic; and two, where an organisation may lead over both.
fn topics(map: &RouteMap) -> Vec<Vec<TopicId>> {
    let alone = map.topics().iter().map(|topic| vec![topic.id.clone()]);
    let leads = map.responsibilities().iter().filter(|r| r.leads);
    let led: BTreeSet<TopicId> = leads
        .flat_map(|r| r.criteria.topics.iter().flatten())
        .flat_map(|ix| map.topic_tree().within(*ix))
        .map(|ix| map.topic_at(ix).id.clone())
        .collect();
    let pairs = led.iter().flat_map(|first| {
        let others = led.iter().filter(move |other| *other != first);
        others.map(move |other| vec![first.clone(), other.clone()])
    });
    alone.chain(pairs).collect()
}

fn acute(map: &RouteMap) -> impl Iterator<Item = Facts> {
    let known_ages = ages(map, AgeSubject::Person).into_iter().map(Some);
    let all_ages: Vec<Option<Age>> = known_ages.chain([None]).collect();
    let children = ages(map, AgeSubject::YoungestChild);
    let homes = children.into_iter().map(YoungestChild::Aged);
    let homes = homes.chain([YoungestChild::NoChild]).map(Some);
    let homes: Vec<Option<YoungestChild>> = homes.chain([None]).collect();
    let areas = map.areas().iter().map(|area| Some(area.id.clone()));
    let areas: Vec<Option<AreaId>> = areas.chain([None]).collect();
    let senders = senders(map);
    topics(map).into_iter().flat_map(move |topics| {
        // Who leads over several topics is limited by neither age: see the test of it.
        let (ages, homes) = match topics.len() {
            1 => (all_ages.clone(), homes.clone()),
            _ => (vec![None], vec![None]),
        };
        let (areas, senders) = (areas.clone(), senders.clone());
        ages.into_iter().flat_map(move |age| {
            let (areas, senders, topics) = (areas.clone(), senders.clone(), topics.clone());
            homes.clone().into_iter().flat_map(move |youngest| {
                let (senders, topics) = (senders.clone(), topics.clone());
                areas.clone().into_iter().flat_map(move |area| {
                    let topics = Topics::from_list(topics.clone()).unwrap();
                    senders.clone().into_iter().map(move |sender| Facts {
                        topics: topics.clone(),
                        particulars: Particulars {
                            age,
                            youngest,
                            residence: area.clone().map(Residence::Area),
                            urgency: Urgency::Acute,
                            before: None,
                        },
                        sender,
                    })
                })
            })
        })
    })
}

/// Whether the sender knows all that decides: an age, and a place with none inside it.
fn says_enough(facts: &Facts, map: &RouteMap) -> bool {
    let has_parts = |area: AreaIx| map.areas().iter().any(|other| other.parent == Some(area));
    let residence = facts.particulars.residence.as_ref();
    let area = residence.and_then(Residence::area);
    facts.particulars.age.is_some()
        && area
            .and_then(|area| map.area_ix(area))
            .is_some_and(|area| !has_parts(area))
}

/// Whether the map admits that this is open.
fn admitted(about: StillOpen, facts: &Facts, map: &RouteMap, at: Moment) -> bool {
    let particulars = &facts.particulars;
    let when = map.when(at);
    let asked = Question {
        topic: map.topic_ix(facts.topics.main()),
        age: particulars.age,
        youngest: particulars.youngest,
        area: particulars
            .residence
            .as_ref()
            .and_then(Residence::area)
            .and_then(|area| map.area_ix(area)),
        sender: facts.sender.clone(),
        choices: Choices::of_signal(particulars, when.hours),
    };
    let mut points = map.open_points().iter();
    points.any(|point| point.about == about && point.criteria.hold(&asked, map))
}

/// How many signals were decided on, and what was wrong with any of them.
fn sweep(map: &RouteMap) -> (usize, BTreeSet<(Wrong, String)>) {
    let mut wrong = BTreeSet::new();
    let mut explained = HashSet::new();
    let mut count = 0;
    let moments = MOMENTS.map(|at| map.settings().zone.read(at).unwrap());
    for facts in acute(map) {
        for at in moments {
            count += 1;
            let decided = rule(map, &facts, map.when(at));
            let about = match decided.basis() {
                Basis::Rule => None,
                Basis::Gap => Some((StillOpen::Gap, Wrong::UnadmittedGap)),
                Basis::Dispute => Some((StillOpen::Dispute, Wrong::UnadmittedDispute)),
            };
            let topic = facts.topics.main().to_string();
            if let Some((about, fault)) = about
                && says_enough(&facts, map)
                && !admitted(about, &facts, map, at)
            {
                wrong.insert((fault, topic.clone()));
            }
            // The promises and the level hang on who stands, on the sender and on the day alone.
            let standing: Vec<u32> = decided.standing().iter().map(|r| r.place.line).collect();
            if !explained.insert((standing, facts.sender.clone(), at)) {
                continue;
            }
            let decision = decided.explain();
            if decision.accept_by != map.day(at) {
                wrong.insert((Wrong::NotOnTheDay, topic.clone()));
            }
            let sender = facts.sender.as_ref().and_then(|id| map.organisation(id));
            let volunteer = sender.is_some_and(|sender| sender.kind.as_str() == "volunteer");
            if volunteer && decision.level != Level::StatusOnly {
                wrong.insert((Wrong::MoreThanStatusOnly, topic));
            }
        }
    }
    (count, wrong)
}

/// The codes of the two checks of acute signals that find something.
fn found(map: &RouteMap) -> BTreeSet<&'static str> {
    let today = map.day(map.settings().zone.read(MOMENTS[0]).unwrap());
    let findings = check(map, today, &BTreeSet::new());
    let checks = findings.iter().map(|finding| finding.about.check());
    checks
        .filter(|check| matches!(check, Check::SlowAcute | Check::AcuteUnowned))
        .map(|check| check.code())
        .collect()
}

#[test]
fn of_every_acute_signal_somebody_says_on_the_day_whether_they_take_it_on() {
    let (count, wrong) = sweep(&MAP);
    assert_eq!(wrong, BTreeSet::new());
    assert!(count > 500_000, "{count} signals");
    assert_eq!(found(&MAP), BTreeSet::new());
}

#[test]
fn who_leads_over_several_topics_is_limited_by_no_age() {
    let leads = MAP.responsibilities().iter().filter(|r| r.leads);
    for lead in leads {
        assert_eq!(lead.criteria.ages.iter().count(), 0, "{}", lead.place);
        assert_eq!(lead.criteria.senders, None, "{}", lead.place);
    }
}

#[rstest]
#[case::a_slow_owner(
    "acute: {accept_within: at once,    # the promises",
    "acute: {accept_within: 1 working day,    # the promises",
    &[Wrong::NotOnTheDay],
    &["slow-acute"]
)]
#[case::volunteers_hear_all(
    "  volunteer: status-only ",
    "  vv-waterdam: full ",
    &[Wrong::MoreThanStatusOnly],
    &[]
)]
#[case::two_who_are_first_in_a_crisis(
    "        hours: outside\n        priority: 3\n",
    "        hours: outside\n        priority: 2\n",
    &[Wrong::UnadmittedDispute],
    &["acute-unowned"]
)]
#[case::nobody_for_a_worry_about_an_organisation(
    "- topics: [organisation]\n",
    "- topics: [organisation]\n        urgency: [urgent, normal, fyi]\n",
    &[Wrong::UnadmittedGap],
    &["acute-unowned"]
)]
fn a_map_in_which_something_is_wrong_is_found_out(
    #[case] one: &str,
    #[case] other: &str,
    #[case] expected: &[Wrong],
    #[case] checks: &[&str],
) {
    let world = World::new().map_with(one, other);
    let map = load(&world.path("routes.yaml")).unwrap();
    let (_, wrong) = sweep(&map);
    let faults: BTreeSet<Wrong> = wrong.iter().map(|(fault, _)| *fault).collect();
    assert_eq!(faults, expected.iter().copied().collect(), "{wrong:?}");
    assert_eq!(found(&map), checks.iter().copied().collect());
}
