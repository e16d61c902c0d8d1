//! The records of a compiled map: an organisation and a responsibility as they are kept, and back.
//!
//! Texts are borrowed from the tables until a record becomes what the map knows. A record that
//! cannot be restored is `None`: the map is then read from its files.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::age::{Age, AgeRange};
use crate::domain::calendar::{Term, TermUnit};
use crate::domain::codes::{Choice, OrganisationId};
use crate::domain::time::Day;
use crate::routing::criterion::{Criteria, Senders};
use crate::routing::map::{AreaIx, Contact, Organisation, Place, Responsibility, Text, TopicIx};
use crate::routing::shelf::Shelf;

/// A place: the number of the file, line, column.
pub(super) type StoredPlace = (u32, u32, u32);
/// A day: year, month, day.
pub(super) type StoredDay = (i32, u32, u32);
/// A term: how many, and the place of its unit in [`UNITS`].
pub(super) type StoredTerm = (u16, u8);
/// Months since birth; `None` is unborn.
type StoredAge = Option<u16>;
/// From an age, until another that is not in it.
pub(super) type StoredAges = (StoredAge, Option<StoredAge>);

const UNITS: [TermUnit; 3] = [TermUnit::WorkingDays, TermUnit::Days, TermUnit::Weeks];

#[derive(Serialize, Deserialize)]
pub(super) struct StoredOrganisation<'a> {
    pub id: &'a str,
    name: &'a str,
    kind: &'a str,
    #[serde(borrow)]
    contact: Option<StoredContact<'a>>,
    place: StoredPlace,
    pub owns: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
struct StoredContact<'a> {
    phone: Option<&'a str>,
    email: Option<&'a str>,
    hours: u8,
    checked_on: Option<StoredDay>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StoredResponsibility<'a> {
    owner: &'a str,
    #[serde(borrow)]
    criteria: StoredCriteria<'a>,
    priority: i32,
    valid_from: Option<StoredDay>,
    valid_until: Option<StoredDay>,
    accept_within: Option<StoredTerm>,
    feedback_within: Option<StoredTerm>,
    level: u8,
    involve: Vec<&'a str>,
    leads: bool,
    because: Option<(&'a str, &'a str)>,
    place: StoredPlace,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StoredCriteria<'a> {
    topics: Option<Vec<u32>>,
    ages: Option<StoredAges>,
    areas: Option<Vec<u32>>,
    urgency: Option<Vec<u8>>,
    #[serde(borrow)]
    senders: Option<StoredSenders<'a>>,
    hours: Option<u8>,
}

/// What was written, and which set of organisations that is.
#[derive(Serialize, Deserialize)]
struct StoredSenders<'a> {
    #[serde(borrow)]
    kinds: Vec<&'a str>,
    named: Vec<&'a str>,
    set: u32,
}

impl<'a> StoredOrganisation<'a> {
    pub(super) fn of(
        organisation: &'a Organisation,
        owns: Vec<u32>,
        files: &[Arc<str>],
    ) -> Option<Self> {
        let Organisation {
            id,
            name,
            kind,
            contact,
            place,
        } = organisation;
        let contact = contact.as_ref().map(
            |Contact {
                 phone,
                 email,
                 hours,
                 checked_on,
             }| StoredContact {
                phone: phone.as_deref(),
                email: email.as_deref(),
                hours: number_of(*hours),
                checked_on: checked_on.map(day),
            },
        );
        Some(Self {
            id: id.as_str(),
            name,
            kind: kind.as_str(),
            contact,
            place: stored_place(place, files)?,
            owns,
        })
    }

    pub(super) fn restore(self, files: &[Arc<str>]) -> Option<Organisation> {
        let Self {
            id,
            name,
            kind,
            contact,
            place,
            owns: _,
        } = self;
        let contact = match contact {
            None => None,
            Some(StoredContact {
                phone,
                email,
                hours,
                checked_on,
            }) => Some(Contact {
                phone: phone.map(str::to_owned),
                email: email.map(str::to_owned),
                hours: choice(hours)?,
                checked_on: checked_on
                    .map_or(Some(None), |stored| restored_day(stored).map(Some))?,
            }),
        };
        Some(Organisation {
            id: id.parse().ok()?,
            name: name.to_owned(),
            kind: kind.parse().ok()?,
            contact,
            place: restored_place(place, files)?,
        })
    }
}

impl<'a> StoredResponsibility<'a> {
    pub(super) fn of(
        responsibility: &'a Responsibility,
        sender_set: Option<u32>,
        files: &[Arc<str>],
    ) -> Option<Self> {
        let Responsibility {
            owner,
            criteria,
            priority,
            valid_from,
            valid_until,
            accept_within,
            feedback_within,
            level,
            involve,
            leads,
            because,
            place,
        } = responsibility;
        Some(Self {
            owner: owner.as_str(),
            criteria: StoredCriteria::of(criteria, sender_set),
            priority: *priority,
            valid_from: valid_from.map(day),
            valid_until: valid_until.map(day),
            accept_within: accept_within.map(term),
            feedback_within: feedback_within.map(term),
            level: number_of(*level),
            involve: involve.iter().map(OrganisationId::as_str).collect(),
            leads: *leads,
            because: because.as_ref().map(text),
            place: stored_place(place, files)?,
        })
    }

    pub(super) fn restore(
        self,
        files: &[Arc<str>],
        sets: &Shelf<Arc<BTreeSet<OrganisationId>>>,
    ) -> Option<Responsibility> {
        let day = |stored: Option<StoredDay>| {
            stored.map_or(Some(None), |stored| restored_day(stored).map(Some))
        };
        let term = |stored: Option<StoredTerm>| {
            stored.map_or(Some(None), |stored| restored_term(stored).map(Some))
        };
        Some(Responsibility {
            owner: self.owner.parse().ok()?,
            criteria: self.criteria.restore(sets)?,
            priority: self.priority,
            valid_from: day(self.valid_from)?,
            valid_until: day(self.valid_until)?,
            accept_within: term(self.accept_within)?,
            feedback_within: term(self.feedback_within)?,
            level: choice(self.level)?,
            involve: self
                .involve
                .into_iter()
                .map(|code| code.parse().ok())
                .collect::<Option<_>>()?,
            leads: self.leads,
            because: self.because.map(restored_text),
            place: restored_place(self.place, files)?,
        })
    }
}

impl<'a> StoredCriteria<'a> {
    pub(super) fn of(criteria: &'a Criteria, sender_set: Option<u32>) -> Self {
        let Criteria {
            topics,
            ages,
            areas,
            urgency,
            senders,
            hours,
        } = criteria;
        let senders = senders.as_ref().zip(sender_set).map(
            |(
                Senders {
                    kinds,
                    named,
                    organisations: _,
                },
                set,
            )| StoredSenders {
                kinds: kinds.iter().map(|kind| kind.as_str()).collect(),
                named: named.iter().map(OrganisationId::as_str).collect(),
                set,
            },
        );
        Self {
            topics: topics
                .as_ref()
                .map(|topics| topics.iter().map(|topic| topic.0).collect()),
            ages: ages.map(stored_ages),
            areas: areas
                .as_ref()
                .map(|areas| areas.iter().map(|area| area.0).collect()),
            urgency: urgency
                .as_ref()
                .map(|these| these.iter().copied().map(number_of).collect()),
            senders,
            hours: hours.map(number_of),
        }
    }

    pub(super) fn restore(self, sets: &Shelf<Arc<BTreeSet<OrganisationId>>>) -> Option<Criteria> {
        let Self {
            topics,
            ages,
            areas,
            urgency,
            senders,
            hours,
        } = self;
        let senders = match senders {
            None => None,
            Some(StoredSenders { kinds, named, set }) => Some(Senders {
                kinds: kinds
                    .into_iter()
                    .map(|kind| kind.parse().ok())
                    .collect::<Option<_>>()?,
                named: named
                    .into_iter()
                    .map(|code| code.parse().ok())
                    .collect::<Option<_>>()?,
                organisations: Arc::clone(sets.get(set)?),
            }),
        };
        Some(Criteria {
            topics: topics.map(|topics| topics.into_iter().map(TopicIx).collect()),
            ages: ages.map_or(Some(None), |stored| restored_ages(stored).map(Some))?,
            areas: areas.map(|areas| areas.into_iter().map(AreaIx).collect()),
            urgency: urgency.map_or(Some(None), |these| {
                these
                    .into_iter()
                    .map(choice)
                    .collect::<Option<_>>()
                    .map(Some)
            })?,
            senders,
            hours: hours.map_or(Some(None), |stored| choice(stored).map(Some))?,
        })
    }
}

/// The place of a choice among all of its kind.
pub(super) fn number_of<T: Choice + PartialEq>(one: T) -> u8 {
    T::ALL
        .iter()
        .zip(0..)
        .find(|(other, _)| **other == one)
        .map_or(u8::MAX, |(_, number)| number)
}

pub(super) fn choice<T: Choice>(number: u8) -> Option<T> {
    T::ALL.get(usize::from(number)).copied()
}

pub(super) fn day(day: Day) -> StoredDay {
    (day.year(), day.month(), day.day_of_month())
}

pub(super) fn restored_day((year, month, day): StoredDay) -> Option<Day> {
    Day::new(year, month, day)
}

pub(super) fn term(term: Term) -> StoredTerm {
    (
        term.count,
        UNITS
            .iter()
            .zip(0..)
            .find(|(unit, _)| **unit == term.unit)
            .map_or(u8::MAX, |(_, number)| number),
    )
}

pub(super) fn restored_term((count, unit): StoredTerm) -> Option<Term> {
    Some(Term {
        count,
        unit: *UNITS.get(usize::from(unit))?,
    })
}

pub(super) fn stored_ages(ages: AgeRange) -> StoredAges {
    let stored = |age: Age| match age {
        Age::Unborn => None,
        Age::Months(months) => Some(months),
    };
    (stored(ages.from()), ages.until().map(stored))
}

pub(super) fn restored_ages((from, until): StoredAges) -> Option<AgeRange> {
    let age = |stored: StoredAge| stored.map_or(Age::Unborn, Age::Months);
    AgeRange::new(age(from), until.map(age))
}

pub(super) fn text(Text { nl, en }: &Text) -> (&str, &str) {
    (nl, en)
}

pub(super) fn restored_text((nl, en): (&str, &str)) -> Text {
    Text {
        nl: nl.to_owned(),
        en: en.to_owned(),
    }
}

pub(super) fn stored_place(place: &Place, files: &[Arc<str>]) -> Option<StoredPlace> {
    let file = files.iter().position(|file| *file == place.file)?;
    Some((u32::try_from(file).ok()?, place.line, place.column))
}

pub(super) fn restored_place(
    (file, line, column): StoredPlace,
    files: &[Arc<str>],
) -> Option<Place> {
    Some(Place {
        file: Arc::clone(files.get(usize::try_from(file).ok()?)?),
        line,
        column,
    })
}
