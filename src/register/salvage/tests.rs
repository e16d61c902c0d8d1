//! What becomes of what can be read only in part.

use rstest::rstest;

use super::*;
use crate::register::audit::verify::RegisterFinding;
use crate::register::database::{EachRow, IntegrityIssue, SqlValue};
use crate::register::examples::id;
use crate::register::row::select;
use crate::register::{Access, Address, Clock};

/// An index of the numbers of the first four signals, and how reading it ends.
struct Index(Result<(), RegisterError>);

impl Transaction for Index {
    fn execute(&mut self, _: &str, _: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        Ok(0)
    }

    fn query(
        &mut self,
        _: &str,
        _: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        (1..=4_u32).try_for_each(|n| each(&[n.into(), SqlValue::of(id(n))]).map(drop))?;
        self.0.clone()
    }

    fn check(&mut self, _: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        Ok(())
    }
}

#[rstest]
#[case::each_has_its_number(true, (2, 3), &[2, 3], None)]
#[case::behind_the_last_there_are_none(true, (3, 9), &[3, 4], None)]
#[case::nothing_is_known_of_them(true, (7, 9), &[], Some((7, Some(9))))]
#[case::nothing_is_known_of_one(true, (7, 7), &[], Some((7, None)))]
#[case::all_came_before_the_index_broke(false, (3, 4), &[3, 4], None)]
#[case::one_is_not_in_what_was_read(false, (4, 5), &[4], Some((4, Some(5))))]
#[case::others_may_be_there(false, (3, 9), &[3, 4], Some((3, Some(9))))]
fn signals_that_cannot_be_read_are_named_as_far_as_an_index_has_them(
    #[case] whole: bool,
    #[case] range: (i64, i64),
    #[case] names: &[u32],
    #[case] others: Option<(i64, Option<i64>)>,
) {
    let ends = if whole {
        Ok(())
    } else {
        Err(RegisterError::Damaged {
            place: "register.db".into(),
        })
    };
    let left = |id, place, until| SkippedSignals {
        id,
        place,
        until,
        why: FindingKind::Unreadable,
    };
    let named_ones = names
        .iter()
        .map(|n| left(Some(id(*n)), i64::from(*n), None));
    let expected: Vec<SkippedSignals> = named_ones
        .chain(others.map(|(place, until)| left(None, place, until)))
        .collect();
    assert_eq!(name_unreadable(&mut Index(ends), &[range]), Ok(expected));
}

/// Of which nothing can be read.
struct Failing(RegisterError);

impl Transaction for Failing {
    fn execute(&mut self, _: &str, _: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        Ok(0)
    }

    fn query(
        &mut self,
        _: &str,
        _: &[SqlValue<'_>],
        _: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        Err(self.0.clone())
    }

    fn check(&mut self, _: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        if matches!(self.0, RegisterError::Failed { .. }) {
            return Err(self.0.clone());
        }
        Ok(())
    }
}

/// An empty register in which one statement fails.
struct Without(String);

impl Transaction for Without {
    fn execute(&mut self, _: &str, _: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        Ok(0)
    }

    fn query(
        &mut self,
        sql: &str,
        _: &[SqlValue<'_>],
        _: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        if sql != self.0 {
            return Ok(());
        }
        Err(RegisterError::Damaged {
            place: "register.db".into(),
        })
    }

    fn check(&mut self, _: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        Ok(())
    }
}

#[test]
fn signals_that_could_be_looked_at_and_then_not_taken_over_are_told() {
    let salvaged = |sql: &str| {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::File(folder.path().join("new.db"));
        let mut new = Register::open(&address, Access::Write(Clock::System)).unwrap();
        salvage(&mut Without(sql.to_owned()), &mut new).unwrap()
    };
    assert_eq!(salvaged("none"), SalvageReport::default());
    let left = SkippedSignals {
        id: None,
        place: 0,
        until: Some(i64::MAX),
        why: FindingKind::Unreadable,
    };
    assert_eq!(salvaged(&select::<SignalNumber>(AFTER_SEQ)).skipped, [left]);
}

#[test]
fn what_names_no_row_ends_salvaging() {
    let mut survey = Survey::default();
    assert_eq!(survey.range(Some(1), None), Some((1, 1)));
    assert!(!survey.misses_a_row);
    assert_eq!(survey.range(None, Some(1)), None);
    assert!(survey.misses_a_row);
}

#[test]
fn what_the_disk_does_not_give_ends_verifying_and_not_salvaging() {
    let failed = RegisterError::Failed {
        place: "register.db".into(),
        cause: "input/output error".into(),
    };
    assert_eq!(
        verify::verify(&mut Failing(failed.clone()), &[]),
        Err(failed.clone())
    );
    let mut survey = Survey::default();
    verify::check(&mut Failing(failed), &[], &mut survey).unwrap();
    assert_eq!(
        (survey.unreadable, survey.lost_exports),
        (vec![(0, i64::MAX)], vec![(0, i64::MAX)])
    );
}

#[test]
fn of_each_table_that_is_damaged_it_is_told_from_where() {
    let verified = verify::verify(
        &mut Failing(RegisterError::Damaged {
            place: "register.db".into(),
        }),
        &[],
    )
    .unwrap();
    let describe = |finding: &RegisterFinding| {
        (
            finding.name.clone(),
            finding.row.or(finding.step).unwrap(),
            finding.until,
        )
    };
    let all = |name: Option<&str>| (name.map(ToOwned::to_owned), 0, Some(i64::MAX));
    let expected = [
        all(Some("grounds")),
        all(Some("as_was")),
        all(None),
        all(Some("signal")),
        all(Some("export")),
    ];
    assert_eq!(
        verified.findings.iter().map(describe).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn an_index_that_others_keep_busy_is_not_taken_for_a_damaged_one() {
    let busy = RegisterError::Busy {
        place: "register.db".into(),
    };
    assert_eq!(
        name_unreadable(&mut Index(Err(busy.clone())), &[(1, 2)]),
        Err(busy)
    );
}
