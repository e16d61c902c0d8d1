//! The answer to `map graph`: the map as a picture, with what is not settled marked in it.

mod dot;
mod links;
mod mermaid;
mod sheet;
mod svg;
mod xml;

use serde_json::{Value, json};

use crate::domain::age::AgeRange;
use crate::domain::codes::{CodeEnum as _, code_enum};
use crate::domain::event::Basis;
use crate::map_analysis::ownership_matrix::{
    MatrixCell, MatrixRow, OwnershipMatrix, Unsettled, UnsettledTopic,
};
use crate::output::answer::{Answer, Data};
use crate::output::escape;
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::routing::map::{AreaIx, Organisation, RouteMap};

code_enum! {
    /// In which language of pictures it is drawn.
    Kind {
        /// For a browser and for paper.
        Svg = "svg",
        /// For pages that draw it themselves.
        Mermaid = "mermaid",
        /// For Graphviz.
        Dot = "dot",
    }
}

impl Kind {
    /// How a picture of this kind begins.
    #[must_use]
    pub fn mark(self) -> Mark {
        match self {
            Kind::Svg => Mark::Svg,
            Kind::Mermaid => Mark::Mermaid,
            Kind::Dot => Mark::Dot,
        }
    }
}

/// A picture of the map.
#[derive(Debug, Clone)]
pub struct Graph<'m> {
    /// What is in it.
    pub picture: OwnershipMatrix<'m>,
    /// How it is drawn.
    pub kind: Kind,
}

impl Graph<'_> {
    /// The picture, as a file for another program.
    #[must_use]
    pub fn drawn(&self, screen: &RenderContext<'_>) -> String {
        match self.kind {
            Kind::Svg => svg::drawn(&sheet::GraphSheet::new(&self.picture, screen), screen),
            Kind::Mermaid => mermaid::drawn(&self.picture, screen),
            Kind::Dot => dot::drawn(&self.picture, screen),
        }
    }
}

impl Data for Graph<'_> {
    fn json(&self) -> Value {
        let OwnershipMatrix {
            map,
            scope,
            columns,
            rows,
        } = &self.picture;
        let area = scope.area.map(|area| map.area_at(area).id.to_string());
        let topic = scope.topic.map(|topic| map.topic_at(topic).id.to_string());
        json!({
            "name": map.settings().name,
            "digest": map.settings().digest,
            "area": area,
            "topic": topic,
            "organisations": columns.iter().map(|organisation| organisation.id.to_string()).collect::<Vec<_>>(),
            "topics": rows.iter().map(|row| row_json(row, columns, map)).collect::<Vec<_>>(),
        })
    }
}

impl Answer for Graph<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        self.drawn(screen)
    }

    fn is_document(&self) -> bool {
        true
    }
}

/// A picture that was written to a file.
#[derive(Debug, Clone)]
pub struct GraphWritten<'m> {
    /// What was drawn.
    pub graph: Graph<'m>,
    /// Where it is, as it was typed.
    pub file: String,
}

impl Data for GraphWritten<'_> {
    fn json(&self) -> Value {
        let mut value = self.graph.json();
        if let Some(fields) = value.as_object_mut() {
            fields.insert("file".to_owned(), self.file.clone().into());
        }
        value
    }
}

impl Answer for GraphWritten<'_> {
    fn sentences(&self, screen: &RenderContext<'_>) -> String {
        let open = |gap: bool| {
            let rows = self.graph.picture.rows.iter();
            rows.filter(|row| {
                row.open
                    .iter()
                    .any(|open| (open.what == Unsettled::Gap) == gap)
            })
            .count()
        };
        let file = escape::line(&self.file);
        screen.tr(
            "graph-written",
            &[
                ("file", file.into()),
                ("gaps", open(true).into()),
                ("disputes", open(false).into()),
            ],
        )
    }
}

fn row_json(row: &MatrixRow<'_>, columns: &[&Organisation], map: &RouteMap) -> Value {
    let claims = columns.iter().zip(&row.cells).filter_map(|(organisation, cell)| {
        let places = match cell {
            MatrixCell::Empty => return None,
            MatrixCell::AsAbove => Vec::new(),
            MatrixCell::Claims(claims) => claims.iter().map(|claim| claim.place.to_string()).collect(),
        };
        Some(json!({ "organisation": organisation.id.to_string(), "as_above": *cell == MatrixCell::AsAbove, "places": places }))
    });
    json!({
        "id": map.topic_at(row.topic).id.to_string(),
        "claims": claims.collect::<Vec<_>>(),
        "open": row.open.iter().map(|open| open_json(open, map)).collect::<Vec<_>>(),
    })
}

fn open_json(open: &UnsettledTopic, map: &RouteMap) -> Value {
    let UnsettledTopic {
        what,
        areas,
        ages,
        some_ages,
    } = open;
    let (basis, claimants) = match what {
        Unsettled::Gap => (Basis::Gap, Vec::new()),
        Unsettled::Dispute(claimants) => (
            Basis::Dispute,
            claimants.iter().map(ToString::to_string).collect(),
        ),
    };
    let area = |area: &AreaIx| map.area_at(*area).id.to_string();
    let texts = |ages: &[AgeRange]| ages.iter().map(ToString::to_string).collect::<Vec<_>>();
    json!({
        "basis": basis.code(),
        "claimants": claimants,
        "areas": areas.as_ref().map(|areas| areas.iter().map(area).collect::<Vec<_>>()),
        "ages": texts(ages),
        "some_ages": texts(some_ages),
    })
}
