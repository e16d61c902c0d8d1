//! Which check of the map finds a problem.

use crate::map_analysis::check::Check;
use crate::map_file::problem::MapProblem;

impl MapProblem {
    /// `None` when there are no files to check.
    #[must_use]
    pub fn check(&self) -> Option<Check> {
        Some(match self {
            MapProblem::NoSuchFile { .. }
            | MapProblem::NoPermission { .. }
            | MapProblem::NoYamlInFolder { .. }
            | MapProblem::LinkToNowhere { .. }
            | MapProblem::Unreadable { .. }
            | MapProblem::TooLarge { .. } => return None,
            MapProblem::Yaml(_)
            | MapProblem::EmptyFile
            | MapProblem::FileWithoutEnd
            | MapProblem::FileNotThere { .. }
            | MapProblem::FileBesideTheMap { .. }
            | MapProblem::FileNotNamed { .. }
            | MapProblem::UnknownVersion { .. } => Check::Format,
            MapProblem::MissingKey { .. } => Check::MissingKey,
            MapProblem::GivenTwice { .. } | MapProblem::SameStep { .. } => Check::GivenTwice,
            MapProblem::SameCode { .. }
            | MapProblem::TwoHeirs { .. }
            | MapProblem::StillPresent { .. }
            | MapProblem::OwnFormerCode { .. } => Check::SameCode,
            MapProblem::Unknown { .. }
            | MapProblem::Ambiguous { .. }
            | MapProblem::HeirNotThere { .. }
            | MapProblem::OutsideWhole { .. }
            | MapProblem::NoCoordinator { .. } => Check::UnknownReference,
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
            | MapProblem::UnusableWord { .. }
            | MapProblem::PostcodeAsName { .. }
            | MapProblem::NotAnAge { .. }
            | MapProblem::NotAMoment { .. }
            | MapProblem::NotALaterDay { .. }
            | MapProblem::NeitherDayNorTerm { .. }
            | MapProblem::TooManyTopics { .. }
            | MapProblem::NothingExpected
            | MapProblem::NotWorkingDays { .. }
            | MapProblem::NothingToTakeOver
            | MapProblem::NothingToSay
            | MapProblem::OfficeOfAll { .. }
            | MapProblem::NotAPerson { .. }
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
            | MapProblem::ListenerWithoutContact { .. } => Check::MissingContact,
            MapProblem::CoordinatorWithoutContact { .. } => Check::CoordinatorWithoutContact,
        })
    }
}
