//! What can be wrong with a map, as values with data. The sentences are the renderer's.

use crate::domain::codes::code_enum;
use crate::domain::time::Day;
use crate::map_analysis::check::Check;
use crate::map_file::yaml;
use crate::routing::map::MapPosition;

/// All that is wrong with a map; never empty, sorted by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFaults {
    /// The faults.
    pub faults: Vec<MapFault>,
}

/// One thing that is wrong, where, and how it looks there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFault {
    /// Where; `None` when it is about the map as a whole or about files.
    pub place: Option<MapPosition>,
    pub problem: MapProblem,
    /// The line, with a mark. Plain text, safe to print. Left out after the first hundred.
    pub excerpt: Option<String>,
}

impl From<MapProblem> for MapFaults {
    fn from(problem: MapProblem) -> Self {
        Self {
            faults: vec![MapFault {
                place: None,
                problem,
                excerpt: None,
            }],
        }
    }
}

code_enum! {
    /// What is called by a code.
    Called {
        /// A life domain.
        Topic = "topic",
        /// A region, municipality or district.
        Area = "area",
        Organisation = "organisation",
        /// A kind of organisation.
        Kind = "kind",
        /// A kind or an organisation, as `senders` names them.
        Sender = "sender",
        /// A municipality code.
        Municipality = "municipality",
        /// A case by which the map is tested, by its name.
        Case = "case",
    }
}

/// What can be wrong. Texts from the map are harmless: no control or hidden characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapProblem {
    /// There is no such file or folder.
    NoSuchFile {
        /// What was asked for.
        path: String,
        /// A map that stands beside it.
        did_you_mean: Option<String>,
    },
    /// The file or folder may not be read.
    NoPermission { path: String },
    /// A folder without a single YAML file.
    NoYamlInFolder { path: String },
    /// Reading failed for another reason, in the system's words.
    Unreadable { path: String, reason: String },
    /// The files together are larger than is read.
    TooLarge {
        /// How many MiB may be.
        most_mib: usize,
    },
    /// No YAML, or another shape than the format.
    Yaml(yaml::YamlProblem),
    /// A key that must be there is in none of the places where it may be.
    MissingKey {
        key: &'static str,
        /// Whose: a code, or nothing for the map itself.
        of: Option<String>,
    },
    /// A key that may be given once in the whole folder.
    GivenTwice {
        key: &'static str,
        /// Where it stood before.
        first: MapPosition,
    },
    /// Two things of one kind with the same code.
    SameCode {
        /// What they are.
        called: Called,
        /// Their code.
        code: String,
        /// Where it stood before.
        first: MapPosition,
    },
    /// A format version that this program does not know.
    UnknownVersion { found: String },
    /// Not a code: small letters, digits and hyphens.
    NotACode {
        /// What it should call.
        called: Called,
        text: String,
    },
    /// A code that the map does not have.
    Unknown {
        /// What it should call.
        called: Called,
        /// The code.
        code: String,
        /// The nearest that the map has, when one is near.
        did_you_mean: Option<String>,
    },
    /// A sender that is both a kind and an organisation.
    AmbiguousSender {
        /// The word.
        code: String,
    },
    /// A word that is not one of the choices for this key.
    NotAChoice {
        key: &'static str,
        /// The word.
        text: String,
        /// The choices.
        choices: Vec<&'static str>,
        /// The nearest choice, when one is near.
        did_you_mean: Option<&'static str>,
    },
    /// Not a range of ages, or an empty one.
    NotAges { text: String },
    /// Not the age of one person.
    NotAnAge { text: String },
    /// Not a moment.
    NotAMoment { text: String },
    /// Not the day of a promise, and not how long after the signal it is.
    NeitherDayNorTerm { text: String },
    /// More topics than a signal may have.
    TooManyTopics {
        /// How many may be.
        most: usize,
    },
    /// A case that states nothing: it would always be as agreed.
    NothingExpected,
    /// Not a term.
    NotATerm { text: String },
    /// Not a day of the calendar.
    NotADay { text: String },
    /// Not a time of the day.
    NotAClockTime { text: String },
    /// Not days of the week.
    NotWeekdays { text: String },
    /// Not a time zone of Europe.
    NotAZone { text: String },
    /// Not a 4-digit postcode, nor a range of them in order.
    NotPostcodes { text: String },
    /// Not a telephone number.
    NotAPhone { text: String },
    /// Not an e-mail address.
    NotAnEmail { text: String },
    /// A control, invisible or direction-changing character.
    HiddenCharacter {
        key: &'static str,
        /// Its number in Unicode.
        character: u32,
    },
    /// Nothing but white space.
    EmptyText { key: &'static str },
    /// More characters than a screen can show.
    TooLongText {
        key: &'static str,
        /// How many may be.
        most: usize,
    },
    /// A list without anything in it.
    EmptyList { key: &'static str },
    /// A responsibility without a single key: a slip, that would claim every signal.
    EmptyResponsibility,
    /// An open point that is neither a dispute nor a gap, or both.
    DisputeOrGap,
    /// An open point that does not say for which signals: it would hide every dispute or gap.
    EmptyOpenPoint,
    /// Areas that lie within each other.
    AreaCycle {
        /// Their codes, the first one repeated at the end.
        chain: Vec<String>,
    },
    /// Two areas share a postcode, and neither lies in the other: which one does it stand for?
    SharedPostcode {
        /// The first that they share.
        postcode: String,
        /// The codes of the areas, in the order of the files.
        areas: [String; 2],
        /// Where it stood before.
        first: MapPosition,
    },
    /// It ends before it begins.
    ValidityReversed {
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
    /// The offices close before they open.
    OfficeHoursReversed {
        /// Opening time.
        from: String,
        /// Closing time.
        to: String,
    },
    /// A day that is closed and open.
    ClosedAndOpen { day: Day },
    /// A contact with neither phone nor e-mail.
    EmptyContact { organisation: String },
    /// An organisation that owns something and cannot be reached.
    OwnerWithoutContact { organisation: String },
    /// An organisation that alarms are told to and that cannot be reached.
    ToldWithoutContact { organisation: String },
    /// Not a number of working days that an escalation counts.
    NotWorkingDays { text: String },
    /// Two steps of the escalation that are the same: as long after the same promise.
    SameStep {
        /// Where it stood before.
        first: MapPosition,
    },
    /// The coordinator takes over from a sender who does not confirm: there is nothing left to take
    /// over.
    NothingToTakeOver,
    /// A coordinator that cannot be reached.
    CoordinatorWithoutContact { organisation: String },
}

impl MapProblem {
    /// The check that finds it; `None` when there are no files to check.
    #[must_use]
    pub fn check(&self) -> Option<Check> {
        Some(match self {
            MapProblem::NoSuchFile { .. }
            | MapProblem::NoPermission { .. }
            | MapProblem::NoYamlInFolder { .. }
            | MapProblem::Unreadable { .. }
            | MapProblem::TooLarge { .. } => return None,
            MapProblem::Yaml(_) | MapProblem::UnknownVersion { .. } => Check::Format,
            MapProblem::MissingKey { .. } => Check::MissingKey,
            MapProblem::GivenTwice { .. } | MapProblem::SameStep { .. } => Check::GivenTwice,
            MapProblem::SameCode { .. } => Check::SameCode,
            MapProblem::Unknown { .. } => Check::UnknownReference,
            MapProblem::AmbiguousSender { .. } => Check::AmbiguousSender,
            MapProblem::NotACode { .. }
            | MapProblem::NotAChoice { .. }
            | MapProblem::NotAges { .. }
            | MapProblem::NotATerm { .. }
            | MapProblem::NotADay { .. }
            | MapProblem::NotAClockTime { .. }
            | MapProblem::NotWeekdays { .. }
            | MapProblem::NotAZone { .. }
            | MapProblem::NotPostcodes { .. }
            | MapProblem::NotAPhone { .. }
            | MapProblem::NotAnEmail { .. }
            | MapProblem::HiddenCharacter { .. }
            | MapProblem::EmptyText { .. }
            | MapProblem::TooLongText { .. }
            | MapProblem::EmptyList { .. }
            | MapProblem::NotAnAge { .. }
            | MapProblem::NotAMoment { .. }
            | MapProblem::NeitherDayNorTerm { .. }
            | MapProblem::TooManyTopics { .. }
            | MapProblem::NothingExpected
            | MapProblem::NotWorkingDays { .. }
            | MapProblem::NothingToTakeOver
            | MapProblem::ClosedAndOpen { .. } => Check::BadValue,
            MapProblem::EmptyResponsibility => Check::EmptyResponsibility,
            MapProblem::DisputeOrGap | MapProblem::EmptyOpenPoint => Check::UnclearOpenPoint,
            MapProblem::AreaCycle { .. } => Check::AreaCycle,
            MapProblem::SharedPostcode { .. } => Check::SharedPostcode,
            MapProblem::ValidityReversed { .. } | MapProblem::OfficeHoursReversed { .. } => {
                Check::Reversed
            }
            MapProblem::EmptyContact { .. }
            | MapProblem::OwnerWithoutContact { .. }
            | MapProblem::ToldWithoutContact { .. } => Check::MissingContact,
            MapProblem::CoordinatorWithoutContact { .. } => Check::CoordinatorWithoutContact,
        })
    }
}
