use rstest::rstest;

use crate::routing::lookup::{LookupKind, NotInMap, postcode};
use crate::routing::map::{RouteMap, TopicIx};
use crate::routing::sample::{map, parts};

#[rstest]
#[case::code("parenting/sleep", "parenting/sleep")]
#[case::code_in_capitals(" Parenting ", "parenting")]
#[case::dutch_name("schulden", "finances/debts")]
#[case::english_name("DEBTS", "finances/debts")]
fn a_topic_is_found_by(#[case] typed: &str, #[case] topic: &str) {
    assert_eq!(map(&[]).find_topic(typed).unwrap().id.as_str(), topic);
}

#[rstest]
#[case::code("waterdam", "waterdam")]
#[case::municipality_code("gm9902", "veenbroek")]
#[case::name("regio rijnmeer", "rijnmeer")]
#[case::the_first_postcode("3000", "waterdam")]
#[case::the_last_postcode("3019", "waterdam")]
#[case::a_postcode_of_the_district_in_the_municipality("3010", "noord")]
#[case::the_last_postcode_of_the_district("3012", "noord")]
#[case::past_the_district("3013", "waterdam")]
#[case::the_second_range("3015", "noord")]
#[case::with_letters("3011 AB", "noord")]
#[case::with_letters_attached("3011ab", "noord")]
fn an_area_is_found_by(#[case] typed: &str, #[case] area: &str) {
    assert_eq!(map(&[]).find_area(typed).unwrap().id.as_str(), area);
}

#[rstest]
#[case("jgz", "jgz")]
#[case("Debt-Help", "debt-help")]
fn an_organisation_is_found_by_code_or_name(#[case] typed: &str, #[case] organisation: &str) {
    let mut parts = parts(&[]);
    parts.organisations[3].name = "JGZ Waterdam".into();
    let map = RouteMap::new(parts);
    assert_eq!(
        map.find_organisation(typed).unwrap().id.as_str(),
        organisation
    );
    assert_eq!(
        map.find_organisation("jgz waterdam").unwrap().id.as_str(),
        "jgz"
    );
}

#[rstest]
#[case::code("finanses", Some("finances"))]
#[case::dutch_name("schuldem", Some("finances/debts"))]
#[case::nothing_near("bicycles", None)]
#[case::nothing("", None)]
fn a_topic_that_is_not_there_suggests_the_nearest(#[case] typed: &str, #[case] near: Option<&str>) {
    let NotInMap {
        kind,
        did_you_mean,
        known,
    } = map(&[]).find_topic(typed).unwrap_err();
    assert_eq!((kind, did_you_mean.as_deref()), (LookupKind::Topic, near));
    assert_eq!(
        known,
        [
            "finances",
            "finances/debts",
            "housing",
            "parenting",
            "parenting/sleep"
        ]
    );
}

#[rstest]
#[case::area("watrdam", LookupKind::Area, Some("waterdam"))]
#[case::area_name("waterdam nord", LookupKind::Area, Some("noord"))]
#[case::postcode_elsewhere("9999 XX", LookupKind::Postcode, None)]
#[case::half_a_postcode("301", LookupKind::Area, None)]
fn an_area_that_is_not_there_suggests_the_nearest(
    #[case] typed: &str,
    #[case] kind: LookupKind,
    #[case] near: Option<&str>,
) {
    let missing = map(&[]).find_area(typed).unwrap_err();
    assert_eq!(
        (missing.kind, missing.did_you_mean.as_deref()),
        (kind, near)
    );
    assert_eq!(
        missing.known,
        ["noord", "rijnmeer", "veen-west", "veenbroek", "waterdam"]
    );
}

#[test]
fn an_organisation_that_is_not_there_suggests_the_nearest() {
    let missing = map(&[]).find_organisation("kraamzorgg").unwrap_err();
    assert_eq!(
        (missing.kind, missing.did_you_mean.as_deref()),
        (LookupKind::Organisation, Some("kraamzorg"))
    );
}

#[rstest]
#[case::of_four_letters("Thuiszorg de Wiek", "wied", Some("jgz"))]
#[case::of_three("Thuiszorg de Wip", "wit", None)]
fn a_word_of_a_name_is_meant_when_it_is_long_enough(
    #[case] name: &str,
    #[case] typed: &str,
    #[case] near: Option<&str>,
) {
    let mut parts = parts(&[]);
    parts.organisations[3].name = name.into();
    let missing = RouteMap::new(parts).find_organisation(typed).unwrap_err();
    assert_eq!(missing.did_you_mean.as_deref(), near);
}

#[rstest]
#[case("3012", Some(3012))]
#[case("3012 AB", Some(3012))]
#[case(" 3012ab ", Some(3012))]
#[case("0999", None)]
#[case("301", None)]
#[case("30123", None)]
#[case("3012 A", None)]
#[case("3012 ABC", None)]
#[case("3012 é", None)]
#[case("€€€€", None)]
fn a_postcode_has_four_digits_and_perhaps_two_letters(
    #[case] text: &str,
    #[case] digits: Option<u16>,
) {
    assert_eq!(postcode(text), digits);
}

#[test]
#[should_panic(expected = "the place is one of the list")]
fn a_place_of_another_map_stops_the_run() {
    let _ = map(&["jgz"]).topic_at(TopicIx(999)).id.clone();
}
