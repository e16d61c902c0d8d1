//! The answer to "About whom?": an age and a place in one line.

use crate::domain::age::Age;
use crate::domain::residence::{Postcode, Residence};
use crate::domain::time::Day;
use crate::lookup::LookupError;
use crate::routing::map::RouteMap;

/// Whom it is about, as far as the sender knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AboutWhom {
    pub age: Option<Age>,
    pub residence: Option<Residence>,
}

/// Why a line does not say whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnclearPerson {
    /// There are two ages or two places, or several ways to read it.
    MoreThanOne,
    NotAnAge,
    /// With what was typed as the place.
    NotAPlace(String, LookupError),
}

/// An age or a place.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Particular {
    Age(Age),
    Residence(Residence),
}

/// More words are not an age and a place.
const MAX_WORDS: usize = 12;

/// Reads an age and a place, each at most once, in any order, with or without a comma between them:
/// `5 days, 3004`, `3004 AB vijf dagen`, `34 Waterdam`. Either may be left out, or be a `?`.
///
/// # Errors
/// [`UnclearPerson`]: nothing is guessed.
pub fn about_whom(map: &RouteMap, line: &str, day: Day) -> Result<AboutWhom, UnclearPerson> {
    let mut all = Vec::new();
    for part in line.split([',', ';']) {
        let words: Vec<&str> = part.split_whitespace().filter(|w| *w != "?").collect();
        if !words.is_empty() {
            all.extend(particulars(map, &words, day)?);
        }
    }
    AboutWhom::of(&all).ok_or(UnclearPerson::MoreThanOne)
}

impl AboutWhom {
    /// `None` when there are two ages or two places.
    fn of(all: &[Particular]) -> Option<Self> {
        let mut whom = Self::default();
        for particular in all {
            let is_second = match particular {
                Particular::Age(age) => whom.age.replace(*age).is_some(),
                Particular::Residence(residence) => {
                    whom.residence.replace(residence.clone()).is_some()
                }
            };
            if is_second {
                return None;
            }
        }
        Some(whom)
    }
}

/// What stands between two commas.
fn particulars(map: &RouteMap, words: &[&str], day: Day) -> Result<Vec<Particular>, UnclearPerson> {
    if let Some(whole) = particular(map, &words.join(" "), day) {
        return Ok(vec![whole]);
    }
    let mut readings = readings(map, words, day);
    let is_readable = !readings.is_empty();
    readings.retain(|reading| AboutWhom::of(reading).is_some());
    match (readings.pop(), readings.as_slice()) {
        (Some(only), []) => Ok(only),
        (None, _) if !is_readable => Err(unreadable(map, words, day)),
        (Some(_) | None, _) => Err(UnclearPerson::MoreThanOne),
    }
}

/// Four digits and two letters are a postcode, also where the letters would be a unit.
fn particular(map: &RouteMap, text: &str, day: Day) -> Option<Particular> {
    if let Ok(age) = text.parse()
        && Postcode::written(text).is_none()
    {
        return Some(Particular::Age(age));
    }
    let residence = map.find_residence(text, day).ok()?;
    Some(Particular::Residence(residence))
}

/// Every way to read the words as ages and places, one after another.
fn readings(map: &RouteMap, words: &[&str], day: Day) -> Vec<Vec<Particular>> {
    if words.len() > MAX_WORDS {
        return Vec::new();
    }
    // The ways to read the words from each place on; nothing is left to read after the last.
    let mut from: Vec<Vec<Vec<Particular>>> = vec![vec![Vec::new()]];
    for start in (0..words.len()).rev() {
        let mut found = Vec::new();
        for (rest, end) in from.iter().rev().zip(start + 1..) {
            let text = words.get(start..end).unwrap_or_default().join(" ");
            let Some(first) = particular(map, &text, day) else {
                continue;
            };
            found.extend(rest.iter().map(|rest| {
                let first = std::iter::once(first.clone());
                first.chain(rest.iter().cloned()).collect()
            }));
        }
        from.push(found);
    }
    from.pop().unwrap_or_default()
}

/// Whether what was typed is nearly a place of the map, or one of several.
fn is_near(missing: &LookupError) -> bool {
    match missing {
        LookupError::NotInMap(missing) => missing.did_you_mean.is_some(),
        LookupError::SeveralInMap(_) => true,
    }
}

fn unreadable(map: &RouteMap, words: &[&str], day: Day) -> UnclearPerson {
    // What stands beside an age was meant as a place, when it looks like one.
    let beside_an_age = (1..words.len()).rev().flat_map(|split| {
        let (left, right) = words.split_at(split);
        [
            (left.join(" "), right.join(" ")),
            (right.join(" "), left.join(" ")),
        ]
    });
    for (age, place) in beside_an_age {
        if age.parse::<Age>().is_err() {
            continue;
        }
        if let Err(missing) = map.find_residence(&place, day)
            && is_near(&missing)
        {
            return UnclearPerson::NotAPlace(place, missing);
        }
    }
    let line = words.join(" ");
    match map.find_residence(&line, day) {
        Err(missing) if !Age::may_begin(&line) => UnclearPerson::NotAPlace(line, missing),
        Ok(_) | Err(_) => UnclearPerson::NotAnAge,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routing::sample::{map, today};
    use proptest::prelude::*;
    use rstest::rstest;

    /// Age and area, `-` for what is not known; or what is wrong.
    fn read(line: &str) -> String {
        match about_whom(&map(&[]), line, today()) {
            Ok(AboutWhom { age, residence }) => {
                let age = age.map_or_else(|| "-".to_owned(), |age| age.to_string());
                let place = match residence {
                    None => "-".to_owned(),
                    Some(Residence::Area(area)) => area.to_string(),
                    Some(Residence::Outside(postcode)) => format!("outside {postcode}"),
                };
                format!("{age} {place}")
            }
            Err(UnclearPerson::MoreThanOne) => "more than one".to_owned(),
            Err(UnclearPerson::NotAnAge) => "no age".to_owned(),
            Err(UnclearPerson::NotAPlace(place, missing)) => {
                let LookupError::NotInMap(missing) = missing else {
                    panic!("several places are called {place}")
                };
                format!("no place: {place} {:?}", missing.did_you_mean)
            }
        }
    }

    #[rstest]
    #[case::nothing("", "- -")]
    #[case::not_known("?", "- -")]
    #[case::both_not_known("?, ?", "- -")]
    #[case::the_age_not_known("? 3004", "- waterdam")]
    #[case::an_age("34", "34 -")]
    #[case::a_postcode("3012 AB", "- noord")]
    #[case::a_comma("34, 3012", "34 noord")]
    #[case::no_space("34,3012", "34 noord")]
    #[case::a_semicolon("3012;34", "34 noord")]
    #[case::no_comma("5 dagen 3004", "0 waterdam")]
    #[case::in_words("vijf dagen 3004", "0 waterdam")]
    #[case::abbreviated("5 dgn. 3004AB", "0 waterdam")]
    #[case::about_to_be_born("zwanger 3004", "unborn waterdam")]
    #[case::just_born("3004 pasgeboren", "0 waterdam")]
    #[case::years("34 3012", "34 noord")]
    #[case::the_place_first("3012 ab 17 jaar en 10 maanden", "17y10m noord")]
    #[case::several_units("17 jaar, 3012", "17 noord")]
    #[case::a_name("8m Waterdam Noord", "8m noord")]
    #[case::a_name_first("veenbroek west 1 week oud", "0 veen-west")]
    #[case::a_postcode_that_could_be_weeks("3012 wk", "- noord")]
    #[case::and_weeks_that_could_be_one("3 wk 3012 wk", "0 noord")]
    #[case::a_postcode_outside_the_map("5 dagen 9999", "0 outside 9999")]
    #[case::outside_with_letters("9999 XX", "- outside 9999")]
    fn an_age_and_a_place_are_read_from_one_line(#[case] line: &str, #[case] whom: &str) {
        assert_eq!(read(line), whom);
    }

    #[rstest]
    #[case::two_ages("3, 8", "more than one")]
    #[case::two_ages_of_one_person("31, zwanger", "more than one")]
    #[case::two_ages_without_a_comma("3 jaar 8 jaar", "more than one")]
    #[case::a_decimal("1,5 jaar", "more than one")]
    #[case::two_places("3004, 3012", "more than one")]
    #[case::two_places_without_a_comma("3004 3012", "more than one")]
    #[case::two_places_with_letters("3012 AB 3013 CD", "more than one")]
    #[case::two_places_and_an_age("5 dagen 3004 3012", "more than one")]
    #[case::two_names("Waterdam Veenbroek 5 dagen", "more than one")]
    #[case::the_same_place_twice("3012 Waterdam", "more than one")]
    #[case::no_age("5 parsecs", "no age")]
    #[case::a_number_alone_in_words("vijf", "no age")]
    #[case::a_slip_in_words("vijf dgaen", "no age")]
    #[case::a_birth_date("12-03-2021", "no age")]
    #[case::two_places_of_which_one_outside("5 dagen 3004 9999", "more than one")]
    #[case::two_places_outside("9999, 9998", "more than one")]
    #[case::five_digits("5 dagen 99999", "no age")]
    #[case::a_slip("34 Watterdam", "no place: Watterdam Some(\"waterdam\")")]
    #[case::something_else("een meisje", "no age")]
    #[case::something_else("het kind", "no place: het kind None")]
    fn what_is_not_one_age_and_one_place_is_not_guessed(#[case] line: &str, #[case] wrong: &str) {
        assert_eq!(read(line), wrong);
    }

    proptest! {
        #[test]
        fn the_order_and_the_comma_make_no_difference(days in 0u32..4000, place in "30[0-2][0-9]( AB)?|Waterdam|Veenbroek West") {
            let map = map(&[]);
            let read = |line: String| about_whom(&map, &line, today());
            let expected = read(format!("{days} dagen, {place}"));
            prop_assert!(expected.is_ok());
            for line in [
                format!("{days} dagen {place}"),
                format!("{place} {days} dagen"),
                format!("{place}, {days}d"),
                format!("{place} {days} dgn."),
            ] {
                prop_assert_eq!(read(line), expected.clone());
            }
        }

        #[test]
        fn no_line_does_harm(line in any::<String>(), near in "([0-9a-z,]{1,4} ){0,16}") {
            let _ = about_whom(&map(&[]), &line, today());
            let _ = about_whom(&map(&[]), &near, today());
        }
    }
}
