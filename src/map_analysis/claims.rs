//! Claims as they are written: which organisation has agreed to own which topic, for whom. Who owns
//! a signal is for `decide`.

use crate::domain::age::{Age, AgeRange};
use crate::domain::codes::OrganisationId;
use crate::domain::time::Day;
use crate::routing::map::{AreaIx, Responsibility, RouteMap, TopicIx};

/// Which claims are wanted. What is left open is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClaimFilter {
    /// That hold in this area, or in a part of it.
    pub area: Option<AreaIx>,
    /// Of this organisation.
    pub owner: Option<OrganisationId>,
    /// About this topic, a part of it, or what it is part of.
    pub topic: Option<TopicIx>,
}

/// A responsibility, as one of the topics that it names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim<'m> {
    /// The topic; `None` when it is for all topics.
    pub topic: Option<TopicIx>,
    /// All that is agreed.
    pub responsibility: &'m Responsibility,
}

/// Whether a responsibility holds on a day, and since or until when it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It holds.
    Holds,
    /// It does not hold before this day.
    NotYet(Day),
    /// It held until and with this day.
    Lapsed(Day),
}

impl Validity {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Validity::Holds => "holds",
            Validity::NotYet(_) => "not-yet",
            Validity::Lapsed(_) => "lapsed",
        }
    }
}

impl Responsibility {
    /// Whether it holds on that day.
    #[must_use]
    pub fn validity(&self, day: Day) -> Validity {
        match (
            self.valid_from.filter(|from| day < *from),
            self.valid_until.filter(|until| *until < day),
        ) {
            (Some(from), _) => Validity::NotYet(from),
            (None, Some(until)) => Validity::Lapsed(until),
            (None, None) => Validity::Holds,
        }
    }
}

impl RouteMap {
    /// The claims that are wanted: by topic as the tree has them, then by area, the larger first,
    /// then by age.
    #[must_use]
    pub fn claims(&self, wanted: &ClaimFilter) -> Vec<Claim<'_>> {
        let ClaimFilter { area, owner, topic } = wanted;
        let fits = |r: &&Responsibility| {
            let there = r
                .criteria
                .areas
                .as_ref()
                .is_none_or(|areas| area.is_none_or(|wanted| self.meet_there(areas, wanted)));
            there && owner.as_ref().is_none_or(|owner| r.owner == *owner)
        };
        let about = |claim: &Claim<'_>| match (claim.topic, *topic) {
            (None, _) | (_, None) => true,
            (Some(claimed), Some(wanted)) => {
                self.is_part_of(claimed, wanted) || self.is_part_of(wanted, claimed)
            }
        };
        let mut claims: Vec<Claim<'_>> = self
            .responsibilities()
            .iter()
            .filter(fits)
            .flat_map(of_each_topic)
            .filter(about)
            .collect();
        claims.sort_by_key(|claim| order(claim));
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

    /// Whether a topic is the whole or a part of it.
    #[must_use]
    pub fn is_part_of(&self, topic: TopicIx, whole: TopicIx) -> bool {
        self.topic_and_above(topic).any(|above| above == whole)
    }

    /// Whether an area is the other, or lies in it.
    #[must_use]
    pub fn lies_in(&self, area: AreaIx, around: AreaIx) -> bool {
        self.area_and_above(area).any(|above| above == around)
    }

    fn meet_there(&self, areas: &[AreaIx], wanted: AreaIx) -> bool {
        areas
            .iter()
            .any(|area| self.lies_in(*area, wanted) || self.lies_in(wanted, *area))
    }
}

fn of_each_topic(responsibility: &Responsibility) -> Vec<Claim<'_>> {
    let claim = |topic| Claim {
        topic,
        responsibility,
    };
    responsibility.criteria.topics.as_ref().map_or_else(
        || vec![claim(None)],
        |topics| topics.iter().map(|t| claim(Some(*t))).collect(),
    )
}

/// By topic, area, age, owner, and then as the files have them. What is for all comes before what
/// is for some.
fn order<'m>(claim: &Claim<'m>) -> impl Ord + use<'m> {
    let Responsibility {
        owner,
        criteria,
        place,
        ..
    } = claim.responsibility;
    let ages = criteria
        .ages
        .map(|ages: AgeRange| -> (Age, Option<Age>) { (ages.from(), ages.until()) });
    (
        claim.topic,
        criteria
            .areas
            .as_ref()
            .map(|areas| areas.iter().min().copied()),
        ages,
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

    #[rstest]
    #[case("2026-01-01", Validity::Holds)]
    #[case("2026-06-30", Validity::Holds)]
    #[case("2026-07-01", Validity::Lapsed("2026-06-30".parse().unwrap()))]
    #[case("2025-12-31", Validity::NotYet("2026-01-01".parse().unwrap()))]
    fn a_claim_holds_from_its_first_day_until_and_with_its_last(
        #[case] day: &str,
        #[case] validity: Validity,
    ) {
        let map = map(&["jgz since:2026-01-01 until:2026-06-30"]);
        assert_eq!(
            map.responsibilities()
                .iter()
                .next()
                .unwrap()
                .validity(day.parse().unwrap()),
            validity
        );
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
