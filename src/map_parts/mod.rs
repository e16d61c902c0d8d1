//! What a map is made of: settings, topics, areas, organisations, and what they have agreed to own.
//! Plain data. Pure: no terminal, no files, no database, no clock.

pub mod ages;
pub mod choice;
pub mod criterion;
pub mod entry;
pub mod handover;
pub mod office_hours;
pub mod position;
pub mod promises;
mod senders;
pub mod text;
pub mod tree;
pub mod valid_days;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::age::AgeRange;
use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::{Calendar, Term};
use crate::domain::codes::{AreaId, KindId, MapId, OrganisationId, TopicId, code_enum};
use crate::domain::event::Level;
use crate::domain::invariant::at;
use crate::domain::signal::Urgency;
use crate::domain::time::{Day, Zone};
use crate::map_parts::criterion::Criteria;
use crate::map_parts::handover::Handover;
use crate::map_parts::office_hours::{Hours, OfficeHours};
use crate::map_parts::position::MapPosition;
use crate::map_parts::promises::{AcutePromises, OwnerTerms, Promises};
use crate::map_parts::text::Text;
use crate::map_parts::tree::{AreaIx, TopicIx};
use crate::map_parts::valid_days::ValidDays;

/// A responsibility's place in [`MapParts::responsibilities`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ResponsibilityIx(pub u32);

/// Other words for something, in each language of the screen. All of them are understood, whatever
/// the language of the screen is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Synonyms {
    /// Dutch.
    pub nl: Vec<String>,
    /// English.
    pub en: Vec<String>,
}

/// A life domain, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its code.
    pub id: TopicId,
    /// The codes that it took over, or had before.
    pub formerly: Vec<TopicId>,
    /// The days on which it is there.
    pub valid: ValidDays,
    /// What it is called on the screen.
    pub name: Text,
    /// What people call it too.
    pub also: Synonyms,
    /// What it is part of.
    pub parent: Option<TopicIx>,
    /// Where it stands in the map.
    pub place: MapPosition,
}

/// A region, municipality or district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its code in the map.
    pub id: AreaId,
    /// The codes that it took over, or had before.
    pub formerly: Vec<AreaId>,
    /// The days on which it is there.
    pub valid: ValidDays,
    /// What it is called.
    pub name: String,
    /// Other names, such as `Den Haag`.
    pub also: Vec<String>,
    /// Its municipality code, such as `GM9901`.
    pub code: Option<String>,
    /// The area that it lies in.
    pub parent: Option<AreaIx>,
    /// Its own 4-digit postcodes, as ranges with both ends included.
    pub postcodes: Vec<(u16, u16)>,
    /// Who decides here what nobody owns, when that differs from the area around it.
    pub coordinator: Option<OrganisationId>,
    /// Where it stands in the map.
    pub place: MapPosition,
}

code_enum! {
    /// When an organisation can be reached.
    ContactHours {
        /// In the map's office hours.
        Office = "office",
        /// Day and night.
        Always = "always",
    }
}

/// How to reach an organisation. At least one of phone and e-mail is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Contact {
    /// Telephone number, as one would dial or read it.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    pub hours: ContactHours,
    /// The day on which somebody made sure that this is still right.
    pub checked_on: Option<Day>,
}

/// People of an organisation who send signals do not read those of one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SendersApart {
    /// Who reads all of it, as the setting `person` calls them.
    pub office: Vec<String>,
}

/// An organisation: one that sends, owns, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its code.
    pub id: OrganisationId,
    /// The codes that it took over, or had before.
    pub formerly: Vec<OrganisationId>,
    /// The days on which it is there.
    pub valid: ValidDays,
    /// What it is called.
    pub name: String,
    /// What kind of organisation it is, such as `kraamzorg`.
    pub kind: KindId,
    /// How to reach it.
    pub contact: Option<Contact>,
    /// Who reads what its people sent; `None`: all of them.
    pub senders_apart: Option<SendersApart>,
    /// Where it stands in the map.
    pub place: MapPosition,
}

/// What an organisation has agreed to own: for which signals, and what it promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsibility {
    pub owner: OrganisationId,
    /// For which signals.
    pub criteria: Criteria,
    /// The higher goes first; 0 when the map says nothing.
    pub priority: i32,
    /// The days on which it holds.
    pub valid: ValidDays,
    /// The promise to say whether they take it on, when it differs from the map's.
    pub accept_within: Option<Term>,
    /// The promise of feedback to the sender, when it differs from the map's.
    pub feedback_within: Option<Term>,
    /// The promises for acute signals.
    pub acute: AcutePromises,
    /// How much the sender may hear.
    pub level: Level,
    /// Who is involved whenever this responsibility owns.
    pub involve: Vec<OrganisationId>,
    /// How the owner hears which family it is, when it differs from the map's way.
    pub handover: Option<Handover>,
    /// Whether it takes the lead when a signal has several topics.
    pub leads: bool,
    /// The source: covenant, law, decision.
    pub because: Option<Text>,
    /// Where it stands in the map.
    pub place: MapPosition,
}

impl Responsibility {
    /// Its own promises; `None` where the map's hold.
    #[must_use]
    pub fn promises(&self, urgency: Urgency) -> OwnerTerms<Option<Term>> {
        match urgency {
            Urgency::Acute => OwnerTerms {
                accept_within: self.acute.accept_within,
                feedback_within: self.acute.feedback_within,
            },
            Urgency::Urgent | Urgency::Normal | Urgency::Fyi => OwnerTerms {
                accept_within: self.accept_within,
                feedback_within: self.feedback_within,
            },
        }
    }

    /// Where that is agreed.
    #[must_use]
    pub fn source(&self, urgency: Urgency) -> Option<&Text> {
        let acute = self.acute.because.as_ref();
        match urgency {
            Urgency::Acute => acute.or(self.because.as_ref()),
            Urgency::Urgent | Urgency::Normal | Urgency::Fyi => self.because.as_ref(),
        }
    }
}

/// Whom to call first when there is danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyLine {
    /// The number to dial.
    pub call: String,
    /// Whose number it is.
    pub organisation: Option<OrganisationId>,
    /// In which danger.
    pub when: Text,
    /// For which topics and all that is part of them, whatever the urgency; `None`: for every acute
    /// signal.
    pub topics: Option<Vec<TopicId>>,
    /// For which ages, when not for all.
    pub ages: Option<AgeRange>,
    /// At which hours, when not at all.
    pub hours: Option<Hours>,
    /// Where it stands in the map; `None` for the line that is there when the map names none.
    pub place: Option<MapPosition>,
}

/// Who hears of an alarm.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Listener {
    /// Who owns the signal.
    Owner,
    /// Who sent it.
    Sender,
    /// Who decides what nobody owns.
    Coordinator,
    /// This organisation, whatever its part.
    Organisation(OrganisationId),
}

impl Listener {
    /// Those that are named by their part in the signal.
    pub const PARTS: &'static [Listener] =
        &[Listener::Owner, Listener::Sender, Listener::Coordinator];

    /// The part that the map calls by this word, which goes before an organisation with that code.
    #[must_use]
    pub fn part(code: &str) -> Option<Self> {
        Self::PARTS.iter().find(|part| part.code() == code).cloned()
    }

    /// As the map writes it.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Listener::Owner => "owner",
            Listener::Sender => "sender",
            Listener::Coordinator => "coordinator",
            Listener::Organisation(id) => id.as_str(),
        }
    }
}

/// A step of the escalation: when an alarm sounds, and what comes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalation {
    /// Past which promise, and how long after it.
    pub step: AlarmStep,
    /// Who hears of it; never empty.
    pub tell: BTreeSet<Listener>,
    /// Whether the coordinator becomes the owner.
    pub takes_over: bool,
    /// Where it stands in the map.
    pub place: MapPosition,
}

code_enum! {
    /// What is still open.
    StillOpen {
        /// Two organisations claim the same.
        Dispute = "dispute",
        /// Nobody claims it.
        Gap = "gap",
    }
}

/// A dispute or a gap that the organisations know of, and have agreed to settle. It changes nothing
/// in deciding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPoint {
    /// What is open.
    pub about: StillOpen,
    /// For which signals.
    pub criteria: Criteria,
    /// The last day on which it may be open.
    pub until: Day,
    /// Why it is still open, and what is done about it.
    pub because: Text,
    /// Where it stands in the map.
    pub place: MapPosition,
}

/// How much senders may hear at most, whoever owns. Who is not named may hear all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SenderLevels {
    /// Of all organisations of a kind, but for those that are named.
    pub kinds: BTreeMap<KindId, Level>,
    /// Of an organisation; goes before that of its kind.
    pub named: BTreeMap<OrganisationId, Level>,
}

/// What holds for the whole map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapSettings {
    /// What the map is called.
    pub name: Text,
    /// What it stays, whatever it is called; `None`: its name says which map it is.
    pub id: Option<MapId>,
    /// The zone in which its promises are dated.
    pub zone: Zone,
    /// Its working days.
    pub calendar: Calendar,
    /// Its office hours.
    pub office_hours: OfficeHours,
    /// Who decides what nobody owns, where no area names its own.
    pub coordinator: OrganisationId,
    /// Who may be given all words of all signals, with a reason; `None`: nobody.
    pub privacy_officer: Option<OrganisationId>,
    /// The promises where a responsibility says nothing.
    pub promises: Promises,
    /// Where they stand; `None` when the map leaves them out.
    pub promises_place: Option<MapPosition>,
    /// Whom to call in danger, in this order.
    pub emergency: Vec<EmergencyLine>,
    /// How an owner hears which family it is, where a responsibility says nothing.
    pub handover: Handover,
    /// How much senders may hear at most.
    pub levels: SenderLevels,
    /// When alarms sound about broken promises, in the order of the map.
    pub escalation: Vec<Escalation>,
    /// A hash of the files, in hexadecimal: which map this is.
    pub digest: String,
}

impl MapSettings {
    /// Which map this is, as a register keeps it: its id, else its Dutch name.
    #[must_use]
    pub fn which(&self) -> &str {
        self.id.as_ref().map_or(&*self.name.nl, MapId::as_str)
    }
}

/// What the map's files hold, with every reference resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapParts {
    /// What holds for the whole map.
    pub settings: MapSettings,
    /// The topics. A parent stands before its children.
    pub topics: Vec<Topic>,
    /// The areas. A parent stands before the areas inside it.
    pub areas: Vec<Area>,
    /// The organisations.
    pub organisations: Vec<Organisation>,
    /// What they have agreed to own.
    pub responsibilities: Vec<Responsibility>,
    /// What they know to be open still.
    pub open_points: Vec<OpenPoint>,
}

impl MapParts {
    /// Runs of responsibilities with the same owner, in the order of the map.
    pub fn of_owners(&self) -> impl Iterator<Item = (&OrganisationId, &[Responsibility])> {
        let runs = self
            .responsibilities
            .chunk_by(|one, next| one.owner == next.owner);
        runs.map(|owned| (&at(owned, 0).owner, owned))
    }
}
