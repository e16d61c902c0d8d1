//! From groups of cells to labelled regions.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::domain::codes::OrganisationId;
use crate::domain::invariant::{Invariant as _, at, at_mut, number};
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::areas::AreaDetail;
use crate::map_analysis::survey::bits::Bits;
use crate::map_analysis::survey::blocks::{Block, LabelNumber, blocks};
use crate::map_analysis::survey::cells::{CellGroup, CellGroups, Cover, SubjectCell};
use crate::map_analysis::survey::days::DayRange;
use crate::map_analysis::survey::grid::Grid;
use crate::map_analysis::survey::senders::SenderSets;
use crate::routing::choice::Values;
use crate::routing::map::{AreaIx, ResponsibilityIx, RouteMap, TopicIx};

/// How much the signals say that need a label, on some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SignalDetail {
    pub area: AreaDetail,
    pub age_known: bool,
    /// Whether they are all acute; in a survey that tells acute signals apart.
    pub acute: bool,
}

impl SignalDetail {
    /// Whether the sender says all that a map can ask: an age and a place.
    #[must_use]
    pub fn is_definite(self) -> bool {
        self.age_known && self.area == AreaDetail::Place
    }
}

/// The answer to some signals on some days.
#[derive(Debug, Clone, Copy)]
pub struct ChartEntry<'a> {
    pub days: DayRange,
    pub detail: SignalDetail,
    /// The place of the group of cells.
    pub(super) group: usize,
    grid: &'a Grid<'a>,
    held: &'a Bits,
    sender: &'a OrganisationId,
}

impl ChartEntry<'_> {
    /// The responsibilities that stand, by list of candidates. A survey of one map has one list; one
    /// of two has the old map's and the new one's.
    #[must_use]
    pub fn standing(&self) -> Vec<Vec<ResponsibilityIx>> {
        self.grid.standing(self.held)
    }

    /// Those that stand in the old map and in the new one, in a survey of two maps.
    #[must_use]
    pub fn standing_in_both(&self) -> [Vec<ResponsibilityIx>; 2] {
        let both = <[_; 2]>::try_from(self.standing());
        both.certain("a survey of two maps has two lists")
    }

    /// The responsibilities that stand in the first list when only those compete for which
    /// `competes` is true.
    #[must_use]
    pub(super) fn standing_among(
        &self,
        competes: impl Fn(ResponsibilityIx) -> bool,
    ) -> Vec<ResponsibilityIx> {
        self.grid.standing_in(0, self.held, competes)
    }

    /// The candidates of the first list that hold.
    pub(super) fn holding_in_first(&self) -> Vec<ResponsibilityIx> {
        self.grid.holding_in(0, self.held).collect()
    }

    /// One of those who send them. It stands for all of them in a survey that tells them apart.
    #[must_use]
    pub fn sender(&self) -> &OrganisationId {
        self.sender
    }

    /// Whether nobody claims it in any list. Asks for no precedence, so it is cheap.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        self.held.is_empty()
    }
}

/// What a survey tells apart even where the candidates do not.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Apart<'a> {
    pub(super) urgencies: Values,
    /// Those in each of these sets from the others.
    pub(super) senders: &'a [Arc<BTreeSet<OrganisationId>>],
    /// The days before and from these on.
    pub(super) turns: &'a [Day],
}

/// What the subjects of cells are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subjects<'a> {
    /// One topic each, by its place.
    OneTopic { apart: Apart<'a> },
    /// Signals that have all topics of one of these lists.
    Together(&'a [Vec<TopicIx>]),
    /// Signals that have the topics that their label names.
    Labelled,
}

impl<'a> Subjects<'a> {
    fn apart(self) -> Apart<'a> {
        match self {
            Subjects::OneTopic { apart } => apart,
            Subjects::Together(_) | Subjects::Labelled => Apart::default(),
        }
    }
}

/// Labels every signal with one topic, and gives the largest regions with equal labels. They are
/// disjoint, and together exactly what is labelled.
///
/// `label` gets the answers to some signals on all the days on which those are there, in order, and
/// gives a label or none for each answer. Labels and the regions of each label come sorted.
pub fn survey<L: Ord + Hash + Clone>(
    map: &RouteMap,
    days: DayRange,
    label: impl FnMut(&[ChartEntry<'_>]) -> Vec<Option<L>>,
) -> Vec<(L, Vec<Region>)> {
    survey_cover(map, &Cover::new(map, days), days, label)
}

pub(super) fn survey_cover<L: Ord + Hash + Clone>(
    map: &RouteMap,
    cover: &Cover<'_>,
    days: DayRange,
    label: impl FnMut(&[ChartEntry<'_>]) -> Vec<Option<L>>,
) -> Vec<(L, Vec<Region>)> {
    let groups = groups_by_cover(map, cover, days);
    let subjects = Subjects::OneTopic {
        apart: Apart::default(),
    };
    chart(&groups, subjects, map, label)
}

/// All cells of a map with one topic, grouped by the responsibilities that cover them.
pub(super) fn groups_by_cover<'a>(
    map: &RouteMap,
    cover: &Cover<'a>,
    days: DayRange,
) -> Vec<CellGroup<'a>> {
    let mut groups = CellGroups::new(map, days);
    for (subject, topic) in (0..).zip(map.topic_ixs()) {
        let valid = map.topic_at(topic).valid;
        for area in map.area_ixs_and_none() {
            let number = cover.number(Some(topic), area);
            groups.add(SubjectCell { subject, area }, valid, vec![number], |_| {
                vec![cover.list(number)]
            });
        }
    }
    groups.finish()
}

/// Labels the signals of these groups, which the organisations of a map send.
pub(super) fn chart<L: Ord + Hash + Clone>(
    groups: &[CellGroup<'_>],
    subjects: Subjects<'_>,
    senders: &RouteMap,
    mut label: impl FnMut(&[ChartEntry<'_>]) -> Vec<Option<L>>,
) -> Vec<(L, Vec<Region>)> {
    let mut sets = SenderSets::new(senders.organisation_ids());
    let mut labels: HashMap<L, LabelNumber, FxBuildHasher> = HashMap::default();
    let mut places: HashMap<(LabelNumber, Block), Vec<usize>, FxBuildHasher> = HashMap::default();
    for (place, group) in groups.iter().enumerate() {
        let apart = subjects.apart();
        let grid = Grid::new(&group.lists, &group.when, apart, senders, &mut sets);
        let points = label_points(&grid, place, subjects.apart(), &mut label, &mut labels);
        for (label, block) in blocks(&grid, &points, &mut sets) {
            places.entry((label, block)).or_default().push(place);
        }
    }
    let mut regions: HashMap<LabelNumber, Vec<Region>, FxBuildHasher> = HashMap::default();
    for ((label, block), places) in places {
        let groups = places.iter().map(|place| at(groups, *place));
        let cells = groups
            .flat_map(|group| group.cells.iter().copied())
            .collect();
        let found = regions_of(cells, subjects, block, &mut sets);
        regions.entry(label).or_default().extend(found);
    }
    let mut labelled: Vec<(L, Vec<Region>)> = Vec::new();
    for (label, number) in labels {
        let found = regions.remove(&number);
        let mut found = found.certain("what is labelled lies in a region");
        found.sort_unstable();
        labelled.push((label, found));
    }
    labelled.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    labelled
}

/// The label of each point of the grid, in its order.
fn label_points<L: Eq + Hash>(
    grid: &Grid<'_>,
    group: usize,
    apart: Apart<'_>,
    label: &mut impl FnMut(&[ChartEntry<'_>]) -> Vec<Option<L>>,
    labels: &mut HashMap<L, LabelNumber, FxBuildHasher>,
) -> Vec<Option<LabelNumber>> {
    let held = grid.holding();
    let per_day = grid.points_per_day();
    // A column has the labels of one point on each of the days.
    let mut columns: Vec<Vec<Option<LabelNumber>>> = Vec::new();
    let senders = grid.sender_examples(apart.senders);
    let mut known: Vec<HashMap<Vec<Option<u32>>, usize, FxBuildHasher>> = Vec::new();
    known.resize_with(4 << apart.senders.len(), HashMap::default);
    let of_acute = Values::of(Urgency::Acute);
    let mut column_at: Vec<usize> = Vec::with_capacity(per_day);
    let mut on_each_day: Vec<Option<u32>> = Vec::new();
    for place in 0..per_day {
        let age_known = grid.is_age_known(place);
        on_each_day.clear();
        on_each_day.extend(held.points.iter().skip(place).step_by(per_day));
        let acute = grid.urgencies(place) == of_acute;
        let (sender, among) = *at(&senders, place % senders.len());
        let told_apart = (among * 2 + usize::from(age_known)) * 2 + usize::from(acute);
        let known = at_mut(&mut known, told_apart);
        if let Some(column) = known.get(&on_each_day) {
            column_at.push(*column);
            continue;
        }
        let on_days = grid.days.values().zip(&on_each_day);
        let there = on_days.filter_map(|(days, set)| Some((*days, (*set)?)));
        let answers: Vec<ChartEntry<'_>> = there
            .map(|(days, set)| ChartEntry {
                days,
                detail: SignalDetail {
                    area: grid.area_detail(days),
                    age_known,
                    acute,
                },
                group,
                grid,
                held: at(&held.sets, set as usize),
                sender,
            })
            .collect();
        let mut given = label(&answers).into_iter();
        let mut column = Vec::with_capacity(on_each_day.len());
        for set in &on_each_day {
            let next = LabelNumber(number(labels.len()));
            let label = set.and_then(|_| given.next().flatten());
            column.push(label.map(|label| *labels.entry(label).or_insert(next)));
        }
        known.insert(on_each_day.clone(), columns.len());
        column_at.push(columns.len());
        columns.push(column);
    }
    by_day(&columns, &column_at, grid.days.len())
}

/// The labels of all points on the first day, then of all on the next, and so on; `column_at` are
/// the places of each point's labels in `columns`.
fn by_day(
    columns: &[Vec<Option<LabelNumber>>],
    column_at: &[usize],
    days: usize,
) -> Vec<Option<LabelNumber>> {
    let mut points = Vec::with_capacity(column_at.len() * days);
    for day in 0..days {
        let on_this_day = column_at
            .iter()
            .map(|column| *at(at(columns, *column), day));
        points.extend(on_this_day);
    }
    points
}

/// A block in all its cells. Joins the areas of each subject, and then the topics with equal areas.
fn regions_of(
    mut cells: Vec<SubjectCell>,
    subjects: Subjects<'_>,
    block: Block,
    sets: &mut SenderSets,
) -> Vec<Region> {
    cells.sort_unstable();
    let mut by_areas: BTreeMap<Vec<Option<AreaIx>>, Vec<u32>> = BTreeMap::new();
    for of_subject in cells.chunk_by(|a, b| a.subject == b.subject) {
        let areas = of_subject.iter().map(|cell| cell.area).collect();
        let subject = of_subject.first().map(|cell| cell.subject);
        by_areas.entry(areas).or_default().extend(subject);
    }
    let mut regions = Vec::new();
    for (areas, with_these) in by_areas {
        let (lists, several) = match subjects {
            Subjects::OneTopic { apart: _ } => {
                (vec![with_these.into_iter().map(TopicIx).collect()], false)
            }
            Subjects::Together(lists) => {
                let with_these = with_these.iter().map(|n| at(lists, *n as usize).clone());
                (with_these.collect(), true)
            }
            Subjects::Labelled => (vec![Vec::new()], true),
        };
        regions.extend(lists.into_iter().map(|topics| Region {
            topics,
            several,
            areas: areas.iter().copied().flatten().collect(),
            area_unknown: areas.contains(&None),
            ages: block.ages,
            choices: block.choices,
            senders: sets.members(block.senders),
            from: block.days.from,
            until: block.days.until,
        }));
    }
    regions
}
