//! The difference between two maps for scripts: codes and regions, no sentences.

use serde::Serialize;

use crate::domain::calendar::Term;
use crate::domain::codes::{AreaId, OrganisationId, TopicId};
use crate::domain::event::{Basis, Level};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal_id::SignalId;
use crate::domain::time::{ClockTime, ClosingTime};
use crate::map_analysis::compare::{
    Change, ChangeKind, CoordinatorChange, Fact, FactKind, LeadChange, MapStatement, Shift, Who,
};
use crate::output::alarm_step::AlarmStepView;
use crate::output::region::RegionView;
use crate::routing::handover::Handover;
use crate::routing::map::{EmergencyLine, Hours, OfficeHours, RouteMap, Synonyms, Text};

/// Which map it is.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct MapIdentity {
    name: Text,
    digest: String,
}

impl MapIdentity {
    pub(super) fn of(map: &RouteMap) -> Self {
        Self {
            name: map.settings().name.clone(),
            digest: map.settings().digest.clone(),
        }
    }
}

/// A change, and the signals that it is for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct WithRegions<T> {
    #[serde(flatten)]
    pub(super) change: T,
    pub(super) regions: Vec<RegionView>,
}

/// The old value, and the new one.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OldAndNew<T> {
    old: T,
    new: T,
}

impl<T> OldAndNew<T> {
    fn of<'s, S>(shift: &'s Shift<S>, view: impl Fn(&'s S) -> T) -> Self {
        Self {
            old: view(&shift.old),
            new: view(&shift.new),
        }
    }
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct WhoView {
    basis: Basis,
    organisations: Vec<OrganisationId>,
}

impl From<&Who> for WhoView {
    fn from(who: &Who) -> Self {
        let (basis, organisations) = match who {
            Who::Owner(owner) => (Basis::Rule, vec![owner.clone()]),
            Who::Claimants(claimants) => (Basis::Dispute, claimants.clone()),
            Who::Nobody => (Basis::Gap, Vec::new()),
        };
        Self {
            basis,
            organisations,
        }
    }
}

/// What changes for a sender; `None` where both maps say the same.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ChangeView {
    kind: ChangeKind,
    #[serde(flatten)]
    who: OldAndNew<WhoView>,
    accept_within: Option<OldAndNew<Vec<String>>>,
    feedback_within: Option<OldAndNew<Vec<String>>>,
    level: Option<OldAndNew<Level>>,
    handover: Option<OldAndNew<Handover>>,
    involved: Option<OldAndNew<Vec<OrganisationId>>>,
}

impl From<&Change> for ChangeView {
    fn from(change: &Change) -> Self {
        let Change {
            who,
            accept,
            feedback,
            level,
            handover,
            involved,
        } = change;
        Self {
            kind: change.kind(),
            who: OldAndNew::of(who, WhoView::from),
            accept_within: accept.as_ref().map(terms_view),
            feedback_within: feedback.as_ref().map(terms_view),
            level: level.as_ref().map(|level| OldAndNew::of(level, |one| *one)),
            handover: handover
                .as_ref()
                .map(|ways| OldAndNew::of(ways, Handover::clone)),
            involved: involved.as_ref().map(|ids| OldAndNew::of(ids, Vec::clone)),
        }
    }
}

fn terms_view(terms: &Shift<Vec<Term>>) -> OldAndNew<Vec<String>> {
    OldAndNew::of(terms, |terms| terms.iter().map(Term::to_string).collect())
}

/// Who leads signals with several topics; `None` when nobody does.
pub(crate) type LeadView = OldAndNew<Option<WhoView>>;

impl From<&LeadChange> for LeadView {
    fn from(lead: &LeadChange) -> Self {
        Self::of(&lead.who, |who| {
            (*who != Who::Nobody).then(|| WhoView::from(who))
        })
    }
}

pub(crate) type CoordinatorView = OldAndNew<OrganisationId>;

impl From<&CoordinatorChange> for CoordinatorView {
    fn from(change: &CoordinatorChange) -> Self {
        Self::of(&change.who, OrganisationId::clone)
    }
}

/// Something else that the maps say differently.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct FactView {
    kind: FactKind,
    of: Option<String>,
    #[serde(flatten)]
    values: OldAndNew<Option<StatementView>>,
}

impl From<&Fact> for FactView {
    fn from(fact: &Fact) -> Self {
        let Fact { kind, of, old, new } = fact;
        Self {
            kind: *kind,
            of: of.as_ref().map(|of| {
                StatementView::from(of)
                    .into_text()
                    .certain("a fact is about something with a code")
            }),
            values: OldAndNew {
                old: old.as_ref().map(StatementView::from),
                new: new.as_ref().map(StatementView::from),
            },
        }
    }
}

/// What a map says of something.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
enum StatementView {
    Text(String),
    Whether(bool),
    Name(Text),
    Also(Synonyms),
    Office {
        days: Vec<&'static str>,
        from: ClockTime,
        to: ClosingTime,
    },
    Line {
        call: String,
        organisation: Option<OrganisationId>,
        when: Text,
        topics: Option<Vec<TopicId>>,
        ages: Option<String>,
        hours: Option<Hours>,
    },
    Handover(Handover),
    Step(AlarmStepView),
}

impl StatementView {
    fn into_text(self) -> Option<String> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }
}

impl From<&MapStatement> for StatementView {
    fn from(statement: &MapStatement) -> Self {
        match statement {
            MapStatement::Text(text) => Self::Text(text.clone()),
            MapStatement::Name(name) => Self::Name(name.clone()),
            MapStatement::Also(words) => Self::Also(words.clone()),
            MapStatement::Term(term) => Self::Text(term.to_string()),
            MapStatement::Day(day) => Self::Text(day.to_string()),
            MapStatement::Whether(yes) => Self::Whether(*yes),
            MapStatement::Office(OfficeHours { days, from, to }) => Self::Office {
                days: days.iter().map(|day| day.code()).collect(),
                from: *from,
                to: *to,
            },
            MapStatement::Reachable(hours) => Self::Text(hours.to_string()),
            MapStatement::Line(EmergencyLine {
                call,
                organisation,
                when,
                topics,
                ages,
                hours,
                place: _,
            }) => Self::Line {
                call: call.clone(),
                organisation: organisation.clone(),
                when: when.clone(),
                topics: topics.clone(),
                ages: ages.map(|ages| ages.to_string()),
                hours: *hours,
            },
            MapStatement::Handover(way) => Self::Handover(way.clone()),
            MapStatement::Step(step, tell, takes_over) => {
                Self::Step(AlarmStepView::new(*step, tell, *takes_over))
            }
            MapStatement::Topic(id) => Self::Text(id.to_string()),
            MapStatement::Area(id) => Self::Text(id.to_string()),
            MapStatement::Organisation(id) => Self::Text(id.to_string()),
        }
    }
}

/// An open signal that does not stay as it is. What the new map does not know keeps it from
/// deciding.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MovingSignal {
    pub id: SignalId,
    /// Who owns it now.
    pub owner: OrganisationId,
    pub new_owner: Option<OrganisationId>,
    pub basis: Option<Basis>,
    pub unknown_topics: Vec<TopicId>,
    pub unknown_area: Option<AreaId>,
}

/// A row for each region of a change, each other change and each open signal.
#[derive(Debug, Serialize)]
#[serde(tag = "part", rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) enum DiffRow<'a> {
    Change(WithRegion<'a, ChangeView>),
    Lead(WithRegion<'a, LeadView>),
    Coordinator(WithRegion<'a, CoordinatorView>),
    Fact(&'a FactView),
    Signal(&'a MovingSignal),
}

/// A change, and some of the signals that it is for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct WithRegion<'a, T> {
    #[serde(flatten)]
    change: &'a T,
    region: &'a RegionView,
}

impl<T> WithRegions<T> {
    pub(super) fn each(&self) -> impl Iterator<Item = WithRegion<'_, T>> {
        self.regions.iter().map(|region| WithRegion {
            change: &self.change,
            region,
        })
    }
}
