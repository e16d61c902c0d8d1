//! The same responsibilities as a configuration of Prometheus Alertmanager: one route each, in the
//! order of the map.
//!
//! Alertmanager knows no trees, no narrower claim and no ages: a route matches labels, and the
//! first that matches gets the alert. So a route matches the topic, the area and the age as labels,
//! as somebody would write it who had only that.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::DESK;
use super::claims::{Claim, Land};

/// As many routes as the land has responsibilities; what matches none goes to the desk.
pub fn config(land: &Land) -> String {
    let mut yaml = format!("route:\n  receiver: {DESK}\n  routes:\n");
    for claim in &land.claims {
        let Claim {
            owner,
            topics,
            area,
            ages,
            urgency: _,
            sender: _,
            priority: _,
            leads: _,
        } = claim;
        let mut matchers = Vec::new();
        match topics.as_slice() {
            [] => {}
            [topic] => matchers.push(format!("'topic=\"{topic}\"'")),
            several => matchers.push(format!("'topic=~\"{}\"'", several.join("|"))),
        }
        matchers.extend(area.iter().map(|area| format!("'area=\"{area}\"'")));
        matchers.extend(
            ages.iter()
                .map(|ages| format!("'age=~\"{}\"'", years(*ages))),
        );
        // The desk takes what is left, and would take everything here.
        if owner == DESK {
            matchers.push("'area=\"\"'".to_owned());
        }
        let _ = writeln!(
            yaml,
            "  - receiver: {owner}\n    matchers: [ {} ]",
            matchers.join(", ")
        );
    }
    yaml.push_str("receivers:\n");
    for receiver in land
        .claims
        .iter()
        .map(|claim| claim.owner.as_str())
        .collect::<BTreeSet<_>>()
    {
        let _ = writeln!(yaml, "- name: {receiver}");
    }
    yaml
}

/// The ages of the map, as an expression for completed years.
fn years(ages: (u16, Option<u16>)) -> &'static str {
    match ages {
        (0, Some(4)) => "[0-3]",
        (0, Some(18)) => "[0-9]|1[0-7]",
        _ => "1[89]|[2-9][0-9]|1[0-9][0-9]",
    }
}
