//! Something that two maps say differently, apart from their answers to signals.

use std::collections::BTreeSet;

use crate::domain::alarm::AlarmStep;
use crate::domain::calendar::Term;
use crate::domain::codes::{AreaId, OrganisationId, TopicId, code_enum};
use crate::domain::time::Day;
use crate::routing::handover::Handover;
use crate::routing::map::{ContactHours, EmergencyLine, Listener, OfficeHours, Synonyms, Text};

code_enum! {
    /// The part of a map that a fact is about.
    FactKind {
        MapName = "map-name",
        /// What the map stays, whatever it is called.
        MapId = "map-id",
        Timezone = "timezone",
        /// Whether the Dutch holidays are free.
        Holidays = "holidays",
        /// A day on which nobody works.
        ClosedDay = "closed-day",
        /// A free day on which people work.
        OpenDay = "open-day",
        OfficeHours = "office-hours",
        /// Who may be given all words of all signals.
        PrivacyOfficer = "privacy-officer",
        /// The general promise to accept.
        AcceptWithin = "accept-within",
        FeedbackWithin = "feedback-within",
        ConfirmWithin = "confirm-within",
        AcuteAcceptWithin = "acute-accept-within",
        AcuteFeedbackWithin = "acute-feedback-within",
        /// How owners hear which family it is, in general.
        Handover = "handover",
        EscalationStep = "escalation-step",
        EmergencyLine = "call-in-danger",
        EmergencyOrder = "call-in-danger-order",
        Topic = "topic",
        TopicName = "topic-name",
        /// The other words for it.
        TopicAlso = "topic-also",
        /// The codes that it took over.
        TopicFormerly = "topic-formerly",
        /// Its first day.
        TopicFrom = "topic-valid-from",
        /// Its last day.
        TopicUntil = "topic-valid-until",
        TopicPart = "topic-part-of",
        Area = "area",
        AreaName = "area-name",
        /// Its other names.
        AreaAlso = "area-also",
        /// The codes that it took over.
        AreaFormerly = "area-formerly",
        /// Its first day.
        AreaFrom = "area-valid-from",
        /// Its last day.
        AreaUntil = "area-valid-until",
        /// Its municipality code.
        AreaCode = "area-code",
        AreaWithin = "area-within",
        /// The area of some postcodes.
        Postcodes = "postcodes",
        Organisation = "organisation",
        OrganisationName = "organisation-name",
        OrganisationKind = "organisation-kind",
        /// The codes that it took over.
        OrganisationFormerly = "organisation-formerly",
        /// Its first day.
        OrganisationFrom = "organisation-valid-from",
        /// Its last day.
        OrganisationUntil = "organisation-valid-until",
        Phone = "phone",
        Email = "email",
        ContactHours = "reachable",
        SendersApart = "senders-apart",
        /// Who reads all that is kept apart.
        Office = "office",
    }
}

/// Something that a map says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapStatement {
    Text(String),
    Name(Text),
    /// Other words, in each language.
    Also(Synonyms),
    Term(Term),
    Day(Day),
    Whether(bool),
    Office(OfficeHours),
    Reachable(ContactHours),
    Line(EmergencyLine),
    Handover(Handover),
    /// A step of the escalation: which, who hears, and whether the coordinator takes over.
    Step(AlarmStep, BTreeSet<Listener>, bool),
    Topic(TopicId),
    Area(AreaId),
    Organisation(OrganisationId),
}

/// Something that the two maps say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub kind: FactKind,
    /// The topic, area, organisation or postcodes.
    pub of: Option<MapStatement>,
    /// `None` when it is added.
    pub old: Option<MapStatement>,
    /// `None` when it is removed.
    pub new: Option<MapStatement>,
}
