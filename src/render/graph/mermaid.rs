//! The picture for Mermaid: a flowchart from organisations to topics, with dotted lines for what is disputed.

use super::sheet::{claim_told, disputed, open_told};
use crate::render::harmless;
use crate::render::screen::Screen;
use crate::routing::picture::{Cell, Picture, Unsettled};

/// The picture as a flowchart.
pub(super) fn drawn(picture: &Picture<'_>, screen: &Screen<'_>) -> String {
    let Picture { map, frame: _, columns, rows } = picture;
    let mut lines = vec!["flowchart LR".to_owned(), "  classDef gap stroke-width:3px,stroke-dasharray:6 3;".to_owned()];
    for (number, organisation) in columns.iter().enumerate() {
        lines.push(format!("  o{number}[{}]", quoted(std::slice::from_ref(&organisation.name))));
    }
    for (number, row) in rows.iter().enumerate() {
        let name = map.topic_at(row.topic).map(|topic| screen.of_map(&topic.name).to_owned()).unwrap_or_default();
        let gaps: Vec<String> =
            row.open.iter().filter(|open| open.what == Unsettled::Gap).map(|open| open_told(open, map, screen)).collect();
        let class = if gaps.is_empty() { "" } else { ":::gap" };
        lines.push(format!("  t{number}([{}]){class}", quoted(&[&[name], gaps.as_slice()].concat())));
        let above = rows.iter().take(number).rposition(|above| above.depth < row.depth);
        lines.extend(above.map(|above| format!("  t{above} --- t{number}")));
        for (column, (organisation, cell)) in columns.iter().zip(&row.cells).enumerate() {
            let disputes: Vec<String> = disputed(&organisation.id, row).iter().map(|open| open_told(open, map, screen)).collect();
            let claims: Vec<String> = match cell {
                Cell::Empty | Cell::AsAbove => Vec::new(),
                Cell::Claims(claims) => claims.iter().map(|claim| claim_told(claim, false, picture, screen).join(" · ")).collect(),
            };
            if claims.is_empty() && disputes.is_empty() {
                continue;
            }
            let arrow = if disputes.is_empty() { "-->" } else { "-.->" };
            lines.push(format!("  o{column} {arrow}|{}| t{number}", quoted(&[claims, disputes].concat())));
        }
    }
    lines.join("\n") + "\n"
}

/// Texts between quotes, a line each. All that Mermaid or a page could read as more than text is written as its number.
fn quoted(texts: &[String]) -> String {
    let plain = |c: char| c.is_alphanumeric() || " ·–,.:()+-".contains(c);
    let escaped = |text: &String| {
        harmless::line(text).chars().map(|c| if plain(c) { c.to_string() } else { format!("#{};", c as u32) }).collect::<String>()
    };
    format!("\"{}\"", texts.iter().map(escaped).collect::<Vec<_>>().join("<br>"))
}
