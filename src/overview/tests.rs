mod properties;

use std::collections::BTreeMap;

use rstest::rstest;

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::event::DeclineReason;
use crate::domain::signal::Topics;
use crate::domain::time::{Day, Moment, Zone};
use crate::overview::suppressed_count::SuppressedCount;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn moment(text: &str) -> Moment {
    Zone::AMSTERDAM.read(text).unwrap()
}

fn topic(code: &str) -> TopicId {
    code.parse().unwrap()
}

fn agreed(owner: &str) -> FirstOwner {
    FirstOwner::Agreed {
        owner: owner.parse().unwrap(),
        responsibility: "all".parse().unwrap(),
    }
}

fn route(given: FirstOwner, about: &str) -> OutcomeGroup {
    OutcomeGroup {
        given,
        topic: topic(about),
    }
}

/// Reported on a Monday, with a promise for the Wednesday of the next week: seven working days.
fn course() -> OutcomeHistory {
    OutcomeHistory::reported(GroupIx(0), moment("2026-11-23T10:15"), day("2026-12-02"))
}

fn after(steps: impl IntoIterator<Item = OutcomeEvent>) -> OutcomeHistory {
    let mut course = course();
    steps.into_iter().for_each(|next| course.apply(next));
    course
}

fn answered(at: &str) -> OutcomeEvent {
    OutcomeEvent::Answered {
        at: moment(at),
        heard: false,
        something_else: false,
    }
}

/// The tally of these signals on a day, all of one route.
fn tally(courses: impl IntoIterator<Item = OutcomeHistory>, today: &str) -> Tally {
    let calendar = Calendar::default();
    let mut tallies = Tallies::new(WorkingDayCounter::new(
        Zone::AMSTERDAM,
        &calendar,
        day(today),
    ));
    courses.into_iter().for_each(|course| tallies.count(course));
    tallies
        .by_group(vec![route(agreed("jgz"), "parenting")])
        .into_values()
        .next()
        .unwrap_or_default()
}

#[rstest]
#[case::on_the_day_itself(&["2026-12-02T23:30"], "2026-12-24", 0)]
#[case::a_day_after(&["2026-12-03T00:30"], "2026-12-24", 1)]
#[case::rejected_and_answered_again_after_it(&["2026-11-25T09:00", "2026-12-20T09:00"], "2026-12-24", 0)]
#[case::not_yet(&[], "2026-12-02", 0)]
#[case::still_not(&[], "2026-12-03", 1)]
fn a_signal_is_late_when_its_first_feedback_is_or_still_waits(
    #[case] answers: &[&str],
    #[case] today: &str,
    #[case] late: u32,
) {
    let steps = answers
        .iter()
        .flat_map(|at| [answered(at), OutcomeEvent::CameBack]);
    assert_eq!(tally([after(steps)], today).late, late);
}

#[test]
fn who_took_a_signal_back_waits_no_longer() {
    assert_eq!(
        tally([after([OutcomeEvent::Withdrawn])], "2027-03-01").late,
        0
    );
    assert_eq!(
        tally(
            [after([
                answered("2026-12-04T09:00"),
                OutcomeEvent::CameBack,
                OutcomeEvent::Withdrawn
            ])],
            "2027-03-01"
        )
        .late,
        1
    );
}

#[test]
fn what_turned_out_to_be_something_else_stays_so_when_it_came_back_and_is_answered_again() {
    let found = OutcomeEvent::Answered {
        at: moment("2026-11-25T09:00"),
        heard: false,
        something_else: true,
    };
    assert_eq!(
        tally(
            [after([
                found,
                OutcomeEvent::CameBack,
                answered("2026-12-01T09:00")
            ])],
            "2026-12-24"
        )
        .something_else,
        1
    );
}

#[test]
fn only_the_first_time_that_it_leaves_its_owner_is_a_bounce_of_the_map() {
    let declined = OutcomeEvent::Bounced(Bounce::Declined(DeclineReason::OtherAge));
    let counted = tally(
        [after([declined, OutcomeEvent::Bounced(Bounce::Assigned)])],
        "2026-11-24",
    );
    assert_eq!(
        counted.bounced,
        BTreeMap::from([(Bounce::Declined(DeclineReason::OtherAge), 1)])
    );
}

#[rstest]
#[case::closed(&[OutcomeEvent::ClosedUnconfirmed], 1)]
#[case::reopened(&[OutcomeEvent::ClosedUnconfirmed, OutcomeEvent::CameBack], 0)]
#[case::and_closed_again(&[OutcomeEvent::ClosedUnconfirmed, OutcomeEvent::CameBack, OutcomeEvent::ClosedUnconfirmed], 1)]
fn unseen_is_how_it_stands_now(#[case] steps: &[OutcomeEvent], #[case] unseen: u32) {
    assert_eq!(tally([after(steps.to_vec())], "2026-12-24").unseen, unseen);
}

#[rstest]
#[case::one_more("parenting", "parenting language", &["language"])]
#[case::another_main("parenting", "language parenting", &["language"])]
#[case::one_that_was_there_is_the_main_one_now("parenting language", "language parenting", &["language"])]
#[case::one_less("parenting language", "parenting", &[])]
fn an_amendment_tells_what_is_new(#[case] reported: &str, #[case] now: &str, #[case] new: &[&str]) {
    let topics = |text: &str| Topics::from_list(text.split(' ').map(topic).collect()).unwrap();
    let new: Vec<TopicId> = new.iter().map(|code| topic(code)).collect();
    assert_eq!(
        OutcomeEvent::amended(&topics(reported), &topics(now)),
        OutcomeEvent::Amended(new)
    );
}

#[test]
fn days_are_working_days_from_the_report_to_the_first_feedback() {
    let answers = [
        "2026-11-23T16:00",
        "2026-11-24T09:00",
        "2026-11-27T09:00",
        "2026-11-30T09:00",
        "2026-12-09T09:00",
    ];
    let counted = tally(answers.map(|at| after([answered(at)])), "2026-12-24");
    assert_eq!(
        counted.took.spread(),
        Some(Spread {
            low: 1,
            middle: 4,
            high: 5
        })
    );
    assert_eq!(
        counted.promised.spread(),
        Some(Spread {
            low: 7,
            middle: 7,
            high: 7
        })
    );
}

/// So many signals, of which so many are late and so many were declined for each of two reasons.
fn sized(signals: u32, late: u32, declined: [u32; 2]) -> Tally {
    let reasons = [DeclineReason::OtherArea, DeclineReason::OtherAge].map(Bounce::Declined);
    Tally {
        signals,
        late,
        bounced: reasons.into_iter().zip(declined).collect(),
        ..Tally::default()
    }
}

fn only_row(tally: Tally) -> OverviewRow {
    let overview = Overview::of(&BTreeMap::from([(
        route(agreed("jgz"), "parenting"),
        tally,
    )]));
    assert_eq!(overview.rows.len(), 1);
    overview.rows.into_iter().next().unwrap()
}

#[rstest]
#[case::none(0, SuppressedCount::Few)]
#[case::a_few(4, SuppressedCount::Few)]
#[case::five(5, SuppressedCount::Exactly(5))]
#[case::five_less(15, SuppressedCount::Exactly(15))]
#[case::a_few_less(16, SuppressedCount::NearlyAll(20))]
#[case::all(20, SuppressedCount::NearlyAll(20))]
fn a_part_of_twenty_is_told_as(#[case] late: u32, #[case] text: SuppressedCount) {
    assert_eq!(
        only_row(sized(20, late, [0, 0])).figures.unwrap().late,
        text
    );
}

#[test]
fn of_a_group_under_five_nothing_is_told_and_under_ten_nothing_of_its_parts() {
    assert_eq!(
        only_row(sized(4, 4, [4, 0])),
        OverviewRow {
            given: agreed("jgz"),
            topic: None,
            signals: SuppressedCount::Few,
            figures: None
        }
    );
    assert_eq!(
        only_row(sized(5, 5, [5, 0])).signals,
        SuppressedCount::Exactly(5)
    );
    let row = only_row(sized(9, 5, [5, 0]));
    assert_eq!(row.signals, SuppressedCount::Exactly(9));
    let figures = row.figures.unwrap();
    assert_eq!(
        (figures.late, figures.took, figures.bounced),
        (SuppressedCount::Withheld(9), None, vec![])
    );
}

#[rstest]
#[case::enough_is_left(20, [6, 7], &[SuppressedCount::Exactly(6), SuppressedCount::Exactly(7)])]
#[case::five_are_left(18, [6, 7], &[SuppressedCount::Exactly(6), SuppressedCount::Exactly(7)])]
#[case::one_is_nearly_all(20, [17, 2], &[SuppressedCount::NearlyAll(20)])]
#[case::what_is_left_would_be_known(14, [6, 7], &[])]
fn the_reasons_together_leave_five_or_are_not_told(
    #[case] of: u32,
    #[case] declined: [u32; 2],
    #[case] text: &[SuppressedCount],
) {
    let bounced = only_row(sized(of, 0, declined)).figures.unwrap().bounced;
    assert_eq!(
        bounced
            .into_iter()
            .map(|(_, text)| text)
            .collect::<Vec<_>>(),
        text
    );
}

#[test]
fn half_of_ten_is_told_alone_and_not_beside_another_part() {
    assert_eq!(suppressed_count::part(10, 5), SuppressedCount::Exactly(5));
    assert_eq!(
        suppressed_count::parts(10, &[5, 0]),
        [SuppressedCount::Withheld(10), SuppressedCount::Withheld(10)]
    );
}

#[rstest]
#[case(SuppressedCount::Exactly(6), (6, 6))]
#[case(SuppressedCount::Few, (0, 4))]
#[case(SuppressedCount::NearlyAll(20), (16, 20))]
#[case(SuppressedCount::Withheld(9), (0, 9))]
fn what_is_told_is_no_less_and_no_more_than(
    #[case] text: SuppressedCount,
    #[case] bounds: (u32, u32),
) {
    assert_eq!(text.bounds(), bounds);
}

#[test]
fn small_topics_of_a_responsibility_stand_together_when_that_tells_none_of_them() {
    let rows = |sizes: &[u32]| {
        let tallies = sizes
            .iter()
            .zip(["a", "b", "c"])
            .map(|(size, about)| (route(agreed("jgz"), about), sized(*size, 0, [0, 0])));
        let describe = |row: OverviewRow| (row.topic.map(|topic| topic.to_string()), row.signals);
        Overview::of(&tallies.collect())
            .rows
            .into_iter()
            .map(describe)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows(&[12, 3, 3]),
        [
            (Some("a".to_owned()), SuppressedCount::Exactly(12)),
            (None, SuppressedCount::Exactly(6))
        ]
    );
    assert_eq!(
        rows(&[12, 3, 1]),
        [
            (Some("a".to_owned()), SuppressedCount::Exactly(12)),
            (None, SuppressedCount::Few)
        ]
    );
    assert_eq!(
        rows(&[4, 4]),
        [(None, SuppressedCount::Few)],
        "each of the two would be known to be four"
    );
}

#[test]
fn as_what_else_signals_turned_out_is_counted_over_all_that_were_about_it() {
    let added = |count| Tally {
        signals: 8,
        added: BTreeMap::from([(topic("language"), count)]),
        ..Tally::default()
    };
    let tallies = BTreeMap::from([
        (route(agreed("jgz"), "finances"), added(3)),
        (route(FirstOwner::Gap, "finances"), added(2)),
    ]);
    let became = TopicChange {
        from: topic("finances"),
        to: topic("language"),
        signals: SuppressedCount::Exactly(5),
    };
    assert_eq!(Overview::of(&tallies).topic_changes, [became]);
}
