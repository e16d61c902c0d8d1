//! A witness: a signal that shows what is said of a region, for scripts and as a command to paste.

use serde::Serialize;

use crate::domain::codes::{OrganisationId, TopicId};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::{Facts, Particulars};
use crate::domain::time::Zone;
use crate::map_analysis::region::Witness;
use crate::output::route_command::route_command;

/// The signal; `None` for what the sender leaves open.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WitnessView {
    topics: Vec<TopicId>,
    #[serde(flatten)]
    particulars: Particulars,
    sender: OrganisationId,
    at: Option<String>,
}

impl WitnessView {
    pub fn new(witness: &Witness, zone: Zone) -> Self {
        let Witness {
            facts:
                Facts {
                    topics,
                    particulars,
                    sender,
                },
            at,
        } = witness;
        Self {
            topics: topics.iter().cloned().collect(),
            particulars: particulars.clone(),
            sender: sender.clone().certain("a witness has a sender"),
            at: at.map(|at| at.in_zone(zone)),
        }
    }
}

/// `seinhuis route …`, which shows who owns this signal. `map` is the path of the map when it is
/// not the one of the settings.
pub fn command(witness: &Witness, zone: Zone, map: Option<&str>) -> String {
    route_command(&witness.facts, witness.at.map(|at| (at, zone)), map).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::residence::Residence;
    use crate::domain::signal::{Topics, Urgency};

    #[test]
    fn a_witness_is_a_command_to_paste() {
        let mut witness = Witness {
            facts: Facts {
                topics: Topics::from_list(vec![
                    "housing".parse().unwrap(),
                    "language".parse().unwrap(),
                ])
                .unwrap(),
                particulars: Particulars {
                    age: Some("17y6m".parse().unwrap()),
                    residence: Some(Residence::Area("veenbroek".parse().unwrap())),
                    urgency: Urgency::Urgent,
                    ..Particulars::default()
                },
                sender: Some("school".parse().unwrap()),
            },
            at: Some("2026-11-28T21:00:00Z".parse().unwrap()),
        };
        let all = "seinhuis route --as school --topic housing,language --age 17y6m --area veenbroek --urgency urgent --at 2026-11-28T22:00";
        assert_eq!(command(&witness, Zone::AMSTERDAM, None), all);
        witness.facts.particulars = Particulars::default();
        witness.at = None;
        let asked = command(&witness, Zone::AMSTERDAM, Some("it's here/map.yaml"));
        assert_eq!(
            asked,
            r"seinhuis route --routes 'it'\''s here/map.yaml' --as school --topic housing,language"
        );
    }
}
