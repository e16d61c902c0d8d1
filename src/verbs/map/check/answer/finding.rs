//! A finding for scripts: codes, places, regions and the witness. The text is made from it.

use std::sync::Arc;

use serde::Serialize;

use crate::domain::codes::{AreaId, KindId, OrganisationId, TopicId};
use crate::domain::time::Day;
use crate::map_analysis::check::{About, Check, EndingEntry, Finding, Severity};
use crate::map_file::{MapFault, MapProblem};
use crate::output::region::RegionView;
use crate::output::witness::{self, WitnessView};
use crate::routing::criterion::Criterion;
use crate::routing::map::{Hours, MapPosition, OpenPoint, ResponsibilityIx, RouteMap, Text};

/// Something that is wrong with a map.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FindingView {
    pub(super) check: Check,
    pub(super) severity: Severity,
    file: Option<Arc<str>>,
    line: Option<u32>,
    column: Option<u32>,
    pub(super) excerpt: Option<String>,
    #[serde(flatten)]
    pub(super) content: FindingContent,
    #[serde(skip)]
    pub(super) place: Option<MapPosition>,
}

/// What a check found in a map, or a fault that keeps the map from being read.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) enum FindingContent {
    Finding(Box<FindingDetails>),
    Fault {
        #[serde(skip)]
        problem: Box<MapProblem>,
    },
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FindingDetails {
    #[serde(flatten)]
    pub(super) parts: FindingParts,
    regions: Vec<RegionView>,
    witness: Option<WitnessView>,
    pub(super) command: Option<String>,
    #[serde(skip)]
    pub(super) finding: Finding,
}

/// The parts of what a finding is about; those that it lacks are empty.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FindingParts {
    pub(super) organisations: Vec<OrganisationId>,
    /// The responsibilities that claim the same, or take what this one claims.
    pub(super) others: Vec<OtherView>,
    /// What the sender leaves open.
    unknown: Option<Criterion>,
    pub(super) topic: Option<TopicId>,
    /// A word that stands for several of these: topics, areas or organisations.
    pub(super) word: Option<String>,
    pub(super) topics: Vec<TopicId>,
    pub(super) areas: Vec<AreaId>,
    pub(super) kind: Option<KindId>,
    ages: Option<String>,
    pub(super) hours: Option<Hours>,
    /// The last day of what lapses.
    pub(super) until: Option<Day>,
    pub(super) checked_on: Option<Day>,
    /// The last day of the open point that admits it.
    pub(super) known_until: Option<Day>,
}

/// A responsibility that the finding is about too.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct OtherView {
    pub(super) organisation: OrganisationId,
    #[serde(flatten)]
    pub(super) place: MapPosition,
    pub(super) because: Option<Text>,
}

impl FindingView {
    /// `path` is the path of the map, when it was typed.
    pub(super) fn new(
        finding: Finding,
        excerpt: Option<String>,
        map: &RouteMap,
        path: Option<&str>,
    ) -> Self {
        let zone = map.settings().zone;
        let witness = finding.witness.as_ref();
        let details = FindingDetails {
            parts: FindingParts::new(&finding.about, map),
            regions: RegionView::list(&finding.regions, map),
            witness: witness.map(|witness| WitnessView::new(witness, zone)),
            command: witness.map(|witness| witness::command(witness, zone, path)),
            finding,
        };
        Self::at(
            details.finding.place.clone(),
            details.finding.about.check(),
            details.finding.severity,
            excerpt,
            FindingContent::Finding(Box::new(details)),
        )
    }

    pub(super) fn fault(fault: MapFault) -> Self {
        let MapFault {
            place,
            problem,
            excerpt,
        } = fault;
        let check = problem.check().unwrap_or(Check::Format);
        let content = FindingContent::Fault {
            problem: Box::new(problem),
        };
        Self::at(place, check, check.severity(), excerpt, content)
    }

    fn at(
        place: Option<MapPosition>,
        check: Check,
        severity: Severity,
        excerpt: Option<String>,
        content: FindingContent,
    ) -> Self {
        Self {
            check,
            severity,
            file: place.as_ref().map(|place| Arc::clone(&place.file)),
            line: place.as_ref().map(|place| place.line),
            column: place.as_ref().map(|place| place.column),
            excerpt,
            content,
            place,
        }
    }
}

impl FindingParts {
    fn new(about: &About, map: &RouteMap) -> Self {
        let mut parts = Self::default();
        match about {
            About::Dispute { claims, known } => {
                parts.others = others(claims, map);
                parts.organisations = parts
                    .others
                    .iter()
                    .map(|other| other.organisation.clone())
                    .collect();
                parts.organisations.sort_unstable();
                parts.organisations.dedup();
                parts.known_until = known.as_ref().map(|point| point.until);
            }
            About::Gap { known } => parts.known_until = known.as_ref().map(|point| point.until),
            About::GapWhenUnknown { unknown } => parts.unknown = Some(*unknown),
            About::AcuteUnowned | About::NoOwnEmergencyLine => {}
            About::Shadowed { responsibility, by }
            | About::Outranked { responsibility, by }
            | About::Duplicate {
                responsibility,
                of: by,
            } => {
                parts.organisations = owner(*responsibility, map);
                parts.others = others(by, map);
            }
            About::UnownedTopic { topic } => parts.topic = Some(map.topic_at(*topic).id.clone()),
            About::UnheardSender {
                kind,
                organisations,
            } => {
                parts.organisations.clone_from(organisations);
                parts.kind = Some(kind.clone());
            }
            About::Lapsed {
                responsibility,
                until,
            }
            | About::Lapsing {
                responsibility,
                until,
            } => {
                parts.organisations = owner(*responsibility, map);
                parts.until = Some(*until);
            }
            About::Ending { what, until } => {
                parts.until = Some(*until);
                match what {
                    EndingEntry::Topic(id) => parts.topic = Some(id.clone()),
                    EndingEntry::Area(id) => parts.areas = vec![id.clone()],
                    EndingEntry::Organisation(id) => parts.organisations = vec![id.clone()],
                }
            }
            About::UncheckedContact {
                organisation,
                checked_on,
            } => {
                parts.organisations = vec![organisation.clone()];
                parts.checked_on = *checked_on;
            }
            About::WordOfTopics { word, topics } => {
                parts.word = Some(word.clone());
                parts.topics.clone_from(topics);
            }
            About::WordOfAreas { word, areas } => {
                parts.word = Some(word.clone());
                parts.areas.clone_from(areas);
            }
            About::WordOfOrganisations {
                word,
                organisations,
            } => {
                parts.word = Some(word.clone());
                parts.organisations.clone_from(organisations);
            }
            About::UnsourcedPromise { responsibility }
            | About::IdlePromise { responsibility, .. } => {
                parts.organisations = owner(*responsibility, map);
            }
            About::AcceptAfterFeedback { responsibility } | About::SlowAcute { responsibility } => {
                let owners = responsibility.map(|responsibility| owner(responsibility, map));
                parts.organisations = owners.unwrap_or_default();
            }
            About::NoEmergencyLine { ages, hours } => {
                parts.ages = Some(ages.to_string());
                parts.hours = Some(*hours);
            }
            About::OpenPointLapsed { open_point } | About::OpenPointIdle { open_point } => {
                parts.until = Some(open_point.until);
            }
        }
        parts
    }
}

/// The open point that admits the finding.
pub(super) fn known(about: &About) -> Option<&OpenPoint> {
    if let About::Dispute { known, .. } | About::Gap { known } = about {
        known.as_ref()
    } else {
        None
    }
}

fn owner(ix: ResponsibilityIx, map: &RouteMap) -> Vec<OrganisationId> {
    vec![map.responsibility(ix).owner.clone()]
}

fn others(all: &[ResponsibilityIx], map: &RouteMap) -> Vec<OtherView> {
    all.iter()
        .map(|ix| {
            let responsibility = map.responsibility(*ix);
            OtherView {
                organisation: responsibility.owner.clone(),
                place: responsibility.place.clone(),
                because: responsibility.because.clone(),
            }
        })
        .collect()
}
