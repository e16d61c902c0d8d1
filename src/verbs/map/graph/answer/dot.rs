//! The picture for Graphviz: organisations on the left, topics on the right, a line for each claim.

use crate::map_analysis::ownership_matrix::OwnershipMatrix;
use crate::output::escape;
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::verbs::map::graph::answer::links::{Link, Node, nodes};

/// The picture in DOT.
pub(crate) fn drawn(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let OwnershipMatrix {
        map,
        scope: _,
        columns,
        rows: _,
    } = picture;
    let mut lines = vec![
        "digraph map {".to_owned(),
        format!(
            "  label={}; labelloc=t; rankdir=LR; fontname=\"Helvetica\";",
            quoted(&map.settings().name)
        ),
        "  node [fontname=\"Helvetica\", shape=box]; edge [fontname=\"Helvetica\", fontsize=10];"
            .to_owned(),
    ];
    for (number, organisation) in columns.iter().enumerate() {
        lines.push(format!(
            "  o{number} [label={}, style=filled, fillcolor=\"#d3e4f3\"];",
            quoted(&organisation.name)
        ));
    }
    for (
        number,
        Node {
            texts,
            is_gap,
            part_of,
            links,
        },
    ) in nodes(picture, screen).into_iter().enumerate()
    {
        let look = if is_gap {
            ", style=\"diagonals\", penwidth=2"
        } else {
            ""
        };
        lines.push(format!(
            "  t{number} [label={}, shape=ellipse{look}];",
            quoted_lines(&texts)
        ));
        lines.extend(part_of.map(|above| {
            format!(
                "  t{above} -> t{number} [arrowhead=none, color=\"#999999\", constraint=false];"
            )
        }));
        for Link {
            organisation,
            texts,
            is_disputed,
        } in links
        {
            let look = if is_disputed {
                ", style=dotted, penwidth=3"
            } else {
                ""
            };
            lines.push(format!(
                "  o{organisation} -> t{number} [label={}{look}];",
                quoted_lines(&texts)
            ));
        }
    }
    lines.push("}".to_owned());
    Mark::Dot.first_bytes() + &lines.join("\n") + "\n"
}

/// A text between quotes, on one line, in which no quotation mark and no escape of DOT works.
fn quoted(text: &str) -> String {
    quoted_lines(&[text.to_owned()])
}

fn quoted_lines(texts: &[String]) -> String {
    let escaped = |text: &String| {
        escape::line(text)
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
    };
    format!(
        "\"{}\"",
        texts.iter().map(escaped).collect::<Vec<_>>().join("\\n")
    )
}
