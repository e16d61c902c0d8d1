//! What holds for the whole map: its zone, working days, office hours, promises, emergency lines.

use std::collections::BTreeSet;

use crate::domain::calendar::{Calendar, Term, TermUnit};
use crate::domain::time::{ClockTime, Day, Weekday, Zone};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::FaultCollector;
use crate::map_file::format::{self, Translated, Word, WordList};
use crate::map_file::merge::{In, Merged};
use crate::map_file::organisations::Organisations;
use crate::map_file::problem::MapProblem;
use crate::map_file::yaml::{Spanned, brief};
use crate::routing::map::{EmergencyLine, OfficeHours, Promises, Text};

const WORKING_WEEK: [Weekday; 5] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];

/// The format version must be there: a later program may read the same keys otherwise.
pub(super) fn check_version(merged: &Merged<'_>, faults: &mut FaultCollector<'_>) {
    match merged.seinhuis {
        None => faults.add_general(MapProblem::MissingKey {
            key: "seinhuis",
            of: None,
        }),
        Some(In { file, it }) if it.value != "1" => {
            EntryReader { file, faults }
                .fault(it.at, MapProblem::UnknownVersion { found: brief(it) });
        }
        Some(_) => {}
    }
}

pub(super) fn zone(merged: &Merged<'_>, faults: &mut FaultCollector<'_>) -> Zone {
    let read = |In { file, it }: In<&Word>| {
        let zone = it.parse().ok();
        if zone.is_none() {
            EntryReader { file, faults }.fault(it.at, MapProblem::NotAZone { text: brief(it) });
        }
        zone
    };
    merged.timezone.and_then(read).unwrap_or(Zone::AMSTERDAM)
}

pub(super) fn calendar(merged: &Merged<'_>, faults: &mut FaultCollector<'_>) -> Calendar {
    let dutch_holidays = merged
        .holidays
        .is_none_or(|In { file, it }| match it.as_str() {
            "nl" => true,
            "none" => false,
            _ => {
                EntryReader {
                    file,
                    faults: &mut *faults,
                }
                .not_a_choice("holidays", it, vec!["nl", "none"]);
                false
            }
        });
    let closed: Vec<_> = days("closed_days", merged.closed_days, faults);
    let closed_days: BTreeSet<Day> = closed.iter().map(|(day, _)| *day).collect();
    let open = days("open_days", merged.open_days, faults);
    for (day, at) in &open {
        if closed_days.contains(day) {
            faults.add(*at, MapProblem::ClosedAndOpen { day: *day });
        }
    }
    Calendar {
        dutch_holidays,
        closed_days,
        open_days: open.into_iter().map(|(day, _)| day).collect(),
    }
}

fn days(
    key: &'static str,
    words: Option<In<&WordList>>,
    faults: &mut FaultCollector<'_>,
) -> Vec<(Day, crate::map_file::faults::At)> {
    let Some(In { file, it }) = words else {
        return Vec::new();
    };
    let mut reading = EntryReader { file, faults };
    let listed = reading.list(key, Some(it)).unwrap_or_default();
    listed
        .iter()
        .filter_map(|word| Some((reading.day(word)?, reading.at(word.at))))
        .collect()
}

/// Monday to Friday, 08:30 to 17:00, where the map says nothing.
pub(super) fn office_hours(
    merged: &Merged<'_>,
    faults: &mut FaultCollector<'_>,
) -> Option<OfficeHours> {
    let standard = (
        WORKING_WEEK.to_vec(),
        ClockTime::new(8, 30)?,
        ClockTime::new(17, 0)?,
    );
    let Some(In { file, it }) = merged.office_hours else {
        let (days, from, to) = standard;
        return Some(OfficeHours { days, from, to });
    };
    let format::OfficeHoursEntry { days, from, to } = &it.value;
    let mut reading = EntryReader { file, faults };
    let days = days
        .as_ref()
        .map_or(Some(standard.0), |days| weekdays(&mut reading, &days.0))?;
    let from = from
        .as_ref()
        .map_or(Some(standard.1), |word| reading.clock(word))?;
    let to = to
        .as_ref()
        .map_or(Some(standard.2), |word| reading.clock(word))?;
    if to <= from {
        reading.fault(
            it.at,
            MapProblem::OfficeHoursReversed {
                from: from.to_string(),
                to: to.to_string(),
            },
        );
    }
    Some(OfficeHours { days, from, to })
}

/// Days and ranges of days; a range may pass the weekend (`sat-mon`).
fn weekdays(reading: &mut EntryReader<'_, '_>, words: &WordList) -> Option<Vec<Weekday>> {
    let mut days = BTreeSet::new();
    for word in reading.list("days", Some(words))? {
        let day = |code: &str| {
            Weekday::ALL
                .iter()
                .position(|day| day.code() == code.trim())
        };
        let range = word.split_once('-').map_or_else(
            || day(word).map(|n| (n, n)),
            |(from, to)| day(from).zip(day(to)),
        );
        match range {
            Some((from, to)) => {
                let length = (to + 7 - from) % 7 + 1;
                days.extend(Weekday::ALL.iter().cycle().skip(from).take(length));
            }
            None => reading.fault(word.at, MapProblem::NotWeekdays { text: brief(word) }),
        }
    }
    Some(days.into_iter().collect())
}

/// 2, 5 and 10 working days, where the map says nothing.
pub(super) fn promises(merged: &Merged<'_>, faults: &mut FaultCollector<'_>) -> Promises {
    let within = |count| Term {
        count,
        unit: TermUnit::WorkingDays,
    };
    let Some(In { file, it }) = merged.promises else {
        return Promises {
            accept_within: within(2),
            feedback_within: within(5),
            confirm_within: within(10),
        };
    };
    let format::PromisesEntry {
        accept_within,
        feedback_within,
        confirm_within,
    } = &it.value;
    let mut reading = EntryReader { file, faults };
    let mut term = |word: Option<&Word>, standard| {
        word.and_then(|word| reading.term(word))
            .unwrap_or(within(standard))
    };
    Promises {
        accept_within: term(accept_within.as_ref(), 2),
        feedback_within: term(feedback_within.as_ref(), 5),
        confirm_within: term(confirm_within.as_ref(), 10),
    }
}

/// The lines in the order of the map; 112 where the map says nothing.
pub(super) fn emergency(
    merged: &Merged<'_>,
    organisations: &Organisations,
    faults: &mut FaultCollector<'_>,
) -> Vec<EmergencyLine> {
    if merged.emergency.is_empty() {
        let when = Text {
            nl: "direct gevaar".into(),
            en: "direct danger".into(),
        };
        return vec![EmergencyLine {
            call: "112".to_owned(),
            organisation: None,
            when,
            ages: None,
            hours: None,
            place: None,
        }];
    }
    let line = |In { file, it }: &In<&Spanned<format::EmergencyLineEntry>>| {
        let format::EmergencyLineEntry {
            call,
            organisation,
            when,
            ages,
            hours,
        } = &it.value;
        let mut reading = EntryReader {
            file: *file,
            faults: &mut *faults,
        };
        let call = reading
            .needed("call", call.as_ref(), "emergency", it.at)
            .and_then(|word| reading.phone(word));
        let when = reading
            .needed("when", when.as_ref(), "emergency", it.at)
            .and_then(|when| reading.translated("when", when, 120));
        let organisation = organisation
            .as_ref()
            .and_then(|word| organisations.named(&mut reading, word));
        let ages = ages.as_ref().and_then(|word| reading.ages(word));
        let hours = hours
            .as_ref()
            .and_then(|word| reading.choice("hours", word));
        let place = reading.faults.place(reading.at(it.at));
        Some(EmergencyLine {
            call: call?,
            organisation,
            when: when?,
            ages,
            hours,
            place: Some(place),
        })
    };
    merged.emergency.iter().filter_map(line).collect()
}

impl EntryReader<'_, '_> {
    /// One text for both languages, or one for each.
    pub(super) fn translated(
        &mut self,
        key: &'static str,
        text: &Translated,
        most: usize,
    ) -> Option<Text> {
        match text {
            Translated::One(word) => self.text(key, word, most).map(|text| Text {
                nl: text.as_str().into(),
                en: text.into(),
            }),
            Translated::Each { nl, en } => {
                let (nl, en) = (self.text(key, nl, most), self.text(key, en, most));
                Some(Text {
                    nl: nl?.into(),
                    en: en?.into(),
                })
            }
        }
    }
}
