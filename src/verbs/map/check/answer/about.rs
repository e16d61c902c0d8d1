//! What a finding is about, looked up in the map: the same parts for sentences and for data.

use crate::domain::age::AgeRange;
use crate::domain::codes::{KindId, OrganisationId, TopicId};
use crate::domain::time::Day;
use crate::map_analysis::check::About;
use crate::routing::criterion::Criterion;
use crate::routing::map::{Hours, OpenPoint, Place, ResponsibilityIx, RouteMap, Text};

/// The parts of what a finding is about; what it has not is empty.
#[derive(Debug, Default)]
pub(crate) struct Parts<'m> {
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
    pub place: &'m Place,
    pub because: Option<&'m Text>,
}

/// Looks up what a finding is about.
pub(crate) fn parts<'m>(about: &'m About, map: &'m RouteMap) -> Parts<'m> {
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
            Parts {
                organisations,
                others,
                known: known.as_ref(),
                ..Parts::default()
            }
        }
        About::Gap { known } => Parts {
            known: known.as_ref(),
            ..Parts::default()
        },
        About::GapWhenUnknown { unknown } => Parts {
            unknown: Some(*unknown),
            ..Parts::default()
        },
        About::NoOwnEmergencyLine => Parts::default(),
        About::Shadowed { responsibility, by }
        | About::Outranked { responsibility, by }
        | About::Duplicate {
            responsibility,
            of: by,
        } => Parts {
            organisations: owner(responsibility),
            others: others(by),
            ..Parts::default()
        },
        About::UnownedTopic { topic } => Parts {
            topic: Some(&map.topic_at(*topic).id),
            ..Parts::default()
        },
        About::UnheardSender {
            kind,
            organisations,
        } => Parts {
            organisations: organisations.iter().collect(),
            kind: Some(kind),
            ..Parts::default()
        },
        About::Lapsed {
            responsibility,
            until,
        }
        | About::Lapsing {
            responsibility,
            until,
        } => Parts {
            organisations: owner(responsibility),
            until: Some(*until),
            ..Parts::default()
        },
        About::UncheckedContact {
            organisation,
            checked_on,
        } => Parts {
            organisations: vec![organisation],
            checked_on: *checked_on,
            ..Parts::default()
        },
        About::UnsourcedPromise { responsibility } => Parts {
            organisations: owner(responsibility),
            ..Parts::default()
        },
        About::NoEmergencyLine { ages, hours } => Parts {
            ages: Some(*ages),
            hours: Some(*hours),
            ..Parts::default()
        },
        About::OpenPointLapsed { open_point } | About::OpenPointIdle { open_point } => Parts {
            until: Some(open_point.until),
            ..Parts::default()
        },
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
