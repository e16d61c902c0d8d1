//! Disputes, gaps and open points of random small maps, held against deciding every signal with one
//! topic: what is told occurs, and what occurs is told.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::domain::codes::CodeEnum as _;
use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::region::{Region, Witness};
use crate::routing::choice::{Choice, Choices, Values};
use crate::routing::criterion::{Criteria, Question};
use crate::routing::decide;
use crate::routing::map::{Hours, OpenPoint, Responsibility, StillOpen, Text, TopicIx, ValidDays};
use crate::routing::random_days::{WorldDays, any_world_days, is_place, is_there, parts_on};
use crate::routing::random_maps::{
    any_closed_days, any_criteria, any_crowded_responsibilities, any_responsibility, examples,
    facts_of, in_file_order, in_office_time,
};
use crate::routing::sample::{at, place, read};

/// The days on which the random responsibilities begin and end; the last one stands for all after
/// it.
const DAYS: [&str; 3] = ["2026-11-23", "2026-11-24", "2026-11-26"];

const CHECKS: [Check; 7] = [
    Check::Dispute,
    Check::Gap,
    Check::AcuteUnowned,
    Check::GapWhenUnknown,
    Check::UnownedTopic,
    Check::UnheardSender,
    Check::OpenPointIdle,
];

fn today() -> Day {
    read(DAYS[0])
}

fn any_open_point() -> impl Strategy<Value = OpenPoint> {
    let until = select(vec!["2026-11-22", "2026-11-23", "2027-06-30"]);
    let about = select(vec![StillOpen::Dispute, StillOpen::Gap]);
    (about, any_criteria(), until).prop_map(|(about, criteria, until)| OpenPoint {
        about,
        criteria,
        until: read(until),
        because: Text {
            nl: "nog niet besproken".into(),
            en: "not discussed yet".into(),
        },
        place: place(0),
    })
}

/// One of which only the choices are limited.
fn any_open_point_about_choices() -> impl Strategy<Value = OpenPoint> {
    any_open_point().prop_map(|point| OpenPoint {
        criteria: of_choices(point.criteria),
        ..point
    })
}

/// A claim to everything at some choices, which often holds on few of the days.
fn any_brief_responsibility() -> impl Strategy<Value = Responsibility> {
    let from = weighted(0.6, select(vec!["2026-11-24", "2026-11-26"]));
    let until = weighted(0.6, select(vec!["2026-11-23", "2026-11-25"]));
    (any_responsibility(), from, until).prop_map(|(one, from, until)| Responsibility {
        criteria: of_choices(one.criteria),
        valid: ValidDays {
            from: from.map(read),
            until: until.map(read),
        },
        ..one
    })
}

fn of_choices(criteria: Criteria) -> Criteria {
    Criteria {
        choices: criteria.choices,
        ..Criteria::default()
    }
}

fn map_with(
    responsibilities: Vec<Responsibility>,
    mut open_points: Vec<OpenPoint>,
    closed: Vec<Day>,
    days: &WorldDays,
) -> RouteMap {
    let mut parts = parts_on(days, responsibilities);
    for (point, line) in open_points.iter_mut().zip(200..) {
        point.place = place(line);
    }
    parts.open_points = open_points;
    parts.settings.calendar.closed_days = closed.into_iter().collect();
    RouteMap::new(parts)
}

/// A signal on a day, and what is decided.
#[derive(Debug)]
struct Point {
    asked: Question,
    day: Day,
    basis: Basis,
    /// The lines of the claims that stand.
    standing: Vec<u32>,
}

impl Point {
    fn is_in(&self, finding: &Finding) -> bool {
        let holds = |region: &Region| {
            let topic = self.asked.topic;
            !region.several
                && topic.is_some_and(|topic| region.topics.contains(&topic))
                && region.fits(&self.asked, self.day)
        };
        finding.regions.iter().any(holds)
    }

    fn is_acute(&self) -> bool {
        let acute = Choices::all().with(Choice::Urgency, Values::of(Urgency::Acute));
        self.asked.choices.are_among(&acute)
    }

    fn is_definite(&self, map: &RouteMap) -> bool {
        self.asked.age.is_some() && is_place(map, &self.asked, self.day)
    }

    /// Whether it lies within an open point about this.
    fn is_admitted(&self, about: StillOpen, map: &RouteMap) -> bool {
        map.open_points().iter().any(|point| {
            point.about == about && point.until >= today() && point.criteria.hold(&self.asked, map)
        })
    }

    /// Whether it is one of those of which a finding tells that none has an owner.
    fn is_unserved(&self, found: &[Finding]) -> bool {
        let sender = self.asked.sender.as_ref();
        found.iter().any(|finding| {
            if let About::UnownedTopic { topic } = &finding.about {
                self.asked.topic == Some(*topic)
            } else if let About::UnheardSender { organisations, .. } = &finding.about {
                sender.is_some_and(|sender| organisations.contains(sender))
            } else {
                false
            }
        })
    }
}

/// Every one of these signals with one topic, on every day, at the hours that occur on it.
fn points(map: &RouteMap, these: impl Fn(&Question) -> bool) -> Vec<Point> {
    let mut points = Vec::new();
    for asked in examples().filter(these) {
        let facts = facts_of(map, &asked, []);
        let (hours, clock) = if in_office_time(&asked) {
            (Hours::Office, "10:15")
        } else {
            (Hours::Outside, "22:00")
        };
        let days = DAYS.map(read::<Day>).into_iter();
        let days = days.filter(|day| map.hours_on(*day).contains(&hours));
        for day in days.filter(|day| is_there(map, &asked, *day)) {
            let decision = decide(map, &facts, at(&format!("{day}T{clock}")));
            let mut standing: Vec<u32> = (decision.why.reasons.iter())
                .map(|reason| reason.place.line)
                .collect();
            standing.sort_unstable();
            points.push(Point {
                asked: asked.clone(),
                day,
                basis: decision.basis,
                standing,
            });
        }
    }
    points
}

/// How often the findings of each kind tell of a point.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    dispute: usize,
    known_dispute: usize,
    acute: usize,
    gap: usize,
    known_gap: usize,
    unknown: usize,
}

fn told(point: &Point, found: &[Finding]) -> Told {
    let mut told = Told::default();
    for finding in found.iter().filter(|finding| point.is_in(finding)) {
        let count = if let About::Dispute { known, .. } = &finding.about {
            match known {
                None => &mut told.dispute,
                Some(_) => &mut told.known_dispute,
            }
        } else if let About::Gap { known } = &finding.about {
            match known {
                None => &mut told.gap,
                Some(_) => &mut told.known_gap,
            }
        } else if let About::GapWhenUnknown { .. } = &finding.about {
            &mut told.unknown
        } else {
            assert_eq!(finding.about, About::AcuteUnowned, "it has no regions");
            &mut told.acute
        };
        *count += 1;
    }
    told
}

/// What is to be told of a point. What an open point admits of the gaps with an unknown age or place
/// is a note in either way.
fn expected(point: &Point, found: &[Finding], map: &RouteMap, told: &Told) -> Told {
    let is_acute = point.is_acute();
    let mut expected = Told::default();
    match point.basis {
        Basis::Dispute if point.is_admitted(StillOpen::Dispute, map) => expected.known_dispute = 1,
        Basis::Dispute => {
            expected.dispute = 1;
            expected.acute = usize::from(is_acute);
        }
        Basis::Gap if point.day != today() || point.is_unserved(found) => {}
        Basis::Gap if !point.is_definite(map) && told.unknown == 1 => expected.unknown = 1,
        Basis::Gap if point.is_admitted(StillOpen::Gap, map) => expected.known_gap = 1,
        Basis::Gap if is_acute => expected.acute = 1,
        Basis::Gap => expected.gap = 1,
        Basis::Rule => {}
    }
    expected
}

/// What is decided about an example, by a map.
fn basis_of(map: &RouteMap, witness: &Witness) -> Basis {
    let now = at(&format!("{}T10:15", today()));
    decide(map, &witness.facts, witness.at.unwrap_or(now)).basis
}

/// Whether the findings are those of the signals among these.
fn what_is_told_occurs(
    map: &RouteMap,
    these: impl Fn(&Question) -> bool,
) -> Result<(), TestCaseError> {
    let skipped = Check::ALL.iter().copied();
    let skipped: BTreeSet<Check> = skipped.filter(|check| !CHECKS.contains(check)).collect();
    let found = check(map, today(), &skipped);
    let points = points(map, these);
    for point in &points {
        let told = told(point, &found);
        let expected = expected(point, &found, map, &told);
        let open_points = map.open_points();
        prop_assert_eq!(told, expected, "{:?} in {:#?}", point, open_points);
        for finding in found.iter().filter(|finding| point.is_in(finding)) {
            if let About::Dispute { claims, .. } = &finding.about {
                let claims: Vec<u32> = claims.iter().map(|ix| ix.0 + 1).collect();
                prop_assert_eq!(&claims, &point.standing);
            }
        }
    }
    examples_show_it(map, &found)?;
    let mut open_points = map.open_points().iter();
    while let Some(open_point) = open_points.find(|point| point.until >= today()) {
        let mut within =
            (points.iter()).filter(|point| open_point.criteria.hold(&point.asked, map));
        let is_about_something = within.any(|point| match open_point.about {
            StillOpen::Dispute => point.basis == Basis::Dispute,
            StillOpen::Gap => point.basis == Basis::Gap && point.day == today(),
        });
        // It may be about a signal with several topics.
        let is_about_several = open_point.about == StillOpen::Dispute
            && found.iter().any(|finding| {
                let is_several = finding.regions.iter().any(|region| region.several);
                finding.severity == Severity::Note && is_several
            });
        let open_point = open_point.clone();
        let idle = About::OpenPointIdle { open_point };
        let is_idle = found.iter().any(|finding| finding.about == idle);
        let is_right = is_idle != is_about_something || (is_about_several && !is_idle);
        prop_assert!(is_right, "{:#?}", idle);
    }
    Ok(())
}

/// Whether the example of each region shows what is said of it.
fn examples_show_it(map: &RouteMap, found: &[Finding]) -> Result<(), TestCaseError> {
    for finding in found {
        for region in &finding.regions {
            let witness = region.witness(map, today());
            let basis = witness.map(|witness| basis_of(map, &witness));
            let is_shown = if let About::Dispute { .. } = &finding.about {
                basis == Some(Basis::Dispute)
            } else if let About::Gap { .. } | About::GapWhenUnknown { .. } = &finding.about {
                basis == Some(Basis::Gap)
            } else {
                matches!(basis, Some(Basis::Dispute | Basis::Gap))
            };
            prop_assert!(is_shown, "{:?} at the example of {:#?}", basis, region);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_told_occurs_and_what_occurs_is_told_or_admitted(
        responsibilities in any_crowded_responsibilities(),
        open_points in vec(any_open_point(), 0..4),
        closed in any_closed_days(),
        days in any_world_days(),
    ) {
        let map = map_with(responsibilities, open_points, closed, &days);
        what_is_told_occurs(&map, |asked| asked.sender.is_some())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_told_occurs_at_its_hours_on_its_days(
        responsibilities in vec(any_brief_responsibility(), 1..5),
        open_points in vec(any_open_point_about_choices(), 1..4),
        closed in any_closed_days(),
        days in any_world_days(),
    ) {
        let map = map_with(in_file_order(responsibilities), open_points, closed, &days.with_the_school());
        what_is_told_occurs(&map, |asked| {
            let sender = asked.sender.as_ref().map(OrganisationId::as_str);
            let is_of_one_age = asked.age.is_none() && asked.youngest.is_none();
            is_of_one_age && sender == Some("school") && asked.topic == Some(TopicIx(0))
        })?;
    }
}
