//! The problems of a map, as data. The error report has the sentences.

use crate::domain::codes::code_enum;
use crate::domain::time::Day;
use crate::map_file::yaml;
use crate::routing::map::MapPosition;

/// All faults of a map, sorted by place. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFaults {
    pub faults: Vec<MapFault>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFault {
    /// `None` when it is about the map as a whole or about files.
    pub place: Option<MapPosition>,
    pub problem: MapProblem,
    /// The line, with a mark. Plain text, safe to print. Only the first hundred faults have one.
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
    /// What a code names.
    CodeKind {
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
        /// The map itself.
        Map = "map",
        /// A case that tests the map, by its name.
        Case = "case",
    }
}

/// Texts from the map have no control or hidden characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapProblem {
    /// There is no such file or folder.
    NoSuchFile {
        path: String,
        /// A map in the same folder.
        did_you_mean: Option<String>,
    },
    /// The file or folder may not be read.
    NoPermission {
        path: String,
    },
    NoYamlInFolder {
        path: String,
    },
    /// What it leads to is not there.
    LinkToNowhere {
        path: String,
    },
    /// Reading failed for another reason, in the words of the system.
    Unreadable {
        path: String,
        reason: String,
    },
    /// The files together are too large.
    TooLarge {
        most_mib: usize,
    },
    /// Not YAML, or not the shape of the format.
    Yaml(yaml::YamlProblem),
    /// A file of a folder in which nothing is written: perhaps it is being saved.
    EmptyFile,
    /// A file that the map names, and that is not in its folder.
    FileNotThere {
        file: String,
        /// The nearest file that is there and not named.
        did_you_mean: Option<String>,
    },
    /// A map of one file names another.
    FileBesideTheMap {
        file: String,
    },
    /// A file in the folder of a map that names its files, and not this one.
    FileNotNamed {
        file: String,
    },
    /// A file whose last line is not the mark with which the files of its map end: perhaps half of it
    /// is lost.
    FileWithoutEnd,
    /// A required key is missing.
    MissingKey {
        key: &'static str,
        /// The code of what lacks it; `None` for the map itself.
        of: Option<String>,
    },
    /// A key that may be given once in the whole folder.
    GivenTwice {
        key: &'static str,
        first: MapPosition,
    },
    /// Two things of one kind with the same code.
    SameCode {
        called: CodeKind,
        code: String,
        first: MapPosition,
    },
    /// A former code that two claim.
    TwoHeirs {
        code: String,
        first: MapPosition,
    },
    /// A former code under which the map still has something.
    StillPresent {
        code: String,
        first: MapPosition,
    },
    /// The heir of something that ends, and that is not there on the day after.
    HeirNotThere {
        code: String,
        day: Day,
    },
    /// A part, or an area within another, that is there on days on which the whole is not.
    OutsideWhole {
        code: String,
        whole: String,
    },
    /// The coordinator of the map is not there on this day, nor an heir who can be reached.
    NoCoordinator {
        organisation: String,
        day: Day,
    },
    /// A code among its own former ones.
    OwnFormerCode {
        code: String,
    },
    /// A format version that this program does not know.
    UnknownVersion {
        found: String,
    },
    /// Not a code: small letters, digits and hyphens.
    NotACode {
        called: CodeKind,
        text: String,
    },
    /// A code that the map does not have.
    Unknown {
        called: CodeKind,
        code: String,
        /// The nearest code of the map, when one is near.
        did_you_mean: Option<String>,
    },
    /// A name or word that stands for several things of the map.
    Ambiguous {
        called: CodeKind,
        word: String,
        /// Their codes.
        codes: Vec<String>,
    },
    /// A sender that is both a kind and an organisation.
    AmbiguousSender {
        code: String,
    },
    /// A word that is not one of the choices for this key.
    NotAChoice {
        key: &'static str,
        text: String,
        choices: Vec<&'static str>,
        /// The nearest choice, when one is near.
        did_you_mean: Option<&'static str>,
    },
    /// Not a range of ages, or an empty one.
    NotAges {
        text: String,
    },
    /// Not the age of one person.
    NotAnAge {
        text: String,
    },
    /// Not a moment.
    NotAMoment {
        text: String,
    },
    /// Not after the day of its case.
    NotALaterDay {
        text: String,
    },
    /// Neither the day of a promise nor a term from the signal.
    NeitherDayNorTerm {
        text: String,
    },
    /// More topics than a signal may have.
    TooManyTopics {
        most: usize,
    },
    /// A case that states nothing would always agree.
    NothingExpected,
    /// Not a term.
    NotATerm {
        text: String,
    },
    /// Not a day of the calendar.
    NotADay {
        text: String,
    },
    /// Not a time of the day.
    NotAClockTime {
        text: String,
    },
    /// Not days of the week.
    NotWeekdays {
        text: String,
    },
    /// Not a time zone of Europe.
    NotAZone {
        text: String,
    },
    /// Not a 4-digit postcode, nor a range of them in order.
    NotPostcodes {
        text: String,
    },
    /// Not a telephone number.
    NotAPhone {
        text: String,
    },
    /// Not an e-mail address.
    NotAnEmail {
        text: String,
    },
    /// A control, invisible or direction-changing character.
    HiddenCharacter {
        key: &'static str,
        /// Its number in Unicode.
        character: u32,
    },
    /// Nothing but white space.
    EmptyText {
        key: &'static str,
    },
    /// More characters than a screen can show.
    TooLongText {
        key: &'static str,
        most: usize,
    },
    EmptyList {
        key: &'static str,
    },
    /// A responsibility without keys would claim every signal.
    EmptyResponsibility,
    /// An open point that is neither a dispute nor a gap, or both.
    DisputeOrGap,
    /// An open point without limits would hide every dispute or gap.
    EmptyOpenPoint,
    /// Areas that lie within each other.
    AreaCycle {
        /// The codes, with the first one again at the end.
        chain: Vec<String>,
    },
    /// Two areas share a postcode, and neither lies in the other.
    SharedPostcode {
        /// The first one that they share.
        postcode: String,
        /// In the order of the files.
        areas: [String; 2],
        first: MapPosition,
    },
    /// Another word for a topic or area that would never be found: a comma separates words, and for an
    /// area a postcode or an age means something else.
    UnusableWord {
        text: String,
    },
    /// The code or name of an area that would be taken for a postcode.
    PostcodeAsName {
        text: String,
    },
    /// It ends before it begins.
    ValidityReversed {
        from: Day,
        until: Day,
    },
    /// The offices close before they open.
    OfficeHoursReversed {
        from: String,
        to: String,
    },
    /// A day that is closed and open.
    ClosedAndOpen {
        day: Day,
    },
    /// A contact with neither phone nor e-mail.
    EmptyContact {
        organisation: String,
    },
    /// A name that the setting `person` cannot have.
    NotAPerson {
        word: String,
    },
    /// Who reads all that is kept apart, of an organisation that keeps nothing apart.
    OfficeOfAll {
        organisation: String,
    },
    /// An organisation that owns something and cannot be reached.
    OwnerWithoutContact {
        organisation: String,
    },
    /// An organisation that hears alarms and cannot be reached.
    ListenerWithoutContact {
        organisation: String,
    },
    /// Not a number of working days that an escalation counts.
    NotWorkingDays {
        text: String,
    },
    /// Two steps of the escalation, equally long after the same promise.
    SameStep {
        first: MapPosition,
    },
    /// The coordinator takes over from a sender who does not confirm, when nothing is left to take over.
    NothingToTakeOver,
    /// What to say to the sender, when the owner knows the family by herself and nothing is said.
    NothingToSay,
    /// A coordinator that cannot be reached.
    CoordinatorWithoutContact {
        organisation: String,
    },
}
