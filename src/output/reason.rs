//! The explanation of a decision as the text that the register keeps.

use serde::Serialize;

use crate::domain::event::DecisionRecord;
use crate::domain::invariant::Invariant as _;
use crate::routing::explanation::Explanation;
use crate::routing::map::RouteMap;

/// Why the map decided, as the register has it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum KeptReason {
    Explained(Explanation),
    /// What another program or a later version wrote, as it is.
    Text(String),
}

/// Why this map decided so, as the register keeps it.
#[must_use]
pub fn decision_record(why: &Explanation, map: &RouteMap) -> DecisionRecord {
    DecisionRecord {
        reason: written(why),
        map_digest: map.settings().digest.clone(),
    }
}

/// As the register keeps it.
#[must_use]
pub fn written(explanation: &Explanation) -> String {
    serde_json::to_string(explanation).certain("an explanation can be written")
}

#[must_use]
pub fn read(written: &str) -> KeptReason {
    match serde_json::from_str(written) {
        Ok(explanation) => KeptReason::Explained(explanation),
        Err(_) => KeptReason::Text(written.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routing::random_maps::{any_responsibilities, decided, map_of, universe};
    use proptest::prelude::*;
    use proptest::sample::Index;
    use rstest::rstest;

    proptest! {
        #[test]
        fn every_explanation_is_read_back_as_it_was_written(
            responsibilities in any_responsibilities(),
            picks in proptest::collection::vec(any::<Index>(), 8),
        ) {
            let (map, universe) = (map_of(responsibilities), universe());
            for pick in picks {
                let why = decided(&map, &universe[pick.index(universe.len())], []).why;
                let KeptReason::Explained(again) = read(&written(&why)) else {
                    panic!("{}", written(&why))
                };
                prop_assert_eq!(again, why);
            }
        }
    }

    /// Escape codes stand in no code, so what holds them there is not read as a reason of ours.
    #[rstest]
    #[case::organisation("/reasons/0/organisation")]
    #[case::criterion("/reasons/0/limits/0/criterion")]
    #[case::involved("/involved/0/organisation")]
    #[case::why_involved("/involved/0/why")]
    #[case::topic_of_who_is_involved("/involved/0/topic")]
    #[case::gap("/gaps/0")]
    #[case::who_gave_way("/set_aside/0/organisation")]
    #[case::why_it_gave_way("/set_aside/0/gave_way")]
    #[case::to_whom_it_gave_way("/set_aside/0/to")]
    #[case::near_miss("/near_misses/0/organisation")]
    #[case::how_it_failed("/near_misses/0/failed")]
    #[case::from_which_day("/near_misses/0/day")]
    #[case::what_would_help("/would_help/0")]
    fn a_code_that_would_steer_the_terminal_is_not_read(#[case] place: &str) {
        let mut kept = serde_json::json!({
            "leads": false,
            "reasons": [{
                "organisation": "jgz",
                "limits": [{"criterion": "age", "values": ["0-4"]}],
                "because": null,
                "file": "routes.yaml",
                "line": 1,
            }],
            "involved": [{"organisation": "cjg", "why": "claims", "topic": "parenting"}],
            "gaps": ["housing"],
            "set_aside": [{
                "organisation": "mee",
                "gave_way": "to-priority",
                "to": "jgz",
                "file": "routes.yaml",
                "line": 2,
            }],
            "near_misses": [{
                "organisation": "mee",
                "failed": "lapsed",
                "limit": null,
                "day": "2026-11-23",
                "file": "routes.yaml",
                "line": 3,
            }],
            "would_help": ["age"],
        });
        let is_explained =
            |kept: &serde_json::Value| matches!(read(&kept.to_string()), KeptReason::Explained(_));
        assert!(is_explained(&kept), "{kept}");
        *kept.pointer_mut(place).unwrap() = "\u{1b}]0;x\u{7}\u{202e}".into();
        assert!(!is_explained(&kept), "{kept}");
    }

    #[rstest]
    #[case::no_json("because")]
    #[case::another_object(r#"{"b":1}"#)]
    #[case::a_criterion_of_a_later_version(r#"{"leads":false,"reasons":[],"involved":[],"gaps":[],"set_aside":[],"near_misses":[],"would_help":["language"]}"#)]
    fn what_is_no_explanation_of_this_version_stays_whole(#[case] written: &str) {
        let KeptReason::Text(text) = read(written) else {
            panic!("{written} was read")
        };
        assert_eq!(text, written);
    }
}
