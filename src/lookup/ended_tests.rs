//! What is typed on a day on which something has ended.

use rstest::rstest;

use crate::domain::residence::Residence;
use crate::lookup::LookupError;
use crate::routing::map::RouteMap;
use crate::routing::sample::{parts, read, today};

/// Veenbroek, with its own postcodes, joins Waterdam on 1 January 2027, and school ends.
fn merging() -> RouteMap {
    let mut parts = parts(&[]);
    parts.areas[3].valid.until = Some(read("2026-12-31"));
    parts.areas[4].valid.until = Some(read("2026-12-31"));
    parts.areas[1].formerly = vec![read("veenbroek")];
    parts.areas[1].also = vec!["Veenbroek".into()];
    parts.organisations[1].valid.until = Some(read("2026-12-31"));
    RouteMap::new(parts)
}

#[rstest]
#[case::a_code("veenbroek")]
#[case::a_name_that_is_another_word_of_the_heir("Veenbroek")]
#[case::a_municipality_code("GM9902")]
#[case::a_postcode("3021")]
fn what_has_ended_leads_to_its_heir(#[case] typed: &str) {
    let found = |day: &str| {
        merging()
            .find_area(typed, read(day))
            .unwrap()
            .id
            .to_string()
    };
    assert_eq!(found("2026-12-31"), "veenbroek");
    assert_eq!(found("2027-01-01"), "waterdam");
}

#[test]
fn what_has_ended_without_an_heir_is_not_found_and_not_known() {
    let map = merging();
    let after = read("2027-01-01");
    assert!(map.find_organisation("School", today()).is_ok());
    let Err(LookupError::NotInMap(missing)) = map.find_organisation("School", after) else {
        panic!("it has ended")
    };
    assert!(!missing.known.contains(&"school".to_owned()));
    assert!(map.find_area("Veenbroek West", after).is_err());
    assert_eq!(
        map.find_residence("veen-west", today()),
        Ok(Residence::Area(read("veen-west")))
    );
}
