//! What is not settled in words.

use crate::domain::age::AgeRange;
use crate::domain::codes::OrganisationId;
use crate::domain::invariant::Invariant as _;
use crate::domain::time::Day;
use crate::map_analysis::ownership_matrix::{
    MatrixRow, OwnershipMatrix, Unsettled, UnsettledTopic,
};
use crate::output::decision::ages_text;
use crate::output::screen::RenderContext;
use crate::routing::map::{AreaIx, RouteMap};

/// The gaps of a topic in words.
pub(crate) fn gap_texts(
    row: &MatrixRow<'_>,
    picture: &OwnershipMatrix<'_>,
    screen: &RenderContext<'_>,
) -> Vec<String> {
    row.open
        .iter()
        .filter(|open| open.what == Unsettled::Gap)
        .map(|open| open_text(open, picture.map, screen))
        .collect()
}

/// The disputes about an organisation's claims on a topic in words.
pub(crate) fn dispute_texts(
    owner: &OrganisationId,
    row: &MatrixRow<'_>,
    picture: &OwnershipMatrix<'_>,
    screen: &RenderContext<'_>,
) -> Vec<String> {
    disputes(owner, row)
        .iter()
        .map(|open| open_text(open, picture.map, screen))
        .collect()
}

/// The disputes about an organisation's claims: those about the same areas as one, whoever the
/// others are.
fn disputes(owner: &OrganisationId, row: &MatrixRow<'_>) -> Vec<UnsettledTopic> {
    let mut all: Vec<UnsettledTopic> = Vec::new();
    for open in &row.open {
        let UnsettledTopic {
            what: Unsettled::Dispute(claimants),
            areas,
            ages,
            some_ages,
        } = open
        else {
            continue;
        };
        if !claimants.contains(owner) {
            continue;
        }
        match all.iter_mut().find(|known| known.areas == *areas) {
            Some(known) => {
                known.ages = joined(&known.ages, ages);
                known.some_ages = joined(&known.some_ages, some_ages);
            }
            None => all.push(open.clone()),
        }
    }
    all
}

/// The ages of both; ranges that meet become one.
fn joined(one: &[AgeRange], other: &[AgeRange]) -> Vec<AgeRange> {
    let mut all: Vec<AgeRange> = one.iter().chain(other).copied().collect();
    all.sort_unstable_by_key(|range| range.from());
    let mut ranges: Vec<AgeRange> = Vec::new();
    for range in all {
        match ranges.last_mut() {
            Some(last) if last.until().is_none_or(|until| range.from() <= until) => {
                let until = last
                    .until()
                    .and_then(|until| range.until().map(|other| until.max(other)));
                *last = AgeRange::new(last.from(), until).certain("a longer range is one");
            }
            Some(_) | None => ranges.push(range),
        }
    }
    ranges
}

fn range_text(range: AgeRange, screen: &RenderContext<'_>) -> String {
    if range == AgeRange::ALL {
        screen.tr0("graph-all-ages")
    } else {
        ages_text(&range.to_string(), screen)
    }
}

fn ranges_text(ranges: &[AgeRange], screen: &RenderContext<'_>) -> String {
    let ranges: Vec<String> = ranges
        .iter()
        .map(|range| range_text(*range, screen))
        .collect();
    ranges.join(", ")
}

/// A gap or a dispute: for which ages, for which ages in part, and where.
fn open_text(open: &UnsettledTopic, map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let UnsettledTopic {
        what,
        areas,
        ages,
        some_ages,
    } = open;
    let key = match what {
        Unsettled::Gap => "graph-gap",
        Unsettled::Dispute(_) => "graph-dispute",
    };
    let mut parts = Vec::new();
    if !ages.is_empty() {
        parts.push(ranges_text(ages, screen));
    }
    if ages.is_empty() || !some_ages.is_empty() {
        let ages = ranges_text(some_ages, screen);
        parts.push(screen.tr("graph-some", &[("ages", ages.into())]));
    }
    let text = screen.tr(key, &[("ages", parts.join("; ").into())]);
    match areas {
        Some(areas) => format!("{text} · {}", places_text(areas, map, screen)),
        None => text,
    }
}

/// Places by name: an area with all of its places as one, and a part of an area as elsewhere in
/// it.
fn places_text(places: &[AreaIx], map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let mut names: Vec<String> = Vec::new();
    for place in places {
        let whole = map
            .area_and_above(*place)
            .take_while(|area| is_whole(*area, places, map, screen.today()))
            .last();
        let mut name = map.area_at(whole.unwrap_or(*place)).name.clone();
        if whole.is_none() {
            name = screen.tr("graph-elsewhere", &[("area", name.into())]);
        }
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// Whether all places of an area are among these.
fn is_whole(area: AreaIx, places: &[AreaIx], map: &RouteMap, day: Day) -> bool {
    map.places_in(Some(area), day)
        .iter()
        .all(|place| places.contains(place))
}

/// The picture in words: how large it is, and what is not settled.
pub(crate) fn description(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let mut sentences = vec![screen.tr(
        "graph-size",
        &[
            ("topics", picture.rows.len().into()),
            ("organisations", picture.columns.len().into()),
        ],
    )];
    for row in &picture.rows {
        let open: Vec<String> = row
            .open
            .iter()
            .map(|open| {
                let text = open_text(open, picture.map, screen);
                match &open.what {
                    Unsettled::Gap => text,
                    Unsettled::Dispute(claimants) => {
                        format!("{text} ({})", screen.organisations(claimants))
                    }
                }
            })
            .collect();
        if !open.is_empty() {
            let topic = screen.of_map(&picture.map.topic_at(row.topic).name);
            sentences.push(format!("{topic}: {}.", open.join("; ")));
        }
    }
    sentences.join(" ")
}
