//! Who claims what: signals that several claim, signals that nobody claims, and claims that never
//! own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::time::Day;
use crate::map_analysis::check::Severity;
use crate::map_analysis::check::agreements::SOON;
use crate::map_analysis::check::finding::{About, Finding};
use crate::map_analysis::check::open_points::split;
use crate::map_analysis::check::vague::that_knowing_would_help;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::{self, WhyNever};
use crate::routing::criterion::Criterion;
use crate::routing::map::{MapPosition, OpenPoint, ResponsibilityIx, RouteMap, StillOpen, TopicIx};

/// Disputes, gaps, and the open points that admit them.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let mut admitted = Admitted::new(map, today);
    let nobody = Nobody::of(map, today);
    let mut found = disputes(map, today, &mut admitted);
    found.extend(gaps(map, today, &nobody, &mut admitted));
    found.extend(nobody.findings(map));
    found.extend(admitted.findings());
    found
}

/// Responsibilities that never own, or say what another says.
pub(super) fn idle(map: &RouteMap, today: Day) -> Vec<Finding> {
    let never = survey::never_wins(map, today).into_iter().map(|never| {
        let (responsibility, by) = (never.responsibility, never.by);
        let about = match never.why {
            WhyNever::Outranked => About::Outranked { responsibility, by },
            WhyNever::Shadowed | WhyNever::HoldsForNoSignal => {
                About::Shadowed { responsibility, by }
            }
        };
        Finding::new(about, place(map, responsibility))
    });
    let same = survey::duplicates(map, today).into_iter().map(|duplicate| {
        let about = About::Duplicate {
            responsibility: duplicate.again,
            of: vec![duplicate.first],
        };
        Finding::new(about, place(map, duplicate.again))
    });
    never.chain(same).collect()
}

/// What becomes a gap within the weeks to come, by the responsibility that then lapses.
pub(super) fn becoming_gaps(map: &RouteMap, today: Day) -> BTreeMap<ResponsibilityIx, Vec<Region>> {
    let mut regions: BTreeMap<ResponsibilityIx, Vec<Region>> = BTreeMap::new();
    let last = today.plus(SOON + 1);
    // What is open on the last day that was looked at, does not end there.
    let unended = |region: &Region| Region {
        until: region.until.filter(|until| *until < last),
        ..region.clone()
    };
    for becoming in survey::becoming_gaps(map, today, last) {
        for lapsed in becoming.lapsed {
            regions
                .entry(lapsed)
                .or_default()
                .extend(becoming.regions.iter().map(unended));
        }
    }
    regions
}

fn place(map: &RouteMap, ix: ResponsibilityIx) -> Option<MapPosition> {
    Some(map.responsibility(ix).place.clone())
}

fn disputes(map: &RouteMap, today: Day, admitted: &mut Admitted<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for survey::Dispute { claims, regions } in survey::disputes(map, today) {
        let at = claims.first().and_then(|first| place(map, *first));
        for (known, regions) in admitted.divide(StillOpen::Dispute, regions, map) {
            let about = About::Dispute {
                claims: claims.clone(),
                known: known.cloned(),
            };
            found.push(about_signals(about, at.clone(), regions, map, today));
        }
    }
    found
}

fn gaps(map: &RouteMap, today: Day, nobody: &Nobody, admitted: &mut Admitted<'_>) -> Vec<Finding> {
    let survey::Gaps {
        definite,
        when_vague,
    } = survey::gaps(map, today);
    let beside = |regions: Vec<Region>| {
        regions
            .into_iter()
            .filter_map(|region| nobody.left_out_of(region))
            .collect::<Vec<_>>()
    };
    let topic = |region: &Region| Some(map.topic_at(*region.topics.first()?).place.clone());
    let when_vague = that_knowing_would_help(when_vague, &definite, map);
    let mut found = Vec::new();
    for (known, regions) in admitted.divide(StillOpen::Gap, beside(definite), map) {
        let about = About::Gap {
            known: known.cloned(),
        };
        match known {
            Some(known) => found.push(about_signals(
                about,
                Some(known.place.clone()),
                regions,
                map,
                today,
            )),
            // Each region is a question of its own: who takes this?
            None => {
                found.extend(regions.into_iter().map(|these| {
                    about_signals(about.clone(), topic(&these), vec![these], map, today)
                }))
            }
        }
    }
    for (known, regions) in admitted.divide(StillOpen::Gap, beside(when_vague), map) {
        // With an age it is the place that the sender did not say, or not well enough.
        let (somewhere, ageless): (Vec<Region>, Vec<Region>) = regions
            .into_iter()
            .partition(|region| region.ages.is_some());
        for (unknown, regions) in [(Criterion::Area, somewhere), (Criterion::Age, ageless)] {
            if known.is_none() && !regions.is_empty() {
                let at = regions.iter().filter_map(topic).min();
                found.push(about_signals(
                    About::GapWhenUnknown { unknown },
                    at,
                    regions,
                    map,
                    today,
                ));
            }
        }
    }
    found
}

/// A finding about these signals, with one of them to show it. What the map admits is a note.
fn about_signals(
    about: About,
    place: Option<MapPosition>,
    regions: Vec<Region>,
    map: &RouteMap,
    today: Day,
) -> Finding {
    let admitted = matches!(
        about,
        About::Dispute { known: Some(_), .. } | About::Gap { known: Some(_) }
    );
    let witness = regions.iter().find_map(|region| region.witness(map, today));
    let finding = Finding::new(about, place);
    let severity = if admitted {
        Severity::Note
    } else {
        finding.severity
    };
    Finding {
        severity,
        regions,
        witness,
        ..finding
    }
}

/// Topics that nobody owns and senders that nobody hears: told once, and not again as gaps.
struct Nobody {
    topics: BTreeSet<TopicIx>,
    senders: BTreeMap<KindId, Vec<OrganisationId>>,
}

impl Nobody {
    fn of(map: &RouteMap, today: Day) -> Self {
        let of_kind = |kind: &KindId| {
            map.organisations()
                .iter()
                .filter(|o| o.kind == *kind)
                .map(|o| o.id.clone())
                .collect()
        };
        let unheard = survey::unheard_senders(map, today).into_iter();
        Self {
            topics: survey::unowned_topics(map, today).into_iter().collect(),
            senders: unheard.map(|kind| (kind.clone(), of_kind(&kind))).collect(),
        }
    }

    /// What is left of a region besides them.
    fn left_out_of(&self, mut region: Region) -> Option<Region> {
        region.topics.retain(|topic| !self.topics.contains(topic));
        if !self.senders.is_empty() {
            let unheard: BTreeSet<&OrganisationId> = self.senders.values().flatten().collect();
            region.senders = Arc::new(
                region
                    .senders
                    .iter()
                    .filter(|sender| !unheard.contains(sender))
                    .cloned()
                    .collect(),
            );
        }
        (!region.topics.is_empty() && !region.senders.is_empty()).then_some(region)
    }

    fn findings(self, map: &RouteMap) -> Vec<Finding> {
        let topics = self.topics.into_iter().map(|topic| {
            let place = Some(map.topic_at(topic).place.clone());
            Finding::new(About::UnownedTopic { topic }, place)
        });
        let senders = self.senders.into_iter().map(|(kind, organisations)| {
            let first = organisations.first().and_then(|id| map.organisation(id));
            let place = first.map(|organisation| organisation.place.clone());
            Finding::new(
                About::UnheardSender {
                    kind,
                    organisations,
                },
                place,
            )
        });
        topics.chain(senders).collect()
    }
}

/// The open points of the map, and which of them are about something that is there.
struct Admitted<'m> {
    today: Day,
    points: &'m [OpenPoint],
    met: BTreeSet<usize>,
}

impl<'m> Admitted<'m> {
    fn new(map: &'m RouteMap, today: Day) -> Self {
        Self {
            today,
            points: map.open_points(),
            met: BTreeSet::new(),
        }
    }

    /// The regions, divided by the open point that admits them; first those that none does.
    fn divide(
        &mut self,
        about: StillOpen,
        regions: Vec<Region>,
        map: &RouteMap,
    ) -> Vec<(Option<&'m OpenPoint>, Vec<Region>)> {
        let mut left = regions;
        let mut divided = Vec::new();
        let points = self.points.iter().enumerate();
        for (number, point) in
            points.filter(|(_, point)| point.about == about && self.today <= point.until)
        {
            let (mut inside, mut outside) = (Vec::new(), Vec::new());
            for region in left {
                let (within, others) = split(&region, &point.criteria, map);
                inside.extend(within);
                outside.extend(others);
            }
            left = outside;
            if !inside.is_empty() {
                self.met.insert(number);
                divided.push((Some(point), inside));
            }
        }
        if !left.is_empty() {
            divided.insert(0, (None, left));
        }
        divided
    }

    /// The open points that have passed their day, and those that are about nothing.
    fn findings(self) -> Vec<Finding> {
        let describe = |(number, point): (usize, &OpenPoint)| {
            let place = Some(point.place.clone());
            if point.until < self.today {
                Some(Finding::new(
                    About::OpenPointLapsed {
                        open_point: point.clone(),
                    },
                    place,
                ))
            } else if !self.met.contains(&number) {
                Some(Finding::new(
                    About::OpenPointIdle {
                        open_point: point.clone(),
                    },
                    place,
                ))
            } else {
                None
            }
        };
        self.points
            .iter()
            .enumerate()
            .filter_map(describe)
            .collect()
    }
}
