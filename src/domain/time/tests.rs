use rstest::rstest;

use super::*;

#[test]
fn a_moment_is_read_in_the_zone_and_written_with_its_offset() {
    let at = Zone::AMSTERDAM.read("2026-11-28T22:00").unwrap();
    assert_eq!(at.to_string(), "2026-11-28T21:00:00.000Z");
    assert_eq!(Zone::AMSTERDAM.read("2026-11-28 22:00:00"), Ok(at));
    assert_eq!(at.in_zone(Zone::AMSTERDAM), "2026-11-28T22:00:00+01:00");
    assert_eq!(Zone::AMSTERDAM.day(at).to_string(), "2026-11-28");
    assert_eq!(Zone::AMSTERDAM.clock(at).to_string(), "22:00");
}

#[test]
fn a_moment_that_is_written_exactly_is_read_back_as_it_was() {
    for (utc, exactly) in [
        ("2026-11-28T21:00:00.000Z", "2026-11-28T22:00:00+01:00"),
        ("2026-11-28T21:00:00.042Z", "2026-11-28T22:00:00.042+01:00"),
        // The hour that occurs twice.
        ("2026-10-25T01:30:00.500Z", "2026-10-25T02:30:00.500+01:00"),
    ] {
        let at: Moment = utc.parse().unwrap();
        assert_eq!(at.in_zone_exactly(Zone::AMSTERDAM), exactly);
        assert_eq!(exactly.parse(), Ok(at));
    }
}

#[rstest]
#[case::written_exactly("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z")]
#[case::on_the_clocks_of_the_zone("2026-11-19 16:59:60", "2026-11-19T15:59:59.999Z")]
fn a_leap_second_is_the_last_millisecond_before_it(#[case] text: &str, #[case] at: &str) {
    assert_eq!(Zone::AMSTERDAM.read(text).unwrap().to_string(), at);
}

#[test]
fn a_clock_shows_whole_minutes() {
    let at = "2026-11-28T16:00:59.999Z".parse().unwrap();
    assert_eq!(Zone::AMSTERDAM.clock(at), ClockTime::new(17, 0).unwrap());
}

#[test]
fn a_moment_is_counted_in_milliseconds_from_1970() {
    let written = |millis| Moment::from_unix_millis(millis).map(|at| at.to_string());
    assert_eq!(
        written(1_795_900_500_123).unwrap(),
        "2026-11-28T21:15:00.123Z"
    );
    assert_eq!(written(0).unwrap(), Moment::START_OF_1970.to_string());
    assert_eq!(written(i64::MAX), None);
}

#[test]
fn the_skipped_hour_becomes_the_next_and_the_double_hour_the_first() {
    let skipped = Zone::AMSTERDAM.read("2026-03-29T02:30").unwrap();
    assert_eq!(
        skipped.in_zone(Zone::AMSTERDAM),
        "2026-03-29T03:30:00+02:00"
    );
    let double = Zone::AMSTERDAM.read("2026-10-25T02:30").unwrap();
    assert_eq!(double.in_zone(Zone::AMSTERDAM), "2026-10-25T02:30:00+02:00");
}

#[test]
fn a_day_is_written_with_its_zeros_or_not_at_all() {
    assert!("2026-1-5".parse::<Day>().is_err());
    assert!("2026-02-30".parse::<Day>().is_err());
    for wrong in [
        "",
        "+026-01-05",
        "2026-01-051",
        "2026/01/05",
        "2026-01-0 ",
        "2026-1e-05",
        "２026-01-5",
        "0026-01-05",
        "26-01-05",
    ] {
        assert!(wrong.parse::<Day>().is_err(), "{wrong}");
    }
    assert_eq!(
        "2026-01-05".parse::<Day>().unwrap().weekday(),
        Weekday::Monday
    );
}

#[test]
fn midnight_closes_a_day_and_opens_none() {
    let last: ClockTime = "23:59".parse().unwrap();
    let midnight: ClosingTime = "24:00".parse().unwrap();
    assert!(midnight.is_after(last));
    assert!(!"23:59".parse::<ClosingTime>().unwrap().is_after(last));
    assert_eq!(midnight.to_string(), "24:00");
    assert!("24:00".parse::<ClockTime>().is_err());
    assert!("24:01".parse::<ClosingTime>().is_err());
}

#[rstest]
#[case("2026-11-23")]
#[case("2026-11-23T10:15")]
#[case("2026-11-23 10:15:30")]
#[case("2026-11-23T10:15:30+01:00")]
fn the_year_of_a_time_has_four_digits(#[case] text: &str) {
    assert!(Zone::AMSTERDAM.written(text).is_ok());
    for year in ["26", "0026", "226", "026", "+2026", "-2026", "12026", ""] {
        let short = format!("{year}{}", &text[4..]);
        assert_eq!(Zone::AMSTERDAM.written(&short), Err(NotATime), "{short}");
        assert!(short.parse::<Moment>().is_err() && short.parse::<Day>().is_err());
    }
}

#[test]
fn a_day_without_a_time_is_told_apart_from_its_first_moment() {
    let zone = Zone::AMSTERDAM;
    let day = "2026-11-23".parse().unwrap();
    let midnight = zone.at(day, ClockTime::START).unwrap();
    assert_eq!(zone.written("2026-11-23"), Ok(WrittenTime::Day(day)));
    let with_time = zone.written("2026-11-23T00:00");
    assert_eq!(with_time, Ok(WrittenTime::Moment(midnight)));
    assert_eq!(zone.read("2026-11-23"), Ok(midnight));
}
