//! From a row to a signal, by the same rules as a report that is typed.

use crate::domain::age::Age;
use crate::domain::codes::{AreaId, CodeEnum, OrganisationId, TopicId};
use crate::domain::invariant::at;
use crate::domain::signal::{Discussed, Particulars, Signal, SignalWords, Topics, Urgency};
use crate::domain::signal_id::SignalId;
use crate::domain::suggestion::nearest;
use crate::domain::time::Moment;
use crate::domain::words::{ContactLine, ExternalReference, Words};
use crate::exchange::import::field::{Entry, Field};
use crate::exchange::import::field_error::{FieldError, RowFault};
use crate::exchange::import::history::History;
use crate::exchange::import::lines::{self, FieldInput, ImportLine, Unread};
use crate::exchange::import::lookup_cache::LookupCache;
use crate::exchange::import::source::{Content, Raw};
use crate::routing::map::RouteMap;

/// What a row is made into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParsedRow {
    /// A signal to be decided about. `own_number`: whether the row gave its number.
    Report {
        signal: Box<Signal>,
        /// Whether its number came with it, and was not just chosen.
        own_number: bool,
    },
    /// A signal of another register, with all that happened to it.
    History(Box<History>),
}

/// Why a row is made into nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnparsedRow {
    /// What is wrong with it.
    Faults {
        /// Everything, in the order of the fields.
        faults: Vec<RowFault>,
        /// Whether it says all the same that it is acute.
        acute: bool,
    },
    /// Nothing is, but the system gives no number for it.
    NoNumber,
}

/// Where rows are made into signals, against one map and at one moment.
pub struct RowParser<'m> {
    map: &'m RouteMap,
    now: Moment,
    sender: Option<OrganisationId>,
    urgencies: Vec<(String, Urgency)>,
    fresh: &'m (dyn Fn() -> Option<SignalId> + Sync),
    topics: LookupCache<TopicId>,
    areas: LookupCache<AreaId>,
    organisations: LookupCache<OrganisationId>,
}

impl<'m> RowParser<'m> {
    /// A desk for this map, at this moment. `sender` is who sends when a row does not say,
    /// `urgencies` is what people call them beside their codes, `fresh` chooses a number.
    #[must_use]
    pub fn new(
        map: &'m RouteMap,
        now: Moment,
        sender: Option<OrganisationId>,
        urgencies: &[(String, Urgency)],
        fresh: &'m (dyn Fn() -> Option<SignalId> + Sync),
    ) -> Self {
        Self {
            map,
            now,
            sender,
            urgencies: urgency_names(urgencies),
            fresh,
            topics: LookupCache::new(),
            areas: LookupCache::new(),
            organisations: LookupCache::new(),
        }
    }

    /// The signal that a row tells of.
    ///
    /// # Errors
    /// [`UnparsedRow`] when there is none.
    pub fn draft(&self, raw: &Raw) -> Result<ParsedRow, UnparsedRow> {
        match &raw.content {
            Content::Record(record, columns) => {
                if let Some(unfit) = columns.unfit(record) {
                    let urgency = columns.text(record, Field::Urgency);
                    let acute = urgency.is_ok_and(|text| self.says_acute(text));
                    return Err(unfit_row(raw, [(None, unfit)], acute));
                }
                self.report(raw, &|field| {
                    let text = columns.text(record, field)?;
                    Ok(text.map(Entry::Text))
                })
            }
            Content::Line(line) => match lines::read(line) {
                Ok(ImportLine::Report(fields)) => self.report(raw, &|field| {
                    let given = at(&*fields, field.place());
                    Ok(given.as_ref().map(FieldInput::entry))
                }),
                Ok(ImportLine::History(history)) => self.history(raw, history),
                Err(Unread { faults, urgency }) => {
                    let acute = self.says_acute(urgency.as_deref());
                    Err(unfit_row(raw, faults, acute))
                }
            },
        }
    }

    fn history(&self, raw: &Raw, history: Box<History>) -> Result<ParsedRow, UnparsedRow> {
        let mut moments = history.story.happened.iter().map(|happened| happened.at);
        if moments.any(|at| at > self.now) {
            let acute = history.is_acute();
            return Err(unfit_row(raw, [(None, FieldError::InTheFuture)], acute));
        }
        Ok(ParsedRow::History(history))
    }

    fn report<'r>(
        &self,
        raw: &Raw,
        entry: &dyn Fn(Field) -> Result<Option<Entry<'r>>, FieldError>,
    ) -> Result<ParsedRow, UnparsedRow> {
        let mut row = RowFields {
            entry,
            faults: Vec::new(),
        };
        let own_number = row.read(Field::Id, |text| {
            text.parse().map_err(|_| FieldError::NotAnId)
        });
        let sender = row.read(Field::Sender, |text| {
            self.organisations
                .look_up(text, || Ok(self.map.find_organisation(text)?.id.clone()))
        });
        let sender = sender.or_else(|| self.sender.clone());
        let contact = row.read(Field::Contact, |text| {
            ContactLine::new(text).map_err(FieldError::Words)
        });
        let reference = row.read(Field::Reference, |text| {
            ExternalReference::new(text).map_err(FieldError::Words)
        });
        let reported_at = row
            .read(Field::ReportedAt, |text| self.moment(text))
            .unwrap_or(self.now);
        let topics = row.entry(Field::Topics, |entry| self.topics(entry));
        let age: Option<Age> = row.read(Field::Age, |text| {
            text.parse().map_err(|_| FieldError::NotAnAge)
        });
        let area = row.read(Field::Area, |text| {
            self.areas
                .look_up(text, || Ok(self.map.find_area(text)?.id.clone()))
        });
        let urgency = row.read(Field::Urgency, |text| self.urgency(text));
        let urgency = urgency.unwrap_or(Urgency::Normal);
        let discussed = row.read(Field::Discussed, yes_or_no);
        let why_not = row.read(Field::WhyNotDiscussed, words);
        let seen = row.read(Field::Seen, words);
        let goes_well = row.read(Field::GoesWell, words);
        let helpers = row.read(Field::Helpers, words);
        let own_words = row.read(Field::OwnWords, words);
        let discussed = row.discussed(discussed, why_not);
        let (sender, topics, seen) = (
            row.must(Field::Sender, sender),
            row.must(Field::Topics, topics),
            row.must(Field::Seen, seen),
        );
        let mut faults = row.faults;
        faults.sort_by_key(|(field, _)| *field);
        match (sender, topics, seen, discussed) {
            (Some(sender), Some(topics), Some(seen), Some(discussed)) if faults.is_empty() => {
                let chosen = own_number.or_else(|| (self.fresh)());
                let id = chosen.ok_or(UnparsedRow::NoNumber)?;
                let words = SignalWords {
                    seen,
                    goes_well,
                    helpers,
                    own_words,
                    discussed,
                };
                let signal = Box::new(Signal {
                    id,
                    sender,
                    contact,
                    reference,
                    reported_at,
                    topics,
                    particulars: Particulars { age, area, urgency },
                    words,
                });
                Ok(ParsedRow::Report {
                    signal,
                    own_number: own_number.is_some(),
                })
            }
            _ => {
                let faults = faults
                    .into_iter()
                    .map(|(field, unfit)| (Some(field), unfit));
                Err(unfit_row(raw, faults, urgency == Urgency::Acute))
            }
        }
    }

    fn moment(&self, text: &str) -> Result<Moment, FieldError> {
        let moment = self
            .map
            .settings()
            .zone
            .read(&year_first(text))
            .map_err(|_| FieldError::NotAMoment)?;
        if moment > self.now {
            Err(FieldError::InTheFuture)
        } else {
            Ok(moment)
        }
    }

    /// In a text one name as it is, which may hold a comma; else several. In a list each is one.
    fn topics(&self, entry: Entry<'_>) -> Result<Topics, FieldError> {
        let topics = match entry {
            Entry::Text(text) => match self.topic(text) {
                Ok(only) => vec![only],
                Err(_) => self.each_topic(&mut text.split([',', ';']))?,
            },
            Entry::List(names) => self.each_topic(&mut names.iter().map(String::as_str))?,
        };
        if topics.is_empty() {
            return Err(FieldError::Missing);
        }
        Topics::from_list(topics).ok_or(FieldError::TooManyTopics)
    }

    fn each_topic(
        &self,
        names: &mut dyn Iterator<Item = &str>,
    ) -> Result<Vec<TopicId>, FieldError> {
        names
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(|name| self.topic(name))
            .collect()
    }

    fn topic(&self, name: &str) -> Result<TopicId, FieldError> {
        self.topics
            .look_up(name, || Ok(self.map.find_topic(name)?.id.clone()))
    }

    fn says_acute(&self, text: Option<&str>) -> bool {
        text.is_some_and(|text| self.urgency(text) == Ok(Urgency::Acute))
    }

    /// The code, or what people call it.
    fn urgency(&self, text: &str) -> Result<Urgency, FieldError> {
        let typed = text.to_lowercase();
        let called = |wanted: &str| {
            let mut names = self.urgencies.iter();
            names
                .find(|(name, _)| name == wanted)
                .map(|(_, urgency)| *urgency)
        };
        let names = || self.urgencies.iter().map(|(name, _)| name.as_str());
        called(&typed)
            .ok_or_else(|| FieldError::NotAnUrgency(nearest(&typed, names()).and_then(called)))
    }
}

/// What is wrong with a row, each with the field when it is one.
fn unfit_row(
    raw: &Raw,
    faults: impl IntoIterator<Item = (Option<Field>, FieldError)>,
    acute: bool,
) -> UnparsedRow {
    let faults = faults.into_iter();
    UnparsedRow::Faults {
        faults: faults
            .map(|(field, unfit)| raw.fault(field, unfit))
            .collect(),
        acute,
    }
}

/// The codes, what people call them, and what no screen calls them but people do.
fn urgency_names(called: &[(String, Urgency)]) -> Vec<(String, Urgency)> {
    let also = [("spoed", Urgency::Urgent), ("gewoon", Urgency::Normal)];
    let codes = Urgency::ALL.iter().map(|choice| (choice.code(), *choice));
    let called = called.iter().map(|(name, choice)| (name.as_str(), *choice));
    codes
        .chain(called)
        .chain(also)
        .map(|(name, choice)| (name.to_lowercase(), choice))
        .collect()
}

/// A row while it is read, and what was wrong so far.
struct RowFields<'t, 'r> {
    entry: &'t dyn Fn(Field) -> Result<Option<Entry<'r>>, FieldError>,
    faults: Vec<(Field, FieldError)>,
}

impl RowFields<'_, '_> {
    fn read<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, FieldError>,
    ) -> Option<T> {
        self.entry(field, |entry| match entry {
            Entry::Text(text) => read(text),
            Entry::List(_) => Err(FieldError::NotAText),
        })
    }

    fn entry<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(Entry<'_>) -> Result<T, FieldError>,
    ) -> Option<T> {
        match (self.entry)(field).and_then(|entry| entry.map(read).transpose()) {
            Ok(value) => value,
            Err(unfit) => {
                self.faults.push((field, unfit));
                None
            }
        }
    }

    /// What must be there, unless something else is wrong with it already.
    fn must<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.faults.iter().any(|(faulty, _)| *faulty == field) {
            self.faults.push((field, FieldError::Missing));
        }
        value
    }

    fn discussed(&mut self, discussed: Option<bool>, why_not: Option<Words>) -> Option<Discussed> {
        let faulty = self
            .faults
            .iter()
            .any(|(field, _)| matches!(field, Field::Discussed | Field::WhyNotDiscussed));
        match (discussed, why_not) {
            _ if faulty => None,
            (Some(true), None) => Some(Discussed::Yes),
            (Some(false) | None, Some(why_not)) => Some(Discussed::No(why_not)),
            (Some(true), Some(_)) => {
                self.faults
                    .push((Field::WhyNotDiscussed, FieldError::DiscussedAndWhyNot));
                None
            }
            (Some(false), None) => self.must(Field::WhyNotDiscussed, None),
            (None, None) => self.must(Field::Discussed, None),
        }
    }
}

fn words(text: &str) -> Result<Words, FieldError> {
    Words::new(text).map_err(FieldError::Words)
}

/// A day as Dutch spreadsheets write it, `23-11-2026` or `23-11-2026 10:15`, in the order of ISO;
/// any other text as it is.
fn year_first(text: &str) -> String {
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let parts: Vec<&str> = day.split(['-', '/']).collect();
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 && day.len() <= 2 => {
            format!("{year}-{month:0>2}-{day:0>2} {clock}")
                .trim()
                .to_owned()
        }
        _ => text.to_owned(),
    }
}

fn yes_or_no(text: &str) -> Result<bool, FieldError> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "ja" | "j" | "true" | "waar" | "1" => Ok(true),
        "no" | "n" | "nee" | "false" | "onwaar" | "0" => Ok(false),
        _ => Err(FieldError::NotYesOrNo),
    }
}
