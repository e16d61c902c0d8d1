//! The tree of areas: each may lie within another.

use std::collections::{HashMap, HashSet};

use crate::domain::codes::AreaId;
use crate::domain::invariant::{Invariant as _, at};
use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::{At, FaultCollector};
use crate::map_file::format::{self, Word};
use crate::map_file::merge::{Coded, In};
use crate::map_file::organisations::Organisations;
use crate::map_file::postcodes::{self, Range};
use crate::map_file::problem::{Called, MapProblem};
use crate::map_file::yaml::brief;
use crate::routing::map::{Area, AreaIx};

/// The areas, larger before smaller, and where each code stands among them.
#[derive(Debug, Default)]
pub(super) struct Areas {
    pub all: Vec<Area>,
    pub by_code: HashMap<AreaId, AreaIx>,
}

/// An area whose code is right, before its place in the tree is known.
struct Typed<'a> {
    id: AreaId,
    file: usize,
    code: &'a Word,
    content: &'a format::AreaEntry,
}

impl Areas {
    /// Reads all areas. What has a fault is left out.
    pub(super) fn read(
        coded: &[Coded<'_, format::AreaEntry>],
        organisations: &Organisations,
        faults: &mut FaultCollector<'_>,
    ) -> Self {
        let typed = typed(coded, faults);
        let number: HashMap<&str, usize> = typed
            .iter()
            .enumerate()
            .map(|(n, area)| (area.id.as_str(), n))
            .collect();
        let faults_before = faults.count();
        let around: Vec<Option<usize>> = typed
            .iter()
            .map(|area| area_around(area, &number, faults))
            .collect();
        report_cycles(&typed, &around, faults);
        let is_a_tree = faults.count() == faults_before;

        let depth = |n: usize| {
            std::iter::successors(Some(n), |n| *at(&around, *n))
                .take(typed.len())
                .count()
        };
        let mut order: Vec<usize> = (0..typed.len()).collect();
        order.sort_by_cached_key(|n| depth(*n));
        let ix_of: HashMap<usize, AreaIx> = order
            .iter()
            .zip((0..).map(AreaIx))
            .map(|(n, ix)| (*n, ix))
            .collect();

        let mut areas = Self::default();
        let mut municipalities: HashMap<String, At> = HashMap::new();
        let mut ranges: Vec<(AreaIx, Range)> = Vec::new();
        for n in order {
            let area = at(&typed, n);
            let parent =
                at(&around, n).map(|around| *ix_of.get(&around).certain("each area has its place"));
            let (read, own) = area.read(parent, organisations, &mut municipalities, faults);
            if let Some(ix) = ix_of.get(&n) {
                areas.by_code.insert(area.id.clone(), *ix);
                ranges.extend(own.into_iter().map(|range| (*ix, range)));
            }
            areas.all.push(read);
        }
        // Without a tree nobody knows what lies in what.
        if is_a_tree {
            postcodes::report_shared(&areas.all, ranges, faults);
        }
        areas
    }
}

fn typed<'a>(
    coded: &[Coded<'a, format::AreaEntry>],
    faults: &mut FaultCollector<'_>,
) -> Vec<Typed<'a>> {
    let mut first: HashMap<&str, At> = HashMap::new();
    let mut typed = Vec::with_capacity(coded.len());
    for In {
        file,
        it: (code, content),
    } in coded
    {
        let mut reading = EntryReader {
            file: *file,
            faults: &mut *faults,
        };
        let at = reading.at(code.at);
        if let Some(before) = first.insert(code.as_str(), at) {
            let first = reading.faults.place(before);
            reading.fault(
                code.at,
                MapProblem::SameCode {
                    called: Called::Area,
                    code: brief(code),
                    first,
                },
            );
        } else if let Some(id) = reading.code(Called::Area, code) {
            typed.push(Typed {
                id,
                file: *file,
                code,
                content,
            });
        }
    }
    typed
}

fn area_around(
    area: &Typed<'_>,
    number: &HashMap<&str, usize>,
    faults: &mut FaultCollector<'_>,
) -> Option<usize> {
    let within = area.content.within.as_ref()?;
    let around = number.get(within.as_str()).copied();
    if around.is_none() {
        faults.unknown(
            At {
                file: area.file,
                spot: within.at,
            },
            Called::Area,
            within,
            number.keys().copied(),
        );
    }
    around
}

/// Tells every ring of areas once, at its first area in the file.
fn report_cycles(typed: &[Typed<'_>], around: &[Option<usize>], faults: &mut FaultCollector<'_>) {
    let mut done: HashSet<usize> = HashSet::new();
    for start in 0..typed.len() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(n) = next.filter(|n| done.insert(*n)) {
            path.push(n);
            next = *at(around, n);
        }
        let Some(ring) = next
            .and_then(|again| path.iter().position(|n| *n == again))
            .map(|from| at(&path, from..))
        else {
            continue;
        };
        let names = ring
            .iter()
            .chain(ring.first())
            .map(|n| at(typed, *n).id.to_string());
        let chain = names.collect();
        let area = at(typed, *at(ring, 0));
        let spot = area
            .content
            .within
            .as_ref()
            .map_or(area.code.at, |within| within.at);
        faults.add(
            At {
                file: area.file,
                spot,
            },
            MapProblem::AreaCycle { chain },
        );
    }
}

impl Typed<'_> {
    fn read(
        &self,
        parent: Option<AreaIx>,
        organisations: &Organisations,
        municipalities: &mut HashMap<String, At>,
        faults: &mut FaultCollector<'_>,
    ) -> (Area, Vec<Range>) {
        let Self {
            id,
            file,
            code: word,
            content,
        } = self;
        let format::AreaEntry {
            name,
            code,
            within: _,
            postcodes,
            coordinator,
        } = content;
        let mut reading = EntryReader {
            file: *file,
            faults,
        };
        let name = reading.needed("name", name.as_ref(), id.as_str(), word.at);
        let name = name
            .and_then(|name| reading.text("name", name, 80))
            .unwrap_or_default();
        let municipality = code
            .as_ref()
            .and_then(|code| municipality(&mut reading, code, municipalities));
        let listed = reading
            .list("postcodes", postcodes.as_ref())
            .unwrap_or_default();
        let ranges: Vec<Range> = listed
            .iter()
            .filter_map(|word| postcodes::read(&mut reading, word))
            .collect();
        let postcodes = ranges.iter().map(|range| (range.from, range.to)).collect();
        let coordinator = coordinator
            .as_ref()
            .and_then(|word| organisations.coordinator(&mut reading, word));
        let place = reading.faults.place(reading.at(word.at));
        (
            Area {
                id: id.clone(),
                name,
                code: municipality,
                parent,
                postcodes,
                coordinator,
                place,
            },
            ranges,
        )
    }
}

/// `GM` and four digits, once in the map.
fn municipality(
    reading: &mut EntryReader<'_, '_>,
    word: &Word,
    known: &mut HashMap<String, At>,
) -> Option<String> {
    let digits = word
        .strip_prefix("GM")
        .filter(|digits| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()));
    if digits.is_none() {
        reading.fault(
            word.at,
            MapProblem::NotACode {
                called: Called::Municipality,
                text: brief(word),
            },
        );
        return None;
    }
    let at = reading.at(word.at);
    if let Some(before) = known.insert(word.value.clone(), at) {
        let first = reading.faults.place(before);
        reading.fault(
            word.at,
            MapProblem::SameCode {
                called: Called::Municipality,
                code: word.value.clone(),
                first,
            },
        );
        return None;
    }
    Some(word.value.clone())
}
