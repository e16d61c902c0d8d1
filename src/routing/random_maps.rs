//! Random small maps for the property tests, and every signal that there can be in their world.

use std::sync::Arc;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use crate::domain::age::{Age, AgeRange, YoungestChild};
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::event::Level;
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics};
use crate::domain::time::Day;
use crate::map_parts::ages::{AgeLimits, AgeSubject};
use crate::map_parts::choice::{Choice, ChoiceLimits, Choices, Values};
use crate::map_parts::criterion::{Criteria, Question, Senders};
use crate::map_parts::handover::{Handover, HandoverWay};
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::map::SenderLevels;
use crate::routing::map::{
    AcutePromises, AreaIx, Hours, MapParts, Responsibility, RouteMap, TopicIx, ValidDays,
};
use crate::routing::sample::{OFFICE, OUTSIDE, at, line, parts, place, read, resolve};

/// Who owns, and all who send: few, so that a list of senders is often a list of all.
pub(crate) const ORGANISATIONS: [&str; 4] = ["kraamzorg", "school", "jgz", "gemeente"];
pub(crate) const TOPICS: u32 = 3;
pub(crate) const AREAS: u32 = 4;

/// A world of 3 topics in 2 trees, 4 areas in a tree and 4 organisations of 4 kinds, where nothing
/// is agreed yet.
pub(crate) fn world() -> MapParts {
    let mut parts = parts(&[]);
    parts.topics.truncate(TOPICS as usize);
    parts.areas.truncate(AREAS as usize);
    parts
        .organisations
        .retain(|o| ORGANISATIONS.contains(&o.id.as_str()));
    parts.settings.emergency = vec![
        line("112", "all", "always"),
        line("0800-2000", "18+", "outside"),
    ];
    parts
}

/// Every signal that there can be in this world, as far as the rules tell signals apart.
pub(crate) fn universe() -> Vec<Question> {
    let areas = || std::iter::once(None).chain((0..AREAS).map(|area| Some(AreaIx(area))));
    let senders =
        || std::iter::once(None).chain(ORGANISATIONS.map(|id| Some(read::<OrganisationId>(id))));
    let mut all = Vec::new();
    for topic in (0..TOPICS).map(TopicIx) {
        for ((age, youngest), area) in every_age()
            .into_iter()
            .flat_map(|ages| areas().map(move |area| (ages, area)))
        {
            for sender in senders() {
                all.extend(every_choice().into_iter().map(|choices| Question {
                    topic: Some(topic),
                    age,
                    youngest,
                    area,
                    sender: sender.clone(),
                    choices,
                }));
            }
        }
    }
    all
}

/// The ages of a person with those of the youngest child in the home. A home without a child is like
/// one of which nothing is known: `no_child_is_like_an_unknown_one` holds that.
fn every_age() -> Vec<(Option<Age>, Option<YoungestChild>)> {
    let ages = [
        None,
        Some(Age::Unborn),
        Some(Age::Months(0)),
        Some(Age::Months(47)),
        Some(Age::Months(48)),
        Some(Age::Months(216)),
    ];
    let children = [None, Some(Age::Months(0)), Some(Age::Months(48))];
    let children = children.map(|age| age.map(YoungestChild::Aged));
    let with_each_child = |age| children.map(|child| (age, child));
    ages.into_iter().flat_map(with_each_child).collect()
}

/// The universe without an age that is like another: enough where each signal costs a decision.
pub(crate) fn examples() -> impl Iterator<Item = Question> {
    let all = universe().into_iter();
    all.filter(|asked| asked.age != Some(Age::Months(47)))
}

/// Every combination of choices, of each a value.
pub(crate) fn every_choice() -> Vec<Choices> {
    let mut all = vec![Choices::NONE];
    for choice in Choice::ALL {
        all = all
            .into_iter()
            .flat_map(|others| {
                let values = Values::all(*choice).each();
                values.map(move |value| others.with(*choice, value))
            })
            .collect();
    }
    all
}

/// Whether it is asked in office time.
pub(crate) fn in_office_time(asked: &Question) -> bool {
    asked
        .choices
        .members()
        .any(|hours: Hours| hours == Hours::Office)
}

/// Limits some of the choices.
fn any_choices() -> impl Strategy<Value = ChoiceLimits> {
    let limits: Vec<_> = Choice::ALL
        .iter()
        .map(|choice| {
            let values: Vec<Values> = Values::all(*choice).each().collect();
            let count = values.len();
            weighted(0.3, subsequence(values, 1..=count))
        })
        .collect();
    limits.prop_map(|limits| {
        let mut choices = ChoiceLimits::default();
        for (choice, values) in Choice::ALL.iter().zip(limits) {
            choices.set(*choice, values.map(Values::from_iter));
        }
        choices
    })
}

pub(crate) fn any_criteria() -> impl Strategy<Value = Criteria> {
    let topics =
        btree_set(0..TOPICS, 1..=3).prop_map(|topics| topics.into_iter().map(TopicIx).collect());
    let areas =
        btree_set(0..AREAS, 1..=4).prop_map(|areas| areas.into_iter().map(AreaIx).collect());
    let ages = select(vec![
        "unborn", "unborn-4", "unborn+", "0-4", "0-18", "0+", "4-18", "4+", "18+",
    ])
    .prop_map(read::<AgeRange>);
    let youngest = select(vec!["0-4", "0+", "4+"]).prop_map(read::<AgeRange>);
    let ages = (weighted(0.4, ages), weighted(0.2, youngest)).prop_map(|(person, youngest)| {
        let mut ages = AgeLimits::default();
        ages.set(AgeSubject::Person, person);
        ages.set(AgeSubject::YoungestChild, youngest);
        ages
    });
    let senders = (
        subsequence(ORGANISATIONS.to_vec(), 0..=4),
        subsequence(ORGANISATIONS.to_vec(), 1..=4),
    )
        .prop_map(|(kinds, named)| {
            // Each of these organisations is the only one of its kind, and the kind is called like
            // it.
            let kinds = kinds.into_iter().map(read).collect();
            let mut senders = Senders {
                kinds,
                named: named.into_iter().map(read).collect(),
                organisations: Arc::default(),
            };
            resolve(&mut senders, &world().organisations);
            senders
        });
    let (topics, areas) = (weighted(0.5, topics), weighted(0.4, areas));
    (topics, ages, areas, weighted(0.3, senders), any_choices()).prop_map(
        |(topics, ages, areas, senders, choices)| Criteria {
            topics,
            ages,
            areas,
            senders,
            choices,
        },
    )
}

pub(crate) fn any_responsibility() -> impl Strategy<Value = Responsibility> {
    let agreed = (
        select(&ORGANISATIONS[..]),
        any_criteria(),
        select(vec![0, 0, 0, 1, -1]),
        any::<bool>(),
        select(Level::ALL),
    );
    let promised = (
        weighted(0.3, select(vec!["at once", "1 working day", "3 weeks"])),
        weighted(0.3, select(&ORGANISATIONS[..])),
        weighted(0.3, select(vec!["at once", "2 working days"])),
        weighted(0.3, select(HandoverWay::ALL)),
    );
    let from = weighted(0.15, select(vec!["2026-11-24", "2026-11-01", "2026-11-26"]));
    let until = weighted(0.15, select(vec!["2026-11-22", "2026-11-23", "2026-11-25"]));
    (agreed, promised, from, until).prop_map(
        |(
            (owner, criteria, priority, leads, level),
            (within, involve, acute, how),
            from,
            until,
        )| {
            Responsibility {
                owner: read(owner),
                criteria,
                priority,
                valid: ValidDays {
                    from: from.map(read),
                    until: until.map(read),
                },
                accept_within: within.map(read),
                feedback_within: within.map(read),
                acute: AcutePromises {
                    feedback_within: acute.map(read),
                    ..AcutePromises::default()
                },
                level,
                involve: involve.into_iter().map(read).collect(),
                handover: how.map(|how| Handover { how, say: None }),
                leads,
                because: None,
                place: place(0),
            }
        },
    )
}

/// How much some senders may hear, by kind and by code.
pub(crate) fn any_levels() -> impl Strategy<Value = SenderLevels> {
    let some = || btree_map(select(&ORGANISATIONS[..]), select(Level::ALL), 0..3);
    (some(), some()).prop_map(|(kinds, named)| SenderLevels {
        // Each organisation is the only one of its kind, and the kind is called like it.
        kinds: (kinds.into_iter().map(|(kind, level)| (read(kind), level))).collect(),
        named: (named.into_iter().map(|(id, level)| (read(id), level))).collect(),
    })
}

/// A few responsibilities in the order in which a file would state them.
pub(crate) fn any_responsibilities() -> impl Strategy<Value = Vec<Responsibility>> {
    vec(any_responsibility(), 0..6).prop_map(in_file_order)
}

/// The same with some that have to do with one another: one says what another says, or leaves a
/// limit out, or splits it in two.
pub(crate) fn any_crowded_responsibilities() -> impl Strategy<Value = Vec<Responsibility>> {
    (
        vec(any_responsibility(), 1..5),
        vec((any::<Index>(), 0..5), 0..3),
    )
        .prop_map(|(mut all, variants)| {
            for (pick, variant) in variants {
                let one = pick.get(&all).clone();
                let other_owner = all
                    .first()
                    .map_or(one.owner.clone(), |first| first.owner.clone());
                match variant {
                    0 => all.push(Responsibility { priority: 0, ..one }),
                    1 => all.push(Responsibility {
                        criteria: Criteria {
                            ages: AgeLimits::default(),
                            topics: None,
                            ..one.criteria.clone()
                        },
                        ..one
                    }),
                    2 => all.push(Responsibility {
                        priority: one.priority + 1,
                        owner: other_owner,
                        ..one
                    }),
                    3 => all.push(Responsibility {
                        owner: other_owner,
                        valid: ValidDays {
                            from: None,
                            ..one.valid
                        },
                        ..one
                    }),
                    _ => {
                        let halves = [0..2, 2..4].map(|places| {
                            let mut half = one.clone();
                            let soon = Some(Values::at_places(places));
                            half.criteria.choices.set(Choice::Urgency, soon);
                            half
                        });
                        all.extend(halves);
                    }
                }
            }
            in_file_order(all)
        })
}

/// A few claims to some topics and ages, of which many lead.
pub(crate) fn any_leads() -> impl Strategy<Value = Vec<Responsibility>> {
    let of_topics_and_ages = |one: Responsibility| Responsibility {
        criteria: Criteria {
            areas: None,
            senders: None,
            choices: ChoiceLimits::default(),
            ..one.criteria
        },
        valid: ValidDays::default(),
        ..one
    };
    vec(any_responsibility().prop_map(of_topics_and_ages), 2..7).prop_map(in_file_order)
}

pub(crate) fn in_file_order(mut responsibilities: Vec<Responsibility>) -> Vec<Responsibility> {
    responsibilities
        .iter_mut()
        .zip(1..)
        .for_each(|(r, line)| r.place = place(line));
    responsibilities
}

pub(crate) fn map_of(responsibilities: Vec<Responsibility>) -> RouteMap {
    RouteMap::new(MapParts {
        responsibilities,
        ..world()
    })
}

/// Days on which nobody works: some that lie between two days on which a random responsibility
/// begins or ends, so that what differs there differs at no office hour.
pub(crate) fn any_closed_days() -> impl Strategy<Value = Vec<Day>> {
    let days = vec![
        vec![],
        vec!["2026-11-24", "2026-11-25"],
        vec!["2026-11-23"],
        vec!["2026-11-23", "2026-11-24", "2026-11-25"],
    ];
    select(days).prop_map(|days| days.into_iter().map(read).collect())
}

pub(crate) fn facts_of(
    map: &RouteMap,
    asked: &Question,
    others: impl IntoIterator<Item = TopicIx>,
) -> Facts {
    let id = |topic| map.topic_at(topic).id.clone();
    let Question {
        topic,
        age,
        youngest,
        area,
        sender,
        choices,
    } = asked.clone();
    let area = area.map(|area| map.area_at(area).id.clone());
    let residence = area.map(Residence::Area);
    let particulars = Particulars {
        age,
        youngest,
        residence,
        ..choices.usual().unwrap()
    };
    Facts {
        topics: Topics::new(id(topic.unwrap()), others.into_iter().map(id)).unwrap(),
        particulars,
        sender,
    }
}

pub(crate) fn decided(
    map: &RouteMap,
    asked: &Question,
    others: impl IntoIterator<Item = TopicIx>,
) -> Decision {
    let when = if in_office_time(asked) {
        OFFICE
    } else {
        OUTSIDE
    };
    decide(map, &facts_of(map, asked, others), at(when))
}
