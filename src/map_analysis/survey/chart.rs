//! From groups of cells to labelled regions.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::{CodeEnum, OrganisationId};
use crate::domain::invariant::{Invariant as _, at, at_mut, number};
use crate::domain::signal::Urgency;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::areas::{AreaAsked, asked_of_each, asked_of_none};
use crate::map_analysis::survey::bits::Bits;
use crate::map_analysis::survey::blocks::{Block, LabelNumber, blocks};
use crate::map_analysis::survey::cells::{
    CellCandidates, CellGroup, Cover, SubjectCell, each_and_none,
};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::senders::SenderSets;
use crate::routing::map::{AreaIx, Hours, ResponsibilityIx, RouteMap, TopicIx};

/// How much the signals say that a label is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LabelDemand {
    pub area: AreaAsked,
    /// Whether the age is known.
    pub age_known: bool,
}

impl LabelDemand {
    /// Whether the sender says all that a map can ask: an age, and a place.
    #[must_use]
    pub fn is_definite(self) -> bool {
        self.age_known && self.area == AreaAsked::Place
    }
}

/// The answer to the same signals during a stretch of days.
#[derive(Debug, Clone, Copy)]
pub struct ChartEntry<'a> {
    /// On which days.
    pub days: DayRange,
    grid: &'a Grid<'a>,
    held: &'a Bits,
}

impl ChartEntry<'_> {
    /// Per contest the responsibilities that stand, by place. A survey of one map has one contest;
    /// of two, the old map's and the new one's.
    #[must_use]
    pub fn standing(&self) -> Vec<Vec<ResponsibilityIx>> {
        self.grid.standing(self.held)
    }

    /// Those that stand in the old map and in the new one, in a survey of two maps.
    #[must_use]
    pub fn standing_in_both(&self) -> [Vec<ResponsibilityIx>; 2] {
        let both = <[_; 2]>::try_from(self.standing());
        both.certain("a survey of two maps has two contests")
    }

    /// Whether nobody claims it, in any contest: so cheap to ask that gaps need no contest.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        self.held.places().next().is_none()
    }
}

/// What cells are about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subjects<'a> {
    /// A topic each, by its place.
    OneTopic,
    /// Signals that have all of these topics at once.
    Together(&'a [Vec<TopicIx>]),
}

/// Labels every signal with one topic, and gives the largest regions with equal labels: disjoint,
/// and together exactly what is labelled.
///
/// `label` is given the answers to some signals on all the days, in order, and says a label or none
/// for each of them. Labels come in their order, the regions of each in theirs.
pub fn survey<L: Ord + Hash + Clone>(
    map: &RouteMap,
    days: DayRange,
    label: impl FnMut(LabelDemand, &[ChartEntry<'_>]) -> Vec<Option<L>>,
) -> Vec<(L, Vec<Region>)> {
    survey_of(map, &Cover::new(map, days), days, label)
}

/// The same where the lists are known already.
pub(super) fn survey_of<L: Ord + Hash + Clone>(
    map: &RouteMap,
    cover: &Cover<'_>,
    days: DayRange,
    label: impl FnMut(LabelDemand, &[ChartEntry<'_>]) -> Vec<Option<L>>,
) -> Vec<(L, Vec<Region>)> {
    let groups = groups(
        map,
        |topic, area| vec![cover.number(Some(topic), area)],
        |numbers| numbers.iter().map(|n| cover.ask(*n)).collect(),
    );
    let organisations = map
        .organisations()
        .iter()
        .map(|organisation| organisation.id.clone());
    chart(&groups, Subjects::OneTopic, days, organisations, label)
}

/// Puts the cells together for which the same lists are asked, and which say as much about where.
pub(super) fn groups<'a>(
    map: &RouteMap,
    numbers: impl Fn(TopicIx, Option<AreaIx>) -> Vec<u32>,
    asks: impl Fn(&[u32]) -> Vec<CellCandidates<'a>>,
) -> Vec<CellGroup<'a>> {
    let (each, none) = (asked_of_each(map), asked_of_none(map));
    let mut groups: Vec<CellGroup<'a>> = Vec::new();
    let mut known: HashMap<(Vec<u32>, AreaAsked), usize, FxBuildHasher> = HashMap::default();
    for (subject, _) in (0..).zip(map.topics()) {
        for area in each_and_none(map.areas().len()).map(|area| area.map(AreaIx)) {
            let asked = area.map_or(none, |area| *at(&each, area.0 as usize));
            let number = *known
                .entry((numbers(TopicIx(subject), area), asked))
                .or_insert_with_key(|(numbers, area)| {
                    groups.push(CellGroup {
                        asks: asks(numbers),
                        area: *area,
                        cells: Vec::new(),
                    });
                    groups.len() - 1
                });
            at_mut(&mut groups, number)
                .cells
                .push(SubjectCell { subject, area });
        }
    }
    groups
}

/// Labels the signals of these groups.
pub(super) fn chart<L: Ord + Hash + Clone>(
    groups: &[CellGroup<'_>],
    subjects: Subjects<'_>,
    days: DayRange,
    organisations: impl Iterator<Item = OrganisationId>,
    mut label: impl FnMut(LabelDemand, &[ChartEntry<'_>]) -> Vec<Option<L>>,
) -> Vec<(L, Vec<Region>)> {
    let mut sets = SenderSets::new(organisations);
    let mut labels: HashMap<L, LabelNumber, FxBuildHasher> = HashMap::default();
    let mut found: HashMap<(LabelNumber, Block), Vec<usize>, FxBuildHasher> = HashMap::default();
    for (place, group) in groups.iter().enumerate() {
        let grid = Grid::new(&group.asks, days, &mut sets);
        let points = labelled(&grid, group.area, &mut label, &mut labels);
        for (label, block) in blocks(&grid, &points, &mut sets) {
            found.entry((label, block)).or_default().push(place);
        }
    }
    let mut found: Vec<((LabelNumber, Block), Vec<usize>)> = found.into_iter().collect();
    found.sort_unstable_by_key(|(key, _)| *key);
    let mut regions: HashMap<LabelNumber, Vec<Region>, FxBuildHasher> = HashMap::default();
    for ((label, block), places) in found {
        let cells = places
            .iter()
            .map(|place| at(groups, *place))
            .flat_map(|group| group.cells.iter().copied())
            .collect();
        let of_block = spread(cells, subjects)
            .into_iter()
            .map(|reach| region(reach, block, &mut sets));
        regions.entry(label).or_default().extend(of_block);
    }
    let mut named: Vec<(L, Vec<Region>)> = labels
        .into_iter()
        .map(|(label, number)| {
            let regions = regions.remove(&number);
            (label, regions.certain("what is labelled lies in a region"))
        })
        .collect();
    named
        .iter_mut()
        .for_each(|(_, regions)| regions.sort_unstable());
    named.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    named
}

/// The label of each point of the grid, in its order.
fn labelled<L: Eq + Hash>(
    grid: &Grid<'_>,
    area: AreaAsked,
    label: &mut impl FnMut(LabelDemand, &[ChartEntry<'_>]) -> Vec<Option<L>>,
    labels: &mut HashMap<L, LabelNumber, FxBuildHasher>,
) -> Vec<Option<LabelNumber>> {
    let held = grid.held();
    let per_day = held.points.len() / grid.days.values.len().max(1);
    let per_age = (per_day / grid.ages.values.len().max(1)).max(1);
    let mut columns: Vec<Vec<Option<LabelNumber>>> = Vec::new();
    let mut known: [HashMap<Vec<u32>, usize, FxBuildHasher>; 2] = Default::default();
    let mut through_the_days: Vec<u32> = Vec::new();
    let mut column_of = |(place, _): (usize, &u32)| {
        let age_known = at(&grid.ages.values, place / per_age).is_some();
        through_the_days.clear();
        through_the_days.extend(held.points.iter().skip(place).step_by(per_day));
        let known = at_mut(&mut known, usize::from(age_known));
        if let Some(number) = known.get(&through_the_days) {
            return *number;
        }
        let answer = |(days, number): (&DayRange, &u32)| ChartEntry {
            days: *days,
            grid,
            held: at(&held.sets, *number as usize),
        };
        let answers: Vec<ChartEntry<'_>> = grid
            .days
            .values
            .iter()
            .zip(&through_the_days)
            .map(answer)
            .collect();
        let mut number_of = |label: L| {
            let next = number(labels.len());
            *labels.entry(label).or_insert(next)
        };
        columns.push(
            label(LabelDemand { area, age_known }, &answers)
                .into_iter()
                .map(|label| label.map(&mut number_of))
                .collect(),
        );
        known.insert(through_the_days.clone(), columns.len() - 1);
        columns.len() - 1
    };
    let column_at: Vec<usize> = held
        .points
        .iter()
        .take(per_day)
        .enumerate()
        .map(&mut column_of)
        .collect();
    let columns = &columns;
    (0..grid.days.values.len())
        .flat_map(|day| {
            column_at
                .iter()
                .map(move |column| *at(at(columns, *column), day))
        })
        .collect()
}

/// Topics and areas, every one with every other.
struct Reach {
    topics: Vec<TopicIx>,
    several: bool,
    areas: Vec<AreaIx>,
    area_unknown: bool,
}

/// Joins the areas of each subject, and then the topics with equal areas.
fn spread(mut cells: Vec<SubjectCell>, subjects: Subjects<'_>) -> Vec<Reach> {
    cells.sort_unstable();
    let mut by_areas: BTreeMap<Vec<Option<AreaIx>>, Vec<u32>> = BTreeMap::new();
    for of_subject in cells.chunk_by(|a, b| a.subject == b.subject) {
        let subject = of_subject.first().map(|cell| cell.subject);
        by_areas
            .entry(of_subject.iter().map(|cell| cell.area).collect())
            .or_default()
            .extend(subject);
    }
    let mut reaches = Vec::new();
    for (areas, of_these) in by_areas {
        let (area_unknown, areas) = (
            areas.contains(&None),
            areas.into_iter().flatten().collect::<Vec<_>>(),
        );
        let reach = |topics, several| Reach {
            topics,
            several,
            areas: areas.clone(),
            area_unknown,
        };
        match subjects {
            Subjects::OneTopic => {
                reaches.push(reach(of_these.into_iter().map(TopicIx).collect(), false))
            }
            Subjects::Together(lists) => {
                reaches.extend(
                    of_these
                        .iter()
                        .map(|n| reach(at(lists, *n as usize).clone(), true)),
                );
            }
        }
    }
    reaches
}

fn region(
    Reach {
        topics,
        several,
        areas,
        area_unknown,
    }: Reach,
    block: Block,
    sets: &mut SenderSets,
) -> Region {
    let Block {
        days: DayRange { from, until },
        ages,
        age_unknown,
        urgency,
        senders,
        hours,
    } = block;
    Region {
        topics,
        several,
        areas,
        area_unknown,
        ages,
        age_unknown,
        urgency: choices::<Urgency>(urgency).collect(),
        senders: sets.tell(senders),
        hours: choices::<Hours>(hours).collect(),
        from,
        until,
    }
}

fn choices<C: CodeEnum>(bits: u8) -> impl Iterator<Item = C> {
    C::ALL
        .iter()
        .enumerate()
        .filter(move |(place, _)| bits & (1 << place) != 0)
        .map(|(_, choice)| *choice)
}
