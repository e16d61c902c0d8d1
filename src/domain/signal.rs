//! A signal: what the sender says once, and what is never edited afterwards.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::age::{Age, YoungestChild};
use crate::domain::codes::{OrganisationId, TopicId, code_enum};
use crate::domain::discussed::Discussed;
#[cfg(test)]
use crate::domain::discussed::DiscussedKeys;
#[cfg(test)]
use crate::domain::residence::ResidenceKeys;
use crate::domain::residence::{Residence, read_keys, write_keys};
use crate::domain::signal_id::SignalId;
use crate::domain::time::{Day, Moment};
use crate::domain::words::{ContactLine, ExternalReference, Words};

code_enum! {
    /// How soon something must happen.
    Urgency {
        /// Danger now: the emergency numbers come first.
        Acute = "acute",
        /// Within days.
        Urgent = "urgent",
        /// The agreed promise is soon enough.
        Normal = "normal",
        /// Only to know; an answer is still owed.
        Fyi = "fyi",
    }
}

impl Default for Urgency {
    /// The urgency when none is given.
    fn default() -> Self {
        Urgency::Normal
    }
}

/// The topics of a signal: at least one, the main one first, none twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<TopicId>", into = "Vec<TopicId>")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Topics {
    main: TopicId,
    others: Vec<TopicId>,
}

impl Topics {
    /// The most topics that one signal may have.
    pub const MAX: usize = 12;

    /// `main`, then the others in their order; a repeated one counts once. `None` when there are
    /// more than [`Topics::MAX`].
    #[must_use]
    pub fn new(main: TopicId, others: impl IntoIterator<Item = TopicId>) -> Option<Self> {
        let mut topics = Self {
            main,
            others: Vec::new(),
        };
        for topic in others {
            if !topics.iter().any(|known| *known == topic) {
                topics.others.push(topic);
            }
        }
        (topics.others.len() < Self::MAX).then_some(topics)
    }

    /// The same from a list; `None` when it is empty or too long.
    #[must_use]
    pub fn from_list(topics: Vec<TopicId>) -> Option<Self> {
        let mut topics = topics.into_iter();
        Self::new(topics.next()?, topics)
    }

    /// The first topic, which decides when no organisation leads for all.
    #[must_use]
    pub fn main(&self) -> &TopicId {
        &self.main
    }

    /// The topics after the main one.
    #[must_use]
    pub fn others(&self) -> &[TopicId] {
        &self.others
    }

    /// All topics, the main one first.
    pub fn iter(&self) -> impl Iterator<Item = &TopicId> {
        std::iter::once(&self.main).chain(&self.others)
    }
}

/// There is no topic, or there are too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotTopics;

impl fmt::Display for NotTopics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1 to {} topics", Topics::MAX)
    }
}

impl TryFrom<Vec<TopicId>> for Topics {
    type Error = NotTopics;

    fn try_from(topics: Vec<TopicId>) -> Result<Self, NotTopics> {
        Self::from_list(topics).ok_or(NotTopics)
    }
}

impl From<Topics> for Vec<TopicId> {
    fn from(Topics { main, others }: Topics) -> Self {
        std::iter::once(main).chain(others).collect()
    }
}

/// What the decision about an owner looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What it is about.
    pub topics: Topics,
    /// Of whom, and how soon.
    pub particulars: Particulars,
    /// The organisation that sends; `None` only when somebody merely asks who would own it.
    pub sender: Option<OrganisationId>,
}

/// What the decision looks at besides topics and sender: of whom the worry is about, and how soon.
/// What the sender does not know is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Particulars {
    /// The age of the person the worry is about, if known.
    #[serde(
        default,
        serialize_with = "age_as_text",
        deserialize_with = "age_of_text"
    )]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub age: Option<Age>,
    /// The youngest child in that person's home, if known.
    #[serde(default)]
    pub youngest: Option<YoungestChild>,
    /// Where that person is registered, if known.
    #[serde(flatten, serialize_with = "write_keys", deserialize_with = "read_keys")]
    #[cfg_attr(test, schemars(with = "ResidenceKeys"))]
    pub residence: Option<Residence>,
    /// How soon something must happen.
    pub urgency: Urgency,
    /// The day on which something will happen, such as an eviction: the sender hears before it.
    #[serde(default)]
    pub before: Option<Day>,
}

/// [`Age`] itself is kept as months, for the stored map.
fn age_as_text<S: Serializer>(age: &Option<Age>, to: S) -> Result<S::Ok, S::Error> {
    age.map(|age| age.to_string()).serialize(to)
}

fn age_of_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Age>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    let age = text.map(|text| text.parse().map_err(|_| D::Error::custom("Age")));
    age.transpose()
}

impl Particulars {
    /// What of these was changed since `before`; the rest as in `known`.
    #[must_use]
    pub fn changed_onto(&self, before: &Self, known: &Self) -> Self {
        fn pick<T: PartialEq + Clone>(now: &T, before: &T, known: &T) -> T {
            if now == before { known } else { now }.clone()
        }
        Self {
            age: pick(&self.age, &before.age, &known.age),
            youngest: pick(&self.youngest, &before.youngest, &known.youngest),
            residence: pick(&self.residence, &before.residence, &known.residence),
            urgency: pick(&self.urgency, &before.urgency, &known.urgency),
            before: pick(&self.before, &before.before, &known.before),
        }
    }

    /// Whether somebody has another age today than `then`.
    #[must_use]
    pub fn have_aged(&self, then: Day, today: Day) -> bool {
        let youngest = match self.youngest {
            Some(YoungestChild::Aged(age)) => Some(age),
            Some(YoungestChild::NoChild) | None => None,
        };
        let later = months_between(then, today);
        let mut ages = self.age.into_iter().chain(youngest);
        ages.any(|age| age.has_passed_after(later))
    }

    /// What the decision about an owner looks at, with these topics and this sender.
    #[must_use]
    pub fn facts(&self, topics: Topics, sender: OrganisationId) -> Facts {
        Facts {
            topics,
            particulars: self.clone(),
            sender: Some(sender),
        }
    }
}

/// The whole months from one day until a later one; 0 when it is not later.
fn months_between(then: Day, today: Day) -> u32 {
    let months = |day: Day| i64::from(day.year()) * 12 + i64::from(day.month());
    let begun = i64::from(today.day_of_month() < then.day_of_month());
    u32::try_from(months(today) - months(then) - begun).unwrap_or(0)
}

/// What a report says besides its topics and its words: also what no decision looks at.
///
/// As it is written here, so it stands in JSON and in an export, and so `import` reads it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Circumstances {
    #[serde(flatten)]
    pub particulars: Particulars,
    /// Whether it was discussed with the family, and whether they agree.
    #[serde(flatten)]
    #[cfg_attr(test, schemars(with = "DiscussedKeys"))]
    pub discussed: Discussed<()>,
}

impl Circumstances {
    /// Its keys in JSON, in order.
    pub const KEYS: &'static [&'static str] = &[
        "age",
        "youngest",
        "area",
        "place",
        "urgency",
        "before",
        "discussed",
        "consent",
    ];
}

/// What the sender wrote: read by sender, owner and those involved, kept apart from the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalWords {
    /// What was seen or heard: facts.
    pub seen: Words,
    /// What goes well.
    pub goes_well: Option<Words>,
    /// Who already helps.
    pub helpers: Option<Words>,
    /// How the resident says it.
    pub own_words: Option<Words>,
    /// Whether it was discussed with the family, and if not, why not.
    pub discussed: Discussed<Words>,
}

code_enum! {
    /// What a piece of text is about.
    Part {
        /// What was seen or heard.
        Seen = "seen",
        /// What goes well.
        GoesWell = "goes-well",
        /// Who already helps.
        Helpers = "helpers",
        /// How the resident says it.
        OwnWords = "own-words",
        /// Why the family does not know of the signal.
        WhyNotDiscussed = "why-not-discussed",
        /// Why it is reported although the family does not agree.
        WhyWithoutConsent = "why-without-consent",
        /// The words of an event after the report.
        Said = "said",
        /// To whom a signal was handed over, when the map does not know them.
        HandedTo = "handed-to",
    }
}

impl SignalWords {
    /// The pieces of text, each with what it is about, in the order of [`Part`].
    #[must_use]
    pub fn pieces(&self) -> Vec<(Part, &Words)> {
        let Self {
            seen,
            goes_well,
            helpers,
            own_words,
            discussed,
        } = self;
        let all = [
            (Part::Seen, Some(seen)),
            (Part::GoesWell, goes_well.as_ref()),
            (Part::Helpers, helpers.as_ref()),
            (Part::OwnWords, own_words.as_ref()),
        ];
        let mut pieces = Vec::new();
        for (part, words) in all {
            pieces.extend(words.map(|words| (part, words)));
        }
        pieces.extend(discussed.reason());
        pieces
    }
}

/// A signal as the sender reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// Its number, chosen before it is written.
    pub id: SignalId,
    /// The organisation that sends.
    pub sender: OrganisationId,
    /// How to reach the person who sends; the organisation's own contact when left out.
    pub contact: Option<ContactLine>,
    /// The number that the sender's own system gave it; unique per sender.
    pub reference: Option<ExternalReference>,
    /// When it was reported.
    pub reported_at: Moment,
    /// What it is about.
    pub topics: Topics,
    /// Of whom, and how soon.
    pub particulars: Particulars,
    /// What the sender wrote.
    pub words: SignalWords,
}

impl Signal {
    #[must_use]
    pub fn circumstances(&self) -> Circumstances {
        // Taken apart completely: a new field belongs here, or is kept elsewhere.
        let Self {
            id: _,
            sender: _,
            contact: _,
            reference: _,
            reported_at: _,
            topics: _,
            particulars,
            words,
        } = self;
        Circumstances {
            particulars: particulars.clone(),
            discussed: words.discussed.without_reason(),
        }
    }

    /// What the decision about an owner looks at.
    #[must_use]
    pub fn facts(&self) -> Facts {
        self.particulars
            .facts(self.topics.clone(), self.sender.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_has_another_age_once_what_was_told_of_it_has_passed() {
        let aged = |age: &str, today: &str| {
            let particulars = Particulars {
                age: Some(age.parse().unwrap()),
                ..Particulars::default()
            };
            particulars.have_aged("2026-11-24".parse().unwrap(), today.parse().unwrap())
        };
        for (age, still, no_longer) in [
            ("5 days", "2026-12-23", "2026-12-24"),
            ("unborn", "2026-12-23", "2026-12-24"),
            ("17y11m", "2026-12-23", "2026-12-24"),
            ("40", "2027-11-23", "2027-11-24"),
        ] {
            assert!(!aged(age, still) && aged(age, no_longer), "{age}");
        }
        assert!(!aged("5 days", "2026-11-01"), "a clock that went back");
    }

    #[test]
    fn the_main_topic_stands_first_and_no_topic_twice() {
        let topic = |text: &str| text.parse::<TopicId>().unwrap();
        let topics = Topics::new(topic("housing"), [topic("finances"), topic("housing")]).unwrap();
        assert_eq!(topics.main(), &topic("housing"));
        assert_eq!(topics.iter().count(), 2);
        assert_eq!(Topics::from_list(vec![]), None);
        assert_eq!(
            Topics::new(topic("a"), (0..12).map(|n| topic(&format!("t{n}")))),
            None
        );
    }
}
