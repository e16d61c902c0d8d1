//! How the owner of a signal hears which family it is about.

use std::cmp::Reverse;

use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::time::Day;
use crate::map_parts::handover::Handover;
use crate::routing::map::{Responsibility, RouteMap};

impl RouteMap {
    /// How the owner of a signal of that day hears which family it is, when the decision named this
    /// responsibility of hers. The general way of the map in a gap or dispute, and when the map no
    /// longer has that responsibility.
    #[must_use]
    pub fn handover(
        &self,
        owner: &OrganisationId,
        responsibility: Option<&ResponsibilityId>,
        day: Day,
    ) -> &Handover {
        let general = &self.settings().handover;
        // Most owners leave it to the map: keys cost more.
        if self.owned_by(owner).all(|one| one.handover.is_none()) {
            return general;
        }
        let own = responsibility.and_then(|id| {
            self.owned_by(owner)
                .filter(|one| one.valid.include(day) && one.responsibility_id(self) == *id)
                .min_by_key(|one| (Reverse(one.priority), &one.handover))
        });
        own.and_then(|one| one.handover.as_ref()).unwrap_or(general)
    }

    /// The same for the responsibilities of one owner that stand; `None` when the one that a decision
    /// names leaves it to the map.
    #[must_use]
    pub fn own_handover<'r>(&self, standing: &[&'r Responsibility]) -> Option<&'r Handover> {
        let named = match standing {
            [one] => Some(*one),
            several => several
                .iter()
                .copied()
                .min_by_key(|one| (one.responsibility_id(self), &one.handover)),
        };
        named?.handover.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::routing::decide;
    use crate::routing::sample::{OFFICE, at, map, read, signal};

    #[rstest]
    #[case::its_own(&["jgz topic:housing handover:none"], "none")]
    #[case::of_the_map(&["jgz topic:housing"], "call")]
    #[case::of_the_narrower(&["jgz topic:housing handover:none", "jgz topic:housing area:noord handover:form"], "form")]
    #[case::of_the_narrower_that_leaves_it_to_the_map(&["jgz topic:housing handover:none", "jgz topic:housing area:noord"], "call")]
    #[case::of_the_first_key(&["jgz topic:housing handover:none", "jgz area:noord handover:form"], "form")]
    #[case::of_a_higher_priority(&["jgz topic:housing handover:none", "jgz topic:housing priority:1 handover:form"], "form")]
    #[case::not_of_one_that_lapsed(&["jgz topic:housing handover:none until:2026-11-22", "jgz topic:housing handover:form"], "form")]
    #[case::in_a_gap(&["jgz topic:finances handover:none"], "call")]
    #[case::in_a_dispute(&["jgz topic:housing handover:none", "cjg topic:housing handover:none"], "call")]
    fn it_is_that_of_the_responsibility_that_the_decision_names(
        #[case] claims: &[&str],
        #[case] how: &str,
    ) {
        let map = map(claims);
        let decided = decide(&map, &signal("housing age:2 area:noord"), at(OFFICE));
        let responsibility = decided.responsibility.as_ref();
        let way = map.handover(&decided.owner, responsibility, read("2026-11-23"));
        assert_eq!(way.how.to_string(), how);
    }

    #[test]
    fn a_responsibility_that_is_no_longer_in_the_map_has_the_general_way() {
        let map = map(&["jgz topic:housing handover:none"]);
        let gone = read("topic:parenting");
        let way = map.handover(&read("jgz"), Some(&gone), read("2026-11-23"));
        assert_eq!(*way, Handover::CALL);
    }
}
