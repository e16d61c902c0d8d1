//! The picture in words: what stands in each cell, in the language of the screen.

use crate::domain::age::AgeRange;
use crate::domain::codes::{CodeEnum as _, OrganisationId};
use crate::domain::invariant::{Invariant as _, at};
use crate::domain::signal::Urgency;
use crate::map_analysis::ownership_matrix::{
    MatrixCell, MatrixRow, OwnershipMatrix, Unsettled, UnsettledTopic,
};
use crate::output::decision::ages_text;
use crate::output::decision::limit_text;
use crate::output::screen::RenderContext;
use crate::routing::criterion::Criterion;
use crate::routing::map::{AreaIx, Responsibility, RouteMap};

/// All words of the picture.
pub(crate) struct GraphSheet {
    /// What it is a picture of.
    pub title: String,
    /// Of which day and which map.
    pub subtitle: String,
    /// The picture told, for who cannot see it.
    pub description: String,
    /// The organisations.
    pub columns: Vec<SheetColumn>,
    /// The topics.
    pub rows: Vec<SheetRow>,
}

pub(crate) struct SheetColumn {
    /// Its name.
    pub name: String,
    /// Where all that it owns here is, when that is less than is drawn.
    pub area: Option<String>,
    /// Whether it is of another kind than the one before it.
    pub begins_kind: bool,
}

pub(crate) struct SheetRow {
    /// Its name.
    pub name: String,
    /// How deep it lies in the tree that is drawn.
    pub depth: usize,
    /// What each organisation claims.
    pub cells: Vec<Square>,
    /// Whom nobody owns; empty when somebody owns all.
    pub gap: Vec<String>,
}

/// What an organisation claims.
pub(crate) struct Square {
    /// How it is filled.
    pub fill: Fill,
    /// For whom, a claim each.
    pub claims: Vec<String>,
    /// What of it is disputed.
    pub dispute: Vec<String>,
}

/// The kinds of claim that look different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// None.
    Nothing,
    /// The claim on the topic above.
    AsAbove,
    /// A claim.
    Own,
    /// A claim that takes the lead over several topics.
    Leads,
}

impl GraphSheet {
    /// Puts the picture in words.
    pub(crate) fn new(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> Self {
        let OwnershipMatrix {
            map,
            scope,
            columns,
            rows,
        } = picture;
        let areas: Vec<Option<&[AreaIx]>> = (0..columns.len())
            .map(|at| common_area(picture, at))
            .collect();
        let line = |row: &MatrixRow<'_>| {
            let cells = columns.iter().zip(&row.cells).zip(&areas);
            let gaps = row.open.iter().filter(|open| open.what == Unsettled::Gap);
            SheetRow {
                name: screen.of_map(&map.topic_at(row.topic).name).to_owned(),
                depth: row.depth,
                cells: cells
                    .map(|((column, cell), area)| {
                        square(&column.id, cell, row, area.is_some(), picture, screen)
                    })
                    .collect(),
                gap: gaps.map(|open| open_text(open, map, screen)).collect(),
            }
        };
        let kinds = std::iter::once(None)
            .chain(columns.iter().map(|organisation| Some(&organisation.kind)));
        let all = columns.iter().zip(&areas).zip(kinds);
        let all = all.map(|((organisation, areas), before)| SheetColumn {
            name: organisation.name.clone(),
            area: areas.map(|areas| areas_text(areas, map)),
            begins_kind: before.is_some_and(|before| *before != organisation.kind),
        });
        let digest: String = map.settings().digest.chars().take(12).collect();
        let day = format!("{} {}", screen.day(screen.today()), screen.today().year());
        let area = scope.area.map(|area| map.area_at(area).name.clone());
        let topic = scope
            .topic
            .map(|topic| screen.of_map(&map.topic_at(topic).name).to_owned());
        let what: Vec<String> = std::iter::once(map.settings().name.clone())
            .chain(area)
            .chain(topic)
            .collect();
        Self {
            title: screen.tr("graph-title", &[("what", what.join(" · ").into())]),
            subtitle: screen.tr(
                "graph-subtitle",
                &[("day", day.into()), ("digest", digest.into())],
            ),
            description: description(picture, screen),
            columns: all.collect(),
            rows: rows.iter().map(line).collect(),
        }
    }
}

/// The areas to which all claims of an organisation are limited alike, when that is less than is
/// drawn.
fn common_area<'p>(picture: &'p OwnershipMatrix<'_>, column: usize) -> Option<&'p [AreaIx]> {
    let of_column = picture.rows.iter().map(|row| at(&row.cells, column));
    let mut claims = of_column.flat_map(|cell| match cell {
        MatrixCell::Claims(claims) => claims.as_slice(),
        MatrixCell::Empty | MatrixCell::AsAbove => &[],
    });
    let first = claims.next()?.criteria.areas.as_deref()?;
    (is_less(first, picture) && claims.all(|claim| claim.criteria.areas.as_deref() == Some(first)))
        .then_some(first)
}

/// Whether these areas are not all that is drawn.
fn is_less(areas: &[AreaIx], picture: &OwnershipMatrix<'_>) -> bool {
    picture
        .scope
        .area
        .is_none_or(|drawn| !areas.iter().any(|area| picture.map.lies_in(drawn, *area)))
}

fn areas_text(areas: &[AreaIx], map: &RouteMap) -> String {
    areas
        .iter()
        .map(|area| map.area_at(*area).name.clone())
        .collect::<Vec<_>>()
        .join(", ")
}

fn square(
    owner: &OrganisationId,
    cell: &MatrixCell<'_>,
    row: &MatrixRow<'_>,
    area_is_told: bool,
    picture: &OwnershipMatrix<'_>,
    screen: &RenderContext<'_>,
) -> Square {
    let (fill, claims) = match cell {
        MatrixCell::Empty => (Fill::Nothing, Vec::new()),
        MatrixCell::AsAbove => (Fill::AsAbove, Vec::new()),
        MatrixCell::Claims(claims) => {
            let leads = claims.iter().all(|claim| claim.leads);
            (
                if leads { Fill::Leads } else { Fill::Own },
                claims
                    .iter()
                    .flat_map(|claim| claim_text(claim, area_is_told, picture, screen))
                    .collect(),
            )
        }
    };
    Square {
        fill,
        claims,
        dispute: disputed(owner, row)
            .iter()
            .map(|open| open_text(open, picture.map, screen))
            .collect(),
    }
}

/// What of an organisation's claim is disputed, with whomever: for the same areas at once.
pub(crate) fn disputed(owner: &OrganisationId, row: &MatrixRow<'_>) -> Vec<UnsettledTopic> {
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
                known.ages = together(&known.ages, ages);
                known.some_ages = together(&known.some_ages, some_ages);
            }
            None => all.push(open.clone()),
        }
    }
    all
}

/// The ages of both, those that meet as one range.
fn together(one: &[AgeRange], other: &[AgeRange]) -> Vec<AgeRange> {
    let mut all: Vec<AgeRange> = one.iter().chain(other).copied().collect();
    all.sort_unstable_by_key(|range| range.from());
    let mut joined: Vec<AgeRange> = Vec::new();
    for range in all {
        match joined.last_mut() {
            Some(last) if last.until().is_none_or(|until| range.from() <= until) => {
                let until = last
                    .until()
                    .and_then(|until| range.until().map(|other| until.max(other)));
                *last = AgeRange::new(last.from(), until).certain("a longer range is one");
            }
            Some(_) | None => joined.push(range),
        }
    }
    joined
}

/// A claim in little room: its ages, and what else limits it, each by itself.
pub(crate) fn claim_text(
    claim: &Responsibility,
    area_is_told: bool,
    picture: &OwnershipMatrix<'_>,
    screen: &RenderContext<'_>,
) -> Vec<String> {
    let areas = claim.criteria.areas.as_deref();
    let describe = |criterion: &Criterion| match criterion {
        Criterion::Topic => None,
        Criterion::Age => Some(claim.criteria.ages.map_or_else(
            || screen.tr0("graph-all-ages"),
            |ages| ages_text(&ages.to_string(), screen),
        )),
        Criterion::Area if area_is_told => None,
        Criterion::Area => areas
            .filter(|areas| is_less(areas, picture))
            .map(|areas| areas_text(areas, picture.map)),
        Criterion::Urgency => claim.criteria.urgency.as_ref().and_then(|these| {
            let missing: Vec<Urgency> = Urgency::ALL
                .iter()
                .copied()
                .filter(|urgency| !these.contains(urgency))
                .collect();
            match missing.as_slice() {
                [] => None,
                [one] => Some(screen.tr(
                    "region-not",
                    &[("what", screen.label("urgency", *one).into())],
                )),
                _ => Some(
                    these
                        .iter()
                        .map(|urgency| screen.label("urgency", *urgency))
                        .collect::<Vec<_>>()
                        .join(", "),
                ),
            }
        }),
        Criterion::Sender | Criterion::Hours => claim
            .criteria
            .limit(*criterion, None, picture.map)
            .as_ref()
            .map(|limit| limit_text(limit, screen)),
    };
    Criterion::ALL.iter().filter_map(describe).collect()
}

/// What is not settled: the word with the ages, what is so for some signals alone, and where.
pub(crate) fn open_text(
    open: &UnsettledTopic,
    map: &RouteMap,
    screen: &RenderContext<'_>,
) -> String {
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
    let describe = |ranges: &[AgeRange]| {
        let describe = |range: &AgeRange| {
            if *range == AgeRange::ALL {
                screen.tr0("graph-all-ages")
            } else {
                ages_text(&range.to_string(), screen)
            }
        };
        ranges.iter().map(describe).collect::<Vec<_>>().join(", ")
    };
    let some = || screen.tr("graph-some", &[("ages", describe(some_ages).into())]);
    let which = match (ages.is_empty(), some_ages.is_empty()) {
        (false, true) => describe(ages),
        (false, false) => format!("{}; {}", describe(ages), some()),
        (true, _) => some(),
    };
    let areas = areas.as_ref().map(|areas| places_text(areas, map, screen));
    std::iter::once(screen.tr(key, &[("ages", which.into())]))
        .chain(areas)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Places by name: an area of which all places are meant as one, and what is left of an area as
/// elsewhere in it.
fn places_text(places: &[AreaIx], map: &RouteMap, screen: &RenderContext<'_>) -> String {
    let is_whole = |area: &AreaIx| {
        map.places_in(Some(*area))
            .iter()
            .all(|place| places.contains(place))
    };
    let mut text: Vec<String> = Vec::new();
    for place in places {
        let whole = map.area_and_above(*place).take_while(is_whole).last();
        let area = map.area_at(whole.unwrap_or(*place));
        let name = whole.map_or_else(
            || screen.tr("graph-elsewhere", &[("area", area.name.clone().into())]),
            |_| area.name.clone(),
        );
        if !text.contains(&name) {
            text.push(name);
        }
    }
    text.join(", ")
}

/// What a listener hears of the picture: how large it is, and what is not settled.
fn description(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let size = screen.tr(
        "graph-size",
        &[
            ("topics", picture.rows.len().into()),
            ("organisations", picture.columns.len().into()),
        ],
    );
    let open = |row: &MatrixRow<'_>| {
        let topic = screen.of_map(&picture.map.topic_at(row.topic).name);
        let text = row.open.iter().map(|open| match &open.what {
            Unsettled::Gap => open_text(open, picture.map, screen),
            Unsettled::Dispute(claimants) => {
                format!(
                    "{} ({})",
                    open_text(open, picture.map, screen),
                    screen.organisations(claimants)
                )
            }
        });
        let text: Vec<String> = text.collect();
        (!text.is_empty()).then(|| format!("{topic}: {}.", text.join("; ")))
    };
    std::iter::once(size)
        .chain(picture.rows.iter().filter_map(open))
        .collect::<Vec<_>>()
        .join(" ")
}
