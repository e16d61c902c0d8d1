//! What a check finds.

use crate::domain::age::AgeRange;
use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::time::Day;
use crate::map_analysis::check::{Check, Severity};
use crate::map_analysis::region::{Region, Witness};
use crate::routing::criterion::Criterion;
use crate::routing::map::{Hours, MapPosition, OpenPoint, ResponsibilityIx, TopicIx};

/// One thing that is wrong with the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is: as bad as its check, or a note when the map admits it.
    pub severity: Severity,
    /// Where; `None` when it is about something that is not there.
    pub place: Option<MapPosition>,
    pub about: About,
    /// For which signals, when it is about signals.
    pub regions: Vec<Region>,
    /// The smallest signal that shows it.
    pub witness: Option<Witness>,
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Several organisations claim the same signals.
    Dispute {
        /// Their responsibilities, in the order of the files.
        claims: Vec<ResponsibilityIx>,
        /// The open point that admits it.
        known: Option<OpenPoint>,
    },
    /// Nobody claims these signals.
    Gap {
        /// The open point that admits it.
        known: Option<OpenPoint>,
    },
    /// Nobody claims these signals, of which something is not known.
    GapWhenUnknown {
        /// The age, or where.
        unknown: Criterion,
    },
    /// It never owns: narrower ones take all of it.
    Shadowed {
        responsibility: ResponsibilityIx,
        /// What it gives way to.
        by: Vec<ResponsibilityIx>,
    },
    /// It never owns: those of a higher priority take all of it.
    Outranked {
        responsibility: ResponsibilityIx,
        /// What it gives way to.
        by: Vec<ResponsibilityIx>,
    },
    /// An organisation claims the same twice.
    Duplicate {
        /// The later one.
        responsibility: ResponsibilityIx,
        /// The earlier ones.
        of: Vec<ResponsibilityIx>,
    },
    /// Nobody owns any signal about this topic.
    UnownedTopic { topic: TopicIx },
    /// No signal of these senders has an owner by agreement.
    UnheardSender {
        /// The kind.
        kind: KindId,
        /// The organisations of that kind.
        organisations: Vec<OrganisationId>,
    },
    /// It holds no more.
    Lapsed {
        responsibility: ResponsibilityIx,
        /// Its last day.
        until: Day,
    },
    /// It will not hold for long. The regions are what then becomes a gap.
    Lapsing {
        responsibility: ResponsibilityIx,
        /// Its last day.
        until: Day,
    },
    /// Nobody made sure of late that the contact is right.
    UncheckedContact {
        organisation: OrganisationId,
        /// When somebody did.
        checked_on: Option<Day>,
    },
    /// A promise without a source.
    UnsourcedPromise {
        /// Of which responsibility.
        responsibility: ResponsibilityIx,
    },
    /// The map names no emergency line at all.
    NoOwnEmergencyLine,
    /// No emergency line of the map is for these ages at these hours.
    NoEmergencyLine {
        /// For whom.
        ages: AgeRange,
        hours: Hours,
    },
    /// It was to be settled by now.
    OpenPointLapsed { open_point: OpenPoint },
    /// There is no such dispute or gap.
    OpenPointIdle { open_point: OpenPoint },
}

impl About {
    /// The check that finds it.
    #[must_use]
    pub fn check(&self) -> Check {
        match self {
            About::Dispute { .. } => Check::Dispute,
            About::Gap { .. } => Check::Gap,
            About::GapWhenUnknown { .. } => Check::GapWhenUnknown,
            About::Shadowed { .. } => Check::Shadowed,
            About::Outranked { .. } => Check::Outranked,
            About::Duplicate { .. } => Check::Duplicate,
            About::UnownedTopic { .. } => Check::UnownedTopic,
            About::UnheardSender { .. } => Check::UnheardSender,
            About::Lapsed { .. } => Check::Lapsed,
            About::Lapsing { .. } => Check::Lapsing,
            About::UncheckedContact { .. } => Check::UncheckedContact,
            About::UnsourcedPromise { .. } => Check::UnsourcedPromise,
            About::NoOwnEmergencyLine | About::NoEmergencyLine { .. } => Check::NoEmergencyLine,
            About::OpenPointLapsed { .. } => Check::OpenPointLapsed,
            About::OpenPointIdle { .. } => Check::OpenPointIdle,
        }
    }
}

impl Finding {
    /// As bad as its check, about no signals in particular.
    pub(super) fn new(about: About, place: Option<MapPosition>) -> Self {
        Self {
            severity: about.check().severity(),
            place,
            about,
            regions: Vec::new(),
            witness: None,
        }
    }
}
