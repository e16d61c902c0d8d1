//! The changes for senders in words: a heading for each kind, then who, what else, and for which
//! signals.

use crate::domain::calendar::Term;
use crate::domain::codes::OrganisationId;
use crate::map_analysis::compare::{
    Change, ChangeKind, CoordinatorChange, Diff, LeadChange, Shift, Who,
};
use crate::map_analysis::region::Region;
use crate::output::handover::handover_text;
use crate::output::{escape, region};
use crate::routing::map::RouteMap;
use crate::verbs::map::diff::answer::names::{Names, arrow};

/// More regions are only counted.
const MAX_REGIONS: usize = 8;

/// All changes of a kind under their heading; `None` when there are none.
pub(crate) fn of_kind(diff: &Diff, kind: ChangeKind, names: &Names<'_>) -> Option<String> {
    let changes = diff
        .changes
        .iter()
        .filter(|(change, _)| change.kind() == kind);
    let blocks = changes.map(|(change, regions)| {
        let who = names.who_to_whom(&change.who);
        block(
            &who,
            &other_changes(change, names),
            regions,
            &diff.shared,
            names,
        )
    });
    names.section(&format!("diff-kind-{kind}"), blocks.collect())
}

/// Who else leads signals with several topics.
pub(crate) fn leads(diff: &Diff, names: &Names<'_>) -> Option<String> {
    let blocks = diff.leads.iter().map(|(LeadChange { who }, regions)| {
        let who = arrow(&leader(&who.old, names), &leader(&who.new, names));
        // The heading says that these are topics of one signal.
        let regions: Vec<Region> = regions
            .iter()
            .map(|region| Region {
                several: false,
                ..region.clone()
            })
            .collect();
        block(&who, &[], &regions, &diff.shared, names)
    });
    names.section("diff-leads", blocks.collect())
}

fn leader(who: &Who, names: &Names<'_>) -> String {
    if *who == Who::Nobody {
        names.screen.tr0("diff-no-lead")
    } else {
        names.who(who)
    }
}

/// Where another organisation coordinates.
pub(crate) fn coordinators(diff: &Diff, names: &Names<'_>) -> Option<String> {
    let blocks = diff.coordinators.iter().map(|change| {
        let CoordinatorChange {
            who: Shift { old, new },
            region,
        } = change;
        let who = arrow(&names.organisation(old), &names.organisation(new));
        block(&who, &[], std::slice::from_ref(region), &diff.shared, names)
    });
    names.section("diff-coordinators", blocks.collect())
}

/// Who, and under it what else changes and for which signals.
fn block(
    who: &str,
    other_changes: &[String],
    regions: &[Region],
    shared: &RouteMap,
    names: &Names<'_>,
) -> String {
    let mut lines = vec![format!("  {}", escape::line(who))];
    let regions = region::describe_first(MAX_REGIONS, regions, shared, names.screen);
    for line in other_changes.iter().chain(&regions) {
        lines.push(format!("    {}", escape::line(line)));
    }
    lines.join("\n")
}

/// What changes besides the owner.
fn other_changes(change: &Change, names: &Names<'_>) -> Vec<String> {
    let Change {
        who: _,
        accept,
        feedback,
        level,
        handover,
        involved,
    } = change;
    let screen = names.screen;
    let level = level.as_ref().map(|Shift { old, new }| {
        arrow(
            &screen.label("diff-level", *old),
            &screen.label("diff-level", *new),
        )
    });
    let handover = handover
        .as_ref()
        .map(|Shift { old, new }| arrow(&handover_text(old, screen), &handover_text(new, screen)));
    let involved = involved
        .as_ref()
        .map(|Shift { old, new }| arrow(&involved_text(old, names), &involved_text(new, names)));
    [
        (
            "diff-accept",
            accept.as_ref().map(|terms| terms_text(terms, names)),
        ),
        (
            "diff-feedback",
            feedback.as_ref().map(|terms| terms_text(terms, names)),
        ),
        ("diff-level", level),
        ("diff-handover", handover),
        ("diff-involved", involved),
    ]
    .into_iter()
    .filter_map(|(key, change)| Some(screen.tr(key, &[("change", change?.into())])))
    .collect()
}

fn terms_text(terms: &Shift<Vec<Term>>, names: &Names<'_>) -> String {
    arrow(&names.terms(&terms.old), &names.terms(&terms.new))
}

fn involved_text(ids: &[OrganisationId], names: &Names<'_>) -> String {
    if ids.is_empty() {
        names.screen.tr0("diff-nobody")
    } else {
        names.organisations(ids)
    }
}
