//! A region in words, as a coordinator would say it: `substance use · age 12–18 · all of
//! Veenbroek`; and as data.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::domain::age::AgeRange;
use crate::domain::codes::{CodeEnum, KindId, OrganisationId};
use crate::domain::invariant::at;
use crate::domain::signal::Urgency;
use crate::map_analysis::region::Region;
use crate::output::decision::{ages_text, lower_first};
use crate::output::screen::RenderContext;
use crate::output::tree_cover::{Fold, Tree};
use crate::routing::map::{AreaIx, Hours, RouteMap, TopicIx};

/// Of a longer list the first are named, and the rest counted.
const MOST_NAMED: usize = 6;

/// The region in words; what does not limit it is left out.
#[must_use]
pub fn describe(region: &Region, map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let Region {
        topics,
        several,
        areas,
        area_unknown,
        ages,
        age_unknown,
        urgency,
        senders,
        hours,
        from,
        until,
    } = region;
    let said = [
        topics_text(topics, *several, map, screen),
        ages_of(*ages, *age_unknown, screen),
        areas_text(areas, *area_unknown, map, screen),
        urgency_text(urgency, screen),
        senders_text(senders, map, screen),
        hours_text(hours, screen),
        (*from > screen.today())
            .then(|| screen.tr("region-from", &[("day", screen.day(*from).into())])),
        // What was asked about today alone, is about what holds now.
        until
            .filter(|until| *until > screen.today())
            .map(|day| screen.tr("region-until", &[("day", screen.day(day).into())])),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() {
        screen.tr0("limits-none")
    } else {
        said.join(" · ")
    }
}

/// The topics in words; `None` when they are all.
#[must_use]
pub fn topics(topics: &[TopicIx], map: &RouteMap, screen: &RenderContext<'_>) -> Option<String> {
    topics_text(topics, false, map, screen)
}

/// The region as data: lists of codes, and `null` where nothing limits it.
#[must_use]
pub fn json(region: &Region, map: &RouteMap) -> Value {
    let Region {
        topics,
        several,
        areas,
        area_unknown,
        ages,
        age_unknown,
        urgency,
        senders,
        hours,
        from,
        until,
    } = region;
    let limited = |count: usize, all: usize, codes: Vec<String>| (count < all).then_some(codes);
    let topic = |ix: &TopicIx| map.topic_at(*ix).id.to_string();
    let area = |ix: &AreaIx| map.area_at(*ix).id.to_string();
    let codes = |choices: Vec<&'static str>| choices.into_iter().map(str::to_owned).collect();
    json!({
        "topics": limited(topics.len(), map.topics().len(), topics.iter().map(topic).collect()),
        "several": several,
        "areas": limited(areas.len(), map.areas().len(), areas.iter().map(area).collect()),
        "area_unknown": area_unknown,
        "ages": ages.map(|ages| ages.to_string()),
        "age_unknown": age_unknown,
        "urgency": limited(urgency.len(), Urgency::ALL.len(), codes(urgency.iter().map(|u| u.code()).collect())),
        "senders": limited(senders.len(), map.organisations().len(), senders.iter().map(ToString::to_string).collect()),
        "hours": limited(hours.len(), Hours::ALL.len(), codes(hours.iter().map(|h| h.code()).collect())),
        "from": from.to_string(),
        "until": until.map(|day| day.to_string()),
    })
}

fn topics_text(
    topics: &[TopicIx],
    several: bool,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let name = |ix: usize| {
        let topic = at(map.topics(), ix);
        lower_first(screen.of_map(&topic.name))
    };
    if several {
        let names: Vec<String> = topics.iter().map(|topic| name(topic.0 as usize)).collect();
        return Some(screen.tr("region-several", &[("topics", names.join(" + ").into())]));
    }
    let parents = map
        .topics()
        .iter()
        .map(|topic| topic.parent.map(|parent| parent.0 as usize));
    let tree = Tree::new(parents, topics.iter().map(|topic| topic.0 as usize));
    let keys = ["region-whole-topic", "region-topic-itself"];
    match tree.missing_if_few() {
        Some(missing) if missing.is_empty() => None,
        Some(missing) => Some(screen.tr(
            "region-every-topic-but",
            &[("others", folds(&missing, &keys, &name, screen).into())],
        )),
        None => Some(folds(&tree.folded(), &keys, &name, screen)),
    }
}

fn areas_text(
    areas: &[AreaIx],
    unknown: bool,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let name = |ix: usize| at(map.areas(), ix).name.clone();
    let parents = map
        .areas()
        .iter()
        .map(|area| area.parent.map(|parent| parent.0 as usize));
    let tree = Tree::new(parents, areas.iter().map(|area| area.0 as usize));
    let keys = ["region-whole-area", "region-area-itself"];
    let known = match tree.missing_if_few() {
        _ if areas.is_empty() => return unknown.then(|| screen.tr0("area-unknown")),
        Some(missing) if missing.is_empty() => {
            return (!unknown).then(|| screen.tr0("region-area-known"));
        }
        Some(missing) => screen.tr(
            "region-everywhere-but",
            &[("others", folds(&missing, &keys, &name, screen).into())],
        ),
        None => folds(&tree.folded(), &keys, &name, screen),
    };
    Some(if unknown {
        screen.tr("region-or-area-unknown", &[("areas", known.into())])
    } else {
        known
    })
}

/// The names of what was folded; `keys` say "all of it" and "itself, without its parts".
fn folds(
    all: &[Fold],
    keys: &[&str; 2],
    name: &dyn Fn(usize) -> String,
    screen: &RenderContext<'_>,
) -> String {
    let [whole, itself] = keys;
    let one = |fold: &Fold| match fold {
        Fold::Leaf(at) => name(*at),
        Fold::Whole(at) => screen.tr(whole, &[("name", name(*at).into())]),
        Fold::Itself(at) => screen.tr(itself, &[("name", name(*at).into())]),
        Fold::But(at, missing) => {
            let others = folds(missing, keys, name, screen);
            screen.tr(
                "region-but",
                &[("name", name(*at).into()), ("others", others.into())],
            )
        }
    };
    enumerated(all.iter().map(one).collect(), screen)
}

fn enumerated(names: Vec<String>, screen: &RenderContext<'_>) -> String {
    let more = names.len().saturating_sub(MOST_NAMED);
    if more < 2 {
        return names.join(", ");
    }
    let named = names
        .into_iter()
        .take(MOST_NAMED)
        .collect::<Vec<_>>()
        .join(", ");
    screen.tr(
        "region-more",
        &[("named", named.into()), ("count", more.into())],
    )
}

/// A range of ages in words: `age 4–18`, `any age`.
#[must_use]
pub fn ages(range: AgeRange, screen: &RenderContext<'_>) -> String {
    ages_of(Some(range), false, screen).unwrap_or_default()
}

fn ages_of(ages: Option<AgeRange>, unknown: bool, screen: &RenderContext<'_>) -> Option<String> {
    let Some(range) = ages else {
        return unknown.then(|| screen.tr0("age-unknown"));
    };
    if range == AgeRange::ALL {
        return (!unknown).then(|| screen.tr0("region-age-known"));
    }
    let said = screen.tr(
        "limit-age",
        &[("values", ages_text(&range.to_string(), screen).into())],
    );
    Some(if unknown {
        screen.tr("region-or-age-unknown", &[("ages", said.into())])
    } else {
        said
    })
}

fn urgency_text(urgency: &BTreeSet<Urgency>, screen: &RenderContext<'_>) -> Option<String> {
    let missing: Vec<Urgency> = Urgency::ALL
        .iter()
        .copied()
        .filter(|u| !urgency.contains(u))
        .collect();
    match missing.as_slice() {
        [] => None,
        [one] => Some(screen.tr(
            "region-not",
            &[("what", screen.label("urgency", *one).into())],
        )),
        _ => Some(
            urgency
                .iter()
                .map(|u| screen.label("urgency", *u))
                .collect::<Vec<_>>()
                .join(", "),
        ),
    }
}

fn hours_text(hours: &BTreeSet<Hours>, screen: &RenderContext<'_>) -> Option<String> {
    let all = hours.len() == Hours::ALL.len();
    (!all).then(|| {
        hours
            .iter()
            .map(|h| screen.label("hours", *h))
            .collect::<Vec<_>>()
            .join(", ")
    })
}

/// Senders by kind, as `senders` in the map names them; by name where not all of a kind are meant.
fn senders_text(
    senders: &BTreeSet<OrganisationId>,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> Option<String> {
    let mut kinds: BTreeMap<&KindId, Vec<&OrganisationId>> = BTreeMap::new();
    for organisation in map.organisations().iter() {
        kinds
            .entry(&organisation.kind)
            .or_default()
            .push(&organisation.id);
    }
    let named = |chosen: &dyn Fn(&OrganisationId) -> bool| -> Vec<String> {
        let of_kind = |(kind, all): (&&KindId, &Vec<&OrganisationId>)| {
            let these: Vec<&OrganisationId> = all.iter().copied().filter(|id| chosen(id)).collect();
            if these.len() == all.len() {
                return vec![kind.to_string()];
            }
            let name = |id: &OrganisationId| {
                map.organisation(id)
                    .map_or_else(|| id.to_string(), |organisation| organisation.name.clone())
            };
            these.into_iter().map(name).collect()
        };
        kinds.iter().flat_map(of_kind).collect()
    };
    let (these, others) = (
        named(&|id| senders.contains(id)),
        named(&|id| !senders.contains(id)),
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

#[cfg(test)]
mod tests;
