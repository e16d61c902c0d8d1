//! A list of a register that fails, and a reader who stops halfway.

use super::*;

/// So many signals that what is written comes to more than one page, and then one that cannot be
/// read.
fn damaged() -> World {
    let world = six();
    let register = rusqlite::Connection::open(world.register()).unwrap();
    // The one that cannot be read is also the newest.
    let at = "CASE n WHEN 900 THEN '2026-11-17T09:00:00.000Z' ELSE reported_at END";
    let made = "DROP TRIGGER signal_begins_with_its_report; \
                WITH RECURSIVE n(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM n WHERE n < 900) \
                INSERT INTO signal (seq, id, sender, reported_at, urgency, state, owner, coordinator, basis, level, topics, \
                accept_by, feedback_by, family_known, declines, questions, events, last_at) \
                SELECT n, 'QQQQ0' || n, sender, {at}, urgency, state, owner, coordinator, basis, level, topics, \
                accept_by, CASE n WHEN 900 THEN '2026-99-99' ELSE feedback_by END, family_known, declines, questions, events, {at} FROM signal, n WHERE seq = 2";
    register
        .execute_batch(&format!(
            "PRAGMA foreign_keys = OFF; {}",
            made.replace("{at}", at)
        ))
        .unwrap();
    world
}

#[rstest]
#[case("table", "housing/hoarding")]
#[case("jsonl", "\"silent_days\":6}")]
#[case("csv", "\"6\"\r")]
fn a_register_that_fails_halfway_is_told_as_that_and_what_was_written_ends_with_a_whole_row(
    #[case] form: &str,
    #[case] within: &str,
) {
    let run = damaged().run_as("gemeente-waterdam", ["list", "--format", form]);
    run.exit(9).told("QQQQ-0900");
    assert!(run.out.len() >= 64 * 1024 && run.out.ends_with('\n'));
    assert!(
        run.out.lines().last().unwrap().contains(within.trim_end()),
        "{}",
        run.out.lines().last().unwrap()
    );
}

#[test]
fn a_short_answer_of_a_damaged_register_is_not_begun() {
    damaged()
        .run_as(
            "gemeente-waterdam",
            ["list", "--format=json", "--sort=reported", "--limit=1"],
        )
        .exit(9)
        .no_answer()
        .told("QQQQ-0900");
}

#[test]
fn who_reads_the_beginning_of_a_long_list_gets_it_quietly() {
    let world = damaged();
    let read = world
        .shell("$SEINHUIS list --as gemeente-waterdam --state=offered --format=jsonl | head -n 1");
    read.exit(0).no_talk().said("AAAA1111");
}
