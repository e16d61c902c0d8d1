//! Settings of the whole map: its zone, working days, office hours, promises, emergency lines.

use std::collections::BTreeSet;

use crate::domain::calendar::{Calendar, Term, TermUnit};
use crate::domain::time::{ClockTime, ClosingTime, Day, Weekday, Zone};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{
    EmergencyLineEntry, OfficeHoursEntry, PromisesEntry, Translated, WordList,
};
use crate::map_file::merge::{InFile, MapEntries};
use crate::map_file::problem::MapProblem;
use crate::map_file::responsibilities::KnownNames;
use crate::map_file::yaml::{Spanned, brief};
use crate::routing::map::{EmergencyLine, OfficeHours, OwnerTerms, Promises, Text};

const WORKING_WEEK: [Weekday; 5] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];

/// The format version is required: a later version may give the same keys another meaning.
pub(super) fn check_version(typed: &MapEntries<'_>, faults: &mut FaultCollector<'_>) {
    match typed.seinhuis {
        None => faults.add_general(MapProblem::MissingKey {
            key: "seinhuis",
            of: None,
        }),
        Some(InFile { file, entry }) if entry.value != "1" => {
            let found = brief(entry);
            let problem = MapProblem::UnknownVersion { found };
            faults.reader(file).fault(entry.at, problem);
        }
        Some(_) => {}
    }
}

pub(super) fn zone(typed: &MapEntries<'_>, faults: &mut FaultCollector<'_>) -> Zone {
    let Some(InFile { file, entry }) = typed.timezone else {
        return Zone::AMSTERDAM;
    };
    entry.parse().unwrap_or_else(|_| {
        let problem = MapProblem::NotAZone { text: brief(entry) };
        faults.reader(file).fault(entry.at, problem);
        Zone::AMSTERDAM
    })
}

pub(super) fn calendar(typed: &MapEntries<'_>, faults: &mut FaultCollector<'_>) -> Calendar {
    let dutch_holidays = match typed.holidays {
        None => true,
        Some(InFile { file, entry }) => match entry.as_str() {
            "nl" => true,
            "none" => false,
            _ => {
                let choices = vec!["nl", "none"];
                faults.reader(file).not_a_choice("holidays", entry, choices);
                false
            }
        },
    };
    let closed = days("closed_days", typed.closed_days, faults);
    let closed_days: BTreeSet<Day> = closed.into_iter().map(|(day, _)| day).collect();
    let mut open_days = BTreeSet::new();
    for (day, at) in days("open_days", typed.open_days, faults) {
        if closed_days.contains(&day) {
            faults.add(at, MapProblem::ClosedAndOpen { day });
        }
        open_days.insert(day);
    }
    Calendar {
        dutch_holidays,
        closed_days,
        open_days,
    }
}

fn days(
    key: &'static str,
    words: Option<InFile<&WordList>>,
    faults: &mut FaultCollector<'_>,
) -> Vec<(Day, At)> {
    let Some(InFile { file, entry }) = words else {
        return Vec::new();
    };
    let mut reader = faults.reader(file);
    let words = reader.list(key, Some(entry)).unwrap_or_default();
    words
        .iter()
        .filter_map(|word| Some((reader.day(word)?, reader.at(word.at))))
        .collect()
}

/// Monday to Friday, 08:30 to 17:00, unless the map says otherwise.
pub(super) fn office_hours(
    typed: &MapEntries<'_>,
    faults: &mut FaultCollector<'_>,
) -> Option<OfficeHours> {
    let standard = OfficeHours {
        days: WORKING_WEEK.to_vec(),
        from: ClockTime::new(8, 30)?,
        to: ClosingTime::At(ClockTime::new(17, 0)?),
    };
    let Some(InFile { file, entry }) = typed.office_hours else {
        return Some(standard);
    };
    let OfficeHoursEntry { days, from, to } = &entry.value;
    let mut reader = faults.reader(file);
    let days = match days.as_ref() {
        Some(days) => weekdays(&mut reader, &days.0)?,
        None => standard.days,
    };
    let from = from
        .as_ref()
        .map_or(Some(standard.from), |word| reader.clock(word))?;
    let to = to
        .as_ref()
        .map_or(Some(standard.to), |word| reader.closing_time(word))?;
    if !to.is_after(from) {
        let problem = MapProblem::OfficeHoursReversed {
            from: from.to_string(),
            to: to.to_string(),
        };
        reader.fault(entry.at, problem);
    }
    Some(OfficeHours { days, from, to })
}

/// Days and ranges of days. A range may include the weekend (`sat-mon`).
fn weekdays(reader: &mut EntryReader<'_, '_>, words: &WordList) -> Option<Vec<Weekday>> {
    let mut days = BTreeSet::new();
    for word in reader.list("days", Some(words))? {
        let range = match word.split_once('-') {
            Some((from, to)) => weekday(from).zip(weekday(to)),
            None => weekday(word).map(|day| (day, day)),
        };
        match range {
            Some((from, to)) => {
                let length = (to + 7 - from) % 7 + 1;
                days.extend(Weekday::ALL.iter().cycle().skip(from).take(length));
            }
            None => reader.fault(word.at, MapProblem::NotWeekdays { text: brief(word) }),
        }
    }
    Some(days.into_iter().collect())
}

/// The place in [`Weekday::ALL`].
fn weekday(code: &str) -> Option<usize> {
    let code = code.trim();
    Weekday::ALL.iter().position(|day| day.code() == code)
}

/// 2, 5 and 10 working days, and for acute signals at once and 1 working day, unless the map says
/// otherwise.
pub(super) fn promises(typed: &MapEntries<'_>, faults: &mut FaultCollector<'_>) -> Promises {
    let [mut accept_within, mut feedback_within, mut confirm_within] =
        [2, 5, 10].map(|count| Term {
            count,
            unit: TermUnit::WorkingDays,
        });
    let mut acute = OwnerTerms {
        accept_within: Term::AT_ONCE,
        feedback_within: Term {
            count: 1,
            unit: TermUnit::WorkingDays,
        },
    };
    if let Some(InFile { file, entry }) = typed.promises {
        let PromisesEntry {
            accept_within: accept,
            feedback_within: feedback,
            confirm_within: confirm,
            acute: of_acute,
        } = &entry.value;
        let mut reader = faults.reader(file);
        let mut terms = vec![
            (&mut accept_within, accept),
            (&mut feedback_within, feedback),
            (&mut confirm_within, confirm),
        ];
        if let Some(of_acute) = of_acute.as_ref() {
            terms.push((&mut acute.accept_within, &of_acute.accept_within));
            terms.push((&mut acute.feedback_within, &of_acute.feedback_within));
        }
        for (term, word) in terms {
            let read = word.as_ref().and_then(|word| reader.term(word));
            *term = read.unwrap_or(*term);
        }
    }
    Promises {
        accept_within,
        feedback_within,
        confirm_within,
        acute,
    }
}

/// The lines in the order of the map; first 112 when none is for every acute signal.
pub(super) fn emergency(
    typed: &MapEntries<'_>,
    known: &KnownNames<'_>,
    faults: &mut FaultCollector<'_>,
) -> Vec<EmergencyLine> {
    let mut lines: Vec<EmergencyLine> = typed
        .emergency
        .iter()
        .filter_map(|InFile { file, entry }| {
            emergency_line(&mut faults.reader(*file), entry, known)
        })
        .collect();
    if lines.iter().all(|line| line.topics.is_some()) {
        let when = Text {
            nl: "direct gevaar".into(),
            en: "direct danger".into(),
        };
        let line = EmergencyLine {
            call: "112".to_owned(),
            organisation: None,
            when,
            topics: None,
            ages: None,
            hours: None,
            place: None,
        };
        lines.insert(0, line);
    }
    lines
}

fn emergency_line(
    reader: &mut EntryReader<'_, '_>,
    typed: &Spanned<EmergencyLineEntry>,
    known: &KnownNames<'_>,
) -> Option<EmergencyLine> {
    let EmergencyLineEntry {
        call,
        organisation,
        when,
        topics,
        ages,
        hours,
    } = &typed.value;
    let call = reader
        .required("call", call, "emergency", typed.at)
        .and_then(|word| reader.phone(word));
    let when = reader
        .required("when", when, "emergency", typed.at)
        .and_then(|when| reader.translated("when", when, 120));
    let organisation = organisation
        .as_ref()
        .and_then(|word| known.organisations.find(reader, word));
    let topics = reader.list("topics", topics.as_ref());
    let topics = topics.map(|words| known.topic_codes(reader, words));
    let ages = ages.as_ref().and_then(|word| reader.ages(word));
    let hours = hours.as_ref().and_then(|word| reader.choice("hours", word));
    Some(EmergencyLine {
        call: call?,
        organisation,
        when: when?,
        topics,
        ages,
        hours,
        place: Some(reader.place(typed.at)),
    })
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
