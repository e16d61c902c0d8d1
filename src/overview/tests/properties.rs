//! No count under five can be computed from what is told; random signals are counted as one by one.

use proptest::prelude::*;

use super::*;
use crate::overview::suppressed_count::{self, MIN_COUNT};

/// All ways in which a group of this size can fall apart into so many parts and a rest.
fn divisions(of: u32, parts: usize) -> Vec<Vec<u32>> {
    if parts == 0 {
        return vec![vec![]];
    }
    let with = |first: u32| {
        divisions(of - first, parts - 1)
            .into_iter()
            .map(move |mut rest| {
                rest.insert(0, first);
                rest
            })
    };
    (0..=of).flat_map(with).collect()
}

/// Whoever knows the rules and what is told, tries every division: whichever are told alike leave
/// open what is not told exactly, and so what any of the parts, and their rest, are when they are
/// under five.
#[rstest]
#[case::one_part(1, 40)]
#[case::two_parts(2, 26)]
#[case::three_parts(3, 18)]
fn whoever_knows_the_rules_cannot_compute_what_is_under_five(
    #[case] parts: usize,
    #[case] largest: u32,
) {
    for of in MIN_COUNT..=largest {
        let mut alike: BTreeMap<Vec<SuppressedCount>, Vec<Vec<u32>>> = BTreeMap::new();
        for division in divisions(of, parts) {
            let text = if parts == 1 {
                vec![suppressed_count::part(of, division[0])]
            } else {
                suppressed_count::parts(of, &division)
            };
            for (text, count) in text.iter().zip(&division) {
                let (least, most) = text.bounds();
                assert!(
                    (least..=most).contains(count),
                    "{text:?} is not true of {count} of {of}"
                );
            }
            alike.entry(text).or_default().push(division);
        }
        for (text, divisions) in alike {
            let rest = |division: &Vec<u32>| of - division.iter().sum::<u32>();
            let each: Vec<Vec<u32>> = (0..parts)
                .map(|at| divisions.iter().map(|division| division[at]).collect())
                .collect();
            for counts in each.iter().chain([&divisions.iter().map(rest).collect()]) {
                let known = counts.iter().all(|count| *count == counts[0]);
                assert!(
                    !known || counts[0] >= MIN_COUNT,
                    "{text:?} of {of} tells that one of them is {}",
                    counts[0]
                );
            }
        }
    }
}

/// A life of a signal, of one of three routes.
fn any_course() -> impl Strategy<Value = OutcomeHistory> {
    let next = prop_oneof![
        (0..40i64, any::<bool>(), any::<bool>()).prop_map(|(days, heard, something_else)| {
            let at = moment(&format!("{}T12:00", day("2026-11-23").plus(days)));
            OutcomeEvent::Answered {
                at,
                heard,
                something_else,
            }
        }),
        proptest::sample::select(Bounce::all().collect::<Vec<_>>()).prop_map(OutcomeEvent::Bounced),
        Just(OutcomeEvent::CameBack),
        Just(OutcomeEvent::ClosedUnconfirmed),
        Just(OutcomeEvent::Withdrawn),
        Just(OutcomeEvent::Amended(vec![topic("language")])),
    ];
    let life = (
        0..3usize,
        proptest::collection::vec(next, 0..6),
        any::<bool>(),
    );
    life.prop_map(|(route, steps, undone)| OutcomeHistory {
        group: GroupIx(route),
        undone,
        ..after(steps)
    })
}

proptest! {
    #[test]
    fn tallies_are_what_counting_one_by_one_gives(courses in proptest::collection::vec(any_course(), 0..60)) {
        let calendar = Calendar::default();
        let today = day("2026-12-10");
        let routes = vec![route(agreed("jgz"), "a"), route(FirstOwner::Gap, "b"), route(FirstOwner::Dispute, "c")];
        let mut tallies = Tallies::new(WorkingDayCounter::new(Zone::AMSTERDAM, &calendar, today));
        courses.iter().cloned().for_each(|course| tallies.count(course));
        let counted = tallies.by_group(routes.clone());
        for (number, route) in routes.iter().enumerate() {
            let mine: Vec<&OutcomeHistory> = courses.iter().filter(|course| course.group == GroupIx(number)).collect();
            let how_many = |which: &dyn Fn(&&&OutcomeHistory) -> bool| u32::try_from(mine.iter().filter(which).count()).unwrap();
            let tally = counted.get(route).cloned().unwrap_or_default();
            prop_assert_eq!(tally.signals, how_many(&|_| true));
            prop_assert_eq!(counted.contains_key(route), !mine.is_empty());
            prop_assert_eq!(tally.unseen, how_many(&|course| course.unseen));
            prop_assert_eq!(tally.heard, how_many(&|course| course.heard));
            prop_assert_eq!(tally.undone, how_many(&|course| course.undone));
            prop_assert_eq!(tally.came_back, how_many(&|course| course.came_back));
            prop_assert_eq!(tally.something_else, how_many(&|course| course.something_else));
            prop_assert_eq!(tally.added.values().sum::<u32>(), how_many(&|course| !course.added.is_empty()));
            prop_assert_eq!(tally.late, how_many(&|course| match course.answered_at {
                Some(at) => Zone::AMSTERDAM.day(at) > course.promised,
                None => !course.withdrawn && today > course.promised,
            }));
            for way in Bounce::all() {
                let counted = tally.bounced.get(&way).copied().unwrap_or(0);
                prop_assert_eq!(counted, how_many(&|course| course.bounced == Some(way)));
            }
            let mut days: Vec<u32> = mine
                .iter()
                .filter_map(|course| Some(calendar.working_days_between(Zone::AMSTERDAM.day(course.reported_at), Zone::AMSTERDAM.day(course.answered_at?))))
                .collect();
            days.sort_unstable();
            let rank = |quarters: usize| days[(days.len() * quarters).div_ceil(4) - 1];
            let expected = (days.len() >= 5).then(|| Spread { low: rank(1), middle: rank(2), high: rank(3) });
            prop_assert_eq!(tally.took.spread(), expected);
        }
    }

    #[test]
    fn two_tallies_together_are_the_tally_of_all_their_signals(courses in proptest::collection::vec(any_course(), 0..40), at in 0..40usize) {
        let of = |courses: &[OutcomeHistory]| tally(courses.iter().map(|course| OutcomeHistory { group: GroupIx(0), ..course.clone() }), "2026-12-10");
        let (some, others) = courses.split_at(at.min(courses.len()));
        let mut together = of(some);
        together.add(&of(others));
        prop_assert_eq!(together, of(&courses));
    }

    #[test]
    fn nothing_under_five_is_ever_told(sizes in proptest::collection::vec((0..30u32, 0..30u32, [0..8u32, 0..8u32]), 1..9)) {
        let tallies = sizes.into_iter().zip("abcdefghi".chars()).map(|((signals, late, [one, other]), about)| {
            let signals = signals.max(one + other);
            let tally = Tally { added: BTreeMap::from([(topic("z"), late.min(signals))]), ..sized(signals, late.min(signals), [one, other]) };
            (route(agreed("jgz"), &about.to_string()), tally)
        });
        let overview = Overview::of(&tallies.collect());
        let rows = overview.rows.iter().flat_map(|row| {
            let OverviewRow { given: _, topic: _, signals, figures } = row;
            let parts = figures.iter().flat_map(|f| f.bounced.iter().map(|(_, text)| *text).chain([f.late, f.came_back, f.something_else, f.unseen, f.heard, f.undone]));
            parts.chain([*signals]).collect::<Vec<_>>()
        });
        for text in rows.chain(overview.topic_changes.iter().map(|pair| pair.signals)) {
            let (least, most) = text.bounds();
            prop_assert!(least >= MIN_COUNT || most - least >= MIN_COUNT - 1, "{text:?}");
        }
    }
}
