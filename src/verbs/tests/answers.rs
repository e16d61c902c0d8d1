//! Every answer that is about nothing but a map.

use std::collections::BTreeMap;

use super::*;
use crate::domain::alarm::{AlarmStep, Promise};
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics, Urgency};
use crate::domain::time::Day;
use crate::follow_up::escalation::Alarm;
use crate::map_analysis::claims::ClaimFilter;
use crate::map_analysis::compare::diff;
use crate::map_analysis::coverage::Coverage;
use crate::map_analysis::ownership_matrix::{OwnershipMatrix, Scope};
use crate::output::answer::Answer;
use crate::overview::{Bounce, FirstOwner, OutcomeGroup, Overview as Learned, Tally};
use crate::routing::decide;
use crate::verbs::escalate::answer::{EscalateMode, EscalateView, FoundAlarms, SignalAlarms};
use crate::verbs::map::check::answer::CheckView;
use crate::verbs::map::diff::answer::DiffView;
use crate::verbs::map::graph::answer::{GraphView, PictureKind};
use crate::verbs::map::show::answer::claims::ClaimsView;
use crate::verbs::map::show::answer::portrait::Portrait;
use crate::verbs::map::test::answer::{CoverageView, TestView};
use crate::verbs::overview::answer::{OverviewGroups, OverviewScope, OverviewView};
use crate::verbs::report::answer::ReportView;

/// Every answer that is about nothing but a map.
pub(crate) fn for_every_answer(map: &RouteMap, check: impl Fn(&dyn Answer)) {
    let today = map.day(now());
    let claims = || ClaimsView::new(map, map.claims(&ClaimFilter::default()), today);
    let organisation = map.organisations().iter().next().unwrap();
    let faults = map_file::of_bytes("routes.yaml", b"name: \"\\e]0;t\\a\"\n".to_vec()).unwrap_err();
    let answers: [Box<dyn Answer + '_>; 10] = [
        Box::new(MapSummary::new(map)),
        Box::new(claims()),
        Box::new(Portrait {
            organisation,
            claims: claims(),
        }),
        Box::new(GraphView::new(
            OwnershipMatrix::new(map, Scope::default(), today),
            PictureKind::Svg,
        )),
        Box::new(reported(map)),
        Box::new(overviewed(map)),
        Box::new(differed(map, today)),
        Box::new(untried(map)),
        Box::new(escalated(map, today)),
        Box::new(CheckView::new(CheckedMap::Faults(faults), [], false, None)),
    ];
    answers.iter().for_each(|answer| check(answer.as_ref()));
}

fn reported(map: &RouteMap) -> ReportView<'_> {
    let facts = Facts {
        topics: Topics::new("parenting".parse().unwrap(), []).unwrap(),
        particulars: Particulars {
            residence: Some(Residence::Area("waterdam".parse().unwrap())),
            urgency: Urgency::Acute,
            ..Particulars::default()
        },
        sender: None,
    };
    let decision = decide(map, &facts, now());
    let offer = decision.offer();
    ReportView {
        id: None,
        before: None,
        at: now(),
        offer,
        why: decision.why,
        map,
        map_digest: String::new(),
        emergency: map.settings().emergency.clone(),
        receipt: None,
        urgency: Urgency::Acute,
    }
}

/// In place of a map that says the same in plain words.
fn differed(map: &RouteMap, today: Day) -> DiffView {
    let (old, new) = (
        with_texts(map, &["Plain".to_owned()]),
        RouteMap::new(parts_of(map)),
    );
    let diff = diff(&old, &new, today);
    DiffView::new(old, new, diff, None)
}

/// Of cases that try nothing.
fn untried(map: &RouteMap) -> TestView {
    let coverage = CoverageView::new(&Coverage::of(map, &[], now()), map);
    TestView::new(vec![], 0, vec![], Some(coverage), String::new())
}

/// An alarm for everybody.
fn escalated(map: &RouteMap, today: Day) -> EscalateView {
    let all: Vec<_> = map
        .organisations()
        .iter()
        .map(|organisation| organisation.id.clone())
        .collect();
    let step = AlarmStep {
        past: Promise::Feedback,
        after: 1,
    };
    let alarm = Alarm {
        step,
        promised: today.plus(-2),
        owner: all[0].clone(),
        confirmer: all[1].clone(),
        taken_over: true,
        informed: all.clone(),
    };
    let found = FoundAlarms {
        signals: vec![SignalAlarms {
            id: "K7M4-Q2X8".parse().unwrap(),
            sender: all[1].clone(),
            coordinator: all[2].clone(),
            alarms: vec![alarm],
        }],
        late: 1,
        ..FoundAlarms::default()
    };
    EscalateView::new(map, today, EscalateMode::Record, found)
}

/// Enough signals of everybody that something may be told of each.
pub(crate) fn overviewed(map: &RouteMap) -> OverviewView<'_> {
    let mut tallies = BTreeMap::new();
    for organisation in map.organisations().iter() {
        for responsibility in map
            .responsibilities_by_id(&organisation.id)
            .into_keys()
            .take(1)
        {
            let given = FirstOwner::Agreed {
                owner: organisation.id.clone(),
                responsibility,
            };
            let bounced = Bounce::all().map(|way| (way, 6)).collect();
            let added = BTreeMap::from([("finances".parse().unwrap(), 6)]);
            let tally = Tally {
                signals: 60,
                late: 6,
                came_back: 6,
                bounced,
                added,
                ..Tally::default()
            };
            tallies.insert(
                OutcomeGroup {
                    given,
                    topic: "parenting".parse().unwrap(),
                },
                tally,
            );
        }
    }
    let scope = OverviewScope {
        since: None,
        until: None,
        area: Some("waterdam".parse().unwrap()),
        topic: Some("parenting".parse().unwrap()),
        counted_on: map.day(now()),
    };
    OverviewView::new(scope, OverviewGroups::new(Learned::of(&tallies), map), map)
}
