//! What is sound of a damaged register, taken over into a new one.
//!
//! A signal is sound when its events tell a story that could have happened and leave it where it
//! stands, when its words and grounds are what was sealed, and when no event of it is other than
//! what was sealed. That is judged signal by signal: after a step that is lost the next one cannot
//! be held against its seal, and is taken over all the same; that is told.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;

use super::super::database::{Engine as _, Transaction, Value, attempt};
use super::super::error::RegisterError;
use super::super::exports::{self, WordsLeft};
use super::super::fields::Fields;
use super::super::report::Recorded;
use super::super::restore::RestoreError;
use super::super::scan::whole;
use super::super::story::{Said, Story};
use super::super::verify::{self, Finding, Kind, Listener, Page, Pages, passes};
use super::super::{Register, statements};
use super::Sqlite;
use crate::domain::signal_id::SignalId;

/// So many signals are recorded together.
const TOGETHER: usize = 500;

/// What was not taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The number of the signal, when it can be read.
    pub id: Option<SignalId>,
    /// Its place in the order of recording; of several that cannot be read the first.
    pub place: i64,
    /// The last of several.
    pub until: Option<i64>,
    /// Why not.
    pub why: Kind,
}

/// What became of a damaged register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// How many signals were taken over.
    pub taken: u64,
    /// How many steps they have together.
    pub steps: u64,
    /// Those of them that nothing proves to be unchanged, since a step before one of theirs is
    /// lost.
    pub unproven: Vec<SignalId>,
    /// What was not taken over.
    pub left: Vec<Left>,
    /// The steps that are gone, from and to, whatever signals they were of.
    pub lost_steps: Vec<(i64, i64)>,
    /// How many traces of exports were taken over.
    pub exports: u64,
    /// Those that were not, by their numbers: from and to.
    pub lost_exports: Vec<(i64, i64)>,
}

impl Salvaged {
    /// Whether everything was taken over.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.left.is_empty() && self.lost_steps.is_empty() && self.lost_exports.is_empty()
    }
}

/// What looking through it found, signal by signal.
#[derive(Default)]
struct Survey {
    unsound: BTreeMap<i64, (Option<SignalId>, Kind)>,
    unreadable: Vec<(i64, i64)>,
    proven: BTreeMap<i64, u32>,
    lost_steps: Vec<(i64, i64)>,
    lost_exports: Vec<(i64, i64)>,
    /// Something was found of which the row or the step is not said: then what is sound is not
    /// known.
    misses_a_row: bool,
}

/// Signals that are sound, with their places.
type Waiting = VecDeque<(i64, Story, Vec<Said>)>;

impl Survey {
    /// Takes a signal out of those that wait, since the new register does not take it.
    fn leave(&mut self, id: SignalId, waiting: &mut Waiting) -> Result<(), RegisterError> {
        let place = waiting
            .iter()
            .position(|(_, story, _)| story.reported.id == id);
        let left = place.and_then(|place| waiting.remove(place));
        let (seq, ..) = left.ok_or(RegisterError::Fault {
            what: "a signal was not taken over that was not handed over",
        })?;
        self.unsound.insert(seq, (Some(id), Kind::NotAllowed));
        Ok(())
    }

    /// These rows or steps, from and to.
    fn range(&mut self, first: Option<i64>, until: Option<i64>) -> Option<(i64, i64)> {
        self.misses_a_row |= first.is_none();
        first.map(|first| (first, until.unwrap_or(first)))
    }
}

impl Listener for Survey {
    fn found(&mut self, seq: Option<i64>, finding: Finding) {
        let Finding {
            kind,
            signal,
            row,
            until,
            step,
            name,
            ..
        } = finding;
        match (kind, seq, name.as_deref()) {
            (_, Some(seq), _) => {
                self.unsound.entry(seq).or_insert((signal, kind));
            }
            (Kind::NoSignal, None, _) => {
                let range = self.range(row, None);
                self.unsound
                    .extend(range.map(|(seq, _)| (seq, (None, kind))));
            }
            (Kind::Unreadable, None, Some("signal")) => {
                let range = self.range(row, until);
                self.unreadable.extend(range);
            }
            (Kind::Export | Kind::ExportMissing, None, _)
            | (Kind::Unreadable, None, Some("export")) => {
                let range = self.range(row, until);
                self.lost_exports.extend(range);
            }
            (Kind::StepMissing, None, _) => {
                let range = self.range(step, until);
                self.lost_steps.extend(range);
            }
            // What is wrong with the file, its indexes and the schema does not go over into the new
            // register. Grounds are told again of each signal that has them, and signals whose steps
            // or events cannot be read are told one by one.
            (
                Kind::Damage
                | Kind::Dangling
                | Kind::SchemaMissing
                | Kind::SchemaChanged
                | Kind::SchemaUnknown
                | Kind::Unreadable
                | Kind::Grounds
                | Kind::GroundsUnknown,
                None,
                _,
            ) => {}
            (
                Kind::Value
                | Kind::Story
                | Kind::NotAllowed
                | Kind::Standing
                | Kind::Order
                | Kind::Seal
                | Kind::Words
                | Kind::WordsMissing
                | Kind::WordsUnknown
                | Kind::GroundsMissing
                | Kind::ReceiptLost
                | Kind::ReceiptChanged,
                None,
                _,
            ) => self.misses_a_row = true,
        }
    }

    fn proven(&mut self, seq: i64) {
        *self.proven.entry(seq).or_default() += 1;
    }

    fn groundless(&mut self, seq: i64, signal: Option<SignalId>) {
        self.unsound.entry(seq).or_insert((signal, Kind::Grounds));
    }

    fn passes_failures(&self) -> bool {
        true
    }
}

impl Sqlite {
    /// Takes over into `new`, which is empty, each signal that is sound, and tells which are not.
    ///
    /// # Errors
    /// [`RegisterError`] when nothing can be read, or what is sound cannot be recorded.
    pub fn salvage(&mut self, new: &mut Register) -> Result<Salvaged, RegisterError> {
        self.read(|tx| salvage(tx, new))
    }
}

/// Takes over what is sound.
pub(super) fn salvage(
    tx: &mut dyn Transaction,
    new: &mut Register,
) -> Result<Salvaged, RegisterError> {
    let mut survey = Survey::default();
    if !verify::look(tx, &[], &mut survey)?.readable {
        return Err(RegisterError::DamagedSignal { id: None });
    }
    if survey.misses_a_row {
        return Err(RegisterError::Fault {
            what: "a finding names no row",
        });
    }
    let mut salvaged = Salvaged::default();
    let mut waiting = VecDeque::new();
    let mut pages = Pages::new(true);
    while let Some(page) = pages.next(tx, &mut places)? {
        let rows = match page {
            Page::Rows(rows) => rows,
            Page::Gap(first, last) => {
                add(&mut survey.unreadable, (first, last));
                continue;
            }
        };
        for (seq, id) in rows
            .into_iter()
            .filter(|(seq, _)| !survey.unsound.contains_key(seq))
            .collect::<Vec<_>>()
        {
            match attempt(tx, |tx| whole(tx, seq))? {
                Ok(Some((story, said))) => waiting.push_back((seq, story, said)),
                Ok(None) => {
                    survey.unsound.insert(seq, (id, Kind::Unreadable));
                }
                Err(error) if passes(&error, true) => {
                    survey.unsound.insert(seq, (id, Kind::Unreadable));
                }
                Err(error) => return Err(error),
            }
        }
        if waiting.len() >= TOGETHER {
            take_over(new, &mut waiting, &mut survey, &mut salvaged)?;
        }
    }
    take_over(new, &mut waiting, &mut survey, &mut salvaged)?;
    salvaged.exports = traces(tx, new, &mut survey.lost_exports)?;
    let Survey {
        unsound,
        unreadable,
        proven: _,
        lost_steps,
        lost_exports,
        misses_a_row: _,
    } = survey;
    salvaged.left = unsound
        .into_iter()
        .map(|(place, (id, why))| Left {
            id,
            place,
            until: None,
            why,
        })
        .collect();
    salvaged.left.extend(named(tx, &unreadable)?);
    salvaged.left.sort_by_key(|left| left.place);
    Ok(Salvaged {
        lost_steps,
        lost_exports,
        ..salvaged
    })
}

/// Records them through the second lock; one that it refuses is left.
fn take_over(
    new: &mut Register,
    waiting: &mut Waiting,
    survey: &mut Survey,
    salvaged: &mut Salvaged,
) -> Result<(), RegisterError> {
    loop {
        let mut twice = Vec::new();
        let stories = waiting
            .iter()
            .map(|(_, story, said)| (story.clone(), said.clone()));
        let restored = new.restore(stories, &mut |story, recorded| {
            if recorded != Recorded::New {
                twice.push(story.reported.id);
            }
        });
        match restored {
            Ok(_) => {
                for id in twice {
                    survey.leave(id, waiting)?;
                }
                break;
            }
            Err(RestoreError {
                id: Some(id),
                error: RegisterError::SecondLock { .. } | RegisterError::DamagedSignal { .. },
            }) => survey.leave(id, waiting)?,
            Err(RestoreError { id: _, error }) => return Err(error),
        }
    }
    for (seq, story, _) in waiting.drain(..) {
        salvaged.taken += 1;
        salvaged.steps += u64::from(story.case.events);
        if survey.proven.get(&seq).copied().unwrap_or(0) < story.case.events {
            salvaged.unproven.push(story.reported.id);
        }
    }
    Ok(())
}

/// Takes over the traces of exports, but for those that are not what was sealed.
fn traces(
    tx: &mut dyn Transaction,
    new: &mut Register,
    lost: &mut Vec<(i64, i64)>,
) -> Result<u64, RegisterError> {
    let mut traces: Vec<WordsLeft> = Vec::new();
    let mut pages = Pages::new(true);
    while let Some(page) = pages.next(tx, &mut exports::after)? {
        match page {
            Page::Rows(rows) => {
                let sound = rows.into_iter().filter(|(number, _)| {
                    !lost
                        .iter()
                        .any(|(first, last)| (first..=last).contains(&number))
                });
                traces.extend(sound.map(|(_, left)| left));
            }
            Page::Gap(first, last) => add(lost, (first, last)),
        }
    }
    let count = traces.len() as u64;
    new.database
        .write(|tx| traces.iter().try_for_each(|left| exports::append(tx, left)))?;
    Ok(count)
}

/// Adds rows that can no longer be read, unless they are known to be so.
fn add(ranges: &mut Vec<(i64, i64)>, (first, last): (i64, i64)) {
    let is_known = ranges
        .iter()
        .any(|(from, until)| *from <= first && last <= *until);
    if !is_known {
        ranges.push((first, last));
    }
}

/// The places of signals behind a place, with their numbers.
fn places(
    tx: &mut dyn Transaction,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Option<SignalId>)>, RegisterError> {
    let mut rows = Vec::new();
    tx.query(
        statements::PLACES_AFTER,
        &[after.into(), most.into()],
        &mut |row| {
            let mut row = Fields::of(row);
            rows.push((row.number()?, row.text()?.parse().ok()));
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(rows)
}

/// The signals at places that cannot be read, by their numbers as far as an index still has them.
fn named(tx: &mut dyn Transaction, unreadable: &[(i64, i64)]) -> Result<Vec<Left>, RegisterError> {
    if unreadable.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<_> = unreadable.iter().map(|range| (*range, 0)).collect();
    let mut left = Vec::new();
    let mut each = |row: &[Value<'_>]| {
        let mut row = Fields::of(row);
        let (id, place): (Option<SignalId>, i64) = (row.text()?.parse().ok(), row.number()?);
        let range = found
            .iter_mut()
            .find(|((first, last), _)| (*first..=*last).contains(&place));
        if let Some((_, count)) = range {
            *count += 1;
            left.push(Left {
                id,
                place,
                until: None,
                why: Kind::Unreadable,
            });
        }
        Ok(ControlFlow::Continue(()))
    };
    let read = attempt(tx, |tx| {
        tx.query(statements::NUMBERS_OF_PLACES, &[], &mut each)
    })?;
    let whole_index = match read {
        Ok(()) => true,
        Err(error) if passes(&error, true) => false,
        Err(error) => return Err(error),
    };
    for ((first, last), count) in found {
        let all = count > last.saturating_sub(first) || (count > 0 && whole_index);
        if !all {
            left.push(Left {
                id: None,
                place: first,
                until: (last > first).then_some(last),
                why: Kind::Unreadable,
            });
        }
    }
    Ok(left)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::super::database::{EachRow, IntegrityIssue};
    use super::super::super::examples::{World as _, id};
    use super::super::tests::Folder;
    use super::*;

    /// An index of the numbers of the first four signals, and how reading it ends.
    struct Index(Result<(), RegisterError>);

    impl Transaction for Index {
        fn execute(&mut self, _: &str, _: &[Value<'_>]) -> Result<u64, RegisterError> {
            Ok(0)
        }

        fn query(
            &mut self,
            _: &str,
            _: &[Value<'_>],
            each: &mut EachRow<'_>,
        ) -> Result<(), RegisterError> {
            (1..=4_u32).try_for_each(|n| each(&[Value::of(id(n)), n.into()]).map(drop))?;
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
        let left = |id, place, until| Left {
            id,
            place,
            until,
            why: Kind::Unreadable,
        };
        let named_ones = names
            .iter()
            .map(|n| left(Some(id(*n)), i64::from(*n), None));
        let expected: Vec<Left> = named_ones
            .chain(others.map(|(place, until)| left(None, place, until)))
            .collect();
        assert_eq!(named(&mut Index(ends), &[range]), Ok(expected));
    }

    /// Of which nothing can be read.
    struct Failing(RegisterError);

    impl Transaction for Failing {
        fn execute(&mut self, _: &str, _: &[Value<'_>]) -> Result<u64, RegisterError> {
            Ok(0)
        }

        fn query(
            &mut self,
            _: &str,
            _: &[Value<'_>],
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

    /// An empty register of which one statement fails.
    struct Without(&'static str);

    impl Transaction for Without {
        fn execute(&mut self, _: &str, _: &[Value<'_>]) -> Result<u64, RegisterError> {
            Ok(0)
        }

        fn query(
            &mut self,
            sql: &str,
            _: &[Value<'_>],
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
        let salvaged = |sql| {
            let new = Folder::new();
            salvage(&mut Without(sql), &mut new.open()).unwrap()
        };
        assert_eq!(salvaged("none"), Salvaged::default());
        let left = Left {
            id: None,
            place: 0,
            until: Some(i64::MAX),
            why: Kind::Unreadable,
        };
        assert_eq!(salvaged(statements::PLACES_AFTER).left, [left]);
    }

    #[test]
    fn what_names_no_row_ends_salvaging() {
        let mut survey = Survey::default();
        assert_eq!(survey.range(Some(1), None), Some((1, 1)));
        assert!(!survey.misses_a_row);
        assert_eq!(survey.range(None, Some(1)), None);
        assert!(survey.misses_a_row);
        let refused = survey.leave(id(1), &mut VecDeque::new());
        assert!(matches!(refused, Err(RegisterError::Fault { .. })));
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
        verify::look(&mut Failing(failed), &[], &mut survey).unwrap();
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
        let told = |finding: &Finding| {
            (
                finding.name.clone(),
                finding.row.or(finding.step).unwrap(),
                finding.until,
            )
        };
        let all = |name: Option<&str>| (name.map(ToOwned::to_owned), 0, Some(i64::MAX));
        let expected = [
            all(Some("grounds")),
            all(None),
            all(Some("signal")),
            (Some("event".to_owned()), i64::MAX, None),
            all(Some("export")),
        ];
        assert_eq!(
            verified.findings.iter().map(told).collect::<Vec<_>>(),
            expected
        );
    }

    #[test]
    fn an_index_that_others_keep_busy_is_not_taken_for_a_damaged_one() {
        let busy = RegisterError::Busy {
            place: "register.db".into(),
        };
        assert_eq!(named(&mut Index(Err(busy.clone())), &[(1, 2)]), Err(busy));
    }
}
