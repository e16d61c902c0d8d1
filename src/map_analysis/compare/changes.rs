//! What another map changes for those who send, as regions.

use std::collections::BTreeMap;

use crate::domain::calendar::Term;
use crate::domain::codes::{OrganisationId, code_enum};
use crate::domain::event::Level;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::compare::outcome::{TopicOutcome, Who};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::{DayRange, Pair};
use crate::routing::handover::Handover;
use crate::routing::map::AreaIx;

/// A value in both maps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shift<T> {
    pub old: T,
    pub new: T,
}

impl<T: PartialEq> Shift<T> {
    /// `None` when nothing changes.
    pub(super) fn between(old: T, new: T) -> Option<Self> {
        (old != new).then_some(Self { old, new })
    }
}

code_enum! {
    /// What a change means to a sender.
    ChangeKind {
        /// Another organisation owns it.
        Owner = "owner",
        /// Nobody owns it any more.
        GapAppears = "gap-appears",
        /// Somebody owns what nobody owned.
        GapVanishes = "gap-vanishes",
        /// Several organisations claim it that did not dispute before.
        DisputeAppears = "dispute-appears",
        /// One organisation owns what several claimed.
        DisputeVanishes = "dispute-vanishes",
        /// The owner stays; something of what is promised does not.
        Norms = "norms",
    }
}

/// What changes for the signals of a region. `None` where the two maps say the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change {
    /// Equal when only something else changes.
    pub who: Shift<Who>,
    pub accept: Option<Shift<Vec<Term>>>,
    pub feedback: Option<Shift<Vec<Term>>>,
    pub level: Option<Shift<Level>>,
    /// How the owner hears which family it is.
    pub handover: Option<Shift<Handover>>,
    /// Whom the owner involves, as agreed. A sender who is among them is listed too.
    pub involved: Option<Shift<Vec<OrganisationId>>>,
}

/// Another organisation leads signals with several topics.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeadChange {
    /// `Nobody` when the owner of the first topic owns all.
    pub who: Shift<Who>,
}

/// Another organisation coordinates: it owns the gaps and decides disputes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoordinatorChange {
    pub who: Shift<OrganisationId>,
    pub region: Region,
}

impl Change {
    fn between(pair: &Pair<'_>, old: TopicOutcome, new: TopicOutcome) -> Option<Self> {
        let accept = (!old.accept.is_as(&new.accept)).then_some(Shift {
            old: old.accept.strictest,
            new: new.accept.strictest,
        });
        let feedback = (!old.feedback.is_as(&new.feedback)).then_some(Shift {
            old: old.feedback.strictest,
            new: new.feedback.strictest,
        });
        let level = Shift::between(old.level, new.level);
        // Another general way is a fact about the map.
        let handover = match (old.handover, new.handover) {
            (None, None) => None,
            (old, new) => Shift::between(
                old.unwrap_or_else(|| pair.old.settings().handover.clone()),
                new.unwrap_or_else(|| pair.new.settings().handover.clone()),
            ),
        };
        let involved = Shift::between(old.involved, new.involved);
        let is_a_change = old.who != new.who
            || accept.is_some()
            || feedback.is_some()
            || level.is_some()
            || handover.is_some()
            || involved.is_some();
        is_a_change.then_some(Self {
            who: Shift {
                old: old.who,
                new: new.who,
            },
            accept,
            feedback,
            level,
            handover,
            involved,
        })
    }

    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        match (&self.who.old, &self.who.new) {
            (old, new) if old == new => ChangeKind::Norms,
            (_, Who::Nobody) => ChangeKind::GapAppears,
            (_, Who::Claimants(_)) => ChangeKind::DisputeAppears,
            (Who::Nobody, Who::Owner(_)) => ChangeKind::GapVanishes,
            (Who::Claimants(_), Who::Owner(_)) => ChangeKind::DisputeVanishes,
            (Who::Owner(_), Who::Owner(_)) => ChangeKind::Owner,
        }
    }
}

/// What changes for signals with one topic, from that day on; by kind.
pub(super) fn changes(pair: &Pair<'_>, today: Day) -> Vec<(Change, Vec<Region>)> {
    let mut changes = pair.survey(DayRange::since(today), |answers| {
        answers
            .iter()
            .map(|answer| {
                // All urgencies but the acute have the same promises.
                let urgency = if answer.detail.acute {
                    Urgency::Acute
                } else {
                    Urgency::default()
                };
                let [old, new] = answer.standing_in_both();
                let (sender, day) = (answer.sender(), answer.days.from);
                Change::between(
                    pair,
                    TopicOutcome::of(pair.old, &old, urgency, sender, day),
                    TopicOutcome::of(pair.new, &new, urgency, sender, day),
                )
            })
            .collect()
    });
    changes.sort_by_key(|(change, _)| change.kind());
    changes
}

/// Who else leads signals with several topics, from that day on.
pub(super) fn lead_changes(pair: &Pair<'_>, today: Day) -> Vec<(LeadChange, Vec<Region>)> {
    pair.survey_leads(DayRange::since(today), |answers| {
        answers
            .iter()
            .map(|answer| {
                let [old, new] = answer.standing_in_both();
                let (old, new) = (Who::of(pair.old, &old), Who::of(pair.new, &new));
                Shift::between(old, new).map(|who| LeadChange { who })
            })
            .collect()
    })
}

/// Where somebody else coordinates, and when.
pub(super) fn coordinator_changes(pair: &Pair<'_>, today: Day) -> Vec<CoordinatorChange> {
    let turns = pair.old.turns().iter().chain(pair.new.turns());
    let ranges = DayRange::since(today).cut(turns.copied());
    let mut found: BTreeMap<_, Vec<Option<AreaIx>>> = BTreeMap::new();
    for area in pair.shared.area_ixs_and_none() {
        for (who, days) in coordinators_of(pair, area, &ranges) {
            found.entry((who, days)).or_default().push(area);
        }
    }
    found
        .into_iter()
        .map(|((who, days), areas)| CoordinatorChange {
            who,
            region: Region {
                area_unknown: areas.contains(&None),
                areas: areas.into_iter().flatten().collect(),
                until: days.until,
                ..Region::everything(&pair.shared, days.from)
            },
        })
        .collect()
}

/// Who coordinates an area instead of whom, and on which of these days, one range after another.
fn coordinators_of(
    pair: &Pair<'_>,
    area: Option<AreaIx>,
    ranges: &[DayRange],
) -> Vec<(Shift<OrganisationId>, DayRange)> {
    let (in_old, in_new) = pair.places_of(area);
    let mut found: Vec<(Shift<OrganisationId>, DayRange)> = Vec::new();
    for days in ranges {
        let day = days.from;
        if area.is_some_and(|ix| !pair.shared.area_at(ix).valid.include(day)) {
            continue;
        }
        let old = pair.old.coordinator_of(in_old, day).clone();
        let new = pair.new.coordinator_of(in_new, day).clone();
        let Some(who) = Shift::between(old, new) else {
            continue;
        };
        match found.last_mut() {
            Some((last, range))
                if *last == who && range.until.map(|last| last.plus(1)) == Some(day) =>
            {
                range.until = days.until;
            }
            Some(_) | None => found.push((who, *days)),
        }
    }
    found
}
