//! How much a sender may hear: what was agreed about a signal, and what the map says of who sends.

use crate::domain::codes::OrganisationId;
use crate::domain::event::Level;
use crate::routing::map::{Responsibility, RouteMap, SenderLevels};

impl RouteMap {
    /// How much this sender may hear at most, whoever owns. All, when the map does not know the
    /// sender.
    #[must_use]
    pub fn sender_level(&self, sender: &OrganisationId) -> Level {
        let SenderLevels { kinds, named } = &self.settings().levels;
        if kinds.is_empty() && named.is_empty() {
            return Level::Full;
        }
        let own = named.get(sender);
        let of_kind = || kinds.get(&self.known_organisation(sender)?.kind);
        own.or_else(of_kind).copied().unwrap_or(Level::Full)
    }

    /// How much the sender of a signal may hear: the strictest of what those that stand have agreed
    /// to, and of what the map says of the sender. In a gap nobody stands, and of an unknown sender
    /// the map says nothing.
    #[must_use]
    pub fn offered_level<'r>(
        &self,
        standing: impl IntoIterator<Item = &'r Responsibility>,
        sender: Option<&OrganisationId>,
    ) -> Level {
        let of_sender = sender.map_or(Level::Full, |sender| self.sender_level(sender));
        standing
            .into_iter()
            .fold(of_sender, |level, one| level.stricter(one.level))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::routing::decide;
    use crate::routing::decision::Decision;
    use crate::routing::map::MapParts;
    use crate::routing::random_maps::{any_levels, any_responsibilities, decided, universe, world};
    use crate::routing::sample::{OFFICE, at, levels, parts, read, signal};

    const TWO_CLAIM: [&str; 2] = ["jgz topic:housing", "cjg topic:housing"];

    fn level(claims: &[&str], written: &[&str], facts: &str) -> Level {
        let mut parts = parts(claims);
        parts.settings.levels = levels(written);
        decide(&RouteMap::new(parts), &signal(facts), at(OFFICE)).level
    }

    #[rstest]
    #[case::whoever_is_not_named(&["cjg topic:housing"], "housing", Level::Full)]
    #[case::of_a_kind(&["cjg topic:housing"], "housing from:huisarts", Level::StatusOnly)]
    #[case::by_itself_before_its_kind(&["cjg topic:housing"], "housing from:gemeente", Level::Full)]
    #[case::another_of_that_kind(&["cjg topic:housing"], "housing from:gemeente-veenbroek", Level::StatusOnly)]
    #[case::by_itself_stricter_than_its_kind(&["cjg topic:housing"], "housing from:ggz", Level::StatusOnly)]
    #[case::the_agreement_is_stricter(&["cjg topic:housing status-only"], "housing from:gemeente", Level::StatusOnly)]
    #[case::an_acute_signal(&["cjg topic:housing"], "housing acute from:huisarts", Level::StatusOnly)]
    #[case::in_a_gap(&[], "housing from:huisarts", Level::StatusOnly)]
    #[case::in_a_gap_of_another(&[], "housing", Level::Full)]
    #[case::in_a_dispute(&TWO_CLAIM, "housing from:huisarts", Level::StatusOnly)]
    #[case::in_a_dispute_of_another(&TWO_CLAIM, "housing", Level::Full)]
    #[case::with_several_topics(&["cjg topic:housing,parenting leads"], "housing+parenting from:huisarts", Level::StatusOnly)]
    #[case::who_merely_asks(&["cjg topic:housing"], "housing from:nobody", Level::Full)]
    #[case::who_is_not_in_the_map(&["cjg topic:housing"], "housing from:elsewhere", Level::Full)]
    fn the_stricter_of_the_agreement_and_the_sender_holds(
        #[case] claims: &[&str],
        #[case] facts: &str,
        #[case] expected: Level,
    ) {
        let written = [
            "kind:gp=status-only",
            "kind:gemeente=status-only",
            "from:gemeente=full",
            "kind:ggz=full",
            "from:ggz=status-only",
        ];
        assert_eq!(level(claims, &written, facts), expected);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn nobody_hears_more_than_the_map_lets_them(all in any_responsibilities(), levels in any_levels()) {
            let mut parts = MapParts { responsibilities: all, ..world() };
            let without = RouteMap::new(parts.clone());
            parts.settings.levels = levels;
            let map = RouteMap::new(parts);
            for asked in universe() {
                let (agreed, said) = (decided(&without, &asked, []), decided(&map, &asked, []));
                let own = asked.sender.as_ref().map_or(Level::Full, |sender| map.sender_level(sender));
                prop_assert_eq!(said.level, agreed.level.stricter(own));
                // Nothing else follows from it.
                prop_assert_eq!(Decision { level: agreed.level, ..said }, agreed);
            }
        }
    }

    #[test]
    fn of_a_kind_and_an_organisation_both_named_the_organisation_counts() {
        let mut parts = parts(&[]);
        parts.settings.levels = levels(&["kind:gemeente=status-only", "from:gemeente=full"]);
        let map = RouteMap::new(parts);
        let of = |id: &str| map.sender_level(&read(id));
        assert_eq!(
            ["gemeente", "gemeente-veenbroek", "jgz"].map(of),
            [Level::Full, Level::StatusOnly, Level::Full]
        );
    }
}
