//! The picture as topics, and lines from organisations to them: what Graphviz and Mermaid draw.

use crate::map_analysis::ownership_matrix::{MatrixCell, MatrixRow, OwnershipMatrix};
use crate::output::screen::RenderContext;
use crate::verbs::map::graph::answer::sheet::claim_text;
use crate::verbs::map::graph::answer::unsettled::{dispute_texts, gap_texts};

/// A topic. Its number is that of its row.
pub(crate) struct Node {
    /// Its name, then its gaps.
    pub texts: Vec<String>,
    pub is_gap: bool,
    /// The row of the topic that it is part of.
    pub part_of: Option<usize>,
    pub links: Vec<Link>,
}

/// The claims of an organisation on a topic.
pub(crate) struct Link {
    /// The number of its column.
    pub organisation: usize,
    /// What it claims, then what is disputed.
    pub texts: Vec<String>,
    pub is_disputed: bool,
}

/// The topics of the picture, in order.
pub(crate) fn nodes(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for (number, row) in picture.rows.iter().enumerate() {
        let name = screen
            .of_map(&picture.map.topic_at(row.topic).name)
            .to_owned();
        let gaps = gap_texts(row, picture, screen);
        let mut above = picture.rows.iter().take(number);
        nodes.push(Node {
            is_gap: !gaps.is_empty(),
            texts: [vec![name], gaps].concat(),
            part_of: above.rposition(|above| above.depth < row.depth),
            links: links(row, picture, screen),
        });
    }
    nodes
}

fn links(
    row: &MatrixRow<'_>,
    picture: &OwnershipMatrix<'_>,
    screen: &RenderContext<'_>,
) -> Vec<Link> {
    let mut links = Vec::new();
    for (organisation, (column, cell)) in picture.columns.iter().zip(&row.cells).enumerate() {
        let disputes = dispute_texts(&column.id, row, picture, screen);
        let is_disputed = !disputes.is_empty();
        let mut texts: Vec<String> = match cell {
            MatrixCell::Empty | MatrixCell::AsAbove => Vec::new(),
            MatrixCell::Claims(claims) => claims
                .iter()
                .map(|claim| claim_text(claim, false, picture, screen).join(" · "))
                .collect(),
        };
        texts.extend(disputes);
        if !texts.is_empty() {
            links.push(Link {
                organisation,
                texts,
                is_disputed,
            });
        }
    }
    links
}
