//! The key of a responsibility: its limits as a short text of codes. A signal keeps the key of the
//! agreement by which it got its owner.

use std::collections::BTreeMap;

use crate::domain::codes::{OrganisationId, ResponsibilityId};
use crate::domain::invariant::Invariant as _;
use crate::map_parts::criterion::Limit;
use crate::routing::map::{Responsibility, RouteMap};

/// A longer key is cut short, and a hash tells what was cut.
const MAX_LENGTH: usize = 120;

impl Responsibility {
    /// Its limits in codes, in the order of the criteria: `topic:parenting age:unborn-4
    /// area:waterdam`; `all` when it has none.
    ///
    /// The position in the map and the order of lists do not matter.
    ///
    /// # Panics
    /// A code of the map is not ASCII: no map that can be read has such a code.
    #[must_use]
    pub fn responsibility_id(&self, map: &RouteMap) -> ResponsibilityId {
        let limits: Vec<String> = self
            .criteria
            .limits(None, map)
            .iter()
            .map(limit_text)
            .collect();
        let text = if limits.is_empty() {
            "all".to_owned()
        } else {
            limits.join(" ")
        };
        shorten(&text)
            .parse()
            .certain("the codes of a map make a short text")
    }
}

impl RouteMap {
    /// What this organisation has agreed to own, by key; the first in the map of those with the same
    /// key.
    #[must_use]
    pub fn responsibilities_by_id(
        &self,
        owner: &OrganisationId,
    ) -> BTreeMap<ResponsibilityId, &Responsibility> {
        let mut by_id = BTreeMap::new();
        for responsibility in self.owned_by(owner) {
            let id = responsibility.responsibility_id(self);
            by_id.entry(id).or_insert(responsibility);
        }
        by_id
    }
}

fn limit_text(limit: &Limit) -> String {
    let mut values = limit.values.clone();
    values.sort_unstable();
    values.dedup();
    format!("{}:{}", limit.criterion, values.join(","))
}

fn shorten(text: &str) -> String {
    match text.get(..MAX_LENGTH).filter(|_| text.len() > MAX_LENGTH) {
        Some(beginning) => format!("{beginning}..{:016x}", fnv1a(text.as_bytes())),
        None => text.to_owned(),
    }
}

/// FNV-1a of 64 bits. Registers keep it, so it must not change with a version of a crate.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routing::sample::map;
    use proptest::prelude::*;
    use rstest::rstest;

    fn statement(claim: &str) -> String {
        let map = map(&[claim]);
        let responsibility = map.responsibilities().first().unwrap();
        responsibility.responsibility_id(&map).to_string()
    }

    #[rstest]
    #[case("jgz", "all")]
    #[case(
        "jgz topic:parenting area:waterdam age:unborn-4",
        "topic:parenting age:unborn-4 area:waterdam"
    )]
    #[case(
        "wijkteam topic:housing,finances area:noord",
        "topic:finances,housing area:noord"
    )]
    fn a_responsibility_says_what_it_is_for(#[case] claim: &str, #[case] says: &str) {
        assert_eq!(statement(claim), says);
    }

    #[test]
    fn the_order_of_what_is_listed_and_of_the_map_do_not_matter() {
        assert_eq!(
            statement("wijkteam topic:housing,finances"),
            statement("wijkteam topic:finances,housing")
        );
        let (one, other) = (
            map(&["jgz topic:parenting", "cjg topic:finances"]),
            map(&["cjg topic:finances", "jgz topic:parenting"]),
        );
        let id = |map: &RouteMap, place: usize| {
            map.responsibilities()
                .get(place)
                .unwrap()
                .responsibility_id(map)
        };
        assert_eq!((id(&one, 0), id(&one, 1)), (id(&other, 1), id(&other, 0)));
    }

    /// Registers keep it: the test vectors of FNV-1a.
    #[rstest]
    #[case("", 0xcbf2_9ce4_8422_2325)]
    #[case("a", 0xaf63_dc4c_8601_ec8c)]
    #[case("foobar", 0x8594_4171_f739_67e8)]
    fn the_hash_of_a_long_statement_is_the_same_in_every_version(
        #[case] text: &str,
        #[case] hash: u64,
    ) {
        assert_eq!(fnv1a(text.as_bytes()), hash);
    }

    #[test]
    fn the_longest_statement_that_fits_stands_as_it_is() {
        let fits = "a".repeat(MAX_LENGTH);
        assert_eq!(shorten(&fits), fits);
        assert!(shorten(&format!("{fits}a")).starts_with(&format!("{fits}..")));
    }

    proptest! {
        #[test]
        fn a_long_statement_is_cut_and_still_its_own(long in "[a-z,]{121,900}", other in "[a-z,]{121,900}") {
            prop_assert!(shorten(&long).parse::<ResponsibilityId>().is_ok());
            prop_assert_eq!(shorten(&long) == shorten(&other), long == other);
        }
    }
}
