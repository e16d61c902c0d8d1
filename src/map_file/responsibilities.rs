//! What each organisation has agreed to own.

use std::slice;

use crate::domain::codes::CodeEnum as _;
use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::event::Level;
use crate::domain::invariant::at;
use crate::map_file::areas::Areas;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::FaultCollector;
use crate::map_file::format::{
    AcuteEntry, ChoiceWords, Limits, OrganisationEntry, ResponsibilityEntry, Word,
};
use crate::map_file::handover;
use crate::map_file::merge::{Coded, InFile};
use crate::map_file::organisations::Organisations;
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::map_file::topics::TopicTree;
use crate::map_file::yaml::Spanned;
use crate::routing::ages::{AgeLimits, AgeSubject};
use crate::routing::choice::{Choice, ChoiceLimits};
use crate::routing::criterion::Criteria;
use crate::routing::map::{AcutePromises, AreaIx, Responsibility, TopicIx};

/// What a responsibility refers to.
pub(super) struct KnownNames<'k> {
    pub topics: &'k TopicTree,
    pub areas: &'k Areas,
    pub organisations: &'k Organisations,
}

impl KnownNames<'_> {
    /// The responsibilities of all organisations, in the order of the files.
    pub(super) fn responsibilities(
        &self,
        coded: &[Coded<'_, OrganisationEntry>],
        faults: &mut FaultCollector<'_>,
    ) -> Vec<Responsibility> {
        let mut all = Vec::new();
        for InFile { file, entry } in coded {
            let (code, content) = entry;
            let Some(owns) = content.owns.as_ref() else {
                continue;
            };
            let mut reader = faults.reader(*file);
            if owns.is_empty() {
                reader.fault(owns.at, MapProblem::EmptyList { key: "owns" });
            }
            // A wrong code is a fault of the organisation.
            let Ok(owner) = code.parse::<OrganisationId>() else {
                continue;
            };
            for typed in owns.iter() {
                all.push(self.responsibility(&mut reader, &owner, typed));
            }
        }
        all
    }

    fn responsibility(
        &self,
        reader: &mut EntryReader<'_, '_>,
        owner: &OrganisationId,
        typed: &Spanned<ResponsibilityEntry>,
    ) -> Responsibility {
        let ResponsibilityEntry {
            priority,
            valid_from,
            valid_until,
            feedback,
            involve,
            handover,
            leads,
            because,
            accept_within,
            feedback_within,
            acute,
            ..
        } = &typed.value;
        if typed.value == ResponsibilityEntry::default() {
            reader.fault(typed.at, MapProblem::EmptyResponsibility);
        }
        let criteria = self.criteria(reader, &typed.limits());
        let involved = reader.list("involve", involve.as_ref()).unwrap_or_default();
        Responsibility {
            owner: owner.clone(),
            criteria,
            priority: priority.unwrap_or(0),
            valid: reader.valid_days(valid_from.as_ref(), valid_until.as_ref()),
            accept_within: accept_within.as_ref().and_then(|word| reader.term(word)),
            feedback_within: feedback_within.as_ref().and_then(|word| reader.term(word)),
            acute: acute
                .as_ref()
                .map(|typed| acute_promises(reader, typed))
                .unwrap_or_default(),
            level: feedback
                .as_ref()
                .and_then(|word| reader.choice("feedback", word))
                .unwrap_or(Level::Full),
            involve: involved
                .iter()
                .filter_map(|word| self.organisations.find(reader, word))
                .collect(),
            handover: handover.as_ref().map(|typed| handover::read(reader, typed)),
            leads: leads.unwrap_or(false),
            because: because
                .as_ref()
                .and_then(|text| reader.translated("because", text, 300)),
            place: reader.place(typed.at),
        }
    }

    /// The limits that were typed.
    pub(super) fn criteria(
        &self,
        reader: &mut EntryReader<'_, '_>,
        typed: &Limits<'_>,
    ) -> Criteria {
        let Limits {
            topics,
            areas,
            senders,
            ..
        } = typed;
        let topics = reader.list("topics", *topics);
        let topics = topics.map(|words| self.topics(reader, words));
        let mut ages = AgeLimits::default();
        for subject in AgeSubject::ALL {
            let range = typed.ages(*subject);
            ages.set(*subject, range.and_then(|word| reader.ages(word)));
        }
        let areas = reader.list("areas", *areas);
        let areas = areas.map(|words| self.areas(reader, words));
        let senders = reader.list("senders", *senders);
        let senders = senders.map(|words| self.organisations.senders(reader, words));
        let mut limits = ChoiceLimits::default();
        for choice in Choice::ALL {
            let words = match typed.choice(*choice) {
                None => None,
                Some(ChoiceWords::One(word)) => Some(slice::from_ref(word)),
                Some(ChoiceWords::List(list)) => reader.list(choice.code(), Some(list)),
            };
            limits.set(*choice, words.map(|words| reader.values(*choice, words)));
        }
        Criteria {
            topics,
            ages,
            areas,
            senders,
            choices: limits,
        }
    }

    /// The codes of the topics that the words name.
    pub(super) fn topic_codes(
        &self,
        reader: &mut EntryReader<'_, '_>,
        words: &[Word],
    ) -> Vec<TopicId> {
        let topics = self.topics(reader, words).into_iter();
        topics
            .map(|ix| at(&self.topics.all, ix.0 as usize).id.clone())
            .collect()
    }

    fn topics(&self, reader: &mut EntryReader<'_, '_>, words: &[Word]) -> Vec<TopicIx> {
        let known = &self.topics.by_code;
        words
            .iter()
            .filter_map(|word| reader.find(CodeKind::Topic, word, known, TopicId::as_str))
            .map(|(_, ix)| *ix)
            .collect()
    }

    fn areas(&self, reader: &mut EntryReader<'_, '_>, words: &[Word]) -> Vec<AreaIx> {
        let known = &self.areas.by_code;
        words
            .iter()
            .filter_map(|word| reader.find(CodeKind::Area, word, known, AreaId::as_str))
            .map(|(_, ix)| *ix)
            .collect()
    }
}

fn acute_promises(reader: &mut EntryReader<'_, '_>, typed: &Spanned<AcuteEntry>) -> AcutePromises {
    let AcuteEntry {
        accept_within,
        feedback_within,
        because,
    } = &typed.value;
    if accept_within.is_none() && feedback_within.is_none() {
        let problem = MapProblem::MissingKey {
            key: "accept_within",
            of: Some("acute".to_owned()),
        };
        reader.fault(typed.at, problem);
    }
    AcutePromises {
        accept_within: accept_within.as_ref().and_then(|word| reader.term(word)),
        feedback_within: feedback_within.as_ref().and_then(|word| reader.term(word)),
        because: because
            .as_ref()
            .and_then(|text| reader.translated("because", text, 300)),
    }
}
