//! The picture for Mermaid: a flowchart from organisations to topics, with dotted lines for what is
//! disputed.

use crate::map_analysis::ownership_matrix::OwnershipMatrix;
use crate::output::escape;
use crate::output::mark::Mark;
use crate::output::screen::RenderContext;
use crate::verbs::map::graph::answer::links::{Link, Node, nodes};

/// The picture as a flowchart.
pub(crate) fn drawn(picture: &OwnershipMatrix<'_>, screen: &RenderContext<'_>) -> String {
    let mut lines = vec![
        "flowchart LR".to_owned(),
        "  classDef gap stroke-width:3px,stroke-dasharray:6 3;".to_owned(),
    ];
    for (number, organisation) in picture.columns.iter().enumerate() {
        lines.push(format!(
            "  o{number}[{}]",
            quoted(std::slice::from_ref(&organisation.name))
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
        let class = if is_gap { ":::gap" } else { "" };
        lines.push(format!("  t{number}([{}]){class}", quoted(&texts)));
        lines.extend(part_of.map(|above| format!("  t{above} --- t{number}")));
        for Link {
            organisation,
            texts,
            is_disputed,
        } in links
        {
            let arrow = if is_disputed { "-.->" } else { "-->" };
            lines.push(format!(
                "  o{organisation} {arrow}|{}| t{number}",
                quoted(&texts)
            ));
        }
    }
    Mark::Mermaid.first_bytes() + &lines.join("\n") + "\n"
}

/// Texts between quotes, a line each. All that Mermaid or a page could read as more than text is
/// written as its number.
fn quoted(texts: &[String]) -> String {
    let plain = |c: char| c.is_alphanumeric() || " ·–,.:()+-".contains(c);
    let escaped = |text: &String| {
        escape::line(text)
            .chars()
            .map(|c| {
                if plain(c) {
                    c.to_string()
                } else {
                    format!("#{};", c as u32)
                }
            })
            .collect::<String>()
    };
    format!(
        "\"{}\"",
        texts.iter().map(escaped).collect::<Vec<_>>().join("<br>")
    )
}
