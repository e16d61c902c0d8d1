//! The criteria of a responsibility, and when each holds. A new criterion is added here.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::age::{Age, AgeRange, YoungestChild};
use crate::domain::codes::{KindId, OrganisationId, code_enum};
use crate::map_parts::ages::{AgeLimits, AgeSubject};
use crate::map_parts::choice::{Choice, ChoiceLimits, Choices};
use crate::map_parts::tree::{AreaIx, TopicIx};

code_enum! {
    /// What a responsibility may be limited by.
    Criterion {
        /// The life domain.
        Topic = "topic",
        /// The age of the person the worry is about.
        Age = "age",
        /// The age of the youngest child in that person's home.
        Youngest = "youngest",
        /// Where that person is registered.
        Area = "area",
        /// How soon something must happen.
        Urgency = "urgency",
        /// Who sends.
        Sender = "sender",
        /// Office time or not.
        Hours = "hours",
    }
}

/// What a criterion looks at: a matter of its own, or one of several values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CriterionKind {
    Topic,
    Age(AgeSubject),
    Area,
    Sender,
    Choice(Choice),
}

impl Criterion {
    #[must_use]
    pub fn kind(self) -> CriterionKind {
        match self {
            Criterion::Topic => CriterionKind::Topic,
            Criterion::Age => CriterionKind::Age(AgeSubject::Person),
            Criterion::Youngest => CriterionKind::Age(AgeSubject::YoungestChild),
            Criterion::Area => CriterionKind::Area,
            Criterion::Urgency => CriterionKind::Choice(Choice::Urgency),
            Criterion::Sender => CriterionKind::Sender,
            Criterion::Hours => CriterionKind::Choice(Choice::Hours),
        }
    }
}

impl AgeSubject {
    #[must_use]
    pub fn criterion(self) -> Criterion {
        match self {
            AgeSubject::Person => Criterion::Age,
            AgeSubject::YoungestChild => Criterion::Youngest,
        }
    }
}

impl Choice {
    #[must_use]
    pub fn criterion(self) -> Criterion {
        match self {
            Choice::Urgency => Criterion::Urgency,
            Choice::Hours => Criterion::Hours,
        }
    }
}

/// For which signals a responsibility holds. `None` means: for all, also when the sender does not
/// know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criteria {
    /// These topics and all that is part of them.
    pub topics: Option<Vec<TopicIx>>,
    /// These ages of the person, and of the youngest child.
    pub ages: AgeLimits,
    /// These areas and all that lies in them.
    pub areas: Option<Vec<AreaIx>>,
    /// These senders.
    pub senders: Option<Senders>,
    /// These urgencies and hours.
    pub choices: ChoiceLimits,
}

/// A limit to senders: as written, and the organisations of the map that it means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Senders {
    /// The kinds that were written.
    pub kinds: BTreeSet<KindId>,
    /// The organisations that were written.
    pub named: BTreeSet<OrganisationId>,
    /// All organisations of those kinds, and those named. Derived from the map by
    /// [`MapParts::find_senders`](super::MapParts::find_senders), and not stored.
    #[serde(skip)]
    pub organisations: Arc<BTreeSet<OrganisationId>>,
}

/// What a decision asks about one topic of a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The topic; `None` when the map does not know it.
    pub topic: Option<TopicIx>,
    /// The age, if known.
    pub age: Option<Age>,
    /// The youngest child in the home, if known.
    pub youngest: Option<YoungestChild>,
    /// The area, if known.
    pub area: Option<AreaIx>,
    /// The sender, if known.
    pub sender: Option<OrganisationId>,
    /// How soon, and whether it is office time: a value of each.
    pub choices: Choices,
}

impl Question {
    /// What the sender did not say.
    #[must_use]
    pub fn unknown(&self) -> Vec<Criterion> {
        let Question {
            topic: _,
            age,
            youngest,
            area,
            sender,
            choices: _,
        } = self;
        let unknown = [
            age.is_none().then_some(Criterion::Age),
            youngest.is_none().then_some(Criterion::Youngest),
            area.is_none().then_some(Criterion::Area),
            sender.is_none().then_some(Criterion::Sender),
        ];
        unknown.into_iter().flatten().collect()
    }

    /// Whether the age lies in the range; `None` when it is not known. A child that is not there
    /// has no age in any range.
    #[must_use]
    pub fn age_lies_in(&self, range: AgeRange, subject: AgeSubject) -> Option<bool> {
        match subject {
            AgeSubject::Person => self.age.map(|age| range.includes(age)),
            AgeSubject::YoungestChild => {
                let youngest = self.youngest?;
                Some(youngest.age().is_some_and(|age| range.includes(age)))
            }
        }
    }
}

/// Whether a criterion holds for a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not.
    Fails,
    /// The sender did not say what it looks at.
    Unknown,
}

/// The limit that a criterion sets, for explaining: the criterion, and the codes that it allows. A
/// kind of organisation and an organisation never share a code: no map is read where a sender is
/// both.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Limit {
    pub criterion: Criterion,
    pub values: Vec<String>,
}

/// `None`: no limit. `Some(None)`: a limit, and the sender did not say what it looks at.
fn verdict(holds: Option<Option<bool>>) -> Verdict {
    match holds {
        None | Some(Some(true)) => Verdict::Holds,
        Some(Some(false)) => Verdict::Fails,
        Some(None) => Verdict::Unknown,
    }
}

/// The criteria of age and of choice that do not hold.
pub(crate) fn unmet(
    ages: &AgeLimits,
    choices: &ChoiceLimits,
    asked: &Question,
) -> impl Iterator<Item = (Criterion, Verdict)> {
    let ages = ages.iter().map(|(subject, range)| {
        let holds = asked.age_lies_in(range, subject);
        (subject.criterion(), verdict(Some(holds)))
    });
    let choices = choices.unmet(asked.choices);
    ages.filter(|(_, verdict)| *verdict != Verdict::Holds)
        .chain(choices.map(|choice| (choice.criterion(), Verdict::Fails)))
}

impl Criteria {
    /// The criteria that do not hold, except topic and area: the index checks those.
    pub fn unmet_beyond_place(
        &self,
        asked: &Question,
    ) -> impl Iterator<Item = (Criterion, Verdict)> {
        let Criteria {
            topics: _,
            ages,
            areas: _,
            senders,
            choices,
        } = self;
        let sender = senders.as_ref().map(|senders| {
            let sender = asked.sender.as_ref();
            sender.map(|sender| senders.organisations.contains(sender))
        });
        let sender = Some((Criterion::Sender, verdict(sender)));
        let unmet_sender = sender.filter(|(_, verdict)| *verdict != Verdict::Holds);
        unmet(ages, choices, asked).chain(unmet_sender)
    }
}
