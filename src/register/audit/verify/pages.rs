//! Reads a table page by page in the order of its key, and skips what cannot be read.

use crate::register::database::{Transaction, attempt};
use crate::register::error::RegisterError;
use crate::register::row::{RawRow, RowColumns, raw_rows};

/// Enough to be fast, few enough to hold.
const PAGE_ROWS: i64 = 256;

/// Reads a limited number of rows after a key, each with its key.
pub type PageQuery<'r, T> =
    dyn FnMut(&mut dyn Transaction, i64, i64) -> Result<Vec<(i64, T)>, RegisterError> + 'r;

/// The position in a table.
pub struct PageCursor {
    after: i64,
    size: i64,
    ended: bool,
    skip_io_errors: bool,
}

pub enum NextPage<T> {
    /// At least one row.
    Rows(Vec<(i64, T)>),
    /// Any rows from the first to the last of these keys cannot be read.
    Gap(i64, i64),
}

impl PageCursor {
    /// `skip_io_errors`: what the disk cannot read is skipped like damaged rows.
    pub fn new(skip_io_errors: bool) -> Self {
        Self {
            after: -1,
            size: PAGE_ROWS,
            ended: false,
            skip_io_errors,
        }
    }

    /// The next page; `None` when all was read.
    pub fn next<T>(
        &mut self,
        tx: &mut dyn Transaction,
        read: &mut PageQuery<'_, T>,
    ) -> Result<Option<NextPage<T>>, RegisterError> {
        while !self.ended {
            match attempt(tx, |tx| read(tx, self.after, self.size))? {
                Ok(mut rows) => {
                    // Keys of a damaged table may be out of order: rows would come again forever.
                    rows.retain(|(key, _)| *key > self.after);
                    let Some((last, _)) = rows.last() else { break };
                    self.after = *last;
                    self.size = (self.size * 2).min(PAGE_ROWS);
                    return Ok(Some(NextPage::Rows(rows)));
                }
                Err(error) if !self.can_skip(&error) => return Err(error),
                Err(_) if self.size > 1 => self.size /= 2,
                Err(_) => return self.gap(tx, read).map(Some),
            }
        }
        self.ended = true;
        Ok(None)
    }

    fn can_skip(&self, error: &RegisterError) -> bool {
        can_skip(error, self.skip_io_errors)
    }

    /// Finds the nearest key after which rows can be read: doubles the distance, then bisects.
    fn gap<T>(
        &mut self,
        tx: &mut dyn Transaction,
        read: &mut PageQuery<'_, T>,
    ) -> Result<NextPage<T>, RegisterError> {
        let (mut too_near, mut far_enough) = (0, 1);
        while !self.can_read(tx, read, far_enough)? {
            if far_enough > i64::MAX / 4 {
                self.ended = true;
                return Ok(NextPage::Gap(self.after.saturating_add(1), i64::MAX));
            }
            (too_near, far_enough) = (far_enough, far_enough * 2);
        }
        while far_enough - too_near > 1 {
            let between = too_near + (far_enough - too_near) / 2;
            if self.can_read(tx, read, between)? {
                far_enough = between
            } else {
                too_near = between
            }
        }
        let first = self.after.saturating_add(1);
        self.after = self.after.saturating_add(far_enough);
        Ok(NextPage::Gap(first, self.after))
    }

    /// Whether a row, or the end, can be read at this distance.
    fn can_read<T>(
        &self,
        tx: &mut dyn Transaction,
        read: &mut PageQuery<'_, T>,
        distance: i64,
    ) -> Result<bool, RegisterError> {
        let after = self.after.saturating_add(distance);
        match attempt(tx, |tx| read(tx, after, 1))? {
            Ok(_) => Ok(true),
            Err(error) if self.can_skip(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Whether reading continues after this error.
pub fn can_skip(error: &RegisterError, skip_io_errors: bool) -> bool {
    matches!(
        error,
        RegisterError::Damaged { .. } | RegisterError::DamagedSignal { .. }
    ) || (skip_io_errors && matches!(error, RegisterError::Failed { .. }))
}

/// A page of the rows of a table by its key column.
pub fn read_page<T: for<'r> RowColumns<'r>>(
    tx: &mut dyn Transaction,
    table: &str,
    key: &str,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, RawRow)>, RegisterError> {
    let rest = format!("FROM {table} WHERE {key} > $1 ORDER BY {key} LIMIT $2");
    let rows = raw_rows::<T>(tx, &rest, &[after.into(), most.into()])?;
    let keyed = rows.into_iter().map(|row| Ok((row.get(key)?, row)));
    keyed.collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::register::database::{EachRow, IntegrityIssue, SqlValue};

    /// Empty: the tests bring the rows themselves.
    struct Nowhere;

    impl Transaction for Nowhere {
        fn execute(&mut self, _: &str, _: &[SqlValue<'_>]) -> Result<u64, RegisterError> {
            Ok(0)
        }

        fn query(
            &mut self,
            _: &str,
            _: &[SqlValue<'_>],
            _: &mut EachRow<'_>,
        ) -> Result<(), RegisterError> {
            Ok(())
        }

        fn check(&mut self, _: &mut dyn FnMut(IntegrityIssue)) -> Result<(), RegisterError> {
            Ok(())
        }
    }

    fn damaged() -> RegisterError {
        RegisterError::Damaged {
            place: "register.db".into(),
        }
    }

    fn failed() -> RegisterError {
        RegisterError::Failed {
            place: "register.db".into(),
            cause: "input/output error".into(),
        }
    }

    /// The keys that were read, and the first and last key of each gap.
    type KeysAndGaps = (Vec<i64>, Vec<(i64, i64)>);

    /// Reads a table in which some rows end in an error.
    fn describe(
        keys: &[i64],
        broken: impl Fn(i64) -> Option<RegisterError>,
        skip_io_errors: bool,
    ) -> Result<KeysAndGaps, RegisterError> {
        let (mut read, mut gaps) = (Vec::new(), Vec::new());
        let mut pages = PageCursor::new(skip_io_errors);
        let mut table = |_: &mut dyn Transaction, after: i64, most: i64| {
            let rows = keys
                .iter()
                .filter(|key| **key > after)
                .take(usize::try_from(most).unwrap());
            rows.map(|key| broken(*key).map_or(Ok((*key, ())), Err))
                .collect()
        };
        while let Some(page) = pages.next(&mut Nowhere, &mut table)? {
            match page {
                NextPage::Rows(rows) => read.extend(rows.into_iter().map(|(key, ())| key)),
                NextPage::Gap(first, last) => gaps.push((first, last)),
            }
        }
        Ok((read, gaps))
    }

    #[rstest]
    #[case::one(700, 300, 300)]
    #[case::the_first(700, 1, 1)]
    #[case::some(700, 300, 310)]
    #[case::many(700, 200, 650)]
    #[case::the_last(700, 690, 700)]
    #[case::all_of_them(3, 1, 3)]
    fn the_rows_around_those_that_cannot_be_read_are_all_read(
        #[case] rows: i64,
        #[case] first: i64,
        #[case] last: i64,
    ) {
        let keys: Vec<i64> = (1..=rows).collect();
        let broken = first..=last;
        let others: Vec<i64> = keys
            .iter()
            .copied()
            .filter(|key| !broken.contains(key))
            .collect();
        // Of keys that are never negative, those before the first row cannot be told from it.
        let begins = if first == 1 { 0 } else { first };
        assert_eq!(
            describe(&keys, |key| broken.contains(&key).then(damaged), false),
            Ok((others, vec![(begins, last)]))
        );
    }

    #[test]
    fn where_nothing_more_can_be_read_the_gap_has_no_end() {
        let mut broken = |_: &mut dyn Transaction, after: i64, _: i64| {
            if after < 3 {
                Ok(vec![(after + 1, ())])
            } else {
                Err(damaged())
            }
        };
        let mut pages = PageCursor::new(false);
        while let Some(page) = pages.next(&mut Nowhere, &mut broken).unwrap() {
            if let NextPage::Gap(first, last) = page {
                assert_eq!((first, last), (4, i64::MAX));
            }
        }
    }

    #[test]
    fn what_the_disk_does_not_give_is_passed_by_only_when_asked() {
        let at_two = |key: i64| (key == 2).then(failed);
        assert_eq!(describe(&[1, 2, 3], at_two, false), Err(failed()));
        assert_eq!(
            describe(&[1, 2, 3], at_two, true),
            Ok((vec![1, 3], vec![(2, 2)]))
        );
        let then_fails = |key: i64| {
            [None, None, Some(damaged()), Some(failed()), None]
                .get(usize::try_from(key).unwrap())
                .cloned()
                .flatten()
        };
        assert_eq!(
            describe(&[1, 2, 3, 4], then_fails, false),
            Err(failed()),
            "also behind what is damaged"
        );
        assert_eq!(
            describe(&[1, 2, 3, 4], then_fails, true),
            Ok((vec![1, 4], vec![(2, 3)]))
        );
    }

    #[test]
    fn what_others_keep_busy_is_never_passed_by() {
        let busy = RegisterError::Busy {
            place: "register.db".into(),
        };
        assert_eq!(
            describe(&[1, 2, 3], |key| (key == 2).then(|| busy.clone()), true),
            Err(busy.clone())
        );
    }

    /// A table whose keys lie so, as a search in it finds them: from the first that is larger on.
    fn read_to_the_end(keys: &[i64]) -> Vec<i64> {
        let mut read = |_: &mut dyn Transaction, after: i64, most: i64| {
            let found = keys
                .iter()
                .skip_while(|key| **key <= after)
                .take(usize::try_from(most).unwrap());
            Ok(found.map(|key| (*key, ())).collect::<Vec<_>>())
        };
        let (mut pages, mut all) = (PageCursor::new(false), Vec::<i64>::new());
        while let Some(page) = pages.next(&mut Nowhere, &mut read).unwrap() {
            let NextPage::Rows(rows) = page else {
                panic!("all of it can be read")
            };
            all.extend(rows.into_iter().map(|(key, ())| key));
            assert!(all.len() < 10_000, "it comes to an end");
        }
        all
    }

    #[test]
    fn each_row_comes_once_and_in_order() {
        let keys: Vec<i64> = (1..1000).collect();
        assert_eq!(read_to_the_end(&keys), keys);
        assert_eq!(read_to_the_end(&[]), Vec::<i64>::new());
    }

    #[test]
    fn a_table_whose_keys_are_out_of_order_is_read_to_an_end() {
        for keys in [[1, 34, 3, 4], [34, 1, 2, 3], [1, 2, 34, 3], [4, 3, 2, 1]] {
            let all = read_to_the_end(&keys);
            assert!(
                keys.iter().all(|key| all.contains(key)),
                "{keys:?}: {all:?}"
            );
        }
    }
}
