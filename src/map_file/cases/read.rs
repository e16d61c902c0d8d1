//! From a case as typed to what it means on a map.

use std::collections::BTreeSet;
use std::collections::HashMap;

use crate::domain::codes::OrganisationId;
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::domain::time::{Day, Moment};
use crate::lookup::{LookupError, NotInMap, SeveralInMap};
use crate::map_analysis::expectation::{Due, Expectation, MapCase};
use crate::map_file::cases::format::{CaseEntry, CasesFile, ExpectEntry, SignalEntry};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{Word, WordList};
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::map_file::yaml::{self, Optional, Position, Spanned, brief};
use crate::routing::map::{RouteMap, Topic};

const MAX_NAME_CHARS: usize = 160;

/// Reads the cases of one file after another. Names are unique in all of them.
pub(super) struct CaseReader<'m> {
    map: &'m RouteMap,
    now: Moment,
    /// That of the case that is read.
    day: Day,
    seen: HashMap<String, At>,
    pub cases: Vec<MapCase>,
}

impl<'m> CaseReader<'m> {
    pub(super) fn new(map: &'m RouteMap, now: Moment) -> Self {
        Self {
            map,
            now,
            day: map.day(now),
            seen: HashMap::new(),
            cases: Vec::new(),
        }
    }

    /// Adds the cases of a file, which may be used only when `faults` stays empty.
    pub(super) fn file(&mut self, file: usize, typed: &CasesFile, faults: &mut FaultCollector<'_>) {
        let CasesFile { at, cases } = typed;
        let mut reader = faults.reader(file);
        let at = at.as_ref().and_then(|word| self.moment(&mut reader, word));
        let top = Position { line: 1, column: 1 };
        let Some(cases) = required(&mut reader, "cases", cases, top) else {
            return;
        };
        if cases.is_empty() {
            reader.fault(cases.at, MapProblem::EmptyList { key: "cases" });
        }
        for typed in cases.iter() {
            let case = self.case(&mut reader, typed, at);
            self.cases.extend(case);
        }
    }

    fn case(
        &mut self,
        reader: &mut EntryReader<'_, '_>,
        typed: &Spanned<CaseEntry>,
        general: Option<Moment>,
    ) -> Option<MapCase> {
        let CaseEntry {
            name,
            at,
            signal,
            expect,
        } = &typed.value;
        let name =
            required(reader, "name", name, typed.at).and_then(|word| self.name(reader, word));
        let at = at
            .as_ref()
            .map_or(general, |word| self.moment(reader, word));
        self.day = self.map.day(at.unwrap_or(self.now));
        let signal = required(reader, "signal", signal, typed.at)
            .and_then(|signal| self.facts(reader, signal, at));
        let expect = required(reader, "expect", expect, typed.at)
            .map(|expect| self.expectation(reader, expect));
        Some(MapCase {
            name: name?,
            at,
            facts: signal?,
            expected: expect?,
            place: reader.place(typed.at),
        })
    }

    fn name(&mut self, reader: &mut EntryReader<'_, '_>, word: &Word) -> Option<String> {
        let name = reader.text("name", word, MAX_NAME_CHARS)?;
        let seen = &mut self.seen;
        reader
            .is_new(seen, name.clone(), CodeKind::Case, word.at, name.clone())
            .then_some(name)
    }

    fn facts(
        &self,
        reader: &mut EntryReader<'_, '_>,
        typed: &Spanned<SignalEntry>,
        at: Option<Moment>,
    ) -> Option<Facts> {
        let SignalEntry {
            from,
            topics,
            age,
            youngest,
            area,
            urgency,
            before,
        } = &typed.value;
        let sender = from.as_ref().map(|word| self.organisation(reader, word));
        let topics = required(reader, "topics", topics, typed.at)
            .and_then(|words| self.topics(reader, words));
        let age = age.as_ref().map(|word| reader.age(word));
        let youngest = youngest.as_ref().map(|word| reader.age(word));
        let residence = area.as_ref().map(|word| self.residence(reader, word));
        let urgency = urgency.as_ref().map_or(Some(Urgency::default()), |word| {
            reader.choice("urgency", word)
        });
        let before = before.as_ref().map(|word| self.before(reader, word, at));
        // A value with a fault is not the same as an unknown one.
        Some(Facts {
            topics: topics?,
            particulars: Particulars {
                age: age.map_or(Some(None), |age| age.map(Some))?,
                youngest: youngest.map_or(Some(None), |age| age.map(Some))?,
                residence: residence.map_or(Some(None), |place| place.map(Some))?,
                urgency: urgency?,
                before: before.map_or(Some(None), |day| day.map(Some))?,
            },
            sender: sender.map_or(Some(None), |sender| sender.map(Some))?,
        })
    }

    fn expectation(
        &self,
        reader: &mut EntryReader<'_, '_>,
        typed: &Spanned<ExpectEntry>,
    ) -> Expectation {
        let ExpectEntry {
            owner,
            basis,
            claimants,
            involved,
            involves,
            accept_by,
            feedback_by,
            level,
            leads,
            handover,
            emergency,
        } = &typed.value;
        let count = reader.faults.count();
        let involves = reader.list("involves", involves.as_ref());
        let expected = Expectation {
            owner: owner
                .as_ref()
                .and_then(|word| self.organisation(reader, word)),
            basis: basis.as_ref().and_then(|word| reader.choice("basis", word)),
            claimants: claimants
                .as_ref()
                .map(|words| self.organisations(reader, words)),
            involved: involved
                .as_ref()
                .map(|words| self.organisations(reader, words)),
            involves: involves.map(|words| self.organisations(reader, words)),
            accept_by: accept_by.as_ref().and_then(|word| due(reader, word)),
            feedback_by: feedback_by.as_ref().and_then(|word| due(reader, word)),
            level: level.as_ref().and_then(|word| reader.choice("level", word)),
            leads: **leads,
            handover: handover
                .as_ref()
                .and_then(|word| reader.choice("handover", word)),
            emergency: emergency.as_ref().map(|words| {
                let calls = words.iter().filter_map(|word| reader.phone(word));
                calls.collect()
            }),
        };
        if expected.is_empty() && reader.faults.count() == count {
            reader.fault(typed.at, MapProblem::NothingExpected);
        }
        expected
    }

    fn moment(&self, reader: &mut EntryReader<'_, '_>, word: &Word) -> Option<Moment> {
        let moment = self.map.read_moment(word).ok();
        if moment.is_none() {
            reader.fault(word.at, MapProblem::NotAMoment { text: brief(word) });
        }
        moment
    }

    /// A day after that of the case; of a case that names no moment, any day.
    fn before(
        &self,
        reader: &mut EntryReader<'_, '_>,
        word: &Word,
        at: Option<Moment>,
    ) -> Option<Day> {
        let day = reader.day(word)?;
        if at.is_some_and(|at| day <= self.map.day(at)) {
            reader.fault(word.at, MapProblem::NotALaterDay { text: brief(word) });
            return None;
        }
        Some(day)
    }

    fn topics(&self, reader: &mut EntryReader<'_, '_>, words: &WordList) -> Option<Topics> {
        let mut all = Vec::new();
        for word in reader.list("topics", Some(words))? {
            all.push(found(
                reader,
                CodeKind::Topic,
                word,
                self.map.find_topic(word, self.day),
            ));
        }
        let all: Option<Vec<&Topic>> = all.into_iter().collect();
        let topics = Topics::from_list(all?.into_iter().map(|topic| topic.id.clone()).collect());
        if topics.is_none() {
            reader.fault(words.at, MapProblem::TooManyTopics { most: Topics::MAX });
        }
        topics
    }

    fn residence(&self, reader: &mut EntryReader<'_, '_>, word: &Word) -> Option<Residence> {
        found(
            reader,
            CodeKind::Area,
            word,
            self.map.find_residence(word, self.day),
        )
    }

    fn organisation(
        &self,
        reader: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<OrganisationId> {
        let organisation = self.map.find_organisation(word, self.day);
        let organisation = found(reader, CodeKind::Organisation, word, organisation)?;
        Some(organisation.id.clone())
    }

    fn organisations(
        &self,
        reader: &mut EntryReader<'_, '_>,
        words: &[Word],
    ) -> BTreeSet<OrganisationId> {
        words
            .iter()
            .filter_map(|word| self.organisation(reader, word))
            .collect()
    }
}

fn required<'w, T>(
    reader: &mut EntryReader<'_, '_>,
    key: &'static str,
    given: &'w Optional<T>,
    position: Position,
) -> Option<&'w T> {
    if given.is_none() {
        let problem = MapProblem::Yaml(yaml::YamlProblem::MissingKey { key });
        reader.fault(position, problem);
    }
    given.as_ref()
}

fn found<T>(
    reader: &mut EntryReader<'_, '_>,
    called: CodeKind,
    word: &Word,
    found: Result<T, LookupError>,
) -> Option<T> {
    let code = brief(word);
    let problem = match found {
        Ok(found) => return Some(found),
        Err(LookupError::NotInMap(NotInMap { did_you_mean, .. })) => MapProblem::Unknown {
            called,
            code,
            did_you_mean,
        },
        Err(LookupError::SeveralInMap(SeveralInMap { codes, .. })) => MapProblem::Ambiguous {
            called,
            word: code,
            codes,
        },
    };
    reader.fault(word.at, problem);
    None
}

/// A day, or a term from the day of the signal.
fn due(reader: &mut EntryReader<'_, '_>, word: &Word) -> Option<Due> {
    let day = word.parse().map(Due::On);
    let due = day.or_else(|_| word.parse().map(Due::Within)).ok();
    if due.is_none() {
        reader.fault(word.at, MapProblem::NeitherDayNorTerm { text: brief(word) });
    }
    due
}
