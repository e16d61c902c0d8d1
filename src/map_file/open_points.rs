//! The disputes and gaps that the organisations know of and are still settling.

use crate::map_file::entry_reader::EntryReader;
use crate::map_file::faults::FaultCollector;
use crate::map_file::format;
use crate::map_file::merge::In;
use crate::map_file::problem::MapProblem;
use crate::map_file::responsibilities::{KnownNames, Limits};
use crate::map_file::yaml::Spanned;
use crate::routing::map::{OpenPoint, StillOpen};

impl KnownNames<'_> {
    /// Reads the open points, in the order of the files. What has a fault is left out.
    pub(super) fn open_points(
        &self,
        typed: &[In<&Spanned<format::OpenPointEntry>>],
        faults: &mut FaultCollector<'_>,
    ) -> Vec<OpenPoint> {
        let read = |In { file, it }: &In<&Spanned<format::OpenPointEntry>>| {
            self.open_point(
                &mut EntryReader {
                    file: *file,
                    faults: &mut *faults,
                },
                it,
            )
        };
        typed.iter().filter_map(read).collect()
    }

    fn open_point(
        &self,
        reading: &mut EntryReader<'_, '_>,
        typed: &Spanned<format::OpenPointEntry>,
    ) -> Option<OpenPoint> {
        let format::OpenPointEntry {
            dispute,
            gap,
            until,
            because,
        } = &typed.value;
        let about = match (dispute.as_ref(), gap.as_ref()) {
            (Some(dispute), None) => Some((StillOpen::Dispute, dispute)),
            (None, Some(gap)) => Some((StillOpen::Gap, gap)),
            (None, None) | (Some(_), Some(_)) => {
                reading.fault(typed.at, MapProblem::DisputeOrGap);
                None
            }
        };
        let criteria = about.map(|(_, limits)| {
            if limits.value == format::CriteriaEntry::default() {
                reading.fault(limits.at, MapProblem::EmptyOpenPoint);
            }
            let format::CriteriaEntry {
                topics,
                areas,
                ages,
                urgency,
                senders,
                hours,
            } = &limits.value;
            self.criteria(
                reading,
                &Limits {
                    topics,
                    areas,
                    ages,
                    urgency,
                    senders,
                    hours,
                },
            )
        });
        let until = reading
            .needed("until", until.as_ref(), "open_points", typed.at)
            .and_then(|word| reading.day(word));
        let because = reading.needed("because", because.as_ref(), "open_points", typed.at);
        let because = because.and_then(|text| reading.translated("because", text, 300));
        let place = reading.faults.place(reading.at(typed.at));
        Some(OpenPoint {
            about: about?.0,
            criteria: criteria?,
            until: until?,
            because: because?,
            place,
        })
    }
}
