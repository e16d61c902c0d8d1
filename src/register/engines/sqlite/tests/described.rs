//! What `verify` says of a damaged register: which rows are wrong, each once.

use rstest::rstest;

use crate::domain::codes::CodeEnum as _;
use crate::domain::signal_state::State;
use crate::register::audit::hash_chain::Seal;
use crate::register::engines::sqlite::tests::full::full;
use crate::register::engines::sqlite::tests::{Folder, connection_of};
use crate::register::examples::*;
use crate::register::{
    Filter, FindError, FindingKind, OutcomeFilter, ReceiptStatus, Register, RegisterError,
};

/// Changes it past its triggers, as somebody else with the file in their hands.
pub(super) fn behind_its_back(register: &Register, sql: &str) {
    let connection = connection_of(register);
    let triggers: Vec<(String, String)> = {
        let mut statement = connection
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap();
        statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        .unwrap();
    triggers.iter().for_each(|(name, _)| {
        connection
            .execute_batch(&format!("DROP TRIGGER {name}"))
            .unwrap()
    });
    connection.execute_batch(sql).unwrap();
    triggers
        .iter()
        .for_each(|(_, sql)| connection.execute_batch(sql).unwrap());
}

/// A full register with five traces of exports, after this was done to it.
fn after(sql: &str) -> (Folder, Register) {
    let (world, mut register) = full();
    for _ in 0..3 {
        register
            .record_export(&Filter::default(), monday(), &organisation(GEMEENTE), None)
            .unwrap();
    }
    behind_its_back(&register, sql);
    (world, register)
}

/// The first and last row or step of each finding of this kind.
fn describe(register: &mut Register, kind: FindingKind) -> Vec<(i64, Option<i64>)> {
    let findings = register.verify(&[]).unwrap().findings;
    findings
        .iter()
        .filter(|finding| finding.kind == kind)
        .map(|finding| (finding.row.or(finding.step).unwrap(), finding.until))
        .collect()
}

#[rstest]
#[case::steps("DELETE FROM event WHERE step IN (5, 6, 7, 9)", FindingKind::StepMissing, &[(5, Some(7)), (9, None)])]
#[case::traces_of_exports("DELETE FROM export WHERE number IN (2, 3)", FindingKind::ExportMissing, &[(2, Some(3))])]
#[case::one_trace("DELETE FROM export WHERE number = 4", FindingKind::ExportMissing, &[(4, None)])]
#[case::another_trace("UPDATE export SET signals = signals + 1 WHERE number = 2", FindingKind::Export, &[(2, None)])]
#[case::another_seal_of_a_trace("UPDATE export SET seal = 'ffffffffffffffffffffffffffffffff' WHERE number = 2", FindingKind::Export, &[(2, None)])]
#[case::a_report_after_the_next(
    "UPDATE event SET step = -1 WHERE step = 1; UPDATE event SET step = 1 WHERE step = 2; UPDATE event SET step = 2 WHERE step = -1",
    FindingKind::Order,
    &[(2, None)]
)]
#[case::steps_of_one_signal_in_another_order(
    "UPDATE event SET step = -4 WHERE step = 4; UPDATE event SET step = 4 WHERE step = 6; UPDATE event SET step = 6 WHERE step = -4",
    FindingKind::Order,
    &[(1, None)]
)]
fn it_is_told_which_they_are(
    #[case] sql: &str,
    #[case] kind: FindingKind,
    #[case] rows: &[(i64, Option<i64>)],
) {
    let (_world, mut register) = after(sql);
    assert_eq!(describe(&mut register, kind), rows);
}

#[test]
fn grounds_that_no_decision_has_are_told_one_by_one_and_counted_from_a_hundred() {
    let (_world, mut register) = full();
    for number in 4..=106 {
        let seal = Seal::of_decision("digest", &format!("{number}"));
        let sql = format!(
            "INSERT INTO grounds (number, seal, map_digest, reason) VALUES ({number}, '{seal}', 'digest', '{number}')"
        );
        connection_of(&register).execute_batch(&sql).unwrap();
    }
    let verified = register.verify(&[]).unwrap();
    assert!(
        verified
            .findings
            .iter()
            .all(|finding| (finding.kind, finding.name.as_deref())
                == (FindingKind::GroundsUnknown, Some("grounds")))
    );
    assert_eq!(
        verified
            .findings
            .iter()
            .filter_map(|finding| finding.row)
            .collect::<Vec<_>>(),
        (4..=103).collect::<Vec<_>>()
    );
    assert_eq!(verified.more, 3);
}

#[test]
fn grounds_far_from_the_others_are_told_too() {
    let seal = Seal::of_decision("digest", "far");
    let sql = format!(
        "INSERT INTO grounds (number, seal, map_digest, reason) VALUES (640, '{seal}', 'digest', 'far')"
    );
    let (_world, mut register) = after(&sql);
    assert_eq!(
        describe(&mut register, FindingKind::GroundsUnknown),
        [(640, None)]
    );
}

#[test]
fn grounds_beyond_all_others_are_told_too() {
    let seal = Seal::of_decision("digest", "beyond");
    let number = i64::MAX;
    let sql = format!(
        "INSERT INTO grounds (number, seal, map_digest, reason) VALUES ({number}, '{seal}', 'digest', 'beyond')"
    );
    let (_world, mut register) = after(&sql);
    assert_eq!(
        describe(&mut register, FindingKind::GroundsUnknown),
        [(number, None)]
    );
}

/// Neither of one that was reported before, nor of one that is recorded now.
#[rstest]
#[case(-1, 1)]
#[case(i64::MAX, 2)]
fn no_receipt_is_given_of_a_step_that_no_register_can_have(#[case] step: i64, #[case] n: u32) {
    let world = Folder::new();
    let mut register = world.open();
    report(&mut register, &signal(1));
    behind_its_back(&register, &format!("UPDATE event SET step = {step}"));
    let given = register.report(&signal(n), &offer(), &decision("{}", "digest"), &sender());
    assert_eq!(given, Err(RegisterError::DamagedSignal { id: None }));
}

#[test]
fn a_receipt_of_a_step_that_no_register_can_have_is_lost() {
    let (_world, mut register) = full();
    let receipt = format!("{}-3f9a-c01b-77d2-0e5c", u64::MAX).parse().unwrap();
    let verified = register.verify(&[receipt]).unwrap();
    assert_eq!(verified.receipts, [(receipt, ReceiptStatus::Lost)]);
    assert_eq!(
        (verified.findings[0].kind, verified.findings[0].step),
        (FindingKind::ReceiptLost, None)
    );
}

#[test]
fn rows_that_refer_to_nothing_are_counted_by_what_they_refer_to() {
    let (_world, mut register) = after("DELETE FROM grounds WHERE number = 1");
    let findings = register.verify(&[]).unwrap().findings;
    let text = findings
        .iter()
        .find(|finding| finding.kind == FindingKind::Dangling)
        .unwrap();
    assert_eq!(
        (text.name.as_deref(), text.message.as_deref()),
        (Some("event"), Some("3 -> grounds"))
    );
}

#[test]
fn what_the_engine_says_is_told_as_it_says_it() {
    let (_world, mut register) = after("UPDATE export SET seal = 'none' WHERE number = 5");
    connection_of(&register)
        .execute_batch("PRAGMA ignore_check_constraints = OFF")
        .unwrap();
    let findings = register.verify(&[]).unwrap().findings;
    let text = findings
        .iter()
        .find(|finding| finding.kind == FindingKind::Damage)
        .unwrap();
    assert!(
        text.message
            .as_deref()
            .unwrap()
            .contains("CHECK constraint failed in export"),
        "{text:?}"
    );
}

#[test]
fn the_signal_of_which_something_cannot_be_read_is_named() {
    let (_world, mut register) = full();
    behind_its_back(
        &register,
        "UPDATE words SET part = 'whispered' WHERE signal = 2 AND event = 1 AND part = 'seen'",
    );
    let every = Filter {
        states: State::ALL.to_vec(),
        ..Filter::default()
    };
    let text = register.scan(&every, true, |stories| {
        stories.collect::<Result<Vec<_>, RegisterError>>()
    });
    assert_eq!(
        text.unwrap_err(),
        RegisterError::DamagedSignal { id: Some(id(2)) }
    );
}

/// How it ends to read every signal without words and with them, and the words of this one.
fn read(register: &mut Register, n: u32) -> [Result<(), RegisterError>; 3] {
    let every = Filter {
        states: State::ALL.to_vec(),
        ..Filter::default()
    };
    let [without, with] = [false, true].map(|with_words| {
        let read = register.scan(&every, with_words, |stories| {
            stories.collect::<Result<Vec<_>, RegisterError>>()
        });
        read.map(drop)
    });
    [without, with, register.words(id(n)).map(drop)]
}

/// What is gone is no reason to tell less. Words stand apart: who does not ask for them misses
/// none.
#[rstest]
#[case::the_contact("contact", 3, "event = 1", false)]
#[case::the_facts_of_a_decision("facts", 3, "event > 1", false)]
#[case::all_words_of_a_report("words", 1, "event = 1", true)]
#[case::the_words_of_a_step("words", 1, "event > 1", true)]
fn a_signal_of_which_something_is_gone_is_told_to_be_damaged(
    #[case] table: &str,
    #[case] n: u32,
    #[case] which: &str,
    #[case] are_words: bool,
) {
    let (_world, mut register) = full();
    assert_eq!(read(&mut register, n), [Ok(()), Ok(()), Ok(())]);
    let sql = format!("DELETE FROM {table} WHERE signal = {n} AND {which}");
    behind_its_back(&register, &sql);
    let damaged = || RegisterError::DamagedSignal { id: Some(id(n)) };
    let story = register.story(&id(n).into()).map(drop);
    if are_words {
        let damaged = [Ok(()), Err(damaged()), Err(damaged())];
        assert_eq!((read(&mut register, n), story), (damaged, Ok(())));
    } else {
        assert_eq!(story, Err(FindError::from(damaged())));
        let damaged = [Err(damaged()), Err(damaged()), Ok(())];
        assert_eq!(read(&mut register, n), damaged);
    }
}

/// The first, one between others and the last: also when the signal is not wanted.
#[rstest]
fn how_signals_went_is_not_told_without_one_whose_report_is_gone(
    #[values(1, 2, 4)] n: u32,
    #[values("parenting/attachment", "housing")] topic: &str,
) {
    let (_world, mut register) = full();
    let wanted = OutcomeFilter {
        topics: vec![topic.parse().unwrap()],
        ..OutcomeFilter::default()
    };
    let describe = |register: &mut Register| {
        let mut courses = 0;
        let text = register.outcome_histories(&wanted, &mut |_| courses += 1);
        text.map(|_| courses)
    };
    let all = if topic == "housing" { 0 } else { 4 };
    assert_eq!(describe(&mut register), Ok(all));
    let sql = format!("DELETE FROM event WHERE signal = {n} AND number = 1");
    behind_its_back(&register, &sql);
    let damaged = RegisterError::DamagedSignal { id: None };
    assert_eq!(describe(&mut register), Err(damaged));
}

#[test]
fn of_a_register_without_one_of_its_tables_every_receipt_is_lost() {
    let (_world, mut register) = full();
    let (_, receipt) = register
        .report(&signal(5), &offer(), &decision("{}", "digest"), &sender())
        .unwrap();
    connection_of(&register)
        .execute_batch("PRAGMA foreign_keys = OFF; DROP TABLE words")
        .unwrap();
    let verified = register.verify(&[receipt.unwrap()]).unwrap();
    assert_eq!(verified.receipts, [(receipt.unwrap(), ReceiptStatus::Lost)]);
    assert_eq!((verified.signals, verified.steps), (0, 0));
}
