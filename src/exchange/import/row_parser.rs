//! From a row to a signal, by the same rules as a typed report.

use std::str::FromStr;

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::discussed::{Consent, Discussed, DiscussedKeys};
use crate::domain::event::Event;
use crate::domain::invariant::at;
use crate::domain::residence::Residence;
use crate::domain::signal::{Particulars, Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, ExternalReference, Words, WordsRefused};
use crate::exchange::import::field::{Entry, Field};
use crate::exchange::import::field_error::{FieldError, RowFault};
use crate::exchange::import::history::History;
use crate::exchange::import::lines::{self, FieldInput, ImportLine, LineFault};
use crate::exchange::import::lookup_cache::LookupCache;
use crate::exchange::import::report_time::{ReportTime, not_a_report_time};
use crate::exchange::import::source::{Content, Raw};
use crate::output::choice_names::ChoiceNames;
use crate::routing::map::RouteMap;

/// What a row becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParsedRow {
    /// A signal, to be routed.
    Report {
        signal: Box<Signal>,
        /// Whether the row gave the number of the signal.
        own_number: bool,
        /// The moment by which to decide. Later than that of the report when the row has today's
        /// date alone and the offices have yet to open.
        decided_at: Moment,
    },
    /// A signal of another register, with all its events.
    History(Box<History>),
}

/// Why a row becomes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnparsedRow {
    Faults {
        /// In the order of the fields.
        faults: Vec<RowFault>,
        /// Whether the row says that it is acute.
        acute: bool,
    },
    /// The row is right, but no number could be chosen.
    NoNumber,
}

/// Makes signals from rows, for one map at one moment.
pub struct RowParser<'m> {
    map: &'m RouteMap,
    now: Moment,
    sender: Option<OrganisationId>,
    urgencies: ChoiceNames<Urgency>,
    consents: ChoiceNames<Consent>,
    fresh: &'m (dyn Fn() -> Option<SignalId> + Sync),
    topics: LookupCache<TopicId>,
    topic_lists: LookupCache<Vec<TopicId>>,
    residences: LookupCache<Residence>,
    organisations: LookupCache<OrganisationId>,
}

impl<'m> RowParser<'m> {
    /// `sender` is the sender of rows that give none, and `fresh` chooses a number.
    #[must_use]
    pub fn new(
        map: &'m RouteMap,
        now: Moment,
        sender: Option<OrganisationId>,
        fresh: &'m (dyn Fn() -> Option<SignalId> + Sync),
    ) -> Self {
        Self {
            map,
            now,
            sender,
            urgencies: ChoiceNames::of_every_language(),
            consents: ChoiceNames::of_every_language(),
            fresh,
            topics: LookupCache::new(),
            topic_lists: LookupCache::new(),
            residences: LookupCache::new(),
            organisations: LookupCache::new(),
        }
    }

    /// Makes a signal from a row.
    pub fn parse_row(&self, raw: &Raw) -> Result<ParsedRow, UnparsedRow> {
        match &raw.content {
            Content::Record(record, columns) => {
                if let Some(error) = columns.length_error(record) {
                    let urgency = columns.text(record, Field::Urgency);
                    let acute = urgency.is_ok_and(|text| self.is_acute(text));
                    return Err(row_faults(raw, vec![(None, error)], acute));
                }
                self.report(raw, &|field| {
                    let text = columns.text(record, field)?;
                    Ok(text.map(Entry::Text))
                })
            }
            Content::Line(line) => match lines::read(line) {
                Ok(ImportLine::Report(fields)) => self.report(raw, &|field| {
                    let input = at(&*fields, field.place());
                    Ok(input.as_ref().map(FieldInput::entry))
                }),
                Ok(ImportLine::History(history)) => self.history(raw, history),
                Err(LineFault { errors, urgency }) => {
                    let acute = self.is_acute(urgency.as_deref());
                    Err(row_faults(raw, errors, acute))
                }
            },
        }
    }

    fn history(&self, raw: &Raw, history: Box<History>) -> Result<ParsedRow, UnparsedRow> {
        let mut events = history.story.happened.iter();
        if let Some(error) =
            events.find_map(|event| not_a_report_time(self.map, self.now, event.at))
        {
            return Err(row_faults(raw, vec![(None, error)], history.is_acute()));
        }
        if let Some(event) = self.unknown_importer(&history) {
            let error = FieldError::UnknownImporter(event);
            return Err(row_faults(raw, vec![(None, error)], history.is_acute()));
        }
        Ok(ParsedRow::History(history))
    }

    /// The first event by which somebody brought the history in who could not: no rule of the work
    /// says who may, so whoever did is in the map or coordinated the signal.
    fn unknown_importer(&self, history: &History) -> Option<u32> {
        let happened = &history.story.happened;
        let is_coordinator = |by: &OrganisationId| {
            let mut offers = happened.iter().filter_map(|one| one.event.offer());
            *by == history.story.case.coordinator || offers.any(|offer| *by == offer.coordinator)
        };
        let mut imported = happened.iter().filter(|one| one.event == Event::Imported);
        let unknown = imported
            .find(|one| self.map.organisation(&one.by).is_none() && !is_coordinator(&one.by))?;
        Some(unknown.number)
    }

    fn report<'r>(
        &self,
        raw: &Raw,
        entry: &dyn Fn(Field) -> Result<Option<Entry<'r>>, FieldError>,
    ) -> Result<ParsedRow, UnparsedRow> {
        let mut row = RowFields {
            entry,
            errors: Vec::new(),
        };
        let own_number = row.parse(Field::Id, FieldError::NotAnId);
        let time = row.read(Field::ReportedAt, |text| {
            ReportTime::read(self.map, self.now, text)
        });
        let time = time.unwrap_or_else(|| ReportTime::exactly(self.now));
        let day = self.map.day(time.reported_at);
        let sender = row.read(Field::Sender, |text| {
            self.organisations.look_up(text, self.turns(day), || {
                Ok(self.map.find_organisation(text, day)?.id.clone())
            })
        });
        let sender = row.required(Field::Sender, sender.or_else(|| self.sender.clone()));
        let contact = row.words(Field::Contact, ContactLine::new);
        let reference = row.words(Field::Reference, ExternalReference::new);
        let topics = row.entry(Field::Topics, |entry| self.topics(entry, day));
        let topics = row.required(Field::Topics, topics);
        let particulars = self.particulars(&mut row, day);
        let words = row.signal_words(&self.consents);
        let (Some(sender), Some(topics), Some(words), true) =
            (sender, topics, words, row.errors.is_empty())
        else {
            let mut errors = row.errors;
            errors.sort_by_key(|(field, _)| *field);
            let acute = particulars.urgency == Urgency::Acute;
            return Err(row_faults(raw, errors, acute));
        };
        let id = own_number.or_else(|| (self.fresh)());
        Ok(ParsedRow::Report {
            signal: Box::new(Signal {
                id: id.ok_or(UnparsedRow::NoNumber)?,
                sender,
                contact,
                reference,
                reported_at: time.reported_at,
                topics,
                particulars,
                words,
            }),
            own_number: own_number.is_some(),
            decided_at: time.decided_at,
        })
    }

    /// `reported_on`: the day of the report.
    fn particulars(&self, row: &mut RowFields<'_, '_>, reported_on: Day) -> Particulars {
        Particulars {
            age: row.parse(Field::Age, FieldError::NotAnAge),
            youngest: row.parse(Field::Youngest, FieldError::NotAYoungestChild),
            residence: row.read(Field::Area, |text| {
                self.residences.look_up(text, self.turns(reported_on), || {
                    self.map.find_residence(text, reported_on)
                })
            }),
            urgency: row
                .read(Field::Urgency, |text| self.urgency(text))
                .unwrap_or(Urgency::Normal),
            before: row.read(Field::Before, |text| {
                let day = Day::written(text).ok().filter(|day| *day > reported_on);
                day.ok_or(FieldError::NotALaterDay)
            }),
        }
    }

    /// In a list each text is one name; a text may be several.
    fn topics(&self, entry: Entry<'_>, day: Day) -> Result<Topics, FieldError> {
        let topics = match entry {
            Entry::Text(text) => self.topic_lists.look_up(text, self.turns(day), || {
                let topics = self
                    .map
                    .find_topics(text, day)
                    .map_err(|(_, error)| error)?;
                Ok(topics.iter().map(|topic| topic.id.clone()).collect())
            })?,
            Entry::List(names) => names
                .iter()
                .map(|name| name.trim())
                .filter(|name| !name.is_empty())
                .map(|name| self.topic(name, day))
                .collect::<Result<_, _>>()?,
        };
        if topics.is_empty() {
            return Err(FieldError::Missing);
        }
        Topics::from_list(topics).ok_or(FieldError::TooManyTopics)
    }

    fn topic(&self, name: &str, day: Day) -> Result<TopicId, FieldError> {
        self.topics.look_up(name, self.turns(day), || {
            Ok(self.map.find_topic(name, day)?.id.clone())
        })
    }

    /// On how many days until that one something of the map began or ended.
    fn turns(&self, day: Day) -> usize {
        self.map.turns().partition_point(|turn| *turn <= day)
    }

    fn is_acute(&self, text: Option<&str>) -> bool {
        text.is_some_and(|text| self.urgency(text) == Ok(Urgency::Acute))
    }

    fn urgency(&self, text: &str) -> Result<Urgency, FieldError> {
        let found = self.urgencies.find(text);
        found.map_err(FieldError::NotAChoice)
    }
}

fn row_faults<F: Into<Option<Field>>>(
    raw: &Raw,
    errors: Vec<(F, FieldError)>,
    acute: bool,
) -> UnparsedRow {
    let faults = errors
        .into_iter()
        .map(|(field, error)| raw.fault(field.into(), error))
        .collect();
    UnparsedRow::Faults { faults, acute }
}

/// Reads the fields of a row, and collects what is wrong with them.
struct RowFields<'t, 'r> {
    entry: &'t dyn Fn(Field) -> Result<Option<Entry<'r>>, FieldError>,
    errors: Vec<(Field, FieldError)>,
}

impl RowFields<'_, '_> {
    fn entry<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(Entry<'_>) -> Result<T, FieldError>,
    ) -> Option<T> {
        match (self.entry)(field).and_then(|entry| entry.map(read).transpose()) {
            Ok(value) => value,
            Err(error) => {
                self.errors.push((field, error));
                None
            }
        }
    }

    fn read<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, FieldError>,
    ) -> Option<T> {
        self.entry(field, |entry| match entry {
            Entry::Text(text) => read(text),
            Entry::List(_) => Err(FieldError::NotAString),
        })
    }

    fn parse<T: FromStr>(&mut self, field: Field, error: FieldError) -> Option<T> {
        self.read(field, |text| text.parse().map_err(|_| error))
    }

    fn words<T>(&mut self, field: Field, read: fn(&str) -> Result<T, WordsRefused>) -> Option<T> {
        self.read(field, |text| read(text).map_err(FieldError::Words))
    }

    /// A value that is required, unless its field has another error already.
    fn required<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.errors.iter().any(|(wrong, _)| *wrong == field) {
            self.errors.push((field, FieldError::Missing));
        }
        value
    }

    fn signal_words(&mut self, consents: &ChoiceNames<Consent>) -> Option<SignalWords> {
        let seen = self.words(Field::Seen, Words::new);
        let seen = self.required(Field::Seen, seen);
        let goes_well = self.words(Field::GoesWell, Words::new);
        let helpers = self.words(Field::Helpers, Words::new);
        let own_words = self.words(Field::OwnWords, Words::new);
        let discussed = self.discussed(consents);
        Some(SignalWords {
            seen: seen?,
            goes_well,
            helpers,
            own_words,
            discussed: discussed?,
        })
    }

    fn discussed(&mut self, consents: &ChoiceNames<Consent>) -> Option<Discussed<Words>> {
        let errors = self.errors.len();
        let discussed = self.read(Field::Discussed, yes_or_no);
        let why_not = self.words(Field::WhyNotDiscussed, Words::new);
        let consent = self.read(Field::Consent, |text| {
            consents.find(text).map_err(FieldError::NotAChoice)
        });
        let all_the_same = self.words(Field::WhyWithoutConsent, Words::new);
        if self.errors.len() > errors {
            return None;
        }
        if discussed == Some(true) && why_not.is_some() {
            let error = FieldError::DiscussedAndWhyNot;
            self.errors.push((Field::WhyNotDiscussed, error));
            return None;
        }
        if discussed.is_none() && why_not.is_none() {
            return self.required(Field::Discussed, None);
        }
        let consent = consent.unwrap_or(Consent::NotAsked);
        if consent != Consent::No && all_the_same.is_some() {
            let error = FieldError::WhyAndNotRefused;
            self.errors.push((Field::WhyWithoutConsent, error));
            return None;
        }
        let discussed = discussed == Some(true);
        let Some(kind) = Discussed::of(DiscussedKeys { discussed, consent }) else {
            let error = FieldError::ConsentToTheUnknown;
            self.errors.push((Field::Consent, error));
            return None;
        };
        let (field, reason) = if discussed {
            (Field::WhyWithoutConsent, all_the_same)
        } else {
            (Field::WhyNotDiscussed, why_not)
        };
        let told = kind.with_reason(|_| reason);
        self.required(field, told)
    }
}

fn yes_or_no(text: &str) -> Result<bool, FieldError> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "ja" | "j" | "true" | "waar" | "1" => Ok(true),
        "no" | "n" | "nee" | "false" | "onwaar" | "0" => Ok(false),
        _ => Err(FieldError::NotYesOrNo),
    }
}
