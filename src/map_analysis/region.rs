//! A set of signals as a coordinator would say it: these topics, ages, areas, urgencies, senders
//! and hours, in these days.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::age::AgeRange;
use crate::domain::codes::OrganisationId;
use crate::domain::signal::{Facts, Urgency};
use crate::domain::time::{Day, Moment};
use crate::routing::criterion::Criteria;
use crate::routing::map::{AreaIx, Hours, RouteMap, TopicIx};

/// A block of signals: every combination of what is listed. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// The topics, sorted, each by itself: a whole does not stand for its parts here.
    pub topics: Vec<TopicIx>,
    /// Whether this is about signals that have several of these topics at once, and not about one
    /// topic at a time.
    pub several: bool,
    /// The areas, sorted, each by itself: a municipality does not stand for its districts here.
    pub areas: Vec<AreaIx>,
    /// Also the signals of which the area is not known.
    pub area_unknown: bool,
    /// The ages; `None` when there are only signals of which the age is not known.
    pub ages: Option<AgeRange>,
    /// Also the signals of which the age is not known.
    pub age_unknown: bool,
    /// How soon.
    pub urgency: BTreeSet<Urgency>,
    /// The organisations that send. Shared: many regions are about all of them.
    pub senders: Arc<BTreeSet<OrganisationId>>,
    /// Office time or not.
    pub hours: BTreeSet<Hours>,
    /// From this day,
    pub from: Day,
    /// until and with this day; `None` when there is no last day.
    pub until: Option<Day>,
}

/// One signal of a region, ready to ask the program about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// What is asked.
    pub facts: Facts,
    /// At what moment, when another answer is given at other hours or on other days.
    pub at: Option<Moment>,
}

impl Region {
    /// The part of it that these criteria are for; `None` when there is none. Signals with several
    /// topics must have all of theirs covered.
    #[must_use]
    pub fn within(&self, criteria: &Criteria, map: &RouteMap) -> Option<Region> {
        self.split(criteria, map).0
    }

    /// What these criteria leave of it, in blocks that do not overlap.
    #[must_use]
    pub fn without(&self, criteria: &Criteria, map: &RouteMap) -> Vec<Region> {
        match self.split(criteria, map) {
            (Some(_), outside) => outside,
            (None, _) => vec![self.clone()],
        }
    }

    /// What lies inside the criteria, and then what lies outside: one criterion after the other
    /// cuts off its part.
    fn split(&self, criteria: &Criteria, map: &RouteMap) -> (Option<Region>, Vec<Region>) {
        let Criteria {
            topics,
            ages,
            areas,
            urgency,
            senders,
            hours,
        } = criteria;
        let (mut inside, mut outside) = (self.clone(), Vec::new());
        if let Some(written) = topics {
            let is_covered = |topic: &TopicIx| {
                map.topic_and_above(*topic)
                    .any(|topic| written.contains(&topic))
            };
            let (covered, others): (Vec<_>, Vec<_>) =
                inside.topics.iter().partition(|topic| is_covered(topic));
            if covered.is_empty() || (self.several && !others.is_empty()) {
                return (None, outside);
            }
            outside.extend(
                Some(Region {
                    topics: others,
                    ..inside.clone()
                })
                .filter(|rest| !rest.topics.is_empty()),
            );
            inside.topics = covered;
        }
        if let Some(written) = areas {
            let is_covered = |area: &AreaIx| {
                map.area_and_above(*area)
                    .any(|area| written.contains(&area))
            };
            let (covered, others): (Vec<_>, Vec<_>) =
                inside.areas.iter().partition(|area| is_covered(area));
            let rest = Region {
                areas: others,
                ..inside.clone()
            };
            outside.extend(Some(rest).filter(|rest| rest.area_unknown || !rest.areas.is_empty()));
            (inside.areas, inside.area_unknown) = (covered, false);
            if inside.areas.is_empty() {
                return (None, outside);
            }
        }
        if let Some(range) = ages {
            let (covered, others) = inside
                .ages
                .map_or((None, Vec::new()), |mine| mine.split(*range));
            let unknown = Region {
                ages: None,
                ..inside.clone()
            };
            outside.extend(others.into_iter().map(|ages| Region {
                ages: Some(ages),
                age_unknown: false,
                ..inside.clone()
            }));
            outside.extend(Some(unknown).filter(|unknown| unknown.age_unknown));
            (inside.ages, inside.age_unknown) = (covered, false);
            if inside.ages.is_none() {
                return (None, outside);
            }
        }
        if let Some(these) = urgency {
            let rest = Region {
                urgency: &inside.urgency - these,
                ..inside.clone()
            };
            outside.extend(Some(rest).filter(|rest| !rest.urgency.is_empty()));
            inside.urgency = &inside.urgency & these;
        }
        if let Some(senders) = senders {
            let rest = Region {
                senders: Arc::new(&*inside.senders - &*senders.organisations),
                ..inside.clone()
            };
            outside.extend(Some(rest).filter(|rest| !rest.senders.is_empty()));
            inside.senders = Arc::new(&*inside.senders & &*senders.organisations);
        }
        if let Some(hours) = hours {
            let (covered, others) = inside.hours.iter().partition(|mine| *mine == hours);
            outside.extend(
                Some(Region {
                    hours: others,
                    ..inside.clone()
                })
                .filter(|rest| !rest.hours.is_empty()),
            );
            inside.hours = covered;
        }
        let is_empty =
            inside.urgency.is_empty() || inside.senders.is_empty() || inside.hours.is_empty();
        (Some(inside).filter(|_| !is_empty), outside)
    }
}
