//! Moments, days and zones: the only room that knows the date library.

use std::fmt;
use std::str::FromStr;

use crate::domain::invariant::Invariant as _;
use crate::domain::stored::as_text;
use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta,
    TimeZone, Timelike, Utc,
};

mod weekday;
mod year_first;

pub use weekday::Weekday;
pub use year_first::year_first;

/// A point in time, to the millisecond, in UTC. Written as RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<Utc>);

/// A calendar day without a zone: what a promise is made in. Written as `2026-11-27`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// A time of the day, to the minute. Written as `08:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(NaiveTime);

/// When something closes on a day: at a time, or at midnight after it, written as `24:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingTime {
    At(ClockTime),
    Midnight,
}

/// When something was, as a person writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenTime {
    /// A day and a time.
    Moment(Moment),
    /// A day alone.
    Day(Day),
}

/// A time zone from the IANA table, such as `Europe/Amsterdam`. Only European zones are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(chrono_tz::Tz);

as_text!(Day);
as_text!(ClockTime);
as_text!(ClosingTime);
as_text!(Zone);

/// The text is not a moment, day, time or zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotATime;

impl Moment {
    /// The first moment of 1970, from which computers count.
    pub const START_OF_1970: Self = Self(DateTime::UNIX_EPOCH);

    /// The moment, in milliseconds after the start of 1970, or `None` where the calendar ends.
    #[must_use]
    pub fn from_unix_millis(millis: i64) -> Option<Self> {
        DateTime::from_timestamp_millis(millis).map(Self)
    }

    /// Without what is less than a millisecond. A leap second, for which a register has no text, is the
    /// last millisecond before it.
    fn whole_millis(at: DateTime<Utc>) -> Self {
        let millis = at.timestamp_subsec_millis().min(999);
        Self(
            at.with_nanosecond(millis * 1_000_000)
                .certain("a second has a thousand milliseconds"),
        )
    }

    /// How many milliseconds it is later than another moment.
    #[must_use]
    pub fn millis_since(self, other: Self) -> i64 {
        (self.0 - other.0).num_milliseconds()
    }

    /// Writes the moment with the zone's offset, to the second: `2026-11-23T10:15:00+01:00`.
    #[must_use]
    pub fn in_zone(self, zone: Zone) -> String {
        self.0
            .with_timezone(&zone.0)
            .to_rfc3339_opts(SecondsFormat::Secs, false)
    }

    /// Writes the whole moment with the zone's offset, so that reading it gives the same:
    /// `2026-11-23T10:15:00.042+01:00`.
    #[must_use]
    pub fn in_zone_exactly(self, zone: Zone) -> String {
        self.0
            .with_timezone(&zone.0)
            .to_rfc3339_opts(SecondsFormat::AutoSi, false)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl FromStr for Moment {
    type Err = NotATime;

    /// Reads RFC 3339 with an offset, of the year 1000 or later.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let text = text.trim();
        if !has_whole_year(text) {
            return Err(NotATime);
        }
        let at = DateTime::parse_from_rfc3339(text).map_err(|_| NotATime)?;
        Ok(Self::whole_millis(at.with_timezone(&Utc)))
    }
}

impl Day {
    /// The day `year`-`month`-`day`, or `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day `days` later (earlier when negative); at the end of the calendar, the day itself.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        TimeDelta::try_days(days)
            .and_then(|d| self.0.checked_add_signed(d))
            .map_or(self, Self)
    }

    /// How many days `other` lies before this day.
    #[must_use]
    pub fn days_since(self, other: Day) -> i64 {
        (self.0 - other.0).num_days()
    }

    /// The year, for example 2026.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = NotATime;

    /// Reads `2026-11-27`, with the zeros, of the year 1000 or later.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        // A list parses five days per row. The library's parser takes ten times as long and does
        // not require the zeros.
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
            return Err(NotATime);
        };
        if !has_whole_year(text) {
            return Err(NotATime);
        }
        let year = parse_digits(&[y1, y2, y3, y4])?;
        let year = i32::try_from(year).map_err(|_| NotATime)?;
        Self::new(year, parse_digits(&[m1, m2])?, parse_digits(&[d1, d2])?).ok_or(NotATime)
    }
}

/// Whether a text begins with a year in four digits. `0026` is a year in two.
fn has_whole_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && !text.starts_with('0')
}

fn parse_digits(digits: &[u8]) -> Result<u32, NotATime> {
    let mut number = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return Err(NotATime);
        }
        number = number * 10 + u32::from(digit - b'0');
    }
    Ok(number)
}

impl ClockTime {
    /// `00:00`
    pub const START: Self = Self(NaiveTime::MIN);

    /// The time `hour`:`minute`, or `None` where the clock has no such time.
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        NaiveTime::from_hms_opt(hour, minute, 0).map(Self)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl FromStr for ClockTime {
    type Err = NotATime;

    /// Reads `08:30`.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        NaiveTime::parse_from_str(text, "%H:%M")
            .map(Self)
            .map_err(|_| NotATime)
    }
}

impl ClosingTime {
    const MIDNIGHT: &'static str = "24:00";

    /// Whether it is later on the day than this time.
    #[must_use]
    pub fn is_after(self, time: ClockTime) -> bool {
        match self {
            ClosingTime::At(closing) => closing > time,
            ClosingTime::Midnight => true,
        }
    }
}

impl fmt::Display for ClosingTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClosingTime::At(time) => time.fmt(f),
            ClosingTime::Midnight => f.write_str(Self::MIDNIGHT),
        }
    }
}

impl FromStr for ClosingTime {
    type Err = NotATime;

    /// Reads `17:00` and `24:00`.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        if text == Self::MIDNIGHT {
            Ok(ClosingTime::Midnight)
        } else {
            text.parse().map(ClosingTime::At)
        }
    }
}

impl Zone {
    /// Dutch time.
    pub const AMSTERDAM: Zone = Zone(chrono_tz::Europe::Amsterdam);

    /// The day on which `at` falls here, and what the clock on the wall shows.
    #[must_use]
    pub fn day_and_clock(self, at: Moment) -> (Day, ClockTime) {
        let here = at.0.with_timezone(&self.0);
        let time = here.time();
        (
            Day(here.date_naive()),
            ClockTime::new(time.hour(), time.minute()).certain("a clock shows hours and minutes"),
        )
    }

    /// The day on which `at` falls here.
    #[must_use]
    pub fn day(self, at: Moment) -> Day {
        self.day_and_clock(at).0
    }

    /// What the clock on the wall shows here at `at`.
    #[must_use]
    pub fn clock(self, at: Moment) -> ClockTime {
        self.day_and_clock(at).1
    }

    /// Reads RFC 3339, or a local day and time (`2026-11-28T22:00`, `2026-11-28 22:00`, both with
    /// or without seconds) or day (`2026-11-28`) in this zone. The year has four digits.
    ///
    /// # Errors
    /// [`NotATime`] when the text is none of these.
    pub fn written(self, text: &str) -> Result<WrittenTime, NotATime> {
        let text = text.trim();
        if let Ok(moment) = text.parse() {
            return Ok(WrittenTime::Moment(moment));
        }
        if let Ok(day) = text.parse() {
            return Ok(WrittenTime::Day(day));
        }
        let local = [
            "%Y-%m-%dT%H:%M",
            "%Y-%m-%d %H:%M",
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%d %H:%M:%S",
        ]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .filter(|_| has_whole_year(text))
        .ok_or(NotATime)?;
        self.moment(local).map(WrittenTime::Moment).ok_or(NotATime)
    }

    /// As [`Zone::written`]; a day alone is its start.
    ///
    /// # Errors
    /// [`NotATime`] when the text is no moment and no day.
    pub fn read(self, text: &str) -> Result<Moment, NotATime> {
        match self.written(text)? {
            WrittenTime::Moment(at) => Ok(at),
            WrittenTime::Day(day) => self.at(day, ClockTime::START).ok_or(NotATime),
        }
    }

    /// The moment at which the clock shows this time on that day; `None` where the calendar ends.
    ///
    /// An hour that the change to summer time skips is the hour after it; an hour that occurs
    /// twice, the first.
    #[must_use]
    pub fn at(self, day: Day, clock: ClockTime) -> Option<Moment> {
        self.moment(day.0.and_time(clock.0))
    }

    fn moment(self, local: NaiveDateTime) -> Option<Moment> {
        let at = self.earliest(local).or_else(|| {
            let next_hour = local.checked_add_signed(TimeDelta::hours(1))?;
            self.earliest(next_hour)
        })?;
        Some(Moment::whole_millis(at))
    }

    fn earliest(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self.0.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
            LocalResult::None => None,
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl FromStr for Zone {
    type Err = NotATime;

    fn from_str(name: &str) -> Result<Self, NotATime> {
        name.parse().map(Self).map_err(|_| NotATime)
    }
}

/// Easter Sunday of a year, after the Gregorian rule; `None` before 1583.
pub(super) fn easter(year: i32) -> Option<Day> {
    let found = computus::gregorian(year).ok()?;
    Day::new(found.year, found.month, found.day)
}

#[cfg(test)]
mod tests;
