//! What a text needs to know of the screen it is written for.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::calendar::{Calendar, Term, TermUnit};
use crate::domain::codes::{AreaId, CodeEnum, OrganisationId, TopicId};
use crate::domain::event::AsWas;
use crate::domain::residence::Residence;
use crate::domain::time::{ClockTime, Day, Moment, Weekday, Zone};
use crate::output::escape;
use crate::output::i18n::{Arg, Language, Texts};
use crate::routing::map::{Organisation, RouteMap, Synonyms, Text};

/// Organisations as they were when they last did something that the reader knows of.
pub type AsTheyWere<'e> = BTreeMap<&'e OrganisationId, &'e AsWas>;

/// The language, the names of the map, today, and the size of the screen.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// The catalogue.
    pub texts: &'a Texts,
    /// The map that names things; without it codes are shown.
    pub map: Option<&'a RouteMap>,
    /// What names an organisation that the map does not have; without it codes are shown.
    pub as_they_were: Option<&'a AsTheyWere<'a>>,
    /// The moment of this run.
    pub now: Moment,
    /// Columns, when a person looks at it; `None` in a pipe.
    pub width: Option<usize>,
    /// Whether colour may be used.
    pub colour: bool,
}

impl<'a> RenderContext<'a> {
    /// The same screen, on which another map names things.
    #[must_use]
    pub fn with_map<'m>(&self, map: &'m RouteMap) -> RenderContext<'m>
    where
        'a: 'm,
    {
        RenderContext {
            map: Some(map),
            ..*self
        }
    }

    /// The same screen, on which a story names who has left the map.
    #[must_use]
    pub fn with_as_they_were<'m>(&self, as_they_were: &'m AsTheyWere<'m>) -> RenderContext<'m>
    where
        'a: 'm,
    {
        RenderContext {
            as_they_were: Some(as_they_were),
            ..*self
        }
    }
}

impl RenderContext<'_> {
    /// The text for a key.
    #[must_use]
    pub fn tr(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.tr(key, args)
    }

    /// The text for a key with one thing to fill in.
    #[must_use]
    pub fn tr1<'a>(&self, key: &str, name: &str, arg: impl Into<Arg<'a>>) -> String {
        self.texts.tr1(key, name, arg)
    }

    /// The text for a key that has nothing to fill in.
    #[must_use]
    pub fn tr0(&self, key: &str) -> String {
        self.texts.tr0(key)
    }

    /// What a code of ours is called, under `prefix`: `state-offered`, `outcome-taken-up`.
    #[must_use]
    pub fn label(&self, prefix: &str, choice: impl CodeEnum) -> String {
        self.texts.tr0(&format!("{prefix}-{}", choice.code()))
    }

    /// A text of the map in the language of the screen.
    #[must_use]
    pub fn of_map<'t>(&self, text: &'t Text) -> &'t str {
        self.in_language(&text.nl, &text.en)
    }

    /// The other words of the map in the language of the screen.
    #[must_use]
    pub fn words_of_map<'t>(&self, words: &'t Synonyms) -> &'t [String] {
        self.in_language(words.nl.as_slice(), words.en.as_slice())
    }

    /// The one of two that is in the language of the screen.
    #[must_use]
    pub fn in_language<'t, T: ?Sized>(&self, nl: &'t T, en: &'t T) -> &'t T {
        match self.texts.language() {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// What an organisation is called, or was when it is no longer in the map. Of what another took over
    /// that one is named.
    #[must_use]
    pub fn organisation<'t>(&'t self, id: &'t OrganisationId) -> &'t str {
        if let Some(as_was) = self.as_it_was(id) {
            return &as_was.name;
        }
        match self.organisation_today(id) {
            Some(organisation) => &organisation.name,
            None => self.map.map_or(id.as_str(), |map| map.name_of(id)),
        }
    }

    /// Whom a code stands for today.
    #[must_use]
    pub fn organisation_today(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.map?.organisation_on(id, self.today())
    }

    /// An organisation that the map does not have, as it was.
    #[must_use]
    pub fn as_it_was(&self, id: &OrganisationId) -> Option<&AsWas> {
        let as_was = self.as_they_were?.get(id)?;
        let is_gone = self
            .map
            .is_none_or(|map| map.known_organisation(id).is_none());
        is_gone.then_some(as_was)
    }

    /// What several organisations are called, with commas between them.
    #[must_use]
    pub fn organisations<'t>(&self, ids: impl IntoIterator<Item = &'t OrganisationId>) -> String {
        ids.into_iter()
            .map(|id| self.organisation(id))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What a topic is called, or the heir of that code: its own name, which says enough without that
    /// of its parent.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> String {
        self.map.and_then(|map| map.known_topic(id)).map_or_else(
            || id.to_string(),
            |topic| self.of_map(&topic.name).to_owned(),
        )
    }

    /// What an area is called, or the heir of that code.
    #[must_use]
    pub fn area(&self, id: &AreaId) -> String {
        self.map
            .and_then(|map| map.known_area(id))
            .map_or_else(|| id.to_string(), |area| area.name.clone())
    }

    /// Where a person lives: the name of an area, or a postcode outside the map.
    #[must_use]
    pub fn residence(&self, residence: &Residence) -> String {
        match residence {
            Residence::Area(area) => self.area(area),
            Residence::Outside(postcode) => {
                self.tr1("place-outside", "postcode", postcode.to_string())
            }
        }
    }

    /// The zone of the days and times on the screen.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.map.map_or(Zone::AMSTERDAM, |map| map.settings().zone)
    }

    /// Today, in that zone.
    #[must_use]
    pub fn today(&self) -> Day {
        self.zone().day(self.now)
    }

    /// A day as people say it: `Friday 27 November`, with the year when it is not this one.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let weekday = self.tr0(&format!("weekday-{}", day.weekday().code()));
        let month = self.tr0(&format!("month-{}", day.month()));
        self.date(&weekday, &month, day)
    }

    /// A day in little room: `Fri 27 Nov`.
    #[must_use]
    pub fn short_day(&self, day: Day) -> String {
        let weekday = self.short_weekday(day.weekday());
        let month = self.tr0(&format!("month-short-{}", day.month()));
        self.date(&weekday, &month, day)
    }

    fn date(&self, weekday: &str, month: &str, day: Day) -> String {
        let date = format!("{weekday} {} {month}", day.day_of_month());
        if day.year() == self.today().year() {
            date
        } else {
            format!("{date} {}", day.year())
        }
    }

    /// `Fri`.
    #[must_use]
    pub fn short_weekday(&self, weekday: Weekday) -> String {
        self.tr0(&format!("weekday-short-{}", weekday.code()))
    }

    /// A term as people say it: `2 working days`.
    #[must_use]
    pub fn term(&self, term: Term) -> String {
        let key = match term.unit {
            _ if term.count == 0 => return self.tr0("term-at-once"),
            TermUnit::WorkingDays => "term-working-days",
            TermUnit::Days => "term-days",
            TermUnit::Weeks => "term-weeks",
        };
        self.tr(key, &[("count", u32::from(term.count).into())])
    }

    /// The time on the wall at a moment.
    #[must_use]
    pub fn clock(&self, at: Moment) -> ClockTime {
        self.zone().clock(at)
    }

    /// How late a promise is, in working days: `None` when its day has not passed, 0 when no
    /// working day has begun since.
    #[must_use]
    pub fn late(&self, promise: Day) -> Option<u32> {
        let calendar = self.map.map_or_else(
            || Cow::Owned(Calendar::default()),
            |map| Cow::Borrowed(&map.settings().calendar),
        );
        (self.today() > promise).then(|| calendar.working_days_between(promise, self.today()))
    }

    /// A day that something was promised by, with how late that is when it has passed.
    #[must_use]
    pub fn promised(&self, day: Day) -> String {
        let said = self.day(day);
        self.late(day).map_or(said.clone(), |days| {
            format!(
                "{said} {}",
                self.tr("promise-late", &[("days", days.into())])
            )
        })
    }

    /// The text on one line, made harmless and in bold, where that can be.
    #[must_use]
    pub fn bold(&self, text: &str) -> String {
        self.styled("1", text)
    }

    fn styled(&self, code: &str, text: &str) -> String {
        let text = escape::line(text);
        if self.colour {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text
        }
    }
}
