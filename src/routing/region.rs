//! A set of signals as a coordinator would say it: these topics, ages, areas, urgencies, senders and hours, in these days.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::map::{AreaIx, Hours, TopicIx};
use crate::domain::age::AgeRange;
use crate::domain::codes::OrganisationId;
use crate::domain::signal::{Facts, Urgency};
use crate::domain::time::{Day, Moment};

/// A block of signals: every combination of what is listed. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// The topics, sorted, each by itself: a whole does not stand for its parts here.
    pub topics: Vec<TopicIx>,
    /// Whether this is about signals that have several of these topics at once, and not about one topic at a time.
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
