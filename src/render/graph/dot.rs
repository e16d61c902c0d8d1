//! The picture for Graphviz: organisations on the left, topics on the right, a line for each claim.

use super::sheet::{claim_told, disputed, open_told};
use crate::render::harmless;
use crate::render::screen::Screen;
use crate::routing::picture::{Cell, Picture, Unsettled};

/// The picture in DOT.
pub(super) fn drawn(picture: &Picture<'_>, screen: &Screen<'_>) -> String {
    let Picture { map, frame: _, columns, rows } = picture;
    let mut lines = vec![
        "digraph map {".to_owned(),
        format!("  label={}; labelloc=t; rankdir=LR; fontname=\"Helvetica\";", quoted(&map.settings().name)),
        "  node [fontname=\"Helvetica\", shape=box]; edge [fontname=\"Helvetica\", fontsize=10];".to_owned(),
    ];
    for (number, organisation) in columns.iter().enumerate() {
        lines.push(format!("  o{number} [label={}, style=filled, fillcolor=\"#d3e4f3\"];", quoted(&organisation.name)));
    }
    for (number, row) in rows.iter().enumerate() {
        let name = map.topic_at(row.topic).map(|topic| screen.of_map(&topic.name)).unwrap_or_default();
        let gaps: Vec<String> =
            row.open.iter().filter(|open| open.what == Unsettled::Gap).map(|open| open_told(open, map, screen)).collect();
        let label = quoted_lines(&[&[name.to_owned()], gaps.as_slice()].concat());
        let look = if gaps.is_empty() { "" } else { ", style=\"diagonals\", penwidth=2" };
        lines.push(format!("  t{number} [label={label}, shape=ellipse{look}];"));
        let above = rows.iter().take(number).rposition(|above| above.depth < row.depth);
        lines.extend(above.map(|above| format!("  t{above} -> t{number} [arrowhead=none, color=\"#999999\", constraint=false];")));
        for (column, (organisation, cell)) in columns.iter().zip(&row.cells).enumerate() {
            let disputes: Vec<String> = disputed(&organisation.id, row).iter().map(|open| open_told(open, map, screen)).collect();
            let claims: Vec<String> = match cell {
                Cell::Empty | Cell::AsAbove => Vec::new(),
                Cell::Claims(claims) => claims.iter().map(|claim| claim_told(claim, false, picture, screen).join(" · ")).collect(),
            };
            if claims.is_empty() && disputes.is_empty() {
                continue;
            }
            let look = if disputes.is_empty() { "" } else { ", style=dotted, penwidth=3" };
            lines.push(format!("  o{column} -> t{number} [label={}{look}];", quoted_lines(&[claims, disputes].concat())));
        }
    }
    lines.push("}".to_owned());
    lines.join("\n") + "\n"
}

/// A text between quotes, on one line, in which no quotation mark and no escape of DOT works.
fn quoted(text: &str) -> String {
    quoted_lines(&[text.to_owned()])
}

fn quoted_lines(texts: &[String]) -> String {
    let escaped = |text: &String| harmless::line(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", texts.iter().map(escaped).collect::<Vec<_>>().join("\\n"))
}
