//! The days on which the promises of a decision fall due.

use rstest::rstest;

use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::sample::{OFFICE, OUTSIDE, at, map, read, signal};

fn decided(claims: &[&str], asked: &str) -> Decision {
    decide(&map(claims), &signal(asked), at(OFFICE))
}

/// Monday 23 November 2026: two and five working days later are the 25th and the 30th.
#[rstest]
#[case::of_the_map(&["jgz"], "2026-11-25", "2026-11-30")]
#[case::of_the_responsibility(&["jgz accept:at-once feedback:6-weeks"], "2026-11-23", "2027-01-04")]
#[case::half_of_each(&["jgz feedback:3-working-days"], "2026-11-25", "2026-11-26")]
#[case::the_strictest_of_two(&["jgz topic:parenting accept:1-working-day feedback:3-weeks", "jgz age:0-4 accept:3-working-days"], "2026-11-24", "2026-11-30")]
#[case::not_of_what_gave_way(&["jgz accept:at-once", "jgz topic:parenting accept:3-days"], "2026-11-26", "2026-11-30")]
#[case::of_the_map_in_a_dispute(&["jgz accept:at-once", "cjg feedback:at-once"], "2026-11-25", "2026-11-30")]
#[case::of_the_map_in_a_gap(&["jgz topic:housing accept:at-once"], "2026-11-25", "2026-11-30")]
fn the_promises_are_those(
    #[case] claims: &[&str],
    #[case] accept_by: &str,
    #[case] feedback_by: &str,
) {
    let decision = decided(claims, "parenting age:2");
    assert_eq!(
        (decision.accept_by, decision.feedback_by),
        (read(accept_by), read(feedback_by))
    );
}

#[test]
fn a_promise_made_on_saturday_night_counts_from_monday() {
    let decision = decide(
        &map(&["jgz accept:1-working-day"]),
        &signal("parenting"),
        at(OUTSIDE),
    );
    assert_eq!(decision.accept_by, read("2026-11-30"));
}

/// In general at once and one working day.
#[rstest]
#[case::of_the_map(&["jgz"], "2026-11-23", "2026-11-24")]
#[case::the_ordinary_ones_do_not_hold(&["jgz accept:2-weeks feedback:6-weeks"], "2026-11-23", "2026-11-24")]
#[case::of_the_responsibility(&["jgz acute-accept:1-working-day acute-feedback:3-days"], "2026-11-24", "2026-11-26")]
#[case::half_of_each(&["jgz acute-feedback:3-working-days"], "2026-11-23", "2026-11-26")]
#[case::the_strictest_of_two(&["jgz topic:parenting acute-feedback:3-weeks", "jgz age:0-4 acute-feedback:at-once"], "2026-11-23", "2026-11-23")]
#[case::of_the_map_in_a_dispute(&["jgz acute-feedback:at-once", "cjg"], "2026-11-23", "2026-11-24")]
#[case::of_the_map_in_a_gap(&[], "2026-11-23", "2026-11-24")]
fn an_acute_signal_has_promises_of_its_own(
    #[case] claims: &[&str],
    #[case] accept_by: &str,
    #[case] feedback_by: &str,
) {
    let decision = decided(claims, "parenting age:2 acute");
    assert_eq!(
        (decision.accept_by, decision.feedback_by),
        (read(accept_by), read(feedback_by))
    );
}

#[test]
fn an_acute_signal_of_saturday_night_is_to_be_accepted_on_saturday() {
    let decision = decide(&map(&["jgz"]), &signal("parenting acute"), at(OUTSIDE));
    assert_eq!(decision.accept_by, read("2026-11-28"));
    assert_eq!(decision.feedback_by, read("2026-11-30"));
}

#[rstest]
#[case::ordinary("jgz accept:6-working-days", "parenting", "2026-11-30")]
#[case::acute("jgz acute-accept:3-working-days", "parenting acute", "2026-11-24")]
fn nobody_is_to_accept_after_the_feedback(
    #[case] claim: &str,
    #[case] asked: &str,
    #[case] day: &str,
) {
    let decision = decided(&[claim], asked);
    assert_eq!(
        (decision.accept_by, decision.feedback_by),
        (read(day), read(day))
    );
}

/// Asked on Monday 23 November 2026; in general two and five working days.
#[rstest]
#[case::on_friday("2026-11-27", "2026-11-25", "2026-11-26")]
#[case::the_next_monday("2026-11-30", "2026-11-25", "2026-11-27")]
#[case::on_wednesday("2026-11-25", "2026-11-24", "2026-11-24")]
#[case::tomorrow("2026-11-24", "2026-11-23", "2026-11-23")]
#[case::later_than_the_promise("2026-12-24", "2026-11-25", "2026-11-30")]
fn the_sender_hears_before_it_happens(
    #[case] before: &str,
    #[case] accept_by: &str,
    #[case] feedback_by: &str,
) {
    let decision = decided(&["jgz"], &format!("parenting before:{before}"));
    assert_eq!(
        (decision.accept_by, decision.feedback_by),
        (read(accept_by), read(feedback_by))
    );
}

#[test]
fn a_promise_is_never_before_today() {
    // Asked on Saturday night of what happens on Sunday.
    let facts = signal("parenting before:2026-11-29");
    let decision = decide(&map(&["jgz"]), &facts, at(OUTSIDE));
    let saturday = read("2026-11-28");
    assert_eq!(
        (decision.accept_by, decision.feedback_by),
        (saturday, saturday)
    );
}
