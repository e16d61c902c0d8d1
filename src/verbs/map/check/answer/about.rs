//! What a finding is about, looked up in the map: the same parts for sentences and for data.

use crate::domain::age::AgeRange;
use crate::domain::codes::{KindId, OrganisationId, TopicId};
use crate::domain::time::Day;
use crate::map_analysis::check::About;
use crate::routing::criterion::Criterion;
use crate::routing::map::{Hours, MapPosition, OpenPoint, ResponsibilityIx, RouteMap, Text};

/// The parts of what a finding is about; what it has not is empty.
#[derive(Debug, Default)]
pub(crate) struct FindingParts<'m> {
    /// Whom it is about.
    pub organisations: Vec<&'m OrganisationId>,
    /// The responsibilities that claim the same, or take what this one claims.
    pub others: Vec<Other<'m>>,
    /// What the sender leaves open.
    pub unknown: Option<Criterion>,
    pub topic: Option<&'m TopicId>,
    pub kind: Option<&'m KindId>,
    pub ages: Option<AgeRange>,
    pub hours: Option<Hours>,
    /// The last day of what lapses.
    pub until: Option<Day>,
    pub checked_on: Option<Day>,
    /// The open point that admits it.
    pub known: Option<&'m OpenPoint>,
}

/// A responsibility that has to do with it.
#[derive(Debug)]
pub(crate) struct Other<'m> {
    pub organisation: &'m OrganisationId,
    pub place: &'m MapPosition,
    pub because: Option<&'m Text>,
}

/// Looks up what a finding is about.
pub(crate) fn parts<'m>(about: &'m About, map: &'m RouteMap) -> FindingParts<'m> {
    let owner = |ix: &ResponsibilityIx| vec![&map.responsibility(*ix).owner];
    let others =
        |all: &[ResponsibilityIx]| all.iter().map(|ix| other(*ix, map)).collect::<Vec<_>>();
    match about {
        About::Dispute { claims, known } => {
            let others = others(claims);
            let mut organisations: Vec<&OrganisationId> =
                others.iter().map(|other| other.organisation).collect();
            organisations.sort_unstable();
            organisations.dedup();
            FindingParts {
                organisations,
                others,
                known: known.as_ref(),
                ..FindingParts::default()
            }
        }
        About::Gap { known } => FindingParts {
            known: known.as_ref(),
            ..FindingParts::default()
        },
        About::GapWhenUnknown { unknown } => FindingParts {
            unknown: Some(*unknown),
            ..FindingParts::default()
        },
        About::NoOwnEmergencyLine => FindingParts::default(),
        About::Shadowed { responsibility, by }
        | About::Outranked { responsibility, by }
        | About::Duplicate {
            responsibility,
            of: by,
        } => FindingParts {
            organisations: owner(responsibility),
            others: others(by),
            ..FindingParts::default()
        },
        About::UnownedTopic { topic } => FindingParts {
            topic: Some(&map.topic_at(*topic).id),
            ..FindingParts::default()
        },
        About::UnheardSender {
            kind,
            organisations,
        } => FindingParts {
            organisations: organisations.iter().collect(),
            kind: Some(kind),
            ..FindingParts::default()
        },
        About::Lapsed {
            responsibility,
            until,
        }
        | About::Lapsing {
            responsibility,
            until,
        } => FindingParts {
            organisations: owner(responsibility),
            until: Some(*until),
            ..FindingParts::default()
        },
        About::UncheckedContact {
            organisation,
            checked_on,
        } => FindingParts {
            organisations: vec![organisation],
            checked_on: *checked_on,
            ..FindingParts::default()
        },
        About::UnsourcedPromise { responsibility } => FindingParts {
            organisations: owner(responsibility),
            ..FindingParts::default()
        },
        About::NoEmergencyLine { ages, hours } => FindingParts {
            ages: Some(*ages),
            hours: Some(*hours),
            ..FindingParts::default()
        },
        About::OpenPointLapsed { open_point } | About::OpenPointIdle { open_point } => {
            FindingParts {
                until: Some(open_point.until),
                ..FindingParts::default()
            }
        }
    }
}

fn other(ix: ResponsibilityIx, map: &RouteMap) -> Other<'_> {
    let responsibility = map.responsibility(ix);
    Other {
        organisation: &responsibility.owner,
        place: &responsibility.place,
        because: responsibility.because.as_ref(),
    }
}
