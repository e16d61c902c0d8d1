//! The answer to `map graph`: the map as a picture, with what is not settled marked in it.

mod dot;
mod links;
mod mermaid;
mod sheet;
mod svg;
mod unsettled;
mod xml;

use serde::Serialize;

use crate::domain::age::AgeRange;
use crate::domain::codes::{AreaId, OrganisationId, TopicId, code_enum};
use crate::map_analysis::ownership_matrix::{
    MatrixCell, MatrixRow, OwnershipMatrix, Unsettled, UnsettledTopic,
};
use crate::output::answer::Answer;
use crate::output::escape;
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::routing::map::{RouteMap, StillOpen, Text};
use sheet::GraphSheet;

code_enum! {
    /// The format of a picture.
    PictureKind {
        /// For a browser and for paper.
        Svg = "svg",
        /// For pages that draw it themselves.
        Mermaid = "mermaid",
        /// For Graphviz.
        Dot = "dot",
    }
}

impl PictureKind {
    /// How a picture of this kind begins.
    pub fn mark(self) -> Mark {
        match self {
            PictureKind::Svg => Mark::Svg,
            PictureKind::Mermaid => Mark::Mermaid,
            PictureKind::Dot => Mark::Dot,
        }
    }
}

/// A picture of the map.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GraphView<'m> {
    name: &'m Text,
    digest: &'m str,
    area: Option<&'m AreaId>,
    topic: Option<&'m TopicId>,
    organisations: Vec<&'m OrganisationId>,
    topics: Vec<GraphTopic<'m>>,
    /// Where it was written, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub file: Option<String>,
    #[serde(skip)]
    picture: OwnershipMatrix<'m>,
    #[serde(skip)]
    kind: PictureKind,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GraphTopic<'m> {
    id: &'m TopicId,
    formerly: &'m [TopicId],
    claims: Vec<GraphClaim<'m>>,
    open: Vec<UnsettledView<'m>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GraphClaim<'m> {
    organisation: &'m OrganisationId,
    as_above: bool,
    places: Vec<String>,
}

/// Signals that are not settled. `areas` is `None` for all that is drawn.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct UnsettledView<'m> {
    basis: StillOpen,
    claimants: Vec<OrganisationId>,
    areas: Option<Vec<&'m AreaId>>,
    ages: Vec<String>,
    some_ages: Vec<String>,
}

impl<'m> GraphView<'m> {
    pub fn new(picture: OwnershipMatrix<'m>, kind: PictureKind) -> Self {
        let OwnershipMatrix {
            map,
            scope,
            columns,
            rows,
        } = &picture;
        let organisations: Vec<&OrganisationId> = columns
            .iter()
            .map(|organisation| &organisation.id)
            .collect();
        Self {
            name: &map.settings().name,
            digest: &map.settings().digest,
            area: scope.area.map(|area| &map.area_at(area).id),
            topic: scope.topic.map(|topic| &map.topic_at(topic).id),
            topics: rows
                .iter()
                .map(|row| GraphTopic::new(row, &organisations, map))
                .collect(),
            organisations,
            file: None,
            picture,
            kind,
        }
    }

    /// The picture, as a file for another program.
    pub fn draw(&self, screen: &RenderContext<'_>) -> String {
        match self.kind {
            PictureKind::Svg => svg::draw(&GraphSheet::new(&self.picture, screen), screen),
            PictureKind::Mermaid => mermaid::draw(&self.picture, screen),
            PictureKind::Dot => dot::draw(&self.picture, screen),
        }
    }

    /// How many topics have something of that basis open.
    fn count_open(&self, basis: StillOpen) -> usize {
        self.topics
            .iter()
            .filter(|topic| topic.open.iter().any(|open| open.basis == basis))
            .count()
    }
}

impl<'m> GraphTopic<'m> {
    fn new(row: &MatrixRow<'m>, columns: &[&'m OrganisationId], map: &'m RouteMap) -> Self {
        let claims = columns.iter().zip(&row.cells);
        let topic = map.topic_at(row.topic);
        Self {
            id: &topic.id,
            formerly: &topic.formerly,
            claims: claims
                .filter_map(|(organisation, cell)| GraphClaim::new(organisation, cell))
                .collect(),
            open: row
                .open
                .iter()
                .map(|open| UnsettledView::new(open, map))
                .collect(),
        }
    }
}

impl<'m> GraphClaim<'m> {
    fn new(organisation: &'m OrganisationId, cell: &MatrixCell<'m>) -> Option<Self> {
        let places = match cell {
            MatrixCell::Empty => return None,
            MatrixCell::AsAbove => Vec::new(),
            MatrixCell::Claims(claims) => {
                claims.iter().map(|claim| claim.place.to_string()).collect()
            }
        };
        Some(Self {
            organisation,
            as_above: *cell == MatrixCell::AsAbove,
            places,
        })
    }
}

impl<'m> UnsettledView<'m> {
    fn new(open: &UnsettledTopic, map: &'m RouteMap) -> Self {
        let UnsettledTopic {
            what,
            areas,
            ages,
            some_ages,
        } = open;
        let (basis, claimants) = match what {
            Unsettled::Gap => (StillOpen::Gap, Vec::new()),
            Unsettled::Dispute(claimants) => (StillOpen::Dispute, claimants.clone()),
        };
        Self {
            basis,
            claimants,
            areas: areas
                .as_ref()
                .map(|areas| areas.iter().map(|area| &map.area_at(*area).id).collect()),
            ages: ages.iter().map(AgeRange::to_string).collect(),
            some_ages: some_ages.iter().map(AgeRange::to_string).collect(),
        }
    }
}

impl Answer for GraphView<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let Some(file) = &self.file else {
            return self.draw(screen);
        };
        let args = [
            ("file", escape::line(file).into()),
            ("gaps", self.count_open(StillOpen::Gap).into()),
            ("disputes", self.count_open(StillOpen::Dispute).into()),
        ];
        screen.tr("graph-written", &args)
    }

    fn is_document(&self) -> bool {
        self.file.is_none()
    }
}
