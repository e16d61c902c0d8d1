//! A region in words, as a coordinator would say it: `substance use · age 12–18 · all of
//! Veenbroek`; for scripts, see [`RegionView`].

mod view;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::age::AgeRange;
use crate::domain::codes::{CodeEnum as _, KindId, OrganisationId};
use crate::domain::invariant::at;
use crate::domain::time::Day;
use crate::map_analysis::age_sets::AgeSet;
use crate::map_analysis::region::Region;
use crate::output::decision::{ages_text, lower_first};
use crate::output::screen::RenderContext;
use crate::output::tree_cover::{ChosenNodes, Fold};
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Values};
use crate::routing::criterion::{Criterion, CriterionKind};
use crate::routing::map::{AreaIx, Organisation, RouteMap, TopicIx};

pub use view::RegionView;

/// A longer list names the first of them and counts the rest.
const MAX_NAMED: usize = 6;

/// The region in words, without what does not limit it.
pub fn describe(region: &Region, map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let Region {
        topics,
        several,
        areas,
        area_unknown,
        ages,
        choices,
        senders,
        from,
        until,
    } = region;
    let mut limits = Vec::new();
    for criterion in Criterion::ALL {
        limits.extend(match criterion.kind() {
            CriterionKind::Topic => topics_text(topics, *several, *from, map, screen),
            CriterionKind::Age(subject) => ages_of(subject, ages.get(subject), screen),
            CriterionKind::Area => areas_text(areas, *area_unknown, *from, map, screen),
            CriterionKind::Sender => senders_text(senders, *from, map, screen),
            CriterionKind::Choice(choice) => choice_text(choice, choices.get(choice), screen),
        });
    }
    let from = (*from > screen.today()).then_some(("region-from", *from));
    // A question about today alone is about what holds now.
    let until = until.filter(|until| *until > screen.today());
    let until = until.map(|until| ("region-until", until));
    for (key, day) in from.into_iter().chain(until) {
        limits.push(screen.tr(key, &[("day", screen.day(day).into())]));
    }
    if limits.is_empty() {
        screen.tr0("limits-none")
    } else {
        limits.join(" · ")
    }
}

/// Several regions in words, the first `max` of them; the rest are counted.
pub fn describe_first(
    max: usize,
    regions: &[Region],
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Vec<String> {
    let more = regions.len().saturating_sub(max);
    let more = (more > 0).then(|| screen.tr("check-more-regions", &[("count", more.into())]));
    regions
        .iter()
        .take(max)
        .map(|region| describe(region, map, screen))
        .chain(more)
        .collect()
}

/// The topics in words; `None` when they are all.
pub fn topics(topics: &[TopicIx], map: &RouteMap, screen: &RenderContext<'_>) -> Option<String> {
    topics_text(topics, false, screen.today(), map, screen)
}

fn topics_text(
    topics: &[TopicIx],
    several: bool,
    day: Day,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let names = FoldNames {
        tree: TreeKind::Topics,
        map,
        screen,
    };
    let chosen = topics.iter().map(|topic| topic.0 as usize);
    if several && topics.len() > MAX_NAMED {
        let topics = topics_text(topics, false, day, map, screen)
            .unwrap_or_else(|| screen.tr0("check-every-topic"));
        return Some(screen.tr("region-several-of", &[("topics", topics.into())]));
    }
    if several {
        let topics: Vec<String> = chosen.map(|topic| names.node(topic)).collect();
        return Some(screen.tr("region-several", &[("topics", topics.join(" + ").into())]));
    }
    let parents = map.topics().iter().map(|topic| topic.parent);
    let tree = ChosenNodes::new(
        parents.map(|ix| Some(ix?.0 as usize)),
        |node| at(map.topics(), node).valid.include(day),
        chosen,
    );
    match tree.missing_if_few() {
        Some(missing) if missing.is_empty() => None,
        Some(missing) => Some(screen.tr(
            "region-every-topic-but",
            &[("others", names.list(&missing).into())],
        )),
        None => Some(names.list(&tree.folded())),
    }
}

fn areas_text(
    areas: &[AreaIx],
    unknown: bool,
    day: Day,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let names = FoldNames {
        tree: TreeKind::Areas,
        map,
        screen,
    };
    let parents = map.areas().iter().map(|area| area.parent);
    let tree = ChosenNodes::new(
        parents.map(|ix| Some(ix?.0 as usize)),
        |node| at(map.areas(), node).valid.include(day),
        areas.iter().map(|area| area.0 as usize),
    );
    let known = match tree.missing_if_few() {
        _ if areas.is_empty() => return unknown.then(|| screen.tr0("area-unknown")),
        Some(missing) if missing.is_empty() => {
            return (!unknown).then(|| screen.tr0("region-area-known"));
        }
        Some(missing) => screen.tr(
            "region-everywhere-but",
            &[("others", names.list(&missing).into())],
        ),
        None => names.list(&tree.folded()),
    };
    Some(if unknown {
        screen.tr("region-or-area-unknown", &[("areas", known.into())])
    } else {
        known
    })
}

#[derive(Debug, Clone, Copy)]
enum TreeKind {
    Topics,
    Areas,
}

/// Names for the nodes of a tree of the map.
struct FoldNames<'a> {
    tree: TreeKind,
    map: &'a RouteMap,
    screen: &'a RenderContext<'a>,
}

impl FoldNames<'_> {
    fn node(&self, node: usize) -> String {
        match self.tree {
            TreeKind::Topics => lower_first(self.screen.of_map(&at(self.map.topics(), node).name)),
            TreeKind::Areas => at(self.map.areas(), node).name.clone(),
        }
    }

    fn fold(&self, fold: &Fold) -> String {
        let (whole, itself) = match self.tree {
            TreeKind::Topics => ("region-whole-topic", "region-topic-itself"),
            TreeKind::Areas => ("region-whole-area", "region-area-itself"),
        };
        match fold {
            Fold::Leaf(node) => self.node(*node),
            Fold::Whole(node) => self.screen.tr(whole, &[("name", self.node(*node).into())]),
            Fold::Itself(node) => self.screen.tr(itself, &[("name", self.node(*node).into())]),
            Fold::But(node, missing) => self.screen.tr(
                "region-but",
                &[
                    ("name", self.node(*node).into()),
                    ("others", self.list(missing).into()),
                ],
            ),
        }
    }

    fn list(&self, folds: &[Fold]) -> String {
        enumerated(
            folds.iter().map(|fold| self.fold(fold)).collect(),
            self.screen,
        )
    }
}

fn enumerated(mut names: Vec<String>, screen: &RenderContext<'_>) -> String {
    let more = names.len().saturating_sub(MAX_NAMED);
    if more < 2 {
        return names.join(", ");
    }
    names.truncate(MAX_NAMED);
    screen.tr(
        "region-more",
        &[("named", names.join(", ").into()), ("count", more.into())],
    )
}

/// A range of ages in words: `age 4–18`, `any age`.
pub fn ages(range: AgeRange, screen: &RenderContext<'_>) -> String {
    let ages = AgeSet::known(range);
    ages_of(AgeSubject::Person, ages, screen).unwrap_or_default()
}

fn ages_of(subject: AgeSubject, ages: AgeSet, screen: &RenderContext<'_>) -> Option<String> {
    let AgeSet { known, unknown } = ages;
    let Some(range) = known else {
        return unknown.then(|| screen.tr0(&format!("{subject}-unknown")));
    };
    if range == AgeRange::ALL {
        return (!unknown).then(|| screen.tr0(&format!("region-{subject}-known")));
    }
    let ages = screen.tr(
        &format!("limit-{subject}"),
        &[("values", ages_text(&range.to_string(), screen).into())],
    );
    Some(if unknown {
        screen.tr(
            &format!("region-or-{subject}-unknown"),
            &[("ages", ages.into())],
        )
    } else {
        ages
    })
}

/// The values of a choice in words: the only one that is missing, when that is shorter. `None` when
/// they are all.
pub fn choice_text(choice: Choice, values: Values, screen: &RenderContext<'_>) -> Option<String> {
    let missing = Values::all(choice) - values;
    if missing.is_empty() {
        None
    } else if missing.len() == 1 && values.len() > 1 {
        let what = labels(choice, missing, screen);
        Some(screen.tr("region-not", &[("what", what.into())]))
    } else {
        Some(labels(choice, values, screen))
    }
}

fn labels(choice: Choice, values: Values, screen: &RenderContext<'_>) -> String {
    let labels: Vec<String> = values
        .codes(choice)
        .map(|code| screen.tr0(&format!("{choice}-{code}")))
        .collect();
    labels.join(", ")
}

fn senders_text(
    senders: &BTreeSet<OrganisationId>,
    day: Day,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let (these, others) = (
        sender_names(senders, true, day, map),
        sender_names(senders, false, day, map),
    );
    if others.is_empty() {
        None
    } else if others.len() < these.len() {
        Some(screen.tr(
            "region-everyone-but",
            &[("others", enumerated(others, screen).into())],
        ))
    } else {
        Some(screen.tr(
            "limit-sender",
            &[("values", enumerated(these, screen).into())],
        ))
    }
}

/// The organisations in `senders`, or those outside it. A kind stands for all of its organisations,
/// as under `senders` in the map.
fn sender_names(
    senders: &BTreeSet<OrganisationId>,
    inside: bool,
    day: Day,
    map: &RouteMap,
) -> Vec<String> {
    let mut kinds: BTreeMap<&KindId, Vec<&Organisation>> = BTreeMap::new();
    for organisation in map.organisations_on(day) {
        kinds
            .entry(&organisation.kind)
            .or_default()
            .push(organisation);
    }
    let mut names = Vec::new();
    for (kind, mut organisations) in kinds {
        let all = organisations.len();
        organisations.retain(|one| senders.contains(&one.id) == inside);
        if organisations.len() == all {
            names.push(kind.to_string());
        } else {
            names.extend(organisations.iter().map(|one| one.name.clone()));
        }
    }
    names
}

#[cfg(test)]
mod tests;
