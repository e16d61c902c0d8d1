//! The map as a matrix: a row for each topic, a column for each organisation that owns there, and
//! what is not settled.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::age::AgeRange;
use crate::domain::codes::{CodeEnum, KindId, OrganisationId};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::claims::ClaimFilter;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::{AreaAsked, DayRange, asked_of_each, survey};
use crate::routing::criterion::Criteria;
use crate::routing::map::{
    AreaIx, Hours, Organisation, Responsibility, ResponsibilityIx, RouteMap, TopicIx,
};

/// What is not settled about signals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsettled {
    /// Nobody has agreed to own them.
    Gap,
    /// These have, each by itself.
    Dispute(Vec<OrganisationId>),
}

/// What is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope {
    /// This area with what lies in it; the whole map when left out.
    pub area: Option<AreaIx>,
    /// This topic with its parts; all topics when left out.
    pub topic: Option<TopicIx>,
}

/// The matrix.
#[derive(Debug, Clone)]
pub struct OwnershipMatrix<'m> {
    /// Of which map.
    pub map: &'m RouteMap,
    /// What of it.
    pub scope: Scope,
    /// The organisations that own there, those of a kind side by side.
    pub columns: Vec<&'m Organisation>,
    /// The topics, each followed by its parts.
    pub rows: Vec<MatrixRow<'m>>,
}

#[derive(Debug, Clone)]
pub struct MatrixRow<'m> {
    pub topic: TopicIx,
    /// How many of the topics above it are drawn too.
    pub depth: usize,
    /// What each organisation claims, in the order of the columns.
    pub cells: Vec<MatrixCell<'m>>,
    /// What is not settled.
    pub open: Vec<UnsettledTopic>,
}

/// What an organisation claims about a topic.
#[derive(Debug, Clone, PartialEq)]
pub enum MatrixCell<'m> {
    Empty,
    /// What it claims about the topic above, and nothing else.
    AsAbove,
    /// These; what lies within another of them is left out.
    Claims(Vec<&'m Responsibility>),
}

/// Signals about one topic that are not settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsettledTopic {
    /// In what way.
    pub what: Unsettled,
    /// Where; `None` for all that is drawn.
    pub areas: Option<Vec<AreaIx>>,
    /// The ages of which every signal is meant.
    pub ages: Vec<AgeRange>,
    /// The ages of which it hangs on urgency, sender or hours.
    pub some_ages: Vec<AgeRange>,
}

impl<'m> OwnershipMatrix<'m> {
    /// Puts the claims that hold on `day`, and what is not settled then, in rows and columns.
    #[must_use]
    pub fn new(map: &'m RouteMap, scope: Scope, day: Day) -> Self {
        let unsettled = unsettled(map, day);
        let claims = map.claims(&ClaimFilter {
            area: scope.area,
            topic: scope.topic,
            owner: None,
        });
        let claims: Vec<_> = claims
            .into_iter()
            .filter(|claim| claim.responsibility.is_valid_on(day))
            .collect();
        let owners: BTreeSet<&OrganisationId> = claims
            .iter()
            .map(|claim| &claim.responsibility.owner)
            .collect();
        let columns = by_kind(
            map.organisations()
                .iter()
                .filter(|organisation| owners.contains(&organisation.id)),
        );
        let topics: Vec<TopicIx> = (0..)
            .zip(map.topics())
            .map(|(place, _)| TopicIx(place))
            .collect();
        let drawn: BTreeSet<TopicIx> = topics
            .into_iter()
            .filter(|topic| {
                scope
                    .topic
                    .is_none_or(|whole| map.is_part_of(*topic, whole))
            })
            .collect();
        let cell = |topic: TopicIx, owner: &OrganisationId| {
            let of_owner = || {
                claims
                    .iter()
                    .filter(|claim| claim.responsibility.owner == *owner)
            };
            let is_top = map
                .topic_and_above(topic)
                .nth(1)
                .is_none_or(|above| !drawn.contains(&above));
            let above = |claimed: Option<TopicIx>| {
                claimed.is_none_or(|claimed| claimed != topic && map.is_part_of(topic, claimed))
            };
            let here = of_owner()
                .filter(|claim| claim.topic == Some(topic) || (is_top && above(claim.topic)));
            let here: Vec<&Responsibility> = here.map(|claim| claim.responsibility).collect();
            match here.is_empty() {
                false => MatrixCell::Claims(widest(here, map)),
                true if of_owner().any(|claim| above(claim.topic)) => MatrixCell::AsAbove,
                true => MatrixCell::Empty,
            }
        };
        let places = map.places_in(scope.area);
        let row = |topic: &TopicIx| MatrixRow {
            topic: *topic,
            depth: map
                .topic_and_above(*topic)
                .skip(1)
                .filter(|above| drawn.contains(above))
                .count(),
            cells: columns
                .iter()
                .map(|organisation| cell(*topic, &organisation.id))
                .collect(),
            open: open(map, *topic, &places, &unsettled),
        };
        let rows = drawn.iter().map(row).collect();
        Self {
            map,
            scope,
            columns,
            rows,
        }
    }

    /// Whether nobody could read it on one sheet of paper.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.columns.len() > Self::MOST_COLUMNS || self.rows.len() > Self::MOST_ROWS
    }

    /// The most organisations of a picture.
    pub const MOST_COLUMNS: usize = 40;
    /// The most topics of a picture.
    pub const MOST_ROWS: usize = 120;
}

impl RouteMap {
    /// The places where somebody lives, in an area or in the whole map.
    #[must_use]
    pub fn places_in(&self, around: Option<AreaIx>) -> Vec<AreaIx> {
        let all = (0..).map(AreaIx).zip(asked_of_each(self));
        let places = all
            .filter(|(_, asked)| *asked == AreaAsked::Place)
            .map(|(ix, _)| ix);
        places
            .filter(|ix| around.is_none_or(|around| self.lies_in(*ix, around)))
            .collect()
    }
}

/// The signals about one topic that nobody owns and that several claim, where age and place are
/// known.
fn unsettled(map: &RouteMap, day: Day) -> Vec<(Unsettled, Vec<Region>)> {
    survey(map, DayRange::only(day), |asked, answers| {
        let of_day = |standing: &[Vec<ResponsibilityIx>]| {
            let claims = standing.iter().flatten().map(|ix| map.responsibility(*ix));
            let owners: BTreeSet<&OrganisationId> = claims.map(|claim| &claim.owner).collect();
            match owners.len() {
                0 => Some(Unsettled::Gap),
                1 => None,
                _ => Some(Unsettled::Dispute(owners.into_iter().cloned().collect())),
            }
        };
        answers
            .iter()
            .map(|answer| of_day(&answer.standing()).filter(|_| asked.is_definite()))
            .collect()
    })
}

/// The organisations in the order of the map, but those of a kind together where the first of them
/// stands.
fn by_kind<'m>(organisations: impl Iterator<Item = &'m Organisation>) -> Vec<&'m Organisation> {
    let mut kinds: Vec<(&KindId, Vec<&Organisation>)> = Vec::new();
    for organisation in organisations {
        match kinds
            .iter_mut()
            .find(|(kind, _)| **kind == organisation.kind)
        {
            Some((_, of_kind)) => of_kind.push(organisation),
            None => kinds.push((&organisation.kind, vec![organisation])),
        }
    }
    kinds.into_iter().flat_map(|(_, of_kind)| of_kind).collect()
}

/// Without the claims that another of these contains: they add no signal. Of equal ones the first
/// stays.
fn widest<'m>(claims: Vec<&'m Responsibility>, map: &RouteMap) -> Vec<&'m Responsibility> {
    let about_this = |r: &Responsibility| Criteria {
        topics: None,
        ..r.criteria.clone()
    };
    let criteria: Vec<Criteria> = claims.iter().map(|r| about_this(r)).collect();
    let within_another = |place: usize, one: &Criteria| {
        let others = criteria
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place);
        let mut others = others.filter(|(_, criteria)| criteria.contain(one, map));
        others.any(|(other, criteria)| other < place || !one.contain(criteria, map))
    };
    let kept = claims
        .iter()
        .zip(&criteria)
        .enumerate()
        .filter(|(place, (_, one))| !within_another(*place, one));
    kept.map(|(_, (claim, _))| *claim).collect()
}

/// What is not settled about one topic, the areas with equal answers together.
fn open(
    map: &RouteMap,
    topic: TopicIx,
    places: &[AreaIx],
    unsettled: &[(Unsettled, Vec<Region>)],
) -> Vec<UnsettledTopic> {
    let mut found = Vec::new();
    for (what, regions) in unsettled {
        let about: Vec<&Region> = regions
            .iter()
            .filter(|region| !region.several && region.topics.contains(&topic))
            .collect();
        let mut alike: BTreeMap<(Vec<AgeRange>, Vec<AgeRange>), Vec<AreaIx>> = BTreeMap::new();
        for place in places {
            let here: Vec<&Region> = about
                .iter()
                .copied()
                .filter(|region| region.areas.contains(place))
                .collect();
            alike.entry(ages(map, &here)).or_default().push(*place);
        }
        let of_these = alike
            .into_iter()
            .filter(|((all, some), _)| !all.is_empty() || !some.is_empty());
        found.extend(of_these.map(|((ages, some_ages), areas)| UnsettledTopic {
            what: what.clone(),
            areas: (areas.len() < places.len()).then_some(areas),
            ages,
            some_ages,
        }));
    }
    found
}

/// The ages of which these disjoint regions hold every signal, and those of which they hold some.
fn ages(map: &RouteMap, regions: &[&Region]) -> (Vec<AgeRange>, Vec<AgeRange>) {
    let ranges = || {
        regions
            .iter()
            .filter_map(|region| region.ages.map(|ages| (ages, region)))
    };
    let mut cuts: Vec<_> = ranges()
        .flat_map(|(ages, _)| [Some(ages.from()), ages.until()])
        .flatten()
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let every = Urgency::ALL.len() * Hours::ALL.len() * map.organisations().len();
    let (mut all, mut some) = (Vec::new(), Vec::new());
    for (place, from) in cuts.iter().enumerate() {
        let range =
            AgeRange::new(*from, cuts.get(place + 1).copied()).certain("the next age is older");
        let of_age = ranges().filter(|(ages, _)| ages.contains(range));
        match of_age
            .map(|(_, region)| region.urgency.len() * region.hours.len() * region.senders.len())
            .sum::<usize>()
        {
            0 => {}
            signals if signals < every => join(&mut some, range),
            _ => join(&mut all, range),
        }
    }
    (all, some)
}

/// Adds a range behind the others, to the last of them when it begins where that ends.
fn join(ranges: &mut Vec<AgeRange>, next: AgeRange) {
    match ranges.last_mut() {
        Some(last) if last.until() == Some(next.from()) => {
            *last = AgeRange::new(last.from(), next.until())
                .certain("a range goes on where the one before it ends")
        }
        Some(_) | None => ranges.push(next),
    }
}
