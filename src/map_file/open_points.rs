//! The disputes and gaps that the organisations know of and are still settling.

use crate::map_file::faults::Faults;
use crate::map_file::format;
use crate::map_file::merge::In;
use crate::map_file::problem::Problem;
use crate::map_file::reading::Reading;
use crate::map_file::responsibilities::{Known, Limits};
use crate::map_file::yaml::Positioned;
use crate::routing::map::{OpenPoint, StillOpen};

impl Known<'_> {
    /// Reads the open points, in the order of the files. What has a fault is left out.
    pub(super) fn open_points(
        &self,
        typed: &[In<&Positioned<format::OpenPoint>>],
        faults: &mut Faults<'_>,
    ) -> Vec<OpenPoint> {
        let read = |In { file, it }: &In<&Positioned<format::OpenPoint>>| {
            self.open_point(
                &mut Reading {
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
        reading: &mut Reading<'_, '_>,
        typed: &Positioned<format::OpenPoint>,
    ) -> Option<OpenPoint> {
        let format::OpenPoint {
            dispute,
            gap,
            until,
            because,
        } = &typed.value;
        let about = match (dispute.as_ref(), gap.as_ref()) {
            (Some(dispute), None) => Some((StillOpen::Dispute, dispute)),
            (None, Some(gap)) => Some((StillOpen::Gap, gap)),
            (None, None) | (Some(_), Some(_)) => {
                reading.fault(typed.at, Problem::DisputeOrGap);
                None
            }
        };
        let criteria = about.map(|(_, limits)| {
            if limits.value == format::Criteria::default() {
                reading.fault(limits.at, Problem::EmptyOpenPoint);
            }
            let format::Criteria {
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
