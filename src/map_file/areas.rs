//! The tree of areas: each may lie within another.

use std::collections::{HashMap, HashSet};
use std::iter::successors;

use crate::domain::codes::AreaId;
use crate::domain::invariant::{at, at_mut, number};
use crate::domain::residence::Postcode;
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{AreaEntry, Word};
use crate::map_file::former_codes::{FormerCodes, report_outside};
use crate::map_file::merge::{Coded, InFile};
use crate::map_file::organisations::Organisations;
use crate::map_file::postcodes::{self, PostcodeRange};
use crate::map_file::problem::{CodeKind, MapProblem};
use crate::map_file::yaml::brief;
use crate::routing::map::{Area, AreaIx};

/// The areas, larger before smaller.
#[derive(Debug, Default)]
pub(super) struct Areas {
    pub all: Vec<Area>,
    pub by_code: HashMap<AreaId, AreaIx>,
}

/// An area with a right code, before its place in the tree is known.
struct UnplacedArea<'a> {
    id: AreaId,
    file: usize,
    code: &'a Word,
    content: &'a AreaEntry,
}

impl Areas {
    /// Reads all areas. Leaves out those with a fault.
    pub(super) fn read(
        coded: &[Coded<'_, AreaEntry>],
        organisations: &Organisations,
        faults: &mut FaultCollector<'_>,
    ) -> Self {
        let unplaced = unplaced_areas(coded, faults);
        let by_code: HashMap<&str, usize> = unplaced
            .iter()
            .enumerate()
            .map(|(n, area)| (area.id.as_str(), n))
            .collect();
        let faults_before = faults.count();
        let around: Vec<Option<usize>> = unplaced
            .iter()
            .map(|area| area.around(&by_code, faults))
            .collect();
        report_cycles(&unplaced, &around, faults);
        let is_a_tree = faults.count() == faults_before;

        let mut order: Vec<usize> = (0..unplaced.len()).collect();
        order.sort_by_cached_key(|n| {
            let path = successors(Some(*n), |n| *at(&around, *n));
            path.take(unplaced.len()).count()
        });
        let mut ix_of = vec![AreaIx(0); unplaced.len()];
        for (place, n) in order.iter().enumerate() {
            *at_mut(&mut ix_of, *n) = AreaIx(number(place));
        }

        let mut areas = Self::default();
        let mut municipalities: HashMap<&str, At> = HashMap::new();
        let mut ranges: Vec<(AreaIx, PostcodeRange)> = Vec::new();
        let mut former = FormerCodes::new(CodeKind::Area);
        for n in order {
            let (area, ix) = (at(&unplaced, n), *at(&ix_of, n));
            let parent = at(&around, n).map(|around| *at(&ix_of, around));
            // In a circle there is no area around that was read before.
            let whole = parent.and_then(|around| areas.all.get(around.0 as usize));
            let (read, own) = area.read(
                (parent, whole),
                organisations,
                &mut municipalities,
                &mut former,
                faults,
            );
            areas.by_code.insert(area.id.clone(), ix);
            ranges.extend(own.into_iter().map(|range| (ix, range)));
            areas.all.push(read);
        }
        former.report(&areas.all, faults);
        // Without a tree it is unknown which area lies in which.
        if is_a_tree {
            postcodes::report_shared(&areas.all, ranges, faults);
        }
        areas
    }
}

fn unplaced_areas<'a>(
    coded: &[Coded<'a, AreaEntry>],
    faults: &mut FaultCollector<'_>,
) -> Vec<UnplacedArea<'a>> {
    let mut seen = HashMap::new();
    let mut areas = Vec::with_capacity(coded.len());
    for InFile { file, entry } in coded {
        let (code, content) = entry;
        let (file, mut reader) = (*file, faults.reader(*file));
        if reader.is_new(
            &mut seen,
            code.as_str(),
            CodeKind::Area,
            code.at,
            brief(code),
        ) && let Some(id) = reader.code(CodeKind::Area, code)
        {
            areas.push(UnplacedArea {
                id,
                file,
                code,
                content,
            });
        }
    }
    areas
}

/// Reports every cycle of areas once, at its first area in the file.
fn report_cycles(
    areas: &[UnplacedArea<'_>],
    around: &[Option<usize>],
    faults: &mut FaultCollector<'_>,
) {
    let mut done: HashSet<usize> = HashSet::new();
    for start in 0..areas.len() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(n) = next.filter(|n| done.insert(*n)) {
            path.push(n);
            next = *at(around, n);
        }
        let Some(from) = next.and_then(|again| path.iter().position(|n| *n == again)) else {
            continue;
        };
        let cycle = at(&path, from..);
        let first = at(areas, *at(cycle, 0));
        let within = first.content.within.as_ref();
        let names = cycle.iter().chain(cycle.first());
        let chain = names.map(|n| at(areas, *n).id.to_string()).collect();
        faults.reader(first.file).fault(
            within.unwrap_or(first.code).at,
            MapProblem::AreaCycle { chain },
        );
    }
}

impl<'a> UnplacedArea<'a> {
    /// The number of the area that it lies within.
    fn around(
        &self,
        by_code: &HashMap<&str, usize>,
        faults: &mut FaultCollector<'_>,
    ) -> Option<usize> {
        let within = self.content.within.as_ref()?;
        let around = by_code.get(within.as_str()).copied();
        if around.is_none() {
            let known = by_code.keys().copied();
            faults
                .reader(self.file)
                .unknown(CodeKind::Area, within, known);
        }
        around
    }

    fn read(
        &self,
        (parent, whole): (Option<AreaIx>, Option<&Area>),
        organisations: &Organisations,
        municipalities: &mut HashMap<&'a str, At>,
        former: &mut FormerCodes<Area>,
        faults: &mut FaultCollector<'_>,
    ) -> (Area, Vec<PostcodeRange>) {
        let AreaEntry {
            name,
            also,
            formerly,
            valid_from,
            valid_until,
            code,
            within: _,
            postcodes,
            coordinator,
        } = self.content;
        let mut reader = faults.reader(self.file);
        // A postcode stands for the smallest area that has it, whatever else is called so.
        for word in std::iter::once(self.code).chain(name.as_ref()) {
            if Postcode::written(word).is_some() {
                let text = brief(word);
                reader.fault(word.at, MapProblem::PostcodeAsName { text });
            }
        }
        let name = reader
            .required("name", name, self.id.as_str(), self.code.at)
            .and_then(|name| reader.text("name", name, 80))
            .unwrap_or_default();
        let also = reader.other_places(also.as_ref());
        let formerly = former.read(&mut reader, &self.id, formerly.as_ref());
        let valid = reader.valid_days(valid_from.as_ref(), valid_until.as_ref());
        report_outside(&mut reader, self.code, (&self.id, valid), whole);
        let code = code
            .as_ref()
            .and_then(|word| municipality(&mut reader, word, municipalities));
        let postcodes = reader
            .list("postcodes", postcodes.as_ref())
            .unwrap_or_default();
        let ranges: Vec<PostcodeRange> = postcodes
            .iter()
            .filter_map(|word| postcodes::read(&mut reader, word))
            .collect();
        let coordinator = coordinator
            .as_ref()
            .and_then(|word| organisations.find_coordinator(&mut reader, word));
        let area = Area {
            id: self.id.clone(),
            formerly,
            valid,
            name,
            also,
            code,
            parent,
            postcodes: ranges.iter().map(|range| (range.from, range.to)).collect(),
            coordinator,
            place: reader.place(self.code.at),
        };
        (area, ranges)
    }
}

/// `GM` and four digits, once in the map.
fn municipality<'a>(
    reader: &mut EntryReader<'_, '_>,
    word: &'a Word,
    seen: &mut HashMap<&'a str, At>,
) -> Option<String> {
    let called = CodeKind::Municipality;
    let digits = word.strip_prefix("GM").unwrap_or_default();
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        let text = brief(word);
        reader.fault(word.at, MapProblem::NotACode { called, text });
        return None;
    }
    let code = word.value.clone();
    reader
        .is_new(seen, word.as_str(), called, word.at, code.clone())
        .then_some(code)
}
