//! The map as a file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::claims::{Claim, Land};
use super::{DESK, DISTRICTS, MUNICIPALITIES, PARTS, ROOTS, SENDERS};

const SETTINGS: &str = "\
seinhuis: 1
name: A map to measure
coordinator: desk
emergency:
  - {call: \"112\", when: {nl: direct gevaar, en: direct danger}}
";

/// The map of this land, in the format of routes.yaml.
pub fn map(land: &Land) -> String {
    let mut yaml = SETTINGS.to_owned();
    topics(&mut yaml);
    areas(land, &mut yaml);
    organisations(land, &mut yaml);
    yaml
}

fn topics(yaml: &mut String) {
    yaml.push_str("topics:\n");
    for topic in 0..ROOTS {
        let _ = writeln!(
            yaml,
            "  t{topic}:\n    name: {{nl: Leefgebied {topic}, en: Topic {topic}}}\n    parts:"
        );
        for part in 0..PARTS {
            let _ = writeln!(
                yaml,
                "      p{part}: {{name: {{nl: \"Deel {topic}.{part}\", en: \"Part {topic}.{part}\"}}}}"
            );
        }
    }
}

/// Two postcodes for each district, which is enough for a hundred thousand responsibilities.
fn areas(land: &Land, yaml: &mut String) {
    yaml.push_str("areas:\n");
    for region in 0..land.regions {
        let _ = writeln!(yaml, "  r{region}: {{name: Region {region}}}");
    }
    for municipality in 0..land.municipalities {
        let region = municipality / MUNICIPALITIES;
        let _ = writeln!(
            yaml,
            "  m{municipality}: {{name: Municipality {municipality}, code: GM{municipality:04}, within: r{region}, coordinator: council-m{municipality}}}"
        );
    }
    for district in 0..land.districts {
        let (municipality, postcode) = (district / DISTRICTS, 1000 + 2 * district);
        let last = postcode + 1;
        let _ = writeln!(
            yaml,
            "  d{district}: {{name: District {district}, within: m{municipality}, postcodes: [{postcode}-{last}]}}"
        );
    }
}

fn organisations(land: &Land, yaml: &mut String) {
    let mut owners: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in &land.claims {
        owners.entry(&claim.owner).or_default().push(claim);
    }
    yaml.push_str("organisations:\n");
    for municipality in 0..land.municipalities {
        organisation(yaml, &format!("council-m{municipality}"), "council");
        for kind in SENDERS {
            organisation(yaml, &format!("{kind}-m{municipality}"), kind);
        }
    }
    for (owner, claims) in owners {
        // No kind has the name of an organisation: `senders` could mean either.
        organisation(
            yaml,
            owner,
            if owner == DESK {
                "national"
            } else {
                owner.split('-').next().unwrap_or(owner)
            },
        );
        yaml.push_str("    owns:\n");
        for claim in claims {
            responsibility(yaml, claim);
        }
    }
}

fn organisation(yaml: &mut String, code: &str, kind: &str) {
    let _ = writeln!(
        yaml,
        "  {code}:\n    name: Organisation {code}\n    kind: {kind}"
    );
    let _ = writeln!(
        yaml,
        "    contact: {{phone: 039-555 01 20, email: post@{code}.example, checked_on: 2026-10-01}}"
    );
}

fn responsibility(yaml: &mut String, claim: &Claim) {
    let Claim {
        owner: _,
        topics,
        area,
        ages,
        urgency,
        sender,
        priority,
        leads,
    } = claim;
    let mut keys = Vec::new();
    if !topics.is_empty() {
        keys.push(format!("topics: [{}]", topics.join(", ")));
    }
    keys.extend(area.iter().map(|area| format!("areas: [{area}]")));
    keys.extend(ages.iter().map(|(from, until)| {
        until.map_or(format!("ages: {from}+"), |until| {
            format!("ages: {from}-{until}")
        })
    }));
    // Only what stands under "acute" holds for acute signals.
    let is_acute = *urgency == ["acute"];
    if !urgency.is_empty() {
        keys.push(format!("urgency: [{}]", urgency.join(", ")));
    }
    if !urgency.is_empty() && !is_acute {
        keys.push("accept_within: 1 working day".to_owned());
    }
    keys.extend(
        sender
            .iter()
            .map(|kind| format!("senders: [{kind}]\n        feedback: status-only")),
    );
    if *priority != 0 {
        keys.push(format!("priority: {priority}"));
    }
    if *leads {
        keys.push("leads: true".to_owned());
    }
    keys.extend(
        [
            "because: {nl: Convenant 2026, en: Covenant 2026}",
            if is_acute {
                "acute: {feedback_within: 10 working days}"
            } else {
                "feedback_within: 10 working days"
            },
        ]
        .map(str::to_owned),
    );
    let _ = writeln!(yaml, "      - {}", keys.join("\n        "));
}
