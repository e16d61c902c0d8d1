//! What another map changes for those who send, as regions.

use std::collections::BTreeMap;

use crate::domain::age::AgeRange;
use crate::domain::calendar::Term;
use crate::domain::codes::{CodeEnum, OrganisationId, code_enum};
use crate::domain::event::Level;
use crate::domain::signal::Urgency;
use crate::domain::time::Day;
use crate::map_analysis::compare::outcome::{TopicOutcome, Who};
use crate::map_analysis::region::Region;
use crate::map_analysis::survey::{ChartEntry, DayRange, LabelDemand, Pair};
use crate::routing::map::{AreaIx, Hours, RouteMap, TopicIx};

/// What was, and what is to be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shift<T> {
    /// By the old map.
    pub old: T,
    /// By the new map.
    pub new: T,
}

code_enum! {
    /// What kind of change it is for a sender.
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

/// What changes for the signals of a region. Where nothing stands the two maps say the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change {
    /// Who owns it. Equal when only something else changes.
    pub who: Shift<Who>,
    /// The promise to say whether they take it on.
    pub accept: Option<Shift<Vec<Term>>>,
    /// The promise of feedback.
    pub feedback: Option<Shift<Vec<Term>>>,
    /// How much the sender may hear.
    pub level: Option<Shift<Level>>,
    /// Whom the owner involves, as agreed. A sender among them is told too, although she is in it
    /// already.
    pub involved: Option<Shift<Vec<OrganisationId>>>,
}

/// Another organisation leads signals with several topics.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeadChange {
    /// Who leads; nobody when the owner of the first topic owns all.
    pub who: Shift<Who>,
}

/// Another organisation coordinates: it owns what nobody owns, and decides disputes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoordinatorChange {
    /// Who coordinates.
    pub who: Shift<OrganisationId>,
    pub region: Region,
}

impl Change {
    fn between(old: TopicOutcome, new: TopicOutcome) -> Option<Self> {
        let accept = (!old.accept.is_as(&new.accept)).then_some(Shift {
            old: old.accept.strictest,
            new: new.accept.strictest,
        });
        let feedback = (!old.feedback.is_as(&new.feedback)).then_some(Shift {
            old: old.feedback.strictest,
            new: new.feedback.strictest,
        });
        let level = (old.level != new.level).then_some(Shift {
            old: old.level,
            new: new.level,
        });
        let involved = (old.involved != new.involved).then_some(Shift {
            old: old.involved,
            new: new.involved,
        });
        let is_a_change = old.who != new.who
            || accept.is_some()
            || feedback.is_some()
            || level.is_some()
            || involved.is_some();
        is_a_change.then_some(Self {
            who: Shift {
                old: old.who,
                new: new.who,
            },
            accept,
            feedback,
            level,
            involved,
        })
    }

    /// Of which kind it is.
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
    let changed = |_: LabelDemand, answers: &[ChartEntry<'_>]| {
        let each = answers.iter().map(|answer| {
            let [old, new] = answer.standing_in_both();
            Change::between(
                TopicOutcome::of(pair.old, &old),
                TopicOutcome::of(pair.new, &new),
            )
        });
        each.collect()
    };
    let mut changes = pair.survey(DayRange::since(today), changed);
    changes.sort_by_key(|(change, _)| change.kind());
    changes
}

/// Who else leads signals with several topics, from that day on.
pub(super) fn lead_changes(pair: &Pair<'_>, today: Day) -> Vec<(LeadChange, Vec<Region>)> {
    let changed = |_: LabelDemand, answers: &[ChartEntry<'_>]| {
        let each = answers.iter().map(|answer| {
            let [old, new] = answer.standing_in_both();
            let who = Shift {
                old: Who::of(pair.old, &old),
                new: Who::of(pair.new, &new),
            };
            (who.old != who.new).then_some(LeadChange { who })
        });
        each.collect()
    };
    pair.survey_leads(DayRange::since(today), changed)
}

/// Where somebody else coordinates.
pub(super) fn coordinator_changes(pair: &Pair<'_>, today: Day) -> Vec<CoordinatorChange> {
    let mut found: BTreeMap<(&OrganisationId, &OrganisationId), Vec<Option<AreaIx>>> =
        BTreeMap::new();
    let areas = (0..)
        .map(AreaIx)
        .take(pair.shared.areas().len())
        .map(Some)
        .chain([None]);
    for area in areas {
        let (in_old, in_new) = pair.places_of(area);
        let who = (
            pair.old.coordinator_of(in_old),
            pair.new.coordinator_of(in_new),
        );
        if who.0 != who.1 {
            found.entry(who).or_default().push(area);
        }
    }
    let describe =
        |((old, new), areas): ((&OrganisationId, &OrganisationId), Vec<Option<AreaIx>>)| {
            CoordinatorChange {
                who: Shift {
                    old: old.clone(),
                    new: new.clone(),
                },
                region: everything_in(&pair.shared, areas, today),
            }
        };
    found.into_iter().map(describe).collect()
}

/// All signals of these areas.
fn everything_in(map: &RouteMap, areas: Vec<Option<AreaIx>>, today: Day) -> Region {
    Region {
        topics: (0..).map(TopicIx).take(map.topics().len()).collect(),
        several: false,
        area_unknown: areas.contains(&None),
        areas: areas.into_iter().flatten().collect(),
        ages: Some(AgeRange::ALL),
        age_unknown: true,
        urgency: Urgency::ALL.iter().copied().collect(),
        senders: std::sync::Arc::new(
            map.organisations()
                .iter()
                .map(|organisation| organisation.id.clone())
                .collect(),
        ),
        hours: Hours::ALL.iter().copied().collect(),
        from: today,
        until: None,
    }
}
