//! From days to months: how old somebody is who was born so many days ago.

use crate::domain::age::OLDEST_MONTHS;
use crate::domain::invariant::Invariant as _;
use crate::domain::time::Day;

/// In a hundred years from here every fourth year has a leap day, as in the life of anyone now
/// living.
const FIRST_YEAR: i32 = 1901;
/// Months until the leap days come round again.
const CYCLE_MONTHS: u32 = 48;
const CYCLE_DAYS: u64 = 1461;

/// The completed months in so many days of life; `None` above 130 years.
///
/// Months and years differ in length, and the day of birth is not known. Days are n months as soon
/// as n months of the calendar can be as short as that: 28 days are a month, 365 days a year, and
/// 1461 days four years. So the days from a birth to any birthday are never less than that age.
pub(super) fn months_in(days: u32) -> Option<u32> {
    // The shortest months are never longer than average ones, and less than a month shorter.
    let average = u64::from(days) * u64::from(CYCLE_MONTHS) / CYCLE_DAYS;
    let average = u32::try_from(average).ok()?;
    if average > OLDEST_MONTHS {
        return None;
    }
    let next = average + 1;
    Some(if shortest(next) <= i64::from(days) {
        next
    } else {
        average
    })
}

/// The days of so many months, beginning in the month that makes them fewest.
fn shortest(months: u32) -> i64 {
    (0..CYCLE_MONTHS)
        .map(|start| first_of(start + months).days_since(first_of(start)))
        .min()
        .certain("a cycle has months")
}

/// The first day of the month that is so many months after January of the first year.
fn first_of(month: u32) -> Day {
    i32::try_from(month / 12)
        .ok()
        .and_then(|years| Day::new(FIRST_YEAR + years, month % 12 + 1, 1))
        .certain("an age ends within the calendar")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::newborn(0, 0)]
    #[case::before_a_february(27, 0)]
    #[case::a_february(28, 1)]
    #[case::eight_weeks(56, 1)]
    #[case::february_and_march(59, 2)]
    #[case::thirteen_weeks(91, 3)]
    #[case::the_day_before_half_a_year(180, 5)]
    #[case::half_a_year(181, 6)]
    #[case::fifty_two_weeks(364, 11)]
    #[case::a_year(365, 12)]
    #[case::a_leap_year(366, 12)]
    #[case::the_day_before_the_second_birthday(729, 23)]
    #[case::two_years(730, 24)]
    #[case::two_years_with_a_leap_day(731, 24)]
    #[case::three_years(1095, 36)]
    #[case::the_day_before_the_fourth_birthday(1460, 47)]
    #[case::the_fourth_birthday(1461, 48)]
    #[case::the_day_before_the_twelfth_birthday(4382, 143)]
    #[case::the_twelfth_birthday(4383, 144)]
    #[case::the_eighteenth_birthday(6574, 216)]
    #[case::the_oldest(47_482, 1560)]
    fn days_are_so_many_months(#[case] days: u32, #[case] months: u32) {
        assert_eq!(months_in(days), Some(months));
    }

    #[test]
    fn nobody_is_as_old_as_the_most_days_that_can_be_written() {
        assert_eq!(months_in(u32::MAX), None);
    }

    /// The first of a month between 1901 and 1968, and so many months later.
    fn any_life() -> impl Strategy<Value = (Day, Day, u32)> {
        (0u32..12 * 68, 0u32..=OLDEST_MONTHS)
            .prop_map(|(born, months)| (first_of(born), first_of(born + months), months))
            .prop_filter("2100 has no leap day", |(_, today, _)| today.year() < 2100)
    }

    proptest! {
        #[test]
        fn the_days_of_months_of_the_calendar_are_those_months((born, today, months) in any_life()) {
            let days = u32::try_from(today.days_since(born)).unwrap();
            prop_assert_eq!(months_in(days), Some(months));
        }

        #[test]
        fn the_day_before_a_birthday_may_be_that_age_only_by_a_leap_day(years in 1u32..130) {
            let shortest = u32::try_from(shortest(12 * years)).unwrap();
            prop_assert_eq!(shortest, 365 * years + years / 4);
            prop_assert_eq!(months_in(shortest - 1), Some(12 * years - 1));
        }

        #[test]
        fn a_day_more_is_never_younger(days in 0u32..47_482) {
            let (today, tomorrow) = (months_in(days).unwrap(), months_in(days + 1).unwrap());
            prop_assert!(today <= tomorrow && tomorrow <= today + 1);
        }
    }
}
