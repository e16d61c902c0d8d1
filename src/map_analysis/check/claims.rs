//! Signals that several claim, signals that nobody claims, and claims that never own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::check::Severity;
use crate::map_analysis::check::finding::{About, Finding};
use crate::map_analysis::check::open_points::OpenPoints;
use crate::map_analysis::check::vague::{Places, without};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::{self, WhyNever};
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Choices, Values};
use crate::routing::criterion::Criterion;
use crate::routing::map::{MapPosition, ResponsibilityIx, RouteMap, StillOpen, TopicIx};

/// Disputes, gaps, and the open points that admit them.
pub(super) fn findings(map: &RouteMap, today: Day) -> Vec<Finding> {
    let mut open_points = OpenPoints::new(map, today);
    let gaps = survey::gaps(map, today);
    let unserved = Unserved::new(map, today, &gaps, &open_points);
    let mut found = disputes(map, today, &mut open_points);
    found.extend(gap_findings(map, today, gaps, &unserved, &mut open_points));
    found.extend(unserved.findings(map));
    found.extend(open_points.findings());
    found
}

/// Responsibilities that never own, or repeat another one.
pub(super) fn idle(map: &RouteMap, today: Day) -> Vec<Finding> {
    let mut found = Vec::new();
    for never in survey::never_wins(map, today) {
        let (responsibility, by) = (never.responsibility, never.by);
        let about = match never.why {
            WhyNever::Outranked => About::Outranked { responsibility, by },
            WhyNever::Shadowed | WhyNever::HoldsForNoSignal => {
                About::Shadowed { responsibility, by }
            }
        };
        found.push(Finding::new(about, place(map, responsibility)));
    }
    for duplicate in survey::duplicates(map, today) {
        let about = About::Duplicate {
            responsibility: duplicate.again,
            of: vec![duplicate.first],
        };
        found.push(Finding::new(about, place(map, duplicate.again)));
    }
    found
}

fn place(map: &RouteMap, ix: ResponsibilityIx) -> Option<MapPosition> {
    Some(map.responsibility(ix).place.clone())
}

fn topic_place(map: &RouteMap, region: &Region) -> Option<MapPosition> {
    Some(map.topic_at(*region.topics.first()?).place.clone())
}

fn disputes(map: &RouteMap, today: Day, open_points: &mut OpenPoints<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for survey::Dispute { claims, regions } in survey::disputes(map, today) {
        let at = claims.first().and_then(|first| place(map, *first));
        for (known, regions) in open_points.divide(StillOpen::Dispute, regions, map) {
            let about = About::Dispute {
                claims: claims.clone(),
                known: known.cloned(),
            };
            if known.is_none() {
                found.extend(acute(&regions, at.clone(), map, today));
            }
            let mut finding = Finding::new(about, at.clone()).with_regions(regions, map, today);
            if known.is_some() {
                finding.severity = Severity::Note;
            }
            found.push(finding);
        }
    }
    found
}

fn gap_findings(
    map: &RouteMap,
    today: Day,
    gaps: survey::Gaps,
    unserved: &Unserved,
    open_points: &mut OpenPoints<'_>,
) -> Vec<Finding> {
    let survey::Gaps {
        definite,
        when_vague,
    } = gaps;
    // Those of a topic that nobody owns too: it is there.
    open_points.admit(StillOpen::Gap, &definite, map);
    open_points.admit(StillOpen::Gap, &when_vague, map);
    let places = Places::new(map, today);
    let definite: Vec<Region> = unserved
        .without(definite)
        .into_iter()
        .map(|gap| places.with_what_is_left_open(gap))
        .collect();
    let mut when_vague = without(unserved.without(when_vague), &definite);
    let mut found = Vec::new();
    for (known, mut regions) in open_points.divide(StillOpen::Gap, definite, map) {
        if known.is_none() {
            // Open points with ages or areas do not admit an unknown one.
            when_vague.extend(regions.extract_if(.., |region| !places.are_known_in(region)));
        }
        if regions.is_empty() {
            continue;
        }
        let about = About::Gap {
            known: known.cloned(),
        };
        if let Some(known) = known {
            let finding = Finding::new(about, Some(known.place.clone()));
            found.push(Finding {
                severity: Severity::Note,
                ..finding.with_regions(regions, map, today)
            });
            continue;
        }
        let at = regions.first().and_then(|region| topic_place(map, region));
        found.extend(acute(&regions, at, map, today));
        // Each region is a question of its own: who takes this?
        for region in not_acute(regions) {
            let finding = Finding::new(about.clone(), topic_place(map, &region));
            found.push(finding.with_regions(vec![region], map, today));
        }
    }
    // Where the age is known, the sender left out the area or was vague about it.
    let (no_area, no_age): (Vec<Region>, Vec<Region>) = when_vague
        .into_iter()
        .partition(|region| region.ages.get(AgeSubject::Person).known.is_some());
    for (unknown, regions) in [(Criterion::Area, no_area), (Criterion::Age, no_age)] {
        if regions.is_empty() {
            continue;
        }
        let about = About::GapWhenUnknown { unknown };
        let at = regions.iter().filter_map(|one| topic_place(map, one)).min();
        found.push(Finding::new(about, at).with_regions(regions, map, today));
    }
    found
}

/// That acute signals are among these, which nobody admits to be unowned.
fn acute(
    regions: &[Region],
    place: Option<MapPosition>,
    map: &RouteMap,
    today: Day,
) -> Option<Finding> {
    let acute = Choices::all().with(Choice::Urgency, Values::of(Urgency::Acute));
    let mut found = regions.to_vec();
    for region in &mut found {
        region.cut_choices(&acute);
    }
    found.retain(|region| !region.is_empty());
    let finding = Finding::new(About::AcuteUnowned, place);
    (!found.is_empty()).then(|| finding.with_regions(found, map, today))
}

/// The other signals.
fn not_acute(mut regions: Vec<Region>) -> Vec<Region> {
    let urgencies = Values::all(Choice::Urgency) - Values::of(Urgency::Acute);
    let others = Choices::all().with(Choice::Urgency, urgencies);
    for region in &mut regions {
        region.cut_choices(&others);
    }
    regions.retain(|region| !region.is_empty());
    regions
}

/// Topics without an owner and senders whom nobody hears. They are findings of their own, and left
/// out of the gaps. Topics whose gaps are all known open points are left out.
struct Unserved {
    topics: BTreeSet<TopicIx>,
    senders: BTreeMap<KindId, Vec<OrganisationId>>,
}

impl Unserved {
    fn new(map: &RouteMap, today: Day, gaps: &survey::Gaps, open_points: &OpenPoints<'_>) -> Self {
        let is_admitted = |topic: &TopicIx| {
            let about_it = gaps
                .definite
                .iter()
                .filter(|gap| gap.topics.contains(topic));
            let regions = about_it.map(|gap| Region {
                topics: vec![*topic],
                ..gap.clone()
            });
            let regions: Vec<Region> = regions.collect();
            !regions.is_empty() && open_points.admit_all(StillOpen::Gap, regions, map)
        };
        let mut topics: BTreeSet<TopicIx> =
            survey::unowned_topics(map, today).into_iter().collect();
        topics.retain(|topic| !is_admitted(topic));
        let mut senders = BTreeMap::new();
        for kind in survey::unheard_senders(map, today) {
            let of_kind = map.organisations_on(today).filter(|one| one.kind == kind);
            let ids = of_kind.map(|one| one.id.clone()).collect();
            senders.insert(kind, ids);
        }
        Self { topics, senders }
    }

    fn without(&self, mut regions: Vec<Region>) -> Vec<Region> {
        let unheard: BTreeSet<OrganisationId> = self.senders.values().flatten().cloned().collect();
        for region in &mut regions {
            region.topics.retain(|topic| !self.topics.contains(topic));
            if !unheard.is_empty() {
                region.senders = Arc::new(&*region.senders - &unheard);
            }
        }
        regions.retain(|region| !region.is_empty());
        regions
    }

    fn findings(self, map: &RouteMap) -> Vec<Finding> {
        let mut found = Vec::new();
        for topic in self.topics {
            let place = map.topic_at(topic).place.clone();
            found.push(Finding::new(About::UnownedTopic { topic }, Some(place)));
        }
        for (kind, organisations) in self.senders {
            let first = organisations.first().and_then(|id| map.organisation(id));
            let place = first.map(|organisation| organisation.place.clone());
            let about = About::UnheardSender {
                kind,
                organisations,
            };
            found.push(Finding::new(about, place));
        }
        found
    }
}
