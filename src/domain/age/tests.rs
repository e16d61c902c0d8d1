use super::*;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("unborn", "unborn")]
#[case("ongeboren", "unborn")]
#[case("Zwanger", "unborn")]
#[case("pregnant", "unborn")]
#[case("in verwachting", "unborn")]
#[case("nog niet geboren", "unborn")]
#[case("not born yet", "unborn")]
#[case("20 weken zwanger", "unborn")]
#[case("twenty wks pregnant", "unborn")]
#[case("pasgeboren", "0")]
#[case("newborn", "0")]
#[case("new-born", "0")]
#[case("new born", "0")]
#[case("net geboren", "0")]
#[case("0", "0")]
#[case("0 dagen", "0")]
#[case("5 days", "0")]
#[case("5 dagen", "0")]
#[case("5 dgn", "0")]
#[case("5 dgn.", "0")]
#[case("5d", "0")]
#[case("vijf dagen", "0")]
#[case("één dag", "0")]
#[case("e\u{301}e\u{301}n week", "0")]
#[case("five days", "0")]
#[case("a day old", "0")]
#[case("1 week en 3 dagen", "0")]
#[case("27 dagen", "0")]
#[case("anderhalve week", "0")]
#[case("een halve maand", "0")]
#[case("28 days", "1m")]
#[case("4 wkn", "1m")]
#[case("6 weken", "1m")]
#[case("zes weken oud", "1m")]
#[case("8 wks and 3 days", "2m")]
#[case("dertien weken", "3m")]
#[case("8m", "8m")]
#[case("8 mnd", "8m")]
#[case("8 mnds.", "8m")]
#[case("8 mths", "8m")]
#[case("acht maanden", "8m")]
#[case("a month", "1m")]
#[case("2,5 maanden", "2m")]
#[case("half jaar", "6m")]
#[case("een half jaar", "6m")]
#[case("half a year", "6m")]
#[case("0,5 jaar", "6m")]
#[case("anderhalf jaar", "1y6m")]
#[case("1.5 years", "1y6m")]
#[case("tweeënhalf jaar", "2y6m")]
#[case("364 days", "11m")]
#[case("52 weken", "11m")]
#[case("11 maanden en 30 dagen", "11m")]
#[case("365 days", "1")]
#[case("12 months", "1")]
#[case("18 maanden", "1y6m")]
#[case("1 jr en 8 weken", "1y1m")]
#[case("1460 dagen", "3y11m")]
#[case("3 jaar, 11 maanden en 30 dagen", "3y11m")]
#[case("3 jaar en 364 dagen", "3y11m")]
#[case("1461 days", "4")]
#[case("34", "34")]
#[case(" 34 ", "34")]
#[case("34 jr.", "34")]
#[case("34 yrs old", "34")]
#[case("vierendertig jaar", "34")]
#[case("Thirty-four years", "34")]
#[case("thirty four years", "34")]
#[case("tweeëntachtig jaar", "82")]
#[case("130", "130")]
#[case("17y10m", "17y10m")]
#[case("17j10m", "17y10m")]
#[case("17 jaar en 10 maanden", "17y10m")]
#[case("17 jaar, 10 maanden", "17y10m")]
#[case("zeventien jaar tien maanden", "17y10m")]
fn an_age_is_read(#[case] text: &str, #[case] age: &str) {
    assert_eq!(
        text.parse::<Age>().map(|age| age.to_string()),
        Ok(age.into())
    );
}

#[rstest]
#[case(Age::Unborn, "unborn")]
#[case(Age::Months(0), "0")]
#[case(Age::Months(11), "11m")]
#[case(Age::Months(12), "1")]
#[case(Age::Months(214), "17y10m")]
fn an_age_is_written_as_shortly_as_it_can_be(#[case] age: Age, #[case] text: &str) {
    assert_eq!(age.to_string(), text);
}

#[rstest]
#[case("")]
#[case("old")]
#[case("-3")]
#[case("131")]
#[case("99999999999")]
#[case("3 parsecs")]
#[case("4-")]
#[case("12-03-2021")]
#[case("+34")]
#[case("34.0")]
#[case("1,5")]
#[case("1,75 jaar")]
#[case("vijf")]
#[case("een")]
#[case("jaar")]
#[case("oud")]
#[case("5 dagen 3004")]
#[case("131 jaar")]
#[case("9999999 dagen")]
#[case("4294967295 weken")]
#[case("60 weken zwanger")]
#[case("5 dagen zwanger")]
#[case("anderhalf jaar en 2 maanden")]
#[case::two_people_in_years("3 jaar 8 jaar")]
#[case::two_people_the_youngest_first("8 maanden en 3 jaar")]
#[case::two_people_in_years_and_months("2 jaar en 30 maanden")]
#[case::two_people_in_years_and_days("2 jaar en 365 dagen")]
#[case::two_people_in_months_and_days("2 maanden en 31 dagen")]
#[case::two_people_in_weeks_and_days("2 weken en 7 dagen")]
fn what_is_not_an_age_is_refused(#[case] text: &str) {
    assert_eq!(text.parse::<Age>(), Err(NotAnAge));
}

#[rstest]
#[case("0-4", "0", true)]
#[case("0-4", "3y11m", true)]
#[case("0-4", "4", false)]
#[case("0-4", "unborn", false)]
#[case("unborn-4", "unborn", true)]
#[case("unborn", "0", false)]
#[case("18+", "17y10m", false)]
#[case("18+", "18", true)]
#[case("0-4", "1460 days", true)]
#[case("0-4", "1461 days", false)]
#[case("0-18m", "17 maanden", true)]
#[case("1m-18m", "1 jaar", true)]
fn a_range_runs_from_the_birthday_until_the_birthday(
    #[case] range: &str,
    #[case] age: &str,
    #[case] inside: bool,
) {
    assert_eq!(
        range
            .parse::<AgeRange>()
            .unwrap()
            .includes(age.parse().unwrap()),
        inside
    );
}

#[rstest]
#[case("4-0")]
#[case("4-4")]
#[case("unborn-unborn")]
#[case("4")]
#[case::a_month_or_a_year("1-18m")]
#[case::rounded("0-6 weeks")]
#[case::rounded("28 days+")]
#[case::rounded("0-1461 days")]
fn an_empty_or_unfinished_range_is_refused(#[case] text: &str) {
    assert_eq!(text.parse::<AgeRange>(), Err(NotAnAge));
}

fn any_age() -> impl Strategy<Value = Age> {
    prop_oneof![Just(Age::Unborn), (0u16..1560).prop_map(Age::Months)]
}

fn any_range() -> impl Strategy<Value = AgeRange> {
    (any_age(), proptest::option::of(any_age()))
        .prop_filter_map("not empty", |(from, until)| AgeRange::new(from, until))
}

/// Years, the months beside them, and the days beside those.
fn any_written_age() -> impl Strategy<Value = (u32, u32, u32)> {
    (0u32..130, 0u32..12, 0u32..=30)
}

proptest! {
    #[test]
    fn days_beside_months_are_never_a_month((years, months, days) in any_written_age()) {
        let without = format!("{years} jaar en {months} maanden").parse::<Age>();
        let with = format!("{years} years, {months} months and {days} days").parse();
        prop_assert_eq!(with, without);
    }

    #[test]
    fn days_beside_years_never_reach_the_birthday(years in 0u32..130, days in 0u32..365) {
        let age = format!("{years} jaar {days} dagen").parse::<Age>().unwrap();
        prop_assert!(age >= Age::years(years).unwrap() && age < Age::years(years + 1).unwrap());
    }

    #[test]
    fn weeks_are_their_days(weeks in 0u32..6000, days in 0u32..7) {
        let in_weeks = format!("{weeks} wk {days} d").parse::<Age>();
        prop_assert_eq!(in_weeks, format!("{} dagen", 7 * weeks + days).parse());
    }

    #[test]
    fn no_text_does_harm(text in any::<String>(), near in "[0-9a-zé .,-]{0,24}") {
        for text in [text, near] {
            if let Ok(age) = text.parse::<Age>() {
                prop_assert_eq!(age.to_string().parse(), Ok(age));
            }
        }
    }

    #[test]
    fn an_age_and_a_range_are_read_back_as_they_were_written(age in any_age(), range in any_range()) {
        prop_assert_eq!(age.to_string().parse(), Ok(age));
        prop_assert_eq!(range.to_string().parse(), Ok(range));
    }

    #[test]
    fn a_range_is_split_into_what_another_shares_and_what_it_does_not(a in any_range(), b in any_range(), age in any_age()) {
        let (shared, others) = a.split(b);
        prop_assert_eq!(shared.is_some_and(|shared| shared.includes(age)), a.includes(age) && b.includes(age));
        let outside = others.iter().filter(|other| other.includes(age)).count();
        prop_assert_eq!(outside, usize::from(a.includes(age) && !b.includes(age)));
    }

    #[test]
    fn a_range_contains_another_when_it_includes_all_its_ages(a in any_range(), b in any_range(), age in any_age()) {
        if a.contains(b) && b.includes(age) {
            prop_assert!(a.includes(age));
        }
    }
}
