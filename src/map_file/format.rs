//! The format of a map as typed: words with their places, not yet checked. See
//! docs/routes-yaml.md.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::map_file::yaml::{Entries, Items, Optional, Shape, Spanned};
use crate::routing::ages::AgeSubject;
use crate::routing::choice::Choice;

pub(super) type Word = Spanned<String>;
pub(super) type WordList = Spanned<Items<Word>>;

/// A file of the map. In a folder each file has some of the keys.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct MapFile {
    pub seinhuis: Optional<Word>,
    pub name: Optional<Spanned<Translated>>,
    pub id: Optional<Word>,
    pub files: Optional<WordList>,
    pub timezone: Optional<Word>,
    pub holidays: Optional<Word>,
    pub closed_days: Optional<WordList>,
    pub open_days: Optional<WordList>,
    pub office_hours: Optional<Spanned<OfficeHoursEntry>>,
    pub coordinator: Optional<Word>,
    pub privacy_officer: Optional<Word>,
    pub promises: Optional<Spanned<PromisesEntry>>,
    pub emergency: Optional<Spanned<Items<Spanned<EmergencyLineEntry>>>>,
    pub handover: Optional<Spanned<HandoverEntry>>,
    pub levels: Optional<Spanned<Entries<Word>>>,
    pub escalation: Optional<Spanned<Items<Spanned<EscalationStep>>>>,
    pub topics: Optional<Spanned<Entries<TopicEntry>>>,
    pub areas: Optional<Spanned<Entries<AreaEntry>>>,
    pub organisations: Optional<Spanned<Entries<OrganisationEntry>>>,
    pub open_points: Optional<Spanned<Items<Spanned<OpenPointEntry>>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OfficeHoursEntry {
    pub days: Optional<WeekdayList>,
    pub from: Optional<Word>,
    pub to: Optional<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PromisesEntry {
    pub accept_within: Optional<Word>,
    pub feedback_within: Optional<Word>,
    pub confirm_within: Optional<Word>,
    pub acute: Optional<Spanned<GeneralAcuteEntry>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GeneralAcuteEntry {
    pub accept_within: Optional<Word>,
    pub feedback_within: Optional<Word>,
}

/// The promises of a responsibility for acute signals.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AcuteEntry {
    pub accept_within: Optional<Word>,
    pub feedback_within: Optional<Word>,
    pub because: Optional<Translated>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct HandoverEntry {
    pub how: Optional<Word>,
    pub say: Optional<Translated>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EmergencyLineEntry {
    pub call: Optional<Word>,
    pub organisation: Optional<Word>,
    pub when: Optional<Translated>,
    pub topics: Optional<WordList>,
    pub ages: Optional<Word>,
    pub hours: Optional<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EscalationStep {
    pub past: Optional<Word>,
    pub after: Optional<Word>,
    pub tell: Optional<WordList>,
    pub takes_over: Optional<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct TopicEntry {
    pub name: Optional<Translated>,
    pub also: Optional<AlsoEntry>,
    pub formerly: Optional<WordList>,
    pub valid_from: Optional<Word>,
    pub valid_until: Optional<Word>,
    pub parts: Optional<Entries<TopicEntry>>,
}

/// Other words, by language.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AlsoEntry {
    pub nl: Optional<WordList>,
    pub en: Optional<WordList>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AreaEntry {
    pub name: Optional<Word>,
    pub also: Optional<WordList>,
    pub formerly: Optional<WordList>,
    pub valid_from: Optional<Word>,
    pub valid_until: Optional<Word>,
    pub code: Optional<Word>,
    pub within: Optional<Word>,
    pub postcodes: Optional<WordList>,
    pub coordinator: Optional<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OrganisationEntry {
    pub name: Optional<Word>,
    pub kind: Optional<Word>,
    pub formerly: Optional<WordList>,
    pub valid_from: Optional<Word>,
    pub valid_until: Optional<Word>,
    pub contact: Optional<Spanned<ContactEntry>>,
    pub senders_apart: Optional<bool>,
    pub office: Optional<WordList>,
    pub owns: Optional<Spanned<Items<Spanned<ResponsibilityEntry>>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ContactEntry {
    pub phone: Optional<Word>,
    pub email: Optional<Word>,
    pub hours: Optional<Word>,
    pub checked_on: Optional<Word>,
}

/// The keys that limit signals, as typed.
pub(super) struct Limits<'t> {
    pub topics: Option<&'t WordList>,
    pub areas: Option<&'t WordList>,
    ages: Option<&'t Word>,
    youngest: Option<&'t Word>,
    pub senders: Option<&'t WordList>,
    urgency: Option<&'t WordList>,
    hours: Option<&'t Word>,
}

impl<'t> Limits<'t> {
    pub(super) fn ages(&self, subject: AgeSubject) -> Option<&'t Word> {
        match subject {
            AgeSubject::Person => self.ages,
            AgeSubject::YoungestChild => self.youngest,
        }
    }

    pub(super) fn choice(&self, choice: Choice) -> Option<ChoiceWords<'t>> {
        match choice {
            Choice::Urgency => self.urgency.map(ChoiceWords::List),
            Choice::Hours => self.hours.map(ChoiceWords::One),
        }
    }
}

/// The values of a choice, as typed.
pub(super) enum ChoiceWords<'t> {
    List(&'t WordList),
    One(&'t Word),
}

/// An entry with the keys that limit signals, and then its own. A macro, because serde's `flatten`
/// neither refuses unknown keys nor keeps the places.
macro_rules! limited_entry {
    ($(#[$doc:meta])* $name:ident { $(pub $key:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Default, PartialEq, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub(super) struct $name {
            pub topics: Optional<WordList>,
            pub areas: Optional<WordList>,
            pub ages: Optional<Word>,
            pub youngest: Optional<Word>,
            pub urgency: Optional<WordList>,
            pub senders: Optional<WordList>,
            pub hours: Optional<Word>,
            $(pub $key: $type,)*
        }

        impl $name {
            pub(super) fn limits(&self) -> Limits<'_> {
                Limits {
                    topics: self.topics.as_ref(),
                    areas: self.areas.as_ref(),
                    ages: self.ages.as_ref(),
                    youngest: self.youngest.as_ref(),
                    senders: self.senders.as_ref(),
                    urgency: self.urgency.as_ref(),
                    hours: self.hours.as_ref(),
                }
            }
        }
    };
}

limited_entry!(ResponsibilityEntry {
    pub priority: Optional<i32>,
    pub valid_from: Optional<Word>,
    pub valid_until: Optional<Word>,
    pub feedback: Optional<Word>,
    pub involve: Optional<WordList>,
    pub handover: Optional<Spanned<HandoverEntry>>,
    pub leads: Optional<bool>,
    pub because: Optional<Translated>,
    pub accept_within: Optional<Word>,
    pub feedback_within: Optional<Word>,
    pub acute: Optional<Spanned<AcuteEntry>>,
});

limited_entry!(
    /// The signals of an open point.
    CriteriaEntry {}
);

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OpenPointEntry {
    pub dispute: Optional<Spanned<CriteriaEntry>>,
    pub gap: Optional<Spanned<CriteriaEntry>>,
    pub until: Optional<Word>,
    pub because: Optional<Translated>,
}

/// A text, or one per language.
#[derive(PartialEq, Debug)]
pub(super) enum Translated {
    One(Word),
    Each { nl: Word, en: Word },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BothLanguages {
    nl: Word,
    en: Word,
}

impl<'de> Deserialize<'de> for Translated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, at } = Spanned::deserialize(deserializer)?;
        Ok(match value {
            TextOr::Text(value) => Translated::One(Spanned { value, at }),
            TextOr::Other(BothLanguages { nl, en }) => Translated::Each { nl, en },
        })
    }
}

/// Days of the week: `mon-fri`, or a list of days and ranges.
#[derive(Debug)]
pub(super) struct WeekdayList(pub WordList);

impl<'de> Deserialize<'de> for WeekdayList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, at } = Spanned::deserialize(deserializer)?;
        let value = match value {
            TextOr::Text(value) => Items(vec![Spanned { value, at }]),
            TextOr::Other(list) => list,
        };
        Ok(WeekdayList(Spanned { value, at }))
    }
}

/// A text, or a mapping or list instead of it.
enum TextOr<T> {
    Text(String),
    Other(T),
}

trait TextAlternative: DeserializeOwned {
    const EXPECTED: &str;
    const IS_LIST: bool;
}

impl TextAlternative for BothLanguages {
    const EXPECTED: &str = Shape::TEXT_OR_TRANSLATIONS;
    const IS_LIST: bool = false;
}

impl TextAlternative for Items<Word> {
    const EXPECTED: &str = Shape::LIST;
    const IS_LIST: bool = true;
}

impl<'de, T: TextAlternative> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrVisitor(PhantomData))
    }
}

struct TextOrVisitor<T>(PhantomData<T>);

impl<'de, T: TextAlternative> Visitor<'de> for TextOrVisitor<T> {
    type Value = TextOr<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<TextOr<T>, E> {
        Ok(TextOr::Text(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TextOr<T>, A::Error> {
        if T::IS_LIST {
            return Err(de::Error::invalid_type(Unexpected::Map, &self));
        }
        T::deserialize(MapAccessDeserializer::new(map)).map(TextOr::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<TextOr<T>, A::Error> {
        if !T::IS_LIST {
            return Err(de::Error::invalid_type(Unexpected::Seq, &self));
        }
        T::deserialize(SeqAccessDeserializer::new(list)).map(TextOr::Other)
    }
}
