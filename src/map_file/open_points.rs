//! The disputes and gaps that the organisations know of and are still settling.

use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::FaultCollector;
use crate::map_file::format::{CriteriaEntry, OpenPointEntry};
use crate::map_file::merge::InFile;
use crate::map_file::problem::MapProblem;
use crate::map_file::responsibilities::KnownNames;
use crate::map_file::yaml::Spanned;
use crate::routing::criterion::Criteria;
use crate::routing::map::{OpenPoint, StillOpen};

impl KnownNames<'_> {
    /// The open points, in the order of the files. Leaves out those with a fault.
    pub(super) fn open_points(
        &self,
        typed: &[InFile<&Spanned<OpenPointEntry>>],
        faults: &mut FaultCollector<'_>,
    ) -> Vec<OpenPoint> {
        typed
            .iter()
            .filter_map(|point| self.open_point(&mut faults.reader(point.file), point.entry))
            .collect()
    }

    fn open_point(
        &self,
        reader: &mut EntryReader<'_, '_>,
        typed: &Spanned<OpenPointEntry>,
    ) -> Option<OpenPoint> {
        let OpenPointEntry {
            dispute,
            gap,
            until,
            because,
        } = &typed.value;
        let about = match (dispute.as_ref(), gap.as_ref()) {
            (Some(dispute), None) => Some((StillOpen::Dispute, dispute)),
            (None, Some(gap)) => Some((StillOpen::Gap, gap)),
            (None, None) | (Some(_), Some(_)) => {
                reader.fault(typed.at, MapProblem::DisputeOrGap);
                None
            }
        };
        let about = about.map(|(about, limits)| (about, self.point_criteria(reader, limits)));
        let until = reader
            .required("until", until, "open_points", typed.at)
            .and_then(|word| reader.day(word));
        let because = reader
            .required("because", because, "open_points", typed.at)
            .and_then(|text| reader.translated("because", text, 300));
        let (about, criteria) = about?;
        Some(OpenPoint {
            about,
            criteria,
            until: until?,
            because: because?,
            place: reader.place(typed.at),
        })
    }

    fn point_criteria(
        &self,
        reader: &mut EntryReader<'_, '_>,
        typed: &Spanned<CriteriaEntry>,
    ) -> Criteria {
        if typed.value == CriteriaEntry::default() {
            reader.fault(typed.at, MapProblem::EmptyOpenPoint);
        }
        self.criteria(reader, &typed.limits())
    }
}
