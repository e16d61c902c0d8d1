//! The map as a matrix: a row for each topic, a column for each organisation that owns something,
//! and what is not settled.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::age::AgeRange;
use crate::domain::codes::{KindId, OrganisationId};
use crate::domain::time::Day;
use crate::map_analysis::age_sets::AgeSet;
use crate::map_analysis::claims::{Claim, ClaimFilter};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::ages::{cut_ages, join_range};
use crate::map_analysis::survey::{AreaDetail, AreaDetails, DayRange, survey};
use crate::routing::ages::AgeSubject;
use crate::routing::choice::Choices;
use crate::routing::criterion::Criteria;
use crate::routing::map::{AreaIx, Organisation, Responsibility, RouteMap, TopicIx};

/// What is not settled about signals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsettled {
    /// Nobody owns them.
    Gap,
    /// Each of these owns them.
    Dispute(Vec<OrganisationId>),
}

/// The part of the map to draw.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope {
    /// This area with what lies in it; `None` is the whole map.
    pub area: Option<AreaIx>,
    /// This topic with its parts; `None` is all topics.
    pub topic: Option<TopicIx>,
}

#[derive(Debug, Clone)]
pub struct OwnershipMatrix<'m> {
    pub map: &'m RouteMap,
    pub scope: Scope,
    /// The organisations that own something, grouped by kind.
    pub columns: Vec<&'m Organisation>,
    /// The topics, each followed by its parts.
    pub rows: Vec<MatrixRow<'m>>,
}

#[derive(Debug, Clone)]
pub struct MatrixRow<'m> {
    pub topic: TopicIx,
    /// The number of topics above it that are drawn too.
    pub depth: usize,
    /// One per column.
    pub cells: Vec<MatrixCell<'m>>,
    pub open: Vec<UnsettledTopic>,
}

/// What an organisation claims about a topic.
#[derive(Debug, Clone, PartialEq)]
pub enum MatrixCell<'m> {
    Empty,
    /// What it claims about a topic above, and nothing else.
    AsAbove,
    /// Claims that lie within another one are left out.
    Claims(Vec<&'m Responsibility>),
}

/// Signals about one topic that are not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsettledTopic {
    pub what: Unsettled,
    /// `None` for every area that is drawn.
    pub areas: Option<Vec<AreaIx>>,
    /// The ages for which every signal is unsettled.
    pub ages: Vec<AgeRange>,
    /// The ages for which it depends on more than the age.
    pub some_ages: Vec<AgeRange>,
}

impl<'m> OwnershipMatrix<'m> {
    /// The claims that hold on `day`, and what is not settled then.
    #[must_use]
    pub fn new(map: &'m RouteMap, scope: Scope, day: Day) -> Self {
        let mut claims = map.claims(&ClaimFilter {
            area: scope.area,
            topic: scope.topic,
            owner: None,
        });
        claims.retain(|claim| claim.responsibility.valid.include(day));
        let mut by_owner: HashMap<&OrganisationId, Vec<Claim<'m>>> = HashMap::new();
        for claim in claims {
            let owner = &claim.responsibility.owner;
            by_owner.entry(owner).or_default().push(claim);
        }
        let columns = by_kind(
            map.organisations()
                .iter()
                .filter(|organisation| by_owner.contains_key(&organisation.id)),
        );
        let drawn: BTreeSet<TopicIx> = map
            .topic_ixs()
            .filter(|ix| map.topic_at(*ix).valid.include(day))
            .filter(|ix| scope.topic.is_none_or(|whole| map.is_part_of(*ix, whole)))
            .collect();
        let unsettled = unsettled(map, day);
        let places = map.places_in(scope.area, day);
        let mut rows = Vec::new();
        for topic in drawn.iter().copied() {
            let above = map.topic_and_above(topic).skip(1);
            let depth = above.filter(|above| drawn.contains(above)).count();
            let cells = columns.iter().map(|organisation| {
                let claims = by_owner
                    .get(&organisation.id)
                    .map_or(&[][..], Vec::as_slice);
                cell(map, topic, depth == 0, claims)
            });
            rows.push(MatrixRow {
                topic,
                depth,
                cells: cells.collect(),
                open: unsettled_about(map, topic, &places, &unsettled, day),
            });
        }
        Self {
            map,
            scope,
            columns,
            rows,
        }
    }

    /// Whether it is too large to read on one sheet of paper.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.columns.len() > Self::MAX_COLUMNS || self.rows.len() > Self::MAX_ROWS
    }

    pub const MAX_COLUMNS: usize = 40;
    pub const MAX_ROWS: usize = 120;
}

impl RouteMap {
    /// The areas where somebody lives on that day, inside an area or in the whole map.
    #[must_use]
    pub fn places_in(&self, around: Option<AreaIx>, day: Day) -> Vec<AreaIx> {
        let details = AreaDetails::new(self, DayRange::only(day));
        let is_place = |(_, detail): &(DayRange, AreaDetail)| *detail == AreaDetail::Place;
        self.area_ixs()
            .filter(|ix| details.of(Some(*ix)).iter().any(is_place))
            .filter(|ix| around.is_none_or(|around| self.lies_in(*ix, around)))
            .collect()
    }
}

/// What the claims of one organisation say about a topic. A top row has no row above it, so that it
/// shows the claims to the topics above as well.
fn cell<'m>(map: &RouteMap, topic: TopicIx, is_top: bool, claims: &[Claim<'m>]) -> MatrixCell<'m> {
    let (mut here, mut above) = (Vec::new(), false);
    for claim in claims {
        let is_above = match claim.topic {
            Some(claimed) => claimed != topic && map.is_part_of(topic, claimed),
            None => true,
        };
        above |= is_above;
        if claim.topic == Some(topic) || (is_top && is_above) {
            here.push(claim.responsibility);
        }
    }
    match here.is_empty() {
        false => MatrixCell::Claims(widest(here, map)),
        true if above => MatrixCell::AsAbove,
        true => MatrixCell::Empty,
    }
}

/// The signals about one topic that have no owner or several, where age and place are known.
fn unsettled(map: &RouteMap, day: Day) -> Vec<(Unsettled, Vec<Region>)> {
    survey(map, DayRange::only(day), |answers| {
        answers
            .iter()
            .map(|answer| {
                let claims = answer.standing().concat();
                let owners: BTreeSet<&OrganisationId> = claims
                    .iter()
                    .map(|ix| &map.responsibility(*ix).owner)
                    .collect();
                match owners.len() {
                    _ if !answer.detail.is_definite() => None,
                    0 => Some(Unsettled::Gap),
                    1 => None,
                    _ => Some(Unsettled::Dispute(owners.into_iter().cloned().collect())),
                }
            })
            .collect()
    })
}

/// The organisations grouped by kind. Kinds, and organisations within a kind, keep the order of the
/// map.
fn by_kind<'m>(organisations: impl Iterator<Item = &'m Organisation>) -> Vec<&'m Organisation> {
    let mut kinds: Vec<&KindId> = Vec::new();
    let mut placed = Vec::new();
    for organisation in organisations {
        let known = kinds.iter().position(|kind| **kind == organisation.kind);
        let place = known.unwrap_or_else(|| {
            kinds.push(&organisation.kind);
            kinds.len() - 1
        });
        placed.push((place, organisation));
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, one)| one).collect()
}

/// Leaves out the claims that another one contains: they add no signal. Of equal ones the first
/// stays.
fn widest<'m>(claims: Vec<&'m Responsibility>, map: &RouteMap) -> Vec<&'m Responsibility> {
    let criteria: Vec<Criteria> = claims
        .iter()
        .map(|claim| Criteria {
            topics: None,
            ..claim.criteria.clone()
        })
        .collect();
    let mut kept = Vec::new();
    for (place, (claim, own)) in claims.iter().zip(&criteria).enumerate() {
        let is_within_another = criteria.iter().enumerate().any(|(other, wider)| {
            other != place && wider.contain(own, map) && (other < place || !own.contain(wider, map))
        });
        if !is_within_another {
            kept.push(*claim);
        }
    }
    kept
}

/// What is not settled about one topic. Areas with equal answers come together.
fn unsettled_about(
    map: &RouteMap,
    topic: TopicIx,
    places: &[AreaIx],
    unsettled: &[(Unsettled, Vec<Region>)],
    day: Day,
) -> Vec<UnsettledTopic> {
    let mut found = Vec::new();
    for (what, regions) in unsettled {
        let mut by_ages: BTreeMap<(Vec<AgeRange>, Vec<AgeRange>), Vec<AreaIx>> = BTreeMap::new();
        for place in places {
            let here: Vec<&Region> = regions
                .iter()
                .filter(|region| {
                    !region.several
                        && region.topics.contains(&topic)
                        && region.areas.contains(place)
                })
                .collect();
            by_ages
                .entry(ages(map, &here, day))
                .or_default()
                .push(*place);
        }
        by_ages.remove(&(Vec::new(), Vec::new()));
        for ((ages, some_ages), areas) in by_ages {
            found.push(UnsettledTopic {
                what: what.clone(),
                areas: (areas.len() < places.len()).then_some(areas),
                ages,
                some_ages,
            });
        }
    }
    found
}

/// The ages for which these disjoint regions hold every signal, and those for which they hold some.
fn ages(map: &RouteMap, regions: &[&Region], day: Day) -> (Vec<AgeRange>, Vec<AgeRange>) {
    let known = |subject| {
        let sets = regions.iter().map(move |one| one.ages.get(subject));
        sets.filter_map(|ages| ages.known)
    };
    // The youngest child has one of these ages, or none that is known.
    let children = cut_ages(known(AgeSubject::YoungestChild));
    let senders = map.organisations_on(day).count();
    let every = Choices::all().combinations() * senders * (children.len() + 1);
    let (mut all, mut some) = (Vec::new(), Vec::new());
    for range in cut_ages(known(AgeSubject::Person)) {
        let signals = regions
            .iter()
            .filter(|one| has_ages(one.ages.get(AgeSubject::Person), range))
            .map(|region| {
                let child = region.ages.get(AgeSubject::YoungestChild);
                let ages = children.iter().filter(|ages| has_ages(child, **ages));
                let ages = ages.count() + usize::from(child.unknown);
                region.choices.combinations() * region.senders.len() * ages
            });
        match signals.sum::<usize>() {
            0 => {}
            signals if signals < every => join_range(&mut some, range),
            _ => join_range(&mut all, range),
        }
    }
    (all, some)
}

fn has_ages(ages: AgeSet, range: AgeRange) -> bool {
    ages.known.is_some_and(|known| known.contains(range))
}
