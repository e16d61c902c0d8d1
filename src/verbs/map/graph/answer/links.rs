//! The picture as topics, and lines from organisations to them: what Graphviz and Mermaid draw.

use crate::map_analysis::ownership_matrix::{MatrixCell, MatrixRow, OwnershipMatrix, Unsettled};
use crate::output::screen::RenderContext;
use crate::routing::map::Organisation;
use crate::verbs::map::graph::answer::sheet::{claim_text, disputed, open_text};

/// A topic, by its place among the rows.
pub(crate) struct Node {
    /// What it is called, and then its gaps.
    pub texts: Vec<String>,
    pub is_gap: bool,
    /// The row of the topic that it is part of.
    pub part_of: Option<usize>,
    pub links: Vec<Link>,
}

/// What an organisation has to do with a topic.
pub(crate) struct Link {
    /// The place of the organisation among the columns.
    pub organisation: usize,
    /// What it claims, and then what is disputed.
    pub texts: Vec<String>,
    pub is_disputed: bool,
}

/// The topics of the picture, in order.
pub(crate) fn nodes(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> Vec<Node> {
    let OwnershipMatrix {
        map,
        scope: _,
        columns,
        rows,
    } = picture;
    let node = |(number, row): (usize, &MatrixRow)| {
        let name = screen.of_map(&map.topic_at(row.topic).name).to_owned();
        let gaps: Vec<String> = row
            .open
            .iter()
            .filter(|open| open.what == Unsettled::Gap)
            .map(|open| open_text(open, map, screen))
            .collect();
        let link = |(organisation, (column, cell)): (usize, (&&Organisation, &MatrixCell<'_>))| {
            let disputes: Vec<String> = disputed(&column.id, row)
                .iter()
                .map(|open| open_text(open, map, screen))
                .collect();
            let claims: Vec<String> = match cell {
                MatrixCell::Empty | MatrixCell::AsAbove => Vec::new(),
                MatrixCell::Claims(claims) => claims
                    .iter()
                    .map(|claim| claim_text(claim, false, picture, screen).join(" · "))
                    .collect(),
            };
            let is_disputed = !disputes.is_empty();
            Some(Link {
                organisation,
                texts: [claims, disputes].concat(),
                is_disputed,
            })
            .filter(|link| !link.texts.is_empty())
        };
        Node {
            is_gap: !gaps.is_empty(),
            texts: [vec![name], gaps].concat(),
            part_of: rows
                .iter()
                .take(number)
                .rposition(|above| above.depth < row.depth),
            links: columns
                .iter()
                .zip(&row.cells)
                .enumerate()
                .filter_map(link)
                .collect(),
        }
    };
    rows.iter().enumerate().map(node).collect()
}
