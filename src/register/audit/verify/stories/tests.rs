//! What `verify` says of signals whose events cannot be read.

use super::*;
use crate::register::database::{EachRow, IntegrityIssue, SqlValue};
use crate::register::examples::id;
use crate::register::row::{RowColumns as _, RowReader};

/// A register whose signals can be read, but not their events.
struct Broken(RegisterError);

impl Transaction for Broken {
    fn execute(&mut self, _: &str, _: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
        Ok(0)
    }

    fn query(
        &mut self,
        sql: &str,
        with: &[SqlValue<'_>],
        each: &mut EachRow<'_>,
    ) -> Result<(), RegisterError> {
        if !sql.contains("FROM signal") {
            return Err(self.0.clone());
        }
        let after: i64 = RowReader::new(with).next()?;
        let places = (1..=3_i64).filter(|place| *place > after);
        for place in places {
            let number = id(u32::try_from(place).unwrap());
            let mut row = vec![SqlValue::from(place), number.as_str().into()];
            row.resize(SignalRow::COLUMNS.len(), SqlValue::Null);
            each(&row).map(drop)?;
        }
        Ok(())
    }

    fn check(&mut self, _: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
        Ok(())
    }
}

struct Heard(Vec<RegisterFinding>);

impl FindingSink for Heard {
    fn add(&mut self, _: Option<i64>, finding: RegisterFinding) {
        self.0.push(finding);
    }
}

#[test]
fn signals_of_which_no_event_can_be_read_are_named_and_counted() {
    let mut heard = Heard(vec![]);
    let damaged = RegisterError::Damaged {
        place: "register.db".into(),
    };
    assert_eq!(
        check(
            &mut Broken(damaged),
            &SharedRows::new("grounds", FindingKind::GroundsUnknown),
            &mut heard
        ),
        Ok(3)
    );
    let of = |n: u32| {
        RegisterFinding::of(FindingKind::Unreadable)
            .row("event", n.into())
            .signal(Some(id(n)))
    };
    assert_eq!(heard.0[..3], [of(1), of(2), of(3)]);
    assert_eq!(
        heard.0[3..],
        [RegisterFinding::of(FindingKind::Unreadable).rows("event", (4, i64::MAX))]
    );
}

#[test]
fn what_others_keep_busy_is_not_taken_for_damage() {
    let mut heard = Heard(vec![]);
    let busy = RegisterError::Busy {
        place: "register.db".into(),
    };
    assert_eq!(
        check(
            &mut Broken(busy.clone()),
            &SharedRows::new("grounds", FindingKind::GroundsUnknown),
            &mut heard
        ),
        Err(busy)
    );
    assert_eq!(heard.0, []);
}
