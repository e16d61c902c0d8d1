//! The format of the map as it is typed: words with their places, not yet judged.
//! docs/routes-yaml.md teaches it.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::map_file::yaml::{Entries, Given, Items, Positioned, Shape};

/// One word or text.
pub(super) type Word = Positioned<String>;
/// A list of words.
pub(super) type Words = Positioned<Items<Word>>;

/// A file of the map. In a folder the keys are spread over the files.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct MapFile {
    pub seinhuis: Given<Word>,
    pub name: Given<Word>,
    pub timezone: Given<Word>,
    pub holidays: Given<Word>,
    pub closed_days: Given<Words>,
    pub open_days: Given<Words>,
    pub office_hours: Given<Positioned<OfficeHours>>,
    pub coordinator: Given<Word>,
    pub promises: Given<Positioned<Promises>>,
    pub emergency: Given<Positioned<Items<Positioned<EmergencyLine>>>>,
    pub escalation: Given<Positioned<Items<Positioned<EscalationStep>>>>,
    pub topics: Given<Positioned<Entries<Topic>>>,
    pub areas: Given<Positioned<Entries<Area>>>,
    pub organisations: Given<Positioned<Entries<Organisation>>>,
    pub open_points: Given<Positioned<Items<Positioned<OpenPoint>>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OfficeHours {
    pub days: Given<Days>,
    pub from: Given<Word>,
    pub to: Given<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Promises {
    pub accept_within: Given<Word>,
    pub feedback_within: Given<Word>,
    pub confirm_within: Given<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EmergencyLine {
    pub call: Given<Word>,
    pub organisation: Given<Word>,
    pub when: Given<Translated>,
    pub ages: Given<Word>,
    pub hours: Given<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EscalationStep {
    pub past: Given<Word>,
    pub after: Given<Word>,
    pub tell: Given<Words>,
    pub takes_over: Given<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Topic {
    pub name: Given<Translated>,
    pub parts: Given<Entries<Topic>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Area {
    pub name: Given<Word>,
    pub code: Given<Word>,
    pub within: Given<Word>,
    pub postcodes: Given<Words>,
    pub coordinator: Given<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Organisation {
    pub name: Given<Word>,
    pub kind: Given<Word>,
    pub contact: Given<Positioned<Contact>>,
    pub owns: Given<Positioned<Items<Positioned<Responsibility>>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Contact {
    pub phone: Given<Word>,
    pub email: Given<Word>,
    pub hours: Given<Word>,
    pub checked_on: Given<Word>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Responsibility {
    pub topics: Given<Words>,
    pub areas: Given<Words>,
    pub ages: Given<Word>,
    pub urgency: Given<Words>,
    pub senders: Given<Words>,
    pub hours: Given<Word>,
    pub priority: Given<i32>,
    pub valid_from: Given<Word>,
    pub valid_until: Given<Word>,
    pub feedback: Given<Word>,
    pub involve: Given<Words>,
    pub leads: Given<bool>,
    pub because: Given<Translated>,
    pub accept_within: Given<Word>,
    pub feedback_within: Given<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OpenPoint {
    pub dispute: Given<Positioned<Criteria>>,
    pub gap: Given<Positioned<Criteria>>,
    pub until: Given<Word>,
    pub because: Given<Translated>,
}

/// The keys of a responsibility that say for which signals.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Criteria {
    pub topics: Given<Words>,
    pub areas: Given<Words>,
    pub ages: Given<Word>,
    pub urgency: Given<Words>,
    pub senders: Given<Words>,
    pub hours: Given<Word>,
}

/// A text, or one per language.
#[derive(PartialEq, Debug)]
pub(super) enum Translated {
    One(Word),
    Each { nl: Word, en: Word },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    nl: Word,
    en: Word,
}

impl<'de> Deserialize<'de> for Translated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Written;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Shape::TEXT_OR_TRANSLATIONS)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Written, E> {
                Ok(Written::One(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Written, A::Error> {
                Each::deserialize(MapAccessDeserializer::new(map)).map(Written::Each)
            }
        }

        enum Written {
            One(String),
            Each(Each),
        }

        struct Inner(Written);

        impl<'de> Deserialize<'de> for Inner {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Either).map(Inner)
            }
        }

        let Positioned {
            value: Inner(written),
            at,
        } = Positioned::deserialize(deserializer)?;
        Ok(match written {
            Written::One(value) => Translated::One(Positioned { value, at }),
            Written::Each(Each { nl, en }) => Translated::Each { nl, en },
        })
    }
}

/// Days of the week: `mon-fri`, or a list of days and ranges.
#[derive(Debug)]
pub(super) struct Days(pub Words);

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Result<String, Items<Word>>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Shape::LIST)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Ok(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                Items::deserialize(SeqAccessDeserializer::new(list)).map(Err)
            }
        }

        struct Inner(Result<String, Items<Word>>);

        impl<'de> Deserialize<'de> for Inner {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Either).map(Inner)
            }
        }

        let Positioned {
            value: Inner(written),
            at,
        } = Positioned::deserialize(deserializer)?;
        let value = written.map_or_else(|list| list, |value| Items(vec![Positioned { value, at }]));
        Ok(Days(Positioned { value, at }))
    }
}
