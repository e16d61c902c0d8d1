//! Decides again about a signal that has an owner, with the map of today.

use crate::domain::codes::OrganisationId;
use crate::domain::lifecycle::Refusal;
use crate::domain::residence::Residence;
use crate::domain::signal::Facts;
use crate::domain::time::Moment;
use crate::routing::decide;
use crate::routing::decision::Decision;
use crate::routing::map::RouteMap;

/// The decision of this map when it gives the signal to another than `owner`; `None` when it leaves
/// the signal where it is.
///
/// # Errors
/// [`Refusal::NoLongerInMap`] when the map does not know a topic or the area of the signal: it would
/// decide about something else.
pub fn moved_by(
    map: &RouteMap,
    facts: &Facts,
    owner: &OrganisationId,
    at: Moment,
) -> Result<Option<Decision>, Refusal> {
    let decision = decided_again(map, facts, at)?;
    // An heir owns what she took over.
    let owner = map.present_organisation(owner, map.day(at));
    Ok((decision.owner != owner).then_some(decision))
}

/// The decision of this map.
///
/// # Errors
/// As [`moved_by`].
pub fn decided_again(map: &RouteMap, facts: &Facts, at: Moment) -> Result<Decision, Refusal> {
    let day = map.day(at);
    let topics: Vec<_> = facts
        .topics
        .iter()
        .filter(|topic| map.topic_ix_on(topic, day).is_none())
        .cloned()
        .collect();
    let area = facts
        .particulars
        .residence
        .as_ref()
        .and_then(Residence::area)
        .filter(|area| map.area_ix_on(area, day).is_none())
        .cloned();
    if !topics.is_empty() || area.is_some() {
        return Err(Refusal::NoLongerInMap { topics, area });
    }
    Ok(decide(map, facts, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Basis;
    use crate::routing::sample::{OFFICE, OUTSIDE, at, map, parts, read, signal};
    use rstest::rstest;

    /// Where a signal of the jgz goes on a Monday; `-` when it stays.
    fn goes(claims: &[&str], facts: &str) -> String {
        let moved = moved_by(&map(claims), &signal(facts), &read("jgz"), at(OFFICE)).unwrap();
        moved.map_or_else(|| "-".to_owned(), |decision| decision.owner.to_string())
    }

    #[rstest]
    #[case::the_same_owner(&["jgz topic:parenting"], "-")]
    #[case::the_same_owner_by_another_claim(&["jgz topic:parenting age:0-4", "cjg topic:parenting"], "-")]
    #[case::another_owner(&["cjg topic:parenting"], "cjg")]
    #[case::a_narrower_claim_of_another(&["jgz topic:parenting", "wijkteam topic:parenting area:noord"], "wijkteam")]
    #[case::nobody(&["jgz topic:housing"], "gemeente")]
    #[case::a_claim_that_is_disputed_now(&["jgz topic:parenting age:0-4", "cjg topic:parenting area:waterdam"], "gemeente")]
    fn a_signal_moves_when_the_map_says_another_owner(#[case] claims: &[&str], #[case] to: &str) {
        assert_eq!(goes(claims, "parenting age:2 area:noord"), to);
    }

    #[test]
    fn the_decision_is_the_one_that_a_report_would_get_at_that_moment() {
        let map = map(&[
            "jgz topic:parenting hours:office",
            "cjg topic:parenting hours:outside involve:welzijn",
        ]);
        let facts = signal("parenting age:2 area:noord");
        assert_eq!(moved_by(&map, &facts, &read("jgz"), at(OFFICE)), Ok(None));
        let moved = moved_by(&map, &facts, &read("jgz"), at(OUTSIDE))
            .unwrap()
            .unwrap();
        assert_eq!(
            (moved.basis, &moved),
            (Basis::Rule, &decide(&map, &facts, at(OUTSIDE)))
        );
    }

    #[rstest]
    #[case::a_topic("parenting+gardening+housing area:noord", &["gardening"], None)]
    #[case::an_area("parenting area:zuid", &[], Some("zuid"))]
    #[case::both("gardening area:zuid", &["gardening"], Some("zuid"))]
    fn what_the_map_no_longer_knows_is_named_and_nothing_is_decided(
        #[case] facts: &str,
        #[case] topics: &[&str],
        #[case] area: Option<&str>,
    ) {
        let refused = moved_by(&map(&["cjg"]), &signal(facts), &read("jgz"), at(OFFICE));
        let topics = topics.iter().map(|topic| read(topic)).collect();
        assert_eq!(
            refused,
            Err(Refusal::NoLongerInMap {
                topics,
                area: area.map(read)
            })
        );
    }

    #[test]
    fn a_map_that_came_to_hold_the_postcode_decides_by_its_area() {
        let claims = ["jgz topic:parenting", "cjg topic:parenting area:veenbroek"];
        let (today, facts) = (map(&claims), signal("parenting age:2 outside:9999"));
        let stays = moved_by(&today, &facts, &read("gemeente"), at(OFFICE));
        assert_eq!(stays, Ok(None));

        let mut grown = parts(&claims);
        let veenbroek = grown
            .areas
            .iter_mut()
            .find(|area| area.id.as_str() == "veenbroek");
        veenbroek.unwrap().postcodes.push((9990, 9999));
        let grown = RouteMap::new(grown);
        let moved = moved_by(&grown, &facts, &read("gemeente"), at(OFFICE));
        let moved = moved.unwrap().unwrap();
        assert_eq!((moved.owner.as_str(), moved.basis), ("cjg", Basis::Rule));
        assert_eq!(
            moved,
            decide(
                &grown,
                &signal("parenting age:2 area:veenbroek"),
                at(OFFICE)
            )
        );
    }
}
