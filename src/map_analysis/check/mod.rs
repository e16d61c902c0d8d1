//! Named checks of a map that can be read, and all their findings.
//!
//! `map_file` finds what makes a map unreadable. Those checks are named here too, so that there is
//! one list.

mod agreements;
#[cfg(test)]
mod brute_force;
mod claims;
mod contacts;
mod emergency;
mod ending;
mod finding;
mod open_points;
mod promises;
#[cfg(test)]
mod tests;
mod vague;
mod words;

use std::collections::BTreeSet;

pub use finding::{About, EndingEntry, Finding};

use crate::domain::codes::code_enum;
use crate::domain::time::Day;
use crate::routing::map::RouteMap;

code_enum! {
    /// A check of the map. The code is the name for listing and skipping it.
    Check {
        /// A file has the shape of the format, and is named where files are.
        Format = "format",
        /// Every key that must be there is there.
        MissingKey = "missing-key",
        /// What holds for the whole map is given once.
        GivenTwice = "given-twice",
        /// No two topics, areas, organisations or municipalities have the same code.
        SameCode = "same-code",
        /// Whatever is named, exists.
        UnknownReference = "unknown-reference",
        /// A sender is a kind or an organisation, and not both.
        AmbiguousSender = "ambiguous-sender",
        /// Every value is one: a day, an age, a term, a telephone number.
        BadValue = "bad-value",
        /// No responsibility is empty, and so claims every signal.
        EmptyResponsibility = "empty-responsibility",
        /// Nothing ends before it begins.
        Reversed = "reversed",
        /// No area lies within itself.
        AreaCycle = "area-cycle",
        /// A postcode stands for one smallest area.
        SharedPostcode = "shared-postcode",
        /// Who owns can be reached.
        MissingContact = "missing-contact",
        /// Who coordinates can be reached.
        CoordinatorWithoutContact = "coordinator-without-contact",
        /// An open point says what is open, and for which signals.
        UnclearOpenPoint = "unclear-open-point",
        /// No two organisations claim the same signal.
        Dispute = "dispute",
        /// Every signal has an owner by agreement.
        Gap = "gap",
        /// Every acute signal has one owner by agreement.
        AcuteUnowned = "acute-unowned",
        /// A signal without a known age or place has an owner by agreement.
        GapWhenUnknown = "gap-when-unknown",
        /// Every responsibility owns some signal: narrower ones do not take all of it.
        Shadowed = "shadowed",
        /// Every responsibility owns some signal: those of a higher priority do not take all of it.
        Outranked = "outranked",
        /// No organisation claims the same twice.
        Duplicate = "duplicate",
        /// Every topic has an owner for some signal.
        UnownedTopic = "unowned-topic",
        /// Every kind of sender reaches an owner for some signal.
        UnheardSender = "unheard-sender",
        /// No responsibility has passed its last day.
        Lapsed = "lapsed",
        /// No responsibility passes its last day soon, without another to follow it.
        Lapsing = "lapsing",
        /// Nothing ends soon without an heir.
        Ending = "ending",
        /// Somebody made sure, within a year, that a contact is right.
        UncheckedContact = "unchecked-contact",
        /// No word stands for two topics, two areas or two organisations.
        AmbiguousWord = "ambiguous-word",
        /// A promise says where it was agreed.
        UnsourcedPromise = "unsourced-promise",
        /// Nobody promises to take on a signal later than the sender hears what was done.
        AcceptAfterFeedback = "accept-after-feedback",
        /// Whoever gets an acute signal says on the same day whether they take it on.
        SlowAcute = "slow-acute",
        /// A promise of a responsibility can hold: it is for signals that the responsibility is for.
        IdlePromise = "idle-promise",
        /// The map names an emergency line, and one for every age at every hour.
        NoEmergencyLine = "no-emergency-line",
        /// No open point has passed its last day.
        OpenPointLapsed = "open-point-lapsed",
        /// An open point is about a dispute or gap that is there.
        OpenPointIdle = "open-point-idle",
    }
}

code_enum! {
    /// How bad a finding is.
    Severity {
        /// The map cannot be used, or a signal lands where nobody agreed.
        Error = "error",
        /// The map works, and somebody should mend it.
        Warning = "warning",
        /// Good to know.
        Note = "note",
    }
}

impl Check {
    /// The severity of a finding, unless an open point of the map admits it.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Check::Dispute => Severity::Error,
            Check::GapWhenUnknown | Check::IdlePromise | Check::Ending => Severity::Note,
            Check::Gap
            | Check::Shadowed
            | Check::Outranked
            | Check::Duplicate
            | Check::UnownedTopic
            | Check::UnheardSender
            | Check::Lapsed
            | Check::Lapsing
            | Check::UncheckedContact
            | Check::AmbiguousWord
            | Check::UnsourcedPromise
            | Check::AcuteUnowned
            | Check::AcceptAfterFeedback
            | Check::SlowAcute
            | Check::NoEmergencyLine
            | Check::OpenPointLapsed
            | Check::OpenPointIdle => Severity::Warning,
            Check::Format
            | Check::MissingKey
            | Check::GivenTwice
            | Check::SameCode
            | Check::UnknownReference
            | Check::AmbiguousSender
            | Check::BadValue
            | Check::EmptyResponsibility
            | Check::Reversed
            | Check::AreaCycle
            | Check::SharedPostcode
            | Check::MissingContact
            | Check::CoordinatorWithoutContact
            | Check::UnclearOpenPoint => Severity::Error,
        }
    }

    /// Whether the map can be used in spite of such a finding.
    #[must_use]
    pub fn may_be_skipped(self) -> bool {
        match self {
            Check::Format
            | Check::MissingKey
            | Check::GivenTwice
            | Check::SameCode
            | Check::UnknownReference
            | Check::AmbiguousSender
            | Check::BadValue
            | Check::EmptyResponsibility
            | Check::Reversed
            | Check::AreaCycle
            | Check::SharedPostcode
            | Check::MissingContact
            | Check::CoordinatorWithoutContact
            | Check::UnclearOpenPoint => false,
            Check::Dispute
            | Check::Gap
            | Check::AcuteUnowned
            | Check::GapWhenUnknown
            | Check::Shadowed
            | Check::Outranked
            | Check::Duplicate
            | Check::UnownedTopic
            | Check::UnheardSender
            | Check::Lapsed
            | Check::Lapsing
            | Check::Ending
            | Check::UncheckedContact
            | Check::AmbiguousWord
            | Check::UnsourcedPromise
            | Check::AcceptAfterFeedback
            | Check::SlowAcute
            | Check::IdlePromise
            | Check::NoEmergencyLine
            | Check::OpenPointLapsed
            | Check::OpenPointIdle => true,
        }
    }
}

/// All findings of the checks that are not skipped: the worst first, then in the order of the files.
#[must_use]
pub fn check(map: &RouteMap, today: Day, skipped: &BTreeSet<Check>) -> Vec<Finding> {
    let mut found = claims::findings(map, today);
    found.extend(claims::idle(map, today));
    found.extend(agreements::findings(map, today));
    found.extend(ending::findings(map, today));
    found.extend(promises::findings(map, today));
    found.extend(contacts::findings(map, today));
    found.extend(emergency::findings(map));
    found.extend(words::findings(map, today));
    found.retain(|finding| !skipped.contains(&finding.about.check()));
    found.sort_by(|one, other| (one.severity, &one.place).cmp(&(other.severity, &other.place)));
    found
}
