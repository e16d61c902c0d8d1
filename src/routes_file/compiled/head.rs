//! The part of a compiled map that every run reads whole: settings, topics, areas.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::records::{
    StoredAges, StoredDay, StoredPlace, StoredTerm, choice, day, number_of, restored_ages,
    restored_day, restored_place, restored_term, restored_text, stored_ages, stored_place, term,
    text,
};
use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::Calendar;
use crate::domain::time::{Day, Weekday};
use crate::routing::map::{
    Area, AreaIx, EmergencyLine, Escalation, Listener, OfficeHours, Promises, RouteMap, Settings,
    Topic, TopicIx,
};

#[derive(Serialize, Deserialize)]
pub(super) struct Head<'a> {
    name: &'a str,
    zone: String,
    dutch_holidays: bool,
    closed_days: Vec<StoredDay>,
    open_days: Vec<StoredDay>,
    /// The places in the week, Monday first.
    office_days: Vec<u8>,
    office_hours: (String, String),
    coordinator: &'a str,
    /// To accept, to give feedback, to confirm.
    promises: (StoredTerm, StoredTerm, StoredTerm),
    #[serde(borrow)]
    emergency: Vec<StoredLine<'a>>,
    #[serde(borrow)]
    escalation: Vec<StoredStep<'a>>,
    #[serde(borrow)]
    topics: Vec<StoredTopic<'a>>,
    #[serde(borrow)]
    areas: Vec<StoredArea<'a>>,
}

#[derive(Serialize, Deserialize)]
struct StoredLine<'a> {
    call: &'a str,
    organisation: Option<&'a str>,
    when: (&'a str, &'a str),
    ages: Option<StoredAges>,
    hours: Option<u8>,
    place: Option<StoredPlace>,
}

#[derive(Serialize, Deserialize)]
struct StoredStep<'a> {
    past: u8,
    after: u8,
    /// As the map writes them.
    #[serde(borrow)]
    tell: Vec<&'a str>,
    takes_over: bool,
    place: StoredPlace,
}

#[derive(Serialize, Deserialize)]
struct StoredTopic<'a> {
    id: &'a str,
    name: (&'a str, &'a str),
    parent: Option<u32>,
    place: StoredPlace,
}

#[derive(Serialize, Deserialize)]
struct StoredArea<'a> {
    id: &'a str,
    name: &'a str,
    code: Option<&'a str>,
    parent: Option<u32>,
    postcodes: Vec<(u16, u16)>,
    coordinator: Option<&'a str>,
    place: StoredPlace,
}

impl<'a> Head<'a> {
    pub(super) fn of(map: &'a RouteMap, files: &[Arc<str>]) -> Option<Self> {
        let Settings {
            name,
            zone,
            calendar,
            office_hours,
            coordinator,
            promises,
            emergency,
            escalation,
            digest: _,
        } = map.settings();
        let Calendar {
            dutch_holidays,
            closed_days,
            open_days,
        } = calendar;
        let OfficeHours { days, from, to } = office_hours;
        let Promises {
            accept_within,
            feedback_within,
            confirm_within,
        } = promises;
        let weekday = |day: &Weekday| {
            Weekday::ALL
                .iter()
                .zip(0..)
                .find(|(other, _)| *other == day)
                .map(|(_, number)| number)
        };
        Some(Self {
            name,
            zone: zone.to_string(),
            dutch_holidays: *dutch_holidays,
            closed_days: closed_days.iter().copied().map(day).collect(),
            open_days: open_days.iter().copied().map(day).collect(),
            office_days: days.iter().filter_map(weekday).collect(),
            office_hours: (from.to_string(), to.to_string()),
            coordinator: coordinator.as_str(),
            promises: (
                term(*accept_within),
                term(*feedback_within),
                term(*confirm_within),
            ),
            emergency: emergency
                .iter()
                .map(|line| StoredLine::of(line, files))
                .collect::<Option<_>>()?,
            escalation: escalation
                .iter()
                .map(|step| StoredStep::of(step, files))
                .collect::<Option<_>>()?,
            topics: map
                .topics()
                .iter()
                .map(|topic| StoredTopic::of(topic, files))
                .collect::<Option<_>>()?,
            areas: map
                .areas()
                .iter()
                .map(|area| StoredArea::of(area, files))
                .collect::<Option<_>>()?,
        })
    }

    pub(super) fn restore(
        self,
        digest: &str,
        files: &[Arc<str>],
    ) -> Option<(Settings, Vec<Topic>, Vec<Area>)> {
        let days = |stored: Vec<StoredDay>| {
            stored
                .into_iter()
                .map(restored_day)
                .collect::<Option<std::collections::BTreeSet<Day>>>()
        };
        let (accept_within, feedback_within, confirm_within) = self.promises;
        let settings = Settings {
            name: self.name.to_owned(),
            zone: self.zone.parse().ok()?,
            calendar: Calendar {
                dutch_holidays: self.dutch_holidays,
                closed_days: days(self.closed_days)?,
                open_days: days(self.open_days)?,
            },
            office_hours: OfficeHours {
                days: self
                    .office_days
                    .into_iter()
                    .map(|number| Weekday::ALL.get(usize::from(number)).copied())
                    .collect::<Option<_>>()?,
                from: self.office_hours.0.parse().ok()?,
                to: self.office_hours.1.parse().ok()?,
            },
            coordinator: self.coordinator.parse().ok()?,
            promises: Promises {
                accept_within: restored_term(accept_within)?,
                feedback_within: restored_term(feedback_within)?,
                confirm_within: restored_term(confirm_within)?,
            },
            emergency: self
                .emergency
                .into_iter()
                .map(|line| line.restore(files))
                .collect::<Option<_>>()?,
            escalation: self
                .escalation
                .into_iter()
                .map(|step| step.restore(files))
                .collect::<Option<_>>()?,
            digest: digest.to_owned(),
        };
        let topics = self
            .topics
            .into_iter()
            .map(|topic| topic.restore(files))
            .collect::<Option<_>>()?;
        let areas = self
            .areas
            .into_iter()
            .map(|area| area.restore(files))
            .collect::<Option<_>>()?;
        Some((settings, topics, areas))
    }
}

impl<'a> StoredLine<'a> {
    fn of(line: &'a EmergencyLine, files: &[Arc<str>]) -> Option<Self> {
        let EmergencyLine {
            call,
            organisation,
            when,
            ages,
            hours,
            place,
        } = line;
        Some(Self {
            call,
            organisation: organisation.as_ref().map(|id| id.as_str()),
            when: text(when),
            ages: ages.map(stored_ages),
            hours: hours.map(number_of),
            place: place
                .as_ref()
                .map_or(Some(None), |place| stored_place(place, files).map(Some))?,
        })
    }

    fn restore(self, files: &[Arc<str>]) -> Option<EmergencyLine> {
        let Self {
            call,
            organisation,
            when,
            ages,
            hours,
            place,
        } = self;
        Some(EmergencyLine {
            call: call.to_owned(),
            organisation: organisation.map_or(Some(None), |code| code.parse().ok().map(Some))?,
            when: restored_text(when),
            ages: ages.map_or(Some(None), |stored| restored_ages(stored).map(Some))?,
            hours: hours.map_or(Some(None), |stored| choice(stored).map(Some))?,
            place: place.map_or(Some(None), |stored| restored_place(stored, files).map(Some))?,
        })
    }
}

impl<'a> StoredStep<'a> {
    fn of(escalation: &'a Escalation, files: &[Arc<str>]) -> Option<Self> {
        let Escalation {
            step: AlarmStep { past, after },
            tell,
            takes_over,
            place,
        } = escalation;
        let tell = tell.iter().map(Listener::code).collect();
        Some(Self {
            past: number_of(*past),
            after: *after,
            tell,
            takes_over: *takes_over,
            place: stored_place(place, files)?,
        })
    }

    fn restore(self, files: &[Arc<str>]) -> Option<Escalation> {
        let Self {
            past,
            after,
            tell,
            takes_over,
            place,
        } = self;
        Some(Escalation {
            step: AlarmStep {
                past: choice(past)?,
                after,
            },
            tell: tell
                .into_iter()
                .map(|code| {
                    Listener::part(code).or_else(|| code.parse().ok().map(Listener::Organisation))
                })
                .collect::<Option<_>>()?,
            takes_over,
            place: restored_place(place, files)?,
        })
    }
}

impl<'a> StoredTopic<'a> {
    fn of(topic: &'a Topic, files: &[Arc<str>]) -> Option<Self> {
        let Topic {
            id,
            name,
            parent,
            place,
        } = topic;
        Some(Self {
            id: id.as_str(),
            name: text(name),
            parent: parent.map(|ix| ix.0),
            place: stored_place(place, files)?,
        })
    }

    fn restore(self, files: &[Arc<str>]) -> Option<Topic> {
        let Self {
            id,
            name,
            parent,
            place,
        } = self;
        Some(Topic {
            id: id.parse().ok()?,
            name: restored_text(name),
            parent: parent.map(TopicIx),
            place: restored_place(place, files)?,
        })
    }
}

impl<'a> StoredArea<'a> {
    fn of(area: &'a Area, files: &[Arc<str>]) -> Option<Self> {
        let Area {
            id,
            name,
            code,
            parent,
            postcodes,
            coordinator,
            place,
        } = area;
        Some(Self {
            id: id.as_str(),
            name,
            code: code.as_deref(),
            parent: parent.map(|ix| ix.0),
            postcodes: postcodes.clone(),
            coordinator: coordinator.as_ref().map(|id| id.as_str()),
            place: stored_place(place, files)?,
        })
    }

    fn restore(self, files: &[Arc<str>]) -> Option<Area> {
        let Self {
            id,
            name,
            code,
            parent,
            postcodes,
            coordinator,
            place,
        } = self;
        Some(Area {
            id: id.parse().ok()?,
            name: name.to_owned(),
            code: code.map(str::to_owned),
            parent: parent.map(AreaIx),
            postcodes,
            coordinator: coordinator.map_or(Some(None), |code| code.parse().ok().map(Some))?,
            place: restored_place(place, files)?,
        })
    }
}
