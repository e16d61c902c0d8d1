//! What a check finds.

use crate::domain::age::AgeRange;
use crate::domain::codes::{AreaId, KindId, OrganisationId, TopicId};
use crate::domain::time::Day;
use crate::map_analysis::check::{Check, Severity};
use crate::map_analysis::region::{Region, Witness};
use crate::routing::criterion::Criterion;
use crate::routing::map::{Hours, MapPosition, OpenPoint, ResponsibilityIx, RouteMap, TopicIx};

/// One thing that is wrong with the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The severity of its check, or a note when the map admits it.
    pub severity: Severity,
    /// `None` when it is about something that the map lacks.
    pub place: Option<MapPosition>,
    pub about: About,
    /// The signals it is about, if any.
    pub regions: Vec<Region>,
    /// An example signal.
    pub witness: Option<Witness>,
}

/// What ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndingEntry {
    Topic(TopicId),
    Area(AreaId),
    Organisation(OrganisationId),
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Several organisations claim the same signals.
    Dispute {
        /// In the order of the files.
        claims: Vec<ResponsibilityIx>,
        /// The open point that admits it.
        known: Option<OpenPoint>,
    },
    /// Nobody claims these signals.
    Gap {
        /// The open point that admits it.
        known: Option<OpenPoint>,
    },
    /// Nobody claims these acute signals, or several do.
    AcuteUnowned,
    /// Nobody claims these signals, in which something is unknown.
    GapWhenUnknown {
        /// The age or the area.
        unknown: Criterion,
    },
    /// It never owns: narrower ones take all of it.
    Shadowed {
        responsibility: ResponsibilityIx,
        by: Vec<ResponsibilityIx>,
    },
    /// It never owns: those of a higher priority take all of it.
    Outranked {
        responsibility: ResponsibilityIx,
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
        kind: KindId,
        organisations: Vec<OrganisationId>,
    },
    /// It no longer holds.
    Lapsed {
        responsibility: ResponsibilityIx,
        until: Day,
    },
    /// It will lapse soon. The regions are the gaps that this will leave.
    Lapsing {
        responsibility: ResponsibilityIx,
        until: Day,
    },
    /// A topic, area or organisation that will end soon, without an heir.
    Ending { what: EndingEntry, until: Day },
    /// Nobody has checked the contact lately.
    UncheckedContact {
        organisation: OrganisationId,
        checked_on: Option<Day>,
    },
    /// A word that stands for several topics.
    WordOfTopics { word: String, topics: Vec<TopicId> },
    /// A word that stands for several areas.
    WordOfAreas { word: String, areas: Vec<AreaId> },
    /// A word that stands for several organisations.
    WordOfOrganisations {
        word: String,
        organisations: Vec<OrganisationId>,
    },
    /// A promise without a source.
    UnsourcedPromise { responsibility: ResponsibilityIx },
    /// The promise to accept ends after that of feedback. Without a responsibility, of the whole map.
    AcceptAfterFeedback {
        responsibility: Option<ResponsibilityIx>,
    },
    /// The promise to accept an acute signal ends after the day itself. Without a responsibility, of
    /// the whole map.
    SlowAcute {
        responsibility: Option<ResponsibilityIx>,
    },
    /// The promises of a responsibility for acute signals, or those for other ones, which it is not
    /// for.
    IdlePromise {
        responsibility: ResponsibilityIx,
        acute: bool,
    },
    /// The map names no emergency line at all.
    NoOwnEmergencyLine,
    /// No emergency line of the map is for these ages at these hours.
    NoEmergencyLine { ages: AgeRange, hours: Hours },
    /// It should have been settled by now.
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
            About::AcuteUnowned => Check::AcuteUnowned,
            About::GapWhenUnknown { .. } => Check::GapWhenUnknown,
            About::Shadowed { .. } => Check::Shadowed,
            About::Outranked { .. } => Check::Outranked,
            About::Duplicate { .. } => Check::Duplicate,
            About::UnownedTopic { .. } => Check::UnownedTopic,
            About::UnheardSender { .. } => Check::UnheardSender,
            About::Lapsed { .. } => Check::Lapsed,
            About::Lapsing { .. } => Check::Lapsing,
            About::Ending { .. } => Check::Ending,
            About::UncheckedContact { .. } => Check::UncheckedContact,
            About::WordOfTopics { .. }
            | About::WordOfAreas { .. }
            | About::WordOfOrganisations { .. } => Check::AmbiguousWord,
            About::UnsourcedPromise { .. } => Check::UnsourcedPromise,
            About::AcceptAfterFeedback { .. } => Check::AcceptAfterFeedback,
            About::SlowAcute { .. } => Check::SlowAcute,
            About::IdlePromise { .. } => Check::IdlePromise,
            About::NoOwnEmergencyLine | About::NoEmergencyLine { .. } => Check::NoEmergencyLine,
            About::OpenPointLapsed { .. } => Check::OpenPointLapsed,
            About::OpenPointIdle { .. } => Check::OpenPointIdle,
        }
    }
}

impl Finding {
    /// A finding with the severity of its check, about no signals in particular.
    pub(super) fn new(about: About, place: Option<MapPosition>) -> Self {
        Self {
            severity: about.check().severity(),
            place,
            about,
            regions: Vec::new(),
            witness: None,
        }
    }

    /// The same finding about these signals, with one of them as an example.
    pub(super) fn with_regions(self, regions: Vec<Region>, map: &RouteMap, today: Day) -> Self {
        Self {
            witness: regions.iter().find_map(|region| region.witness(map, today)),
            regions,
            ..self
        }
    }
}
