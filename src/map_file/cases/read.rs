//! From a case as it is typed to what it means on a map.

use std::collections::BTreeSet;
use std::collections::HashMap;

use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::signal::{Facts, Topics, Urgency};
use crate::domain::time::Moment;
use crate::map_analysis::expectation::{Due, Expectation, MapCase};
use crate::map_file::cases::format::{self, CasesFile, Expect, SignalEntry};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{Word, WordList};
use crate::map_file::problem::{Called, MapProblem};
use crate::map_file::yaml::{self, Optional, Position, Spanned, brief};
use crate::routing::lookup::NotInMap;
use crate::routing::map::RouteMap;

/// A name is a sentence, not a story.
const LONGEST_NAME: usize = 160;

/// Reads one file after the other; a name counts in all of them.
pub(super) struct CaseReader<'m> {
    map: &'m RouteMap,
    first: HashMap<String, At>,
    pub cases: Vec<MapCase>,
}

impl<'m> CaseReader<'m> {
    pub(super) fn new(map: &'m RouteMap) -> Self {
        Self {
            map,
            first: HashMap::new(),
            cases: Vec::new(),
        }
    }

    /// Adds the cases of a file. What is wrong goes to `faults`, and then the cases are not to be
    /// used.
    pub(super) fn file(&mut self, file: usize, typed: &CasesFile, faults: &mut FaultCollector<'_>) {
        let CasesFile { at, cases } = typed;
        let mut reading = EntryReader { file, faults };
        let at = at.as_ref().and_then(|word| self.moment(&mut reading, word));
        let top = Position { line: 1, column: 1 };
        let Some(cases) = needed(&mut reading, "cases", cases, top) else {
            return;
        };
        if cases.is_empty() {
            reading.fault(cases.at, MapProblem::EmptyList { key: "cases" });
        }
        for typed in cases.iter() {
            let case = self.case(&mut reading, typed, at);
            self.cases.extend(case);
        }
    }

    fn case(
        &mut self,
        reading: &mut EntryReader<'_, '_>,
        typed: &Spanned<format::CaseEntry>,
        general: Option<Moment>,
    ) -> Option<MapCase> {
        let format::CaseEntry {
            name,
            at,
            signal,
            expect,
        } = &typed.value;
        let name =
            needed(reading, "name", name, typed.at).and_then(|word| self.name(reading, word));
        let at = at
            .as_ref()
            .map_or(general, |word| self.moment(reading, word));
        let signal = needed(reading, "signal", signal, typed.at)
            .and_then(|signal| self.facts(reading, signal));
        let expect = needed(reading, "expect", expect, typed.at)
            .map(|expect| self.expectation(reading, expect));
        let place = reading.faults.place(reading.at(typed.at));
        Some(MapCase {
            name: name?,
            at,
            facts: signal?,
            expected: expect?,
            place,
        })
    }

    /// What the case shows, in one line; no other case shows the same.
    fn name(&mut self, reading: &mut EntryReader<'_, '_>, word: &Word) -> Option<String> {
        let name = reading.text("name", word, LONGEST_NAME)?;
        let at = reading.at(word.at);
        if let Some(before) = self.first.insert(name.clone(), at) {
            let first = reading.faults.place(before);
            reading.fault(
                word.at,
                MapProblem::SameCode {
                    called: Called::Case,
                    code: name,
                    first,
                },
            );
            return None;
        }
        Some(name)
    }

    fn facts(
        &self,
        reading: &mut EntryReader<'_, '_>,
        typed: &Spanned<SignalEntry>,
    ) -> Option<Facts> {
        let SignalEntry {
            from,
            topics,
            age,
            area,
            urgency,
        } = &typed.value;
        let sender = from.as_ref().map(|word| self.organisation(reading, word));
        let topics = needed(reading, "topics", topics, typed.at)
            .and_then(|words| self.topics(reading, words));
        let age = age.as_ref().map(|word| reading.age(word));
        let area = area.as_ref().map(|word| self.area(reading, word));
        let urgency = urgency.as_ref().map_or(Some(Urgency::Normal), |word| {
            reading.choice("urgency", word)
        });
        // What is there and cannot be read is not the same as what is not known.
        Some(Facts {
            topics: topics?,
            age: whole(age)?,
            area: whole(area)?,
            urgency: urgency?,
            sender: whole(sender)?,
        })
    }

    fn expectation(
        &self,
        reading: &mut EntryReader<'_, '_>,
        typed: &Spanned<Expect>,
    ) -> Expectation {
        let Expect {
            owner,
            basis,
            claimants,
            involved,
            involves,
            accept_by,
            feedback_by,
            level,
            leads,
            emergency,
        } = &typed.value;
        let count = reading.faults.count();
        let at_least = reading.list("involves", involves.as_ref()).is_some();
        let expected = Expectation {
            owner: owner
                .as_ref()
                .and_then(|word| self.organisation(reading, word)),
            basis: basis
                .as_ref()
                .and_then(|word| reading.choice("basis", word)),
            claimants: claimants
                .as_ref()
                .map(|words| self.organisations(reading, words)),
            involved: involved
                .as_ref()
                .map(|words| self.organisations(reading, words)),
            involves: involves
                .as_ref()
                .filter(|_| at_least)
                .map(|words| self.organisations(reading, words)),
            accept_by: accept_by.as_ref().and_then(|word| due(reading, word)),
            feedback_by: feedback_by.as_ref().and_then(|word| due(reading, word)),
            level: level
                .as_ref()
                .and_then(|word| reading.choice("level", word)),
            leads: **leads,
            emergency: emergency.as_ref().map(|words| {
                words
                    .iter()
                    .filter_map(|word| reading.phone(word))
                    .collect()
            }),
        };
        if expected.is_empty() && reading.faults.count() == count {
            reading.fault(typed.at, MapProblem::NothingExpected);
        }
        expected
    }

    fn moment(&self, reading: &mut EntryReader<'_, '_>, word: &Word) -> Option<Moment> {
        let read = self.map.settings().zone.read(word).ok();
        if read.is_none() {
            reading.fault(word.at, MapProblem::NotAMoment { text: brief(word) });
        }
        read
    }

    fn topics(&self, reading: &mut EntryReader<'_, '_>, words: &WordList) -> Option<Topics> {
        let mut all = Vec::new();
        for word in reading.list("topics", Some(words))? {
            all.push(
                named(reading, Called::Topic, word, self.map.find_topic(word))
                    .map(|topic| topic.id.clone()),
            );
        }
        let all: Vec<TopicId> = all.into_iter().collect::<Option<_>>()?;
        let topics = Topics::from_list(all);
        if topics.is_none() {
            reading.fault(words.at, MapProblem::TooManyTopics { most: Topics::MAX });
        }
        topics
    }

    fn area(&self, reading: &mut EntryReader<'_, '_>, word: &Word) -> Option<AreaId> {
        named(reading, Called::Area, word, self.map.find_area(word)).map(|area| area.id.clone())
    }

    fn organisation(
        &self,
        reading: &mut EntryReader<'_, '_>,
        word: &Word,
    ) -> Option<OrganisationId> {
        named(
            reading,
            Called::Organisation,
            word,
            self.map.find_organisation(word),
        )
        .map(|organisation| organisation.id.clone())
    }

    fn organisations(
        &self,
        reading: &mut EntryReader<'_, '_>,
        words: &WordList,
    ) -> BTreeSet<OrganisationId> {
        words
            .iter()
            .filter_map(|word| self.organisation(reading, word))
            .collect()
    }
}

/// `Some` of what was left out or could be read; `None` when it could not.
#[allow(
    clippy::option_option,
    reason = "left out, and not to be read, are two things"
)]
fn whole<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        None => Some(None),
        Some(read) => read.map(Some),
    }
}

fn needed<'w, T>(
    reading: &mut EntryReader<'_, '_>,
    key: &'static str,
    given: &'w Optional<T>,
    spot: Position,
) -> Option<&'w T> {
    if given.is_none() {
        reading.fault(
            spot,
            MapProblem::Yaml(yaml::YamlProblem::MissingKey { key }),
        );
    }
    given.as_ref()
}

fn named<T>(
    reading: &mut EntryReader<'_, '_>,
    called: Called,
    word: &Word,
    found: Result<T, NotInMap>,
) -> Option<T> {
    found
        .map_err(|NotInMap { did_you_mean, .. }| {
            reading.fault(
                word.at,
                MapProblem::Unknown {
                    called,
                    code: brief(word),
                    did_you_mean,
                },
            )
        })
        .ok()
}

/// A day, or a term from the day of the signal.
fn due(reading: &mut EntryReader<'_, '_>, word: &Word) -> Option<Due> {
    let due = word
        .parse()
        .map(Due::On)
        .ok()
        .or_else(|| word.parse().map(Due::Within).ok());
    if due.is_none() {
        reading.fault(word.at, MapProblem::NeitherDayNorTerm { text: brief(word) });
    }
    due
}
