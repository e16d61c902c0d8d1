//! The picture in words: what stands in each cell.

use crate::domain::codes::{CodeEnum as _, KindId};
use crate::domain::event::Level;
use crate::domain::invariant::at;
use crate::map_analysis::ownership_matrix::{MatrixCell, MatrixRow, OwnershipMatrix};
use crate::output::decision::ages_text;
use crate::output::decision::limit_text;
use crate::output::region::choice_text;
use crate::output::screen::RenderContext;
use crate::routing::ages::AgeSubject;
use crate::routing::criterion::{Criterion, CriterionKind};
use crate::routing::map::{AreaIx, Responsibility, RouteMap};
use crate::verbs::map::graph::answer::unsettled::{description, dispute_texts, gap_texts};

/// All words of the picture, in the language of the screen.
pub(crate) struct GraphSheet {
    pub title: String,
    /// The day and the map.
    pub subtitle: String,
    /// The picture in words, for who cannot see it.
    pub description: String,
    pub columns: Vec<SheetColumn>,
    pub rows: Vec<SheetRow>,
}

pub(crate) struct SheetColumn {
    pub name: String,
    /// The area of all that it owns here, when that is not all that is drawn.
    pub area: Option<String>,
    /// Whether the organisation before it is of another kind.
    pub begins_kind: bool,
}

pub(crate) struct SheetRow {
    pub name: String,
    /// Its depth in the drawn tree.
    pub depth: usize,
    /// What each organisation claims.
    pub cells: Vec<Square>,
    /// Who has no owner; empty when everyone has.
    pub gap: Vec<String>,
}

/// What an organisation claims.
pub(crate) struct Square {
    /// How it is filled.
    pub fill: Fill,
    /// For whom, one line or more for each claim.
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
    pub(crate) fn new(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> Self {
        let areas: Vec<Option<&[AreaIx]>> = (0..picture.columns.len())
            .map(|column| common_area(picture, column))
            .collect();
        Self {
            title: title(picture, screen),
            subtitle: subtitle(picture, screen),
            description: description(picture, screen),
            columns: sheet_columns(picture, &areas),
            rows: picture
                .rows
                .iter()
                .map(|row| SheetRow::new(row, &areas, picture, screen))
                .collect(),
        }
    }
}

fn title(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let map = picture.map;
    let mut what = vec![screen.of_map(&map.settings().name).to_owned()];
    what.extend(
        picture
            .scope
            .area
            .map(|area| map.area_at(area).name.clone()),
    );
    let topic = picture.scope.topic.map(|topic| map.topic_at(topic));
    what.extend(topic.map(|topic| screen.of_map(&topic.name).to_owned()));
    screen.tr("graph-title", &[("what", what.join(" · ").into())])
}

fn subtitle(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let today = screen.today();
    let day = format!("{} {}", screen.day(today), today.year());
    let digest: String = picture.map.settings().digest.chars().take(12).collect();
    screen.tr(
        "graph-subtitle",
        &[("day", day.into()), ("digest", digest.into())],
    )
}

fn sheet_columns(picture: &OwnershipMatrix<'_>, areas: &[Option<&[AreaIx]>]) -> Vec<SheetColumn> {
    let mut columns = Vec::new();
    let mut kind: Option<&KindId> = None;
    for (organisation, area) in picture.columns.iter().zip(areas) {
        columns.push(SheetColumn {
            name: organisation.name.clone(),
            area: area.map(|areas| areas_text(areas, picture.map)),
            begins_kind: kind.is_some_and(|kind| *kind != organisation.kind),
        });
        kind = Some(&organisation.kind);
    }
    columns
}

impl SheetRow {
    fn new(
        row: &MatrixRow<'_>,
        areas: &[Option<&[AreaIx]>],
        picture: &OwnershipMatrix<'_>,
        screen: &RenderContext<'_>,
    ) -> Self {
        let mut cells = Vec::new();
        for ((column, cell), area) in picture.columns.iter().zip(&row.cells).zip(areas) {
            let (fill, claims) = fill_and_claims(cell, area.is_some(), picture, screen);
            cells.push(Square {
                fill,
                claims,
                dispute: dispute_texts(&column.id, row, picture, screen),
            });
        }
        Self {
            name: screen
                .of_map(&picture.map.topic_at(row.topic).name)
                .to_owned(),
            depth: row.depth,
            cells,
            gap: gap_texts(row, picture, screen),
        }
    }
}

/// The areas of all claims of an organisation, when these are the same and not all that is drawn.
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

fn fill_and_claims(
    cell: &MatrixCell<'_>,
    area_in_heading: bool,
    picture: &OwnershipMatrix<'_>,
    screen: &RenderContext<'_>,
) -> (Fill, Vec<String>) {
    match cell {
        MatrixCell::Empty => (Fill::Nothing, Vec::new()),
        MatrixCell::AsAbove => (Fill::AsAbove, Vec::new()),
        MatrixCell::Claims(claims) => {
            let leads = claims.iter().all(|claim| claim.leads);
            let texts = claims
                .iter()
                .flat_map(|claim| claim_text(claim, area_in_heading, picture, screen));
            (if leads { Fill::Leads } else { Fill::Own }, texts.collect())
        }
    }
}

/// A claim in little room: its ages, and each of its other limits.
pub(crate) fn claim_text(
    claim: &Responsibility,
    area_in_heading: bool,
    picture: &OwnershipMatrix<'_>,
    screen: &RenderContext<'_>,
) -> Vec<String> {
    let criteria = &claim.criteria;
    let mut texts = Vec::new();
    for criterion in Criterion::ALL {
        texts.extend(match criterion.kind() {
            CriterionKind::Topic => None,
            CriterionKind::Age(subject @ AgeSubject::Person) => {
                Some(match criteria.ages.get(subject) {
                    Some(ages) => ages_text(&ages.to_string(), screen),
                    None => screen.tr0("graph-all-ages"),
                })
            }
            CriterionKind::Area => criteria
                .areas
                .as_deref()
                .filter(|areas| !area_in_heading && is_less(areas, picture))
                .map(|areas| areas_text(areas, picture.map)),
            CriterionKind::Age(AgeSubject::YoungestChild) | CriterionKind::Sender => criteria
                .limit(*criterion, None, picture.map)
                .map(|limit| limit_text(&limit, screen)),
            CriterionKind::Choice(choice) => criteria
                .choices
                .get(choice)
                .and_then(|values| choice_text(choice, values, screen)),
        });
    }
    texts.extend(agreed_texts(claim, screen));
    texts
}

/// What is agreed about those signals and differs from what the map says in general.
fn agreed_texts(claim: &Responsibility, screen: &RenderContext<'_>) -> Vec<String> {
    let Responsibility {
        owner: _,
        criteria: _,
        priority: _,
        valid: _,
        accept_within: _,
        feedback_within: _,
        acute,
        level,
        involve: _,
        handover,
        leads: _,
        because: _,
        place: _,
    } = claim;
    let level = match level {
        Level::Full => None,
        Level::StatusOnly => Some(screen.tr0("graph-status-only")),
    };
    let acute = acute
        .accept_within
        .map(|term| screen.tr1("graph-acute", "term", screen.term(term)));
    let handover = handover
        .as_ref()
        .map(|way| screen.tr0(&format!("graph-handover-{}", way.how)));
    [level, acute, handover].into_iter().flatten().collect()
}
