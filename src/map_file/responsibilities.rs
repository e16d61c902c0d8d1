//! What each organisation has agreed to own.

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::event::Level;
use crate::domain::time::Day;
use crate::map_file::areas::Areas;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::FaultCollector;
use crate::map_file::format::{self, Word, WordList};
use crate::map_file::merge::{Coded, In};
use crate::map_file::organisations::Organisations;
use crate::map_file::problem::{Called, MapProblem};
use crate::map_file::topics::TopicTree;
use crate::map_file::yaml::{Optional, Position, Spanned};
use crate::routing::criterion::Criteria;
use crate::routing::map::{AreaIx, Responsibility, TopicIx};

/// What a responsibility refers to.
pub(super) struct KnownNames<'k> {
    pub topics: &'k TopicTree,
    pub areas: &'k Areas,
    pub organisations: &'k Organisations,
}

/// The limits of a responsibility or an open point, as typed.
pub(super) struct Limits<'t> {
    pub topics: &'t Optional<WordList>,
    pub areas: &'t Optional<WordList>,
    pub ages: &'t Optional<Word>,
    pub urgency: &'t Optional<WordList>,
    pub senders: &'t Optional<WordList>,
    pub hours: &'t Optional<Word>,
}

impl KnownNames<'_> {
    /// Reads the responsibilities of all organisations, in the order of the files.
    pub(super) fn responsibilities(
        &self,
        coded: &[Coded<'_, format::OrganisationEntry>],
        faults: &mut FaultCollector<'_>,
    ) -> Vec<Responsibility> {
        let mut all = Vec::new();
        for In {
            file,
            it: (code, content),
        } in coded
        {
            let Some(owns) = content.owns.as_ref() else {
                continue;
            };
            let mut reading = EntryReader {
                file: *file,
                faults: &mut *faults,
            };
            if owns.is_empty() {
                reading.fault(owns.at, MapProblem::EmptyList { key: "owns" });
            }
            // A code that is none has been told already.
            let Ok(owner) = code.parse::<OrganisationId>() else {
                continue;
            };
            all.extend(
                owns.iter()
                    .map(|typed| self.responsibility(&mut reading, &owner, typed)),
            );
        }
        all
    }

    fn responsibility(
        &self,
        reading: &mut EntryReader<'_, '_>,
        owner: &OrganisationId,
        typed: &Spanned<format::ResponsibilityEntry>,
    ) -> Responsibility {
        let format::ResponsibilityEntry {
            topics,
            areas,
            ages,
            urgency,
            senders,
            hours,
            priority,
            valid_from,
            valid_until,
            feedback,
            involve,
            leads,
            because,
            accept_within,
            feedback_within,
        } = &typed.value;
        if typed.value == format::ResponsibilityEntry::default() {
            reading.fault(typed.at, MapProblem::EmptyResponsibility);
        }
        let criteria = self.criteria(
            reading,
            &Limits {
                topics,
                areas,
                ages,
                urgency,
                senders,
                hours,
            },
        );
        let valid_from = valid_from.as_ref().and_then(|word| reading.day(word));
        let until = valid_until
            .as_ref()
            .and_then(|word| Some((reading.day(word)?, word.at)));
        report_reversed(reading, valid_from, until);
        let involved = reading
            .list("involve", involve.as_ref())
            .unwrap_or_default();
        Responsibility {
            owner: owner.clone(),
            criteria,
            priority: priority.unwrap_or(0),
            valid_from,
            valid_until: until.map(|(day, _)| day),
            accept_within: accept_within.as_ref().and_then(|word| reading.term(word)),
            feedback_within: feedback_within.as_ref().and_then(|word| reading.term(word)),
            level: feedback
                .as_ref()
                .and_then(|word| reading.choice("feedback", word))
                .unwrap_or(Level::Full),
            involve: involved
                .iter()
                .filter_map(|word| self.organisations.named(reading, word))
                .collect(),
            leads: leads.unwrap_or(false),
            because: because
                .as_ref()
                .and_then(|text| reading.translated("because", text, 300)),
            place: reading.faults.place(reading.at(typed.at)),
        }
    }

    /// For which signals: each limit that was typed.
    pub(super) fn criteria(
        &self,
        reading: &mut EntryReader<'_, '_>,
        typed: &Limits<'_>,
    ) -> Criteria {
        let Limits {
            topics,
            areas,
            ages,
            urgency,
            senders,
            hours,
        } = typed;
        Criteria {
            topics: reading.list("topics", topics.as_ref()).map(|words| {
                words
                    .iter()
                    .filter_map(|w| self.topic(reading, w))
                    .collect()
            }),
            ages: ages.as_ref().and_then(|word| reading.ages(word)),
            areas: reading
                .list("areas", areas.as_ref())
                .map(|words| words.iter().filter_map(|w| self.area(reading, w)).collect()),
            urgency: reading.list("urgency", urgency.as_ref()).map(|words| {
                words
                    .iter()
                    .filter_map(|w| reading.choice("urgency", w))
                    .collect()
            }),
            senders: reading
                .list("senders", senders.as_ref())
                .map(|words| self.organisations.senders(reading, words)),
            hours: hours
                .as_ref()
                .and_then(|word| reading.choice("hours", word)),
        }
    }

    fn topic(&self, reading: &mut EntryReader<'_, '_>, word: &Word) -> Option<TopicIx> {
        let known = &self.topics.by_code;
        let found = word
            .parse()
            .ok()
            .and_then(|id: TopicId| known.get(&id).copied());
        if found.is_none() {
            let at = reading.at(word.at);
            reading
                .faults
                .unknown(at, Called::Topic, word, known.keys().map(TopicId::as_str));
        }
        found
    }

    fn area(&self, reading: &mut EntryReader<'_, '_>, word: &Word) -> Option<AreaIx> {
        let known = &self.areas.by_code;
        let found = word
            .parse()
            .ok()
            .and_then(|id: AreaId| known.get(&id).copied());
        if found.is_none() {
            let at = reading.at(word.at);
            reading
                .faults
                .unknown(at, Called::Area, word, known.keys().map(AreaId::as_str));
        }
        found
    }
}

fn report_reversed(
    reading: &mut EntryReader<'_, '_>,
    from: Option<Day>,
    until: Option<(Day, Position)>,
) {
    if let (Some(from), Some((until, at))) = (from, until)
        && until < from
    {
        reading.fault(at, MapProblem::ValidityReversed { from, until });
    }
}
