//! The picture for Mermaid: a flowchart from organisations to topics, with dotted lines for
//! disputes.

use crate::map_analysis::ownership_matrix::OwnershipMatrix;
use crate::output::escape;
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::verbs::map::graph::answer::links::nodes;

/// The picture as a flowchart.
pub(crate) fn draw(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let mut lines = vec![
        "flowchart LR".to_owned(),
        "  classDef gap stroke-width:3px,stroke-dasharray:6 3;".to_owned(),
    ];
    for (number, organisation) in picture.columns.iter().enumerate() {
        let name = quoted(std::slice::from_ref(&organisation.name));
        lines.push(format!("  o{number}[{name}]"));
    }
    for (number, node) in nodes(picture, screen).into_iter().enumerate() {
        let class = if node.is_gap { ":::gap" } else { "" };
        lines.push(format!("  t{number}([{}]){class}", quoted(&node.texts)));
        if let Some(above) = node.part_of {
            lines.push(format!("  t{above} --- t{number}"));
        }
        for link in node.links {
            let arrow = if link.is_disputed { "-.->" } else { "-->" };
            lines.push(format!(
                "  o{} {arrow}|{}| t{number}",
                link.organisation,
                quoted(&link.texts)
            ));
        }
    }
    Mark::Mermaid.first_bytes() + &lines.join("\n") + "\n"
}

/// Texts between quotes, one a line.
fn quoted(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
    format!("\"{}\"", texts.join("<br>"))
}

/// Everything that Mermaid or a page could read as more than text becomes its number.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in escape::line(text).chars() {
        if c.is_alphanumeric() || " ·–,.:()+-".contains(c) {
            out.push(c);
        } else {
            out.push_str(&format!("#{};", c as u32));
        }
    }
    out
}
