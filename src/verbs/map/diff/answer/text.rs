//! The changes for senders in words: a heading for each kind, then who, what else, and for which
//! signals.

use crate::domain::calendar::Term;
use crate::domain::codes::OrganisationId;
use crate::map_analysis::compare::{
    Change, ChangeKind, CoordinatorChange, Diff, LeadChange, Shift, Who,
};
use crate::map_analysis::region::Region;
use crate::output::{escape, region};
use crate::routing::map::RouteMap;
use crate::verbs::map::diff::answer::names::{Names, arrow};

/// Of more regions the first are told, and the rest counted.
const MOST_REGIONS: usize = 8;

/// All changes of a kind under their heading; `None` when there are none.
pub(crate) fn of_kind(diff: &Diff, kind: ChangeKind, names: &Names<'_>) -> Option<String> {
    let of_kind = diff
        .changes
        .iter()
        .filter(|(change, _)| change.kind() == kind);
    let text = of_kind.map(|(change, regions)| {
        block(
            &names.who_to_whom(&change.who),
            &beside(change, names),
            regions,
            &diff.shared,
            names,
        )
    });
    section(&format!("diff-kind-{kind}"), text.collect(), names)
}

/// Who else leads signals with several topics.
pub(crate) fn leads(diff: &Diff, names: &Names<'_>) -> Option<String> {
    let text = diff.leads.iter().map(
        |(
            LeadChange {
                who: Shift { old, new },
            },
            regions,
        )| {
            let leader = |who: &Who| {
                if *who == Who::Nobody {
                    names.screen.tr0("diff-no-lead")
                } else {
                    names.who(who)
                }
            };
            // The heading says that these are topics of one signal.
            let regions: Vec<Region> = regions
                .iter()
                .map(|region| Region {
                    several: false,
                    ..region.clone()
                })
                .collect();
            block(
                &arrow(&leader(old), &leader(new)),
                &[],
                &regions,
                &diff.shared,
                names,
            )
        },
    );
    section("diff-leads", text.collect(), names)
}

/// Where somebody else coordinates.
pub(crate) fn coordinators(diff: &Diff, names: &Names<'_>) -> Option<String> {
    let text = diff.coordinators.iter().map(
        |CoordinatorChange {
             who: Shift { old, new },
             region,
         }| {
            let who = arrow(&names.organisation(old), &names.organisation(new));
            block(&who, &[], std::slice::from_ref(region), &diff.shared, names)
        },
    );
    section("diff-coordinators", text.collect(), names)
}

fn section(heading: &str, text: Vec<String>, names: &Names<'_>) -> Option<String> {
    (!text.is_empty()).then(|| {
        format!(
            "{}\n{}",
            names.screen.bold(&names.screen.tr0(heading)),
            text.join("\n")
        )
    })
}

/// Who, and under it what else changes and for which signals.
fn block(
    who: &str,
    beside: &[String],
    regions: &[Region],
    shared: &RouteMap,
    names: &Names<'_>,
) -> String {
    let screen = names.screen;
    let mut lines = vec![format!("  {}", escape::line(who))];
    let text = regions
        .iter()
        .take(MOST_REGIONS)
        .map(|these| region::describe(these, shared, screen));
    lines.extend(
        beside
            .iter()
            .cloned()
            .chain(text)
            .map(|line| format!("    {}", escape::line(&line))),
    );
    let more = regions.len().saturating_sub(MOST_REGIONS);
    lines.extend((more > 0).then(|| {
        format!(
            "    {}",
            screen.tr("check-more-regions", &[("count", more.into())])
        )
    }));
    lines.join("\n")
}

/// What changes beside who owns it.
fn beside(change: &Change, names: &Names<'_>) -> Vec<String> {
    let Change {
        who: _,
        accept,
        feedback,
        level,
        involved,
    } = change;
    let screen = names.screen;
    let said = |key: &str, old: String, new: String| {
        screen.tr(key, &[("change", arrow(&old, &new).into())])
    };
    let terms = |key: &str, shift: &Shift<Vec<Term>>| {
        said(key, names.terms(&shift.old), names.terms(&shift.new))
    };
    let these = |ids: &[OrganisationId]| {
        if ids.is_empty() {
            screen.tr0("diff-nobody")
        } else {
            names.organisations(ids)
        }
    };
    [
        accept.as_ref().map(|shift| terms("diff-accept", shift)),
        feedback.as_ref().map(|shift| terms("diff-feedback", shift)),
        level.as_ref().map(|Shift { old, new }| {
            said(
                "diff-level",
                screen.label("diff-level", *old),
                screen.label("diff-level", *new),
            )
        }),
        involved
            .as_ref()
            .map(|Shift { old, new }| said("diff-involved", these(old), these(new))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
