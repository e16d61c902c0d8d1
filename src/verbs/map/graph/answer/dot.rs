//! The picture for Graphviz: organisations on the left, topics on the right, a line for each claim.

use crate::map_analysis::ownership_matrix::OwnershipMatrix;
use crate::output::escape;
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::verbs::map::graph::answer::links::nodes;

/// The picture in DOT.
pub(crate) fn draw(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let mut lines = vec![
        "digraph map {".to_owned(),
        format!(
            "  label={}; labelloc=t; rankdir=LR; fontname=\"Helvetica\";",
            quoted(screen.of_map(&picture.map.settings().name))
        ),
        "  node [fontname=\"Helvetica\", shape=box]; edge [fontname=\"Helvetica\", fontsize=10];"
            .to_owned(),
    ];
    for (number, organisation) in picture.columns.iter().enumerate() {
        lines.push(format!(
            "  o{number} [label={}, style=filled, fillcolor=\"#d3e4f3\"];",
            quoted(&organisation.name)
        ));
    }
    for (number, node) in nodes(picture, screen).into_iter().enumerate() {
        let style = if node.is_gap {
            ", style=\"diagonals\", penwidth=2"
        } else {
            ""
        };
        lines.push(format!(
            "  t{number} [label={}, shape=ellipse{style}];",
            quoted_lines(&node.texts)
        ));
        lines.extend(node.part_of.map(|above| {
            format!(
                "  t{above} -> t{number} [arrowhead=none, color=\"#999999\", constraint=false];"
            )
        }));
        for link in node.links {
            let style = if link.is_disputed {
                ", style=dotted, penwidth=3"
            } else {
                ""
            };
            lines.push(format!(
                "  o{} -> t{number} [label={}{style}];",
                link.organisation,
                quoted_lines(&link.texts)
            ));
        }
    }
    lines.push("}\n".to_owned());
    Mark::Dot.first_bytes() + &lines.join("\n")
}

/// A text between quotes, on one line, in which no quotation mark and no escape of DOT works.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn quoted_lines(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
    format!("\"{}\"", texts.join("\\n"))
}

fn escaped(text: &str) -> String {
    escape::line(text)
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
}
