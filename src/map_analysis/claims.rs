//! Claims as they are written: which organisation has agreed to own which topic, for whom. Who owns
//! a signal is for `decide`.

use crate::domain::codes::OrganisationId;
use crate::routing::map::{AreaIx, Responsibility, RouteMap, TopicIx};

/// Which claims to list; `None` is any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClaimFilter {
    /// Claims that hold in this area, or in a part of it.
    pub area: Option<AreaIx>,
    pub owner: Option<OrganisationId>,
    /// Claims about this topic, a part of it, or a topic above it.
    pub topic: Option<TopicIx>,
}

/// A responsibility, under one of the topics that it names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim<'m> {
    /// `None` when it is for all topics.
    pub topic: Option<TopicIx>,
    pub responsibility: &'m Responsibility,
}

impl RouteMap {
    /// The claims that pass the filter: by topic in the order of the tree, then by area, then by
    /// age. A claim for all comes before one for some.
    #[must_use]
    pub fn claims(&self, filter: &ClaimFilter) -> Vec<Claim<'_>> {
        let mut claims = Vec::new();
        for responsibility in self.responsibilities() {
            if filter
                .owner
                .as_ref()
                .is_some_and(|owner| responsibility.owner != *owner)
                || !self.holds_in_part_of(responsibility, filter.area)
            {
                continue;
            }
            match &responsibility.criteria.topics {
                None => claims.push(Claim {
                    topic: None,
                    responsibility,
                }),
                Some(topics) => claims.extend(
                    topics
                        .iter()
                        .filter(|topic| self.is_about(**topic, filter.topic))
                        .map(|topic| Claim {
                            topic: Some(*topic),
                            responsibility,
                        }),
                ),
            }
        }
        claims.sort_by_key(sort_key);
        claims
    }

    /// The responsibilities of others that involve this organisation.
    pub fn involving<'m>(
        &'m self,
        organisation: &OrganisationId,
    ) -> impl Iterator<Item = &'m Responsibility> {
        self.responsibilities()
            .iter()
            .filter(move |r| r.involve.contains(organisation))
    }

    fn is_about(&self, claimed: TopicIx, wanted: Option<TopicIx>) -> bool {
        wanted.is_none_or(|wanted| {
            self.is_part_of(claimed, wanted) || self.is_part_of(wanted, claimed)
        })
    }

    fn holds_in_part_of(&self, responsibility: &Responsibility, wanted: Option<AreaIx>) -> bool {
        let (Some(areas), Some(wanted)) = (&responsibility.criteria.areas, wanted) else {
            return true;
        };
        areas
            .iter()
            .any(|area| self.lies_in(*area, wanted) || self.lies_in(wanted, *area))
    }
}

fn sort_key<'m>(claim: &Claim<'m>) -> impl Ord + use<'m> {
    let Responsibility {
        owner,
        criteria,
        place,
        ..
    } = claim.responsibility;
    (
        claim.topic,
        criteria
            .areas
            .as_ref()
            .map(|areas| areas.iter().min().copied()),
        criteria.ages,
        owner,
        place,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routing::sample::map;
    use rstest::rstest;

    const CLAIMS: [&str; 6] = [
        "wijkteam topic:housing,finances area:noord",
        "cjg topic:parenting area:waterdam age:4-18",
        "jgz topic:parenting area:waterdam age:unborn-4",
        "debt-help topic:finances/debts area:veenbroek involve:wijkteam",
        "ggz area:rijnmeer",
        "welzijn topic:parenting/sleep until:2026-06-30",
    ];

    fn describe(wanted: impl Fn(&RouteMap) -> ClaimFilter) -> Vec<String> {
        let map = map(&CLAIMS);
        let name = |claim: &Claim<'_>| {
            let topic = claim
                .topic
                .map(|topic| map.topic_at(topic))
                .map_or("all".to_owned(), |topic| topic.id.to_string());
            format!("{topic}: {}", claim.responsibility.owner)
        };
        map.claims(&wanted(&map)).iter().map(name).collect()
    }

    #[test]
    fn all_claims_stand_in_the_order_of_the_topics_and_then_by_age() {
        let all = [
            "all: ggz",
            "parenting: jgz",
            "parenting: cjg",
            "parenting/sleep: welzijn",
            "finances: wijkteam",
            "finances/debts: debt-help",
            "housing: wijkteam",
        ];
        assert_eq!(describe(|_| ClaimFilter::default()), all);
    }

    #[rstest]
    #[case::a_municipality_with_its_districts_and_the_region("waterdam", &["all: ggz", "parenting: jgz", "parenting: cjg", "parenting/sleep: welzijn", "finances: wijkteam", "housing: wijkteam"])]
    #[case::a_district("veen-west", &["all: ggz", "parenting/sleep: welzijn", "finances/debts: debt-help"])]
    fn in_an_area_hold_the_claims_of(#[case] area: &str, #[case] claims: &[&str]) {
        assert_eq!(
            describe(|map| ClaimFilter {
                area: map.area_ix(&area.parse().unwrap()),
                ..ClaimFilter::default()
            }),
            claims
        );
    }

    #[rstest]
    #[case::a_whole_with_its_parts("parenting", &["all: ggz", "parenting: jgz", "parenting: cjg", "parenting/sleep: welzijn"])]
    #[case::a_part_with_its_whole("finances/debts", &["all: ggz", "finances: wijkteam", "finances/debts: debt-help"])]
    fn about_a_topic_are_the_claims_of(#[case] topic: &str, #[case] claims: &[&str]) {
        assert_eq!(
            describe(|map| ClaimFilter {
                topic: map.topic_ix(&topic.parse().unwrap()),
                ..ClaimFilter::default()
            }),
            claims
        );
    }

    #[test]
    fn what_is_wanted_is_wanted_together() {
        let of_wijkteam = |map: &RouteMap| ClaimFilter {
            owner: Some("wijkteam".parse().unwrap()),
            topic: map.topic_ix(&"housing".parse().unwrap()),
            area: map.area_ix(&"rijnmeer".parse().unwrap()),
        };
        assert_eq!(describe(of_wijkteam), ["housing: wijkteam"]);
    }

    #[test]
    fn who_is_involved_by_another_is_found() {
        let map = map(&CLAIMS);
        let involving: Vec<&str> = map
            .involving(&"wijkteam".parse().unwrap())
            .map(|r| r.owner.as_str())
            .collect();
        assert_eq!(involving, ["debt-help"]);
    }
}
